"""Whatever happens to a delivery, nobody is lost and nobody is mailed twice.

Servers in bad moods, operators who pause and go on, readers who leave, backups
that are restored, all at random. What must hold after each step is told from
what the mail server has written down, not from what the ledger believes.
"""

from __future__ import annotations

import os
import threading
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Any

import pytest

from syndicate.audience import address as addresses
from syndicate.jobs.audience import leaving, operator
from syndicate.jobs.delivery import control
from syndicate.jobs.delivery.deliver import deliver
from syndicate.jobs.delivery.reconcile import reconcile
from syndicate.jobs.press import Press
from syndicate.model.errors import SyndicateError
from syndicate.store import articles, dump, mailings, subscribers
from tests.support import smtpd
from tests.support.articles import page
from tests.support.filling import fill
from tests.support.mailing import EDITION, Newsroom, edition, mailing, newsroom, readers, rows
from tests.support.smtpd import Act, Drop, Moment, Say

#: How many of each kind are lived; more by hand.
LIVES = int(os.environ.get("SYNDICATE_TEST_LIVES", "3"))
READERS = 24
STEPS = 30

#: What a server in such a mood does at a stage, and how often.
MOODS: dict[str, dict[str, tuple[float, Act]]] = {
    "good": {},
    "strict": {"rcpt": (0.2, Say("550 5.1.1 No such user"))},
    "busy": {"rcpt": (0.3, Say("450 4.2.0 Greylisted, come again"))},
    "hasty": {"mail": (0.15, Say("421 4.7.28 Too fast, slow down"))},
    "suspicious": {"dot": (0.2, Say("554 5.7.1 Looks like spam"))},
    "closed": {"mail": (0.5, Say("550 5.7.1 Go away"))},
    "broken": {
        stage: (0.06, Drop())
        for stage in ("banner", "mail", "rcpt", "data", "piece", "body", "dot", "recorded")
    },
    "brutal": {
        stage: (0.06, Drop(reset=True)) for stage in ("mail", "data", "body", "dot", "recorded")
    },
}


class Server:
    """What a server's mood is, and which of its acceptances may never have been heard."""

    def __init__(self, server: smtpd.Smtpd, random: Random) -> None:
        self.server, self.random, self.mood = server, random, "good"
        self.unheard: Counter[str] = Counter()
        self._lock = threading.Lock()
        server.orders.append(self._order)

    def _order(self, moment: Moment) -> Act | None:
        with self._lock:
            chance, act = MOODS[self.mood].get(moment.stage, (0.0, None))
            if act is None or self.random.random() >= chance:
                return None
            # Whatever was said before the connection ends may be lost with it.
            last = [each for each in self.server.accepted if each.connection == moment.connection]
            if last and (isinstance(act, Drop) or "421" in act.text):  # type: ignore[union-attr]
                self.unheard[last[-1].message_id] += 1
            return act


class Life:
    def __init__(self, room: Newsroom, press: Press, server: Server, folder: Path) -> None:
        self.room, self.press, self.server, self.folder = room, press, server, folder
        self.random = server.random
        self.everybody = readers(press, READERS)
        self.newcomers: list[str] = []
        self.joined = 0
        self.gone: dict[str, int] = {}
        self.backups: list[Path] = []
        #: Whether the store has been brought back, so that it may know less than happened.
        self.behind = False
        self.told: list[str] = []
        edition(press, "1", "2", "3")

    def step(self) -> None:
        likely: list[Callable[[], Any]] = [self.send] * 6 + [self.wait] * 3 + [self.turn] * 3
        seldom = [
            self.pause, self.resume, self.retry, self.release, self.settle, self.free,
            self.lose, self.bar, self.erase, self.join, self.hide, self.correct,
            self.back_up, self.bring_back, self.doubt,
        ]  # fmt: skip
        chosen = self.random.choice(likely + seldom)
        self.told.append(chosen.__name__)
        try:
            chosen()
        except SyndicateError as error:
            # Refused, and said why.
            self.told[-1] += f" ({error})"
        self.check()

    @property
    def tale(self) -> str:
        return " | ".join(self.told)

    # What happens.

    def send(self) -> None:
        limit = self.random.choice([None, None, 1, 3, 8])
        self.told[-1] += f" {limit}"
        quiet = {"paused", "held", "awaiting", *mailings.CLOSED} - {"done"}
        before = len(self.server.server.accepted)
        state = self._state()
        deliver(self.press, limit=limit)
        sent = self.server.server.accepted[before:]
        if state in quiet:
            assert sent == [], f"{state} {self.tale}"
        if limit is not None:
            # One that was in doubt counts as tried, and another may have gone.
            assert len(sent) <= limit, self.tale

    def wait(self) -> None:
        minutes = self.random.choice([5, 20, 60, 300])
        self.told[-1] += f" {minutes}"
        self.room.later(minutes=minutes)

    def turn(self) -> None:
        self.server.mood = self.random.choice(list(MOODS))
        self.told[-1] += f" {self.server.mood}"

    def pause(self) -> None:
        control.pause(self.press, EDITION)

    def resume(self) -> None:
        control.resume(self.press, EDITION)

    def retry(self) -> None:
        control.retry(self.press, EDITION)

    def release(self) -> None:
        control.release(self.press, EDITION)

    def free(self) -> None:
        control.release_domains(self.press)

    def settle(self) -> None:
        """By the mail server's log, which knows all."""
        log = [f"{each.message_id}\n" for each in self.server.server.accepted]
        if log:
            reconcile(self.press, EDITION, log=log)
        else:
            # One that names none of its mails is taken for another day's.
            reconcile(self.press, EDITION, word="unsent")
        self.behind = False

    def doubt(self) -> None:
        """By an operator who calls all accepted that is in doubt: for some it is not so."""
        if not self.behind and self.random.random() < 0.3:
            reconcile(self.press, EDITION, word="accepted")

    def lose(self) -> None:
        name = self.random.choice(self.everybody)
        with self.press.store.write() as connection:
            found = subscribers.by_canonicals(connection, [addresses.parse(name).canonical])
            for each in found.values():
                leaving.leave_all(
                    connection, each, actor="subscriber", how="button", now=self.press.clock()
                )
        self._note_gone(name)

    def bar(self) -> None:
        name = self.random.choice(self.everybody)
        operator.suppress(self.press, name)
        self._note_gone(name)

    def erase(self) -> None:
        name = self.random.choice(self.everybody)
        operator.erase(self.press, name)
        self._note_gone(name)

    def join(self) -> None:
        """Too late for this edition, if its recipients are fixed."""
        self.joined += 1
        fresh = readers(self.press, 1, start=100 + self.joined)
        if self._is_frozen():
            self.newcomers += fresh
        else:
            self.everybody += fresh

    def hide(self) -> None:
        with self.press.store.write() as connection:
            found = articles.ids(connection, 1, ["1", "2", "3"])
            which = self.random.choice(sorted(found.values()))
            hidden = self.random.random() < 0.6
            articles.set_hidden(connection, [which], hidden=hidden, moment=self.press.clock())

    def correct(self) -> None:
        key = self.random.choice("123")
        moment = self.press.clock().isoformat()
        fill(self.press, page(key, headline=f"Corrected at {moment}"), moment=moment)

    def back_up(self) -> None:
        path = self.folder / f"{len(self.backups)}.gz"
        dump.write(self.press.store, path, now=self.press.clock())
        self.backups.append(path)

    def bring_back(self) -> None:
        if self.backups:
            dump.restore(self.press.store, self.random.choice(self.backups))
            self.behind = True

    # What must hold.

    def check(self) -> None:
        server = self.server.server
        assert server.faults == [], self.tale
        taken = Counter(server.message_ids)
        for message_id, times in taken.items():
            assert times <= 1 + self.server.unheard[message_id], f"{message_id} {self.tale}"
        for mail in server.accepted:
            assert mail.recipient not in self.newcomers, self.tale
        for name, number in self.gone.items():
            assert name not in server.recipients[number:], f"{name} {self.tale}"
        ledger = rows(self.press)
        if self._is_frozen():
            assert len(ledger) == mailing(self.press).candidates, self.tale
        for row in ledger:
            if row.state == "accepted" and row.reason != "by an operator's word":
                assert taken[row.message_id], f"{row} {self.tale}"
            if taken[row.message_id] and not self.server.unheard[row.message_id]:
                assert self.behind or row.state == "accepted", f"{row} {self.tale}"
            assert row.claimant is None, self.tale

    def end(self) -> None:
        """All is well again, and somebody sees to what waits for them."""
        self.server.mood = "good"
        self.told.append("end")
        for _ in range(60):
            for see in (self.settle, self.release, self.resume, self.free):
                try:
                    see()
                except SyndicateError as error:
                    self.told.append(f"{see.__name__} ({error})")
            self.told.append("send")
            self.send()
            self.check()
            if self._state() in mailings.CLOSED:
                break
            self.room.later(hours=2)
        # What came into doubt at the last, or belongs to people who have left since.
        with suppress(SyndicateError):
            self.settle()
        self.send()
        self.check()
        assert self._state() in mailings.CLOSED, f"{self._state()}: {self.tale}"
        for row in rows(self.press):
            assert row.state in ("accepted", "failed", "excluded"), f"{row} {self.tale}"
            assert row.state == "accepted" or row.reason, f"{row} {self.tale}"

    def _state(self) -> str:
        with self.press.store.read() as connection:
            found = mailings.find(connection, 1)
        return found.state if found else ""

    def _is_frozen(self) -> bool:
        with self.press.store.read() as connection:
            found = mailings.find(connection, 1)
        return found is not None and found.frozen is not None

    def _note_gone(self, name: str) -> None:
        self.gone.setdefault(name, len(self.server.server.accepted))


@pytest.fixture
def store_url() -> str:
    """What is decided here is the same on either database."""
    return "sqlite:///data/store.db"


@pytest.mark.parametrize("seed", range(LIVES))
@pytest.mark.parametrize("in_doubt", ["resend", "hold"])
def test_nobody_is_lost_and_nobody_is_mailed_twice(
    tmp_path: Path, store_url: str, seed: int, in_doubt: str
) -> None:
    with smtpd.running() as server:
        room = newsroom(
            tmp_path,
            store_url,
            server.port,
            connections=1 + seed % 2,
            mail=f'in_doubt = "{in_doubt}"',
            newsletter='expires = "10d"',
        )
        with room.press() as press:
            life = Life(room, press, Server(server, Random(seed)), tmp_path)
            for _ in range(STEPS):
                life.step()
            life.end()
