"""The JSON API for sites that have a form of their own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openapi_spec_validator import OpenAPIV31SpecValidator

from syndicate.config.load import load_config
from syndicate.store.schema import subscribers as subscribers_table
from syndicate.web.openapi import openapi
from tests.support.audience import NELL, held, is_known, readers_site, rows, states
from tests.support.reception import Reception, reception

KEY = "a-key-for-the-tests-of-the-api"
API = f'[web]\napi_key = "{KEY}"\n'
ASKED = {"email": NELL, "newsletters": [{"name": "weekly"}]}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Reception]:
    with reception(tmp_path, more=API) as opened:
        yield opened


def ask(desk: Reception, data: Any = ASKED, *, key: str = KEY, **headers: str):
    sent = {"Content_Type": "application/json", "Authorization": f"Bearer {key}"} | headers
    body = data if isinstance(data, bytes) else json.dumps(data).encode()
    return desk.post("api/subscriptions", body, **sent)


def fields(reply) -> list[str]:
    assert reply.status == 422, reply.text
    return [each["field"] for each in json.loads(reply.text)["errors"]]


def test_a_request_is_confirmed_by_mail_like_any_other(desk):
    reply = ask(desk)
    assert (reply.status, json.loads(reply.text)) == (202, {"status": "accepted"})
    assert states(desk.press) == {"weekly": "pending"}
    assert held(desk.press).subscriptions[0].form == "api"
    assert len(desk.letters()) == 1


def test_what_is_chosen_is_kept(desk):
    wish = {"name": "weekly", "cadence": "daily", "language": "zh", "sections": ["cms/202"]}
    assert ask(desk, {**ASKED, "newsletters": [wish], "language": "zh"}).status == 202
    (found,) = held(desk.press).subscriptions
    assert (found.cadence, found.language, found.sections) == ("daily", "zh", ("cms/202",))
    assert held(desk.press).subscriber.language == "zh"


def test_a_known_address_gets_the_same_answer(desk):
    fresh = ask(desk)
    known = ask(desk)
    assert (fresh.status, fresh.body) == (known.status, known.body)


@pytest.mark.parametrize("key", ["", "wrong", f"{KEY}x", KEY[:-1], "盐".encode().decode("latin-1")])
def test_without_the_key_nothing_is_read(desk, key):
    reply = ask(desk, b"not even JSON", key=key)
    assert reply.status == 401
    assert reply.headers["WWW-Authenticate"] == "Bearer"


def test_the_key_goes_by_no_other_scheme(desk):
    assert ask(desk, Authorization=f"Basic {KEY}").status == 401
    assert ask(desk, Authorization=KEY).status == 401


def test_without_a_key_in_the_configuration_there_is_no_api(tmp_path):
    with reception(tmp_path) as bare:
        assert ask(bare).status == 404
        assert ask(bare, key="").status == 404
        assert bare.get("api/openapi.json").status == 404
        assert not is_known(bare.press)


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded"])
def test_what_a_form_could_send_is_not_taken(desk, kind):
    assert ask(desk, Content_Type=kind).status == 415


@pytest.mark.parametrize("body", [b"", b"{", b"\xff", b"[" * 60_000, b"NaN", b'{"email": }'])
def test_what_is_no_json_is_refused(desk, body):
    assert ask(desk, body).status in (400, 422)


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ([], "body"),
        ({"newsletters": [{"name": "weekly"}]}, "email"),
        ({**ASKED, "email": 1}, "email"),
        ({**ASKED, "email": "nell"}, "email"),
        ({**ASKED, "email": "n" * 1000}, "email"),
        ({**ASKED, "newsletters": []}, "newsletters"),
        ({**ASKED, "newsletters": "weekly"}, "newsletters"),
        ({**ASKED, "newsletters": ["weekly"]}, "newsletters[0]"),
        ({**ASKED, "newsletters": [{"name": "hourly"}]}, "newsletters"),
        ({**ASKED, "newsletters": [{"name": "weekly", "sections": []}]}, "newsletters[0].sections"),
        ({**ASKED, "newsletters": [{"name": "weekly", "sections": ["x"]}]}, "weekly.sections"),
        ({**ASKED, "newsletters": [{"name": "weekly", "cadence": "x"}]}, "weekly.cadence"),
        ({**ASKED, "language": "tlh"}, "language"),
        ({**ASKED, "confirmed": True}, "confirmed"),
    ],
)
def test_what_is_wrong_is_named(desk, data, field):
    assert field in fields(ask(desk, data))
    assert not is_known(desk.press)


def test_the_visitor_s_own_address_is_what_limits_count(tmp_path):
    with reception(tmp_path, "limits.per_client=1", more=API) as desk:
        people = [f"n{n}@quay{n}.example" for n in range(3)]
        visitors = ["192.0.2.1", "192.0.2.2", "192.0.2.1"]
        statuses = [
            ask(desk, {**ASKED, "email": address, "client": visitor}).status
            for address, visitor in zip(people, visitors, strict=True)
        ]
    assert statuses == [202, 202, 429]


def test_it_describes_itself(desk):
    reply = desk.get("api/openapi.json")
    assert reply.headers["Content-Type"] == "application/json"
    document = json.loads(reply.text)
    OpenAPIV31SpecValidator(document).validate()
    assert document["servers"] == [{"url": "https://news.gazette.example"}]
    wish = document["components"]["schemas"]["Wish"]["properties"]
    assert wish["name"]["enum"] == ["weekly", "monthly"]
    assert set(wish["cadence"]["enum"]) == {"weekly", "daily", "monthly"}


def test_the_description_of_a_site_without_newsletters_is_valid_too(tmp_path):
    site = readers_site(tmp_path, "sqlite:///data/store.db")
    config = load_config(site.file, environment={})
    OpenAPIV31SpecValidator(openapi(config.model_copy(update={"newsletters": ()}))).validate()


def test_every_answer_it_gives_is_described(desk):
    described = openapi(desk.press.config)["paths"]["/api/subscriptions"]["post"]["responses"]
    given = {
        ask(desk).status,
        ask(desk, b"{").status,
        ask(desk, key="x").status,
        ask(desk, Origin="https://elsewhere.example").status,
        ask(desk, b"x" * 70_000).status,
        ask(desk, Content_Type="text/plain").status,
        ask(desk, {}).status,
    }
    assert {str(status) for status in given} <= described.keys()
    assert given == {202, 400, 401, 403, 413, 415, 422}


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["email", "newsletters", "name", "sections", "client", "\ud800"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=8,
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_JSON)
def test_whatever_is_sent_is_answered_and_nothing_is_written_for_it(desk, data):
    assert ask(desk, data).status == 422
    assert rows(desk.press, subscribers_table) == 0
