"""Opening a round and closing it: who is asked, for how long, and how many have answered."""

from markupsafe import Markup

from db import deliveries, opinions, programmes, rounds
from db.kinds import Kind
from db.programmes import Programme
from db.rhythm import local_date
from db.rounds import LENGTHS, USUAL, Question, Round
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen, ticked
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs
from handlers.rounds import asking, outcome, reading, saying, tables, wording

LISTED = 5
"""How many rounds can be looked at, the newest."""

topic = Topic("rounds", coordinators=True)


@topic.page
def overview(turn: Turn, programme: Programme) -> Screen:
    """Open a round, or look at the latest."""
    _ = turn.words._
    latest = _settled(turn, programme)
    lasting = any(each.closed_at is None for each in latest)
    return Screen(
        lines(
            [
                turn.words.bold(_("Rounds of questions")),
                _("Everybody gets three questions. You read the answers without names."),
                _("You sort them into themes, and all meet in small groups."),
            ]
        ),
        [
            *([] if lasting else [[Button(_("New round"), preview.link(programme, USUAL))]]),
            *[[Button(_called(turn, each), show.link(each))] for each in latest[:LISTED]],
        ],
        up=programme,
    )


def _settled(turn: Turn, programme: Programme) -> list[Round]:
    """The rounds of a programme; what is over is closed, if nobody did so yet."""
    return [_closed_in_time(turn, each) for each in rounds.of_programme(turn.session, programme)]


def _closed_in_time(turn: Turn, found: Round) -> Round:
    if found.closed_at is None and not found.lasts(turn.now):
        opinions.end(turn.session, found, turn.now)
    return found


def _called(turn: Turn, found: Round) -> Markup:
    _ = turn.words._
    if found.closed_at is None:
        return _("Open until {day}", day=saying.last(turn, found))
    return _("Closed on {day}", day=turn.words.day(local_date(found.closed_at, found.programme.zone)))


@topic.page
def preview(turn: Turn, programme: Programme, days: int) -> Screen:
    """What will be asked, of how many, and until when."""
    _, n_ = turn.words._, turn.words.n_
    if days not in LENGTHS:
        raise Gone
    people = rounds.reach(turn.session, programme)
    last = local_date(rounds.closing(turn.now, days, programme.zone), programme.zone)
    lengths = [
        Button(ticked(n_("{n} day", "{n} days", each), each == days), preview.link(programme, each))
        for each in LENGTHS
    ]
    return Screen(
        paragraphs(
            lines(wording.questions(turn.words).values()),
            lines(
                [
                    n_("{n} person is asked.", "{n} people are asked.", people),
                    _("They can answer until {day}.", day=turn.words.day(last)),
                    _("You read the answers after that, without names."),
                ]
            ),
        ),
        [lengths, *([[Button(_("Ask everybody"), send.link(programme, days))]] if people else [])],
        up=programme,
    )


@topic.page
def send(turn: Turn, programme: Programme, days: int) -> Screen:
    """Ask everybody, once, however often it is pressed; and know when it is over."""
    if days not in LENGTHS:
        raise Gone
    _settled(turn, programme)
    found = rounds.begin(turn.session, programme, turn.person, days, turn.now)
    if found is None:
        return overview(turn, programme)
    people = rounds.asked(programme.id)
    deliveries.plan_many(turn.session, Kind.ROUND, asking.ask.link(found), turn.now, people)
    deliveries.plan_many(turn.session, Kind.ROUND, asking.remind.link(found), found.half, people)
    for each in programmes.coordinators(turn.session, programme.id):
        link = closed.link(found)
        deliveries.plan(turn.session, Kind.DESK, link, found.closes_at, person_id=each.id)
    return show(turn, found)


@topic.page
def show(turn: Turn, found: Round) -> Screen:
    """How far a round is; once it is closed, the ways to what was said."""
    _closed_in_time(turn, found)
    return _open(turn, found) if found.closed_at is None else _over(turn, found)


def _open(turn: Turn, found: Round) -> Screen:
    _ = turn.words._
    return Screen(
        paragraphs(
            lines([turn.words.bold(_called(turn, found)), _by(turn, found)]),
            _so_far(turn, found),
            _("You can read the answers when it is closed."),
        ),
        [
            [Button(_("Small groups"), tables.show.link(found))],
            [Button(_("Close it now"), ask_close.link(found))],
        ],
        up=found.programme,
    )


def _by(turn: Turn, found: Round) -> Markup | None:
    return turn.words._("Opened by {name}", name=found.opened_by.called) if found.opened_by else None


def _so_far(turn: Turn, found: Round) -> Markup:
    """How many have answered; nothing of what they said."""
    count = opinions.people(turn.session, found)
    said = turn.words.n_("{n} person has answered so far.", "{n} people have answered so far.", count)
    return lines([said, wording.few(turn.words, count)])


def _over(turn: Turn, found: Round) -> Screen:
    _ = turn.words._
    counts, labels = opinions.counted(turn.session, found), wording.headings(turn.words)
    return Screen(
        paragraphs(
            lines([turn.words.bold(_called(turn, found)), _by(turn, found)]),
            lines(_("{answer}: {n}", answer=labels[each], n=counts[each]) for each in Question),
            wording.few(turn.words, min(filter(None, counts.values()), default=0)),
        ),
        [
            *[[Button(labels[each], reading.read.link(found, each))] for each in Question],
            [Button(_("What came out"), outcome.show.link(found))],
            [Button(_("Small groups"), tables.show.link(found))],
        ],
        up=found.programme,
    )


@topic.page
def ask_close(turn: Turn, found: Round) -> Screen:
    """Whether it is to be closed before its time; asked once."""
    _ = turn.words._
    if found.closed_at is not None:
        return show(turn, found)
    return Screen(
        paragraphs(
            turn.words.bold(_("Close this round now?")),
            _so_far(turn, found),
            _("Nobody can answer or change anything after that."),
        ),
        [
            [Button(_("Close it now"), close.link(found))],
            [Button(_("Keep as it is"), show.link(found))],
        ],
    )


@topic.page
def close(turn: Turn, found: Round) -> Screen:
    """Close it. The other coordinators hear of it now. Safe to press twice."""
    if opinions.end(turn.session, found, turn.now):
        link = closed.link(found)
        for each in programmes.coordinators(turn.session, found.programme_id):
            if each.id == turn.person.id:
                deliveries.take_back(turn.session, link, each.id)
            else:
                deliveries.reschedule(turn.session, Kind.DESK, link, each.id, turn.now)
    return show(turn, found)


@topic.page
def closed(turn: Turn, found: Round) -> Screen:
    """Comes to each coordinator at the end, and closes the round, whichever of them it reaches first."""
    _ = turn.words._
    _closed_in_time(turn, found)
    if found.closed_at is None:
        raise Gone
    return show(turn, found).saying(_("The round of questions is closed."))
