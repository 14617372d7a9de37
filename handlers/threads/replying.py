"""Replying: a coordinator answers what a member wrote, and the member reads who answered."""

from db import deliveries, threads
from db.kinds import Kind
from db.threads import Message, Thread
from handlers.kit import held
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Row, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs
from handlers.threads import seeing_to, wording

topic = Topic("replying", coordinators=True)


def row(turn: Turn, thread: Thread) -> list[Row]:
    """The way to answer, where nobody else sees to it."""
    _ = turn.words._
    mine = thread.taken_by_id in (None, turn.person.id)
    return [[Button(_("Answer"), ask.link(thread))]] if mine else []


@topic.page
def ask(turn: Turn, thread: Thread) -> Screen:
    """Words for the member; whoever presses sees to it from now on."""
    _ = turn.words._
    if not seeing_to.taken(turn, thread):
        return seeing_to.ask_over(turn, thread)
    name = thread.person.called
    return Screen(
        lines(
            [
                _("Write your answer to {name}.", name=name),
                _("A voice message or a photo is fine too."),
                _("Only {name} gets it.", name=name),
            ]
        ),
        awaits=take.link(thread),
        up=wording.programme(turn, thread),
    )


@topic.reply(takes=wording.TAKES)
def take(turn: Turn, thread: Thread) -> Screen:
    """Keep an answer, and send it; where another sees to it by now, that is asked first."""
    message = wording.heard(turn)
    if message is None:
        return ask(turn, thread).saying(wording.unheard(turn))
    message.thread = thread
    threads.keep(turn.session, message)
    return send(turn, message) if seeing_to.taken(turn, thread) else _unsent(turn, message)


def _unsent(turn: Turn, message: Message) -> Screen:
    _ = turn.words._
    return Screen(
        paragraphs(
            held.said(turn.words, message),
            lines([seeing_to.line(turn, message.thread), _("Your answer is kept, but not sent.")]),
        ),
        [
            [Button(_("Send it"), send.link(message))],
            [Button(_("Do not send it"), drop.link(message))],
        ],
        up=wording.programme(turn, message.thread),
    )


@topic.page
def send(turn: Turn, message: Message) -> Screen:
    """The member gets the answer, once, from whoever sees to it from now on."""
    _, thread = turn.words._, message.thread
    if message.send(turn.session, turn.now):
        seeing_to.take_over(turn, thread)
        seeing_to.settle(turn, thread)
        to = {"person_id": thread.person_id}
        deliveries.plan(turn.session, Kind.THREAD, turn.link_to(message), turn.now, **to)
    return turn.show(thread).saying(_("{name} gets your answer.", name=thread.person.called))


@topic.page
def drop(turn: Turn, message: Message) -> Screen:
    """Nothing is kept of an answer that was not sent."""
    thread = message.thread
    if message.sent_at is None:
        turn.session.delete(message)
        turn.session.flush()
    return turn.show(thread)
