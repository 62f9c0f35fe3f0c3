"""``mail status`` and ``status``: what a person or a program is told of deliveries."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from sqlalchemy import update

from syndicate.jobs.delivery import standing as jobs
from syndicate.jobs.delivery.deliver import deliver
from syndicate.jobs.delivery.run import log_of
from syndicate.store.schema import deliveries
from tests.support import mailing, smtpd
from tests.support.mailing import EDITION, Newsroom, begun, newsroom
from tests.support.sites import Site
from tests.support.smtpd import Smtpd
from tests.support.verbs import run, told

STORE = "sqlite:///data/store.db"
CLOCK = "2026-01-26T09:00:00"


@pytest.fixture
def room(tmp_path: Path, server: Smtpd) -> Newsroom:
    return newsroom(tmp_path, STORE, server.port, clock=CLOCK)


def test_looking_at_a_restored_store_shows_what_a_delivery_of_it_finds(
    room: Newsroom, tmp_path: Path
) -> None:
    begun(room)
    told(room.site, "backup", str(tmp_path / "unbegun.gz"))
    told(room.site, "deliver", "--limit", "1")
    told(room.site, "backup", str(tmp_path / "begun.gz"))
    told(room.site, "deliver", "--limit", "1")
    for backup in ("begun.gz", "unbegun.gz"):
        told(room.site, "restore", str(tmp_path / backup), "--yes")
        before = looks(room.site)
        assert run(room.site, "deliver").return_value == 4
        # It has been written down now; nobody is told anything else by that.
        assert looks(room.site) == before
        (status, data), (_, overview), (code, said) = before
        way = f"syndicate mail reconcile {EDITION} --log FILE"
        assert re.search(rf"^state +held \(.*; .*{way}\)$", status, re.MULTILINE)
        assert (data["state"], overview["editions"][0]["state"]) == ("held", "held")
        assert data["reason"].endswith(way)
        assert code == 4
        assert f"{EDITION}: held" in said
        assert way in said


def looks(site: Site) -> list[tuple[object, object]]:
    """What is told of the edition, in words and for programs."""
    shown = [
        line
        for line in told(site, "mail", "status", EDITION).splitlines()
        if not line.startswith(("recipients", "queued"))
    ]
    data = json.loads(told(site, "mail", "status", EDITION, "--json"))
    overview = json.loads(told(site, "mail", "status", "--json"))
    status = run(site, "status")
    waiting = [line for line in status.stdout.splitlines() if EDITION in line]
    told_of = {name: data[name] for name in ("state", "reason", "way_out")}
    for each in overview["editions"]:
        del each["counts"]
    return [
        ("\n".join(shown), told_of),
        (None, overview),
        (status.return_value, "\n".join(waiting)),
    ]


def test_the_rate_is_that_of_those_at_work_and_not_of_the_pause_before(room: Newsroom) -> None:
    with room.press() as press:
        mailing.readers(press, 40)
        mailing.edition(press)
        deliver(press, limit=10)
        room.later(seconds=60)
        deliver(press, limit=10)
        room.later(seconds=2)
        deliver(press, limit=10)
        # Twenty in two seconds, and not thirty in a minute and two.
        assert jobs.status(press, EDITION).rate == 600


def test_only_what_somebody_is_at_work_on_has_a_rate_and_an_end(room: Newsroom) -> None:
    begun(room)
    told(room.site, "deliver", "--limit", "1")
    shown = told(room.site, "mail", "status", EDITION)
    assert "goes on     with the next delivery\n" in shown
    assert "rate" not in shown
    assert "time left" not in shown
    with room.press() as press:
        with press.store.write() as connection:
            connection.execute(update(deliveries).where(deliveries.c.id == 2).values(claimant="x"))
        living = log_of(press, "x")
        shown = told(room.site, "mail", "status", EDITION)
        living.close()
    assert "at work     1 process\n" in shown
    assert re.search(r"^rate +\d+ a minute$", shown, re.MULTILINE)
    assert re.search("^time left +", shown, re.MULTILINE)
    assert "goes on" not in shown


def test_what_is_in_doubt_is_named_until_it_is_settled_or_has_expired(tmp_path: Path) -> None:
    lost = smtpd.at("recorded", smtpd.Drop(), times=[1], recipient="reader1@d1.example")
    with smtpd.running(lost) as server:
        room = newsroom(tmp_path, STORE, server.port, clock=CLOCK, mail='in_doubt = "hold"')
        begun(room)
        told(room.site, "deliver")
        way = f"settle the 1 in doubt: syndicate mail reconcile {EDITION} --log FILE; "
        for words in (["deliver"], ["deliver", "weekly"], ["run"], ["status"]):
            done = run(room.site, *words)
            assert done.return_value == 4, words
            assert way in done.stdout + done.stderr
        (named,) = json.loads(run(room.site, "status", "--json").stdout)["unsettled"]
        assert (named["edition"], named["mails"], way in named["way_out"]) == (EDITION, 1, True)
        (named,) = json.loads(run(room.site, "deliver", "--json").stdout)["editions"]
        assert (named["edition"], named["accepted"], named["unsettled"]) == (EDITION, 0, 1)
        with room.press() as press:
            row = next(row for row in mailing.rows(press) if row.state == "in doubt")
            assert [each.unsettled for each in deliver(press).editions] == [1]
            room.now = row.expires
            assert deliver(press).editions == ()
        told(room.site, "mail", "reconcile", EDITION, "--accepted")
        assert told(room.site, "deliver") == "Nothing is due.\n"
        assert run(room.site, "status").return_value in (None, 0)
