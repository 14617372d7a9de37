"""Landscapes to draw: a season in three scripts, a beginning, one with more than fits, and any at all."""

from hypothesis import strategies as st

from handlers.drawing.landscape import Halt, Landscape, Sign, Trail

LEGEND = (
    (Sign.STEP, "8 étapes faites"),
    (Sign.MEETING, "3 rencontres"),
    (Sign.GOAL, "2 objectifs atteints"),
    (Sign.IDEA, "2 idées partagées"),
)
TRAILS = (
    Trail("Commander un café", 3, 30, True, (6, 9, 26)),
    Trail("Знайти хор для Олени", 21, 165, False, (30, 60, 120)),
    Trail("أتحدث مع المدرسة", 60, 140, True, (66, 138)),
)
HALTS = (
    Halt(4, "5 mars", "Au café", "cafe"),
    Halt(32, "2 avril", "پارک شهر", "later"),
    Halt(129, "8 juillet", "", "call"),
)
SEASON = Landscape("fr", False, "Ada et Nia", "24 semaines ensemble", 2, 165, TRAILS, HALTS, (8, 95), LEGEND)
TURNED = Landscape("ar", True, "Ada و Олена", "24 أسبوعا معا", 2, 165, TRAILS, HALTS, (8, 95), LEGEND)
BEGINNING = Landscape("fa_AF", True, "شیرین و Jean-Christophe", "هفته اول", 2, 0)
CROWDED = Landscape(
    "fr",
    False,
    "Abdelkarim, Marie-Christine, Oleksandra et Jean-Baptiste",
    "30 semaines ensemble",
    6,
    210,
    tuple(
        Trail(f"Objectif {each} en beaucoup de mots", each * 20, 210, steps=tuple(range(each * 20, 210, 3)))
        for each in range(9)
    ),
    tuple(Halt(day, f"jour {day}", "Maison des associations", "library") for day in range(0, 210, 5)),
    tuple(range(0, 210, 6)),
    LEGEND,
)
ALL = (SEASON, TURNED, BEGINNING, CROWDED)


@st.composite
def landscapes(draw: st.DrawFn) -> Landscape:
    """Any landscape whose days lie between its first and its last one."""
    today = draw(st.integers(0, 500))
    days = st.integers(0, today)
    spans = sorted(draw(st.lists(st.tuples(days, days).map(sorted), max_size=9)))
    trails = tuple(
        Trail("Goal", begins, ends, draw(st.booleans()), tuple(sorted(draw(st.lists(days, max_size=40)))))
        for begins, ends in spans
    )
    halts = tuple(Halt(day, "5 mars", "Au café", "cafe") for day in sorted(draw(st.lists(days, max_size=60))))
    ideas = tuple(sorted(draw(st.lists(days, max_size=40))))
    return Landscape("fr", False, "Ada et Nia", "Ensemble", 2, today, trails, halts, ideas)
