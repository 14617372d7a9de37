"""Reading: what all said to a question, without names and in an order drawn by lot."""

from db import opinions
from db.rounds import Question, Round
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs
from handlers.rounds import sorting, themes, wording

topic = Topic("reading", coordinators=True)


@topic.page
def read(turn: Turn, found: Round, asked: Question) -> Screen:
    """All answers. Of a language only where so many answered in it that it tells on nobody."""
    _, n_ = turn.words._, turn.words.n_
    if found.closed_at is None:
        raise Gone
    said = opinions.of_question(turn.session, found, asked)
    told = opinions.told_languages(said)
    return Screen(
        paragraphs(
            lines(
                [
                    turn.words.bold(wording.headings(turn.words)[asked]),
                    n_("{n} answer.", "{n} answers.", len(said)),
                    wording.few(turn.words, len(said)),
                ]
            ),
            *[wording.said(turn.words, each, told) for each in said],
        ),
        [
            *([[Button(_("Sort answers"), sorting.go_on.link(found, asked))]] if said else []),
            [Button(_("See themes"), themes.overview.link(found, asked))],
        ],
        up=found,
    )
