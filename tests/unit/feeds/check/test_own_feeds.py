"""What we publish holds the rules, whatever the articles say."""

from __future__ import annotations

from pathlib import Path

import feedparser
import pytest
from hypothesis import given

from syndicate.feeds.check.document import check_document
from syndicate.feeds.check.finding import Severity
from syndicate.feeds.document import FeedDocument
from syndicate.feeds.formats import FORMATS
from tests.unit.feeds.test_golden import GOLDEN
from tests.unit.feeds.test_properties import documents

FEEDS = sorted(path for path in GOLDEN.rglob("*.*") if not path.name.startswith("sitemap"))

EXPLAINED = {
    "3.2": "a headline may be about &amp;",
    "3.3": "a headline may be about <b>",
    "13.13": "a summary may be about <b>, and is shown as text",
    "4.8": "an article is dated as its source dates it",
    "5.2": "a source may say that an article was published after its last change",
    "5.3": "a source may say that an article was published after its last change",
    "7.3": "an article whose source gives no address has no page",
    "11.8": "a picture of another host is not fetched to be measured",
}
"""The warnings that our feeds may get, and why they are right to."""


@pytest.mark.parametrize("path", FEEDS, ids=lambda path: path.name)
def test_golden_feeds_have_no_errors_and_only_explained_warnings(path: Path):
    found = check_document(path.read_bytes())
    assert [finding for finding in found if finding.severity is Severity.ERROR] == []
    assert {finding.rule for finding in found} <= EXPLAINED.keys()


@pytest.mark.parametrize("made", FORMATS.values(), ids=FORMATS)
@given(feed=documents())
def test_no_article_makes_a_feed_break_a_rule(made, feed: FeedDocument):
    found = check_document(
        made.render(feed),
        address=feed.address(made.file_name),
        content_type=made.content_type,
    )
    assert [finding for finding in found if finding.severity is Severity.ERROR] == []
    assert {finding.rule for finding in found} <= EXPLAINED.keys()


@pytest.mark.parametrize("name", ["rss", "atom"])
@given(feed=documents())
def test_feedparser_agrees(name: str, feed: FeedDocument):
    data = FORMATS[name].render(feed)
    assert not any(finding.rule.startswith("0.") for finding in check_document(data))
    assert not feedparser.parse(data).bozo
