"""Every address that mails and pages point to, from the site's own and a token.

The one place that knows them: routes and links can't drift apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote


@dataclass(frozen=True, slots=True)
class Links:
    """``site`` is the site's public address and ends in a slash."""

    site: str

    @property
    def subscribe(self) -> str:
        return f"{self.site}subscribe"

    @property
    def api_subscriptions(self) -> str:
        return f"{self.site}api/subscriptions"

    @property
    def openapi(self) -> str:
        return f"{self.site}api/openapi.json"

    def confirm(self, token: str) -> str:
        return f"{self.site}confirm/{token}"

    def preferences(self, token: str = "") -> str:
        """Somebody's preferences; without a token the page that sends the link to them."""
        return f"{self.site}preferences/{token}" if token else f"{self.site}preferences"

    def unsubscribe(self, token: str) -> str:
        """A page with one button; the address that RFC 8058 posts to."""
        return f"{self.site}unsubscribe/{token}"

    def data(self, token: str) -> str:
        return f"{self.site}data/{token}"

    def erase(self, token: str) -> str:
        return f"{self.site}erase/{token}"

    def editions(self, newsletter: str = "") -> str:
        """The archive, of one newsletter or of all."""
        return f"{self.site}editions/{newsletter}/" if newsletter else f"{self.site}editions/"

    def edition(self, newsletter: str, label: str) -> str:
        return f"{self.site}editions/{newsletter}/{quote(label)}"

    def section(self, slug: str) -> str:
        return f"{self.site}sections/{slug}"

    def webhook(self, provider: str) -> str:
        return f"{self.site}webhooks/{provider}"
