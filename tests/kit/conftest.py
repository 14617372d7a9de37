"""The cast of the database's tests, for what the kit finds through people."""

from tests.db.conftest import cast, session

__all__ = ["cast", "session"]
