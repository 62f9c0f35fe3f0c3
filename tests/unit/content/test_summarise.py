"""A summary is whole sentences, else whole words; and fits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndicate.content.summarise import (
    EAST_ASIAN_LIMIT,
    LATIN_LIMIT,
    first_sentence,
    limit_of,
    shorten,
    summarise,
)


def test_as_many_sentences_as_fit() -> None:
    text = ["The ferry runs again. It leaves at nine.", "Nobody knows why it stopped."]
    assert summarise(text, limit=45) == "The ferry runs again. It leaves at nine."
    assert summarise(text) == " ".join(text)


def test_a_sentence_too_long_is_cut_after_a_word() -> None:
    assert summarise(["The harbour master would not say when"], limit=20) == "The harbour master…"


@pytest.mark.parametrize(
    "start",
    [
        "Dr. Bly met Mr. Chu at St. Agnes.",
        "It grew by 3.5 percent.",
        "The U.S. Navy left.",
        "J. R. Marsh spoke, e.g. on tides.",
        "See Fig. 2 and No. 7, p. 3.",
        "The firm, Gull Co. of Oban, agreed.",
        '"Is it true?" she asked.'.replace("?", ","),
        "It ended at 5 p.m. on Friday.",
        "She said “no.”",
        "Really?!",
        "他说:“潮水退了。”",
        "真的吗?!",
    ],
)
def test_where_a_first_sentence_ends(start: str) -> None:
    following = " The rest follows." if start.isascii() or start[0] == "S" else "后面还有一句。"
    assert first_sentence(start + following) == start


def test_an_abbreviation_may_end_a_sentence() -> None:
    assert first_sentence("It opens at 5 p.m. The quay is free.") == "It opens at 5 p.m."


def test_chinese_sentences_need_no_blanks() -> None:
    text = ["潮水退了。渔船回港。", "市场九点开门。"]
    assert summarise(text) == "潮水退了。渔船回港。市场九点开门。"
    assert summarise(text, limit=12) == "潮水退了。渔船回港。"


def test_a_chinese_sentence_too_long_is_cut_at_a_pause() -> None:
    assert (
        summarise(["潮水退了以后,渔船纷纷回港,市场也开门了"], limit=16)
        == "潮水退了以后,渔船纷纷回港…"
    )


def test_the_limit_follows_the_script() -> None:
    assert limit_of("The ferry runs again.") == LATIN_LIMIT
    assert limit_of("渡轮恢复了运行。") == EAST_ASIAN_LIMIT


def test_nothing_gives_nothing() -> None:
    assert summarise([]) == ""
    assert first_sentence("  ") == ""


def test_a_line_break_becomes_a_blank() -> None:
    assert summarise(["One\ntwo."]) == "One two."


@given(
    st.lists(st.text(max_size=80).map(lambda t: " ".join(t.split())), max_size=6),
    st.integers(1, 90),
)
def test_a_summary_is_a_beginning_and_fits(paragraphs: list[str], limit: int) -> None:
    found = summarise(paragraphs, limit=limit)
    assert len(found) <= limit
    assert "".join(paragraphs).replace(" ", "").startswith(found.replace(" ", "").rstrip("…"))


@given(st.text(max_size=100), st.integers(1, 60))
def test_shortened_text_fits(text: str, limit: int) -> None:
    assert len(shorten(text, limit)) <= limit
