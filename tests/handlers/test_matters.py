"""What matters now: chosen privately, seen side by side once both have chosen, made a goal with one tap."""

import pytest

from tests.handlers.test_steps import at_once
from tests.people import Cast
from tests.phones import Phone
from tests.talk import Talk
from tests.weekly import goes_well, signs, thursday

SHARED = "You share this. Tap to make it a goal:"


def test_both_choose_and_both_see_it(ada: Phone, nia: Phone, talk: Talk) -> None:
    chooses(ada, "Language", "Work and training", learn="Leisure and culture")
    ada.sees("When {names} has chosen too, you both see it.", names="Nia")
    ada.sees("To learn: {need}", need=ada.say("Leisure and culture"))
    talk.passes(minutes=2)
    nia.sees("{names} chose what matters now.", names="Ada")
    nia.sees_not("Language", "Work and training", "Leisure and culture")
    nia.presses("Choose now")
    nia.sees("What can you offer now?")
    nia.presses("Leisure and culture", "Language", "Continue", "Skip")
    for each in (nia, ada):
        opens_both(each)
        each.sees(SHARED, "Work and training")
        each.may_press("Language", "Leisure and culture", "Choose again")
        each.may_not_press("Work and training")
    talk.passes(minutes=2)
    ada.sees(SHARED)


def test_one_tap_makes_a_goal_that_each_reads_in_their_own_language(
    ada: Phone, nia: Phone, talk: Talk
) -> None:
    both_choose(ada, nia)
    opens_both(ada)
    ada.sees("Begin with something you can do within two weeks.")
    ada.presses_again("Language")
    assert [row["need"] for row in talk.rows()["goals"]] == ["language"]
    ada.sees("التحدث باللغة بسهولة أكبر")
    talk.passes(minutes=2)
    nia.sees("Parler la langue plus facilement")
    nia.opens()
    nia.presses("See goals", "Parler la langue plus facilement")
    nia.sees_not("<i>Written in {language}</i>", language="العربية")


def test_without_anything_in_common_one_of_all_may_be_a_goal(ada: Phone, nia: Phone) -> None:
    chooses(ada, "Housing")
    chooses(nia, "Leisure and culture")
    nia.sees("Tap what you would like as a goal:")
    nia.may_press("Housing", "Leisure and culture")


def test_three_are_enough(ada: Phone, talk: Talk) -> None:
    opens_the_question(ada)
    ada.presses("Language", "Housing", "Health")
    with talk.nothing_changes():
        ada.presses("Leisure and culture")
    ada.sees("Three are enough for now.")
    ada.presses("Health", "Leisure and culture")
    ada.sees_not("Three are enough for now.")


def test_nothing_ticked_leads_nowhere(ada: Phone, talk: Talk) -> None:
    opens_the_question(ada)
    ada.may_not_press("Continue")
    pair = talk.rows()["pairs"][0]["id"]
    with talk.nothing_changes():
        for page in ("ask_learn", "skip"):
            ada.forges(f"matters.{page}:{pair}")
            ada.sees("What would help you now?")


def test_a_choice_can_be_made_again_before_the_other_sees_it(ada: Phone, nia: Phone) -> None:
    chooses(ada, "Language")
    ada.presses("Choose again", "Language", "Housing", "Continue", "Skip")
    chooses(nia, "Housing")
    nia.sees(SHARED)
    nia.sees_not("Language")


def test_a_new_round_hides_nothing_of_the_last_until_both_have_chosen(
    ada: Phone, nia: Phone, talk: Talk
) -> None:
    both_choose(ada, nia)
    talk.passes(minutes=2)
    opens_both(ada)
    ada.presses("Choose again", "Housing", "Continue", "Skip")
    ada.sees("When {names} has chosen too, you both see it.", names="Nia")
    opens_both(nia)
    nia.sees(SHARED)
    nia.sees_not("Housing")
    talk.passes(minutes=2)
    nia.presses("Choose now", "Housing", "Continue", "Skip")
    nia.sees(SHARED)
    nia.may_press("Housing")


def test_what_is_seen_already_is_not_told(ada: Phone, nia: Phone, talk: Talk) -> None:
    chooses(ada, "Language")
    chooses(nia, "Language")
    shown = nia.last
    assert talk.passes(minutes=2) == 1, "Ada, who chose first, hears it"
    assert nia.last == shown
    ada.sees(SHARED)


def test_both_choose_at_the_same_moment(ada: Phone, nia: Phone, talk: Talk) -> None:
    pair = talk.rows()["pairs"][0]["id"]
    for each in (ada, nia):
        opens_the_question(each)
        each.presses("Language")
    at_once(talk, f"matters.skip:{pair}", ada, nia)
    assert any(each.say(SHARED) in each.text for each in (ada, nia)), "whoever was second sees both"
    for each in (ada, nia):
        opens_both(each)
        each.sees(SHARED)


def test_two_who_tap_at_once_get_one_goal(ada: Phone, nia: Phone, talk: Talk) -> None:
    both_choose(ada, nia)
    at_once(talk, f"room.choose:{talk.rows()['pairs'][0]['id']}:language", ada, nia)
    assert len(talk.rows()["goals"]) == 1


def test_it_is_asked_every_eight_weeks_in_place_of_the_weekly_word(
    ada: Phone, nia: Phone, talk: Talk
) -> None:
    goes_well(talk)
    asked = []
    for _ in range(19):
        before = len(ada.messages)
        thursday(talk)
        assert len(ada.messages) == before + 1, "never two in a week"
        asked.append(ada.say("What would help you now?") in ada.text)
    assert [week for week, was in enumerate(asked, start=1) if was] == [10, 18]
    nia.may_press("Home", "Fewer messages")


def test_whoever_paused_is_asked_after_the_pause(ada: Phone, talk: Talk) -> None:
    goes_well(talk)
    for _ in range(9):
        thursday(talk)
    ada.forges("timing.set_pause:2027-05-07")
    asked = []
    for _ in range(3):
        before = len(ada.messages)
        thursday(talk)
        asked.append(len(ada.messages) > before and ada.say("What would help you now?") in ada.text)
    assert asked == [False, True, False]


def test_it_comes_on_the_day_and_hour_somebody_chose_meanwhile(ada: Phone, talk: Talk) -> None:
    goes_well(talk)
    for _ in range(3):
        thursday(talk)
    ada.forges("timing.set_hour:0:10")
    asked = []
    for _ in range(8):
        signs(talk)
        talk.clock.at("Monday 10:00")
        talk.delivers()
        asked.append(ada.say("What would help you now?") in ada.text)
    assert sum(asked) == 1


@pytest.mark.parametrize("page", ["open", "again", "ask", "ask_learn", "skip", "told"])
def test_samir_sees_nothing_of_it(samir: Phone, ada: Phone, cast: Cast, page: str) -> None:
    chooses(ada, "Language")
    with cast.talk.nothing_changes():
        samir.forges(f"matters.{page}:{cast.talk.rows()['pairs'][0]['id']}")
    samir.sees("That is not here any more. Nothing has changed.")


def test_what_was_chosen_is_shown_and_erased(ada: Phone, talk: Talk) -> None:
    chooses(ada, "Language", learn="Giving something")
    ada.forges("privacy.know")
    ada.sees("Mattered to you: {needs}", needs=f"{ada.say('Language')} · {ada.say('Giving something')}")
    ada.forges("privacy.forget")
    assert talk.rows()["wishes"] == []


def opens_the_question(phone: Phone) -> None:
    phone.opens()
    phone.presses("What matters now")


def opens_both(phone: Phone) -> None:
    opens_the_question(phone)


def chooses(phone: Phone, *chosen: str, learn: str = "Skip") -> None:
    """From home: some categories, and perhaps one to learn."""
    opens_the_question(phone)
    phone.presses(*chosen, "Continue", learn)


def both_choose(ada: Phone, nia: Phone) -> None:
    chooses(ada, "Language")
    chooses(nia, "Language")
