"""The CMS's links to its own pages."""

from __future__ import annotations

import pytest

from syndicate.ingest.links import Link, article, section


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("../101001/5.aspx", Link("101001", "5", ".aspx")),
        ("/101001/5.aspx?page=1#top", Link("101001", "5", ".aspx")),
        ("https://www.example.org/en/101001/5.html", Link("101001", "5", ".html")),
        ("101001/5", Link("101001", "5", "")),
        ("../101001/a.b-c_d.aspx", Link("101001", "a.b-c_d", ".aspx")),
        ("../101001/default.aspx", None),
        ("../101001/Index.html", None),
        ("5.aspx", None),
        ("", None),
        ("#", None),
        ("javascript:void(0)", None),
        ("../../..", None),
        ("../101001/", None),
    ],
)
def test_articles(href: str, expected: Link | None) -> None:
    assert article(href) == expected


@pytest.mark.parametrize(
    ("href", "expected"),
    [("../101001/default.aspx", "101001"), ("../default.aspx", ""), ("../101001/5.aspx", "")],
)
def test_sections(href: str, expected: str) -> None:
    assert section(href) == expected
