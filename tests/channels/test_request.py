"""The request over real sockets on loopback, to servers that behave and servers that do not."""

import asyncio
import io
import logging
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer, unused_port
from telegram import Bot, InputFile
from telegram.error import BadRequest, NetworkError, TimedOut
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from bot.channels.telegram.calls import call
from bot.channels.telegram.request import AiohttpRequest, NotConnectedInTimeError, NotSentError, Timeouts

TOKEN = "123:not-a-token"
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@asynccontextmanager
async def served(handler: Handler, **options: Any) -> AsyncIterator[tuple[AiohttpRequest, str]]:
    """A request and the address at which this handler answers everything."""
    app = web.Application(client_max_size=8 * 2**20)
    app.router.add_route("*", "/{path:.*}", handler)
    async with TestServer(app) as server, AiohttpRequest(**options) as request:
        yield request, str(server.make_url(f"/bot{TOKEN}/sendMessage"))


def asked(**values: object) -> RequestData:
    return RequestData([RequestParameter.from_input(name, value) for name, value in values.items()])


async def agree(request: web.Request) -> web.Response:
    return web.json_response({"ok": True, "result": {"method": request.method, **await request.json()}})


async def stay_silent(request: web.Request) -> web.Response:
    await asyncio.Event().wait()
    return web.Response()


async def hang_up(request: web.Request) -> web.Response:
    assert request.transport is not None
    request.transport.close()
    return web.Response()


async def test_parameters_arrive_as_python_telegram_bot_encodes_them() -> None:
    async with served(agree) as (request, url):
        answer = await request.post(url, asked(chat_id=7, text="مرحبا & «ça» 👋", rows=[["a"]], gone=None))
    assert answer == {"method": "POST", "chat_id": "7", "text": "مرحبا & «ça» 👋", "rows": '[["a"]]'}


async def test_files_arrive_beside_their_parameters() -> None:
    async def keep(request: web.Request) -> web.Response:
        part = (await request.post())["document"]
        assert isinstance(part, web.FileField)
        size = len(part.file.read())
        return web.json_response({"ok": True, "result": [part.filename, part.content_type, size]})

    large = bytes(2 * 2**20)
    async with served(keep) as (request, url):
        for content in (InputFile(large, 'été "1".pdf'), InputFile(io.BytesIO(large), 'été "1".pdf')):
            answer = await request.post(url, asked(chat_id=7, document=content))
            assert answer == ['été "1".pdf', "application/pdf", len(large)]


async def test_a_whole_bot_speaks_through_it() -> None:
    async def getme(request: web.Request) -> web.Response:
        me = {"id": 123, "is_bot": True, "first_name": "Passerelle", "username": "passerelle_bot"}
        return web.json_response({"ok": True, "result": me})

    async with served(getme) as (request, url):
        origin = url.partition("/bot")[0]
        async with Bot(TOKEN, base_url=f"{origin}/bot", request=request, get_updates_request=request) as bot:
            assert bot.username == "passerelle_bot"


async def test_a_file_is_fetched_and_a_refusal_raised() -> None:
    async def refuse_posts(request: web.Request) -> web.Response:
        if request.method == "GET":
            return web.Response(body=b"voice")
        return web.json_response({"ok": False, "description": "Bad Request: chat not found"}, status=400)

    async with served(refuse_posts) as (request, url):
        assert await request.retrieve(url) == b"voice"
        with pytest.raises(BadRequest, match="Chat not found"):
            await request.post(url)


async def test_connections_are_kept_and_bounded() -> None:
    seen: set[object] = set()

    async def note(request: web.Request) -> web.Response:
        seen.add(request.transport)
        await asyncio.sleep(0)
        return web.json_response({"ok": True, "result": True})

    async with served(note, connections=3) as (request, url):
        for _ in range(4):
            await asyncio.gather(*(request.post(url) for _ in range(10)))
    assert len(seen) <= 3


async def test_nobody_listening_is_surely_not_sent() -> None:
    async with AiohttpRequest() as request:
        with pytest.raises(NotSentError, match="ECONNREFUSED"):
            await request.post(f"http://127.0.0.1:{unused_port()}/bot{TOKEN}/sendMessage")


async def test_a_full_pool_is_surely_not_sent() -> None:
    async with served(stay_silent, connections=1, timeouts=Timeouts(read=None)) as (request, url):
        first = asyncio.create_task(request.post(url))
        await asyncio.sleep(0)
        with pytest.raises(NotConnectedInTimeError):
            await request.post(url, pool_timeout=0.02, connect_timeout=0.02)
        first.cancel()


async def test_before_it_is_opened_and_after_it_is_closed_nothing_is_sent() -> None:
    request = AiohttpRequest()
    with pytest.raises(NotSentError):
        await request.post("http://127.0.0.1/")
    async with request:
        await request.initialize()
    await request.shutdown()
    with pytest.raises(NotSentError):
        await request.post("http://127.0.0.1/")


@pytest.mark.parametrize(("handler", "error"), [(stay_silent, TimedOut), (hang_up, NetworkError)])
async def test_no_answer_leaves_it_open(handler: Handler, error: type[NetworkError]) -> None:
    async with served(handler) as (request, url):
        with pytest.raises(error) as caught:
            await request.post(url, asked(text="Hello"), read_timeout=0.05)
    assert not isinstance(caught.value, NotSentError)


async def test_a_server_that_takes_no_bytes_is_not_written_to_for_ever() -> None:
    ignored: list[asyncio.StreamWriter] = []
    server = await asyncio.start_server(lambda _, writer: ignored.append(writer), "127.0.0.1", limit=1024)
    url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/bot{TOKEN}/sendDocument"
    brief = Timeouts(pool=0, connect=0.02, upload=0.02, read=0.02)
    async with server, AiohttpRequest(timeouts=brief) as request:
        with pytest.raises(TimedOut) as caught:
            await request.post(url, asked(document=InputFile(bytes(16 * 2**20))))
        ignored[0].transport.abort()
        await ignored[0].wait_closed()
    assert not isinstance(caught.value, NotSentError)


async def hang_up_midway(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Length": "100"})
    await response.prepare(request)
    await response.write(b"{")
    assert request.transport is not None
    request.transport.close()
    return response


async def speak_nonsense(request: web.Request) -> web.Response:
    return web.Response(text="<html>")


async def redirect(request: web.Request) -> web.Response:
    raise web.HTTPFound("https://example.org/elsewhere")


@pytest.mark.parametrize("handler", [hang_up, hang_up_midway, stay_silent, speak_nonsense, redirect])
async def test_no_error_and_no_log_tells_the_token(
    handler: Handler, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    async with served(handler) as (request, url):
        await fails_discreetly(request, url)
    assert TOKEN not in "".join(record.getMessage() for record in caplog.records if is_ours(record))


@pytest.mark.parametrize("origin", ["http://127.0.0.1:1", "http://", "ftp://x", ""])
async def test_no_address_that_fails_tells_the_token(origin: str) -> None:
    async with AiohttpRequest() as request:
        await fails_discreetly(request, f"{origin}/bot{TOKEN}/sendMessage")


async def fails_discreetly(request: AiohttpRequest, url: str) -> None:
    with pytest.raises(NetworkError) as caught:
        await request.post(url, asked(text="Hello"), read_timeout=0.05)
    assert TOKEN not in "".join(traceback.format_exception(caught.value))
    assert TOKEN not in repr(caught.value.__context__)


def is_ours(record: logging.LogRecord) -> bool:
    """Whether the client wrote this, not the server of the test."""
    return not record.name.startswith(("aiohttp.access", "aiohttp.server"))


async def test_a_call_without_files_leaves_as_it_is() -> None:
    async with served(agree) as (request, url):
        bot = Bot(TOKEN, base_url=url.partition(TOKEN)[0], request=request, get_updates_request=request)
        answer = await call(bot, "sendMessage", chat_id=7, text="مرحبا & «ça» 👋", rows=[["a"]])
    assert answer == {"method": "POST", "chat_id": 7, "text": "مرحبا & «ça» 👋", "rows": [["a"]]}
