"""What somebody tells of themselves while joining: the languages they speak, what they need or offer."""

from db import deliveries, programmes
from db.kinds import Kind
from db.needs import Need
from db.people import Asking, Role
from db.programmes import Member
from handlers.coordinator import matching
from handlers.kit import languages, leaves, needs
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen, in_rows, ticked
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs

PAGE = 14
topic = Topic("profile", doorstep=True)


def place(turn: Turn) -> Member:
    """The place being asked about. Raises Gone for those who are in."""
    found = programmes.unfinished(turn.session, turn.person)
    if found is None or turn.person.joining is None:
        raise Gone
    return found


def asking(turn: Turn, question: Asking) -> None:
    """Note the question somebody is at. Raises Gone for those who are in, or who skipped one before."""
    person = turn.person
    answered = [
        Asking.LANGUAGE,
        *([Asking.CONSENT] if person.language else []),
        *([Asking.NAME] if person.consented_at else []),
        *([Asking.SPEAKS, Asking.NEEDS] if person.consented_at and person.name else []),
    ]
    if person.joining is None or question not in answered:
        raise Gone
    person.joining = question


@topic.page
def ask_speaks(turn: Turn) -> Screen:
    """The languages they speak, ticked by tapping."""
    return leaf(turn, 0)


@topic.page
def leaf(turn: Turn, start: int) -> Screen:
    """The same, from the language of that number on."""
    _ = turn.words._
    asking(turn, Asking.SPEAKS)
    spoken = turn.person.speaks or []
    found = leaves.leaf(list(languages.NAMES), start, PAGE)
    ticks = [
        Button(ticked(languages.name(code), code in spoken), speak.link(code, start)) for code in found.shown
    ]
    chosen = [languages.name(code) for code in spoken]
    return Screen(
        paragraphs(
            _("Which languages do you speak? A little counts too."),
            turn.words.listed(chosen) if chosen else None,
        ),
        [
            *in_rows(ticks, 2),
            *found.more(_("More languages"), leaf.link),
            *([[Button(_("Continue"), ask_needs.link())]] if spoken else []),
        ],
        awaits=again_speaks.link(),
        ends=True,
    )


@topic.reply
def again_speaks(turn: Turn) -> Screen:
    """Whatever is written where a button is wanted shows the question once more."""
    return ask_speaks(turn)


@topic.page
def speak(turn: Turn, language: str, start: int) -> Screen:
    """Tick a language, or take the tick away."""
    asking(turn, Asking.SPEAKS)
    if language not in languages.NAMES:
        raise Gone
    turn.person.speaks = toggled(turn.person.speaks, language)
    return leaf(turn, start)


@topic.page
def ask_needs(turn: Turn) -> Screen:
    """What would help a mentee, what a mentor can offer: the same eleven categories."""
    _ = turn.words._
    asking(turn, Asking.NEEDS)
    here = place(turn)
    chosen = here.needs or []
    ticks = [
        Button(ticked(needs.label(turn.words, each), each in chosen), toggle_need.link(each)) for each in Need
    ]
    return Screen(
        lines(
            [
                _("What would help you?") if here.role == Role.MENTEE else _("What can you offer?"),
                _("Choose as many as you like."),
            ]
        ),
        [*in_rows(ticks, 2), *([[Button(_("Continue"), finish.link())]] if chosen else [])],
        awaits=again_needs.link(),
        ends=True,
    )


@topic.reply
def again_needs(turn: Turn) -> Screen:
    """Whatever is written where a button is wanted shows the question once more."""
    return ask_needs(turn)


@topic.page
def toggle_need(turn: Turn, need: Need) -> Screen:
    """Tick a category, or take the tick away."""
    asking(turn, Asking.NEEDS)
    here = place(turn)
    here.needs = toggled(here.needs, need)
    return ask_needs(turn)


@topic.page
def finish(turn: Turn) -> Screen:
    """The last question is answered."""
    asking(turn, Asking.NEEDS)
    return enter(turn)


def enter(turn: Turn) -> Screen:
    """Let them in; the coordinators hear that somebody waits. The engine shows home below this."""
    _ = turn.words._
    here = place(turn)
    here.joined_at, turn.person.joining = turn.now, None
    if here.role != Role.COORDINATOR:
        _tell_coordinators(turn, here)
    return Screen(_("Welcome, {name}.", name=turn.person.called))


def _tell_coordinators(turn: Turn, newcomer: Member) -> None:
    link = matching.somebody.link(newcomer.programme)
    for each in programmes.members(turn.session, newcomer.programme, Role.COORDINATOR):
        deliveries.plan_once(turn.session, Kind.DESK, link, turn.now, each.person_id)


def toggled(chosen: list[str] | None, one: str) -> list[str]:
    """The list with one more, or one less."""
    chosen = chosen or []
    return [each for each in chosen if each != one] if one in chosen else [*chosen, str(one)]
