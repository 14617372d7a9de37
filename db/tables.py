"""Every table in one place and whole, for migrations and for the test that holds the two equal."""

from importlib import import_module

from db.base import Base

SUBJECTS = (
    "activities",
    "acts",
    "announcements",
    "answers",
    "askings",
    "comings",
    "contributions",
    "days",
    "decisions",
    "deliveries",
    "editions",
    "events",
    "gatherings",
    "goals",
    "group_topics",
    "groups",
    "guests",
    "heard",
    "icebreakers",
    "invitations",
    "leases",
    "lessons",
    "meetings",
    "opinions",
    "outings",
    "pairs",
    "partings",
    "people",
    "picks",
    "places",
    "programmes",
    "pulses",
    "relayers",
    "remarks",
    "rounds",
    "seats",
    "showings",
    "stayings",
    "steps",
    "surveys",
    "thanks",
    "themes",
    "threads",
    "translations",
    "versions",
    "wishes",
)
for subject in SUBJECTS:
    import_module(f"db.{subject}")

metadata = Base.metadata

for table in metadata.tables.values():
    for index in table.indexes:
        if (where := index.info.get("where")) is not None:
            index.dialect_kwargs.update(sqlite_where=where, postgresql_where=where)
