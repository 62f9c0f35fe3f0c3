"""A full disk, a store that others write to, a store that goes away: nobody is lost or doubled."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from syndicate.jobs.delivery.deliver import deliver, deliver_due
from syndicate.jobs.delivery.desk import Desk
from syndicate.jobs.delivery.journal import Journal
from syndicate.model.errors import DeliveryError, StoreError
from tests.conftest import missing
from tests.support import smtpd
from tests.support.mailing import Newsroom, edition, mailing, newsroom, readers, states
from tests.support.smtpd import Smtpd


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of twelve megabytes."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", str(place)],
        capture_output=True,
        text=True,
        check=False,
    )
    if mounted.returncode:
        missing("tmpfs", mounted.stderr.strip() or "no file system can be mounted here")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def fill(ballast: Path, *, leave: int) -> None:
    free = os.statvfs(ballast.parent)
    # Somebody may take the last of it meanwhile: full is full.
    with suppress(OSError):
        ballast.write_bytes(bytes(max(free.f_bavail * free.f_frsize - leave, 0)))


def trouble(press) -> str:
    """What a delivery says that can't be finished, or not even be recorded as a run."""
    try:
        return " ".join(deliver_due(press).errors)
    except StoreError as error:
        return str(error)


@pytest.mark.parametrize("leave", [0, 512 * 1024, 1536 * 1024])
def test_a_full_disk_stops_delivery_and_doubles_nothing(
    small_disk: Path, tmp_path: Path, server: Smtpd, leave: int
) -> None:
    room = newsroom(tmp_path, f"sqlite:///{small_disk}/store.db", server.port)
    ballast = small_disk / "ballast"
    with room.press() as press:
        readers(press, 1500)
        edition(press)
        deliver(press, limit=1)
        fill(ballast, leave=leave)
        assert "free some space" in trouble(press)
    ballast.unlink()
    with room.press() as press:
        deliver_due(press)
        assert states(press) == {"accepted": 1500}
        assert mailing(press).state == "done"
    assert len(set(server.message_ids)) == len(server.accepted) == 1500


def test_a_disk_that_fills_up_while_mails_are_on_the_wire_doubles_nothing(
    small_disk: Path, tmp_path: Path
) -> None:
    ballast = small_disk / "ballast"
    with smtpd.running() as server:

        def filling(moment):
            if moment.stage == "dot" and len(server.accepted) >= 20 and not ballast.exists():
                fill(ballast, leave=0)
            return

        server.orders.append(filling)
        room = newsroom(tmp_path, f"sqlite:///{small_disk}/store.db", server.port)
        with room.press() as press:
            readers(press, 1000)
            edition(press)
            assert "free some space" in trouble(press)
        assert 20 <= len(server.accepted) < 1000
        server.orders.clear()
        ballast.unlink()
        with room.press() as press:
            deliver_due(press)
            assert states(press) == {"accepted": 1000}
        assert len(set(server.message_ids)) == len(server.accepted) == 1000


def test_a_store_that_others_write_to_is_waited_for(tmp_path: Path, server: Smtpd) -> None:
    room = newsroom(tmp_path, "sqlite:///data/store.db", server.port)
    with room.press() as press:
        readers(press, 100)
        edition(press)
        deliver(press, limit=1)
        other = sqlite3.connect(room.site.root / "data/store.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        sending = threading.Thread(target=deliver_due, args=(press,))
        sending.start()
        threading.Event().wait(0.5)
        other.execute("ROLLBACK")
        other.close()
        sending.join()
        assert states(press) == {"accepted": 100}
    assert len(server.accepted) == 100


def test_endings_that_the_store_could_not_be_told_are_told_later(
    tmp_path: Path, server: Smtpd, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = newsroom(tmp_path, "sqlite:///data/store.db", server.port)
    with room.press() as press:
        readers(press, 30)
        edition(press)

        def failing(*_: object) -> None:
            raise StoreError("store", "database is locked", "try again")

        with monkeypatch.context() as broken:
            broken.setattr(Desk, "fold", failing)
            report = deliver_due(press)
            assert "database is locked" in report.errors[0]
        sent = len(server.accepted)
        assert sent > 0
        assert states(press) == {"queued": 30}
        again = deliver_due(press)
        assert again.recovered.settled == sent
        assert states(press) == {"accepted": 30}
    assert len(set(server.message_ids)) == len(server.accepted) == 30


def test_what_can_not_be_recorded_is_not_sent(
    tmp_path: Path, server: Smtpd, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = newsroom(tmp_path, "sqlite:///data/store.db", server.port, connections=1)
    with room.press() as press:
        readers(press, 30)
        edition(press)
        real, calls = Journal.sending, []

        def failing(self, row: int, *, now) -> None:
            calls.append(row)
            if len(calls) == 5:
                raise DeliveryError("journal", "no space left on device", "free some space")
            real(self, row, now=now)

        with monkeypatch.context() as broken:
            broken.setattr(Journal, "sending", failing)
            report = deliver_due(press)
            assert "no space left" in report.errors[0]
        assert len(server.accepted) == 4
        deliver_due(press)
        assert states(press) == {"accepted": 30}
    assert len(set(server.message_ids)) == len(server.accepted) == 30


def test_a_delivery_that_breaks_for_an_unknown_reason_leaves_nothing_in_hand(
    room: Newsroom, server: Smtpd, monkeypatch: pytest.MonkeyPatch
) -> None:
    from syndicate.mail.composer import Composer

    with room.press() as press:
        readers(press, 30)
        edition(press)
        real, calls = Composer.compose, []

        def breaking(self, recipient):
            calls.append(recipient)
            if len(calls) == 10:
                raise ZeroDivisionError
            return real(self, recipient)

        with monkeypatch.context() as broken:
            broken.setattr(Composer, "compose", breaking)
            with pytest.raises(ZeroDivisionError):
                deliver_due(press)
        deliver_due(press)
        assert states(press) == {"accepted": 30}
    assert len(set(server.message_ids)) == len(server.accepted) == 30
