"""What stands in a feed does not depend on what was asked before."""

from __future__ import annotations

from pathlib import Path

import pytest

from syndicate.jobs.publishing.newest import Newest
from syndicate.jobs.sections import public_tree
from syndicate.store import sections
from tests.support.articles import at, page
from tests.support.filling import fill
from tests.support.sites import make_site

ASKED = ((1, 3), (3, 3), (2, 50), (1, 50), (9, 9))


@pytest.mark.parametrize("hides", [False, True])
def test_a_question_has_the_same_answer_first_and_last(tmp_path: Path, hides: bool) -> None:
    with make_site(tmp_path / "site").press() as press:
        fill(
            press,
            *(page(str(n), published=at(f"2026-01-{n % 9 + 1:02}T08:00")) for n in range(1, 31)),
            moment="2026-02-01T08:00",
        )
        with press.store.read() as connection:
            tree = public_tree(connection, press.config)
            ids = [section.id for section in sections.tree(connection)]
            withheld = {max(ids) + 1} if hides else set()
            asked = Newest(connection, tree, withheld, most=50)
            for site, section in ASKED:
                fresh = Newest(connection, tree, withheld, most=50)
                for each in ids:
                    expected = fresh.of_section(each, section)
                    assert asked.of_section(each, section) == expected
                    assert len(expected) == min(section, 30)
                assert asked.of_each_section(site) == fresh.of_each_section(site)
                assert asked.of_site(site) == Newest(
                    connection, tree, {max(ids) + 1}, most=50
                ).of_site(site)
