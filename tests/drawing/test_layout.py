"""The layout: whatever a pair did, everything stands on the page and nothing on top of its like."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from handlers.drawing import layout, road
from handlers.drawing.landscape import Landscape, Trail
from handlers.drawing.layout import evenly, in_lanes, laid_out, spread
from tests.drawing.landscapes import CROWDED, SEASON, landscapes

WIDTH, HEIGHT = 1080, 1440
ROOM = (100.0, 900.0)
places = st.lists(st.floats(0, 1000), max_size=30)


@given(landscapes())
def test_everything_is_on_the_page(landscape: Landscape) -> None:
    found = laid_out(landscape)
    points = [found["here"], *found["ideas"], *(halt["at"] for halt in found["halts"])]
    points += [halt["sign"] for halt in found["halts"] if halt["sign"]]
    points += [point for trail in found["trails"] for point in trail["points"]]
    points += [(x, y) for trail in found["trails"] for x, y, _, _ in trail["steps"]]
    assert all(0 < x < WIDTH and road.HORIZON <= y < HEIGHT for x, y in points)


@given(landscapes())
def test_labels_never_cover_each_other(landscape: Landscape) -> None:
    found = laid_out(landscape)
    labels = sorted(trail["label"][1] for trail in found["trails"])
    signs = sorted(halt["sign"][1] for halt in found["halts"] if halt["sign"])
    assert all(after - before >= layout.GOALS_APART - 0.01 for before, after in pairwise(labels))
    assert all(after - before >= layout.HALTS_APART - 0.01 for before, after in pairwise(signs))


@given(landscapes())
def test_footprints_are_on_their_trail(landscape: Landscape) -> None:
    for trail in laid_out(landscape)["trails"]:
        ys = [y for _, y in trail["points"]]
        assert all(min(ys) <= y <= max(ys) for _, y, _, _ in trail["steps"])
        assert all(0.5 <= size <= 1 for _, _, _, size in trail["steps"])


@given(landscapes())
def test_two_trails_of_one_lane_are_never_there_at_once(landscape: Landscape) -> None:
    trails, numbers = in_lanes(landscape.trails)
    for number in set(numbers):
        lane = [trail for trail, own in zip(trails, numbers, strict=True) if own == number]
        assert all(before.ends < after.begins for before, after in pairwise(lane))


def test_later_is_further_up() -> None:
    trail = laid_out(SEASON)["trails"][1]
    heights = [y for _, y, _, _ in trail["steps"]]
    assert heights == sorted(heights, reverse=True)
    assert trail["points"][0][1] > trail["points"][-1][1]


def test_every_week_is_a_strip_of_ground() -> None:
    weeks = laid_out(SEASON)["weeks"]
    assert len([y for y in weeks if y >= road.TOP]) == 165 // 7 + 1
    assert weeks[0] == road.FOOT


def test_a_pair_that_has_just_begun_has_land_before_it() -> None:
    start = laid_out(Landscape("fr", False, "Ada et Nia", "", 2, 0, (Trail("Goal", 0, 0),)))
    assert start["here"][1] == road.FOOT
    assert min(y for _, y in start["ahead"][0]) == road.HORIZON


def test_where_there_is_too_much_the_newest_goals_are_drawn() -> None:
    words = [trail["words"] for trail in laid_out(CROWDED)["trails"]]
    assert words == [trail.words for trail in CROWDED.trails[-layout.MOST_GOALS :]]
    signs = [halt["sign"] for halt in laid_out(CROWDED)["halts"]]
    assert len(signs) == len(CROWDED.halts)
    assert len([sign for sign in signs if sign]) == layout.MOST_NAMED
    assert signs[0]
    assert signs[-1]


@given(places, st.floats(1, 300))
def test_what_is_spread_stays_in_its_room_and_in_order(wanted: list[float], apart: float) -> None:
    placed = spread(wanted, apart, ROOM)
    assert all(ROOM[0] - 0.01 <= each <= ROOM[1] + 0.01 for each in placed)
    by_wish = [each for _, each in sorted(zip(wanted, placed, strict=True))]
    assert all(before <= after + 0.01 for before, after in pairwise(by_wish))
    gap = min(apart, (ROOM[1] - ROOM[0]) / max(len(wanted) - 1, 1))
    assert all(after - before >= gap - 0.01 for before, after in pairwise(sorted(placed)))


def test_what_has_room_stays_where_it_is() -> None:
    assert spread([300, 200, 500], 100, ROOM) == [300, 200, 500]


@given(st.lists(st.integers(), unique=True, max_size=50), st.integers(1, 9))
def test_some_of_many_are_the_first_the_last_and_some_between(things: list[int], most: int) -> None:
    some = evenly(things, most)
    assert len(some) == len(set(some)) == min(most, len(things))
    assert some == [each for each in things if each in some]
    assert not things or some[0] == things[0]
    assert most < 2 or not things or some[-1] == things[-1]
