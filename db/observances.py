"""Days of culture: a curated few. Chosen by people, never guessed."""

import enum


class Observance(enum.StrEnum):
    """A day of culture. Its key is stable for ever: never renamed, never reused."""

    YENNAYER = "yennayer"
    ORTHODOX_CHRISTMAS = "orthodox-christmas"
    LUNAR_NEW_YEAR = "lunar-new-year"
    RAMADAN = "ramadan"
    MOTHER_LANGUAGE = "mother-language"
    WOMENS_DAY = "womens-day"
    EID_AL_FITR = "eid-al-fitr"
    NOWRUZ = "nowruz"
    NEWROZ = "newroz"
    EASTER = "easter"
    ORTHODOX_EASTER = "orthodox-easter"
    VESAK = "vesak"
    CULTURAL_DIVERSITY = "cultural-diversity"
    EID_AL_ADHA = "eid-al-adha"
    REFUGEE_DAY = "refugee-day"
    MUSIC_DAY = "music-day"
    ENKUTATASH = "enkutatash"
    ROSH_HASHANAH = "rosh-hashanah"
    MID_AUTUMN = "mid-autumn"
    MESKEL = "meskel"
    DIWALI = "diwali"
    MIGRANTS_DAY = "migrants-day"
    YALDA = "yalda"
    CHRISTMAS = "christmas"


AROUND = frozenset(
    {
        Observance.YENNAYER,
        Observance.LUNAR_NEW_YEAR,
        Observance.RAMADAN,
        Observance.EID_AL_FITR,
        Observance.EID_AL_ADHA,
        Observance.VESAK,
        Observance.DIWALI,
    }
)
"""Where the moon decides, or places differ: the date is said as "around"."""

FIXED = {
    (1, 12): Observance.YENNAYER,
    (2, 21): Observance.MOTHER_LANGUAGE,
    (3, 8): Observance.WOMENS_DAY,
    (3, 21): Observance.NEWROZ,
    (5, 21): Observance.CULTURAL_DIVERSITY,
    (6, 20): Observance.REFUGEE_DAY,
    (6, 21): Observance.MUSIC_DAY,
    (12, 18): Observance.MIGRANTS_DAY,
}
"""Month and day of those that stay: the United Nations' days and two new years."""
