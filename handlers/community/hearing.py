"""Hearing: a reply to one of our messages in a group. It says nothing back but what the message shows."""

import re

from db import activities, contributions
from db.activities import Activity, Play
from db.contributions import Gift, Medium
from handlers.community import together, tongues
from handlers.kit import bidi, figures, private
from handlers.kit.links import Private, TooLong, split
from handlers.kit.turn import Sort, Turn

ANSWER_LENGTH = 200
WORD_LENGTH = 40
NUMBERED = re.compile(r"([1-9])\s*[.):=–-]?\s*(.*)", re.DOTALL)
MEDIA = {Sort.TEXT: Medium.TEXT, Sort.VOICE: Medium.VOICE, Sort.PHOTO: Medium.PHOTO}


def hear(turn: Turn, link: str) -> None:
    """Take what somebody replied to the message behind a link, if it asks for anything."""
    name, arguments, _ = split(link)
    if turn.group is None or name != together.read.name or len(arguments) != 1:
        return
    activity = Activity.posted_in(turn.session, turn.group, int(arguments[0]))
    if activity is None or not activity.lasts(turn.now):
        return
    activities.hold(turn.session, activity)
    TAKERS[activity.play](turn, activity)


def _answered(turn: Turn, activity: Activity) -> None:
    gift = _answer(turn)
    if gift and contributions.give(turn.session, activity, turn.person, gift):
        together.changed(turn, activity)


def _answer(turn: Turn) -> Gift | None:
    """The words, or that there was an answer, where they are many, private, or none at all."""
    medium = MEDIA.get(turn.said.sort, Medium.OTHER)
    if medium is not Medium.TEXT:
        return Gift(medium=medium)
    try:
        words = turn.text(ANSWER_LENGTH)
    except (TooLong, Private):
        return Gift(medium=Medium.OTHER)
    return Gift(words=words, language=turn.words.language) if words else None


def _name(turn: Turn, activity: Activity) -> None:
    """A number in a reply stands for the button of that number."""
    cell, _ = _numbered(turn.said.text)
    if cell is not None:
        together.claim(turn, activity, cell)


def _word(turn: Turn, activity: Activity) -> None:
    cell, word = _numbered(turn.said.text)
    if cell is None or not word or len(word) > WORD_LENGTH or private.anything(word):
        return
    gift = Gift(cell, words=word, language=tongues.likely(turn, activity, word))
    if contributions.give(turn.session, activity, turn.person, gift):
        together.changed(turn, activity)


def _numbered(text: str) -> tuple[int | None, str]:
    """A field and what stands behind its number, whatever digits were used."""
    found = NUMBERED.fullmatch(figures.plain(bidi.strip(" ".join(text.split()))))
    return (int(found[1]) - 1, found[2].strip()) if found else (None, "")


TAKERS = {Play.IDEA: _answered, Play.NAMES: _name, Play.WORDS: _word}
