"""Cutting and wrapping by width."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndicate.digests.wording import first_sentence, shorten, width, wrap

TEXT = st.text(
    st.sampled_from("abc déf. ,!港湾一周。，（“”）\u3000😀e\u0301-") | st.characters(codec="utf-8")
)


@pytest.mark.parametrize(
    ("text", "columns"), [("abc", 3), ("港湾", 4), ("e\u0301", 1), ("", 0), ("，", 2), ("a港", 3)]
)
def test_width(text, columns):
    assert width(text) == columns


@pytest.mark.parametrize(
    ("text", "columns", "expected"),
    [
        ("Short enough.", 20, "Short enough."),
        ("Two  spaces\nand a line.", 40, "Two spaces and a line."),
        ("One sentence here. Another that is cut.", 30, "One sentence here."),
        ("A long first sentence without any end to it", 20, "A long first…"),
        ("Cut, at the comma", 6, "Cut…"),
        ("两百把小提琴正在外借。手风琴的名单已经关闭。", 30, "两百把小提琴正在外借。"),
        ("两百把小提琴正在外借", 11, "两百把小提…"),
        ("Unbreakablewordwithoutend", 10, "Unbreakab…"),
        ("港湾harbour", 8, "港湾…"),
        ("The river came through the gap, as invited", 36, "The river came through the gap…"),
        ("First, then a long way without a pause", 32, "First, then a long way without…"),
        ("大潮漫过东滩，二十六格盐田冲毁了", 17, "大潮漫过东滩…"),
    ],
)
def test_shorten(text, columns, expected):
    assert shorten(text, columns) == expected


@given(TEXT, st.integers(4, 60))
def test_a_shortened_text_fits(text, columns):
    assert width(shorten(text, columns)) <= columns


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained all day on the quay. Then it stopped.", "It rained all day on the quay."),
        ("“Why not at once?” asked nobody. So it went.", "“Why not at once?” asked nobody."),
        ("No. 5 is closed for good this year. Why?", "No. 5 is closed for good this year."),
        ("志愿者用四个冬天亲手修复了水轮。闸门打开。", "志愿者用四个冬天亲手修复了水轮。"),
        ("no end", "no end"),
        ("", ""),
    ],
)
def test_first_sentence(text, expected):
    assert first_sentence(text, 200) == expected


def test_wrapped_lines_hang_under_the_first():
    assert wrap("one two three four", 12, first=" 1. ") == " 1. one two\n    three\n    four"


def test_paragraphs_are_kept():
    assert wrap("one\ntwo", 20, rest="> ", first="> ") == "> one\n> two"


def test_an_address_is_never_broken():
    address = "https://www.example.org/" + "a" * 80
    assert address in wrap(f"See {address} for more", 40).splitlines()


def test_chinese_breaks_anywhere_but_before_punctuation():
    assert wrap("水面平静，岸上热闹。", 10) == "水面平静，\n岸上热闹。"
    assert wrap("水面平静，岸上热闹。", 8) == "水面平\n静，岸上\n热闹。"
    assert wrap("水面（平静）", 6) == "水面\n（平\n静）"


@given(TEXT, st.integers(8, 80))
def test_wrapping_loses_no_letter(text, columns):
    assert "".join(wrap(text, columns).split()) == "".join(text.split())


@given(st.text(st.sampled_from("ab 港湾，。")), st.integers(20, 80))
def test_wrapped_lines_fit_unless_a_word_is_wider(text, columns):
    longest = max((width(word) for word in text.split()), default=0)
    for line in wrap(text, columns).splitlines():
        assert width(line) <= max(columns, longest)
