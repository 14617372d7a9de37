"""What pairs do with an icebreaker, in short."""

from handlers.kit.prompts import Prompt, library
from tests.phones import Phone
from tests.talk import Talk

CLOSED = "It stays closed until everybody has answered."
WAITS = "Nobody else sees it yet."
OPEN = "Your answers"
TEA, SEA = "Thé à la menthe", "البحر"


def asks(phone: Phone) -> None:
    """Open what lies open, from Home: two taps."""
    phone.opens()
    phone.presses("Break the ice")


def answers(phone: Phone, words: str) -> None:
    asks(phone)
    phone.says(words)


def both_answer(ada: Phone, nia: Phone, talk: Talk) -> None:
    """Ada and Nia answer with words, and Ada hears of it."""
    answers(ada, SEA)
    answers(nia, TEA)
    talk.passes(minutes=2)


def given(talk: Talk, pair: int = 1) -> list[Prompt]:
    """The prompts a pair has had, oldest first."""
    rows = [row for row in talk.rows()["icebreakings"] if row["pair_id"] == pair]
    return [library()[row["key"]] for row in sorted(rows, key=lambda row: (row["given_at"], row["id"]))]
