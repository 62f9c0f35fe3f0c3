"""Damaged pages: mended where the fields are whole, else refused. Files as they were found."""

from __future__ import annotations

from pathlib import Path

import pytest

from syndicate.ingest.cms_page import read_page
from syndicate.ingest.markup import LARGEST
from syndicate.model.errors import PageError
from tests.unit.ingest.pages import ORIGIN, page, read

PAGES = Path(__file__).parents[2] / "data" / "pages"


def test_bare_ampersands_and_html_entities_are_written_out() -> None:
    text = page(subtitle="Salt & Pepper &nbsp;&mdash; R&D; &unknown;")
    found = read(text)
    assert found.content.subtitle == "Salt & Pepper — R&D; &unknown;"
    assert found.warnings == ("markup: ampersands that XML does not know: 5, written out",)


def test_ampersands_in_the_body_are_left_alone() -> None:
    assert read(page("<p>R&D &amp; co</p>")).warnings == ()


def test_control_characters_are_left_out() -> None:
    found = read(page("<p>The\x07 ferry\x00.</p>", subtitle="It\x1fruns"))
    assert found.content.body == "<p>The ferry.</p>"
    assert found.content.subtitle == "Itruns"
    assert found.warnings == ("characters that XML forbids: 3, left out",)


def test_references_to_control_characters_are_left_out() -> None:
    found = read(page(subtitle="It&#11;runs&#0;"))
    assert found.content.subtitle == "It runs"


def test_an_attribute_told_twice_counts_once() -> None:
    found = read(page().replace('site="101"', 'site="101" site="102"'))
    assert (found.site, found.key) == ("101", "11")
    assert "recovered" in found.warnings[0]


def test_markup_that_got_into_a_field_is_left_out() -> None:
    found = read(page(note="<em>Corrected<br> today"))
    assert found.content.note == "Corrected today"
    assert found.content.body == "<p>The ferry runs again.</p>"
    assert found.warnings == ("markup: 2 tags that a page does not have, left out",)


def test_a_body_that_never_closes_its_element_is_recovered() -> None:
    found = read(page().replace("<dd>42</dd>", "<dd>42"))
    assert found.content.body == "<p>The ferry runs again.</p>"
    assert "recovered" in found.warnings[0]


def test_the_rest_of_a_longer_file_after_the_end_is_left_out() -> None:
    found = read(page() + "\n</ul></body></html>")
    assert found.key == "11"
    assert found.warnings == ("markup: text after </html>, left out",)


def test_zeros_after_the_end_are_left_out() -> None:
    assert read(page() + "\0" * 100).content.headline == "The ferry is back"


@pytest.mark.parametrize("share", [0.2, 0.5, 0.62, 0.8, 0.99])
def test_a_half_written_page_is_refused(share: float) -> None:
    text = page("<p>The ferry runs again.</p>" * 20)
    with pytest.raises(PageError, match="half-written"):
        read(text[: int(len(text) * share)])


def test_half_a_body_with_an_end_stuck_on_is_refused() -> None:
    text = page()
    cut = text[: text.index("runs again")] + "</p></div></body></html>"
    with pytest.raises(PageError) as caught:
        read(cut)
    assert caught.value.field == "body"


def test_a_body_that_breaks_out_of_its_cdata_is_refused() -> None:
    with pytest.raises(PageError) as caught:
        read(page("<p>One.</p>]]><p>Two.</p>"))
    assert caught.value.field == "body"


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>',
        '<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/hostname">]>',
        '<!doctype html [<!ENTITY % a SYSTEM "http://a.example/x.dtd"> %a;]>',
        "<!DOCTYPE html [<!ELEMENT html ANY>]>",
        '<!-- <html> --><!DOCTYPE html [<!ENTITY a "x">]>',
    ],
)
def test_a_page_that_defines_entities_is_refused(doctype: str) -> None:
    text = page(subtitle="x&a;").replace("<html ", f"{doctype}<html ", 1)
    with pytest.raises(PageError) as caught:
        read(text)
    assert caught.value.field == "DOCTYPE"


def test_entities_can_not_hide_behind_an_encoding() -> None:
    text = page(encoding="utf-16").replace("<html ", '<!DOCTYPE html [<!ENTITY a "x">]><html ', 1)
    with pytest.raises(PageError) as caught:
        read(text.encode("utf-16"))
    assert caught.value.field == "DOCTYPE"


def test_a_document_type_that_only_has_a_name_does_no_harm() -> None:
    doctype = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "http://a.example/xhtml1.dtd">'
    found = read(page(subtitle="a&nbsp;b").replace("<html ", f"{doctype}\n<html ", 1))
    assert found.content.subtitle == "a b"


def test_a_page_beyond_all_size_is_refused() -> None:
    with pytest.raises(PageError, match="keep it under 10 MB"):
        read(page("x" * (LARGEST + 1)))


@pytest.mark.parametrize("path", sorted((PAGES / "unreadable").iterdir()), ids=lambda p: p.name)
def test_unreadable_files_are_refused_for_what_their_names_say(path: Path) -> None:
    with pytest.raises(PageError) as caught:
        read_page(path.read_bytes(), name=path.name, origin=ORIGIN)
    assert caught.value.field == path.stem.partition(".")[0]
    assert caught.value.way_out
