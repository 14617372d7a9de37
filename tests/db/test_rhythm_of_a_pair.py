"""When a pair is asked how it goes and whether it goes on, in every zone and through both changes."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from db.kinds import RULES, Kind
from db.moments import DECIDING, PULSE_AGAIN, PULSE_FIRST, SECOND_THOUGHT, outcome_due, pulse_round
from db.rhythm import Habits, LetGo, PutOff, Reason, decide, local_date, next_day, quiet_until
from tests.db.test_rhythm import PARIS, moments, zones

DAY = timedelta(days=1)
MATCHED = datetime(2027, 3, 1, 9, tzinfo=UTC)
spans = st.timedeltas(timedelta(0), timedelta(days=400))


@pytest.mark.parametrize(
    ("days", "number"), [(0, 0), (29, 0), (30, 1), (89, 1), (90, 2), (149, 2), (150, 3), (210, 4)]
)
def test_day_thirty_and_then_every_sixty_days(days: int, number: int) -> None:
    assert pulse_round(MATCHED, MATCHED + days * DAY, PARIS) == number


@given(moments, spans, zones)
@example(datetime(2027, 2, 26, 23, 30, tzinfo=UTC), timedelta(days=30), PARIS)
@example(datetime(2027, 10, 1, 22, 30, tzinfo=UTC), timedelta(days=30), PARIS)
def test_a_round_begins_on_its_day_at_ones_place(matched: datetime, span: timedelta, zone: str) -> None:
    now = matched + span
    number = pulse_round(matched, now, zone)
    days = (local_date(now, zone) - local_date(matched, zone)).days
    first = PULSE_FIRST + (number - 1) * PULSE_AGAIN
    assert (first <= days < first + PULSE_AGAIN) if number else days < PULSE_FIRST


@given(moments, spans, spans, zones)
def test_rounds_only_grow(matched: datetime, one: timedelta, other: timedelta, zone: str) -> None:
    sooner, later = sorted([matched + one, matched + other])
    assert pulse_round(matched, sooner, zone) <= pulse_round(matched, later, zone)


@given(moments, zones, zones, spans)
def test_whoever_moves_zone_is_a_day_off_at_most(
    matched: datetime, one: str, other: str, span: timedelta
) -> None:
    now = matched + span
    assert pulse_round(matched, now - 2 * DAY, one) <= pulse_round(matched, now, other)
    assert pulse_round(matched, now, other) <= pulse_round(matched, now + 2 * DAY, one)


@given(moments, zones, st.integers(9, 20))
@example(datetime(2027, 3, 27, 22, 30, tzinfo=UTC), PARIS, 9)
@example(datetime(2027, 10, 30, 21, 30, tzinfo=UTC), PARIS, 20)
def test_the_next_day_is_never_the_same_and_never_at_night(now: datetime, zone: str, hour: int) -> None:
    due = next_day(now, zone, hour)
    assert timedelta(0) < due - now <= timedelta(days=2, hours=1)
    assert local_date(due, zone) > local_date(now, zone)
    assert quiet_until(due, zone) is None
    assert due.astimezone(ZoneInfo(zone)).hour == hour


@given(moments, spans, st.booleans())
def test_the_time_of_the_outcome_tells_nobodys_answer(
    asked: datetime, span: timedelta, complete: bool
) -> None:
    said = asked + span
    due = outcome_due(asked, said, complete)
    assert due >= said + SECOND_THOUGHT
    assert complete or due >= asked + DECIDING
    assert due <= max(asked + DECIDING, said + SECOND_THOUGHT)


@given(moments, spans)
def test_a_last_answer_never_puts_the_outcome_off(asked: datetime, span: timedelta) -> None:
    said = asked + span
    assert outcome_due(asked, said, complete=True) <= outcome_due(asked, said, complete=False)


@given(st.sampled_from(list(Kind)), moments, zones, st.timedeltas(timedelta(minutes=1), timedelta(days=60)))
def test_in_a_pause_nothing_unasked_goes_and_what_rests_waits(
    kind: Kind, now: datetime, zone: str, left: timedelta
) -> None:
    rule, paused = RULES[kind], Habits(zone, paused_until=now + left)
    verdict = decide(rule, now, paused, now)
    if not rule.asked:
        assert verdict == LetGo(Reason.PAUSED)
    elif rule.rests:
        assert verdict == PutOff(now + left, Reason.PAUSED)
    else:
        assert verdict == decide(rule, now, Habits(zone), now)
    assert decide(rule, now + left, paused, now + left) == decide(rule, now + left, Habits(zone), now + left)
