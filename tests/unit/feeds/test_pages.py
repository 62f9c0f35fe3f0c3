"""A feed's own page: the articles as a reader shows them, and how to subscribe."""

import os
from dataclasses import replace

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndicate import templating
from syndicate.feeds.fragments import Fragments
from syndicate.feeds.pages import render_feed_page
from syndicate.model.article import Article
from syndicate.resources import template_loader
from tests.support import editions, feedpages
from tests.unit.feeds import newsroom
from tests.unit.feeds.test_properties import documents

NAMESPACE = "{http://www.w3.org/1999/xhtml}"
TEMPLATES = editions.templates()


def markup(document=feedpages.ENGLISH, language="en", **changes):
    view = replace(feedpages.view("City", "The Harbour Courier"), **changes)
    return render_feed_page(document, view, TEMPLATES, language)


def page(document=feedpages.ENGLISH, language="en", **changes):
    html = markup(document, language, **changes)
    return html5lib.HTMLParser(strict=True).parse(html)


def every(document, tag, kind=None):
    return [
        element
        for element in document.iter(f"{NAMESPACE}{tag}")
        if kind is None or element.get("class") == kind
    ]


def text(element):
    return "".join(element.itertext())


def test_the_feed_can_be_discovered_from_it():
    alternates = [link for link in every(page(), "link") if link.get("rel") == "alternate"]
    assert [(link.get("type"), link.get("href")) for link in alternates] == [
        ("application/rss+xml", "rss.xml"),
        ("application/atom+xml", "atom.xml"),
        ("application/feed+json", "feed.json"),
    ]


def test_each_address_is_shown_and_can_be_copied():
    document = page()
    shown = [text(each) for each in every(document, "span", "address")]
    assert shown == [
        f"https://news.example.org/feeds/city/{name}"
        for name in ("rss.xml", "atom.xml", "feed.json")
    ]
    assert [button.get("value") for button in every(document, "button", "copy")] == shown


def test_a_long_address_breaks_behind_its_slashes_before_it_breaks_within_a_name():
    shown, *_ = every(page(), "span", "address")
    parts = [shown.text, *(each.tail for each in shown.iter(f"{NAMESPACE}wbr"))]
    assert parts == ["https:/", "/", "news.example.org/", "feeds/", "city/", "rss.xml"]


def test_every_article_is_a_headline_that_leads_to_it():
    document = page()
    linked = [
        (text(heading), [link.get("href") for link in heading.iter(f"{NAMESPACE}a")])
        for heading in every(document, "h3")
    ]
    assert linked == [
        (entry.title, [entry.url] if entry.url else []) for entry in feedpages.ENGLISH.entries
    ]


def test_the_quiet_line_says_when_whence_who_and_how_long():
    lines = [text(line) for line in every(page(), "p", "line")]
    facts = ("21 January 2026, 09:00", "Coastal Record", "Mira Okafor", "6\xa0min\xa0read")
    assert "\xa0· ".join(facts) in lines
    assert any("Translated by Chen Lan" in line for line in lines)


def test_an_article_without_a_page_of_its_own_can_be_read_here():
    document = page()
    (folded,) = every(document, "details")
    (bare,) = [entry for entry in feedpages.ENGLISH.entries if not entry.url]
    assert "The roof is listed" in text(folded)
    assert bare.html in markup()


def test_pictures_of_ours_are_near_and_others_stay_where_they_are():
    (picture,) = every(page(), "img")
    assert picture.get("src") == "../media/harbour.png"
    (picture,) = every(page(root=""), "img")
    assert picture.get("src") == "media/harbour.png"
    (picture,) = every(page(public="https://elsewhere.example/feeds/"), "img")
    assert picture.get("src") == feedpages.PICTURE


def test_the_directory_is_a_relative_link_away():
    hrefs = {text(link): link.get("href") for link in every(page(), "a")}
    assert hrefs["All feeds"] == "../index.html"
    assert hrefs["City"] == "https://www.example.org/101/"


def test_articles_in_another_language_say_so():
    document = page(feedpages.CHINESE, "zh")
    tongues = {text(heading): heading.get("lang") for heading in every(document, "h3")}
    assert tongues["Forecasting fog: a school’s weather station beats the model"] == "en"
    assert tongues["港湾里的海豹为什么开始在夜里唱歌"] is None


def test_chinese_words_on_a_chinese_site():
    said = text(page(feedpages.CHINESE, "zh"))
    assert "更新于2026年1月21日 09:00" in said
    assert "拿不准就选 RSS" in said


def test_a_feed_without_articles_says_so():
    empty = replace(feedpages.ENGLISH, entries=())
    assert "No articles yet" in text(page(empty))


def test_the_same_document_gives_the_same_bytes():
    assert markup() == markup()


def test_a_page_of_fifty_articles_is_light():
    entries = tuple(newsroom.entry(summary="Ferries cross the bay. " * 16) for _ in range(50))
    assert len(markup(replace(feedpages.ENGLISH, entries=entries)).encode()) < 100_000


ANYTHING = st.text(max_size=40) | st.sampled_from(
    [
        "<script>alert(1)</script>",
        '"><img src=x>',
        "</title></style></script>",
        "{{ 7 * 7 }}",
        "]]>",
    ]
)


@given(name=ANYTHING, headline=ANYTHING, author=ANYTHING, summary=ANYTHING)
def test_no_text_breaks_out_of_the_page(name, headline, author, summary):
    told: Article = newsroom.article(headline=headline, summary=summary)
    person = replace(told.content.people[0], name=author)
    entry = newsroom.entry(told, people=(person,))
    document = replace(feedpages.ENGLISH, title=entry.title, description=name, entries=(entry,))
    usual = page(replace(feedpages.ENGLISH, entries=(newsroom.entry(),)))
    found = page(document, name=name, site=author)
    assert len(every(found, "script")) == 1
    assert len(every(found, "img")) == len(every(usual, "img"))
    assert [text(heading) for heading in every(found, "h3")] == [entry.title]


@pytest.mark.parametrize("field", ["name", "site"])
def test_markup_in_names_is_text(field):
    assert "<b>bold</b>" in text(page(**{field: "<b>bold</b>"}))


@given(feeds=st.lists(documents(), min_size=1, max_size=3), root=st.sampled_from(["", "../"]))
def test_a_page_of_kept_articles_is_the_same_as_one_made_whole(feeds, root):
    kept, view = Fragments(), replace(feedpages.view("City", "Courier"), root=root)
    entries = tuple(entry for feed in feeds for entry in feed.entries)
    whole = replace(feeds[0], entries=(*feedpages.ENGLISH.entries, *entries))
    for feed in (*feeds, feedpages.ENGLISH):
        render_feed_page(feed, feedpages.view("City", "Courier"), TEMPLATES, "en", kept=kept)
    expected = render_feed_page(whole, view, TEMPLATES, "en", kept=Fragments(largest=0))
    assert render_feed_page(whole, view, TEMPLATES, "en", kept=kept) == expected


def test_a_changed_template_is_used_at_once(tmp_path):
    item = tmp_path / "templates/page/feed-item.html"
    item.parent.mkdir(parents=True)
    environment = templating.environment(template_loader(tmp_path))
    found = []
    for number, said in enumerate(("one", "two")):
        item.write_text(f"<p>{said}</p>")
        os.utime(item, (number, number))
        found.append(
            render_feed_page(
                feedpages.ENGLISH, feedpages.view("City", "Courier"), environment, "en"
            )
        )
    assert "<p>one</p>" in found[0]
    assert "<p>two</p>" in found[1]
    assert "<p>one</p>" not in found[1]
