"""A published site behind a real server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from syndicate.jobs.press import Press
from syndicate.jobs.publish import publish
from tests.support.articles import at, page
from tests.support.filling import fill
from tests.support.sites import Site, make_site
from tests.web.serving import Server, served_press


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return make_site(tmp_path / "site")


@pytest.fixture
def press(site: Site) -> Iterator[Press]:
    with site.press() as opened:
        fill(
            opened,
            page("1"),
            page(
                "2",
                headline="盐沼的渡船",
                language="zh",
                published=at("2026-01-21T08:00"),
                breadcrumb=(("202", "Science"),),
            ),
        )
        publish(opened)
        yield opened


@pytest.fixture
def server(press: Press) -> Iterator[Server]:
    with served_press(press) as running:
        yield running
