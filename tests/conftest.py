"""What every test may ask for: real parts, and a plain refusal where one is missing.

``SYNDICATE_TEST_REQUIRE`` (comma-separated names, or ``all``) turns the
skipping of a missing part into a failure: CI sets it, a laptop need not.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.support import postgres
from tests.support.stores import Databases, make_sqlite

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


@pytest.fixture(scope="session")
def postgres_cluster() -> Iterator[str]:
    if postgres.binaries() is None:
        missing("postgres", "install Debian's package postgresql")
    with postgres.cluster() as url:
        yield url


@pytest.fixture(scope="session")
def databases(postgres_cluster: str) -> Iterator[Databases]:
    found = Databases(postgres_cluster)
    yield found
    found.close()


@pytest.fixture
def postgres_url(databases: Databases) -> Iterator[str]:
    """A database with the tables of a store and nothing in them."""
    with databases.lent() as url:
        yield url


@pytest.fixture
def empty_postgres_url(databases: Databases) -> Iterator[str]:
    """A database without any tables."""
    url = databases.make()
    yield url
    databases.drop(url)


_EITHER = ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]


@pytest.fixture(params=_EITHER)
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A store that has its tables and nothing in them."""
    if request.param == "sqlite":
        make_sqlite(tmp_path / "store.db")
        return f"sqlite:///{tmp_path}/store.db"
    return str(request.getfixturevalue("postgres_url"))


@pytest.fixture(params=_EITHER)
def empty_store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database without any tables, or none yet."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/store.db"
    return str(request.getfixturevalue("empty_postgres_url"))


@pytest.fixture
def attentive(monkeypatch: pytest.MonkeyPatch) -> None:
    """Deliveries look more often at what has become of what they have in hand, and end sooner."""
    from syndicate.jobs.delivery import run

    monkeypatch.setattr(run, "_SECONDS", 0.1)
    monkeypatch.setattr(run, "_TICK", 0.1)
