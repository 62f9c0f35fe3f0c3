"""What an audience costs: signing up, importing, searching, and finding whom an edition goes to.

Each beside a peer in the same run, on SQLite. *One sign-up* is the whole use
case (limits, subscriber, subscription, history, letter; one transaction)
against one row inserted in a transaction of its own. *Recipients* streams
everybody an edition goes to, with what bars whom, against the driver alone
reading the same rows. *Searching* is a page of fifty with their subscriptions,
in a large store against a small one. *Importing* is a file of CSV against the
driver alone inserting the same rows in transactions of as many lines.
"""

from __future__ import annotations

import argparse
import secrets
import sqlite3
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Final

sys.path.insert(1, str(Path(__file__).resolve().parents[1]))

from measuring import Figure, apart, compared, memory, show, stated, tell, workplace
from site_folder import make_site, opened

if TYPE_CHECKING:
    from syndicate.jobs.press import Press

_SMALL: Final = 10_000
_LINES: Final = 1000
"""Lines that an import writes in one transaction, and so does the peer."""
_ASKED: Final = 200
"""Sign-ups and searches that a round takes the median of."""
_BARRED: Final = 100
"""One address of so many is suppressed."""
_DOMAINS: Final = 97
_FIRST: Final = ("Nell", "Ben", "Ines", "Otto", "Mara", "Jon", "Ada", "Piet", "Wen", "Lu")
_LAST: Final = ("Harrow", "Calder", "Marsh", "Tern", "Quay", "Dunlin", "Shaw", "Li")
_SETTINGS: Final = """
[[newsletters]]
name = "weekly"
title = "The Week"

[mail]
sender = "The Week <digest@gannetsound.example>"

[limits]
per_domain = 1000000
total = 1000000
"""


def main() -> None:
    parser = stated(__doc__.partition("\n")[0])
    parser.add_argument("--size", type=int, default=100_000, help="subscribers (default 100000)")
    parser.add_argument("--full", action="store_true", help="1,000,000: some minutes, 2 GB of disk")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="make the stores here and stay")
    given = parser.parse_args()
    show(measured(given), as_json=given.json, counted="subscribers")


def measured(given: argparse.Namespace) -> list[Figure]:
    size = 1_000_000 if given.full else given.size
    with workplace(given.keep) as folder:
        figures: list[Figure] = []
        sites = {
            number: make_site(folder / str(number), settings=_SETTINGS) for number in (_SMALL, size)
        }
        for number, site in sites.items():
            figures += filled(site, number)
        small, large = sites[_SMALL], sites[size]
        for what, words in _SEARCHES.items():
            few: list[float] = []
            many: list[float] = []
            for round_ in range(1, given.repeat + 1):
                tell(f"searching by {what}: round {round_} of {given.repeat}")
                few.append(apart(search, small, words).value)
                many.append(apart(search, large, words).value)
            against = f"the same with {_SMALL:,}"
            figures.append(compared(size, f"list --search by {what}", many, against, few, 3))
        for number, site in sites.items():
            ours, bare, plain = [], [], []
            for round_ in range(1, given.repeat + 1):
                tell(f"{number:,} subscribers, recipients: round {round_} of {given.repeat}")
                found = apart(find, site)
                ours.append(found.value)
                bare.append(apart(read, site).value)
            figures.append(
                compared(number, "recipients of an edition", ours, "the driver alone", bare, 2)
            )
            figures.append(memory(number, "recipients: peak", found.peak))
            ours = []
            for round_ in range(1, given.repeat + 1):
                tell(f"{number:,} subscribers, sign-ups: round {round_} of {given.repeat}")
                one, other = apart(sign_up, site, round_).value
                ours.append(one)
                plain.append(other)
            figures.append(compared(number, "one sign-up", ours, "one plain insert", plain))
        return figures


def filled(site: Path, number: int) -> list[Figure]:
    """Fill a site by importing; what that took, unless it was filled before."""
    done = site.parent / "filled"
    if done.exists():
        return []
    file = site.parent / "readers.csv"
    with file.open("w", encoding="utf-8") as out:
        out.write("email,name,language,sections\n")
        out.writelines(
            f"{address},{name},en,\n" for address, name in (person(n) for n in range(number))
        )
    tell(f"{number:,} subscribers: importing")
    ours = apart(bring_in, site, file)
    tell(f"{number:,} subscribers: inserting the same rows")
    peer = apart(insert, site, number)
    again = apart(bring_in, site, file)
    apart(bar, site, number)
    done.touch()
    return [
        compared(number, "import", [ours.value], "the driver alone", [peer.value]),
        compared(number, "import once more", [again.value], "the first", [ours.value]),
        memory(number, "import: peak", ours.peak),
    ]


def person(number: int) -> tuple[str, str]:
    first, last = _FIRST[number % len(_FIRST)], _LAST[number // 7 % len(_LAST)]
    scattered = number * 2_654_435_761 % 4_294_967_296
    address = f"{first.lower()}.{last.lower()}.{scattered:08x}@post{number % _DOMAINS}.example"
    return address, f"{first} {last}"


# Each finds more than a page of fifty, in the small store too: so both read as much.
_SEARCHES: Final = {
    "address": tuple(f"{first}.{last}.".lower() for first in _FIRST for last in _LAST),
    "name": tuple(f"{first} {last}" for first in _FIRST for last in _LAST),
    "domain": tuple(f"@post{number % _DOMAINS}." for number in range(_ASKED)),
}


def bring_in(site: Path, file: Path) -> float:
    from syndicate.jobs.audience.importing import import_subscribers

    with opened(site) as press:
        started = time.perf_counter()
        report = import_subscribers(press, file, "weekly", confirmed=True)
        spent = time.perf_counter() - started
    if report.bad or report.duplicates or report.added + report.known != report.lines:
        raise SystemExit(f"expected everybody to come in: {report}")
    return spent


def insert(site: Path, number: int) -> float:
    """The driver inserts what the import has written, into a store of its own."""
    with opened(site) as press:
        source = str(press.store.engine.url.database)
    empty = make_site(site.parent / "peer", settings=_SETTINGS)
    with opened(empty) as press:
        target = str(press.store.engine.url.database)
    tables = ("subscribers", "subscriptions", "events")
    reading, writing = sqlite3.connect(source), sqlite3.connect(target, isolation_level=None)
    writing.execute("PRAGMA journal_mode = WAL")
    writing.execute("PRAGMA synchronous = NORMAL")
    cursors = {name: reading.execute(f"SELECT * FROM {name} ORDER BY id") for name in tables}
    spent = 0.0
    for _ in range(0, number, _LINES):
        rows = {name: cursor.fetchmany(_LINES) for name, cursor in cursors.items()}
        started = time.perf_counter()
        writing.execute("BEGIN IMMEDIATE")
        for name, some in rows.items():
            marks = ", ".join("?" * len(some[0]))
            writing.executemany(f"INSERT INTO {name} VALUES ({marks})", some)
        writing.execute("COMMIT")
        spent += time.perf_counter() - started
    for path in Path(target).parent.glob(f"{Path(target).name}*"):
        path.unlink()
    return spent


def bar(site: Path, number: int) -> None:
    from syndicate.jobs.secrets import secrets_of
    from syndicate.model.subscriber import EVERY
    from syndicate.store import suppressions

    with opened(site) as press:
        marks = [
            secrets_of(press).fingerprint(person(each)[0]) for each in range(0, number, _BARRED)
        ]
        with press.store.write() as connection:
            for mark in marks:
                suppressions.add(connection, mark, EVERY, "bounced", since=press.clock())


def search(site: Path, words: tuple[str, ...]) -> float:
    """Seconds of a page, the median of many."""
    from syndicate.store import subscriber_search, subscriptions

    spent = []
    with opened(site) as press, press.store.read() as connection:
        subscriber_search.page(connection, search="nobody")
        for text in words:
            started = time.perf_counter()
            page = subscriber_search.page(connection, search=text)
            subscriptions.of_many(connection, (found.id for found in page.found))
            spent.append(time.perf_counter() - started)
            if not page.after:
                raise SystemExit(f"expected more than a page for {text}")
    return median(spent)


def find(site: Path) -> float:
    """Seconds of reading all recipients, a first time not counted."""
    from syndicate.store.recipients import recipients

    def number(press: Press) -> int:
        with press.store.read() as connection:
            found = recipients(
                connection, "weekly", "weekly", cadences=("weekly",), languages=("en",)
            )
            return sum(1 for _ in found)

    with opened(site) as press:
        number(press)
        started = time.perf_counter()
        number(press)
        return time.perf_counter() - started


_BARE: Final = """
SELECT s.subscriber_id, p.key, p.domain, s.language, p.timezone, s.hour, s.choice_id
FROM subscriptions AS s JOIN subscribers AS p ON p.id = s.subscriber_id
WHERE s.newsletter = 'weekly' AND s.cadence = 'weekly' AND s.state = 'active'
ORDER BY s.subscriber_id
"""


def read(site: Path) -> float:
    """Seconds of reading the same rows with the driver alone, a first time not counted."""
    with opened(site) as press:
        raw = press.store.engine.raw_connection()

        def rows() -> Iterator[object]:
            cursor = raw.cursor()
            cursor.execute(_BARE)
            while some := cursor.fetchmany(2000):
                yield from some

        sum(1 for _ in rows())
        started = time.perf_counter()
        sum(1 for _ in rows())
        spent = time.perf_counter() - started
        raw.close()
        return spent


def sign_up(site: Path, round_: int) -> tuple[float, float]:
    """Seconds of one sign-up and of one plain insert, medians of many that take turns."""
    from sqlalchemy import insert as inserting

    from syndicate.jobs.audience import signup
    from syndicate.jobs.audience.wishes import Choice
    from syndicate.store.schema import subscribers

    ours, plain = [], []
    with opened(site) as press:
        for number in range(-1, _ASKED):
            mark = secrets.token_hex(8)
            request = signup.Request(
                f"new.{mark}@post{number % _DOMAINS}.example",
                (Choice("weekly"),),
                client=f"10.{round_}.{number // 200}.{number % 200 + 1}",
                form="benchmark",
            )
            started = time.perf_counter()
            signup.sign_up(press, request)
            between = time.perf_counter()
            with press.store.write() as connection:
                connection.execute(
                    inserting(subscribers).values(
                        key=mark,
                        address=f"plain.{mark}@post.example",
                        canonical=f"plain.{mark}@post.example",
                        domain="post.example",
                        fingerprint=mark,
                        sought="",
                        language="en",
                        timezone="UTC",
                        created=datetime.now(UTC),
                    )
                )
            ended = time.perf_counter()
            if number >= 0:
                ours.append(between - started)
                plain.append(ended - between)
    return median(ours), median(plain)


if __name__ == "__main__":
    main()
