"""Waking hours: which hours of a day are quiet, and when others may come, for a person or as a default."""

from sqlalchemy.orm import Mapped, mapped_column

from db.hours import Hours
from db.rhythm import QUIET


class Waking:
    """What a person has, and a programme lends to those who join: full hours, local."""

    quiet_from: Mapped[int] = mapped_column(default=QUIET.first, server_default=str(QUIET.first))
    quiet_to: Mapped[int] = mapped_column(default=QUIET.last, server_default=str(QUIET.last))
    reach_from: Mapped[int | None]
    reach_to: Mapped[int | None]

    @property
    def quiet(self) -> Hours:
        """The hours in which nothing comes that can wait."""
        return Hours(self.quiet_from, self.quiet_to)

    @property
    def reach(self) -> Hours | None:
        """The hours in which what others cause may come; None for all that are not quiet."""
        if self.reach_from is None or self.reach_to is None:
            return None
        return Hours(self.reach_from, self.reach_to)
