"""A turn about a round asks the database for the same rows once."""

from collections import Counter
from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, event

from tests import rounds
from tests.people import Cast
from tests.phones import Phone
from tests.rounds import number
from tests.talk import Talk

pytestmark = pytest.mark.parametrize("ground", ["sqlite"], indirect=True)
WATCHED = ("FROM opinions", "FROM themes", "FROM seats", "members.role")

Asked = Counter[tuple[str, str]]
"""What was asked, with which values."""


@pytest.fixture
def asked(talk: Talk) -> Iterator[Asked]:
    """How often each question about answers, themes, seats and who comes was asked."""
    found: Asked = Counter()

    def note(_: Connection, cursor: object, statement: str, values: object, *rest: object) -> None:
        if statement.startswith("SELECT") and any(each in statement for each in WATCHED):
            found[statement, str(values)] += 1

    event.listen(talk.database.engine, "before_cursor_execute", note)
    yield found
    event.remove(talk.database.engine, "before_cursor_execute", note)


def once(phone: Phone, link: str, asked: Asked) -> None:
    """Open a page, for which nothing is asked again."""
    asked.clear()
    phone.forges(link)
    assert asked
    assert [each for each, count in asked.items() if count > 1] == []


def test_ones_own_answers(rosa: Phone, cast: Cast, asked: Asked) -> None:
    rounds.asks(rosa)
    rounds.answers(cast.phones["Nia"], "On rit", "Le temps")
    once(cast.phones["Nia"], f"round.mine:{number(cast.talk)}", asked)


def test_who_comes(rosa: Phone, talk: Talk, asked: Asked) -> None:
    rounds.opens(rosa)
    rosa.presses("Small groups", "Draw groups")
    once(rosa, f"tables.show:{number(talk)}", asked)


@pytest.mark.usefixtures("over")
def test_what_came_out(rosa: Phone, talk: Talk, asked: Asked) -> None:
    rounds.sorts(rosa)
    once(rosa, f"sorting.go_on:{number(talk)}:goes-well", asked)
    rosa.presses("New theme")
    rosa.says("Rire")
    rosa.presses_through("Rire")
    rosa.sees("All answers are sorted.")
    once(rosa, f"sorting.go_on:{number(talk)}:goes-well", asked)
    once(rosa, f"outcome.show:{number(talk)}", asked)
    assert sum("FROM opinions" in statement for statement, _ in asked) == 2
