"""Taking an address out of a text that others wrote, such as a server's reply."""

from __future__ import annotations

import re
from typing import Final

from syndicate.audience.address import Address

ERASED: Final = "[erased]"
_WORDS: Final = re.compile(r"[^\s<>()\[\],;:\"']+")


def scrub(text: str, address: Address) -> str:
    """The text without the address, its local part or any other address.

    Servers repeat a recipient in ways of their own ("Nell Harrow unknown",
    "user <nell> not found"), so the local part goes wherever it stands as a word.
    """
    scrubbed = _WORDS.sub(lambda word: ERASED if "@" in word[0] else word[0], text)
    for part in {address.local, address.canonical.rpartition("@")[0]}:
        scrubbed = re.sub(rf"(?<!\w){re.escape(part)}(?!\w)", ERASED, scrubbed, flags=re.IGNORECASE)
    for domain in {address.domain, address.given.rpartition("@")[2]}:
        scrubbed = re.sub(re.escape(domain), ERASED, scrubbed, flags=re.IGNORECASE)
    return scrubbed
