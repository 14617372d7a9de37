"""Together: what stands in a group, changes when somebody answers, and ends by itself."""

from collections.abc import Sequence

from markupsafe import Markup

from db import activities, contributions, deliveries, postings
from db.activities import LASTS, Activity, Play
from db.contributions import Contribution, Gift
from db.kinds import Kind
from handlers.community import cards, faces, weekly
from handlers.kit.links import Gone, Link
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Door, Row, Screen, clipped
from handlers.kit.turn import Turn
from handlers.kit.words import Words, lines, paragraphs, plain

PREFIX = "r-"
"""Begins what the doors of a group carry: `r-12-3` leads to field 3 of activity 12."""
NAME_LENGTH = 6
topic = Topic("together")


@topic.page
def read(turn: Turn, activity: Activity) -> Screen:
    """An idea or a card as it stands now. In a group, what has waited for its hour begins."""
    if turn.group and activity.begun_at is None and activity.begin_once(turn.session, turn.now):
        weekly.follow(turn, turn.group, read)
    found, in_group = contributions.given(turn.session, activity), turn.group is not None
    if activity.play is Play.IDEA:
        return Screen(
            faces.idea(turn, activity, found), _idea_rows(turn, activity), ends=in_group, pinned=in_group
        )
    rows = _card_rows(turn, activity, found) if in_group else []
    return Screen(faces.card(turn, activity, found), rows, ends=in_group, pinned=in_group)


def _idea_rows(turn: Turn, activity: Activity) -> list[Row]:
    label = turn.words._("Answer in private")
    return [[Door(label, door(turn, activity, 0))]] if turn.group and activity.lasts(turn.now) else []


def _card_rows(turn: Turn, activity: Activity, found: Sequence[Contribution]) -> list[Row]:
    if not activity.lasts(turn.now):
        return []
    buttons = [_field(turn, activity, cell, found) for cell in cards.FIELDS]
    return [buttons[start : start + 3] for start in (0, 3, 6)]


def _field(turn: Turn, activity: Activity, cell: int, found: Sequence[Contribution]) -> Button | Door:
    here = [each for each in found if each.cell == cell]
    if activity.play is Play.WORDS:
        word = plain(cards.field(turn.words, activity, cell))
        return Door(f"{word} ✓" if here else word, door(turn, activity, cell))
    label = f"{clipped(plain(here[0].called), NAME_LENGTH)} ✓" if here else str(cell + 1)
    return Button(label, claim.link(activity, cell))


def door(turn: Turn, activity: Activity, cell: int) -> str:
    """The link that leads from the group to the private chat where a field is answered."""
    return turn.deep_link(f"{PREFIX}{activity.id}-{cell}")


@topic.tap
def claim(turn: Turn, activity: Activity, cell: int) -> Markup:
    """“That is me”: a name comes to stand in a field, or leaves it."""
    _ = turn.words._
    if activity.play is not Play.NAMES or cell not in cards.FIELDS:
        raise Gone
    if not activity.lasts(turn.now):
        return _("This game is over.")
    activities.hold(turn.session, activity)
    found = contributions.given(turn.session, activity)
    here = next((each for each in found if each.cell == cell), None)
    mine = [each for each in found if each.by(turn.person)]
    if here in mine:
        contributions.take_back(turn.session, activity, turn.person, cell)
        changed(turn, activity)
        return _("Your name is off field {n}.", n=cell + 1)
    if here:
        return _("{name} stands there already.", name=here.called)
    if len(mine) >= cards.EACH:
        return _("You have two fields. Press one of them to leave it.")
    contributions.give(turn.session, activity, turn.person, Gift(cell))
    changed(turn, activity)
    return _("Your name stands in field {n}.", n=cell + 1)


def changed(turn: Turn, activity: Activity) -> None:
    """Have the group see what it is like now, and hear of every row that is full for the first time."""
    postings.rewrite(turn.session, activity.group_id, read.link(activity), turn.now)
    if activity.play is Play.IDEA:
        return
    cells = cards.filled(contributions.given(turn.session, activity))
    for number in cards.complete(cells):
        post_once(turn, activity, row.link(activity, number))


def withdrawn(turn: Turn, activity: Activity) -> None:
    """The same where something was taken away: it leaves whatever else was said in the group, too."""
    changed(turn, activity)
    for link in said(activity)[1:]:
        postings.rewrite(turn.session, activity.group_id, link, turn.now)


def said(activity: Activity) -> list[Link]:
    """Everything that may stand in the group because of it: itself first."""
    rows = [row.link(activity, number) for number in range(len(cards.LINES))]
    return [read.link(activity), *rows, over.link(activity), result.link(activity)]


def post_once(turn: Turn, activity: Activity, link: Link) -> None:
    """Say something in the group, unless it was said before."""
    if not postings.ever(turn.session, activity.group_id, link):
        deliveries.plan(turn.session, Kind.POSTING, link, turn.now, group_id=activity.group_id)


@topic.page
def row(turn: Turn, activity: Activity, number: int) -> Screen:
    """A row is full: a glad word with the names of those in it."""
    found = contributions.given(turn.session, activity)
    full = number in cards.complete(cards.filled(found))
    if not full and not _stands(turn, activity, row.link(activity, number)):
        raise Gone
    names = _names([each for each in found if each.cell in cards.LINES[number]])
    said = faces.in_each(turn, lambda words: _glad(words, activity, names))
    return Screen(said, ends=turn.group is not None)


def _glad(words: Words, activity: Activity, names: Sequence[str]) -> Markup:
    _ = words._
    thanks = _("A row is full. Thank you, {names}.", names=words.listed(names)) if names else None
    if activity.play is Play.WORDS:
        return lines([thanks, _("Say the words aloud together.")])
    return lines([thanks, _("Ask each other a question about it.")])


@topic.page
def over(turn: Turn, activity: Activity) -> Screen:
    """The game ends by itself, if nobody ended it before. Only the clock opens this, in the group."""
    if turn.group is None or postings.ever(turn.session, activity.group_id, result.link(activity)):
        raise Gone
    if activity.end_once(turn.session, turn.now):
        postings.rewrite(turn.session, activity.group_id, read.link(activity), turn.now)
    return result(turn, activity)


@topic.page
def result(turn: Turn, activity: Activity) -> Screen:
    """What came of a game: who took part, and the group's small dictionary."""
    _ = turn.words._
    found = contributions.given(turn.session, activity)
    told = any(_stands(turn, activity, page.link(activity)) for page in (over, result))
    if activity.ended_at is None or not (found or told):
        raise Gone
    names = _names(found)
    thanks = faces.in_each(turn, lambda words: _thanks(words, names))
    if activity.play is Play.WORDS:
        title = turn.words.bold(_("Our small dictionary"))
        thanks = paragraphs(title, faces.dictionary(turn, activity, found), thanks)
    return Screen(thanks, ends=turn.group is not None)


def _thanks(words: Words, names: Sequence[str]) -> Markup:
    if not names:
        return words._("This game is over.")
    return words._("The game is over. Thank you, {names}.", names=words.listed(names))


@topic.page
def gone(turn: Turn, message: int) -> Screen:
    """What stands in a message (by its number) of what was taken out of its group."""
    words = turn.words._("This message was taken back.")
    return Screen(words, ends=turn.group is not None, withdraws=True, vanishes=True)


def start(turn: Turn, activity: Activity) -> None:
    """Have a game stand in its group now, and end by itself."""
    deliveries.plan(turn.session, Kind.POSTING, read.link(activity), turn.now, group_id=activity.group_id)
    ends = turn.now + LASTS
    deliveries.plan(turn.session, Kind.POSTING, over.link(activity), ends, group_id=activity.group_id)


def end(turn: Turn, activity: Activity) -> None:
    """End a game now, once."""
    if activity.end_once(turn.session, turn.now):
        postings.rewrite(turn.session, activity.group_id, read.link(activity), turn.now)
        post_once(turn, activity, result.link(activity))


def _stands(turn: Turn, activity: Activity, link: Link) -> bool:
    return postings.stands(turn.session, activity.group_id, link)


def _names(found: Sequence[Contribution]) -> list[str]:
    """Everybody's name once, in the order they came."""
    return list(dict.fromkeys(each.called for each in found))
