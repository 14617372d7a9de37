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

    async def presses(self, link: str) -> None:
        """Press a button of the newest bubble, as soon as there is one whose link begins like this."""
        await self._button(link).click()

    async def may_press(self, link: str) -> str:
        """The whole link of that button."""
        return await self._button(link).get_attribute("data-press") or ""

    def _button(self, link: str) -> Locator:
        return self.last.locator(f'button.inline-button[data-press^="{link}"]').last

    async def says(self, text: str) -> None:
        """Write something and send it."""
        await self.element.get_by_test_id("composer").fill(text)
        await self.element.get_by_test_id("send").click()

    async def reads(self, *words: str) -> None:
        """The newest bubble comes to be the bot's and to hold all of these words."""
        for each in words:
            await expect(self.last.and_(self.element.locator(".theirs"))).to_contain_text(each)

    async def direction(self) -> str:
        """Which way the text of the newest bubble runs, as the browser computes it."""
        found = await self.last.locator(".text").evaluate("node => getComputedStyle(node).direction")
        return str(found)
