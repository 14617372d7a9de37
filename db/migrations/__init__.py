"""Migrations: from an empty database to today's tables, and back."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, text

HERE = Path(__file__).parent


def migrate(engine: Engine, revision: str = "head") -> None:
    """Bring the database to a revision: forwards to `head`, backwards to `base` or any between."""
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":  # several processes may start at once
            connection.execute(text("SELECT pg_advisory_xact_lock(727277)"))
        config = _config()
        config.attributes["connection"] = connection
        backwards = revision == "base" or revision.startswith("-")
        (command.downgrade if backwards else command.upgrade)(config, revision)


def current(engine: Engine) -> str | None:
    """The revision the database is at; None for an empty one."""
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def head() -> str | None:
    """The newest revision there is."""
    return ScriptDirectory.from_config(_config()).get_current_head()


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(HERE))
    return config
