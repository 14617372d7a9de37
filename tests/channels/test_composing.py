"""Albums, places and long captions: which messages show a screen, and that all of them go or none."""

from typing import Any

import pytest
from markupsafe import Markup

from bot.channels.telegram.channel import Telegram
from bot.channels.telegram.gate import Gate
from bot.posted import Posted
from bot.undeliverable import GoneForGood, SlowDown, Uncertain, Undeliverable
from db.contents import Item, Medium
from handlers.kit.links import Link
from handlers.kit.screen import Button, Screen
from tests.channels.wire import Wire, connected

CHAT = 1001
TEXT = Markup("<b>Picnic</b>")
LONG = Markup("<b>" + "à" * 1025 + "</b>")
ROWS = [[Button("Home", Link("home.open"))]]
KEYBOARD = {"inline_keyboard": [[{"text": "Home", "callback_data": "home.open"}]]}
PHOTO, VIDEO = Item(Medium.PHOTO, "telegram", "p"), Item(Medium.VIDEO, "telegram", "v")
DOCUMENT, VOICE = Item(Medium.DOCUMENT, "telegram", "d"), Item(Medium.VOICE, "telegram", "o")
POINT = Item(Medium.PLACE, latitude=43.3, longitude=0.0)
ALCAZAR = Item(Medium.PLACE, name="Alcazar", latitude=43.3, longitude=5.4, address="14 cours Belsunce")

SHOWN: dict[str, tuple[list[Item], Screen, list[str], Posted]] = {
    "a video": ([VIDEO], Screen(TEXT, ROWS), ["sendVideo"], Posted(71)),
    "a document": ([DOCUMENT], Screen(TEXT, ROWS), ["sendDocument"], Posted(71)),
    "long words": ([PHOTO], Screen(LONG, ROWS), ["sendPhoto", "sendMessage"], Posted(72, (71,))),
    "a place": ([POINT], Screen(TEXT, ROWS), ["sendLocation", "sendMessage"], Posted(72, (71,))),
    "a place with a name": ([ALCAZAR], Screen(TEXT), ["sendVenue", "sendMessage"], Posted(72, (71,))),
    "an album": ([PHOTO, VIDEO], Screen(TEXT), ["sendMediaGroup"], Posted(71, (72,))),
    "an album with buttons": (
        [PHOTO, VIDEO, PHOTO],
        Screen(TEXT, ROWS),
        ["sendMediaGroup", "sendMessage"],
        Posted(72, (71, 72, 73)),
    ),
    "two sorts": (
        [DOCUMENT, PHOTO, DOCUMENT, VOICE],
        Screen(TEXT),
        ["sendPhoto", "sendMediaGroup", "sendVoice", "sendMessage"],
        Posted(74, (71, 72, 73, 73)),
    ),
    "more than an album holds": (
        [PHOTO] * 11,
        Screen(TEXT),
        ["sendMediaGroup", "sendPhoto", "sendMessage"],
        Posted(73, (*range(71, 81), 72)),
    ),
}


@pytest.mark.parametrize("what", SHOWN)
async def test_what_a_screen_holds_is_shown_in_so_many_messages(
    channel: Telegram, wire: Wire, what: str
) -> None:
    items, screen, methods, posted = SHOWN[what]
    assert await channel.show(CHAT, with_items(screen, items)) == posted
    assert [call.method for call in wire.calls] == methods
    for call in wire.calls[:-1]:
        assert "caption" not in str(call.parameters)
        assert "reply_markup" not in call.parameters


def with_items(screen: Screen, items: list[Item], **more: Any) -> Screen:
    return Screen(screen.text, screen.rows, items=items, **more)


async def test_words_of_an_album_without_buttons_stand_below_its_first_picture(
    channel: Telegram, wire: Wire
) -> None:
    await channel.show(-500, with_items(Screen(TEXT), [PHOTO, VIDEO]))
    first = {"type": "photo", "media": "p", "caption": TEXT, "parse_mode": "HTML"}
    assert wire.calls[0].parameters == {"chat_id": -500, "media": [first, {"type": "video", "media": "v"}]}


async def test_a_place_is_where_it_is(channel: Telegram, wire: Wire) -> None:
    await channel.show(CHAT, with_items(Screen(TEXT, ROWS), [POINT]))
    assert wire.calls[0].parameters == {"chat_id": CHAT, "latitude": 43.3, "longitude": 0.0}
    assert wire.calls[1].parameters["reply_markup"] == KEYBOARD


REFUSED = "Bad Request: wrong file identifier/HTTP URL specified"


@pytest.mark.parametrize(
    ("rows", "methods"), [([], ["sendMediaGroup", "sendMessage"]), (ROWS, ["sendMediaGroup", "sendMessage"])]
)
async def test_words_go_without_an_album_that_telegram_refuses(
    channel: Telegram, wire: Wire, rows: list[list[Button]], methods: list[str]
) -> None:
    wire.refuses(400, REFUSED)
    assert await channel.show(CHAT, with_items(Screen(TEXT, rows), [PHOTO, VIDEO])) == Posted(72)
    assert [call.method for call in wire.calls] == methods
    assert wire.calls[1].parameters["text"] == TEXT


FAULTS: dict[str, tuple[int, str, type[Undeliverable]]] = {
    "blocked": (403, "Forbidden: bot was blocked by the user", GoneForGood),
    "nobody knows": (502, "Bad Gateway", Uncertain),
}


@pytest.mark.parametrize("fault", FAULTS)
async def test_pictures_are_taken_out_where_the_words_do_not_follow(
    channel: Telegram, wire: Wire, fault: str
) -> None:
    status, text, meaning = FAULTS[fault]
    wire.accepts(1)
    wire.refuses(status, text)
    with pytest.raises(meaning):
        await channel.show(CHAT, with_items(Screen(TEXT, ROWS), [PHOTO, VIDEO]))
    assert [call.method for call in wire.calls] == ["sendMediaGroup", "sendMessage", "deleteMessages"]
    assert wire.calls[-1].parameters == {"chat_id": CHAT, "message_ids": [71, 72]}


async def test_words_wait_as_long_as_telegram_says(wire: Wire) -> None:
    slept: list[float] = []
    now = 0.0

    async def sleep(seconds: float) -> None:
        nonlocal now
        now += seconds
        slept.append(seconds)

    channel = Telegram(await connected(wire), Gate(monotonic=lambda: now, sleep=sleep))
    wire.accepts(1)
    for _ in range(2):
        wire.refuses(429, "Too Many Requests: retry after 7", retry_after=7)
    shown = await channel.show(CHAT, with_items(Screen(TEXT, ROWS), [PHOTO, VIDEO, PHOTO]))
    assert shown == Posted(74, (71, 72, 73))
    assert [call.method for call in wire.calls] == ["sendMediaGroup", *["sendMessage"] * 3]
    assert 14 <= sum(slept) <= 14 + 3.3 + 1


async def test_a_flood_before_anything_left_is_told_at_once(channel: Telegram, wire: Wire) -> None:
    wire.refuses(429, "Too Many Requests: retry after 7", retry_after=7)
    with pytest.raises(SlowDown):
        await channel.show(CHAT, with_items(Screen(TEXT, ROWS), [PHOTO, VIDEO]))
    assert len(wire.calls) == 1
