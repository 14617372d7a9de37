"""Real payloads of Telegram become our events; what does not concern us becomes nothing."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram.reading import lane, read
from bot.events import (
    Addressed,
    Commanded,
    Event,
    Grouped,
    GroupMoved,
    Left,
    Pressed,
    Replied,
    Returned,
    Rights,
    Sent,
    Someone,
    Started,
    Tapped,
    Ungrouped,
    What,
)
from db.contents import Item, Medium
from handlers.kit.turn import Said, Sort
from tests.channels.wire import ME

Raw = dict[str, Any]
USERNAME = "passerelle_bot"

ADA = {"id": 1001, "is_bot": False, "first_name": "Ada", "language_code": "ar"}
PRIVATE = {"id": 1001, "type": "private", "first_name": "Ada"}
GROUP = {"id": -500, "type": "supergroup", "title": "Chez Rosa"}
CHANNEL = {"id": -900, "type": "channel", "title": "News"}
FILE = {"file_id": "f", "file_unique_id": "u"}
PHOTO = [
    {**FILE, "width": 90, "height": 90},
    {**FILE, "file_id": "large", "width": 900, "height": 900},
]
VOICE = {**FILE, "duration": 3}
PICTURE = (Item(Medium.PHOTO, "telegram", "large", position=5),)
SPOKEN = (Item(Medium.VOICE, "telegram", "f", position=5),)
STICKER = {**FILE, "type": "regular", "width": 1, "height": 1, "is_animated": False, "is_video": False}


def message(chat: Raw = PRIVATE, **content: Any) -> Raw:
    return {"message": {"message_id": 5, "date": 1, "chat": chat, "from": ADA} | content}


def press(data: str | None, chat: Raw = PRIVATE, date: int = 1) -> Raw:
    shown = {"message_id": 55, "date": date, "chat": chat}
    query = {"id": "77", "from": ADA, "chat_instance": "c", "message": shown}
    return {"callback_query": query | ({"data": data} if data is not None else {"game_short_name": "g"})}


def member(was: str, now: str, chat: Raw = PRIVATE, **rights: bool) -> Raw:
    def status(name: str) -> Raw:
        return {"user": ME, "status": name} | ({"until_date": 0} if name == "kicked" else {})

    change = {"chat": chat, "from": ADA, "date": 1}
    return {
        "my_chat_member": change | {"old_chat_member": status(was), "new_chat_member": status(now) | rights}
    }


BY = Someone(1001, "Ada")
TEA = Said(Sort.TEXT, "Tea")
OURS: Raw = {"message_id": 44, "date": 1, "chat": GROUP, "from": ME | {"username": "Passerelle_Bot"}}
SHOWN: Raw = OURS | {"chat": PRIVATE}
THEIRS: Raw = {"message_id": 43, "date": 1, "chat": GROUP, "from": ADA}


def said(text: str) -> Sent:
    return Sent(Said(Sort.TEXT, text))


POINT: Raw = {"latitude": 43.29649, "longitude": -5.36978}
POINT_SAID = "43.2965, -5.3698"
HERE = Item(Medium.PLACE, latitude=43.29649, longitude=-5.36978, position=5)
ALCAZAR = replace(HERE, name="Alcazar", address="14 cours Belsunce")
LETTER = {**FILE, "file_name": "Plan\n du  jardin.pdf", "mime_type": "application/pdf"}
PLAN = (Item(Medium.DOCUMENT, "telegram", "f", "Plan du jardin.pdf", position=5),)
FILM = (Item(Medium.VIDEO, "telegram", "f", position=5),)
ORIGIN = {"type": "hidden_user", "sender_user_name": "Nia", "date": 1}
BOLD = [{"type": "bold", "offset": 0, "length": 2}]

PAYLOADS: dict[str, tuple[Raw, What | None]] = {
    "text": (message(text="Hello"), said("Hello")),
    "text in lines": (message(text="one\ntwo"), said("one\ntwo")),
    "start": (message(text="/start"), Started("")),
    "start with an invitation": (message(text="/start abc-1_2"), Started("abc-1_2")),
    "start by its full name": (message(text="/start@passerelle_bot abc"), Started("abc")),
    "command": (message(text="/goals"), Commanded("goals")),
    "command in capitals": (message(text="/HELP me"), Commanded("help")),
    "command in another script": (message(text="/أهداف"), Commanded("أهداف")),
    "slash alone": (message(text="/"), Commanded("")),
    "reply": (message(text="Hello", reply_to_message=SHOWN), Sent(Said(Sort.TEXT, "Hello"), 44)),
    "voice in reply": (message(voice=VOICE, reply_to_message=SHOWN), Sent(Said(Sort.VOICE, "", SPOKEN), 44)),
    "command in reply": (message(text="/help", reply_to_message=SHOWN), Commanded("help")),
    "photo": (message(photo=PHOTO), Sent(Said(Sort.PHOTO, "", PICTURE))),
    "photo with a caption": (message(photo=PHOTO, caption="us"), Sent(Said(Sort.PHOTO, "us", PICTURE))),
    "voice": (message(voice=VOICE), Sent(Said(Sort.VOICE, "", SPOKEN))),
    "audio": (message(audio=VOICE), Sent(Said(Sort.VOICE))),
    "sticker": (message(sticker=STICKER), Sent(Said(Sort.OTHER))),
    "place": (message(location=POINT), Sent(Said(Sort.PLACE, POINT_SAID, (HERE,)))),
    "place that moves": (
        message(location=POINT | {"live_period": 900}),
        Sent(Said(Sort.PLACE, POINT_SAID, (HERE,))),
    ),
    "place with a name": (
        message(
            location=POINT, venue={"location": POINT, "title": "Alcazar", "address": "14 cours Belsunce"}
        ),
        Sent(Said(Sort.PLACE, "Alcazar, 14 cours Belsunce", (ALCAZAR,))),
    ),
    "document": (
        message(document=LETTER, caption="the garden"),
        Sent(Said(Sort.DOCUMENT, "the garden", PLAN)),
    ),
    "document without a name": (
        message(document=FILE),
        Sent(Said(Sort.DOCUMENT, "", (replace(PLAN[0], name=""),))),
    ),
    "video": (message(video=FILE, caption="us"), Sent(Said(Sort.VIDEO, "us", FILM))),
    "animation, which is a document too": (message(animation=FILE, document=FILE), Sent(Said(Sort.OTHER))),
    "round video": (message(video_note=FILE), Sent(Said(Sort.OTHER))),
    "piece of an album": (
        message(photo=PHOTO, media_group_id="139"),
        Sent(Said(Sort.PHOTO, "", PICTURE, album="139")),
    ),
    "formatted caption": (
        message(photo=PHOTO, caption="us", caption_entities=BOLD),
        Sent(Said(Sort.PHOTO, "us", PICTURE)),
    ),
    "forwarded text": (
        message(text="Hello", forward_origin=ORIGIN),
        Sent(Said(Sort.TEXT, "Hello", forwarded=True)),
    ),
    "forwarded command": (
        message(text="/start abc", forward_origin=ORIGIN),
        Sent(Said(Sort.TEXT, "/start abc", forwarded=True)),
    ),
    "forwarded voice": (
        message(voice=VOICE, forward_origin=ORIGIN),
        Sent(Said(Sort.VOICE, "", SPOKEN, forwarded=True)),
    ),
    "contact": (message(contact={"phone_number": "1", "first_name": "A"}), Sent(Said(Sort.OTHER))),
    "press": (press("goals.show:12"), Pressed("goals.show:12", 55, "77")),
    "press that leaves the message": (press("goals.show:12+"), Pressed("goals.show:12", None, "77")),
    "press on a message Telegram forgot": (press("home.open", date=0), Pressed("home.open", 55, "77")),
    "press without data": (press(None), Pressed("", 55, "77")),
    "press in a group": (press("together.claim:1:2", GROUP), Tapped("together.claim:1:2", "77", BY)),
    "press in a channel": (press("together.claim:1:2", CHANNEL), None),
    "blocked": (member("member", "kicked"), Left()),
    "unblocked": (member("kicked", "member"), Returned()),
    "added to a group": (member("left", "member", GROUP), Grouped("Chez Rosa", True, Rights(True))),
    "made an administrator": (
        member("member", "administrator", GROUP, can_pin_messages=True),
        Grouped("Chez Rosa", False, Rights(True, True)),
    ),
    "removed from a group": (member("member", "left", GROUP), Ungrouped()),
    "banned from a group": (member("member", "kicked", GROUP), Ungrouped()),
    "added to a channel": (member("left", "member", CHANNEL), None),
    "group renamed": (message(GROUP, new_chat_title="Chez nous"), Grouped("Chez nous", greet=False)),
    "group moved": (message(GROUP, migrate_to_chat_id=-1005), GroupMoved(-1005)),
    "mentioned in a group": (message(GROUP, text="Hey @Passerelle_Bot"), Addressed()),
    "command in a group": (message(GROUP, text="/help"), Addressed()),
    "our command in a group": (message(GROUP, text="/help@passerelle_bot"), Addressed()),
    "command for another bot": (message(GROUP, text="/help@other_bot"), None),
    "chatter in a group": (message(GROUP, text="see you at passerelle"), None),
    "photo in a group": (message(GROUP, photo=PHOTO, caption="us"), None),
    "reply to us in a group": (message(GROUP, text="Tea", reply_to_message=OURS), Replied(44, TEA, BY)),
    "voice to us in a group": (
        message(GROUP, voice=VOICE, reply_to_message=OURS),
        Replied(44, Said(Sort.VOICE), BY),
    ),
    "photo to us in a group": (
        message(GROUP, photo=PHOTO, caption="us", reply_to_message=OURS),
        Replied(44, Said(Sort.PHOTO), BY),
    ),
    "reply to somebody else": (message(GROUP, text="Tea", reply_to_message=THEIRS), None),
    "command to us in a group": (message(GROUP, text="/help", reply_to_message=OURS), Addressed()),
    "reply of an administrator who hides": (
        message(GROUP, text="Tea", reply_to_message=OURS, sender_chat=GROUP),
        None,
    ),
    "reply of a bot": (message(GROUP, text="Tea", reply_to_message=OURS, **{"from": ME}), None),
    "post in a channel": ({"channel_post": message(CHANNEL, text="x")["message"]}, None),
    "edited message": ({"edited_message": message(text="Helo")["message"] | {"edit_date": 2}}, None),
    "something newer than we are": ({"a_thing_of_tomorrow": {"chat": PRIVATE}}, None),
}

ADMINISTRATOR = (
    "can_be_edited",
    "is_anonymous",
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
)
"""What Telegram says of every administrator."""


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_is_an_event(payload: str) -> None:
    raw, what = PAYLOADS[payload]
    raw = complete(raw)
    event = read({"update_id": 9, **raw}, USERNAME)
    assert (event and event.what) == what
    if event:
        assert event == Event(9, "telegram", lane(raw), "ar", event.what)


def test_an_app_that_hides_its_language_speaks_english() -> None:
    raw = message(text="Hello")
    raw["message"]["from"] = {"id": 1001, "is_bot": False, "first_name": "Ada"}
    event = read({"update_id": 9, **raw}, USERNAME)
    assert event
    assert event.app_language == "en"


@pytest.mark.parametrize("raw", [{"message": {"text": "no chat"}}, {"message": 5}, {"callback_query": {}}])
def test_what_cannot_be_parsed_raises_and_has_a_lane_all_the_same(raw: Raw) -> None:
    assert lane(raw) == 0
    with pytest.raises((TypeError, KeyError, AttributeError, ValueError)):
        read({"update_id": 9, **raw}, USERNAME)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_every_payload_has_the_lane_of_its_chat(payload: str) -> None:
    assert lane({"update_id": 9, **PAYLOADS[payload][0]}) in (1001, -500, -900)


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["chat", "id", "message", "x"]), inner),
)


@given(st.dictionaries(st.text(), anything))
def test_a_lane_is_found_or_not_but_never_fails(raw: Raw) -> None:
    assert isinstance(lane(raw), int)


def complete(raw: Raw) -> Raw:
    """The payload with all that an administrator is said to be able to."""
    change = raw.get("my_chat_member", {}).get("new_chat_member", {})
    if change.get("status") != "administrator":
        return raw
    able = change | dict.fromkeys(ADMINISTRATOR, True)
    return {"my_chat_member": raw["my_chat_member"] | {"new_chat_member": able}}
