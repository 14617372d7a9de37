"""By the clock: an idea every week at the group's own day and hour, until it is turned off."""

import pytest

from bot.undeliverable import GoneForGood, TryAgain
from tests.handlers.test_announcements import confirms
from tests.phones import Phone
from tests.rooms import Room
from tests.talk import Talk


@pytest.fixture
def weekly(rosa: Phone, room: Room) -> Room:
    """A group that gets an idea every Wednesday at 17:00."""
    confirms(rosa, room)
    rosa.presses("Chez Rosa")
    rosa.sees("Now: no idea comes by itself.")
    rosa.presses("Every week", rosa.words.weekday(2), "17:00")
    rosa.sees("Now: every week, {weekday}, {clock}.", weekday=rosa.words.weekday(2), clock="17:00")
    return room


def begun(talk: Talk) -> list[str]:
    """Keys of the ideas that came, in order."""
    return [key for row in talk.rows()["activities"] if row["begun_at"] for key in row["keys"]]


def pending(talk: Talk) -> list[tuple[str, str]]:
    """When what comes every week is due next, in UTC."""
    rows = talk.rows()["deliveries"]
    return [
        (row["kind"], f"{row['due_at']:%A %H:%M}")
        for row in rows
        if row["group_id"] and row["claimed_at"] is None
    ]


def test_nothing_comes_by_itself_unless_it_is_asked_for(rosa: Phone, room: Room, talk: Talk) -> None:
    confirms(rosa, room)
    assert talk.passes(weeks=2) == 0 or len(room.messages) == 1


def test_another_idea_comes_every_week(weekly: Room, talk: Talk) -> None:
    for week in range(4):
        talk.clock.at("Wednesday 17:00")
        talk.delivers()
        assert len(begun(talk)) == week + 1
        assert len(weekly.messages) == week + 2
        assert pending(talk) == [("weekly-posting", "Wednesday 16:00" if week < 3 else "Wednesday 15:00")]
    assert len(set(begun(talk))) == 4


def test_it_keeps_its_hour_when_the_clocks_change(weekly: Room, talk: Talk) -> None:
    for _ in range(5):
        talk.clock.at("Wednesday 17:00")
        talk.delivers()
    assert len(begun(talk)) == 5


def test_after_an_outage_one_comes_and_no_pile(weekly: Room, talk: Talk) -> None:
    talk.clock.forward(weeks=3)
    talk.delivers()
    assert begun(talk) == [], "too late by then"
    talk.clock.at("Wednesday 17:00")
    talk.delivers()
    assert len(begun(talk)) == 1


def test_the_same_idea_waits_where_it_did_not_go(weekly: Room, talk: Talk) -> None:
    [waits] = talk.rows()["activities"]
    talk.clock.forward(weeks=3)
    talk.delivers()
    talk.clock.at("Wednesday 17:00")
    talk.delivers()
    assert begun(talk) == waits["keys"]


def test_another_day_moves_it(weekly: Room, rosa: Phone, talk: Talk) -> None:
    rosa.presses("Every week", rosa.words.weekday(4), "9:00".rjust(5, "0"))
    assert pending(talk) == [("weekly-posting", "Friday 08:00")]
    talk.clock.at("Wednesday 17:00")
    talk.delivers()
    assert begun(talk) == []


def test_turned_off_it_stays_off(weekly: Room, rosa: Phone, talk: Talk) -> None:
    rosa.presses("Every week", "Turn it off")
    rosa.sees("Now: no idea comes by itself.")
    assert pending(talk) == []
    assert talk.rows()["activities"] == []
    talk.passes(weeks=2)
    assert len(weekly.messages) == 1


def test_one_by_hand_does_not_come_again_by_the_clock(weekly: Room, rosa: Phone, talk: Talk) -> None:
    rosa.presses("Post an idea", "Post it")
    talk.delivers()
    talk.clock.at("Wednesday 17:00")
    talk.delivers()
    assert len(set(begun(talk))) == len(begun(talk)) == 2


def test_a_group_that_took_us_out_and_in_again_waits_to_be_confirmed(weekly: Room, talk: Talk) -> None:
    talk.clock.at("Wednesday 17:00")
    talk.troubles[weekly.number] = GoneForGood("kicked")
    talk.delivers()
    talk.clock.at("Wednesday 17:00")
    assert talk.delivers() >= 0
    weekly.adds_bot()
    weekly.sees("Hello. A coordinator of Passerelle can confirm this group.")
    messages = len(weekly.messages)
    talk.clock.at("Wednesday 17:00")
    talk.delivers()
    assert len(weekly.messages) == messages


def test_a_bad_connection_posts_it_later(weekly: Room, talk: Talk) -> None:
    talk.clock.at("Wednesday 17:00")
    talk.troubles[weekly.number] = TryAgain("no connection")
    talk.delivers()
    talk.passes(seconds=30)
    assert len(weekly.messages) == 2
    assert len(begun(talk)) == 1


def test_days_and_hours_that_are_forged_are_refused(
    weekly: Room, rosa: Phone, bea: Phone, talk: Talk
) -> None:
    group = talk.rows()["groups"][0]["id"]
    with talk.nothing_changes():
        for link in (
            f"posting.set_clock:{group}:7:18",
            f"posting.set_clock:{group}:1:22",
            f"posting.hours:{group}:-1",
        ):
            rosa.forges(link)
            rosa.sees("That is not here any more. Nothing has changed.")
        for page in ("posting.offer:{}:0", "posting.turn_off:{}", "playing.start:{}:names", "groups.show:{}"):
            bea.forges(page.format(group))
            bea.sees("That is not here any more. Nothing has changed.")
