"""A round of questions, as tests begin one: five are asked, and say something."""

from collections.abc import Iterable

from db.people import Role
from db.rounds import Question
from tests.people import Cast, Who
from tests.phones import Phone
from tests.talk import Talk

ASKED = ("Ada", "Nia", "Samir", "Ines", "Zoe")
WELL, HARD, PROPOSAL = Question
SAID = {
    "Ada": ("نضحك كثيرا", "المواعيد", "نطبخ معا"),
    "Nia": ("On rit beaucoup", "Trouver le temps", "Un repas"),
    "Samir": ("We laugh", "The phone", "A walk"),
    "Ines": ("On apprend", "Le temps", "Une sortie"),
    "Zoe": ("Le respect", "Rien", "Un pique-nique"),
}


def fifth(cast: Cast) -> Phone:
    """Zoe is a mentor without a pair: five people are asked."""
    return cast.joined(Who("Zoe", Role.MENTOR, "fr", ["fr", "ar"]))


def opens(rosa: Phone) -> None:
    """Rosa opens a round and looks at it."""
    rosa.opens()
    rosa.presses("Open my desk", "Round of questions", "New round", "Ask everybody")


def asks(rosa: Phone) -> None:
    """The same, and everybody has the first question."""
    opens(rosa)
    rosa.talk.delivers()


def answers(phone: Phone, *said: str) -> None:
    """Answer one question after the other, the first of which is on the screen."""
    for each in said:
        phone.says(each)


def all_answer(cast: Cast, names: Iterable[str] = ASKED) -> None:
    for name in names:
        answers(cast.phones[name], *SAID[name])


def closes(rosa: Phone) -> None:
    """Rosa closes it before its time."""
    shows(rosa)
    rosa.presses("Close it now", "Close it now")


def shows(rosa: Phone) -> None:
    """Rosa looks at the round."""
    rosa.forges(f"rounds.show:{number(rosa.talk)}")


def number(talk: Talk) -> int:
    """The number of the newest round."""
    return int(talk.rows()["rounds"][-1]["id"])


def sorts(rosa: Phone) -> None:
    """Begin to sort what goes well."""
    rosa.forges(f"sorting.go_on:{number(rosa.talk)}:goes-well")
