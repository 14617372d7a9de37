"""Words: values made safe and kept in direction, whatever people are called and whatever a translator did."""

import html
from datetime import UTC, date, datetime, time
from gettext import NullTranslations

import pytest
from babel import Locale
from babel.messages.catalog import Catalog
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from handlers.kit.bidi import CONTROLS, FSI, LRI, PDI, RLM, direct, is_rtl
from handlers.kit.catalogues import Sentences
from handlers.kit.words import Words, lines, paragraphs, plain, shown

ENGLISH = Words("en", Locale("en"))
ARABIC = Words("ar", Locale("ar"))
FRENCH = Words("fr", Locale("fr"))


class Slip(NullTranslations):
    """A catalogue with one entry, whatever one asks."""

    def __init__(self, said: str) -> None:
        super().__init__()
        self.said = said

    def gettext(self, message: str) -> str:
        return self.said

    def ngettext(self, one: str, many: str, n: int) -> str:
        return self.said


def test_values_are_escaped_and_isolated() -> None:
    said = ENGLISH._("Hello {name}.", name="<b>Ada & co</b>")
    assert said == f"Hello {FSI}&lt;b&gt;Ada &amp; co&lt;/b&gt;{PDI}."


def test_controls_in_names_turn_nothing_round() -> None:
    assert ENGLISH._("Hello {name}.", name="\u202eAda\u2066\u200f") == f"Hello {FSI}Ada{PDI}."


def test_our_own_markup_and_numbers_stand_as_they_are() -> None:
    assert ENGLISH._("At {clock}, {n} steps", clock=ENGLISH.clock(time(9, 5)), n=3) == (
        f"At {LRI}09:05{PDI}, 3 steps"
    )
    assert ENGLISH.bold("a < b") == f"<b>{FSI}a &lt; b{PDI}</b>"
    assert ENGLISH.code("+33 6 12\u200e") == f"{LRI}+33 6 12{PDI}"


@given(st.text())
def test_no_name_gets_out_of_its_isolate(name: str) -> None:
    for line in filter(None, shown(name).split("\n")):
        assert (line[0], line[-1]) == (FSI, PDI)
        assert not CONTROLS.search(line[1:-1])
        assert not set("<>") & set(line)
    assert html.unescape(CONTROLS.sub("", shown(name))) == CONTROLS.sub("", name)


def test_each_line_of_what_somebody_wrote_has_its_own_isolate() -> None:
    assert shown("one\n\ntwo") == f"{FSI}one{PDI}\n\n{FSI}two{PDI}"


@pytest.mark.parametrize(
    "slip", ["{name.__class__}", "{0}", "{}", "{name!r}", "{name:>9}", "{NAME}", "{na me}"]
)
def test_a_translation_reaches_nothing_but_bare_values(slip: str) -> None:
    assert Words("fr", Locale("fr"), (Slip(slip),))._("Hello {name}.", name="Ada") == slip


@pytest.mark.parametrize("slip", ["{nom}", "Bonjour {name} {surname}"])
def test_a_translation_that_wants_what_there_is_not_gives_way_to_english(slip: str) -> None:
    words = Words("fr", Locale("fr"), (Slip(slip),))
    assert words._("Hello {name}.", name="Ada") == f"Hello {FSI}Ada{PDI}."
    assert words.n_("{n} day for {name}", "{n} days for {name}", 2, name=Markup("Ada")) == "2 days for Ada"


def test_english_counts_without_a_catalogue() -> None:
    assert [ENGLISH.n_("{n} day", "{n} days", n) for n in (0, 1, 2)] == ["0 days", "1 day", "2 days"]


def test_the_next_catalogue_fills_the_gaps_of_the_first() -> None:
    empty, full = Sentences(Catalog("fa_AF")), Slip("سلام")
    assert Words("fa_AF", Locale.parse("fa_AF"), (empty, full))._("Hello") == "سلام"


def test_lines_of_right_to_left_languages_begin_with_a_mark() -> None:
    assert direct("Ada\n\n18:00", rtl=True) == f"{RLM}Ada\n\n{RLM}18:00"
    assert direct("Ada\n18:00", rtl=False) == "Ada\n18:00"
    assert [code for code in ("ar", "fa_AF", "ps", "ur-PK", "fr", "en") if is_rtl(code)] == [
        "ar",
        "fa_AF",
        "ps",
        "ur-PK",
    ]


def test_dates_have_weekday_day_and_month_and_western_digits() -> None:
    day = date(2027, 3, 4)
    assert ENGLISH.day(day) == "Thursday, March 4"
    assert FRENCH.day(day) == "jeudi, 4 mars"
    assert "4" in ARABIC.day(day)
    assert "مارس" in ARABIC.day(day)
    assert FRENCH.month(day) == "mars 2027"
    assert "2027" in ARABIC.month(day)


def test_a_moment_is_told_in_the_readers_zone() -> None:
    evening = datetime(2027, 3, 4, 22, 30, tzinfo=UTC)
    assert FRENCH.moment(evening, "Asia/Kabul") == f"vendredi, 5 mars, {LRI}03:00{PDI}"


def test_weekdays_and_places_in_the_readers_words() -> None:
    assert (FRENCH.weekday(0), FRENCH.weekday(6)) == ("lundi", "dimanche")
    assert (ENGLISH.place("Asia/Kabul"), FRENCH.place("Europe/London")) == ("Kabul", "Londres")
    assert ENGLISH.listed(["a", "b", "<c>"]) == f"{FSI}a{PDI}, {FSI}b{PDI}, and {FSI}&lt;c&gt;{PDI}"


def test_parts_are_joined_without_what_is_empty() -> None:
    assert lines([Markup("a"), None, Markup("b")]) == "a\nb"
    assert paragraphs(Markup("a"), None, Markup("<b>b</b>")) == "a\n\n<b>b</b>"


def test_a_button_shows_no_markup() -> None:
    assert plain(Markup(f"<b>{FSI}Tom &amp; Ada{PDI}</b>")) == "Tom & Ada"
    assert plain("<b> & \u202ethis") == "<b> & this"
