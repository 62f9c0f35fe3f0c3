"""What feedgen gets wrong does not reach our feeds."""

from __future__ import annotations

import ast
import locale
from pathlib import Path

import pytest

import syndicate.feeds
from syndicate.feeds.formats import FORMATS
from tests.unit.feeds import reading
from tests.unit.feeds.newsroom import ARTICLES, document


def test_one_module_alone_knows_feedgen():
    package = Path(syndicate.feeds.__file__).parent
    knowing = [path.name for path in package.rglob("*.py") if "feedgen" in _imports(path)]
    assert knowing == ["generator.py"]


def _imports(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.partition(".")[0])
    return names


@pytest.mark.parametrize("made", FORMATS.values(), ids=FORMATS)
def test_the_locale_of_the_process_is_left_alone(made, monkeypatch: pytest.MonkeyPatch):
    def refused(*_: object) -> str:
        raise AssertionError("the locale belongs to the whole process")

    monkeypatch.setattr(locale, "setlocale", refused)
    assert made.render(document())


@pytest.mark.parametrize("name", ["rss", "atom"])
def test_entries_keep_the_order_of_the_document(name: str):
    feed = document()
    read = reading.parsed(name, feed)
    assert [entry.id for entry in read.entries] == [entry.id for entry in feed.entries]
    assert len(read.entries) == len(ARTICLES)


def test_rss_tells_one_build_time_and_one_time_an_item():
    feed = reading.rss(document())
    assert len(feed.all("//lastBuildDate")) == 1
    assert len(feed.all("//pubDate")) == len(ARTICLES)


def test_atom_content_is_html_and_summaries_are_text():
    feed = reading.atom(document())
    assert {content.get("type") for content in feed.all("//a:content")} == {"html"}
    assert {summary.get("type") for summary in feed.all("//a:summary")} == {"text"}


def test_the_generator_says_no_version():
    feed = reading.atom(document())
    assert feed.one("//a:generator").attrib == {}


def test_an_entry_in_another_language_says_so():
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    atom = reading.atom(document())
    assert [entry.get(lang) for entry in atom.all("//a:entry")] == [None, "zh", None]
    assert reading.rss(document()).texts("//item/dc:language") == ["zh"]
    items = reading.jsonfeed(document())["items"]
    assert [item.get("language") for item in items] == [None, "zh", None]
