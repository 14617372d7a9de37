"""An event in two languages in the browser: three phones answer, one moves up, words are corrected."""

from playwright.async_api import Page, expect

from db.guests import Says
from handlers.kit import catalogues
from tests.browser.phones import PhoneOnPage, passes

WORDS = catalogues.load()
PICNIC, NUZHA = "Pique-nique au parc", "نزهة في الحديقة"
WITH_CAKE = "Pique-nique au parc, avec un gâteau"


async def test_three_phones_answer_and_one_reads_the_correction(page: Page) -> None:
    french, arabic, english = (WORDS.words(language)._ for language in ("fr", "ar", "en"))
    rosa, ada, nia, olena = (PhoneOnPage(page, name) for name in ("Rosa", "Ada", "Nia", "Olena"))
    await _writes_in_two_languages(rosa)
    await _sets_day_and_places(rosa)
    await rosa.presses("sending.send")
    await rosa.reads(str(french("It starts in a moment. You can still stop it.")))
    await passes(page, minutes=1)
    await ada.reads(NUZHA, "14:00")
    assert await ada.direction() == "rtl"
    await nia.reads(PICNIC, "14:00")
    await _says(ada, Says.COMES)
    await ada.reads(str(arabic("You come.")))
    await _says(nia, Says.COMES)
    await nia.reads(str(french("You come.")))
    await _says(olena, Says.COMES)
    await olena.reads(str(english("You wait for a place.")))
    await _says(nia, Says.CANNOT)
    await olena.reads(str(english("There is a place for you now.")))
    await _corrects(rosa)
    await rosa.reads(str(french("It changes in a moment. You can still stop it.")))
    await passes(page, minutes=1)
    await expect(nia.element.locator(".theirs", has_text=WITH_CAKE)).to_have_count(1)
    await expect(ada.element.locator(".theirs", has_text=WITH_CAKE)).to_have_count(0)


async def _says(phone: PhoneOnPage, answer: Says) -> None:
    last = await phone.may_press("attending.answer")
    await phone.presses(last.replace(Says.CANNOT, answer))


async def _writes_in_two_languages(rosa: PhoneOnPage) -> None:
    await rosa.says("/desk")
    await rosa.presses("drafts.overview", "writing.ask")
    await rosa.says(PICNIC)
    await rosa.presses("translating.overview", "translating.open:1:ar", "versions.write")
    await rosa.says(NUZHA)
    await rosa.reads(NUZHA)


async def _sets_day_and_places(rosa: PhoneOnPage) -> None:
    await rosa.says("/desk")
    await rosa.presses(
        "drafts.overview", "announcements.show", "arranging.show", "arranging.ask_day", "arranging.ask_hour"
    )
    await rosa.says("14:00")
    await rosa.says("Parc Borély")
    await rosa.presses("sizing.ask_room")
    await rosa.says("2")
    await rosa.reads(PICNIC, "Parc Borély")


async def _corrects(rosa: PhoneOnPage) -> None:
    await rosa.says("/desk")
    await rosa.presses(
        "drafts.overview", "announcements.show", "report.overview", "correcting.which", "correcting.ask:1:fr"
    )
    await rosa.says(WITH_CAKE)
    await rosa.presses("correcting.confirm")
