"""A fault of ours: an apology, the update set aside with its words, the question still open."""

from collections.abc import AsyncIterator

import pytest
from sqlalchemy import select

from bot.channels.telegram.channel import Telegram
from bot.channels.telegram.gate import Gate
from bot.intake import Intake
from db import goals
from db.engine import Database
from db.heard import Heard
from db.people import Person
from tests.channels.wire import Wire, connected
from tests.people import gather
from tests.phones import Phone
from tests.talk import Talk
from tests.vocabulary import read

PRIVATE = {"id": 1001, "type": "private", "first_name": "Ada"}
WORDS = "Order food in French"


@pytest.fixture
def talk(database: Database) -> Talk:
    return Talk(database)


@pytest.fixture
def ada(talk: Talk) -> Phone:
    """Ada was asked for a goal."""
    ada = gather(talk).phones["Ada"]
    ada.opens()
    ada.presses("See goals", "Add a first goal")
    return ada


@pytest.fixture
def wire() -> Wire:
    return Wire()


@pytest.fixture
async def intake(talk: Talk, wire: Wire) -> AsyncIterator[Intake]:
    channel = Telegram(await connected(wire), Gate())
    intake = Intake(talk.database, talk.conversation, talk.postman, channel, talk.clock)
    yield intake
    await intake.finish()


def burst(*_: object) -> None:
    raise ZeroDivisionError("secret")


def update(number: int, text: str = WORDS) -> dict[str, object]:
    sender = {"id": 1001, "is_bot": False, "first_name": "Ada", "language_code": "ar"}
    said = {"message_id": number, "date": 1, "chat": PRIVATE, "from": sender, "text": text}
    return {"update_id": number, "message": said}


async def test_a_page_that_raises_apologises(talk: Talk, ada: Phone, wire: Wire, intake: Intake) -> None:
    awaited = awaits(talk)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(goals, "add", burst)
        await intake.receive([update(500)])
        await intake.finish()
    said = ada.say("Something went wrong on our side. Nothing has changed. Please try again.")
    assert said in read(wire.calls[-1].parameters["text"])
    kept = heard(talk, 500)
    assert kept.set_aside == "ZeroDivisionError"
    assert WORDS in (kept.raw or "")
    assert awaits(talk) == awaited, "the question is still open"
    await intake.receive([update(501)])
    await intake.finish()
    assert read(wire.calls[-1].parameters["text"]).startswith(WORDS)


async def test_an_update_nobody_can_read_is_set_aside(talk: Talk, wire: Wire, intake: Intake) -> None:
    await intake.receive([{"update_id": 500, "message": {"chat": {"id": 1001}, "text": "x"}}])
    await intake.finish()
    assert (heard(talk, 500).set_aside or "").startswith("unreadable")
    assert wire.calls == []


async def test_the_same_update_twice_is_answered_once(
    talk: Talk, ada: Phone, wire: Wire, intake: Intake
) -> None:
    for _ in range(2):
        await intake.receive([update(500), update(500)])
    await intake.finish()
    assert len(wire.calls) == 1
    assert len(talk.rows()["goals"]) == 1


async def test_what_is_not_shown_is_not_undone(talk: Talk, ada: Phone, wire: Wire, intake: Intake) -> None:
    wire.refuses(403, "Forbidden: bot was blocked by the user")
    await intake.receive([update(500)])
    await intake.finish()
    assert len(talk.rows()["goals"]) == 1


def awaits(talk: Talk) -> str | None:
    return talk.look(lambda session: session.scalars(select(Person.awaits).where(Person.name == "Ada")).one())


def heard(talk: Talk, number: int) -> Heard:
    return talk.look(lambda session: session.get_one(Heard, number))
