"""HTML in feeds read tag by tag, as strictly as the most careless reader needs it.

No parser stands between: what a parser would mend silently is what is looked
for here. Anything that is not plainly text, a tag, a comment or a reference is
told, so that nothing can hide in what was not understood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Final, Literal

from syndicate.feeds.check.finding import shown

Kind = Literal["active", "dropped", "relative", "nesting", "alt"]
"""``active`` runs or submits, ``dropped`` is what readers strip."""


@dataclass(frozen=True, slots=True)
class Fault:
    kind: Kind
    what: str


def _names(names: str) -> frozenset[str]:
    return frozenset(names.split())


_ACTIVE: Final = _names(
    "applet base button embed form frame frameset input isindex object param portal script select"
    " textarea keygen"
)
_DROPPED: Final = _names(
    "canvas dialog iframe link marquee math meta noscript style svg template title head html body"
)
_RAW: Final = _names(
    "script style textarea title xmp iframe noembed noframes noscript plaintext template svg math"
)
_VOID: Final = _names(
    "area base br col embed hr img input link meta param source track wbr basefont frame keygen"
)
_BLOCKS: Final = _names(
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre section table ul"
)
_PHRASES: Final = _names(
    "abbr b bdi bdo cite code dfn em font i kbd mark q s samp small span strong sub sup u var time"
    " tt strike big"
)
_HEADINGS: Final = _names("h1 h2 h3 h4 h5 h6")
_OPTIONAL_END: Final = _names("p li dt dd tr td th thead tbody tfoot caption colgroup option rp rt")
_CLOSES: Final = {
    "li": _names("li p"),
    "dt": _names("dt dd p"),
    "dd": _names("dt dd p"),
    "tr": _names("tr td th p"),
    "td": _names("td th p"),
    "th": _names("td th p"),
    "tbody": _names("thead tbody tr td th caption colgroup p"),
    "tfoot": _names("thead tbody tr td th caption colgroup p"),
    "thead": _names("caption colgroup p"),
    **dict.fromkeys(_BLOCKS, frozenset({"p"})),
}
_PARENTS: Final = {
    "li": _names("ul ol menu dir"),
    "dt": _names("dl div"),
    "dd": _names("dl div"),
    "tr": _names("table thead tbody tfoot"),
    "td": _names("tr"),
    "th": _names("tr"),
    "thead": _names("table"),
    "tbody": _names("table"),
    "tfoot": _names("table"),
    "caption": _names("table"),
    "figcaption": _names("figure"),
}
_URLS: Final = _names(
    "href src srcset poster action formaction background cite longdesc data xlink:href usemap"
)
# Possessive all through: no text makes it try the same characters again and again.
_PIECE: Final = re.compile(
    r"<!--"
    r"|<(?P<end>/)?(?P<name>[A-Za-z][A-Za-z0-9:-]*+)"
    r"(?P<attributes>(?:[\s/]++[^\s\"'<>/=]++"
    r"(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s\"'<>=`]++))?+)*+)"
    r"\s*+(?P<closed>/?)>"
    r"|<(?=[A-Za-z/!?])"
)
_DEEPEST: Final = 256
_ATTRIBUTE: Final = re.compile(
    r"([^\s\"'<>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>=`]+)))?"
)
_FINE: Final = ("https://", "http://", "mailto:", "tel:")
_SCHEME: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_CONTROLS: Final = re.compile(r"[\x00-\x20\x7f]+")
_CANDIDATE: Final = re.compile(r"[\s,]*(\S+)(?:\s+[^,]*)?")


def faults(html: str) -> Iterator[Fault]:
    """Everything wrong with a piece of HTML; of faults in nesting the first alone."""
    open_elements: list[str] = []
    nesting = ""
    place = 0
    while (found := _PIECE.search(html, place)) is not None:
        place = found.end()
        name = (found["name"] or "").lower().rpartition(":")[2]
        if not name:
            end = html.find("-->", place) if found[0] == "<!--" else -1
            if end >= 0:
                place = end + 3
            else:
                nesting = nesting or f"{shown(html[found.start() : place + 20])} is no whole tag"
                if found[0] == "<!--":
                    break  # a browser takes the rest for the comment
            continue
        if found["end"]:
            nesting = nesting or _close(open_elements, name)
            continue
        if name in _ACTIVE:
            yield Fault("active", f"<{name}>")
        elif name in _DROPPED:
            yield Fault("dropped", f"<{name}>")
        if found["attributes"].strip(" /\n") or name == "img":
            yield from _attributes(name, found["attributes"])
        if name in _RAW and not found["closed"]:
            # No markup is read in there; the element itself was told.
            raw_end = re.compile(rf"</{re.escape(name)}\b[^<>]*>", re.IGNORECASE).search(
                html, place
            )
            place = raw_end.end() if raw_end else len(html)
            continue
        nesting = nesting or _nest(open_elements, name)
        if name not in _VOID and not found["closed"]:
            open_elements.append(name)
    left = [name for name in open_elements if name not in _OPTIONAL_END]
    nesting = nesting or (f"<{left[-1]}> is not closed" if left else "")
    if nesting:
        yield Fault("nesting", nesting)


def _nest(open_elements: list[str], name: str) -> str:
    """Begin an element: closes what it closes by itself, and says what is wrong, if anything."""
    if len(open_elements) >= _DEEPEST:
        return f"<{name}> stands in {_DEEPEST} others"
    closing = _CLOSES.get(name)
    while closing and open_elements and open_elements[-1] in closing:
        open_elements.pop()
    if name == "a" and "a" in open_elements:
        return "<a> stands in <a>"
    parent = open_elements[-1] if open_elements else ""
    if name in _PARENTS and parent not in _PARENTS[name]:
        return f"<{name}> stands in {f'<{parent}>' if parent else 'nothing that takes it'}"
    if name in _BLOCKS and (parent in _PHRASES or parent in _HEADINGS):
        return f"<{name}> stands in <{parent}>"
    return ""


def _close(open_elements: list[str], name: str) -> str:
    if name in _VOID:
        return "" if name == "br" else f"</{name}> closes what has no end"
    if name not in open_elements:
        return f"</{name}> closes nothing"
    while (last := open_elements.pop()) != name:
        if last not in _OPTIONAL_END:
            return f"</{name}> stands before </{last}>"
    return ""


def _attributes(name: str, attributes: str) -> Iterator[Fault]:
    alt = False
    for found in _ATTRIBUTE.finditer(attributes):
        key = found[1].lower()
        alt = alt or key == "alt"
        if key.startswith("on"):
            yield Fault("active", f"{key} on <{name}>")
        elif key == "srcdoc":
            yield Fault("active", f"srcdoc on <{name}>")
        elif key == "style" or key.startswith("data-"):
            yield Fault("dropped", f"{key} on <{name}>")
        elif key in _URLS:
            value = found[2] or found[3] or found[4] or ""
            if "&" in value:
                value = unescape(value)
            for address in _candidates(value) if key == "srcset" else (value,):
                yield from _address(address, f"{key} of <{name}>")
    if name == "img" and not alt:
        yield Fault("alt", "<img> without alt")


def _candidates(srcset: str) -> Iterator[str]:
    return (found[1].rstrip(",") for found in _CANDIDATE.finditer(srcset))


def _address(address: str, where: str) -> Iterator[Fault]:
    if address.startswith(_FINE):
        return
    bare = _CONTROLS.sub("", address).lower()
    scheme = _SCHEME.match(bare)
    if scheme is None:
        yield Fault("relative", f"{where}: {shown(address)}")
    elif scheme[1] in ("javascript", "vbscript", "livescript"):
        yield Fault("active", f"{where}: {shown(address)}")
    elif scheme[1] in ("data", "blob", "file", "cid", "about", "filesystem"):
        yield Fault("dropped", f"{where}: {shown(address)}")
