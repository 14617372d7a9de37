"""Bad days: killed at any stage, away for minutes or for days, a clock that runs wrong. All is counted."""

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

import pytest

from bot.parcels import Parcel
from bot.undeliverable import GoneForGood, SlowDown, TryAgain, Uncertain, Undeliverable
from db import deliveries
from db.deliveries import Claim, Outcome
from db.engine import Database
from db.kinds import Kind
from tests.handlers.test_announcements import sends, writes
from tests.people import Cast, gather
from tests.talk import Talk

AWAY = {"a minute": timedelta(minutes=1), "an hour": timedelta(hours=1), "three days": timedelta(days=3)}
READERS = ("Ada", "Nia", "Samir", "Ines")
IN_HAND = 5
"""How many were claimed when we were killed, some of them announcements and some weekly words."""


@pytest.fixture
def cast(database: Database) -> Cast:
    """On a Thursday at six Rosa announces something, and the four in pairs are due a weekly word."""
    cast = gather(Talk(database))
    cast.talk.clock.at("Thursday 18:00")
    writes(cast.phones["Rosa"])
    sends(cast.phones["Rosa"])
    return cast


@dataclass(frozen=True)
class Count:
    """What was announced: how often it was lost, and came once too often; of weekly words the second ones."""

    lost: int
    twice: int
    unasked_twice: int


def count(cast: Cast) -> Count:
    """What stands on the phones of the four by now."""
    phones = [cast.phones[name] for name in READERS]
    announced = [
        sum("Picnic on Sunday." in screen.text for screen in phone.messages.values()) for phone in phones
    ]
    others = [len(phone.messages) - n for phone, n in zip(phones, announced, strict=True)]
    return Count(
        announced.count(0), sum(max(0, n - 1) for n in announced), sum(max(0, n - 1) for n in others)
    )


def killed(talk: Talk, stage: str) -> None:
    """Claim what is due, some of it as far as the stage, and end there."""
    now = talk.clock.now()
    claims = talk.look(lambda session: deliveries.claim(session, now, IN_HAND))
    assert len(claims) == IN_HAND
    if stage == "claimed":
        return
    for claim in claims:
        parcel = prepared(talk, claim)
        if parcel and stage == "sent":
            talk.listeners[parcel.chat].receives(parcel.screen, parcel.over)


def prepared(talk: Talk, claim: Claim) -> Parcel | None:
    return talk.look(partial(talk.postman.prepare, claim=claim, now=talk.clock.now()))


@pytest.mark.parametrize("away", AWAY)
@pytest.mark.parametrize("stage", ["claimed", "prepared", "sent"])
def test_killed_and_back_again(cast: Cast, stage: str, away: str) -> None:
    talk = cast.talk
    killed(talk, stage)
    talk.clock.shift(AWAY[away])
    assert talk.look(lambda session: deliveries.recover(session, talk.clock.now())) == IN_HAND
    talk.delivers()
    found = count(cast)
    assert (found.lost, found.unasked_twice) == (0, 0)
    assert found.twice <= (IN_HAND if stage == "sent" else 0)
    assert weekly_words(talk, "Thursday 18:00") == 4, "and next week goes on for everybody"


def weekly_words(talk: Talk, when: str) -> int:
    """How many of the four hear their weekly word then."""
    before = _sent(talk)
    talk.clock.at(when)
    talk.delivers()
    return len(_sent(talk) - before)


def _sent(talk: Talk) -> Counter[int]:
    rows = talk.rows()["deliveries"]
    sent = [row for row in rows if row["outcome"] == Outcome.SENT and row["kind"] == Kind.NUDGE]
    return Counter(row["person_id"] for row in sent)


def test_after_three_days_nobody_gets_a_pile(cast: Cast) -> None:
    talk = cast.talk
    assert talk.passes(days=3) == 5, "the announcement, and no weekly word of Thursday"
    assert count(cast) == Count(0, 0, 0)
    assert not _sent(talk)
    assert weekly_words(talk, "Thursday 18:00") == 4


@pytest.mark.parametrize("back", [timedelta(minutes=5), timedelta(hours=2), timedelta(days=10)])
def test_a_clock_that_goes_back_says_nothing_twice(cast: Cast, back: timedelta) -> None:
    talk = cast.talk
    talk.delivers()
    talk.clock.shift(-back)
    talk.delivers()
    talk.clock.shift(back)
    talk.delivers()
    assert count(cast) == Count(0, 0, 0)


def test_a_clock_that_ran_ahead_says_nothing_twice(cast: Cast) -> None:
    talk = cast.talk
    talk.delivers()
    talk.clock.shift(timedelta(days=7))
    talk.delivers()
    talk.clock.shift(timedelta(days=-7))
    talk.delivers()
    for _ in range(7):
        talk.passes(days=1)
    found = count(cast)
    assert (found.lost, found.twice) == (0, 0)
    assert set(_sent(talk).values()) == {2}, "this week's and next week's, and next week's only once"


TROUBLES = [
    SlowDown("Too Many Requests", seconds=60),
    TryAgain("Bad Gateway"),
    Uncertain("Timed out"),
    GoneForGood("Forbidden: bot was blocked by the user"),
]


@pytest.mark.parametrize("trouble", TROUBLES, ids=["429", "5xx", "nothing", "403"])
def test_whatever_telegram_answers_nothing_asked_for_is_lost(cast: Cast, trouble: Undeliverable) -> None:
    talk, blocked = cast.talk, isinstance(trouble, GoneForGood)
    talk.troubles |= {cast.phones[name].number: trouble for name in READERS}
    talk.delivers()
    for _ in range(10):
        talk.passes(minutes=6)
    found = count(cast)
    assert found.lost == (4 if blocked else 0)
    assert (found.twice, found.unasked_twice) == (0, 0)
    unreachable = [row for row in talk.rows()["deliveries"] if row["outcome"] == Outcome.UNREACHABLE]
    assert bool(unreachable) == blocked, "whom nothing reaches is counted, for the coordinator's list"
