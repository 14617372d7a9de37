"""A group with topics on two phones: confirmed in private, written to in its topic, passed on from there."""

from playwright.async_api import Page, expect

from handlers.kit import catalogues
from tests.browser.phones import PhoneOnPage, passes

FRENCH = catalogues.load().words("fr")._
POOL = "La piscine ouvre dimanche."


async def test_a_message_of_a_topic_is_passed_on(page: Page) -> None:
    rosa, nia = PhoneOnPage(page, "Rosa"), PhoneOnPage(page, "Nia")
    await _makes_a_forum(page)
    await _opens_group(rosa)
    await rosa.element.get_by_test_id("more").click()
    await page.get_by_test_id("new-topic").click()
    await page.get_by_test_id("topic-name").fill("Annonces du quartier")
    await page.get_by_test_id("topic-name").press("Enter")
    for phone in (rosa, nia):
        await _opens_group(phone)
        await phone.element.locator(".topic", has_text="quartier").click()
    await rosa.says("/help@passerelle_bot")
    await rosa.reads(str(FRENCH("Hello. A coordinator of Passerelle can confirm this group.")))
    await rosa.last.locator("a.inline-button").click()
    await page.locator('[data-choice="Rosa"]').click()
    await rosa.presses("groups.accept")
    await rosa.reads(str(FRENCH("I write in the topic with the button.")))
    await _opens_group(rosa)
    await rosa.element.locator(".topic", has_text="quartier").click()
    await nia.writes(POOL)
    await expect(rosa.last).to_contain_text(POOL)
    await rosa.last.get_by_role("button", name="Reply").click()
    await rosa.says("/relay@passerelle_bot")
    await rosa.reads(str(FRENCH("{name} gets it in private.", name="Rosa")))
    await passes(page, minutes=1)
    await _opens_chat(rosa, 0)
    await rosa.reads(POOL)


async def _makes_a_forum(page: Page) -> None:
    """Rosa and Nia are in it, and the bot."""
    await page.evaluate(
        """async () => {
          const headers = { "content-type": "application/json" };
          const post = (path, given) =>
            fetch(path, { method: "POST", headers, body: JSON.stringify(given) }).then((one) => one.json());
          const { people } = await fetch("/phones").then((answer) => answer.json());
          const members = ["Rosa", "Nia"].map((name) => people.find((one) => one.name === name).id);
          const chat = await post("/groups", { title: "Chez Rosa", members, type: "forum" });
          await post(`/groups/${chat.id}/bot`, { by: members[0], status: "member" });
        }"""
    )


async def _opens_group(phone: PhoneOnPage) -> None:
    await _opens_chat(phone, 1)


async def _opens_chat(phone: PhoneOnPage, place: int) -> None:
    """From the list of chats: the bot comes first, the group after it."""
    back = phone.element.get_by_test_id("back")
    await expect(back.or_(phone.element.get_by_test_id("chats")).first).to_be_visible()
    if await back.is_visible():
        await back.click()
    await phone.element.locator(".chat-row").nth(place).click()
