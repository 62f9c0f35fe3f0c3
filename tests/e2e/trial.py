"""The crash trial: deliveries are killed at random moments, again and again; who got what?

``python -m tests.e2e.trial --full`` runs it as long as the figures in
docs/explanation/delivery.md say: on SQLite and PostgreSQL, with one process and
with three. The suite runs short ones with fixed seeds.

The server records each mail in a file before it says so. Of mails accepted
twice it looks which were on the wire when a process was killed: those are the
last that their connection brought, and no others may come twice.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import create_engine, text

from tests.support import mailing, postgres, smtpd
from tests.support.mailing import Newsroom
from tests.support.sites import Site
from tests.support.smtpd import Accepted, Smtpd

#: A delivery that does nothing for so long has failed.
PATIENCE = 120.0
CONNECTIONS = 3


@dataclass
class Trial:
    """What is tried. ``pace`` is the seconds that the server takes for a mail.

    With ``chunking`` it offers that mails come in one piece, else they end with a dot.
    """

    store: str
    root: Path
    recipients: int = 300
    processes: int = 1
    kills: int = 5
    seed: int = 1912
    in_doubt: str = "resend"
    chunking: bool = True
    pace: float = 0.012
    span: float = 0.5


@dataclass
class Result:
    """``twice`` are Message-IDs accepted more than once; ``unexplained`` those of them that
    were not on the wire at a kill."""

    recipients: int
    kills: int = 0
    accepted: int = 0
    lost: list[str] = field(default_factory=list)
    twice: list[str] = field(default_factory=list)
    unexplained: list[str] = field(default_factory=list)
    doubtful: int = 0
    faults: list[str] = field(default_factory=list)
    states: dict[str, int] = field(default_factory=dict)
    state: str = ""
    seconds: float = 0.0

    def line(self) -> str:
        return (
            f"{self.recipients} recipients, {self.kills} kills in {self.seconds:.0f} s: "
            f"{len(self.lost)} lost, {len(self.twice)} accepted twice "
            f"({len(self.unexplained)} of them not on the wire at a kill), "
            f"{self.doubtful} in doubt at the end, {self.state}"
        )


def run(trial: Trial) -> Result:
    """Kill deliveries until the edition is out, or everybody who may be killed has been."""
    record = trial.root / "accepted"
    # However many are at it, so many mails go out between two kills.
    slow = smtpd.at("dot", smtpd.Wait(trial.pace * trial.processes))
    offers = tuple(each for each in smtpd.OFFERS if trial.chunking or each != "CHUNKING")
    with smtpd.running(slow, record=record, keep=False, offers=offers) as server:
        room = prepared(trial, server)
        begun = time.monotonic()
        kills = _killing(trial, room, server)
        # Nobody is killed any more: the rest goes out. What is held in doubt is told of.
        done = room.site.run("-q", "deliver", check=trial.in_doubt != "hold")
        assert done.returncode in (0, 4), done.stdout + done.stderr
        result = judge(trial, room, smtpd.recorded(record))
        result.kills, result.seconds = kills, time.monotonic() - begun
        result.faults = server.faults
    return result


def prepared(trial: Trial, server: Smtpd) -> Newsroom:
    """A newsroom with an edition and its readers, and a clock of its own for what is shown."""
    room = mailing.newsroom(
        trial.root,
        trial.store,
        server.port,
        connections=CONNECTIONS,
        mail=f'in_doubt = "{trial.in_doubt}"\nper_domain = 100',
        clock="2026-01-26T09:00:00",
    )
    with room.press() as press:
        for start in range(0, trial.recipients, 500):
            mailing.readers(press, min(500, trial.recipients - start), start=start)
        mailing.edition(press)
    return room


def reopened(trial: Trial, server: Smtpd) -> Newsroom:
    """The same newsroom, with another server to mail through."""
    file = trial.root / "site/config.toml"
    lines = file.read_text().splitlines()
    changed = [f"port = {server.port}" if line.startswith("port =") else line for line in lines]
    file.write_text("\n".join(changed))
    return Newsroom(Site(trial.root / "site"))


def _killing(trial: Trial, room: Newsroom, server: Smtpd) -> int:
    dice = random.Random(trial.seed)
    running: list[subprocess.Popen[bytes]] = []
    kills = 0
    try:
        while kills < trial.kills:
            before = len(server.accepted)
            while len(running) < trial.processes:
                running.append(_begin(room))
            # Some die while they start or freeze, most while they send.
            if dice.random() < 0.15:
                time.sleep(dice.uniform(0.5, 1.5))
            else:
                _until_sending(server, running)
                time.sleep(dice.uniform(0, trial.span))
            victim = dice.choice(running)
            if victim.poll() is None:
                victim.kill()
                kills += 1
                before = -1
            victim.wait()
            running = [each for each in running if each.poll() is None]
            if not running and len(server.accepted) == before:
                # It ended by itself, and there was nothing left to send.
                break
    finally:
        for each in running:
            each.wait(PATIENCE)
    return kills


def _begin(room: Newsroom) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "syndicate", "--config", str(room.site.file), "-q", "deliver"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _until_sending(server: Smtpd, running: list[subprocess.Popen[bytes]]) -> None:
    """Until another mail was accepted, or a delivery has ended by itself."""
    before, ends = len(server.accepted), time.monotonic() + PATIENCE
    while len(server.accepted) == before and all(each.poll() is None for each in running):
        if time.monotonic() > ends:
            raise TimeoutError("nothing is delivered")
        time.sleep(0.002)


def judge(trial: Trial, room: Newsroom, accepted: list[Accepted]) -> Result:
    """Who got what, by the server's own record, and whether the ledger says the same."""
    times = Counter(mail.message_id for mail in accepted)
    last = {mail.connection: mail.message_id for mail in accepted}
    went: dict[str, list[int]] = {}
    for mail in accepted:
        went.setdefault(mail.message_id, []).append(mail.connection)
    with room.press() as press:
        rows = mailing.rows(press)
        state = mailing.mailing(press).state
    twice = [name for name, number in times.items() if number > 1]
    # A mail that was on the wire at two kills comes a third time.
    unexplained = [
        name for name in twice if any(last[connection] != name for connection in went[name][:-1])
    ]
    listed = {"in doubt", "failed"}
    lost = [
        row.message_id for row in rows if row.message_id not in times and row.state not in listed
    ]
    claimed = [row.message_id for row in rows if row.state == "accepted"]
    result = Result(trial.recipients, accepted=len(times), lost=lost, twice=twice)
    result.unexplained = unexplained
    # What the ledger calls accepted without the server's knowing would be lost too.
    result.lost += [name for name in claimed if name not in times]
    result.doubtful = sum(row.state == "in doubt" for row in rows)
    for row in rows:
        result.states[row.state] = result.states.get(row.state, 0) + 1
    result.state = state
    return result


@contextlib.contextmanager
def databases(kinds: list[str]) -> Iterator[dict[str, str]]:
    """A way to a fresh store of each kind; names must be made unique by the caller."""
    with contextlib.ExitStack() as stack:
        urls = {"sqlite": "sqlite:///data/store.db"}
        if "postgresql" in kinds:
            urls["postgresql"] = stack.enter_context(postgres.cluster())
        yield urls


def fresh(urls: dict[str, str], kind: str, number: int) -> str:
    if kind == "sqlite":
        return urls["sqlite"]
    engine = create_engine(urls[kind] + "postgres", isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE trial{number}"))
    engine.dispose()
    return f"{urls[kind]}trial{number}"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--full", action="store_true", help="5,000 recipients, 50 kills each")
    options.add_argument("--recipients", type=int, default=300)
    options.add_argument("--kills", type=int, default=5)
    options.add_argument("--seed", type=int, default=1912)
    options.add_argument("--only", default="", help="sqlite or postgresql")
    chosen = options.parse_args()
    recipients = 5000 if chosen.full else chosen.recipients
    kills = 50 if chosen.full else chosen.kills
    kinds = [chosen.only] if chosen.only else ["sqlite", "postgresql"]
    bad = 0
    with databases(kinds) as urls:
        for number, (kind, processes, policy) in enumerate(
            (kind, processes, policy)
            for kind in kinds
            for processes in (1, 3)
            for policy in ("resend", "hold")
        ):
            with tempfile.TemporaryDirectory() as folder:
                trial = Trial(
                    fresh(urls, kind, number),
                    Path(folder),
                    recipients=recipients,
                    processes=processes,
                    kills=kills,
                    seed=chosen.seed + number,
                    in_doubt=policy,
                )
                result = run(trial)
            print(f"{kind}, {processes} at once, {policy}: {result.line()}", flush=True)
            held = policy == "hold" and result.twice
            bad += bool(result.lost or result.unexplained or held or result.faults)
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    os.environ.setdefault("PYTHONWARNINGS", "default")
    main()
