"""Incoming: what members answer to an announcement, in the chats of its coordinators and on their desk."""

from markupsafe import Markup

from db import deliveries, outlook, pauses, people, programmes, threads
from db.kinds import Kind
from db.people import Person
from db.programmes import Programme
from db.threads import Message, Thread
from handlers.kit import held, languages
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.pictures import Blank
from handlers.kit.screen import Button, Row, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs
from handlers.news import GATHERING
from handlers.threads import office, replying, seeing_to, wording

LAST = 4
"""How many messages are looked at together where none waits."""
MOST = 8
"""How many where they wait."""
LISTED = 8
"""How many threads the list shows; what is answered makes room for the next."""
topic = Topic("incoming", coordinators=True)


def tell(turn: Turn, thread: Thread) -> None:
    """Have those hear of it soon who are to answer, once for all that comes meanwhile."""
    for each in _hearing(turn, thread):
        due = turn.now + GATHERING
        deliveries.plan_once(turn.session, Kind.THREAD, show.link(thread), due, each.id)


def _hearing(turn: Turn, thread: Thread) -> list[Person]:
    """Whoever sees to it, as long as they are there; else all coordinators."""
    found = programmes.coordinators(turn.session, thread.programme_id)
    others = [each for each in found if each.id != thread.person_id]
    lost = people.unreachable(turn.session, [each.id for each in others])
    there = [each for each in others if each.id not in lost and not pauses.lasts(each, turn.now)]
    return [each for each in there if each.id == thread.taken_by_id] or others


@topic.page(answered=replying.take)
def show(turn: Turn, thread: Thread) -> Screen:
    """The last messages, from the first that waits on, and who sees to it."""
    found = threads.messages(turn.session, thread)
    firsts = [*threads.unanswered(thread, found)[:1], *found[-LAST:][:1]]
    return _from(turn, thread, found[min(map(found.index, firsts), default=0) :])


@topic.page
def newer(turn: Turn, message: Message) -> Screen:
    """The same from one message on, where there is no room for all."""
    found = threads.messages(turn.session, message.thread)
    if message not in found:
        raise Gone
    return _from(turn, message.thread, found[found.index(message) :])


def _from(turn: Turn, thread: Thread, rest: list[Message]) -> Screen:
    """As many as there is room for; no other is read. The last voice or photo that waits comes along."""
    found, after = rest[:MOST], rest[MOST:][:1]
    held_by = [each for each in found if each.medium]
    along = next(reversed(threads.unanswered(thread, held_by)), None)
    threads.read(turn.session, found, turn.now)
    return Screen(
        _text(turn, thread, found),
        [
            *[[Button(turn.words._("See newer"), newer.link(each))] for each in after],
            *replying.row(turn, thread),
            *seeing_to.rows(turn, thread),
            *[wording.door(turn, each, look.link(each)) for each in held_by if each is not along],
        ],
        items=held.items(along),
        up=wording.programme(turn, thread),
    )


def _text(turn: Turn, thread: Thread, found: list[Message]) -> Markup:
    _, member = turn.words._, thread.person
    spoken = turn.words.listed([languages.name(code) for code in member.speaks or []])
    lost = people.unreachable(turn.session, [member.id])
    return paragraphs(
        wording.about(turn, thread.announcement),
        wording.exchange(turn, found),
        lines(
            [
                _("{name} speaks: {languages}", name=member.called, languages=spoken) if spoken else None,
                _("Not reachable: {names}", names=member.called) if lost else None,
                seeing_to.line(turn, thread),
            ]
        ),
    )


@topic.page
def look(turn: Turn, message: Message) -> Screen:
    """One voice message or photo, with its words."""
    return wording.look(turn, message, show.link(message.thread))


def withdraw_all(turn: Turn) -> None:
    """What somebody wrote leaves the chats of the coordinators, before they are forgotten."""
    for thread in threads.of_person(turn.session, turn.person):
        for person, message in set(outlook.standing(turn.session, show.link(thread))):
            to = {"person_id": person, "message": message}
            deliveries.plan(turn.session, Kind.TAKEN_BACK, gone.link(message), turn.now, **to)


@topic.page
def gone(turn: Turn, message: int) -> Screen:
    """What stands in a message (by its number) whose writer was forgotten."""
    _ = turn.words._
    return Screen(_("Whoever wrote this has left Passerelle."), picture=Blank(), withdraws=True)


@topic.page
def overview(turn: Turn, programme: Programme) -> Screen:
    """All that waits, the longest first."""
    _, n_ = turn.words._, turn.words.n_
    found = threads.waiting(turn.session, programme, turn.person)
    listed = [(seeing_to.line(turn, each) or each.person.called, each) for each in found[:LISTED]]
    return Screen(
        n_("{n} answer waits", "{n} answers wait", len(found)) if found else _("No answer waits now."),
        [
            *[[Button(label, show.link(each))] for label, each in listed],
            [Button(_("Office hours"), office.show.link(programme))],
        ],
        up=programme,
    )


def rows(turn: Turn, programme: Programme) -> list[Row]:
    """What the desk says of it."""
    _, n_ = turn.words._, turn.words.n_
    n = threads.count_waiting(turn.session, programme, turn.person)
    label = n_("{n} answer waits", "{n} answers wait", n) if n else _("Messages to us")
    return [[Button(label, overview.link(programme))]]
