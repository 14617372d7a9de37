"""How a prompt and the answers to it stand in a message."""

from markupsafe import Markup

from db.answers import Answer, Exchange
from db.icebreakers import Icebreaking
from db.pairs import Pair
from db.people import Person
from handlers.ice import giving
from handlers.kit import held, ready
from handlers.kit.prompts import Prompt, library
from handlers.kit.turn import Turn
from handlers.kit.words import Words, lines, paragraphs


def prompt(words: Words, idea: Icebreaking) -> Markup:
    """What a prompt asks; what it was called where it has left the library."""
    found = library().get(idea.key)
    return of(words, found) if found else words.said(idea.key)


def of(words: Words, found: Prompt) -> Markup:
    """A prompt in the reader's language."""
    return words._(found.words)


def said(turn: Turn, idea: Icebreaking) -> Markup:
    """A prompt under its heading, and who shows something this time."""
    _ = turn.words._
    return paragraphs(turn.words.bold(_("Idea to share")), asked(turn, idea))


def asked(turn: Turn, idea: Icebreaking) -> Markup:
    """A prompt, and who shows something this time."""
    _ = turn.words._
    leads = giving.leader(idea)
    if leads is None:
        return prompt(turn.words, idea)
    mine = leads.id == turn.person.id
    turns = _("This time you show it.") if mine else _("This time {name} shows it.", name=leads.called)
    return lines([prompt(turn.words, idea), turns])


def answer(words: Words, found: Answer) -> Markup:
    """What somebody answered: their words, what else holds them, or that it was taken back."""
    _ = words._
    if found.taken_back_at:
        return _("<i>This answer was taken back.</i>")
    return lines([held.said(words, found), ready.written(words, found.language, found.words)])


def side_by_side(turn: Turn, found: Exchange) -> Markup:
    """All answers, each under a name; who skipped is not mentioned."""
    given = [each for each in found.said if not each.skipped]
    return paragraphs(
        *[lines([turn.words.bold(each.person.called), answer(turn.words, each)]) for each in given]
    )


def answered(found: Exchange) -> list[Person]:
    """Who has given an answer that stands."""
    return [each.person for each in found.standing]


def waits(turn: Turn, found: Exchange) -> Markup:
    """That another has answered, or that all stays closed until everybody has."""
    _ = turn.words._
    names = turn.called(answered(found))
    if found.asks(turn.person, turn.now) and found.idea.pair.many:
        there = _("There is an answer of {names}.", names=names)
        return lines([there, closed(turn.words, found.idea.pair)])
    if found.asks(turn.person, turn.now):
        return _("<b>{name}</b> has answered. When you answer too, you both see it.", name=names)
    return closed(turn.words, found.idea.pair)


def closed(words: Words, pair: Pair) -> Markup:
    """Until when answers stay closed: of more than two, those there are open without the last."""
    if pair.many:
        return words._("It opens when all have answered, or after ten days.")
    return words._("It stays closed until everybody has answered.")


def follow(turn: Turn, idea: Icebreaking) -> Markup | None:
    """The one question for when all have answered, if the library has one."""
    found = library().get(idea.key)
    return turn.words._(found.follow) if found and found.follow else None
