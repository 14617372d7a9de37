"""The phone side over HTTP: what the page asks for and what people do, said back in plain JSON."""

from typing import Any

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Update

from bot.playground.phone import Phone
from bot.playground.pocket import Pocket

from .conftest import Client, HandClock, heard

START = "https://t.me/passerelle_bot?start=welcome-1"
GO = InlineKeyboardMarkup([[InlineKeyboardButton("Go", callback_data="go")]])


async def ask(client: Client, path: str, **body: Any) -> Any:
    answer = await client.post(path, json=body)
    assert answer.status == 200, await answer.text()
    return await answer.json()


async def look(client: Client, path: str) -> Any:
    return await (await client.get(path)).json()


def only(pocket: Pocket) -> Update:
    """The one update that waits for the bot."""
    (raw,) = heard(pocket)
    update = Update.de_json(raw)
    assert update
    return update


async def test_a_new_phone_starts_the_bot_by_a_link(client: Client, pocket: Pocket) -> None:
    karim = await ask(client, "/phones", name="Karim", language="uk")
    assert karim == {"id": karim["id"], "name": "Karim", "language": "uk", "blocked": False}
    said = await ask(client, f"/phones/{karim['id']}/open", link=START)
    assert said["text"] == "/start welcome-1"
    message = only(pocket).message
    assert message
    assert message.from_user
    assert (message.text, message.from_user.language_code) == ("/start welcome-1", "uk")
    assert (message.entities[0].type, message.entities[0].length) == ("bot_command", 6)


async def test_the_page_sees_everybody(client: Client, pocket: Pocket, ada: Phone, clock: HandClock) -> None:
    await ask(client, "/groups", title="Saturdays", members=[ada.id], type="group")
    await ask(client, "/links", label="For Karim", url=START)
    shown = await look(client, "/phones")
    assert shown["bot"] == {"id": pocket.bot.id, "username": "passerelle_bot", "name": "Passerelle"}
    assert shown["now"] == clock().isoformat()
    assert [person["name"] for person in shown["people"]] == ["Ada"]
    assert [(chat["type"], chat["bot_member"]) for chat in shown["chats"]] == [
        ("private", True),
        ("group", False),
    ]
    assert shown["links"] == [{"label": "For Karim", "url": START}]


@pytest.mark.parametrize(
    ("link", "status"),
    [
        ("t.me/passerelle_bot?start=abc", 200),
        ("https://t.me/Passerelle_Bot", 200),
        ("tg://resolve?domain=passerelle_bot&start=abc", 200),
        ("https://t.me/another_bot?start=abc", 409),
        ("https://example.org/passerelle_bot?start=abc", 409),
        (f"https://t.me/passerelle_bot?start={'x' * 65}", 409),
        ("https://t.me/passerelle_bot?start=a%20b", 409),
    ],
)
async def test_only_links_to_this_bot_open(client: Client, ada: Phone, link: str, status: int) -> None:
    answer = await client.post(f"/phones/{ada.id}/open", json={"link": link})
    assert answer.status == status


async def test_saying_and_replying(client: Client, pocket: Pocket, bot: Bot, ada: Phone) -> None:
    question = await bot.send_message(ada.id, "How are you?")
    chat = f"/phones/{ada.id}/chats/{ada.id}"
    said = await ask(client, f"{chat}/say", text="<b>fine</b>", reply_to=question.message_id)
    assert (said["html"], said["reply_to"]) == ("&lt;b&gt;fine&lt;/b&gt;", question.message_id)
    message = only(pocket).message
    assert message
    assert message.reply_to_message
    assert (message.text, message.reply_to_message.message_id) == ("<b>fine</b>", question.message_id)
    screen = await look(client, chat)
    assert [bubble["text"] for bubble in screen["messages"]] == ["/start", "How are you?", "<b>fine</b>"]


async def test_pressing_a_button(client: Client, pocket: Pocket, bot: Bot, ada: Phone) -> None:
    message = await bot.send_message(ada.id, "x", reply_markup=GO)
    press = f"/phones/{ada.id}/chats/{ada.id}/press"
    query = await ask(client, press, message=message.message_id, data="go")
    callback = only(pocket).callback_query
    assert callback
    assert (callback.id, callback.data, callback.message) == (query["query"], "go", message)
    for body in ({"message": message.message_id, "data": "other"}, {"message": 999, "data": "go"}):
        assert (await client.post(press, json=body)).status == 409
    await ask(client, press, message=message.message_id, data="other", forged=True)
    forged = only(pocket).callback_query
    assert forged
    assert forged.data == "other"


async def test_blocking_and_unblocking(client: Client, pocket: Pocket, ada: Phone) -> None:
    assert (await ask(client, f"/phones/{ada.id}/block"))["blocked"]
    change = only(pocket).my_chat_member
    assert change
    assert (change.old_chat_member.status, change.new_chat_member.status) == ("member", "kicked")
    answer = await client.post(f"/phones/{ada.id}/chats/{ada.id}/say", json={"text": "hello"})
    assert (answer.status, await answer.json()) == (
        409,
        {"error": "the bot is blocked: unblock it to write"},
    )
    await ask(client, f"/phones/{ada.id}/open", link=START)
    assert [list(update)[1] for update in heard(pocket)] == ["my_chat_member", "message"]
    assert not (await ask(client, f"/phones/{ada.id}/unblock"))["blocked"]
    assert heard(pocket) == []


async def test_changing_the_language_of_the_app(client: Client, pocket: Pocket, ada: Phone) -> None:
    assert (await ask(client, f"/phones/{ada.id}/language", language="fr"))["language"] == "fr"
    ada.say(ada.id, "bonjour")
    message = only(pocket).message
    assert message
    assert message.from_user
    assert message.from_user.language_code == "fr"


async def test_groups_over_http(client: Client, pocket: Pocket, ada: Phone, nia: Phone) -> None:
    group = await ask(client, "/groups", title="Saturdays", members=[ada.id], type="group")
    path = f"/groups/{group['id']}"
    assert (await ask(client, f"{path}/bot", by=ada.id, status="member"))["bot_member"]
    assert (await ask(client, f"{path}/members", add=[nia.id]))["members"] == [ada.id, nia.id]
    assert (await ask(client, f"{path}/title", title="Sundays"))["title"] == "Sundays"
    grown = await ask(client, f"{path}/migrate")
    assert (grown["type"], grown["title"], grown["id"] < -1_000_000_000_000) == (
        "supergroup",
        "Sundays",
        True,
    )
    shown = await look(client, "/phones")
    assert group["id"] not in [chat["id"] for chat in shown["chats"]]


@pytest.mark.usefixtures("ada")
@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("/phones", {}, 400),
        ("/phones", {"name": " "}, 409),
        ("/phones/1/open", {"link": START}, 409),
        ("/groups", {"title": "x", "members": [1]}, 409),
        ("/groups", {"title": "x", "members": 1}, 409),
        ("/groups", {"title": "x", "members": [], "type": "channel"}, 409),
        ("/groups/-1/title", {"title": "x"}, 409),
        ("/phones/6100000001/chats/6100000001/say", {"text": " "}, 409),
        ("/phones/6100000001/chats/-5/say", {"text": "x"}, 409),
        ("/phones/6100000001/chats/6100000001/photo", {}, 409),
    ],
)
async def test_what_cannot_be_done_is_explained(
    client: Client, path: str, body: dict[str, Any], status: int
) -> None:
    answer = await client.post(path, json=body)
    assert (answer.status, list(await answer.json())) == (status, ["error"])


async def test_a_place_that_is_shared(client: Client, pocket: Pocket) -> None:
    ada = pocket.add_person("Ada", "ar").id
    shared = await ask(client, f"/phones/{ada}/chats/{ada}/place", latitude=43.29649, longitude=5.36978)
    assert shared["text"] == "📍 43.2965, 5.3698"
    message = only(pocket).message
    assert message
    assert message.location
    assert (message.location.latitude, message.location.longitude) == (43.29649, 5.36978)
