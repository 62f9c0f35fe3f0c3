"""Every verb that changes something can be rehearsed, and a rehearsal changes nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click
import pytest
from sqlalchemy import select

from syndicate.cli.program import program
from syndicate.config.load import load_config
from syndicate.jobs.press import open_press
from syndicate.jobs.secrets import FACT
from syndicate.store import facts, presence
from syndicate.store.schema import metadata
from tests.support import mailing
from tests.support.mailing import EDITION, Newsroom, newsroom
from tests.support.sites import Site, make_site
from tests.support.smtpd import Smtpd
from tests.support.verbs import run, told

CLOCK = "2026-01-26T09:00:00"
NOW = datetime(2026, 1, 26, 9, tzinfo=UTC)

#: Verbs that only look, or write nothing but what they are asked to show.
LOOKING = {
    "articles list",
    "articles show",
    "config check",
    "config explain",
    "digest list",
    "digest preview",
    "digest show",
    "feeds check",
    "feeds stats",
    "mail doctor",
    "mail status",
    "serve",
    "status",
    "subscribers export",
    "subscribers history",
    "subscribers list",
    "subscribers show",
    "templates diff",
    "templates list",
}


def verbs(group: click.Group, before: str = "") -> Iterator[tuple[str, click.Command]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        path = f"{before} {name}".strip()
        if isinstance(command, click.Group):
            yield from verbs(command, path)
        else:
            yield path, command


def test_every_verb_that_changes_something_takes_a_dry_run() -> None:
    without = {
        path
        for path, command in verbs(program)
        if "dry_run" not in [parameter.name for parameter in command.params]
    }
    assert without == LOOKING


@pytest.fixture
def room(store_url: str, tmp_path: Path, server: Smtpd) -> Newsroom:
    return newsroom(tmp_path, store_url, server.port, clock=CLOCK)


def files(site: Site) -> dict[str, bytes]:
    """All files of a site but the store's own, which are compared row by row."""
    return {
        str(path.relative_to(site.root)): path.read_bytes()
        for path in site.root.rglob("*")
        if path.is_file() and not path.name.startswith("store.db")
    }


def rows(room: Newsroom) -> dict[str, list[object]]:
    with room.press() as press, press.store.read() as connection:
        return {
            table.name: [tuple(row) for row in connection.execute(select(table))]
            for table in metadata.sorted_tables
        }


def rehearsed(room: Newsroom, *words: str) -> str:
    before = rows(room), files(room.site)
    data: dict[str, Any] = json.loads(told(room.site, *words, "--dry-run", "--json"))
    assert data["dry_run"] is True
    said = told(room.site, *words, "--dry-run")
    assert (rows(room), files(room.site)) == before
    return said


def test_a_cycle_is_rehearsed_part_by_part(room: Newsroom, server: Smtpd) -> None:
    with room.press() as press:
        mailing.readers(press, 3)
        mailing.edition(press)
    lines = rehearsed(room, "run").splitlines()
    told_of = {line.split()[0]: line for line in lines}
    assert told_of["read"].endswith("(nothing written)")
    assert "would be written" in told_of["published"]
    assert told_of["mailed"].split(maxsplit=1)[1] == f"{EDITION}: 3 would be sent"
    assert server.accepted == []
    data = json.loads(told(room.site, "run", "--dry-run", "--json"))
    assert data["would_mail"][0]["due"] == 3
    done = told(room.site, "run")
    assert "3 accepted" in done
    assert len(server.accepted) == 3


def test_an_edition_that_is_due_is_not_made_by_a_rehearsal(room: Newsroom) -> None:
    with room.press() as press:
        mailing.fill(press, mailing.page("1"), moment="2026-01-20T12:00")
    said = rehearsed(room, "run", "--only", "press")
    assert "weekly 2026-W04: would be made, 1 story" in said


def test_before_anything_has_run_a_rehearsal_shows_what_the_first_run_would_do(
    tmp_path: Path,
) -> None:
    site = make_site(tmp_path / "site", store="sqlite:///data/store.db")
    before = files(site)
    would = told(site, "run", "--dry-run")
    assert files(site) == before
    assert not (site.root / "data/store.db").exists()
    first = told(site, "run")
    number = next(line for line in first.splitlines() if line.startswith("published")).split()
    foreseen = next(line for line in would.splitlines() if line.startswith("published")).split()
    assert foreseen[1] == number[1]


@pytest.mark.parametrize(
    "words",
    [
        "articles hide 1",
        "articles unhide 1",
        "backup backup.gz",
        "db upgrade",
        "deliver",
        "deliver weekly --test editor@gazette.example",
        "digest approve weekly",
        "digest edit weekly --subject News",
        "digest make weekly",
        "digest reject weekly",
        "feeds ping",
        "ingest",
        "mail bounces",
        "mail cancel weekly",
        "mail dkim-key",
        "mail pause weekly",
        "mail reconcile weekly --accepted",
        "mail release weekly",
        "mail release --domain quayside.example",
        "mail resume weekly",
        "mail retry weekly",
        "publish",
        "run",
        "subscribers add nell@quayside.example --newsletter weekly",
        "subscribers erase nell@quayside.example",
        "subscribers import readers.csv --newsletter weekly",
        "subscribers suppress nell@quayside.example",
        "subscribers unsuppress nell@quayside.example",
    ],
)
def test_a_rehearsal_makes_neither_store_nor_secrets(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    site = make_site(tmp_path / "site", store="sqlite:///data/store.db")
    (site.root / "readers.csv").write_text("email\nnell@quayside.example\n")
    monkeypatch.chdir(site.root)
    before = sorted(site.root.rglob("*"))
    run(site, *words.split(), "--dry-run")
    assert sorted(site.root.rglob("*")) == before


@pytest.mark.parametrize(
    "words",
    [
        "add nell@quayside.example --newsletter weekly",
        "import readers.csv --newsletter weekly",
        "suppress nell@quayside.example",
        "unsuppress nell@quayside.example",
    ],
)
def test_a_rehearsal_makes_no_secrets_for_a_store_without(
    store_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    site = make_site(tmp_path / "site", store=store_url)
    (site.root / "readers.csv").write_text("email\nnell@quayside.example\n")
    monkeypatch.chdir(site.root)
    told(site, "db", "upgrade")
    before = files(site)
    told(site, "subscribers", *words.split(), "--dry-run")
    assert files(site) == before
    config = load_config(site.file, environment={})
    with (
        open_press(config, clock=lambda: NOW, create=False) as press,
        press.store.read() as connection,
    ):
        assert facts.read(connection, FACT) is None


@pytest.mark.postgres
@pytest.mark.parametrize("words", ["publish --dry-run", "articles list", "feeds stats"])
def test_an_empty_database_stays_so(empty_postgres_url: str, tmp_path: Path, words: str) -> None:
    site = make_site(tmp_path / "site", store=empty_postgres_url)
    told(site, *words.split())
    assert not presence.exists(empty_postgres_url, root=site.root)


@pytest.mark.parametrize("words", sorted(LOOKING - {"serve"}))
def test_looking_makes_neither_store_nor_secrets(tmp_path: Path, words: str) -> None:
    site = make_site(tmp_path / "site", store="sqlite:///data/store.db")
    which = {"digest preview": "weekly", "digest show": "weekly", "articles show": "1"}
    personal = {f"subscribers {verb}": "nell@quayside.example" for verb in ("show", "history")}
    run(site, *words.split(), *filter(None, [{**which, **personal}.get(words)]))
    assert not (site.root / "data").exists()


def test_an_edition_without_news_is_foreseen_as_empty(room: Newsroom) -> None:
    for words in (["run", "--only", "press"], ["digest", "make", "weekly"]):
        said = rehearsed(room, *words)
        assert "weekly 2026-W04: nothing new, would be closed as empty\n" in said
    assert "weekly 2026-W04: nothing new, closed as empty" in told(
        room.site, "run", "--only", "press"
    )


def test_a_backup_is_rehearsed(room: Newsroom, tmp_path: Path) -> None:
    with room.press() as press:
        mailing.readers(press, 3)
    file = tmp_path / "backup.gz"
    would = rehearsed(room, "backup", str(file))
    assert not file.exists()
    done = told(room.site, "backup", str(file))
    assert would.split()[:3] == [*done.split()[:2], "rows"]
    again = rehearsed(room, "backup", str(file))
    assert again.endswith("rows would be written in place of what is there\n")


def test_the_question_before_a_restoration_names_both(room: Newsroom, tmp_path: Path) -> None:
    with room.press() as press:
        mailing.readers(press, 3)
    file = tmp_path / "backup.gz"
    told(room.site, "backup", str(file))
    done = run(room.site, "restore", str(file))
    assert isinstance(done.exception, click.UsageError)
    said = done.exception.message
    assert "holds 0 articles and 3 subscribers; all would be replaced by what" in said
    assert str(file) in said


def test_a_key_is_rehearsed(room: Newsroom) -> None:
    file = room.site.root / "other.pem"
    would = rehearsed(room, "mail", "dkim-key", "--selector", "other", "--out", str(file))
    assert would == f"would make {file}, for a record at other._domainkey.gazette.example\n"
    told(room.site, "mail", "dkim-key", "--selector", "other", "--out", str(file))
    kept = rehearsed(room, "mail", "dkim-key", "--selector", "other", "--out", str(file))
    assert kept.startswith(f"kept {file}\n")
