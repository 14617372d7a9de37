"""Group chats: one line when the bot comes, confirmed in private by a coordinator, nothing about anybody."""

from tests.handlers.test_announcements import confirms, sends, writes
from tests.people import Cast
from tests.phones import Phone
from tests.rooms import Room
from tests.talk import Talk

GONE = "That is not here any more. Nothing has changed."


def test_rosa_confirms_a_group_in_private(rosa: Phone, room: Room, talk: Talk) -> None:
    room.adds_bot()
    room.sees("Hello. A coordinator of Passerelle can confirm this group.")
    assert room.labels == [room.say("Confirm this group")]
    rosa.opens(room.door)
    rosa.sees("Chez Rosa", "Shall announcements go to this group too?")
    rosa.sees("There we read only what is said to us.")
    rosa.presses("Yes, {programme}", programme="Marseille 2027")
    rosa.sees("It gets announcements of {programme} now.", programme="Marseille 2027")
    rosa.presses("Go back", "Go back", "Groups")
    rosa.sees("These groups get announcements:", "Chez Rosa")
    assert len(room.messages) == 1


def test_only_coordinators_confirm(ada: Phone, karim: Phone, room: Room, cast: Cast) -> None:
    room.adds_bot()
    group = cast.talk.rows()["groups"][0]
    with cast.talk.nothing_changes():
        ada.opens(room.door)
        ada.sees("Only a coordinator can confirm a group.")
        ada.forges(f"groups.accept:{cast.programme.id}:{group['token']}")
        ada.sees(GONE)
        karim.opens(room.door)
        karim.sees("Only a coordinator can confirm a group.")


def test_a_forged_token_finds_no_group(rosa: Phone, room: Room, cast: Cast) -> None:
    room.adds_bot()
    with cast.talk.nothing_changes():
        rosa.opens("g-nothing")
        rosa.sees(GONE)
        rosa.forges(f"groups.accept:{cast.programme.id}:nothing")
        rosa.sees(GONE)


def test_nobody_takes_a_group_away_from_another_programme(
    rosa: Phone, bea: Phone, room: Room, cast: Cast
) -> None:
    confirms(rosa, room)
    group = cast.talk.rows()["groups"][0]
    with cast.talk.nothing_changes():
        bea.opens(room.door)
        bea.forges(f"groups.accept:{cast.elsewhere.id}:{group['token']}")
        bea.sees(GONE)
        bea.forges(f"groups.accept:{cast.programme.id}:{group['token']}")
        bea.forges(f"groups.remove:{group['id']}")
        bea.sees(GONE)
        bea.forges(f"groups.overview:{cast.programme.id}")
        bea.sees_not("Chez Rosa")


def test_confirming_twice_is_confirming_once(rosa: Phone, room: Room, talk: Talk) -> None:
    confirms(rosa, room)
    with talk.nothing_changes():
        confirms_again(rosa, room)
    rosa.sees("Chez Rosa", "Now: no idea comes by itself.")


def test_no_more_announcements_after_removing_it_from_the_list(rosa: Phone, room: Room, talk: Talk) -> None:
    confirms(rosa, room)
    rosa.presses("Chez Rosa", "Remove this group")
    rosa.sees("What people answered there is erased.")
    rosa.presses("Remove this group")
    rosa.sees("No group gets announcements yet.")
    writes(rosa)
    sends(rosa)
    talk.delivers()
    assert len(room.messages) == 1


def test_a_group_the_bot_was_removed_from_is_forgotten(rosa: Phone, room: Room, talk: Talk) -> None:
    confirms(rosa, room)
    room.removes_bot()
    talk.delivers()
    rosa.sees("I cannot write in {group} any more.", group="Chez Rosa")
    rosa.opens()
    rosa.presses("Open my desk", "Groups")
    rosa.sees("No group gets announcements yet.")


def test_a_renamed_group_is_called_by_its_new_name(rosa: Phone, room: Room) -> None:
    confirms(rosa, room)
    room.is_renamed("Marseille & friends")
    assert len(room.messages) == 1, "nothing is said about it"
    rosa.opens()
    rosa.presses("Open my desk", "Groups")
    rosa.sees("Marseille & friends")


def test_a_group_that_moved_still_gets_announcements(rosa: Phone, room: Room, talk: Talk) -> None:
    confirms(rosa, room)
    room.moves(-1000500)
    writes(rosa)
    sends(rosa, 6)
    assert talk.delivers() == 6
    room.sees("Picnic on Sunday.")


def test_an_unreachable_group_is_let_go(rosa: Phone, room: Room, talk: Talk) -> None:
    confirms(rosa, room)
    room.reachable = False
    writes(rosa)
    sends(rosa, 6)
    assert talk.delivers() == 6, "five people, and a word to Rosa"
    rosa.sees("I cannot write in {group} any more.", group="Chez Rosa")
    writes(rosa, "Again.")
    rosa.sees_not("It goes to {n} group.", n=1)


def test_whoever_calls_the_bot_is_sent_to_a_private_chat(room: Room, talk: Talk) -> None:
    with talk.nothing_changes():
        room.calls_bot()
    room.sees("I talk with each person in private.", "In a group I read only what is said to me.")
    assert room.labels == [room.say("Open Passerelle")]
    room.adds_bot()
    room.calls_bot()
    room.sees("Hello. A coordinator of Passerelle can confirm this group.")


def test_a_group_nobody_added_us_to_is_not_kept(room: Room, talk: Talk) -> None:
    with talk.nothing_changes():
        room.is_renamed("Elsewhere")
        room.removes_bot()
        room.moves(-1000501)
    assert not room.messages


def confirms_again(rosa: Phone, room: Room) -> None:
    rosa.opens(room.door)
    rosa.forges(f"groups.accept:1:{room.door.removeprefix('g-')}")
    rosa.opens(room.door)
