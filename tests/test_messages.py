"""Which messages show what was sent, in whose chat: all of an album, and what had to be said anew."""

from functools import partial

from markupsafe import Markup

from bot.parcels import Parcel
from bot.posted import Posted
from db import deliveries
from db.kinds import Kind
from handlers import home
from handlers.kit.screen import Screen
from tests.people import Cast
from tests.phones import Phone
from tests.talk import START
from tests.test_postman import announces, cast, nia

__all__ = ["cast", "nia"]


def test_it_is_known_where_all_messages_of_an_album_stand(cast: Cast, nia: Phone) -> None:
    announces(cast)
    claims = cast.talk.look(lambda session: deliveries.claim(session, cast.talk.clock.now(), limit=2))
    parcels = [Parcel(each, nia.number, Screen(Markup("Picnic"))) for each in claims]
    for parcel, posted in zip(parcels, [Posted(9, (7, 8)), Posted(10)], strict=True):
        cast.talk.look(partial(cast.talk.postman.sent, parcel=parcel, posted=posted, now=START))
    rows = {row["id"]: row for row in cast.talk.rows()["deliveries"]}
    assert [(rows[each.id]["message"], rows[each.id]["further"]) for each in claims] == [
        (9, [7, 8]),
        (10, None),
    ]


def test_what_goes_over_an_album_goes_over_all_of_it(cast: Cast, nia: Phone) -> None:
    now = cast.talk.clock.now()
    to: dict[str, int | list[int] | None] = {"person_id": 3, "message": 9, "further": [7, 8]}
    cast.talk.look(lambda session: deliveries.plan(session, Kind.REPORT, home.open.link(), now, **to))
    [claim] = cast.talk.look(lambda session: deliveries.claim(session, now))
    parcel = cast.talk.look(partial(cast.talk.postman.prepare, claim=claim, now=now))
    assert parcel
    assert parcel.over == Posted(9, (7, 8))


def test_what_had_to_be_said_anew_is_known_where_it_stands(cast: Cast, nia: Phone) -> None:
    """A correction with no room below its picture is a new message; both of them can be taken back."""
    announces(cast)
    now, room = cast.talk.clock.now(), Posted(9)
    claims = cast.talk.look(lambda session: deliveries.claim(session, now, limit=2))
    for claim in claims:
        parcel = Parcel(claim, nia.number, Screen(Markup("Picnic")))
        cast.talk.look(partial(cast.talk.postman.sent, parcel=parcel, posted=room, now=now))
    to = {"person_id": claims[0].person_id or 0, "message": 9}
    cast.talk.look(lambda session: deliveries.plan(session, Kind.REPORT, home.open.link(), now, **to))
    rest = cast.talk.look(lambda session: deliveries.claim(session, now, limit=9))
    [over] = [each for each in rest if each.message]
    parcel = Parcel(over, nia.number, Screen(Markup("Picnic at six")), room)
    cast.talk.look(partial(cast.talk.postman.sent, parcel=parcel, posted=Posted(12, (9,)), now=now))
    rows = {row["id"]: row for row in cast.talk.rows()["deliveries"]}
    assert [(rows[each.id]["message"], rows[each.id]["further"]) for each in (*claims, over)] == [
        (12, [9]),
        (9, None),
        (12, [9]),
    ]
