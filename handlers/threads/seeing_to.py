"""Seeing to: one coordinator takes what a member wrote, the others see it, and can take it over."""

from markupsafe import Markup

from db import deliveries, outlook, programmes, threads
from db.kinds import Kind
from db.threads import Thread
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Row, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs
from handlers.threads import wording

topic = Topic("seeing_to", coordinators=True)


def taken(turn: Turn, thread: Thread) -> bool:
    """Whether the person sees to it from now on, because nobody else does."""
    free = thread.taken_by_id is None
    mine = thread.take(turn.session, turn.person, turn.now)
    if free and mine:
        _others_see(turn, thread)
    return mine


def take_over(turn: Turn, thread: Thread) -> None:
    """Have the person see to it, whoever did."""
    if thread.taken_by_id != turn.person.id:
        thread.take_over(turn.session, turn.person, turn.now)
        _others_see(turn, thread)


def _others_see(turn: Turn, thread: Thread) -> None:
    """Nothing comes to the others; where it stands in their chats, they read who sees to it."""
    link, found = turn.link_to(thread), threads.messages(turn.session, thread)
    held = any(each.medium for each in threads.unanswered(thread, found))
    instead = below.link(thread) if held else link
    standing = dict(outlook.standing(turn.session, link))
    for each in programmes.coordinators(turn.session, thread.programme_id):
        if each.id != turn.person.id:
            deliveries.take_back(turn.session, link, each.id)
            if each.id in standing:
                to = {"person_id": each.id, "message": standing[each.id]}
                deliveries.plan(turn.session, Kind.THREAD_TAKEN, instead, turn.now, **to)


@topic.page
def below(turn: Turn, thread: Thread) -> Screen:
    """Who sees to it, below a voice message or photo that stays where it is."""
    return Screen(
        paragraphs(wording.about(turn, thread.announcement), line(turn, thread)),
        [[Button(turn.words._("Only read it"), turn.link_to(thread))], *rows(turn, thread)],
        up=wording.programme(turn, thread),
        rewords=True,
    )


def settle(turn: Turn, thread: Thread) -> None:
    """What was read waits for nobody any more."""
    if not threads.settle(turn.session, thread):
        for each in programmes.coordinators(turn.session, thread.programme_id):
            deliveries.take_back(turn.session, turn.link_to(thread), each.id)


def line(turn: Turn, thread: Thread) -> Markup | None:
    """Who sees to it."""
    _ = turn.words._
    if thread.taken_by is None:
        return None
    if thread.taken_by_id == turn.person.id:
        return _("You answer {name}.", name=thread.person.called)
    return _("{name} answers {member}.", name=thread.taken_by.called, member=thread.person.called)


def rows(turn: Turn, thread: Thread) -> list[Row]:
    """What can be done about it, besides answering; taking it over alone, where another sees to it."""
    _ = turn.words._
    if thread.taken_by_id not in (None, turn.person.id):
        return [[Button(_("Take it over"), ask_over.link(thread))]]
    free = [[Button(_("I take it"), take.link(thread))]] if thread.taken_by_id is None else []
    return [*free, *([[Button(_("Done"), put_aside.link(thread))]] if thread.waits_since else [])]


@topic.page
def take(turn: Turn, thread: Thread) -> Screen:
    """Take it, to answer later."""
    return turn.show(thread) if taken(turn, thread) else ask_over(turn, thread)


@topic.page
def ask_over(turn: Turn, thread: Thread) -> Screen:
    """Another has taken it: that can be read, and changed after this question."""
    _ = turn.words._
    holder = thread.taken_by
    if holder is None or holder.id == turn.person.id or thread.taken_at is None:
        return turn.show(thread)
    moment = turn.words.moment(thread.taken_at, turn.person.zone)
    return Screen(
        lines(
            [
                _("<b>{name}</b> has taken it: {moment}", name=holder.called, moment=moment),
                _("Would you like to answer instead?"),
            ]
        ),
        [
            [Button(_("Take it over"), over.link(thread, holder.id))],
            [Button(_("Only read it"), turn.link_to(thread))],
        ],
        up=wording.programme(turn, thread),
    )


@topic.page
def over(turn: Turn, thread: Thread, holder: int) -> Screen:
    """Take it from exactly this holder (an id)."""
    if thread.taken_by_id == holder:
        take_over(turn, thread)
    return turn.show(thread)


@topic.page
def put_aside(turn: Turn, thread: Thread) -> Screen:
    """It needs no answer: it leaves the desk, unless another sees to it, or not all of it was read."""
    if not taken(turn, thread):
        return ask_over(turn, thread)
    settle(turn, thread)
    return turn.show(thread if thread.waits_since else wording.programme(turn, thread))
