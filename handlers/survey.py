"""The survey: five questions for the programme and one later, answered by taps and counted without a name."""

from markupsafe import Markup

from db import surveys
from db.pairs import Pair
from db.surveys import AT_THE_END, Answer, Ballot, Question
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Row, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import Words, lines, paragraphs

topic = Topic("survey")


def asked(words: Words) -> dict[Question, Markup]:
    """The questions."""
    _ = words._
    return {
        Question.GOAL: _("Did you reach a goal?"),
        Question.LANGUAGE: _("Has a language become easier for you?"),
        Question.PEOPLE: _("Do you know more people here now?"),
        Question.CONFIDENCE: _("Do you feel more sure of yourself?"),
        Question.AGAIN: _("Would you do it again?"),
        Question.TOUCH: _("Are you still in touch?"),
    }


def answers(words: Words, question: Question) -> dict[Answer, Markup]:
    """What can be answered to one of them."""
    _ = words._
    partly = {Question.AGAIN: _("Perhaps"), Question.TOUCH: _("Now and then")}.get(question, _("A little"))
    return {Answer.YES: _("Yes"), Answer.PARTLY: partly, Answer.NO: _("No")}


def rows(turn: Turn, pair: Pair) -> list[Row]:
    """The way to the questions, as long as one is open."""
    first = _next(turn, pair, None)
    return [[Button(turn.words._("Five questions"), ask.link(pair, first))]] if first else []


@topic.page
def ask(turn: Turn, pair: Pair, question: Question) -> Screen:
    """One question after the other; each can be skipped. Whoever has answered sees the next one."""
    _ = turn.words._
    _over(pair)
    if question in surveys.answered(turn.session, pair, turn.person):
        return on(turn, pair, question)
    skip = [[Button(_("Skip"), on.link(pair, question))]] if question in AT_THE_END else []
    return Screen(
        paragraphs(
            lines([_place(turn, question), turn.words.bold(asked(turn.words)[question])]),
            _("Your answer is counted without your name. So it cannot be changed later."),
        ),
        [
            *[
                [Button(label, give.link(pair, question, each))]
                for each, label in answers(turn.words, question).items()
            ],
            *skip,
        ],
    )


def _place(turn: Turn, question: Question) -> Markup | None:
    if question not in AT_THE_END:
        return None
    number = AT_THE_END.index(question) + 1
    return turn.words._("Question {number} of {count}", number=number, count=len(AT_THE_END))


@topic.page
def give(turn: Turn, pair: Pair, question: Question, answer: Answer) -> Screen:
    """Count the answer, once."""
    _over(pair)
    ballot = Ballot(pair_id=pair.id, person_id=turn.person.id, question=question)
    surveys.count(turn.session, pair, ballot, answer)
    return on(turn, pair, question)


@topic.page
def on(turn: Turn, pair: Pair, question: Question) -> Screen:
    """The next question that is open, or thanks."""
    _over(pair)
    following = _next(turn, pair, question) if question in AT_THE_END else None
    return ask(turn, pair, following) if following else _thanks(turn)


def _thanks(turn: Turn) -> Screen:
    _ = turn.words._
    return Screen(lines([turn.words.bold(_("Thank you.")), _("Your answers help those who come next.")]))


def _next(turn: Turn, pair: Pair, after: Question | None) -> Question | None:
    """The first open question after one, or the first of all."""
    later = AT_THE_END[AT_THE_END.index(after) + 1 :] if after else AT_THE_END
    answered = surveys.answered(turn.session, pair, turn.person)
    return next((each for each in later if each not in answered), None)


@topic.page
def later(turn: Turn, pair: Pair) -> Screen:
    """Three months after the end: one question, once."""
    _ = turn.words._
    _over(pair)
    if Question.TOUCH in surveys.answered(turn.session, pair, turn.person):
        raise Gone
    names = turn.others(pair)
    if not names:
        raise Gone
    return ask(turn, pair, Question.TOUCH).saying(
        _("Three months ago your time with {names} came to its end.", names=names)
    )


def _over(pair: Pair) -> None:
    if pair.ended_at is None:
        raise Gone


def kept(turn: Turn) -> Markup | None:
    """That somebody has answered; what they said has no name any more."""
    _ = turn.words._
    given = surveys.given(turn.session, turn.person)
    return (
        turn.words.n_(
            "You answered {n} question for the programme. What you said has no name.",
            "You answered {n} questions for the programme. What you said has no name.",
            given,
        )
        if given
        else None
    )
