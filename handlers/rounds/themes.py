"""Themes: looked at, called otherwise, joined with another; and which sentences everybody may read."""

from collections.abc import Sequence

from db import opinions, themes
from db.opinions import Opinion
from db.rounds import Question, Round
from db.themes import NAME_LENGTH, Theme
from handlers.kit import leaves, private
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Row, Screen, ticked
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs, plain
from handlers.rounds import sorting, wording

LISTED = 8
"""How many answers are listed at a time."""

topic = Topic("themes", coordinators=True)


@topic.page
def overview(turn: Turn, found: Round, asked: Question) -> Screen:
    """The themes of a question, and what is in none."""
    _, n_ = turn.words._, turn.words.n_
    if found.closed_at is None:
        raise Gone
    said = opinions.of_question(turn.session, found, asked)
    waiting = sum(each.sorted_at is None for each in said)
    outside = any(each.sorted_at and not each.theme_id for each in said)
    known = themes.of_question(turn.session, found, asked)
    counts = {each.id: sum(one.theme_id == each.id for one in said) for each in known}
    return Screen(
        lines(
            [
                turn.words.bold(wording.headings(turn.words)[asked]),
                n_("{n} answer is not sorted yet.", "{n} answers are not sorted yet.", waiting)
                if waiting
                else None,
                None if known else _("There is no theme yet."),
            ]
        ),
        [
            *[
                [Button(_("{theme} ({n})", theme=each.name, n=counts[each.id]), show.link(each, 0))]
                for each in known
            ],
            *([[Button(_("Left out"), left_out.link(found, asked, 0))]] if outside else []),
            *([[Button(_("Sort answers"), sorting.go_on.link(found, asked))]] if waiting else []),
        ],
        up=found,
    )


@topic.page
def show(turn: Turn, theme: Theme, start: int) -> Screen:
    """A theme with some of its answers, from that number on."""
    _ = turn.words._
    said = opinions.of_question(turn.session, theme.round, theme.question)
    told = opinions.told_languages(said)
    inside = [each for each in said if each.theme_id == theme.id]
    found = leaves.leaf(inside, start, LISTED)
    return Screen(
        paragraphs(
            turn.words.bold(theme.name),
            *[wording.said(turn.words, each, told) for each in found.shown],
            _("Tap an answer to quote it or sort it anew.") if found.shown else None,
        ),
        [
            *_answers(turn, found.shown),
            *found.more(_("More answers"), lambda start: show.link(theme, start)),
            [Button(_("Change its name"), ask_name.link(theme))],
            *([[Button(_("Join with another"), ask_merge.link(theme))]] if _others(turn, theme) else []),
        ],
        up=theme.round,
    )


def _answers(turn: Turn, said: Sequence[Opinion]) -> list[Row]:
    voice = plain(turn.words._("Voice message"))
    return [[Button(ticked(each.words or voice, each.quoted), answer.link(each))] for each in said]


@topic.page
def left_out(turn: Turn, found: Round, asked: Question, start: int) -> Screen:
    """The answers that are in no theme, some of them, from that number on."""
    _ = turn.words._
    if found.closed_at is None:
        raise Gone
    said = opinions.of_question(turn.session, found, asked)
    outside = [each for each in said if each.sorted_at and not each.theme_id]
    leaf = leaves.leaf(outside, start, LISTED)
    return Screen(
        paragraphs(turn.words.bold(_("Left out")), *[wording.said(turn.words, each) for each in leaf.shown]),
        [
            *_answers(turn, leaf.shown),
            *leaf.more(_("More answers"), lambda start: left_out.link(found, asked, start)),
        ],
        up=found,
    )


@topic.page
def answer(turn: Turn, opinion: Opinion) -> Screen:
    """One answer: whether everybody may read it, and the way to sort it anew."""
    _ = turn.words._
    quotes = opinion.words and opinion.theme_id
    on = Button(ticked(_("Quote it to all"), opinion.quoted), quote.link(opinion, int(not opinion.quoted)))
    theme = turn.session.get(Theme, opinion.theme_id) if opinion.theme_id else None
    start = leaves.around(opinions.before(turn.session, opinion), LISTED) if theme else 0
    return Screen(
        paragraphs(
            wording.said(turn.words, opinion),
            lines(
                [_("Everybody will read what you quote."), _("Could anybody be recognised? Then rather not.")]
            )
            if quotes
            else None,
        ),
        [
            *([[on]] if quotes else []),
            [Button(_("Sort it anew"), sorting.undo.link(opinion))],
            *([[Button(theme.name, show.link(theme, start))]] if theme else []),
        ],
        items=wording.items(opinion),
        up=opinion.round,
    )


@topic.page
def quote(turn: Turn, opinion: Opinion, on: int) -> Screen:
    """Let everybody read a sentence, or not. Safe to press twice."""
    if on not in (0, 1) or not (opinion.words and opinion.theme_id):
        raise Gone
    opinion.quoted = bool(on)
    return answer(turn, opinion)


@topic.page
def ask_name(turn: Turn, theme: Theme) -> Screen:
    """What it is to be called."""
    _ = turn.words._
    return Screen(
        paragraphs(turn.words.bold(theme.name), _("Please write the new words.")),
        [[Button(_("Back"), show.link(theme, 0))]],
        awaits=take_name.link(theme),
    )


@topic.reply
def take_name(turn: Turn, theme: Theme) -> Screen:
    """Call it so. Where another one has that name, offer to join them."""
    _ = turn.words._
    name = turn.text(NAME_LENGTH, private.nothing)
    if themes.called(_others(turn, theme), name):
        return ask_merge(turn, theme).saying(_("There is a theme of that name already."))
    theme.name = name or theme.name
    return show(turn, theme, 0)


def _others(turn: Turn, theme: Theme) -> list[Theme]:
    """The other themes of its question."""
    known = themes.of_question(turn.session, theme.round, theme.question)
    return [each for each in known if each.id != theme.id]


@topic.page
def ask_merge(turn: Turn, theme: Theme) -> Screen:
    """With which one it is joined; nothing happens before one is chosen."""
    _ = turn.words._
    return Screen(
        paragraphs(
            turn.words.bold(theme.name),
            _("Its answers go to another theme, and this name is gone. Which one?"),
        ),
        [
            *[[Button(each.name, merge.link(theme, each))] for each in _others(turn, theme)],
            [Button(_("Keep as it is"), show.link(theme, 0))],
        ],
    )


@topic.page
def merge(turn: Turn, theme: Theme, into: Theme) -> Screen:
    """Both are one."""
    if theme.id == into.id or (theme.round_id, theme.question) != (into.round_id, into.question):
        raise Gone
    themes.merge(turn.session, theme, into)
    return show(turn, into, 0)
