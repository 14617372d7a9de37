"""To whom an announcement goes, by taps: only some, without some, in which groups; counted as one taps."""

from collections.abc import Sequence

from markupsafe import Markup

from db import drafts, picks, programmes
from db.announcements import Announcement
from db.audiences import Audience, Facet, Met, Since
from db.needs import Need
from db.people import Role
from db.picks import Side
from handlers.announcing import describing, in_groups, people
from handlers.kit import languages, needs
from handlers.kit.links import Gone, Link
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Row, Screen, in_rows, ticked
from handlers.kit.turn import Turn
from handlers.kit.words import paragraphs

Box = tuple[str, str, Link]
"""A tick: its value, its label, and what a tap on it does."""

topic = Topic("audience", coordinators=True)


@topic.page
def show(turn: Turn, announcement: Announcement) -> Screen:
    """To whom as it stands, and every way to change that."""
    _ = turn.words._
    if not announcement.is_draft:
        return turn.show(announcement)
    again = [Button(_("Everyone again"), everyone.link(announcement))]
    return Screen(
        paragraphs(turn.words.bold(_("To whom")), describing.whole(turn, announcement)),
        [
            [
                Button(_("Only…"), rules.link(announcement, Side.ONLY)),
                Button(_("Without…"), rules.link(announcement, Side.WITHOUT)),
            ],
            [Button(_("Chosen people"), people.pick.link(announcement, Side.ONLY, 0))],
            [Button(_("Groups"), in_groups.show.link(announcement))],
            [Button(_("See names"), people.names.link(announcement, 0))],
            *([again] if announcement.audience else []),
        ],
        up=announcement,
    )


@topic.page
def rules(turn: Turn, announcement: Announcement, side: Side) -> Screen:
    """By what people are told apart."""
    _ = turn.words._
    if not announcement.is_draft:
        return turn.show(announcement)
    labels = {
        Facet.ROLE: _("Their role"),
        Facet.LANGUAGE: _("Their language"),
        Facet.NEED: _("Needs and offers"),
        Facet.MET: _("Their meetings"),
        Facet.NEW: _("New people"),
    }
    some = people.pick.link(announcement, side, 0)
    facets = [Button(label, ask.link(announcement, side, each)) for each, label in labels.items()]
    return _asked(turn, announcement, side, in_rows([*facets, Button(_("By name"), some)], 2))


@topic.page
def ask(turn: Turn, announcement: Announcement, side: Side, facet: Facet) -> Screen:
    """The ticks of one facet."""
    if not announcement.is_draft:
        return turn.show(announcement)
    if facet is Facet.PEOPLE:
        return people.pick(turn, announcement, side, 0)
    ticks = Audience.from_row(announcement.audience).of(side).get(facet, ())
    boxes = _boxes(turn, announcement, side, facet)
    buttons = [Button(ticked(label, value in ticks), link) for value, label, link in boxes]
    return _asked(turn, announcement, side, in_rows(buttons, 2))


def _asked(turn: Turn, announcement: Announcement, side: Side, rows: Sequence[Row]) -> Screen:
    _ = turn.words._
    return Screen(
        paragraphs(
            _("Who shall get it?") if side is Side.ONLY else _("Who shall not get it?"),
            describing.whole(turn, announcement),
        ),
        [*rows, [Button(_("To whom"), show.link(announcement))]],
        up=announcement,
    )


def _boxes(turn: Turn, announcement: Announcement, side: Side, facet: Facet) -> list[Box]:
    """What there is to tick of a facet."""
    which, words = (announcement, side), turn.words
    match facet:
        case Facet.ROLE:
            return [(each, label, set_role.link(*which, each)) for each, label in _roles(turn).items()]
        case Facet.LANGUAGE:
            codes = programmes.languages(turn.session, announcement.programme)
            return [(code, languages.name(code), set_language.link(*which, code)) for code in codes]
        case Facet.NEED:
            return [(each, needs.label(words, each), set_need.link(*which, each)) for each in Need]
        case Facet.MET:
            labels = {Met.LATELY: words._("Met lately"), Met.NOT_LATELY: words._("Not met lately")}
            return [(each, label, set_met.link(*which, each)) for each, label in labels.items()]
    return [(each, label, set_since.link(*which, each)) for each, label in _spans(turn).items()]


def _roles(turn: Turn) -> dict[Role, Markup]:
    _ = turn.words._
    return {Role.MENTEE: _("Newcomers"), Role.MENTOR: _("Mentors"), Role.COORDINATOR: _("Coordinators")}


def _spans(turn: Turn) -> dict[Since, Markup]:
    _ = turn.words._
    return {
        Since.FORTNIGHT: _("Last two weeks"),
        Since.MONTH: _("Last month"),
        Since.QUARTER: _("Last three months"),
    }


@topic.page
def set_role(turn: Turn, announcement: Announcement, side: Side, role: Role) -> Screen:
    """Tick a role, or take the tick away."""
    return _toggle(turn, announcement, side, (Facet.ROLE, role))


@topic.page
def set_language(turn: Turn, announcement: Announcement, side: Side, code: str) -> Screen:
    """Tick a language that somebody here reads, or take the tick away."""
    if code not in programmes.languages(turn.session, announcement.programme):
        raise Gone
    return _toggle(turn, announcement, side, (Facet.LANGUAGE, code))


@topic.page
def set_need(turn: Turn, announcement: Announcement, side: Side, need: Need) -> Screen:
    """Tick a need, or take the tick away."""
    return _toggle(turn, announcement, side, (Facet.NEED, need))


@topic.page
def set_met(turn: Turn, announcement: Announcement, side: Side, met: Met) -> Screen:
    """Tick those with or without a meeting, or take the tick away."""
    return _toggle(turn, announcement, side, (Facet.MET, met))


@topic.page
def set_since(turn: Turn, announcement: Announcement, side: Side, since: Since) -> Screen:
    """Tick those who are new, or take the tick away."""
    return _toggle(turn, announcement, side, (Facet.NEW, since))


def _toggle(turn: Turn, announcement: Announcement, side: Side, tick: tuple[Facet, str]) -> Screen:
    facet, value = tick
    _keep(turn, announcement, Audience.from_row(announcement.audience).toggled(side, facet, value))
    return ask(turn, announcement, side, facet)


def _keep(turn: Turn, announcement: Announcement, audience: Audience) -> None:
    drafts.change(turn.session, announcement, turn.person, turn.now, audience=audience.row)


@topic.page
def everyone(turn: Turn, announcement: Announcement) -> Screen:
    """No rule any more: everyone and every group."""
    if announcement.is_draft:
        picks.forget(turn.session, announcement.id)
        _keep(turn, announcement, Audience())
    return show(turn, announcement)
