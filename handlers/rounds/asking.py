"""Asking: each answers three questions in their own language, one screen each, by words or voice."""

from db import deliveries, opinions, rounds
from db.contents import Medium
from db.opinions import WORDS_LENGTH, Opinion
from db.rounds import Question, Round
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Row, Screen
from handlers.kit.turn import CONTENT, Sort, Turn
from handlers.kit.words import lines, paragraphs
from handlers.rounds import saying, wording
from handlers.rounds.saying import ORDER

topic = Topic("round")


@topic.page
def ask(turn: Turn, found: Round) -> Screen:
    """A round comes to somebody: its first question. Gone once it is closed."""
    if not found.lasts(turn.now):
        raise Gone
    return question(turn, found, ORDER[0])


@topic.page
def remind(turn: Turn, found: Round) -> Screen:
    """Half-way, once, to those who have neither answered nor skipped anything."""
    _ = turn.words._
    if not found.lasts(turn.now) or opinions.own(turn.session, found, turn.person):
        raise Gone
    return Screen(
        lines(
            [
                turn.words.bold(found.programme.name),
                _("There are three short questions for you."),
                _("There is time until {day}. You need not answer.", day=saying.last(turn, found)),
            ]
        ),
        [[Button(_("Answer"), question.link(found, ORDER[0]))]],
    )


def rows(turn: Turn) -> list[Row]:
    """The way to the questions as long as they are open."""
    _ = turn.words._
    lasting = rounds.asking(turn.session, turn.person, turn.now)
    return [[Button(_("Three questions"), mine.link(each))] for each in lasting]


@topic.page
def question(turn: Turn, found: Round, asked: Question) -> Screen:
    """One question, with what one has said to it; whoever writes again says it anew."""
    _ = turn.words._
    if not found.lasts(turn.now):
        return saying.closed(turn)
    own, number = _said(turn, found).get(asked), ORDER.index(asked)
    back = [Button(_("Back"), question.link(found, ORDER[number - 1]))] if number else []
    return Screen(
        paragraphs(
            saying.head(turn, found, asked), saying.own(turn, own) if own else saying.how(turn, found, asked)
        ),
        [
            *(_rows_of(turn, own) if own else []),
            [*back, Button(_("Next") if own else _("Skip"), skip.link(found, asked))],
        ],
        awaits=take.link(found, asked),
    )


def _rows_of(turn: Turn, own: Opinion) -> list[Row]:
    _ = turn.words._
    takes = [Button(_("Take answer back"), take_back.link(own))]
    if own.medium is None:
        return [takes]
    if own.heard:
        return [[Button(_("Only count it"), allow.link(own, 0))], takes]
    return [[Button(_("They may hear it"), allow.link(own, 1))], takes]


def _said(turn: Turn, found: Round) -> dict[Question, Opinion]:
    own = opinions.own(turn.session, found, turn.person)
    return {asked: each for asked, each in own.items() if not each.skipped}


@topic.page
def skip(turn: Turn, found: Round, asked: Question) -> Screen:
    """The next question, and no answer to this one unless there is one. Safe to press twice."""
    if not found.lasts(turn.now):
        return saying.closed(turn)
    if asked not in opinions.own(turn.session, found, turn.person):
        opinion = _of(turn, asked)
        opinion.skipped = True
        _keep(turn, found, opinion)
    return _next(turn, found, asked)


def _next(turn: Turn, found: Round, asked: Question) -> Screen:
    number = ORDER.index(asked) + 1
    return question(turn, found, ORDER[number]) if number < len(ORDER) else mine(turn, found)


@topic.reply(takes=(*CONTENT, Sort.OTHER))
def take(turn: Turn, found: Round, asked: Question) -> Screen:
    """Keep an answer in place of the former one. Of a voice, ask whether it may be heard."""
    _ = turn.words._
    spoken = next(iter(turn.said.items), None) if turn.said.sort == Sort.VOICE else None
    words = turn.passage(WORDS_LENGTH) if spoken or turn.said.sort == Sort.TEXT else ""
    if not spoken and not words:
        return question(turn, found, asked).saying(_("I can keep words or a voice message."))
    opinion = _of(turn, asked)
    opinion.words = words or None
    if spoken:
        opinion.medium, opinion.channel, opinion.file = Medium.VOICE, spoken.channel, spoken.file
    if not _keep(turn, found, opinion):
        return saying.closed(turn)
    return (
        _may_hear(turn, opinion) if spoken else _next(turn, found, asked).saying(_("Thank you, it is kept."))
    )


def _of(turn: Turn, asked: Question) -> Opinion:
    return Opinion(question=asked, person_id=turn.person.id, language=turn.words.language, skipped=False)


def _keep(turn: Turn, found: Round, opinion: Opinion) -> bool:
    """Keep what somebody says, unless it is too late. They are not reminded any more."""
    kept = opinions.say(turn.session, found, opinion, turn.now)
    if kept:
        deliveries.take_back(turn.session, remind.link(found), turn.person.id)
    return kept


def _may_hear(turn: Turn, own: Opinion) -> Screen:
    """A voice is recognised: without a yes it is counted, and never played."""
    _ = turn.words._
    return Screen(
        saying.may_hear(turn),
        [
            [Button(_("They may hear it"), allow.link(own, 1))],
            [Button(_("Only count it"), allow.link(own, 0))],
        ],
        awaits=take.link(own.round, own.question),
        here=question.link(own.round, own.question),
    )


@topic.page
def allow(turn: Turn, opinion: Opinion, on: int) -> Screen:
    """Let a voice be heard, or only counted. Then the next question."""
    if opinion.medium is None or on not in (0, 1):
        raise Gone
    if not opinions.allow(turn.session, opinion, bool(on), turn.now):
        return saying.closed(turn)
    return _next(turn, opinion.round, opinion.question)


@topic.page
def take_back(turn: Turn, opinion: Opinion) -> Screen:
    """Whether an answer is to go; asked once."""
    _ = turn.words._
    return Screen(
        paragraphs(turn.words.bold(_("Take this answer back?")), wording.said(turn.words, opinion)),
        [
            [Button(_("Take it back"), forget.link(opinion))],
            [Button(_("Keep as it is"), question.link(opinion.round, opinion.question))],
        ],
    )


@topic.page
def forget(turn: Turn, opinion: Opinion) -> Screen:
    """Nothing of an answer is kept, and its question is open again."""
    _ = turn.words._
    found, asked = opinion.round, opinion.question
    if not opinions.take_back(turn.session, opinion, turn.now):
        return saying.closed(turn)
    return question(turn, found, asked).saying(_("It is taken back."))


@topic.page
def mine(turn: Turn, found: Round) -> Screen:
    """All three with what one has said, and the way to each."""
    _ = turn.words._
    if not found.lasts(turn.now):
        return saying.closed(turn)
    own, labels = _said(turn, found), wording.headings(turn.words)
    return Screen(
        paragraphs(
            turn.words.bold(_("Your answers") if own else _("Three questions")),
            *[saying.answered(turn, each, own.get(each)) for each in ORDER],
            saying.until(turn, found),
        ),
        [[Button(labels[each], question.link(found, each))] for each in ORDER],
    )
