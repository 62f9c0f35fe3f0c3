"""How long publishing every feed takes, against Hugo building RSS alone from the same articles.

``ours`` is a first publish of the feeds of the site and its 40 sections (RSS,
Atom and JSON, 50 articles each, and a page for each feed) from a store that
holds the articles, as the command that a person types: from the start of
Python to its end. Hugo is the site generator that newsrooms would otherwise
have: it keeps articles as files and has no store, so that it reads all of them
for every build. It is given them in the form it reads fastest, and is asked
for less: one format, no pages, no flushing to the disk.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Final

sys.path.insert(1, str(Path(__file__).resolve().parents[1]))

import newsroom
from measuring import Figure, Measured, apart, arguments, compared, memory, show, tell, workplace
from publish import fill
from site_folder import PLAIN, make_site

if TYPE_CHECKING:
    from newsroom import Place

    from syndicate.model.article import Page

_ROOT: Final = Path(__file__).resolve().parents[1]
_COMMAND: Final = "from syndicate.cli import main; main()"
_GOAL: Final = 1 / 50
_ITEMS: Final = 50
_COMPRESSED: Final = PLAIN.replace("compress = false", "compress = true")

_CONFIGURATION: Final = f"""
baseURL = "https://press.gannetsound.example/"
title = "{newsroom.SITE}"
languageCode = "en"
timeout = "30m"
disableKinds = ["taxonomy", "term", "sitemap", "robotsTXT", "404"]

# Articles are listed and shown in feeds, and have no pages of their own.
[outputs]
home = ["RSS"]
section = ["RSS"]
page = []
"""

# What a publisher would write for full content: Hugo's own shows summaries.
_TEMPLATE: Final = f"""\
{{{{- $pages := .RegularPagesRecursive -}}}}
{{{{- if .IsHome }}}}{{{{ $pages = .Site.RegularPages }}}}{{{{ end -}}}}
{{{{- printf "<?xml version=\\"1.0\\" encoding=\\"utf-8\\"?>" | safeHTML }}}}
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>{{{{ .Title }}}}</title>
<link>{{{{ .Permalink }}}}</link>
<description>{{{{ .Title }}}}</description>
{{{{- range first {_ITEMS} $pages }}}}
<item>
<title>{{{{ .Title }}}}</title>
<link>{{{{ .Params.address }}}}</link>
<guid isPermaLink="false">{{{{ .Params.id }}}}</guid>
<pubDate>{{{{ .Date.Format "Mon, 02 Jan 2006 15:04:05 -0700" | safeHTML }}}}</pubDate>
{{{{- range .Params.authors }}}}
<dc:creator>{{{{ . }}}}</dc:creator>
{{{{- end }}}}
<dc:source>{{{{ .Params.source }}}}</dc:source>
<description>{{{{ .Summary | html }}}}</description>
<content:encoded>{{{{ .Content | html }}}}</content:encoded>
</item>
{{{{- end }}}}
</channel>
</rss>
"""


def main() -> None:
    given = arguments(__doc__.partition("\n")[0])
    if shutil.which("hugo") is None:
        raise SystemExit("needs hugo: apt-get install hugo")
    figures: list[Figure] = []
    with workplace(given.keep) as folder:
        for articles in given.sizes:
            # Hugo takes minutes for the largest.
            repeat = given.repeat if articles < 50_000 else 1
            figures += measure(folder / str(articles), articles, repeat)
    show(figures, as_json=given.json)


def measure(folder: Path, articles: int, repeat: int) -> list[Figure]:
    tell(f"{articles:,} articles: filling the store and Hugo's folder")
    plain = make_site(folder / "plain", settings=PLAIN)
    compressed = make_site(folder / "compressed", settings=_COMPRESSED)
    if not (folder / "store-for-hugo").exists():
        for each in (plain, compressed):
            shutil.rmtree(each.parent / "data", ignore_errors=True)
        apart(fill, plain, articles)
        shutil.copytree(plain.parent / "data", compressed.parent / "data")
        apart(write_content, folder / "hugo", articles)
        (folder / "store-for-hugo").touch()
    hugo: list[Measured[float]] = []
    ours: list[Measured[float]] = []
    packed: list[Measured[float]] = []
    for round_ in range(1, repeat + 1):
        for work, site, found in (
            (publish_command, plain, ours),
            (build_with_hugo, folder / "hugo", hugo),
            (publish_command, compressed, packed),
        ):
            tell(f"{articles:,} articles, round {round_} of {repeat}: {work.__name__}")
            found.append(apart(work, site))
    same_feeds(plain.parent / "feeds", folder / "hugo" / "public")
    seconds = [each.value for each in ours]
    theirs = [each.value for each in hugo]
    with_copies = [each.value for each in packed]
    name = "Hugo, RSS alone"
    return [
        compared(articles, "publish all", seconds, name, theirs, _GOAL),
        compared(articles, "publish all, compressed copies too", with_copies, name, theirs),
        memory(articles, "publish all: peak", max(each.child_peak for each in ours)),
        memory(articles, "Hugo: peak", max(each.child_peak for each in hugo)),
    ]


def publish_command(site: Path) -> float:
    """``syndicate publish``, with nothing named or published before."""
    shutil.rmtree(site.parent / "feeds", ignore_errors=True)
    return _run([sys.executable, "-c", _COMMAND, "--config", str(site), "publish"], _ROOT)


def build_with_hugo(site: Path) -> float:
    shutil.rmtree(site / "public", ignore_errors=True)
    return _run(["hugo", "--quiet", "--cacheDir", str(site / "cache")], site)


def _run(command: list[str], folder: Path) -> float:
    started = time.perf_counter()
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    taken = time.perf_counter() - started
    if done.returncode:
        raise SystemExit(f"{command[0]} failed: {done.stderr or done.stdout}")
    return taken


def write_content(site: Path, articles: int) -> None:
    """The newsroom as Hugo has it: a folder for each section, a file for each article.

    Bodies are HTML and what is said of them JSON, which costs Hugo less to
    read than Markdown and YAML; the summary is given, so that it makes none.
    """
    (site / "layouts" / "_default").mkdir(parents=True, exist_ok=True)
    (site / "layouts" / "_default" / "rss.xml").write_text(_TEMPLATE, encoding="utf-8")
    (site / "config.toml").write_text(_CONFIGURATION, encoding="utf-8")
    folders = {place.key: _folder(site, place) for place in newsroom.sections()}
    for page in newsroom.readings(articles):
        path = f"{folders[page.breadcrumb[-1][0]]}/{page.key}.html"
        with open(path, "w", encoding="utf-8") as file:
            file.write(_content(page))


def _folder(site: Path, place: Place) -> str:
    folder = site.joinpath("content", *(key for key, _ in place.path))
    folder.mkdir(parents=True, exist_ok=True)
    title = json.dumps({"title": place.path[-1][1]}, ensure_ascii=False)
    (folder / "_index.html").write_text(f"{title}\n", encoding="utf-8")
    return os.fspath(folder)


def _content(page: Page) -> str:
    content = page.content
    source = content.attribution
    front = {
        "title": content.headline,
        "date": content.published.isoformat(),
        "lastmod": content.updated.isoformat(),
        "summary": content.summary,
        "address": content.address,
        "id": page.key,
        "authors": content.authors,
        "source": source.url if source else "",
    }
    origin = f"<p>{escape(source.name)}</p>" if source else ""
    return f"{json.dumps(front, ensure_ascii=False)}\n{content.body}\n{origin}\n"


def same_feeds(feeds: Path, public: Path) -> None:
    """Both must have built as many feeds, with as many articles."""
    ours = sorted(path.read_bytes().count(b"<item>") for path in feeds.rglob("rss.xml"))
    theirs = sorted(path.read_bytes().count(b"<item>") for path in public.rglob("index.xml"))
    if not any(ours) or ours != theirs:
        raise SystemExit(f"the feeds are not alike: {ours} and {theirs}")


if __name__ == "__main__":
    main()
