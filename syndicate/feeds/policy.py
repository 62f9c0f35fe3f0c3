"""The content-security policy of our pages: nothing but what the page brought along.

Only what stands in a page's head is vouched for. Articles stand in its body, so
a script that came in with one would run nowhere, even if it had got through
every cleaning.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256
from html import escape
from typing import Final

_HEAD: Final = re.compile(r"<head\b[^>]*>")
_NONE: Final = "'none'"


def content_security_policy(page: str, *, pictures: str = "'self'", forms: str = "'none'") -> str:
    """The header's value for ``page``: its own styles and scripts by hash, and pictures.

    ``pictures`` is a source list (CSP Level 3, 2.3.1), and so is ``forms``: where
    the page's forms may be sent. Hash the page as it is sent: a line ending
    changed afterwards invalidates the policy.
    """
    return f"{_said_in_page(page, pictures, forms)}; frame-ancestors 'none'"


def with_policy(page: str, *, pictures: str = "'self'") -> str:
    """The page with its policy in it, for servers that send no header of ours.

    Who may frame a page can only be said in the header (CSP Level 3, 3.3).
    """
    policy = escape(_said_in_page(page, pictures, _NONE), quote=False)
    tag = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return _HEAD.sub(lambda head: f"{head[0]}\n{tag}", page, count=1)


def _said_in_page(page: str, pictures: str, forms: str) -> str:
    head = page.partition("</head>")[0]
    styles, scripts = _hashes(head, "style"), _hashes(head, "script")
    return (
        f"default-src 'none'; style-src {styles or _NONE}; "
        + (f"script-src {scripts}; " if scripts else "")
        + f"img-src {pictures}; base-uri 'none'; form-action {forms}"
    )


def _hashes(head: str, tag: str) -> str:
    return " ".join(map(_hash, _texts(head, tag)))


def _texts(head: str, tag: str) -> Iterator[str]:
    while True:
        text, closed, head = head.partition(f"<{tag}>")[2].partition(f"</{tag}>")
        if not closed:
            return
        yield text


@lru_cache(maxsize=64)
def _hash(text: str) -> str:
    """A source list's word for a text: pages by the hundred share a few."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
