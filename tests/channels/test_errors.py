"""What real answers of the Bot API mean for a message, from the bytes to the verdict."""

import json
from typing import Any

import pytest
from telegram.error import NetworkError, RetryAfter, TelegramError, TimedOut

from bot.channels.telegram.errors import translate
from bot.channels.telegram.request import AiohttpRequest, NotConnectedInTimeError, NotSentError
from bot.undeliverable import (
    Bug,
    FileRefused,
    GoneForGood,
    Moved,
    NotEditable,
    SlowDown,
    TryAgain,
    Uncertain,
    Undeliverable,
)

# python-telegram-bot warns of its own attribute whenever it makes a RetryAfter.
pytestmark = pytest.mark.filterwarnings("ignore:.*`retry_after`")


class Answering(AiohttpRequest):
    """Every call gets the same answer, without a network."""

    def __init__(self, status: int, body: bytes) -> None:
        super().__init__()
        self._answer = status, body

    async def do_request(self, *_: object, **__: object) -> tuple[int, bytes]:
        return self._answer


async def raised(status: int, body: bytes) -> TelegramError:
    """The error python-telegram-bot makes of such an answer."""
    with pytest.raises(TelegramError) as caught:
        await Answering(status, body).post("")
    return caught.value


def payload(status: int, description: str, **parameters: Any) -> bytes:
    refusal = {"ok": False, "error_code": status, "description": description}
    return json.dumps({**refusal, "parameters": parameters} if parameters else refusal).encode()


REFUSALS: list[tuple[int, str, type[Undeliverable] | None]] = [
    (403, "Forbidden: bot was blocked by the user", GoneForGood),
    (403, "Forbidden: user is deactivated", GoneForGood),
    (403, "Forbidden: bot can't initiate conversation with a user", GoneForGood),
    (403, "Forbidden: bot was kicked from the supergroup chat", GoneForGood),
    (403, "Forbidden: bot is not a member of the channel chat", GoneForGood),
    (403, "Forbidden: the group chat was deleted", GoneForGood),
    (400, "Bad Request: wrong file identifier/HTTP URL specified", FileRefused),
    (400, "Bad Request: VOICE_MESSAGES_FORBIDDEN", FileRefused),
    (400, "Bad Request: chat not found", GoneForGood),
    (400, "Bad Request: PEER_ID_INVALID", GoneForGood),
    (400, "Bad Request: INPUT_USER_DEACTIVATED", GoneForGood),
    (400, "Bad Request: group chat was upgraded to a supergroup chat", GoneForGood),
    (400, "Bad Request: not enough rights to send text messages to the chat", GoneForGood),
    (400, "Bad Request: have no rights to send a message", GoneForGood),
    (400, "Bad Request: CHAT_WRITE_FORBIDDEN", GoneForGood),
    (400, "Bad Request: need administrator rights in the channel chat", GoneForGood),
    (400, "Bad Request: message can't be edited", NotEditable),
    (400, "Bad Request: message to edit not found", NotEditable),
    (400, "Bad Request: there is no text in the message to edit", NotEditable),
    (400, "Bad Request: there is no caption in the message to edit", NotEditable),
    (400, "Bad Request: MESSAGE_ID_INVALID", NotEditable),
    (400, "Bad Request: message can't be deleted for everyone", NotEditable),
    (
        400,
        "Bad Request: message is not modified: specified new message content and reply markup are "
        "exactly the same as a current content and reply markup of the message",
        None,
    ),
    (400, "Bad Request: query is too old and response timeout expired or query ID is invalid", None),
    (400, "Bad Request: QUERY_ID_INVALID", None),
    (400, "Bad Request: message to delete not found", None),
    (400, "Bad Request: message is too long", Bug),
    (400, "Bad Request: BUTTON_DATA_INVALID", Bug),
    (400, "Bad Request: chat_id is empty", Bug),
    (401, "Unauthorized", Bug),
    (404, "Not Found: method not found", Bug),
    (409, "Conflict: terminated by other getUpdates request", Bug),
    (413, "Request Entity Too Large", Bug),
    (429, "Too Many Requests: retry after", SlowDown),
    (500, "Internal Server Error: restart", Uncertain),
    (500, "Internal Server Error: sent message was immediately deleted and can't be returned", Uncertain),
]


@pytest.mark.parametrize(("status", "description", "meaning"), REFUSALS)
async def test_a_refusal_means(status: int, description: str, meaning: type[Undeliverable] | None) -> None:
    verdict = translate(await raised(status, payload(status, description)))
    assert type(verdict) is (meaning or type(None))


@pytest.mark.parametrize(
    ("status", "body", "meaning"),
    [
        (200, b"<html>Sign in to this network</html>", Uncertain),
        (403, b"<html>403 Forbidden</html>", Bug),
        (413, b"<html>413 Request Entity Too Large</html>", Bug),
        (429, b"<html>429 Too Many Requests</html>", SlowDown),
        (502, b"<html>502 Bad Gateway</html>", Uncertain),
        (504, b"", Uncertain),
    ],
)
async def test_a_stranger_between_us_switches_nobody_off(
    status: int, body: bytes, meaning: type[Undeliverable]
) -> None:
    verdict = translate(await raised(status, body))
    assert type(verdict) is meaning
    assert "<html>" not in verdict.reason


@pytest.mark.parametrize(
    ("error", "meaning"),
    [
        (NotSentError("ClientConnectorError (ECONNREFUSED)"), TryAgain),
        (NotConnectedInTimeError("ConnectionTimeoutError"), TryAgain),
        (TimedOut("SocketTimeoutError"), Uncertain),
        (NetworkError("ServerDisconnectedError"), Uncertain),
        (TelegramError("what nobody has seen yet"), Bug),
    ],
)
def test_a_broken_wire_means(error: TelegramError, meaning: type[Undeliverable]) -> None:
    assert type(translate(error)) is meaning


async def test_a_group_that_became_a_supergroup_has_moved() -> None:
    description = "Bad Request: group chat was upgraded to a supergroup chat"
    verdict = translate(await raised(400, payload(400, description, migrate_to_chat_id=-1001234567890)))
    assert isinstance(verdict, Moved)
    assert verdict.chat == -1001234567890


@pytest.mark.parametrize("as_timedelta", ["true", "false"])
async def test_a_flood_names_its_seconds(monkeypatch: pytest.MonkeyPatch, as_timedelta: str) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", as_timedelta)
    error = await raised(429, payload(429, "Too Many Requests: retry after 17", retry_after=17))
    assert isinstance(error, RetryAfter)
    verdict = translate(error)
    assert isinstance(verdict, SlowDown)
    assert verdict.seconds == 17.0


async def test_what_people_wrote_stays_out_of_the_reason() -> None:
    description = 'Bad Request: can\'t parse entities: Unsupported start tag "secret" at byte offset 4'
    verdict = translate(await raised(400, payload(400, description)))
    assert isinstance(verdict, Bug)
    assert "secret" not in verdict.reason
