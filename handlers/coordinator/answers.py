"""Answers: the season in counts without names: what people said at its end, how many came to its events."""

from markupsafe import Markup

from db import surveys
from db.programmes import Programme
from db.surveys import AT_ONCE, Answer, Question
from handlers import survey
from handlers.events import hosting
from handlers.kit.pages import Topic
from handlers.kit.screen import Screen
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs

topic = Topic("answers", coordinators=True)


@topic.page
def overview(turn: Turn, programme: Programme) -> Screen:
    """The counts there are; five more answers at a time, so that nobody's own can be told from them."""
    _ = turn.words._
    counted = surveys.shown(turn.session, programme)
    return Screen(
        paragraphs(
            turn.words.bold(_("What people say at the end")),
            *[_counts(turn, question, counts) for question, counts in counted.items()],
            _("Counted without names. Answers appear here {n} at a time.", n=AT_ONCE),
            hosting.season(turn, programme),
        ),
        up=programme,
    )


def _counts(turn: Turn, question: Question, counts: dict[Answer, int]) -> Markup:
    _ = turn.words._
    labels = survey.answers(turn.words, question)
    said = [_("{answer}: {n}", answer=label, n=counts[answer]) for answer, label in labels.items()]
    return lines([survey.asked(turn.words)[question], turn.words.dotted(said)])
