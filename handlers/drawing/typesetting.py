"""Typesetting: our templates and data make pictures and pages; people's words are data, never markup."""

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typst import Compiler, Fonts

HERE = Path(__file__).parent
DOTS = 72
"""Dots an inch: a point of a template is a pixel of the picture."""


def picture(template: str, data: dict[str, Any]) -> bytes:
    """The one page of a template as PNG."""
    return _whole(_compiler(template, data).compile(format="png", ppi=DOTS))


def document(template: str, data: dict[str, Any]) -> bytes:
    """All pages of a template as PDF/A-2u, whose text can be read out and copied.

    Raises TypstError for a letter our fonts lack: ask `letters.legible` first.
    """
    return _whole(_compiler(template, data).compile(format="pdf", pdf_standards="a-2u"))


def _compiler(template: str, data: dict[str, Any]) -> "Compiler":
    """A template with its data, from these files and fonts alone: what it draws is the same everywhere."""
    from typst import Compiler  # only here: a bot that draws nothing starts sooner without it

    return Compiler(
        HERE / template,
        root=HERE,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data)},
    )


@cache
def _fonts() -> "Fonts":
    """Noto Sans (Latin, Greek, Cyrillic) and IBM Plex Sans Arabic, both under the Open Font License.

    Noto Sans Arabic puts dots on letters as glyphs of their own, which a PDF then reads out twice.
    """
    import fontpkg_ibm_plex_sans_arabic
    import fontpkg_noto_sans
    from typst import Fonts

    folders = [package.ROOT / "files" for package in (fontpkg_noto_sans, fontpkg_ibm_plex_sans_arabic)]
    return Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)


def _whole(made: bytes | list[bytes] | None) -> bytes:
    """What a compiler without an output file gives back; raises ValueError for pictures of several pages."""
    if not isinstance(made, bytes):
        raise ValueError("a picture has one page")
    return made
