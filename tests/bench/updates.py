"""Updates as Telegram sends them: somebody writes, somebody presses."""

import json
from collections.abc import Iterable

THEN = 1800000000
TOGETHER = 100
"""How many people press at about the same time."""


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
    """Everybody ticks their step off, and takes it back: every press writes."""
    done = enumerate(_in_turn(people), 1)
    return [pressed(number, id, f"steps.{('finish', 'reopen')[again]}:{id}") for number, (id, again) in done]


def choosing(people: Iterable[int]) -> list[bytes]:
    """Everybody ticks a topic that matters to them, and takes it back."""
    done = enumerate(_in_turn(people), 1)
    return [pressed(number, id, f"matters.toggle:{(id + 1) // 2}:housing") for number, (id, _) in done]


def greeting(people: Iterable[int]) -> list[bytes]:
    """As many updates for a bot that only says them back."""
    return [said(number, id) for number, (id, _) in enumerate(_in_turn(people), 1)]


def _in_turn(people: Iterable[int]) -> list[tuple[int, bool]]:
    """Who does something, and whether again: some people once each, then the same people again."""
    everybody = list(people)
    groups = [everybody[start : start + TOGETHER] for start in range(0, len(everybody), TOGETHER)]
    return [(id, again) for group in groups for again in (False, True) for id in group]


def _chat(id: int) -> dict[str, object]:
    return {"id": id, "type": "private", "first_name": "Ada"}


def _user(id: int) -> dict[str, object]:
    return {"id": id, "is_bot": False, "first_name": "Ada", "language_code": "fr"}
