"""Whole weeks of people anywhere: never at night, never too much, never twice, never lost."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import HealthCheck, given, settings

from db.kinds import RULES, Kind
from db.rhythm import CAP, NONE, Habits, Send, decide
from tests.db.lives import Life, Thing, lives, local_hour, unasked
from tests.db.test_rhythm import PARIS

BEGINS = datetime(2027, 3, 1, 9, tzinfo=UTC)
EXAMPLES = 500
many = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@many
@given(lives())
def test_every_rule_holds_for_everybody(life: Life) -> None:
    life.passes()
    for each in life.sent:
        rule, hour = RULES[each.thing.kind], local_hour(each.at, each.habits)
        assert hour not in each.habits.quiet, "at night"
        if rule.others and each.habits.reach:
            assert hour in each.habits.reach, "outside the reach hours"
        assert each.at <= each.thing.first_due + rule.latest, "too late"
        assert rule.asked or not (each.habits.paused_until and each.at < each.habits.paused_until)
    never_too_much(life)
    never_twice(life)
    never_lost(life)


def never_too_much(life: Life) -> None:
    """At most the cap in what counts as a week, and one at a time for whoever chose to hear less."""
    came = list(unasked(life))
    for place, each in enumerate(came):
        assert each.habits.unanswered < NONE
        rest = each.habits.rest(RULES[each.thing.kind].recurs)
        within = [other for other in came[:place] if each.at < other.at + rest]
        assert len(within) < (each.habits.cap if rest == CAP else 1)


def never_twice(life: Life) -> None:
    """Each thing is decided once, and the weekly word comes on different days."""
    once = [each.thing for each in life.sent] + [thing for thing, _, _ in life.gone]
    kept = [(thing.kind, thing.first_due) for thing in once if thing.kind == Kind.NUDGE]
    assert len(kept) == len(set(kept))
    words = [each.at for each in life.sent if each.thing.kind == Kind.NUDGE]
    if all(habits.cap == 1 for habits in (life.habits, *life.changes.values())):
        assert all(later - earlier >= CAP for earlier, later in pairwise(words))


def never_lost(life: Life) -> None:
    """What is asked for goes, unless there was no moment for it up to its latest; the weekly word goes on."""
    for thing, _reason, at in life.gone:
        rule, habits = RULES[thing.kind], life.at(at)
        moment, last = at, thing.first_due + rule.latest
        while rule.asked and moment <= last:
            assert decide(rule, thing.first_due, habits, moment) != Send()
            moment += timedelta(minutes=20)
    assert sum(each.kind == Kind.NUDGE for each in life.pending) == 1, "there is always a next one"


def test_after_days_away_nobody_gets_a_pile() -> None:
    away = [(timedelta(0), timedelta(days=4))]
    due = [BEGINS + timedelta(hours=number) for number in range(10)]
    life = Life(BEGINS, Habits(PARIS), (3, 18), {}, away, [Thing(Kind.SILENCE, each, each) for each in due])
    life.passes()
    came = [each.at for each in unasked(life)]
    assert came[0] == BEGINS + timedelta(days=4)
    assert all(later - earlier >= CAP for earlier, later in pairwise(came))
