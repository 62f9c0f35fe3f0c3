"""The digest's HTML in a real browser, as a webmail would show it."""

import re
from dataclasses import replace

import pytest

from syndicate.look import LOOK
from syndicate.model.edition import Story, StoryGroup
from tests.browser.judging import overflowing, violations
from tests.support import editions

pytestmark = pytest.mark.browser

VARIANTS = {"english": editions.english(), "chinese": editions.chinese(), "bare": editions.bare()}
STYLES = re.compile(r"<style.*?</style>", re.DOTALL)


def mail(variant):
    """The mail's HTML, its picture beside it."""
    html = editions.rendered(
        variant, editions.Links("#preferences", "#unsubscribe", "#browser")
    ).html
    return html.replace("https://news.example.org/feeds/media/", "")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [600, 375])
@pytest.mark.parametrize("name", VARIANTS)
def test_nothing_is_inaccessible_or_sticks_out(show, name, width, scheme):
    page = show(mail(VARIANTS[name]), width, scheme)
    assert violations(page) == []
    assert overflowing(page) == []


@pytest.mark.parametrize("width", [600, 375])
@pytest.mark.parametrize("name", VARIANTS)
def test_with_pictures_blocked_it_still_says_everything(show, name, width):
    html = mail(VARIANTS[name])
    blocked = show(html, width, pictures=False)
    assert blocked.locator("img").count() == 0 or blocked.evaluate(
        "[...document.images].every(i => i.naturalWidth === 0)"
    )
    assert blocked.inner_text("body") == show(html, width).inner_text("body")
    assert overflowing(blocked) == []


@pytest.mark.parametrize("width", [600, 375])
def test_a_client_that_drops_the_stylesheet_shows_it_whole(show, width):
    page = show(STYLES.sub("", mail(editions.english())), width)
    assert overflowing(page) == []
    assert violations(page) == []
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).fontSize") == "34px"
    assert not page.is_visible(".preheader")


@pytest.mark.parametrize("styles", [True, False])
@pytest.mark.parametrize(
    "word", ["Wattenmeerküstenschutzverordnung" * 4, "港" * 200, "https://" + "a" * 300]
)
def test_the_longest_words_break(show, word, styles):
    full = editions.english()
    content = replace(full.lead.article.content, headline=word, summary=word)
    story = Story(replace(full.lead.article, content=content), "new", gained=5)
    variant = replace(
        full, title=word, lead=story, groups=(StoryGroup(word, (story,)),), most_viewed=(story,)
    )
    html = mail(variant)
    page = show(html if styles else STYLES.sub("", html), 375)
    assert overflowing(page) == []


@pytest.mark.parametrize(("scheme", "colours"), [("light", LOOK.light), ("dark", LOOK.dark)])
def test_colours_follow_the_scheme(show, scheme, colours):
    page = show(mail(editions.english()), 600, scheme)

    def computed(selector, property):
        rgb = page.eval_on_selector(selector, f"e => getComputedStyle(e).{property}")
        return "#" + "".join(f"{int(value):02X}" for value in re.findall(r"\d+", rgb)[:3])

    assert computed("td.inside", "backgroundColor") == colours.sheet
    assert computed("body", "backgroundColor") == colours.paper
    assert computed("h1", "color") == colours.ink
    assert computed("p.line", "color") == colours.quiet
    assert computed("p.label", "color") == colours.accent
    assert computed("h3 a", "color") == colours.ink


def test_columns_stack_on_phones(show):
    html = mail(editions.english())

    def tops(width):
        page = show(html, width)
        return [box.bounding_box()["y"] for box in page.locator(".half").all()]

    left, right = tops(600)
    assert left == right
    upper, lower = tops(375)
    assert upper < lower


def test_links_in_the_footer_are_large_enough_for_a_thumb(show):
    page = show(mail(editions.english()), 375)
    boxes = [link.bounding_box() for link in page.locator("a.away").all()]
    assert len(boxes) == 3
    assert all(box["height"] >= 44 for box in boxes)
