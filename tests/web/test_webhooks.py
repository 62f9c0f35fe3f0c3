"""Providers' calls over HTTP: taken, refused, put off; and counted once."""

from __future__ import annotations

import http.client
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import structlog
from starlette.applications import Starlette

from syndicate.jobs.bounces.calls import Doors
from syndicate.jobs.press import Press
from syndicate.mail.bounces.providers.call import Call
from syndicate.model.errors import TransportError
from syndicate.store import suppressions
from syndicate.web import webhooks as served_webhooks
from tests.support import webhooks
from tests.support.mailed import mailed, reader
from tests.support.sites import make_site
from tests.support.webhooks import sample
from tests.web.serving import Server, served

CONFIGURED = f"""
[mail.webhooks]
ses = ["{webhooks.TOPIC}"]
postmark = "{webhooks.PASSWORD}"
mailgun = "{webhooks.MAILGUN_KEY}"
sendgrid = "{webhooks.verification_key()}"
"""


class World:
    """Stands for the hosts of a provider. ``visited`` are addresses that were confirmed."""

    def __init__(self) -> None:
        self.visited: list[str] = []
        self.away = False

    def certificate(self, url: str) -> bytes:
        if self.away:
            raise TransportError(url, "no answer in time")
        return webhooks.certificate()

    def visit(self, url: str) -> bytes:
        self.visited.append(url)
        return b""


@contextmanager
def running(root: Path, world: World, more: str = CONFIGURED) -> Iterator[tuple[Server, Press]]:
    site = make_site(root / "site", more=more)
    with site.press(now=webhooks.NOW.isoformat()) as press:
        doors = Doors(world.certificate, world.visit)
        app = Starlette(routes=served_webhooks.routes(press, structlog.get_logger(), doors=doors))
        with served(app) as server:
            yield server, press


def post(server: Server, provider: str, call: Call) -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    try:
        connection.request("POST", f"/webhooks/{provider}", call.body, dict(call.headers))
        answer = connection.getresponse()
        return answer.status, answer.read().decode()
    finally:
        connection.close()


def barred(press: Press, address: str) -> list[str]:
    with press.store.read() as connection:
        fingerprint = press.secrets.fingerprint(address)
        return [each.reason for each in suppressions.of(connection, fingerprint)]


@pytest.fixture
def world() -> World:
    return World()


@pytest.mark.parametrize(
    ("provider", "call", "address", "reason"),
    [
        ("ses", lambda: webhooks.ses(sample("ses-bounce")), "ida@quayside.example", "bounced"),
        (
            "ses",
            lambda: webhooks.ses(sample("ses-complaint")),
            "fang@lanterns.example",
            "complained",
        ),
        (
            "postmark",
            lambda: webhooks.postmark(sample("postmark-bounce")),
            "ida@quayside.example",
            "bounced",
        ),
        (
            "mailgun",
            lambda: webhooks.mailgun(sample("mailgun-complained")),
            "fang@lanterns.example",
            "complained",
        ),
        (
            "sendgrid",
            lambda: webhooks.sendgrid(sample("sendgrid-events")),
            "fang@lanterns.example",
            "complained",
        ),
    ],
)
def test_a_genuine_call_bars_the_address_and_a_second_one_changes_nothing(
    tmp_path: Path, world: World, provider: str, call, address: str, reason: str
) -> None:
    with running(tmp_path, world) as (server, press):
        mailed(press, reader(press, address), press.clock())
        assert post(server, provider, call()) == (200, "ok")
        assert barred(press, address) == [reason]
        with press.store.write() as connection:
            suppressions.lift(connection, press.secrets.fingerprint(address), "")
        assert post(server, provider, call()) == (200, "ok")
        assert barred(press, address) == []


def test_a_call_about_somebody_we_never_mailed_changes_nothing(
    tmp_path: Path, world: World
) -> None:
    with running(tmp_path, world) as (server, press):
        reader(press)
        assert post(server, "postmark", webhooks.postmark(sample("postmark-bounce")))[0] == 200
        assert barred(press, "ida@quayside.example") == []


def test_a_call_that_the_provider_has_not_made_is_refused(tmp_path: Path, world: World) -> None:
    forged = [
        ("ses", webhooks.ses(sample("ses-bounce"), topic="arn:aws:sns:x:1:other")),
        ("postmark", webhooks.postmark(sample("postmark-bounce"), "harbour:guess")),
        ("mailgun", webhooks.mailgun(sample("mailgun-failed"), key="guess")),
        ("sendgrid", Call({}, b"[]")),
    ]
    with running(tmp_path, world) as (server, press):
        mailed(press, reader(press), press.clock())
        assert [post(server, provider, call)[0] for provider, call in forged] == [403] * 4
        assert barred(press, "ida@quayside.example") == []


def test_what_is_not_configured_is_not_there(tmp_path: Path, world: World) -> None:
    with running(tmp_path, world, more="") as (server, _):
        for provider in ("ses", "postmark", "mailgun", "sendgrid", "nobody"):
            assert post(server, provider, Call({}, b"{}"))[0] == 404


def test_nobody_reads_a_webhook(tmp_path: Path, world: World) -> None:
    with running(tmp_path, world) as (server, _):
        assert server.ask("/webhooks/ses").status == 405


def test_a_body_without_end_is_refused_before_it_is_read(tmp_path: Path, world: World) -> None:
    with running(tmp_path, world) as (server, _):
        # None of it is sent: whoever still sends when the answer has gone out may not hear it.
        length = str(served_webhooks.LARGEST + 1)
        assert server.ask("/webhooks/sendgrid", "POST", Content_Length=length).status == 413


def test_a_genuine_call_that_can_t_be_read_is_said_to_be_so(tmp_path: Path, world: World) -> None:
    with running(tmp_path, world) as (server, _):
        call = webhooks.postmark({})
        assert post(server, "postmark", Call(call.headers, b"{"))[0] == 400


def test_a_subscription_is_confirmed_for_our_topic_alone(tmp_path: Path, world: World) -> None:
    with running(tmp_path, world) as (server, _):
        assert post(server, "ses", webhooks.subscription("arn:aws:sns:x:1:other"))[0] == 403
        assert world.visited == []
        assert post(server, "ses", webhooks.subscription())[0] == 200
    (visited,) = world.visited
    assert "Action=ConfirmSubscription" in visited


def test_while_the_certificate_can_t_be_had_the_provider_is_to_call_again(
    tmp_path: Path, world: World
) -> None:
    with running(tmp_path, world) as (server, press):
        mailed(press, reader(press), press.clock())
        world.away = True
        assert post(server, "ses", webhooks.ses(sample("ses-bounce")))[0] == 503
        world.away = False
        assert post(server, "ses", webhooks.ses(sample("ses-bounce")))[0] == 200
        assert barred(press, "ida@quayside.example") == ["bounced"]


def test_an_event_that_fails_half_way_is_taken_whole_at_the_next_call(
    tmp_path: Path, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    with running(tmp_path, world) as (server, press):
        for address in ("ida@quayside.example", "fang@lanterns.example"):
            mailed(press, reader(press, address), press.clock())
        with monkeypatch.context() as broken:
            broken.setattr("syndicate.store.letters.withdraw", failing(press))
            assert post(server, "sendgrid", webhooks.sendgrid(sample("sendgrid-events")))[0] == 503
        assert barred(press, "ida@quayside.example") == []
        assert post(server, "sendgrid", webhooks.sendgrid(sample("sendgrid-events")))[0] == 200
        assert barred(press, "ida@quayside.example") == ["bounced"]
        assert barred(press, "fang@lanterns.example") == ["complained"]


def failing(press: Press):
    """Fails in the middle of a transaction as a full disk does."""

    def fail(connection, *_, **__):
        connection.exec_driver_sql("SELECT * FROM no_such_table")

    return fail


def test_the_answer_says_nothing_of_why(tmp_path: Path, world: World) -> None:
    with running(tmp_path, world) as (server, _):
        _, said = post(server, "mailgun", webhooks.mailgun(sample("mailgun-failed"), key="guess"))
        assert said == "not genuine"
        assert json.dumps(webhooks.MAILGUN_KEY) not in said
