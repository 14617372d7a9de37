"""Several pictures at once, a place with a name, and a message of a group forwarded, in the browser."""

from playwright.async_api import FilePayload, Page, expect

from handlers.kit import catalogues
from handlers.kit.pictures import Blank
from tests.browser.phones import PhoneOnPage

FRENCH = catalogues.load().words("fr")._
PICTURES = [FilePayload(name=f"{n}.png", mimeType="image/png", buffer=Blank().draw()) for n in range(3)]


async def test_what_nia_sends_stands_in_her_chat_and_is_answered_once(page: Page) -> None:
    nia = PhoneOnPage(page, "Nia")
    await nia.says("/start")
    await nia.reads(str(FRENCH("See goals")))
    answers = nia.element.locator(".theirs")
    before = await answers.count()
    async with page.expect_file_chooser() as chosen:
        await _attaches(nia, "send-photo")
    await (await chosen.value).set_files(PICTURES)
    await expect(nia.element.locator(".mine .picture img")).to_have_count(3)
    await expect(answers).to_have_count(before + 1)
    await _attaches(nia, "send-venue")
    await expect(nia.element.locator(".mine").last).to_contain_text("14 cours Belsunce")


async def test_a_message_of_a_group_is_forwarded_to_the_bot(page: Page) -> None:
    nia = PhoneOnPage(page, "Nia")
    number = int(await nia.element.get_attribute("data-id") or 0)
    group = {"title": "Choir", "members": [number]}
    await page.request.post(f"{page.url.rstrip('/')}/groups", data=group)
    await nia.element.get_by_test_id("back").click()
    await nia.element.locator(".chat-row", has_text="Choir").click()
    await nia.writes("On chante vendredi.")
    await nia.last.hover()
    await nia.last.locator("button.forward").click()
    await nia.element.get_by_test_id("back").click()
    await nia.element.locator(".chat-row").first.click()
    await expect(nia.element.locator(".mine .forwarded")).to_contain_text("Nia")


async def _attaches(phone: PhoneOnPage, what: str) -> None:
    await phone.element.get_by_test_id("attach").click()
    await phone.page.get_by_test_id(what).locator("visible=true").click()
