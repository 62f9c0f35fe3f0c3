"""Which HTML elements mean something in an article, and what becomes of the others.

An element that is in no set here is a wrapper of running text: it goes, its
content stays.
"""

from __future__ import annotations


def _names(names: str) -> frozenset[str]:
    return frozenset(names.split())


DROPPED = _names(
    "applet area audio base basefont button canvas col colgroup datalist frame frameset head iframe"
    " input isindex link meta meter noembed noframes object optgroup option param progress script"
    " select style svg template textarea title video"
)
"""Go with all they hold.

Not among them: elements that HTML knows as empty and libxml2 does not (embed,
source, track …). It takes what follows one for its content.
"""

WRAPPERS = _names(
    "address article aside body center details dialog dir div fieldset footer form header hgroup"
    " html legend main menu nav noscript p search section summary"
)
"""Set paragraphs apart."""

BLOCKS = _names(
    "blockquote ul ol li dl dt dd figure figcaption table caption thead tbody tfoot tr td th"
)
"""Stay, where they may stand."""

PREFORMATTED = _names("pre xmp plaintext listing")

HEADINGS = {f"h{level}": level for level in range(1, 7)}

_KEPT_EMPHASIS = _names("strong em sub sup code kbd samp var cite q mark small s del ins dfn abbr")
EMPHASIS = {name: name for name in sorted(_KEPT_EMPHASIS)} | {
    "b": "strong",
    "i": "em",
    "strike": "s",
    "tt": "code",
}
"""Elements of running text, and the one that each becomes."""

OUTPUT = frozenset(BLOCKS | _KEPT_EMPHASIS | _names("p br hr pre a img h2 h3 h4 h5 h6"))
"""Every element that a clean body may hold."""
