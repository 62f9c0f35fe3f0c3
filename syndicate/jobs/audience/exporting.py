"""Giving out all that is known of the audience, however large, as it is at one moment.

As CSV, which an import reads back, or as JSON lines with everything. Whoever
must not be mailed and is no subscriber has no address here: only its hash goes out.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from itertools import islice
from typing import Any, Final, TextIO

from sqlalchemy import Connection

from syndicate.audience.roster import COLUMNS, FURTHER, TOLD, guarded
from syndicate.jobs.press import Press
from syndicate.model.subscriber import Subscriber, Subscription, Suppression
from syndicate.store import subscribers, subscriptions, suppressions

#: People at a time.
_BATCH: Final = 500
_SUPPRESSION: Final = ("fingerprint", "newsletter", "reason", "since", "detail")


@dataclass(slots=True)
class ExportReport:
    """How many of each went out."""

    subscribers: int = 0
    subscriptions: int = 0
    suppressions: int = 0


def export_csv(press: Press, out: TextIO, *, newsletter: str = "") -> ExportReport:
    """A line for each subscription, and one for whoever has none; of one newsletter, or of all."""
    report = ExportReport()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*COLUMNS, *FURTHER, *TOLD])
    with press.store.snapshot() as connection:
        for person, held in _people(connection, press, newsletter, report):
            for one in held:
                writer.writerow([guarded(cell) for cell in _line(person, one)])
            if not held:
                writer.writerow([guarded(cell) for cell in _line(person, None)])
    return report


def export_suppressions(press: Press, out: TextIO) -> ExportReport:
    """As CSV, every address that must not be mailed, by the keyed hash of it."""
    report = ExportReport()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_SUPPRESSION)
    with press.store.snapshot() as connection:
        for each in _suppressions(connection, report):
            writer.writerow([guarded(_cell(getattr(each, name))) for name in _SUPPRESSION])
    return report


def export_json(press: Press, out: TextIO, *, newsletter: str = "") -> ExportReport:
    """JSON lines: an object for each subscriber with all subscriptions, then each suppression."""
    report = ExportReport()
    with press.store.snapshot() as connection:
        for person, held in _people(connection, press, newsletter, report):
            _write(out, {"subscriber": asdict(person), "subscriptions": [asdict(s) for s in held]})
        for each in _suppressions(connection, report):
            if newsletter in ("", each.newsletter) or not each.newsletter:
                _write(out, {"suppression": asdict(each)})
    return report


def _people(
    connection: Connection, press: Press, newsletter: str, report: ExportReport
) -> Iterator[tuple[Subscriber, list[Subscription]]]:
    total = subscribers.count(connection)
    progress = press.progress("exporting subscribers")
    everybody, done = subscribers.everybody(connection), 0
    while some := list(islice(everybody, _BATCH)):
        held = subscriptions.of_many(connection, (person.id for person in some))
        for person in some:
            theirs = [s for s in held.get(person.id, []) if newsletter in ("", s.newsletter)]
            if theirs or not newsletter:
                report.subscribers += 1
                report.subscriptions += len(theirs)
                yield person, theirs
        done += len(some)
        progress(done, total)


def _suppressions(connection: Connection, report: ExportReport) -> Iterator[Suppression]:
    after: tuple[str, str] | None = None
    while some := suppressions.listing(connection, after=after):
        for each in some:
            report.suppressions += 1
            yield each
        after = (some[-1].fingerprint, some[-1].newsletter)


def _line(person: Subscriber, one: Subscription | None) -> Iterable[str]:
    """In the order of the columns. ``none`` is nobody's state, so an import passes it over."""
    yield person.address
    yield person.name
    if one is None:
        said = {"language": person.language, "state": "none", "created": _cell(person.created)}
        yield from (said.get(column, "") for column in (*COLUMNS[2:], *FURTHER, *TOLD))
        return
    yield one.language
    yield "|".join(one.sections or ())
    yield from (_cell(getattr(one, column)) for column in (*FURTHER, *TOLD))


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, datetime) else str(value)


def _write(out: TextIO, value: dict[str, Any]) -> None:
    text = json.dumps(value, default=_cell, ensure_ascii=False, separators=(",", ":"))
    out.write(f"{text}\n")
