"""Which page stands behind a message of ours in somebody's chat, so that a reply to it finds its question."""

from sqlalchemy.orm import Session

from db import deliveries, outlook
from db.deliveries import Outcome
from db.kinds import Kind
from tests.db.cast import NOW, Cast

LINK = "bulletin.read:1"


def test_any_picture_of_an_album_and_nobody_elses(session: Session, cast: Cast) -> None:
    deliveries.plan(session, Kind.ANNOUNCEMENT, LINK, NOW, person_id=cast.ada.id)
    [claim] = deliveries.claim(session, NOW)
    assert outlook.behind(session, cast.ada, 7) is None
    deliveries.settle(session, claim, Outcome.SENT, NOW, message=7, further=[5, 6])
    assert [outlook.behind(session, cast.ada, each) for each in (4, 5, 6, 7, 8)] == [
        None,
        LINK,
        LINK,
        LINK,
        None,
    ]
    assert outlook.behind(session, cast.nia, 7) is None


def test_the_newest_page_of_a_message_that_was_written_anew(session: Session, cast: Cast) -> None:
    for link in (LINK, "incoming.gone:7"):
        deliveries.plan(session, Kind.ANNOUNCEMENT, link, NOW, person_id=cast.ada.id)
        [claim] = deliveries.claim(session, NOW)
        deliveries.settle(session, claim, Outcome.SENT, NOW, message=7)
    assert outlook.behind(session, cast.ada, 7) == "incoming.gone:7"
