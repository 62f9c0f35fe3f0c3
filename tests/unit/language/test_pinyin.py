"""Chinese in Latin letters, as ``pypinyin`` has it."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypinyin import lazy_pinyin
from pypinyin.constants import PHRASES_DICT, PINYIN_DICT, RE_HANS

from syndicate.language import pinyin as module
from syndicate.language.pinyin import pinyin

PHRASES = sorted(PHRASES_DICT)
CHARACTERS = [chr(code) for code in PINYIN_DICT]
#: Chinese, but nobody wrote down how it is said: most of the rare ones.
UNSAID = [chr(c) for c in range(0x3400, 0x323B0) if c not in PINYIN_DICT and RE_HANS.match(chr(c))]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("长城长大", "chang cheng zhang da"),
        ("重阳重要", "chong yang zhong yao"),
        ("旅行", "lv xing"),
        ("盐港 Salt 一周", "yan gang  Salt  yi zhou"),
        ("Ferry 7", "Ferry 7"),
        ("盐港\U00029d5da\U00029d5d\U00029d5d7", "yan gang \U00029d5d a \U00029d5d \U00029d5d 7"),
        ("", ""),
    ],
)
def test_a_syllable_stands_for_each_character(text: str, said: str) -> None:
    assert pinyin(text) == said


def test_every_phrase_and_character_that_it_knows_is_known() -> None:
    known = (*PHRASES, *CHARACTERS)
    assert [each for each in known if pinyin(each) != " ".join(lazy_pinyin(each))] == []


@given(
    st.lists(
        st.sampled_from(PHRASES)
        | st.tuples(st.sampled_from(PHRASES), st.integers(1, 3)).map(lambda cut: cut[0][: cut[1]])
        | st.sampled_from(CHARACTERS)
        | st.sampled_from(UNSAID)
        | st.sampled_from(["a ", "1", "，", "é"]),
        max_size=8,
    ).map("".join)
)
def test_any_text_is_cut_into_the_same_phrases(text: str) -> None:
    assert pinyin(text) == " ".join(lazy_pinyin(text))


def test_what_is_chinese_is_so_for_both() -> None:
    other = [
        chr(code)
        for code in range(0x110000)
        if bool(module.CHINESE.fullmatch(chr(code))) != bool(RE_HANS.fullmatch(chr(code)))
    ]
    assert other == []


def test_its_own_tables_are_not_loaded() -> None:
    code = (
        "import sys; from syndicate.language.pinyin import pinyin; print(pinyin('盐港')); "
        "assert 'pypinyin' not in sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout == "yan gang\n", done.stderr
