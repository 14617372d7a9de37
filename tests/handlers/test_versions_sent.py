"""Versions once they are sent, in a group, and under forged links."""

from tests.handlers.test_announcements import confirms, number, presses_send, writes
from tests.handlers.test_versions import ARABIC, ARABIC_NAME, GONE, adds, sends
from tests.phones import Phone
from tests.rooms import Room
from tests.talk import Talk


def test_what_was_sent_is_only_read(rosa: Phone, talk: Talk) -> None:
    writes(rosa)
    adds(rosa, ARABIC_NAME, ARABIC)
    draft = number(talk)
    rosa.presses("Languages", ARABIC_NAME, "Change words")
    rosa.forges(f"announcements.show:{draft}")
    sends(rosa, talk)
    pages = [f"{page}:{draft}:ar" for page in ("versions.write", "versions.approve", "versions.ask_language")]
    pages += [
        f"versions.set_language:{draft}:ar:so",
        f"removing.remove:{draft}:ar",
        f"removing.ask:{draft}:ar",
    ]
    with talk.nothing_changes():
        for link in pages:
            rosa.forges(link)
            rosa.may_not_press("Change words", "Throw it away")


def test_a_language_may_still_be_added_for_later_readers(rosa: Phone, ada: Phone, talk: Talk) -> None:
    writes(rosa)
    sends(rosa, talk)
    rosa.forges(f"versions.write:{number(talk)}:ar")
    rosa.says(ARABIC)
    ada.forges(f"bulletin.read:{number(talk)}")
    ada.sees(ARABIC)


def test_a_group_reads_both_of_its_own(rosa: Phone, room: Room, talk: Talk) -> None:
    confirms(rosa, room)
    writes(rosa)
    adds(rosa, ARABIC_NAME, ARABIC)
    presses_send(rosa, 1)
    talk.passes(minutes=1)
    room.sees("Picnic on Sunday.")
    assert room.labels == []


def test_versions_are_nobody_elses(rosa: Phone, ada: Phone, bea: Phone, talk: Talk) -> None:
    writes(rosa)
    draft = number(talk)
    pages = [f"versions.{page}:{draft}:fr" for page in ("look", "write", "approve", "ask_language")]
    pages += [f"versions.leaf:{draft}:fr:0", f"versions.set_language:{draft}:fr:ar"]
    pages += [f"removing.{page}:{draft}:fr" for page in ("ask", "remove", "restore")]
    pages += [f"translating.overview:{draft}", f"translating.leaf:{draft}:0", f"translating.open:{draft}:fr"]
    with talk.nothing_changes():
        for link in pages:
            for phone in (ada, bea):
                phone.forges(link)
                phone.sees(GONE)


def test_no_language_is_no_language(rosa: Phone, talk: Talk) -> None:
    writes(rosa)
    draft = number(talk)
    with talk.nothing_changes():
        for link in ("versions.write:{}:xx", "translating.open:{}:xx", "versions.set_language:{}:fr:xx"):
            rosa.forges(link.format(draft))
            rosa.sees(GONE)
        for link in ("versions.leaf:{}:fr:-9", "translating.leaf:{}:-9", "versions.leaf:{}:fr:999"):
            rosa.forges(link.format(draft))
