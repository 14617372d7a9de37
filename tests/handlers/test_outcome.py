"""What came out of a round: three lists of themes and chosen sentences, which go back to all."""

import pytest

from db.people import Role
from tests.people import Cast, Who
from tests.phones import Phone
from tests.rounds import SAID, answers, asks, closes, number, sorts
from tests.talk import Talk

pytestmark = pytest.mark.usefixtures("over")
WELL = [said[0] for said in SAID.values()]


def test_the_three_lists_go_back_to_all(rosa: Phone, ada: Phone, cast: Cast) -> None:
    sorts_everything(rosa)
    rosa.forges(f"outcome.show:{number(cast.talk)}")
    rosa.sees("What came out", "• {theme} ({n})", theme="Temps", n=5)
    quoted = chooses(rosa)
    rosa.forges(f"outcome.show:{number(cast.talk)}")
    rosa.sees(quoted)
    rosa.presses_again("Tell everybody")
    assert len(cast.talk.rows()["announcements"]) == 1
    assert cast.talk.rows()["rounds"][0]["announcement_id"]
    rosa.sees("This is what we said together.", "Thank you to everybody who answered.", quoted)
    rosa.sees("What goes well", "What is hard", "What we propose", "Humour (5)", "Temps (5)")
    unquoted = [words for words in WELL if words != quoted]
    rosa.sees_not(*unquoted)
    rosa.presses("Send to {n} people", n=6)
    cast.talk.passes(minutes=1)
    ada.sees("This is what we said together.", "Humour (5)", "Temps (5)", quoted)


def test_nothing_is_told_where_nothing_is_sorted(rosa: Phone, talk: Talk) -> None:
    which = number(talk)
    rosa.presses("What came out")
    rosa.sees("There is no theme yet.")
    rosa.may_not_press("Tell everybody")
    with talk.nothing_changes():
        rosa.forges(f"outcome.tell:{which}")
    rosa.sees("There is no theme yet.")


def test_long_quotes_are_left_out_of_what_all_read(rosa: Phone, cast: Cast) -> None:
    names = [cast.joined(Who(f"Long{each}", Role.MENTOR, "fr")) for each in range(8)]
    asks(rosa)
    for phone in names:
        answers(phone, f"{phone.number} " + "long " * 75)
    closes(rosa)
    sorts(rosa)
    rosa.presses("New theme")
    rosa.says("Longueur")
    rosa.presses_through("Longueur")
    for row in cast.talk.rows()["opinions"]:
        if "long" in (row["words"] or ""):
            rosa.forges(f"themes.quote:{row['id']}:1")
    rosa.forges(f"outcome.tell:{number(cast.talk)}")
    assert cast.talk.rows()["announcement_versions"][0]["words"].count("long") == 0
    rosa.sees("Longueur (8)")


def sorts_everything(rosa: Phone) -> None:
    for question, name in (("goes-well", "Humour"), ("hard", "Temps"), ("proposal", "Manger")):
        rosa.forges(f"sorting.go_on:{number(rosa.talk)}:{question}")
        rosa.presses("New theme")
        rosa.says(name)
        rosa.presses_through(name)
    rosa.sees("All answers are sorted.")


def chooses(rosa: Phone) -> str:
    """Rosa quotes the first sentence of what goes well."""
    rosa.forges(f"themes.overview:{number(rosa.talk)}:goes-well")
    rosa.presses("{theme} ({n})", theme="Humour", n=5)
    quoted = rosa.labels[0]
    rosa.presses(quoted)
    rosa.sees("Could anybody be recognised? Then rather not.")
    rosa.presses("Quote it to all", "Quote it to all", "Quote it to all")
    return quoted
