"""Carries calls to the Bot API over aiohttp, at a third of what the default client costs."""

import asyncio
import errno
import io
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import IO, Any

import aiohttp
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData


class NotSentError(NetworkError):
    """The request surely never left, because no connection could be made."""

    __slots__ = ()


class NotConnectedInTimeError(NotSentError, TimedOut):
    """The request surely never left: neither the pool nor the network gave a connection in time."""

    __slots__ = ()


@dataclass(frozen=True)
class Timeouts:
    """Patience in seconds for each part of a request, `None` being without end.

    `read` is the longest silence of the server, `upload` stands for `write` where files are sent. The
    defaults are those of python-telegram-bot.
    """

    pool: float | None = 1.0
    connect: float | None = 5.0
    write: float | None = 5.0
    read: float | None = 5.0
    upload: float | None = 20.0

    def chosen(self, named: Mapping[str, object]) -> "Timeouts":
        """These, but for what one call says by `read_timeout=` and the like, in numbers or `None`."""
        given = {
            name.removesuffix("_timeout"): seconds
            for name, seconds in named.items()
            if seconds is None or isinstance(seconds, int | float)
        }
        return replace(self, **given)

    def until_connected(self) -> float | None:
        """How long a connection may take, the wait for a place in the pool included."""
        return _sum(self.pool, self.connect)

    def until_answered(self, *, files: bool) -> float | None:
        """How long the first byte of the answer may take; aiohttp itself never tires of writing."""
        return _sum(self.until_connected(), self.upload if files else self.write, self.read)


class AiohttpRequest(BaseRequest):
    """python-telegram-bot's way to the network, on a bounded pool of connections that stay open.

    No error it raises names the address, for the address holds the token.
    """

    def __init__(self, connections: int = 64, timeouts: Timeouts | None = None) -> None:
        self._connections = connections
        self._timeouts = timeouts or Timeouts()
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """Seconds the server may be silent where a call does not say otherwise."""
        return self._timeouts.read

    async def initialize(self) -> None:
        """Open the pool, unless it is open."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connections),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
            )

    async def shutdown(self) -> None:
        """Close the pool with all its connections, unless it is closed."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        *positional: object,
        **timeouts: object,
    ) -> tuple[int, bytes]:
        """The status and body of the answer.

        Raises `NotSentError` where nothing can have been sent; where something may have been, `TimedOut`
        after a silence and `NetworkError` for the rest. Timeouts are taken by name only.
        """
        try:
            return await self._exchange(method, url, request_data, self._timeouts.chosen(timeouts))
        except (aiohttp.ClientError, OSError) as error:
            failure = _without_address(error)
        # Raised out here to have no cause and no context: the text of aiohttp's errors holds the address.
        raise failure

    async def _exchange(
        self, method: str, url: str, data: RequestData | None, timeouts: Timeouts
    ) -> tuple[int, bytes]:
        if self._session is None:
            raise NotSentError("not initialized")
        files = data is not None and data.contains_files
        async with asyncio.timeout(timeouts.until_answered(files=files)) as patience:
            response = await self._session.request(
                method,
                url,
                data=_body(data),
                allow_redirects=False,  # another address would be given the token
                timeout=aiohttp.ClientTimeout(
                    connect=timeouts.until_connected(),
                    sock_connect=timeouts.connect,
                    sock_read=timeouts.read,
                ),
            )
            patience.reschedule(None)
            return response.status, await response.read()

    @staticmethod
    def parse_json_payload(payload: bytes) -> Any:
        """The answer as data; unlike the original, an answer that is no JSON is not written to the log.

        Raises `NetworkError`: something between us and Telegram spoke in its place.
        """
        try:
            return json.loads(payload)
        except ValueError:
            failure = NetworkError("Invalid server response")
        raise failure


def _sum(*timeouts: float | None) -> float | None:
    numbers = [seconds for seconds in timeouts if seconds is not None]
    return sum(numbers) if len(numbers) == len(timeouts) else None


def _body(data: RequestData | None) -> aiohttp.BytesPayload | aiohttp.FormData | None:
    """JSON, which is encoded in a third of the time a form takes; a form where there are files."""
    if data is None:
        return None
    if not data.contains_files:
        return aiohttp.BytesPayload(data.json_payload, content_type="application/json")
    form = aiohttp.FormData(quote_fields=False)  # Telegram shows a file's name as it reads it, unquoted
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime) in data.multipart_data.items():
        form.add_field(name, _stream(content), filename=filename, content_type=mime)
    return form


def _stream(content: bytes | IO[bytes]) -> IO[bytes]:
    return io.BytesIO(content) if isinstance(content, bytes) else content


def _without_address(error: aiohttp.ClientError | OSError) -> TelegramError:
    """What PTB knows about such an error, told by names alone."""
    name = type(error).__name__
    code = errno.errorcode.get(error.errno or 0) if isinstance(error, OSError) else None
    said = f"{name} ({code})" if code else name
    match error:
        case aiohttp.ConnectionTimeoutError():
            return NotConnectedInTimeError(said)
        case aiohttp.ClientConnectorError() | aiohttp.InvalidURL() | aiohttp.NonHttpUrlClientError():
            return NotSentError(said)
        case TimeoutError():
            return TimedOut(said)
        case _:
            return NetworkError(said)
