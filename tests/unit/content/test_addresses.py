"""Addresses are absolute, of a scheme that may stand, and well formed; or they are gone."""

from __future__ import annotations

import re

import nh3
import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndicate.content.addresses import absolute

BASE = "https://www.example.org/101/7.aspx"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://a.example/x?y=1&z=2", "https://a.example/x?y=1&z=2"),
        ("../102/8.aspx", "https://www.example.org/102/8.aspx"),
        ("/files/a b.pdf", "https://www.example.org/files/a%20b.pdf"),
        ("pic.jpg#part", "https://www.example.org/101/pic.jpg#part"),
        ("//cdn.example.org/p.png", "https://cdn.example.org/p.png"),
        ("..\\pics\\a.jpg", "https://www.example.org/pics/a.jpg"),
        ("  https://a.example/ ", "https://a.example/"),
        ("https://a.example", "https://a.example/"),
        ("HTTPS://A.Example/X", "https://a.example/X"),
        ("/图/一.jpg", "https://www.example.org/%E5%9B%BE/%E4%B8%80.jpg"),
        ("http://例子.example/", "http://xn--fsqu00a.example/"),
        ("http://[2001:db8::1]:8080/x", "http://[2001:db8::1]:8080/x"),
        ("mailto:desk@example.org?subject=Hello", "mailto:desk@example.org?subject=Hello"),
        ("tel:+49 30 123456", "tel:+4930123456"),
    ],
)
def test_addresses_that_may_stand(address: str, expected: str) -> None:
    assert absolute(address, BASE) == expected


@pytest.mark.parametrize(
    "address",
    [
        "",
        "#note1",
        "javascript:alert(1)",
        "JaVa\nScRiPt:alert(1)",
        " \x01javascript:alert(1)",
        "data:image/png;base64,AAAA",
        "vbscript:x",
        "file:///C:/pictures/a.jpg",
        "C:\\pictures\\a.jpg",
        "ftp://a.example/",
        "mailto:nobody",
        "http://",
        "http:///path",
        "http://1.2.3.999/",
        "http://a..b/",
        "http://[bad/",
        "http://a.example:99999/",
        "http://user name@/",
    ],
)
def test_addresses_that_may_not(address: str) -> None:
    assert absolute(address, BASE) == ""


@pytest.mark.parametrize("address", ["x.html", "/x", "", "#a", "?q"])
def test_without_a_base_only_absolute_addresses_are_any(address: str) -> None:
    assert absolute(address, "") == ""


pieces = st.sampled_from(
    re.findall(
        r"\S+|[\t\n]",
        "http https :// : / \\ // ? # . .. @ [ ] % %2 xn-- a b.example 例子 127 0x7f \t \n é 😀"
        " & \" ' < > javascript: data:",
    )
)


@given(st.one_of(st.lists(pieces, max_size=12).map("".join), st.text(max_size=40)))
def test_whatever_comes_out_is_absolute_and_stays_so(address: str) -> None:
    found = absolute(address, BASE)
    if found:
        assert re.match(r"(https?://[^/]|mailto:|tel:)", found)
        assert found.isascii()
        assert not re.search(r"[\s<>\"]", found)
        assert absolute(found, BASE) == found


@given(st.lists(pieces, max_size=8).map("".join))
def test_other_parsers_take_the_address_too(host: str) -> None:
    """What nh3 takes for no address at all is left to the sanitiser's second pass."""
    found = absolute(f"http://{host}/", BASE)
    if found and "xn--" not in found:
        cleaned = nh3.clean(f'<a href="{found.replace("&", "&amp;")}">x</a>')
        assert 'href="' in cleaned
