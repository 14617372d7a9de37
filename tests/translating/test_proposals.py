"""A version by a machine, from Rosa's question to what members read."""

from tests.handlers.test_announcements import PICNIC, number, writes
from tests.handlers.test_versions import ARABIC_NAME, ENGLISH_NAME, GONE
from tests.people import gather
from tests.talk import Talk
from tests.translating.desk import Desk
from tests.translating.machine import HOST, Machine

BACKWARDS = PICNIC[::-1]


async def test_a_proposal_is_read_and_agreed_to(desk: Desk, machine: Machine) -> None:
    desk.asks()
    assert machine.heard == [], "no turn waits for the network"
    assert await desk.waits() == 1
    desk.rosa.sees(BACKWARDS, "A machine wrote it. Nobody reads it before you agree.")
    desk.rosa.presses("Use it")
    desk.rosa.sees_not("A machine wrote it. Nobody reads it before you agree.")
    desk.sends()
    desk.samir.sees(BACKWARDS, "Translated by a machine.")
    assert len(machine.heard) == 1


async def test_nobody_reads_it_before(desk: Desk) -> None:
    desk.asks()
    await desk.waits()
    desk.rosa.presses("Go back", "Languages")
    desk.rosa.sees("{language}: please look at the words.", language=ENGLISH_NAME)
    desk.rosa.presses("Go back")
    desk.rosa.presses("Send to {n} people", n=5)
    desk.talk.passes(minutes=1)
    desk.samir.sees("Picnic on Sunday.")
    desk.samir.may_not_press("Other languages")


async def test_reworded_it_is_a_persons(desk: Desk) -> None:
    desk.asks()
    await desk.waits()
    desk.rosa.presses("Change words")
    desk.rosa.sees(BACKWARDS)
    desk.rosa.says("A picnic on Sunday.")
    desk.sends()
    desk.samir.sees("A picnic on Sunday.")
    desk.samir.sees_not("Translated by a machine.")


async def test_it_is_thrown_away(desk: Desk) -> None:
    desk.asks()
    await desk.waits()
    desk.rosa.presses("Throw it away", "Throw it away")
    desk.rosa.sees("The words are thrown away.")
    desk.sends()
    desk.samir.sees("Picnic on Sunday.")


async def test_what_somebody_wrote_meanwhile_stays(desk: Desk) -> None:
    desk.asks()
    desk.rosa.presses("Go back", "Languages", ENGLISH_NAME, "I write it")
    desk.rosa.says("A picnic on Sunday.")
    await desk.waits()
    desk.rosa.sees("A picnic on Sunday.")
    desk.rosa.sees_not(BACKWARDS)


async def test_what_nobody_needs_any_more_is_not_asked_for(desk: Desk, machine: Machine) -> None:
    desk.asks()
    desk.rosa.presses("Go back", "Languages", ENGLISH_NAME, "I write it")
    desk.rosa.says("A picnic on Sunday.")
    await desk.waits()
    assert machine.heard == [], "no word left the server for nothing"


async def test_asked_twice_it_is_asked_once(desk: Desk, machine: Machine) -> None:
    desk.asks()
    desk.rosa.forges(f"machine.start:{number(desk.talk)}:en")
    assert await desk.waits() == 1
    assert len(machine.heard) == 1
    with desk.talk.nothing_changes():
        for page in ("explain", "start", "come"):
            desk.rosa.forges(f"machine.{page}:{number(desk.talk)}:en")
            desk.rosa.sees(BACKWARDS)


async def test_whoever_coordinates_reads_that_words_may_leave(desk: Desk) -> None:
    desk.rosa.forges("privacy.know")
    desk.rosa.sees("A machine may translate announcements: {host}", host=HOST)
    desk.samir.forges("privacy.know")
    desk.samir.sees_not("A machine may translate announcements: {host}", host=HOST)


async def test_it_is_for_coordinators(desk: Desk) -> None:
    writes(desk.rosa)
    with desk.talk.nothing_changes():
        for page in ("explain", "start", "come"):
            desk.samir.forges(f"machine.{page}:{number(desk.talk)}:en")
            desk.samir.sees(GONE)
            desk.rosa.forges(f"machine.{page}:{number(desk.talk)}:xx")
            desk.rosa.sees(GONE)


def test_without_an_engine_there_is_none(talk: Talk) -> None:
    rosa = gather(talk).phones["Rosa"]
    writes(rosa)
    rosa.presses("Languages", ARABIC_NAME)
    rosa.may_not_press("Ask a machine")
    with talk.nothing_changes():
        for page in ("explain", "start", "come"):
            rosa.forges(f"machine.{page}:{number(talk)}:ar")
            rosa.sees(GONE)
