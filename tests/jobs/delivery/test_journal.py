"""The journal: outlives its process, keeps room for endings, and is found by whoever comes next."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndicate.jobs.delivery import journal
from syndicate.jobs.delivery.ending import Ending
from syndicate.jobs.delivery.journal import LONGEST, SIZE, Abandoned, Journal
from syndicate.model.errors import DeliveryError
from syndicate.store.ledger import Settlement
from tests.support.articles import at

NOW = at("2026-01-26T01:00")


def ending(row: int, **changes) -> Ending:
    values = {"state": "accepted", "reason": "", "due": NOW, "attempts": 1, "first": NOW}
    values |= {"tried": NOW, "settled": NOW, "code": 250, "reply": "Ok", "relay": "mx:25"}
    return Ending(Settlement(row, **{**values, **changes}), row, "quayside.example", "accepted")


def dead(folder: Path, *words: str) -> Abandoned:
    """What is found of a process that does as ``words`` say and is then killed."""
    code = """
import os, signal, sys
from pathlib import Path
from tests.jobs.delivery.test_journal import NOW, Journal, ending
log = Journal(Path(sys.argv[1]), "dead")
batch = None
for word in sys.argv[2:]:
    what, _, row = word.partition(":")
    if what == "sending":
        log.sending(int(row), now=NOW)
    elif what == "ended":
        log.ended(ending(int(row)))
    elif what == "unsent":
        log.unsent(int(row), "queued")
    elif what == "take":
        batch = log.take()
    elif what == "forget":
        batch.forget()
os.kill(os.getpid(), signal.SIGKILL)
"""
    done = subprocess.run([sys.executable, "-c", code, str(folder), *words], check=False)
    assert done.returncode == -signal.SIGKILL
    (found,) = journal.abandoned(folder)
    return found


def rows(found: Abandoned) -> tuple[list[int], list[int]]:
    """Those that were being sent, and those that had ended."""
    return list(found.sending), [each.settlement.delivery_id for each in found.endings]


def test_what_was_being_sent_is_found_after_a_kill(tmp_path: Path) -> None:
    assert rows(dead(tmp_path, "sending:1", "sending:2", "ended:1")) == ([2], [1])


def test_an_ending_is_found_as_it_was_written(tmp_path: Path) -> None:
    assert dead(tmp_path, "sending:1", "ended:1").endings == (ending(1),)


def test_what_did_not_go_out_after_all_is_not_in_doubt(tmp_path: Path) -> None:
    assert rows(dead(tmp_path, "sending:1", "unsent:1")) == ([], [])


def test_a_new_file_goes_on_with_what_is_on_the_wire(tmp_path: Path) -> None:
    words = ("sending:1", "sending:2", "ended:1", "take", "forget")
    assert rows(dead(tmp_path, *words)) == ([2], [])


def test_endings_that_the_database_may_not_know_are_kept(tmp_path: Path) -> None:
    assert rows(dead(tmp_path, "sending:1", "ended:1", "take", "sending:2")) == ([2], [1])


def test_a_line_that_was_cut_off_says_nothing(tmp_path: Path) -> None:
    log = Journal(tmp_path, "dead")
    log.sending(1, now=NOW)
    log.sending(22, now=NOW)
    log.close()
    (path,) = tmp_path.glob("dead.0*")
    data = path.read_bytes()
    path.write_bytes(data.replace(b"S22\n", b"S2\0\0"))
    (found,) = journal.abandoned(tmp_path)
    assert rows(found) == ([1], [])


def test_the_living_are_left_alone(tmp_path: Path) -> None:
    log = Journal(tmp_path, "alive")
    log.sending(1, now=NOW)
    assert list(journal.abandoned(tmp_path)) == []
    assert journal.known(tmp_path) == {"alive"}
    log.unsent(1, "queued")
    log.close()
    assert journal.known(tmp_path) == set()


def test_the_living_are_left_alone_while_their_files_come_and_go(tmp_path: Path) -> None:
    """Somebody else lists the files, and then they are others: nobody has died of that."""
    over, found = threading.Event(), []

    def look() -> None:
        while not over.is_set():
            found.extend(each.token for each in journal.abandoned(tmp_path))

    others = [threading.Thread(target=look) for _ in range(3)]
    log = Journal(tmp_path, "alive")
    for other in others:
        other.start()
    for row in range(600):
        log.sending(row, now=NOW)
        log.ended(ending(row))
        batch = log.take()
        assert batch is not None
        batch.forget()
    over.set()
    for other in others:
        other.join()
    log.close()
    assert found == []
    assert list(tmp_path.iterdir()) == []


def test_a_dead_one_is_taken_over_by_one_only(tmp_path: Path) -> None:
    dead(tmp_path, "sending:1")
    for found in journal.abandoned(tmp_path):
        assert list(journal.abandoned(tmp_path)) == []
        found.remove()
    assert list(journal.abandoned(tmp_path)) == []
    assert list(tmp_path.iterdir()) == []


def test_a_journal_with_nothing_in_it_leaves_nothing(tmp_path: Path) -> None:
    log = Journal(tmp_path, "done")
    log.sending(1, now=NOW)
    log.ended(ending(1))
    batch = log.take()
    assert batch is not None
    batch.forget()
    log.close()
    assert list(tmp_path.iterdir()) == []


def test_endings_that_were_put_back_come_again_in_their_order(tmp_path: Path) -> None:
    log = Journal(tmp_path, "slow")
    for row in (1, 2):
        log.sending(row, now=NOW)
        log.ended(ending(row))
    batch = log.take()
    assert batch is not None
    log.put_back(batch)
    log.sending(3, now=NOW)
    log.ended(ending(3))
    again = log.take()
    assert again is not None
    assert [each.settlement.delivery_id for each in again.endings] == [1, 2, 3]
    again.forget()
    log.close()
    assert list(tmp_path.iterdir()) == []


def test_a_full_file_is_followed_by_another(tmp_path: Path) -> None:
    log = Journal(tmp_path, "long")
    number = SIZE // 200
    for row in range(number):
        log.sending(row, now=NOW)
        log.ended(ending(row, reply="Ok" * 60))
    assert len(list(tmp_path.glob("long.0*"))) > 1
    assert log.size == number
    log.close()
    (found,) = journal.abandoned(tmp_path)
    assert rows(found) == ([], list(range(number)))


def test_an_ending_fits_into_the_room_that_is_kept_for_it() -> None:
    longest = ending(1 << 60, reason="渡" * 300, reply="\U0001f6a2" * 300, relay="m" * 260)
    assert len(longest.line().encode()) < LONGEST


def test_a_journal_that_can_not_be_made_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(DeliveryError, match="free some space"):
        Journal(tmp_path / "file" / "below", "token")


@given(st.text(max_size=300), st.text(max_size=300))
def test_an_ending_survives_its_line(reason: str, reply: str) -> None:
    clean = ["".join(c for c in text if c.isprintable()) for text in (reason, reply)]
    made = ending(1, reason=clean[0], reply=clean[1], settled=None)
    assert "\n" not in made.line()
    assert Ending.read(made.line()) == made
