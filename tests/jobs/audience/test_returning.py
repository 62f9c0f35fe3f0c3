"""A restored backup: who has left since it was made has left."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from syndicate.jobs.audience import leaving, operator, rights
from syndicate.jobs.audience.returning import catch_up
from syndicate.jobs.departures import Departures
from syndicate.jobs.press import Press
from syndicate.model.errors import DeliveryError
from syndicate.model.subscriber import EVERY
from syndicate.store import dump, suppressions
from syndicate.store.departures import Departure
from tests.support.audience import (
    NELL,
    NOW,
    after,
    bar,
    contents,
    fingerprint,
    happened,
    held,
    is_known,
    states,
    subscribe,
    token,
)
from tests.support.sites import Site


@contextmanager
def restored(site: Site, press: Press, tmp_path: Path) -> Iterator[None]:
    """What happens in here is not in the store afterwards: that is from before."""
    backup = tmp_path / "backup.gz"
    dump.write(press.store, backup, now=press.clock())
    yield
    dump.restore(press.store, backup)


def test_what_was_undone_within_a_transaction_is_not_told(site: Site) -> None:
    with site.press() as press:
        subscribe(press)
        with press.store.write() as connection:
            suppressions.add(connection, "1" * 64, EVERY, "operator", since=NOW)
            with connection.begin_nested() as undone:
                suppressions.add(connection, "2" * 64, EVERY, "operator", since=NOW)
                undone.rollback()
            with connection.begin_nested():
                suppressions.add(connection, "3" * 64, EVERY, "operator", since=NOW)
        told = [each.fingerprint[0] for each in Departures(press.config).all()]
    assert told == ["1", "3"]


def barred(press: Press) -> list[tuple[str, str]]:
    with press.store.read() as connection:
        found = suppressions.of(connection, fingerprint(press))
    return [(each.newsletter, each.reason) for each in found]


def test_who_left_since_has_left_again(site: Site, tmp_path: Path) -> None:
    with site.press() as press:
        subscribe(press, NELL, "weekly", "monthly")
        with restored(site, press, tmp_path), after(site, hours=5) as later:
            leaving.unsubscribe(later, token(later, "unsubscribe", "weekly"))
        assert states(press) == {"weekly": "active", "monthly": "active"}
        assert catch_up(press) == 1
        assert states(press) == {"weekly": "ended", "monthly": "active"}
        with press.store.read() as connection:
            (found,) = suppressions.of(connection, fingerprint(press))
        assert (found.newsletter, found.reason) == ("weekly", "unsubscribed")
        # As it was, and not when the store was told again.
        assert found.since == NOW + timedelta(hours=5)
        (*_, event) = happened(press, held(press).subscriber.id)
        assert (event.kind, event.actor, event.newsletter) == ("left", "program", "weekly")


def test_who_left_everything_has_left_everything_again(site: Site, tmp_path: Path) -> None:
    with site.press() as press:
        subscribe(press, NELL, "weekly", "monthly")
        with restored(site, press, tmp_path):
            leaving.leave(press, token(press))
        assert catch_up(press) > 0
        assert set(states(press).values()) == {"ended"}
        assert (EVERY, "unsubscribed") in barred(press)


def test_who_was_erased_since_is_erased_again(site: Site, tmp_path: Path) -> None:
    with site.press() as press:
        subscribe(press)
        with restored(site, press, tmp_path), after(site, hours=5) as later:
            rights.erase(later, token(later))
        assert is_known(press)
        assert catch_up(press) == 1
        assert not is_known(press)
        assert barred(press) == [(EVERY, "erased")]
        data = b"".join(path.read_bytes() for path in (site.root / "data").glob("*.db*"))
        assert NELL.lower().encode() not in data.lower()


@pytest.mark.parametrize("reason", ["unsubscribed", "bounced", "complained", "operator"])
def test_who_was_erased_when_barred_already_is_erased_again(
    site: Site, tmp_path: Path, reason: str
) -> None:
    """What bars them is no weaker by it, so it says nothing of the erasure."""
    with site.press() as press:
        subscribe(press)
        with restored(site, press, tmp_path), after(site, hours=5) as later:
            bar(later, EVERY, reason)
            rights.erase(later, token(later))
        catch_up(press)
        assert not is_known(press)
        assert (EVERY, reason) in barred(press)


def test_who_was_erased_and_came_back_is_not_who_they_were(site: Site, tmp_path: Path) -> None:
    with site.press() as press:
        subscribe(press)
        before = held(press).subscriber
        with restored(site, press, tmp_path), after(site, hours=5) as later:
            rights.erase(later, token(later))
            with after(site, hours=6) as latest:
                subscribe(latest)
                assert catch_up(latest) == 0
                assert is_known(latest)
        assert held(press).subscriber == before
        assert catch_up(press) == 1
        assert not is_known(press)
        assert barred(press) == [(EVERY, "erased")]


def test_an_older_backup_restored_by_mistake_erases_nobody_who_came_back(
    site: Site, tmp_path: Path
) -> None:
    with site.press() as press:
        subscribe(press)
        dump.write(press.store, tmp_path / "older.gz", now=press.clock())
    with after(site, hours=5) as press:
        rights.erase(press, token(press))
    with after(site, hours=6) as press:
        subscribe(press)
        back = held(press).subscriber
        dump.write(press.store, tmp_path / "newer.gz", now=press.clock())
    with after(site, hours=7) as press:
        dump.restore(press.store, tmp_path / "older.gz")
        assert catch_up(press) == 1
        assert not is_known(press)
        dump.restore(press.store, tmp_path / "newer.gz")
        assert catch_up(press) == 0
        assert held(press).subscriber == back
        assert barred(press) == []


def test_a_stronger_reason_is_not_forgotten_either(site: Site, tmp_path: Path) -> None:
    with site.press() as press:
        subscribe(press)
        leaving.leave(press, token(press))
        with restored(site, press, tmp_path):
            bar(press, EVERY, "complained")
        assert catch_up(press) == 1
        assert (EVERY, "complained") in barred(press)
        assert catch_up(press) == 0


@pytest.mark.parametrize("reason", ["bounced", "complained", "operator"])
def test_who_was_barred_since_is_barred_again(site: Site, tmp_path: Path, reason: str) -> None:
    with site.press() as press:
        subscribe(press)
        with restored(site, press, tmp_path):
            bar(press, EVERY, reason)
        assert barred(press) == []
        assert catch_up(press) == 1
        assert barred(press) == [(EVERY, reason)]
        (*_, event) = happened(press, held(press).subscriber.id)
        assert (event.kind, event.actor, event.details) == (
            "suppressed",
            "program",
            {"reason": reason},
        )


def test_of_whom_the_old_store_knows_nothing_is_barred_too(site: Site, tmp_path: Path) -> None:
    with site.press() as press:
        with restored(site, press, tmp_path):
            subscribe(press)
            leaving.unsubscribe(press, token(press, "unsubscribe", "weekly"))
        assert catch_up(press) == 1
        assert not is_known(press)
        assert barred(press) == [("weekly", "unsubscribed")]


def test_who_came_back_since_has_not_left(site: Site, tmp_path: Path) -> None:
    with site.press() as press:
        subscribe(press)
        with restored(site, press, tmp_path):
            bar(press, EVERY, "complained")
            leaving.unsubscribe(press, token(press, "unsubscribe", "weekly"))
            operator.unsuppress(press, NELL)
        assert catch_up(press) == 0
        assert states(press) == {"weekly": "active"}
        assert barred(press) == []


def test_a_store_that_knows_all_is_left_alone(site: Site) -> None:
    with site.press() as press:
        subscribe(press)
        bar(press, "monthly", "operator")
        leaving.unsubscribe(press, token(press, "unsubscribe", "weekly"))
        before = contents(press, "facts")
        assert catch_up(press) == 0
        assert contents(press, "facts") == before


def test_who_leaves_after_the_backup_was_restored_hides_nobody(site: Site, tmp_path: Path) -> None:
    """A store that was brought back by a copy of its file, and went on before it was looked at."""
    with site.press() as press:
        subscribe(press, NELL, "weekly", "monthly")
        with restored(site, press, tmp_path):
            leaving.unsubscribe(press, token(press, "unsubscribe", "weekly"))
        operator.suppress(press, "somebody.else@harbour.example")
        assert catch_up(press) == 1
        assert states(press) == {"weekly": "ended", "monthly": "active"}


def test_a_second_look_finds_nothing(site: Site, tmp_path: Path) -> None:
    with site.press() as press:
        subscribe(press, NELL, "weekly", "monthly")
        with restored(site, press, tmp_path):
            leaving.leave(press, token(press))
        catch_up(press)
        before = contents(press, "facts")
        assert catch_up(press) == 0
        assert contents(press, "facts") == before


def test_many_who_left_are_all_found(site: Site, tmp_path: Path) -> None:
    hashes = [f"{number:064x}" for number in range(1200)]
    with site.press() as press:
        with restored(site, press, tmp_path), press.store.write() as connection:
            for each in hashes:
                suppressions.add(connection, each, EVERY, "bounced", since=NOW)
            # So many came back that the end of the file tells of nobody who left.
            for each in hashes[600:]:
                suppressions.lift(connection, each, EVERY)
        assert catch_up(press) == 600
        with press.store.read() as connection:
            assert len(suppressions.known(connection, hashes)) == 600


def test_what_was_not_committed_is_not_written_down(plain: Site) -> None:
    with plain.press() as press:
        operator.suppress(press, NELL, dry_run=True)
        with press.store.write() as connection:
            suppressions.add(connection, fingerprint(press), EVERY, "operator", since=NOW)
            connection.rollback()
        bar(press, "weekly", "operator")
        suppressed = [each.newsletter for each in Departures(press.config).all()]
        assert suppressed == ["weekly"]
        assert barred(press) == [("weekly", "operator")]


def test_a_file_that_can_not_be_read_says_what_to_do(plain: Site) -> None:
    with plain.press() as press:
        Departures(press.config).path.mkdir(parents=True)
        with pytest.raises(DeliveryError, match=r"departures\.jsonl: is a directory; .* backup"):
            catch_up(press)


def test_nothing_is_written_down_where_nobody_left(plain: Site) -> None:
    with plain.press() as press:
        subscribe(press)
        assert catch_up(press) == 0
        assert not Departures(press.config).path.exists()


def test_the_file_names_nobody_and_is_for_its_owner_alone(plain: Site) -> None:
    with plain.press() as press:
        subscribe(press)
        leaving.unsubscribe(press, token(press, "unsubscribe", "weekly"))
        path = Departures(press.config).path
        assert path.stat().st_mode & 0o777 == 0o600
        text = path.read_text()
        assert fingerprint(press) in text
        assert "harrow" not in text.lower()


def test_nobody_is_kept_from_leaving_by_a_file_that_can_not_be_written(
    plain: Site, caplog: pytest.LogCaptureFixture
) -> None:
    with plain.press() as press:
        subscribe(press)
        Departures(press.config).path.mkdir()
        with caplog.at_level(logging.WARNING):
            leaving.unsubscribe(press, token(press, "unsubscribe", "weekly"))
        assert states(press) == {"weekly": "ended"}
    assert "departures.jsonl: is a directory" in caplog.text


def test_a_line_that_was_cut_off_spoils_no_other(plain: Site) -> None:
    with plain.press() as press:
        departures = Departures(press.config)
        first, second = (Departure(name * 64, EVERY, "bounced", NOW) for name in "ab")
        departures.tell([first])
        with departures.path.open("a") as file:
            file.write('\n["cccc", "", "boun')
        departures.tell([second])
        assert list(departures.all()) == [first, second]
