"""The only door to premailer: stylesheets become ``style`` attributes.

Mail clients drop stylesheets, so each element must carry its own style. All of
premailer's doubtful defaults are turned off here, so that another inliner can
take its place behind the same two methods. Import this module only where a
digest is rendered: premailer costs a quarter of a second.
"""

from __future__ import annotations

import logging
from functools import cache
from typing import Final

import cssutils
from premailer import Premailer

_FRAGMENT: Final = "<!DOCTYPE html><html><body>{}</body></html>"


class Inliner:
    """Inlines one stylesheet into documents and fragments, each text once.

    Keep one for an edition and a language: the blocks that its variants share
    are then inlined once. ``css`` must hold plain rules only; what premailer
    would damage (media queries, hover, dark schemes) belongs in a
    ``<style data-premailer="ignore">`` of the document, which it leaves alone.
    """

    def __init__(self, css: str) -> None:
        self._css = css
        # premailer keeps a parsed sheet, and spells all of it out again for each text.
        self._rules = cache(_premailer("", css)._parse_style_rules)
        self._done: dict[str, str] = {}

    def document(self, html: str) -> str:
        """A whole document, which must begin with ``<!DOCTYPE html>`` in capitals."""
        return self._once(html)

    def fragment(self, html: str) -> str:
        """Complete elements of a body (a table, not a bare row)."""
        done = self._once(_FRAGMENT.format(html))
        return done[done.index("<body>") + len("<body>") : done.rindex("</body>")].strip()

    def _once(self, html: str) -> str:
        if html not in self._done:
            self._done[html] = self._transform(html)
        return self._done[html]

    def _transform(self, html: str) -> str:
        premailer = _premailer(html, self._css)
        premailer._parse_style_rules = self._rules
        made: str = premailer.transform(pretty_print=False)
        return made


def _premailer(html: str, css: str) -> Premailer:
    cssutils.log.setLevel(logging.CRITICAL)
    return Premailer(
        html,
        css_text=css,
        strip_important=False,
        allow_network=False,
        disable_validation=True,
        disable_leftover_css=True,
        disable_basic_attributes=["height", "width"],
    )
