"""The verbs by name: where each lives, and the line that ``--help`` shows for it.

A new verb is one module and one line here; a test holds the lines to the
modules. Kept apart from them so that help costs no imports.
"""

from __future__ import annotations

VERBS: dict[str, tuple[str, str]] = {
    "config": ("syndicate.cli.config:config", "Check the configuration and explain its values."),
    "init": ("syndicate.cli.init:init", "Start a new site in a folder."),
    "templates": ("syndicate.cli.templates:templates", "List, copy and compare the templates."),
}
