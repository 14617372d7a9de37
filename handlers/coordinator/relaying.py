"""Relaying: a message of a group comes to a coordinator in private, as a draft to look at and to send."""

from markupsafe import Markup

from db import announcements, deliveries, drafts, people, programmes, relayers
from db.announcements import TEXT_LENGTH, Announcement
from db.groups import Group
from db.kinds import Kind
from db.people import Person
from db.programmes import Programme
from db.relayers import Relayer
from handlers.announcing import drafting
from handlers.kit import private
from handlers.kit.links import Gone, TooLong
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import Words, lines, paragraphs

LATEST = 5
"""Among so many drafts and announcements the same is looked for."""
topic = Topic("relaying", coordinators=True)


def pass_on(turn: Turn, words: Words) -> Markup:
    """Have what somebody replied to come to a coordinator; the one line to be said about it."""
    _ = words._
    if turn.group is None:
        raise Gone
    receiver = relayers.receiver(turn.session, turn.group, turn.person, turn.address)
    if receiver is None:
        return _ask(turn, turn.group, words)
    if people.unreachable(turn.session, [receiver.id]):
        return _("{name} must open me in private first.", name=receiver.called)
    try:
        draft = _draft(turn, receiver)
    except TooLong:
        return _("This is too long to pass on.")
    if draft is None:
        return _("I find no words in it to pass on.")
    own = receiver is turn.person
    kind = Kind.REPORT if own else Kind.DESK
    deliveries.plan_once(turn.session, kind, drafting.show.link(draft), turn.now, receiver.id)
    return lines(
        [_("{name} gets it in private.", name=receiver.called), _whole(turn, words) if own else None]
    )


def _whole(turn: Turn, words: Words) -> Markup | None:
    """How the rest of an album comes, of which a reply holds one piece."""
    if turn.said.album is None:
        return None
    return words._("That is one picture of the album. To bring all, forward it to me there.")


def _draft(turn: Turn, author: Person) -> Announcement | None:
    """What the group's message becomes, words and files; None where it has neither.

    The same is no second draft, as long as the first is not sent.
    """
    words, items = turn.passage(TEXT_LENGTH, private.nothing), list(turn.said.items)
    programme = turn.session.get_one(Programme, turn.group.programme_id if turn.group else None)
    if not (words or items):
        return None
    for each in drafts.listed(turn.session, programme, 0, LATEST):
        if (each.words, each.first.items or []) == (words, items) and each.sent_at is None:
            return each
    draft = announcements.write(turn.session, programme, author, words, turn.now)
    draft.first.items = items
    return draft


def _ask(turn: Turn, group: Group, words: Words) -> Markup:
    """A kind word for who may not; the coordinators are asked once."""
    _ = words._
    new = relayers.ask(turn.session, group, turn.person, turn.address, turn.now)
    if new is None:
        return _("Only people whom a coordinator chose can pass messages on.")
    for each in programmes.coordinators(turn.session, group.programme_id or 0):
        deliveries.plan_once(turn.session, Kind.DESK, asked.link(new), turn.now, each.id)
    return _("I ask a coordinator if you may pass messages on.")


@topic.tap
def this(turn: Turn) -> Markup:
    """The button below a message: the same as the command."""
    return pass_on(turn, turn.words)


def how(words: Words) -> Markup:
    """What the command is for, to somebody who replied to nothing."""
    command = words.code("/relay")
    return words._("Reply to a message with {command}. A coordinator gets it in private.", command=command)


@topic.page
def asked(turn: Turn, relayer: Relayer) -> Screen:
    """Somebody asks to pass messages on. Gone once a coordinator answered."""
    _ = turn.words._
    group = turn.session.get_one(Group, relayer.group_id)
    if relayer.allowed is not None:
        raise Gone
    return Screen(
        lines(
            [
                _("{name} asks to pass messages on from {group}.", name=relayer.name, group=group.title),
                _("They would come to you first. Nothing is sent without you."),
            ]
        ),
        [[Button(_("Allow"), allow.link(relayer)), Button(_("Not now"), refuse.link(relayer))]],
        up=group,
    )


@topic.page
def allow(turn: Turn, relayer: Relayer) -> Screen:
    """From now on it comes to whoever allowed it first."""
    relayer.answer_once(turn.session, turn.person, allowed=True)
    return overview(turn, turn.session.get_one(Group, relayer.group_id))


@topic.page
def refuse(turn: Turn, relayer: Relayer) -> Screen:
    """Not now: for a while it is not asked again."""
    relayer.answer_once(turn.session, turn.person, allowed=False)
    return overview(turn, turn.session.get_one(Group, relayer.group_id))


@topic.page
def overview(turn: Turn, group: Group) -> Screen:
    """Who may pass messages on from a group, besides the coordinators, and who asks to."""
    _ = turn.words._
    found = relayers.of_group(turn.session, group)
    may = [Button(each.name, show.link(each)) for each in found if each.allowed]
    ask = [
        Button(_("{name} asks", name=each.name), asked.link(each)) for each in found if each.allowed is None
    ]
    return Screen(
        paragraphs(
            _("Who may pass messages on from {group}?", group=group.title),
            lines(
                [
                    _("Coordinators may, and whoever you allow."),
                    _("How: reply to a message there with {command}.", command=turn.words.code("/relay")),
                    _("Somebody else asks you in the same way."),
                ]
            ),
        ),
        [[each] for each in [*may, *ask]],
        up=group,
    )


@topic.page
def show(turn: Turn, relayer: Relayer) -> Screen:
    """Somebody who may, and the way to end it."""
    _ = turn.words._
    if not relayer.allowed:
        raise Gone
    return Screen(
        _("{name} may pass messages on.", name=relayer.name),
        [[Button(_("Not any more"), end.link(relayer))]],
        up=turn.session.get_one(Group, relayer.group_id),
    )


@topic.page
def end(turn: Turn, relayer: Relayer) -> Screen:
    """They may not any more, and could ask again."""
    group = turn.session.get_one(Group, relayer.group_id)
    turn.session.delete(relayer)
    turn.session.flush()
    return overview(turn, group)


def kept(turn: Turn) -> list[Markup]:
    """What we keep of somebody's asking."""
    _ = turn.words._
    found = relayers.titles(turn.session, turn.person)
    return [_("You asked to pass messages on from {group}.", group=each) for each in found]
