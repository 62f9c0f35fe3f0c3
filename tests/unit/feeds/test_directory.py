"""The directory page: what is in it, and that programs find the feeds too."""

import gzip
import re
from dataclasses import replace
from datetime import datetime

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndicate.feeds.directory import render_directory
from syndicate.feeds.policy import content_security_policy
from syndicate.web.notice import Notice, render_notice
from tests.support import directories, editions

NAMESPACE = "{http://www.w3.org/1999/xhtml}"


def page(view=None, language="en"):
    html = render_directory(view or directories.english(), editions.templates(), language)
    return html5lib.HTMLParser(strict=True).parse(html)


def found(document, tag, **attributes):
    """The elements with these attributes; ``kind`` stands for ``class``."""
    wanted = {"class" if name == "kind" else name: value for name, value in attributes.items()}
    return [
        element
        for element in document.iter(f"{NAMESPACE}{tag}")
        if all(element.get(name) == value for name, value in wanted.items())
    ]


def text(element):
    return "".join(element.itertext())


def test_the_feeds_of_the_site_and_of_every_section_can_be_discovered():
    view = directories.english()
    assert [
        (link.get("type"), link.get("href")) for link in found(page(view), "link", rel="alternate")
    ] == [
        (feed.media_type, feed.address)
        for entry in (view.everything, *view.sections)
        for feed in entry.feeds
    ]


def test_every_feed_is_linked_to_where_it_lies_from_the_page():
    view = directories.english()
    entries = (view.everything, *view.sections, *(feed for g in view.groups for feed in g.feeds))
    linked = {link.get("href") for link in page(view).iter(f"{NAMESPACE}a") if link.get("type")}
    assert linked == {feed.address for e in entries for feed in e.feeds} | {"feeds.opml"}
    assert "city/feed.json" in linked


def test_the_public_address_of_every_format_of_a_section_can_be_copied():
    view = directories.english()
    buttons = found(page(view), "button", kind="copy")
    assert [button.get("value") for button in buttons] == [
        feed.public for entry in (view.everything, *view.sections) for feed in entry.feeds
    ]
    assert len({button.get("aria-label") for button in buttons}) == len(buttons)


def test_the_addresses_of_the_site_s_feed_can_be_read():
    shown = [text(each) for each in found(page(), "span", kind="address")]
    assert shown == [feed.public for feed in directories.english().everything.feeds]


def test_the_page_leads_to_the_list_that_readers_import():
    document = page()
    assert [link.get("href") for link in found(document, "link", rel="outline")] == ["feeds.opml"]
    without = page(replace(directories.english(), outline=""))
    assert "OPML" not in text(without)
    assert not found(without, "link", rel="outline")


def test_names_lead_to_the_readable_pages():
    hrefs = {link.get("href"): text(link) for link in page().iter(f"{NAMESPACE}a")}
    assert hrefs["city/index.html"] == "City"
    assert hrefs["author/okafor/index.html"] == "Mira Okafor"


def test_only_a_long_group_is_folded():
    (folded,) = found(page(), "details")
    (summary,) = found(folded, "summary")
    assert text(summary) == "30 feeds"
    assert "ferry line 30" in text(folded)


@pytest.mark.parametrize(
    ("weekly", "said"),
    [(12, "12 articles a week"), (1, "1 article a week"), (0, "no article in the last week")],
)
def test_a_section_says_how_much_to_expect(weekly, said):
    view = directories.english()
    assert said in text(page(replace(view, sections=(replace(view.sections[0], weekly=weekly),))))


def test_the_page_says_its_policy_itself_for_servers_that_send_none():
    html = render_directory(directories.english(), editions.templates(), "en")
    (tag,) = found(
        html5lib.HTMLParser(strict=True).parse(html),
        "meta",
        **{"http-equiv": "Content-Security-Policy"},
    )
    said = tag.get("content")
    assert f"{said}; frame-ancestors 'none'" == content_security_policy(html, pictures="'none'")
    assert re.search(r"script-src 'sha256-[^' ]+';", said)


def test_links_to_feeds_are_told_apart_by_name():
    names = [link.get("aria-label") for link in page().iter(f"{NAMESPACE}a") if link.get("type")]
    assert len(names) == len(set(names))
    assert "RSS, Culture" in names


def test_sections_nest_as_their_depths_say():
    document = page()
    branches = [
        [text(name) for name in branch.iter(f"{NAMESPACE}h3")]
        for branch in found(document, "ul", kind="branch")
    ]
    assert branches == [["Transport", "Housing"], ["Books"]]


def test_a_depth_without_a_parent_is_still_shown():
    view = directories.english()
    orphan = replace(view.sections[1], depth=3)
    assert "Transport" in text(page(replace(view, sections=(orphan,))))


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
    assert links["../editions/2026-W04.html"] == "The Harbour Week"
    without = page(replace(directories.english(), editions=()))
    assert "Digests" not in "".join(without.itertext())


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_same_view_gives_the_same_bytes(language):
    once, again = (
        render_directory(directories.english(), editions.templates(), language) for _ in range(2)
    )
    assert once == again


def test_a_thousand_authors_fit_in_a_page_that_compresses_well():
    authors = directories.group("author", **{f"a{n}": f"Author {n}" for n in range(1_000)})
    view = replace(directories.english(), groups=(authors,))
    html = render_directory(view, editions.templates(), "en").encode()
    assert len(html) < 750_000
    assert len(gzip.compress(html, 6)) < 50_000


ANYTHING = st.text(max_size=40) | st.sampled_from(
    ["<script>alert(1)</script>", '"><img src=x>', "</title></style></script>", "\ud800", "\ufffe"]
)


@given(title=ANYTHING, name=ANYTHING, latest=ANYTHING)
def test_no_text_breaks_out_of_the_page(title, name, latest):
    view = directories.english()
    section = replace(view.sections[0], name=name, description=title, latest=latest)
    group = directories.group("author", someone=name)
    found_in = page(replace(view, title=title, sections=(section,), groups=(group,)))
    assert len(found(found_in, "script")) == 1
    assert not found(found_in, "img")
    assert len(found(found_in, "h3", kind="section-name")) == 1


def test_a_notice_says_one_thing_and_where_to_go_on():
    notice = Notice("Not <here>", ("One.", "Two."), "The Courier", "/feeds", "All feeds")
    document = html5lib.HTMLParser(strict=True).parse(
        render_notice(notice, editions.templates(), "en")
    )
    assert [h.text for h in document.iter(f"{NAMESPACE}h1")] == ["Not <here>"]
    assert [(a.get("href"), a.text) for a in document.iter(f"{NAMESPACE}a")] == [
        ("/feeds", "All feeds")
    ]
