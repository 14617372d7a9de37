"""Composing what people sent anew: which calls of the Bot API show the items and words of a screen."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.channels.telegram.dress import captioned, placed, worded
from db.contents import Item, Medium
from handlers.kit.parts import units
from handlers.kit.screen import Screen

ALONE = {
    Medium.VOICE: ("sendVoice", "voice"),
    Medium.PHOTO: ("sendPhoto", "photo"),
    Medium.VIDEO: ("sendVideo", "video"),
    Medium.DOCUMENT: ("sendDocument", "document"),
}
"""By which method, in which field, a file that Telegram knows is sent."""

ALBUMS = ((Medium.PHOTO, Medium.VIDEO), (Medium.DOCUMENT,))
"""What may stand in one album: the Bot API mixes documents with nothing else."""

MOST_IN_ALBUM = 10
CAPTION_LENGTH = 1024
"""Telegram's own limit, in UTF-16 units; what it takes for markup does not count."""

MARKUP = re.compile(r"<[^<>]*>")


@dataclass(frozen=True)
class Part:
    """A method with its parameters; `says` whether the words of the screen, and its buttons, stand in it."""

    method: str
    parameters: dict[str, Any]
    says: bool = False


def fits(screen: Screen) -> bool:
    """Whether the words have room below a file."""
    return units(MARKUP.sub("", screen.text)) <= CAPTION_LENGTH


def words(screen: Screen) -> Part:
    """The words in a message of their own."""
    return Part("sendMessage", worded(screen) | placed(screen), says=True)


def parts(screen: Screen) -> list[Part]:
    """What is to be called, in this order.

    The words stand below one file, with the buttons, or below an album if there are none, because Telegram
    puts no buttons there. Otherwise they follow in a message of their own.
    """
    groups = list(grouped(screen.items))
    if len(groups) == 1 and fits(screen):
        [group] = groups
        if group[0].medium in ALONE and (len(group) == 1 or not any(screen.rows)):
            return [_there(screen, _shown(group, captioned(screen)))]
    return [*(_there(screen, _shown(group, {})) for group in groups), words(screen)]


def _there(screen: Screen, part: Part) -> Part:
    """The same where the screen is to stand."""
    return replace(part, parameters=part.parameters | placed(screen))


def grouped(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    """Items that go together, two to ten as an album; albums first, then what always stands alone."""
    for media in ALBUMS:
        fitting = [each for each in items if each.medium in media]
        for start in range(0, len(fitting), MOST_IN_ALBUM):
            yield fitting[start : start + MOST_IN_ALBUM]
    for each in items:
        if not any(each.medium in media for media in ALBUMS):
            yield [each]


def _shown(group: Sequence[Item], caption: dict[str, Any]) -> Part:
    if len(group) > 1:
        first, *rest = [{"type": str(each.medium), "media": each.file} for each in group]
        return Part("sendMediaGroup", {"media": [first | caption, *rest]}, says=bool(caption))
    [item] = group
    if item.medium == Medium.PLACE:
        return _place(item)
    method, field = ALONE[item.medium]
    return Part(method, {field: item.file, **caption}, says=bool(caption))


def _place(item: Item) -> Part:
    """A place that has a name and an address shows them on the map."""
    point = {"latitude": item.latitude, "longitude": item.longitude}
    if item.name and item.address:
        return Part("sendVenue", {**point, "title": item.name, "address": item.address})
    return Part("sendLocation", point)
