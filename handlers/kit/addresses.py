"""Full addresses in somebody's words: a house number with its street, or a street with postcode and town.

The name of a street alone is a place where people meet, and nobody's home. The order of number and street
is that of each country's post, as the Universal Postal Union describes it.
"""

import re

STREET = r"(?:rue|avenue|av\.?|ave|boulevard|bd\.?|bld\.?|blvd|impasse|all[ée]e|traverse|faubourg|résidence)"
PERHAPS = (
    r"(?:place|pl\.?|cours|quai|route|rte|chemin|ch\.?|square|cité|passage|montée|esplanade|promenade"
    r"|lotissement)"
)
"""Words that also count other things, “2 cours de français”: a street only before a name with a capital."""

ARABIC = "(?:شارع|زنقة|نهج|حارة|جادة|خیابان|کوچه|بلوار)"
CYRILLIC = (
    r"(?:вул|ул|вулиц[яіею]|улиц[аеу]|просп|пр-т|проспект[іе]?|бульв|бульвар[іе]?|пров|провулок|пер|переулок)"
    r"(?:\.[ ]?|[ ])"
)
GREEK = r"(?:οδός|οδος|οδού|λεωφόρος|λεωφ\.?)[ ]"
ROMANCE = r"(?-i:[Vv]ia|[Vv]iale|[Cc]orso|[Cc]alle|[Aa]venida|[Rr]ruga|[Ss]trada|[Ss]tr\.)[ ]"

OF = r"(?:(?:de[ ]la|du|des|de|la|le|les)[ ]|de[ ]l['’]|d['’]|l['’])?"
NO_NAME = r"(?!(?:par|à|a|pour|avec|au|aux|dans|et|ou|en|sur|près|vers|qui|que)\b)"
NO_LESSON = r"(?!cours[ ](?:de[ ]|d['’])(?!la\b|l['’]|estienne))"
NO_STREET = r"(?![ ](?:names?|signs?|food|market|maps?|station)\b)"
NO_PLACE = (
    r"(?!(?:يوم|الساعة|ساعة|خط|باص|حافلة|ترام|مترو|محطة|كل|حتى|قبل|بعد|من|في|مع|على|عند|نحو|أسبوع"
    r"|الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد|روز|ساعت|اتوبوس)\b)"
)
"""What may follow the word for a street and shows that no name of one does."""

CAPITAL = r"(?-i:[A-ZÀ-ÝΆ-ΏΑ-ΩА-ЯІЇЄҐ])"
NAME = rf"(?:{CAPITAL}[\w'’ʼ.-]+[ ]?){{1,3}},?[ ]?"
ALONE = r"(?<![\d.,:/\w-])"
HOUSE = r"\d{1,4}(?!\d)"
LAST = rf"{HOUSE}[ ]?(?:[a-zа-я]\b)?(?=\s*(?:$|[,;.،؛\n)]|кв\b|طبقه|طابق|شقة|واحد))"
"""A house number that ends what is said of a place, so that “street X 5 times” has none."""

NUMBER_FIRST = [
    "(?i)" + ALONE + HOUSE + each
    for each in (
        rf"[ ]?(?:bis|ter|quater|[a-d])?,?[ ]{STREET}[ ]{OF}{NO_NAME}[^\W\d_]{{2,}}",
        rf"[ ]?(?:bis|ter|quater|[a-d])?,?[ ]{NO_LESSON}{PERHAPS}[ ]{OF}{CAPITAL}[^\W\d_]+",
        rf"[a-d]?,?[ ](?:{CAPITAL}[\w'’]+[ ]){{1,3}}"
        rf"(?:street|st|road|rd|avenue|ave|lane|drive|close|crescent|terrace|court)\b{NO_STREET}",
        rf"[،,]?[ ]{ARABIC}[ ][^\W\d_]{{2,}}",
    )
]
STREET_FIRST = [
    rf"(?i)(?<!\w){each}"
    for each in (
        rf"{CYRILLIC}{NAME}(?:(?:буд|б|дом|д|№)\.?[ ]?)?{LAST}",
        rf"{ARABIC}[ ](?:{NO_PLACE}[^\W\d_]+[،,]?[ ]){{1,4}}"
        rf"(?:(?:رقم|عمارة|بناية|منزل|بيت|مبنى|پلاک|شماره|ساختمان)[ ]?{HOUSE}|{LAST})",
        rf"{GREEK}{NAME}{LAST}",
        rf"{ROMANCE}(?:(?:di|de|del|della|delle|dei|la|los|las)[ ])?{NAME}(?:n[r°.]{{0,2}}[ ]?)?{LAST}",
        rf"{CAPITAL}[^\W\d_]+(?:straße|strasse|gasse|veien|gata|gaten|gate)[ ]{LAST}",
        rf"[^\W\d_]+[ ](?:sok(?:ak|ağı)|cad(?:desi|\.)|mah(?:allesi|\.)),?[ ]no:?[ ]?{HOUSE}",
    )
]

NOT_A_HOUSE = (
    r"(?i)(?:\b(?:ligne|bus|car|tram\w*|métro|metro|train|arrêt|salle|bureau|guichet|porte|étage|chapitre|page"
    r"|line|room|desk|gate|chapter|le|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|\w+day"
    r"|автобус\w*|тролейбус\w*|трамва\w*|маршрут\w*|кабінет\w*|кабинет\w*|γραμμή|λεωφορείο)"
    r"|خط|باص|حافلة|ترام|مترو|قاعة|غرفة|صفحة|يوم|الساعة|اتوبوس|اتاق|ساعت|روز|شنبه"
    r"|الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد)"
    r"(?:[ ](?:du|de|le|la|n°|no|number|номер|№|رقم|شماره))*[ ]*$"
)
"""What a number belongs to that is no house: a line, a room, a day."""
YEAR = r"(?:19|20)\d\d"

NAMED = (
    rf"(?i)(?<!\w)(?:{STREET}[ ]{OF}[^\W\d_]|{PERHAPS}[ ]{OF}{CAPITAL}|{CYRILLIC}|{GREEK}|{ROMANCE}{CAPITAL}"
    rf"|{ARABIC}[ ])|\b(?:street|road|lane|avenue)\b"
)
TOWN = (
    r"(?<![\d.,:/\w-])(?:\d{5}|\d{3}[ ]\d{2})[،,]?[ ](?:[A-ZÀ-ÝΑ-ΩА-ЯІЇЄҐ][^\W\d_]{2,}|[\u0620-\u06d3]{4,})"
    r"|(?<!\w)[A-Z]{1,2}\d[A-Z\d]?[ ]\d[A-Z]{2}(?!\w)"
)
"""A postcode with its town, five digits in most of our countries; or a British one."""


def address(said: str) -> bool:
    """Whether a full postal address stands in words made plain by `figures.plain`."""
    return (
        any(_a_house(said, found) for each in NUMBER_FIRST for found in re.finditer(each, said))
        or any(re.search(each, said) for each in STREET_FIRST)
        or bool(re.search(NAMED, said) and re.search(TOWN, said))
    )


def _a_house(said: str, found: re.Match[str]) -> bool:
    """Whether the number is that of a house."""
    before = said[: found.start()]
    return not re.match(YEAR, found[0]) and not re.search(NOT_A_HOUSE, before)
