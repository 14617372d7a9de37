"""What can become of a message that did not simply arrive: a closed set, the same for every channel."""

from dataclasses import dataclass
from typing import Final


@dataclass(eq=False)
class Undeliverable(Exception):
    """A message did not simply arrive; `reason` is for the log and holds no words people wrote."""

    reason: Final[str]


@dataclass(eq=False)
class GoneForGood(Undeliverable):
    """This address takes nothing from us any more, until its owner writes to us again."""


@dataclass(eq=False)
class Moved(Undeliverable):
    """Nothing was sent: the chat has another id now, to be written down and tried once."""

    chat: Final[int]


@dataclass(eq=False)
class SlowDown(Undeliverable):
    """Nothing was sent: the channel wants silence from all of us for so many seconds."""

    seconds: Final[float]


@dataclass(eq=False)
class TryAgain(Undeliverable):
    """Nothing was sent, surely, and the next attempt may succeed."""


@dataclass(eq=False)
class Uncertain(Undeliverable):
    """Nobody can know whether it was sent: trying again may say it twice."""


@dataclass(eq=False)
class NotEditable(Undeliverable):
    """The message on the screen can no longer be changed: what it should say goes out as a new one."""


@dataclass(eq=False)
class FileRefused(Undeliverable):
    """The channel no longer knows the voice message or photo, or not for this chat: words go alone."""


@dataclass(eq=False)
class TopicGone(Undeliverable):
    """Nothing was sent: the topic of the group is closed, or not there any more."""


@dataclass(eq=False)
class NotAllowed(Undeliverable):
    """The message stands, but we have no right to pin it."""


@dataclass(eq=False)
class Bug(Undeliverable):
    """The channel refused what should never have been asked, and would refuse it again."""
