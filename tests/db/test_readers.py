"""Readers: how many people read which version, before it goes out and after."""

from collections import Counter
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import insert
from sqlalchemy.orm import Session

from db import deliveries, drafts, outlook, readers, sendings, versions
from db.announcements import Announcement, link
from db.deliveries import Outcome
from db.kinds import Kind
from db.people import Person, Role
from db.programmes import Member
from db.readers import Known, Line
from db.versions import Origin, Version
from tests.db.cast import NOW, Cast

CODES = ("ar", "fr", "en", "uk", "so")
KNOWN = st.lists(st.sampled_from(CODES), min_size=1, max_size=4, unique=True).map(tuple)
SPREAD = st.dictionaries(KNOWN, st.integers(1, 50), max_size=12)
WRITTEN = st.lists(st.sampled_from(CODES), min_size=1, max_size=4, unique=True)


def test_who_would_read_what_instead() -> None:
    spread: dict[Known, int] = {("fr",): 40, ("ar", "fr"): 9, ("ar", "en"): 3, ("uk", "ar"): 2, ("so",): 1}
    assert readers.lines(spread, ["fr"], ["en"]) == [
        Line("fr", 40 + 9 + 3 + 2 + 1),
        Line("ar", 14, ("fr",)),
        Line("en", 3, ("fr",)),
        Line("uk", 2, ("fr",)),
        Line("so", 1, ("fr",)),
    ]
    assert readers.lines(spread, ["fr", "en"], ["en"]) == [
        Line("fr", 52),
        Line("ar", 14, ("fr", "en")),
        Line("en", 3),
        Line("uk", 2, ("fr",)),
        Line("so", 1, ("fr",)),
    ]


@given(SPREAD, WRITTEN)
def test_each_reader_is_counted_once_and_as_the_letter_chooses(
    spread: dict[Known, int], written: list[str]
) -> None:
    there = [Version(language=code, approved_at=NOW) for code in written]
    chosen: Counter[str] = Counter()
    for known, people in spread.items():
        chosen[versions.best(there, known).language] += people
    found = {each.language: each for each in readers.lines(spread, written, CODES)}
    assert {code: found[code].people for code in written} == {code: chosen[code] for code in written}
    assert all(not found[code].instead for code in written)


@given(SPREAD, WRITTEN, st.sampled_from(CODES))
def test_whoever_would_rather_read_it_reads_it_once_it_is_there(
    spread: dict[Known, int], written: list[str], new: str
) -> None:
    before = {each.language: each.people for each in readers.lines(spread, written, CODES)}
    after = {each.language: each.people for each in readers.lines(spread, [*written, new], CODES)}
    assert new in written or after[new] == before[new]


def test_the_database_counts_by_what_people_know(session: Session, cast: Cast, draft: Announcement) -> None:
    cast.ada.language, cast.ada.speaks = "ar", ["ar", "fr"]
    cast.samir.language, cast.samir.speaks = "ar", ["ar", "fr"]
    cast.nia.language, cast.nia.app_language = None, "en"
    session.flush()
    assert readers.spread(session, draft, NOW) == {("ar", "fr"): 2, ("en",): 1, ("fr",): 2}


def test_thousands_are_counted_in_a_few_rows(session: Session, cast: Cast, draft: Announcement) -> None:
    known = [["fr"], ["ar", "fr"], ["uk", "en"], ["so", "ar", "fr"], None]
    rows = [
        {
            "app_language": "fr",
            "language": ("fr", "ar", "en")[number % 3],
            "speaks": known[number % 5],
            "zone": "UTC",
            "created_at": NOW,
        }
        for number in range(1_000)
    ]
    ids = session.scalars(insert(Person).returning(Person.id), rows).all()
    places = [
        {"person_id": id, "programme_id": cast.programme.id, "role": Role.MENTEE, "joined_at": NOW}
        for id in ids
    ]
    session.execute(insert(Member), places)
    found = readers.spread(session, draft, NOW)
    lines = readers.lines(found, ["fr"], ["ar", "en"])
    assert found.total() == 1_005
    assert len(found) <= 16
    assert lines[0] == Line("fr", 1_005)


def test_those_it_reached_are_counted_by_what_they_were_shown(
    session: Session, cast: Cast, draft: Announcement
) -> None:
    arabic = Version(language="ar", words="نلتقي", origin=Origin.MEMBER, written_at=NOW, approved_at=NOW)
    versions.keep(session, draft.versions, arabic)
    sendings.freeze(session, draft, NOW)
    claimed = deliveries.claim(session, NOW, 5)
    for claim, language in zip(claimed, ("fr", "ar", "ar", "fr", "ar"), strict=True):
        outlook.shows(session, claim, f"bulletin.version:{draft.id}:{language}", None)
    for claim in claimed[:4]:
        deliveries.settle(session, claim, Outcome.SENT, NOW, message=1)
    deliveries.settle(session, claimed[4], Outcome.UNREACHABLE, NOW)
    other = draft.id + 1
    deliveries.plan(session, Kind.ANNOUNCEMENT, link(other), NOW, person_id=cast.ada.id)
    assert readers.by_version(session, draft) == {"fr": 2, "ar": 2}


def test_what_was_removed_is_none_of_the_announcement(session: Session, draft: Announcement) -> None:
    arabic = Version(language="ar", words="نلتقي", origin=Origin.ENGINE, written_at=NOW)
    versions.keep(session, draft.versions, arabic)
    arabic.removed_at = NOW
    session.flush()
    session.expire(draft, ["versions"])
    again = Announcement.kept(session, None, draft.id)
    assert again
    assert [each.language for each in again.versions] == ["fr"]
    new = Version(language="ar", words="مرحبا", origin=Origin.MEMBER, written_at=NOW)
    versions.keep(session, again.versions, new)
    assert [each.words for each in again.versions] == ["We meet on Friday.", "مرحبا"]
    assert not versions.bring_back(session, draft.id, "ar", NOW), "something else stands there"
    new.removed_at = NOW
    session.flush()
    drafts.purge(session, NOW + timedelta(seconds=1))
    assert not versions.bring_back(session, draft.id, "ar", NOW)
