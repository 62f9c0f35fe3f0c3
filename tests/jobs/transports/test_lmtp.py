"""LMTP (RFC 2033): the same mails, into a mail store on this machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from syndicate.model.errors import TransportError
from tests.support.outgoing import deliver, several, transport
from tests.support.smtpd import OFFERS, Drop, Say, at, refusing, running


@pytest.mark.parametrize("offers", [OFFERS, ("8BITMIME",)])
def test_mail_goes_over_a_socket_of_this_machine(tmp_path: Path, offers) -> None:
    with running(lmtp=True, path=f"{tmp_path}/lmtp", offers=offers) as server:
        # Whatever is configured for hosts: there is no TLS on the way to a path.
        log = deliver(transport(server, security="starttls"), several(5))
    assert set(log.kinds.values()) == {"accepted"}
    assert log.outcomes[1].relay == f"{tmp_path}/lmtp"
    assert server.commands[0].startswith("LHLO ")
    assert (len(server.accepted), server.faults) == (5, [])


def test_mail_goes_to_a_port() -> None:
    with running(lmtp=True) as server:
        log = deliver(transport(server), several(3))
    assert set(log.kinds.values()) == {"accepted"}


def test_the_answer_after_the_dot_is_the_recipients(tmp_path: Path) -> None:
    full = refusing("reader2@tide.example", "452 4.2.2 Over quota", stage="dot")
    with running(full, lmtp=True, path=f"{tmp_path}/lmtp") as server:
        log = deliver(transport(server), several(3))
    assert log.kinds == {1: "accepted", 2: "refused", 3: "accepted"}
    assert log.outcomes[2].reply.enhanced == "4.2.2"


def test_a_loss_after_the_dot_leaves_the_mail_in_doubt(tmp_path: Path) -> None:
    lost = at("recorded", Drop(), recipient="reader2@tide.example")
    with running(lost, lmtp=True, path=f"{tmp_path}/lmtp") as server:
        log = deliver(transport(server), several(3))
    assert log.kinds == {1: "accepted", 2: "in doubt", 3: "unsent"}


def test_a_path_where_nobody_listens_is_an_error(tmp_path: Path) -> None:
    with running(lmtp=True, path=f"{tmp_path}/lmtp") as server:
        pass
    with pytest.raises(TransportError, match=f"{tmp_path}/lmtp: connect: "):
        deliver(transport(server), several(1))


def test_a_server_of_the_other_kind_is_not_greeted_the_old_way(tmp_path: Path) -> None:
    with running(at("hello", Say("500 5.5.1 Not here")), lmtp=True) as server:
        with pytest.raises(TransportError, match=r"hello: 500 5\.5\.1 Not here"):
            deliver(transport(server), several(1))
        assert len(server.commands) == 1
