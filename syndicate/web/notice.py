"""Small pages that say one thing: not found, nothing published yet."""

from __future__ import annotations

from dataclasses import dataclass

from jinja2 import Environment

from syndicate.templating import fill


@dataclass(frozen=True, slots=True)
class Notice:
    """A title, what there is to say, and where to go on; plain text throughout."""

    title: str
    paragraphs: tuple[str, ...] = ()
    site: str = ""
    onward: str = ""
    onward_label: str = ""


def render_notice(notice: Notice, environment: Environment, language: str) -> str:
    """A page with ``notice``. Raises ``TemplateError``."""
    return fill(environment, "page/notice.html", language, notice=notice)
