"""Other words for what was sent, and albums taken back: where they stand, as far as Telegram allows."""

import pytest
from markupsafe import Markup

from bot.channels.telegram.channel import Telegram
from bot.posted import Posted
from handlers.kit.screen import Screen
from tests.channels.test_composing import CHAT, KEYBOARD, LONG, PHOTO, ROWS, TEXT, with_items
from tests.channels.wire import Wire

NO_TEXT = "Bad Request: there is no text in the message to edit"
LOST = "Bad Request: message to edit not found"
REWORDED: dict[str, tuple[list[str], Markup, list[str], Posted]] = {
    "words": ([], TEXT, ["editMessageText"], Posted(55, (54,))),
    "a caption": ([NO_TEXT], TEXT, ["editMessageText", "editMessageCaption"], Posted(55, (54,))),
    "a caption that grew": (
        [NO_TEXT],
        LONG,
        ["editMessageText", "editMessageCaption", "sendMessage"],
        Posted(73, (54, 55)),
    ),
    "a message its reader deleted": (
        [LOST, LOST],
        TEXT,
        ["editMessageText", "editMessageCaption", "sendMessage"],
        Posted(73, (54, 55)),
    ),
}


@pytest.mark.parametrize("what", REWORDED)
async def test_other_words_for_the_same_pictures(channel: Telegram, wire: Wire, what: str) -> None:
    refusals, text, methods, posted = REWORDED[what]
    for refusal in refusals:
        wire.refuses(400, refusal)
    screen = with_items(Screen(text, ROWS), [PHOTO], rewords=True)
    assert await channel.show(CHAT, screen, Posted(55, (54,))) == posted
    assert [call.method for call in wire.calls] == methods
    assert text in wire.calls[-1].parameters.values()
    assert wire.calls[-1].parameters["reply_markup"] == KEYBOARD


async def test_what_grew_leaves_its_picture_without_words(channel: Telegram, wire: Wire) -> None:
    wire.refuses(400, NO_TEXT)
    await channel.show(CHAT, with_items(Screen(LONG, ROWS), [PHOTO], rewords=True), Posted(55))
    assert wire.calls[1].parameters["caption"] == ""
    assert "reply_markup" not in wire.calls[1].parameters


async def test_the_first_time_there_is_nothing_to_reword(channel: Telegram, wire: Wire) -> None:
    assert await channel.show(CHAT, with_items(Screen(TEXT, ROWS), [PHOTO], rewords=True)) == Posted(71)
    assert [call.method for call in wire.calls] == ["sendPhoto"]


async def test_all_of_an_album_is_withdrawn(channel: Telegram, wire: Wire) -> None:
    taken = Screen(TEXT, ROWS, withdraws=True)
    assert await channel.show(CHAT, taken, Posted(57, (55, 56))) == Posted(57)
    assert [(call.method, call.parameters["message_id"]) for call in wire.calls] == [
        ("deleteMessage", 55),
        ("deleteMessage", 56),
        ("editMessageText", 57),
    ]


TOO_OLD = "Bad Request: message can't be deleted for everyone"
CANNOT = "Bad Request: message can't be edited"
NO_CAPTION = "Bad Request: there is no caption in the message to edit"


@pytest.mark.parametrize(
    ("refusals", "methods"),
    [
        ([TOO_OLD], ["deleteMessage", "editMessageMedia"]),
        ([TOO_OLD, CANNOT, NO_CAPTION], ["deleteMessage", "editMessageMedia", "editMessageCaption"]),
    ],
    ids=["an old picture", "an old place"],
)
async def test_of_an_old_album_goes_what_can(
    channel: Telegram, wire: Wire, refusals: list[str], methods: list[str]
) -> None:
    for refusal in refusals:
        wire.refuses(400, refusal)
    await channel.show(CHAT, Screen(TEXT, withdraws=True), Posted(57, (55,)))
    assert [call.method for call in wire.calls] == [*methods, "editMessageText"]
    assert TEXT not in [*wire.calls[-2].parameters.values()]
