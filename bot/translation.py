"""A translation engine over HTTP, as LibreTranslate or DeepL speak: words go out, words come back."""

import asyncio
import enum
import json
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

import aiohttp
from pydantic import SecretStr

from db.announcements import TEXT_LENGTH
from db.translations import Failure
from handlers.kit.parts import units
from handlers.kit.turn import cleaned

SECONDS = 20.0
"""How long one call may take."""

LARGEST = 256 * 1024
"""Bytes of an answer; the longest announcement needs a tenth of it."""


class Protocol(enum.StrEnum):
    """What an engine speaks."""

    LIBRETRANSLATE = "libretranslate"
    DEEPL = "deepl"


VARIANTS = {"en": "EN-GB", "pt": "PT-PT", "zh": "ZH-HANS"}
"""DeepL wants to know which English it writes."""

MEANINGS = {401: Failure.KEY, 403: Failure.KEY, 429: Failure.AWAY, 456: Failure.QUOTA}
"""What a status says, where it does not say it of itself: 456 is DeepL's own."""


class Refused(Exception):
    """There are no words, for a reason."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure)
        self.failure = failure


@dataclass(frozen=True)
class Engine:
    """Where an engine is, without the path of its one call, and what lets us in."""

    protocol: Protocol
    url: str
    key: SecretStr | None = None
    seconds: float = SECONDS

    @property
    def host(self) -> str:
        """Where words go, as people read it."""
        return urlsplit(self.url).hostname or self.url

    async def translate(self, words: str, source: str, target: str) -> str:
        """The words in the target language. Raises Refused."""
        path, headers, asked = self._asked(words, _base(source), _base(target))
        try:
            status, body = await self._exchange(f"{self.url}{path}", headers, asked)
        except (aiohttp.ClientError, OSError):  # a timeout is one of these, too
            raise Refused(Failure.AWAY) from None
        if status != 200:
            raise Refused(_meaning(status, body))
        return self._words(body)

    def _asked(self, words: str, source: str, target: str) -> tuple[str, Mapping[str, str], object]:
        """The path, the headers and the body of the call."""
        key = self.key.get_secret_value() if self.key else ""
        if self.protocol is Protocol.DEEPL:
            wanted = {"source_lang": source.upper(), "target_lang": VARIANTS.get(target, target.upper())}
            return "/v2/translate", {"Authorization": f"DeepL-Auth-Key {key}"}, {"text": [words], **wanted}
        wanted = {"source": source, "target": target, "format": "text"}
        return "/translate", {}, {"q": words, **wanted, **({"api_key": key} if key else {})}

    async def _exchange(self, url: str, headers: Mapping[str, str], asked: object) -> tuple[int, bytes]:
        limit = aiohttp.ClientTimeout(total=self.seconds)
        async with (
            aiohttp.ClientSession(timeout=limit, cookie_jar=aiohttp.DummyCookieJar()) as session,
            # another address would be given the key and the words
            session.post(url, json=asked, headers=headers, allow_redirects=False) as answer,
        ):
            try:
                return answer.status, await answer.content.readexactly(LARGEST)
            except asyncio.IncompleteReadError as all_of_it:
                return answer.status, all_of_it.partial

    def _words(self, body: bytes) -> str:
        try:
            said = json.loads(body)
            found = (
                said["translations"][0]["text"] if self.protocol is Protocol.DEEPL else said["translatedText"]
            )
            words = cleaned(found).strip()
        except (ValueError, LookupError, TypeError):
            raise Refused(Failure.UNCLEAR) from None
        if not words or units(words) > TEXT_LENGTH:
            raise Refused(Failure.UNCLEAR)
        return words


def _base(language: str) -> str:
    """Our code without a country: an engine that knows Persian writes what readers of Dari read."""
    return language.partition("_")[0]


def _meaning(status: int, body: bytes) -> Failure:
    """What a refusal means; only the word for a language that is not there is looked for in it."""
    if status >= 500:
        return Failure.AWAY
    if status in (400, 404) and b"support" in body.lower():
        return Failure.LANGUAGE
    return MEANINGS.get(status, Failure.UNCLEAR)
