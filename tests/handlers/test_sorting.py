"""After a round: answers without names are sorted by taps into themes, and the three lists go back to all."""

import pytest

from db.people import Role
from tests import rounds
from tests.people import Cast, Who
from tests.phones import Phone
from tests.rounds import SAID, answers, asks, closes, number, sorts
from tests.talk import Talk

pytestmark = pytest.mark.usefixtures("over")
WELL = [said[0] for said in SAID.values()]
GONE = "That is not here any more. Nothing has changed."


def test_all_answers_stand_in_one_order_for_good(rosa: Phone, cast: Cast) -> None:
    rosa.presses("What goes well")
    rosa.sees("{n} answers.", n=5)
    rosa.sees(*WELL)
    rosa.sees_not("Few answers: names could be guessed.", *rounds.ASKED)
    shown = rosa.text
    rosa.presses("Go back", "What goes well")
    assert rosa.text == shown


def test_a_language_is_named_only_where_five_answered_in_it(cast: Cast, rosa: Phone) -> None:
    rosa.presses("What goes well")
    rosa.sees_not("<i>In {language}</i>", language="Français")
    for name in ("Lou", "Max"):
        cast.joined(Who(name, Role.MENTOR, "fr"))
    asks(rosa)
    for name in ("Nia", "Ines", "Zoe", "Lou", "Max", "Ada"):
        answers(cast.phones[name], f"Bien dit par {len(name)}")
    closes(rosa)
    rosa.presses("What goes well")
    rosa.sees("En Français")
    rosa.sees_not("En العربية")


def test_one_answer_a_screen_and_a_tap_sorts_it(rosa: Phone) -> None:
    sorts(rosa)
    rosa.sees("{number} of {count}", number=1, count=5)
    first = shown(rosa)
    rosa.presses("New theme")
    rosa.sees("What is it about? Write one to three words.", first)
    rosa.says("Humour")
    rosa.sees("{number} of {count}", number=2, count=5)
    second = shown(rosa)
    assert second != first
    rosa.presses_again("Humour")
    rosa.sees("{number} of {count}", number=3, count=5)
    rosa.presses("Leave out")
    rosa.presses("Undo")
    rosa.sees("{number} of {count}", number=3, count=5)
    rosa.presses("Leave out", "Undo", "Undo")
    assert shown(rosa) == second
    rosa.presses("Humour", "Leave out", "Humour", "Humour")
    rosa.sees("All answers are sorted.")
    rosa.presses("Undo")
    rosa.sees("{number} of {count}", number=5, count=5)


def test_the_same_name_is_the_same_theme_and_ten_are_enough(rosa: Phone, talk: Talk) -> None:
    sorts(rosa)
    for name in ("Rire", "rire"):
        rosa.presses("New theme")
        rosa.says(name)
    assert [row["name"] for row in talk.rows()["themes"]] == ["Rire"]
    rosa.presses("New theme")
    rosa.says("  ")
    rosa.sees("{number} of {count}", number=3, count=5)
    for each in range(9):
        if each:
            rosa.presses("Undo")
        rosa.presses("New theme")
        rosa.says(f"Theme {each}")
    rosa.may_not_press("New theme")
    rosa.forges(rosa.link("Theme 0").replace("put", "ask_theme").rpartition(":")[0])
    with talk.nothing_changes():
        rosa.says("Eleven")
    rosa.sees(
        "There are ten themes already, so I have not kept “{theme}”. Please choose one of them.",
        theme="Eleven",
    )
    rosa.may_press("Theme 0")


def test_no_other_programme_and_no_member_gets_near(rosa: Phone, bea: Phone, ada: Phone, cast: Cast) -> None:
    sorts(rosa)
    rosa.presses("New theme")
    rosa.says("Rire")
    talk, which = cast.talk, number(cast.talk)
    theme, row = talk.rows()["themes"][0]["id"], talk.rows()["opinions"][0]["id"]
    links = [f"{page}:{which}:goes-well" for page in ("reading.read", "sorting.go_on", "themes.overview")]
    links += [f"sorting.{page}:{row}" for page in ("show", "leave_out", "undo", "ask_theme")]
    links += [f"sorting.put:{row}:{theme}", f"themes.answer:{row}", f"themes.quote:{row}:1"]
    links += [f"themes.{page}:{theme}" for page in ("ask_name", "ask_merge")]
    links += [f"themes.show:{theme}:0", f"themes.left_out:{which}:goes-well:0"]
    links += [f"themes.merge:{theme}:{theme}", f"outcome.show:{which}", f"outcome.tell:{which}"]
    with talk.nothing_changes():
        for phone in (bea, ada):
            for link in links:
                phone.forges(link)
                phone.sees(GONE)
                phone.sees_not("Rire", *(words for words in WELL if words != SAID["Ada"][0]))


def test_an_answer_goes_into_no_theme_of_another_question(rosa: Phone, talk: Talk) -> None:
    sorts(rosa)
    for name in ("Rire", "Apprendre"):
        rosa.presses("New theme")
        rosa.says(name)
    rows, (first, second) = talk.rows()["opinions"], talk.rows()["themes"]
    hard = next(row["id"] for row in rows if row["question"] == "hard")
    with talk.nothing_changes():
        for link in (
            f"sorting.put:{hard}:{first['id']}",
            f"themes.merge:{second['id']}:{second['id']}",
            f"themes.quote:{hard}:1",
            f"themes.quote:{hard}:2",
        ):
            rosa.forges(link)
            rosa.sees(GONE)


def shown(rosa: Phone) -> str:
    """The answer on the screen."""
    [found] = [words for words in WELL if words in rosa.text]
    return found
