"""What every page must pass: axe finds nothing, and nothing sticks out at the side."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_OVERFLOW = """() => [...document.querySelectorAll("body *")]
    .filter(e => e.getClientRects().length && e.getBoundingClientRect().right > innerWidth + 0.5)
    .map(e => e.tagName + "." + e.className)"""


def violations(page: Page) -> list[str]:
    """What axe objects to: the rule, and the first element that breaks it."""
    found = Axe().run(page).response["violations"]
    return [f"{rule['id']}: {rule['nodes'][0]['html'][:120]}" for rule in found]


def overflowing(page: Page) -> list[str]:
    """The elements that reach beyond the right edge; hidden ones don't count."""
    wider = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return page.evaluate(_OVERFLOW) + (["the document"] if wider else [])
