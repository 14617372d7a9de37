"""Tongues: which language somebody's word may be in. It is none that the card is in."""

from db.activities import Activity
from db.programmes import Programme
from handlers.kit import languages
from handlers.kit.turn import Turn


def possible(turn: Turn, activity: Activity) -> list[str]:
    """The languages a person reads and speaks, but for those of the card; the likeliest first."""
    person, programme = turn.person, turn.session.get_one(Programme, activity.group.programme_id)
    known = dict.fromkeys([person.language or person.app_language, *(person.speaks or [])])
    on_card = (programme.language, activity.group.beside)
    return [code for code in known if code in languages.NAMES and code not in on_card]


def likely(turn: Turn, activity: Activity) -> str | None:
    """The language a word is probably in; None where nothing tells."""
    return next(iter(possible(turn, activity)), None)
