"""What the postman hands over to be sent, and hears of when it stands in a chat."""

from dataclasses import dataclass

from bot.posted import Posted
from db.deliveries import Claim
from handlers.kit.screen import Screen


@dataclass(frozen=True)
class Parcel:
    """A screen ready to be sent to a chat; over a message of ours if it is the same page again."""

    claim: Claim
    chat: int
    screen: Screen
    over: Posted | None = None


@dataclass(frozen=True)
class Shown:
    """A screen that stands in the chat of a person (by id), and where."""

    person: int | None
    screen: Screen
    posted: Posted

    @property
    def matters(self) -> bool:
        """Whether anything is to be remembered of it."""
        return bool(self.screen.again or self.screen.shares or self.screen.gathers)
