"""Clients as limits count them."""

from ipaddress import ip_network

from syndicate.web.client import client_of

PROXY = (ip_network("10.0.0.0/8"),)


def client(peer: str, forwarded: str = "", trusted=()) -> str:
    headers = [(b"x-forwarded-for", forwarded.encode())] if forwarded else []
    return client_of({"client": (peer, 1), "headers": headers}, trusted)


def test_a_forwarded_address_is_not_believed_from_just_anybody():
    assert client("192.0.2.1", "198.51.100.7") == "192.0.2.1"


def test_a_forwarded_address_is_believed_from_a_trusted_proxy():
    assert client("10.0.0.1", "198.51.100.7", PROXY) == "198.51.100.7"


def test_what_a_client_wrote_before_the_proxy_is_not_believed():
    assert client("10.0.0.1", "203.0.113.9, 198.51.100.7", PROXY) == "198.51.100.7"


def test_a_connection_without_an_address_is_a_client_too():
    assert client_of({"client": None, "headers": []}, ()) == ""
