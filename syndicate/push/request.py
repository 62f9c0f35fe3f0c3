"""What a hub is sent when a topic has changed.

WebSub leaves the way from publisher to hub open (section 5); what hubs take
comes from PubSubHubbub. Version 0.3 named the topic ``hub.url``, hubs since
then ``hub.topic``: with both, either kind understands. One request names one
topic, because several in one request were only ever allowed by version 0.3.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from urllib.parse import urlencode

CONTENT_TYPE: Final = "application/x-www-form-urlencoded"


def form(topic: str) -> bytes:
    """The body of a ping."""
    said = {"hub.mode": "publish", "hub.url": topic, "hub.topic": topic}
    return urlencode(said).encode("ascii")


def headers(*, agent: str) -> Mapping[str, str]:
    """The header fields of a ping; ``agent`` says who asks."""
    return {"Content-Type": CONTENT_TYPE, "User-Agent": agent, "Accept": "*/*"}
