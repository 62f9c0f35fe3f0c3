"""Addresses in article bodies: absolute, of a known scheme, and well formed.

What comes out of :func:`absolute` is accepted by any URL parser, so that the
sanitiser's last step (nh3) never takes an address away again.
"""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import quote, urljoin, urlsplit

_PLAIN = re.compile(
    r"https?://(?:[a-z0-9]+(?:-+[a-z0-9]+)*\.)+[a-z]{2,}"
    r"/(?:[A-Za-z0-9._~!$&()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*(?:#[A-Za-z0-9._~-]*)?"
)
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_STRIPPED = re.compile(r"[\x00-\x20\x7f\ufffd]+")
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_MAIL = re.compile(
    r"mailto:[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9.-]+(?:\?[!-~]*)?", re.IGNORECASE
)
_PHONE = re.compile(r"tel:[0-9+().;=A-Za-z-]+", re.IGNORECASE)
_BARE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_KEPT = "!$&'()*+,;=:@/?~%-._"


def absolute(address: str, base: str) -> str:
    """``address`` against ``base``; empty where it is not one that may stand.

    http, https, mailto and tel stay. An address that only points into its own
    page is empty too: sanitised pages carry no anchors.
    """
    if _PLAIN.fullmatch(address) and "xn--" not in address:
        return address
    address = address.strip("\x00\x01\x02\x03\x04\x05\x06\x07\x08\t\n\x0b\x0c\r \x1f\xa0\u3000")
    address = address.replace("\t", "").replace("\n", "").replace("\r", "")
    if not address or address.startswith("#"):
        return ""
    scheme = _SCHEME.match(address)
    if scheme is None or address.startswith(("/", "\\")):
        return _web(address.replace("\\", "/"), base)
    name = scheme[1].lower()
    if name in ("http", "https"):
        return _web(address.replace("\\", "/"), base)
    bare = _STRIPPED.sub("", address)
    if name == "mailto" and _MAIL.fullmatch(bare):
        return bare
    if name == "tel" and _PHONE.fullmatch(bare):
        return bare
    return ""


def _web(address: str, base: str) -> str:
    try:
        parts = urlsplit(urljoin(base, address))
        host = host_name(parts.hostname or "")
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not host:
        return ""
    path = _quoted(parts.path)
    query = f"?{_quoted(parts.query)}" if parts.query else ""
    fragment = f"#{_quoted(parts.fragment)}" if parts.fragment else ""
    return f"{parts.scheme}://{host}{port}{path or '/'}{query}{fragment}"


def _quoted(part: str) -> str:
    """A part of an address in ASCII; a ``%`` that escapes nothing is one itself (RFC 3986, 2.4)."""
    return _BARE_PERCENT.sub("%25", quote(part, safe=_KEPT, errors="ignore"))


def host_name(host: str) -> str:
    """``host`` in lower case and ASCII (IDNA); empty where no such host can exist."""
    host = host.lower()
    if ":" in host:
        try:
            return f"[{ipaddress.IPv6Address(host).compressed}]"
        except ValueError:
            return ""
    if not host.isascii() or "xn--" in host:
        try:
            host = host.encode("idna").decode("ascii")
            host.encode("ascii").decode("idna")
        except UnicodeError:
            return ""
    labels = host.removesuffix(".").split(".")
    if len(host) > 253 or not all(_LABEL.fullmatch(label) for label in labels):
        return ""
    if labels[-1].isdigit() or labels[-1].startswith("0x"):
        try:
            ipaddress.IPv4Address(host)
        except ValueError:
            return ""
    return host
