"""A playground in a process of its own, and a browser looking at it."""

import shutil
import sys
from collections.abc import AsyncIterator, Iterator
from subprocess import PIPE, Popen
from threading import Timer

import pytest
from playwright.async_api import Page, async_playwright, expect

from tests.end_to_end.doors import HERE, free_port
from tests.end_to_end.processes import surroundings

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "chrome")
LONGEST_START = 40.0
"""Seconds for a playground to open, sample and all."""
PATIENCE = 30_000
"""Milliseconds until something counts as missing: long, as other tests may keep the machine busy."""
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
)


@pytest.fixture(scope="module")
def playground(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """`python -m bot playground` in an empty folder; its address."""
    port, folder = free_port(), tmp_path_factory.mktemp("playground")
    command = [sys.executable, "-m", "bot", "playground"]
    environment = surroundings("", "") | {"PORT": str(port)}
    with (
        (folder / "errors").open("w") as errors,
        Popen(command, cwd=folder, env=environment, stdout=PIPE, stderr=errors, text=True) as process,
    ):
        impatience = Timer(LONGEST_START, process.kill)
        impatience.start()
        opened = any("is open at" in line for line in process.stdout or ())
        impatience.cancel()
        assert opened, (folder / "errors").read_text("utf-8")
        yield f"http://{HERE}:{port}"
        process.terminate()
        assert process.wait(10) == 0


@pytest.fixture
async def page(playground: str) -> AsyncIterator[Page]:
    """The playground in headless Chromium; what goes wrong in it fails the test."""
    found = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    assert found, "There is no Chromium here. Please install it: apt install chromium"
    wrong: list[str] = []
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=found, args=FLAGS)
        page = await browser.new_page(viewport={"width": 1600, "height": 1000})
        page.set_default_timeout(PATIENCE)
        expect.set_options(timeout=PATIENCE)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on(
            "console", lambda line: wrong.append(line.text) if line.type in ("error", "warning") else None
        )
        await page.goto(playground)
        yield page
        await browser.close()
    assert wrong == []
