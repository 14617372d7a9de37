"""The ways to reach people. Each channel is a folder that could be deleted without anything else changing."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from typing import Any, Protocol

from aiohttp import web

from bot.events import Event
from bot.posted import Posted
from handlers.kit.screen import Screen

Raw = Mapping[str, Any]
"""An update as the channel brought it: JSON, with at least an `update_id`."""

Receive = Callable[[Sequence[Raw]], Awaitable[None]]
"""Keeps updates, committed. Raises SQLAlchemyError if it could not: then they must be brought again."""


class CannotBegin(Exception):
    """The channel cannot be used at all; the sentence says what to do."""


class Slot(Protocol):
    """Leave for one message that is due, whatever chat it turns out to be for."""

    async def chat(self, chat: int) -> None:
        """Wait until this chat, too, may be written to; then send at once."""


class Channel(Protocol):
    """What conversation and delivery need of a channel. Chats and messages are the channel's own numbers.

    Sending raises only what `bot.undeliverable` names.
    """

    @property
    def name(self) -> str:
        """What addresses of this channel are kept under."""

    def lane(self, raw: Raw) -> int:
        """The chat an update belongs to, found without understanding the update; 0 where there is none."""

    def read(self, raw: Raw) -> Event | None:
        """The event in an update; None for what does not concern us. Raises for what cannot be read."""

    async def answer(self, chat: int, screen: Screen, over: Posted | None = None) -> Posted:
        """Show a screen to somebody who waits, over the message they pressed; where it stands."""

    async def show(self, chat: int, screen: Screen, over: Posted | None = None) -> Posted:
        """Show a screen whose moment a slot has chosen."""

    async def acknowledge(self, press: str, said: str = "") -> None:
        """Tell the presser's app that the press has arrived, with words that only they read for a moment."""

    async def pin(self, chat: int, message: int) -> None:
        """Pin a message of ours in a group, without a sound."""

    def slot(self) -> AbstractAsyncContextManager[Slot]:
        """Enter when something due may be sent, and choose it only then."""

    def slow_down(self, seconds: float) -> None:
        """Let nothing out for so long."""

    def deep_link(self, payload: str) -> str:
        """A link that starts us, carrying at most 64 of `A-Za-z0-9_-`."""


class Inlet(Protocol):
    """Where updates come in."""

    async def run(self) -> None:
        """Take in for ever. Raises CannotBegin."""

    def add_routes(self, app: web.Application) -> None:
        """What the inlet needs of the web port."""
