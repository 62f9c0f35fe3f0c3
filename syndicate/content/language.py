"""The language of a text, told by its script. No model, no guessing among Latin languages."""

from __future__ import annotations

import re

_SAMPLE = 4000
_ASCII = bytes(range(128))
_FOREIGN = re.compile("[^\x00-\u036f\u1e00-\u1eff\u2000-\u2bff\ufb00-\ufb06]")
_IDEOGRAPHS = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_KANA = "\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9d"
_HANGUL = "\uac00-\ud7af\u1100-\u11ff\u3130-\u318f"

IDEOGRAPH = re.compile(f"[{_IDEOGRAPHS}{_KANA}{_HANGUL}]")
"""A character that is read as a word of its own, for counting."""
_IDEOGRAPH_RUN = re.compile(f"[{_IDEOGRAPHS}{_KANA}{_HANGUL}]+")

# Script, its language where nothing else is known, and the languages that a
# source may be configured with which are written in it too.
_SCRIPTS: tuple[tuple[re.Pattern[str], str, frozenset[str]], ...] = tuple(
    (re.compile(f"[{letters}]"), language, frozenset(others.split()))
    for letters, language, others in (
        ("\u0400-\u052f", "ru", "be bg kk ky mk mn sr tg tt uk"),
        ("\u0370-\u03ff\u1f00-\u1fff", "el", ""),
        ("\u0590-\u05ff", "he", "yi"),
        ("\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff", "ar", "fa ps sd ug ur"),
        ("\u0900-\u097f", "hi", "mr ne sa"),
        ("\u0e00-\u0e7f", "th", ""),
        ("\u0f00-\u0fff", "bo", "dz"),
    )
)
_NOT_LATIN = frozenset(["zh", "ja", "ko", "yue", "wuu"]).union(
    *({language} | others for _, language, others in _SCRIPTS)
)
_LETTER = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_KANA_LETTER, _HANGUL_LETTER = re.compile(f"[{_KANA}]"), re.compile(f"[{_HANGUL}]")
_IDEOGRAPH_ONLY = re.compile(f"[{_IDEOGRAPHS}]")
_TRADITIONAL = frozenset(
    "國會這們來時個說為對發學經過還後與無開關機車東門問間長業書實點體現頭電話讓給從應該員運動選"
)
_SIMPLIFIED = frozenset(
    "国会这们来时个说为对发学经过还后与无开关机车东门问间长业书实点体现头电话让给从应该员运动选"
)
_TRADITIONAL_ONLY = _TRADITIONAL - _SIMPLIFIED
_SIMPLIFIED_ONLY = _SIMPLIFIED - _TRADITIONAL
_WORD_WEIGHT = 3
"""Letters that say as much as one ideograph."""


def detect(text: str, configured: str = "en") -> str:
    """The BCP 47 tag of ``text``; ``configured`` is what its source is said to be in.

    The configured tag stands wherever the script allows it.
    """
    latin = configured if primary(configured) not in _NOT_LATIN else "en"
    text = text[:_SAMPLE]
    if text.isascii() or _FOREIGN.search(beyond_ascii(text)) is None:
        return latin if _LETTER.search(text) else configured
    ideographs = len(_IDEOGRAPH_ONLY.findall(text))
    kana, hangul = len(_KANA_LETTER.findall(text)), len(_HANGUL_LETTER.findall(text))
    shares = [
        (_WORD_WEIGHT * (ideographs + kana + hangul), "east"),
        *((len(letters.findall(text)), tag) for letters, tag, _ in _SCRIPTS),
    ]
    share, found = max(shares, key=lambda pair: pair[0])
    if share < len(_LETTER.findall(text)) or not share:
        return latin
    if found == "east":
        return _east_asian(text, ideographs, kana, hangul, configured)
    others = next(others for _, tag, others in _SCRIPTS if tag == found)
    return configured if primary(configured) in others | {found} else found


def beyond_ascii(text: str) -> str:
    """The characters of ``text`` that are not ASCII: in Latin scripts few, and soon searched."""
    left = text.encode(errors="surrogatepass").translate(None, _ASCII)
    return left.decode(errors="surrogatepass")


def part_ideographs(text: str) -> tuple[int, str]:
    """How many characters of ``text`` are ideographs, and the rest, set apart by spaces."""
    if text.isascii() or not IDEOGRAPH.search(beyond_ascii(text)):
        return 0, text
    rest, runs = _IDEOGRAPH_RUN.subn(" ", text)
    return len(text) - len(rest) + runs, rest


def primary(tag: str) -> str:
    """The language subtag alone: ``zh`` of ``zh-Hant-TW``."""
    return tag.replace("_", "-").partition("-")[0].lower()


def _east_asian(text: str, ideographs: int, kana: int, hangul: int, configured: str) -> str:
    if hangul > ideographs and hangul > kana:
        found = "ko"
    elif kana * 12 > ideographs:
        found = "ja"
    else:
        found = "zh"
    if found == "zh":
        traditional = sum(map(text.count, _TRADITIONAL_ONLY.intersection(text)))
        simplified = sum(map(text.count, _SIMPLIFIED_ONLY.intersection(text)))
        clear = traditional >= 3 and traditional > 4 * simplified
        if primary(configured) == "zh" and clear == _says_traditional(configured):
            return configured
        return "zh-Hant" if clear else "zh"
    return configured if primary(configured) == found else found


def _says_traditional(tag: str) -> bool:
    parts = tag.replace("_", "-").lower().split("-")
    return "hant" in parts or ("hans" not in parts and bool({"tw", "hk", "mo"} & set(parts)))
