"""The end: a season ends by itself, with a warm word and a keepsake; what was done stays to be read."""

from datetime import date, timedelta

from tests.handlers.seasons import ERASED, LATER, OVER, PREPARED, WORD, day, ends, full, keepsake, moves_to
from tests.handlers.test_goals import ORDER
from tests.handlers.test_meetings import agreed, met_before
from tests.handlers.test_parting import pending
from tests.handlers.test_path import both_open_an_idea, does_a_step
from tests.handlers.test_settings import GONE
from tests.handlers.test_steps import FIVE
from tests.phones import Phone
from tests.talk import Talk

COMPLETE = "Your time together is complete."
DID = "What you did with {names}"
ERASING = "On {day} we erase all the rest: goals, steps, meetings."


def lives(ada: Phone, nia: Phone, talk: Talk) -> None:
    """A season in short: a step with what helped, a meeting, an idea both opened, thanks of both."""
    does_a_step(ada)
    ada.presses("Say what helped")
    ada.says("Écouter d’abord")
    met_before(ada, talk)
    both_open_an_idea(ada, nia)
    moves_to(talk, PREPARED)
    ada.forges("thanking.keep:1:courage")
    nia.opens()
    nia.presses("The last weeks", "Write thanks")
    nia.says("Merci pour le thé")


def test_it_ends_by_itself_with_one_warm_word(ada: Phone, nia: Phone, rosa: Phone, talk: Talk) -> None:
    agreed(ada, nia, talk)
    moves_to(talk, OVER - timedelta(minutes=1))
    shown = ada.last, nia.last
    moves_to(talk, OVER)
    assert (ada.last, nia.last) == shown, "it is night"
    assert {row["way"] for row in talk.rows()["partings"]} == {"season"}
    moves_to(talk, WORD)
    assert (ada.last, nia.last) == (shown[0] + 1, shown[1] + 1)
    for phone in (ada, nia):
        phone.sees(COMPLETE, "Thank you for every step you took together.")
        phone.sees("This keepsake is yours. It stays in your chat.")
        phone.sees(ERASING, day=full(phone, ERASED))
        phone.may_press("Five questions", "Home")
        assert keepsake(phone).write().startswith(b"%PDF")
    assert {row["kind"] for row in pending(talk, "Ada", "Nia")} == {"closing"}, "one question is left"
    rosa.sees("The seasons of {n} pairs are over.", n=2)
    assert len([row for row in talk.rows()["deliveries"] if row["kind"] == "desk"]) == 1
    rosa.presses("Season over: {names}", names=rosa.words.listed(["Ada", "Nia"]))
    rosa.sees("They rest until {day}. Then they wait again.", day=day(rosa, date(2027, 9, 22)))
    rosa.presses("Done")
    rosa.opens()
    rosa.presses("Open my desk", "Season over: {names}", names=rosa.words.listed(["Samir", "Ines"]))
    rosa.presses("Done")
    rosa.forges("following.seasons:1")
    rosa.sees(GONE)
    rosa.opens()
    rosa.presses("Open my desk")
    rosa.may_not_press("Season over: {names}", names=rosa.words.listed(["Ada", "Nia"]))


def test_ending_it_twice_is_one_end(ada: Phone, talk: Talk) -> None:
    ends(talk)
    with talk.nothing_changes():
        talk.keeps_house()
    ada.opens()
    ada.sees_not("Next step: {step}".replace("{step}", "").strip())


def test_at_the_last_minute_somebody_parts_and_it_is_one_end(ada: Phone, nia: Phone, talk: Talk) -> None:
    moves_to(talk, PREPARED)
    ada.forges("parting.end:1")
    ends(talk)
    assert [row["way"] for row in talk.rows()["partings"] if row["pair_id"] == 1] == ["ended"]
    nia.sees("Your pair with {names} has come to its end.", names="Ada")


def test_the_keepsake_says_what_they_did_in_each_language(ada: Phone, nia: Phone, talk: Talk) -> None:
    lives(ada, nia, talk)
    ends(talk)
    for phone in (ada, nia):
        album = keepsake(phone).album
        [chapter] = album.chapters
        assert ORDER in chapter.words
        [deed] = chapter.deeds
        assert (FIVE in deed.words, "Écouter d’abord" in deed.lesson) == (True, True)
        assert ["Café du Port" in each.place for each in album.stops] == [True]
        assert len(album.ideas) == 1
        assert [each.name.strip("\u2068\u2069") for each in album.thanks] == ["Ada", "Nia"]
        assert phone.say("You gave me courage") in album.thanks[0].words
        assert "Merci pour le thé" in album.thanks[1].words
        assert album.landscape.language == phone.words.language


def test_it_stays_two_taps_away(ada: Phone, nia: Phone, talk: Talk) -> None:
    lives(ada, nia, talk)
    ends(talk)
    ada.opens()
    ada.presses(DID, names="Nia")
    ada.sees(ERASING, day=full(ada, ERASED))
    ada.presses("See what we did")
    ada.sees("Step done: {step}", step=FIVE)
    ada.opens()
    ada.presses(DID, names="Nia")
    ada.presses("Get the keepsake")
    assert keepsake(ada).album.chapters


def test_nothing_of_it_comes_after_the_end(ada: Phone, nia: Phone, talk: Talk) -> None:
    ends(talk)
    shown = ada.last, nia.last
    while talk.clock.now() < LATER - timedelta(days=1):
        moves_to(talk, talk.clock.now() + timedelta(days=1))
    assert (ada.last, nia.last) == shown
    with talk.nothing_changes():
        for link in ("goals.overview:1", "nudges.weekly:1", "closing.soon:1", "closing.moved:1"):
            ada.forges(link)
            ada.sees(GONE)


def test_in_a_pause_the_last_word_waits(ada: Phone, nia: Phone, talk: Talk) -> None:
    moves_to(talk, OVER - timedelta(days=2))
    ada.forges(f"pausing.until:{(OVER + timedelta(days=8)).date()}")
    ends(talk)
    nia.sees(COMPLETE)
    ada.sees_not(COMPLETE)
    ada.opens()
    ada.may_press(DID, names="Nia")
    moves_to(talk, WORD + timedelta(days=8))
    ada.sees(COMPLETE)


def test_whoever_cannot_be_reached_does_not_keep_it_open(ada: Phone, nia: Phone, talk: Talk) -> None:
    ada.blocks()
    nia.blocks()
    ends(talk)
    assert len(talk.rows()["partings"]) == 2
    ada.unblocks()
    ada.opens()
    ada.may_press(DID, names="Nia")


def test_what_did_not_fit_is_not_looked_back_at(ada: Phone, nia: Phone, talk: Talk) -> None:
    met_before(ada, talk)
    for phone, answer in ((ada, 1), (nia, 0)):
        phone.forges("going_on.ask:1")
        phone.forges(f"going_on.answer:1:{answer}")
    talk.passes(hours=2)
    ada.opens()
    ada.may_not_press(DID, names="Nia")
    ada.forges("ending.show:1")
    ada.sees(GONE)


def test_it_is_nobody_elses(samir: Phone, bea: Phone, rosa: Phone, talk: Talk) -> None:
    with talk.nothing_changes():
        samir.forges("ending.show:2")
        samir.sees(GONE)
    ends(talk)
    for phone in (samir, bea, rosa):
        with talk.nothing_changes():
            for link in ("ending.over:1", "ending.show:1", "ending.get:1", "path.overview:1:0"):
                phone.forges(link)
                phone.sees(GONE)
