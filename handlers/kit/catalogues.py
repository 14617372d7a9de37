"""The catalogues: `.po` files read once at start, joined to a reader's chain."""

from functools import lru_cache
from gettext import NullTranslations, c2py
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from handlers.kit.words import Words

LOCALES = Path(__file__).parents[2] / "locales"
SOURCE = "en"


class Sentences(NullTranslations):
    """What one catalogue says: nothing where it knows nothing, so that the next one can be asked."""

    def __init__(self, catalogue: Catalog) -> None:
        super().__init__()
        served = [each for each in catalogue if each.id and each.string and not each.fuzzy]
        self._single = {str(each.id): str(each.string) for each in served if not each.pluralizable}
        self._counting = {tuple(each.id): tuple(each.string) for each in served if each.pluralizable}
        self._form = c2py(catalogue.plural_expr)

    def gettext(self, message: str) -> str:
        """The sentence in this language, or nothing."""
        return self._single.get(message, "")

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The sentence in this language in the plural form of `n`, or nothing."""
        forms = self._counting.get((msgid1, msgid2))
        return forms[self._form(n)] if forms else ""


class Catalogues:
    """Every language there is, English among them, which needs no file."""

    def __init__(self, translations: dict[str, Sentences]) -> None:
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
        return tuple(dict.fromkeys([*codes, SOURCE]))

    def _joined(self, codes: tuple[str, ...]) -> Words:
        chain = tuple(self.translations[code] for code in codes[: codes.index(SOURCE)])
        return Words(codes[0], Locale.parse(codes[0]), chain, codes)

    def nearest(self, wanted: str) -> str:
        """The language to use for what an app says it speaks. Never raises, whatever is asked."""
        return next(iter(self._known(wanted)), SOURCE)

    def _known(self, wanted: str) -> list[str]:
        code = wanted.replace("-", "_")
        return [each for each in dict.fromkeys((code, code.split("_")[0].lower())) if each in self.languages]


def load(folder: Path = LOCALES) -> Catalogues:
    """Read every `locales/<language>/messages.po`. Fuzzy entries are not served."""
    files = sorted(folder.glob("*/messages.po"))
    return Catalogues({file.parent.name: _read(file) for file in files})


def _read(file: Path) -> Sentences:
    with file.open("rb") as source:
        return Sentences(read_po(source, locale=file.parent.name))
