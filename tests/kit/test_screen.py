"""Screens and what stands on them: labels clipped at a word, a calendar, rows."""

from datetime import date, timedelta

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from handlers.kit.calendar import AHEAD, BLANK, month_of, month_rows
from handlers.kit.links import Gone, Link
from handlers.kit.screen import LABEL_LENGTH, Button, Door, Screen, clipped, in_rows
from handlers.kit.words import Words

ENGLISH = Words("en", Locale("en"))
TODAY = date(2028, 2, 16)
todays = st.dates(date(2026, 1, 1), date(2040, 1, 1))


@given(st.text(), st.integers(2, 60))
def test_clipped_text_fits_and_begins_as_it_did(text: str, length: int) -> None:
    short = clipped(text, length)
    assert len(short) <= length
    assert " ".join(text.split()).startswith(short.removesuffix("…"))


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Ask", "Ask"),
        ("Ask at the pool", "Ask at the…"),
        ("Ask\nat  pool", "Ask at pool"),
        ("Donaudampfschiff", "Donaudampfsc…"),
        ("A Donaudampfschiff", "A Donaudampf…"),
    ],
)
def test_text_is_cut_at_a_word_where_there_is_one(text: str, label: str) -> None:
    assert clipped(text, 13) == label


def test_a_label_is_plain_and_short() -> None:
    assert Button("\u2068Ada\u2069", Link("home.open")).label == "Ada"
    assert Button(Markup("Tom &amp; <b>Ada</b>"), Link("home.open")).label == "Tom & Ada"
    assert len(Door("long " * 40, "https://example.org").label) <= LABEL_LENGTH


def test_rows_are_filled_one_by_one() -> None:
    buttons = [Button(str(number), Link("home.open")) for number in range(5)]
    assert [[each.label for each in row] for row in in_rows(buttons, 2)] == [["0", "1"], ["2", "3"], ["4"]]


def test_a_remark_stands_above() -> None:
    screen = Screen(Markup("Home"), ends=True).saying(Markup("<b>Done</b>"))
    assert (screen.text, screen.ends) == ("<b>Done</b>\n\nHome", True)


def pick(day: date) -> Link:
    return Link(f"pick:{day}")


def turn_to(day: date) -> Link:
    return Link(f"turn:{day}")


def month(first: date, today: date = TODAY, words: Words = ENGLISH) -> list[list[tuple[str, str]]]:
    rows = month_rows(words, first, today, (pick, turn_to))
    return [[(each.label, str(each.link)) for each in row if isinstance(each, Button)] for row in rows]


def test_the_month_of_today_begins_with_this_week() -> None:
    heading, _initials, week, *_, turning = month(TODAY)
    assert heading == [("February 2028", "turn:2028-02-01")]
    assert [label for label, _ in week] == [BLANK, BLANK, "16", "17", "18", "19", "20"]
    assert week[1:3] == [(BLANK, "turn:2028-02-01"), ("16", "pick:2028-02-16")]
    assert turning == [("Next month", "turn:2028-03-01")]


@given(todays, st.integers(0, 370))
def test_every_day_to_come_can_be_picked_once(today: date, ahead: int) -> None:
    first = (today + timedelta(days=ahead)).replace(day=1)
    cells = [link for row in month(first, today) for _, link in row if link.startswith("pick:")]
    following = (first + timedelta(days=32)).replace(day=1)
    days = [first + timedelta(days=number) for number in range((following - first).days)]
    assert cells == [f"pick:{day}" for day in days if day >= today]


@given(todays, st.integers(-500, 366))
def test_the_month_shown_is_never_one_gone_by(today: date, away: int) -> None:
    shown = month_of(today + timedelta(days=away), today)
    assert shown.day == 1
    assert shown >= today.replace(day=1)


def test_a_month_too_far_ahead_is_gone() -> None:
    with pytest.raises(Gone):
        month_of(TODAY + AHEAD + timedelta(days=1), TODAY)


@given(todays)
def test_one_can_turn_to_every_month_of_a_year_and_back(today: date) -> None:
    first, months = today.replace(day=1), 0
    while onward := dict(month(first, today)[-1]).get("Next month"):
        first, months = date.fromisoformat(onward.removeprefix("turn:")), months + 1
        assert month_of(first, today) == first
        assert "Previous month" in dict(month(first, today)[-1])
    assert months in (12, 13)


@pytest.mark.parametrize(("code", "first"), [("fr", "3"), ("en_US", "2"), ("fa_AF", "8")])
def test_weeks_begin_as_the_reader_is_used_to(code: str, first: str) -> None:
    words = Words(code, Locale.parse(code))
    assert month(date(2027, 5, 1), date(2027, 1, 1), words)[3][0][0] == first
