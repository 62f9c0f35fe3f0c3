"""Characters that XML forbids never get through; those that people meant do."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from syndicate.content.characters import mend, mend_references

anything = st.text(st.characters(codec=None, categories=None, exclude_categories=[]))


@given(anything)
def test_mended_text_can_stand_in_xml(text: str) -> None:
    element = etree.Element("t")
    element.text = mend(text)
    again = etree.fromstring(etree.tostring(element)).text or ""
    assert again == mend(text)


@given(anything)
def test_mending_twice_changes_nothing(text: str) -> None:
    assert mend(mend(text)) == mend(text)


@given(anything)
def test_no_control_and_no_noncharacter_is_left(text: str) -> None:
    assert not re.search(
        "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef]", mend(text)
    )
    assert not any(ord(char) & 0xFFFE == 0xFFFE for char in mend(text))


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("it\x92s", "it’s"),
        ("\x93quoted\x94 \x96 \x85", "“quoted” – …"),
        ("\x81\x8d\x8f\x90\x9d", ""),
        ("a\x0bb\x0cc", "a b c"),
        ("nul\x00 bell\x07", "nul bell"),
        ("\ufeffmark", "mark"),
        ("lone \ud800 half", "lone  half"),
    ],
)
def test_what_is_mended(text: str, mended: str) -> None:
    assert mend(text) == mended


@pytest.mark.parametrize(
    "text",
    [
        "plain",
        "tab\tline\n",
        "café",
        "\u200dzero width joiner",
        "👩‍🌾",
        "𠮷野家",
        "a\xa0b",
        "\u3000中",
    ],
)
def test_what_stays(text: str) -> None:
    assert mend(text) == text


@pytest.mark.parametrize(
    ("markup", "mended"),
    [
        ("it&#146;s", "it’s"),
        ("it&#x92;s", "it’s"),
        ("&#00150;", "–"),
        ("a&#1;b&#0;c", "abc"),
        ("&#xFFFE;&#65535;&#xD800;&#x110000;", ""),
        ("&#39;&#160;&#8217;&#x1F600;&amp;&nbsp;", "&#39;&#160;&#8217;&#x1F600;&amp;&nbsp;"),
        ("&#1234567890123;", "&#1234567890123;"),
    ],
)
def test_references_are_mended_like_characters(markup: str, mended: str) -> None:
    assert mend_references(markup) == mended
