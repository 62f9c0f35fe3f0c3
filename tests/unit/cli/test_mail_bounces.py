"""``mail bounces``: what a person, a program and a mail server are told."""

from __future__ import annotations

import json
import os
import re
import signal
import smtplib
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from syndicate.cli.context import Context
from syndicate.cli.mail_bounces import bounces
from syndicate.model.errors import ConfigurationError
from syndicate.store import suppressions
from tests.support.mailed import SAMPLES, mailed, reader, report
from tests.support.sites import Site, make_site

PERSONAL = (SAMPLES / "a-person-writes.eml").read_bytes()


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return make_site(tmp_path / "site")


def fresh_report(site: Site, status: str = "5.1.1") -> bytes:
    """A report of just now on a mail to Ida."""
    now = datetime.now(UTC)
    with site.press(now=now.isoformat()) as press:
        return report(press, mailed(press, reader(press), now), status=status)


def maildir(site: Site, **mails: bytes) -> Path:
    box = site.root / "box"
    (box / "new").mkdir(parents=True, exist_ok=True)
    for name, data in mails.items():
        (box / "new" / name).write_bytes(data)
    return box


def run(site: Site, *words: object, given: bytes = b"") -> Result:
    context = Context(str(site.file))
    return CliRunner().invoke(
        bounces, [str(word) for word in words], obj=context, standalone_mode=False, input=given
    )


def barred(site: Site) -> list[str]:
    with site.press() as press:
        ida = reader(press)
        with press.store.read() as connection:
            return [each.reason for each in suppressions.of(connection, ida.fingerprint)]


def test_what_was_taken_is_listed(site: Site) -> None:
    done = run(site, "--maildir", maildir(site, a=fresh_report(site)))
    head, row, last = done.stdout.splitlines()
    assert head.split()[:3] == ["effect", "kind", "status"]
    assert row.split() == [
        "suppressed",
        "hard",
        "5.1.1",
        "verp",
        "1",
        "quayside.example",
        "refused",
    ]
    assert (last, done.return_value) == ("1 report, 1 suppressed", 0)


def test_mails_that_are_no_reports_are_named_and_the_exit_code_says_so(site: Site) -> None:
    done = run(site, "--maildir", maildir(site, a=fresh_report(site), note=PERSONAL))
    assert done.return_value == 4
    assert done.stdout.endswith("1 report, 1 suppressed, 1 mail that is no report\n")
    assert done.stderr == "warning: note: no report of any form that is known\n"


def test_several_are_told_as_several(site: Site) -> None:
    data = fresh_report(site)
    done = run(site, "--maildir", maildir(site, a=data, b=data, n=PERSONAL, o=PERSONAL))
    said = "2 reports, 1 known, 1 suppressed, 2 mails that are no reports\n"
    assert done.stdout.endswith(said)


def test_a_held_domain_is_a_warning_that_says_what_to_do(site: Site) -> None:
    done = run(site, "--maildir", maildir(site, a=fresh_report(site, "5.7.26")))
    assert "quayside.example is held" in done.stderr
    assert "`syndicate mail release --domain quayside.example`" in done.stderr


def test_a_dry_run_changes_nothing(site: Site) -> None:
    done = run(site, "--maildir", maildir(site, a=fresh_report(site)), "--dry-run")
    assert done.stdout.splitlines()[-1] == "1 report, 1 suppressed (nothing was changed)"
    assert barred(site) == []


def test_a_program_gets_all_of_it(site: Site) -> None:
    box = maildir(site, a=fresh_report(site), note=PERSONAL)
    told = json.loads(run(site, "--maildir", box, "--json").stdout)
    assert (told["reports"], told["effects"]) == (1, {"suppressed": 1})
    assert told["taken"][0]["kind"] == "hard"
    assert told["unrecognised"] == [
        {"mail": "note", "reason": "no report of any form that is known"}
    ]


def test_a_pipe_takes_one_mail(site: Site) -> None:
    done = run(site, "--stdin", given=fresh_report(site))
    assert (done.return_value, barred(site)) == (0, ["bounced"])


def test_a_pipe_accepts_what_is_no_report_so_that_nothing_bounces_back(site: Site) -> None:
    fresh_report(site)
    assert run(site, "--stdin", given=PERSONAL).return_value == 0


def test_a_pipe_asks_to_try_again_while_the_store_is_away(site: Site) -> None:
    done = run(site, "--stdin", given=b"From: a@b.example\n\nx")
    assert done.return_value == 75
    assert "has no tables yet" in done.stderr


def test_a_pipe_asks_to_try_again_while_the_configuration_is_wrong(site: Site) -> None:
    site.file.write_text(site.file.read_text() + "\n[nonsense]\nkey = 1\n")
    done = run(site, "--stdin", given=PERSONAL)
    assert done.return_value == 75
    assert all(line.startswith("syndicate: ") for line in done.stderr.splitlines())
    assert "nonsense" in done.stderr


def test_a_pipe_asks_to_try_again_while_the_secrets_can_not_be_read(site: Site) -> None:
    fresh_report(site)
    (key,) = site.root.rglob("tokens.key")
    key.unlink()
    key.mkdir()
    done = run(site, "--stdin", given=PERSONAL)
    assert done.return_value == 75
    assert "tokens.key" in done.stderr


def test_a_pipe_asks_to_try_again_while_the_store_is_damaged(site: Site) -> None:
    fresh_report(site)
    (store,) = site.root.rglob("store.db")
    store.write_bytes(b"this is no database, and long enough to tell " * 100)
    assert run(site, "--stdin", given=PERSONAL).return_value == 75


def test_by_hand_a_wrong_configuration_is_an_error_as_ever(site: Site) -> None:
    site.file.write_text(site.file.read_text() + "\n[nonsense]\nkey = 1\n")
    done = run(site, "--maildir", maildir(site))
    assert isinstance(done.exception, ConfigurationError)


def test_without_a_mailbox_it_says_what_to_configure(site: Site) -> None:
    fresh_report(site)
    done = run(site)
    assert str(done.exception).startswith("[mail.bounces]: names no mailbox; give maildir")


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        (["--imap", "--stdin"], "choose one of"),
        (["--lmtp", "127.0.0.1:1", "--json"], "neither"),
        (["--lmtp", "2424"], "is no address"),
        (["--lmtp", "localhost:99999"], "is no address"),
    ],
)
def test_what_makes_no_sense_is_refused(site: Site, words: list[str], fault: str) -> None:
    assert fault in str(run(site, *words).exception)


def test_a_mail_server_hands_reports_over_until_it_is_told_to_stop(site: Site) -> None:
    data = fresh_report(site)
    words = ["--config", str(site.file), "mail", "bounces", "--lmtp", "127.0.0.1:0"]
    process = subprocess.Popen(
        [sys.executable, "-m", "syndicate", *words],
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ,
    )
    try:
        assert process.stderr is not None
        found = re.search(r"at 127\.0\.0\.1 port (\d+)", process.stderr.readline())
        assert found is not None
        with smtplib.LMTP("127.0.0.1", int(found[1])) as client:
            client.sendmail("", ["bounce@gazette.example"], data)
            with pytest.raises(smtplib.SMTPDataError, match="takes reports"):
                client.sendmail("", ["bounce@gazette.example"], PERSONAL)
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=30) == 0
    finally:
        process.kill()
        process.communicate()
    assert barred(site) == ["bounced"]
