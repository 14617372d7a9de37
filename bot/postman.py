"""What becomes of a message that is due: looked at again, opened as a turn of its reader, recorded."""

from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot import recurring
from bot.conversation import Conversation, remember
from bot.in_groups import group_reader, posted
from bot.parcels import Parcel, Shown
from bot.posted import Posted
from bot.undeliverable import GoneForGood, Moved, SlowDown, TopicGone, TryAgain, Uncertain, Undeliverable
from db import deliveries, groups, habits, messages, outlook, people, showings, signs
from db.deliveries import Claim, Delivery, Outcome
from db.groups import Group
from db.kinds import RULES, UNASKED, Kind
from db.people import Person
from db.rhythm import NONE, Habits, LetGo, PutOff, Reason, decide
from handlers import unheard
from handlers.coordinator import group_news
from handlers.kit.links import Gone, Silent
from handlers.kit.screen import Screen
from handlers.kit.turn import Turn

MOST_TRIES = 6
SOON = timedelta(seconds=20)
"""The first wait before another try; it doubles with each."""


class Postman:
    """Prepares and records what is due; who sends is somebody else's. One transaction a method."""

    def __init__(self, conversation: Conversation, channel: str) -> None:
        self._conversation = conversation
        self._channel = channel

    def prepare(self, session: Session, claim: Claim, now: datetime) -> Parcel | None:
        """Look at a claimed row again and open its link. None when it is put off or let go, recorded.

        An errand is done here, in the same transaction.
        """
        if claim.kind is Kind.ERRAND:
            self._do(session, claim, now)
            return None
        turn = self._in_group(session, claim, now) if claim.group_id else self._of_person(session, claim, now)
        if turn is None:
            reason = Reason.NO_GROUP if claim.group_id else Reason.NO_ADDRESS
            deliveries.settle(session, claim, Outcome.UNREACHABLE, now, reason=reason)
            recurring.goes_on(session, claim, now)
            return None
        return self._open(turn, claim) if _goes(turn, claim) else None

    def sent(self, session: Session, parcel: Parcel, posted: Posted, now: datetime) -> None:
        """Record that it went and where it stands, and plan the next look where the screen wants one."""
        message, further = posted.message, list(posted.further) or None
        deliveries.settle(session, parcel.claim, Outcome.SENT, now, message=message, further=further)
        if parcel.over and parcel.over != posted:
            messages.moved(session, parcel.claim, message, further)
        if parcel.claim.kind in UNASKED and parcel.claim.person_id:
            _unanswered(session, parcel.claim.person_id, now)
        self.shown(session, Shown(parcel.claim.person_id, parcel.screen, posted), now)

    def shown(self, session: Session, shown: Shown, now: datetime) -> None:
        """Have a page opened once more over its message, if it asks for that; know where contents stand."""
        screen, person, message = shown.screen, shown.person, shown.posted.message
        if person and screen.again and screen.here:
            to = {"person_id": person, "message": message}
            deliveries.plan(session, Kind.REPORT, screen.here, screen.again, **to)
        if person and screen.shares:
            which = {"icebreaking_id": screen.shares.icebreaking, "author_id": screen.shares.author}
            showings.keep(session, now, person_id=person, message=message, **which)
        if person and screen.gathers:
            people.shows_album(session, person, message)

    def failed(self, session: Session, parcel: Parcel, problem: Undeliverable, now: datetime) -> None:
        """The one place that decides what an error means for a message."""
        claim, reason = parcel.claim, problem.reason
        match problem:
            case TopicGone() if parcel.screen.topic:
                group = session.get_one(Group, claim.group_id)
                group_news.topicless(session, group, parcel.screen.topic, now)
                self._retry(session, claim, now, reason)
            case GoneForGood() | TopicGone():
                self._unreachable(session, claim, parcel.chat, now)
                deliveries.settle(session, claim, Outcome.UNREACHABLE, now, reason=reason)
            case Moved(chat=chat):
                groups.moved(session, (self._channel, parcel.chat), chat)
                self._retry(session, claim, now, reason)
            case SlowDown(seconds=seconds):
                deliveries.put_off(session, claim, now + timedelta(seconds=seconds), reason)
            case TryAgain():
                self._retry(session, claim, now + SOON * 2**claim.tries, reason)
            case Uncertain() if RULES[claim.kind].asked:
                self._retry(session, claim, now + SOON * 2**claim.tries, reason)
            case Uncertain():
                deliveries.settle(session, claim, Outcome.LET_GO, now, reason=f"uncertain: {reason}")
            case _:
                deliveries.settle(session, claim, Outcome.FAILED, now, reason=reason)

    def unpinned(self, session: Session, parcel: Parcel, now: datetime) -> None:
        """What was to be pinned stands there, but we had no right to pin it."""
        group_news.unpinned(session, session.get_one(Group, parcel.claim.group_id), now)

    def broken(self, session: Session, claim: Claim, fault: str, now: datetime) -> None:
        """Record a fault of ours, so that one bad row stops nobody else's. An errand is tried again."""
        if claim.kind is Kind.ERRAND:
            self._retry(session, claim, now + SOON * 2**claim.tries, fault)
            return
        deliveries.settle(session, claim, Outcome.FAILED, now, reason=fault)
        recurring.goes_on(session, claim, now)

    def _do(self, session: Session, claim: Claim, now: datetime) -> None:
        turn = self._conversation.turn(session, group_reader(session, None, "en"), (self._channel, 0), now)
        try:
            self._conversation.book.run(turn, claim.link)
        except Gone:
            deliveries.settle(session, claim, Outcome.LET_GO, now, reason=Reason.GONE)
        else:
            deliveries.settle(session, claim, Outcome.DONE, now)

    def _of_person(self, session: Session, claim: Claim, now: datetime) -> Turn | None:
        address = people.reached(session, claim.person_id or 0)
        if address is None:
            return None
        return self._conversation.turn(session, address.person, (address.channel, address.ref), now)

    def _in_group(self, session: Session, claim: Claim, now: datetime) -> Turn | None:
        group = session.get(Group, claim.group_id)
        if group is None or group.programme_id is None or group.unreachable_since:
            return None
        reader = group_reader(session, group, "en")
        turn = self._conversation.turn(session, reader, (group.channel, group.ref), now)
        return replace(turn, group=group)

    def _open(self, turn: Turn, claim: Claim) -> Parcel | None:
        try:
            screen = self._conversation.book.open(turn, claim.link)
        except Gone:
            deliveries.settle(turn.session, claim, Outcome.LET_GO, turn.now, reason=Reason.GONE)
            return None
        except Silent as silence:
            _let_go(turn, claim, silence.reason)
            return None
        screen = posted(screen, turn.group, claim) if turn.group else self._written(turn, claim, screen)
        over = Posted(claim.message, tuple(claim.further or ())) if claim.message else None
        return Parcel(claim, turn.address[1], screen, over)

    def _written(self, turn: Turn, claim: Claim, screen: Screen) -> Screen:
        """What goes to a person is kept with why it came, and what comes again is planned."""
        if screen.awaits:
            remember(turn, screen)
        outlook.shows(turn.session, claim, screen.here, screen.why)
        recurring.came(turn.session, claim, turn.person, turn.now)
        book, rule = self._conversation.book, RULES[claim.kind]
        screen = book.quietable(turn, screen, Delivery(id=claim.id)) if rule.snoozes else screen
        return book.lasting(screen) if rule.lasting else screen

    def _unreachable(self, session: Session, claim: Claim, chat: int, now: datetime) -> None:
        if claim.group_id:
            group_news.unreachable(session, session.get_one(Group, claim.group_id), now)
        else:
            people.lost(session, (self._channel, chat), now)

    def _retry(self, session: Session, claim: Claim, at: datetime, reason: str) -> None:
        if claim.tries + 1 >= MOST_TRIES:
            deliveries.settle(session, claim, Outcome.FAILED, at, reason=reason)
        else:
            deliveries.try_again(session, claim, at, reason)


def _goes(turn: Turn, claim: Claim) -> bool:
    """Whether it goes now; where it does not, what becomes of it is recorded."""
    rule = RULES[claim.kind]
    known = Habits(turn.person.zone)
    if turn.group is None:
        known = habits.of(turn.session, turn.person, rule, turn.now)
    match decide(rule, claim.first_due, known, turn.now):
        case PutOff(until, reason):
            deliveries.put_off(turn.session, claim, until, reason)
            return False
        case LetGo(reason):
            _let_go(turn, claim, reason)
            return False
    return True


def _let_go(turn: Turn, claim: Claim, reason: str) -> None:
    deliveries.settle(turn.session, claim, Outcome.LET_GO, turn.now, reason=reason)
    recurring.goes_on(turn.session, claim, turn.now)


def _unanswered(session: Session, person_id: int, now: datetime) -> None:
    """One more waits for a sign; when we stop writing to somebody, the coordinators hear of it, once."""
    if signs.unanswered(session, person_id) == NONE:
        unheard.tell_person(session, session.get_one(Person, person_id), now)
