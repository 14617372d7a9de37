"""Themes: what coordinators make of the answers to a round, in their own words."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from sqlalchemy import ForeignKey, String, select, update
from sqlalchemy.orm import Mapped, Session, joinedload, mapped_column, relationship

from db import rounds
from db.base import Numbered, choice
from db.opinions import Opinion
from db.people import Person
from db.programmes import Programme
from db.rounds import Question, Round

NAME_LENGTH = 40
MOST = 10
"""How many themes a question has at most, so that a list can be read and a phone can show them."""


class Theme(Numbered):
    """What several answers to a question are about."""

    __tablename__ = "themes"

    round_id: Mapped[int] = mapped_column(ForeignKey("rounds.id", ondelete="CASCADE"), index=True)
    question: Mapped[Question] = mapped_column(choice(Question))
    name: Mapped[str] = mapped_column(String(NAME_LENGTH))
    round: Mapped[Round] = relationship(lazy="raise")

    @classmethod
    def coordinated_by(cls, session: Session, person: Person, id: int) -> Self | None:
        """A theme, for the coordinators of the programme."""
        whole = joinedload(cls.round).joinedload(Round.programme)
        found = session.scalar(select(cls).options(whole).where(cls.id == id))
        return (
            found if found and Programme.coordinated_by(session, person, found.round.programme_id) else None
        )


@dataclass(frozen=True)
class Pile:
    """A theme with the answers that are about it."""

    theme: Theme
    said: list[Opinion]


def of_question(session: Session, found: Round, question: Question) -> list[Theme]:
    """The themes of a question, the oldest first."""
    theirs = select(Theme).options(joinedload(Theme.round).joinedload(Round.programme))
    theirs = theirs.where(Theme.round_id == found.id, Theme.question == question)
    return list(session.scalars(theirs.order_by(Theme.id)))


def called(known: Iterable[Theme], name: str) -> Theme | None:
    """The one of that name, in large letters or small."""
    return next((each for each in known if each.name.casefold() == name.casefold()), None)


def named(session: Session, found: Round, question: Question, name: str) -> Theme | None:
    """The theme of that name, made where there is none yet. None where there are enough."""
    rounds.hold(session, found)
    known = of_question(session, found, question)
    if (there := called(known, name)) or len(known) >= MOST:
        return there
    theme = Theme(round=found, question=question, name=name)
    session.add(theme)
    session.flush()
    return theme


def piles(session: Session, found: Round) -> dict[Question, list[Pile]]:
    """What came out of each question: the themes that somebody spoke of, the largest first."""
    of_round = Opinion.round_id == found.id
    sorted_in = select(Opinion).where(of_round, Opinion.theme_id.is_not(None)).order_by(Opinion.id)
    said = session.scalars(sorted_in).all()
    known = session.scalars(select(Theme).where(Theme.round_id == found.id).order_by(Theme.id))
    each_with_its = [Pile(theme, [each for each in said if each.theme_id == theme.id]) for theme in known]
    spoken_of = sorted((each for each in each_with_its if each.said), key=lambda each: -len(each.said))
    return {asked: [each for each in spoken_of if each.theme.question == asked] for asked in Question}


def merge(session: Session, theme: Theme, into: Theme) -> None:
    """Let one theme take in another one's answers; the other one is gone."""
    session.flush()
    theirs = update(Opinion).where(Opinion.theme_id == theme.id).values(theme_id=into.id)
    session.execute(theirs, execution_options={"synchronize_session": "fetch"})
    session.delete(theme)
    session.flush()
