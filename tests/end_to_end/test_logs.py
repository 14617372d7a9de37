"""Logs hold ids and outcomes: never a word that people wrote, never the token, whatever goes wrong."""

import pytest
from sqlalchemy import text

from bot.playground.phone import Phone
from tests.end_to_end.doors import Telegram
from tests.end_to_end.processes import Launcher
from tests.end_to_end.town import Town
from tests.end_to_end.watching import until

MARK = "Zitronenfalter"
REFUSE = f"ALTER TABLE goals ADD CONSTRAINT not_this CHECK (words <> '{MARK} two')"
ALLOW = "ALTER TABLE goals DROP CONSTRAINT not_this"


@pytest.mark.parametrize("ground", ["postgresql"], indirect=True)
async def test_no_word_and_no_token_is_logged(telegram: Telegram, hamlet: Town, launch: Launcher) -> None:
    bot = await launch(await telegram.door(), LOG_LEVEL="DEBUG")
    await bot.polls()
    hamlet.ask(0)
    one, two, three, _ = (each.chats[0] for each in hamlet.twos)
    _dialogue(telegram, one)
    _faults(telegram, three)
    with hamlet.database.engine.begin() as connection:
        connection.execute(text(REFUSE))
    telegram.says(two, f"{MARK} two")
    await until(lambda: all(telegram.shown(chat) for chat in (one, two)), "both are answered")
    await until(lambda: not hamlet.unhandled(), "all is handled or set aside")
    with hamlet.database.engine.begin() as connection:
        connection.execute(text(ALLOW))
    assert await bot.stop() == 0
    assert hamlet.set_aside() == 2
    for logged in ("an update could not be read", "a turn broke", "not shown"):
        assert logged in bot.log
    everything = bot.log + bot.said.read_text("utf-8")
    assert MARK not in everything
    assert telegram.pocket.bot.key not in everything


def _dialogue(telegram: Telegram, chat: int) -> None:
    telegram.says(chat, f"{MARK} one")
    telegram.says(chat, f"{MARK}, because.")
    telegram.says(chat, f"/{MARK}")
    Phone(telegram.pocket, chat).open(f"https://t.me/passerelle_bot?start={MARK}")


def _faults(telegram: Telegram, chat: int) -> None:
    """An update of a strange shape, and errors that quote what was sent."""
    telegram.pocket.updates.push("message", {"text": MARK, "chat": {"id": chat}}, telegram.pocket.now())
    quoting = f'Bad Request: can\'t parse entities: "{MARK}"'
    telegram.fault("sendMessage", "error", code=400, description=quoting)
    telegram.fault("sendMessage", "lost")
    telegram.fault("getUpdates", "error", code=502, description=f"Bad Gateway: {MARK}")
