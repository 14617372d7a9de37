"""The topics of groups, as the page and scripts make, name, close and delete them."""

from aiohttp import web

from bot.playground import forums, groups, phone_view
from bot.playground.controls import POCKET
from bot.playground.messages import Chat
from bot.playground.params import Params, read_params

_GROUP = "/groups/{chat:-\\d+}"
_TOPIC = _GROUP + "/topics/{topic:\\d+}"


def add_routes(app: web.Application) -> None:
    app.router.add_post(_GROUP + "/forum", make_forum)
    app.router.add_post(_GROUP + "/topics", create)
    app.router.add_post(_TOPIC + "/name", rename)
    app.router.add_post(_TOPIC + "/{verb:close|reopen}", shut)
    app.router.add_post(_TOPIC + "/delete", delete)


def _group(request: web.Request) -> Chat:
    return groups.find_group(request.app[POCKET], int(request.match_info["chat"]))


def _topic(request: web.Request) -> int:
    return int(request.match_info["topic"])


def _by(chat: Chat, params: Params) -> int:
    """Whoever does it; otherwise the group's creator."""
    return params.integer("by") or next(iter(chat.members))


async def make_forum(request: web.Request) -> web.Response:
    """→ the group with topics, perhaps with a new id."""
    return web.json_response(phone_view.chat(forums.make_forum(request.app[POCKET], _group(request))))


async def create(request: web.Request) -> web.Response:
    """`{"name", "by"?}` → the note that made it, whose id is the topic's number."""
    pocket, chat, params = request.app[POCKET], _group(request), await read_params(request)
    made = forums.create_topic(pocket, chat, _by(chat, params), params.required("name").strip())
    return web.json_response(phone_view.message(pocket, made))


async def rename(request: web.Request) -> web.Response:
    """`{"name", "by"?}` → the chat."""
    chat, params = _group(request), await read_params(request)
    named = _topic(request), params.required("name").strip()
    forums.name_topic(request.app[POCKET], chat, _by(chat, params), named)
    return web.json_response(phone_view.chat(chat))


async def shut(request: web.Request) -> web.Response:
    """Closes the topic, or opens it again → the chat."""
    chat, params = _group(request), await read_params(request)
    closed = request.match_info["verb"] == "close"
    forums.shut_topic(request.app[POCKET], chat, _by(chat, params), (_topic(request), closed))
    return web.json_response(phone_view.chat(chat))


async def delete(request: web.Request) -> web.Response:
    """→ the chat without the topic and all that stood in it."""
    chat = _group(request)
    forums.delete_topic(request.app[POCKET], chat, _topic(request))
    return web.json_response(phone_view.chat(chat))
