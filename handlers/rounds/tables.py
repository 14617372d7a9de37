"""Small groups: drawn among those who come, and shown as a list and as a picture."""

from db import rounds, seats
from db.programmes import Member
from db.rounds import Round
from handlers.kit import leaves
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen, ticked
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs
from handlers.rounds import seating
from handlers.rounds.drawing_lots import LARGEST, SMALLEST

LISTED = 10
"""How many people one page lists."""
DRAWN = 30
"""How many groups a picture holds: Telegram takes a photo of 10 000 pixels, both sides counted."""

topic = Topic("tables", coordinators=True)


@topic.page
def show(turn: Turn, found: Round) -> Screen:
    """The groups as they were drawn, and what could not be met; before that, how many people come."""
    _, n_ = turn.words._, turn.words.n_
    seated = seats.of_round(turn.session, found)
    comes = len(seating.coming(turn, found))
    label = _("Draw again") if seated else _("Draw groups")
    return Screen(
        paragraphs(
            lines([turn.words.bold(_("Small groups")), n_("{n} person comes.", "{n} people come.", comes)]),
            *[seating.table(turn, number, people) for number, people in seated.items()],
            seating.missing(turn, found, seated, comes) if seated else None,
        ),
        [
            *([[Button(label, draw.link(found, found.lot + 1))]] if comes > 1 else []),
            *([[Button(_("See the picture"), picture.link(found))]] if 0 < len(seated) <= DRAWN else []),
            [Button(_("Who comes?"), guests.link(found, 0)), Button(_("How large?"), ask_size.link(found))],
        ],
        up=found,
    )


@topic.page
def draw(turn: Turn, found: Round, lot: int) -> Screen:
    """Draw the groups. Safe to press twice: every button is for one drawing."""
    rounds.hold(turn.session, found)
    if lot == found.lot + 1:
        found.lot = lot
        seats.keep(turn.session, found, seating.drawn(turn, found))
    return show(turn, found)


@topic.page
def ask_size(turn: Turn, found: Round) -> Screen:
    """How many people a group has at most."""
    _ = turn.words._
    sizes = [
        Button(ticked(str(size), size == found.size), set_size.link(found, size))
        for size in range(SMALLEST, LARGEST + 1)
    ]
    return Screen(
        _("How many people are in a group, at most?"),
        [sizes, [Button(_("Small groups"), show.link(found))]],
    )


@topic.page
def set_size(turn: Turn, found: Round, size: int) -> Screen:
    """The next groups are of this size; those that are drawn stay as they are."""
    _ = turn.words._
    if not SMALLEST <= size <= LARGEST:
        raise Gone
    found.size = size
    return show(turn, found).saying(_("At most {n} people are in a group when you draw.", n=size))


@topic.page
def guests(turn: Turn, found: Round, start: int) -> Screen:
    """Everybody who is asked, with ticks for those who come; some of them, from that number on."""
    _ = turn.words._
    everybody = leaves.leaf(rounds.places(turn.session, found.programme), start, LISTED)
    away = seats.absent(turn.session, found)
    ticks = [
        [Button(ticked(each.person.called, comes), tick.link(found, each, int(not comes)))]
        for each in everybody.shown
        for comes in [each.person_id not in away]
    ]
    return Screen(
        lines([turn.words.bold(_("Who comes?")), _("Tap everybody who will not be there.")]),
        [
            *ticks,
            *everybody.more(_("More people"), lambda start: guests.link(found, start)),
            [Button(_("Small groups"), show.link(found))],
        ],
    )


@topic.page
def tick(turn: Turn, found: Round, member: Member, comes: int) -> Screen:
    """Somebody comes, or does not. Safe to press twice."""
    places = [each.id for each in rounds.places(turn.session, found.programme)]
    if member.id not in places or comes not in (0, 1):
        raise Gone
    seats.mark(turn.session, found, member.person_id, bool(comes))
    return guests(turn, found, leaves.around(places.index(member.id), LISTED))


@topic.page
def picture(turn: Turn, found: Round) -> Screen:
    """The groups as a picture to show or print; the list says the same."""
    _, n_ = turn.words._, turn.words.n_
    seated = seats.of_round(turn.session, found)
    if not 0 < len(seated) <= DRAWN:
        raise Gone
    drawn = seating.circles(turn, found, seated)
    lacking = any(not name for each in drawn.circles for name in each.names)
    return Screen(
        lines(
            [
                turn.words.bold(_("Small groups")),
                n_("{n} group.", "{n} groups.", len(seated)),
                _("Some names cannot be drawn. The list has them all.") if lacking else None,
            ]
        ),
        [[Button(_("See the list"), show.link(found))]],
        picture=drawn,
    )
