"""What the store decides about the audience runs on both databases, the rest on one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.audience import readers_site
from tests.support.sites import Site


@pytest.fixture
def site(store_url: str, tmp_path: Path) -> Site:
    return readers_site(tmp_path, store_url)


@pytest.fixture
def plain(tmp_path: Path) -> Site:
    """For what no database has a say in."""
    return readers_site(tmp_path, "sqlite:///data/store.db")
