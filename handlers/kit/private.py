"""What looks private in somebody's words: a number of identity or of a file, an account, a full address.

It decides only whether a gentle question is asked, and a wrong question tires: where a shape is shared
with everyday words, nothing is asked. A block of nine digits is more often a telephone than a passport.

Patterns stand here and beside as text: they are compiled when somebody first writes a digit.
"""

import re

from handlers.kit import addresses, figures

LETTER = "[A-Za-z\u00c0-\u052f]"
"""Latin, Greek or Cyrillic. Arabic letters stand before any number as “and” or “of”."""

LABELLED = 6
"""How many digits behind a word like “passport” or “file number” make a number of identity."""

BLOCKS = 13
"""From so many digits on, a number in blocks is hardly a telephone: social security has 13 to 15 (a French
one 13 and a key of 2, a Romanian 13, an Egyptian 14), a bank card 16, an account (ISO 13616) up to 30."""

NO_TELEPHONE = "(?!tel|tél|fax|gsm|sms|mob|тел|img|dsc|vid|pxl)"
SHAPES = rf"""(?xi)
    # A passport has up to nine signs (ICAO 9303, part 4); in most countries letters and then digits.
    (?<![\w@.-]) {NO_TELEPHONE} {LETTER}{{1,3}} -? (\d{{6,9}}) {LETTER}? (?![\w@-])
    # Two capitals standing apart from their digits: Ukraine, Italy, Belgium.
    | (?<![\w@]) (?<![A-ZА-ЯІЇЄҐ][ ]) (?-i:[A-ZА-ЯІЇЄҐ]{{2}}) [ ] (\d{{6,7}}) (?!\w)
    # France: 12AB34567.
    | (?<![\w@]) \d\d (?:[ -]? (?-i:[A-Z]{{2}}) [ -]? | [a-z]{{2}}) \d{{5}} (?!\w)
    # A Spanish card of identity: eight digits and a letter.
    | (?<![\w@-]) (\d{{8}}) -? (?-i:[A-Z]) (?!\w)
    # Nine signs with letters in several places: Germany, French cards since 2021.
    | (?<![\w@-]) (?=[^\W_]{{9}}(?!\w)) (?=(?:[A-Z]*\d){{5}})
        (?-i: \d* [A-Z]{{1,2}} \d+ [A-Z]{{1,2}} [A-Z\d]*) (?!\w)
    # An account (ISO 13616): its country, two digits, then blocks.
    | (?<!\w) (?-i:[A-Z]{{2}}) \d\d (?=(?:[^\n\d]{{0,6}}\d){{10}})
        (?:[ -]? (?-i:[A-Z\d]{{4}})){{2,7}} (?:[ -]? (?-i:[A-Z\d]{{1,3}}))? (?!\w)
    # French social security of somebody born in Corsica, with a letter among the digits.
    | (?<!\w) [12] [ ]? \d\d [ ]? \d\d [ ]? 2[AB] [ ]? \d{{3}} [ ]? \d{{3}}
    """

LABEL = r"""(?xi)
    \b(?: passe?port | passaporto | pasaporte? | pasaportë | паспорт\w* | διαβατ[ηή]ρ\w+
        | dossier | agdref | ofpra | caf | allocataire | étranger | r[ée]c[ée]piss[ée] | titre\ de\ s[ée]jour
        | sécu | s[ée]curit[ée]\ sociale | carte\ d.identité | r[ée]f(?:[ée]rence)?
        | file | case | social\ security | insurance\ number | identity | id\ (?:card|number|no) | visa
        | residence\ permit | nie | dni | expediente | pratica | kimlik | αφμ | αμκα
        | справ[аиіу] | посвідк\w+ | посвідчення | іпн | рнокпп | дел[оау] | внж | инн | снилс
        | удостоверени\w+ )\b
    | جواز | الملف | ملفي | الإقامة | اقامة | الهوية | هويتي | بطاقة | الضمان | مرجع
    | گذرنامه | پاسپورت | پرونده | کد\ ملی | شماره\ ملی | شناسنامه | کارت\ اقامت
    """
NEAR = 40
"""How far behind its label a number may stand, in signs."""


def anything(text: str) -> bool:
    """Whether words look like something that is better kept out of a chat."""
    return number(text) or (figures.there_are(text) and addresses.address(figures.plain(text)))


def number(text: str) -> bool:
    """Whether a number of identity, of a file or of an account stands in the words."""
    if not figures.there_are(text):
        return False
    said = figures.without_everyday(figures.plain(text))
    return _shaped(said) or any(
        _long(run[0]) or _labelled(said, run) for run in re.finditer(figures.RUN, said)
    )


def nothing(text: str) -> bool:
    """For words that everybody may read, or that are not kept."""
    return False


def _shaped(said: str) -> bool:
    """Whether letters and digits stand together as on a document; digits that make a date do not."""
    return any(
        not figures.everyday(each[1] or each[2] or each[3] or "") for each in re.finditer(SHAPES, said)
    )


def _long(run: str) -> bool:
    """Digits that need no label: ten in one, as prefectures number files, or at least thirteen."""
    blocks = figures.blocks(run)
    digits = "".join(blocks)
    if figures.everyday(digits) or figures.telephone(run):
        return False
    if len(digits) == 10 and len(blocks) == 1:
        return not re.match(figures.SUBSCRIBER, digits)
    return len(digits) >= BLOCKS and not figures.counted(blocks)


def _labelled(said: str, run: re.Match[str]) -> bool:
    digits = "".join(figures.blocks(run[0]))
    if len(digits) < LABELLED or figures.everyday(digits) or figures.telephone(run[0], labelled=True):
        return False
    before = said[max(run.start() - NEAR, 0) : run.start()].rpartition("\n")[2]
    return re.search(LABEL, before) is not None
