"""What becomes of a group is followed, and its coordinators hear of it once: lost, a topic gone, no pin."""

from db.people import Role
from tests.handlers.test_announcements import PICNIC, confirms, sends, writes
from tests.people import Cast, Who
from tests.phones import Phone
from tests.rooms import Room
from tests.talk import Talk
from tests.vocabulary import read

LOST = "I cannot write in {group} any more."


def announces(rosa: Phone, talk: Talk, readers: int = 6) -> int:
    writes(rosa)
    sends(rosa, readers)
    return talk.delivers()


def told(rosa: Phone, sentence: str) -> int:
    """How often she was told so of the group."""
    said = rosa.say(sentence, group="Chez Rosa")
    return sum(said in read(screen.text) for screen in rosa.messages.values())


def in_topic(rosa: Phone, room: Room) -> None:
    """The group is confirmed, and we write in the topic of news."""
    confirms(rosa, room)
    room.opens_topic(77, "Plaza")
    rosa.presses("Chez Rosa", "Settings", "Topic", "Plaza")


def test_all_coordinators_hear_once_that_we_were_taken_out(rosa: Phone, room: Room, cast: Cast) -> None:
    leo = cast.joined(Who("Leo", Role.COORDINATOR, "en"))
    confirms(rosa, room)
    room.opens_topic(77, "Plaza")
    room.removes_bot()
    room.removes_bot()
    assert cast.talk.delivers() == 2
    for phone in (rosa, leo):
        phone.sees(LOST, group="Chez Rosa")
    kept = cast.talk.rows()
    assert kept["group_topics"] == kept["activities"] == kept["relayers"] == []
    assert not cast.phones["Bea"].messages


def test_a_group_that_takes_us_back_is_confirmed_anew(
    rosa: Phone, bea: Phone, room: Room, talk: Talk
) -> None:
    confirms(rosa, room)
    rosa.presses("Chez Rosa", "Settings", "First language", "English")
    room.removes_bot()
    talk.delivers()
    room.adds_bot()
    room.sees("Hello. A coordinator of Passerelle can confirm this group.")
    bea.opens(room.door)
    bea.presses("Yes, {programme}", programme="Athens 2027")
    bea.sees("First language: {language}", language="Français")
    with talk.nothing_changes():
        rosa.forges("groups.show:1")
        rosa.sees("That is not here any more. Nothing has changed.")


def test_who_is_taken_back_soon_is_not_missed(rosa: Phone, room: Room, talk: Talk) -> None:
    confirms(rosa, room)
    room.removes_bot()
    room.adds_bot()
    assert talk.delivers() == 0


def test_a_group_we_never_left_is_not_greeted_again(rosa: Phone, room: Room, talk: Talk) -> None:
    confirms(rosa, room)
    with talk.nothing_changes():
        room.adds_bot()
    assert len(room.messages) == 1


def test_a_group_that_moved_is_not_lost(rosa: Phone, room: Room, talk: Talk) -> None:
    confirms(rosa, room)
    room.lets(write=False)
    room.moves(-1000500)
    assert talk.delivers() == 0
    assert talk.rows()["groups"][0]["unreachable_since"] is None


def test_a_group_nobody_confirmed_is_forgotten_at_once(room: Room, talk: Talk) -> None:
    room.adds_bot()
    room.removes_bot()
    assert talk.rows()["groups"] == []
    assert talk.delivers() == 0


def test_where_we_may_not_write_any_more_is_lost_until_we_may(rosa: Phone, room: Room, talk: Talk) -> None:
    confirms(rosa, room)
    room.lets(write=False)
    room.lets(write=False)
    assert talk.delivers() == 1
    rosa.sees(LOST, group="Chez Rosa")
    rosa.forges("groups.show:1")
    rosa.sees(LOST, group="Chez Rosa")
    assert announces(rosa, talk, readers=5) == 5
    room.lets(write=True)
    announces(rosa, talk)
    room.sees(PICNIC)


def test_a_refused_message_is_told_once(rosa: Phone, room: Room, talk: Talk) -> None:
    confirms(rosa, room)
    room.reachable = False
    announces(rosa, talk)
    rosa.sees(LOST, group="Chez Rosa")
    announces(rosa, talk, readers=5)
    assert told(rosa, LOST) == 1


def test_a_topic_that_is_gone_gives_way_to_the_general_one(rosa: Phone, room: Room, talk: Talk) -> None:
    in_topic(rosa, room)
    room.loses_topic()
    assert announces(rosa, talk) == 7, "five people, the group, and a word to Rosa"
    room.sees(PICNIC)
    assert room.screen.topic is None
    rosa.sees("Our topic in {group} is closed or gone.", group="Chez Rosa")
    rosa.presses("Chez Rosa")
    rosa.sees("Chez Rosa")
    assert talk.rows()["group_topics"] == []


def test_where_the_general_topic_is_closed_too_the_group_is_lost(rosa: Phone, room: Room, talk: Talk) -> None:
    confirms(rosa, room)
    room.loses_topic()
    announces(rosa, talk)
    rosa.sees(LOST, group="Chez Rosa")
    assert [row["unreachable_since"] is None for row in talk.rows()["groups"]] == [False]


def test_a_rewritten_message_stays_in_its_topic(rosa: Phone, ada: Phone, room: Room, talk: Talk) -> None:
    in_topic(rosa, room)
    rosa.presses("Go back", "Post an idea", "Post it")
    talk.delivers()
    posted = room.last
    room.is_answered(ada, "Tea")
    talk.passes(seconds=7)
    room.sees("Tea")
    assert (room.last, room.screen.topic) == (posted, 77)


def test_what_may_not_be_pinned_is_there_and_told_once(rosa: Phone, room: Room, talk: Talk) -> None:
    confirms(rosa, room)
    rosa.presses("Chez Rosa", "Settings", "Pin our messages")
    announces(rosa, talk)
    room.sees(PICNIC)
    assert talk.delivers() == 0
    rosa.sees("Our message is in {group}. I may not pin it.", group="Chez Rosa")
    announces(rosa, talk)
    assert told(rosa, "Our message is in {group}. I may not pin it.") == 1
    rosa.forges("ways.open:1")
    rosa.sees("I may not pin there. Please make me an administrator who may pin.")
    room.lets(pin=True)
    rosa.forges("ways.open:1")
    rosa.sees_not("I may not pin there. Please make me an administrator who may pin.")
    announces(rosa, talk)
    assert room.pinned == room.last


def test_a_group_becomes_a_supergroup_with_all_that_was_chosen(rosa: Phone, room: Room, talk: Talk) -> None:
    confirms(rosa, room)
    rosa.presses("Chez Rosa", "Settings", "First language", "English")
    room.moves(-1000500)
    row = talk.rows()["groups"][0]
    assert (row["ref"], row["language"]) == (-1000500, "en")


def test_a_group_that_calls_us_bears_us_again(rosa: Phone, room: Room, talk: Talk) -> None:
    confirms(rosa, room)
    room.reachable = False
    announces(rosa, talk)
    rosa.sees(LOST, group="Chez Rosa")
    room.reachable = True
    room.calls_bot()
    announces(rosa, talk)
    room.sees(PICNIC)
