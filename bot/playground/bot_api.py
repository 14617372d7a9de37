"""The side of the bot: `/bot<token>/<method>` and `/file/bot<token>/<path>`, over HTTP."""

import asyncio
import inspect
from dataclasses import replace
from time import perf_counter
from typing import Any

from aiohttp import web

from bot.playground.controls import POCKET
from bot.playground.faults import Fault
from bot.playground.methods import CANONICAL, METHODS
from bot.playground.params import Params, read_params
from bot.playground.pocket import Pocket
from bot.playground.refusals import Refusal, Why
from bot.playground.wire import Call


def add_routes(app: web.Application) -> None:
    app.router.add_route("*", "/bot{token:[^/]+}/{method}", call)
    app.router.add_get("/file/bot{token:[^/]+}/{path:.+}", download)


async def call(request: web.Request) -> web.Response:
    """One call of a method: let through, refused, or met by a fault; noted on the wire either way."""
    pocket, asked = request.app[POCKET], request.match_info["method"]
    name = CANONICAL.get(asked.lower(), asked)
    fault = pocket.faults.take(name) if name in METHODS else None
    begun, noted = perf_counter(), Call(pocket.now(), name, {}, fault=fault.kind if fault else None)
    answer, noted = await _answered(request, fault, noted)
    # A poll whose process died ends when the next one comes: that conflict is nobody's.
    if request.transport or name != "getUpdates":
        _note(pocket, replace(noted, milliseconds=(perf_counter() - begun) * 1000))
    if fault and fault.kind in ("dropped", "lost") and request.transport:
        request.transport.abort()
    return web.json_response(answer, status=answer.get("error_code", 200))


async def _answered(request: web.Request, fault: Fault | None, noted: Call) -> tuple[dict[str, Any], Call]:
    """What the bot is answered, and the call with how it went."""
    try:
        params = await _admitted(request, noted.method)
        noted = replace(noted, params=params.told())
        result = await _acted(request.app[POCKET], noted.method, params, fault)
    except Refusal as refusal:
        return _refused(refusal), replace(noted, code=refusal.code, error=refusal.description)
    except _Dropped:
        return {}, replace(noted, error="connection dropped")
    updates = len(result) if noted.method == "getUpdates" else None
    return {"ok": True, "result": result}, replace(noted, updates=updates)


class _Dropped(Exception):
    """The connection ends before anything was done."""


async def _admitted(request: web.Request, name: str) -> Params:
    if request.match_info["token"] != request.app[POCKET].token:
        raise Refusal(Why.UNAUTHORIZED)
    if name not in METHODS:
        raise Refusal(Why.NO_SUCH_METHOD)
    return await read_params(request)


async def _acted(pocket: Pocket, name: str, params: Params, fault: Fault | None) -> Any:
    if fault:
        if fault.kind == "dropped":
            raise _Dropped
        if fault.kind == "delay":
            await asyncio.sleep(fault.seconds)
        if refusal := fault.refusal():
            raise refusal
    result = METHODS[name](pocket, params)
    return await result if inspect.isawaitable(result) else result


def _refused(refusal: Refusal) -> dict[str, Any]:
    answer = {"ok": False, "error_code": refusal.code, "description": refusal.description}
    return answer | ({"parameters": refusal.parameters} if refusal.parameters else {})


def _note(pocket: Pocket, noted: Call) -> None:
    noted = pocket.wire.keep(noted)
    if pocket.live:
        pocket.live.tell(noted.event())


async def download(request: web.Request) -> web.Response:
    """A file the bot asked for with getFile."""
    pocket = request.app[POCKET]
    if request.match_info["token"] != pocket.token:
        return web.json_response(_refused(Refusal(Why.UNAUTHORIZED)), status=401)
    stored = pocket.files.by_path(request.match_info["path"])
    if stored is None:
        return web.json_response(_refused(Refusal(Why.NO_SUCH_FILE)), status=404)
    return web.Response(body=stored.upload.data, content_type="application/octet-stream")
