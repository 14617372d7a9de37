"""What happens to us, in words no channel owns."""

from dataclasses import dataclass

from handlers.kit.turn import Said


@dataclass(frozen=True)
class Pressed:
    """A button was pressed; `press` is what the channel wants acknowledged.

    `message` is what the next screen replaces; empty where the pressed message should stay.
    """

    link: str
    message: int | None
    press: str


@dataclass(frozen=True)
class Sent:
    """Somebody wrote, or sent something else; `to` is the number of the message they reply to, if any."""

    said: Said
    to: int | None = None


@dataclass(frozen=True)
class Started:
    """A deep link was opened; `payload` is what it carries, perhaps nothing."""

    payload: str


@dataclass(frozen=True)
class Commanded:
    """A word of the menu, in whatever language, without its slash."""

    word: str


@dataclass(frozen=True)
class Left:
    """The person blocked us: nothing reaches them until they come back."""


@dataclass(frozen=True)
class Returned:
    """The person let us in again, without saying anything yet."""


@dataclass(frozen=True)
class Rights:
    """What we may do in a group chat. `pin` is None where only the group knows."""

    write: bool
    pin: bool | None = None


@dataclass(frozen=True)
class Grouped:
    """We were added to a group chat, or it was renamed, or our rights changed.

    `greet` is whether we say our one line.
    """

    title: str
    greet: bool
    rights: Rights | None = None


@dataclass(frozen=True)
class Ungrouped:
    """We were removed from a group chat."""


@dataclass(frozen=True)
class GroupMoved:
    """A group chat goes on under another number."""

    to: int


@dataclass(frozen=True)
class Addressed:
    """Somebody wrote to us in a group chat; `about` numbers a message of somebody's they replied to."""

    about: int | None = None


@dataclass(frozen=True)
class Someone:
    """Who did something in a group chat: the number of their private chat, and their first name there."""

    chat: int
    name: str


@dataclass(frozen=True)
class Tapped:
    """A button of ours was pressed in a group chat; `press` wants to be acknowledged with a few words.

    `said` is what the message replies to that carries the button, if it replies to anything.
    """

    link: str
    press: str
    by: Someone
    said: Said | None = None


@dataclass(frozen=True)
class Replied:
    """Somebody replied to a message of ours in a group chat; `to` is its number."""

    to: int
    said: Said
    by: Someone


@dataclass(frozen=True)
class Relayed:
    """Somebody wants a message of the group passed on; `said` is None where they replied to none."""

    said: Said | None
    by: Someone


@dataclass(frozen=True)
class TopicShut:
    """A topic of a group chat was closed, or opened again."""

    closed: bool


@dataclass(frozen=True)
class TopicNamed:
    """A topic of a group chat was made, or got another name."""


@dataclass(frozen=True)
class InTopic:
    """In which topic of a group chat something happened: its number there, and its name where it is told."""

    ref: int
    title: str | None = None


Private = Pressed | Sent | Started | Commanded | Left | Returned
Together = Grouped | Ungrouped | GroupMoved | Addressed | Tapped | Replied | Relayed | TopicNamed | TopicShut
What = Private | Together


@dataclass(frozen=True)
class Event:
    """One update: `chat` is the channel's number of the person or group, `id` that of the update.

    `topic` is where in a group with topics; None in the general one.
    """

    id: int
    channel: str
    chat: int
    app_language: str
    what: What
    topic: InTopic | None = None

    @property
    def address(self) -> tuple[str, int]:
        """Where it came from."""
        return self.channel, self.chat
