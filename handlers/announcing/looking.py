"""Looking at an announcement as each version will look, trying it in one's own chat, and sending it."""

from dataclasses import replace

from db import events, recipients, versions
from db.announcements import Announcement
from db.recipients import Reach
from db.versions import Version
from handlers import bulletin
from handlers.announcing import sending
from handlers.events import card
from handlers.kit import languages
from handlers.kit.links import BESIDE, Gone, Link
from handlers.kit.pages import Topic
from handlers.kit.screen import LABEL_LENGTH, Button, Row, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import Words, apart, paragraphs, plain

topic = Topic("looking", coordinators=True)


@topic.page
def version(turn: Turn, announcement: Announcement, number: int) -> Screen:
    """One version as its readers will get it."""
    _ = turn.words._
    if not announcement.is_draft:
        return turn.show(announcement)
    ready = _ready(announcement, number)
    language = ready[number].language
    following = version.link(announcement, (number + 1) % len(ready))
    more = [Button(_("Next version"), following)]
    shown = _sheet(turn, announcement, ready[number])
    looks = _("This is how it looks in {language}.", language=languages.name(language))
    rows: list[Row] = [
        *([more] if len(ready) > 1 else []),
        [Button(_("Test to myself"), Link(test.link(announcement, number) + BESIDE))],
        *send_row(turn, announcement, recipients.reach(turn.session, announcement, turn.now)),
    ]
    return Screen(paragraphs(apart(shown.text), looks), rows, up=announcement)


@topic.page
def test(turn: Turn, announcement: Announcement, number: int) -> Screen:
    """The same beside, in the chat of whoever looks, and nowhere else. Nothing of it is counted."""
    return _sheet(turn, announcement, _ready(announcement, number)[number])


def send_row(turn: Turn, announcement: Announcement, reach: Reach) -> list[Row]:
    """The button that sends it, and says to how many; none where that is nobody."""
    said = label(turn.words, reach.people, len(reach.rooms))
    return [[Button(said, sending.send.link(announcement))]] if said else []


def label(words: Words, people: int, rooms: int) -> str | None:
    """To how many it goes, in words as long as a button takes them."""
    _, n_ = words._, words.n_
    if people and rooms:
        said = _(
            "Send to {people} and {groups}",
            people=n_("{n} person", "{n} people", people),
            groups=n_("{n} group", "{n} groups", rooms),
        )
        return said if len(plain(said)) <= LABEL_LENGTH else _("Send to {n}", n=people + rooms)
    if people:
        return n_("Send to {n} person", "Send to {n} people", people)
    return n_("Send to {n} group", "Send to {n} groups", rooms) if rooms else None


def _sheet(turn: Turn, announcement: Announcement, chosen: Version) -> Screen:
    """What readers of a version get, in their words."""
    words = turn.catalogues.words(chosen.language)
    screen, event = bulletin.sheet(words, announcement, [chosen]), events.of(turn.session, announcement)
    return replace(screen, text=paragraphs(screen.text, card.invitation(words, event))) if event else screen


def _ready(announcement: Announcement, number: int) -> list[Version]:
    """The versions that members read. Raises Gone where there is none of that number any more."""
    ready = versions.approved(announcement.versions)
    if not 0 <= number < len(ready):
        raise Gone
    return ready
