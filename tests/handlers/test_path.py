"""Our path: what both did, told to each in their own language, as a list and as a picture of it."""

from datetime import date

from db.people import Role
from handlers.drawing.landscape import Sign
from handlers.drawing.painting import Painting
from handlers.kit.bidi import strip
from handlers.kit.turn import Sort
from tests.handlers.test_goals import GONE, ORDER, adds_a_goal
from tests.handlers.test_meetings import agreed, met_before
from tests.handlers.test_steps import FIVE, adds_a_step
from tests.people import Cast, Who
from tests.phones import Phone
from tests.talk import Talk

CAFE = "Café du Port"


def looks_back(phone: Phone) -> None:
    phone.opens()
    phone.presses("Our path")


def sees_picture(phone: Phone) -> Painting:
    """Look at the picture, and at what it says."""
    looks_back(phone)
    phone.presses("See the picture")
    shown = phone.screen.picture
    assert isinstance(shown, Painting)
    return shown


def does_a_step(phone: Phone, words: str = FIVE) -> None:
    adds_a_step(phone, words)
    phone.presses("Done")


def both_open_an_idea(ada: Phone, nia: Phone) -> None:
    for phone in (ada, nia):
        phone.opens()
        phone.presses("Break the ice")


def test_at_first_there_is_nothing_yet(ada: Phone) -> None:
    looks_back(ada)
    ada.sees("Our path", "It begins here. You will see your steps and meetings on it.")
    ada.may_press("See the picture", "Home")
    painting = sees_picture(ada)
    ada.sees("Our first week")
    assert painting.landscape.legend == ()
    assert painting.draw()


def test_what_one_did_is_on_both_paths(ada: Phone, nia: Phone, talk: Talk) -> None:
    does_a_step(ada)
    talk.clock.forward(days=1)
    nia.opens()
    nia.presses("See goals", ORDER, "Finish this goal")
    for phone in (ada, nia):
        looks_back(phone)
        phone.sees("Goal reached: {goal}", goal=ORDER)
        phone.sees("Step done: {step}", step=FIVE)
        phone.sees("Goal set: {goal}", goal=ORDER)
        days = [str(phone.words.day(date(2027, 3, number)).striptags()) for number in (2, 1)]
        found = [phone.text.index(each) for each in days]
        assert found == sorted(found), "the newest comes first"


def test_what_is_taken_back_is_not_on_the_path(ada: Phone) -> None:
    does_a_step(ada)
    ada.presses("Undo")
    looks_back(ada)
    ada.sees_not("Step done: {step}", step=FIVE)


def test_a_dropped_goal_stays_only_with_a_step_that_was_done(ada: Phone) -> None:
    adds_a_goal(ada, "Learn to swim")
    ada.presses("Change it", "Drop it")
    does_a_step(ada)
    ada.opens()
    ada.presses("See goals", ORDER, "Change it", "Drop it")
    looks_back(ada)
    ada.sees("Goal set: {goal}", goal=ORDER)
    ada.sees_not("Learn to swim")


def test_only_meetings_that_were_held(ada: Phone, nia: Phone, talk: Talk) -> None:
    agreed(ada, nia, talk)
    met_before(ada, talk)
    looks_back(nia)
    nia.sees("We met: {place}", place=CAFE)
    nia.sees_not("At the library")


def test_a_shared_place_is_not_told_in_numbers(ada: Phone) -> None:
    ada.opens()
    ada.presses("Meetings", "Note a meeting", str(ada.words.day(date(2027, 2, 26)).striptags()))
    ada.says("17:30")
    ada.sends(Sort.PLACE, "43.2965, 5.3698")
    looks_back(ada)
    ada.sees("We met.")
    assert "43.29" not in ada.text
    assert [halt.place for halt in sees_picture(ada).landscape.halts] == [""]


def test_an_idea_is_shared_once_both_have_opened_it(ada: Phone, nia: Phone, talk: Talk) -> None:
    ada.opens()
    ada.presses("Break the ice")
    looks_back(ada)
    ada.sees("It begins here. You will see your steps and meetings on it.")
    both_open_an_idea(ada, nia)
    for phone in (ada, nia):
        looks_back(phone)
        phone.sees(phone.say("Idea shared: {idea}", idea=""))
    assert len(sees_picture(nia).landscape.ideas) == 1


def test_a_long_path_is_turned_page_by_page(ada: Phone, nia: Phone, talk: Talk) -> None:
    adds_a_goal(ada)
    for number in range(8):
        ada.presses("Add a step")
        ada.says(f"Step {number}")
        ada.presses("Together", "No date", "Done", "Go back")
        talk.clock.forward(hours=1)
    looks_back(nia)
    nia.sees("Step 7", "Step 2")
    nia.sees_not("Step 1", "See newer")
    nia.presses("See older")
    nia.sees("Step 1", "Step 0", "Goal set: {goal}", goal=ORDER)
    nia.sees_not("See older")
    nia.presses("See newer")
    nia.sees("Step 7")


def test_a_page_that_is_not_there_is_the_nearest_one(ada: Phone) -> None:
    does_a_step(ada)
    for back in (-3, 99):
        ada.forges(f"path.overview:1:{back}")
        ada.sees("Step done: {step}", step=FIVE)


def test_the_picture_says_what_the_caption_says(ada: Phone, nia: Phone, talk: Talk) -> None:
    met_before(ada, talk)
    does_a_step(ada)
    both_open_an_idea(ada, nia)
    talk.clock.forward(weeks=3)
    for phone in (ada, nia):
        landscape = sees_picture(phone).landscape
        phone.sees("{n} weeks together", n=3)
        phone.sees("{goal}: {n} step so far", n=1, goal=ORDER)
        phone.sees(phone.words.month_day(date(2027, 2, 26)))
        assert [sign for sign, _ in landscape.legend] == [Sign.STEP, Sign.MEETING, Sign.IDEA]
        assert all(words in phone.text for _, words in landscape.legend)
        assert (landscape.language, landscape.people) == (phone.words.language, 2)
        assert landscape.rtl == (phone is ada)
        [trail], [halt] = landscape.trails, landscape.halts
        assert (trail.words, trail.steps, trail.reached) == (ORDER, (0,), False)
        assert (halt.place, halt.day) == (CAFE, 0)
        phone.presses("See the list")
        phone.sees("Our path")


def test_a_goal_that_was_reached_says_so(ada: Phone) -> None:
    does_a_step(ada)
    ada.presses("Go back", "Finish this goal")
    landscape = sees_picture(ada).landscape
    ada.sees("{goal}: reached with {n} step", n=1, goal=ORDER)
    assert landscape.trails[0].reached
    assert Sign.GOAL in dict(landscape.legend)


def test_it_is_the_same_picture_until_something_is_done(ada: Phone, talk: Talk) -> None:
    adds_a_step(ada)
    first = sees_picture(ada)
    talk.clock.forward(minutes=5)
    assert sees_picture(ada) == first
    assert first.draw() is sees_picture(ada).draw()
    ada.opens()
    ada.presses("See goals", ORDER, FIVE, "Done")
    assert sees_picture(ada) != first


def test_words_that_no_font_has_are_in_the_caption_alone(ada: Phone, nia: Phone) -> None:
    adds_a_goal(ada, "ትግርኛ 🌸")
    ada.opens()
    ada.presses("See goals", "Add a goal")
    ada.says("Café 🌸")
    trails = sees_picture(nia).landscape.trails
    assert [trail.words for trail in trails] == ["", "Café"]
    nia.sees("ትግርኛ 🌸", "Café 🌸")


def test_names_that_no_font_has_give_the_picture_another_title(cast: Cast) -> None:
    selam = cast.joined(Who("ሰላም", Role.MENTEE))
    cast.joined(Who("Lea", Role.MENTOR))
    cast.pairs("ሰላም", "Lea")
    assert sees_picture(selam).landscape.title == selam.say("Our path")
    selam.sees("ሰላም", "Lea")


def test_nobody_else_looks_back(samir: Phone, rosa: Phone, ada: Phone) -> None:
    does_a_step(ada)
    for phone in (samir, rosa):
        for link in ("path.overview:1:0", "path.picture:1"):
            phone.forges(link)
            phone.sees(GONE)
            phone.sees_not(FIVE)


def test_whoever_remains_may_still_look_back(ada: Phone, nia: Phone, talk: Talk) -> None:
    both_open_an_idea(ada, nia)
    does_a_step(nia)
    ada.forges("privacy.forget")
    talk.clock.forward(weeks=2)
    nia.forges("path.overview:1:0")
    nia.sees("Step done: {step}", step=FIVE)
    nia.forges("path.picture:1")
    nia.sees("Our first week")
    assert isinstance(nia.screen.picture, Painting)
    assert strip(nia.screen.picture.landscape.title) == "Nia"


def test_with_two_partners_each_has_a_page_of_their_own(cast: Cast, nia: Phone) -> None:
    cast.joined(Who("Omar", Role.MENTEE))
    cast.pairs("Omar", "Nia")
    nia.opens()
    for name in ("Ada", "Omar"):
        nia.sees("<b>You and {names}</b>", names=name)
    nia.may_not_press("See goals")
    nia.presses("Omar")
    nia.sees("<b>You and {names}</b>", names="Omar")
    nia.sees_not("Ada")
    nia.presses("Our path")
    nia.sees("Our path")
