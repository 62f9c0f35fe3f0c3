"""Whatever goes in: what comes out is safe, valid and final."""

from __future__ import annotations

import re

import html5lib
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from syndicate.content.sanitise import clean
from syndicate.content.tags import OUTPUT

BASE = "https://www.example.org/101/7.aspx"

_TAGS = re.findall(
    r"\S+",
    "p div span b i strong em a img br hr h1 h2 h3 h6 ul ol li dl dt dd table thead tbody tr td th"
    " caption figure figcaption blockquote pre code sub sup form center font script style abbr q"
    " del s o:p html body textarea svg math select option iframe noscript details ruby rt",
)
_ATTRIBUTES = (
    "",
    "",
    "",
    ' style="font-weight:bold"',
    ' style="font-style:italic;text-align:center"',
    ' style="font-weight:normal"',
    ' style="display:none"',
    " align=center",
    " hidden",
    " onclick=x onerror='y'",
    ' href="/a?b&c"',
    ' href="javascript:x"',
    ' href="jav&#x09;ascript:x"',
    ' href="http://xn--a/"',
    ' href="#a"',
    ' href="mailto:a@b.example"',
    ' src="/x y.jpg" width=3 height=5',
    ' src="data:x"',
    ' src="a.png" alt="q"',
    ' src="http://1.2.3.999/a.jpg"',
    " colspan=2 rowspan=0",
    " start=3 type=a",
    ' title="t"',
)
_TEXTS = re.findall(
    r"[^|]+",
    "a|b c| |\n|\xa0|\u3000|  x  |Translated by Bo Chu|译者:李四|Editor: Ann Bly|&nbsp;|&#146;|&#1;"
    "|\u200b|é|<|&|&amp;|&lt;script&gt;|Photo: x|。|\t|\r\n|\x85|\ufffe|😀|]]>|<!--|-->|<![CDATA[",
)

_openings = st.builds("<{}{}>".format, st.sampled_from(_TAGS), st.sampled_from(_ATTRIBUTES))
_closings = st.sampled_from(_TAGS).map("</{}>".format)
_pieces = st.one_of(st.sampled_from(_TEXTS), _openings, _openings, _closings, st.text(max_size=3))
soup = st.lists(_pieces, max_size=30).map("".join)


@settings(max_examples=400, deadline=None)
@given(soup)
def test_cleaning_twice_is_cleaning_once(markup: str) -> None:
    once = clean(markup, base=BASE)
    twice = clean(once.html, base=BASE)
    assert twice.html == once.html
    assert twice.lines == once.lines
    assert [image.url for image in twice.images] == [image.url for image in once.images]


@settings(max_examples=400, deadline=None)
@given(soup)
def test_the_outcome_is_valid_html(markup: str) -> None:
    html5lib.HTMLParser(strict=True).parseFragment(clean(markup, base=BASE).html)


@settings(max_examples=400, deadline=None)
@given(soup)
def test_nothing_unsafe_and_nothing_relative_is_left(markup: str) -> None:
    found = clean(markup, base=BASE).html
    fragment = html5lib.parseFragment(found, namespaceHTMLElements=False)
    for element in fragment.iter():
        if element is fragment:
            continue
        assert element.tag in OUTPUT
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            assert name != "style"
            if name in ("href", "src"):
                assert re.match(r"https?://|mailto:|tel:", value)
        if element.tag == "img":
            assert "src" in element.attrib
        if element.tag == "a":
            assert "href" in element.attrib


@settings(max_examples=400, deadline=None)
@given(soup)
def test_html_and_text_are_made_of_what_xml_allows(markup: str) -> None:
    found = clean(markup, base=BASE)
    for text in (found.html, *found.lines, *(image.caption + image.alt for image in found.images)):
        element = etree.Element("t")
        element.text = text
        assert etree.fromstring(etree.tostring(element)).text == (text or None)


@settings(max_examples=400, deadline=None)
@given(soup)
def test_every_picture_told_of_is_in_the_body(markup: str) -> None:
    found = clean(markup, base=BASE)
    fragment = html5lib.parseFragment(found.html, namespaceHTMLElements=False)
    shown = [element.get("src") for element in fragment.iter("img")]
    assert shown == [image.url for image in found.images]
