"""What looks private and what does not, in several languages; and what holds for any words at all."""

import unicodedata
from datetime import UTC, date, datetime, time
from itertools import pairwise

import pytest
from babel import dates
from hypothesis import given
from hypothesis import strategies as st

from handlers.kit import private

NUMBERS = [
    "Passeport 12AB34567",
    "passeport 12 AB 34567",
    "my passport is A12345678",
    "паспорт КС 123456",
    "паспорт FA123456 треба поновити",
    "fa123456",
    "جواز السفر رقم ن ١٢٣٤٥٦٧٨",
    "رقم الملف ١٢٣٤٥٦٧",
    "شماره پرونده ۹۸۷۶۵۴۳",
    "گذرنامه ۱۲۳۴۵۶۷۸",
    "C01X00T47",
    "D2H6862M2",
    "X1234567L",
    "12345678Z",
    "Mon numéro étranger : 7503123456",
    "7503123456",
    "Demander à la préfecture pour le dossier 9903 123 456",
    "My file number is 12-345-678",
    "ref. 4456712",
    "Réf 4456712",
    "CAF 1234567",
    "Titre de séjour n° 123456789",
    "185057800608436",
    "1 85 05 78 006 084 36",
    "1-85-05-78-006-084-36",
    "1850578006084",
    "1 85 05 2A 006 084 36",
    "FR76 3000 6000 0112 3456 7890 189",
    "NL91 ABNA 0417 1643 00",
    "GB29NWBK60161331926819",
    "NO93 8601 1117 947",
    "4970 1012 3456 7890",
    "Номер справи 4412345",
    "ІПН 3123456789",
    "αριθμός ΑΜΚΑ 12058012345",
    "le rendez-vous du 12/03/2027 pour le passeport 12AB34567",
]

ADDRESSES = [
    "12 rue de la République",
    "12, rue Paradis",
    "12 rue paradis",
    "Habiter au 12 bis avenue de Mazargues, 13008 Marseille",
    "4 bd Baille",
    "12 cours Julien",
    "12 cours d’Estienne d’Orves",
    "5 cours de la Libération",
    "3 place Castellane",
    "J'habite 5 impasse des Lilas",
    "Rue de la République, 13001 Marseille",
    "12 Main Street",
    "I live at 221b Baker Street, London",
    "Baker Street, London NW1 6XE",
    "١٢ شارع الجمهورية",
    "شارع الحمرا ١٢",
    "شارع الجمهورية، عمارة ٥، الطابق الثاني",
    "شارع الجمهورية 13001 مرسيليا",
    "вул. Шевченка 12",
    "вулиця Лесі Українки, буд. 5, кв. 12",
    "ул. Ленина 5",
    "خیابان ولیعصر پلاک ۱۲",
    "οδός Ερμού 12, Αθήνα",
    "Via Roma 12",
    "Calle Mayor 5, Madrid",
    "Hauptstraße 12",
    "Atatürk Caddesi No: 12",
]

HARMLESS = [
    "12 mots",
    "5 words a day",
    "ligne 83",
    "Prendre le bus 83 rue de Rome",
    "Prendre la ligne 21 avenue de Mazargues",
    "room 204",
    "Room 204 Main Street library",
    "Rue de la République market",
    "Le marché de la rue de la République",
    "2 cours de français par semaine",
    "1 place de cinéma",
    "3 places de théâtre, rue Paradis",
    "10 minutes down the road",
    "Learn 5 English street names",
    "le 12 mars à 18h30, rue de Rome",
    "Le 12 mars 2027 rue de Rome",
    "à 18:30 rue de Rome",
    "vers 18 h rue de Rome",
    "place du 8 mai 1945",
    "13001 Marseille",
    "15000 mots avec la rue de Rome",
    "06 12 34 56 78",
    "0612345678",
    "+33 6 12 34 56 78",
    "+33 (0)6 12 34 56 78",
    "0033612345678",
    "+380 50 123 45 67",
    "tél 0612345678 ou 04 91 12 34 56",
    "06 12 34 56 78 / 07 98 76 54 32",
    "0612345678 0798765432",
    "Passeport : appeler le 04 91 12 34 56",
    "694 123 4567",
    "3331234567",
    "٠٦ ١٢ ٣٤ ٥٦ ٧٨",
    "12 euros",
    "100 000 DA",
    "Passeport : payer 100000 DA",
    "10 000 000 FCFA",
    "1000000000",
    "250000 ليرة",
    "و100000",
    "Apporter 2 photos pour le passeport",
    "Renouveler le passeport avant le 12/03/2027",
    "Dossier logement : rendez-vous le 2027-03-12 à 14:00",
    "Préparer le dossier de 12 pages",
    "جواز السفر: موعد يوم 12/3/2027",
    "المشي في شارع الجمهورية 5 مرات",
    "نلتقي في شارع الجمهورية الساعة 5",
    "نلتقي في شارع الجمهورية يوم 12",
    "تعلم ٥ كلمات كل يوم",
    "Вивчити 10 слів на день",
    "зустріч на вул. Шевченка о 18:30",
    "зустріч на вул. Шевченка о 18",
    "автобус 83",
    "1 2 3 4 5 6 7 8 9 10 11 12",
    "1234567890",
    "21 49 83 55 82",
    "salles 101 102 103 104 105",
    "2024 2025 2026 2027",
    "2026-2027",
    "01.03.2027-31.03.2027",
    "01/03/2027 - 31/03/2027",
    "20270304",
    "RDV20270304",
    "9782070360024",
    "43.2965, 5.3698",
    "1920X1080",
    "A320",
    "B1",
    "10h30m",
    "https://example.org/dossier/1234567890",
    "ada1234567@example.org",
    "via WhatsApp 5 minutes",
    "Walk 3 km via Rome",
    "M2 Castellane",
    "Lire 50 pages de 1984",
    "100 000 pas",
    "Musée 7 rue",
    "Lire le chapitre 12, rue Cases-Nègres",
    "Rendez-vous mardi 12, place Castellane",
    "Samedi 14 cours Julien",
    "RDV le 5 rue Paradis",
    "Saturday 12, Park Road",
    "2 Cours de Français",
    "السبت 12 شارع روما",
    "الساعة 6 شارع روما",
    "Les 5 Avenues à pied",
    "Appeler la CAF au 3230",
    "1 250,50 €",
    "Voiture AB-123-CD",
    "Covid-19",
    "50 %",
]


@pytest.mark.parametrize("words", NUMBERS)
def test_a_number(words: str) -> None:
    assert private.number(words)
    assert private.anything(words)


@pytest.mark.parametrize("words", ADDRESSES)
def test_an_address(words: str) -> None:
    assert private.anything(words)
    assert not private.number(words)


@pytest.mark.parametrize("words", HARMLESS)
def test_everyday_words(words: str) -> None:
    assert not private.anything(words)


@pytest.mark.parametrize("words", [*NUMBERS, *ADDRESSES])
def test_public_words_are_never_asked_about(words: str) -> None:
    assert not private.nothing(words)


SCRIPTS = [
    chr(zero)
    for zero in range(0x110000)
    if unicodedata.decimal(chr(zero), None) == 0 and not 0x1D7CE <= zero <= 0x1D7FF
]
private_words = st.sampled_from([*NUMBERS, *ADDRESSES])
moments = st.datetimes(datetime(1930, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
LOCALES = ["en", "fr", "ar", "ar_EG", "fa", "uk", "el", "it", "es", "nb", "tr", "bg", "de", "ps", "bn", "am"]
formats = st.sampled_from(["short", "medium", "long", "full"])


@given(words=private_words, zero=st.sampled_from(SCRIPTS))
def test_digits_of_any_script_are_digits(words: str, zero: str) -> None:
    turned = "".join(chr(ord(zero) + int(each)) if each.isdecimal() else each for each in words)
    assert private.anything(turned)


@given(words=st.sampled_from(HARMLESS), zero=st.sampled_from(SCRIPTS))
def test_and_everyday_ones_stay_everyday(words: str, zero: str) -> None:
    turned = "".join(chr(ord(zero) + int(each)) if each.isdecimal() else each for each in words)
    assert not private.anything(turned)


@given(
    words=private_words, hidden=st.sampled_from("\u200b\u200e\u200f\u2068\u2069\u00ad"), at=st.integers(0, 60)
)
def test_signs_that_nobody_sees_hide_nothing(words: str, hidden: str, at: int) -> None:
    assert private.anything(words[:at] + hidden + words[at:])


@given(words=private_words, space=st.sampled_from(["\u00a0", "\u202f", "\u2009", "  "]))
def test_any_space_is_a_space(words: str, space: str) -> None:
    assert private.anything(words.replace(" ", space))


@given(
    digits=st.from_regex(r"[1-8][1-9]{12,18}", fullmatch=True),
    mark=st.sampled_from([" ", "\u00a0", ".", "-", "/", "\u2013", "--"]),
    size=st.integers(3, 5),
)
def test_a_long_number_is_one_in_any_blocks(digits: str, mark: str, size: int) -> None:
    found = [digits[at : at + size] for at in range(0, len(digits), size)]
    if any(int(one) >= int(two) for one, two in pairwise(found)):
        assert private.number(mark.join(found))
    assert private.number(f"n° {digits}.")


@given(st.text(st.characters(exclude_categories=["Nd", "Cs"])))
def test_nothing_without_a_digit_is_private(words: str) -> None:
    assert not private.anything(words)


@given(st.text())
def test_any_words_at_all_are_judged(words: str) -> None:
    assert private.anything(words) in (True, False)


@given(moment=moments, locale=st.sampled_from(LOCALES), day=formats, hour=formats)
def test_no_date_as_it_is_written_is_private(moment: datetime, locale: str, day: str, hour: str) -> None:
    said = [
        dates.format_date(moment, day, locale=locale),
        dates.format_datetime(moment, "short", locale=locale),
        dates.format_datetime(moment, day, locale=locale),
        dates.format_date(moment, day, locale=locale) + " " + dates.format_time(moment, hour, locale=locale),
        moment.isoformat(sep=" ", timespec="minutes"),
        moment.date().isoformat(),
    ]
    for each in said:
        assert not private.anything(each), each
        assert not private.anything(f"Passeport : {each}"), each


@given(
    one=st.dates(date(1990, 1, 1)),
    other=st.dates(date(1990, 1, 1)),
    form=st.sampled_from(["%d/%m/%Y", "%d.%m.%y", "%Y-%m-%d"]),
)
def test_nor_is_the_time_between_two(one: date, other: date, form: str) -> None:
    for between in (" - ", "-", " \u2013 ", "\u2013", " "):
        assert not private.anything(one.strftime(form) + between + other.strftime(form))


@given(hours=st.lists(st.times(), min_size=1, max_size=6), form=st.sampled_from(["%H:%M", "%Hh%M", "%H.%M"]))
def test_nor_are_hours(hours: list[time], form: str) -> None:
    for between in (" ", ", ", "-", " / "):
        assert not private.anything(between.join(each.strftime(form) for each in hours))


@given(
    prefix=st.sampled_from(["+33 ", "+33", "0", "0033 ", "+380 ", "+963-", "+30 "]),
    digits=st.from_regex(r"[1-9]\d{8}", fullmatch=True),
    mark=st.sampled_from(["", " ", ".", "-", "\u00a0"]),
)
def test_telephones_are_no_secret(prefix: str, digits: str, mark: str) -> None:
    said = prefix + mark.join([digits[:1], *[digits[at : at + 2] for at in range(1, 9, 2)]])
    for words in (said, f"Appeler le {said}", f"Passeport : {said}"):
        assert not private.anything(words)


@given(st.lists(st.integers(0, 120), min_size=1, max_size=12))
def test_nor_are_a_few_small_numbers(numbers: list[int]) -> None:
    assert not private.anything(", ".join(map(str, numbers)))
    assert not private.anything(" / ".join(map(str, numbers)))
