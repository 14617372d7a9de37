"""A group with topics, with the real process: written to in its topic, pinned, and to all when it is gone."""

import pytest
from sqlalchemy import select

from bot.playground import forums, groups
from bot.playground.messages import Chat, Message
from db.groups import Group
from tests.end_to_end.doors import Telegram
from tests.end_to_end.processes import Launcher
from tests.end_to_end.town import Town
from tests.end_to_end.watching import until

pytestmark = pytest.mark.parametrize("ground", ["sqlite"], indirect=True)


async def test_a_topic_is_written_to_and_given_up_when_it_is_gone(
    telegram: Telegram, hamlet: Town, launch: Launcher
) -> None:
    bot = await launch(await telegram.door())
    await bot.polls()
    forum, topic = _choir(telegram, hamlet)
    await _announces(telegram, hamlet, "The choir meets.")
    await until(lambda: len(_said(forum)) == 1, "it is in the group")
    [first] = _said(forum)
    await until(lambda: list(forum.pinned) == [first.id], "and pinned")
    assert first.topic == topic
    groups.seat_bot(telegram.pocket, forum, hamlet.desk, "member")
    forums.delete_topic(telegram.pocket, forum, topic)
    await _announces(telegram, hamlet, "The choir sings.")
    await until(lambda: len(_said(forum)) == 1, "it is in the general topic")
    assert _said(forum)[0].topic is None
    await until(lambda: any("Choir" in words for words in telegram.shown(hamlet.desk)), "Rosa hears of it")
    assert not forum.pinned
    await until(lambda: _kept(hamlet) == (None, False), "what we may is known")
    assert bot.alive


def _choir(telegram: Telegram, hamlet: Town) -> tuple[Chat, int]:
    """Rosa's forum; announcements go to one of its topics and are pinned."""
    pocket = telegram.pocket
    forum = forums.make_forum(pocket, groups.open_group(pocket, "Choir", [hamlet.desk], "supergroup"))
    groups.seat_bot(pocket, forum, hamlet.desk, "administrator")
    topic = forums.create_topic(pocket, forum, hamlet.desk, "Dates").id
    hamlet.group(forum.id, topic=topic, pins=True)
    return forum, topic


def _kept(hamlet: Town) -> tuple[int | None, bool | None]:
    """The topic in which we write, and whether we may pin."""
    group = hamlet.database.work(lambda session: session.scalars(select(Group)).one())
    return group.topic, group.may_pin


async def _announces(telegram: Telegram, hamlet: Town, words: str) -> None:
    telegram.says(hamlet.desk, "/desk")
    await until(lambda: not len(telegram.pocket.updates), "Rosa is at her desk")
    telegram.presses(hamlet.desk, f"announcements.send:{hamlet.draft(words)}")


def _said(forum: Chat) -> list[Message]:
    """What the bot wrote there, but for its own greeting."""
    return [each for each in forum.log.values() if "choir" in each.content.words.text]
