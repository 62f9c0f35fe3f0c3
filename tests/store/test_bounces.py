"""Reports of bounces and complaints, each on record once."""

from __future__ import annotations

from syndicate.store import bounces
from syndicate.store.bounces import Bounce
from syndicate.store.engine import Store
from tests.support.articles import at


def report(name: str, **changes) -> Bounce:
    known = {"subscriber_id": 7, "delivery_id": 70, "kind": "soft", "found_by": "verp"}
    return Bounce(report=name, at=at("2026-01-26T10:00"), **{**known, **changes})


def test_the_same_report_is_recorded_once(store: Store) -> None:
    with store.write() as connection:
        said = [bounces.record(connection, report(name)) for name in ("one", "one", "other")]
        held = bounces.of(connection, 7)
    assert said == [True, False, True]
    assert [each.report for each in held] == ["one", "other"]
