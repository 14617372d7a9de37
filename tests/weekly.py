"""Weeks of the cast: Thursdays at six, signs of life, and pairs that leave little to be said."""

from datetime import datetime, timedelta
from functools import partial

from sqlalchemy import update
from sqlalchemy.orm import Session

from db import goals, meetings, places
from db.needs import Need
from db.pairs import LASTING, Pair
from db.people import Person
from db.places import Spot
from tests.phones import Phone
from tests.talk import Talk


def thursday(talk: Talk) -> None:
    """The next Thursday at six in Marseille; until then everybody has looked at their phone."""
    signs(talk)
    talk.clock.at("Thursday 18:00")
    talk.delivers()


def signs(talk: Talk) -> None:
    """Everybody gives a sign of life, which shows on no screen."""
    talk.look(lambda session: session.execute(update(Person).values(unanswered=0)))


def heard_on_thursdays(phone: Phone, talk: Talk, weeks: int) -> list[bool]:
    """Whether something came, Thursday by Thursday."""
    heard = []
    for _ in range(weeks):
        before = len(phone.messages)
        thursday(talk)
        heard.append(len(phone.messages) > before)
    return heard


def goes_well(talk: Talk) -> None:
    """Every pair has a goal and a meeting, so that nobody has to be reminded of either."""
    talk.look(partial(_go_well, now=talk.clock.now()))


def _go_well(session: Session, now: datetime) -> None:
    for pair in session.scalars(LASTING).all():
        _goes_well(session, pair, now)


def _goes_well(session: Session, pair: Pair, now: datetime) -> None:
    one = pair.people[0]
    if not goals.any_yet(session, pair):
        goals.choose(session, pair, one, Need.LANGUAGE, now)
    place = places.at_spot(session, pair, one, Spot.CAFE, now)
    meetings.propose(session, place, one, now + timedelta(days=360), now)
