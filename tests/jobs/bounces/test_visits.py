"""The few addresses that a provider's call may have us ask."""

from __future__ import annotations

import ssl
from pathlib import Path

import pytest

from syndicate.jobs import outside
from syndicate.jobs.bounces.visits import certificate, visit
from syndicate.model.errors import TransportError
from tests.support.authority import certified
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


def test_a_certificate_that_was_cut_off_is_asked_for_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would be kept for as long as the program runs, and every call refused."""
    served = certified(tmp_path)
    trusting = ssl.create_default_context(cafile=str(served.authority))
    monkeypatch.setattr(outside, "is_inner", lambda _: False)
    monkeypatch.setattr(outside, "context", lambda: trusting)
    whole = served.certificate.read_bytes()
    with running(served.context) as host:
        host.paths["/a.pem"] = file(whole[:-40], "text/plain")
        with pytest.raises(TransportError, match="no whole certificate"):
            certificate(host.url("/a.pem"))
        host.paths["/a.pem"] = file(whole, "text/plain")
        assert [certificate(host.url("/a.pem")) for _ in range(2)] == [whole, whole]
    assert len(host.requests) == 2


def test_a_host_that_is_not_there_is_named() -> None:
    with pytest.raises(TransportError, match=r"https://nothing\.invalid: "):
        visit("https://nothing.invalid/a.pem")
