"""kill -9 amid an album: the process that comes next has the pieces that waited join, and shows it once."""

import json
from typing import Any

import pytest

from bot.channels.telegram.channel import Telegram
from bot.channels.telegram.gate import Gate
from bot.intake import Intake
from db import heard
from tests.channels.wire import Wire, connected
from tests.phones import Phone
from tests.talk import Talk
from tests.test_albums import cast, kept, nia, talk

__all__ = ["cast", "nia", "talk"]
ALBUM = "13901"


def update(phone: Phone, number: int) -> dict[str, Any]:
    """One piece as Telegram brings it."""
    message = {
        "message_id": number,
        "date": 1,
        "chat": {"id": phone.number, "type": "private"},
        "from": {"id": phone.number, "is_bot": False, "first_name": "Nia", "language_code": "fr"},
        "photo": [{"file_id": f"p{number}", "file_unique_id": "u", "width": 90, "height": 90}],
        "media_group_id": ALBUM,
    }
    return {"update_id": 7000 + number, "message": message}


async def process(talk: Talk, wire: Wire) -> Intake:
    channel = Telegram(await connected(wire), Gate())
    return Intake(talk.database, talk.conversation, talk.postman, channel, talk.clock)


@pytest.mark.parametrize("handled", [0, 1, 2])
async def test_what_was_kept_joins(nia: Phone, talk: Talk, handled: int) -> None:
    wire, pieces = Wire(), [update(nia, number) for number in (1, 2, 3)]
    rows = [
        {"update_id": each["update_id"], "lane": nia.number, "raw": json.dumps(each)}
        | {"heard_at": talk.clock.now()}
        for each in pieces
    ]
    talk.look(lambda session: heard.keep(session, rows))
    first = await process(talk, wire)
    for each in pieces[:handled]:
        event = first.channel.read(each)
        assert event
        await first.take(event)
    second = await process(talk, wire)
    await second.receive(pieces)
    talk.clock.forward(minutes=1)
    await second.recover()
    await second.finish()
    assert kept(talk) == ["p1 p2 p3"]
    shown = [call.method for call in wire.calls]
    assert shown == ["sendMessage", "editMessageText"], "once when it begins, once when all is there"
    assert "p1 p2 p3" in wire.calls[-1].parameters["text"]
    assert wire.calls[-1].parameters["message_id"] == 71
