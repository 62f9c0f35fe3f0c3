"""What a feed looks like, byte for byte, in files that a person can read.

After a change that is meant, write them anew, look at the difference, and
commit it with the change::

    python -m tests.unit.feeds.test_golden
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from syndicate.feeds.document import FeedDocument
from syndicate.feeds.formats import FORMATS, Format
from tests.unit.feeds.newsroom import LANTERNS, MASTHEAD, document

GOLDEN = Path(__file__).parents[2] / "golden" / "feeds"


HUBS = ("https://hub.example/", "https://push.tidewire.example/hub?site=7&v=2")


def pushed() -> FeedDocument:
    """A feed of one article that names two hubs."""
    return document(LANTERNS, masthead=replace(MASTHEAD, hubs=HUBS))


@pytest.mark.parametrize("made", FORMATS.values(), ids=FORMATS)
def test_the_newsroom_s_feed_is_the_golden_one(made: Format):
    assert made.render(document()).decode() == (GOLDEN / made.file_name).read_text("utf-8")


@pytest.mark.parametrize("made", FORMATS.values(), ids=FORMATS)
def test_a_feed_with_hubs_is_the_golden_one(made: Format):
    assert made.render(pushed()).decode() == (GOLDEN / "hubs" / made.file_name).read_text("utf-8")


if __name__ == "__main__":
    (GOLDEN / "hubs").mkdir(exist_ok=True)
    for made in FORMATS.values():
        (GOLDEN / made.file_name).write_bytes(made.render(document()))
        (GOLDEN / "hubs" / made.file_name).write_bytes(made.render(pushed()))
