"""Forget me: whatever table there is, nothing in it speaks of the person any more."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import RowMapping, Table, select
from sqlalchemy.orm import Session

from db import (
    activities,
    acts,
    announcements,
    askings,
    attendance,
    contributions,
    days,
    decisions,
    deliveries,
    events,
    goals,
    groups,
    heard,
    lessons,
    meetings,
    people,
    picks,
    places,
    pulses,
    relayers,
    remarks,
    steps,
    threads,
    wishes,
    writings,
)
from db.activities import Play
from db.acts import Verb
from db.announcements import Announcement
from db.askings import Asked
from db.contributions import Gift
from db.groups import Group
from db.guests import Says
from db.kinds import Kind
from db.needs import Need
from db.observances import Observance
from db.pairs import Pair
from db.people import Person
from db.picks import Side
from db.remarks import Reader, Remark
from db.steps import Step
from db.tables import metadata
from db.threads import Message
from tests.db import least
from tests.db.cast import NOW, REFS, Cast

MARK = "zanzibar"
"""A word that only Ada wrote."""


@pytest.fixture
def step(session: Session, cast: Cast) -> Step:
    """A step by Nia, for a goal of her own; Ada ticked it, after having left traces of all sorts."""
    goal = goals.add(session, cast.pair, cast.ada, f"See {MARK}", NOW)
    goal.explain(cast.ada, f"I dream of {MARK}")
    own = steps.add(session, goal, cast.ada, f"Buy a map of {MARK}", NOW)
    deed = {"person_id": cast.ada.id, "verb": Verb.STEP_ADDED, "at": NOW}
    acts.record(session, cast.pair, goal_id=goal.id, step_id=own.id, **deed)
    deliveries.plan(session, Kind.NUDGE, "nudges.weekly:1", NOW, person_id=cast.ada.id)
    place = places.named(session, cast.pair, cast.ada, f"Café {MARK}", NOW)
    meeting, _ = meetings.note(session, place, cast.ada, NOW, NOW)
    meeting.coming(cast.ada).face = 4
    called_off, _ = meetings.propose(session, place, cast.nia, NOW + timedelta(days=1), NOW)
    called_off.call_off(session, cast.ada, NOW)
    pulses.of_now(session, cast.pair, cast.ada, NOW).face = 2
    decisions.ask(session, cast.pair, cast.ada, NOW)
    picnic = announcements.write(session, cast.programme, cast.rosa, "Picnic", NOW)
    attendance.say(session, events.arrange(session, picnic, NOW), cast.ada, Says.COMES, NOW)
    remark = Remark(pair=cast.pair, person=cast.ada, words=f"More {MARK}", language="ar", written_at=NOW)
    remarks.write(session, remark).send(session, [cast.rosa], NOW)
    cast.ada.held = f"Passport 12AB34567 for {MARK}"
    cast.ada.awaits, cast.ada.speaks = f"goals.take_goal:{MARK}", ["ar", "en"]
    group = in_group(session, cast)
    relayers.ask(session, group, cast.ada, ("telegram", REFS["Ada"]), NOW)
    idea = activities.begin(session, group, Play.IDEA, ["favourite-dish"], NOW)
    contributions.give(session, idea, cast.ada, Gift(words=f"Soup of {MARK}", language="ar"))
    step = steps.add(session, goals.add(session, cast.pair, cast.nia, "Swim", NOW), cast.nia, "Ask", NOW)
    step.doer_id = cast.ada.id
    step.finish(session, cast.ada, NOW)
    lessons.keep(session, step, cast.ada, f"A song of {MARK}")
    wishes.begin(session, cast.pair, cast.ada).toggle(Need.WORK)
    days.choose(session, cast.ada, Observance.NOWRUZ)
    draft = announcements.write(session, cast.programme, cast.rosa, "We meet on Friday.", NOW)
    picks.toggle(session, draft.id, cast.ada.id, Side.ONLY)
    answers_back(session, cast)
    asked = Asked(announcement=picnic, language="ar", helper=cast.ada, asker=cast.rosa, asked_at=NOW)
    asked.words = f"Picnic in {MARK}"
    askings.ask(session, asked)
    session.flush()
    return step


def answers_back(session: Session, cast: Cast) -> None:
    """Ada has answered an announcement, and taken what Nia answered."""
    picnic = announcements.write(session, cast.programme, cast.rosa, "A picnic", NOW)
    about = {"language": "ar", "written_at": NOW, "sent_at": NOW}
    thread = threads.about(session, picnic, cast.ada)
    threads.keep(session, Message(thread=thread, author=cast.ada, words=f"In {MARK}?", **about))
    threads.about(session, picnic, cast.nia).take(session, cast.ada, NOW)


def in_group(session: Session, cast: Cast) -> Group:
    """A group chat of the programme."""
    group = groups.met(session, ("telegram", -3), "Cooks", NOW)
    group.programme_id = cast.programme.id
    return group


def test_nothing_is_left_about_somebody(session: Session, cast: Cast, step: Step) -> None:
    least.fill(session, cast.ada)
    assert list(least.missing(session, cast.ada)) == []
    people.erase(session, cast.ada)
    session.commit()
    assert set(traces(session, cast.ada)) == set()
    left = session.get_one(Step, step.id)
    assert (left.words, left.done_at, left.done_by_id, left.doer_id) == ("Ask", NOW, None, None)


def test_what_somebody_wrote_into_anothers_goal_goes_too(session: Session, cast: Cast) -> None:
    explained = goals.add(session, cast.pair, cast.nia, "Swim", NOW)
    explained.explain(cast.ada, MARK)
    reworded = goals.add(session, cast.pair, cast.nia, "Sing", NOW)
    reworded.reword(cast.ada, f"Sing in {MARK}")
    session.flush()
    assert writings.of(session, cast.ada) == [f"Sing in {MARK}", MARK]
    writings.forget(session, cast.ada)
    session.commit()
    assert set(traces(session, cast.ada)) == set()
    assert [(goal.words, goal.why) for goal in goals.of_pair(session, cast.pair)] == [("Swim", None)]


def test_words_that_were_heard_go_too(session: Session, cast: Cast, step: Step) -> None:
    for number, lane, raw in ((1, REFS["Ada"], MARK), (2, REFS["Ada"], MARK), (3, REFS["Nia"], "Hello")):
        heard.keep(session, [{"update_id": number, "lane": lane, "raw": raw, "heard_at": NOW}])
    heard.handle(session, 1, NOW)
    heard.set_aside(session, 2, "a fault of ours")
    people.erase(session, cast.ada)
    assert set(traces(session, cast.ada)) == set()
    assert len(heard.waiting(session, NOW)) == 1
    assert heard.keep(session, [{"update_id": 1, "lane": 1, "raw": "", "heard_at": NOW}]) == set()


def test_the_others_stay_as_they_were(session: Session, cast: Cast, step: Step) -> None:
    people.erase(session, cast.ada)
    session.commit()
    assert session.get_one(Pair, cast.pair.id)
    assert people.at(session, "telegram", REFS["Nia"])
    assert people.at(session, "telegram", REFS["Ada"]) is None
    assert writings.of(session, cast.nia) == ["Swim", "Ask"]


def test_an_announcement_stays_without_its_author(session: Session, cast: Cast) -> None:
    draft = announcements.write(session, cast.programme, cast.rosa, "We meet on Friday.", NOW)
    people.erase(session, cast.rosa)
    session.commit()
    left = Announcement.kept(session, None, draft.id)
    assert left
    assert (left.words, left.author_id) == ("We meet on Friday.", None)


def test_all_somebody_wrote_can_be_read(session: Session, cast: Cast, step: Step) -> None:
    assert writings.of(session, cast.ada) == [
        f"See {MARK}",
        f"I dream of {MARK}",
        f"Buy a map of {MARK}",
        f"A song of {MARK}",
        f"Café {MARK}",
        f"More {MARK}",
        f"In {MARK}?",
        f"Picnic in {MARK}",
    ]


def test_what_went_to_a_coordinator_stays_its_writers(session: Session, cast: Cast, step: Step) -> None:
    people.erase(session, cast.rosa)
    session.commit()
    assert [each.words for each in remarks.of_person(session, cast.ada)] == [f"More {MARK}"]
    assert session.scalars(select(Reader)).all() == []


def test_groups_that_nobody_confirmed_are_forgotten(session: Session, cast: Cast) -> None:
    groups.met(session, ("telegram", -1), "Everybody", NOW)
    kept = groups.met(session, ("telegram", -2), "Swimmers", NOW)
    kept.programme_id = cast.programme.id
    session.flush()
    groups.purge(session, NOW + timedelta(days=1), NOW)
    assert groups.at(session, "telegram", -1) is None
    assert groups.of_programme(session, cast.programme) == [kept]


def traces(session: Session, person: Person) -> Iterator[str]:
    """Names of the tables in which anything points at a person, at their address, or says their words."""
    for table in metadata.sorted_tables:
        if any(speaks_of(person, table, row) for row in session.execute(select(table)).mappings()):
            yield table.name


def speaks_of(person: Person, table: Table, row: RowMapping) -> bool:
    text = " ".join(str(value) for value in row.values())
    return (
        person.id in [row[name] for name in least.pointing(table)]
        or REFS["Ada"] in row.values()
        or "Ada" in text.split()
        or MARK in text
    )
