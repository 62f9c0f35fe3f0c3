"""The crash trial, short: see ``trial.py`` for the long one."""

from __future__ import annotations

from pathlib import Path

import pytest

from syndicate.jobs.delivery.deliver import deliver_due
from syndicate.jobs.delivery.reconcile import reconcile
from tests.e2e import trial
from tests.e2e.trial import Trial
from tests.support import mailing, smtpd


@pytest.mark.parametrize(("processes", "seed", "chunking"), [(1, 1, True), (3, 2, False)])
def test_killed_again_and_again_nobody_is_lost_and_nobody_mailed_twice(
    store_url: str, tmp_path: Path, processes: int, seed: int, chunking: bool
) -> None:
    """But for those on the wire at a kill, which are sent again with the same Message-ID."""
    result = trial.run(
        Trial(
            store_url,
            tmp_path,
            recipients=200,
            processes=processes,
            kills=3,
            seed=seed,
            chunking=chunking,
        )
    )
    # A fast machine may be done before the last kill.
    assert result.kills > 0
    assert result.lost == []
    assert result.unexplained == []
    assert result.faults == []
    assert (result.states, result.state) == ({"accepted": 200}, "done")


def test_with_hold_nobody_is_mailed_twice_at_all(store_url: str, tmp_path: Path) -> None:
    tried = Trial(store_url, tmp_path, recipients=150, kills=3, seed=3, in_doubt="hold")
    result = trial.run(tried)
    assert result.lost == []
    assert result.twice == []
    assert result.states.keys() <= {"accepted", "in doubt"}
    assert result.state == "done"
    # What the server knows settles the rest.
    known = smtpd.recorded(tmp_path / "accepted")
    with (
        smtpd.running(record=tmp_path / "accepted") as server,
        trial.reopened(tried, server).press() as press,
    ):
        reconcile(press, mailing.EDITION, log=[f"{mail.message_id}\n" for mail in known])
        deliver_due(press)
        assert mailing.states(press) == {"accepted": 150}
    everything = [mail.message_id for mail in smtpd.recorded(tmp_path / "accepted")]
    assert len(everything) == len(set(everything)) == 150
