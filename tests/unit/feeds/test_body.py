"""The content of an entry: nothing lost, nothing relative, the source in sight."""

from __future__ import annotations

import html5lib
import pytest

from syndicate.feeds.body import entry_html, published
from syndicate.model.article import Attribution
from tests.unit.feeds.newsroom import ARTICLES, builder

OLD, NEW = "https://www.gazette.example/a.png?x=1&y='2'", "https://news.gazette.example/m/1.png"


def content(body: str = "<p>Text.</p>", language: str = "en", **more: object) -> str:
    return entry_html(body, language=language, addresses={}, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.key)
def test_the_content_is_valid_html(article):
    html5lib.HTMLParser(strict=True).parseFragment(builder()(article).html)


def test_a_body_alone_stays_alone():
    assert content() == "<p>Text.</p>"


def test_the_subtitle_comes_first_and_the_note_after_the_body():
    assert content(subtitle="Why & how", note="Corrected.") == (
        "<p><strong>Why &amp; how</strong></p>\n<p>Text.</p>\n<p>Corrected.</p>"
    )


def test_attachments_are_listed_unless_the_body_links_them():
    linked = '<p><a href="https://a.example/1.pdf">one</a></p>'
    files = [("https://a.example/1.pdf", "One"), ("https://a.example/2.pdf", "Two")]
    assert content(linked, files=files) == (
        f'{linked}\n<p>Attachments</p>\n<ul><li><a href="https://a.example/2.pdf">Two</a></li></ul>'
    )


def test_an_attachment_without_a_title_shows_its_address():
    assert '<a href="https://a.example/2.pdf">https://a.example/2.pdf</a>' in content(
        files=[("https://a.example/2.pdf", "")]
    )


def test_names_are_text_and_addresses_are_attributes():
    assert content(attribution=Attribution('A & "B" <C>', 'https://a.example/?a=1&b="2"')) == (
        "<p>Text.</p>\n"
        '<p>Source: <a href="https://a.example/?a=1&amp;b=&quot;2&quot;">'
        'A &amp; "B" &lt;C&gt;</a>.</p>'
    )


def test_a_translator_is_named_where_there_is_no_source():
    assert content(translators=["Ines Calder", "Joe Fen"]).endswith(
        "<p>Translated by Ines Calder, Joe Fen.</p>"
    )


@pytest.mark.parametrize("tag", ["zh", "zh-Hans", "ZH-TW"])
def test_every_kind_of_chinese_is_spoken_to_in_chinese(tag: str):
    assert content(language=tag, attribution=Attribution("海湾日报")).endswith(
        "<p>来源：海湾日报。</p>"
    )


def test_a_published_picture_gets_its_new_address_wherever_it_stands():
    old = OLD.replace("&", "&amp;")
    body = (
        f'<a href="{old}"><img alt="{old}" src="{old}" '
        f'srcset="{old} 1x, https://b.example/2.png 2x"></a>'
    )
    assert published(body, {OLD: NEW}) == (
        f'<a href="{NEW}"><img alt="{old}" src="{NEW}" '
        f'srcset="{NEW} 1x, https://b.example/2.png 2x"></a>'
    )


def test_an_address_in_the_text_is_left_alone():
    body = f'<p>src="{OLD.replace("&", "&amp;")}"</p><img src="https://b.example/2.png">'
    assert published(body, {OLD: NEW}) == body


def test_an_address_that_only_begins_alike_is_left_alone():
    body = '<img src="https://a.example/1.png.png">'
    assert published(body, {"https://a.example/1.png": NEW}) == body
