"""Bad days at Telegram: floods, blocks, moved groups, lost answers, strange updates, another poller."""

from datetime import timedelta

import aiohttp
import pytest

from bot.playground import groups
from bot.playground.faults import FaultKind
from tests.end_to_end.doors import Door, Telegram, free_port
from tests.end_to_end.processes import Launcher
from tests.end_to_end.town import Town
from tests.end_to_end.watching import until

pytestmark = pytest.mark.parametrize("ground", ["sqlite"], indirect=True)

BAD_CONNECTION: tuple[FaultKind, ...] = ("lost", "dropped", "error")


async def test_what_people_write_survives_a_bad_connection(
    telegram: Telegram, hamlet: Town, launch: Launcher
) -> None:
    nowhere = Door(free_port())
    bot = await launch(nowhere)
    await bot.says("Telegram does not answer yet")
    await telegram.behind(nowhere)
    await bot.polls()
    hamlet.ask(0)
    for kind, two in zip(BAD_CONNECTION, hamlet.twos, strict=False):
        telegram.fault("getUpdates", kind)
        telegram.says(two.chats[0], f"Goal in spite of {kind}.")
    await until(lambda: len(hamlet.goals()) == 3, "all three are kept")
    assert set(hamlet.goals().values()) == set(hamlet.acts().values()) == {1}
    await _what_nobody_can_read_is_set_aside(telegram, hamlet)
    assert bot.alive


async def _what_nobody_can_read_is_set_aside(telegram: Telegram, hamlet: Town) -> None:
    """It holds up neither the others nor its own sender."""
    ada = hamlet.twos[3].chats[0]
    telegram.pocket.updates.push("message", {"message_id": "?", "chat": ada}, telegram.pocket.now())
    telegram.pocket.updates.push("message", {"chat": {"id": ada}, "from": 7}, telegram.pocket.now())
    telegram.says(ada, "/help")
    await until(lambda: telegram.shown(ada), "the one after them is answered")
    assert hamlet.set_aside() == 2
    assert hamlet.unhandled() == 0


async def test_a_flood_a_block_a_moved_group_and_a_lost_answer_leave_nobody_out(
    telegram: Telegram, hamlet: Town, launch: Launcher
) -> None:
    bot = await launch(await telegram.door())
    await bot.polls()
    choir = groups.open_group(telegram.pocket, "Choir", [hamlet.desk])
    groups.seat_bot(telegram.pocket, choir, hamlet.desk, "member")
    hamlet.group(choir.id)
    await _desk_open(telegram, hamlet)
    grown = groups.migrate(telegram.pocket, choir)
    blocked = hamlet.twos[3].chats[1]
    telegram.pocket.chats[blocked].bot = "kicked"
    _forget_what_waits(telegram)
    since = telegram.last_call
    for kind in ("flood", "error", "lost"):
        telegram.fault("sendMessage", kind, seconds=1)
    telegram.presses(hamlet.desk, f"announcements.send:{hamlet.draft('The choir meets.')}")
    await until(lambda: hamlet.retried() == 2, "two are to be tried again")
    await until(lambda: _hurried(hamlet), "nothing is due any more")
    _check_pause(telegram, since)
    counts = {chat: count for chat, count in hamlet.reached("The choir meets.").items() if chat != blocked}
    assert sorted(counts.values()) == [1, 1, 1, 1, 1, 1, 2]
    assert len(telegram.shown(grown.id)) == 1
    telegram.presses(hamlet.desk, "report.overview:1")
    await until(lambda: "Nia 3" in telegram.shown(hamlet.desk)[-1], "Rosa learns who was not reached")
    telegram.says(hamlet.desk, "/desk")
    await until(lambda: "Nia 3" in telegram.shown(hamlet.desk)[-1], "and sees it at her desk")
    assert hamlet.unreachable() == [blocked]


async def test_another_poller_or_an_unknown_token_end_it_with_a_sentence(
    telegram: Telegram, launch: Launcher
) -> None:
    doors = [await telegram.door() for _ in range(2)]
    doors[0].open.set()
    stranger = await launch(doors[0], TELEGRAM_TOKEN="700100201:nobody-knows-this-token-here")
    bot = await launch(doors[1])
    await bot.polls()
    url = f"{bot.door.origin}/bot{telegram.pocket.token}/getUpdates"
    async with aiohttp.ClientSession() as other, other.post(url, json={"timeout": 0}) as answer:
        assert answer.status == 200
    assert [await each.ended() for each in (bot, stranger)] == [1, 1]
    assert "Another process is polling with this token. Stop it first." in bot.log
    assert "Telegram does not know this token. Check TELEGRAM_TOKEN." in stranger.log
    assert "nobody-knows" not in stranger.log
    assert "Traceback" not in bot.log + stranger.log


async def _desk_open(telegram: Telegram, hamlet: Town) -> None:
    telegram.says(hamlet.desk, "/desk")
    await until(lambda: telegram.shown(hamlet.desk), "Rosa is at her desk")
    await until(lambda: not len(telegram.pocket.updates), "all is heard")


def _hurried(hamlet: Town) -> bool:
    """Whether everything is sent, now that nothing waits long for another try."""
    hamlet.hurry()
    return not hamlet.under_way()


def _forget_what_waits(telegram: Telegram) -> None:
    """The bot is not told that a group moved: it learns it by the error."""
    telegram.pocket.updates.confirm(telegram.pocket.updates.next_id)


def _check_pause(telegram: Telegram, since: int) -> None:
    """After a 429 nothing leaves for as long as it says, a second, and then it goes on.

    What had left before the answer was read may still come in after it.
    """
    calls = telegram.calls("sendMessage", since)
    flood = next(call for call in calls if call.code == 429)
    begun = [call.at - timedelta(milliseconds=call.milliseconds) for call in calls if call is not flood]
    pause, amid = timedelta(seconds=1), timedelta(seconds=0.4)
    assert not [at for at in begun if amid < at - flood.at < pause]
    assert any(at - flood.at >= pause for at in begun)
