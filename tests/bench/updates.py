"""Updates as Telegram sends them: somebody writes, somebody presses."""

import json
from collections.abc import Iterable

THEN = 1800000000


def said(number: int, chat: int) -> bytes:
    """Somebody writes a few words."""
    message = {"message_id": number, "date": THEN, "chat": _chat(chat), "from": _user(chat)}
    return json.dumps({"update_id": number, "message": {**message, "text": "Good morning"}}).encode()


def pressed(number: int, chat: int, link: str) -> bytes:
    """Somebody presses a button of ours."""
    message = {"message_id": 7, "date": THEN, "chat": _chat(chat), "text": "A screen of ours"}
    query = {"id": str(number), "from": _user(chat), "chat_instance": "1", "data": link, "message": message}
    return json.dumps({"update_id": number, "callback_query": query}).encode()


def ticking(people: Iterable[int]) -> list[bytes]:
    """Everybody ticks their step off, then everybody takes it back: every press writes."""
    everybody = list(people)
    links = [(id, f"steps.{verb}:{id}") for verb in ("finish", "reopen") for id in everybody]
    return [pressed(number, id, link) for number, (id, link) in enumerate(links, 1)]


def greeting(people: Iterable[int]) -> list[bytes]:
    """As many updates for a bot that only says them back."""
    everybody = list(people)
    return [said(number, id) for number, id in enumerate(everybody + everybody, 1)]


def _chat(id: int) -> dict[str, object]:
    return {"id": id, "type": "private", "first_name": "Ada"}


def _user(id: int) -> dict[str, object]:
    return {"id": id, "is_bot": False, "first_name": "Ada", "language_code": "fr"}
