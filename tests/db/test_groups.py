"""Groups: those out of reach are forgotten after a while, and so is who asked and was not allowed."""

from datetime import timedelta

from sqlalchemy.orm import Session

from db import group_topics, groups, relayers
from db.groups import Group
from tests.db.cast import NOW, Cast

DAY = timedelta(days=1)
EVERYBODY = ("telegram", -3)


def of_cooks(session: Session, cast: Cast) -> Group:
    """A group of the programme."""
    group = groups.met(session, EVERYBODY, "Cooks", NOW)
    group.programme_id = cast.programme.id
    session.flush()
    return group


def test_a_token_is_as_long_as_a_door_expects(session: Session, cast: Cast) -> None:
    assert len(of_cooks(session, cast).token) == groups.TOKEN_LENGTH


def test_a_lost_group_is_forgotten_after_a_while(session: Session, cast: Cast) -> None:
    group = of_cooks(session, cast)
    assert groups.lost(group, NOW)
    assert not groups.lost(group, NOW + DAY), "it is no news"
    session.flush()
    groups.purge(session, NOW + DAY, NOW)
    assert groups.at(session, *EVERYBODY)
    groups.purge(session, NOW, NOW + DAY)
    assert groups.at(session, *EVERYBODY) is None


def test_what_goes_with_a_group(session: Session, cast: Cast) -> None:
    group = of_cooks(session, cast)
    group_topics.seen(session, group, 77, "Plaza")
    group_topics.seen(session, group, 77, "Big plaza")
    assert [each.title for each in group_topics.offered(session, group)] == ["Big plaza"]
    groups.lost(group, NOW)
    session.flush()
    groups.purge(session, NOW, NOW + DAY)
    session.expire_all()
    assert group_topics.offered(session, group) == []


def test_who_was_allowed_stays_noted_all_others_for_a_while(session: Session, cast: Cast) -> None:
    group = of_cooks(session, cast)
    asked = [relayers.ask(session, group, cast.ada, ("telegram", ref), NOW) for ref in (1, 2, 3)]
    for each, allowed in zip(asked, (True, False), strict=False):
        assert each
        assert each.answer_once(session, cast.rosa, allowed=allowed)
        assert not each.answer_once(session, cast.rosa, allowed=not allowed)
    relayers.purge(session, NOW)
    assert len(relayers.of_group(session, group)) == 2
    relayers.purge(session, NOW + DAY)
    assert [each.allowed for each in relayers.of_group(session, group)] == [True]


def test_what_a_named_person_passes_on_finds_a_coordinator(session: Session, cast: Cast) -> None:
    group, address = of_cooks(session, cast), ("telegram", 7)
    assert relayers.receiver(session, group, cast.rosa, address) == cast.rosa
    assert relayers.receiver(session, group, cast.ada, address) is None
    asked = relayers.ask(session, group, cast.ada, address, NOW)
    assert asked
    assert relayers.receiver(session, group, cast.ada, address) is None
    asked.answer_once(session, cast.maud, allowed=True)
    assert relayers.receiver(session, group, cast.ada, address) == cast.rosa, "who named them left"
