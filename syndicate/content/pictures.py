"""Pictures in a body: which are real, how large they say they are.

A picture of no size, or from an address that counts readers, is a beacon.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from syndicate.content.addresses import absolute
from syndicate.content.characters import mend
from syndicate.content.styles import Style, pixels
from syndicate.model.article import Image

_TINY = 2
_BEACON = re.compile(
    r"//(?:[^/]*\.)?(?:google-analytics\.com|googletagmanager\.com|doubleclick\.net|hm\.baidu\.com"
    r"|cnzz\.com|51\.la|scorecardresearch\.com|quantserve\.com|pixel\.wp\.com|stats\.wordpress\.com"
    r"|list-manage\.com/track|mailchimp\.com/track)/"
    r"|/(?:pixel|beacon|spacer|blank|transparent|clear|track(?:er|ing)?)\.gif(?:$|[?#])"
    r"|/(?:1x1|webbug|web-bug|__utm)\.(?:gif|png)(?:$|[?#])|/(?:matomo|piwik)\.php"
    r"|/(?:pixel|beacon)(?:$|\?)",
    re.IGNORECASE,
)
_FILE_NAME = re.compile(
    r".*[\\/].*|.*\.(?:jpe?g|png|gif|bmp|webp|tiff?)|img_\d+|image\d*", re.IGNORECASE
)
_LAZY = ("src", "data-src", "data-original")


def read(attributes: Mapping[str, str], style: Style | None, base: str) -> Image | None:
    """The picture of an ``img`` element; None for beacons and addresses that may not stand."""
    url = ""
    for name in _LAZY:
        given = attributes.get(name)
        if given and (url := absolute(given, base)):
            break
    if not url.startswith("http") or _BEACON.search(url):
        return None
    width, height = pixels(attributes.get("width", "")), pixels(attributes.get("height", ""))
    if style is not None:
        width, height = style.width or width, style.height or height
        if style.width == 0 or style.height == 0:
            return None
    if _is_tiny(width) or _is_tiny(height):
        return None
    alt = " ".join(mend(attributes.get("alt", "")).split())
    if _FILE_NAME.fullmatch(alt):
        alt = ""
    if width is None or height is None:
        width = height = None
    return Image(url, alt, width=width, height=height)


def _is_tiny(length: int | None) -> bool:
    return length is not None and length <= _TINY
