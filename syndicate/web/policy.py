"""The content-security policy of our pages: nothing but what the page brought along."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from typing import Final

_STYLE: Final = re.compile(r"<style>(.*?)</style>", re.DOTALL)


def content_security_policy(page: str, *, pictures: str = "'self'") -> str:
    """The header's value for ``page``: its own stylesheet by hash, pictures, no scripts.

    ``pictures`` is a source list (CSP Level 3, 2.3.1). Hash the page as it is
    sent: a line ending changed afterwards invalidates the policy.
    """
    styles = " ".join(
        f"'sha256-{b64encode(sha256(style.encode()).digest()).decode()}'"
        for style in _STYLE.findall(page)
    )
    none = "'none'"
    return (
        f"default-src 'none'; style-src {styles or none}; img-src {pictures}; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
