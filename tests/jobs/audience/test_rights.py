"""Rights: all that is held is told, and all that names somebody is forgotten."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from syndicate.jobs.audience import leaving, rights
from syndicate.jobs.audience.tidying import tidy
from syndicate.jobs.press import Press
from syndicate.jobs.transports import maildir, outbox
from syndicate.model.edition import Period
from syndicate.model.errors import TokenError
from syndicate.store import bounces, domains, editions, suppressions
from syndicate.store.bounces import Bounce
from syndicate.store.domains import Domain
from syndicate.store.schema import deliveries
from tests.support.articles import at
from tests.support.audience import (
    CANONICAL,
    NELL,
    NOW,
    ask,
    bar,
    confirm,
    contents,
    fingerprint,
    happened,
    held,
    is_known,
    queued,
    states,
    subscribe,
    token,
)
from tests.support.sites import Site

PERIOD = Period(
    "weekly", at("2026-01-18T16:00"), at("2026-01-25T16:00"), "Asia/Shanghai", "2026-W04"
)
MESSAGE_ID = "<0f3c.2026-W04@gazette.example>"
REPLY = "<Nell.Harrow@saltmarrow.example>: user nell.harrow has no mailbox"


def mailed(press: Press) -> int:
    """Nell was sent an edition, which bounced; her number."""
    number = subscribe(press).subscriber.id
    with press.store.write() as connection:
        edition = editions.make(connection, "weekly", PERIOD, state="open", made=NOW, pool=())
        connection.execute(
            insert(deliveries).values(
                edition_id=edition.id,
                subscriber_id=number,
                domain="saltmarrow.example",
                state="failed",
                reason=REPLY,
                due=NOW,
                expires=NOW,
                code=550,
                reply=REPLY,
                message_id=MESSAGE_ID,
            )
        )
        bounces.record(
            connection, Bounce("f" * 64, number, None, NOW, "hard", "dsn", "5.1.1", REPLY)
        )
        domain = Domain("saltmarrow.example", reason=REPLY)
        domains.write(connection, [domain], now=NOW)
    bar(press, "", "bounced", detail=REPLY)
    return number


def test_the_data_tells_of_everything(site: Site) -> None:
    with site.press() as press:
        mailed(press)
        told = rights.held(press, token(press))
        assert told["subscriber"]["address"] == NELL
        assert [each["newsletter"] for each in told["subscriptions"]] == ["weekly"]
        assert [each["kind"] for each in told["history"]] == ["confirmed", "asked"]
        assert [each["kind"] for each in told["letters"]] == ["confirm"]
        assert [(each["label"], each["code"]) for each in told["editions"]] == [("2026-W04", 550)]
        assert [each["status"] for each in told["bounces"]] == ["5.1.1"]
        assert [each["reason"] for each in told["suppressions"]] == ["bounced"]
        assert told["subscriber"]["created"] == NOW.isoformat()
        json.dumps(told)


def test_telling_changes_nothing(site: Site) -> None:
    with site.press() as press:
        mailed(press)
        before = contents(press)
        rights.held(press, token(press))
        assert contents(press) == before


def test_nothing_in_the_store_names_somebody_erased(site: Site) -> None:
    with site.press() as press:
        mailed(press)
        assert rights.erase(press, token(press))
        left = str(contents(press)).lower()
        for word in (CANONICAL, "nell", "harrow", "saltmarrow"):
            assert word not in left


def test_nothing_in_any_file_names_somebody_erased(plain: Site) -> None:
    """Deleted rows lie on in SQLite's files, and what they were in its log."""
    with plain.press() as press:
        mailed(press)
        rights.erase(press, token(press))
        for path in plain.root.rglob("*"):
            assert not path.is_file() or b"harrow" not in path.read_bytes().lower(), path


def test_what_an_erasure_could_not_wipe_is_wiped_by_the_next_tidying(plain: Site) -> None:
    with plain.press() as press:
        subscribe(press)
        log = plain.root / "data" / "store.db-wal"
        with press.store.read() as reading:
            reading.execute(select(deliveries)).all()
            rights.erase(press, token(press))
            assert b"harrow" in log.read_bytes().lower()
        tidy(press)
        assert b"harrow" not in log.read_bytes().lower()


def test_nobody_else_is_touched_by_an_erasure(site: Site) -> None:
    with site.press() as press:
        mailed(press)
        other = subscribe(press, "ines@saltmarrow.example")
        rights.erase(press, token(press))
        assert held(press, "ines@saltmarrow.example") == other
        assert len(queued(press, "ines@saltmarrow.example")) == 1


def test_a_domain_that_others_have_is_known_on_without_words_to_the_erased(site: Site) -> None:
    with site.press() as press:
        mailed(press)
        subscribe(press, "ines@saltmarrow.example")
        rights.erase(press, token(press))
        with press.store.read() as connection:
            known = domains.known(connection, ["saltmarrow.example"])
        assert known["saltmarrow.example"].reason == "<[erased]>: user [erased] has no mailbox"


def test_the_ledger_keeps_a_number_that_is_nobodys(site: Site) -> None:
    with site.press() as press:
        number = mailed(press)
        rights.erase(press, token(press))
        with press.store.read() as connection:
            (row,) = connection.execute(select(deliveries)).all()
        assert (row.subscriber_id, row.state, row.code, row.domain) == (number, "failed", 550, "")
        assert row.reply == "<[erased]>: user [erased] has no mailbox"
        subscribe(press, "ines@saltmarrow.example")
        assert held(press, "ines@saltmarrow.example").subscriber.id > number


def test_the_history_keeps_what_happened_without_its_details(site: Site) -> None:
    with site.press() as press:
        number = subscribe(press).subscriber.id
        rights.erase(press, token(press))
        events = happened(press, number)
        assert [event.kind for event in events] == ["asked", "confirmed", "erased"]
        assert {str(event.details) for event in events} == {"{}"}


def test_a_suppression_outlives_an_erasure(site: Site) -> None:
    with site.press() as press:
        mailed(press)
        hashed = fingerprint(press)
        rights.erase(press, token(press))
        with press.store.read() as connection:
            (kept,) = suppressions.of(connection, hashed)
        assert (kept.reason, kept.newsletter) == ("bounced", "")


def test_an_erasure_bars_until_its_owner_comes_back(site: Site) -> None:
    with site.press() as press:
        subscribe(press)
        hashed = fingerprint(press)
        rights.erase(press, token(press))
        with press.store.read() as connection:
            assert suppressions.against(connection, hashed, "weekly").reason == "erased"
        ask(press)
        confirm(press)
        assert states(press) == {"weekly": "active"}
        assert held(press).suppressions == ()


def test_old_links_of_somebody_who_came_back_are_no_longer_theirs(site: Site) -> None:
    with site.press() as press:
        subscribe(press)
        old = token(press)
        leave = token(press, "unsubscribe", "weekly")
        rights.erase(press, old)
        subscribe(press)
        with pytest.raises(TokenError):
            rights.held(press, old)
        leaving.unsubscribe(press, leave)
        assert states(press) == {"weekly": "active"}


def test_erasing_twice_is_no_error(site: Site) -> None:
    with site.press() as press:
        subscribe(press)
        link = token(press)
        assert rights.erase(press, link)
        before = contents(press)
        assert not rights.erase(press, link)
        assert contents(press) == before


@pytest.mark.parametrize("purpose", ["confirm", "unsubscribe", "browser", "form"])
def test_no_other_link_tells_or_erases(plain: Site, purpose: str) -> None:
    with plain.press() as press:
        subscribe(press)
        for use in (rights.held, rights.erase):
            with pytest.raises(TokenError):
                use(press, token(press, purpose, "weekly"))
        assert is_known(press)


def test_mails_that_stayed_in_the_outbox_go_too(plain: Site) -> None:
    with plain.press() as press:
        mailed(press)
        letter = queued(press)[0].message_id
        folder = press.config.mail.outbox
        gone = [
            folder / "2026-W04" / outbox.file_name(MESSAGE_ID),
            folder / "letters" / outbox.file_name(letter),
            folder / "new" / maildir.file_name(MESSAGE_ID),
            folder / "cur" / f"{maildir.file_name(letter)}:2,S",
        ]
        others = [folder / "2026-W04" / outbox.file_name("<other@gazette.example>")]
        for path in (*gone, *others):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("a mail")
        rights.erase(press, token(press))
        assert [path for path in folder.rglob("*") if path.is_file()] == others


def test_an_outbox_that_is_not_there_is_no_error(tmp_path: Path) -> None:
    assert rights.clear_outbox(tmp_path / "none", {MESSAGE_ID}) == 0
