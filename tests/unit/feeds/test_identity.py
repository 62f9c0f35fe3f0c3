"""Ids are tag URIs (RFC 4151) that nothing but the article itself decides."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndicate.feeds import identity
from syndicate.model.errors import ConfigurationError

SINCE = date(2026, 1, 1)
HOST = "news.gazette.example"
# RFC 4151, 2.1, and pchar of RFC 3986.
TAG = re.compile(
    r"tag:[A-Za-z0-9.-]+,\d{4}-\d\d-\d\d:([A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*"
)
text = st.text(st.characters(exclude_categories=()))


def test_an_article_s_id_names_its_source_and_its_id_there():
    assert identity.article_id(HOST, SINCE, "cms", "5539") == (
        "tag:news.gazette.example,2026-01-01:cms/5539"
    )


def test_a_feed_s_id_names_its_slug():
    assert (
        identity.feed_id(HOST, SINCE, "ships") == "tag:news.gazette.example,2026-01-01:feed/ships"
    )


def test_the_whole_site_s_feed_has_an_id_that_no_section_can_have():
    assert identity.feed_id(HOST, SINCE, "") == "tag:news.gazette.example,2026-01-01:feed"


@given(text, text)
def test_every_id_is_a_tag_uri(source: str, key: str):
    assert TAG.fullmatch(identity.article_id(HOST, SINCE, source, key))
    assert TAG.fullmatch(identity.publication_id(HOST, SINCE, source))


@given(st.tuples(text, text), st.tuples(text, text))
def test_two_articles_never_share_an_id(one: tuple[str, str], other: tuple[str, str]):
    ids = {identity.article_id(HOST, SINCE, *each) for each in (one, other)}
    assert len(ids) == len({one, other})


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://News.Gazette.example:8443/press/", "news.gazette.example"),
        ("https://bücher.example/", "xn--bcher-kva.example"),
        ("http://127.0.0.1:8000/", "127.0.0.1"),
    ],
)
def test_the_authority_is_the_site_s_host(url: str, host: str):
    assert identity.authority(url) == host


@pytest.mark.parametrize("url", ["", "news", "https:///feeds", "http://[::1]/", "http://[/"])
def test_a_site_without_a_host_name_is_refused(url: str):
    with pytest.raises(ConfigurationError, match=r"\[site\] url: .* names no host"):
        identity.authority(url)


@given(text, text)
def test_an_edition_s_id_is_a_tag_uri_and_outlives_a_change_of_address(name: str, label: str):
    found = identity.edition_id(HOST, SINCE, name, label)
    assert TAG.fullmatch(found)
    assert found.startswith("tag:news.gazette.example,2026-01-01:feed/newsletter/")


@given(text, text, st.sampled_from(["feed", "newsletter", "cms"]))
def test_no_article_and_no_feed_has_the_id_of_an_edition(name: str, label: str, source: str):
    edition = identity.edition_id(HOST, SINCE, name, label)
    assert edition != identity.article_id(HOST, SINCE, source, f"newsletter/{name}/{label}")
    assert edition != identity.feed_id(HOST, SINCE, f"newsletter/{name}/{label}")
