"""Privacy: whoever asks sees every word that is kept of them, and whoever leaves leaves nothing behind."""

from sqlalchemy import func, select

from db import heard
from db.heard import Heard
from db.needs import Need
from db.people import Role
from handlers.kit import ready
from tests.handlers.test_announcements import sends, writes
from tests.handlers.test_goals import ORDER, adds_a_goal
from tests.handlers.test_ready import CAFE, called
from tests.handlers.test_steps import FIVE, adds_a_step
from tests.people import Cast
from tests.phones import Phone
from tests.talk import Rows, Talk

ADA = 1001
"""The number of Ada's chat."""


def test_ada_sees_everything_we_know(ada: Phone, cast: Cast) -> None:
    adds_a_step(ada)
    ada.presses("Go back", "Change it", "Say why")
    ada.says("So I can eat out alone")
    ada.opens()
    ada.presses("Settings", "What you know of me")
    ada.sees("What we know about you", ORDER, "So I can eat out alone", FIVE, "Nia", "Marseille 2027")
    ada.sees("Name: {name}", name="Ada")
    ada.sees(str(ada.number), "العربية", "Français", ada.words.place("Europe/Paris"))
    ada.sees(ada.say("Work and training"))
    ada.may_press("Forget me", "Home")


def test_every_word_somebody_wrote_is_shown(nia: Phone, rosa: Phone) -> None:
    adds_a_step(nia, "Visit the library")
    nia.presses("Go back", "Change it", "Say why")
    nia.says("It opens doors")
    writes(rosa)
    for phone, words in (
        (rosa, ["Picnic on Sunday."]),
        (nia, [ORDER, "It opens doors", "Visit the library"]),
    ):
        phone.opens()
        phone.presses("Settings", "What you know of me")
        phone.sees("You wrote:", *words)


def test_ready_words_somebody_picked_are_shown(ada: Phone) -> None:
    ada.opens()
    ada.presses("See goals", "Add a first goal", "Language", "Add a step", called(ada, CAFE))
    ada.forges("privacy.know")
    goal = str(ada.words._(ready.goals()[Need.LANGUAGE]))
    ada.sees("Ready words you picked: {words}", words=f"{goal} · {called(ada, CAFE)}")


def test_erasing_is_asked_once(ada: Phone, talk: Talk) -> None:
    ada.opens()
    ada.presses("Settings", "What you know of me")
    with talk.nothing_changes():
        ada.presses("Forget me")
        ada.sees("Shall we erase everything about you?", "This cannot be undone.")
        ada.presses("Home")


def test_nothing_is_left_of_whoever_leaves(ada: Phone, nia: Phone, talk: Talk) -> None:
    adds_a_step(ada)
    nia.opens()
    nia.presses("See goals", ORDER, FIVE, "Change it", "Change who", "Ada")
    thursday_and_a_fault(talk)
    person = next(row["id"] for row in talk.rows()["people"] if row["name"] == "Ada")
    forgets(ada)
    ada.sees("Everything about you is erased. We wish you well.")
    assert traces(talk.rows(), person) == []
    lanes = select(func.count()).select_from(Heard).where(Heard.lane == ada.number)
    assert talk.look(lambda session: session.scalars(lanes).one()) == 0
    ada.says("hello")
    ada.sees("You need an invitation to come in. An association near you can give you one.")


def test_whoever_stays_gets_a_kind_word_and_keeps_no_foreign_words(
    ada: Phone, nia: Phone, talk: Talk
) -> None:
    adds_a_step(ada)
    talk.passes(minutes=2)
    old = nia.last
    forgets(ada)
    assert talk.delivers() == 2, "Nia, and Rosa, who can look for somebody new"
    nia.sees("Your partner has left Passerelle. Nobody is at fault.")
    nia.sees("Thank you for the steps you took together.")
    nia.sees("The coordinator knows that you are free again.")
    nia.sees_not("Ada", ORDER)
    nia.presses(FIVE, on=old)
    nia.sees("That is not here any more. Nothing has changed.")
    nia.sees_not("Ada", ORDER, FIVE)
    nia.says("/goals")
    nia.sees_not("Ada", ORDER, FIVE)
    nia.opens()
    nia.presses("Settings", "What you know of me")
    nia.sees_not("Ada", ORDER, FIVE)


def test_what_the_other_wrote_is_still_shown_to_the_other(ada: Phone, nia: Phone) -> None:
    adds_a_goal(nia, "Visit the library")
    forgets(ada)
    nia.opens()
    nia.presses("Settings", "What you know of me")
    nia.sees("Visit the library")


def test_no_word_of_the_pair_comes_afterwards(ada: Phone, nia: Phone, talk: Talk) -> None:
    adds_a_step(nia)
    forgets(ada)
    talk.delivers()
    shown = nia.last
    talk.passes(minutes=2)
    talk.clock.at("Thursday 18:00")
    talk.delivers()
    assert nia.last == shown


def test_the_mentor_is_free_for_somebody_else(ada: Phone, rosa: Phone) -> None:
    forgets(ada)
    rosa.says("/desk")
    rosa.sees("{n} mentor waits.", n=1)
    rosa.sees("{n} pair is together.", n=1)


def test_erasing_twice_is_harmless(ada: Phone) -> None:
    forgets(ada)
    ada.forges("privacy.forget")
    ada.sees("You need an invitation to come in. An association near you can give you one.")


def test_whoever_was_erased_may_come_again_as_somebody_new(ada: Phone, cast: Cast) -> None:
    forgets(ada)
    ada.opens(cast.invitation(Role.MENTEE))
    ada.sees("Please choose your language.")


def test_an_announcement_outlives_its_author_without_the_name(rosa: Phone, nia: Phone, talk: Talk) -> None:
    writes(rosa)
    sends(rosa)
    forgets(rosa)
    talk.delivers()
    nia.sees("Picnic on Sunday.")
    nia.sees_not("Rosa")


def forgets(ada: Phone) -> None:
    ada.opens()
    ada.presses("Settings", "What you know of me", "Forget me", "Erase everything")


def thursday_and_a_fault(talk: Talk) -> None:
    """A weekly word was sent, and an update of Ada's could not be read."""
    talk.clock.at("Thursday 18:00")
    talk.delivers()
    row = {"update_id": 777_000, "lane": ADA, "raw": '{"text": "secret"}', "heard_at": talk.clock.now()}
    talk.look(lambda session: heard.keep(session, [row]))
    talk.look(lambda session: heard.set_aside(session, 777_000, "fault"))


def traces(rows: Rows, person: int) -> list[str]:
    """Where anything of Ada's is left: a row that names her, or words she wrote."""
    words = ("Ada", ORDER, FIVE, str(ADA))
    return [
        f"{table}: {row}"
        for table, found in rows.items()
        for row in found
        if any(name.endswith("person_id") and value == person for name, value in row.items())
        or any(word == str(value) or word in str(value) for word in words[1:] for value in row.values())
        or row.get("name") == "Ada"
        or row.get("doer_id") == person
        or row.get("written_by_id") == person
    ]
