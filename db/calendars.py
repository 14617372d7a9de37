"""Calendars: on which dates of a year those days of culture fall whose date moves. Slow to load."""

from holidays.calendars.julian import JULIAN_CALENDAR
from holidays.groups.buddhist import BuddhistCalendarHolidays
from holidays.groups.chinese import ChineseCalendarHolidays
from holidays.groups.christian import ChristianHolidays
from holidays.groups.hebrew import HebrewCalendarHolidays
from holidays.groups.hindu import HinduCalendarHolidays
from holidays.groups.international import InternationalHolidays
from holidays.groups.islamic import IslamicHolidays
from holidays.groups.persian import PersianCalendarHolidays
from holidays.holiday_base import HolidayBase

from db.observances import Observance

AZAR, LAST = 9, 30
"""The last day of autumn in the Persian calendar; Yalda is its night."""


class Calendars(
    HolidayBase,
    BuddhistCalendarHolidays,
    ChineseCalendarHolidays,
    ChristianHolidays,
    HebrewCalendarHolidays,
    HinduCalendarHolidays,
    InternationalHolidays,
    IslamicHolidays,
    PersianCalendarHolidays,
):
    """Dates to names, as the calendars of the library compute them; the names are our keys.

    It is no country's list: those hold legal days.
    """

    country = "days of culture"

    def __init__(self, year: int) -> None:
        BuddhistCalendarHolidays.__init__(self)
        ChineseCalendarHolidays.__init__(self)
        ChristianHolidays.__init__(self)
        HebrewCalendarHolidays.__init__(self)
        HinduCalendarHolidays.__init__(self)
        InternationalHolidays.__init__(self)
        IslamicHolidays.__init__(self, show_estimated=False)
        PersianCalendarHolidays.__init__(self)
        super().__init__(years=year, expand=False)

    def _populate_public_holidays(self) -> None:
        self._by_the_sun()
        self._by_the_moon()

    def _by_the_sun(self) -> None:
        self._add_christmas_day(Observance.CHRISTMAS)
        self._add_christmas_day(Observance.ORTHODOX_CHRISTMAS, JULIAN_CALENDAR)
        self._add_easter_sunday(Observance.EASTER)
        self._add_easter_sunday(Observance.ORTHODOX_EASTER, JULIAN_CALENDAR)
        self._add_nowruz_day(Observance.NOWRUZ)
        yalda = self._persian_calendar.persian_to_gregorian(self._year, AZAR, LAST)
        self._add_persian_calendar_holiday(Observance.YALDA, yalda)
        self._add_ethiopian_new_year(Observance.ENKUTATASH)
        self._add_finding_of_true_cross(Observance.MESKEL)

    def _by_the_moon(self) -> None:
        self._add_ramadan_beginning_day(Observance.RAMADAN)
        self._add_eid_al_fitr_day(Observance.EID_AL_FITR)
        self._add_eid_al_adha_day(Observance.EID_AL_ADHA)
        self._add_chinese_new_years_day(Observance.LUNAR_NEW_YEAR)
        self._add_mid_autumn_festival(Observance.MID_AUTUMN)
        self._add_vesak(Observance.VESAK)
        self._add_diwali_india(Observance.DIWALI)  # the other one is a month off in some years
        self._add_rosh_hashanah(Observance.ROSH_HASHANAH)
