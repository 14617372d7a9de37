"""Days of culture: chosen by tapping, each with a page of its own; nothing is chosen for anybody."""

from datetime import date

from db.observances import Observance
from handlers.culture.content import library
from tests.days import NOWRUZ, chooses, rows, settings, tells
from tests.phones import Phone
from tests.talk import Talk


def test_nothing_is_chosen_for_anybody(ada: Phone, talk: Talk) -> None:
    settings(ada)
    ada.sees("Choose days that matter to you. We write to you on the day.", "We show your choice to nobody.")
    ada.may_press("Public holidays")
    ada.presses("Choose days")
    assert [label for label in ada.labels if label.endswith("✓")] == []
    assert rows(talk) == set()


def test_four_taps_from_home_choose_a_day_and_one_more_takes_it_back(ada: Phone, talk: Talk) -> None:
    ada.opens()
    ada.presses("Settings", "Days of culture", "Choose days", NOWRUZ.name)
    assert rows(talk) == {("nowruz", False)}
    assert f"{ada.say(NOWRUZ.name)} ✓" in ada.labels
    ada.presses("Done")
    ada.sees("Your days: {days}", days=ada.say(NOWRUZ.name))
    ada.presses("Choose days", NOWRUZ.name)
    assert rows(talk) == set()


def test_every_day_is_on_some_page(ada: Phone) -> None:
    settings(ada)
    ada.presses("Choose days")
    seen = set(ada.labels)
    for _ in range(3):
        ada.presses("More days")
        seen |= set(ada.labels)
    assert {ada.say(entry.name) for entry in library().values()} <= seen


def test_a_day_pressed_twice_is_chosen_once(ada: Phone, talk: Talk) -> None:
    settings(ada)
    ada.presses("Choose days")
    ada.presses_again(NOWRUZ.name)
    assert rows(talk) == {("nowruz", False)}


def test_a_day_has_a_page(ada: Phone) -> None:
    chooses(ada, Observance.NOWRUZ)
    ada.presses("Days to come", NOWRUZ.name)
    ada.sees(NOWRUZ.words, "You may say: {greeting}", greeting=ada.say(NOWRUZ.greeting))
    ada.sees("To talk about: {question}", question=ada.say(NOWRUZ.question))
    ada.sees("This is one of your days.", "Nobody else knows of it.")
    assert ada.words.month_day(date(2027, 3, 21)) in ada.text
    ada.presses("Remove this day")
    ada.sees_not("This is one of your days.")
    ada.presses("Choose this day")
    ada.sees("This is one of your days.")


def test_moon_days_are_said_as_around(nia: Phone) -> None:
    nia.forges("days.show:eid-al-fitr")
    day = nia.words.day(date(2027, 3, 9))
    nia.sees("Around {day}. The exact day may differ.", day=day)
    nia.presses("Choose this day", "Days to come")
    nia.sees("Around {day}: {name}", day=day, name=nia.say("Eid al-Fitr"))


def test_forged_days_lead_nowhere(ada: Phone, talk: Talk) -> None:
    with talk.nothing_changes():
        for link in (
            "days.show:nothing",
            "choosing.tick:",
            "days.come:2027-03-21:noon",
            "days.ahead:1",
            "days.choose:1",
        ):
            ada.forges(link)
            ada.sees("That is not here any more. Nothing has changed.")
    for day in ("0001-01-01", "2027-03-01", "2027-03-21", "9999-12-31"):
        for part in ("morning", "evening"):
            ada.forges(f"days.come:{day}:{part}")
            ada.sees("That is not here any more. Nothing has changed.")
    ada.forges("days.tell:nowruz")
    ada.sees_not("You have told {names}.", names="Nia")
    assert rows(talk) == set()


def test_it_can_be_read_and_erased(ada: Phone, talk: Talk) -> None:
    tells(ada, "Nia", Observance.NOWRUZ)
    ada.presses("Public holidays")
    ada.opens()
    ada.presses("Settings", "What you know of me")
    day = ada.say(NOWRUZ.name)
    ada.sees("Your days: {days}", days=day)
    ada.sees("You have told of: {days}", days=day)
    ada.sees("We do not tell you of public holidays.")
    ada.presses("Forget me", "Erase everything")
    assert rows(talk) == set()
