"""Pages in the encodings that a CMS of twenty years has."""

from __future__ import annotations

import codecs

import pytest

from syndicate.model.errors import PageError
from tests.unit.ingest.pages import page, read

CHINESE = "<p>渡轮恢复了运行,码头上都是人。</p>"
TRADITIONAL = "<p>渡輪恢復了運行,碼頭上都是人。</p>"
LATIN = "<p>The café’s “ferry” – €5.</p>"


@pytest.mark.parametrize(
    ("declared", "codec", "body"),
    [
        ("utf-8", "utf-8", CHINESE),
        ("UTF-8", "utf-8-sig", CHINESE),
        ("utf-16", "utf-16", CHINESE),
        ("UTF-16", "utf-16-be", CHINESE),
        ("gb2312", "gb18030", CHINESE),
        ("GBK", "gbk", CHINESE),
        ("GB18030", "gb18030", CHINESE + "<p>𠮷😀</p>"),
        ("Big5", "big5hkscs", TRADITIONAL),
        ("windows-1252", "cp1252", LATIN),
        ("ISO-8859-1", "cp1252", LATIN),
        ("us-ascii", "ascii", "<p>The ferry.</p>"),
        ("shift_jis", "shift_jis", "<p>渡り船</p>"),
    ],
)
def test_encodings_as_declared(declared: str, codec: str, body: str) -> None:
    data = page(body, encoding=declared).encode(codec)
    if codec == "utf-16-be":
        data = codecs.BOM_UTF16_BE + data
    found = read(data)
    assert found.content.body == body
    assert found.warnings == ()


def test_without_a_declaration_it_is_utf_8() -> None:
    text = page(CHINESE)
    assert read(text[text.index("?>") + 2 :].lstrip()).content.body == CHINESE


@pytest.mark.parametrize(
    ("declared", "codec"), [("utf-8", "gb18030"), ("gb2312", "utf-8"), ("klingon", "utf-8")]
)
def test_a_wrong_declaration_is_seen_through_with_a_warning(declared: str, codec: str) -> None:
    body = CHINESE.replace("。", "。!") if codec == "utf-8" else CHINESE
    found = read(page(body, encoding=declared).encode(codec))
    assert found.content.body == body
    assert len(found.warnings) == 1
    assert found.warnings[0].startswith("encoding: ")


def test_a_few_damaged_bytes_are_no_reason_to_lose_a_page() -> None:
    data = (
        page("<p>The ferry XX runs.</p>" + "<p>Again.</p>" * 50)
        .encode()
        .replace(b"XX", b"\xff\x80")
    )
    found = read(data)
    assert "The ferry \ufffd\ufffd runs." in found.content.body
    assert found.warnings == ("encoding: 2 damaged characters",)


def test_damage_in_the_headline_is_a_reason() -> None:
    data = page("<p>Again.</p>" * 50, headline="The XX ferry").encode().replace(b"XX", b"\xff\x80")
    with pytest.raises(PageError) as caught:
        read(data)
    assert caught.value.field == "headline"


def test_bytes_that_windows_1252_leaves_undefined_are_left_out() -> None:
    data = page("<p>The XferryX.</p>", encoding="windows-1252").encode("cp1252")
    assert read(data.replace(b"X", b"\x81")).content.body == "<p>The ferry.</p>"


@pytest.mark.parametrize("declared", ["utf-8", "klingon", "rot13", "utf-7", "punycode"])
def test_bytes_that_are_not_what_they_say_are_refused(declared: str) -> None:
    with pytest.raises(PageError) as caught:
        read(page("<p>\xff</p>" * 400, encoding=declared).encode("latin-1"))
    assert caught.value.field == "encoding"
