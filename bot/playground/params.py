"""The parameters of one call, however they came: form, multipart or JSON."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web
from aiohttp.web_request import FileField

from bot.playground.files import Upload
from bot.playground.refusals import Refusal, Why

_TRUE = {"true", "yes", "1"}
_WHOLE = re.compile(r"-?[0-9]{1,18}")


@dataclass(frozen=True, slots=True)
class Params:
    """Reads parameters as leniently as Telegram does: a form holds strings, JSON real values."""

    values: Mapping[str, Any]
    uploads: Mapping[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        value = self.values.get(name)
        return "" if value is None else str(value)

    def required(self, name: str) -> str:
        if name not in self.values:
            raise Refusal(Why.PARAMETER_REQUIRED, name=name)
        return self.text(name)

    def integer(self, name: str, default: int = 0) -> int:
        """A number, or the default where there is none or something else."""
        value = self.text(name).strip()
        return int(value) if _WHOLE.fullmatch(value) else default

    def flag(self, name: str) -> bool:
        return self.text(name).lower() in _TRUE

    def json(self, name: str) -> Any:
        """A structured value; None when absent or empty."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError as error:
            raise Refusal(Why.CANNOT_PARSE, what=f"{name} JSON object") from error

    def object(self, name: str) -> dict[str, Any]:
        """A JSON object; empty when absent."""
        value = self.json(name)
        if value is not None and not isinstance(value, dict):
            raise Refusal(Why.CANNOT_PARSE, what=f"{name} JSON object")
        return value or {}

    def array(self, name: str, otherwise: Why) -> list[Any]:
        """A list; refuses with the reason given when it is something else, absent is empty."""
        value = self.json(name)
        if value is None:
            return []
        if not isinstance(value, list):
            raise Refusal(otherwise)
        return value

    def told(self) -> dict[str, Any]:
        """For the wire log: values decoded, files by name and size."""
        files = {name: f"<{upload.name}, {len(upload.data)} bytes>" for name, upload in self.uploads.items()}
        return {name: _decoded(value) for name, value in self.values.items()} | files


def _decoded(value: Any) -> Any:
    if not isinstance(value, str) or value[:1] not in ("{", "["):
        return int(value) if isinstance(value, str) and _WHOLE.fullmatch(value) else value
    try:
        return json.loads(value)
    except ValueError:
        return value


async def read_params(request: web.Request) -> Params:
    """From the query, then the body; raises `Refusal` when the body cannot be read."""
    values: dict[str, Any] = dict(request.query)
    if request.content_type == "application/json":
        return Params(values | await _json_body(request))
    uploads: dict[str, Upload] = {}
    try:
        posted = await request.post()
    except web.HTTPRequestEntityTooLarge as error:
        raise Refusal(Why.BODY_TOO_LARGE) from error
    except ValueError as error:
        raise Refusal(Why.UNREADABLE_BODY) from error
    for name, value in posted.items():
        if isinstance(value, FileField):
            uploads[name] = read_upload(value)
        else:
            values[name] = value.decode() if isinstance(value, bytes | bytearray) else value
    return Params(values, uploads)


def read_upload(part: FileField) -> Upload:
    return Upload(part.file.read(), part.filename, part.content_type or "application/octet-stream")


async def _json_body(request: web.Request) -> dict[str, Any]:
    try:
        body = await request.json()
    except ValueError as error:
        raise Refusal(Why.UNREADABLE_BODY) from error
    if not isinstance(body, dict):
        raise Refusal(Why.UNREADABLE_BODY)
    return body
