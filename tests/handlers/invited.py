"""An event, as several dialogues begin: Rosa invites to a picnic on Sunday at three, in Marseille."""

from datetime import datetime

from tests.handlers.test_announcements import presses_send, writes
from tests.phones import Phone
from tests.talk import Talk

PICNIC = "Picnic by the sea"
PLACE = "Prado beach"


def arranges(rosa: Phone, day: str = "7", hour: str = "15:00") -> None:
    """A draft with a date and a place."""
    writes(rosa, PICNIC)
    rosa.presses("Date and place", day, hour)
    rosa.says(PLACE)


def invites(rosa: Phone, places: int = 0, readers: int = 5) -> None:
    """An event that everybody got, perhaps with few places; Rosa looks at it."""
    arranges(rosa)
    if places:
        rosa.presses("Places")
        rosa.says(str(places))
    else:
        rosa.presses("Go back")
    sends(rosa, readers)
    hosts(rosa)


def sends(rosa: Phone, readers: int = 5) -> None:
    """The draft goes out to the five of Marseille, and perhaps their group."""
    presses_send(rosa, readers - 5)
    rosa.talk.passes(minutes=1)
    rosa.talk.passes(seconds=5)


def hosts(rosa: Phone) -> None:
    """Rosa looks at the event in a new message."""
    rosa.opens()
    rosa.presses("Open my desk", "Announcements", "Events", "7 mars : Picnic by the sea")


def event(talk: Talk) -> int:
    """The number of the newest event."""
    return int(talk.rows()["events"][-1]["id"])


def answers(phone: Phone, label: str, brings: int = 0) -> None:
    """Answer on the announcement as it stands in the chat, and bring some."""
    letters = [number for number, screen in phone.messages.items() if "Marseille 2027" in screen.text]
    phone.presses(label, on=letters[-1])
    if brings:
        phone.presses("I bring someone", str(brings))


def due(talk: Talk, page: str) -> list[datetime]:
    """When a page is to come, soonest first."""
    rows = talk.rows()["deliveries"]
    return sorted(row["due_at"] for row in rows if row["link"].startswith(page) and not row["claimed_at"])
