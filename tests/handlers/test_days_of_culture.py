"""Days of culture: chosen by tapping, known to nobody else until one says so, and then only to partners."""

from datetime import date

from db.observances import Observance
from db.people import Role
from handlers.culture.content import library
from tests.people import Cast, Who
from tests.phones import Phone
from tests.talk import Talk

NOWRUZ = library()[Observance.NOWRUZ]
YALDA = library()[Observance.YALDA]


def settings(phone: Phone) -> None:
    phone.opens()
    phone.presses("Settings", "Days of culture")


def chooses(phone: Phone, *observances: Observance) -> None:
    """Tick days, on whichever page they stand."""
    settings(phone)
    phone.presses("Choose days")
    for each in observances:
        name = library()[each].name
        while not phone.finds(phone.say(name), phone.screen):
            phone.presses("More days")
        phone.presses(name)
    phone.presses("Done")


def tells(phone: Phone, name: str, *observances: Observance) -> None:
    chooses(phone, *observances)
    phone.presses("Tell {names}", names=name)
    phone.presses("Tell {names}", names=name)


def rows(talk: Talk) -> set[tuple[str, bool]]:
    return {(row["observance"], bool(row["shared_at"])) for row in talk.rows()["chosen_days"]}


def test_nothing_is_chosen_for_anybody(ada: Phone, talk: Talk) -> None:
    settings(ada)
    ada.sees("Choose days that matter to you. We write to you on the day.", "Nobody else sees your choice.")
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


def test_the_partner_knows_only_what_one_tells(ada: Phone, nia: Phone, talk: Talk) -> None:
    chooses(ada, Observance.NOWRUZ, Observance.YALDA)
    nia.forges("days.ahead")
    nia.sees("You have not chosen a day yet. You find them in the settings.")
    nia.forges("days.show:nowruz")
    nia.sees_not("Ada")
    ada.forges("days.show:nowruz")
    ada.presses("Tell {names}", names="Nia")
    ada.sees("You have told {names}.", names="Nia")
    assert rows(talk) == {("nowruz", True), ("yalda", False)}
    nia.forges("days.ahead")
    nia.sees(f"{nia.say(NOWRUZ.name)} · Ada")
    nia.sees_not(YALDA.name)
    nia.presses(NOWRUZ.name)
    nia.sees("A special day for {name}.", name="Ada")


def test_all_are_told_after_one_question(ada: Phone, nia: Phone, talk: Talk) -> None:
    chooses(ada, Observance.NOWRUZ, Observance.YALDA)
    ada.presses("Tell {names}", names="Nia")
    ada.sees("Shall we tell {names} of these days?", names="Nia")
    ada.sees(NOWRUZ.name, YALDA.name)
    ada.presses("Keep it to myself")
    assert rows(talk) == {("nowruz", False), ("yalda", False)}
    ada.presses("Tell {names}", names="Nia")
    ada.presses("Tell {names}", names="Nia")
    assert rows(talk) == {("nowruz", True), ("yalda", True)}
    ada.may_not_press("Tell {names}", names="Nia")
    nia.forges("days.ahead")
    nia.sees(NOWRUZ.name, YALDA.name)


def test_what_was_told_can_be_kept_to_oneself_again(ada: Phone, nia: Phone) -> None:
    tells(ada, "Nia", Observance.NOWRUZ)
    ada.forges("days.show:nowruz")
    ada.presses("Keep it to myself")
    ada.sees("Nobody else knows of it.")
    nia.forges("days.ahead")
    nia.sees_not(NOWRUZ.name, "Ada")


def test_a_day_given_up_is_told_to_nobody(ada: Phone, nia: Phone) -> None:
    tells(ada, "Nia", Observance.NOWRUZ)
    ada.presses("Choose days", NOWRUZ.name)
    nia.forges("days.ahead")
    nia.sees_not(NOWRUZ.name)


def test_a_later_partner_does_not_know(ada: Phone, nia: Phone, cast: Cast, talk: Talk) -> None:
    tells(ada, "Nia", Observance.NOWRUZ)
    talk.clock.forward(minutes=1)
    zoe = cast.joined(Who("Zoe", Role.MENTOR))
    cast.pairs("Ada", "Zoe")
    zoe.forges("days.show:nowruz")
    zoe.sees_not("Ada")
    ada.forges("days.show:nowruz")
    ada.sees("You have told {names}.", names="Nia")
    ada.presses(
        "Tell {names}", names=ada.words.listed(["Nia", "Zoe"]).replace("\u2068", "").replace("\u2069", "")
    )
    zoe.forges("days.show:nowruz")
    zoe.sees("A special day for {name}.", name="Ada")


def test_nobody_else_sees_anything(ada: Phone, samir: Phone, rosa: Phone, talk: Talk) -> None:
    tells(ada, "Nia", Observance.NOWRUZ)
    for phone in (samir, rosa):
        phone.forges("days.ahead")
        phone.sees_not(NOWRUZ.name)
        phone.forges("days.show:nowruz")
        phone.sees_not("Ada")


def test_forged_days_lead_nowhere(ada: Phone, talk: Talk) -> None:
    with talk.nothing_changes():
        for link in ("days.show:nothing", "choosing.tick:", "days.come:2027-03-21:noon", "days.choose:1"):
            ada.forges(link)
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
    ada.sees("You do not hear of public holidays.")
    ada.presses("Forget me", "Erase everything")
    assert rows(talk) == set()
