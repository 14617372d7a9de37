"""What a phone shows right now, for tests to read."""

from typing import Any

from bot.playground import phone_view
from bot.playground.phone import Phone


def bubbles(phone: Phone) -> list[dict[str, Any]]:
    """The messages of the private chat, oldest first."""
    person = phone.pocket.people[phone.id]
    shown: list[dict[str, Any]] = phone_view.screen(phone.pocket, person, phone.chat(phone.id))["messages"]
    return shown


def last(phone: Phone) -> dict[str, Any]:
    return bubbles(phone)[-1]
