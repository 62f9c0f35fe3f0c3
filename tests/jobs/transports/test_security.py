"""TLS is only TLS with a certificate that fits, and a password goes through nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from syndicate.model.errors import TransportError
from tests.support.authority import Certified, certified
from tests.support.outgoing import deliver, several, transport
from tests.support.smtpd import Drop, Say, Smtpd, at, running

USERS = {"press": "salt & marrow"}
ACCOUNT = {"user": "press", "password": "salt & marrow"}


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Certified:
    return certified(tmp_path_factory.mktemp("authority"))


@pytest.fixture
def server(known: Certified) -> Iterator[Smtpd]:
    with running(tls=known.context, users=USERS) as started:
        yield started


def refused(server: Smtpd, **fields: Any) -> str:
    with pytest.raises(TransportError) as raised:
        deliver(transport(server, **fields), several(1))
    assert server.accepted == []
    return str(raised.value)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1"])
def test_mail_goes_through_starttls(server: Smtpd, known: Certified, host: str) -> None:
    settings = {"security": "starttls", "authority": known.authority, "host": host}
    log = deliver(transport(server, **settings), several(3))
    assert set(log.kinds.values()) == {"accepted"}
    verbs = [command.split()[0] for command in server.commands]
    assert verbs[:4] == ["EHLO", "STARTTLS", "EHLO", "MAIL"]
    assert server.faults == []


def test_mail_goes_through_tls_from_the_first_byte(known: Certified) -> None:
    with running(tls=known.context, wrapped=True) as server:
        settings = {"security": "tls", "authority": known.authority}
        log = deliver(transport(server, **settings), several(3))
    assert set(log.kinds.values()) == {"accepted"}
    assert server.faults == []


def test_an_unknown_authority_is_refused(server: Smtpd) -> None:
    said = refused(server, security="starttls")
    assert ": tls: " in said
    assert "TLS: " not in said
    assert "certificate" in said
    assert "authority" in said


def test_a_certificate_for_another_name_is_refused(tmp_path: Path) -> None:
    other = certified(tmp_path, "mail.elsewhere.example")
    with running(tls=other.context) as server:
        said = refused(server, security="starttls", authority=other.authority)
    assert "certificate" in said


def test_an_expired_certificate_is_refused(tmp_path: Path) -> None:
    old = certified(tmp_path, days=-1)
    with running(tls=old.context) as server:
        assert "expired" in refused(server, security="starttls", authority=old.authority)


def test_a_server_without_tls_gets_nothing_where_tls_is_asked_for() -> None:
    with running() as server:
        assert "does not offer STARTTLS" in refused(server, security="starttls")
        assert [command.split()[0] for command in server.commands] == ["EHLO"]


def test_a_server_that_can_not_do_tls_after_all_gets_nothing(known: Certified) -> None:
    order = at("starttls", Say("454 4.7.0 TLS not available"))
    with running(order, tls=known.context) as server:
        said = refused(server, security="starttls", authority=known.authority)
    assert "454 4.7.0 TLS not available" in said


@pytest.mark.parametrize("stage", ["starttls", "tls", "auth"])
def test_a_server_may_hang_up_on_the_way(known: Certified, stage: str) -> None:
    with running(at(stage, Drop()), tls=known.context, users=USERS) as server:
        refused(server, security="starttls", authority=known.authority, **ACCOUNT)


def test_what_was_said_before_tls_is_not_taken_for_said_under_it(known: Certified) -> None:
    """CVE-2011-0411: a stranger on the way adds lines to the last one in the clear."""
    injected = b"250-mail.example\r\n250 AUTH PLAIN\r\n"
    with running(tls=known.context, injecting=injected) as server:
        said = refused(server, security="starttls", authority=known.authority)
    assert "more than it was asked" in said


@pytest.mark.parametrize("how", ["AUTH PLAIN LOGIN", "AUTH LOGIN"])
def test_an_account_is_used_under_tls(server: Smtpd, known: Certified, how: str) -> None:
    if how == "AUTH LOGIN":
        server.ways = "LOGIN"
    settings = {"security": "starttls", "authority": known.authority, **ACCOUNT}
    log = deliver(transport(server, **settings), several(1))
    assert log.kinds == {1: "accepted"}
    assert server.commands[3].startswith("AUTH PLAIN" if "PLAIN" in how else "AUTH LOGIN")


def test_a_wrong_password_is_told_without_showing_it(server: Smtpd, known: Certified) -> None:
    settings = {"security": "starttls", "authority": known.authority}
    said = refused(server, **settings, user="press", password="wrong-secret")
    assert "535 5.7.8" in said
    assert "check user and password" in said
    assert "wrong-secret" not in said


def test_a_password_may_go_in_the_clear_to_this_machine() -> None:
    with running(users=USERS) as server:
        log = deliver(transport(server, **ACCOUNT), several(1))
    assert log.kinds == {1: "accepted"}


def test_a_password_never_goes_in_the_clear_to_another_one(monkeypatch) -> None:
    monkeypatch.setattr("syndicate.jobs.transports.wire.Wire.is_local", False)
    with running(users=USERS) as server:
        said = refused(server, **ACCOUNT)
        assert said.endswith('auth: the password would go in the clear; set security = "starttls"')
        assert not any("AUTH" in command for command in server.commands)


def test_an_account_at_a_server_without_accounts_is_an_error_but_not_the_account_s() -> None:
    with running() as server:
        said = refused(server, **ACCOUNT)
    assert "the server offers no login; leave out user" in said
    assert "password" not in said


def test_where_a_server_offers_tls_but_no_login_tls_is_the_way(known: Certified) -> None:
    with running(tls=known.context) as server:
        said = refused(server, **ACCOUNT)
    assert said.endswith('it may offer one under TLS: set security = "starttls"')


def test_an_authority_that_can_not_be_read_is_named(server: Smtpd, tmp_path: Path) -> None:
    said = refused(server, security="starttls", authority=tmp_path / "none.pem")
    assert str(tmp_path / "none.pem") in said


def test_an_authority_that_is_no_certificate_is_named(server: Smtpd, tmp_path: Path) -> None:
    (tmp_path / "odd.pem").write_text("nothing of the kind\n")
    said = refused(server, security="starttls", authority=tmp_path / "odd.pem")
    assert f"tls: the authority {tmp_path / 'odd.pem'}: " in said
    assert "TLS: " not in said
