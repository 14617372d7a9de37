"""Topics of a group: what they are called, as far as we came across them, so that one can be chosen."""

from typing import Self

from sqlalchemy import BigInteger, ForeignKey, UniqueConstraint, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from db.base import Numbered, insert_new
from db.groups import Group
from db.people import Person

SHOWN = 12
"""How many topics are offered, the newest: a group may have thousands."""


class GroupTopic(Numbered):
    """A topic of a confirmed group; `ref` is the channel's number of it. Nobody writes where it is closed."""

    __tablename__ = "group_topics"
    __table_args__ = (UniqueConstraint("group_id", "ref"),)

    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id", ondelete="CASCADE"))
    ref: Mapped[int] = mapped_column(BigInteger)
    title: Mapped[str]
    closed: Mapped[bool] = mapped_column(default=False)

    @classmethod
    def coordinated_by(cls, session: Session, person: Person, id: int) -> Self | None:
        """The topic, for the coordinators of its group."""
        found = session.get(cls, id)
        return found if found and Group.coordinated_by(session, person, found.group_id) else None


def seen(session: Session, group: Group, ref: int, title: str) -> None:
    """Keep a topic with its present title."""
    insert_new(session, GroupTopic, group_id=group.id, ref=ref, title=title, closed=False)
    found = at(session, group, ref)
    if found:
        found.title = title


def shut(session: Session, group: Group, ref: int, *, closed: bool) -> None:
    """A topic was closed, or opened again."""
    found = at(session, group, ref)
    if found:
        found.closed = closed


def at(session: Session, group: Group, ref: int) -> GroupTopic | None:
    """The topic of that number, if we came across it."""
    return session.scalar(select(GroupTopic).where(GroupTopic.group_id == group.id, GroupTopic.ref == ref))


def offered(session: Session, group: Group) -> list[GroupTopic]:
    """The topics in which one can write, newest first."""
    asked = select(GroupTopic).where(GroupTopic.group_id == group.id, GroupTopic.closed.is_(False))
    return list(session.scalars(asked.order_by(GroupTopic.ref.desc()).limit(SHOWN)))


def gone(session: Session, group: Group, ref: int) -> None:
    """A topic that is not there any more is not offered."""
    session.execute(delete(GroupTopic).where(GroupTopic.group_id == group.id, GroupTopic.ref == ref))


def forget(session: Session, group: Group) -> None:
    """Delete all topics of a group."""
    session.execute(delete(GroupTopic).where(GroupTopic.group_id == group.id))
