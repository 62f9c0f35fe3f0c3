"""Verbs, called as at a terminal, in this process."""

from __future__ import annotations

from click.testing import CliRunner, Result

from syndicate.cli.program import program
from tests.support.sites import Site


def run(site: Site, *words: str) -> Result:
    options = ("--config", str(site.file))
    return CliRunner().invoke(program, (*options, *words), standalone_mode=False)


def told(site: Site, *words: str) -> str:
    """What a verb says on its standard output. It may not fail."""
    done = run(site, *words)
    assert done.exception is None, done.exception
    return done.stdout
