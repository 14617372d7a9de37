"""Draws the picture in the README, three phones of the playground: `make picture`."""

import asyncio
import shutil
import sys
import tempfile
from pathlib import Path
from subprocess import PIPE, Popen

from playwright.async_api import Page, async_playwright

from tests.browser.conftest import CHROMIUMS, FLAGS
from tests.browser.phones import PhoneOnPage
from tests.end_to_end.doors import HERE, free_port
from tests.end_to_end.processes import surroundings

PICTURE = Path(__file__).parent / "phones.png"
SHOWN = ("Rosa", "Ada", "Nia")


async def draw(address: str) -> None:
    """Put the phones in order, let the weekly hour come, and take the picture."""
    async with async_playwright() as playwright:
        found = next(filter(None, map(shutil.which, CHROMIUMS)), None)
        browser = await playwright.chromium.launch(executable_path=found, args=FLAGS)
        page = await browser.new_page(viewport={"width": 1020, "height": 800})
        await page.goto(address)
        await _arrange(page)
        await _act(page)
        await page.mouse.move(0, 0)
        await page.wait_for_timeout(5000)
        await page.screenshot(path=PICTURE)
        await browser.close()


async def _arrange(page: Page) -> None:
    await page.locator("[data-person]").first.wait_for()
    for phone in await page.locator("[data-person]").all():
        if await phone.is_visible() and await phone.get_attribute("data-person") not in SHOWN:
            await phone.get_by_test_id("more").click()
            await page.get_by_test_id("put-away").locator("visible=true").click()


async def _act(page: Page) -> None:
    rosa, ada, nia = (PhoneOnPage(page, name) for name in SHOWN)
    await nia.presses("steps.show")
    await rosa.says("/desk")
    await ada.presses("goals.overview", "goals.show")
    await page.get_by_test_id("next-due").click()


def main() -> None:
    """Open a playground in an empty folder, and draw it."""
    port = free_port()
    with tempfile.TemporaryDirectory() as folder:
        environment = surroundings("", "") | {"PORT": str(port)}
        command = [sys.executable, "-m", "bot", "playground"]
        with Popen(command, cwd=folder, env=environment, stdout=PIPE, text=True) as process:
            next(line for line in process.stdout or () if "is open at" in line)
            asyncio.run(draw(f"http://{HERE}:{port}"))
            process.terminate()


if __name__ == "__main__":
    main()
