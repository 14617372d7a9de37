"""The eleven categories as people read them."""

from collections.abc import Callable

from markupsafe import Markup

from db.needs import Need
from handlers.kit.words import Words

LABELS: dict[Need, Callable[[Words], Markup]] = {
    Need.LANGUAGE: lambda words: words._("Language"),
    Need.PAPERS: lambda words: words._("Papers and offices"),
    Need.HOUSING: lambda words: words._("Housing"),
    Need.WORK: lambda words: words._("Work and training"),
    Need.SCHOOL: lambda words: words._("School and children"),
    Need.HEALTH: lambda words: words._("Health"),
    Need.MONEY: lambda words: words._("Money and shopping"),
    Need.MOBILITY: lambda words: words._("Transport, internet"),
    Need.LEISURE: lambda words: words._("Leisure and culture"),
    Need.PEOPLE: lambda words: words._("Meeting people"),
    Need.GIVING: lambda words: words._("Giving something"),
}


def label(words: Words, need: Need) -> Markup:
    """A category's name."""
    return LABELS[need](words)


def labels(words: Words, needs: list[str] | None) -> list[str]:
    """The names of categories kept by value."""
    return [label(words, Need(need)) for need in needs or []]
