"""The few addresses that a provider's call may have us ask."""

from __future__ import annotations

import pytest

from syndicate.jobs import outside
from syndicate.jobs.bounces.visits import visit
from syndicate.model.errors import TransportError
from tests.support.filehost import file, running


@pytest.mark.parametrize(
    "url", ["https://127.0.0.1/a.pem", "https://[::1]/a.pem", "https://10.0.0.1/a.pem"]
)
def test_an_inner_address_is_not_asked(url: str) -> None:
    with pytest.raises(TransportError, match="may not be asked"):
        visit(url)


def test_nothing_is_asked_in_the_clear(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outside, "is_inner", lambda _: False)
    with running() as host:
        host.paths["/a.pem"] = file(b"certificate", "text/plain")
        with pytest.raises(TransportError, match="may not be asked"):
            visit(host.url("/a.pem"))
    assert host.requests == []


def test_a_host_that_is_not_there_is_named() -> None:
    with pytest.raises(TransportError, match=r"https://nothing\.invalid: "):
        visit("https://nothing.invalid/a.pem")
