"""Reasons in plain words: what comes and why, why it waits, why it was sent, and why it was not."""

from markupsafe import Markup

from db.deliveries import Delivery, Outcome
from db.kinds import Kind, Why
from db.rhythm import Reason
from handlers.kit.words import Words


def coming(words: Words, kind: Kind) -> Markup:
    """What comes, and why; nothing of what others wrote."""
    _ = words._
    meeting, pair, event = _("News of a meeting"), _("News of your pair"), _("News of an event")
    return {
        Kind.NUDGE: _("A word from us, on the day you chose"),
        Kind.SNOOZED: _("Something you wanted later"),
        Kind.SILENCE: _("A question, because it was quiet"),
        Kind.NEWS: pair,
        Kind.MATCH: pair,
        Kind.PARTING: pair,
        Kind.ANNOUNCEMENT: _("An announcement"),
        Kind.URGENT: _("An urgent announcement"),
        Kind.DESK: _("Something for your desk"),
        Kind.THREAD: _("An answer about an announcement"),
        Kind.MEETING: meeting,
        Kind.MEETING_TODAY: meeting,
        Kind.REMINDER: _("A reminder, because you agreed to meet"),
        Kind.AFTERWARDS: _("A question, because you agreed to meet"),
        Kind.GOING_ON: _("A question after the first meeting"),
        Kind.CLOSING: _("A word, because your time together ends"),
        Kind.KEEPSAKE: _("Your keepsake, because your time is complete"),
        Kind.DAY: _("A special day, or a public holiday"),
        Kind.ANSWER_ASKED: _("An idea that somebody has answered"),
        Kind.HELPING: _("A question, because you offered to help"),
        Kind.GIVEN_BACK: _("Your answer to an idea"),
        Kind.EVENT: event,
        Kind.EVENT_SOON: event,
        Kind.EVENT_REMINDER: _("A reminder of an event"),
        Kind.EVENT_AFTER: _("A question after an event"),
        Kind.ROUND: _("Three questions to everybody"),
    }.get(kind, _("A message from us"))


def waiting(words: Words, reason: str | None) -> Markup | None:
    """Why it was put off."""
    _ = words._
    return {
        str(Reason.QUIET): _("It waits for the end of the quiet hours."),
        str(Reason.REACH): _("It waits for the hours you chose."),
        str(Reason.ANSWERING): _("It waits until you have written."),
        str(Reason.PAUSED): _("It waits for the end of your pause."),
        str(Reason.CAPPED): _("It waits. You had a message this week."),
        str(Reason.SNOOZED): _("You wanted it later."),
        str(Reason.CROWDED): _("It comes a little earlier, because many get one then."),
    }.get(reason or "")


def decided(words: Words, row: Delivery) -> Markup:
    """What became of a message, and why."""
    if row.outcome == Outcome.SENT:
        return why(words, row.reason) or words._("Sent.")
    return _not_sent(words, row.reason)


def why(words: Words, reason: str | None) -> Markup | None:
    """Why something came that nobody asked for."""
    _ = words._
    return {
        str(Why.OVERDUE): _("It came because a step is open."),
        str(Why.SOON): _("It came because the day of a step is near."),
        str(Why.MEETING): _("It came because no meeting was planned."),
        str(Why.NO_GOAL): _("It came because there was no goal yet."),
        str(Why.REVIEW): _("It came because we ask about goals every four weeks."),
        str(Why.MATTERS): _("It came because we ask what matters every eight weeks."),
        str(Why.PULSE): _("It came because we ask now and then how it goes."),
        str(Why.HALF_TIME): _("It came because half of your time is over."),
        str(Why.IDEA): _("It came because you get an idea now and then."),
        str(Why.SILENCE): _("It came because it was quiet for two weeks."),
    }.get(reason or "")


def _not_sent(words: Words, reason: str | None) -> Markup:
    _ = words._
    untrue = _("Not sent. It was no longer true.")
    return {
        str(Reason.LATE): _("Not sent. It was too late for it."),
        str(Reason.PAUSED): _("Not sent. You were on a pause."),
        str(Reason.CAPPED): _("Not sent. You had a message that week."),
        str(Reason.QUIET): _("Not sent. It was in the quiet hours."),
        str(Reason.REACH): _("Not sent. It was not in the hours you chose."),
        str(Reason.ANSWERING): _("Not sent. You were writing."),
        str(Reason.ACTIVE): _("Not sent. You were active anyway."),
        str(Reason.UNHEARD): _("Not sent. We did not hear from you."),
        str(Reason.DECLINED): _("Not sent. You did not want it."),
        str(Reason.NOTHING): _("Not sent. There was nothing to say."),
        str(Reason.GONE): untrue,
        str(Reason.PLANNED): untrue,
        str(Reason.PARTED): untrue,
    }.get(reason or "", _("Not sent. It did not work."))
