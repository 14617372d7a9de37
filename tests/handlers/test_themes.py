"""Themes: looked at, called otherwise and joined; and the answers in them, quoted or sorted anew."""

import pytest

from db.people import Role
from tests.people import Cast, Who
from tests.phones import Phone
from tests.rounds import SAID, answers, asks, closes, number, sorts
from tests.talk import Talk

pytestmark = pytest.mark.usefixtures("over")
WELL = [said[0] for said in SAID.values()]
GONE = "That is not here any more. Nothing has changed."


def test_a_theme_is_renamed_and_joined_with_another(rosa: Phone, talk: Talk) -> None:
    sorts(rosa)
    for name in ("Rire", "Apprendre"):
        rosa.presses("New theme")
        rosa.says(name)
    rosa.presses("Rire", "Leave out", "Apprendre", "Go back", "What goes well", "See themes")
    rosa.presses("{theme} ({n})", theme="Rire", n=2)
    rosa.presses("Change its name")
    rosa.says("Humour")
    rosa.sees("Humour")
    rosa.presses("Join with another", "Keep as it is", "Join with another")
    rosa.sees("Its answers go to another theme, and this name is gone. Which one?")
    rosa.presses_again("Apprendre")
    rosa.sees(GONE)
    rosa.forges(f"themes.overview:{number(talk)}:goes-well")
    rosa.may_press("{theme} ({n})", theme="Apprendre", n=4)
    rosa.may_not_press("{theme} ({n})", theme="Humour", n=2)
    rosa.presses("Left out")
    assert sum(words in rosa.text for words in WELL) == 1


def test_a_name_that_another_theme_has_offers_to_join_them(rosa: Phone, talk: Talk) -> None:
    sorts(rosa)
    for name in ("Rire", "Apprendre"):
        rosa.presses("New theme")
        rosa.says(name)
    first, second = (row["id"] for row in talk.rows()["themes"])
    rosa.forges(f"themes.ask_name:{first}")
    with talk.nothing_changes():
        rosa.says("apprendre")
    rosa.sees("There is a theme of that name already.", "Rire")
    rosa.presses("Apprendre")
    assert [row["id"] for row in talk.rows()["themes"]] == [second]
    rosa.presses("Change its name")
    rosa.says("apprendre")
    assert [row["name"] for row in talk.rows()["themes"]] == ["apprendre"]


def test_an_answer_is_sorted_anew_from_its_theme(rosa: Phone, talk: Talk) -> None:
    sorts(rosa)
    first = shown(rosa)
    rosa.presses("New theme")
    rosa.says("Rire")
    rosa.forges(f"themes.overview:{number(talk)}:goes-well")
    rosa.sees("{n} answers are not sorted yet.", n=4)
    rosa.presses("{theme} ({n})", theme="Rire", n=1)
    rosa.presses(first, "Sort it anew")
    rosa.sees("{number} of {count}", first, number=1, count=5)


def test_what_is_put_elsewhere_is_not_quoted_any_more(rosa: Phone, talk: Talk) -> None:
    sorts(rosa)
    for name in ("Rire", "Apprendre"):
        rosa.presses("New theme")
        rosa.says(name)
    first, second = (row["id"] for row in talk.rows()["themes"])
    number = next(row["id"] for row in talk.rows()["opinions"] if row["theme_id"] == first)
    for elsewhere in (f"sorting.put:{number}:{second}", f"sorting.leave_out:{number}"):
        rosa.forges(f"sorting.put:{number}:{first}")
        rosa.forges(f"themes.quote:{number}:1")
        assert quoted(talk) == [number]
        rosa.forges(elsewhere)
        assert quoted(talk) == []


def speak(cast: Cast, rosa: Phone) -> list[str]:
    """Ten more people answer what goes well in another round, which is closed; what they say."""
    speakers = [cast.joined(Who(f"Mentor{each}", Role.MENTOR, "fr")) for each in range(10)]
    said = [f"Phrase {each}" for each in range(10)]
    asks(rosa)
    for phone, words in zip(speakers, said, strict=True):
        answers(phone, words)
    closes(rosa)
    sorts(rosa)
    return said


def test_many_answers_are_listed_eight_at_a_time(rosa: Phone, cast: Cast) -> None:
    said = speak(cast, rosa)
    rosa.presses("New theme")
    rosa.says("Rire")
    rosa.presses_through("Rire")
    rosa.forges(f"themes.overview:{number(cast.talk)}:goes-well")
    rosa.presses("{theme} ({n})", theme="Rire", n=10)
    first = [each for each in rosa.labels if each in said]
    rosa.presses("More answers")
    second = [each for each in rosa.labels if each in said]
    assert (len(first), sorted(first + second)) == (8, said)
    rosa.sees_not(*first)
    rosa.presses(second[0], "Quote it to all", "Rire")
    rosa.may_press(*second)
    rosa.presses("More answers")
    rosa.may_press(*first)
    theme = cast.talk.rows()["themes"][-1]["id"]
    for start in (-8, 99):
        rosa.forges(f"themes.show:{theme}:{start}")
        rosa.may_press(*first)


def test_many_that_are_left_out_too(rosa: Phone, cast: Cast) -> None:
    said = speak(cast, rosa)
    rosa.presses_through("Leave out")
    rosa.forges(f"themes.left_out:{number(cast.talk)}:goes-well:0")
    assert sum(each in said for each in rosa.labels) == 8
    rosa.presses("More answers")
    assert sum(each in said for each in rosa.labels) == 2


def quoted(talk: Talk) -> list[int]:
    """The numbers of the answers that everybody may read."""
    return [row["id"] for row in talk.rows()["opinions"] if row["quoted"]]


def shown(rosa: Phone) -> str:
    """The answer on the screen."""
    [found] = [words for words in WELL if words in rosa.text]
    return found
