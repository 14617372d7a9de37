"""Group chats of the community: known once the bot is added, used once a coordinator confirmed them."""

import secrets
from datetime import datetime
from typing import Self

from sqlalchemy import BigInteger, ForeignKey, UniqueConstraint, delete, false, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from db.base import Numbered, insert_new
from db.deliveries import Delivery
from db.people import Person
from db.programmes import Programme
from db.rhythm import Weekly

TOKEN_BYTES = 12
TOKEN_LENGTH = 16
"""Letters of a token: four for three bytes."""


class Group(Numbered):
    """A group chat. Without a programme it is only a door: `token` lets a coordinator confirm it.

    Of a group that nobody confirmed the title is kept beside the number, so that whoever confirms it reads
    which one it is; both are forgotten after a week.

    Ideas come every week at `weekday` and `hour` (local, Monday is 0) where both are set. We write in
    `language`, or in the programme's while that is empty; `beside` is a second language below it. `topic` is
    the number of the topic in which we write, empty for the general one. Announcements are pinned where it
    `pins`; whether we may is not known until the channel said so. What is out of reach since
    `unreachable_since` is kept for a while. Where the bot was taken out and comes back it is confirmed anew.
    """

    __tablename__ = "groups"
    __table_args__ = (UniqueConstraint("channel", "ref"),)

    channel: Mapped[str]
    ref: Mapped[int] = mapped_column(BigInteger)
    title: Mapped[str]
    token: Mapped[str] = mapped_column(unique=True)
    programme_id: Mapped[int | None] = mapped_column(
        ForeignKey("programmes.id", ondelete="CASCADE"), index=True
    )
    added_at: Mapped[datetime]
    unreachable_since: Mapped[datetime | None]
    weekday: Mapped[int | None]
    hour: Mapped[int | None]
    beside: Mapped[str | None]
    language: Mapped[str | None]
    topic: Mapped[int | None] = mapped_column(BigInteger)
    pins: Mapped[bool] = mapped_column(default=False, server_default=false())
    may_pin: Mapped[bool | None]

    @classmethod
    def coordinated_by(cls, session: Session, person: Person, id: int) -> Self | None:
        """A group, for the coordinators of the programme it belongs to."""
        group = session.get(cls, id)
        if group is None or group.programme_id is None:
            return None
        return group if Programme.coordinated_by(session, person, group.programme_id) else None


def at(session: Session, channel: str, ref: int) -> Group | None:
    """The group at an address."""
    return session.scalar(select(Group).where(Group.channel == channel, Group.ref == ref))


def weekly(session: Session, group: Group) -> Weekly | None:
    """When ideas come to a group by themselves; None where they do not."""
    programme = session.get(Programme, group.programme_id) if group.programme_id else None
    if programme is None or group.weekday is None or group.hour is None:
        return None
    return Weekly(programme.zone, group.weekday, group.hour)


def language(session: Session, group: Group) -> str:
    """The language we write first in a confirmed group."""
    return group.language or session.get_one(Programme, group.programme_id).language


def by_token(session: Session, token: str) -> Group | None:
    """The group a confirming link carries."""
    return session.scalar(select(Group).where(Group.token == token))


def met(session: Session, address: tuple[str, int], title: str, now: datetime) -> Group:
    """The group the bot is in, with its present title."""
    channel, ref = address
    values = {"channel": channel, "ref": ref, "title": title, "token": secrets.token_urlsafe(TOKEN_BYTES)}
    insert_new(session, Group, **values, added_at=now)
    group = session.scalars(select(Group).where(Group.channel == channel, Group.ref == ref)).one()
    group.title = title
    return group


def lost(group: Group, now: datetime) -> bool:
    """Nothing reaches the group any more. Whether that is news to its coordinators."""
    known = group.programme_id is None or group.unreachable_since is not None
    group.unreachable_since = group.unreachable_since or now
    return not known


def unlink(group: Group) -> None:
    """It belongs to no programme any more: what was chosen for it is forgotten, only its door stays.

    So nobody keeps a group by having confirmed it first: whoever may take the bot out may begin anew.
    """
    group.programme_id = group.weekday = group.hour = None
    group.beside = group.language = group.topic = None
    group.pins = False


def moved(session: Session, address: tuple[str, int], ref: int) -> None:
    """Follow a group that got a new number (a group became a supergroup).

    Its messages are numbered anew from there, so the old numbers mean nothing any more.
    """
    channel, old = address
    here = select(Group.id).where(Group.channel == channel, Group.ref == old)
    silently = {"synchronize_session": False}
    numbered = update(Delivery).where(Delivery.group_id.in_(here), Delivery.message.is_not(None))
    session.execute(numbered.values(message=None, further=None), execution_options=silently)
    session.execute(delete(Group).where(Group.channel == channel, Group.ref == ref))
    goes_on = {"ref": ref, "unreachable_since": None}
    session.execute(update(Group).where(Group.channel == channel, Group.ref == old).values(goes_on))


def of_programme(session: Session, programme: Programme) -> list[Group]:
    """The programme's confirmed groups that can be reached, by title."""
    return list(
        session.scalars(
            select(Group)
            .where(Group.programme_id == programme.id, Group.unreachable_since.is_(None))
            .order_by(Group.title)
        )
    )


def purge(session: Session, unconfirmed: datetime, lost: datetime) -> None:
    """Forget groups that nobody confirmed since a moment, and those out of reach since another."""
    session.execute(delete(Group).where(Group.programme_id.is_(None), Group.added_at < unconfirmed))
    session.execute(delete(Group).where(Group.unreachable_since < lost))
