"""The eleven categories in which people need or offer something (facts from the method's field)."""

import enum


class Need(enum.StrEnum):
    """A category of need; kept by value, shown in each reader's words."""

    LANGUAGE = "language"
    PAPERS = "papers"
    HOUSING = "housing"
    WORK = "work"
    SCHOOL = "school"
    HEALTH = "health"
    MONEY = "money"
    MOBILITY = "mobility"
    LEISURE = "leisure"
    PEOPLE = "people"
    GIVING = "giving"
