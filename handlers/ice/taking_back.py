"""Taking an answer back: it leaves the chats of all who could read it."""

from datetime import timedelta

from markupsafe import Markup

from db import answers, deliveries, showings
from db.answers import Answer
from db.contents import Medium
from db.kinds import Kind
from db.showings import Showing
from handlers.ice import wording
from handlers.kit.links import Gone
from handlers.kit.media import Shared
from handlers.kit.pages import Topic
from handlers.kit.pictures import Blank
from handlers.kit.screen import Button, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs

ERASABLE = timedelta(hours=48)
"""How long a bot may delete what it sent (Bot API, deleteMessage)."""

topic = Topic("taking_back")


@topic.page
def ask(turn: Turn, answer: Answer) -> Screen:
    """What goes, and honestly what cannot; asked once."""
    _ = turn.words._
    _own(turn, answer)
    seen = answer.icebreaking.answered_at is not None
    return Screen(
        paragraphs(
            turn.words.bold(_("Take this answer back?")),
            wording.prompt(turn.words, answer.icebreaking),
            wording.answer(turn.words, answer),
            _("It is taken out of all your chats.") if seen else _("Nobody else has seen it."),
            _stays(turn, answer),
        ),
        [
            [Button(_("Take it back"), do.link(answer))],
            [Button(_("Keep as it is"), turn.link_to(answer.icebreaking))],
        ],
    )


def _stays(turn: Turn, answer: Answer) -> Markup | None:
    """A voice message that was shown long ago can be taken out of a chat by nobody but its reader."""
    _ = turn.words._
    old = [each for each in _elsewhere(turn, answer) if each.shown_at < turn.now - ERASABLE]
    if answer.medium != Medium.VOICE or not old:
        return None
    return lines(
        [
            _("Others got your voice message more than two days ago."),
            _("The app keeps it in their chat. Only its words are taken out."),
        ]
    )


def _elsewhere(turn: Turn, answer: Answer) -> list[Showing]:
    found = showings.of(turn.session, answer)
    return [each for each in found if each.person_id != turn.person.id]


@topic.page
def do(turn: Turn, answer: Answer) -> Screen:
    """Nothing of it is kept. Safe to press twice."""
    _ = turn.words._
    _own(turn, answer)
    withdraw(turn, answer)
    answers.take_back(turn.session, answer, turn.now)
    return Screen(
        lines([_("It is taken back."), _("You can also erase your message in this chat.")]),
    )


def withdraw(turn: Turn, answer: Answer) -> None:
    """Have every message that shows an answer shown anew, without it: it is gone by then."""
    for each in showings.of(turn.session, answer):
        to = {"person_id": each.person_id, "message": each.message}
        deliveries.plan(turn.session, Kind.TAKEN_BACK, gone.link(each), turn.now, **to)


def withdraw_all(turn: Turn) -> None:
    """The same for everything somebody answered, before they are forgotten."""
    for each in answers.of_person(turn.session, turn.person):
        withdraw(turn, each)


@topic.page
def gone(turn: Turn, showing: Showing) -> Screen:
    """What stands in a message once an answer was taken back: the others, if one may still read them."""
    _ = turn.words._
    idea = showing.icebreaking
    found = answers.of(turn.session, idea)
    reads = found.open and turn.person.id in found.people and showing.author_id is None
    text = paragraphs(
        wording.prompt(turn.words, idea),
        (reads and wording.side_by_side(turn, found)) or _("<i>This answer was taken back.</i>"),
    )
    return Screen(text, picture=Blank(), shares=Shared(idea.id, showing.author_id), withdraws=True)


def _own(turn: Turn, answer: Answer) -> None:
    if answer.person_id != turn.person.id or answer.taken_back_at:
        raise Gone
