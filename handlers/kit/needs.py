"""The eleven categories as people read them."""

from db.needs import Need
from handlers.kit.words import Words


def label(words: Words, need: Need) -> str:
    """A category's name."""
    _ = words._
    return {
        Need.LANGUAGE: _("Language"),
        Need.PAPERS: _("Papers and offices"),
        Need.HOUSING: _("Housing"),
        Need.WORK: _("Work and training"),
        Need.SCHOOL: _("School and children"),
        Need.HEALTH: _("Health"),
        Need.MONEY: _("Money and shopping"),
        Need.MOBILITY: _("Transport, internet"),
        Need.LEISURE: _("Leisure and culture"),
        Need.PEOPLE: _("Meeting people"),
        Need.GIVING: _("Giving something"),
    }[need]


def labels(words: Words, needs: list[str] | None) -> list[str]:
    """The names of categories kept by value."""
    return [label(words, Need(need)) for need in needs or []]
