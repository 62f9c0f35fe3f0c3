"""What every test may ask for: real parts, and a plain refusal where one is missing.

``SYNDICATE_TEST_REQUIRE`` (comma-separated names, or ``all``) turns the
skipping of a missing part into a failure: CI sets it, a laptop need not.
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy import create_engine, text

from tests.support import postgres

# How long an example takes says more of the machine than of the code. Where a
# whole change stands or falls with a run, it tries the same examples each time;
# everywhere else it goes on looking for others.
settings.register_profile("anywhere", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "anywhere")


def missing(part: str, why: str) -> None:
    """Skip the test for want of ``part``; fail it where that part is required."""
    required = os.environ.get("SYNDICATE_TEST_REQUIRE", "").split(",")
    if part in required or "all" in required:
        pytest.fail(f"{part} is required here: {why}")
    pytest.skip(f"no {part}: {why}")


_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def postgres_cluster() -> Iterator[str]:
    if postgres.binaries() is None:
        missing("postgres", "install Debian's package postgresql")
    with postgres.cluster() as url:
        yield url


@pytest.fixture
def postgres_url(postgres_cluster: str) -> str:
    """A fresh, empty database."""
    name = f"test{next(_numbers)}"
    engine = create_engine(postgres_cluster + "postgres", isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return postgres_cluster + name


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/store.db"
    return str(request.getfixturevalue("postgres_url"))
