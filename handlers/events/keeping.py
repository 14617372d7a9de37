"""What we keep of somebody's answers to events, and how their place is free once they are forgotten."""

from markupsafe import Markup

from db import attendance
from db.rhythm import local_date
from handlers.events import attending, card, telling
from handlers.kit.turn import Turn


def kept(turn: Turn) -> list[Markup]:
    """Each event somebody answered, with what they said and whether they were there."""
    _ = turn.words._
    found = []
    for event, own in attendance.of_person(turn.session, turn.person):
        day = turn.words.dated(local_date(event.begins_at, turn.person.zone))
        known = (
            _("You were there.") if own.there else _("You were not there.") if own.there is False else None
        )
        said = known or attending.mine(turn.words, own)
        found.append(_("{event}, {day}: {answer}", event=card.title(turn, event), day=day, answer=said))
    return found


def forget(turn: Turn) -> None:
    """Nothing is left of their answers but that so many came; who waited moves up."""
    for event, own in attendance.of_person(turn.session, turn.person):
        telling.moved_up(turn, event, attendance.leave(turn.session, event, own, turn.now))
