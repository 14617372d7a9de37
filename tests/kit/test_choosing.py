"""Which icebreaker fits: none twice until all that fit were had, and the same for the same question."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.seasons import Season
from handlers.kit.choosing import Fitting, choose, stage
from handlers.kit.prompts import Company, Effort, Level, Phase, Prompt, Theme, TimeOfYear, library

ALL = list(library().values())
JULY, JANUARY = 7, 1
PLAIN = Prompt("plain", Phase.ANY, Theme.WORDS, Effort.WORD, Level.NONE, Company.BOTH, "Say a word.")

prompts = st.builds(
    Prompt,
    key=st.text("abcdefgh", min_size=1, max_size=4),
    phase=st.sampled_from(Phase),
    theme=st.sampled_from(Theme),
    effort=st.sampled_from(Effort),
    language=st.sampled_from(Level),
    company=st.sampled_from(Company),
    words=st.just("Say a word."),
    season=st.none() | st.sampled_from(TimeOfYear),
)
libraries = st.lists(prompts, max_size=12, unique_by=lambda prompt: prompt.key) | st.just(ALL)
fittings = st.builds(
    Fitting,
    phase=st.sampled_from(Phase),
    month=st.integers(1, 12),
    company=st.sampled_from([Company.PAIR, Company.GROUP]),
    level=st.sampled_from(Level),
    likes=st.frozensets(st.sampled_from(Theme)),
    efforts=st.frozensets(st.sampled_from(Effort)),
    had=st.lists(st.text("abcdefgh", min_size=1, max_size=4) | st.sampled_from([*library()]), max_size=20),
)


@given(libraries, fittings)
def test_what_is_chosen_fits_and_there_is_one_where_any_fits(known: list[Prompt], fitting: Fitting) -> None:
    chosen = choose(known, fitting)
    assert (chosen is None) == (not any(map(fitting.takes, known)))
    assert chosen is None or fitting.takes(chosen)


@given(libraries, fittings)
def test_none_comes_twice_until_all_that_fit_were_had(known: list[Prompt], fitting: Fitting) -> None:
    fit = [prompt for prompt in known if fitting.takes(prompt)]
    given: list[str] = []
    for _ in fit:
        chosen = choose(known, replace(fitting, had=given))
        assert chosen
        given.append(chosen.key)
    assert sorted(given) == sorted(prompt.key for prompt in fit)
    again = choose(known, replace(fitting, had=given))
    assert (again and again.key) == next(iter(given), None), "then the one given longest ago"


@given(libraries, fittings, st.permutations(list(Theme)), st.permutations(list(Effort)))
def test_the_same_question_has_the_same_answer(
    known: list[Prompt], fitting: Fitting, themes: list[Theme], efforts: list[Effort]
) -> None:
    likes = [theme for theme in themes if theme in fitting.likes]
    made = [effort for effort in efforts if effort in fitting.efforts]
    assert choose(known, replace(fitting, likes=likes, efforts=made)) == choose(iter(known), fitting)


@given(libraries, fittings)
def test_a_fresh_one_ranks_before_every_other(known: list[Prompt], fitting: Fitting) -> None:
    chosen = choose(known, fitting)
    fresh = [prompt for prompt in known if fitting.takes(prompt) and prompt.key not in fitting.had]
    if chosen and fresh:
        assert chosen in fresh
        assert fitting.rank(chosen) == min(map(fitting.rank, fresh))


@pytest.mark.parametrize(
    ("prompt", "takes"),
    [
        (replace(PLAIN, phase=Phase.FIRST_WEEKS), True),
        (replace(PLAIN, phase=Phase.TOWN), True),
        (replace(PLAIN, phase=Phase.DOING), False),
        (replace(PLAIN, language=Level.LITTLE), True),
        (replace(PLAIN, language=Level.SOME), False),
        (replace(PLAIN, season=TimeOfYear.SUMMER), True),
        (replace(PLAIN, season=TimeOfYear.WINTER), False),
        (replace(PLAIN, company=Company.PAIR), True),
        (replace(PLAIN, company=Company.GROUP), False),
    ],
)
def test_what_fits_two_in_town_in_july_with_few_words(prompt: Prompt, takes: bool) -> None:
    assert Fitting(Phase.TOWN, JULY, level=Level.LITTLE).takes(prompt) is takes


def test_the_phase_goes_before_what_is_liked_and_that_before_the_effort() -> None:
    fitting = Fitting(Phase.TOWN, JULY, likes={Theme.FOOD}, efforts={Effort.PHOTO})
    summer = replace(PLAIN, key="summer", season=TimeOfYear.SUMMER)
    photo = replace(PLAIN, key="photo", effort=Effort.PHOTO)
    food = replace(PLAIN, key="food", theme=Theme.FOOD)
    early = replace(food, key="early", effort=Effort.PHOTO, phase=Phase.FIRST_WEEKS)
    known = [early, PLAIN, summer, photo, food]
    given: list[str] = []
    while chosen := choose([each for each in known if each.key not in given], replace(fitting, had=given)):
        given.append(chosen.key)
    assert given == ["food", "photo", "summer", "plain", "early"]


def test_of_those_had_the_one_given_longest_ago_comes_again() -> None:
    other = replace(PLAIN, key="other")
    fitting = Fitting(Phase.DOING, JULY, had=["plain", "gone", "other", "plain"])
    assert choose([PLAIN, other], fitting) == other


@pytest.mark.parametrize(
    ("month", "season"),
    [
        *((3, TimeOfYear.SPRING), (5, TimeOfYear.SPRING), (6, TimeOfYear.SUMMER), (8, TimeOfYear.SUMMER)),
        *((9, TimeOfYear.AUTUMN), (11, TimeOfYear.AUTUMN), (12, TimeOfYear.WINTER), (2, TimeOfYear.WINTER)),
        (JANUARY + 6, TimeOfYear.SUMMER),
    ],
)
def test_the_time_of_year_is_that_of_the_north(month: int, season: TimeOfYear) -> None:
    assert TimeOfYear.of(month) == season


def test_the_stages_of_half_a_year_come_in_their_order() -> None:
    season = Season(date(2026, 9, 1), date(2027, 2, 28))
    passed = [stage(season, season.first + timedelta(days=day)) for day in range(200)]
    assert list(dict.fromkeys(passed)) == list(Phase)[1:]
    assert passed.index(Phase.MONTHS_1_2) == 14
    assert passed.index(Phase.TOWN) == 42


@pytest.mark.parametrize("level", Level)
def test_nobody_has_had_all_after_a_season_of_weekly_ones(level: Level) -> None:
    season = Season(date(2026, 9, 1), date(2027, 2, 28))
    given: list[str] = []
    for week in range(season.weeks):
        today = season.first + timedelta(weeks=week)
        chosen = choose(ALL, Fitting(stage(season, today), today.month, level=level, had=given))
        assert chosen
        given.append(chosen.key)
    assert len(set(given)) == season.weeks
