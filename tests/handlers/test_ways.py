"""How we write in a group: languages and topic are chosen in private, announcements are pinned if wished."""

from db.people import Role
from tests.handlers.test_announcements import PICNIC, confirms, presses_send, sends, writes
from tests.people import Cast, Who
from tests.phones import Phone
from tests.rooms import Room
from tests.talk import Talk

GONE = "That is not here any more. Nothing has changed."


def settings(rosa: Phone, room: Room) -> None:
    """Rosa confirms the group, and is at its settings."""
    room.adds_bot()
    rosa.opens(room.door)
    rosa.presses("Yes, {programme}", programme="Marseille 2027")


def announces(rosa: Phone, talk: Talk) -> None:
    writes(rosa)
    sends(rosa, 6)
    talk.delivers()


def test_confirming_asks_how_we_write_there(rosa: Phone, room: Room, talk: Talk) -> None:
    settings(rosa, room)
    rosa.sees("It gets announcements of {programme} now.", programme="Marseille 2027")
    rosa.sees("First language: {language}", language="Français")
    rosa.may_press("First language", "Second language", "Pin our messages", "Who may pass on")
    rosa.may_not_press("Topic")
    rosa.presses("First language", "العربية")
    rosa.sees("First language: {language}", language="العربية")
    rosa.presses("Second language", "Français")
    room.app = "ar"
    room.calls_bot()
    room.sees("I talk with each person in private.")
    assert len(room.messages) == 2


def test_what_becomes_the_first_language_is_not_the_second_any_more(rosa: Phone, room: Room) -> None:
    settings(rosa, room)
    rosa.presses("Second language", "العربية", "Go back", "Settings")
    rosa.sees("Second language: {language}", language="العربية")
    rosa.presses("First language", "العربية")
    rosa.sees_not("Second language: {language}", language="العربية")


def test_ideas_come_in_the_groups_own_languages(rosa: Phone, room: Room, talk: Talk) -> None:
    settings(rosa, room)
    room.app = "ar"
    rosa.presses("First language", "العربية", "Second language", "Français", "Go back")
    rosa.presses("Post an idea", "Post it")
    talk.delivers()
    room.sees("Idea to share")
    assert str(talk.catalogues.words("fr")._("Idea to share")) in room.text


def test_the_door_of_a_topic_leads_to_that_topic(rosa: Phone, room: Room, talk: Talk) -> None:
    room.adds_bot()
    assert room.screen.topic is None
    room.opens_topic(77, "Plaza")
    with talk.nothing_changes():
        room.calls_bot()
    room.sees("Hello. A coordinator of Passerelle can confirm this group.")
    assert room.screen.topic == 77
    rosa.opens(room.door)
    rosa.presses("Yes, {programme}", programme="Marseille 2027")
    rosa.sees("I write in the topic with the button.")
    announces(rosa, talk)
    room.sees(PICNIC)
    assert room.screen.topic == 77


def test_until_a_group_is_confirmed_only_its_door_is_kept(room: Room, nia: Phone, talk: Talk) -> None:
    room.adds_bot()
    with talk.nothing_changes():
        room.opens_topic(77, "Plaza")
        room.shuts_topic()
        room.calls_bot(about=5)
        room.relays(nia, "Pass it on")
        room.is_answered(nia, "Hello")
    room.sees("Hello. A coordinator of Passerelle can confirm this group.")
    assert room.labels == [room.say("Confirm this group")]


def test_rosa_chooses_among_the_topics_we_came_across(rosa: Phone, room: Room, talk: Talk) -> None:
    settings(rosa, room)
    room.opens_topic(77, "Plaza")
    room.opens_topic(78, "Kitchen")
    room.opens_topic(77, "Big plaza")
    room.opens_topic(79, "Old")
    room.shuts_topic()
    rosa.presses("Go back", "Settings", "Topic")
    rosa.may_press("General", "Big plaza", "Kitchen")
    rosa.may_not_press("Plaza", "Old")
    rosa.presses("Kitchen")
    rosa.sees("Topic: {topic}", topic="Kitchen")
    announces(rosa, talk)
    assert room.screen.topic == 78
    room.shuts_topic(closed=False)
    rosa.forges("ways.topics:1")
    rosa.may_press("Old")
    rosa.presses("General")
    rosa.sees("Topic: {topic}", topic=rosa.say("General"))
    announces(rosa, talk)
    assert room.screen.topic is None


def test_a_call_in_a_topic_makes_it_known_and_is_answered_there(rosa: Phone, room: Room) -> None:
    confirms(rosa, room)
    room.opens_topic(77, "Plaza")
    room.calls_bot()
    room.sees("I talk with each person in private.")
    assert room.screen.topic == 77
    rosa.presses("Chez Rosa", "Settings", "Topic", "Plaza")
    rosa.sees("Topic: {topic}", topic="Plaza")


def test_what_is_posted_is_pinned_if_wished(rosa: Phone, room: Room, talk: Talk) -> None:
    settings(rosa, room)
    room.lets(pin=True)
    announces(rosa, talk)
    assert room.pinned is None
    rosa.forges("ways.open:1")
    rosa.presses("Pin our messages")
    announces(rosa, talk)
    assert room.pinned == room.last
    rosa.forges("ways.open:1")
    rosa.presses("Go back", "Post an idea", "Post it")
    talk.delivers()
    assert room.pinned == room.last, "so are ideas and games"


def test_what_presses_is_pinned_too(rosa: Phone, room: Room, talk: Talk) -> None:
    settings(rosa, room)
    room.lets(pin=True)
    rosa.forges("ways.open:1")
    rosa.presses("Pin our messages")
    writes(rosa)
    rosa.presses("Urgent")
    presses_send(rosa, 1)
    rosa.presses("Send now")
    talk.passes(seconds=10)
    assert room.pinned == room.last


def test_forged_links_change_no_group_of_others(rosa: Phone, ada: Phone, bea: Phone, room: Room) -> None:
    settings(rosa, room)
    room.opens_topic(77, "Plaza")
    links = (
        "open:1",
        "first_language:1",
        "write_in:1:ar",
        "topics:1",
        "take:1",
        "take_general:1",
        "set_pins:1:1",
    )
    with rosa.talk.nothing_changes():
        for link in links:
            for phone in (ada, bea):
                phone.forges(f"ways.{link}")
                phone.sees(GONE)
        for link in ("write_in:1:xx", "set_pins:1:7", "take:9"):
            rosa.forges(f"ways.{link}")
            rosa.sees(GONE)


def test_forged_doors_lead_nowhere(rosa: Phone, room: Room, talk: Talk) -> None:
    room.adds_bot()
    door = room.door
    with talk.nothing_changes():
        for forged in (f"{door}-x", f"{door}--1", f"{door}-{'9' * 16}", door[:-1], f"{door}-٧"):
            rosa.opens(forged)
            rosa.sees(GONE)


def test_another_coordinator_finds_the_group_confirmed(rosa: Phone, room: Room, cast: Cast) -> None:
    settings(rosa, room)
    leo = cast.joined(Who("Leo", Role.COORDINATOR))
    leo.opens(room.door)
    leo.sees("Chez Rosa", "Now: no idea comes by itself.")
