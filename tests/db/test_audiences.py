"""Audiences: the database means the same people as plain Python, and what is not understood is nobody."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from db import groups, people, picks, recipients, sendings
from db.announcements import Announcement
from db.audiences import Audience, Facet, Met, Since
from db.people import Role
from db.picks import Side
from tests.db.cast import NOW, Cast
from tests.db.somebodies import Town, audiences, towns

ON_ONE = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
MENTEES = Audience(only={Facet.ROLE: (Role.MENTEE,)})


def same(session: Session, town: Town, several: list[Audience]) -> None:
    session.rollback()
    draft, found = town.settle(session)
    for audience in several:
        draft.audience = audience.row
        session.flush()
        session.refresh(draft, ["audience"])
        meant = set(session.scalars(recipients.people(draft, NOW)))
        assert {number for number, each in enumerate(found) if each.id in meant} == town.meant(audience)
        assert recipients.count(session, draft, NOW) == len(meant)


SEVERAL = st.lists(audiences, min_size=8, max_size=8)


@pytest.mark.parametrize("ground", ["sqlite"], indirect=True)
@settings(max_examples=60, suppress_health_check=ON_ONE)
@given(town=towns(), several=SEVERAL)
def test_the_database_means_the_same_people(session: Session, town: Town, several: list[Audience]) -> None:
    same(session, town, several)


@pytest.mark.parametrize("ground", ["postgresql"], indirect=True)
@settings(max_examples=8, suppress_health_check=ON_ONE)
@given(town=towns(), several=SEVERAL)
def test_so_does_the_other_database(session: Session, town: Town, several: list[Audience]) -> None:
    same(session, town, several)


@given(audience=audiences)
def test_what_is_kept_is_read_again(audience: Audience) -> None:
    assert Audience.from_row(audience.row) == audience


GOOD: dict[str, Any] = {"version": 1, "private": True, "groups": None, "only": {}, "without": {}}


@pytest.mark.parametrize(
    "row",
    [
        {},
        {**GOOD, "version": 2},
        {**GOOD, "since": "always"},
        {**GOOD, "private": "yes"},
        {**GOOD, "groups": "all"},
        {**GOOD, "groups": [3]},
        {**GOOD, "only": {"age": ["18"]}},
        {**GOOD, "only": {"role": ["guest"]}},
        {**GOOD, "only": {"role": []}},
        {**GOOD, "only": {"role": "mentee"}},
        {**GOOD, "without": {"need": ["moon"]}},
        {**GOOD, "without": None},
        {key: value for key, value in GOOD.items() if key != "without"},
    ],
)
def test_what_a_later_release_may_write_is_nobody(row: dict[str, Any]) -> None:
    assert Audience.from_row(GOOD) == Audience()
    assert Audience.from_row(row) == Audience(private=False, groups=())


def test_ticks_come_and_go() -> None:
    both = MENTEES.toggled(Side.ONLY, Facet.ROLE, Role.MENTOR)
    assert both.only == {Facet.ROLE: (Role.MENTEE, Role.MENTOR)}
    assert both.toggled(Side.ONLY, Facet.ROLE, Role.MENTOR) == MENTEES
    assert MENTEES.toggled(Side.ONLY, Facet.ROLE, Role.MENTEE).row is None
    month = MENTEES.toggled(Side.WITHOUT, Facet.NEW, Since.QUARTER).toggled(
        Side.WITHOUT, Facet.NEW, Since.MONTH
    )
    assert month.without == {Facet.NEW: (Since.MONTH,)}, "one takes the place of another"
    assert month.toggled(Side.WITHOUT, Facet.NEW, Since.MONTH) == MENTEES
    assert MENTEES.toggled(Side.ONLY, Facet.MET, Met.LATELY).only.keys() == {Facet.ROLE, Facet.MET}


def test_an_erased_person_is_no_tick_any_more_and_nobody_takes_their_place(
    session: Session, cast: Cast, draft: Announcement
) -> None:
    assert picks.toggle(session, draft.id, cast.ada.id, Side.ONLY)
    draft.audience = Audience().named(Side.ONLY, any_ticked=True).row
    assert list(session.scalars(recipients.people(draft, NOW))) == [cast.ada.id]
    session.commit()
    people.erase(session, cast.ada)
    again = session.get_one(Announcement, draft.id)
    assert list(session.scalars(recipients.people(again, NOW))) == []


def test_only_chosen_groups_get_it(session: Session, cast: Cast, draft: Announcement) -> None:
    both = [groups.met(session, ("telegram", -number), f"Group {number}", NOW) for number in (1, 2)]
    elsewhere = groups.met(session, ("telegram", -3), "Elsewhere", NOW)
    for each in both:
        each.programme_id = cast.programme.id
    session.flush()
    assert recipients.rooms(session, draft) == both
    draft.audience = Audience(groups=(both[1].token, elsewhere.token)).row
    assert recipients.rooms(session, draft) == [both[1]]
    draft.send_once(session, NOW, NOW)
    draft.start_once(session, NOW)
    sendings.freeze(session, draft, NOW)
    assert Announcement.posted_in(session, both[1], draft.id) is draft
    assert Announcement.posted_in(session, both[0], draft.id) is None
    assert Announcement.posted_in(session, elsewhere, draft.id) is None
