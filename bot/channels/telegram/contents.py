"""Reading what a message of Telegram's holds: plain words, a file or a place, a piece of an album."""

from bot.channels import Raw
from db.contents import Item, Medium
from handlers.kit.screen import clipped
from handlers.kit.turn import Said, Sort, cleaned

CHANNEL = "telegram"
NAME_LENGTH = 100

SORTS = {
    "text": Sort.TEXT,
    "voice": Sort.VOICE,
    "audio": Sort.VOICE,
    "location": Sort.PLACE,
    "photo": Sort.PHOTO,
    "video": Sort.VIDEO,
    "animation": Sort.OTHER,  # Telegram calls it a document beside, and takes it as none
    "document": Sort.DOCUMENT,
}
"""What a message holds, and which sort of message that makes it; the first that fits."""


def said(message: Raw) -> Said:
    """What somebody said by a message, or by one piece of an album."""
    text = message.get("text") or message.get("caption") or _place(message)
    item = _item(message)
    return Said(
        sort(message), text, (item,) if item else (), message.get("media_group_id"), forwarded(message)
    )


def sort(message: Raw) -> Sort:
    """What sort of message it is."""
    return next((sort for content, sort in SORTS.items() if content in message), Sort.OTHER)


def forwarded(message: Raw) -> bool:
    """Whether somebody else wrote it first."""
    return "forward_origin" in message


def _place(message: Raw) -> str:
    """A shared place in words: its name and address, or its coordinates to about ten metres."""
    if venue := message.get("venue"):
        return f"{venue['title']}, {venue['address']}"
    point = message.get("location")
    return f"{point['latitude']:.4f}, {point['longitude']:.4f}" if point else ""


def _item(message: Raw) -> Item | None:
    """What it holds besides words. Music is none of it, nor are stickers and what moves without a sound."""
    number = message["message_id"]
    match message:
        case {"voice": file}:
            return Item(Medium.VOICE, CHANNEL, file["file_id"], position=number)
        case {"photo": [*_, largest]}:
            return Item(Medium.PHOTO, CHANNEL, largest["file_id"], position=number)
        case {"video": file}:
            return Item(Medium.VIDEO, CHANNEL, file["file_id"], _name(file), position=number)
        case {"animation": _}:
            return None
        case {"document": file}:
            return Item(Medium.DOCUMENT, CHANNEL, file["file_id"], _name(file), position=number)
        case {"location": point}:
            return _point(point, message.get("venue", {}), number)
    return None


def _point(point: Raw, venue: Raw, number: int) -> Item:
    return Item(
        Medium.PLACE,
        name=_name(venue, "title"),
        latitude=float(point["latitude"]),
        longitude=float(point["longitude"]),
        address=_name(venue, "address"),
        position=number,
    )


def _name(part: Raw, field: str = "file_name") -> str:
    return clipped(cleaned(part.get(field, "")), NAME_LENGTH)
