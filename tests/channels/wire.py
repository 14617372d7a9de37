"""A wire that goes nowhere: it keeps every call and answers as the Bot API would."""

import json
from dataclasses import dataclass, field
from typing import IO, Any

from telegram import Bot
from telegram.request import BaseRequest, RequestData

TOKEN = "123456:test"
ME = {"id": 123456, "is_bot": True, "first_name": "Passerelle", "username": "passerelle_bot"}


@dataclass(frozen=True)
class Call:
    """One request: its method and what it carried; files by name and content."""

    method: str
    parameters: dict[str, Any]
    files: dict[str, tuple[str, bytes]] = field(default_factory=dict)


class Wire(BaseRequest):
    """Answers with a new message each time, or with what a test has it refuse."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self._refusals: list[tuple[int, str, dict[str, Any]] | None] = []

    def refuses(self, status: int, text: str, **parameters: Any) -> None:
        """Refuse the next call."""
        self._refusals.append((status, text, parameters))

    def accepts(self, calls: int) -> None:
        """Refuse none of so many calls before the next refusal."""
        self._refusals.extend([None] * calls)

    @property
    def read_timeout(self) -> float | None:
        return None

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *rest: object, **_: object
    ) -> tuple[int, bytes]:
        name = url.rpartition("/")[2]
        if name == "getMe":
            return 200, json.dumps({"ok": True, "result": ME}).encode()
        self.calls.append(_call(name, request_data))
        if self._refusals and (refusal := self._refusals.pop(0)):
            status, text, parameters = refusal
            refused = {"ok": False, "error_code": status, "description": text, "parameters": parameters}
            return status, json.dumps(refused).encode()
        return 200, json.dumps({"ok": True, "result": self._result(name)}).encode()

    def _result(self, name: str) -> object:
        if name == "answerCallbackQuery":
            return True
        if name.startswith("delete"):
            return True
        chat = {"id": self.calls[-1].parameters["chat_id"], "type": "private"}
        first = 70 + len(self.calls)
        album = self.calls[-1].parameters["media"] if name == "sendMediaGroup" else [None]
        sent = [{"message_id": first + n, "date": 1, "chat": chat} for n in range(len(album))]
        return sent if name == "sendMediaGroup" else sent[0]


def _call(name: str, data: RequestData | None) -> Call:
    if data is None:
        return Call(name, {})
    sent = data.multipart_data or {} if data.contains_files else {}
    files = {key: (file, _read(content)) for key, (file, content, _) in sent.items()}
    return Call(name, data.parameters, files)


def _read(content: bytes | IO[bytes]) -> bytes:
    return content if isinstance(content, bytes) else content.read()


async def connected(wire: Wire) -> Bot:
    """A bot that knows its name."""
    bot = Bot(TOKEN, request=wire, get_updates_request=wire)
    await bot.initialize()
    return bot
