"""The verbs by name: where each lives, and the line that ``--help`` shows for it.

A new verb is one module and one line here; a test holds the lines to the
modules. Kept apart from them so that help costs no imports.
"""

from __future__ import annotations

VERBS: dict[str, tuple[str, str]] = {
    "articles": ("syndicate.cli.articles:articles", "List, show, hide and unhide articles."),
    "backup": ("syndicate.cli.backup:backup", "Write the whole store into one file."),
    "config": ("syndicate.cli.config:config", "Check the configuration and explain its values."),
    "db": ("syndicate.cli.db:db", "Bring the store's tables up to date."),
    "deliver": ("syndicate.cli.deliver:deliver", "Send the editions that are due."),
    "digest": ("syndicate.cli.digest:digest", "Preview, make, edit and approve digests."),
    "feeds": (
        "syndicate.cli.feeds:feeds",
        "Check feeds, tell hubs of them, count subscribers.",
    ),
    "ingest": ("syndicate.cli.ingest:ingest", "Read the sources into the store."),
    "init": ("syndicate.cli.init:init", "Start a new site in a folder."),
    "mail": (
        "syndicate.cli.mail:mail",
        "Look after the delivery of editions, and what comes back.",
    ),
    "publish": ("syndicate.cli.publish:publish", "Write the feeds that have changed."),
    "restore": ("syndicate.cli.backup:restore", "Bring the store back from a backup."),
    "serve": ("syndicate.cli.serve:serve", "Serve the feeds, and do what is due on time."),
    "status": ("syndicate.cli.status:status", "Show what has run, what is next, and what is late."),
    "subscribers": (
        "syndicate.cli.subscribers:subscribers",
        "List, add, import, export and bar subscribers.",
    ),
    "run": ("syndicate.cli.run:run", "Run one whole cycle, from reading to mailing."),
    "templates": ("syndicate.cli.templates:templates", "List, copy and compare the templates."),
}
