"""Pictures, drawn only when somebody shows them."""

import zlib
from dataclasses import dataclass
from io import BytesIO


@dataclass(frozen=True)
class QrCode:
    """A link as a square that a camera reads."""

    link: str
    name: str = "invitation.png"

    def draw(self) -> bytes:
        """The code as PNG, with error correction M and large enough for paper."""
        import segno  # only here: a bot that draws nothing starts sooner without it

        out = BytesIO()
        segno.make(self.link, error="m").save(out, kind="png", scale=10, border=4)
        return out.getvalue()


@dataclass(frozen=True)
class Blank:
    """Nothing to see, in the place of a photo that was taken back."""

    name: str = "blank.png"

    def draw(self) -> bytes:
        """A plain light square as PNG."""
        size = (256).to_bytes(4)
        header = size + size + bytes([8, 0, 0, 0, 0])  # eight bits of grey a pixel
        rows = zlib.compress((b"\0" + b"\xf0" * 256) * 256)
        parts = _chunk(b"IHDR", header) + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")
        return b"\x89PNG\r\n\x1a\n" + parts


def _chunk(name: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4) + name + data + zlib.crc32(name + data).to_bytes(4)
