"""The directory page: what is in it, and that programs find the feeds too."""

from dataclasses import replace
from datetime import datetime

import html5lib
import pytest

from syndicate.feeds.directory import render_directory
from syndicate.feeds.policy import content_security_policy
from syndicate.web.notice import Notice, render_notice
from tests.support import directories, editions

NAMESPACE = "{http://www.w3.org/1999/xhtml}"


def page(view=None, language="en"):
    html = render_directory(view or directories.english(), editions.templates(), language)
    return html5lib.HTMLParser(strict=True).parse(html)


def test_every_feed_is_announced_and_linked():
    view = directories.english()
    feeds = [
        (feed.media_type, feed.address)
        for entry in (view.everything, *view.sections)
        for feed in entry.feeds
    ]
    document = page(view)
    announced = [
        (link.get("type"), link.get("href"))
        for link in document.iter(f"{NAMESPACE}link")
        if link.get("rel") == "alternate"
    ]
    linked = [
        (link.get("type"), link.get("href"))
        for link in document.iter(f"{NAMESPACE}a")
        if link.get("type")
    ]
    assert announced == feeds
    assert linked == feeds
    assert ("application/feed+json", "city/feed.json") in feeds


def test_links_to_feeds_are_told_apart_by_name():
    names = [link.get("aria-label") for link in page().iter(f"{NAMESPACE}a") if link.get("type")]
    assert len(names) == len(set(names))
    assert "RSS, Culture" in names


def test_sections_nest_as_their_depths_say():
    document = page()
    branches = [
        [name.text for name in branch.iter(f"{NAMESPACE}h3")]
        for branch in document.iter(f"{NAMESPACE}ul")
        if branch.get("class") == "branch"
    ]
    assert branches == [["Transport", "Housing"], ["Books"]]


def test_a_depth_without_a_parent_is_still_shown():
    view = directories.english()
    orphan = replace(view.sections[1], depth=3)
    text = "".join(page(replace(view, sections=(orphan,))).itertext())
    assert "Transport" in text


@pytest.mark.parametrize(
    ("language", "shown"), [("en", "25 January 2026, 08:40"), ("zh", "2026年1月25日 08:40")]
)
def test_updates_are_absolute_in_the_zone_of_the_site(language, shown):
    (first, *_) = page(language=language).iter(f"{NAMESPACE}time")
    assert first.text == shown
    assert datetime.fromisoformat(first.get("datetime")).utcoffset() is not None


def test_a_section_without_articles_says_so():
    assert "No articles yet" in "".join(page().itertext())


def test_editions_are_listed():
    links = {link.get("href"): link.text for link in page().iter(f"{NAMESPACE}a")}
    assert links["editions/2026-W04.html"] == "The Harbour Week"
    without = page(replace(directories.english(), editions=()))
    assert "Digests" not in "".join(without.itertext())


def test_a_notice_says_one_thing_and_where_to_go_on():
    notice = Notice("Not <here>", ("One.", "Two."), "The Courier", "/feeds", "All feeds")
    document = html5lib.HTMLParser(strict=True).parse(
        render_notice(notice, editions.templates(), "en")
    )
    assert [h.text for h in document.iter(f"{NAMESPACE}h1")] == ["Not <here>"]
    assert [(a.get("href"), a.text) for a in document.iter(f"{NAMESPACE}a")] == [
        ("/feeds", "All feeds")
    ]


def test_the_policy_allows_nothing_by_default():
    policy = content_security_policy("<p>plain</p>")
    assert policy.startswith("default-src 'none'; style-src 'none'; img-src 'self';")


def test_the_policy_names_each_stylesheet_by_its_hash():
    policy = content_security_policy("<style>a{}</style><style>b{}</style>", pictures="https:")
    assert policy.count("'sha256-") == 2
    assert "img-src https:;" in policy
    assert "unsafe" not in policy
