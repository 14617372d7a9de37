"""Five faces, from hard to very good: the quickest answer there is to how something was."""

from collections.abc import Callable

from db.comings import FACES
from handlers.kit.links import Link
from handlers.kit.screen import Button, Row

SHOWN = dict(zip(FACES, "😞😕😐😊😄", strict=True))


def of(number: int | None) -> str:
    """The face of a number; nothing before one was chosen."""
    return SHOWN[number] if number else ""


def row(answer: Callable[[int], Link]) -> Row:
    """The five side by side, each opening its answer."""
    return [Button(face, answer(number)) for number, face in SHOWN.items()]
