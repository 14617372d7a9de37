"""Films, places, mixed albums and forwards: sent, changed, and refused as Telegram refuses them."""

from typing import Any

import pytest
from aiohttp import FormData
from telegram import Bot, InputMediaDocument, InputMediaPhoto, InputMediaVideo, Message
from telegram.error import BadRequest

from bot.playground import groups
from bot.playground.files import Upload
from bot.playground.phone import CannotDo, Phone
from bot.playground.pocket import Pocket

from .conftest import Client, heard
from .looking import bubbles, last
from .pictures import png

PICTURE, FILM = Upload(png(), "a.png", "image/png"), Upload(b"film", "b.mp4", "video/mp4")


async def test_a_film_goes_from_phone_to_phone_by_its_name(bot: Bot, ada: Phone, nia: Phone) -> None:
    film = ada.show(ada.id, "photo", FILM, "us").content.file
    assert film
    (update,) = heard(ada.pocket)
    assert update["message"]["video"]["file_name"] == "b.mp4"
    message = await bot.send_video(nia.id, film.file_id, caption="Ada")
    assert message.video
    assert (last(nia)["video"], last(nia)["text"]) == ({"url": "/files/1", "name": "b.mp4"}, "Ada")
    with pytest.raises(BadRequest, match=r"(?i)can't use file of type Video as Photo"):
        await bot.send_photo(nia.id, film.file_id)


async def test_places(bot: Bot, ada: Phone) -> None:
    bare = await bot.send_location(ada.id, 43.3, 5.4)
    assert (bare.location and bare.location.latitude, last(ada)["text"]) == (43.3, "📍 43.3000, 5.4000")
    named = await bot.send_venue(ada.id, 43.3, 5.4, "Alcazar", "14 cours Belsunce")
    assert named.venue
    assert (named.venue.title, named.venue.address) == ("Alcazar", "14 cours Belsunce")
    assert last(ada)["text"] == "📍 Alcazar\n14 cours Belsunce"
    for change, refusal in (
        (bare.edit_text("x"), "There is no text in the message to edit"),
        (bare.edit_caption("x"), "There is no caption in the message to edit"),
        (bare.edit_media(InputMediaPhoto(png())), "There is no media in the message to edit"),
    ):
        with pytest.raises(BadRequest, match=refusal):
            await change


NO_PLACES: list[tuple[str, dict[str, Any], str]] = [
    ("sendLocation", {"longitude": 5}, "latitude is empty"),
    ("sendLocation", {"latitude": 43}, "longitude is empty"),
    ("sendLocation", {"latitude": 91, "longitude": 5}, "wrong location specified"),
    ("sendLocation", {"latitude": "here", "longitude": 5}, "wrong location specified"),
    ("sendVenue", {"latitude": 43, "longitude": 181, "title": "x"}, "wrong venue location specified"),
    ("sendVenue", {"latitude": 43, "longitude": 5}, "wrong venue location specified"),
]


@pytest.mark.parametrize("no_place", NO_PLACES)
async def test_no_place(client: Client, ada: Phone, no_place: tuple[str, dict[str, Any], str]) -> None:
    method, given, refusal = no_place
    answer = await client.post(f"/bot{ada.pocket.token}/{method}", json={"chat_id": ada.id, **given})
    assert await answer.json() == {
        "ok": False,
        "error_code": 400,
        "description": f"Bad Request: {refusal}",
    }


async def test_an_album_holds_pictures_with_films_or_documents(bot: Bot, ada: Phone) -> None:
    photo, film = await bot.send_media_group(ada.id, [InputMediaPhoto(png()), InputMediaVideo(b"film")])
    assert photo.photo
    assert film.video
    assert await photo.edit_media(InputMediaVideo(b"film"))
    papers = await bot.send_media_group(ada.id, [InputMediaDocument(b"a"), InputMediaDocument(b"b")])
    assert isinstance(await papers[1].edit_caption("the second"), Message)
    for message, media in ((papers[0], InputMediaPhoto(png())), (film, InputMediaDocument(b"x"))):
        with pytest.raises(BadRequest, match="Can't change media type in the album"):
            await message.edit_media(media)
    with pytest.raises(BadRequest, match="Message caption is too long"):
        await bot.send_media_group(ada.id, [InputMediaPhoto(png(), caption="x" * 1025)] * 2)


async def test_a_phone_sends_pictures_and_films_at_once(client: Client, ada: Phone) -> None:
    form = FormData({"caption": "ours"})
    for each in (PICTURE, FILM):
        form.add_field("file", each.data, filename=each.name, content_type=each.mime)
    await client.post(f"/phones/{ada.id}/chats/{ada.id}/photo", data=form)
    first, second = (update["message"] for update in heard(ada.pocket))
    assert first["media_group_id"] == second["media_group_id"]
    assert ("photo" in first, "video" in second) == (True, True)


def test_what_is_no_album_on_a_phone(ada: Phone) -> None:
    with pytest.raises(CannotDo):
        ada.show_album(ada.id, "photo", [PICTURE] * 11)
    with pytest.raises(CannotDo):
        ada.show_album(ada.id, "voice", [Upload(b"OggS")] * 2)


async def test_a_phone_shares_a_venue(client: Client, ada: Phone) -> None:
    place = {"latitude": 43.3, "longitude": 5.4, "title": "Alcazar", "address": "14 cours Belsunce"}
    await client.post(f"/phones/{ada.id}/chats/{ada.id}/place", json=place)
    (update,) = heard(ada.pocket)
    point = {"latitude": 43.3, "longitude": 5.4}
    assert update["message"]["location"] == point
    assert update["message"]["venue"] == {
        "location": point,
        "title": "Alcazar",
        "address": "14 cours Belsunce",
    }


async def test_an_album_of_a_group_is_forwarded_whole(client: Client, pocket: Pocket, ada: Phone) -> None:
    nia = Phone(pocket, pocket.add_person("Nia", "fr").id)
    choir = groups.open_group(pocket, "Choir", [ada.id, nia.id])
    nia.say(choir.id, "Look")
    first, *_ = nia.show_album(choir.id, "photo", [PICTURE, FILM], "ours")
    answer = await client.post(f"/phones/{ada.id}/chats/{choir.id}/forward", json={"message": first.id})
    assert [each["forwarded_from"] for each in await answer.json()] == ["Nia", "Nia"]
    pieces = [update["message"] for update in heard(pocket)]
    assert {piece["forward_origin"]["sender_user"]["first_name"] for piece in pieces} == {"Nia"}
    assert len({piece["media_group_id"] for piece in pieces}) == 1
    assert (pieces[0]["caption"], "video" in pieces[1]) == ("ours", True)


async def test_forwarding_words(client: Client, pocket: Pocket, ada: Phone) -> None:
    choir = groups.open_group(pocket, "Choir", [ada.id])
    said = ada.say(choir.id, "We sing on Friday.")
    path = f"/phones/{ada.id}/chats/{choir.id}/forward"
    await client.post(path, json={"message": said.id})
    assert (last(ada)["text"], last(ada)["forwarded_from"]) == ("We sing on Friday.", "Ada")
    assert "album" not in last(ada)
    shown = len(bubbles(ada))
    assert (await client.post(path, json={"message": 999})).status == 409
    assert len(bubbles(ada)) == shown
