"""The ledger: rows are claimed by one process, settled once, and counted."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import insert, select, text, update

from syndicate.store import claims, ledger, ledger_amends, mailings, variants
from syndicate.store.engine import Store
from syndicate.store.ledger import NEVER, NewDelivery, Settlement
from syndicate.store.opening import open_store
from syndicate.store.schema import deliveries, editions, subscribers, subscriptions
from tests.support.articles import at

NOW = at("2026-01-26T01:00")
LATER = NOW + timedelta(hours=1)


def people(store: Store, number: int) -> None:
    with store.write() as connection:
        for each in range(1, number + 1):
            connection.execute(
                insert(subscribers).values(
                    id=each,
                    key=f"k{each}",
                    address=f"r{each}@quayside.example",
                    canonical=f"r{each}@quayside.example",
                    domain="quayside.example",
                    fingerprint=f"f{each}",
                    language="en",
                    timezone="UTC",
                    created=NOW,
                )
            )
            connection.execute(
                insert(subscriptions).values(
                    subscriber_id=each,
                    newsletter="weekly",
                    cadence="weekly",
                    language="en",
                    state="active",
                    created=NOW,
                    consent="imported",
                )
            )


def edition(store: Store, rows: int, *, due=NOW, state="queued") -> int:
    """An edition with so many rows; its number."""
    with store.write() as connection:
        values = {"newsletter": "weekly", "cadence": "weekly", "label": "2026-W04"}
        values |= {"starts": NOW, "ends": NOW, "timezone": "UTC", "state": "open", "made": NOW}
        connection.execute(insert(editions).values(id=1, left_out=[], **values))
        mailings.ensure(connection, 1, "ready")
        variant = variants.ensure(connection, 1, "en", [(1, "lead")], "digest")
        ledger.add(
            connection,
            [
                NewDelivery(
                    edition_id=1,
                    subscriber_id=each,
                    variant_id=variant,
                    domain="quayside.example",
                    state=state,
                    reason="",
                    due=due,
                    expires=due + timedelta(days=3),
                    message_id=f"<2026-W04.{each}@gazette.example>",
                )
                for each in range(1, rows + 1)
            ],
        )
    return 1


def claim(store: Store, token: str, limit: int, *, now=NOW, resend: bool = True) -> list[int]:
    with store.write() as connection:
        found = claims.claim(connection, 1, "weekly", token, now=now, limit=limit, resend=resend)
    return [row.subscriber_id for row in found]


def settlement(row: int, state="accepted", **changes) -> Settlement:
    values = {"reason": "", "due": NOW, "attempts": 1, "first": NOW, "tried": NOW}
    return Settlement(row, state, **{**values, "settled": NOW, **changes})


def test_two_processes_never_claim_the_same_row(store: Store) -> None:
    people(store, 6)
    edition(store, 6)
    assert claim(store, "a", 4) == [1, 2, 3, 4]
    assert claim(store, "b", 4) == [5, 6]
    assert claim(store, "c", 4) == []


def test_towards_the_end_processes_share_what_is_left(store: Store) -> None:
    people(store, 500)
    edition(store, 500)
    taken = [len(claim(store, token, 130)) for token in "abababab"]
    assert taken == [130, 130, 120, 60, 50, 10, 0, 0]


def test_rows_that_are_not_due_are_not_claimed(store: Store) -> None:
    people(store, 2)
    edition(store, 2, due=LATER)
    assert claim(store, "a", 4) == []
    assert claim(store, "a", 4, now=LATER) == [1, 2]


def test_those_tried_before_go_first(store: Store) -> None:
    people(store, 3)
    edition(store, 3)
    claim(store, "a", 3)
    with store.write() as connection:
        ledger.settle(connection, "a", [settlement(3, "deferred", settled=None)])
        claims.release(connection, "a")
    assert claim(store, "b", 2) == [3, 1]


def test_rows_in_doubt_are_claimed_only_where_they_are_sent_again(store: Store) -> None:
    people(store, 1)
    edition(store, 1)
    claim(store, "a", 1)
    with store.write() as connection:
        claims.doubt(connection, "a", [1], reason="killed", now=NOW)
    assert claim(store, "b", 1, resend=False) == []
    assert claim(store, "b", 1) == [1]


def test_writing_the_same_endings_twice_changes_nothing(store: Store) -> None:
    people(store, 1)
    edition(store, 1)
    claim(store, "a", 1)
    with store.write() as connection:
        ledger.settle(connection, "a", [settlement(1, "deferred", settled=None)])
    claim(store, "b", 1)
    with store.write() as connection:
        ledger.settle(connection, "b", [settlement(1, attempts=2)])
        ledger.settle(connection, "a", [settlement(1, "deferred", settled=None)])
        assert ledger.counts(connection, 1) == {"accepted": 1}


def test_doubt_comes_only_to_what_was_being_sent(store: Store) -> None:
    people(store, 3)
    edition(store, 3)
    claim(store, "a", 3)
    with store.write() as connection:
        connection.execute(
            update(deliveries).where(deliveries.c.id == 2).values(state="sending", tried=NOW)
        )
        assert claims.doubt(connection, "a", None, reason="killed", now=NOW) == 1
        assert claims.release(connection, "a") == 2
        assert ledger.counts(connection, 1) == {"queued": 2, "in doubt": 1}


def test_an_edition_goes_on_until_nothing_is_pending(store: Store) -> None:
    people(store, 2)
    edition(store, 2)
    claim(store, "a", 2)
    with store.write() as connection:
        assert ledger.has_pending(connection, 1, resend=True)
        ledger.settle(connection, "a", [settlement(1), settlement(2, "in doubt", due=LATER)])
        assert ledger.has_pending(connection, 1, resend=True)
        assert not ledger.has_pending(connection, 1, resend=False)
        ledger.put_aside(connection, [2], "in doubt", "given up", now=NOW)
        assert not ledger.has_pending(connection, 1, resend=True)
        assert ledger.next_due(connection, 1, resend=True) is None


def test_a_row_outlives_its_person(store: Store) -> None:
    people(store, 1)
    edition(store, 1)
    with store.write() as connection:
        connection.execute(subscribers.delete())
    with store.write() as connection:
        (row,) = claims.claim(connection, 1, "weekly", "a", now=NOW, limit=5, resend=True)
    assert (row.subscriber_id, row.key, row.subscribed) == (1, "", "")


def test_a_long_reply_is_cut(store: Store) -> None:
    people(store, 1)
    edition(store, 1)
    claim(store, "a", 1)
    with store.write() as connection:
        ledger.settle(connection, "a", [settlement(1, reply="x" * 9000)])
        assert len(connection.execute(select(deliveries.c.reply)).scalar_one()) == 500


def test_a_mailing_changes_only_from_a_state_that_was_seen(store: Store) -> None:
    edition(store, 0)
    with store.write() as connection:
        assert mailings.move(connection, 1, "sending", seen=["ready"])
        assert not mailings.move(connection, 1, "paused", seen=["ready"], reason="late")
        found = mailings.find(connection, 1)
    assert found is not None
    assert (found.state, found.reason) == ("sending", "")


def test_the_epoch_moves_by_one(store: Store) -> None:
    edition(store, 0)
    with store.write() as connection:
        assert [mailings.advance(connection, 1) for _ in range(3)] == [1, 2, 3]


def test_an_editions_list_is_one_variant(store: Store) -> None:
    edition(store, 0)
    with store.write() as connection:
        again = variants.ensure(connection, 1, "en", [(1, "lead")], "digest")
        other = variants.ensure(connection, 1, "zh", [(1, "lead"), (2, "new")], "other")
        listed = variants.of_edition(connection, 1)
        assert variants.shown(connection, 1) == {1, 2}
    assert [each.id for each in listed] == [again, other]
    assert listed[1].list == ((1, "lead"), (2, "new"))


def test_what_is_closed_is_left_out_with_the_reason(store: Store) -> None:
    people(store, 3)
    edition(store, 3)
    claim(store, "a", 1)
    with store.write() as connection:
        assert ledger_amends.close(connection, 1, "cancelled", now=NOW) == 2
        assert ledger.counts(connection, 1) == {"queued": 1, "excluded": 2}


def test_rows_that_never_come_due_are_not_waited_for(store: Store) -> None:
    people(store, 1)
    edition(store, 1, due=NEVER - timedelta(days=30))
    with store.write() as connection:
        ledger.put_off(connection, [(1, NEVER)], reason="held")
        assert ledger.next_due(connection, 1, resend=True) is None


def test_rows_that_wait_for_their_domain_are_freed_and_no_others(store: Store) -> None:
    people(store, 3)
    edition(store, 3)
    claim(store, "a", 2)
    with store.write() as connection:
        # The mail that was refused for our fault waits as well, and no answer of its own.
        refused = settlement(1, state="deferred", due=LATER, code=550, reason="550 5.7.1 Policy")
        greylisted = settlement(2, state="deferred", due=LATER, code=450, reason="450 Greylisted")
        ledger.settle(connection, "a", [refused, greylisted])
        ledger.put_off(connection, [(3, LATER)], reason="quayside.example is held: 5.7.1")
        assert ledger_amends.free_domain(connection, "quayside.example", now=NOW) == 2
        assert ledger_amends.put_off(connection, "quayside.example", now=NOW) == (1, LATER)
    assert sorted(claim(store, "b", 5)) == [1, 3]


def test_claiming_sorts_nothing(tmp_path) -> None:
    """Whatever the number of rows, the earliest come from the index."""
    store = open_store("sqlite:///store.db", root=tmp_path)
    query = (
        "EXPLAIN QUERY PLAN SELECT id FROM deliveries WHERE edition_id = 1 AND state = 'queued' "
        "AND due <= '2026' AND claimant IS NULL ORDER BY due, id LIMIT 100"
    )
    with store.read() as connection:
        plan = " ".join(row.detail for row in connection.execute(text(query)))
    assert "ix_deliveries_edition_id_state_due_id" in plan
    assert "TEMP B-TREE" not in plan
    store.close()


@pytest.mark.postgres
def test_on_postgresql_two_claim_at_once_without_waiting(postgres_url: str, tmp_path) -> None:
    store = open_store(postgres_url, root=tmp_path)
    people(store, 4)
    edition(store, 4)
    with store.write() as first, store.write() as second:
        second.execute(text("SET lock_timeout = '2s'"))
        mine = claims.claim(first, 1, "weekly", "a", now=NOW, limit=2, resend=True)
        yours = claims.claim(second, 1, "weekly", "b", now=NOW, limit=2, resend=True)
    assert [row.id for row in mine] == [1, 2]
    assert [row.id for row in yours] == [3, 4]
    store.close()
