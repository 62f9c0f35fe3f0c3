"""The file that subscribers come in by: a bad line is a bad line, and nothing else is lost."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndicate.audience.roster import Flaw, Roster, Row, bare, guarded
from syndicate.model.errors import SubscriberError


def read(data: bytes | str) -> list[Row | Flaw]:
    return list(Roster(BytesIO(data.encode() if isinstance(data, str) else data), "people.csv"))


def addresses(data: bytes | str) -> list[str]:
    return [row.values["email"] for row in read(data) if isinstance(row, Row)]


def flaws(data: bytes | str) -> list[str]:
    return [str(flaw) for flaw in read(data) if isinstance(flaw, Flaw)]


def test_columns_go_by_the_heading_whatever_their_order():
    (row,) = read("Language, NAME ,email\nzh,Nell Harrow,nell@harbour.example\n")
    assert row == Row(2, {"language": "zh", "name": "Nell Harrow", "email": "nell@harbour.example"})


@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"], ids=["plain", "with a byte order mark"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"], ids=["lf", "crlf"])
def test_files_of_every_system_are_read(start, end):
    assert addresses(start + end.join([b"email", b"a@x.example", b"b@x.example"])) == [
        "a@x.example",
        "b@x.example",
    ]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_what_separates_the_heading_separates_the_lines(separator):
    text = f"email{separator}name\na@x.example{separator}Nell\n"
    assert read(text) == [Row(2, {"email": "a@x.example", "name": "Nell"})]


def test_a_line_may_leave_out_its_last_columns():
    assert read("email,name,language\na@x.example\n") == [Row(2, {"email": "a@x.example"})]


def test_quoted_text_may_have_separators_quotes_and_line_breaks():
    text = 'email,name\na@x.example,"Harrow, Nell ""the\nbay"""\nb@x.example,Ben\n'
    assert read(text) == [
        Row(2, {"email": "a@x.example", "name": 'Harrow, Nell "the\nbay"'}),
        Row(4, {"email": "b@x.example", "name": "Ben"}),
    ]


def test_empty_lines_are_passed_over_and_counted_as_lines():
    assert [row.line for row in read("email,name\n\n,\na@x.example,\n")] == [4]


def test_a_quotation_mark_that_is_not_closed_costs_its_own_line_alone():
    text = 'email,name\na@x.example,"Nell\n' + "".join(
        f'r{number}@x.example,"Reader, {number}"\n' for number in range(50)
    )
    assert flaws(text) == ['line 2: its quotation marks don\'t match; write "" for one']
    assert len(addresses(text)) == 50


def test_a_line_with_too_many_fields_is_told():
    assert flaws("email,name\na@x.example,Harrow, Nell\nb@x.example,Ben\n") == [
        "line 2: 3 fields, and the heading has 2; put text with separators into quotation marks"
    ]


def test_a_line_that_is_not_utf8_costs_itself_alone():
    data = b"email,name\na@x.example,J\xf6rg\nb@x.example,Ben\n"
    assert flaws(data) == ["line 2: not text in UTF-8"]
    assert addresses(data) == ["b@x.example"]


def test_a_line_without_end_is_not_kept_in_memory():
    data = b"email\n" + b"x" * 300_000 + b"\nb@x.example\n"
    assert flaws(data) == ["line 2: longer than 65536 bytes"]
    assert addresses(data) == ["b@x.example"]


def test_columns_that_mean_nothing_are_named():
    assert Roster(BytesIO(b"Email,langauge,Phone\n"), "x").ignored == ("langauge", "Phone")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "people.csv: empty; begin it with a line: email,name,language,sections"),
        (
            b"a@x.example\n",
            "people.csv: line 1: no column is called email; "
            "name the columns in the first line: email,name,language,sections",
        ),
        (b"email,name,email\n", "people.csv: line 1: has email twice; keep one of them"),
        (
            "email\n".encode("utf-16"),
            "people.csv: line 1: not text in UTF-8; save it as CSV in UTF-8",
        ),
    ],
)
def test_a_file_that_can_not_be_read_says_why(data, said):
    with pytest.raises(SubscriberError) as caught:
        read(data)
    assert str(caught.value) == said


@pytest.mark.parametrize("text", ["=cmd|'/C calc'!A0", "+1", "-1", "@sum", "'=x", "'tis"])
def test_no_cell_that_goes_out_is_a_formula_and_all_come_back(text):
    assert guarded(text)[0] == "'"
    assert bare(guarded(text)) == text


@given(st.text())
def test_whatever_goes_out_comes_back(text):
    assert bare(guarded(text)) == text


@given(st.binary(max_size=400))
def test_no_bytes_at_all_stop_the_reader(data):
    for each in read(b"email,name\n" + data):
        assert each.line > 1


_CELL = st.text(st.characters(exclude_categories=["C"]), max_size=20).map(str.strip)


@given(st.lists(st.tuples(_CELL.filter(bool), _CELL), max_size=20))
def test_what_a_spreadsheet_writes_is_read_as_it_was(rows):
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(["email", "name"])
    writer.writerows(rows)
    found = [(row.values["email"], row.values["name"]) for row in read(text.getvalue())]
    assert found == [
        (bare(email), bare(name)) for email, name in rows if f"{email}{name}".strip(" \t,;")
    ]
