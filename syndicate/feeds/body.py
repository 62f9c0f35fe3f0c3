"""An entry's full content: the article, and where it comes from, as HTML.

Most readers show nothing of a feed's elements but title, author, date and
content. So the source and the translator are also said at the end of the
content, where nobody can miss them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import escape, unescape
from typing import Final

from syndicate.feeds.wording import Wording, wording
from syndicate.model.article import Attribution

# Bodies are serialised by our own sanitiser: "<" opens a tag and nothing else,
# and attribute values stand in double quotes.
_TAG: Final = re.compile(r'<(?:a|audio|img|source|video)\b[^<>"]*(?:"[^"]*"[^<>"]*)*>')
_ADDRESS: Final = re.compile(r' (src|href|poster|srcset)="([^"]*)"')


def entry_html(
    body: str,
    *,
    language: str,
    addresses: Mapping[str, str],
    subtitle: str = "",
    note: str = "",
    files: Iterable[tuple[str, str]] = (),
    attribution: Attribution | None = None,
    translators: Iterable[str] = (),
) -> str:
    """The content of one entry.

    ``body`` is clean HTML. ``addresses`` says which of its addresses were
    published under which other one. ``files`` are (address, title) pairs.
    """
    words = wording(language)
    text = published(body, addresses)
    parts = [
        f"<p><strong>{_text(subtitle)}</strong></p>" if subtitle else "",
        text,
        f"<p>{_text(note)}</p>" if note else "",
        _files([(url, title) for url, title in files if _quoted(url) not in text], words),
        _origin(attribution, tuple(translators), words),
    ]
    return "\n".join(part for part in parts if part)


def summary_html(
    summary: str,
    *,
    language: str,
    url: str,
    attribution: Attribution | None = None,
    translators: Iterable[str] = (),
) -> str:
    """The content of an entry that holds its summary alone, with a link to the whole."""
    words = wording(language)
    parts = [
        f"<p>{_text(summary)}</p>",
        f"<p>{_link(url, words.whole)}</p>" if url else "",
        _origin(attribution, tuple(translators), words),
    ]
    return "\n".join(part for part in parts if part)


def published(body: str, addresses: Mapping[str, str]) -> str:
    """The body with every address that stands in the mapping replaced."""
    if not any(_quoted(address) in body or "srcset" in body for address in addresses):
        return body

    def replaced(match: re.Match[str]) -> str:
        name, value = match[1], unescape(match[2])
        if name == "srcset":
            value = ", ".join(_candidate(each, addresses) for each in value.split(", "))
        else:
            value = addresses.get(value, value)
        return f" {name}={_quoted(value)}"

    return _TAG.sub(lambda tag: _ADDRESS.sub(replaced, tag[0]), body)


def _candidate(candidate: str, addresses: Mapping[str, str]) -> str:
    address, space, descriptor = candidate.strip().partition(" ")
    return f"{addresses.get(address, address)}{space}{descriptor}"


def _files(files: list[tuple[str, str]], words: Wording) -> str:
    if not files:
        return ""
    listed = "".join(f"<li>{_link(url, title or url)}</li>" for url, title in files)
    return f"<p>{words.attachments}</p>\n<ul>{listed}</ul>"


def _origin(attribution: Attribution | None, translators: tuple[str, ...], words: Wording) -> str:
    sentences = []
    if attribution is not None:
        name = attribution.name
        shown = _link(attribution.url, name) if attribution.url else _text(name)
        sentences.append(words.source.format(shown))
    if translators:
        sentences.append(words.translators.format(_text(words.between.join(translators))))
    return f"<p>{words.gap.join(sentences)}</p>" if sentences else ""


def _link(url: str, text: str) -> str:
    return f"<a href={_quoted(url)}>{_text(text)}</a>"


def _quoted(value: str) -> str:
    return '"' + escape(value, quote=False).replace('"', "&quot;") + '"'


def _text(text: str) -> str:
    return escape(text, quote=False)
