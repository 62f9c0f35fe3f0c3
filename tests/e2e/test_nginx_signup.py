"""A sign-up through nginx with the documented configuration: who asked is believed, tokens kept."""

from __future__ import annotations

import http.client
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import pytest

from syndicate.jobs.secrets import secrets_of
from tests.conftest import missing
from tests.support import nginx
from tests.support.audience import NELL, held, states, token
from tests.support.reception import PROXIED, URLENCODED, Reception, links, paths, reception
from tests.web.serving import Reply

pytestmark = pytest.mark.nginx

#: Other addresses of this machine, from which nginx is asked.
VISITOR, OTHER = "127.0.0.2", "127.0.0.3"


@dataclass
class Front:
    """nginx in front of a served site, as its visitors meet it."""

    desk: Reception
    port: int
    folder: Path

    def ask(
        self, method: str, path: str, form: dict[str, str] | None = None, *, visitor: str = VISITOR
    ) -> Reply:
        """A visitor who claims in each request to be somebody else."""
        connection = http.client.HTTPConnection(
            "127.0.0.1", self.port, timeout=30, source_address=(visitor, 0)
        )
        headers = {"X-Forwarded-For": "198.51.100.9", "Origin": f"http://127.0.0.1:{self.port}"}
        try:
            body = None if form is None else urlencode(form)
            more = {} if form is None else {"Content-Type": URLENCODED}
            connection.request(method, f"/{path}", body, headers | more)
            answer = connection.getresponse()
            return Reply(answer.status, answer.headers, answer.read())
        finally:
            connection.close()

    def sign_up(self, address: str = NELL, *, visitor: str = VISITOR) -> Reply:
        form = {"email": address, "newsletter": "weekly", "stamp": self.desk.stamp()}
        return self.ask("POST", "subscribe", form, visitor=visitor)


@pytest.fixture
def front(tmp_path: Path) -> Iterator[Front]:
    if nginx.program() is None:
        missing("nginx", "install Debian's package nginx")
    site, folder = tmp_path / "site", tmp_path / "nginx"
    site.mkdir()
    folder.mkdir()
    with (
        reception(site, "limits.per_client=2", more=PROXIED) as desk,
        nginx.running(folder, site, upstream=desk.server.port, logs=True) as port,
    ):
        yield Front(desk, port, folder)


def test_somebody_subscribes_and_leaves_in_one_click(front: Front) -> None:
    assert front.sign_up().status == 303
    (mail,) = front.desk.letters()
    (confirm,) = paths(mail, "confirm")
    assert front.ask("GET", confirm).status == 200
    assert front.ask("POST", confirm, {}).status == 303
    assert states(front.desk.press) == {"weekly": "active"}
    leave = f"unsubscribe/{token(front.desk.press, 'unsubscribe', 'weekly')}"
    assert front.ask("POST", leave, {"List-Unsubscribe": "One-Click"}).status == 200
    assert states(front.desk.press) == {"weekly": "ended"}


def test_the_client_is_whom_nginx_saw(front: Front) -> None:
    front.sign_up()
    (subscription,) = held(front.desk.press).subscriptions
    assert subscription.client == secrets_of(front.desk.press).client(VISITOR)


def test_each_visitor_has_limits_of_their_own(front: Front) -> None:
    asked = [front.sign_up(f"reader{number}@harbour.example").status for number in range(3)]
    assert asked == [303, 303, 429]
    assert front.sign_up(visitor=OTHER).status == 303


def test_figures_are_not_for_visitors(front: Front) -> None:
    assert front.ask("GET", "metrics").status == 404
    assert front.desk.get("metrics").status == 200


def test_no_token_comes_into_the_log(front: Front) -> None:
    front.sign_up()
    (mail,) = front.desk.letters()
    (confirm,) = paths(mail, "confirm")
    front.ask("POST", confirm, {})
    welcome = front.ask("GET", confirm)
    for path in links(welcome.text, confirm):
        front.ask("GET", path)
    written = (front.folder / "access.log").read_text()
    assert "POST /subscribe" in written
    assert "confirm/" not in written
    assert "preferences/" not in written
