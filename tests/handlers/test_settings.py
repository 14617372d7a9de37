"""Settings: language, name, day and hour, zone, all changed in the chat and from then on everywhere."""

from tests.handlers.test_goals import adds_a_goal
from tests.phones import Phone
from tests.talk import Talk

GONE = "That is not here any more. Nothing has changed."


def test_everything_is_in_the_new_language(ada: Phone, nia: Phone, talk: Talk) -> None:
    ada.opens()
    ada.presses("Settings", "Change language", "Français")
    ada.sees("Settings", "Language: {language}", language="Français")
    assert ada.words.language == "fr"
    ada.opens()
    ada.may_press("See goals")
    adds_a_goal(nia)
    talk.passes(minutes=2)
    ada.sees("New goal from {name}: {goal}", name="Nia", goal="Order food in French")


def test_a_new_name_is_seen_by_the_partner(ada: Phone, nia: Phone) -> None:
    ada.opens()
    ada.presses("Settings", "Change name")
    ada.sees("What name would you like to use here?")
    ada.says("  Ada   Lina ")
    ada.sees("Name: {name}", name="Ada Lina")
    nia.opens()
    nia.sees("Ada Lina")


def test_an_empty_name_is_asked_again(ada: Phone, talk: Talk) -> None:
    ada.opens()
    ada.presses("Settings", "Change name")
    with talk.nothing_changes():
        ada.says("   ")
    ada.sees("What name would you like to use here?")


def test_a_very_long_name_is_not_kept(ada: Phone, nia: Phone) -> None:
    ada.opens()
    ada.presses("Settings", "Change name")
    ada.says("A" * 500)
    ada.sees("That is too long for me, so I have not kept it. Please write it shorter.")
    nia.opens()
    nia.sees("Ada")
    ada.says("A" * 40)
    ada.sees("Name: {name}", name="A" * 40)
    nia.opens()
    nia.sees("A" * 40)


def test_day_and_hour_are_two_taps(ada: Phone) -> None:
    ada.opens()
    ada.presses("Settings", "Change hour", ada.words.weekday(0))
    ada.may_press("09:00", "20:00")
    ada.may_not_press("08:00", "21:00")
    ada.presses("20:00")
    ada.sees("Messages from us: {weekday}, {clock}", weekday=ada.words.weekday(0), clock="20:00")


def test_the_zone_of_a_city_somebody_writes(ada: Phone, talk: Talk) -> None:
    ada.opens()
    ada.presses("Settings", "Change time zone")
    ada.sees("Choose a place with your time. Or write the name of a large city.")
    ada.says("Atlantis")
    ada.sees("I do not know this city. Please try a larger one near you.")
    ada.says("new york")
    ada.sees("Time zone: {place}", place=ada.words.place("America/New_York"))
    assert zone(talk) == "America/New_York"
    ada.presses("Change time zone")
    ada.says(ada.words.place("Europe/Athens"))
    assert zone(talk) == "Europe/Athens"


def test_the_command_for_the_language(ada: Phone) -> None:
    ada.says("/language")
    ada.sees("Please choose your language.")
    ada.presses("English")
    ada.sees("Language: {language}", language="English")


def test_forged_choices_change_nothing(ada: Phone, talk: Talk) -> None:
    with talk.nothing_changes():
        for link in (
            "settings.set_language:xx",
            "settings.set_language:",
            "timing.set_hour:3:3",
            "timing.set_hour:9:18",
            "timing.ask_hour:7",
            "timing.set_zone:Mars/Phobos",
            "timing.set_zone:../etc/passwd",
            "timing.set_appetite:daily",
            "timing.set_pause:9999-12-31",
            "timing.ask_pause:9999-12-01",
            "timing.set_pause:tomorrow",
        ):
            ada.forges(link)
            ada.sees(GONE)


def test_a_pause_until_a_day_gone_by_is_asked_again(ada: Phone, talk: Talk) -> None:
    with talk.nothing_changes():
        for day in ("2027-02-28", "0001-01-01"):
            ada.forges(f"timing.set_pause:{day}")
            ada.sees("Pause until which day?")


def zone(talk: Talk) -> str:
    return next(str(row["zone"]) for row in talk.rows()["people"] if row["name"] == "Ada")
