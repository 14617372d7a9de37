"""Reads the size of a picture from its first bytes, as much as a photo message needs to know."""

from struct import unpack

_TYPES = {b"\x89PNG": "image/png", b"GIF8": "image/gif"}


def picture_type(data: bytes) -> str:
    """The MIME type of what `picture_size` can read."""
    return _TYPES.get(data[:4], "image/jpeg")


def picture_size(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels of a PNG, JPEG or GIF; None for anything else."""
    if data.startswith(b"\x89PNG\r\n\x1a\n") and len(data) >= 24:
        width, height = unpack(">II", data[16:24])
        return width, height
    if data[:6] in (b"GIF87a", b"GIF89a") and len(data) >= 10:
        width, height = unpack("<HH", data[6:10])
        return width, height
    return _jpeg_size(data) if data.startswith(b"\xff\xd8") else None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    """Walks the JPEG's segments to the frame header (ITU T.81, B.2.2)."""
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + unpack(">H", data[at + 2 : at + 4])[0]
    return None
