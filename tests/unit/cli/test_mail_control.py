"""``mail pause`` and its like, and ``digest approve``: rehearsed, asked about, then done."""

from __future__ import annotations

import json
from pathlib import Path

import click
import pytest
from sqlalchemy import select

from syndicate.store.schema import metadata
from tests.support import mailing, smtpd
from tests.support.mailing import EDITION, Newsroom, newsroom
from tests.support.smtpd import Smtpd
from tests.support.verbs import run, told

CLOCK = "2026-01-26T09:00:00"


@pytest.fixture
def room(store_url: str, tmp_path: Path, server: Smtpd) -> Newsroom:
    return newsroom(tmp_path, store_url, server.port, clock=CLOCK)


@pytest.fixture
def approving(store_url: str, tmp_path: Path, server: Smtpd) -> Newsroom:
    more = "approval = true"
    return newsroom(tmp_path, store_url, server.port, clock=CLOCK, newsletter=more)


def begun(room: Newsroom, number: int = 5) -> None:
    with room.press() as press:
        mailing.readers(press, number)
        mailing.edition(press)


def held(room: Newsroom) -> dict[str, list[object]]:
    """Everything that the store holds."""
    with room.press() as press, press.store.read() as connection:
        return {
            table.name: [tuple(row) for row in connection.execute(select(table))]
            for table in metadata.sorted_tables
        }


def rehearsed(room: Newsroom, *words: str) -> str:
    """What a dry run says; it leaves every row of every table as it was."""
    before = held(room)
    data = json.loads(told(room.site, *words, "--dry-run", "--json"))
    assert data["dry_run"] is True
    said = told(room.site, *words, "--dry-run")
    assert held(room) == before
    return said


def test_a_pause_and_a_resumption_are_rehearsed(room: Newsroom) -> None:
    begun(room)
    told(room.site, "deliver", "--limit", "2")
    would = rehearsed(room, "mail", "pause", "weekly")
    assert would == f"{EDITION}: would be paused (by an operator)\n"
    assert told(room.site, "mail", "pause", "weekly") == would.replace("would be ", "")
    would = rehearsed(room, "mail", "resume", "weekly")
    assert would == f"{EDITION}: would be sending\n"
    assert told(room.site, "mail", "resume", "weekly") == would.replace("would be ", "")


def test_a_cancellation_is_rehearsed(room: Newsroom, server: Smtpd) -> None:
    begun(room)
    told(room.site, "deliver", "--limit", "2")
    would = rehearsed(room, "mail", "cancel", "weekly")
    assert would.splitlines() == [
        f"{EDITION}: would be cancelled (by an operator)",
        "  2 have got it, 3 won't",
    ]
    assert told(room.site, "mail", "cancel", "weekly", "--yes") == would.replace("would be ", "")
    assert len(server.accepted) == 2


def test_the_question_before_a_cancellation_names_the_edition_and_its_people(
    room: Newsroom,
) -> None:
    begun(room)
    told(room.site, "deliver", "--limit", "2")
    done = run(room.site, "mail", "cancel", "weekly")
    assert isinstance(done.exception, click.UsageError)
    assert done.exception.message == (
        f"Nothing more of {EDITION} will ever be sent: 2 have got it, 3 won't. Say --yes to go on"
    )
    assert "3 accepted" in told(room.site, "deliver")


def test_what_is_not_begun_nobody_has_got(room: Newsroom) -> None:
    begun(room)
    done = run(room.site, "mail", "cancel", "weekly")
    assert f"{EDITION} will ever be sent: nobody has got it." in str(done.exception)


def test_what_can_no_more_be_cancelled_is_not_asked_about(room: Newsroom) -> None:
    begun(room)
    told(room.site, "deliver")
    for words in (["--yes"], ["--dry-run"], []):
        done = run(room.site, "mail", "cancel", "weekly", *words)
        assert f"edition {EDITION}: it is done" in str(done.exception)


def test_another_try_is_rehearsed(store_url: str, tmp_path: Path) -> None:
    full = smtpd.at("rcpt", smtpd.Say("552 5.2.2 Full"), times=[1])
    with smtpd.running(full) as server:
        room = newsroom(tmp_path, store_url, server.port, clock=CLOCK)
        begun(room)
        run(room.site, "deliver")
        would = rehearsed(room, "mail", "retry", "weekly")
        assert would == f"{EDITION}: 5 would be tried again\n"
        assert "5 will be tried" in told(room.site, "mail", "retry", "weekly")


def test_a_release_is_rehearsed(room: Newsroom) -> None:
    begun(room)
    told(room.site, "digest", "edit", "weekly", "--introduction", "{{ name }}")
    assert run(room.site, "deliver").return_value == 4
    would = rehearsed(room, "mail", "release", "weekly", "--waive", "placeholders")
    assert would == f"{EDITION}: would be ready\n"
    assert json.loads(told(room.site, "mail", "status", "weekly", "--json"))["state"] == "held"
    assert told(room.site, "mail", "release", "weekly") == f"{EDITION}: ready\n"


@pytest.mark.usefixtures("attentive")
def test_where_a_relay_held_many_domains_they_are_released_at_once(
    store_url: str, tmp_path: Path
) -> None:
    refused = smtpd.at("dot", smtpd.Say("554 5.7.1 Looks like spam"))
    with smtpd.running(refused) as server:
        room = newsroom(tmp_path, store_url, server.port, clock=CLOCK, mail="per_domain = 1")
        with room.press() as press:
            # Those that are refused, one or two of each domain, wait as the others do.
            mailing.readers(
                press,
                [f"{name}@quay{number}.example" for name in "abc" for number in range(12)],
            )
            mailing.edition(press)
        said = run(room.site, "deliver").stderr.splitlines()
        assert len([line for line in said if "nothing goes to quay" in line]) == 10
        assert said[-1] == (
            "warning: nothing goes to 2 more: syndicate mail status; "
            "once mended, all at once: syndicate mail release --all-domains"
        )
        would = told(room.site, "mail", "release", "--all-domains", "--dry-run")
        assert told(room.site, "deliver") == "Nothing is due.\n"
        server.orders.clear()
        done = json.loads(told(room.site, "mail", "release", "--all-domains", "--json"))
        assert (len(done["domains"]), done["waiting"], done["later"]) == (12, 36, 0)
        assert would == "12 domains: 36 mails would go out with the next delivery\n"
        assert told(room.site, "mail", "release", "--all-domains") == "No domain is held.\n"
        assert told(room.site, "deliver").startswith(f"{EDITION}: 36 accepted; done\n")


def test_the_release_of_a_domain_is_rehearsed(store_url: str, tmp_path: Path) -> None:
    refused = smtpd.at("rcpt", smtpd.Say("550 5.7.1 Policy"), recipient="reader1@d1.example")
    with smtpd.running(refused) as server:
        room = newsroom(tmp_path, store_url, server.port, clock=CLOCK)
        begun(room, 8)
        run(room.site, "deliver")
        words = ("mail", "release", "--domain", "d1.example")
        would = rehearsed(room, *words)
        assert would.startswith("d1.example: ")
        assert would.endswith(" would go out with the next delivery\n")
        done = told(room.site, *words)
        assert done.split()[:2] == would.split()[:2]
        assert run(room.site, *words).exception is not None


def test_an_approval_is_rehearsed(approving: Newsroom, server: Smtpd) -> None:
    begun(approving)
    would = rehearsed(approving, "digest", "approve", "weekly")
    assert would == f"{EDITION}: would be ready\n"
    told(approving.site, "deliver")
    assert server.accepted == []
    assert told(approving.site, "digest", "approve", "weekly") == f"{EDITION}: ready\n"


def test_a_rejection_is_rehearsed_and_asked_about(approving: Newsroom) -> None:
    begun(approving)
    would = rehearsed(approving, "digest", "reject", "weekly")
    assert would.splitlines() == [
        f"{EDITION}: would be cancelled (rejected by an operator)",
        "  nobody has got it",
    ]
    done = run(approving.site, "digest", "reject", "weekly")
    assert isinstance(done.exception, click.UsageError)
    assert done.exception.message == (
        f"{EDITION} will never be sent; 5 subscribers would have got it. Say --yes to go on"
    )
    assert (
        json.loads(told(approving.site, "deliver", "--json"))["editions"][0]["state"] == "awaiting"
    )


def test_a_test_mail_to_no_address_is_wrong_usage(room: Newsroom, server: Smtpd) -> None:
    begun(room)
    done = run(room.site, "deliver", "weekly", "--test", "editor at gazette")
    assert isinstance(done.exception, click.BadParameter)
    assert done.exception.exit_code == 2
    said = done.exception.format_message()
    assert said.startswith("Invalid value for --test: 'editor at gazette': not a mail address")
    assert server.accepted == []


def test_a_test_mail_is_rehearsed(room: Newsroom, server: Smtpd) -> None:
    begun(room)
    would = rehearsed(room, "deliver", "weekly", "--test", "editor@gazette.example")
    assert would == f"{EDITION}: one mail would be sent to editor@gazette.example\n"
    assert server.accepted == []


@pytest.fixture
def restored(room: Newsroom) -> Newsroom:
    """A store from before two of the mails went out."""
    begun(room)
    backup = str(room.site.root / "backup.gz")
    told(room.site, "backup", backup)
    told(room.site, "deliver", "--limit", "2")
    told(room.site, "restore", backup, "--yes")
    return room


def test_a_rehearsed_delivery_knows_that_a_restored_store_holds_it(restored: Newsroom) -> None:
    (edition,) = json.loads(told(restored.site, "deliver", "--dry-run", "--json"))["editions"]
    assert (edition["state"], edition["due"]) == ("held", 0)
    assert json.loads(told(restored.site, "run", "--dry-run", "--json"))["would_mail"] == []
    done = run(restored.site, "deliver")
    assert "nothing sent; held" in done.stdout


def test_of_a_restored_store_nobody_is_told_that_it_knows_all(restored: Newsroom) -> None:
    would = told(restored.site, "mail", "cancel", "weekly", "--dry-run")
    assert would.endswith("  nobody has got it, as far as this restored store knows\n")
    run(restored.site, "deliver")
    would = told(restored.site, "mail", "cancel", "weekly", "--dry-run")
    assert would.endswith("  0 have got it, 5 won't, as far as this restored store knows\n")


def test_an_edition_can_be_cancelled_though_what_is_known_outside_cannot_be_read(
    restored: Newsroom,
) -> None:
    next(restored.site.root.rglob("deliveries.json")).write_text("not that")
    assert "as far as this restored store knows" in told(
        restored.site, "mail", "cancel", "weekly", "--yes"
    )
