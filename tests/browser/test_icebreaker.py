"""An icebreaker of two sides in the browser: one answers by voice, the other with a photo, both see both."""

from playwright.async_api import FilePayload, Page, expect

from handlers.kit import catalogues
from handlers.kit.pictures import Blank
from tests.browser.phones import PhoneOnPage, passes

WORDS = catalogues.load()
PHOTO = FilePayload(name="tea.png", mimeType="image/png", buffer=Blank().draw())


async def test_a_voice_and_a_photo_open_side_by_side(page: Page) -> None:
    french, arabic = (WORDS.words(language)._ for language in ("fr", "ar"))
    ada, nia = PhoneOnPage(page, "Ada"), PhoneOnPage(page, "Nia")
    await ada.says("/start")
    await ada.presses("icebreakers.current")
    await ada.reads(str(arabic("It stays closed until everybody has answered.")))
    await _speaks(ada)
    await ada.reads(str(arabic("Nobody else sees it yet.")))
    await passes(page, minutes=2)
    await nia.reads("Ada")
    await expect(nia.last.locator("audio")).to_have_count(0)
    await nia.presses("icebreakers.show")
    await _shows(nia, "Menthe")
    await nia.reads(str(french("Your answers")), str(french("Voice message")), "Menthe")
    await expect(nia.last.locator("audio")).to_have_count(1)
    await passes(page, minutes=2)
    await ada.reads(str(arabic("Your answers")), "Nia", "Menthe")
    await expect(ada.last.locator("button.picture img")).to_be_visible()
    assert await ada.direction() == "rtl"
    await _takes_back(nia)
    await expect(ada.element.locator("button.picture")).to_have_count(0)
    await expect(ada.element.locator(".theirs", has_text="Menthe")).to_have_count(0)


async def _speaks(phone: PhoneOnPage) -> None:
    await phone.element.get_by_test_id("attach").click()
    await phone.page.get_by_test_id("send-tone").locator("visible=true").click()


async def _shows(phone: PhoneOnPage, caption: str) -> None:
    await phone.element.get_by_test_id("composer").fill(caption)
    await phone.element.get_by_test_id("attach").click()
    async with phone.page.expect_file_chooser() as chosen:
        await phone.page.get_by_test_id("send-photo").locator("visible=true").click()
    await (await chosen.value).set_files(PHOTO)


async def _takes_back(phone: PhoneOnPage) -> None:
    await phone.presses("taking_back.ask", "taking_back.do")
    await phone.reads(str(WORDS.words("fr")._("It is taken back.")))
