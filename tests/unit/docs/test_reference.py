"""The reference says what the code says, and leaves nothing out."""

from __future__ import annotations

from pathlib import Path

import pytest

from syndicate.config.settings import settings, tables
from syndicate.feeds.formats import FORMATS
from syndicate.model.errors import ExitCode
from syndicate.store.schema import metadata
from tests.unit.docs import generated
from tests.unit.docs.pages import DOCS, name, section

REFERENCE = DOCS / "reference"


def text(document: str) -> str:
    return (REFERENCE / document).read_text(encoding="utf-8")


@pytest.mark.parametrize("path", generated.PARTS, ids=name)
def test_the_generated_parts_are_fresh(path: Path) -> None:
    held = path.read_text(encoding="utf-8")
    assert held == generated.written(path), "run: python -m tests.unit.docs.generated"


@pytest.mark.parametrize("setting", settings(), ids=lambda setting: setting.name)
def test_every_setting_is_documented(setting) -> None:
    many = tables()[setting.table][1]
    heading = f"[[{setting.table}]]" if many else f"[{setting.table}]"
    assert f"| `{setting.key}` |" in section(text("configuration.md"), heading)


@pytest.mark.parametrize("kind", sorted({s.kind for s in settings()} - {"choice"}))
def test_every_kind_of_value_is_explained(kind: str) -> None:
    assert f"**{kind}**" in section(text("configuration.md"), "Kinds of value")


@pytest.mark.parametrize("verb", [path for path, _ in generated.verbs()])
def test_every_verb_is_documented(verb: str) -> None:
    assert f"# {verb}\n" in text("commands.md")


@pytest.mark.parametrize("code", ExitCode)
def test_every_exit_code_is_documented(code: ExitCode) -> None:
    assert f"| {code.value} |" in text("exit-codes.md")


@pytest.mark.parametrize("table", metadata.tables)
def test_every_column_is_documented(table: str) -> None:
    said = section(text("store.md"), table)
    assert [c.name for c in metadata.tables[table].columns if f"`{c.name}`" not in said] == []


@pytest.mark.parametrize("made", FORMATS.values(), ids=lambda made: made.name)
def test_every_format_is_documented(made) -> None:
    assert all(said in text("feeds.md") for said in (made.file_name, made.media_type))


def test_a_document_that_lost_its_markers_is_noticed() -> None:
    with pytest.raises(ValueError, match="must stand in the document once"):
        generated.filled("# Nothing here\n", "settings", "text")
