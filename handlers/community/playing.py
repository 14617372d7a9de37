"""Playing: a coordinator begins one of two games in a group, and may end it before its time."""

from db import activities, contributions
from db.activities import Activity, Play
from db.groups import Group
from handlers.community import cards, faces, posting, together, unposting
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs

topic = Topic("playing", coordinators=True)


def running(turn: Turn, group: Group) -> Activity | None:
    """The game a group plays at present."""
    played = [each for each in activities.of_group(turn.session, group) if each.play is not Play.IDEA]
    return played[-1] if played and played[-1].lasts(turn.now) else None


@topic.page
def games(turn: Turn, group: Group) -> Screen:
    """Which game there is, or both to choose from."""
    if activity := running(turn, group):
        return show(turn, activity)
    _ = turn.words._
    return Screen(
        paragraphs(
            lines(
                [
                    turn.words.bold(_("Name bingo")),
                    _("Who fits which sentence? People get to know each other."),
                ]
            ),
            lines(
                [
                    turn.words.bold(_("Word bingo")),
                    _("Nine everyday words, in all the languages of the group."),
                ]
            ),
        ),
        [
            [Button(faces.title(turn.words, play), preview.link(group, play))]
            for play in (Play.NAMES, Play.WORDS)
        ],
        up=group,
    )


@topic.page
def preview(turn: Turn, group: Group, play: Play) -> Screen:
    """The nine fields of the card."""
    _ = turn.words._
    card = _card(turn, group, play)
    return Screen(
        paragraphs(
            turn.words.bold(faces.title(turn.words, play)),
            lines(cards.field(turn.words, card, cell) for cell in cards.FIELDS),
            _("It lasts a week. You can end it before."),
        ),
        [[Button(_("Start the game"), start.link(group, play))]],
        up=group,
    )


def _card(turn: Turn, group: Group, play: Play) -> Activity:
    """The next card of a group, not begun yet."""
    return Activity(play=play, keys=cards.draw(play, activities.of_group(turn.session, group)))


@topic.page
def start(turn: Turn, group: Group, play: Play) -> Screen:
    """Have the card stand in the group, unless a game is being played there."""
    if running(turn, group) is None:
        card = _card(turn, group, play)
        activity = activities.begin(turn.session, group, play, card.keys, turn.now)
        together.start(turn, activity)
    return games(turn, group)


@topic.page
def show(turn: Turn, activity: Activity) -> Screen:
    """How far a game is."""
    _ = turn.words._
    found = contributions.given(turn.session, activity)
    return Screen(
        paragraphs(
            turn.words.bold(faces.title(turn.words, activity.play)),
            faces.fields(turn, activity, found),
            posting.at_rest(turn, activity.group) if not found else None,
        ),
        [
            *([[Button(_("End the game"), end.link(activity))]] if activity.lasts(turn.now) else []),
            [Button(_("Take it out"), unposting.ask.link(activity))],
        ],
        up=activity.group,
    )


@topic.page
def end(turn: Turn, activity: Activity) -> Screen:
    """It ends, and the group reads what came of it."""
    together.end(turn, activity)
    return Screen(
        turn.words._("The game is over. {group} reads it now.", group=activity.group.title), up=activity.group
    )
