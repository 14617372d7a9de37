"""What happens in groups and their topics, as Telegram tells it, and what we read of it."""

from typing import Any

import pytest

from bot.channels.telegram.reading import read
from bot.events import (
    Addressed,
    Grouped,
    InTopic,
    Relayed,
    Rights,
    Tapped,
    TopicNamed,
    TopicShut,
    Ungrouped,
    What,
)
from db.contents import Item, Medium
from handlers.kit.turn import Said, Sort
from tests.channels.test_reading import (
    BY,
    GROUP,
    OURS,
    PHOTO,
    TEA,
    THEIRS,
    USERNAME,
    member,
    message,
    press,
)

Raw = dict[str, Any]
FOUND = (Item(Medium.PHOTO, "telegram", "large", position=43),)
TOLD: Raw = THEIRS | {"text": "Tea"}
HEAD: Raw = THEIRS | {"forum_topic_created": {"name": "News", "icon_color": 1}}
THREAD = {"message_thread_id": 43, "is_topic_message": True}


def pressed_below(replied: Raw) -> Raw:
    query = press("relaying.this", GROUP)
    query["callback_query"]["message"] |= {"from": OURS["from"], "reply_to_message": replied}
    return query


TOPICS: dict[str, tuple[Raw, InTopic | None]] = {
    "no topic": (message(GROUP, text="/help"), None),
    "a topic": (message(GROUP, text="/help", reply_to_message=HEAD, **THREAD), InTopic(43, "News")),
    "a reply in a topic": (message(GROUP, text="/help", reply_to_message=THEIRS, **THREAD), InTopic(43)),
    "a row of replies": (message(GROUP, text="/help", message_thread_id=43), None),
    "a topic made": (message(GROUP, forum_topic_created={"name": "News"}, **THREAD), InTopic(43, "News")),
    "a topic renamed": (message(GROUP, forum_topic_edited={"name": "New"}, **THREAD), InTopic(43, "New")),
}


PAYLOADS: dict[str, tuple[Raw, What | None]] = {
    "no administrator any more": (
        member("administrator", "member", GROUP),
        Grouped("Chez Rosa", False, Rights(True)),
    ),
    "not allowed to write": (
        member(
            "member", "restricted", GROUP, is_member=True, can_send_messages=False, can_pin_messages=False
        ),
        Grouped("Chez Rosa", False, Rights(False, False)),
    ),
    "restricted and out": (member("member", "restricted", GROUP, is_member=False), Ungrouped()),
    "restricted and in": (
        member("left", "restricted", GROUP, is_member=True, can_send_messages=True),
        Grouped("Chez Rosa", True, Rights(True)),
    ),
    "called below a message": (message(GROUP, text="/help", reply_to_message=THEIRS), Addressed(43)),
    "relay": (message(GROUP, text="/relay", reply_to_message=TOLD), Relayed(TEA, BY)),
    "relay by its full name": (
        message(GROUP, text="/RELAY@Passerelle_bot please", reply_to_message=TOLD),
        Relayed(TEA, BY),
    ),
    "relay for another bot": (message(GROUP, text="/relay@other_bot", reply_to_message=TOLD), None),
    "relay of a photo": (
        message(GROUP, text="/relay", reply_to_message=THEIRS | {"photo": PHOTO, "caption": "us"}),
        Relayed(Said(Sort.PHOTO, "us", FOUND), BY),
    ),
    "one item of an album": (
        message(
            GROUP,
            text="/relay",
            reply_to_message=THEIRS | {"photo": PHOTO, "media_group_id": "9", "caption": "us"},
        ),
        Relayed(Said(Sort.PHOTO, "us", FOUND, album="9"), BY),
    ),
    "relay of nothing": (message(GROUP, text="/relay"), Relayed(None, BY)),
    "relay of our own words": (message(GROUP, text="/relay", reply_to_message=OURS), Relayed(None, BY)),
    "relay of a topic's head": (
        message(GROUP, text="/relay", reply_to_message=HEAD, **THREAD),
        Relayed(None, BY),
    ),
    "relay of an administrator who hides": (
        message(GROUP, text="/relay", reply_to_message=TOLD, sender_chat=GROUP),
        Addressed(43),
    ),
    "press below a message": (pressed_below(TOLD), Tapped("relaying.this", "77", BY, TEA)),
    "topic made": (message(GROUP, forum_topic_created={"name": "News"}, **THREAD), TopicNamed()),
    "topic renamed": (message(GROUP, forum_topic_edited={"name": "News"}, **THREAD), TopicNamed()),
    "topic with another picture": (message(GROUP, forum_topic_edited={}, **THREAD), None),
    "topic closed": (message(GROUP, forum_topic_closed={}, **THREAD), TopicShut(closed=True)),
    "topic opened again": (message(GROUP, forum_topic_reopened={}, **THREAD), TopicShut(closed=False)),
}


@pytest.mark.parametrize(("raw", "what"), PAYLOADS.values(), ids=PAYLOADS)
def test_what_happens_in_a_group(raw: Raw, what: What | None) -> None:
    event = read({"update_id": 9, **raw}, USERNAME)
    assert (event and event.what) == what


@pytest.mark.parametrize(("raw", "topic"), TOPICS.values(), ids=TOPICS)
def test_in_which_topic_it_happened(raw: Raw, topic: InTopic | None) -> None:
    event = read({"update_id": 9, **raw}, USERNAME)
    assert event
    assert event.topic == topic
