"""The report of an announcement: who got it, who did not and why, in plain words and as a spreadsheet."""

from collections import Counter
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from markupsafe import Markup

from db import sendings
from db.announcements import Announcement
from db.rhythm import Reason
from db.sendings import Reader
from handlers import headline
from handlers.announcing import correcting, retracting
from handlers.kit import languages
from handlers.kit.documents import Spreadsheet
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Row, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs, plain

NAMES = 12
"""How many names stand in a line; the spreadsheet has all."""
topic = Topic("report", coordinators=True)


@topic.page
def overview(turn: Turn, announcement: Announcement) -> Screen:
    """How many got it, in which languages they read; those who did not, by reason and name."""
    found = sendings.readers(turn.session, announcement, turn.now)
    reached = [each for each in found if each.fate == "sent"]
    missed = [each for each in found if each.fate in ("unreachable", "late", "uncertain", "held")]
    n_ = turn.words.n_
    return Screen(
        paragraphs(
            lines(
                [
                    headline.bold(turn, announcement),
                    n_("{n} message arrived.", "{n} messages arrived.", len(reached)) if reached else None,
                    _read_in(turn, reached),
                ]
            ),
            *_why(turn, missed),
        ),
        _doors(turn, announcement, missed),
        up=announcement,
    )


def _read_in(turn: Turn, reached: Sequence[Reader]) -> Markup | None:
    """How many got which version, the most first."""
    _ = turn.words._
    counted = Counter(languages.name(each.version) for each in reached if each.version)
    said = [_("{language}: {n}", language=name, n=count) for name, count in counted.most_common()]
    return turn.words.dotted(said) if said else None


def _why(turn: Turn, missed: Sequence[Reader]) -> list[Markup]:
    """A paragraph a reason, with the names."""
    _ = turn.words._
    found: dict[str, list[str]] = {}
    for each in missed:
        found.setdefault(reason(turn, each), []).append(each.name)
    return [
        lines([turn.words.bold(why), turn.words.listed([*names[:NAMES], *(["…"] if names[NAMES:] else [])])])
        for why, names in found.items()
    ]


def reason(turn: Turn, reader: Reader) -> Markup:
    """What became of it for one of them, in plain words."""
    _ = turn.words._
    if reader.reason in (Reason.NO_ADDRESS, Reason.NO_GROUP):
        return _("We could not reach them before, either")
    said = {
        "sent": _("Arrived"),
        "waiting": _("On its way"),
        "later": _("Waits until the morning"),
        "held": _("You stopped it before"),
        "unreachable": _("They blocked Passerelle or left Telegram"),
        "uncertain": _("Perhaps it did not arrive"),
        "late": _("It came too late for them"),
    }
    return said[reader.fate]


def _doors(turn: Turn, announcement: Announcement, missed: Sequence[Reader]) -> list[Row]:
    _ = turn.words._
    sheet = [Button(_("Get a spreadsheet"), spreadsheet.link(announcement))]
    if announcement.taken_back_at:
        return [sheet]
    unsure = any(each.fate == "uncertain" for each in missed)
    return [
        *([[Button(_("Send again"), again.link(announcement))]] if unsure else []),
        [Button(_("Correct words"), correcting.which.link(announcement))],
        [Button(_("Remove from chats"), retracting.ask.link(announcement))],
        sheet,
    ]


@topic.page
def again(turn: Turn, announcement: Announcement) -> Screen:
    """To those who perhaps did not get it, once more. Whoever did, has it twice."""
    if announcement.taken_back_at is None and announcement.stopped_at is None:
        sendings.send_again(turn.session, announcement, turn.now)
    return turn.show(announcement)


@topic.page
def spreadsheet(turn: Turn, announcement: Announcement) -> Screen:
    """Everybody who was to get it, a row each."""
    _ = turn.words._
    head = (_("Name"), _("Language"), _("What became of it"), _("When"))
    found = sendings.readers(turn.session, announcement, turn.now)
    rows = [[plain(each) for each in head], *(_row(turn, each) for each in found)]
    return Screen(
        _("Here is who got it."),
        document=Spreadsheet(f"announcement-{announcement.id}.csv", rows),
        up=announcement,
    )


def _row(turn: Turn, reader: Reader) -> list[str]:
    """When is local to whoever reads, as spreadsheets understand it."""
    code = reader.version or reader.language
    language = languages.name(code) if code else ""
    local = reader.settled_at.astimezone(ZoneInfo(turn.person.zone)) if reader.settled_at else None
    return [reader.name, language, plain(reason(turn, reader)), f"{local:%Y-%m-%d %H:%M}" if local else ""]
