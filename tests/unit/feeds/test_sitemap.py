"""The news sitemap, as Google's rules for it are."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from syndicate.feeds import sitemap
from syndicate.model.article import Article
from tests.unit.feeds.newsroom import FERRY, LANTERNS, ODD, article

GOLDEN = Path(__file__).parents[2] / "golden" / "feeds"
NOW = datetime(2026, 1, 19, 8, tzinfo=UTC)
NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "n": "http://www.google.com/schemas/sitemap-news/0.9",
}
#: What sitemap.xsd and sitemap-news.xsd ask for, in their order.
SHAPE = """
<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.sitemaps.org/schemas/sitemap/0.9"
    datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
  <start><element name="urlset"><zeroOrMore><element name="url">
    <element name="loc"><data type="anyURI"/></element>
    <element name="news" ns="http://www.google.com/schemas/sitemap-news/0.9">
      <element name="publication">
        <element name="name"><data type="string"><param name="minLength">1</param></data></element>
        <element name="language"><data type="string">
          <param name="pattern">zh-cn|zh-tw|[a-z]{2,3}</param></data></element>
      </element>
      <element name="publication_date"><data type="dateTime"/></element>
      <element name="title"><data type="string"><param name="minLength">1</param></data></element>
    </element>
  </element></zeroOrMore></element></start>
</grammar>
"""


def rendered(*articles: Article, moment: datetime = NOW, language: str = "en") -> bytes:
    return sitemap.render(
        articles, publication="The Harbour Gazette", language=language, moment=moment
    )


def read(data: bytes) -> etree._Element:
    return etree.fromstring(data, etree.XMLParser(recover=False, resolve_entities=False))


def texts(data: bytes, path: str) -> list[str]:
    return [element.text for element in read(data).iterfind(path, NAMES)]


def at(moment: datetime, number: int = 1) -> Article:
    made = article(FERRY, published=moment, address=f"https://www.gazette.example/{number}")
    return replace(made, id=number)


def test_it_is_the_golden_one():
    made = rendered(FERRY, LANTERNS).decode()
    assert made == (GOLDEN / sitemap.FILE_NAME).read_text("utf-8")


def test_it_has_the_shape_of_the_schemas():
    shape = etree.RelaxNG(etree.fromstring(SHAPE))
    shape.assertValid(read(rendered(FERRY, LANTERNS, ODD)))
    shape.assertValid(read(rendered()))


def test_it_reaches_two_days_back_and_not_ahead():
    inside, outside = NOW - sitemap.REACH, NOW - sitemap.REACH - timedelta(seconds=1)
    data = rendered(at(NOW, 1), at(inside, 2), at(outside, 3), at(NOW + timedelta(seconds=1), 4))
    found = texts(data, ".//s:loc")
    assert found == ["https://www.gazette.example/1", "https://www.gazette.example/2"]


def test_it_holds_the_newest_thousand():
    many = [at(NOW - timedelta(seconds=number), number) for number in range(1_001)]
    found = texts(rendered(*reversed(many)), ".//s:loc")
    assert len(found) == 1_000
    assert found[0] == "https://www.gazette.example/0"
    assert found[-1] == "https://www.gazette.example/999"


def test_hidden_articles_and_those_without_an_address_are_left_out():
    hidden = replace(FERRY, hidden=True)
    assert texts(rendered(hidden, article(FERRY, address="")), ".//s:loc") == []


def test_an_address_stands_once():
    assert len(texts(rendered(FERRY, replace(FERRY, id=9)), ".//s:loc")) == 1


@pytest.mark.parametrize(
    ("tag", "named"),
    [
        ("en", "en"),
        ("en-GB", "en"),
        ("zh", "zh-cn"),
        ("zh-Hans-SG", "zh-cn"),
        ("zh-TW", "zh-tw"),
        ("zh-Hant", "zh-tw"),
        ("", "de"),
    ],
)
def test_languages_are_named_as_google_does(tag, named):
    data = rendered(article(FERRY, language=tag), language="de-AT")
    assert texts(data, ".//n:language") == [named]


@given(
    headline=st.text(alphabet=st.characters(), min_size=1)
    | st.sampled_from(["]]>", "</news:title>", "&amp;", "\x85"]),
)
def test_any_headline_gives_a_document_that_parses_strictly(headline):
    data = rendered(article(FERRY, headline=headline))
    assert len(texts(data, ".//n:title")) in (0, 1)
    assert all(texts(data, ".//n:title"))


if __name__ == "__main__":
    (GOLDEN / sitemap.FILE_NAME).write_bytes(rendered(FERRY, LANTERNS))
