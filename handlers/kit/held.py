"""What somebody sent, as it stands in a message: words, a voice message, a photo."""

from collections.abc import Iterable

from markupsafe import Markup

from db.answers import Answer
from db.contents import Item, Medium
from db.opinions import Opinion
from db.threads import Message
from handlers.kit.words import Words, lines

HOLDING = (Medium.VOICE, Medium.PHOTO)
"""What can hold an answer, besides words."""

Held = Answer | Message


def found(items: Iterable[Item]) -> Item | None:
    """What holds an answer, of all that was sent."""
    return next((each for each in items if each.medium in HOLDING), None)


def said(words: Words, found: Held) -> Markup:
    """What somebody sent: a voice message or a photo by its name, and words."""
    _ = words._
    named = {Medium.VOICE: _("Voice message"), Medium.PHOTO: _("Photo"), None: None}[found.medium]
    return lines([named, words.said(found.words) if found.words else None])


def label(words: Words, found: Held, own: bool) -> Markup:
    """Whose voice message or photo it is, on a button."""
    _, name = words._, found.person.called if isinstance(found, Answer) else found.author.called
    if found.medium == Medium.VOICE:
        return _("Your voice message") if own else _("Voice of {name}", name=name)
    return _("Your photo") if own else _("Photo of {name}", name=name)


def items(found: Held | Opinion | None) -> list[Item]:
    """The voice message or photo itself."""
    if not (found and found.medium and found.channel and found.file):
        return []
    return [Item(found.medium, found.channel, found.file)]
