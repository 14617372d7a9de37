"""Words to a machine and back: what is asked, and what each refusal means."""

from collections.abc import Awaitable
from dataclasses import replace

import pytest
from pydantic import SecretStr, ValidationError

from bot.app import build
from bot.channels.telegram.gate import Gate
from bot.settings import Settings, complaints
from bot.time import Clock
from bot.translation import Engine, Protocol, Refused
from db.translations import Failure
from tests.translating.machine import HOST, KEY, REFUSALS, Machine

TOKEN = "123456:a-token-of-tests"
both = pytest.mark.parametrize("protocol", Protocol)


async def failure(of: Awaitable[str]) -> Failure:
    with pytest.raises(Refused) as found:
        await of
    assert KEY not in repr(found.value)
    return found.value.failure


@both
async def test_words_go_and_come_back(engine: Engine, machine: Machine, protocol: Protocol) -> None:
    speaking = replace(engine, protocol=protocol)
    assert await speaking.translate("Pique-nique\nà midi", "fr", "en") == "idim à\neuqin-euqiP"
    assert await speaking.translate("مرحبا", "ar", "fr") == "ابحرم"
    assert machine.heard == ["Pique-nique\nà midi", "مرحبا"]
    assert speaking.host == HOST


@both
async def test_a_wrong_key(engine: Engine, protocol: Protocol) -> None:
    for key in (None, SecretStr("wrong")):
        stranger = replace(engine, protocol=protocol, key=key)
        assert await failure(stranger.translate("Bonjour", "fr", "en")) is Failure.KEY


@both
async def test_a_language_it_does_not_know(engine: Engine, protocol: Protocol) -> None:
    speaking = replace(engine, protocol=protocol)
    assert await failure(speaking.translate("Bonjour", "fr", "zdj")) is Failure.LANGUAGE


async def test_persian_is_asked_for_dari(engine: Engine) -> None:
    assert await failure(engine.translate("Bonjour", "fr", "fa_AF")) is Failure.LANGUAGE


@both
@pytest.mark.parametrize("mood", REFUSALS)
async def test_refusals(engine: Engine, machine: Machine, mood: str, protocol: Protocol) -> None:
    machine.mood = mood
    speaking = replace(engine, protocol=protocol)
    assert await failure(speaking.translate("Bonjour", "fr", "en")) is REFUSALS[mood][1]
    assert len(machine.heard) == 1, "nothing is sent elsewhere"


async def test_a_silence_has_an_end(engine: Engine, machine: Machine) -> None:
    machine.mood = "silent"
    hasty = replace(engine, seconds=0.05)
    assert await failure(hasty.translate("Bonjour", "fr", "en")) is Failure.AWAY


async def test_nobody_there_and_nothing_readable(engine: Engine, machine: Machine) -> None:
    machine.mood = "no json"
    assert await failure(engine.translate("Bonjour", "fr", "en")) is Failure.UNCLEAR
    nowhere = replace(engine, url="http://127.0.0.1:9")
    assert await failure(nowhere.translate("Bonjour", "fr", "en")) is Failure.AWAY


def complains(error: ValidationError) -> str:
    return "\n".join(complaints(error))


def test_settings_that_make_no_engine() -> None:
    for wrong in ("translate.example.org", "ftp://translate.example.org", "https://"):
        with pytest.raises(ValidationError) as found:
            Settings(translation_url=wrong)
        assert "TRANSLATION_URL should be an address" in complains(found.value)
    with pytest.raises(ValidationError) as found:
        Settings(translation_url="https://api.deepl.com", translation_kind="deepl")
    assert "TRANSLATION_KEY is needed" in complains(found.value)


async def test_an_engine_is_built_only_where_one_is_set(empty_url: str) -> None:
    base = Settings(database_url=SecretStr(empty_url))
    deepl = {"translation_kind": "deepl", "translation_key": SecretStr(KEY)}
    for update, engine in (
        ({}, None),
        (
            {"translation_url": "https://a.example/mt"},
            ("libretranslate", "https://a.example/mt", "a.example"),
        ),
        (
            {"translation_url": "https://api.deepl.com"} | deepl,
            ("deepl", "https://api.deepl.com", "api.deepl.com"),
        ),
    ):
        app = build(base.model_copy(update=update), TOKEN, Clock(), Gate(1))
        found = app.translating and app.translating.engine
        assert (found and (found.protocol, found.url, found.host)) == engine
        assert KEY not in repr(found)
        app.database.close()
