"""What a visitor sends is read within limits, whatever it is."""

import asyncio
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.exceptions import HTTPException
from starlette.requests import Request

from syndicate.web import forms
from syndicate.web.forms import LARGEST, Form, read_body, read_form

URLENCODED = "application/x-www-form-urlencoded"
BOUNDARY = "----saltmarrow"


def request(*chunks: bytes, **headers: str) -> Request:
    """A POST whose body comes in pieces; the pieces that were taken are in ``taken``."""
    waiting = [
        {"type": "http.request", "body": chunk, "more_body": at < len(chunks) - 1}
        for at, chunk in enumerate(chunks or (b"",))
    ]

    async def receive():
        return waiting.pop(0) if waiting else {"type": "http.disconnect"}

    scope = {
        "type": "http",
        "method": "POST",
        "path": "/",
        "query_string": b"",
        "headers": [
            (name.replace("_", "-").lower().encode(), value.encode("latin-1"))
            for name, value in headers.items()
        ],
    }
    made = Request(scope, receive)
    made.state.waiting = waiting
    return made


def form(body: bytes, kind: str = URLENCODED) -> Form:
    return asyncio.run(read_form(request(body, Content_Type=kind)))


def refusal(made: Request, read=read_form) -> int:
    with pytest.raises(HTTPException) as raised:
        asyncio.run(read(made))
    return raised.value.status_code


def part(name: str, value: str, *more: str) -> bytes:
    head = "\r\n".join((f'Content-Disposition: form-data; name="{name}"', *more))
    return f"--{BOUNDARY}\r\n{head}\r\n\r\n{value}\r\n".encode()


def multipart(*parts: bytes) -> bytes:
    return b"".join(parts) + f"--{BOUNDARY}--\r\n".encode()


MULTIPART = f"multipart/form-data; boundary={BOUNDARY}"


def test_fields_come_out_as_they_went_in():
    read = form(b"email=ada%40example.org&section=cms%2F1&section=cms%2F2&empty=")
    assert read.get("email") == "ada@example.org"
    assert read.all("section") == ("cms/1", "cms/2")
    assert "empty" in read
    assert "other" not in read


def test_a_form_in_parts_reads_like_any_other():
    read = form(multipart(part("List-Unsubscribe", "One-Click"), part("é", "盐港")), MULTIPART)
    assert read.get("List-Unsubscribe") == "One-Click"
    assert read.get("é") == "盐港"


def test_a_part_may_say_its_type():
    body = multipart(part("List-Unsubscribe", "One-Click", "Content-Type: text/plain"))
    assert form(body, MULTIPART).get("List-Unsubscribe") == "One-Click"


def test_no_body_is_an_empty_form():
    assert form(b"", "") == Form()


def test_a_body_that_says_it_is_too_large_is_not_read():
    made = request(b"x", Content_Length=str(LARGEST + 1))
    assert refusal(made, read_body) == 413
    assert made.state.waiting


@pytest.mark.parametrize("length", ["99999999999999999999999999", "9" * 5000])
def test_a_length_beyond_all_measure_is_too_large(length):
    assert refusal(request(b"x", Content_Length=length), read_body) == 413


def test_a_body_that_does_not_say_its_length_is_read_no_further_than_the_limit():
    made = request(*[b"x" * 1024] * 100)
    assert refusal(made, read_body) == 413
    assert len(made.state.waiting) == 100 - LARGEST // 1024 - 1


def test_the_largest_body_is_read():
    assert len(asyncio.run(read_body(request(b"x" * LARGEST)))) == LARGEST


def test_a_body_that_breaks_off_is_refused():
    made = request(b"")
    made.state.waiting.clear()
    assert refusal(made, read_body) == 400


def test_a_body_that_does_not_come_is_waited_for_only_so_long(monkeypatch):
    monkeypatch.setattr(forms, "PATIENCE", 0.01)

    async def never():
        await asyncio.Event().wait()

    made = Request(request().scope, never)
    assert refusal(made, read_body) == 408


@pytest.mark.parametrize(
    "kind", ["application/json", "text/plain", "", "multipart/mixed; boundary=x"]
)
def test_what_is_no_form_is_refused(kind):
    assert refusal(request(b"email=a", Content_Type=kind)) == 415


def test_more_fields_than_any_form_of_ours_are_refused():
    assert refusal(request(b"&".join([b"a=1"] * 401), Content_Type=URLENCODED)) == 400
    parts = multipart(*[part("a", "1")] * 401)
    assert refusal(request(parts, Content_Type=MULTIPART)) == 400


BROKEN = {
    "a file": multipart(
        b"--" + BOUNDARY.encode() + b'\r\nContent-Disposition: form-data; name="f"; '
        b'filename="x"\r\n\r\nx\r\n'
    ),
    "no name": multipart(b"--" + BOUNDARY.encode() + b"\r\nContent-Type: text/plain\r\n\r\nx\r\n"),
    "no end": part("a", "1"),
    "another boundary": multipart(part("a", "1")).replace(b"saltmarrow", b"elsewhere"),
    "too many headers": multipart(part("a", "1", *(f"X-{n}: y" for n in range(20)))),
    "a long header": multipart(part("a", "1", "X-Long: " + "y" * 5000)),
}


@pytest.mark.parametrize("name", BROKEN)
def test_parts_that_no_browser_writes_are_refused(name):
    assert refusal(request(BROKEN[name], Content_Type=MULTIPART)) == 400


@pytest.mark.parametrize(
    "kind", ["multipart/form-data", f"multipart/form-data; boundary={'b' * 999}"]
)
def test_parts_without_a_proper_boundary_are_refused(kind):
    assert refusal(request(multipart(part("a", "1")), Content_Type=kind)) == 400


@given(st.lists(st.tuples(st.text(min_size=1), st.text()), max_size=20))
def test_whatever_a_browser_encodes_is_read_back(fields):
    kept = [(name, value) for name, value in fields if _storable(name) and _storable(value)]
    assert form(urlencode(kept).encode()).fields == tuple(kept)


@given(st.binary(max_size=400), st.sampled_from([URLENCODED, MULTIPART]))
def test_any_bytes_are_read_or_refused(body, kind):
    made = request(body, Content_Type=kind)
    if _is_readable(made):
        assert len(form(body, kind).fields) <= len(body)
    else:
        assert refusal(request(body, Content_Type=kind)) == 400


def _is_readable(made: Request) -> bool:
    try:
        asyncio.run(read_form(made))
    except HTTPException:
        return False
    return True


def _storable(text: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in text)
