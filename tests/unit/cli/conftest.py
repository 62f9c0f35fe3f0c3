"""A mail server that does as it is told, for verbs that mail."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support import smtpd
from tests.support.smtpd import Smtpd


@pytest.fixture
def server() -> Iterator[Smtpd]:
    with smtpd.running() as started:
        yield started
