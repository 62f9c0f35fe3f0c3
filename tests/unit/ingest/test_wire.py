"""Pages between processes: the same on both ends."""

from __future__ import annotations

import pickle
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from syndicate.ingest.wire import pack, unpack
from syndicate.model.article import Attachment, Attribution, Content, Image, Page, Person, Sighting

_texts = st.text(max_size=8)
_counts = st.none() | st.integers(0, 2**40)
_times = st.integers(-2_000_000_000, 7_000_000_000).map(
    lambda second: datetime.fromtimestamp(second, UTC)
)
_contents = st.builds(
    Content,
    headline=_texts,
    published=_times,
    updated=_times,
    body=_texts,
    address=_texts,
    people=st.lists(st.builds(Person, _texts), max_size=2).map(tuple),
    attribution=st.none() | st.builds(Attribution, _texts, _texts),
    images=st.lists(st.builds(Image, _texts, _texts, width=_counts), max_size=2).map(tuple),
    attachments=st.lists(st.builds(Attachment, _texts, length=_counts), max_size=2).map(tuple),
    tags=st.lists(_texts, max_size=2).map(tuple),
)
_sightings = st.lists(st.builds(Sighting, _texts, _texts, _texts, _counts), max_size=3).map(tuple)
_pages = st.builds(
    Page,
    key=_texts,
    site=_texts,
    site_name=_texts,
    breadcrumb=st.lists(st.tuples(_texts, _texts), max_size=2).map(tuple),
    content=_contents,
    views=_counts,
    newest=_sightings,
    hot=_sightings,
    warnings=st.lists(_texts, max_size=2).map(tuple),
)


@given(_pages)
def test_a_page_comes_back_as_it_was(page: Page) -> None:
    assert unpack(pickle.loads(pickle.dumps(pack(page)))) == page
