"""Files people send from their phones, and files the phones show."""

import pytest
from aiohttp import FormData
from telegram import Bot, Message

from bot.playground.phone import Phone
from bot.playground.pocket import Pocket

from .conftest import Client, heard
from .pictures import png


@pytest.mark.parametrize("kind", ["photo", "voice", "document"])
async def test_sending_files(client: Client, bot: Bot, ada: Phone, kind: str) -> None:
    form = FormData({"caption": "look", "duration": "2.4"})
    form.add_field("file", png(200, 100), filename="a.png", content_type="image/png")
    answer = await client.post(f"/phones/{ada.id}/chats/{ada.id}/{kind}", data=form)
    assert (await answer.json())["text"] == "look"
    (update,) = heard(ada.pocket)
    shown = update["message"][kind]
    file = await bot.get_file((shown[-1] if kind == "photo" else shown)["file_id"])
    assert bytes(await file.download_as_bytearray()) == png(200, 100)
    assert update["message"]["caption"] == "look"
    assert kind != "voice" or shown["duration"] == 2


async def test_several_files_are_an_album(client: Client, pocket: Pocket, ada: Phone) -> None:
    form = FormData({"caption": "ours"})
    for name in ("a.png", "b.png"):
        form.add_field("file", png(), filename=name, content_type="image/png")
    await client.post(f"/phones/{ada.id}/chats/{ada.id}/photo", data=form)
    first, second = (update["message"] for update in heard(pocket))
    assert first["media_group_id"] == second["media_group_id"]
    assert (first["caption"], "caption" in second) == ("ours", False)


async def test_a_sticker(client: Client, pocket: Pocket, ada: Phone) -> None:
    answer = await client.post(f"/phones/{ada.id}/chats/{ada.id}/sticker", json={"emoji": "👋"})
    shown = await answer.json()
    assert (shown["sticker"], shown["text"]) == ("👋", "👋")
    (update,) = heard(pocket)
    message = Message.de_json(update["message"])
    assert message
    assert message.sticker
    assert message.sticker.emoji == "👋"


async def test_files_are_served_so_that_they_cannot_run(client: Client, bot: Bot, ada: Phone) -> None:
    await bot.send_document(ada.id, b"<script>", filename="page.html")
    await bot.send_photo(ada.id, png())
    document, photo = await client.get("/files/1"), await client.get("/files/2")
    assert document.headers["Content-Disposition"] == "attachment"
    assert document.headers["X-Content-Type-Options"] == "nosniff"
    assert (photo.content_type, await photo.read()) == ("image/png", png())
    assert (await client.get("/files/3")).status == 404
