"""Where the templates and the sample configuration lie: one resolver for every home.

They are written once, at the top level of the repository. A wheel carries a
copy in ``syndicate/packed``; a checkout (also one installed as editable) has
only the originals. A site may lay its own templates over them, in the folder
``templates`` beside its configuration.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from syndicate.model.errors import SyndicateError, UsageError

if TYPE_CHECKING:
    from jinja2 import BaseLoader

PACKAGE = Path(__file__).resolve().parent

Origin = Literal["packed", "site"]


@dataclass(frozen=True, slots=True)
class Template:
    """One template as a site sees it.

    ``name`` has ``/`` in it; ``origin`` says whose version counts; ``path``
    is that version's file. ``packed`` is ours, ``None`` where a site has a
    template that we don't.
    """

    name: str
    origin: Origin
    path: Path
    packed: Path | None


def home(package: Path = PACKAGE) -> Path:
    """The folder that holds ``templates/`` and ``config.toml``: the wheel's, or the checkout's."""
    for folder in (package / "packed", package.parent):
        if (folder / "templates").is_dir() and (folder / "config.toml").is_file():
            return folder
    raise SyndicateError(
        str(package), "the installation has lost its templates", "install syndicate again"
    )


def sample_configuration() -> str:
    """The text of the packed ``config.toml``."""
    return (home() / "config.toml").read_text(encoding="utf-8")


def template_folders(site: Path | None = None) -> tuple[Path, ...]:
    """The folders templates are looked up in, the first first."""
    ours = home() / "templates"
    if site is None or _is_ours(site):
        return (ours,)
    return (site / "templates", ours)


def template_loader(site: Path | None = None) -> BaseLoader:
    """A Jinja2 loader; ``site`` is the folder of the site's configuration."""
    from jinja2 import FileSystemLoader

    return FileSystemLoader(template_folders(site))


def templates(site: Path | None = None) -> tuple[Template, ...]:
    """Every template that counts for a site, by name."""
    ours = dict(_walk(home() / "templates"))
    theirs = {} if site is None or _is_ours(site) else dict(_walk(site / "templates"))
    return tuple(
        Template(
            name=name,
            origin="site" if name in theirs else "packed",
            path=theirs.get(name) or ours[name],
            packed=ours.get(name),
        )
        for name in sorted({*ours, *theirs})
    )


def eject(
    names: tuple[str, ...], site: Path, *, force: bool = False, dry_run: bool = False
) -> tuple[Path, ...]:
    """Copy our templates into the site's own folder, to be changed there.

    All or none: a name that does not exist, or a copy that would be
    overwritten without ``force``, raises before anything is written.
    """
    if _is_ours(site):
        raise UsageError(
            str(site / "templates"), "these are the originals", "change them where they are"
        )
    ours = dict(_walk(home() / "templates"))
    targets = {name: site / "templates" / name for name in names}
    for name, target in targets.items():
        if name not in ours:
            raise UsageError(name, "no such template", "`syndicate templates list` names them")
        if target.exists() and not force:
            raise UsageError(
                str(target), "is there already", "use --force to overwrite your changes"
            )
    for name, target in targets.items():
        if not dry_run:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(ours[name].read_bytes())
    return tuple(targets.values())


def difference(template: Template) -> str:
    """How a site's template differs from ours, as a unified diff; empty if it does not."""
    if template.packed is None or template.packed == template.path:
        return ""
    ours, theirs = (
        file.read_text(encoding="utf-8", errors="replace").splitlines(keepends=True)
        for file in (template.packed, template.path)
    )
    lines = unified_diff(ours, theirs, f"packed/{template.name}", f"site/{template.name}")
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def _is_ours(site: Path) -> bool:
    """Whether a site's templates are the originals: the checkout is itself a site."""
    theirs = site / "templates"
    return theirs.is_dir() and theirs.samefile(home() / "templates")


def _walk(folder: Path) -> Iterator[tuple[str, Path]]:
    for path in folder.rglob("*"):
        name = path.relative_to(folder)
        if path.is_file() and not any(part.startswith((".", "__")) for part in name.parts):
            yield name.as_posix(), path
