"""Sorting: one answer a screen, and a tap puts it into a theme."""

from db import opinions, themes
from db.opinions import Opinion
from db.rounds import Question, Round
from db.themes import MOST, NAME_LENGTH, Theme
from handlers.kit import private
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Row, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs
from handlers.rounds import wording

topic = Topic("sorting", coordinators=True)


@topic.page
def go_on(turn: Turn, found: Round, asked: Question) -> Screen:
    """The first answer that is not sorted yet, or that all are."""
    if found.closed_at is None:
        raise Gone
    said = opinions.of_question(turn.session, found, asked)
    waiting = [each for each in said if each.sorted_at is None]
    return _one(turn, waiting[0], said) if waiting else _done(turn, found, asked, said)


def _done(turn: Turn, found: Round, asked: Question, said: list[Opinion]) -> Screen:
    _ = turn.words._
    labels, waiting = wording.headings(turn.words), opinions.waiting(turn.session, found)
    others = [each for each in Question if waiting[each]]
    return Screen(
        lines([turn.words.bold(labels[asked]), _("All answers are sorted.")]),
        [*[[Button(labels[each], go_on.link(found, each))] for each in others], *_undo(turn, said)],
        up=found,
    )


@topic.page
def show(turn: Turn, opinion: Opinion) -> Screen:
    """An answer to be sorted, with the themes there are. A voice that may be heard is played."""
    return _one(turn, opinion, opinions.of_question(turn.session, opinion.round, opinion.question))


def _one(turn: Turn, opinion: Opinion, said: list[Opinion]) -> Screen:
    """The same, of all that was said to its question."""
    _ = turn.words._
    done = sum(each.sorted_at is not None for each in said if each.id != opinion.id)
    known = themes.of_question(turn.session, opinion.round, opinion.question)
    new = [[Button(_("New theme"), ask_theme.link(opinion))]] if len(known) < MOST else []
    return Screen(
        paragraphs(
            lines(
                [
                    turn.words.bold(wording.headings(turn.words)[opinion.question]),
                    _("{number} of {count}", number=done + 1, count=len(said)),
                ]
            ),
            wording.said(turn.words, opinion, opinions.told_languages(said)),
        ),
        [
            *[[Button(each.name, put.link(opinion, each))] for each in known],
            *new,
            [Button(_("Leave out"), leave_out.link(opinion))],
            *_undo(turn, said),
        ],
        items=wording.items(opinion),
        here=show.link(opinion),
        up=opinion.round,
    )


def _undo(turn: Turn, said: list[Opinion]) -> list[Row]:
    """The way back to the answer that was sorted last."""
    done = [(each.sorted_at, each) for each in said if each.sorted_at]
    last = max(done, key=lambda each: each[0], default=None)
    return [[Button(turn.words._("Undo"), undo.link(last[1]))]] if last else []


@topic.page
def put(turn: Turn, opinion: Opinion, theme: Theme) -> Screen:
    """Put it into a theme, and see the next. Safe to press twice."""
    if (theme.round_id, theme.question) != (opinion.round_id, opinion.question):
        raise Gone
    opinion.sort(theme.id, turn.now)
    turn.session.flush()
    return go_on(turn, opinion.round, opinion.question)


@topic.page
def leave_out(turn: Turn, opinion: Opinion) -> Screen:
    """Put it into no theme, and see the next."""
    opinion.sort(None, turn.now)
    turn.session.flush()
    return go_on(turn, opinion.round, opinion.question)


@topic.page
def undo(turn: Turn, opinion: Opinion) -> Screen:
    """Sort an answer anew."""
    opinion.unsort()
    turn.session.flush()
    return show(turn, opinion)


@topic.page
def ask_theme(turn: Turn, opinion: Opinion) -> Screen:
    """What a new theme is called."""
    _ = turn.words._
    return Screen(
        paragraphs(
            wording.said(turn.words, opinion),
            lines([_("What is it about? Write one to three words."), _("Everybody may read them.")]),
        ),
        [[Button(_("Back"), show.link(opinion))]],
        awaits=take_theme.link(opinion),
    )


@topic.reply
def take_theme(turn: Turn, opinion: Opinion) -> Screen:
    """A theme of that name, with this answer in it. Where there are enough, say so."""
    _ = turn.words._
    name = turn.text(NAME_LENGTH, private.nothing)
    if not name:
        return show(turn, opinion)
    theme = themes.named(turn.session, opinion.round, opinion.question, name)
    if theme:
        return put(turn, opinion, theme)
    full = _(
        "There are ten themes already, so I have not kept “{theme}”. Please choose one of them.", theme=name
    )
    return show(turn, opinion).saying(full)
