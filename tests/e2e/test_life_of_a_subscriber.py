"""The whole life of a subscriber in headless Chromium, without scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright

from tests.browser.conftest import CHROMIUM
from tests.conftest import missing
from tests.support.audience import contents, held, is_known, states, token
from tests.support.reception import PUBLIC, Reception, part, paths, reception

pytestmark = pytest.mark.browser

IDA = "ida.quay@harbour.example"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Reception]:
    with reception(tmp_path) as opened:
        yield opened


@pytest.fixture
def page() -> Iterator[Page]:
    if not CHROMIUM.exists():
        missing("browser", f"{CHROMIUM} is not installed (Debian: apt-get install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        context = browser.new_context(
            viewport={"width": 375, "height": 800}, java_script_enabled=False
        )
        yield context.new_page()
        assert context.cookies() == []
        browser.close()


def press_in(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def test_from_the_sign_up_to_the_erasure(desk: Reception, page: Page) -> None:
    # Signs up, and chooses.
    page.goto(desk.server.url + "subscribe")
    page.get_by_label("E-mail address").fill(IDA)
    page.get_by_text("Choose what comes, and how often").click()
    page.get_by_text("Every day at 08:00", exact=True).click()
    sections = page.locator("#weekly-sections")
    sections.get_by_text("Only these", exact=True).click()
    sections.get_by_text("Science", exact=True).click()
    desk.clock.passes(seconds=20)
    press_in(page, "Subscribe")
    assert page.get_by_role("heading", name="Look into your inbox").is_visible()

    # The mail: its button leads to a page with a button.
    (mail,) = desk.letters()
    assert mail["To"] == IDA
    (confirm,) = paths(mail, "confirm")
    assert f'href="{PUBLIC}{confirm}"' in part(mail, "html")
    page.goto(desk.server.url + confirm)
    assert states(desk.press, IDA) == {"weekly": "pending"}
    press_in(page, "Yes, send it to me")
    assert page.get_by_role("heading", name="Welcome").is_visible()
    assert page.get_by_text("Every day at 08:00, Shanghai time").is_visible()
    (weekly,) = held(desk.press, IDA).subscriptions
    assert (weekly.state, weekly.cadence, weekly.sections) == ("active", "daily", ("cms/202",))
    assert held(desk.press, IDA).subscriber.confirmed == desk.clock.now

    # Changes what comes.
    page.get_by_role("link", name="Your preferences").click()
    page.get_by_text("Every Monday at 08:00", exact=True).click()
    page.locator("#weekly-sections").get_by_text("All, and those to come").click()
    page.locator("select[name='weekly.hour']").select_option("18")
    page.locator("select[name=timezone]").select_option("Europe/Lisbon")
    page.locator("input[value=monthly]").check()
    press_in(page, "Save")
    assert page.get_by_text("Saved.").is_visible()
    monthly, weekly = held(desk.press, IDA).subscriptions
    assert (weekly.cadence, weekly.sections, weekly.hour) == ("weekly", None, 18)
    assert monthly.state == "active"

    # Leaves one newsletter by the link at the foot of an issue, and the rest by the preferences.
    unsubscribe = token(desk.press, "unsubscribe", "weekly", address=IDA)
    page.goto(f"{desk.server.url}unsubscribe/{unsubscribe}")
    press_in(page, "Unsubscribe")
    assert page.get_by_role("heading", name="You are unsubscribed").is_visible()
    assert states(desk.press, IDA) == {"monthly": "active", "weekly": "ended"}
    # That link stands in a header, so it opens no preferences: their own comes by mail.
    page.get_by_role("link", name=re.compile("To your preferences")).click()
    page.get_by_label("E-mail address").fill(IDA)
    desk.clock.passes(seconds=20)
    press_in(page, "Send me the link")
    (mail,) = desk.letters()
    (link,) = paths(mail, "preferences")
    page.goto(desk.server.url + link)
    press_in(page, "Unsubscribe from everything")
    assert page.get_by_text("Nothing comes to you any more").is_visible()
    assert states(desk.press, IDA) == {"monthly": "ended", "weekly": "ended"}

    # Takes the data along, and is forgotten.
    with page.expect_download() as begun:
        page.get_by_role("link", name="Download all that is kept about you").click()
    assert IDA in begun.value.path().read_text()
    page.get_by_role("link", name="Erase me").click()
    assert is_known(desk.press, IDA)
    press_in(page, "Erase me")
    assert page.get_by_role("heading", name="Your data is erased").is_visible()
    assert not is_known(desk.press, IDA)
    assert IDA not in repr(contents(desk.press))
    assert list((desk.press.config.mail.outbox).rglob("*.eml")) == []
