"""A published site behind a real server."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
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


def _published(site: Site) -> None:
    """Put what a small newsroom has published into a site that has nothing yet."""
    with site.press() as press:
        fill(
            press,
            page("1"),
            page(
                "2",
                headline="盐沼的渡船",
                language="zh",
                published=at("2026-01-21T08:00"),
                breadcrumb=(("202", "Science"),),
            ),
        )
        publish(press)


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Site], None]:
    """Publishes a site: in earnest once for each configuration, then by a copy of that."""
    done: dict[str, Site] = {}

    def publish_site(site: Site) -> None:
        text = site.file.read_text()
        if text not in done:
            done[text] = Site(tmp_path_factory.mktemp("printed"))
            done[text].file.write_text(text)
            _published(done[text])
        for folder in ("data", "feeds"):
            shutil.copytree(done[text].root / folder, site.root / folder, dirs_exist_ok=True)

    return publish_site


@pytest.fixture
def press(site: Site, printed: Callable[[Site], None]) -> Iterator[Press]:
    printed(site)
    with site.press() as opened:
        yield opened


@pytest.fixture
def server(press: Press) -> Iterator[Server]:
    """One of the test's own, which may change what it serves."""
    with served_press(press) as running:
        yield running


@pytest.fixture(scope="module")
def standing(
    tmp_path_factory: pytest.TempPathFactory, printed: Callable[[Site], None]
) -> Iterator[Server]:
    """The same site for all tests of a module that only ask."""
    site = make_site(tmp_path_factory.mktemp("standing") / "site")
    printed(site)
    with site.press() as press, served_press(press) as running:
        yield running
