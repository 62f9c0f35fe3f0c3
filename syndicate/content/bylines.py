"""Who wrote, translated or edited an article, as a byline says it.

Two places say so: the page's own author field (:func:`people`) and short lines
at the very end of a body (:func:`take`), such as "(Translated by …)" or "译者:…".
The second is read strictly, since it takes the line away.
"""

from __future__ import annotations

import re
from functools import lru_cache

from syndicate.content.writer import Paragraph, Writer
from syndicate.model.article import Person, Role

_LONGEST_LINE = 120
_LONGEST_FIELD = 300
_LONGEST_NAME = 100
_ROLES: tuple[tuple[Role, str], ...] = (
    (
        "translator",
        r"(?:compiled\s+and\s+)?translat(?:ed|ion)\s+by\b\s*[::]?|translators?\s*[::]"
        r"|(?:编译|編譯|翻译|翻譯|译者|譯者|译文|譯文)\s*[::/|]|(?<![\w])译\s*[::/]",
    ),
    (
        "editor",
        r"(?:copy-?)?edited\s+by\b\s*[::]?|(?:copy\s+|web\s+|managing\s+)?editors?\s*[::]"
        r"|(?:责任编辑|責任編輯|实习编辑|网络编辑|编辑|編輯|责编|責編|编校|校对|審校|审校)\s*[::/|]",
    ),
    (
        "author",
        r"(?:written\s+)?\bby\b\s*[::]?|(?:authors?|writers?|reporters?)\s*[::]"
        r"|(?:作者|撰文|撰稿|记者|記者|文字)\s*[::/|]|(?<![\w])文\s*[::/]",
    ),
)
_LABEL = re.compile("|".join(f"(?P<{role}>{pattern})" for role, pattern in _ROLES), re.IGNORECASE)
_TRAILING_LABEL = re.compile(
    r"(?P<name>[^\s::]{2,12}(?:\s[^\s::]{2,4}){0,2})\s+(?:编译|編譯|翻译|翻譯|译)"
)
_AROUND = " \t\n\xa0\u3000()()[][]【】〔〕<>《》-—–_*·|/;;,,、.。::"
_SEPARATOR = re.compile(r"\s*(?:[;;、,,/|&\n]|\s-\s)\s*")
_AND = re.compile(r"\s+(?:and|与|和)\s+")
_SUFFIX = re.compile(r"(?:jr|sr|ph\.?\s?d|md|m\.d|esq|i{2,3}|iv)\.?", re.IGNORECASE)
_IDEOGRAPHS = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_IDEOGRAPH = re.compile(f"[{_IDEOGRAPHS}]")
_CHINESE = re.compile(f"[{_IDEOGRAPHS}·・\\s]+")
_CHINESE_NAME = re.compile(
    f"[{_IDEOGRAPHS}]{{2,4}}|[{_IDEOGRAPHS}]{{1,6}}(?:[·・][{_IDEOGRAPHS}]{{1,8}})+"
)
_WORD = r"[^\W\d_](?:[^\W\d_]|['’.-])*"
_LATIN_NAME = re.compile(rf"{_WORD}(?:\s{_WORD}){{0,4}}")
_ADDRESS = re.compile(
    r"(?:(?:mailto|e-?mail|邮箱|邮件|郵箱|电邮|電郵)\s*[:\uff1a]\s*)?"
    r"([A-Za-z0-9.!#$%&'*+=?^_{}~-]+)[@\uff20][A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
    r"(?:[@\uff20][A-Za-z0-9.-]*)*",
    re.IGNORECASE,
)
#: The first of the characters that stand for addresses: no name has any of them.
_FIRST_MARK = 0xF0000
_MARK = re.compile(f"[{chr(_FIRST_MARK)}-{chr(_FIRST_MARK + _LONGEST_FIELD)}]")
_MARK_IN_BRACKETS = re.compile(
    rf"[<(\[\uff1c\uff08\uff3b〈【〔]\s*{_MARK.pattern}\s*[>)\]\uff1e\uff09\uff3d〉】〕]"
)
_PARTICLES = re.compile("al|bin|da|de|del|der|di|du|el|ibn|la|le|of|van|von|y|zu")


@lru_cache(maxsize=2048)
def people(text: str) -> tuple[Person, ...]:
    """The people that a byline field names; an author where it does not say what they did.

    A mail address is no part of a name. Whoever is named by nothing else is called
    by what stands before the @.
    """
    text, users = _without_addresses(text[:_LONGEST_FIELD])
    labels = list(_LABEL.finditer(text))
    found: list[Person] = []
    lead = text[: labels[0].start()] if labels else text
    found.extend(Person(name) for name in _names(lead, users))
    for label, name in _labelled(text, labels, users):
        found.append(Person(name, label))
    return tuple(dict.fromkeys(found))


def read_line(text: str) -> tuple[Person, ...]:
    """The people of a byline that is a line of its own; empty if it is anything else."""
    return _read_line(text.strip(_AROUND)) if len(text) <= _LONGEST_LINE else ()


@lru_cache(maxsize=2048)
def _read_line(text: str) -> tuple[Person, ...]:
    if not text:
        return ()
    text, users = _without_addresses(text)
    labels = [label for label in _LABEL.finditer(text) if label.lastgroup != "author"]
    if not labels:
        named = _TRAILING_LABEL.fullmatch(text)
        names = _names(named["name"], users) if named else []
        return tuple(Person(name, "translator") for name in names if _is_name(name))
    if labels[0].start() != 0:
        return ()
    found = [Person(name, role) for role, name in _labelled(text, labels, users)]
    if not found or not all(_is_name(person.name) for person in found):
        return ()
    return tuple(dict.fromkeys(found))


def take(writer: Writer) -> tuple[Person, ...]:
    """Take the bylines at the end of what ``writer`` wrote away, and return their people.

    Only whole lines of plain paragraphs, and never the last that there is.
    """
    found: tuple[Person, ...] = ()
    while writer.paragraphs:
        last = writer.paragraphs[-1]
        if last.start < 0 or last.end != len(writer.out) - 1 or last.text != writer.lines[-1]:
            break
        line = last.text.rpartition("\n")[2] if last.tail is not None else last.text
        named = read_line(line)
        if not named or (last.tail is None and last.start == 0):
            break
        found = named + found
        _cut(writer, last)
    return tuple(dict.fromkeys(found))


def _cut(writer: Writer, last: Paragraph) -> None:
    writer.lines.pop()
    writer.paragraphs.pop()
    if last.tail is None:
        del writer.out[last.start :]
        if writer.out[-1] == "<hr>":
            writer.out.pop()
        return
    del writer.out[last.tail : last.end]
    text = last.text.rpartition("\n")[0]
    writer.lines.append(text)
    writer.paragraphs.append(Paragraph(last.start, last.tail, text))
    writer.unsettled = True


def _without_addresses(text: str) -> tuple[str, list[str]]:
    """The text with a mark for each mail address, and what stands before the @ of each."""
    users: list[str] = []

    def mark(found: re.Match[str]) -> str:
        users.append(found[1])
        return chr(_FIRST_MARK + len(users) - 1)

    return _ADDRESS.sub(mark, _MARK.sub("", text)), users


def _labelled(text: str, labels: list[re.Match[str]], users: list[str]) -> list[tuple[Role, str]]:
    found: list[tuple[Role, str]] = []
    for index, label in enumerate(labels):
        end = labels[index + 1].start() if index + 1 < len(labels) else len(text)
        role: Role = "author"
        for name, _ in _ROLES:
            if label.lastgroup == name:
                role = name
        found.extend((role, name) for name in _names(text[label.end() : end], users))
    return found


def _names(text: str, users: list[str]) -> list[str]:
    """The names in a text; where it has marks of addresses and nothing else, their ``users``."""
    named = _names_alone(_MARK.sub(" ", _MARK_IN_BRACKETS.sub(" ", text)))
    return named or [users[ord(mark) - _FIRST_MARK] for mark in _MARK.findall(text)]


def _names_alone(text: str) -> list[str]:
    text = " ".join(_bare(text).split())
    parts: list[str] = []
    for piece in _SEPARATOR.split(text):
        piece = _bare(piece).lstrip(".")
        if parts and _SUFFIX.fullmatch(piece):
            parts[-1] += f", {piece}"
        elif piece := _without_stop(piece):
            parts.extend(_split_and(piece))
    return [name for part in parts for name in _split_chinese(part) if len(name) <= _LONGEST_NAME]


def _bare(text: str) -> str:
    """Without what stands around names; a title in a name keeps its marks: 《书》编辑部."""
    bare = text.strip(_AROUND.replace(".", ""))
    if bare.count("》") > bare.count("《") and f"《{bare}" in text:
        bare = f"《{bare}"
    if bare.count("《") > bare.count("》") and f"{bare}》" in text:
        bare = f"{bare}》"
    return bare


def _without_stop(piece: str) -> str:
    """Without the full stop of a sentence; that of an initial or of "Jr." stays."""
    last = piece.rpartition(" ")[2]
    return piece if _SUFFIX.fullmatch(last) or len(last) == 2 else piece.rstrip(".")


def _split_and(piece: str) -> list[str]:
    """Split "Ann Bly and Bo Chu", but not "Science and Technology Daily"."""
    parts = _AND.split(piece)
    lengths = {len(part.split()) > 1 for part in parts}
    if len(lengths) > 1 or " of " in piece or max(len(part.split()) for part in parts) > 4:
        return [piece]
    return parts


def _split_chinese(part: str) -> list[str]:
    """Split names set apart by spaces; a space inside a short name is only for looks."""
    if " " not in part or not _CHINESE.fullmatch(part):
        return [part]
    words = part.split()
    return ["".join(words)] if any(len(word) == 1 for word in words) else words


def _is_name(name: str) -> bool:
    if _IDEOGRAPH.search(name):
        return _CHINESE_NAME.fullmatch(name) is not None
    if len(name) > 60 or not _LATIN_NAME.fullmatch(name.replace(",", "")):
        return False
    return all(word[0].isupper() or _PARTICLES.fullmatch(word) for word in name.split())
