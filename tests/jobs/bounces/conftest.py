"""A press on a site, for the tests of what comes back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from syndicate.jobs.press import Press
from tests.support.sites import Site, make_site


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return make_site(tmp_path / "site")


@pytest.fixture
def press(site: Site) -> Iterator[Press]:
    with site.press() as opened:
        yield opened
