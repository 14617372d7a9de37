"""Who may pass messages on from a group besides its coordinators: they ask once, a coordinator answers."""

import pytest

from db.people import Role
from tests.handlers.test_relaying import GONE, POOL, drafts
from tests.people import Cast, Who, settle
from tests.phones import Phone
from tests.rooms import Room
from tests.talk import Talk

MAY_NOT = "Only people whom a coordinator chose can pass messages on."


@pytest.fixture
def sami(talk: Talk) -> Phone:
    """Sami is in the group, and has never opened us."""
    return Phone(talk, 3003, "en")


def test_sami_asks_once_and_rosa_allows_it(rosa: Phone, sami: Phone, chez_rosa: Room, talk: Talk) -> None:
    chez_rosa.relays(sami, POOL, "Sami")
    chez_rosa.sees("I ask a coordinator if you may pass messages on.")
    chez_rosa.relays(sami, POOL, "Sami")
    chez_rosa.sees(MAY_NOT)
    assert drafts(talk) == []
    assert talk.delivers() == 1
    rosa.sees("{name} asks to pass messages on from {group}.", name="Sami", group="Chez Rosa")
    rosa.presses("Allow")
    rosa.may_press("Sami")
    chez_rosa.relays(sami, POOL, "Sami")
    chez_rosa.sees("{name} gets it in private.", name="Rosa")
    talk.delivers()
    rosa.sees(POOL, "This is how it will look.")
    assert not sami.messages, "nobody is written to who never opened us"


def test_rosa_ends_it(rosa: Phone, sami: Phone, chez_rosa: Room, talk: Talk) -> None:
    chez_rosa.relays(sami, POOL, "Sami")
    talk.delivers()
    rosa.presses("Allow", "Sami")
    rosa.sees("{name} may pass messages on.", name="Sami")
    rosa.presses("Not any more")
    rosa.sees_not("Sami")
    assert talk.rows()["relayers"] == []
    chez_rosa.relays(sami, POOL, "Sami")
    assert drafts(talk) == []


def test_rosa_does_not_allow_it(rosa: Phone, sami: Phone, chez_rosa: Room, talk: Talk) -> None:
    chez_rosa.relays(sami, POOL, "Sami")
    talk.delivers()
    rosa.presses("Not now")
    rosa.sees_not("Sami")
    with talk.nothing_changes():
        chez_rosa.relays(sami, POOL, "Sami")
    chez_rosa.sees(MAY_NOT)


def test_the_first_coordinator_to_answer_decides(
    rosa: Phone, sami: Phone, chez_rosa: Room, cast: Cast
) -> None:
    leo = cast.joined(Who("Leo", Role.COORDINATOR, "en"))
    chez_rosa.relays(sami, POOL, "Sami")
    assert cast.talk.delivers() == 2
    leo.presses("Allow")
    rosa.presses("Not now")
    rosa.may_press("Sami")
    chez_rosa.relays(sami, POOL, "Sami")
    chez_rosa.sees("{name} gets it in private.", name="Leo")


def test_many_who_ask_do_not_fill_the_desk(chez_rosa: Room, talk: Talk) -> None:
    for number in range(7):
        chez_rosa.relays(Phone(talk, 3100 + number, "en"), POOL, f"Guest {number}")
    assert len(talk.rows()["relayers"]) == 5


def test_a_member_without_the_right_asks_and_is_known_by_name(
    rosa: Phone, ada: Phone, chez_rosa: Room, talk: Talk
) -> None:
    chez_rosa.relays(ada, POOL, "whatever the app says")
    talk.delivers()
    rosa.sees("{name} asks to pass messages on from {group}.", name="Ada", group="Chez Rosa")
    ada.forges("privacy.know")
    ada.sees("You asked to pass messages on from {group}.", group="Chez Rosa")
    ada.forges("privacy.forget")
    assert talk.rows()["relayers"] == []
    rosa.presses("Allow")
    rosa.sees(GONE)


def test_who_asked_before_they_joined_is_forgotten_too(sami: Phone, chez_rosa: Room, cast: Cast) -> None:
    chez_rosa.relays(sami, POOL, "Sami")
    who = Who("Sami", Role.MENTOR, "en")
    cast.talk.look(lambda session: settle(session, cast.programme, who, sami))
    sami.forges("privacy.know")
    sami.sees("You asked to pass messages on from {group}.", group="Chez Rosa")
    sami.forges("privacy.forget")
    assert cast.talk.rows()["relayers"] == []


def test_a_coordinator_from_elsewhere_is_somebody_like_all(bea: Phone, chez_rosa: Room, talk: Talk) -> None:
    chez_rosa.relays(bea, POOL, "Bea")
    chez_rosa.sees("I ask a coordinator if you may pass messages on.")
    assert drafts(talk) == []


def test_forged_links_allow_nobody(sami: Phone, chez_rosa: Room, cast: Cast) -> None:
    rosa, ada, bea = (cast.phones[name] for name in ("Rosa", "Ada", "Bea"))
    chez_rosa.relays(sami, POOL, "Sami")
    with cast.talk.nothing_changes():
        for page in ("asked", "allow", "refuse", "overview", "show", "end"):
            for phone in (ada, bea):
                phone.forges(f"relaying.{page}:1")
                phone.sees(GONE)
        for link in ("relaying.allow:1", "relaying.this:1", "relaying.overview:1"):
            chez_rosa.is_forged(ada, link)
        rosa.forges("relaying.show:1")
        rosa.sees(GONE)
