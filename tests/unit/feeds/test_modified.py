"""When a feed was last modified (RFC 4287, 4.2.15)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from syndicate.feeds.document import Deletion
from syndicate.feeds.modified import digest, state
from syndicate.store.feed_states import FeedState
from tests.unit.feeds.newsroom import ARTICLES, FERRY, at, builder

ENTRIES = [builder()(article) for article in ARTICLES]
SINCE = date(2026, 1, 1)
READ = at("2026-02-01T12:00:00.5")
NOW = at("2026-02-01T12:10:00")
SINCE_LONG_AGO = at("2025-01-01T00:00:00")


def shown(before, entries=ENTRIES, *, content="full", moments=(None, READ, NOW), deletions=()):
    return state(
        before, entries, since=SINCE, content=content, moments=moments, deletions=deletions
    )


FIRST = shown(None)


def test_a_new_feed_is_as_new_as_its_newest_entry():
    assert FIRST.updated == FERRY.content.updated
    assert shown(None, []).updated == at("2026-01-01T00:00:00")


def test_a_build_moves_nothing():
    assert shown(FIRST, moments=(NOW, NOW + timedelta(days=1))) is FIRST


def test_a_newer_entry_moves_it_to_its_own_time():
    newer = replace(ENTRIES[0], updated=at("2026-01-30T00:00:00"))
    assert shown(FIRST, [newer, *ENTRIES[1:]]).updated == newer.updated


def test_without_a_newer_entry_it_moves_to_the_first_moment_that_is_later():
    assert shown(FIRST, ENTRIES[1:]).updated == at("2026-02-01T12:00:00")
    assert shown(FIRST, ENTRIES[1:], moments=(SINCE_LONG_AGO, None, NOW)).updated == NOW


def test_where_no_moment_is_later_it_moves_all_the_same():
    later = FIRST.updated + timedelta(seconds=1)
    assert shown(FIRST, ENTRIES[1:], moments=(SINCE_LONG_AGO,)).updated == later
    assert shown(FIRST, ENTRIES[1:], moments=()).updated == later


def test_a_feed_that_becomes_empty_does_not_go_by_the_site_s_first_day():
    early = FeedState("other", SINCE_LONG_AGO)
    assert shown(early, [], moments=(READ,)).updated == at("2026-02-01T12:00:00")


def test_of_what_is_not_known_it_is_no_older():
    floor = FeedState(None, NOW)
    assert shown(floor) == FeedState(FIRST.shown, NOW)
    assert shown(FeedState(None, SINCE_LONG_AGO)) == FIRST


def test_what_counts_as_another_content():
    first = ENTRIES[0]
    gone = Deletion("tag:news.example.org,2026-01-01:cms/9", NOW)
    ways = [
        digest(ENTRIES, content="full"),
        digest(ENTRIES, content="summary"),
        digest(ENTRIES[1:], content="full"),
        digest(reversed(ENTRIES), content="full"),
        digest(ENTRIES, content="full", deletions=[gone]),
        digest([replace(first, updated=NOW), *ENTRIES[1:]], content="full"),
        digest([replace(first, sections=("Elsewhere",)), *ENTRIES[1:]], content="full"),
    ]
    assert len(set(ways)) == len(ways)
    # However it is written.
    reworded = replace(first, html="<p>Another program wrote this.</p>")
    assert digest([reworded, *ENTRIES[1:]], content="full") == ways[0]


@given(
    steps=st.lists(
        st.tuples(
            st.lists(st.sampled_from(ENTRIES), unique=True),
            st.datetimes(timezones=st.just(NOW.tzinfo)),
        )
    )
)
def test_it_moves_forward_with_each_change_and_with_no_other(steps):
    before = None
    for entries, moment in steps:
        after = shown(before, entries, moments=(moment,))
        assert after.updated >= max((entry.updated for entry in entries), default=after.updated)
        assert after.updated.microsecond == 0
        if before is not None:
            assert (after.updated > before.updated) == (after.shown != before.shown)
            assert after.updated >= before.updated
        before = after
