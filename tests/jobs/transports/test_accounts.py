"""Accounts as real servers ask for them: Postfix, with Dovecot to prove them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from syndicate.config.mail import Smtp
from syndicate.jobs.transports.relays import RelayTransport
from syndicate.model.errors import TransportError
from tests.conftest import missing
from tests.support import dovecot, postfix
from tests.support.authority import Certified, certified
from tests.support.outgoing import QUICK, deliver, several, transport
from tests.support.smtpd import running

EVERY = "plain login oauthbearer xoauth2"
SASL = """
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = {path}
smtpd_client_restrictions = permit_sasl_authenticated, reject
smtpd_delay_reject = yes
"""


@pytest.fixture(scope="module")
def tls(tmp_path_factory: pytest.TempPathFactory) -> Certified:
    return certified(tmp_path_factory.mktemp("authority"))


@contextmanager
def asking(folder: Path, tls: Certified, mechanisms: str) -> Iterator[postfix.Postfix]:
    """A Postfix that takes mail only from who has an account."""
    for why in (postfix.why_not(), dovecot.why_not()):
        if why:
            missing("postfix with dovecot", why)
    with (
        dovecot.accounts(folder / "sasl", mechanisms) as path,
        postfix.running(tls=tls, must_encrypt=True, more=SASL.format(path=path)) as server,
    ):
        yield server


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, tls: Certified) -> Iterator[postfix.Postfix]:
    with asking(tmp_path_factory.mktemp("server"), tls, EVERY) as started:
        yield started


@pytest.fixture(scope="module")
def only_xoauth2(
    tmp_path_factory: pytest.TempPathFactory, tls: Certified
) -> Iterator[postfix.Postfix]:
    """As Microsoft's will be."""
    with asking(tmp_path_factory.mktemp("xoauth2"), tls, "xoauth2") as started:
        yield started


@pytest.fixture(params=["OAUTHBEARER", "XOAUTH2"])
def bearing(
    request: pytest.FixtureRequest, server: postfix.Postfix, only_xoauth2: postfix.Postfix
) -> postfix.Postfix:
    """One that takes tokens, by the better way where it knows that."""
    return server if request.param == "OAUTHBEARER" else only_xoauth2


def printing(folder: Path, text: str) -> tuple[str, ...]:
    """A program that prints this."""
    (folder / "token").write_text(text)
    return (
        sys.executable,
        "-c",
        "print(open(__import__('sys').argv[1]).read())",
        f"{folder}/token",
    )


def through(server: postfix.Postfix, tls: Certified, **account: Any) -> RelayTransport:
    told = {"host": "localhost", "port": server.port, "authority": tls.authority, **account}
    return RelayTransport([Smtp(user=dovecot.USER, **told)], patience=QUICK)


def refused(via: RelayTransport) -> str:
    with pytest.raises(TransportError) as raised:
        deliver(via, several(1))
    return str(raised.value)


def test_without_an_account_nothing_is_taken(server: postfix.Postfix, tls: Certified) -> None:
    told = {"host": "localhost", "port": server.port, "authority": tls.authority}
    log = deliver(RelayTransport([Smtp(**told)], patience=QUICK), several(1))
    assert log.kinds == {1: "refused"}


def test_a_password_proves_an_account(server: postfix.Postfix, tls: Certified) -> None:
    via = through(server, tls, password=SecretStr(dovecot.PASSWORD))
    assert deliver(via, several(1)).kinds == {1: "accepted"}


@pytest.mark.parametrize("padding", [0, 1500], ids=["short", "long"])
def test_a_token_proves_an_account(
    bearing: postfix.Postfix, tmp_path: Path, tls: Certified, padding: int
) -> None:
    """Long ones are what Microsoft has: longer than a command may be."""
    command = printing(tmp_path, dovecot.token(dovecot.USER, padding=padding))
    log = deliver(through(bearing, tls, token_command=command), several(2))
    assert log.kinds == {1: "accepted", 2: "accepted"}


def test_a_token_that_is_no_good_any_more_is_told_without_showing_it(
    bearing: postfix.Postfix, tmp_path: Path, tls: Certified
) -> None:
    old = dovecot.token(dovecot.USER, seconds=-30)
    said = refused(through(bearing, tls, token_command=printing(tmp_path, old)))
    assert "auth: 535 5.7.8" in said
    assert "(invalid_token)" in said or "(401)" in said
    assert "check user and token_command" in said
    assert old not in said


def test_a_command_is_asked_for_each_connection(
    server: postfix.Postfix, tls: Certified, tmp_path: Path
) -> None:
    via = through(
        server, tls, token_command=printing(tmp_path, dovecot.token(dovecot.USER, seconds=-30))
    )
    assert "535 5.7.8" in refused(via)
    printing(tmp_path, dovecot.token(dovecot.USER))
    assert deliver(via, several(1)).kinds == {1: "accepted"}


def test_a_server_that_takes_passwords_alone_is_named(tmp_path: Path) -> None:
    with running(users={"press": "x"}) as server:
        command = printing(tmp_path, "x")
        said = refused(transport(server, user="press", token_command=command))
    assert "the server takes no token, but LOGIN, PLAIN" in said


def test_a_server_that_takes_tokens_alone_says_what_to_do(
    only_xoauth2: postfix.Postfix, tls: Certified
) -> None:
    said = refused(through(only_xoauth2, tls, password=SecretStr("x")))
    assert "neither PLAIN nor LOGIN, but XOAUTH2" in said
    assert "token_command" in said


@pytest.mark.parametrize(
    ("program", "why"),
    [
        (
            "import sys; sys.exit('the refresh token has expired')",
            "1: the refresh token has expired",
        ),
        ("print('<html>log in</html>')", "printed none"),
        ("pass", "printed none"),
    ],
)
def test_a_command_without_a_token_says_why(program: str, why: str) -> None:
    with running(users={"press": "x"}, ways="XOAUTH2") as server:
        command = (sys.executable, "-c", program)
        said = refused(transport(server, user="press", token_command=command))
        assert not any("AUTH" in each for each in server.commands)
    assert f"auth: no token: {sys.executable}" in said
    assert why in said


def test_a_command_that_takes_its_time_is_waited_for_no_longer() -> None:
    hasty = replace(QUICK, token=0.3)
    with running(users={"press": "x"}, ways="XOAUTH2") as server:
        command = (sys.executable, "-c", "import time; time.sleep(60)")
        said = refused(transport(server, user="press", token_command=command, patience=hasty))
    assert f"no token: {sys.executable} took more than 0.3 seconds" in said


def test_a_command_that_is_not_there_is_named(tmp_path: Path) -> None:
    with running(users={"press": "x"}, ways="XOAUTH2") as server:
        nowhere = str(tmp_path / "nowhere")
        said = refused(transport(server, user="press", token_command=(nowhere,)))
    assert f"{nowhere}: no such file or directory" in said
