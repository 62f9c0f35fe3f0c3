"""Encoded words (RFC 2047)."""

import re
from email.header import decode_header, make_header

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndicate.mail.words import encoded_words, is_plain

WORD = re.compile(r"=\?utf-8\?b\?[A-Za-z0-9+/]*={0,2}\?=")
TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1)


@given(TEXT)
def test_every_word_is_within_75_characters_and_whole(text):
    for word in encoded_words(text).split(" "):
        assert len(word) <= 75
        assert WORD.fullmatch(word)
        str(make_header(decode_header(word)))  # decodes alone: no character is split


@given(TEXT)
def test_words_say_what_was_written(text):
    assert str(make_header(decode_header(encoded_words(text)))) == text


@pytest.mark.parametrize(
    ("text", "plain"), [("The Week", True), ("Café", False), ("=?utf-8?q?x?=", False), ("", True)]
)
def test_what_may_stand_as_it_is(text, plain):
    assert is_plain(text) is plain
