"""``deliver``, ``mail`` and ``digest approve``: what a person or a program is told."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread

import pytest

from syndicate.jobs.bounces.collect import take_mail
from syndicate.jobs.bounces.incoming import Incoming
from syndicate.jobs.bounces.taking import reads_of
from syndicate.jobs.delivery.deliver import deliver
from syndicate.model.errors import DeliveryError, ExitCode
from syndicate.store import editions
from tests.support import mailing, smtpd
from tests.support.hub import closed_port
from tests.support.mailed import complaint, mailed, reader, report
from tests.support.mailing import EDITION, Newsroom, begun, newsroom
from tests.support.sites import Site
from tests.support.smtpd import Smtpd
from tests.support.verbs import run, told

STORE = "sqlite:///data/store.db"
CLOCK = "2026-01-26T09:00:00"


@pytest.fixture
def room(tmp_path: Path, server: Smtpd) -> Newsroom:
    return newsroom(tmp_path, STORE, server.port, clock=CLOCK)


def test_an_edition_is_delivered_and_told_of(room: Newsroom, server: Smtpd) -> None:
    begun(room)
    assert told(room.site, "deliver") == f"{EDITION}: 3 accepted; done\n"
    assert told(room.site, "deliver") == "Nothing is due.\n"
    assert len(server.accepted) == 3


def test_programs_are_told_all(room: Newsroom) -> None:
    begun(room)
    report = json.loads(told(room.site, "deliver", "--json"))
    assert (report["accepted"], report["failed"], report["errors"]) == (3, 0, [])
    (edition,) = report["editions"]
    assert (edition["edition"], edition["state"]) == (EDITION, "done")
    assert edition["counts"] == {"accepted": 3}


def test_a_dry_run_sends_nothing(room: Newsroom, server: Smtpd) -> None:
    begun(room)
    lines = told(room.site, "deliver", "--dry-run").splitlines()
    assert lines[1].split() == [EDITION, "ready", "3", "0", "3"]
    lines = told(room.site, "deliver", "--dry-run", "--limit", "2").splitlines()
    assert lines[1].split() == [EDITION, "ready", "3", "0", "2"]
    assert server.accepted == []


def test_a_test_mail_goes_where_it_is_told(room: Newsroom, server: Smtpd) -> None:
    begun(room)
    said = told(room.site, "deliver", "weekly", "--test", "editor@gazette.example")
    assert said == "accepted: 250 2.0.0 Ok: queued\n"
    assert server.recipients == ["editor@gazette.example"]


def test_a_test_mail_that_is_refused_says_who_knows_more(tmp_path: Path) -> None:
    with smtpd.running(smtpd.at("rcpt", smtpd.Say("550 5.7.1 Not from you"))) as server:
        room = newsroom(tmp_path, STORE, server.port, clock=CLOCK)
        begun(room)
        done = run(room.site, "deliver", "weekly", "--test", "editor@gazette.example")
    assert done.return_value == 1
    assert done.stdout == "refused: 550 5.7.1 Not from you\n"
    assert "syndicate mail doctor" in done.stderr


def test_an_edition_that_is_done_is_not_begun_again(room: Newsroom) -> None:
    begun(room)
    told(room.site, "deliver", EDITION)
    done = run(room.site, "deliver", EDITION)
    assert isinstance(done.exception, DeliveryError)
    assert f"mail status {EDITION}" in str(done.exception)


@pytest.mark.parametrize("zone", ["Asia/Shanghai", "Pacific/Kiritimati", "America/Havana"])
def test_an_edition_that_is_not_there_is_made_by_what_is_advised(
    tmp_path: Path, server: Smtpd, zone: str
) -> None:
    """Whatever its cadence, and whichever the newsletter's zone and the site's."""
    offered = f'timezone = "{zone}"\nalso = ["daily 08:00", "monthly 1 08:00"]'
    clock = "2026-06-01T09:00:00"
    room = newsroom(tmp_path, STORE, server.port, newsletter=offered, clock=clock)
    for label in ("2020-W01", "2026-W04", "2025-12", "2026-01-25", "2026-03-07"):
        done = run(room.site, "deliver", f"weekly/{label}")
        assert isinstance(done.exception, DeliveryError)
        command = done.exception.way_out.partition(";")[0]
        assert command.startswith("make it first: syndicate digest make weekly")
        told(room.site, *command.split()[4:])
        with room.press() as press, press.store.read() as connection:
            assert editions.called(connection, "weekly", label) is not None


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("2026-W05", "its period is not over yet; it can be made from 2026-02-02 00:00 on"),
        ("2026-W99", "no period is called so; write one such as weekly/2026-W04"),
        ("2026-01-20", "newsletter weekly: has no daily editions; it offers: weekly"),
        ("2026-W03", "not made yet; make it first: syndicate digest make weekly --at 2026-01-19;"),
    ],
)
def test_an_edition_that_can_not_be_made_now_is_said_to_be_so(
    room: Newsroom, label: str, said: str
) -> None:
    assert said in str(run(room.site, "deliver", f"weekly/{label}").exception)


def test_what_failed_for_good_is_in_the_exit_code(tmp_path: Path) -> None:
    with smtpd.running(smtpd.at("rcpt", smtpd.Say("550 5.1.1 Nobody"))) as server:
        room = newsroom(tmp_path, STORE, server.port, clock=CLOCK)
        begun(room)
        done = run(room.site, "deliver")
    assert done.return_value == 4
    assert done.stdout == f"{EDITION}: 0 accepted, 3 failed; done\n"


def test_a_server_that_is_away_is_named_and_nothing_lost(room: Newsroom, tmp_path: Path) -> None:
    begun(room)
    from tests.support.hub import closed_port

    port = closed_port()
    text = room.site.file.read_text().splitlines()
    changed = [f"port = {port}" if line.startswith("port") else line for line in text]
    room.site.file.write_text("\n".join(changed))
    done = run(room.site, "deliver")
    assert done.return_value == 4
    assert f"127.0.0.1:{port}" in done.stderr
    assert json.loads(told(room.site, "mail", "status", "weekly", "--json"))["counts"] == {
        "queued": 3
    }


def test_the_status_says_how_it_stands(room: Newsroom) -> None:
    begun(room)
    assert told(room.site, "mail", "status", "weekly") == f"{EDITION}: its delivery has not begun\n"
    told(room.site, "deliver", "--limit", "2")
    lines = told(room.site, "mail", "status", "weekly").splitlines()
    pairs = dict(line.split(maxsplit=1) for line in lines)
    assert pairs["state"] == "sending"
    assert (pairs["accepted"], pairs["queued"]) == ("2", "1")


def test_the_status_says_what_was_accepted_and_came_back(room: Newsroom) -> None:
    begun(room)
    told(room.site, "deliver")
    status = ("mail", "status", EDITION)
    assert json.loads(told(room.site, *status, "--json"))["came_back"] == 0
    assert re.search(r"^accepted +3$", told(room.site, *status), re.MULTILINE)
    with room.press() as press:
        first, second, third = (row.id for row in mailing.rows(press))
        for data in (
            report(press, first, text="550 5.1.1 No such user"),
            # Once more, of the same mail.
            report(press, first, text="550 5.1.1 No such user", number=2),
            report(press, second, status="4.7.0", action="delayed"),
            complaint(press, third),
        ):
            take_mail(press, Incoming("mail", data), reads_of(press))
        other = mailed(press, reader(press), mailing.NOW)
        take_mail(press, Incoming("mail", report(press, other, number=3)), reads_of(press))
    assert json.loads(told(room.site, *status, "--json"))["came_back"] == 1
    shown = told(room.site, *status)
    assert re.search(r"^accepted +3, of which 1 came back later$", shown, re.MULTILINE)
    shown = told(room.site, "subscribers", "show", "reader0@d0.example")
    assert re.search(rf"^{EDITION} +accepted .* came back: .*5\.1\.1", shown, re.MULTILINE)
    assert "came back" not in told(room.site, "subscribers", "show", "reader1@d1.example")
    (had,) = json.loads(told(room.site, "subscribers", "show", "reader2@d2.example", "--json"))[
        "editions"
    ]
    assert had["came_back"] == ""


def test_the_status_says_why_nothing_moves_until_it_does(room: Newsroom, server: Smtpd) -> None:
    begun(room)
    server.orders.append(smtpd.at("banner", smtpd.Say("421 4.3.2 Down")))
    run(room.site, "deliver")
    shown = told(room.site, "mail", "status", "weekly")
    assert f"last run    mail server 127.0.0.1:{server.port}: hello: 421 4.3.2 Down" in shown
    trouble = json.loads(told(room.site, "mail", "status", "weekly", "--json"))["trouble"]
    assert "421 4.3.2 Down" in trouble
    server.orders.clear()
    told(room.site, "deliver", "--limit", "2")
    assert "last run" not in told(room.site, "mail", "status", "weekly")


def test_the_status_says_what_waits_and_until_when(room: Newsroom) -> None:
    with room.press() as press:
        mailing.readers(press, 3)
        mailing.readers(press, 2, start=100, hour=18)
        mailing.edition(press)
    assert "2 accepted" in told(room.site, "deliver", "--limit", "2")
    shown = told(room.site, "mail", "status", "weekly")
    # By the real clock the reader's hour is today's or tomorrow's.
    assert re.search(r"^waiting +2 until 20\d\d-\d\d-\d\d 02:00$", shown, re.MULTILINE)
    data = json.loads(told(room.site, "mail", "status", "weekly", "--json"))
    assert (data["ready"], data["waiting"]["mails"]) == (1, 2)
    assert data["waiting"]["first"] == data["waiting"]["last"]
    assert data["waiting"]["first"].endswith("T18:00:00+00:00")


def drawn(site: Site, *words: str) -> tuple[str, str]:
    """What a verb says, and all that it draws on a terminal.

    That is read while it is drawn on: it holds little, and who draws more has to wait.
    """
    ours, theirs = os.openpty()
    pieces: list[bytes] = []

    def watch() -> None:
        # Once nobody has its other end any more, reading is an error.
        with suppress(OSError):
            while piece := os.read(ours, 1 << 16):
                pieces.append(piece)

    termios.tcsetwinsize(theirs, (24, 160))
    watching = Thread(target=watch)
    watching.start()
    try:
        done = subprocess.run(
            [sys.executable, "-m", "syndicate", "--config", str(site.file), *words],
            stdout=subprocess.PIPE,
            stderr=theirs,
            env={**os.environ, "TERM": "xterm"},
            check=True,
            timeout=120,
        )
    finally:
        os.close(theirs)
        watching.join()
        os.close(ours)
    return done.stdout.decode(), b"".join(pieces).decode()


def test_the_bar_says_what_waits(room: Newsroom) -> None:
    with room.press() as press:
        mailing.readers(press, 3)
        mailing.readers(press, 2, start=100, hour=18)
        mailing.edition(press)
    said, bar = drawn(room.site, "deliver")
    assert "3 accepted" in said
    assert "2 wait until 02:00" in bar


def test_one_bar_is_drawn_at_a_time(room: Newsroom) -> None:
    begun(room, 50)
    _, bars = drawn(room.site, "deliver")
    preparing, delivering = "recipients of weekly", "delivering"
    assert preparing in bars.partition(delivering)[0]
    assert preparing not in bars.partition(delivering)[2]


def test_without_an_edition_the_status_lists_the_latest(room: Newsroom) -> None:
    begun(room)
    told(room.site, "deliver", "--limit", "2")
    lines = told(room.site, "mail", "status").splitlines()
    assert lines[0].split() == ["edition", "state", "accepted", "queued", "reason"]
    assert lines[1].split() == [EDITION, "sending", "2", "1"]
    (row,) = json.loads(told(room.site, "mail", "status", "--json"))["editions"]
    assert row["counts"] == {"accepted": 2, "queued": 1}


def test_without_any_edition_the_status_says_what_makes_one(room: Newsroom) -> None:
    with room.press():
        pass
    first, way = told(room.site, "mail", "status").splitlines()
    assert first == "There is no edition yet."
    assert "syndicate digest make NEWSLETTER" in way
    assert json.loads(told(room.site, "mail", "status", "--json"))["editions"] == []


def test_of_what_was_not_sent_there_is_nothing_to_settle(room: Newsroom) -> None:
    begun(room)
    done = told(room.site, "mail", "reconcile", "weekly", "--accepted")
    assert done == f"{EDITION}: nothing of it was sent, so there is nothing to settle\n"
    data = json.loads(told(room.site, "mail", "reconcile", "weekly", "--accepted", "--json"))
    assert (data["begun"], data["accepted"]) == (False, 0)
    assert "its delivery has not begun" in told(room.site, "mail", "status", "weekly")


def test_an_edition_is_paused_resumed_and_cancelled(room: Newsroom, server: Smtpd) -> None:
    begun(room)
    said = told(room.site, "mail", "pause", EDITION)
    assert said == f"{EDITION}: paused (by an operator)\n"
    done = run(room.site, "deliver")
    # A person wanted it so: nothing is amiss.
    assert done.return_value == 0
    assert done.stdout.splitlines() == [
        f"{EDITION}: paused (by an operator)",
        f"  go on: syndicate mail resume {EDITION}",
    ]
    assert told(room.site, "deliver", "weekly") == done.stdout
    assert f"go on: syndicate mail resume {EDITION}" in told(room.site, "mail", "status", EDITION)
    assert told(room.site, "mail", "resume", EDITION) == f"{EDITION}: ready\n"
    assert "cancelled" in told(room.site, "mail", "cancel", EDITION, "--yes")
    assert server.accepted == []


def test_each_gate_that_holds_an_edition_has_a_line(tmp_path: Path, server: Smtpd) -> None:
    room = newsroom(tmp_path, STORE, server.port, clock=CLOCK)
    begun(room)
    text = room.site.file.read_text()
    kept = [line for line in text.splitlines() if not line.startswith("postal_address")]
    room.site.file.write_text("\n".join(kept))
    told(room.site, "digest", "edit", "weekly", "--introduction", "{{ name }}")
    done = run(room.site, "deliver")
    assert done.return_value == 4
    first, *gates, way = done.stdout.splitlines()
    assert first == f"{EDITION}: nothing sent; held:"
    assert [line.partition(":")[0] for line in gates] == ["  placeholders", "  postal-address"]
    assert way == f"  once mended: syndicate mail release {EDITION}"
    (row,) = told(room.site, "mail", "status").splitlines()[1:]
    assert row.split()[-2:] == ["placeholders,", "postal-address"]
    rows = told(room.site, "status").splitlines()
    assert any(row.endswith("held (placeholders, postal-address)") for row in rows)


@pytest.fixture
def held(room: Newsroom) -> Newsroom:
    """An edition that a gate holds, since the last delivery."""
    begun(room)
    told(room.site, "digest", "edit", "weekly", "--introduction", "{{ name }}")
    assert run(room.site, "deliver").return_value == 4
    return room


WAY = f"once mended: syndicate mail release {EDITION}"


def test_an_edition_that_is_held_is_named_again_by_each_delivery(held: Newsroom) -> None:
    for words in (["deliver"], ["deliver", "weekly"], ["deliver", EDITION]):
        done = run(held.site, *words)
        first, way = done.stdout.splitlines()
        assert first.startswith(f"{EDITION}: ")
        assert "held (placeholders: '{{ name }}' stands in it" in first
        assert (way, done.return_value) == (f"  {WAY}", 4)
    (waiting,) = json.loads(told(held.site, "deliver", "--json"))["waiting"]
    assert (waiting["edition"], waiting["state"], waiting["way_out"]) == (EDITION, "held", WAY)


def test_an_edition_that_is_held_stays_in_a_dry_run(held: Newsroom) -> None:
    done = run(held.site, "deliver", "--dry-run")
    _, row, why, way = done.stdout.splitlines()
    assert row.split() == [EDITION, "held", "3", "0", "0"]
    assert why.startswith(f"{EDITION}: held (placeholders: ")
    assert (way, done.return_value) == (f"  {WAY}", 4)


def test_a_dry_run_tells_what_the_gates_would_say(room: Newsroom, server: Smtpd) -> None:
    begun(room)
    told(room.site, "digest", "edit", "weekly", "--introduction", "{{ name }}")
    done = run(room.site, "deliver", "--dry-run")
    _, row, why = done.stdout.splitlines()
    assert row.split() == [EDITION, "held", "3", "0", "0"]
    assert why.startswith(f"{EDITION}: would be held (placeholders: '{{{{ name }}}}' stands in it")
    assert done.return_value == 4
    (data,) = json.loads(run(room.site, "deliver", "--dry-run", "--json").stdout)["editions"]
    assert (data["before"], data["state"], data["due"]) == ("ready", "held", 0)
    assert data["reason"].startswith("placeholders: ")
    done = run(room.site, "run", "--only", "delivery", "--dry-run")
    assert done.stderr.startswith(f"warning: {EDITION}: would be held (placeholders: ")
    assert done.return_value == 4
    (data,) = json.loads(run(room.site, "run", "--dry-run", "--json").stdout)["would_hold"]
    assert data["edition"] == EDITION
    assert server.accepted == []


def test_a_run_warns_of_an_edition_that_is_held(held: Newsroom) -> None:
    done = run(held.site, "run", "--only", "delivery")
    assert done.return_value == 4
    warning, way = done.stderr.splitlines()
    assert warning.startswith(f"warning: {EDITION}: held (placeholders: ")
    assert way == f"  {WAY}"
    assert "nothing was due" not in done.stdout
    # Not what was asked for: then it says nothing of mail.
    assert run(held.site, "run", "--only", "press").return_value == 0


def test_the_status_says_how_an_edition_that_is_held_goes_on(held: Newsroom) -> None:
    done = run(held.site, "status")
    assert done.return_value == 4
    assert f"  {WAY}" in done.stdout.splitlines()
    (waiting,) = json.loads(told(held.site, "status", "--json"))["waiting"]
    assert (waiting["edition"], waiting["state"], waiting["way_out"]) == (EDITION, "held", WAY)
    assert WAY in told(held.site, "mail", "status", EDITION).splitlines()
    assert json.loads(told(held.site, "mail", "status", EDITION, "--json"))["way_out"] == WAY


def test_the_list_of_editions_says_how_far_their_mail_is(held: Newsroom) -> None:
    row = told(held.site, "digest", "list").splitlines()[1]
    assert " held (placeholders: " in row
    (listed,) = json.loads(told(held.site, "digest", "list", "--json"))
    assert listed["mail"] == "held"
    assert listed["reason"].startswith("placeholders: ")


def test_an_edition_that_is_too_large_for_the_server_says_so(tmp_path: Path) -> None:
    with smtpd.running(offers=("PIPELINING", "SIZE 2000")) as server:
        room = newsroom(tmp_path, STORE, server.port, clock=CLOCK)
        begun(room)
        done = run(room.site, "deliver")
        assert [command for command in server.commands if command.startswith("MAIL")] == []
    assert done.return_value == 4
    first, way = done.stdout.splitlines()
    assert re.search(
        r"552 5\.3\.4 the mail has \d+,\d{3} octets, and the server takes 2,000", first
    )
    assert way == (
        "  have the server take larger mails (Postfix: message_size_limit), or name one that does "
        "in [mail.smtp]; for smaller editions lower the newsletter's newest, "
        f"then: syndicate mail resume {EDITION}"
    )


def test_an_edition_that_no_server_wants_says_how_to_go_on(tmp_path: Path) -> None:
    with smtpd.running(smtpd.at("mail", smtpd.Say("530 5.7.0 No account"))) as server:
        room = newsroom(tmp_path, STORE, server.port, clock=CLOCK)
        begun(room)
        done = run(room.site, "deliver")
    assert done.return_value == 4
    first, way = done.stdout.splitlines()
    assert first == (
        f"{EDITION}: nothing sent; paused (refused before any recipient was named: "
        f"127.0.0.1:{server.port} says 530 5.7.0 No account)"
    )
    assert "syndicate mail doctor" in way
    assert way.endswith(f"then: syndicate mail resume {EDITION}")
    assert run(room.site, "status").return_value == 4
    assert way.strip() in told(room.site, "mail", "status", EDITION).splitlines()


def test_who_left_since_the_backup_is_not_mailed(room: Newsroom, server: Smtpd) -> None:
    begun(room)
    backup = str(room.site.root / "backup.gz")
    told(room.site, "backup", backup)
    told(room.site, "subscribers", "suppress", "reader1@d1.example")
    told(room.site, "subscribers", "erase", "reader2@d2.example", "--yes")
    done = run(room.site, "restore", backup, "--yes")
    assert "2 who had left since this store's backup have left again" in done.stderr
    assert told(room.site, "deliver") == f"{EDITION}: 1 accepted; done\n"
    assert server.recipients == ["reader0@d0.example"]


def test_a_store_that_was_restored_by_other_means_is_told_by_the_next_delivery(
    room: Newsroom, server: Smtpd
) -> None:
    begun(room)
    data = room.site.root / "data"
    with room.press() as press:
        press.store.wipe()
    before = {path: path.read_bytes() for path in data.glob("*.db*")}
    told(room.site, "subscribers", "suppress", "reader1@d1.example")
    for path in data.glob("*.db*"):
        path.unlink()
    for path, held in before.items():
        path.write_bytes(held)
    done = run(room.site, "deliver")
    assert "1 who had left since this store's backup has left again" in done.stderr
    assert server.recipients == ["reader0@d0.example", "reader2@d2.example"]


def test_what_could_have_gone_already_goes_next(room: Newsroom) -> None:
    begun(room)
    assert told(room.site, "deliver", "--limit", "2").splitlines() == [
        f"{EDITION}: 2 accepted; sending",
        "  goes on: with the next delivery",
    ]


def test_nothing_is_cancelled_without_a_word(room: Newsroom) -> None:
    begun(room)
    assert run(room.site, "mail", "cancel", EDITION).exception is not None
    assert told(room.site, "deliver") == f"{EDITION}: 3 accepted; done\n"


def test_nobody_is_counted_before_anybody_gets_it(tmp_path: Path, server: Smtpd) -> None:
    room = newsroom(tmp_path, STORE, server.port, clock=CLOCK, newsletter="approval = true")
    begun(room)
    told(room.site, "deliver")
    assert "recipients  not fixed yet\n" in told(room.site, "mail", "status", EDITION)
    told(room.site, "digest", "approve", EDITION)
    told(room.site, "deliver")
    assert "recipients  3 of 3 subscribers\n" in told(room.site, "mail", "status", EDITION)


def test_an_edition_is_approved(tmp_path: Path, server: Smtpd) -> None:
    room = newsroom(tmp_path, STORE, server.port, clock=CLOCK, newsletter="approval = true")
    begun(room)
    assert f"syndicate digest approve {EDITION}" in told(room.site, "deliver")
    assert told(room.site, "digest", "approve", EDITION) == f"{EDITION}: ready\n"
    assert told(room.site, "deliver") == f"{EDITION}: 3 accepted; done\n"


def test_an_edition_is_rejected(tmp_path: Path, server: Smtpd) -> None:
    room = newsroom(tmp_path, STORE, server.port, clock=CLOCK, newsletter="approval = true")
    begun(room)
    assert "rejected" in told(room.site, "digest", "reject", EDITION, "--yes")
    assert told(room.site, "deliver") == "Nothing is due.\n"


def test_what_is_in_doubt_is_listed_and_settled_by_a_log(tmp_path: Path) -> None:
    lost = smtpd.at("recorded", smtpd.Drop(), times=[1], recipient="reader1@d1.example")
    with smtpd.running(lost) as server:
        room = newsroom(tmp_path, STORE, server.port, clock=CLOCK, mail='in_doubt = "hold"')
        begun(room)
        assert "1 in doubt" in told(room.site, "deliver")
        assert "reader1@d1.example" in told(room.site, "mail", "status", EDITION)
        log = tmp_path / "log"
        log.write_text("\n".join(server.message_ids))
        dry = told(room.site, "mail", "reconcile", EDITION, "--log", str(log), "--dry-run")
        assert dry == f"{EDITION}: 1 would be accepted, 0 would be failed, 0 would be sent again\n"
        done = told(room.site, "mail", "reconcile", EDITION, "--log", str(log))
        assert done == f"{EDITION}: 1 accepted, 0 failed, 0 sent again\n"
    assert json.loads(told(room.site, "mail", "status", EDITION, "--json"))["counts"] == {
        "accepted": 3
    }


def test_what_is_in_doubt_and_goes_again_is_nobodys_to_settle(tmp_path: Path) -> None:
    lost = smtpd.at("recorded", smtpd.Drop(), times=[1], recipient="reader1@d1.example")
    with smtpd.running(lost) as server:
        room = newsroom(tmp_path, STORE, server.port, clock=CLOCK)
        begun(room)
        assert "1 in doubt" in told(room.site, "deliver")
        shown = told(room.site, "mail", "status", EDITION)
        assert "In doubt; they are sent again, with the same Message-ID\n" in shown
        assert "reader1@d1.example" in shown
        assert "mail reconcile" not in shown
        (row,) = json.loads(told(room.site, "mail", "status", EDITION, "--json"))["in_doubt"]
        assert row["due"] is not None
        # With the other setting the same mail waits for somebody's word.
        room.site.file.write_text(
            room.site.file.read_text().replace("[mail.smtp]", 'in_doubt = "hold"\n[mail.smtp]', 1)
        )
        shown = told(room.site, "mail", "status", EDITION)
        assert f"syndicate mail reconcile {EDITION} --log FILE\n" in shown
        (row,) = json.loads(told(room.site, "mail", "status", EDITION, "--json"))["in_doubt"]
        assert row["due"] is None


def test_mails_in_doubt_that_wait_for_a_word_are_not_all_well(tmp_path: Path) -> None:
    lost = smtpd.at("recorded", smtpd.Drop(), times=[1, 2, 3], recipient="reader1@d1.example")
    with smtpd.running(lost) as server:
        room = newsroom(tmp_path, STORE, server.port, clock=CLOCK)
        begun(room)
        # With "resend" they go by themselves.
        assert run(room.site, "deliver").return_value == ExitCode.OK
        room.site.file.write_text(
            room.site.file.read_text().replace("[mail.smtp]", 'in_doubt = "hold"\n[mail.smtp]', 1)
        )
        done = run(room.site, "deliver")
        way = f"settle the 1 in doubt: syndicate mail reconcile {EDITION} --log FILE; "
        assert f"done (1 in doubt)\n  {way}" in done.stdout
        assert done.return_value == ExitCode.PARTLY


def test_a_cycle_says_that_mails_in_doubt_wait_for_a_word(tmp_path: Path) -> None:
    lost = smtpd.at("recorded", smtpd.Drop(), times=[1], recipient="reader1@d1.example")
    with smtpd.running(lost) as server:
        room = newsroom(tmp_path, STORE, server.port, clock=CLOCK)
        begun(room)
        room.site.file.write_text(
            room.site.file.read_text().replace("[mail.smtp]", 'in_doubt = "hold"\n[mail.smtp]', 1)
        )
        done = run(room.site, "run", "--only", "delivery")
        assert f"warning: {EDITION}: settle the 1 in doubt: syndicate mail rec" in done.stderr
        assert done.return_value == ExitCode.PARTLY
        # Until somebody has given it.
        assert run(room.site, "run", "--only", "delivery").return_value == ExitCode.PARTLY
        told(room.site, "mail", "reconcile", EDITION, "--accepted")
        assert run(room.site, "run", "--only", "delivery").return_value == ExitCode.OK


def test_reconcile_wants_one_thing_to_settle_by(room: Newsroom) -> None:
    begun(room)
    done = run(room.site, "mail", "reconcile", EDITION)
    assert "Give one of" in str(done.exception)


def test_a_held_domain_is_released(tmp_path: Path) -> None:
    refused = smtpd.at("rcpt", smtpd.Say("550 5.7.1 Policy"), recipient="reader1@d1.example")
    with smtpd.running(refused) as server:
        room = newsroom(tmp_path, STORE, server.port, clock=CLOCK)
        begun(room)
        said = (
            "nothing goes to d1.example: 550 5.7.1 Policy; "
            "once mended: syndicate mail release --domain d1.example\n"
        )
        # Said until somebody lets it go, though the others are sent and nothing else is wrong.
        for words in (["deliver"], ["deliver", "weekly"], ["run", "--only", "delivery"]):
            done = run(room.site, *words)
            assert f"warning: {said}" in done.stderr
            assert done.return_value == ExitCode.PARTLY
        done = run(room.site, "status")
        assert said in done.stdout
        assert done.return_value == ExitCode.PARTLY
        (held,) = json.loads(told(room.site, "status", "--json"))["held"]
        assert (held["domain"], held["reason"]) == ("d1.example", "550 5.7.1 Policy")
        assert json.loads(told(room.site, "deliver", "--json"))["held"] == [held]
        server.orders.clear()
        done = told(room.site, "mail", "release", "--domain", "d1.example")
        assert done == "d1.example: 1 mail goes out with the next delivery\n"
        for words in (["deliver"], ["run", "--only", "delivery"]):
            assert run(room.site, *words).return_value == ExitCode.OK
        assert json.loads(told(room.site, "status", "--json"))["held"] == []
        assert "reader1@d1.example" in server.recipients


def test_what_a_domain_put_off_itself_is_told_of_when_it_is_released(tmp_path: Path) -> None:
    later = smtpd.at("rcpt", smtpd.Say("450 4.7.28 Too fast"), recipient="reader1@d1.example")
    with smtpd.running(later) as server:
        room = newsroom(tmp_path, STORE, server.port, clock=CLOCK)
        begun(room)
        run(room.site, "deliver", "--limit", "3")
        first, more = told(
            room.site, "mail", "release", "--domain", "d1.example", "--dry-run"
        ).splitlines()
        assert first == "d1.example: 0 mails would go out with the next delivery"
        assert re.fullmatch(
            r"  1 waits for its next attempt, until 20\d\d-\d\d-\d\d \d\d:\d\d", more
        )
        done = json.loads(told(room.site, "mail", "release", "--domain", "d1.example", "--json"))
        assert (done["waiting"], done["later"]) == (0, 1)
        assert done["next"] is not None


def test_what_failed_is_tried_again(tmp_path: Path) -> None:
    full = smtpd.at("rcpt", smtpd.Say("552 5.2.2 Full"), times=[1])
    with smtpd.running(full) as server:
        room = newsroom(tmp_path, STORE, server.port, clock=CLOCK)
        begun(room)
        run(room.site, "deliver")
        assert told(room.site, "mail", "retry", EDITION) == f"{EDITION}: 3 will be tried again\n"
        assert "3 accepted" in told(room.site, "deliver")


def test_what_is_given_up_or_left_out_is_told(tmp_path: Path) -> None:
    busy = smtpd.at("rcpt", smtpd.Say("450 4.2.0 Busy"), recipient="reader1@d1.example")
    with smtpd.running(busy) as server:
        room = newsroom(tmp_path, STORE, server.port, clock=CLOCK)
        begun(room)
        # Long ago: by the machine's own clock all of it is over now.
        with room.press() as press:
            deliver(press, limit=2)
        done = run(room.site, "deliver")
    assert done.stdout == f"{EDITION}: nothing sent, 1 failed, 1 left out; done\n"
    assert done.return_value == ExitCode.PARTLY


def test_an_error_names_its_edition(tmp_path: Path) -> None:
    room = newsroom(tmp_path, STORE, closed_port(), clock=CLOCK)
    begun(room)
    for words in (["deliver"], ["run", "--only", "delivery"]):
        done = run(room.site, *words)
        assert f"error: {EDITION}: mail server 127.0.0.1:" in done.stderr
        assert done.return_value == ExitCode.PARTLY
    (told_of,) = json.loads(run(room.site, "deliver", "--json").stdout)["errors"]
    assert told_of.startswith(f"{EDITION}: mail server ")


@contextmanager
def delivering(room: Newsroom, *words: str) -> Iterator[subprocess.Popen[str]]:
    """``deliver`` in a process of its own."""
    verb = [sys.executable, "-m", "syndicate", "--config", str(room.site.file), "deliver"]
    process = subprocess.Popen(
        [*verb, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def until(process: subprocess.Popen[str], true: Callable[[], object]) -> None:
    while not true():
        assert process.poll() is None
        os.sched_yield()


@pytest.mark.parametrize(
    ("by", "code", "last"),
    [
        (signal.SIGTERM, 0, ""),
        (signal.SIGINT, 130, "syndicate: stopped\n"),
    ],
)
def test_who_is_told_to_stop_finishes_what_is_on_the_wire(
    tmp_path: Path, by: signal.Signals, code: int, last: str
) -> None:
    with smtpd.running(smtpd.at("dot", smtpd.Wait(0.05))) as server:
        room = newsroom(tmp_path, STORE, server.port, clock=CLOCK)
        begun(room, 200)
        with delivering(room) as sending:
            until(sending, lambda: len(server.accepted) >= 5)
            sending.send_signal(by)
            # Told as one of a group as well, which is no second word.
            sending.send_signal(by)
            said, noted = sending.communicate(timeout=30)
        sent = len(server.accepted)
    assert sending.returncode == code
    assert noted.endswith(last)
    assert ("Ctrl-C again ends it at once" in noted) is (by == signal.SIGINT)
    assert said.startswith(f"{EDITION}: {sent} accepted; sending")
    with room.press() as press:
        assert mailing.states(press) == {"accepted": sent, "queued": 200 - sent}
        # Nobody has to be recovered.
        assert deliver(press, limit=1).recovered.freed == 0


@pytest.mark.parametrize("by", [signal.SIGTERM, signal.SIGINT])
def test_a_second_signal_ends_a_delivery_at_once(tmp_path: Path, by: signal.Signals) -> None:
    with smtpd.running(smtpd.at("recorded", smtpd.Wait(forever=True))) as server:
        room = newsroom(tmp_path, STORE, server.port, clock=CLOCK)
        begun(room, 200)
        with delivering(room) as sending:
            until(sending, lambda: len(server.accepted) == 2)
            sending.send_signal(by)
            # What comes within a second is the same word.
            time.sleep(1.2)
            assert sending.poll() is None
            sending.send_signal(by)
            said, noted = sending.communicate(timeout=30)
        assert (sending.returncode, said) == (130, "")
        assert noted.endswith("syndicate: stopped\n")
        with room.press() as press:
            # What was on the wire was noted to its end: nobody has to find it out.
            assert mailing.states(press) == {"in doubt": 2, "queued": 198}


@pytest.mark.parametrize("stage", ["banner", "hello"])
def test_a_server_that_says_nothing_keeps_nobody_from_stopping(tmp_path: Path, stage: str) -> None:
    with smtpd.running(smtpd.at(stage, smtpd.Wait(forever=True))) as server:
        room = newsroom(tmp_path, STORE, server.port, clock=CLOCK)
        begun(room)
        with delivering(room) as sending:
            until(sending, lambda: server.connections == 2)
            sending.send_signal(signal.SIGTERM)
            said, noted = sending.communicate(timeout=60)
    assert (sending.returncode, noted) == (0, "")
    assert said.startswith(f"{EDITION}: nothing sent; sending\n")


def test_nor_does_it_keep_a_test_mail(tmp_path: Path) -> None:
    with smtpd.running(smtpd.at("banner", smtpd.Wait(forever=True))) as server:
        room = newsroom(tmp_path, STORE, server.port, clock=CLOCK)
        begun(room)
        with delivering(room, "weekly", "--test", "editor@gazette.example") as sending:
            until(sending, lambda: server.connections == 1)
            sending.send_signal(signal.SIGTERM)
            said, _ = sending.communicate(timeout=60)
    assert (sending.returncode, said) == (1, "unsent: stopped before a server could be used\n")


def test_the_edition_that_was_meant_is_named_whole(room: Newsroom) -> None:
    begun(room)
    assert told(room.site, "mail", "pause", "weekly").startswith(f"{EDITION}: paused")
    assert told(room.site, "mail", "resume", "weekly").startswith(f"{EDITION}: ready")


def test_a_status_has_times_of_the_sites_zone(room: Newsroom) -> None:
    begun(room)
    told(room.site, "deliver")
    shown = told(room.site, "mail", "status", "weekly")
    assert "recipients  3 of 3 subscribers" in shown
    assert "+00:00" not in shown
