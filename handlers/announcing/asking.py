"""A version asked of somebody who knows both languages: by whom, what came back, and what becomes of it."""

from datetime import timedelta

from markupsafe import Markup

from db import askings, deliveries, drafts, programmes
from db.announcements import Announcement
from db.askings import WISH_LENGTH, Asked
from db.kinds import Kind
from db.programmes import Member
from handlers.announcing import versions
from handlers.kit import languages, leaves
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Row, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs

SILENCE = timedelta(days=2)
"""So long after somebody was asked their silence is told."""

SHOWN = 8
topic = Topic("asking", coordinators=True)


@topic.page
def choose(turn: Turn, announcement: Announcement, language: str) -> Screen:
    """Who may be asked."""
    return leaf(turn, announcement, language, 0)


@topic.page
def leaf(turn: Turn, announcement: Announcement, language: str, start: int) -> Screen:
    """The same, from the person of that number on."""
    _ = turn.words._
    found = leaves.leaf(_able(turn, announcement, language), start, SHOWN)
    return Screen(
        _("Who can help? They know both languages.")
        if found.shown
        else lines([_("Nobody is there to ask."), _("People can offer it in their settings.")]),
        [
            *[[Button(each.person.called, ask.link(announcement, language, each))] for each in found.shown],
            *found.more(_("More people"), lambda start: leaf.link(announcement, language, start)),
        ],
        up=announcement,
    )


def _able(turn: Turn, announcement: Announcement, language: str) -> list[Member]:
    """Raises Gone for no language, and for what nobody needs any more."""
    if language not in languages.NAMES or announcement.dropped_at or announcement.taken_back_at:
        raise Gone
    found = askings.helpers(turn.session, announcement, language)
    asked = {each.helper_id for each in askings.of_version(turn.session, announcement, language)}
    return [each for each in found if each.person_id not in {*asked, turn.person.id}]


@topic.page
def ask(turn: Turn, announcement: Announcement, language: str, member: Member) -> Screen:
    """Ask one of them, once; if they stay silent, that is told in two days."""
    _ = turn.words._
    able = member.id in [each.id for each in _able(turn, announcement, language)]
    asked_before = askings.of_version(turn.session, announcement, language)
    if not able and member.person_id not in [each.helper_id for each in asked_before]:
        return choose(turn, announcement, language)
    if able:
        new = Asked(announcement_id=announcement.id, language=language, helper_id=member.person_id)
        new.asker_id, new.asked_at = turn.person.id, turn.now
        if asked := askings.ask(turn.session, new):
            deliveries.plan(
                turn.session, Kind.HELPING, askings.link(asked), turn.now, person_id=asked.helper_id
            )
            deliveries.plan(turn.session, Kind.ERRAND, silent.link(asked), turn.now + SILENCE)
    return Screen(
        lines(
            [
                _("We ask {name}. You hear what comes of it.", name=member.person.called),
                _("The announcement may go without it."),
            ]
        ),
        up=announcement,
    )


@topic.errand
def silent(turn: Turn, asked: Asked) -> None:
    """Tell once that nothing came, unless the announcement went without it."""
    waited = turn.now - asked.asked_at >= SILENCE
    if waited and asked.silent and not asked.over and asked.announcement.started_at is None:
        tell(turn, asked)


def tell(turn: Turn, asked: Asked) -> None:
    """Whoever asked hears of it at once; all coordinators, if they coordinate no more."""
    everybody = programmes.coordinators(turn.session, asked.announcement.programme_id)
    own = [each for each in everybody if each.id == asked.asker_id]
    for each in own or everybody:
        deliveries.plan_once(turn.session, Kind.DESK, look.link(asked), turn.now, each.id)


def rows(turn: Turn, announcement: Announcement, language: str) -> list[Row]:
    """Those who were asked, a button each."""
    found = askings.of_version(turn.session, announcement, language)
    return [[Button(each.helper.called, look.link(each))] for each in found if not each.approved_at]


@topic.page
def look(turn: Turn, asked: Asked) -> Screen:
    """What became of asking somebody."""
    _ = turn.words._
    announcement, name = asked.announcement, asked.helper.called
    if asked.approved_at or announcement.dropped_at or announcement.taken_back_at:
        return versions.look(turn, announcement, asked.language)
    if asked.handed_in_at:
        return _written(turn, asked)
    said = _("{name} is changing the words.", name=name) if asked.wish else _answer(turn, asked)
    return Screen(
        lines([turn.words.bold(languages.name(asked.language)), said]),
        [
            [Button(_("Ask somebody else"), choose.link(announcement, asked.language))],
            [Button(_("I write it"), versions.write.link(announcement, asked.language))],
        ],
        up=announcement,
    )


def _answer(turn: Turn, asked: Asked) -> Markup:
    _ = turn.words._
    name = asked.helper.called
    if asked.declined_at:
        return _("{name} cannot do it this time.", name=name)
    if turn.now - asked.asked_at >= SILENCE:
        return _("{name} has not answered for two days.", name=name)
    return _("No answer from {name} yet.", name=name)


def _written(turn: Turn, asked: Asked) -> Screen:
    """What somebody handed in, as it will look."""
    _ = turn.words._
    announcement = asked.announcement
    text = versions.as_read(turn, announcement, asked.version(turn.now))
    language = languages.name(asked.language)
    told = _("{name} wrote this in {language}.", name=asked.helper.called, language=language)
    if _too_late(asked):
        late = _("It has gone out in other words. These are kept here.")
        return Screen(paragraphs(text, lines([told, late])), up=announcement)
    return Screen(
        paragraphs(text, told),
        [
            [Button(_("Use it"), approve.link(asked))],
            [Button(_("Ask for a change"), ask_change.link(asked))],
            [Button(_("I write it"), versions.write.link(announcement, asked.language))],
        ],
        up=announcement,
    )


def _too_late(asked: Asked) -> bool:
    return drafts.fixed(asked.announcement, drafts.there(asked.announcement, asked.language))


@topic.page
def approve(turn: Turn, asked: Asked) -> Screen:
    """Members read it from now on; thanks come when it has gone out."""
    announcement = asked.announcement
    if _too_late(asked) or not asked.approve_once(turn.session, turn.now):
        return look(turn, asked)
    versions.keep(turn, announcement, asked.version(turn.now))
    if announcement.started_at:
        askings.thank(turn.session, asked, turn.now)
    return versions.look(turn, announcement, asked.language)


@topic.page
def ask_change(turn: Turn, asked: Asked) -> Screen:
    """What should be otherwise."""
    _ = turn.words._
    if asked.handed_in_at is None or asked.over:
        return look(turn, asked)
    return Screen(
        lines(
            [
                _("What should be changed, and why?"),
                _("{name} reads what you write.", name=asked.helper.called),
            ]
        ),
        awaits=take_change.link(asked),
        up=asked.announcement,
    )


@topic.reply
def take_change(turn: Turn, asked: Asked) -> Screen:
    """Tell it to whoever wrote the words."""
    wish = turn.passage(WISH_LENGTH)
    if not wish:
        return ask_change(turn, asked)
    if asked.wish_once(turn.session, wish, turn.person):
        deliveries.plan(turn.session, Kind.HELPING, askings.link(asked), turn.now, person_id=asked.helper_id)
    return look(turn, asked)
