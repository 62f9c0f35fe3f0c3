"""Everything about the audience runs on both databases."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.audience import readers_site
from tests.support.sites import Site


@pytest.fixture
def site(store_url: str, tmp_path: Path) -> Site:
    return readers_site(tmp_path, store_url)
