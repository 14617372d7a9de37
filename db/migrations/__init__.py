"""Migrations: from an empty database to today's tables, and back."""

from pathlib import Path

from sqlalchemy import Engine, inspect, text

HERE = Path(__file__).parent


def migrate(engine: Engine, revision: str = "head") -> None:
    """Bring the database to a revision: forwards to `head`, backwards to `base` or any between."""
    if revision == "head" and current(engine) == head():
        return
    from alembic import command  # only here: without it, a bot with nothing to migrate starts sooner
    from alembic.config import Config

    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":  # several processes may start at once
            connection.execute(text("SELECT pg_advisory_xact_lock(727277)"))
        config = Config()
        config.set_main_option("script_location", str(HERE))
        config.attributes["connection"] = connection
        backwards = revision == "base" or revision.startswith("-")
        (command.downgrade if backwards else command.upgrade)(config, revision)


def current(engine: Engine) -> str | None:
    """The revision the database is at; None for an empty one."""
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
        return found


def head() -> str:
    """The newest revision there is: the highest number that a file of `versions` begins with."""
    return max(file.name.partition("_")[0] for file in (HERE / "versions").glob("[0-9]*_*.py"))
