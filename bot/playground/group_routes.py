"""The groups of the phones: opening one, who comes and goes, its title, becoming a supergroup."""

from typing import cast, get_args

from aiohttp import web

from bot.playground import groups, phone_view
from bot.playground.controls import POCKET
from bot.playground.messages import Chat, ChatKind, Standing
from bot.playground.params import Params, read_params
from bot.playground.phone import CannotDo

_GROUP = "/groups/{chat:-\\d+}"


def add_routes(app: web.Application) -> None:
    app.router.add_post("/groups", open_group)
    app.router.add_post(_GROUP + "/bot", seat_bot)
    app.router.add_post(_GROUP + "/members", change_members)
    app.router.add_post(_GROUP + "/migrate", migrate)
    app.router.add_post(_GROUP + "/title", rename)


def _group(request: web.Request) -> Chat:
    return groups.find_group(request.app[POCKET], int(request.match_info["chat"]))


def _people(params: Params, name: str) -> list[int]:
    listed = params.json(name) or []
    if not isinstance(listed, list) or not all(isinstance(member, int) for member in listed):
        raise CannotDo(f"{name} must be a list of people")
    return listed


async def open_group(request: web.Request) -> web.Response:
    """`{"title", "members", "type"}` → the chat; a forum is a supergroup with topics."""
    pocket, params = request.app[POCKET], await read_params(request)
    kind = params.text("type") or "group"
    if kind not in ("group", "supergroup", "forum"):
        raise CannotDo("a group is a group, a supergroup or a forum")
    title, members = params.required("title"), _people(params, "members")
    grown = "supergroup" if kind == "forum" else kind
    chat = groups.open_group(pocket, title, members, cast("ChatKind", grown))
    chat.forum = kind == "forum"
    return web.json_response(phone_view.chat(chat))


async def seat_bot(request: web.Request) -> web.Response:
    """`{"by", "status"}` → the chat."""
    chat, params = _group(request), await read_params(request)
    standing = params.required("status")
    if standing not in get_args(Standing) or standing == "never":
        raise CannotDo("the bot can be member, administrator, restricted, left or kicked")
    groups.seat_bot(request.app[POCKET], chat, params.integer("by"), cast("Standing", standing))
    return web.json_response(phone_view.chat(chat))


async def change_members(request: web.Request) -> web.Response:
    """`{"add": […], "remove": […]}` → the chat."""
    chat, params = _group(request), await read_params(request)
    groups.change_members(request.app[POCKET], chat, _people(params, "add"), _people(params, "remove"))
    return web.json_response(phone_view.chat(chat))


async def migrate(request: web.Request) -> web.Response:
    """→ the supergroup, with its new id."""
    return web.json_response(phone_view.chat(groups.migrate(request.app[POCKET], _group(request))))


async def rename(request: web.Request) -> web.Response:
    """`{"title", "by"?}` → the chat."""
    chat, params = _group(request), await read_params(request)
    by = params.integer("by") or next(iter(chat.members))
    groups.rename(request.app[POCKET], chat, params.required("title"), by)
    return web.json_response(phone_view.chat(chat))
