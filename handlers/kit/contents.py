"""What was sent besides words, told in words: a draft says what is in it before anybody looks."""

from collections import Counter
from collections.abc import Sequence

from markupsafe import Markup

from db.contents import Item, Medium
from handlers.kit.words import Words


def told(words: Words, items: Sequence[Item]) -> Markup | None:
    """How many of each sort, in the order of the first; None where there is nothing."""
    counted = Counter(each.medium for each in items)
    said = [_counted(words, medium, n) for medium, n in counted.items()]
    return words.listed(said) if said else None


def _counted(words: Words, medium: Medium, n: int) -> Markup:
    n_ = words.n_
    match medium:
        case Medium.PHOTO:
            return n_("{n} photo", "{n} photos", n)
        case Medium.VIDEO:
            return n_("{n} video", "{n} videos", n)
        case Medium.DOCUMENT:
            return n_("{n} document", "{n} documents", n)
        case Medium.VOICE:
            return n_("{n} voice message", "{n} voice messages", n)
        case Medium.PLACE:
            return n_("{n} place on the map", "{n} places on the map", n)
