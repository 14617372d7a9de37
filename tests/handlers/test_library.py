"""A programme's own ready steps: hidden, in other words, added; what pairs then choose and read."""

import pytest

from db.people import Role
from handlers.kit import ready
from handlers.kit.ready import library
from tests.handlers.test_goals import GONE, adds_a_goal
from tests.handlers.test_ready import CAFE, called
from tests.handlers.test_steps import at_once, step
from tests.people import Cast, Who
from tests.phones import Phone
from tests.talk import Talk

TEA = "Commander un thé chez Hassan"
TEA_AR = "طلب شاي عند حسن"
WALK = "Marcher jusqu’à la mer"
MARK = "<i>Written in {language}</i>"


def test_rosa_hides_a_step_and_shows_it_again(rosa: Phone, ada: Phone) -> None:
    opens(rosa, CAFE)
    rosa.sees("Pairs can choose it.")
    rosa.presses_again("Hide it")
    rosa.sees("Hidden. Pairs that chose it keep it.")
    adds_a_goal(ada)
    ada.presses("Add a step", "Language")
    ada.may_not_press(called(ada, CAFE))
    rosa.presses("Show it again", "Go back")
    assert f"{called(rosa, CAFE)} ✓" in rosa.labels
    ada.presses("Other topics", "Language")
    ada.may_press(called(ada, CAFE))


def test_a_step_hidden_meanwhile_is_not_chosen(rosa: Phone, ada: Phone, talk: Talk) -> None:
    adds_a_goal(ada)
    ada.presses("Add a step", "Language")
    opens(rosa, CAFE)
    rosa.presses("Hide it")
    with talk.nothing_changes():
        ada.presses(called(ada, CAFE))
    ada.sees(GONE)


def test_who_chose_it_keeps_what_is_hidden(rosa: Phone, ada: Phone) -> None:
    chooses(ada, CAFE)
    opens(rosa, CAFE)
    rosa.presses("Hide it")
    ada.opens()
    ada.sees("Next step: {step}", step=called(ada, CAFE))


def test_other_words_reach_every_pair_also_those_who_chose_it_before(
    rosa: Phone, ada: Phone, nia: Phone, talk: Talk
) -> None:
    chooses(ada, CAFE)
    rewords(rosa)
    for phone in (nia, ada):
        phone.opens()
        phone.sees("Next step: {step}", step=TEA)
        phone.forges(f"steps.show:{step(talk)}")
        phone.sees(TEA)
    ada.sees(MARK, language="Français")
    nia.sees_not(MARK, language="Français")
    talk.passes(minutes=2)
    nia.sees("New step from {name}: {step}", name="Ada", step=TEA)
    assert [row["words"] for row in talk.rows()["steps"]] == [""], "a reference, not a copy"


def test_each_language_has_its_own_words(rosa: Phone, ada: Phone, nia: Phone, samir: Phone) -> None:
    rewords(rosa)
    rosa.sees("{language}: {words}", language="Français", words=TEA)
    rosa.sees("Not written yet: {languages}", languages=rosa.words.listed(["العربية", "English"]))
    rosa.presses("العربية")
    rosa.sees("Please write it in {language}.", language="العربية")
    rosa.says(TEA_AR)
    rosa.sees("Not written yet: {languages}", languages="English")
    adds_a_goal(ada)
    ada.presses("Add a step", "Language", TEA_AR, "Together", "No date")
    ada.sees(TEA_AR)
    ada.sees_not(MARK, language="Français")
    nia.opens()
    nia.sees(TEA)
    adds_a_goal(samir)
    samir.presses("Add a step", "Language")
    samir.may_not_press(called(samir, CAFE))
    samir.may_press(TEA_AR)
    samir.sees("<i>Some are written in {languages}</i>", languages="العربية")


def test_the_first_words_come_back(rosa: Phone, ada: Phone) -> None:
    chooses(ada, CAFE)
    rewords(rosa)
    rosa.presses_again("Use the first words")
    rosa.sees(called(rosa, CAFE))
    ada.opens()
    ada.sees("Next step: {step}", step=called(ada, CAFE))


def test_words_are_changed_again(rosa: Phone, talk: Talk) -> None:
    rewords(rosa)
    rosa.presses("Français")
    rosa.sees(TEA)
    rosa.says("Commander une limonade")
    rosa.sees("Commander une limonade")
    assert [row["words"] for row in talk.rows()["wordings"]] == ["Commander une limonade"]


def test_rosa_adds_a_step_of_her_own(rosa: Phone, ada: Phone, nia: Phone, talk: Talk) -> None:
    adds(rosa)
    rosa.sees("In which language is it?")
    rosa.presses("Français")
    rosa.sees(WALK, "Pairs can choose it.")
    rosa.may_not_press("Use the first words")
    adds_a_goal(ada)
    ada.presses("Add a step", "Leisure and culture")
    ada.sees("<i>Some are written in {languages}</i>", languages="Français")
    ada.presses_again(WALK)
    ada.presses("Nia", "This week")
    ada.sees(WALK, MARK, language="Français")
    talk.passes(minutes=2)
    nia.sees("New step from {name}: {step}", name="Ada", step=WALK)
    ada.presses("Change it", "Change words")
    ada.says("نمشي")
    ada.sees("نمشي")
    nia.opens()
    nia.sees("Next step: {step}", step="نمشي")


def test_it_is_in_another_language_than_rosa_reads(rosa: Phone, talk: Talk) -> None:
    adds(rosa, TEA_AR)
    rosa.presses_again("العربية")
    rosa.sees("{language}: {words}", language="العربية", words=TEA_AR)
    rosa.presses("Français")
    rosa.says(WALK)
    wording = talk.rows()["wordings"][0]["id"]
    rosa.forges(f"wording.keep_in:{wording}:fr")
    assert [row["language"] for row in talk.rows()["wordings"]] == ["ar", "fr"]


def test_its_own_step_is_hidden_like_any_other(rosa: Phone, ada: Phone) -> None:
    adds(rosa)
    rosa.presses("Français", "Hide it")
    adds_a_goal(ada)
    ada.presses("Add a step", "Leisure and culture")
    ada.may_not_press(WALK)


@pytest.mark.parametrize("words", ["x" * 37, " "])
def test_words_that_are_none_or_too_many_are_not_kept(rosa: Phone, talk: Talk, words: str) -> None:
    opens(rosa, CAFE)
    rosa.presses("Change words")
    with talk.nothing_changes():
        rosa.says(words)
    rosa.says(TEA)
    rosa.sees(TEA)


def test_two_coordinators_hide_at_once(rosa: Phone, cast: Cast) -> None:
    mona = cast.joined(Who("Mona", Role.COORDINATOR, "ar"))
    at_once(cast.talk, f"library.hide:{cast.programme.id}:five-signs", rosa, mona)
    assert [row["hidden"] for row in cast.talk.rows()["editions"]] == [True]


def test_two_coordinators_take_the_words_back_at_once(rosa: Phone, cast: Cast) -> None:
    rewords(rosa)
    mona = cast.joined(Who("Mona", Role.COORDINATOR, "ar"))
    at_once(cast.talk, f"wording.unsay:{cast.talk.rows()['editions'][0]['id']}", rosa, mona)
    assert cast.talk.rows()["wordings"] == []


def test_bea_and_pairs_touch_nothing_of_it(bea: Phone, ada: Phone, rosa: Phone, cast: Cast) -> None:
    rewords(rosa)
    rows, here = cast.talk.rows(), cast.programme.id
    edition, wording = rows["editions"][0]["id"], rows["wordings"][0]["id"]
    links = [f"library.{page}:{here}:{CAFE}" for page in ("look", "hide", "unhide", "change")]
    links += [f"library.shelf:{here}:language", f"library.ask_step:{here}:language"]
    links += [f"library.show:{edition}", f"wording.unsay:{edition}", f"wording.ask:{edition}:fr"]
    links += [f"wording.ask_language:{wording}", f"wording.keep_in:{wording}:ar", f"library.overview:{here}"]
    with cast.talk.nothing_changes():
        for phone in (bea, ada):
            for link in links:
                phone.forges(link)
                phone.sees(GONE)
                phone.sees_not(TEA)


def test_another_programme_keeps_its_words(rosa: Phone, bea: Phone, cast: Cast) -> None:
    rewords(rosa)
    bea.forges(f"library.look:{cast.elsewhere.id}:{CAFE}")
    bea.sees(called(bea, CAFE))
    bea.sees_not(TEA)


@pytest.mark.parametrize("key", ["rob-a-bank", "own-1", "ten-minutes"])
def test_forged_keys_lead_nowhere(rosa: Phone, cast: Cast, key: str) -> None:
    with cast.talk.nothing_changes():
        for page in ("look", "hide", "unhide", "change"):
            rosa.forges(f"library.{page}:{cast.programme.id}:{key}")
            rosa.sees(GONE)


def test_forged_languages_lead_nowhere(rosa: Phone, talk: Talk) -> None:
    rewords(rosa)
    rows = talk.rows()
    with talk.nothing_changes():
        rosa.forges(f"wording.ask:{rows['editions'][0]['id']}:xx")
        rosa.sees(GONE)
        rosa.forges(f"wording.keep_in:{rows['wordings'][0]['id']}:xx")
        rosa.sees(GONE)


def test_rosa_sees_what_she_wrote_and_it_stays_when_she_leaves(rosa: Phone, ada: Phone, talk: Talk) -> None:
    rewords(rosa)
    chooses(ada, TEA)
    rosa.forges("privacy.know")
    rosa.sees(TEA)
    rosa.forges("privacy.forget")
    assert [(row["words"], row["written_by_id"]) for row in talk.rows()["wordings"]] == [(TEA, None)]
    ada.opens()
    ada.sees("Next step: {step}", step=TEA)


def test_the_library_has_no_key_that_looks_like_an_own_one() -> None:
    assert [key for key in library() if key.startswith("own-")] == []


def opens(rosa: Phone, key: str) -> None:
    """From home to one ready step."""
    rosa.opens()
    rosa.presses("Open my desk", "Ready steps", "Language")
    rosa.presses(called(rosa, key))


def rewords(rosa: Phone) -> None:
    opens(rosa, CAFE)
    rosa.presses("Change words")
    rosa.sees("Please write it in {language}.", language="Français")
    rosa.says(TEA)


def adds(rosa: Phone, words: str = WALK) -> None:
    rosa.opens()
    rosa.presses("Open my desk", "Ready steps", "Leisure and culture", "Add a step")
    rosa.says(words)


def chooses(ada: Phone, key: str) -> None:
    """A ready step of the library, or whatever is on the button, for both and without a date."""
    adds_a_goal(ada)
    label = called(ada, key) if key in ready.library() else key
    ada.presses("Add a step", "Language", label, "Together", "No date")
