"""Our channel against the playground: contents reach us from a phone, and reach another as they were."""

from collections.abc import AsyncIterator

import pytest
from markupsafe import Markup

from bot.channels.telegram.account import bot_of
from bot.channels.telegram.channel import Telegram
from bot.channels.telegram.gate import Gate
from bot.channels.telegram.request import AiohttpRequest
from bot.events import Sent
from bot.playground.files import Upload
from bot.playground.messages import Point
from bot.playground.phone import Phone
from bot.playground.pocket import Pocket
from handlers.kit.links import Link
from handlers.kit.screen import Button, Screen
from handlers.kit.turn import Said

from .conftest import Client, HandClock, heard
from .looking import bubbles
from .pictures import png

PICTURE, FILM = Upload(png(), "a.png", "image/png"), Upload(b"film", "b.mp4", "video/mp4")
TEXT, ROWS = Markup("<b>Picnic</b>"), [[Button("Home", Link("home.open"))]]


@pytest.fixture
async def channel(client: Client, pocket: Pocket) -> AsyncIterator[Telegram]:
    bot = bot_of(str(client.make_url("/")).rstrip("/"), pocket.token, AiohttpRequest())
    await bot.initialize()
    yield Telegram(bot, Gate())
    await bot.shutdown()


def said(channel: Telegram, phone: Phone) -> list[Said]:
    """What we read of all that the phone sent."""
    events = [channel.read(update) for update in heard(phone.pocket)]
    return [event.what.said for event in events if event and isinstance(event.what, Sent)]


async def test_an_album_goes_whole_is_corrected_and_taken_back(
    channel: Telegram, ada: Phone, nia: Phone
) -> None:
    ada.show_album(ada.id, "photo", [PICTURE, FILM], "ours")
    pieces = said(channel, ada)
    assert [piece.text for piece in pieces] == ["ours", ""]
    items = [item for piece in pieces for item in piece.items]
    before = bubbles(nia)
    posted = await channel.show(nia.id, Screen(TEXT, ROWS, items=items))
    photo, film, words = bubbles(nia)[len(before) :]
    assert ("photo" in photo, "video" in film, words["text"]) == (True, True, "Picnic")
    assert photo["album"] == film["album"]
    assert (words["id"], photo["id"], film["id"]) == (posted.message, *posted.further)
    corrected = Screen(Markup("Picnic at six"), ROWS, items=items, rewords=True)
    assert await channel.show(nia.id, corrected, posted) == posted
    assert bubbles(nia)[-1]["text"] == "Picnic at six"
    await channel.show(nia.id, Screen(Markup("Taken back"), withdraws=True), posted)
    assert [each["text"] for each in bubbles(nia)[len(before) :]] == ["Taken back"]


async def test_a_caption_is_corrected_until_it_is_too_long(channel: Telegram, ada: Phone, nia: Phone) -> None:
    ada.show(ada.id, "document", Upload(b"x", "plan.pdf"))
    [piece] = said(channel, ada)
    posted = await channel.show(nia.id, Screen(TEXT, ROWS, items=piece.items))
    for text in ("Picnic at six", "Picnic at seven"):
        corrected = Screen(Markup(text), ROWS, items=piece.items, rewords=True)
        assert await channel.show(nia.id, corrected, posted) == posted
        assert (bubbles(nia)[-1]["text"], bubbles(nia)[-1]["document"]["name"]) == (text, "plan.pdf")
    long = Screen(Markup("word " * 300), ROWS, items=piece.items, rewords=True)
    anew = await channel.show(nia.id, long, posted)
    assert (bubbles(nia)[-2]["text"], bubbles(nia)[-2]["buttons"]) == ("", [])
    assert (bubbles(nia)[-1]["id"], anew.further) == (anew.message, (posted.message,))


async def test_of_an_old_album_only_blank_pictures_are_left(
    channel: Telegram, clock: HandClock, ada: Phone, nia: Phone
) -> None:
    ada.show_album(ada.id, "photo", [PICTURE, FILM], "ours")
    ada.share(ada.id, Point(43.3, 5.4, "Alcazar", "14 cours Belsunce"))
    items = [item for piece in said(channel, ada) for item in piece.items]
    posted = await channel.show(nia.id, Screen(TEXT, ROWS, items=items))
    assert len(posted.further) == 3
    clock.pass_by(hours=49)
    await channel.show(nia.id, Screen(Markup("Taken back"), withdraws=True), posted)
    *_, photo, film, place, words = bubbles(nia)
    assert (photo["text"], "video" in film, film["text"], words["text"]) == ("", False, "", "Taken back")
    assert place["text"].startswith("📍 Alcazar"), "Telegram lets nobody change a place that was sent"
