"""What can be said to a coordinator by one tap, read by each in their own language."""

from markupsafe import Markup

from db.remarks import Ready, Remark
from handlers.kit.words import Words


def ready(words: Words) -> dict[Ready, Markup]:
    """The ready remarks."""
    _ = words._
    return {
        Ready.CALL: _("Please call me"),
        Ready.TALK: _("I want to talk"),
        Ready.TIME: _("I have little time"),
        Ready.FIT: _("It does not fit"),
        Ready.HAND: _("I need a hand"),
    }


def of(words: Words, remark: Remark) -> Markup:
    """A remark: a ready one in the reader's language, anybody's own words as they were typed."""
    return words.said(ready(words)[remark.ready] if remark.ready else remark.words or "")
