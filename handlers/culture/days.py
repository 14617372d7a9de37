"""One day of culture: its page, chosen or not, told to a partner or not; and the messages of it."""

from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from db import days, deliveries
from db.agendas import Agenda, Part, moment
from db.kinds import Kind
from db.observances import Observance
from db.people import Person
from db.programmes import Programme
from handlers.culture import content, knowing, saying
from handlers.culture.knowing import Knowing
from handlers.kit.links import Gone, split
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Row, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs

DAY = timedelta(days=1)
LONG_AGO = date(1970, 1, 1)
MOST = 5
"""How many of those to come are shown."""

topic = Topic("days")


def plan(turn: Turn, person: Person) -> Agenda:
    """Plan what somebody hears next, in place of what was planned; returns all they hear of."""
    for row in deliveries.coming(turn.session, [person.id]):
        if row.kind == Kind.DAY and _is_ahead(turn, person, row.link):
            deliveries.take_back(turn.session, row.link, person.id)
    agenda, told = days.agenda(turn.session, person), days.told(turn.session, person)
    looks = ((look.due, come.link(look.day, look.part)) for look in agenda.looks(person.weekly, turn.now))
    if found := next(((due, link) for due, link in looks if link not in told), None):
        due, link = found
        deliveries.plan(turn.session, Kind.DAY, link, due, person_id=person.id)
    return agenda


def _is_ahead(turn: Turn, person: Person, link: str) -> bool:
    """Whether a message has not come due yet. One that has, and was put off, still goes."""
    _, (day, part), _ = split(link)
    return moment(date.fromisoformat(day), Part(part), person.weekly) > turn.now


def plan_for(turn: Turn, people: list[Person]) -> None:
    """The same for several, always in one order, so that no two turns wait for each other."""
    for each in sorted(people, key=lambda person: person.id):
        plan(turn, each)


def begin_again(session: Session, programme: Programme, now: datetime) -> None:
    """The country of a programme is another: everybody in a pair looks anew at what comes next."""
    link = come.link(LONG_AGO, Part.EVENING)
    deliveries.plan_many(session, Kind.DAY, link, now, days.listeners(programme))


@topic.page
def come(turn: Turn, day: date, part: Part) -> Screen:
    """What is on that day, or on the next; what comes after is planned. Gone where nothing holds."""
    agenda = plan(turn, turn.person)
    return _own(turn, agenda, day) if part == Part.MORNING else _eve(turn, agenda, day)


def _own(turn: Turn, agenda: Agenda, day: date) -> Screen:
    found = agenda.of_own(day) if day == turn.today else []
    if not found:
        raise Gone
    return Screen(
        saying.of_own(turn, found, bool(knowing.partners(turn))),
        [*(_door(turn, each) for each in found), _ahead_row(turn)],
    )


def _eve(turn: Turn, agenda: Agenda, day: date) -> Screen:
    """In the evening before; where the quiet hours put it off, in the morning."""
    _ = turn.words._
    begun = turn.today > day
    which = turn.today if begun else turn.today + DAY
    others, names = agenda.of_others(which), agenda.closed(which)
    if turn.today - day > DAY or turn.today < day or not (others or names):
        raise Gone
    return Screen(
        paragraphs(saying.of_others(turn, others, begun), saying.of_closed(turn, names, begun)),
        [
            *(_door(turn, each) for each, _people in others),
            *([[Button(_("No public holidays"), hear_of_closed.link(0))]] if names else []),
            _ahead_row(turn),
        ],
    )


def _door(turn: Turn, observance: Observance) -> Row:
    return [Button(content.name(turn.words, observance), show.link(observance))]


def _ahead_row(turn: Turn) -> Row:
    _ = turn.words._
    return [Button(_("Days to come"), ahead.link())]


def switch_closed(turn: Turn, on: int) -> None:
    """Hear of public holidays, or not any more. Safe to do twice."""
    turn.person.closed_days = bool(on)
    plan(turn, turn.person)


@topic.page
def hear_of_closed(turn: Turn, on: int) -> Screen:
    """The same, and what it means."""
    _ = turn.words._
    switch_closed(turn, on)
    yes, no = _("We tell you the day before a public holiday."), _("We do not tell you of public holidays.")
    return Screen(yes if on else no, [_ahead_row(turn)])


@topic.page
def show(turn: Turn, observance: Observance) -> Screen:
    """A day: what it is, whose, and who knows."""
    known = knowing.look(turn)
    return Screen(
        paragraphs(saying.about(turn, observance), saying.whose(turn, observance, known)),
        [*_own_rows(turn, observance, known), _ahead_row(turn)],
    )


def _own_rows(turn: Turn, observance: Observance, known: Knowing) -> list[Row]:
    _ = turn.words._
    if observance not in known.chosen:
        return [[Button(_("Choose this day"), choose.link(observance))]]
    untold = [Button(_("Tell {names}", names=turn.called(known.partners)), tell.link(observance))]
    told = [Button(_("Keep it to myself"), keep.link(observance))]
    mine = [Button(_("Remove this day"), drop.link(observance))]
    rows = [untold if observance in known.untold else [], told if known.of(observance) else [], mine]
    return [row for row in rows if row]


def take_up(turn: Turn, observance: Observance) -> None:
    """From now on it is one of somebody's days. Safe to do twice."""
    days.choose(turn.session, turn.person, observance)
    plan(turn, turn.person)


def give_up(turn: Turn, observance: Observance) -> None:
    """Not any more."""
    days.drop(turn.session, turn.person, observance)
    plan_for(turn, [turn.person, *knowing.partners(turn)])


@topic.page
def choose(turn: Turn, observance: Observance) -> Screen:
    """Take it up."""
    take_up(turn, observance)
    return show(turn, observance)


@topic.page
def drop(turn: Turn, observance: Observance) -> Screen:
    """Give it up."""
    give_up(turn, observance)
    return show(turn, observance)


@topic.page
def tell(turn: Turn, observance: Observance) -> Screen:
    """Partners know of it, and hear of it the day before."""
    days.share(turn.session, turn.person, [observance], turn.now)
    plan_for(turn, knowing.partners(turn))
    return show(turn, observance)


@topic.page
def keep(turn: Turn, observance: Observance) -> Screen:
    """Nobody knows of it any more."""
    days.share(turn.session, turn.person, [observance], None)
    plan_for(turn, knowing.partners(turn))
    return show(turn, observance)


@topic.page
def ahead(turn: Turn) -> Screen:
    """The next few days of one's own and of partners, and the next on which offices are closed."""
    _ = turn.words._
    agenda = days.agenda(turn.session, turn.person)
    found = agenda.ahead(turn.today)[:MOST]
    said = [saying.dated(turn, day, each, agenda.shared.get(each, ())) for day, each in found]
    return Screen(
        paragraphs(
            turn.words.bold(_("Days to come")),
            lines(said) if said else _("You have not chosen a day yet. You find them in the settings."),
            saying.closed_ahead(turn, agenda),
        ),
        [_door(turn, each) for _day, each in found],
    )
