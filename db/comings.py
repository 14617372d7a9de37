"""Comings: each person's own part in a meeting."""

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Numbered

FACES = range(1, 6)
"""How a meeting was, from hard to very good."""


class Coming(Numbered):
    """One person's part in a meeting: whether they come (empty: not said yet), and how it was, 1 to 5.

    The face is for nobody else's eyes: no page shows it to anybody but its owner.
    """

    __tablename__ = "comings"
    __table_args__ = (
        UniqueConstraint("meeting_id", "person_id"),
        CheckConstraint("face BETWEEN 1 AND 5", name="face"),
    )

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    comes: Mapped[bool | None]
    face: Mapped[int | None]
