"""The side of the phones: what the page, a test or a script does in the name of people."""

from typing import Any, cast

from aiohttp import web
from aiohttp.web_request import FileField

from bot.playground import phone_view
from bot.playground.controls import POCKET
from bot.playground.files import Kind, Upload
from bot.playground.messages import Point
from bot.playground.params import Params, read_params, read_upload
from bot.playground.phone import CannotDo, Phone

_CHAT = "/phones/{person:-?\\d+}/chats/{chat:-?\\d+}"


def add_routes(app: web.Application) -> None:
    app.router.add_get("/phones", all_phones)
    app.router.add_post("/phones", new_phone)
    app.router.add_post("/links", new_link)
    app.router.add_get(_CHAT, screen)
    app.router.add_post(_CHAT + "/say", say)
    app.router.add_post(_CHAT + "/{kind:photo|voice|document}", show)
    app.router.add_post(_CHAT + "/sticker", stick)
    app.router.add_post(_CHAT + "/place", share)
    app.router.add_post(_CHAT + "/forward", forward)
    app.router.add_post(_CHAT + "/press", press)
    app.router.add_post("/phones/{person:\\d+}/open", open_link)
    app.router.add_post("/phones/{person:\\d+}/language", speak)
    app.router.add_post("/phones/{person:\\d+}/{verb:block|unblock|delete_account}", turn_to_bot)
    app.router.add_get("/files/{number:\\d+}", file)


def _phone(request: web.Request) -> Phone:
    return Phone(request.app[POCKET], int(request.match_info["person"]))


def _chat(request: web.Request) -> int:
    return int(request.match_info["chat"])


async def all_phones(request: web.Request) -> web.Response:
    return web.json_response(phone_view.phones(request.app[POCKET]))


async def new_phone(request: web.Request) -> web.Response:
    """`{"name", "language"}` → the person."""
    pocket, params = request.app[POCKET], await read_params(request)
    name = params.required("name").strip()
    if not name:
        raise CannotDo("a person needs a name")
    person = pocket.add_person(name, params.text("language") or "en")
    return web.json_response(phone_view.person(pocket, person))


async def new_link(request: web.Request) -> web.Response:
    """`{"label", "url"}`: a deep link the page offers to open."""
    params = await read_params(request)
    request.app[POCKET].add_link(params.required("label"), params.required("url"))
    return web.json_response({})


async def screen(request: web.Request) -> web.Response:
    phone = _phone(request)
    person = phone.pocket.people[phone.id]
    return web.json_response(phone_view.screen(phone.pocket, person, phone.chat(_chat(request))))


async def say(request: web.Request) -> web.Response:
    """`{"text", "reply_to"?, "topic"?}` → the message."""
    phone, params = _phone(request), await read_params(request)
    phone.topic = params.integer("topic") or None
    message = phone.say(_chat(request), params.required("text"), params.integer("reply_to") or None)
    return web.json_response(phone_view.message(phone.pocket, message))


async def show(request: web.Request) -> web.Response:
    """Multipart `file` (several make an album), optional `caption`, `reply_to`, `topic`, `duration`."""
    phone, kind = _phone(request), cast("Kind", request.match_info["kind"])
    posted = await request.post()
    phone.replying_to = _number(str(posted.get("reply_to", "")))
    phone.topic = _number(str(posted.get("topic", "")))
    seconds = str(posted.get("duration", "1"))
    duration = int(float(seconds)) if seconds.replace(".", "", 1).isdecimal() else 1
    uploads = [
        Upload(upload.data, upload.name, upload.mime, max(1, duration))
        for upload in (read_upload(part) for part in posted.getall("file", []) if isinstance(part, FileField))
    ]
    if not uploads:
        raise CannotDo("there is no file to send")
    messages = _sent(phone, _chat(request), (kind, uploads, str(posted.get("caption", ""))))
    return web.json_response(messages[0] | ({"album_of": messages} if len(messages) > 1 else {}))


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() else None


def _sent(phone: Phone, chat: int, what: tuple[Kind, list[Upload], str]) -> list[dict[str, Any]]:
    kind, uploads, caption = what
    if len(uploads) > 1:
        sent = phone.show_album(chat, kind, uploads, caption)
    else:
        sent = [phone.show(chat, kind, uploads[0], caption)]
    return [phone_view.message(phone.pocket, message) for message in sent]


async def stick(request: web.Request) -> web.Response:
    """`{"emoji", "reply_to"?}` → the message."""
    phone, params = _phone(request), await read_params(request)
    phone.replying_to = params.integer("reply_to") or None
    phone.topic = params.integer("topic") or None
    message = phone.stick(_chat(request), params.required("emoji"))
    return web.json_response(phone_view.message(phone.pocket, message))


async def share(request: web.Request) -> web.Response:
    """`{"latitude", "longitude"}` in degrees, `{"title", "address"}` of a venue → the message."""
    phone, params = _phone(request), await read_params(request)
    phone.topic = params.integer("topic") or None
    named = (params.text("title"), params.text("address"))
    point = Point(_degrees(params, "latitude"), _degrees(params, "longitude"), *named)
    return web.json_response(phone_view.message(phone.pocket, phone.share(_chat(request), point)))


def _degrees(params: Params, name: str) -> float:
    try:
        return float(params.required(name))
    except ValueError as error:
        raise CannotDo("a place is given in degrees") from error


async def forward(request: web.Request) -> web.Response:
    """`{"message"}` of this chat, to the bot → the messages it became."""
    phone, params = _phone(request), await read_params(request)
    messages = phone.forward(_chat(request), params.integer("message"))
    return web.json_response([phone_view.message(phone.pocket, each) for each in messages])


async def press(request: web.Request) -> web.Response:
    """`{"message", "data", "forged"?}` → the id of the callback query."""
    phone, params = _phone(request), await read_params(request)
    forged = params.flag("forged")
    pressed = phone.press(_chat(request), params.integer("message"), params.required("data"), forged=forged)
    return web.json_response({"query": pressed.id})


async def open_link(request: web.Request) -> web.Response:
    """`{"link"}` → the `/start` message it sent."""
    phone, params = _phone(request), await read_params(request)
    return web.json_response(phone_view.message(phone.pocket, phone.open(params.required("link"))))


async def speak(request: web.Request) -> web.Response:
    """`{"language"}` → the person."""
    phone, params = _phone(request), await read_params(request)
    phone.speak(params.required("language"))
    return _person(phone)


async def turn_to_bot(request: web.Request) -> web.Response:
    """Blocks or unblocks the bot, or deletes the account → the person."""
    phone = _phone(request)
    verbs = {"block": phone.block, "unblock": phone.unblock, "delete_account": phone.delete_account}
    verbs[request.match_info["verb"]]()
    return _person(phone)


def _person(phone: Phone) -> web.Response:
    return web.json_response(phone_view.person(phone.pocket, phone.pocket.people[phone.id]))


async def file(request: web.Request) -> web.Response:
    """A picture, voice or document; never as a page that could run in this origin."""
    stored = request.app[POCKET].files.by_number(int(request.match_info["number"]))
    if stored is None:
        raise web.HTTPNotFound
    headers = {
        "Content-Type": stored.mime,
        "Content-Security-Policy": "sandbox",
        "X-Content-Type-Options": "nosniff",
    }
    if stored.kind == "document":
        headers["Content-Disposition"] = "attachment"
    return web.Response(body=stored.upload.data, headers=headers)
