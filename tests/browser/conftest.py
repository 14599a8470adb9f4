"""A real Chromium, which opens a report as a reader would: from a file, without a network."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

CHROMIUM: Final = shutil.which("chromium") or shutil.which("chromium-browser") or ""
QUIETLY: Final = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class Opened(NamedTuple):
    """A page that was opened, and what it did."""

    page: Page
    said: list[str]
    """What it wrote to the console, errors included."""
    asked: list[str]
    """The addresses it asked for."""


Opening = Callable[..., Opened]
"""Opens a file; options are those of the browser's context."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if not CHROMIUM:
        pytest.skip("no chromium here: install Debian's chromium to run these tests")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIETLY)
        yield running
        running.close()


@pytest.fixture(scope="module")
def usual(browser: Browser) -> BrowserContext:
    """What pages share that ask for nothing special; one for each would take half the time."""
    return browser.new_context()


@pytest.fixture
def opening(browser: Browser, usual: BrowserContext) -> Iterator[Opening]:
    """Open files in pages that are closed afterwards."""
    pages = []

    def opened(file: Path, **options: Any) -> Opened:
        page = browser.new_page(**options) if options else usual.new_page()
        pages.append(page)
        did = Opened(page, [], [])
        page.on("console", lambda message: did.said.append(message.text))
        page.on("pageerror", lambda error: did.said.append(str(error)))
        page.on("dialog", lambda dialog: did.said.append(dialog.message))
        page.on("request", lambda request: did.asked.append(request.url))
        page.goto(file.as_uri())
        return did

    yield opened
    for page in pages:
        page.close()
