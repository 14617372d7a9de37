"""Checks an operator can ask for: settings, database, migrations, token, catalogues."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy.exc import SQLAlchemyError
from telegram.error import TelegramError

from bot.channels.telegram.account import bot_of
from bot.channels.telegram.request import AiohttpRequest
from bot.settings import Settings
from db import migrations
from db.engine import connect
from handlers.kit import catalogues


@dataclass(frozen=True)
class Check:
    """One thing looked at."""

    what: str
    well: bool
    says: str


def all_of(settings: Settings) -> Iterator[Check]:
    """Every check in turn."""
    yield Check("settings", True, f"port {settings.port}, log level {settings.log_level}")
    yield from _database(settings)
    yield _token(settings)
    yield _catalogues()
    yield Check("translation", True, _engine(settings))


def username(settings: Settings) -> str | None:
    """The bot's username as Telegram has it; None if Telegram does not answer."""
    try:
        return asyncio.run(_me(settings))
    except TelegramError:
        return None


async def _me(settings: Settings) -> str:
    token = settings.telegram_token.get_secret_value() if settings.telegram_token else ""
    async with bot_of(settings.telegram_api, token, AiohttpRequest(connections=1)) as bot:
        return bot.username


def _database(settings: Settings) -> Iterator[Check]:
    try:
        engine = connect(settings.database_url.get_secret_value())
        at, head = migrations.current(engine), migrations.head()
    except SQLAlchemyError as error:
        yield Check("database", False, f"does not answer ({type(error).__name__})")
        return
    yield Check("database", True, f"{engine.dialect.name} answers")
    says = f"at {at or 'nothing'}, newest is {head}" + ("" if at == head else ": python -m bot migrate")
    yield Check("migrations", at == head, says)


def _token(settings: Settings) -> Check:
    if settings.telegram_token is None:
        return Check("token", False, "TELEGRAM_TOKEN is not set; only the playground will run")
    name = username(settings)
    return Check(
        "token", name is not None, f"Telegram knows @{name}" if name else "Telegram does not know it"
    )


def _engine(settings: Settings) -> str:
    url = settings.translation_url
    return f"{settings.translation_kind} at {url}: words leave this server for it" if url else "off"


def _catalogues() -> Check:
    languages = catalogues.load().languages
    return Check("catalogues", len(languages) > 1, ", ".join(languages))
