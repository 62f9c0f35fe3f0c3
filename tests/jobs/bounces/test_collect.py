"""Mailboxes: what is taken is marked, what is no report stays, and nothing is lost or deleted."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from syndicate.jobs.audience import returning
from syndicate.jobs.bounces import imap
from syndicate.jobs.bounces.collect import collect, collect_from
from syndicate.jobs.departures import Departures
from syndicate.jobs.press import Press
from syndicate.model.errors import BounceError, ConfigurationError, TransportError
from syndicate.store import bounces, runs
from tests.conftest import missing
from tests.support import dovecot
from tests.support.authority import certified
from tests.support.hub import closed_port
from tests.support.mailed import SAMPLES, mailed, reader, report
from tests.support.sites import Site

PERSONAL = (SAMPLES / "a-person-writes.eml").read_bytes()


def maildir(folder: Path, **mails: bytes) -> Path:
    for name in ("new", "cur", "tmp"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for name, data in mails.items():
        (folder / "new" / name).write_bytes(data)
    return folder


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_reports_of_a_maildir_are_taken_and_marked_as_seen(press: Press, tmp_path: Path) -> None:
    ida = reader(press)
    data = report(press, mailed(press, ida, press.clock()))
    box = maildir(tmp_path / "box", a=data, b=data.replace(b".1@mx", b".2@mx"))
    found = collect_from(press, box)
    assert dict(found.effects) == {"suppressed": 1, "counted": 1}
    assert (names(box / "new"), names(box / "cur")) == ([], ["a:2,S", "b:2,S"])


def test_what_is_no_report_stays_and_is_listed(press: Press, tmp_path: Path) -> None:
    box = maildir(tmp_path / "box", note=PERSONAL, trap=b"Content-Type: text/plain\n\n" * 200)
    found = collect_from(press, box)
    assert found.unrecognised == [
        ("note", "no report of any form that is known"),
        ("trap", "has more than 60 parts"),
    ]
    assert names(box / "new") == ["note", "trap"]


def test_a_dry_run_leaves_the_maildir_as_it_is(press: Press, tmp_path: Path) -> None:
    ida = reader(press)
    box = maildir(tmp_path / "box", a=report(press, mailed(press, ida, press.clock())))
    assert collect_from(press, box, dry_run=True).effects["suppressed"] == 1
    assert names(box / "new") == ["a"]
    with press.store.read() as connection:
        assert (bounces.of(connection, ida.id), runs.latest(connection)) == ([], {})


def test_nobody_is_barred_after_a_dry_run_by_what_is_kept_outside_the_store(
    press: Press, tmp_path: Path
) -> None:
    """Who left is known there too, for a store that was restored; and looked up before mailing."""
    ida = reader(press)
    box = maildir(tmp_path / "box", a=report(press, mailed(press, ida, press.clock())))
    collect_from(press, box, dry_run=True)
    assert list(Departures(press.config).all()) == []
    assert returning.catch_up(press) == 0


def test_a_report_whose_taking_was_not_marked_counts_once(press: Press, tmp_path: Path) -> None:
    ida = reader(press)
    data = report(press, mailed(press, ida, press.clock()))
    collect_from(press, maildir(tmp_path / "box", a=data))
    assert dict(collect_from(press, maildir(tmp_path / "box", a=data)).effects) == {"known": 1}


def test_it_stops_between_two_mails_when_told_to(press: Press, tmp_path: Path) -> None:
    box = maildir(tmp_path / "box", a=PERSONAL, b=PERSONAL, c=PERSONAL)
    seen: list[int] = []

    def stopping() -> bool:
        seen.append(1)
        return len(seen) > 2

    stopped = Press(press.config, press.store, press.clock, stopping)
    assert len(collect_from(stopped, box).unrecognised) == 2


def test_a_mail_that_can_t_be_opened_leaves_the_others_their_turn(
    press: Press, tmp_path: Path
) -> None:
    ida = reader(press)
    box = maildir(tmp_path / "box", b=report(press, mailed(press, ida, press.clock())))
    (box / "new/a").mkdir()
    found = collect_from(press, box)
    assert (found.unrecognised, found.effects["suppressed"]) == ([("a", "Is a directory")], 1)


def test_a_mail_s_name_of_any_bytes_is_told_in_letters(press: Press, tmp_path: Path) -> None:
    box = maildir(tmp_path / "box")
    (box / "new" / os.fsdecode(b"\xff.mx")).write_bytes(PERSONAL)
    ((name, _),) = collect_from(press, box).unrecognised
    assert name == "\\udcff.mx"


def test_a_folder_that_is_no_maildir_is_an_error(press: Press, tmp_path: Path) -> None:
    with pytest.raises(BounceError, match=r"maildir .*: No such file"):
        collect_from(press, tmp_path / "nothing")


def test_the_configured_mailbox_is_looked_into_and_the_run_recorded(
    site: Site, tmp_path: Path
) -> None:
    box = maildir(tmp_path / "box")
    with site.press(f"mail.bounces.maildir={box}") as press:
        ida = reader(press)
        maildir(box, a=report(press, mailed(press, ida, press.clock())))
        collect(press)
        with press.store.read() as connection:
            run = runs.latest(connection)["bounces"]
    assert (run.outcome, run.summary) == ("ok", {"reports": 1, "suppressed": 1, "unrecognised": 0})


def test_without_a_server_imap_asks_for_one(press: Press) -> None:
    with pytest.raises(ConfigurationError, match=r"\[mail.bounces\] host"):
        collect_from(press)


def imap_settings(port: int, authority: Path, **more: str) -> list[str]:
    told = {"host": "localhost", "port": port, "user": dovecot.USER, "password": dovecot.PASSWORD}
    return [f"mail.bounces.{k}={v}" for k, v in {**told, "authority": authority, **more}.items()]


def test_a_real_imap_folder_is_read_and_marked_and_nothing_deleted(
    site: Site, tmp_path: Path
) -> None:
    if dovecot.why_not():
        missing("dovecot", dovecot.why_not())
    served = certified(tmp_path / "tls")
    with dovecot.running(tmp_path / "dovecot", served) as running:
        settings = imap_settings(running.port, served.authority)
        with site.press(*settings) as press:
            ida = reader(press)
            data = report(press, mailed(press, ida, press.clock()))
            maildir(running.maildir, a=data, b=PERSONAL, c=data + b"\n" * 400_000)
            rehearsed = collect_from(press, dry_run=True)
            found = collect(press)
            again = collect(press)
        kept = [path.name for path in running.maildir.glob("*/*:2*")]
        with (
            site.press(*imap_settings(running.port, served.authority, password="wrong")) as press,
            pytest.raises(TransportError, match="refuses the account"),
        ):
            collect_from(press)
        with (
            site.press(
                *imap_settings(running.port, served.authority, folder="Häfen & Boote")
            ) as press,
            pytest.raises(TransportError, match="has no folder Häfen & Boote"),
        ):
            collect_from(press)
        with (
            site.press(*[each for each in settings if "authority" not in each]) as press,
            pytest.raises(TransportError, match=r"TLS: .*certificate"),
        ):
            collect_from(press)
    assert dict(found.effects) == dict(rehearsed.effects) == {"suppressed": 1, "known": 1}
    assert (len(found.unrecognised), len(again.unrecognised), again.reports) == (1, 1, 0)
    assert len(kept) == 3
    assert sum(name.endswith("S") for name in kept) == 2


def test_an_imap_server_that_goes_away_before_a_mail_is_marked_is_named(
    site: Site, tmp_path: Path
) -> None:
    if dovecot.why_not():
        missing("dovecot", dovecot.why_not())
    served = certified(tmp_path / "tls")
    with (
        dovecot.running(tmp_path / "dovecot", served) as running,
        site.press(*imap_settings(running.port, served.authority)) as press,
    ):
        maildir(running.maildir, a=PERSONAL)
        waiting = imap.waiting(press.config.mail.bounces)
        mail = next(waiting)
    with pytest.raises(TransportError, match="the connection was lost"):
        mail.done()
    waiting.close()


def test_an_imap_server_that_is_away_is_named(site: Site) -> None:
    port = closed_port()
    with (
        site.press("mail.bounces.host=127.0.0.1", f"mail.bounces.port={port}") as press,
        pytest.raises(TransportError, match=f"127.0.0.1:{port}: connection refused"),
    ):
        collect_from(press)
