"""The smallest beginnings of pictures: enough for their size to be read."""

from struct import pack


def png(width: int = 4, height: int = 4) -> bytes:
    return b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + pack(">II", width, height) + b"\x08\x02\x00\x00\x00"


def gif(width: int, height: int) -> bytes:
    return b"GIF89a" + pack("<HH", width, height) + b"\x00\x00\x00;"


def jpeg(width: int, height: int) -> bytes:
    comment = b"\xff\xfe" + pack(">H", 4) + b"hi"
    frame = b"\xff\xc0" + pack(">HBHH", 17, 8, height, width) + bytes(12)
    return b"\xff\xd8" + comment + frame + b"\xff\xd9"
