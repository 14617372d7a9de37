"""What PostgreSQL alone needs. Read in where it is used: its driver is slow to load."""

from typing import Any

from psycopg import Cursor


class Curt(Cursor[Any]):
    """Of every column it says the name and the type, which is all that SQLAlchemy asks for, and only once.

    What psycopg finds out besides, after each statement anew, is a tenth of what a turn takes.
    """

    @property
    def description(self) -> Any:
        """The columns of what was found, as PEP 249 wants them; None where nothing could be found."""
        found = self.pgresult
        if found is None or not found.nfields:
            return None
        unsaid = (None,) * 5
        names = [(found.fname(at) or b"").decode() for at in range(found.nfields)]
        return [(name, found.ftype(at), *unsaid) for at, name in enumerate(names)]
