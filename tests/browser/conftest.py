"""A real browser: Debian's chromium, one for all of these tests, a fresh page for each test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.conftest import missing
from tests.support import editions

CHROMIUM = Path("/usr/bin/chromium")


# Not for the whole run: while it is open an event loop runs in this thread,
# and tests that start one of their own could not.
@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        missing("browser", f"{CHROMIUM} is not installed (Debian: apt-get install chromium)")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield started
        started.close()


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the drawn picture, where pages are opened from."""
    made = tmp_path_factory.mktemp("pages")
    editions.draw_picture(made / "images")
    return made


@pytest.fixture
def show(browser: Browser, folder: Path) -> Iterator[Callable[..., Page]]:
    """Opens HTML as a saved page, at a width and in a colour scheme; pictures may be blocked."""
    opened: list[Page] = []

    def open_page(html: str, width: int, scheme: str = "light", *, pictures: bool = True) -> Page:
        (folder / "page.html").write_text(html, encoding="utf-8")
        page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
        opened.append(page)
        if not pictures:
            page.route("**/*.png", lambda route: route.abort())
        page.goto((folder / "page.html").as_uri())
        return page

    yield open_page
    for page in opened:
        page.close()
