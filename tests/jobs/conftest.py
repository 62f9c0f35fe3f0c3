"""A site with a press, for the tests of the use cases."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.sites import Site, make_site


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return make_site(tmp_path / "site")
