"""Personal pages and letters in a real browser: both schemes, both widths, both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.message import EmailMessage

import pytest

from tests.browser.judging import overflowing, violations
from tests.support.audience import NELL, held, states, token
from tests.support.reception import Reception, part, paths, reception

pytestmark = pytest.mark.browser

#: A third newsletter, in another language than the site's.
CHINESE = """
[[newsletters]]
name = "harbour"
title = "盐港一周"
description = "每周一早晨，盐港的中文要闻。"
language = "zh"
schedule = "mon 08:00"
"""
LANGUAGES = ("en", "zh")


@pytest.fixture(scope="module")
def desk(tmp_path_factory) -> Iterator[Reception]:
    root = tmp_path_factory.mktemp("reception")
    with reception(root, "limits.per_client=1000", more=CHINESE) as opened:
        yield opened


@pytest.fixture(scope="module")
def walked(desk: Reception) -> dict[str, str]:
    """Every page there is, in each language, by its name."""
    found = {"en lost": "confirm/nonsense"}
    for language in LANGUAGES:
        query = "" if language == "en" else f"?language={language}"
        spoken = ("language", language)
        both = (spoken, ("newsletter", "weekly"), ("newsletter", "harbour"))
        waiting, here, gone = (f"{who}@{language}.example" for who in ("waiting", "here", "gone"))
        desk.sign_up(waiting, *both)
        (mail,) = desk.letters()
        (found[f"{language} confirm"],) = paths(mail, "confirm")
        desk.sign_up(here, *both, ("weekly.sections", "some"), ("weekly.section", "cms/201001"))
        (mail,) = desk.letters()
        (found[f"{language} welcome"],) = paths(mail, "confirm")
        desk.post(found[f"{language} welcome"])
        desk.subscribe(gone, spoken)
        left = f"unsubscribe/{token(desk.press, 'unsubscribe', 'weekly', address=gone)}"
        desk.post(left)
        manage = token(desk.press, address=here)
        found |= {
            f"{language} subscribe": f"subscribe{query}",
            f"{language} sent": f"subscribe/sent{query}",
            f"{language} link": f"preferences{query}",
            f"{language} link sent": f"preferences/sent{query}",
            f"{language} preferences": f"preferences/{manage}?saved",
            f"{language} erase": f"erase/{manage}",
            f"{language} erased": f"erased{query}",
            f"{language} unsubscribe": (
                f"unsubscribe/{token(desk.press, 'unsubscribe', 'weekly', address=here)}"
            ),
            f"{language} unsubscribed": left,
        }
    return found


@pytest.fixture(scope="module")
def letters(desk: Reception) -> dict[str, EmailMessage]:
    """Every letter there is, in each language."""
    found = {}
    for language in LANGUAGES:
        address, spoken = f"letters@{language}.example", ("language", language)
        desk.sign_up(address, spoken, ("newsletter", "weekly"), ("newsletter", "harbour"))
        (found[f"{language} confirm"],) = desk.letters()
        (path,) = paths(found[f"{language} confirm"], "confirm")
        desk.post(path)
        desk.sign_up(address, spoken)
        (found[f"{language} known"],) = desk.letters()
        asked = [("email", address), ("stamp", desk.stamp()), spoken]
        desk.post("preferences", asked)
        (found[f"{language} manage"],) = desk.letters()
    return found


@pytest.fixture
def visit(browser, desk):
    """Opens a path of the site; what the console says is in ``page.said``."""
    opened = []

    def open_page(path: str, width: int = 1280, scheme: str = "light", *, scripts: bool = False):
        context = browser.new_context(
            viewport={"width": width, "height": 800},
            color_scheme=scheme,
            java_script_enabled=scripts,
        )
        opened.append(context)
        page = context.new_page()
        page.said = []
        page.on("console", lambda message: page.said.append(message.text))
        page.goto(desk.server.url + path)
        return page

    yield open_page
    for context in opened:
        context.close()


def judged(show, html: str, widths: tuple[int, ...]) -> list[str]:
    """What is wrong with a page at these widths, in both schemes."""
    page, found = show(html, widths[0]), []
    for width in widths:
        page.set_viewport_size({"width": width, "height": 800})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            wrong = [*violations(page), *overflowing(page)]
            found += [f"{width} {scheme}: {each}" for each in wrong]
    return found


NAMES = [
    f"{language} {name}"
    for language in LANGUAGES
    for name in (
        "subscribe",
        "sent",
        "link",
        "link sent",
        "confirm",
        "welcome",
        "preferences",
        "unsubscribe",
        "unsubscribed",
        "erase",
        "erased",
    )
]


@pytest.mark.parametrize("name", [*NAMES, "en lost"])
def test_nothing_is_inaccessible_or_sticks_out(desk, walked, show, name):
    # As a saved page: its own policy would keep the judge's script out.
    assert judged(show, desk.get(walked[name]).text, (1280, 375)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_form_with_errors_is_as_accessible(desk, show, language):
    fields = {"email": "nell@", "language": language, "weekly.sections": "some"}
    replies = [
        desk.post("subscribe", {**fields, "newsletter": "weekly"}),
        desk.post("subscribe", fields),
        desk.post("preferences", fields),
    ]
    for reply in replies:
        assert reply.status == 422
        assert judged(show, reply.text, (1280, 375)) == []


@pytest.mark.parametrize(
    "name",
    [f"{language} {kind}" for language in LANGUAGES for kind in ("confirm", "known", "manage")],
)
def test_letters_are_accessible_and_fit(letters, show, name):
    html = part(letters[name], "html")
    assert len(html.encode()) < 20_000
    assert judged(show, html, (600, 375)) == []


@pytest.mark.parametrize("name", NAMES)
def test_every_page_looks_as_it_should_under_its_own_policy(visit, walked, name):
    page = visit(walked[name], scripts=True)
    assert page.said == []
    assert page.evaluate("getComputedStyle(document.body).maxWidth") == "1048px"


@pytest.mark.parametrize("name", ["en subscribe", "en preferences", "en unsubscribe"])
def test_everything_to_press_is_large_enough_for_a_thumb(visit, walked, name):
    page = visit(walked[name], 375, scripts=True)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    places = "main label.choice, main button, main select, main input[type=email], main li > a"
    boxes = [each.bounding_box() for each in page.locator(places).all() if each.is_visible()]
    assert boxes
    assert [box for box in boxes if box["height"] < 44 or box["width"] < 44] == []


def test_focus_is_plain_to_see_on_every_kind_of_field(visit, walked):
    page = visit(walked["en preferences"], scripts=True)
    for place in ("main input[type=checkbox]", "main input[type=radio]", "select", "main button"):
        page.locator(place).first.focus()
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Tab")
        outline = page.evaluate("getComputedStyle(document.activeElement).outline")
        assert "3px" in outline, place


def test_the_trap_is_out_of_sight_and_out_of_reach(visit):
    page = visit("subscribe", scripts=True)
    trap = page.locator("input[name=website]")
    assert trap.get_attribute("tabindex") == "-1"
    assert page.locator(".trap").bounding_box()["width"] <= 1


def test_sections_show_once_they_are_wanted(visit):
    page = visit("subscribe")
    page.locator("summary").first.click()
    tree = page.locator("input[name='weekly.section']").first
    assert not tree.is_visible()
    page.locator("input[name='weekly.sections'][value=some]").check()
    assert tree.is_visible()


def test_what_is_wrong_is_reached_from_the_summary(visit):
    page = visit("subscribe", 375)
    page.fill("#email", "nell@")
    page.click("main button")
    page.locator(".problems a").first.click()
    assert page.url.endswith("#email")
    assert page.locator("#email").input_value() == "nell@"
    assert page.locator("#email-problem").is_visible()


def test_a_form_works_by_keyboard_alone(desk, visit):
    page = visit("subscribe")
    desk.clock.passes(seconds=10)
    page.locator("#email").focus()
    page.keyboard.type("keys@quay.example")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/subscribe/sent$"))
    assert states(desk.press, "keys@quay.example") == {"weekly": "pending"}


def test_a_page_that_veils_its_origin_may_send_its_own_form(desk, visit):
    """Under ``no-referrer`` a browser sends ``Origin: null`` even to the same site."""
    desk.letters()
    desk.subscribe()
    page = visit(f"preferences/{token(desk.press)}")
    page.get_by_text("Every day at 08:00", exact=True).click()
    page.get_by_role("button", name="Save").click()
    page.wait_for_url(re.compile(r"\?saved$"))
    assert held(desk.press, NELL).subscriptions[0].cadence == "daily"
