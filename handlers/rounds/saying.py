"""Saying: what those who are asked read on the screens of a round."""

from markupsafe import Markup

from db import opinions, seats
from db.opinions import Opinion
from db.rhythm import local_date
from db.rounds import Question, Round
from handlers.kit.screen import Screen
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs
from handlers.rounds import wording

ORDER = list(Question)


def head(turn: Turn, found: Round, asked: Question) -> Markup:
    """A question, and where one is."""
    _ = turn.words._
    number = ORDER.index(asked) + 1
    return lines(
        [
            turn.words.said(found.programme.name),
            _("Question {number} of {count}", number=number, count=len(ORDER)),
            turn.words.bold(wording.questions(turn.words)[asked]),
        ]
    )


def how(turn: Turn, found: Round, asked: Question) -> Markup:
    """How one answers; with the first question also who reads it."""
    _ = turn.words._
    if asked is not ORDER[0]:
        return _("Write or speak, in your language.")
    return lines(
        [
            _("Write or speak, in your language."),
            _("Nobody sees your name. With few answers, it could be guessed."),
            _("A coordinator may quote a sentence to all."),
            until(turn, found),
        ]
    )


def until(turn: Turn, found: Round) -> Markup:
    """How long an answer is one's own."""
    _ = turn.words._
    return _("Until {day} you can change it. Then it has no name any more.", day=last(turn, found))


def last(turn: Turn, found: Round) -> Markup:
    """The last day of a round."""
    return turn.words.day(local_date(found.closes_at, found.programme.zone))


def own(turn: Turn, opinion: Opinion) -> Markup:
    """One's own answer below its question."""
    _ = turn.words._
    return paragraphs(
        lines([turn.words.bold(_("Your answer")), wording.said(turn.words, opinion)]),
        _("Write or speak again to change it."),
    )


def may_hear(turn: Turn) -> Markup:
    """Whether a voice may be played, or is counted only."""
    _ = turn.words._
    return lines(
        [
            turn.words.bold(_("May the coordinators hear your voice?")),
            _("They may know whose voice it is."),
            _("You can also write it now instead."),
        ]
    )


def answered(turn: Turn, asked: Question, opinion: Opinion | None) -> Markup:
    """A question with one's own answer, or that there is none."""
    _ = turn.words._
    said = wording.said(turn.words, opinion) if opinion else _("No answer")
    return lines([turn.words.bold(wording.questions(turn.words)[asked]), said])


def closed(turn: Turn) -> Screen:
    """To those who come after the end."""
    _ = turn.words._
    return Screen(lines([_("This round is closed now."), _("You will hear what came out of it.")]))


def kept(turn: Turn) -> list[Markup]:
    """What we keep of somebody's answers while they are theirs, and of their seats."""
    return [*_kept_answers(turn), *_kept_seats(turn)]


def _kept_answers(turn: Turn) -> list[Markup]:
    _ = turn.words._
    labels = wording.questions(turn.words)
    return [
        lines([_("{question} You answered:", question=labels[each.question]), wording.said(turn.words, each)])
        for each in opinions.of_person(turn.session, turn.person)
    ]


def _kept_seats(turn: Turn) -> list[Markup]:
    _ = turn.words._
    return [
        _("In {programme} you are in small group {number}.", programme=name, number=each.number)
        if each.number
        else _("In {programme} you do not come to the next gathering.", programme=name)
        for each in seats.of_person(turn.session, turn.person)
        if (name := each.round.programme.name)
    ]
