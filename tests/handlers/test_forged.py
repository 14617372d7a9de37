"""Forged links: whatever a press carries, the answer is a proper screen, and what is others' stays theirs."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.events import Pressed, Sent, Started
from db.guests import Says
from db.needs import Need
from db.pairs import Rhythm
from db.people import Appetite, Role
from db.places import Spot
from db.rounds import Question as Asked
from db.stayings import Tie
from db.surveys import Answer, Question
from db.thanks import Ready
from handlers import dates, planning, smaller, topics
from handlers.kit.links import MOMENT
from handlers.kit.screen import Screen
from handlers.kit.turn import Said, Sort
from tests.handlers.invited import answers, invites
from tests.handlers.test_announcements import writes
from tests.handlers.test_goals import ORDER
from tests.handlers.test_meetings import proposes
from tests.handlers.test_steps import FIVE, adds_a_step
from tests.people import Cast
from tests.phones import Phone
from tests.proper import proper
from tests.rooms import Room
from tests.rounds import opens
from tests.talk import Rows
from tests.vocabulary import read

BOOK = topics.book()
MINE = ("privacy.forget",)
"""What leaves no way on, because it was asked for."""

often = settings(
    max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)

names = st.sampled_from([*BOOK.pages, *BOOK.replies, "goals", "steps.", ".", "home.open.open"])
KINDS = (
    Role,
    Appetite,
    planning.Then,
    dates.When,
    Need,
    smaller.Obstacle,
    Rhythm,
    Spot,
    Tie,
    Question,
    Answer,
    Says,
    Asked,
)
enums = st.sampled_from([each for kind in (*KINDS, Ready) for each in kind]).map(str)
moments = st.datetimes().map(lambda moment: moment.strftime(MOMENT).zfill(len("20270304T1700Z")))
numbers = st.one_of(st.integers(0, 12), st.integers(-9, 10**20), st.sampled_from([2**31, 2**53, 2**63])).map(
    str
)
days = st.dates(date.min, date.max).map(str)
arguments = st.one_of(numbers, enums, days, moments, st.text(max_size=12))
links = st.builds(
    lambda name, given, tail: ":".join([name, *given]) + tail,
    names,
    st.lists(arguments, max_size=3),
    st.sampled_from(["", "", "~1", "~999", "~x", "+"]),
)


@pytest.fixture
def life(cast: Cast, room: Room) -> Cast:
    """Ada and Nia have a goal, a step and a meeting; Rosa a draft, a round, a group, and an event for Ada."""
    adds_a_step(cast.phones["Ada"])
    proposes(cast.phones["Ada"], "Alcazar")
    writes(cast.phones["Rosa"])
    opens(cast.phones["Rosa"])
    invites(cast.phones["Rosa"], places=1)
    answers(cast.phones["Ada"], "I come")
    room.adds_bot()
    return cast


@often
@given(link=st.one_of(links, st.text(max_size=64)))
def test_samir_gets_a_proper_screen_and_touches_nothing_of_others(life: Cast, link: str) -> None:
    samir = life.phones["Samir"]
    screen, after = life.talk.tries(samir.number, samir.app, Pressed(link, 1, "press"))
    leads_on(samir, screen, link)
    assert of_others(after) == of_others(life.talk.rows())
    for secret in (ORDER, FIVE, "Alcazar", "Ada", "Nia"):
        assert secret not in read(screen.text)


@often
@given(link=st.one_of(links, st.text(max_size=64)), name=st.sampled_from(["Rosa", "Bea", "Ada"]))
def test_everybody_else_gets_a_proper_screen(life: Cast, link: str, name: str) -> None:
    phone = life.phones[name]
    screen, _ = life.talk.tries(phone.number, phone.app, Pressed(link, 1, "press"))
    leads_on(phone, screen, link)


@often
@given(link=links)
def test_bea_changes_nothing_in_marseille(life: Cast, link: str) -> None:
    bea = life.phones["Bea"]
    screen, after = life.talk.tries(bea.number, bea.app, Pressed(link, 1, "press"))
    assert of_marseille(life, after) == of_marseille(life, life.talk.rows())
    assert "Picnic" not in read(screen.text)


@often
@given(payload=st.one_of(st.text(max_size=64), st.just("g-"), links))
def test_a_forged_invitation_lets_nobody_in(life: Cast, payload: str) -> None:
    karim = life.phones["Karim"]
    screen, after = life.talk.tries(karim.number, karim.app, Started(payload))
    proper(screen, karim.words)
    assert after == life.talk.rows()


@often
@given(link=links, answered=st.integers(0, 3))
def test_somebody_halfway_gets_a_question_again(life: Cast, link: str, answered: int) -> None:
    karim = Phone(life.talk, 5000 + len(life.talk.listeners), "ar")
    karim.opens(life.invitation())
    for label in ("العربية", "I agree")[:answered]:
        karim.presses(label)
    if answered == 3:
        karim.says("Karim")
    screen, _ = life.talk.tries(karim.number, karim.app, Pressed(link, 1, "press"))
    proper(screen, karim.words)
    assert screen.awaits or screen.rows or "joining.decline" in link


@often
@given(text=st.text(max_size=300), sort=st.sampled_from(Sort))
@pytest.mark.parametrize(
    "asked",
    [
        "goals.ask_goal:1",
        "smaller.ask_first:1",
        "moving.ask_place:1",
        "settings.ask_name",
        "timing.ask_zone",
        "home.open",
    ],
)
def test_whatever_is_said_is_answered(life: Cast, asked: str, text: str, sort: Sort) -> None:
    ada = life.phones["Ada"]
    ada.forges(asked)
    screen, _ = life.talk.tries(ada.number, ada.app, Sent(Said(sort, text)))
    proper(screen, ada.words)
    assert screen.rows


def leads_on(phone: Phone, screen: Screen, link: str) -> None:
    proper(screen, phone.words)
    assert screen.rows or link.startswith(MINE), "a screen without a way on"


def of_others(rows: Rows) -> Rows:
    """All rows but Samir's own, and those of his own pair."""
    samir = next((row["id"] for row in rows["people"] if row["name"] == "Samir"), 4)
    pair = rows["pairs"][1]["id"]
    return {
        table: [
            row
            for row in found
            if (table, row["id"]) not in {("people", samir), ("pairs", pair)}
            and row.get("person_id") != samir
            and row.get("pair_id") != pair
            and not (table == "deliveries" and _of_the_pair(row["link"], pair))
        ]
        for table, found in rows.items()
    }


def _of_the_pair(link: str, pair: int) -> bool:
    """Whether a message is of Samir's own pair, or of its end."""
    ends = ("pairing.parted", "parting.told", "following.parted")
    return link.startswith(ends) or link == "nudges.word"


def of_marseille(life: Cast, rows: Rows) -> Rows:
    """The rows of the programme that Bea has nothing to do with."""
    bea = life.phones["Bea"].number
    return {
        table: [row for row in rows[table] if row.get("programme_id") != life.elsewhere.id]
        for table in (
            "goals",
            "steps",
            "pairs",
            "groups",
            "invitations",
            "announcements",
            "events",
            "guests",
            "acts",
            "meetings",
            "places",
            "wishes",
            "editions",
            "wordings",
            "lessons",
            "rounds",
            "opinions",
            "deliveries",
        )
        if bea
    }
