"""Items: kept as they came, joined in the order they were sent in, each once; and not kept for ever."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select, type_coerce
from sqlalchemy.orm import Session
from sqlalchemy.types import JSON

from db import people
from db.contents import Item, Medium, joined
from db.people import Person
from tests.db.cast import NOW, Cast

names = st.text(st.characters(codec="utf-8"), max_size=20)
degrees = st.none() | st.floats(-180, 180)
items = st.builds(
    Item,
    medium=st.sampled_from(Medium),
    channel=names,
    file=names,
    name=names,
    latitude=degrees,
    longitude=degrees,
    address=names,
    position=st.integers(0, 2**53),
)


@given(items)
def test_what_goes_in_comes_out(item: Item) -> None:
    assert Item.of(item.row) == item


def test_only_what_there_is_is_kept() -> None:
    assert Item(Medium.PHOTO, "telegram", "p").row == {
        "medium": "photo",
        "channel": "telegram",
        "file": "p",
    }
    assert Item(Medium.PLACE, latitude=0.0, longitude=5.4).row == {
        "medium": "place",
        "latitude": 0.0,
        "longitude": 5.4,
    }


@given(st.permutations([Item(Medium.PHOTO, "telegram", each, position=n) for n, each in enumerate("abcde")]))
def test_pieces_stand_in_their_order_however_they_come(pieces: list[Item]) -> None:
    found: list[Item] = []
    for each in [*pieces, *pieces[:2]]:
        found = joined(found, [each])
    assert "".join(each.file for each in found) == "abcde"


def test_what_was_sent_again_stays_where_it_was() -> None:
    first, again = (Item(Medium.PHOTO, "telegram", "a", position=n) for n in (1, 9))
    other = Item(Medium.PHOTO, "telegram", "b", position=2)
    assert joined([first, other], [again]) == [first, other]


def test_a_column_of_items(session: Session, cast: Cast) -> None:
    kept = [Item(Medium.PLACE, latitude=43.3, longitude=0.0), Item(Medium.DOCUMENT, "telegram", "d", "Plan")]
    cast.ada.held, cast.ada.held_media = "", kept
    session.commit()
    session.expire_all()
    assert (cast.ada.held, cast.ada.held_media, cast.nia.held_media) == ("", kept, None)
    raw = select(type_coerce(Person.held_media, JSON)).where(Person.held.is_not(None))
    assert session.scalars(raw).one()[1] == {
        "medium": "document",
        "channel": "telegram",
        "file": "d",
        "name": "Plan",
    }
    cast.ada.held = cast.ada.held_media = None
    session.commit()
    assert session.scalars(select(Person.id).where(Person.held_media.is_not(None))).all() == []


def test_what_is_held_for_no_question_is_forgotten_too(session: Session, cast: Cast) -> None:
    for person, days in ((cast.ada, 3), (cast.nia, 1)):
        person.held, person.held_media = "us", [Item(Medium.PHOTO, "telegram", "p")]
        person.seen_on = NOW.date() - timedelta(days=days)
    session.flush()
    people.let_go(session, NOW - timedelta(days=1))
    session.expire_all()
    assert (cast.ada.held, cast.ada.held_media) == (None, None)
    assert cast.nia.held == "us"
