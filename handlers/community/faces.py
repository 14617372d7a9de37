"""Faces: how an idea or a card stands in a group, in the programme's language and perhaps a second one."""

from collections.abc import Callable, Sequence

from markupsafe import Markup

from db.activities import Activity, Play
from db.contributions import Contribution, Medium
from handlers.community import cards
from handlers.kit import languages
from handlers.kit.links import Gone
from handlers.kit.prompts import library
from handlers.kit.turn import Turn
from handlers.kit.words import Words, apart, lines, paragraphs, plain

SHOWN = 20
"""How many answers to an idea are read below it, the newest."""


def spoken(turn: Turn) -> list[Words]:
    """The reader's words, and in a group those of its second language where it has one."""
    beside = turn.group.beside if turn.group else None
    if beside in (None, turn.words.language):
        return [turn.words]
    return [turn.words, turn.catalogues.words(beside, *turn.words.reads)]


def in_each(turn: Turn, say: Callable[[Words], Markup]) -> Markup:
    """The same in every language of the group."""
    return paragraphs(*_each(turn, say))


def _each(turn: Turn, say: Callable[[Words], Markup]) -> list[Markup]:
    """Lines against the direction of the first language are isolated."""
    first, *others = spoken(turn)
    against = [first.rtl and not words.rtl for words in others]
    said = [
        apart(say(words)) if turned else say(words) for words, turned in zip(others, against, strict=True)
    ]
    return [say(first), *said]


def idea(turn: Turn, activity: Activity, found: Sequence[Contribution]) -> Markup:
    """The prompt, how to answer, and who answered what."""
    n_ = turn.words.n_
    older = len(found) - SHOWN
    return paragraphs(
        in_each(turn, lambda words: prompt(words, activity.keys[0])),
        n_("{n} answer before these.", "{n} answers before these.", older) if older > 0 else None,
        lines(answer(turn.words, each) for each in found[-SHOWN:]),
        in_each(turn, lambda words: _follow(words, activity.keys[0])) if len(found) > 1 else None,
    )


def _follow(words: Words, key: str) -> Markup:
    """The question for when there are answers to look at, if the idea has one."""
    follow = library()[key].follow
    return words._(follow) if follow else Markup()


def prompt(words: Words, key: str) -> Markup:
    """An idea with what becomes of an answer to it."""
    how = words._("<i>Reply to this message. Your first name and words will stand here.</i>")
    return lines([question(words, key), how])


def question(words: Words, key: str) -> Markup:
    """An idea alone. Raises Gone where it is not in the library any more."""
    if key not in library():
        raise Gone
    return lines([words.bold(words._("Idea to share")), words._(library()[key].words)])


def answer(words: Words, each: Contribution) -> Markup:
    """Who said what; of a voice message or a photo, that it came."""
    _ = words._
    name = words.bold(each.called)
    match each.medium:
        case Medium.VOICE:
            return _("{name}: a voice message", name=name)
        case Medium.PHOTO:
            return _("{name}: a photo", name=name)
        case Medium.OTHER:
            return _("{name}: an answer in the group", name=name)
    return _("{name}: {words}", name=name, words=each.words or "")


def title(words: Words, play: Play) -> Markup:
    """What a game is called."""
    _ = words._
    return _("Name bingo") if play is Play.NAMES else _("Word bingo")


def named(words: Words, activity: Activity) -> Markup:
    """What it is known by: a game by its name, an idea by its words."""
    if activity.play is not Play.IDEA:
        return title(words, activity.play)
    known = library().get(activity.keys[0])
    return words._(known.words) if known else words._("Idea to share")


def card(turn: Turn, activity: Activity, found: Sequence[Contribution]) -> Markup:
    """How the game goes, and the nine fields with what stands in each."""
    rules = names_rules if activity.play is Play.NAMES else words_rules
    rules = rules if activity.lasts(turn.now) else _over
    return paragraphs(in_each(turn, rules), fields(turn, activity, found))


def _over(words: Words) -> Markup:
    return words._("This game is over.")


def names_rules(words: Words) -> Markup:
    """What one does on the card of names."""
    _ = words._
    how = _("Is it true for you? Press the number. Two fields each at most.")
    return lines([words.bold(_("Name bingo")), how, _("Your first name will stand here.")])


def words_rules(words: Words) -> Markup:
    """What one does on the card of words."""
    _ = words._
    how = _("Do you know the word in another language? Press it.")
    say = _("Or reply with the number and your word.")
    return lines([words.bold(_("Word bingo")), how, say, _("Your first name will stand here.")])


def fields(turn: Turn, activity: Activity, found: Sequence[Contribution]) -> Markup:
    """The nine fields, a line each."""
    return lines(_line(turn, activity, cell, found) for cell in cards.FIELDS)


def _line(turn: Turn, activity: Activity, cell: int, found: Sequence[Contribution]) -> Markup:
    """A field, and below it what it says in the second language; a word stands there in one alone."""
    asked, *others = _each(turn, lambda words: cards.field(words, activity, cell))
    shown = [_filling(turn.words, each) for each in found if each.cell == cell]
    line = turn.words.dotted([str(cell + 1), plain(asked), *shown])
    return lines([line, *(others if activity.play is Play.NAMES else [])])


def _filling(words: Words, each: Contribution) -> Markup:
    name = words.bold(each.called)
    return words._("{word} ({name})", word=each.words, name=name) if each.words else name


def dictionary(turn: Turn, activity: Activity, found: Sequence[Contribution]) -> Markup:
    """All words that were found, by language."""
    codes = sorted({each.language or "" for each in found}, key=lambda code: (not code, code))
    return paragraphs(*(_chapter(turn, activity, code, found) for code in codes))


def _chapter(turn: Turn, activity: Activity, code: str, found: Sequence[Contribution]) -> Markup:
    words = turn.words
    entries = [
        words._(
            "{word}: {translation}",
            word=plain(cards.field(words, activity, each.cell)),
            translation=each.words or "",
        )
        for each in sorted(found, key=lambda each: each.cell)
        if (each.language or "") == code
    ]
    return lines([words.bold(languages.name(code) if code else words._("More words")), *entries])
