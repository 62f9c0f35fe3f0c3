"""A newsroom with readers, and a mail server that does as it is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import smtpd
from tests.support.mailing import Newsroom, newsroom
from tests.support.smtpd import Smtpd


@pytest.fixture
def server() -> Iterator[Smtpd]:
    with smtpd.running() as started:
        yield started


@pytest.fixture
def room(store_url: str, tmp_path: Path, server: Smtpd) -> Newsroom:
    return newsroom(tmp_path, store_url, server.port)
