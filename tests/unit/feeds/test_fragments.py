"""Entries that are kept change no byte of any document."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndicate.feeds import atom, jsonfeed, rss
from syndicate.feeds.document import Deletion, FeedDocument, FeedEntry, Pages
from syndicate.feeds.fragments import Fragments, weight
from tests.unit.feeds.newsroom import FERRY, LANTERNS, ODD, document, entry
from tests.unit.feeds.test_properties import documents

RENDERERS = {"rss": rss.render, "atom": atom.render, "json": jsonfeed.render}


@pytest.mark.parametrize("name", RENDERERS)
@given(
    feeds=st.lists(documents(), min_size=1, max_size=3),
    language=st.sampled_from(["en", "zh"]),
    pages=st.sampled_from([Pages(), Pages(0, 4), Pages(2, 4)]),
    gone=st.booleans(),
)
def test_a_document_of_kept_entries_is_the_same_as_one_made_whole(
    name: str, feeds: list[FeedDocument], language: str, pages: Pages, gone: bool
) -> None:
    render, kept = RENDERERS[name], Fragments()
    for feed in feeds:
        render(feed, kept=kept)
    entries = (*document().entries, *(entry for feed in feeds for entry in feed.entries))
    whole = replace(
        feeds[0],
        entries=entries,
        language=language,
        pages=pages,
        deletions=(Deletion("tag:gone", feeds[0].updated),) if gone else (),
    )
    expected = render(whole, kept=Fragments(largest=0))
    assert render(whole, kept=kept) == expected
    assert render(whole, kept=kept) == expected


def test_an_entry_is_written_once_for_all_documents() -> None:
    kept = Fragments()
    written: list[FeedEntry] = []

    def write(entries: list[FeedEntry]) -> list[bytes]:
        written.extend(entries)
        return [entry.title.encode() for entry in entries]

    lanterns, ferry, odd = document(LANTERNS, FERRY, ODD).entries
    kept.take([lanterns, ferry], lambda _: "x", write)
    found = kept.take([ferry, odd, lanterns], lambda _: "x", write)
    assert found == [ferry.title.encode(), odd.title.encode(), lanterns.title.encode()]
    assert written == [lanterns, ferry, odd]


def test_a_corrected_entry_is_written_anew() -> None:
    kept = Fragments()
    before, after = entry(FERRY), entry(FERRY, body="<p>The ferry is late.</p>")
    feed = replace(document(FERRY), entries=(before,))
    for render in RENDERERS.values():
        render(feed, kept=kept)
        assert b"ferry is late" in render(replace(feed, entries=(after,)), kept=kept)


def test_no_more_is_kept_than_has_room() -> None:
    entries = [replace(entry(FERRY), id=f"tag:{number}") for number in range(9)]
    kept = Fragments(largest=3 * (weight(entries[0]) + 30))
    written: list[int] = []

    def write(missing: list[FeedEntry]) -> list[bytes]:
        written.append(len(missing))
        return [b"x" * 30 for _ in missing]

    kept.take(entries, lambda _: "x", write)
    kept.take(entries[6:], lambda _: "x", write)
    kept.take(entries[:1], lambda _: "x", write)
    assert written == [9, 1]
