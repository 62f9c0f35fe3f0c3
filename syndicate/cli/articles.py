"""``syndicate articles``: what the store holds, and withdrawing by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from syndicate.cli.context import Context, pass_context
from syndicate.cli.lazy import VerbGroup
from syndicate.cli.options import dry_run_option, json_option
from syndicate.cli.output import (
    Column,
    write_json,
    write_line,
    write_pairs,
    write_table,
)
from syndicate.cli.work import open_work

if TYPE_CHECKING:
    from syndicate.model.article import Article
    from syndicate.model.section import SectionTree


@click.group(cls=VerbGroup, short_help="List, show, hide and unhide articles.")
def articles() -> None:
    """List and show the articles in the store; hide them and show them again.

    \b
    Example:
      syndicate articles list --section city
      syndicate articles hide cms/1042
    """


@articles.command("list")
@click.option("--section", metavar="SLUG", help="Only this section and what lies below it.")
@click.option("--source", metavar="NAME", help="Only articles of this source.")
@click.option("--search", default="", metavar="WORDS", help="Words in headline or summary.")
@click.option("--hidden", is_flag=True, help="Only hidden articles.")
@click.option("--limit", default=50, show_default=True, type=click.IntRange(1), help="How many.")
@json_option
@pass_context
def list_articles(
    context: Context,
    section: str | None,
    source: str | None,
    search: str,
    hidden: bool,
    limit: int,
    as_json: bool,
) -> None:
    """List articles, the newest first.

    \b
    Example:
      syndicate articles list --search ferry
      syndicate articles list --hidden --json
    """
    from syndicate.jobs.sections import public_tree
    from syndicate.store import articles as store

    with open_work(context, quiet=as_json, scratch=True) as press, press.store.read() as connection:
        tree = public_tree(connection, press.config)
        found = store.listing(
            connection,
            tree=tree,
            section=_section(tree, section),
            source=source,
            search=search,
            hidden=True if hidden else None,
            limit=limit,
        )
    if source is not None and not found:
        _known(context, source)
    if as_json:
        write_json([_data(article, tree) for article in found])
        return
    if not found:
        narrowed = section or source or search or hidden
        write_line("No article matches." if narrowed else "There is no article yet.")
    zone = context.config.site.zone
    write_table(
        [
            "article",
            "published",
            "section",
            Column("views", "right"),
            "",
            Column("headline", cut=True),
        ],
        [
            (
                f"{article.source}/{article.key}",
                f"{article.content.published.astimezone(zone):%Y-%m-%d %H:%M}",
                tree[article.section_id].slug,
                article.views,
                "hidden" if article.hidden else None,
                article.content.headline,
            )
            for article in found
        ],
    )


@articles.command()
@click.argument("article")
@json_option
@pass_context
def show(context: Context, article: str, as_json: bool) -> None:
    """Show one article with everything that is known of it.

    \b
    Example:
      syndicate articles show 1042
      syndicate articles show cms/1042 --json
    """
    from syndicate.jobs.digest import article_called
    from syndicate.jobs.sections import public_tree

    with open_work(context, quiet=as_json, scratch=True) as press, press.store.read() as connection:
        tree = public_tree(connection, press.config)
        found = article_called(connection, article)
    data = _data(found, tree)
    if as_json:
        write_json({**data, "body": found.content.body})
        return
    content = found.content
    write_pairs(
        (name, value)
        for name, value in (
            ("article", data["article"]),
            ("headline", content.headline),
            ("subtitle", content.subtitle),
            ("section", " / ".join(s.name for s in tree.path(found.section_id))),
            ("authors", ", ".join(content.authors)),
            ("translators", ", ".join(content.translators)),
            ("source", data["attribution"] and data["attribution"]["name"]),
            ("published", content.published.astimezone(context.config.site.zone)),
            ("updated", content.updated.astimezone(context.config.site.zone)),
            ("arrived", found.arrived.astimezone(context.config.site.zone)),
            ("views", found.views),
            ("language", content.language),
            ("reading", f"{content.minutes} min, {content.words} words"),
            ("pictures", len(content.images)),
            ("attachments", len(content.attachments) or ""),
            ("tags", ", ".join(content.tags)),
            ("address", content.address),
            ("hidden", "yes" if found.hidden else ""),
            ("summary", content.summary),
        )
        if value not in ("", None)
    )


@articles.command()
@click.argument("names", nargs=-1, required=True, metavar="ARTICLE...")
@dry_run_option
@json_option
@pass_context
def hide(context: Context, names: tuple[str, ...], dry_run: bool, as_json: bool) -> None:
    """Withdraw articles: from feeds at the next publish, from editions at once.

    \b
    Example:
      syndicate articles hide 1042 1043
    """
    _set_hidden(context, names, hidden=True, dry_run=dry_run, as_json=as_json)


@articles.command()
@click.argument("names", nargs=-1, required=True, metavar="ARTICLE...")
@dry_run_option
@json_option
@pass_context
def unhide(context: Context, names: tuple[str, ...], dry_run: bool, as_json: bool) -> None:
    """Show hidden articles again.

    \b
    Example:
      syndicate articles unhide 1042
    """
    _set_hidden(context, names, hidden=False, dry_run=dry_run, as_json=as_json)


def _set_hidden(
    context: Context, names: tuple[str, ...], *, hidden: bool, dry_run: bool, as_json: bool
) -> None:
    from syndicate.jobs.digest import article_called
    from syndicate.store import articles as store

    with (
        open_work(context, quiet=as_json, scratch=dry_run) as press,
        press.store.write() as connection,
    ):
        wanted = [article_called(connection, name) for name in names]
        changing = [article for article in wanted if article.hidden is not hidden]
        if not dry_run:
            store.set_hidden(
                connection,
                [article.id for article in changing],
                hidden=hidden,
                moment=press.shown,
            )
    named = [f"{article.source}/{article.key}" for article in changing]
    if as_json:
        write_json({"dry_run": dry_run, "hidden": hidden, "changed": named})
        return
    done = ("would be " if dry_run else "") + ("hidden" if hidden else "shown again")
    for article in wanted:
        same = "" if article in changing else " already"
        write_line(f"{article.source}/{article.key}{same} {done}: {article.content.headline}")


def _section(tree: SectionTree, slug: str | None) -> int | None:
    from syndicate.model.errors import UsageError

    if slug is None:
        return None
    found = next((section for section in tree if slug in (section.slug, section.key)), None)
    if found is None:
        known = ", ".join(section.slug for section in tree)
        raise UsageError(f"section {slug!r}", "not in the store", f"known are: {known}")
    return found.id


def _known(context: Context, source: str) -> None:
    """Refuse a source that is nowhere; one that was, and left articles, is found by them."""
    from syndicate.model.errors import UsageError

    names = [each.name for each in context.config.sources]
    if source not in names:
        known = ", ".join(names) or "none"
        raise UsageError(f"source {source!r}", "not in the configuration", f"known are: {known}")


def _data(article: Article, tree: SectionTree) -> dict[str, Any]:
    content = article.content
    return {
        "article": f"{article.source}/{article.key}",
        "headline": content.headline,
        "subtitle": content.subtitle,
        "section": tree[article.section_id].slug,
        "people": content.people,
        "attribution": {"name": content.attribution.name, "url": content.attribution.url}
        if content.attribution
        else None,
        "published": content.published,
        "updated": content.updated,
        "arrived": article.arrived,
        "views": article.views,
        "hidden": article.hidden,
        "language": content.language,
        "words": content.words,
        "minutes": content.minutes,
        "images": content.images,
        "attachments": content.attachments,
        "tags": content.tags,
        "address": content.address,
        "summary": content.summary,
    }
