"""Waking hours: which hours of a day are quiet, and when others may come, for a person or as a default."""

from sqlalchemy.orm import Mapped, mapped_column

from db.hours import Hours
from db.rhythm import QUIET

NIGHT_BEGINS, NIGHT_ENDS = range(19, 24), range(6, 12)
"""When quiet hours may begin and end: the night is always quiet, and most of the day is not."""


class Waking:
    """What a person has, and a programme lends to those who join: full hours, local.

    Reach hours that end when they begin are any.
    """

    quiet_from: Mapped[int] = mapped_column(default=QUIET.first, server_default=str(QUIET.first))
    quiet_to: Mapped[int] = mapped_column(default=QUIET.last, server_default=str(QUIET.last))
    reach_from: Mapped[int] = mapped_column(default=0, server_default="0")
    reach_to: Mapped[int] = mapped_column(default=0, server_default="0")

    @property
    def quiet(self) -> Hours:
        """The hours in which nothing comes that can wait."""
        return Hours(self.quiet_from, self.quiet_to)

    @property
    def reach(self) -> Hours | None:
        """The hours in which what others cause may come; None for all that are not quiet."""
        return None if self.reach_from == self.reach_to else Hours(self.reach_from, self.reach_to)
