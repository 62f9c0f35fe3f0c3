"""What a person can do about a refusal that would meet every mail (``Verdict.everywhere``)."""

from __future__ import annotations

import re
from typing import Final

#: RFC 3463, 3.4; without an enhanced status RFC 1870, 6.1 has a code and words.
_TOO_LARGE: Final = re.compile(r"\b5\.3\.4\b|\b552\b[^,]*\b(?:size|large|big)\b", re.IGNORECASE)


def way_out(said: str) -> str:
    """What to mend, by what the servers said."""
    if _TOO_LARGE.search(said):
        return (
            "have the server take larger mails (Postfix: message_size_limit), or name one that "
            "does in [mail.smtp]; for smaller editions lower the newsletter's newest"
        )
    return "mend sender or account (syndicate mail doctor looks at both)"
