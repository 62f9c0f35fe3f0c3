"""How fast an edition goes out, against C that signs nothing, OpenSSL, and the plain way in Python.

Ours is the whole of ``syndicate deliver``: rows claimed in a SQLite ledger, each
mail composed and signed with RSA-2048, recorded before its final dot where that
outlives the process, and handed to Postfix's ``smtp-sink`` by two processes.
The peers send mails of the same size to the same sink in the same run.
"""

from __future__ import annotations

import asyncio
import os
import re
import resource
import shutil
import smtplib
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP
from multiprocessing import get_context
from pathlib import Path
from threading import Barrier
from typing import Final

sys.path.insert(1, str(Path(__file__).resolve().parents[1]))

from composition import digest, openssl
from measuring import Figure, apart, compared, memory, show, stated, tell, workplace
from publish import fill
from site_folder import make_site, opened
from sqlalchemy import select

from syndicate.jobs import loop
from syndicate.jobs.press import Press
from syndicate.jobs.transports import Transport
from syndicate.mail.composer import Content
from syndicate.model.delivery import Outcome, Outgoing
from tests.support import postfix, sink

_PROCESSES: Final = 2
_CONNECTIONS: Final = 2
"""For each process."""
_PLAIN_MAILS: Final = 60
_SIGNATURES: Final = 1_000
_ARTICLES: Final = 300
_DOMAINS: Final = 50
_POSTFIX_MAILS: Final = 20_000
_NOW: Final = datetime(2026, 1, 26, 9, tzinfo=UTC)
_BATCH: Final = 5_000
_MEGABYTES: Final = 200
_SETTINGS: Final = """
[[newsletters]]
name = "weekly"
title = "The Week on Gannet Sound"
schedule = "mon 08:00"
newest = {stories}
most_viewed = 5

[mail]
sender = "The Gannet Sound Observer <digest@gannetsound.example>"
postal_address = "3 Net Loft Lane, Gannet Sound"
transport = "smtp"
per_domain = 100
feedback_id = "gannetsound"

[mail.smtp]
host = "127.0.0.1"
port = {port}
security = "none"
connections = {connections}

[mail.dkim]
domain = "gannetsound.example"
selector = "bench"
key = "dkim.pem"
"""
_STORIES: Final = 15
"""That many make a mail of some 40 KB."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What one process did and took. ``begun`` and ``ended`` are of a clock that all share;
    ``cpu`` is all of its processor time, ``signing`` that of its signatures."""

    mails: int
    begun: float
    ended: float
    cpu: float
    peak: float
    signing: float = 0.0


def main() -> None:
    parser = stated(__doc__.partition("\n")[0])
    parser.add_argument("--recipients", type=int, default=50_000, metavar="N")
    parser.add_argument(
        "--alone", action="store_true", help="deliver once, beside no peer: for a great many"
    )
    parser.add_argument("--keep", type=Path, metavar="DIR", help="make the store here and stay")
    given = parser.parse_args()
    if sink.program() is None:
        raise SystemExit("smtp-sink is not there: install Debian's package postfix")
    with workplace(given.keep) as folder:
        figures = (
            measure_alone(folder, given.recipients)
            if given.alone
            else measure(folder, given.recipients, given.repeat)
        )
    show(figures, as_json=given.json, counted="recipients")


def measure(folder: Path, recipients: int, repeat: int) -> list[Figure]:
    port = sink.free_port()
    tell(f"{recipients:,} readers subscribe")
    site = prepared(folder, recipients, port)
    size, content = mail_of(site), digest()
    ours, bare, source, signing, plain, alone = [], [], [], [], [], []
    peaks, spent, bare_signing = [], [], []
    with sink.running(port=port):
        for round_ in range(1, repeat + 1):
            tell(f"round {round_} of {repeat}: {_PROCESSES} processes deliver")
            sent = delivered(site, _PROCESSES)
            ours.append(each(sent))
            peaks += [one.peak for one in sent]
            spent.append(sum(one.cpu for one in sent) / recipients)
            bare_signing.append(signature(site))
            tell(f"round {round_} of {repeat}: the same without a ledger")
            bare.append(each(unrecorded(site, _PROCESSES, recipients)))
            tell(f"round {round_} of {repeat}: smtp-source")
            source.append(smtp_source(port, recipients, size))
            tell(f"round {round_} of {repeat}: OpenSSL")
            signing.append(openssl())
            tell(f"round {round_} of {repeat}: one process delivers")
            alone.append(each(delivered(site, 1)))
            tell(f"round {round_} of {repeat}: the plain way")
            plain.append(plain_way(site, port, content))
    what = f"one mail of {size:,} bytes, {_PROCESSES} processes"
    return [
        compared(recipients, what, ours, "smtp-source, which signs nothing", source, 1.0),
        compared(
            recipients, what, ours, f"openssl speed -multi {_PROCESSES} rsa2048", signing, 1 / 0.7
        ),
        compared(recipients, what, ours, "the plain way, one process", plain, 1 / 30),
        compared(recipients, "one mail, one process", alone, "the plain way, one process", plain),
        compared(recipients, what, ours, "the same without a ledger", bare, 1 / 0.9),
        compared(
            recipients, "processor time of a mail", spent, "of a bare signature", bare_signing
        ),
        memory(recipients, "peak of a process", max(peaks), _MEGABYTES),
        *into_postfix(site),
    ]


def measure_alone(folder: Path, recipients: int) -> list[Figure]:
    port = sink.free_port()
    tell(f"{recipients:,} readers subscribe")
    site = prepared(folder, recipients, port)
    with sink.running(port=port):
        tell(f"{_PROCESSES} processes deliver")
        sent = delivered(site, _PROCESSES)
    if (mails := sum(one.mails for one in sent)) != recipients:
        raise SystemExit(f"{mails:,} mails of {recipients:,} were accepted")
    peak = max(one.peak for one in sent)
    return [
        Figure(recipients, f"one mail, {_PROCESSES} processes", each(sent)),
        memory(recipients, "peak of a process", peak, _MEGABYTES),
    ]


def each(sent: list[Sent]) -> float:
    """Seconds a mail, of processes that ran side by side."""
    span = max(one.ended for one in sent) - min(one.begun for one in sent)
    return span / sum(one.mails for one in sent)


# Ours.


def delivered(site: Path, processes: int, *, most: int | None = None) -> list[Sent]:
    """Deliver the edition of a copy of the site, by so many processes at once."""
    copy = site.parent.with_name("copy")
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(site.parent, copy)
    return _together(_deliver, copy / site.name, processes, most)


def unrecorded(site: Path, processes: int, recipients: int) -> list[Sent]:
    """Compose the same mails and send them, and write nothing down."""
    return _together(_send, site, processes, recipients)


def _together(work: Callable[..., Sent], site: Path, processes: int, *more: object) -> list[Sent]:
    context = get_context("spawn")
    with context.Manager() as manager:
        together = manager.Barrier(processes)
        with context.Pool(processes, maxtasksperchild=1) as pool:
            tasks = [(together, site, number, processes, *more) for number in range(processes)]
            return pool.starmap(work, tasks, chunksize=1)


def _deliver(together: Barrier, site: Path, _number: int, _of: int, most: int | None) -> Sent:
    from syndicate.jobs.delivery.deliver import deliver

    signing = _signing()
    with opened(site) as press:
        together.wait()
        begun, spent = time.monotonic(), time.process_time()
        report = deliver(press, limit=most)
        ended, spent = time.monotonic(), time.process_time() - spent
    if report.errors:
        raise SystemExit("; ".join(report.errors))
    mails = sum(one.done.accepted for one in report.editions)
    return Sent(mails, begun, ended, spent, _peak(), signing())


def _signing() -> Callable[[], float]:
    """Clock this process's signatures; what they took so far, in seconds of processor time.

    They take half as long again where the other core shares its parts with ours and is busy,
    so that what a signature takes by itself, at another time, would not do.
    """
    from syndicate.mail.dkim import Signer

    sign, spent = Signer.sign, [0.0]

    def clocked(self: Signer, data: bytes) -> bytes:
        begun = time.thread_time()
        signature = sign(self, data)
        spent[0] += time.thread_time() - begun
        return signature

    Signer.sign = clocked  # type: ignore[method-assign]
    return lambda: spent[0]


def _send(together: Barrier, site: Path, number: int, of: int, recipients: int) -> Sent:
    from syndicate.jobs.delivery.parts import usual
    from syndicate.mail.composer import Recipient
    from syndicate.store import editions
    from syndicate.store.schema import deliveries, subscribers

    with opened(site) as press:
        with press.store.read() as connection:
            edition = editions.listing(connection)[0]
            composers = usual().composers(press, connection, edition)
            rows = connection.execute(
                select(
                    deliveries.c.id,
                    subscribers.c.key,
                    subscribers.c.address,
                    subscribers.c.domain,
                    deliveries.c.message_id,
                    deliveries.c.variant_id,
                )
                .join(subscribers, subscribers.c.id == deliveries.c.subscriber_id)
                .where(deliveries.c.id % of == number)
                .limit(recipients)
            ).all()
        mails = (composers[row.variant_id].compose(Recipient(*row[:5])) for row in rows)
        transport = usual().transport(press.config, folder="bench")
        together.wait()
        begun, spent = time.monotonic(), time.process_time()
        loop.run(_all_of(mails, transport))
        ended, spent = time.monotonic(), time.process_time() - spent
    return Sent(len(rows), begun, ended, spent, _peak())


async def _all_of(mails: Iterator[Outgoing], transport: Transport) -> None:
    async def one() -> None:
        session = await transport.session()
        await session.deliver(mails, _Nobody())
        await session.close()

    await asyncio.gather(*(one() for _ in range(transport.connections)))


class _Nobody:
    """Writes nothing down."""

    def sending(self, _: Outgoing, /) -> None:
        pass

    def settled(self, mail: Outgoing, outcome: Outcome) -> None:
        if outcome.kind != "accepted":
            raise SystemExit(f"{mail.message_id}: {outcome}")


def _peak() -> float:
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1_000_000


def into_postfix(site: Path) -> list[Figure]:
    """How little of a core it takes, besides signing, to keep a real Postfix busy."""
    if why := postfix.why_not():
        tell(f"no Postfix: {why}")
        return []
    tell("into Postfix")
    domains = [f"harbour{number}.example" for number in range(_DOMAINS)]
    with postfix.running(*domains) as server:
        there = site.with_name("postfix.toml")
        text = re.sub(r"(?m)^port = .*$", f"port = {server.port}", site.read_text("utf-8"))
        there.write_text(text, "utf-8")
        (sent,) = delivered(there, 1, most=_POSTFIX_MAILS)
    span = sent.ended - sent.begun
    besides = sent.cpu - sent.signing
    return [
        Figure(sent.mails, "one mail, one process, into Postfix", span / sent.mails),
        Figure(
            sent.mails,
            "of one core, besides signing, meanwhile",
            100 * besides / span,
            goal=20,
            unit="%",
        ),
    ]


def signature(site: Path) -> float:
    """Processor time of one signature, in seconds."""
    from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    key = load_pem_private_key((site.parent / "dkim.pem").read_bytes(), None)
    if not isinstance(key, RSAPrivateKey):
        raise SystemExit("the benchmark's key is not RSA")
    started = time.process_time()
    for number in range(_SIGNATURES):
        key.sign(b"%d" % number, PKCS1v15(), SHA256())
    return (time.process_time() - started) / _SIGNATURES


# The peers.


def smtp_source(port: int, mails: int, size: int) -> float:
    """Seconds a mail of Postfix's own client: in C, on as many connections, unsigned."""
    words = ["-d", "-s", str(_PROCESSES * _CONNECTIONS), "-m", str(mails), "-l", str(size)]
    who = ["-f", "digest@gannetsound.example", "-t", "reader@harbour1.example"]
    program = shutil.which("smtp-source", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    started = time.perf_counter()
    subprocess.run([program or "smtp-source", *words, *who, f"127.0.0.1:{port}"], check=True)
    return (time.perf_counter() - started) / mails


def plain_way(site: Path, port: int, content: Content) -> float:
    """Seconds a mail that is rendered, built, signed and sent one by one, by popular libraries."""
    import dkim  # type: ignore[import-untyped]
    from jinja2 import Environment

    key = (site.parent / "dkim.pem").read_bytes()
    texts = Environment()
    pages = Environment(autoescape=True)
    html = pages.from_string(_template(content.html, content))
    text = texts.from_string(_template(content.text, content))
    started = time.perf_counter()
    with smtplib.SMTP("127.0.0.1", port) as server:
        for number in range(1, _PLAIN_MAILS + 1):
            values = {
                slot: f"https://press.gannetsound.example/{slot}/{number:064}"
                for slot in content.marks
            }
            message = EmailMessage(policy=SMTP)
            message["From"] = "The Gannet Sound Observer <digest@gannetsound.example>"
            message["To"] = f"reader{number}@harbour1.example"
            message["Subject"], message["Date"] = content.subject, _NOW
            message["Message-ID"] = f"<{number}@gannetsound.example>"
            message["List-Unsubscribe"] = f"<{values['unsubscribe']}>"
            message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
            message.set_content(text.render(values))
            message.add_alternative(html.render(values), subtype="html")
            data = message.as_bytes()
            signed = dkim.sign(
                data,
                b"bench",
                b"gannetsound.example",
                key,
                canonicalize=(b"relaxed", b"relaxed"),
            )
            server.sendmail(
                "digest@gannetsound.example", f"reader{number}@harbour1.example", signed + data
            )
    return (time.perf_counter() - started) / _PLAIN_MAILS


def _template(text: str, content: Content) -> str:
    for slot, mark in content.marks.items():
        text = text.replace(mark, f"{{{{ {slot} }}}}")
    return text


# The site.


def prepared(folder: Path, recipients: int, port: int) -> Path:
    """A site whose edition is frozen, so that all that is left is to deliver it."""
    from syndicate.mail.dkimkey import make_key

    ready = folder / f"ready-{recipients}"
    settings = _SETTINGS.format(stories=_STORIES, port=port, connections=_CONNECTIONS)
    site = make_site(ready, settings=settings)
    fixed = f'clock = "{_NOW.isoformat()}"\n\n[[sources]]'
    site.write_text(site.read_text("utf-8").replace("[[sources]]", fixed, 1), "utf-8")
    if (ready / "frozen").exists():
        return site
    (ready / "dkim.pem").write_bytes(make_key())
    (ready / "dkim.pem").chmod(0o600)
    apart(_fill, site, recipients)
    (ready / "frozen").touch()
    return site


def _fill(site: Path, recipients: int) -> None:
    from syndicate.jobs import digest as digests
    from syndicate.jobs.delivery.deliver import deliver
    from syndicate.jobs.publish import publish

    fill(site, _ARTICLES)
    with opened(site) as press:
        # Whoever mails has published before: addresses of sections are fixed by then.
        publish(press)
        digests.make(press, "weekly")
        for start in range(0, recipients, _BATCH):
            _subscribe(press, range(start, min(start + _BATCH, recipients)))
        deliver(press, limit=0)


def _subscribe(press: Press, numbers: range) -> None:
    from syndicate.model.subscriber import Wish
    from syndicate.store import subscribers, subscriptions
    from syndicate.store.subscribers import Newcomer
    from syndicate.store.subscriptions import Given

    now, wish = press.clock(), Wish(newsletter="weekly", cadence="weekly", language="en")
    rows = []
    for number in numbers:
        address = f"reader{number}@harbour{number % _DOMAINS}.example"
        mark = press.secrets.fingerprint(address)
        rows.append(
            Newcomer(
                key=mark[:32],
                address=address,
                canonical=address,
                domain=address.partition("@")[2],
                fingerprint=mark,
                language="en",
                timezone="UTC",
                created=now,
            )
        )
    with press.store.write() as connection:
        subscribers.add_many(connection, rows)
        known = subscribers.by_canonicals(connection, [row.canonical for row in rows])
        begun = [(each.id, wish) for each in known.values()]
        subscriptions.begin_many(connection, begun, Given("imported", now))


def mail_of(site: Path) -> int:
    """How large a mail of the edition is."""
    with opened(site) as press, press.store.read() as connection:
        from syndicate.jobs.delivery.parts import usual
        from syndicate.mail.composer import Recipient
        from syndicate.store import editions

        edition = editions.listing(connection)[0]
        composer = next(iter(usual().composers(press, connection, edition).values()))
        somebody = Recipient(1, "0" * 32, "a@harbour1.example", "harbour1.example", "<1@x.example>")
        return len(composer.compose(somebody).data)


if __name__ == "__main__":
    main()
