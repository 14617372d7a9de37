"""Opinions: what people answer to a round, read without a name and only when the round is closed.

Whoever watches answers arrive can tell the newest one; so nothing is read before the end. Until then an
answer is its writer's, to be changed, taken back and erased. At the end the tie is cut: nobody can tell any
more whose it was, nor which answers to two questions are one person's. Rows have a number drawn by lot and no
moment, so that not even their order tells. A voice is recognised: it is heard only where its speaker agreed.
"""

import secrets
from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ForeignKey, Select, String, UniqueConstraint, delete, false, func, select, update
from sqlalchemy.orm import Mapped, Session, joinedload, mapped_column, relationship

from db import rounds
from db.base import Id, Numbered, choice
from db.contents import Medium
from db.people import Person
from db.programmes import Programme
from db.rounds import Question, Round

WORDS_LENGTH = 400
"""UTF-16 units of an answer."""
FEW = 5
"""With fewer answers, or fewer in one language, names could be guessed."""
LARGEST = 2**48


def _drawn() -> int:
    return 1 + secrets.randbelow(LARGEST)


class Opinion(Numbered):
    """What somebody said to a question of a round: words, perhaps with a voice message; or that they skip it.

    The channel keeps the sound, and `file` is its name for it; it is `heard` if the speaker agreed. A
    coordinator has `sorted_at` it: into a theme, or left it out. What is `quoted` everybody may read.
    """

    __tablename__ = "opinions"
    __table_args__ = (UniqueConstraint("round_id", "question", "person_id"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True, autoincrement=False, default=_drawn)
    round_id: Mapped[int] = mapped_column(ForeignKey("rounds.id", ondelete="CASCADE"))
    question: Mapped[Question] = mapped_column(choice(Question))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    words: Mapped[str | None] = mapped_column(String(WORDS_LENGTH))
    medium: Mapped[Medium | None] = mapped_column(choice(Medium))
    channel: Mapped[str | None]
    file: Mapped[str | None] = mapped_column(String(255))
    heard: Mapped[bool] = mapped_column(default=False, server_default=false())
    language: Mapped[str]
    skipped: Mapped[bool] = mapped_column(default=False, server_default=false())
    theme_id: Mapped[int | None] = mapped_column(ForeignKey("themes.id", ondelete="SET NULL"), index=True)
    sorted_at: Mapped[datetime | None]
    quoted: Mapped[bool] = mapped_column(default=False, server_default=false())
    round: Mapped[Round] = relationship(lazy="raise")

    @classmethod
    def seen_by(cls, session: Session, person: Person, id: int) -> "Opinion | None":
        """What somebody said, for themselves, as long as it is tied to them."""
        return session.scalar(_whole(select(cls)).where(cls.id == id, cls.person_id == person.id))

    @classmethod
    def coordinated_by(cls, session: Session, person: Person, id: int) -> "Opinion | None":
        """What somebody said, for the coordinators of the programme, once the round is closed."""
        found = session.scalar(_whole(select(cls)).where(cls.id == id))
        if found is None or found.round.closed_at is None:
            return None
        return found if Programme.coordinated_by(session, person, found.round.programme_id) else None

    def sort(self, theme_id: int | None, now: datetime) -> None:
        """Put it into a theme (by id), or leave it out. What goes elsewhere is not quoted any more."""
        self.quoted = self.quoted and theme_id == self.theme_id
        self.theme_id, self.sorted_at = theme_id, now

    def unsort(self) -> None:
        """Put it back to what is still to be sorted."""
        self.theme_id = self.sorted_at = None
        self.quoted = False


def _whole(found: Select[Opinion]) -> Select[Opinion]:
    return found.options(joinedload(Opinion.round).joinedload(Round.programme))


def own(session: Session, found: Round, person: Person) -> dict[Question, Opinion]:
    """What somebody said so far, or that they skipped it, by question."""
    theirs = _whole(select(Opinion)).where(Opinion.round_id == found.id, Opinion.person_id == person.id)
    return {each.question: each for each in session.scalars(theirs)}


def say(session: Session, found: Round, opinion: Opinion, now: datetime) -> bool:
    """Keep what somebody says in place of what they said before. False once the round is closed."""
    if not rounds.takes(session, found, now):
        return False
    session.execute(
        delete(Opinion).where(
            Opinion.round_id == found.id,
            Opinion.question == opinion.question,
            Opinion.person_id == opinion.person_id,
        )
    )
    opinion.round = found
    session.add(opinion)
    session.flush()
    return True


def allow(session: Session, opinion: Opinion, heard: bool, now: datetime) -> bool:
    """Let a voice be heard, or only counted. False once the round is closed."""
    if not rounds.takes(session, opinion.round, now):
        return False
    opinion.heard = heard
    return True


def take_back(session: Session, opinion: Opinion, now: datetime) -> bool:
    """Keep nothing of an answer. False once the round is closed."""
    if not rounds.takes(session, opinion.round, now):
        return False
    session.delete(opinion)
    session.flush()
    return True


def end(session: Session, found: Round, now: datetime) -> bool:
    """Close a round: no answer is tied to anybody any more, and no voice is kept that may not be heard."""
    if not found.close_once(session, now):
        return False
    said = Opinion.round_id == found.id
    session.execute(delete(Opinion).where(said, Opinion.skipped))
    session.execute(update(Opinion).where(said, ~Opinion.heard).values(channel=None, file=None))
    session.execute(update(Opinion).where(said).values(person_id=None))
    return True


def people(session: Session, found: Round) -> int:
    """How many people have answered so far."""
    theirs = select(func.count(Opinion.person_id.distinct())).where(Opinion.round_id == found.id)
    return session.scalar(theirs.where(~Opinion.skipped)) or 0


def counted(session: Session, found: Round) -> Counter[Question]:
    """How many answers each question has."""
    return Counter(session.scalars(_questions(found)))


def waiting(session: Session, found: Round) -> Counter[Question]:
    """How many answers to each question are not sorted yet."""
    return Counter(session.scalars(_questions(found).where(Opinion.sorted_at.is_(None))))


def _questions(found: Round) -> Select[Question]:
    return select(Opinion.question).where(Opinion.round_id == found.id, ~Opinion.skipped)


def of_question(session: Session, found: Round, question: Question) -> list[Opinion]:
    """The answers to a question in an order drawn by lot, always the same."""
    theirs = select(Opinion).where(Opinion.round_id == found.id, Opinion.question == question)
    return list(session.scalars(_whole(theirs).where(~Opinion.skipped).order_by(Opinion.id)))


def before(session: Session, opinion: Opinion) -> int:
    """How many answers stand before one in its theme."""
    theirs = select(func.count()).where(Opinion.theme_id == opinion.theme_id, Opinion.id < opinion.id)
    return session.scalar(theirs) or 0


def told_languages(said: Sequence[Opinion]) -> set[str]:
    """The languages in which so many answered that to name them tells on nobody."""
    counts = Counter(each.language for each in said)
    return {code for code, count in counts.items() if count >= FEW}


def of_person(session: Session, person: Person) -> list[Opinion]:
    """Everything somebody said that is still tied to them."""
    theirs = _whole(select(Opinion)).where(Opinion.person_id == person.id, ~Opinion.skipped)
    return list(session.scalars(theirs.order_by(Opinion.round_id, Opinion.question)))
