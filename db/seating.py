"""Seating: who has a place at an event, who waits for one, and who moves up. Pure: no database, no clock.

Everything here works on an event and all answers to it in the order they came, which the caller holds.
"""

from collections.abc import Sequence
from datetime import datetime

from db.events import Event
from db.guests import Guest, Says


def moving_up(waiting: Sequence[int], free: int) -> list[int]:
    """Which of those who wait (their parties, first come first) get a place: the first who fits is first."""
    found = []
    for number, party in enumerate(waiting):
        if party <= free:
            found.append(number)
            free -= party
    return found


def taken(everybody: Sequence[Guest]) -> int:
    """How many people come, with all they bring."""
    return sum(each.party for each in everybody if each.seated)


def queue(everybody: Sequence[Guest]) -> list[Guest]:
    """Those who wait for a place, first come first."""
    waiting = [(each.waiting_since, each) for each in everybody if each.waits and each.waiting_since]
    return [each for _, each in sorted(waiting, key=lambda one: one[0])]


def fits(event: Event, everybody: Sequence[Guest], more: int = 0) -> bool:
    """Whether there are places for all who have one, and for some more."""
    return event.capacity is None or taken(everybody) + more <= event.capacity


def answer(event: Event, everybody: Sequence[Guest], own: Guest, said: tuple[Says, datetime]) -> None:
    """Keep what somebody says now. Whoever comes gets a place, or waits; the same again changes nothing."""
    says, now = said
    if own.says is not says:
        own.says, own.answered_at, own.waiting_since, own.brings = says, now, None, 0
        if own.seated and not fits(event, everybody):
            own.waiting_since = now
    own.version = event.version


def bring(event: Event, everybody: Sequence[Guest], own: Guest, brings: int) -> bool:
    """Come with so many. False where there are not so many places: nobody loses their own by asking."""
    more = brings - own.brings
    if own.says is not Says.COMES or (own.seated and more > 0 and not fits(event, everybody, more)):
        return False
    own.brings = brings
    return True


def move_up(event: Event, everybody: Sequence[Guest]) -> list[Guest]:
    """Give the places that are free now to those who wait; who they are."""
    line = queue(everybody)
    free = sum(each.party for each in line) if event.capacity is None else event.capacity - taken(everybody)
    moved = [line[each] for each in moving_up([each.party for each in line], free)]
    for each in moved:
        each.waiting_since = None
    return moved
