"""Answering in private: behind the doors of a group, for members; and taking an answer back."""

import re

from markupsafe import Markup

from db import activities, contributions, groups
from db.activities import Activity, Play
from db.contributions import Contribution, Gift, Medium
from handlers.community import cards, faces, together, tongues
from handlers.community.hearing import ANSWER_LENGTH, WORD_LENGTH
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs, plain

DOOR = re.compile(rf"{together.PREFIX}[0-9]{{1,15}}-[0-8]")
topic = Topic("contributing")


def enter(turn: Turn, payload: str) -> Screen:
    """What a door of a group opens: the question, or a kind word to those who are not members."""
    number, _, cell = payload.removeprefix(together.PREFIX).partition("-")
    if not DOOR.fullmatch(payload):
        raise Gone
    known = turn.person.id is not None and turn.person.joining is None
    activity = Activity.seen_by(turn.session, turn.person, int(number)) if known else None
    return ask(turn, activity, int(cell)) if activity else _for_members(turn)


def _for_members(turn: Turn) -> Screen:
    _ = turn.words._
    sentences = [
        _("Only members of the programme answer here."),
        _("In the group everybody can answer: reply to the message there."),
    ]
    return Screen(lines(sentences), ends=turn.person.id is None or turn.person.joining is not None)


@topic.page
def ask(turn: Turn, activity: Activity, cell: int) -> Screen:
    """The question of a field, with what the person answered before."""
    _ = turn.words._
    question = _question(turn, activity, cell)
    own = _own(turn, activity, cell)
    if not activity.lasts(turn.now):
        return Screen(
            paragraphs(
                question, _("This is over. No more answers are taken."), _said(turn, own) if own else None
            )
        )
    how = lines([_("Write a few words."), _("For a voice message or a photo, reply in the group.")])
    return Screen(
        paragraphs(
            question,
            how if activity.play is Play.IDEA else _("Please write the word in another language."),
            _("Everybody in {group} will read it, with your name.", group=activity.group.title),
            _said(turn, own) if own else None,
        ),
        [[Button(_("Take it back"), take_back.link(activity, cell))]] if own else [],
        awaits=take.link(activity, cell) if activity.play is Play.IDEA else take_word.link(activity, cell),
    )


def _question(turn: Turn, activity: Activity, cell: int) -> Markup:
    """What is asked. Raises Gone where a field is answered by a press alone, or is none."""
    if activity.play is Play.IDEA and cell == 0:
        return faces.question(turn.words, activity.keys[0])
    if activity.play is Play.WORDS:
        card = turn.catalogues.words(groups.language(turn.session, activity.group))
        both = dict.fromkeys([cards.field(card, activity, cell), cards.field(turn.words, activity, cell)])
        return turn.words.dotted([turn.words.bold(plain(each)) for each in both])
    raise Gone


def _own(turn: Turn, activity: Activity, cell: int) -> Contribution | None:
    found = contributions.given(turn.session, activity)
    return next((each for each in found if each.cell == cell and each.by(turn.person)), None)


def _said(turn: Turn, own: Contribution) -> Markup:
    return turn.words._("Your answer: {words}", words=kept_words(turn, own))


@topic.reply
def take(turn: Turn, activity: Activity, cell: int) -> Screen:
    """Keep an answer."""
    words = turn.text(ANSWER_LENGTH)
    if not words:
        return ask(turn, activity, cell)
    return _given(turn, activity, Gift(cell, Medium.TEXT, words, turn.words.language))


@topic.reply
def take_word(turn: Turn, activity: Activity, cell: int) -> Screen:
    """Keep a word, in the language it is probably in."""
    words = turn.text(WORD_LENGTH)
    if not words:
        return ask(turn, activity, cell)
    return _given(turn, activity, Gift(cell, Medium.TEXT, words, tongues.likely(turn, activity, words)))


def _given(turn: Turn, activity: Activity, gift: Gift) -> Screen:
    _question(turn, activity, gift.cell)
    activities.hold(turn.session, activity)
    open = activity.lasts(turn.now)
    if not (open and contributions.give(turn.session, activity, turn.person, gift)):
        return Screen(turn.words._("This is over. No more answers are taken."))
    together.changed(turn, activity)
    own = _own(turn, activity, gift.cell)
    return thanks(turn, own) if own else ask(turn, activity, gift.cell)


@topic.page
def thanks(turn: Turn, contribution: Contribution) -> Screen:
    """What the group reads now; of a word, also in which language it is."""
    _ = turn.words._
    activity, cell = contribution.activity, contribution.cell
    choice = tongues.rows(turn, contribution)
    return Screen(
        paragraphs(
            _("Thank you. {group} can read it now.", group=activity.group.title),
            _said(turn, contribution),
            _("Which language is it?") if choice else None,
        ),
        [
            *choice,
            [Button(_("Change it"), ask.link(activity, cell))],
            [Button(_("Take it back"), take_back.link(activity, cell))],
        ],
    )


@topic.page
def take_back(turn: Turn, activity: Activity, cell: int) -> Screen:
    """Nothing of an answer is kept, and the group does not read it any more."""
    _ = turn.words._
    contributions.take_back(turn.session, activity, turn.person, cell)
    together.withdrawn(turn, activity)
    again = Button(_("Answer again"), ask.link(activity, cell))
    return Screen(
        _("It is taken back. {group} does not read it any more.", group=activity.group.title),
        [[again]] if activity.play is not Play.NAMES and activity.lasts(turn.now) else [],
    )


def kept(turn: Turn) -> list[Markup]:
    """What we keep of somebody's answers in groups."""
    _ = turn.words._
    return [
        _("In {group}: {words}", group=each.activity.group.title, words=kept_words(turn, each))
        for each in contributions.of_person(turn.session, turn.person)
    ]


def kept_words(turn: Turn, each: Contribution) -> str:
    """An answer in short; where only a name stands, the field it stands in."""
    _ = turn.words._
    if each.activity.play is Play.NAMES:
        return cards.field(turn.words, each.activity, each.cell)
    sorts = {
        Medium.VOICE: _("a voice message"),
        Medium.PHOTO: _("a photo"),
        Medium.OTHER: _("an answer in the group"),
    }
    return each.words or sorts[each.medium]


def forget(turn: Turn) -> None:
    """The groups somebody answered in do not read it any more, once it is erased."""
    for each in contributions.of_person(turn.session, turn.person):
        together.withdrawn(turn, each.activity)
