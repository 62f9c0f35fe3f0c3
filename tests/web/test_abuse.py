"""What keeps personal pages and the API from being used against anybody."""

from __future__ import annotations

import http.client
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from syndicate.store.schema import letters as letters_table
from tests.support.audience import NELL, contents, rows, states, token
from tests.support.reception import PROXIED, PUBLIC, URLENCODED, Reception, paths, reception

KEY = "a-key-for-the-tests-of-the-api"
API = f'[web]\napi_key = "{KEY}"\n'
#: Headers of personal pages: told to nobody, kept by nobody.
PRIVATE = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
    "X-Content-Type-Options": "nosniff",
}
AUTHORISED = {"Content-Type": "application/json", "Authorization": f"Bearer {KEY}"}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Reception]:
    with reception(tmp_path, more=API) as opened:
        yield opened


def own(desk: Reception) -> dict[str, str]:
    """The pages of a subscriber, by what they are for."""
    desk.subscribe()
    manage = token(desk.press, "manage")
    (confirm,) = paths(desk.mails[0], "confirm")
    return {
        "confirm": confirm,
        "preferences": f"preferences/{manage}",
        "unsubscribe": f"unsubscribe/{token(desk.press, 'unsubscribe', 'weekly')}",
        "data": f"data/{manage}",
        "erase": f"erase/{manage}",
    }


def takers(desk: Reception) -> list[str]:
    """Every path that takes a POST."""
    pages = own(desk)
    del pages["data"]
    return ["subscribe", "preferences", "api/subscriptions", *pages.values()]


def post(desk: Reception, path: str, body: bytes = b"x=1", **headers: str):
    """A POST as its route wants it, so that nothing but the test's own matter can be at fault."""
    if path.startswith("api/"):
        sent = {name.replace("-", "_"): value for name, value in AUTHORISED.items()}
        return desk.post(path, body, **(sent | headers))
    return desk.post(path, body, **headers)


def test_every_personal_page_is_kept_from_caches_indexes_and_referrers(desk):
    for path in (*own(desk).values(), "erased", "subscribe/sent", "preferences/sent"):
        reply = desk.get(path)
        assert reply.status == 200
        assert {name: reply.headers[name] for name in PRIVATE} == PRIVATE
        assert "Set-Cookie" not in reply.headers
        policy = reply.headers.get("Content-Security-Policy", "default-src 'none'")
        assert policy.startswith("default-src 'none'")


def test_a_page_for_a_link_that_does_not_work_is_private_too(desk):
    reply = desk.get("preferences/nonsense")
    assert {name: reply.headers[name] for name in PRIVATE} == PRIVATE


def test_a_refusal_at_an_address_with_a_token_is_private_too(desk):
    for path in own(desk).values():
        foreign = desk.post(path, b"x=1", Sec_Fetch_Site="cross-site")
        refused = (desk.server.ask(f"/{path}", "PUT"), desk.get(f"{path}/"), foreign)
        assert [reply.status for reply in refused] == [405, 404, 405 if "data/" in path else 403]
        for reply in refused:
            assert {name: reply.headers[name] for name in PRIVATE} == PRIVATE


def test_forms_go_nowhere_but_here(desk):
    for path in ("subscribe", "preferences", *own(desk).values()):
        policy = desk.get(path).headers.get("Content-Security-Policy")
        assert policy is None or "form-action 'self'" in policy


def test_no_get_and_no_head_changes_anything(desk):
    pages = own(desk)
    desk.sign_up("ida@quay.example")
    (mail,) = desk.letters()
    before = contents(desk.press)
    for path in (*pages.values(), *paths(mail), "subscribe", "preferences", "erased"):
        for method in ("GET", "HEAD"):
            assert desk.server.ask(f"/{path}", method).status == 200
    assert contents(desk.press) == before
    assert states(desk.press, "ida@quay.example") == {"weekly": "pending"}


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS"])
def test_other_methods_change_nothing(desk, method):
    pages = own(desk)
    before = contents(desk.press)
    for path in ("subscribe", "api/subscriptions", *pages.values()):
        assert desk.server.ask(f"/{path}", method).status == 405
    assert contents(desk.press) == before


def test_a_post_of_another_site_s_page_is_refused_everywhere(desk):
    found = takers(desk)
    before = contents(desk.press)
    for path in found:
        for headers in (
            {"Sec_Fetch_Site": "cross-site"},
            {"Sec_Fetch_Site": "same-site"},
            {"Origin": "https://elsewhere.example"},
        ):
            assert post(desk, path, **headers).status == 403, path
    assert contents(desk.press) == before


def test_a_veiled_origin_is_refused_where_no_token_vouches_for_it(desk):
    for path in ("subscribe", "preferences", "api/subscriptions"):
        assert post(desk, path, Origin="null").status == 403


def test_our_own_pages_get_through(desk):
    for origin in (PUBLIC.rstrip("/"), desk.server.url.rstrip("/")):
        assert desk.sign_up(f"ida{len(origin)}@quay.example", Origin=origin).status == 303
    assert desk.sign_up("ivo@quay.example", Sec_Fetch_Site="same-origin").status == 303


def test_a_body_that_is_too_large_is_refused_everywhere_before_it_is_read(desk):
    for path in takers(desk):
        connection = http.client.HTTPConnection("127.0.0.1", desk.server.port, timeout=10)
        connection.putrequest("POST", f"/{path}")
        headers = AUTHORISED if path.startswith("api/") else {"Content-Type": URLENCODED}
        for name, value in headers.items():
            connection.putheader(name, value)
        connection.putheader("Content-Length", str(10_000_000))
        connection.endheaders()  # and not one byte of it
        assert connection.getresponse().status == 413, path
        connection.close()


def test_a_body_in_chunks_is_read_no_further_than_allowed(desk):
    for path in takers(desk):
        connection = http.client.HTTPConnection("127.0.0.1", desk.server.port, timeout=10)
        connection.putrequest("POST", f"/{path}")
        headers = AUTHORISED if path.startswith("api/") else {"Content-Type": URLENCODED}
        for name, value in {**headers, "Transfer-Encoding": "chunked"}.items():
            connection.putheader(name, value)
        connection.endheaders()
        for _ in range(66):  # and no end to it
            connection.send(b"3e8\r\n" + b"x" * 1_000 + b"\r\n")
        assert connection.getresponse().status == 413, path
        connection.close()


def test_a_client_that_asks_too_often_is_told_how_long_to_wait(tmp_path):
    with reception(tmp_path, "limits.per_client=5") as desk:
        for number in range(5):
            assert desk.sign_up(f"n{number}@quay{number}.example").status == 303
        reply = desk.sign_up("n6@quay6.example")
        assert reply.status == 429
        wait = int(reply.headers["Retry-After"])
        assert 0 < wait <= 2 * 3600
        asked = {"email": "n7@quay7.example", "stamp": desk.stamp()}
        assert desk.post("preferences", asked).status == 429
        assert len(desk.letters()) == 5
        desk.clock.passes(seconds=wait)
        assert desk.sign_up("n6@quay6.example").status == 303


def test_the_api_counts_with_the_form(tmp_path):
    with reception(tmp_path, "limits.per_client=2", more=API) as desk:
        for number in range(2):
            assert desk.sign_up(f"n{number}@quay{number}.example").status == 303
        body = json.dumps({"email": "x@quay9.example", "newsletters": [{"name": "weekly"}]})
        reply = post(desk, "api/subscriptions", body.encode())
        assert reply.status == 429
        assert int(reply.headers["Retry-After"]) > 0


def test_forwarded_addresses_are_nothing_without_a_trusted_proxy(tmp_path):
    with reception(tmp_path, "limits.per_client=2") as desk:
        statuses = [
            desk.sign_up(f"n{n}@quay{n}.example", X_Forwarded_For=f"192.0.2.{n}").status
            for n in range(4)
        ]
    assert statuses == [303, 303, 429, 429]


def test_behind_a_trusted_proxy_each_visitor_is_a_client(tmp_path):
    with reception(tmp_path, "limits.per_client=1", more=PROXIED) as desk:
        statuses = [
            desk.sign_up(f"n{n}@quay{n}.example", X_Forwarded_For=f"192.0.2.{n % 2}").status
            for n in range(4)
        ]
    assert statuses == [303, 303, 429, 429]


def test_altogether_no_more_mails_leave_than_the_site_says(tmp_path):
    with reception(tmp_path, "limits.total=3", more=PROXIED) as desk:
        statuses = [
            desk.sign_up(f"n{n}@quay{n}.example", X_Forwarded_For=f"192.0.2.{n}").status
            for n in range(5)
        ]
        assert statuses == [303, 303, 303, 429, 429]
        assert len(desk.letters()) == 3


INJECTIONS = [
    "nell@quay.example\r\nBcc: all@quay.example",
    "nell@quay.example\nSubject: pills",
    "nell@quay.example\x00",
    "nell@quay.example,ida@quay.example",
    "nell@quay.example;ida@quay.example",
    "<nell@quay.example>",
    "Nell <nell@quay.example>",
    "nell@quay.example\u2028Bcc: x@quay.example",
    "nell@quay.example%0d%0aBcc: x@quay.example",
    "ne\u0085ll@quay.example",
]


@pytest.mark.parametrize("address", INJECTIONS)
def test_an_address_with_anything_beside_it_is_refused(desk, address):
    reply = desk.sign_up(address)
    assert reply.status == 422
    assert rows(desk.press, letters_table) == 0
    assert "Bcc" not in str(reply.headers)


def test_no_field_reaches_a_header_or_an_address(desk):
    evil = "x\r\nSet-Cookie: a=b\r\n\r\n<script>"
    desk.sign_up(NELL, ("language", evil), ("newsletter", "weekly"), ("weekly.language", "en"))
    (mail,) = desk.letters()
    assert mail.defects == []
    assert [str(each) for each in mail.get_all("To", [])] == [NELL]
    for path in ("subscribe?language=%0d%0aSet-Cookie:%20a=b", "erased?language=%0d%0aX:%20y"):
        reply = desk.get(path)
        assert reply.status == 200
        assert "Set-Cookie" not in reply.headers
        assert "X" not in reply.headers


def test_what_was_typed_is_shown_again_as_text_alone(desk):
    reply = desk.sign_up('"><script>alert(1)</script>')
    assert "<script>" not in reply.text
    assert "&lt;script&gt;" in reply.text


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(
            st.sampled_from(
                [
                    "email",
                    "newsletter",
                    "stamp",
                    "language",
                    "weekly.cadence",
                    "weekly.section",
                    "weekly.sections",
                    "weekly.hour",
                    "timezone",
                    "website",
                    "leave",
                ]
            ),
            st.text(max_size=40).filter(lambda text: text.isprintable() or "\x00" in text),
        ),
        max_size=8,
    )
)
def test_no_form_breaks_a_page(desk, fields):
    for path in ("subscribe", "preferences", "preferences/x", "confirm/x", "erase/x"):
        assert desk.post(path, fields).status in (303, 400, 404, 422, 429)
