"""Albums as people send them: a piece each, naming the album, in the order in which they happen to come."""

from collections.abc import Sequence

from bot.events import Sent
from db.contents import Item, Medium
from handlers.kit.turn import Said, Sort
from tests.phones import Phone
from tests.talk import CHANNEL


def photo(file: str, position: int = 0) -> Item:
    return Item(Medium.PHOTO, CHANNEL, file, position=position)


def piece(file: str, position: int, caption: str = "", album: str = "139") -> Sent:
    """One photo of an album."""
    return Sent(Said(Sort.PHOTO, caption, (photo(file, position),), album))


def sends_album(phone: Phone, files: Sequence[str], caption: str = "", album: str = "139") -> None:
    """Send several photos at once, with the words below the first."""
    for position, file in enumerate(files, start=1):
        phone.does(piece(file, position, caption if position == 1 else "", album))
