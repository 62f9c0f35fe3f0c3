"""Texts laid out with slots: whatever goes in comes out, and lines stay within their rules."""

import quopri
from base64 import b64decode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndicate.mail.dkim import relaxed_body
from syndicate.mail.splice import Base64, Cut, QuotedPrintable, cut, lay_out, quoted

TEXT = st.text(st.characters(exclude_categories=("Cs",)) | st.sampled_from(" \n.=\tF盐"))
LINES = TEXT.map(lambda text: text.replace("\r", "").replace("\n", "\r\n"))
PIECES = st.lists(LINES, min_size=1, max_size=6)


def filled(layout, values):
    into = []
    layout.fill(values, into)
    return b"".join(into)


def laid_out(kind, literals, values):
    """The encoded text of literals with a slot between each two."""
    slots = tuple(str(place) for place in range(len(literals) - 1))
    given = Cut(tuple(literal.encode() for literal in literals), slots)
    return filled(kind(given), {slot: values[int(slot)].encode() for slot in slots})


def whole(literals, values):
    pieces = [literals[0]]
    for value, literal in zip(values, literals[1:], strict=False):
        pieces += (value, literal)
    return "".join(pieces).encode()


@given(literals=PIECES, values=st.lists(LINES, min_size=6, max_size=6))
def test_quoted_printable_says_what_went_in(literals, values):
    encoded = laid_out(QuotedPrintable, literals, values)
    assert quopri.decodestring(encoded) == whole(literals, values)


@given(literals=PIECES, values=st.lists(LINES, min_size=6, max_size=6))
def test_base64_says_what_went_in(literals, values):
    encoded = laid_out(Base64, literals, values)
    assert b64decode(encoded, validate=False) == whole(literals, values)
    assert b"=" not in encoded.rstrip(b"=\r\n"), "padding stands at the end only"


@pytest.mark.parametrize("kind", [QuotedPrintable, Base64])
@given(literals=PIECES, values=st.lists(LINES, min_size=6, max_size=6))
def test_lines_are_short_plain_and_canonical_as_they_are(kind, literals, values):
    encoded = laid_out(kind, literals, values)
    lines = encoded.split(b"\r\n")
    assert max(map(len, lines)) <= 76
    assert not any(line.startswith((b".", b"From ")) for line in lines)
    assert all(byte in b"\r\n" or 0x20 <= byte < 0x7F for byte in encoded)
    # A boundary follows in a mail, so that no empty line is the last.
    body = encoded + b"\r\n--end\r\n"
    assert relaxed_body(body) == body


@given(st.text(st.characters(codec="ascii", exclude_characters="\r\n"), max_size=400))
def test_quoted_printable_never_cuts_an_escape(text):
    for line in quoted(text.encode()).split(b"=\r\n"):
        quopri.decodestring(line)
        assert b"=" not in line[-2:] or line[-3:-2] == b"="


def test_the_literals_stay_as_they_are_whatever_is_put_in():
    laid = lay_out(cut("Before\nNAME\nand after, where much more follows.", {"n": "NAME"}))
    short, long = filled(laid, {"n": b"A"}), filled(laid, {"n": "盐".encode() * 40})
    assert short.startswith(b"Before\r\n")
    assert long.startswith(b"Before\r\n")
    assert short.endswith(b"\r\nand after, where much more follows.")
    assert long.endswith(b"\r\nand after, where much more follows.")


@pytest.mark.parametrize(
    ("text", "encoding"), [("Mostly letters, café.", "quoted-printable"), ("盐港一周", "base64")]
)
def test_the_shorter_encoding_is_taken(text, encoding):
    assert lay_out(cut(text, {})).encoding == encoding


def test_a_text_is_cut_at_its_marks():
    found = cut("a @@X@@ b @@Y@@\nc @@X@@", {"x": "@@X@@", "y": "@@Y@@"})
    assert found == Cut((b"a ", b" b ", b"\r\nc ", b""), ("x", "y", "x"))


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_line_ends_become_those_of_mail(end):
    assert cut(f"a{end}b", {}).literals == (b"a\r\nb",)
