"""The edition's page and the directory in a real browser."""

import re
from dataclasses import replace

import pytest

from syndicate.feeds.directory import render_directory
from syndicate.feeds.policy import content_security_policy
from syndicate.web.notice import Notice, render_notice
from tests.browser.judging import overflowing, violations
from tests.support import directories, editions

pytestmark = pytest.mark.browser

NOTICE = Notice("Nothing here", ("It may have been withdrawn.",), "The Courier", "/", "All feeds")


def edition(variant):
    return editions.rendered(variant).page.replace("../../feeds/media/", "")


PAGES = {
    "edition in English": lambda: edition(editions.english()),
    "edition in Chinese": lambda: edition(editions.chinese()),
    "edition of one story": lambda: edition(editions.bare()),
    "directory in English": lambda: render_directory(
        directories.english(), editions.templates(), "en"
    ),
    "directory in Chinese": lambda: render_directory(
        directories.chinese(), editions.templates(), "zh"
    ),
    "notice": lambda: render_notice(NOTICE, editions.templates(), "en"),
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 600, 375])
@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_inaccessible_or_sticks_out(show, name, width, scheme):
    page = show(PAGES[name](), width, scheme)
    assert violations(page) == []
    assert overflowing(page) == []


@pytest.mark.parametrize("name", PAGES)
def test_its_content_security_policy_lets_all_of_it_through(browser, folder, name):
    html = PAGES[name]()
    page = browser.new_page()
    said = []
    page.on("console", lambda message: said.append(message.text))

    def answer(route):
        if route.request.url.endswith(".png"):
            route.fulfill(path=folder / "images" / "harbour.png")
        else:
            policy = content_security_policy(html)
            route.fulfill(
                body=html, content_type="text/html", headers={"content-security-policy": policy}
            )

    page.route("**/*", answer)
    page.goto("https://news.example.org/page.html")
    assert said == []
    assert page.evaluate("getComputedStyle(document.body).maxWidth") == "1048px"
    assert page.evaluate("[...document.images].every(i => i.naturalWidth > 0)")
    page.close()


def test_the_policy_stops_what_the_page_did_not_bring_along(browser):
    page = browser.new_page()
    html = PAGES["notice"]().replace(
        "</body>", "<script>document.title = 'changed'</script></body>"
    )
    headers = {"content-security-policy": content_security_policy(html)}
    page.route(
        "**/*", lambda route: route.fulfill(body=html, content_type="text/html", headers=headers)
    )
    page.goto("https://news.example.org/page.html")
    assert page.title() == "Nothing here"
    page.close()


def test_focus_is_plain_to_see(show):
    page = show(PAGES["directory in English"](), 1280)
    page.keyboard.press("Tab")
    outline = page.evaluate("getComputedStyle(document.activeElement).outline")
    assert "3px" in outline
    assert "solid" in outline


def test_formats_are_large_enough_for_a_thumb_on_a_phone(show):
    page = show(PAGES["directory in English"](), 375)
    boxes = [link.bounding_box() for link in page.locator(".formats a").all()]
    assert len(boxes) == 3 * 8
    assert all(box["height"] >= 44 and box["width"] >= 44 for box in boxes)


def test_subsections_stand_under_their_section_and_further_in(show):
    page = show(PAGES["directory in English"](), 1280)
    names = {name.inner_text(): name.bounding_box() for name in page.locator(".section-name").all()}
    assert names["Transport"]["x"] > names["City"]["x"] == names["Culture"]["x"]
    assert names["City"]["y"] < names["Transport"]["y"] < names["Culture"]["y"]


def test_the_longest_words_break(show):
    word = "Wattenmeerküstenschutzverordnung" * 5
    view = directories.english()
    view = replace(view, title=word, sections=(replace(view.sections[0], name=word, latest=word),))
    page = show(render_directory(view, editions.templates(), "en"), 375)
    assert overflowing(page) == []


def test_the_most_read_stand_beside_the_stories_on_a_wide_screen(show):
    html = PAGES["edition in English"]()

    def place(width):
        page = show(html, width)
        return page.locator(".stories").bounding_box(), page.locator(".ranking").bounding_box()

    stories, ranking = place(1280)
    assert ranking["x"] > stories["x"] + stories["width"]
    stories, ranking = place(375)
    assert ranking["y"] > stories["y"] + stories["height"]


def test_a_printed_edition_keeps_every_story(show):
    page = show(PAGES["edition in English"](), 1280)
    shown = re.sub(r"\s+", " ", page.inner_text("main"))
    page.emulate_media(media="print")
    assert re.sub(r"\s+", " ", page.inner_text("main")) == shown
