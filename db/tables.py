"""Every table in one place, for migrations and for the test that holds the two equal."""

from db import (
    acts,
    announcements,
    deliveries,
    goals,
    groups,
    heard,
    icebreakers,
    invitations,
    leases,
    pairs,
    people,
    programmes,
    steps,
)
from db.base import Base

SUBJECTS = (
    acts,
    announcements,
    deliveries,
    goals,
    groups,
    heard,
    icebreakers,
    invitations,
    leases,
    pairs,
    people,
    programmes,
    steps,
)
metadata = Base.metadata
