"""A backup holds everything, goes into either database, and is never half used."""

from __future__ import annotations

import gzip
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from syndicate.model.errors import StoreError
from syndicate.store import articles, dump, sections, sources, visible
from syndicate.store.engine import Store
from syndicate.store.merge import merge
from syndicate.store.opening import open_store
from syndicate.store.schema import metadata
from tests.support.articles import at, page

NOW = at("2026-01-26T01:00")


@pytest.fixture
def filled(tmp_path: Path) -> Iterator[Store]:
    store = open_store("sqlite:///filled.db", root=tmp_path)
    with store.write() as connection:
        source = sources.ensure(connection, "cms", "cms-pages")
        pages = [page(str(n), views=n) for n in range(1, 8)]
        merge(connection, source.id, pages, at("2026-01-20T12:00"))
        sources.record_reading(connection, source.id, at("2026-01-20T12:00"))
    yield store
    store.close()


def contents(store: Store) -> dict[str, list[tuple]]:
    with store.read() as connection:
        return {
            table.name: sorted(map(tuple, connection.execute(select(table))), key=repr)
            for table in metadata.sorted_tables
        }


def test_a_backup_goes_into_either_database_whole(
    filled: Store, store: Store, tmp_path: Path
) -> None:
    made = dump.write(filled, tmp_path / "b.gz", now=NOW)
    assert dump.restore(store, tmp_path / "b.gz").rows == made.rows
    assert contents(store) == contents(filled)


def test_a_backup_is_closed_to_others_on_the_machine(filled: Store, tmp_path: Path) -> None:
    dump.write(filled, tmp_path / "store.gz", now=NOW)
    assert stat.S_IMODE((tmp_path / "store.gz").stat().st_mode) == 0o600


def test_new_rows_follow_restored_ones(filled: Store, store: Store, tmp_path: Path) -> None:
    dump.write(filled, tmp_path / "b.gz", now=NOW)
    dump.restore(store, tmp_path / "b.gz")
    with store.write() as connection:
        merge(connection, 1, [page("99")], at("2026-01-21T12:00"))
        assert visible.count(connection) == 8
        assert len(sections.tree(connection)) == 2


def test_restoring_replaces_what_was_there(filled: Store, store: Store, tmp_path: Path) -> None:
    with store.write() as connection:
        source = sources.ensure(connection, "other", "cms-pages")
        merge(connection, source.id, [page("500")], NOW)
    dump.write(filled, tmp_path / "b.gz", now=NOW)
    dump.restore(store, tmp_path / "b.gz")
    with store.read() as connection:
        assert articles.find(connection, "500") == []


@pytest.mark.parametrize("cut", [0, 20, -30])
def test_a_cut_off_file_changes_nothing(filled: Store, tmp_path: Path, cut: int) -> None:
    dump.write(filled, tmp_path / "b.gz", now=NOW)
    data = (tmp_path / "b.gz").read_bytes()
    (tmp_path / "b.gz").write_bytes(data[:cut])
    before = contents(filled)
    with pytest.raises(StoreError, match=r"b\.gz.*use another backup"):
        dump.restore(filled, tmp_path / "b.gz")
    assert contents(filled) == before


def test_a_file_that_lacks_rows_is_refused(filled: Store, tmp_path: Path) -> None:
    dump.write(filled, tmp_path / "b.gz", now=NOW)
    lines = gzip.decompress((tmp_path / "b.gz").read_bytes()).splitlines(keepends=True)
    lines.remove(next(line for line in lines if line.startswith(b"[")))
    (tmp_path / "b.gz").write_bytes(gzip.compress(b"".join(lines)))
    with pytest.raises(StoreError, match="ends too early"):
        dump.check(tmp_path / "b.gz")


def test_another_file_is_no_backup(tmp_path: Path) -> None:
    (tmp_path / "b.gz").write_bytes(gzip.compress(b'{"a": 1}\n{"rows": 0}\n'))
    with pytest.raises(StoreError, match="not a backup of syndicate"):
        dump.check(tmp_path / "b.gz")


def test_leases_stay_out(filled: Store, tmp_path: Path) -> None:
    dump.write(filled, tmp_path / "b.gz", now=NOW)
    assert b'"leases"' not in gzip.decompress((tmp_path / "b.gz").read_bytes())


def test_counting(filled: Store) -> None:
    with filled.read() as connection:
        rows = sum(
            connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in metadata.sorted_tables
            if table.name not in ("leases",)
        )
    assert dump.write(filled, Path(str(filled.engine.url.database) + ".gz"), now=NOW).rows == rows
