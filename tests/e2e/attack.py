"""An attack on strangers' mailboxes by way of the sign-up: how many mails leave?

``python -m tests.e2e.attack --full`` sends 10,000 sign-ups from one client and
10,000 from many behind a trusted proxy; the suite runs short ones. Everything
that an attacker can vary is varied: the address, the form's fields, the client,
forged forwarding headers, the API's door as well as the page's.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from syndicate.store.schema import letters
from tests.support.audience import rows
from tests.support.reception import Reception, reception

KEY = "a-key-for-the-tests-of-the-api"
PROXIED = f'[web]\napi_key = "{KEY}"\ntrusted_proxies = ["127.0.0.1/32"]\n'
BARE = f'[web]\napi_key = "{KEY}"\n'


@dataclass(frozen=True)
class Attack:
    """Sign-ups of strangers' addresses, at one moment.

    ``strangers`` and ``domains`` are how many addresses and domains there are,
    ``clients`` how many clients; 0 is one that forges its forwarding headers.
    """

    requests: int
    strangers: int
    domains: int
    clients: int
    per_client: int = 20
    per_address: int = 3
    per_domain: int = 100
    total: int = 1000
    seed: int = 1912

    @property
    def allowed(self) -> int:
        """The most mails that may leave."""
        return min(
            self.per_client * max(1, self.clients),
            self.per_address * self.strangers,
            self.per_domain * self.domains,
            self.total,
        )


@dataclass(frozen=True)
class Outcome:
    """What came of an attack. ``most`` is how many mails one stranger got at most."""

    mails: int
    most: int
    statuses: Counter[int]


def run(attack: Attack, folder: Path, *, store: str = "sqlite:///data/store.db") -> Outcome:
    limits = [
        f"limits.{name}={getattr(attack, name)}"
        for name in ("per_client", "per_address", "per_domain", "total")
    ]
    more = PROXIED if attack.clients else BARE
    with reception(folder, *limits, store=store, more=more) as desk:
        chance = random.Random(attack.seed)
        stamp = desk.stamp()
        attempts = [_attempt(desk, attack, chance, stamp) for _ in range(attack.requests)]
        with ThreadPoolExecutor(4) as attackers:
            statuses = Counter(attackers.map(lambda attempt: attempt(), attempts))
        queued = rows(desk.press, letters)
        sent: Counter[str] = Counter()
        while mails := desk.letters():
            sent.update(str(mail["To"]) for mail in mails)
        assert sum(sent.values()) == queued
        return Outcome(queued, max(sent.values(), default=0), statuses)


def _attempt(
    desk: Reception, attack: Attack, chance: random.Random, stamp: str
) -> Callable[[], int]:
    number = chance.randrange(attack.strangers)
    local = chance.choice([f"s{number}", f"S{number}"])  # the same mailbox, spelled anew
    address = f"{local}@d{number % attack.domains}.example"
    client = chance.randrange(attack.clients or 1_000_000)
    forwarded = f"10.{client >> 16 & 255}.{client >> 8 & 255}.{client & 255}"
    if chance.random() < 0.2:
        body = {"email": address, "newsletters": [{"name": chance.choice(["weekly", "monthly"])}]}
        return lambda: (
            desk.post(
                "api/subscriptions",
                json.dumps(body).encode(),
                Content_Type="application/json",
                Authorization=f"Bearer {KEY}",
                X_Forwarded_For=forwarded,
            ).status
        )
    path = "preferences" if chance.random() < 0.2 else "subscribe"
    fields = {
        "email": address,
        "newsletter": chance.choice(["weekly", "monthly"]),
        "stamp": stamp,
        "language": chance.choice(["en", "zh", ""]),
    }
    return lambda: desk.post(path, fields, X_Forwarded_For=forwarded).status


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--full", action="store_true", help="10,000 sign-ups of each kind")
    chosen = options.parse_args()
    requests = 10_000 if chosen.full else 500
    bad = 0
    for name, attack in {
        "one client": Attack(requests, 10_000, 500, clients=0),
        "one client without a limit of its own": Attack(
            requests, 10_000, 500, clients=0, per_client=100_000
        ),
        "many clients": Attack(requests, 10_000, 500, clients=5_000),
        "many clients at one domain": Attack(requests, 10_000, 1, clients=5_000),
        "many clients at one mailbox": Attack(requests, 1, 1, clients=5_000),
    }.items():
        with tempfile.TemporaryDirectory() as folder:
            outcome = run(attack, Path(folder))
        bad += outcome.mails > attack.allowed or outcome.most > attack.per_address
        told = ", ".join(f"{count} × {code}" for code, count in sorted(outcome.statuses.items()))
        print(
            f"{name}: {requests} sign-ups, {outcome.mails} mails ({attack.allowed} allowed), "
            f"at most {outcome.most} to one address; {told}",
            flush=True,
        )
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
