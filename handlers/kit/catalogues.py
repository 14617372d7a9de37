"""The catalogues: `.po` files read once at start, compiled in memory, joined to a reader's chain."""

from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from handlers.kit.words import Words

LOCALES = Path(__file__).parents[2] / "locales"
SOURCE = "en"


class Catalogues:
    """Every language there is, English among them, which needs no file."""

    def __init__(self, translations: dict[str, GNUTranslations]) -> None:
        self.translations = translations
        self._words: dict[tuple[str, ...], Words] = {}
        self._chain = lru_cache(maxsize=1000)(self._joining)

    @property
    def languages(self) -> list[str]:
        """Codes of the languages one can choose, English first."""
        return [SOURCE, *self.translations]

    def words(self, *wanted: str) -> Words:
        """Words in the first of these languages that there is; the others fill its gaps."""
        codes = self._chain(wanted)
        if codes not in self._words:
            self._words[codes] = self._joined(codes)
        return self._words[codes]

    def _joining(self, wanted: tuple[str, ...]) -> tuple[str, ...]:
        codes = [code for each in wanted for code in self._known(each)]
        codes = [*dict.fromkeys(codes), SOURCE]
        return tuple(codes[: codes.index(SOURCE) + 1])

    def _joined(self, codes: tuple[str, ...]) -> Words:
        chain = tuple(self.translations[code] for code in codes if code != SOURCE)
        return Words(codes[0], Locale.parse(codes[0]), chain)

    def nearest(self, wanted: str) -> str:
        """The language to use for what an app says it speaks. Never raises, whatever is asked."""
        return next(iter(self._known(wanted)), SOURCE)

    def _known(self, wanted: str) -> list[str]:
        code = wanted.replace("-", "_")
        return [each for each in dict.fromkeys((code, code.split("_")[0].lower())) if each in self.languages]


def load(folder: Path = LOCALES) -> Catalogues:
    """Read every `locales/<language>/messages.po`. Fuzzy entries are not served."""
    files = sorted(folder.glob("*/messages.po"))
    return Catalogues({file.parent.name: _compile(file) for file in files})


def _compile(file: Path) -> GNUTranslations:
    with file.open("rb") as source:
        catalogue = read_po(source, locale=file.parent.name)
    compiled = BytesIO()
    write_mo(compiled, catalogue, use_fuzzy=False)
    compiled.seek(0)
    compiled_catalogue = GNUTranslations(compiled)
    compiled_catalogue.add_fallback(Silence())
    return compiled_catalogue


class Silence(NullTranslations):
    """What a catalogue says where it knows nothing, so that the next one can be asked."""

    def gettext(self, message: str) -> str:
        """Nothing."""
        return ""

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Nothing."""
        return ""
