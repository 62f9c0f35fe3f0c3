"""The store's tests run on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from syndicate.store.engine import Store
from syndicate.store.opening import open_store


@pytest.fixture
def store(store_url: str, tmp_path: Path) -> Iterator[Store]:
    opened = open_store(store_url, root=tmp_path)
    yield opened
    opened.close()
