"""Every table in one place and whole, for migrations and for the test that holds the two equal."""

from db import (
    acts,
    announcements,
    comings,
    deliveries,
    goals,
    groups,
    heard,
    icebreakers,
    invitations,
    leases,
    lessons,
    meetings,
    pairs,
    people,
    places,
    programmes,
    steps,
    wishes,
)
from db.base import Base

SUBJECTS = (
    acts,
    announcements,
    comings,
    deliveries,
    goals,
    groups,
    heard,
    icebreakers,
    invitations,
    leases,
    meetings,
    lessons,
    pairs,
    people,
    places,
    programmes,
    steps,
    wishes,
)
metadata = Base.metadata

for table in metadata.tables.values():
    for index in table.indexes:
        if (where := index.info.get("where")) is not None:
            index.dialect_kwargs.update(sqlite_where=where, postgresql_where=where)
