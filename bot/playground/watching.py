"""What lets one watch and steer the playground: live events, clock, what is due, faults, limits, wire."""

import asyncio
from datetime import timedelta

from aiohttp import web

from bot.playground.controls import CONTROLS, POCKET
from bot.playground.faults import Fault, fault_kind
from bot.playground.limits import Limits
from bot.playground.live import Event
from bot.playground.params import Params, read_params
from bot.playground.phone import CannotDo


def add_routes(app: web.Application) -> None:
    app.router.add_get("/live", live)
    app.router.add_get("/clock", clock)
    app.router.add_post("/clock", move_clock)
    app.router.add_get("/due", due)
    app.router.add_post("/faults", add_fault)
    app.router.add_delete("/faults", clear_faults)
    app.router.add_post("/limits", set_limits)
    app.router.add_get("/wire", wire)


async def live(request: web.Request) -> web.WebSocketResponse:
    """A WebSocket of everything that happens; it listens only for the other side to go."""
    socket = web.WebSocketResponse(heartbeat=30)
    await socket.prepare(request)
    with request.app[POCKET].live.watching() as events:
        writer = asyncio.create_task(_write(socket, events))
        async for _ in socket:
            pass
        writer.cancel()
    return socket


async def _write(socket: web.WebSocketResponse, events: "asyncio.Queue[Event | None]") -> None:
    while (event := await events.get()) is not None:
        await socket.send_json(event)
    await socket.close()


async def clock(request: web.Request) -> web.Response:
    return web.json_response({"now": request.app[POCKET].now().isoformat()})


async def move_clock(request: web.Request) -> web.Response:
    """`{"to": "next"}` or `{"by_seconds": n}` → the new now, and whether the clock moved."""
    pocket, controls, params = request.app[POCKET], request.app.get(CONTROLS), await read_params(request)
    reached = None
    if controls and params.text("to") == "next":
        reached = await controls.next_due()
    elif controls and params.integer("by_seconds") > 0:
        reached = await controls.shift(timedelta(seconds=params.integer("by_seconds")))
    now = (reached or pocket.now()).isoformat()
    if reached:
        pocket.live.tell({"type": "clock", "now": now})
    return web.json_response({"now": now, "moved": reached is not None})


async def due(request: web.Request) -> web.Response:
    """What is to come, the soonest first, then what was decided, the newest first, with the reasons."""
    controls = request.app.get(CONTROLS)
    found = await controls.decisions() if controls else []
    return web.json_response([each.json() for each in found])


async def add_fault(request: web.Request) -> web.Response:
    pocket, params = request.app[POCKET], await read_params(request)
    pocket.faults.add(read_fault(params))
    return web.json_response({})


def read_fault(params: Params) -> Fault:
    """What is not given stays at the fault's own default."""
    given = {"times": int, "code": int, "description": str, "seconds": float}
    try:
        extra = {name: kind(params.values[name]) for name, kind in given.items() if name in params.values}
        return Fault(params.text("method") or "*", fault_kind(params.required("kind")), **extra)
    except (TypeError, ValueError) as error:
        raise CannotDo(str(error)) from error


async def clear_faults(request: web.Request) -> web.Response:
    request.app[POCKET].faults.clear()
    return web.json_response({})


async def set_limits(request: web.Request) -> web.Response:
    """`{"on": bool}` with any of the fields of `Limits`."""
    pocket, params = request.app[POCKET], await read_params(request)
    names = ("overall_per_second", "chat_per_second", "burst", "group_per_minute")
    given = {name: params.integer(name) for name in names if params.integer(name) > 0}
    pocket.limits = Limits(**given) if params.flag("on") else None
    return web.json_response({})


async def wire(request: web.Request) -> web.Response:
    """The calls after number `since` that are still remembered."""
    since = request.query.get("since", "0")
    calls = request.app[POCKET].wire.since(int(since) if since.isdecimal() else 0)
    return web.json_response([call.json() for call in calls])
