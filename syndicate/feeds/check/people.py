"""Who wrote it: names and addresses each in their element; and the order of the texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from syndicate.feeds.check.finding import ERROR, WARNING, Finding, Rule, shown
from syndicate.feeds.check.reading import RssFeed
from syndicate.feeds.check.xmltree import CONTENT, DC, text_of

NO_MAIL_ADDRESS: Final = Rule(
    "9.1",
    ERROR,
    "RSS 2.0, author, managingEditor and webMaster",
    "RSS names people by an e-mail address.",
    "write editor@news.example (Name), or the name alone into dc:creator",
)
NAMED_TWICE: Final = Rule(
    "9.2",
    WARNING,
    "RSS Best Practices Profile, author and dc:creator",
    "An item has author or dc:creator, not both.",
    "keep dc:creator",
)
ORDER: Final = Rule(
    "9.3",
    WARNING,
    "RSS Best Practices Profile, content:encoded",
    "description stands before content:encoded: some readers take the last of them.",
    "move the description up",
)
RULES: Final = (NO_MAIL_ADDRESS, NAMED_TWICE, ORDER)

_MAIL: Final = re.compile(r"(mailto:)?[^\s@<>()]+@[^\s@<>()]+(\s+\(.*\))?", re.DOTALL)


def check_rss(feed: RssFeed) -> Iterator[Finding]:
    named = [feed.channel.findall(name) for name in ("managingEditor", "webMaster")]
    named += [item.findall("author") for item in feed.items]
    for element in (each for found in named for each in found):
        if not _MAIL.fullmatch(text_of(element).strip()):
            problem = f"{shown(text_of(element))} has no e-mail address"
            yield NO_MAIL_ADDRESS.at(feed.tree.at(element), problem)
    for item in feed.items:
        author = item.find("author")
        if author is not None and item.find(f"{{{DC}}}creator") is not None:
            yield NAMED_TWICE.at(feed.tree.at(author), "stands beside dc:creator")
        said, full = item.find("description"), item.find(f"{{{CONTENT}}}encoded")
        if said is not None and full is not None and item.index(said) > item.index(full):
            yield ORDER.at(feed.tree.at(said), "stands after content:encoded")
