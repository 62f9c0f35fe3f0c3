"""``run``: what a person is told of a whole cycle."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.sites import Site, make_site
from tests.support.verbs import told

CLOCK = ("--set", "site.clock=2026-01-26T09:00:00")


@pytest.fixture
def site(tmp_path: Path) -> Site:
    made = make_site(tmp_path / "site", newsletter="approval = true\n")
    made.write("1")
    return made


def test_an_edition_that_waits_for_approval_is_told_with_what_to_do(site):
    who = ("add", "nell@harbour.example", "--newsletter", "weekly", "--confirmed")
    told(site, "subscribers", *who)
    lines = told(site, *CLOCK, "run").splitlines()
    place = lines.index("mailed     weekly/2026-W04: nothing sent; awaiting")
    assert lines[place + 1].strip() == "approve it: syndicate digest approve weekly/2026-W04"
    # And so each time.
    lines = told(site, *CLOCK, "run", "--only", "delivery").splitlines()
    place = lines.index("waits      weekly/2026-W04: awaiting")
    assert lines[place + 1].strip() == "approve it: syndicate digest approve weekly/2026-W04"


def test_a_rehearsal_says_that_feeds_do_not_have_what_a_reading_would_bring(site):
    said = "as the store is now: what was read above would come first"
    assert said in told(site, "run", "--dry-run")
    assert said not in told(site, "run")
    assert said not in told(site, "run", "--dry-run")


def test_one_of_a_kind_is_told_as_one(site):
    assert "cms: 1 file, 1 new, 1 view total moved\n" in told(site, "run")
