"""People of an audience by name: ticked one by one, and everybody who would get it, a few to a page."""

from markupsafe import Markup

from db import drafts, picks, recipients
from db.announcements import Announcement
from db.audiences import Audience
from db.people import Person, Role
from db.picks import Side
from db.programmes import Member
from handlers.announcing import describing
from handlers.kit import languages
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen, ticked
from handlers.kit.turn import Turn
from handlers.kit.words import Words, lines, paragraphs

SHOWN = 8
"""How many names a page has."""
topic = Topic("people", coordinators=True)


@topic.page
def pick(turn: Turn, announcement: Announcement, side: Side, number: int) -> Screen:
    """Everybody in the programme by name, with ticks: one page of them."""
    _ = turn.words._
    if not announcement.is_draft:
        return turn.show(announcement)
    programme = announcement.programme_id
    pages = _pages(picks.count(turn.session, programme), number)
    shown = picks.offered(turn.session, programme, (number * SHOWN, SHOWN))
    chosen = {each.id for each in picks.people(turn.session, announcement.id, side)}
    more = Button(_("More people"), pick.link(announcement, side, (number + 1) % pages))

    def box(member: Member) -> Button:
        return Button(
            ticked(member.person.called, member.person_id in chosen), tick.link(announcement, side, member)
        )

    return Screen(
        paragraphs(
            _("Who shall get it?") if side is Side.ONLY else _("Who shall not get it?"),
            describing.whole(turn, announcement),
        ),
        [*[[box(each)] for each in shown], *([[more]] if pages > 1 else [])],
        up=announcement,
    )


@topic.page
def tick(turn: Turn, announcement: Announcement, side: Side, member: Member) -> Screen:
    """Tick somebody of the programme, or take the tick away; nobody ticked is no rule."""
    if member.programme_id != announcement.programme_id or member.joined_at is None:
        raise Gone
    if not announcement.is_draft:
        return turn.show(announcement)
    any_ticked = picks.toggle(turn.session, announcement.id, member.person_id, side)
    audience = Audience.from_row(announcement.audience).named(side, any_ticked)
    drafts.change(turn.session, announcement, turn.person, turn.now, audience=audience.row)
    return pick(turn, announcement, side, picks.before(turn.session, member) // SHOWN)


@topic.page
def names(turn: Turn, announcement: Announcement, number: int) -> Screen:
    """Who would get it now: name, role and the language they read; one page of them."""
    _ = turn.words._
    if not announcement.is_draft:
        return turn.show(announcement)
    reach = recipients.reach(turn.session, announcement, turn.now)
    pages = _pages(reach.people, number)
    shown = recipients.page(turn.session, announcement, turn.now, (number * SHOWN, SHOWN))
    roles = recipients.roles(turn.session, announcement, shown)
    more = Button(_("More people"), names.link(announcement, (number + 1) % pages))
    return Screen(
        paragraphs(
            lines(_line(turn.words, each, roles[each.id]) for each in shown) or None,
            describing.counted(turn, reach),
        ),
        [[more]] if pages > 1 else [],
        up=announcement,
    )


def _pages(many: int, number: int) -> int:
    """How many pages there are. Raises Gone for one that is not there."""
    pages = max(1, -(-many // SHOWN))
    if not 0 <= number < pages:
        raise Gone
    return pages


def _line(words: Words, person: Person, roles: list[Role]) -> Markup:
    _ = words._
    called = {Role.MENTEE: _("newcomer"), Role.MENTOR: _("mentor"), Role.COORDINATOR: _("coordinator")}
    reads = languages.name(person.language or person.app_language)
    return words.dotted([person.called, *[called[role] for role in roles], reads])
