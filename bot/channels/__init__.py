"""The ways to reach people. Each channel could be deleted without anything else changing."""

from typing import Protocol

from handlers.kit.screen import Screen


class Channel(Protocol):
    """What conversation and delivery need of a channel. Numbers are the channel's own.

    Everything raises only what `bot.undeliverable` names.
    """

    name: str

    async def answer(self, chat: int, screen: Screen, over: int | None = None) -> int:
        """Show a screen to somebody who waits, over the message they pressed; the message's number."""

    async def show(self, chat: int, screen: Screen, over: int | None = None) -> int:
        """Show a screen whose moment the gate has already chosen."""

    async def acknowledge(self, press: str) -> None:
        """Tell the presser's app that the press has arrived."""

    def deep_link(self, payload: str) -> str:
        """A link that starts us, carrying at most 64 of `A-Za-z0-9_-`."""
