"""Links: what goes in comes out, what does not fit is gone, and all of them fit into a button."""

import enum
import inspect
from datetime import date, datetime
from typing import Any
from zoneinfo import available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup
from sqlalchemy.orm import Session

from db.base import Base
from db.goals import Goal
from db.people import Person, Role
from db.programmes import Programme
from handlers.kit import languages
from handlers.kit.links import Gone, split
from handlers.kit.pages import Page, Topic
from handlers.kit.screen import Screen
from handlers.kit.turn import Turn
from handlers.topics import book
from tests.db.cast import Cast
from tests.proper import LINK_BYTES

NOTHING = Screen(Markup("Nothing here is opened; only links are written and read."))
READER, SESSION = Person(id=1), Session()
LANGUAGES = ("language", "code", "right")
"""How pages call the code of a language."""
LONGEST_ID = 12  # digits; a thousand thousand million rows
topic = Topic("kitchen")
desk = Topic("office", coordinators=True)


@topic.page
def cook(turn: Turn, guests: int, day: date, role: Role) -> Screen:
    return NOTHING


@topic.page
def sing(turn: Turn, song: str) -> Screen:
    return NOTHING


@topic.page
def taste(turn: Turn, goal: Goal) -> Screen:
    return NOTHING


@desk.page
def survey(turn: Turn, programme: Programme) -> Screen:
    return NOTHING


def read(page: Page[...], link: str) -> list[object]:
    _, texts, _ = split(link)
    return list(page.signature.read(texts, SESSION, READER))


words = st.text(st.characters(codec="utf-8", exclude_characters=":~")).filter(str.isprintable)


@given(st.integers(), st.dates(), st.sampled_from(Role), words)
def test_what_goes_in_comes_out(guests: int, day: date, role: Role, song: str) -> None:
    assert read(cook, cook.link(guests, day, role)) == [guests, day, role]
    assert read(sing, sing.link(song)) == [song]
    assert split(sing.link(song))[0] == "kitchen.sing"


@pytest.mark.parametrize(
    "link",
    [
        "kitchen.cook",
        "kitchen.cook:",
        "kitchen.cook:1:2027-03-04",
        "kitchen.cook:1:2027-03-04:mentee:more",
        "kitchen.cook:one:2027-03-04:mentee",
        "kitchen.cook:1:2027-02-30:mentee",
        "kitchen.cook:1:2027-03-04:queen",
        f"kitchen.cook:{'9' * 5000}:2027-03-04:mentee",
        "kitchen.sing",
        "kitchen.sing:la:la",
        "kitchen.sing:la\0la",
    ],
)
def test_what_does_not_fit_is_gone(link: str) -> None:
    pages: dict[str, Page[...]] = {"kitchen.cook": cook, "kitchen.sing": sing}
    with pytest.raises(Gone):
        read(pages[split(link)[0]], link)


@given(st.text())
def test_whatever_is_forged_is_gone_at_worst(forged: str) -> None:
    for link in (forged, f"kitchen.cook:{forged}", f"kitchen.cook:1:{forged}:mentee"):
        name, texts, part = split(link)
        assert 0 <= part < 1000
        assert link.startswith(name)
        try:
            read(cook, link)
        except Gone:
            continue
        assert len(texts) == 3


@pytest.mark.parametrize("id", ["0", "-1", "x", "", str(2**53), "1.0", "9" * 5000])
def test_an_impossible_id_is_never_asked_for(id: str) -> None:
    with pytest.raises(Gone):
        read(taste, f"kitchen.taste:{id}")


@pytest.mark.parametrize("part", ["1", "12", "999"])
def test_a_link_may_mean_a_part(part: str) -> None:
    assert split(f"kitchen.taste:7~{part}") == ("kitchen.taste", ["7"], int(part))


@pytest.mark.parametrize("part", ["", "x", "-1", "1000", "٣", "1~2", "²"])
def test_a_forged_part_is_the_first(part: str) -> None:
    assert split(f"kitchen.taste:7~{part}")[2] == 0


def found(page: Page[...], session: Session, person: Person, id: int) -> list[object]:
    return list(page.signature.read([str(id)], session, person))


def test_a_thing_is_found_through_the_person(session: Session, cast: Cast) -> None:
    goal = Goal(pair_id=cast.pair.id, written_by_id=cast.ada.id, words="Swim", language="ar")
    goal.added_at = cast.programme.created_at
    session.add(goal)
    session.flush()
    assert taste.link(goal) == f"kitchen.taste:{goal.id}"
    assert found(taste, session, cast.nia, goal.id) == [goal]
    for person, id in ((cast.samir, goal.id), (cast.ada, goal.id + 1), (cast.rosa, goal.id)):
        with pytest.raises(Gone):
            found(taste, session, person, id)


def test_a_coordinators_page_finds_what_they_coordinate(session: Session, cast: Cast) -> None:
    assert found(survey, session, cast.rosa, cast.programme.id) == [cast.programme]
    with pytest.raises(Gone):
        found(survey, session, cast.ada, cast.programme.id)


def longest(name: str, kind: Any) -> int:
    if kind is str and name in LANGUAGES:
        return max(map(len, languages.NAMES))
    if issubclass(kind, Base):
        return LONGEST_ID
    if issubclass(kind, enum.Enum):
        return max(len(member.value) for member in kind)
    return {date: 10, datetime: 14, int: 5, str: max(map(len, available_timezones()))}[kind]


def test_every_link_fits_into_a_button() -> None:
    for name, page in book().pages.items():
        given = list(inspect.signature(page.run).parameters)[1:]
        sizes = [1 + longest(*each) for each in zip(given, page.signature.kinds, strict=True)]
        size = len(name.encode()) + sum(sizes) + len("~99")
        assert size <= LINK_BYTES, (name, size)
