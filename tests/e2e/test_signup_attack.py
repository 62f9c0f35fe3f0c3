"""Sign-ups of strangers' addresses: no more mails leave than the limits say.

``python -m tests.e2e.attack --full`` is the long version.
"""

from __future__ import annotations

import pytest

from tests.e2e.attack import Attack, run

ATTACKS = {
    "one client": Attack(80, 1000, 100, clients=0, per_client=10),
    "many clients": Attack(120, 1000, 100, clients=60, per_client=2, total=40),
    "one domain": Attack(80, 1000, 1, clients=500, per_domain=12),
    "one mailbox": Attack(60, 1, 1, clients=500),
}


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_brings_no_more_mails_than_the_limits_say(name, tmp_path):
    attack = ATTACKS[name]
    outcome = run(attack, tmp_path)
    assert 0 < outcome.mails <= attack.allowed
    assert outcome.most <= attack.per_address
    assert set(outcome.statuses) <= {202, 303, 429}


@pytest.mark.postgres
def test_the_limits_hold_for_several_at_once_on_postgresql(postgres_url, tmp_path):
    attack = ATTACKS["one domain"]
    outcome = run(attack, tmp_path, store=postgres_url)
    assert 0 < outcome.mails <= attack.allowed
    assert outcome.most <= attack.per_address
