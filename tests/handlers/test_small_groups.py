"""Small groups: drawn across pairs and languages among those who come, as a list and as a picture."""

import pytest

from bot.playground.pictures import picture_size
from db.people import Role
from handlers.drawing.circles import Circles
from tests import rounds
from tests.people import Cast, Who
from tests.phones import Phone
from tests.rounds import number, opens
from tests.talk import Talk

GONE = "That is not here any more. Nothing has changed."
FINE = "Nobody is with their partner. Each group has a common language."


@pytest.fixture(autouse=True)
def gathering(rosa: Phone, cast: Cast) -> None:
    """Two pairs and four more, who all speak French or English; a round is open."""
    rounds.fifth(cast)
    for name, spoken in (("Lou", ["fr", "en"]), ("Max", ["fr"]), ("Noor", ["ar", "fr"])):
        cast.joined(Who(name, Role.MENTOR, "fr", spoken))
    opens(rosa)
    rosa.presses("Small groups")


def test_everybody_is_in_one_group_and_nobody_with_their_partner(rosa: Phone, talk: Talk) -> None:
    rosa.sees("{n} people come.", n=8)
    rosa.presses("Draw groups")
    rosa.sees("Group {number}", number=1)
    rosa.sees("Group {number}", FINE, number=2)
    groups = drawn(talk)
    assert sorted(map(len, groups)) == [4, 4]
    for names in (("Ada", "Nia"), ("Samir", "Ines")):
        assert not any(set(names) <= group for group in groups)
    assert "All speak" not in rosa.text
    assert rosa.text.count(rosa.say("All speak: {languages}", languages="").strip()) == 2


def test_each_press_draws_once_and_again_draws_anew(rosa: Phone, talk: Talk) -> None:
    rosa.presses_again("Draw groups")
    first = drawn(talk)
    assert talk.rows()["rounds"][0]["lot"] == 1
    with talk.nothing_changes():
        rosa.forges(f"tables.draw:{number(talk)}:1")
        rosa.forges(f"tables.draw:{number(talk)}:7")
    seen = [first]
    for _ in range(4):
        rosa.presses("Draw again")
        seen.append(drawn(talk))
    assert any(each != first for each in seen)


def test_who_does_not_come_is_ticked_out(rosa: Phone, talk: Talk) -> None:
    rosa.presses("Who comes?")
    rosa.sees("Tap everybody who will not be there.")
    rosa.presses("Ada")
    assert "Ada" in rosa.labels, "without a tick"
    rosa.presses("Small groups")
    rosa.sees("{n} people come.", n=7)
    rosa.presses("Draw groups")
    rosa.sees_not("Ada")
    assert sorted(map(len, drawn(talk))) == [3, 4]
    rosa.presses("Who comes?", "Ada", "Small groups")
    rosa.sees("{n} person has no group yet.", n=1)
    rosa.presses("Draw again")
    rosa.sees("Ada", FINE)


def test_a_group_that_lost_people_is_told(rosa: Phone, talk: Talk) -> None:
    rosa.presses("Draw groups", "Who comes?")
    group = sorted(drawn(talk)[0])
    for name in group[:2]:
        rosa.presses(name)
    rosa.presses("Small groups")
    rosa.sees("The groups are not equally large any more.")


def test_the_size_is_chosen(rosa: Phone, talk: Talk) -> None:
    rosa.presses("How large?", "3")
    rosa.sees("At most {n} people are in a group when you draw.", n=3)
    rosa.presses("Draw groups")
    assert sorted(map(len, drawn(talk))) == [2, 3, 3]
    with talk.nothing_changes():
        for size in (2, 7):
            rosa.forges(f"tables.set_size:{number(talk)}:{size}")
            rosa.sees(GONE)


def test_what_could_not_be_met_is_said(rosa: Phone, cast: Cast) -> None:
    cast.joined(Who("Kobe", Role.MENTEE, "en", ["ti"]))
    cast.joined(Who("Luwam", Role.MENTEE, "en", ["ti"]))
    rosa.presses("How large?", "6", "Who comes?")
    for name in ("Lou", "Max", "Noor", "Zoe", "Luwam", "Samir", "Ines"):
        rosa.presses(name)
    rosa.presses("Small groups", "Draw groups")
    rosa.sees("Partners are together in: {groups}", groups="1")
    rosa.sees("No language that all speak in: {groups}", groups="1")
    rosa.sees_not(FINE)


def test_the_picture_says_the_same(rosa: Phone, cast: Cast) -> None:
    cast.joined(Who("ሰላም", Role.MENTEE, "fr", ["ti", "fr"]))
    rosa.presses("Draw groups", "See the picture")
    rosa.sees("{n} groups.", n=3)
    rosa.sees("Some names cannot be drawn. The list has them all.")
    picture = rosa.screen.picture
    assert isinstance(picture, Circles)
    names = [name for each in picture.circles for name in each.names]
    assert sorted(names) == sorted(["Ada", "Ines", "Lou", "Max", "Nia", "Noor", "Samir", "Zoe", ""])
    assert picture_size(picture.draw())
    rosa.presses("See the list")
    rosa.sees("ሰላም")


def test_without_a_drawing_there_is_no_picture(rosa: Phone, talk: Talk) -> None:
    rosa.may_not_press("See the picture")
    rosa.forges(f"tables.picture:{number(talk)}")
    rosa.sees(GONE)


def test_many_people_are_listed_ten_at_a_time(rosa: Phone, cast: Cast) -> None:
    for each in range(5):
        cast.joined(Who(f"More{each}", Role.MENTEE, "fr"))
    rosa.presses("Who comes?")
    rosa.may_not_press("More4")
    rosa.presses("More people", "More4")
    assert "More4" in rosa.labels, "not ticked any more, and still on the screen"
    rosa.presses("More people")
    assert rosa.labels[0] == "Ada ✓", "after the last ones come the first"
    with cast.talk.nothing_changes():
        rosa.forges(f"tables.guests:{number(cast.talk)}:99")
        rosa.forges(f"tables.guests:{number(cast.talk)}:-9")


def test_somebodys_seat_is_shown_to_them_and_forgotten(
    rosa: Phone, ada: Phone, nia: Phone, talk: Talk
) -> None:
    rosa.presses("Who comes?", "Nia", "Small groups", "Draw groups")
    seat = next(index for index, names in enumerate(drawn(talk), 1) if "Ada" in names)
    ada.forges("privacy.know")
    ada.sees("In {programme} you are in small group {number}.", programme="Marseille 2027", number=seat)
    nia.forges("privacy.know")
    nia.sees("In {programme} you do not come to the next gathering.", programme="Marseille 2027")
    for phone in (ada, nia):
        phone.forges("privacy.forget")
    assert len(talk.rows()["seats"]) == 6


def test_nobody_else_draws_or_looks(rosa: Phone, bea: Phone, ada: Phone, cast: Cast) -> None:
    rosa.presses("Draw groups")
    talk, which = cast.talk, number(cast.talk)
    links = [f"tables.{page}:{which}" for page in ("show", "picture", "ask_size")]
    links += [f"tables.draw:{which}:2", f"tables.guests:{which}:0", f"tables.set_size:{which}:3"]
    links += [f"tables.tick:{which}:{cast.place('Ada')}:0"]
    with talk.nothing_changes():
        for phone in (bea, ada):
            for link in links:
                phone.forges(link)
                phone.sees(GONE)
        bea_place = talk.rows()["members"][5]["id"]
        for link in (f"tables.tick:{which}:{bea_place}:0", f"tables.tick:{which}:{cast.place('Rosa')}:0"):
            rosa.forges(link)
            rosa.sees(GONE)


def drawn(talk: Talk) -> list[set[str]]:
    """Names by group."""
    rows = talk.rows()
    names = {row["id"]: row["name"] for row in rows["people"]}
    groups: dict[int, set[str]] = {}
    for row in rows["seats"]:
        if row["number"]:
            groups.setdefault(row["number"], set()).add(names[row["person_id"]])
    return [groups[each] for each in sorted(groups)]
