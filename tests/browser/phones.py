"""A phone on the page: one presses what is on it, writes, and reads what is shown."""

from dataclasses import dataclass

from playwright.async_api import Locator, Page, expect


@dataclass(frozen=True)
class PhoneOnPage:
    """Somebody's phone, found by their name."""

    page: Page
    name: str

    @property
    def element(self) -> Locator:
        """The whole phone."""
        return self.page.locator(f'[data-person="{self.name}"]')

    @property
    def last(self) -> Locator:
        """The newest bubble."""
        return self.element.locator(".bubble").last

    @property
    def _answer(self) -> Locator:
        """The newest bubble, if it is the bot's."""
        return self.last.and_(self.element.locator(".theirs"))

    async def presses(self, *links: str) -> None:
        """Press one button after another of the newest bubble, once its link begins like this."""
        for each in links:
            await self._button(each).click()

    async def may_press(self, link: str) -> str:
        """The whole link of that button."""
        return await self._button(link).get_attribute("data-press") or ""

    def _button(self, link: str) -> Locator:
        return self.last.locator(f'button.inline-button[data-press^="{link}"]').last

    async def writes(self, text: str) -> None:
        """Write something, send it, and see it stand there."""
        await self.element.get_by_test_id("composer").fill(text)
        async with self.page.expect_response("**/say") as heard:
            await self.element.get_by_test_id("send").click()
        message = (await (await heard.value).json())["id"]
        await expect(self.element.locator(f'.mine[data-id="{message}"]')).to_be_visible()

    async def says(self, text: str) -> None:
        """Write something to the bot, which answers."""
        await self.writes(text)
        await expect(self._answer).to_be_visible()

    async def reads(self, *words: str) -> None:
        """The newest bubble comes to be the bot's and to hold all of these words."""
        for each in words:
            await expect(self._answer).to_contain_text(each)

    async def direction(self) -> str:
        """Which way the text of the newest bubble runs, as the browser computes it."""
        found = await self.last.locator(".text").evaluate("node => getComputedStyle(node).direction")
        return str(found)


async def passes(page: Page, minutes: int) -> None:
    """Let time pass on the playground's clock, and what comes due come."""
    await page.request.post(f"{page.url}clock", data={"by_seconds": minutes * 60})
