"""How questions, lists and answers of a round are called."""

from markupsafe import Markup

from db.contents import Item
from db.opinions import FEW, Opinion
from db.rounds import Question
from handlers.kit import held, languages
from handlers.kit.words import Words, lines


def questions(words: Words) -> dict[Question, Markup]:
    """What each is asked."""
    _ = words._
    return {
        Question.GOES_WELL: _("What goes well?"),
        Question.HARD: _("What is hard?"),
        Question.PROPOSAL: _("What do you propose?"),
    }


def headings(words: Words) -> dict[Question, Markup]:
    """What stands above what all said."""
    _ = words._
    return {
        Question.GOES_WELL: _("What goes well"),
        Question.HARD: _("What is hard"),
        Question.PROPOSAL: _("What we propose"),
    }


def few(words: Words, count: int) -> Markup | None:
    """A warning, where names could be guessed."""
    return words._("Few answers: names could be guessed.") if 0 < count < FEW else None


def said(words: Words, opinion: Opinion, told: set[str] | None = None) -> Markup:
    """An answer as it was given; in which language only where that is one of those `told`."""
    _ = words._
    code = opinion.language
    return lines(
        [
            _spoken(words, opinion) if opinion.medium else None,
            words.said(opinion.words) if opinion.words else None,
            _("<i>In {language}</i>", language=languages.name(code)) if told and code in told else None,
        ]
    )


def _spoken(words: Words, opinion: Opinion) -> Markup:
    _ = words._
    return _("Voice message") if opinion.heard else _("A voice message, counted only")


def items(opinion: Opinion) -> list[Item]:
    """The voice message of an answer that may be heard."""
    return held.items(opinion) if opinion.heard else []
