"""What becomes of a group, for the crawlers: topics, pins, invitations, messages passed on, and its loss."""

from tests.crawler import Crawler
from tests.phones import Phone
from tests.quiet_weeks import opens
from tests.rooms import Room


def changes(rosa: Crawler, room: Room, group: int) -> None:
    """Rosa chooses a topic and pins; Sami asks twice; the topic goes, then the bot."""
    opens(rosa, f"ways.set_pins:{group}:1", f"ways.open:{group}")
    room.opens_topic(77, "Plaza")
    topic = room.talk.rows()["group_topics"][0]["id"]
    opens(rosa, f"ways.topics:{group}", f"ways.take:{topic}")
    opens(rosa, f"ways.take_general:{group}", f"ways.take:{topic}")
    sami = Phone(room.talk, 3003, "fr")
    for page in ("show", "end"):
        asks(rosa, room, sami, "allow")
        opens(rosa, f"relaying.{page}:{newest(room, 'relayers')}")
    asks(rosa, room, sami, "refuse")
    opens(rosa, f"inviting.post:{group}:mentor")
    hears(rosa, room)
    announces(rosa, room, "The pool opens.")
    room.loses_topic()
    announces(rosa, room, "The pool closes.")
    room.removes_bot()
    hears(rosa, room)
    opens(rosa, f"groups.show:{group}")


def asks(rosa: Crawler, room: Room, sami: Phone, answer: str) -> None:
    """Sami asks, and is answered."""
    room.relays(sami, "The pool opens.", "Sami")
    hears(rosa, room)
    opens(rosa, f"relaying.{answer}:{newest(room, 'relayers')}")


def announces(rosa: Crawler, room: Room, words: str) -> None:
    """Rosa passes words on, and sends them; what became of it comes to her."""
    room.relays(rosa.phone, words)
    hears(rosa, room)
    opens(rosa, f"announcements.send:{newest(room, 'announcements')}")
    room.talk.clock.forward(minutes=1)
    hears(rosa, room)


def hears(rosa: Crawler, room: Room) -> None:
    room.talk.delivers()
    rosa.looks()


def newest(room: Room, table: str) -> int:
    """The number of the newest row."""
    return int(room.talk.rows()[table][-1]["id"])
