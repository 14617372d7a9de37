"""Editions: ready steps as a programme offers them, hidden, in other words, or altogether its own."""

from collections.abc import Sequence
from typing import Self

from sqlalchemy import ForeignKey, String, UniqueConstraint, false, select
from sqlalchemy.orm import Mapped, Session, joinedload, mapped_column, relationship

from db.base import Numbered, choice, insert_new
from db.needs import Need
from db.people import Person
from db.programmes import Programme

KEY_LENGTH = 40
WORDS_LENGTH = 36
"""As many letters as stand whole on a button."""

OWN = "own-"
"""How the key of a programme's own step begins; none of the library does."""


class Edition(Numbered):
    """What a programme made of one ready step: of the library's with that `key`, or its own of a category.

    A hidden one is not offered any more; pairs that chose it keep it. Without wordings it reads as in the
    library.
    """

    __tablename__ = "editions"
    __table_args__ = (UniqueConstraint("programme_id", "key"),)

    programme_id: Mapped[int] = mapped_column(ForeignKey("programmes.id", ondelete="CASCADE"))
    key: Mapped[str | None] = mapped_column(String(KEY_LENGTH))
    need: Mapped[Need | None] = mapped_column(choice(Need))
    hidden: Mapped[bool] = mapped_column(default=False, server_default=false())
    programme: Mapped[Programme] = relationship(lazy="raise")
    wordings: Mapped[list["Wording"]] = relationship(
        back_populates="edition",
        lazy="selectin",
        order_by="Wording.id",
        passive_deletes=True,
        cascade="all, delete-orphan",
    )

    @classmethod
    def coordinated_by(cls, session: Session, person: Person, id: int) -> Self | None:
        """The edition with its programme, for those who coordinate it."""
        found = session.scalar(select(cls).options(joinedload(cls.programme)).where(cls.id == id))
        return found if found and Programme.coordinated_by(session, person, found.programme_id) else None

    @property
    def ref(self) -> str:
        """The key by which it is chosen."""
        return self.key or f"{OWN}{self.id}"

    def wording(self, reads: Sequence[str]) -> "Wording | None":
        """The words for somebody who reads these languages, the best first; or else the first there are."""
        ranks = {language: rank for rank, language in enumerate(reads)}
        return min(self.wordings, key=lambda each: ranks.get(each.language, len(ranks)), default=None)

    def written_in(self, language: str) -> "Wording | None":
        """The words in one language."""
        return next((each for each in self.wordings if each.language == language), None)

    def say(self, session: Session, by: Person, language: str, words: str) -> "Wording":
        """Say it in one language, in place of what was said in it before."""
        self.hold(session)
        wording = self.written_in(language) or Wording(edition=self, language=language)
        wording.words, wording.written_by_id = words, by.id
        session.add(wording)
        session.flush()
        return wording

    def unsay(self, session: Session) -> None:
        """Read as in the library again."""
        self.hold(session)
        self.wordings.clear()
        session.flush()

    def hold(self, session: Session) -> None:
        """Hold the row until the end of the turn, and look again: two who write at once queue up here."""
        session.flush()
        again = select(Edition).options(joinedload(Edition.programme)).where(Edition.id == self.id)
        again = again.with_for_update(of=Edition)
        session.scalars(again, execution_options={"populate_existing": True}).one()


class Wording(Numbered):
    """An edition's words in one language. They stay with the programme when their writer has left."""

    __tablename__ = "wordings"
    __table_args__ = (UniqueConstraint("edition_id", "language"),)

    edition_id: Mapped[int] = mapped_column(ForeignKey("editions.id", ondelete="CASCADE"))
    language: Mapped[str]
    words: Mapped[str] = mapped_column(String(WORDS_LENGTH))
    written_by_id: Mapped[int | None] = mapped_column(
        ForeignKey("people.id", ondelete="SET NULL"), index=True
    )
    edition: Mapped[Edition] = relationship(back_populates="wordings", lazy="raise")

    @classmethod
    def coordinated_by(cls, session: Session, person: Person, id: int) -> Self | None:
        """The words with their edition, for the coordinators of its programme."""
        asked = select(cls).options(joinedload(cls.edition).joinedload(Edition.programme))
        found = session.scalar(asked.where(cls.id == id))
        ours = found and Programme.coordinated_by(session, person, found.edition.programme_id)
        return found if ours else None


def of_programme(session: Session, programme_id: int) -> dict[str, Edition]:
    """All that a programme made of ready steps, by key, in the order it was made."""
    asked = select(Edition).options(joinedload(Edition.programme))
    found = session.scalars(asked.where(Edition.programme_id == programme_id).order_by(Edition.id))
    return {each.ref: each for each in found}


def of(session: Session, programme_id: int, key: str) -> Edition | None:
    """What a programme made of one ready step, if anything."""
    return of_programme(session, programme_id).get(key)


def begin(session: Session, programme: Programme, key: str) -> tuple[Edition, bool]:
    """The programme's edition of a step of the library, and whether it is new."""
    new = insert_new(session, Edition, programme_id=programme.id, key=key)
    return of_programme(session, programme.id)[key], new


def add(session: Session, programme: Programme, need: Need) -> Edition:
    """A step of the programme's own, still without words."""
    edition = Edition(programme=programme, need=need, wordings=[])
    session.add(edition)
    session.flush()
    return edition
