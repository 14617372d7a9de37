"""A cast that is put back is the cast that was gathered."""

from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import Engine

from db.engine import Database
from db.people import Role
from tests import people, snapshots
from tests.databases import Ground
from tests.people import Who, gather
from tests.talk import Talk


@pytest.fixture
def talks(ground: Ground, engine_on: Callable[[str], Engine]) -> Iterator[list[Talk]]:
    """Two of them, on empty databases of one kind."""
    urls = [ground.fresh(), ground.fresh()]
    databases = [Database(engine_on(url)) for url in urls]
    yield [Talk(each) for each in databases]
    for database, url in zip(databases, urls, strict=True):
        database.close()
        ground.drop(url)


def test_it_is_the_same_and_goes_on_from_there(talks: list[Talk]) -> None:
    people.SETTLED.clear()
    casts = [gather(each) for each in talks]
    gathered, restored = (each.look(snapshots.taken) for each in talks)
    assert restored == gathered
    for cast in casts:
        cast.joined(Who("Zoe", Role.MENTEE))
    assert talks[0].rows() == talks[1].rows()
    assert [each.number for each in casts[0].phones.values()] == [
        each.number for each in casts[1].phones.values()
    ]
