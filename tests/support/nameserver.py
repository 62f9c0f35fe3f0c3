"""A name server of the tests' own, on a free UDP port: real questions, made-up answers."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import dns.flags
import dns.message
import dns.rcode
import dns.rdatatype
import dns.rrset


@dataclass
class Zone:
    """``records`` has (name, type) to the records' text; ``broken`` names get SERVFAIL."""

    records: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    port: int = 0

    @property
    def server(self) -> str:
        return f"127.0.0.1:{self.port}"

    def put(self, name: str, kind: str, *texts: str) -> None:
        """Records of a name; none takes them away."""
        self.records[name, kind] = list(texts)

    def text(self, name: str, *texts: str) -> None:
        """TXT records, in strings of at most 255 bytes."""
        self.put(name, "TXT", *(_strings(text) for text in texts))

    def answer(self, data: bytes) -> bytes:
        question = dns.message.from_wire(data)
        asked = question.question[0]
        name = asked.name.to_text(omit_final_dot=True).lower()
        kind = dns.rdatatype.to_text(asked.rdtype)
        reply = dns.message.make_response(question, recursion_available=True)
        known = any(held == name for held, _ in self.records)
        if name in self.broken:
            reply.set_rcode(dns.rcode.SERVFAIL)
        elif found := self.records.get((name, kind)):
            reply.answer.append(dns.rrset.from_text_list(asked.name, 60, "IN", kind, found))
        elif not known:
            reply.set_rcode(dns.rcode.NXDOMAIN)
        return reply.to_wire(max_size=65_000)


def _strings(text: str) -> str:
    escaped = [text[at : at + 255] for at in range(0, max(1, len(text)), 255)]
    return " ".join('"' + part.replace("\\", "\\\\").replace('"', '\\"') + '"' for part in escaped)


@contextmanager
def running() -> Iterator[Zone]:
    zone = Zone()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as wire:
        wire.bind(("127.0.0.1", 0))
        zone.port = wire.getsockname()[1]
        thread = threading.Thread(target=_serve, args=(wire, zone))
        thread.start()
        try:
            yield zone
        finally:
            with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as bell:
                bell.sendto(b"", ("127.0.0.1", zone.port))
            thread.join()


def _serve(wire: socket.socket, zone: Zone) -> None:
    while True:
        data, client = wire.recvfrom(65_535)
        if not data:
            return
        wire.sendto(zone.answer(data), client)
