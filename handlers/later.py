"""Later: somebody would rather have a message tonight, tomorrow or next week."""

import enum
from datetime import datetime, time, timedelta

from db import outlook
from db.deliveries import Delivery
from db.rhythm import local_moment, next_day
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen
from handlers.kit.turn import Turn

EVENINGS = (18, 20)
"""Hours of a day that are tonight, the first of them that is not near."""

NEAR = timedelta(hours=1)


class Later(enum.StrEnum):
    """When a message is to come instead."""

    TONIGHT = "tonight"
    TOMORROW = "tomorrow"
    NEXT_WEEK = "next-week"


topic = Topic("later")


@topic.page
def ask(turn: Turn, message: Delivery) -> Screen:
    """The choices there are by now: for what was shown, and for what is still to come."""
    _ = turn.words._
    labels = {
        Later.TONIGHT: _("Tonight"),
        Later.TOMORROW: _("Tomorrow"),
        Later.NEXT_WEEK: _("Next week"),
    }
    return Screen(
        _("When would you like it?"),
        [[Button(labels[each], until.link(message, each))] for each in Later if _moment(turn, each)],
    )


@topic.page
def until(turn: Turn, message: Delivery, when: Later) -> Screen:
    """Have it come then, if it is still true. Another choice takes the place of the one before."""
    _ = turn.words._
    due = _moment(turn, when)
    if due is None:
        return ask(turn, message)
    if message.settled_at:
        outlook.snooze(turn.session, message, due)
    elif not outlook.postpone(turn.session, message, due):
        raise Gone
    return Screen(_("All right. It comes on {moment}.", moment=turn.words.moment(due, turn.person.zone)))


def _moment(turn: Turn, when: Later) -> datetime | None:
    """The moment a choice means; None where the evening is too near, or quiet."""
    person = turn.person
    if when == Later.TONIGHT:
        hours = [hour for hour in EVENINGS if hour not in person.quiet]
        found = (local_moment(turn.today, time(hour), person.zone) for hour in hours)
        return next((each for each in found if each >= turn.now + NEAR), None)
    days = timedelta(days=0 if when == Later.TOMORROW else 6)
    return next_day(turn.now + days, person.zone, person.hour)
