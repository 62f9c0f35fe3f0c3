"""The public pages, the directory and the pages of feeds in a real browser."""

import re
from dataclasses import replace
from functools import partial

import pytest

from syndicate.feeds.directory import render_directory
from syndicate.feeds.pages import render_feed_page
from syndicate.feeds.policy import content_security_policy
from syndicate.web.front import Column, render_front
from syndicate.web.notice import Notice, render_notice
from tests.browser.judging import overflowing, violations
from tests.support import directories, editions, feedpages, publicpages

pytestmark = pytest.mark.browser

NOTICE = Notice("Nothing here", ("It may have been withdrawn.",), "The Courier", "/", "All feeds")


def edition(variant):
    return editions.rendered(variant).page.replace("../../feeds/media/", "")


def feed(html):
    """A feed's page as it is opened from the folder of pictures."""
    return html.replace("../media/", "images/")


def crowded():
    """Two hundred sections and a thousand authors, none of them short of letters."""
    view = directories.english()
    word = "Wattenmeerküstenschutzverordnung" * 3
    sections = tuple(
        replace(each, name=f"{word} {number}", depth=number % 4, latest=word)
        for number in range(40)
        for each in view.sections[:5]
    )
    authors = directories.group("author", **{f"a{n}": f"{word} {n}" for n in range(1_000)})
    return replace(view, title=word, sections=sections, groups=(authors,))


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
    "feed in English": lambda: feed(feedpages.english()),
    "feed in Chinese": lambda: feed(feedpages.chinese()),
    **{
        f"{name} in {tongue}": partial(made, language)
        for name, made in (
            ("front page", publicpages.front_page),
            ("section", publicpages.section_page),
            ("archive", publicpages.archive_page),
            ("newsletter", publicpages.newsletter_page),
            ("edition among others", publicpages.edition_page),
        )
        for tongue, language in (("English", "en"), ("Chinese", "zh"))
    },
    "notice": lambda: render_notice(NOTICE, editions.templates(), "en"),
}


def visit(browser, html, address="https://news.example.org/page.html"):
    """The page as a web server without headers of ours sends it, and what the console says."""
    context = browser.new_context()
    if address.startswith("https:"):
        context.grant_permissions(["clipboard-read", "clipboard-write"])
    page, said = context.new_page(), []
    page.on("console", lambda message: said.append(message.text))

    def answer(route):
        if route.request.url == address:
            route.fulfill(body=html, content_type="text/html")
        else:
            route.fulfill(status=204)

    page.route("**/*", answer)
    page.goto(address)
    return page, said


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
    # Not by waiting for a condition: that would be an eval, which the policy stops too.
    page.evaluate(
        "Promise.all([...document.images].map(i => { i.loading = 'eager'; return i.decode() }))"
    )
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


@pytest.mark.parametrize("places", [".formats a", ".copy", ".brief .line a", "summary"])
def test_links_and_buttons_are_large_enough_for_a_thumb_on_a_phone(show, places):
    page = show(PAGES["directory in English"](), 375)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    boxes = [each.bounding_box() for each in page.locator(places).all()]
    assert boxes
    assert all(box["height"] >= 44 and box["width"] >= 44 for box in boxes)


def test_subsections_stand_under_their_section_and_further_in(show):
    page = show(PAGES["directory in English"](), 1280)
    names = {name.inner_text(): name.bounding_box() for name in page.locator(".section-name").all()}
    assert names["Transport"]["x"] > names["City"]["x"] == names["Culture"]["x"]
    assert names["City"]["y"] < names["Transport"]["y"] < names["Culture"]["y"]


@pytest.mark.parametrize("width", [1280, 375])
def test_two_hundred_sections_and_a_thousand_authors_with_the_longest_names_fit(show, width):
    page = show(render_directory(crowded(), editions.templates(), "en"), width)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert page.locator(".brief li").count() == 1_000
    assert overflowing(page) == []


@pytest.mark.parametrize("width", [1280, 375])
def test_the_longest_words_of_a_feed_break(show, width):
    word = "Wattenmeerküstenschutzverordnung" * 5
    told = replace(
        feedpages.ENGLISH.entries[0],
        title=word,
        summary=word,
        authors=(word,),
        html=f"<pre>{word}</pre><table><tr><td>{word}</td><td>{word}</td></tr></table>",
    )
    document = replace(feedpages.ENGLISH, description=word, entries=(told,))
    view = replace(feedpages.view(word, word))
    page = show(render_feed_page(document, view, editions.templates(), "en"), width)
    page.click("summary")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("width", [1280, 375])
def test_the_longest_words_of_the_front_page_break(show, width):
    word = "Wattenmeerküstenschutzverordnung" * 4
    view = publicpages.front()
    long = replace(publicpages.MILL, headline=word, summary=word, facts=word, moment=word)
    view = replace(
        view,
        title=word,
        description=word,
        moment=word,
        sections=((word, "sections/a"),) * 30,
        lead=long,
        seconds=(long, long),
        columns=(Column(word, "sections/a", long, (long,)),) * 4,
        ranked=tuple(replace(each, story=long) for each in view.ranked),
        signup=publicpages.form(
            replace(publicpages.WEEK, title=word, when=word), publicpages.HARBOUR
        ),
    )
    page = show(render_front(view, editions.templates(), "en"), width)
    assert overflowing(page) == []


def test_the_columns_of_the_front_page_stand_side_by_side_on_a_wide_screen(show):
    def tops(width):
        page = show(publicpages.front_page("en"), width)
        return [round(each.bounding_box()["y"]) for each in page.locator(".column").all()]

    assert len(set(tops(1280))) == 1
    assert len(set(tops(600))) == 2
    assert len(set(tops(375))) == 4


def test_the_sign_up_can_be_filled_in_by_keyboard(show):
    page = show(publicpages.front_page("en"), 1280)
    page.get_by_label("E-mail address").focus()
    page.keyboard.type("reader@saltmarrow.example")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Subscribe"
    assert page.locator("#email").input_value() == "reader@saltmarrow.example"


def test_nobody_meets_the_trap(show):
    page = show(publicpages.front_page("en"), 1280)
    assert page.evaluate("""() => {
        const box = document.querySelector("input[name=website]").getBoundingClientRect()
        return document.elementFromPoint(box.x, box.y)?.name !== "website"
    }""")
    page.get_by_label("E-mail address").focus()
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.name") == "newsletter"


@pytest.mark.parametrize("places", [".ways a", ".sections a", ".signup button", ".onward-ways a"])
def test_ways_onward_are_large_enough_for_a_thumb_on_a_phone(show, places):
    name = "edition among others" if places == ".onward-ways a" else "front page"
    page = show(PAGES[f"{name} in English"](), 375)
    boxes = [each.bounding_box() for each in page.locator(places).all()]
    assert boxes
    assert all(box["height"] >= 44 for box in boxes)


@pytest.mark.parametrize("name", ["directory in English", "feed in English"])
def test_the_page_s_own_policy_lets_it_work_where_no_header_is_sent(browser, name):
    page, said = visit(browser, PAGES[name]())
    assert said == []
    assert page.evaluate("getComputedStyle(document.body).maxWidth") == "1048px"
    assert page.locator(".copy").first.is_visible()
    page.context.close()


def test_a_button_copies_the_public_address_and_says_so(browser):
    page, _ = visit(browser, PAGES["directory in English"]())
    button = page.get_by_role("button", name="Copy, Atom, Culture")
    button.click()
    page.get_by_text("Copied").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == "https://news.example.org/feeds/culture/atom.xml"
    assert button.evaluate("e => e === document.activeElement")
    page.context.close()


def test_a_button_copies_by_keyboard(browser):
    page, _ = visit(browser, PAGES["feed in Chinese"]())
    page.get_by_role("button", name="复制、RSS、城市").focus()
    page.keyboard.press("Enter")
    page.get_by_text("已复制").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == "https://news.example.org/feeds/city/rss.xml"
    page.context.close()


def test_a_button_copies_where_there_is_no_https(browser):
    page, _ = visit(browser, PAGES["feed in English"](), "http://news.example.org/page.html")
    assert page.evaluate("navigator.clipboard === undefined")
    page.evaluate("document.addEventListener('copy', () => { window.taken = `${getSelection()}` })")
    page.get_by_role("button", name="Copy, RSS, City").click()
    page.get_by_text("Copied").wait_for()
    assert page.evaluate("window.taken") == "https://news.example.org/feeds/city/rss.xml"
    page.context.close()


def test_where_nothing_can_be_copied_the_address_is_shown(browser):
    page, _ = visit(browser, PAGES["directory in English"](), "http://news.example.org/page.html")
    page.evaluate("document.execCommand = () => false")
    page.get_by_role("button", name="Copy, RSS, Culture").click()
    shown = page.get_by_role("status")
    shown.get_by_text("https://news.example.org/feeds/culture/rss.xml").wait_for()
    assert violations(page) == []
    page.context.close()


@pytest.mark.parametrize("name", ["directory in English", "feed in English"])
def test_without_scripts_the_page_is_whole_and_has_no_dead_buttons(browser, folder, name):
    (folder / "page.html").write_text(PAGES[name](), encoding="utf-8")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((folder / "page.html").as_uri())
    assert page.locator("button").count() > 0
    assert not any(button.is_visible() for button in page.locator("button").all())
    assert page.locator(".address").first.is_visible()
    context.close()


def test_the_subscription_stands_beside_the_articles_on_a_wide_screen(show):
    html = PAGES["feed in English"]()

    def place(width):
        page = show(html, width)
        return page.locator(".items").bounding_box(), page.locator(".subscribe").bounding_box()

    items, subscribe = place(1280)
    assert subscribe["x"] > items["x"] + items["width"]
    items, subscribe = place(375)
    assert items["y"] > subscribe["y"] + subscribe["height"]


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
