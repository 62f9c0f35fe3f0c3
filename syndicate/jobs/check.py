"""Checking feeds: those that were published, or any that a person names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from syndicate.config.model import Config
from syndicate.feeds.check import push
from syndicate.feeds.check.document import Checked, check
from syndicate.feeds.check.exchange import check_exchange
from syndicate.feeds.check.finding import Finding, Severity
from syndicate.feeds.check.reading import Outline
from syndicate.feeds.check.wellformed import UNKNOWN_KIND
from syndicate.feeds.formats import FORMATS
from syndicate.jobs.retrieval import LARGEST, Limits, retrieve
from syndicate.model.errors import FeedError, UsageError

_ENDINGS: Final = (".xml", ".json", ".opml", ".rss", ".atom")
_OWN_NAMES: Final = frozenset(made.file_name for made in FORMATS.values())


@dataclass(frozen=True, slots=True)
class CheckedDocument:
    """``target`` is the address or path; ``kind`` rss, atom, json, opml, or empty for none."""

    target: str
    kind: str
    items: int
    findings: tuple[Finding, ...]

    def count(self, severity: Severity) -> int:
        return sum(finding.severity is severity for finding in self.findings)


@dataclass(frozen=True, slots=True)
class CheckReport:
    """``unreadable`` says of each target that could not be read why."""

    documents: tuple[CheckedDocument, ...]
    unreadable: tuple[str, ...] = ()

    @property
    def errors(self) -> int:
        return sum(document.count(Severity.ERROR) for document in self.documents)

    @property
    def warnings(self) -> int:
        return sum(document.count(Severity.WARNING) for document in self.documents)


def check_targets(targets: Iterable[str], *, limits: Limits | None = None) -> CheckReport:
    """Check addresses, files, and all feeds in folders."""
    return _report(each for target in targets for each in _documents(target, limits or Limits()))


def check_output(config: Config) -> CheckReport:
    """Check every feed in the configured output folder, at its public address, offline."""
    folder = config.resolve(config.feeds.output)
    if not folder.is_dir():
        raise UsageError(str(folder), "no such folder", "publish first, or name a feed")
    base = f"{str(config.site.url).rstrip('/')}/feeds/"
    report = _report(
        _in_folder(path, base + path.relative_to(folder).as_posix()) for path in _feeds(folder)
    )
    if not report.documents and not report.unreadable:
        raise UsageError(str(folder), "holds no feeds", "publish first, or name a feed")
    return report


_Outcome = CheckedDocument | FeedError | None


def _report(outcomes: Iterable[_Outcome]) -> CheckReport:
    documents, unreadable = list[CheckedDocument](), list[str]()
    for outcome in outcomes:
        if isinstance(outcome, FeedError):
            unreadable.append(str(outcome))
        elif outcome is not None:
            documents.append(outcome)
    return CheckReport(tuple(documents), tuple(unreadable))


def _documents(target: str, limits: Limits) -> Iterator[_Outcome]:
    if target.lower().startswith(("http://", "https://")):
        yield _fetched(target, limits)
    elif Path(target).is_dir():
        found = [_in_folder(path, "") for path in _feeds(Path(target))]
        if not any(found):
            yield FeedError(target, "holds no feeds", "name a feed's file or address")
        yield from found
    else:
        try:
            yield _document(target, check(_read(Path(target))))
        except FeedError as error:
            yield error


def _fetched(address: str, limits: Limits) -> _Outcome:
    try:
        exchange = retrieve(address, limits=limits)
    except FeedError as error:
        return error
    plain = exchange.plain
    checked = check(plain.body, address=exchange.address, content_type=plain.get("Content-Type"))
    found = [*check_exchange(exchange), *checked.findings]
    if checked.reading is not None and not isinstance(checked.reading, Outline):
        found += push.check_headers(*push.topics(checked.reading), plain.all("Link"))
    return CheckedDocument(address, checked.kind, checked.items, tuple(found))


def _feeds(folder: Path) -> list[Path]:
    """What may be a feed in a folder; copies being written and compressed ones are none."""
    return sorted(
        path
        for path in folder.rglob("*")
        if path.suffix in _ENDINGS and not path.name.startswith(".") and path.is_file()
    )


def _in_folder(path: Path, address: str) -> _Outcome:
    """A file of a folder; nothing for one that is whole but no feed, such as a sitemap."""
    try:
        checked = check(_read(path), address=address)
    except FeedError as error:
        return error
    if not checked.kind and path.name not in _OWN_NAMES and _is_other(checked):
        return None
    return _document(str(path), checked)


def _is_other(checked: Checked) -> bool:
    return any(finding.rule == UNKNOWN_KIND.number for finding in checked.findings)


def _document(target: str, checked: Checked) -> CheckedDocument:
    return CheckedDocument(target, checked.kind, checked.items, checked.findings)


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        cause = error.strerror or type(error).__name__
        raise FeedError(str(path), cause.lower(), "name a feed's file or address") from error
    except ValueError as error:
        raise FeedError(repr(str(path)), str(error), "name a feed's file or address") from error
    if len(data) > LARGEST:
        raise FeedError(str(path), f"has more than {LARGEST:,} bytes", "check a smaller document")
    return data
