"""Who took or drew a picture, where its caption says so at its end.

Taken only when it can be nothing else: a label that captions use for it, a
name that looks like one, and nothing after it. "Photo: the quay" is a caption.
"""

from __future__ import annotations

import re

_LONGEST = 80
_LONGEST_CAPTION = 1000
_HAN = "\u4e00-\u9fff\u3400-\u4dbf"

#: A label, in any language, that stands before the name.
_LABEL = re.compile(
    r"""
    (?:^|(?<=[.!?…"”’')\]。！？；，）】」])\s*|\s+[|/–—-]\s*|(?P<bare>\s+)|\s*(?P<open>[(（\[【]))\s*
    (?:
        (?(bare)(?-i:(?=[A-Z])))
        (?:(?:photo|image|picture)\s+credits?|photo(?:graph)?s?|pictures?|images?|credits?
            |drawings?|illustrations?|graphics?)
        \s*(?:[:：/／]|(?(bare)(?!)|\s(?:by|courtesy\s+of)\s))
      | (?:[图圖]片?(?:来源|來源|提供|源)|[摄攝]影[师師]?|[绘繪制製][图圖])\s*[:：/／]
      | (?:[图圖]片?|[摄攝])\s*[/／]
    )
    \s*(?P<name>[^()（）\[\]【】]+?)\s*(?P<close>[)）\]】])?\s*$
    """,
    re.IGNORECASE | re.VERBOSE,
)

#: Chinese also puts the label after the name: 某某 摄, 某某供图.
_AFTER = re.compile(
    rf"""
    (?:^|(?<=[。！？；，）」\s])|(?P<open>[(（【]))\s*
    (?P<name>(?:[{_HAN}]{{0,10}}(?:记者|記者)\s*)?[{_HAN}·]{{2,6}}?)
    \s*(?:(?<![拍航统統珍自])[摄攝]|供[图圖])\s*(?P<close>[)）】])?$
    """,
    re.VERBOSE,
)
_SMALL = frozenset(
    {"and", "at", "by", "da", "de", "del", "der", "di", "du", "for", "la", "le", "of", "on"}
    | {"the", "van", "via", "von", "y"}
)
_WORD = re.compile(r"[^\s/／|&,、+]+")
_FOREIGN = re.compile(f"[{_HAN}\u3040-\u30ff\uac00-\ud7af]")
_ELIDED = re.compile("^[dl]['’]")
_STOP = re.compile(r"[。！？；;!?…]|\.\s+(?=\S)")
_INITIALS = re.compile(r"(?:^|[\s.])[^\W\d_]{1,2}$")
_LOOSE = " \t|/–—-,;，；、"


def take(caption: str) -> tuple[str, str]:
    """A caption of one line without its credit, and the credit; empty if there is none."""
    if len(caption) > _LONGEST_CAPTION:
        return caption, ""
    for pattern in (_LABEL, _AFTER):
        found = pattern.search(caption)
        if found is None or bool(found["open"]) != bool(found["close"]):
            continue
        name = _name(found["name"])
        if name:
            return caption[: found.start()].rstrip(_LOOSE), name
    return caption, ""


def _name(given: str) -> str:
    """The name if it looks like one, else empty."""
    name = given.strip().removeprefix("©").strip().removeprefix("the ")
    if name.endswith(".") and not _INITIALS.search(name[:-1]):
        name = name[:-1].rstrip()
    name = name.rstrip("。")
    if not name or len(name) > _LONGEST or "://" in name or any(map(_ends, _STOP.finditer(name))):
        return ""
    words = _WORD.findall(name)
    if _FOREIGN.search(name):
        return name if len(name) <= 30 and "，" not in name else ""
    if len(words) > 8 or not words or words[0] in _SMALL:
        return ""
    return name if all(map(_is_named, words)) else ""


def _ends(stop: re.Match[str]) -> bool:
    """Whether a stop ends a sentence; one after an initial does not."""
    return stop[0][0] != "." or not _INITIALS.search(stop.string[: stop.start()])


def _is_named(word: str) -> bool:
    first = _ELIDED.sub("", word.lstrip("\"'“‘«@©"))[:1]
    return word in _SMALL or first.isupper() or first.isdigit()
