"""Every table in one place, for migrations and for the test that holds the two equal."""

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
