"""Pictures, drawn only when somebody shows them."""

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
