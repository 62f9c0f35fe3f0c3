"""Keys for tests, made once: making an RSA key takes a while."""

from functools import cache

from syndicate.mail.dkim import PrivateKey, Signer, parse_key
from syndicate.mail.dkimkey import Record, make_key, record

DOMAIN = "example.org"


@cache
def _made(kind: str) -> PrivateKey:
    return parse_key(make_key(kind), "a key of the tests")


def key(kind: str = "rsa") -> PrivateKey:
    return _made(kind)


def signer(kind: str = "rsa") -> Signer:
    return Signer(domain=DOMAIN, selector=kind, key=key(kind))


def published(kind: str = "rsa") -> Record:
    return record(kind, DOMAIN, key(kind))


def dns(name: bytes, timeout: int = 5) -> bytes | None:
    """What dkimpy asks instead of the DNS."""
    for kind in ("rsa", "ed25519"):
        found = published(kind)
        if name.decode().rstrip(".") == found.name:
            return found.text.encode()
    return None
