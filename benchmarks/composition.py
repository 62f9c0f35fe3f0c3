"""How long one mail of an edition takes to compose and sign, against the plain way and OpenSSL.

A digest of some 40 KB with everything that delivery puts into it: tokens,
envelope sender, header, both parts, DKIM with RSA-2048. The plain way fills in
the same addresses, builds an ``EmailMessage`` and signs with dkimpy. OpenSSL
does nothing but sign; ours runs in as many processes as it does. All three
count processor time, as OpenSSL does by itself.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP
from multiprocessing import get_context
from pathlib import Path
from random import Random
from typing import Final

sys.path.insert(1, str(Path(__file__).resolve().parents[1]))

import prose
from measuring import Figure, compared, show, stated, tell

from syndicate.audience.links import Links as SiteLinks
from syndicate.audience.tokens import Tokens
from syndicate.digests.render import Links, render_mail
from syndicate.mail.address import Mailbox
from syndicate.mail.composer import Composer, Content, Letterhead, PersonalLinks, Recipient
from syndicate.mail.dkim import Signer, parse_key
from syndicate.mail.dkimkey import make_key
from syndicate.mail.verp import Verp
from syndicate.model.article import Article
from syndicate.model.article import Content as Words
from syndicate.model.edition import Period, Story, StoryGroup, Variant
from syndicate.resources import template_loader
from syndicate.templating import environment

_PROCESSES: Final = 2
_SIZE: Final = 40_000
_SECONDS: Final = 3.0
"""How long a round lasts, each of ours and of OpenSSL's."""
_PLAIN_MAILS: Final = 100
_NOW: Final = datetime(2026, 1, 26, tzinfo=UTC)
_SITE: Final = SiteLinks("https://news.saltmarrow.example/")
_MARKS: Final = {
    slot: f"@@{slot}-0123456789abcdef@@"
    for slot in ("unsubscribe", "preferences", "name", "address")
}
_SENDER: Final = Mailbox("The Saltmarrow Gazette", "digest@news.saltmarrow.example")
_DOMAIN: Final = "saltmarrow.example"
_SELECTOR: Final = "bench"
_SECRET: Final = b"a secret of the benchmark, no use"


def main() -> None:
    given = stated(__doc__.partition("\n")[0]).parse_args()
    key = make_key()
    content = digest()
    size = len(composer(key, content).compose(reader(1)).data)
    ours, theirs, alone, plain = [], [], [], []
    for round_ in range(1, given.repeat + 1):
        tell(f"round {round_} of {given.repeat}: OpenSSL")
        theirs.append(openssl())
        tell(f"round {round_} of {given.repeat}: {_PROCESSES} processes")
        ours.append(together(key, content))
        tell(f"round {round_} of {given.repeat}: one process")
        alone.append(rate(key, content))
        tell(f"round {round_} of {given.repeat}: EmailMessage and dkimpy")
        plain.append(plain_way(key, content))
    what = f"one mail of {size:,} bytes"
    figures: list[Figure] = [
        compared(
            0,
            f"{what}, {_PROCESSES} processes",
            ours,
            f"openssl speed rsa2048, {_PROCESSES} processes",
            theirs,
            1 / 0.7,
        ),
        compared(0, f"{what}, one process", alone, "EmailMessage and dkimpy", plain, 1 / 20),
    ]
    show(figures, as_json=given.json)


def digest() -> Content:
    """An invented edition whose mail has some 40 KB."""
    for stories in range(4, 60):
        made = _rendered(stories)
        if len(made.html.encode()) + len(made.text.encode()) >= _SIZE * 0.92:
            return made
    raise SystemExit("no edition is large enough")


def _rendered(stories: int) -> Content:
    chance = Random(7)
    told = [_story(number, chance) for number in range(1, stories + 6)]
    variant = Variant(
        newsletter="weekly",
        title="The Week in Saltmarrow",
        site="The Saltmarrow Gazette",
        site_url=_SITE.site,
        language="en",
        period=Period("weekly", datetime(2026, 1, 19, tzinfo=UTC), _NOW, "UTC", "2026-W04"),
        subject=told[0].article.content.headline,
        lead=told[0],
        groups=tuple(
            StoryGroup(f"Section {at}", tuple(told[at : min(at + 4, stories)]))
            for at in range(1, stories, 4)
        ),
        most_viewed=tuple(told[stories:]),
    )
    mail = render_mail(
        variant,
        environment=environment(template_loader(Path.cwd())),
        links=Links(
            _MARKS["preferences"], _MARKS["unsubscribe"], _SITE.edition("weekly", "2026-W04")
        ),
        postal_address="3 Net Loft Lane, Port Saltmarrow",
        picture=lambda image: image.url,
    )
    return Content(mail.subject, mail.html, mail.text, _MARKS)


def _story(number: int, chance: Random) -> Story:
    words = Words(
        headline=prose.headline(number, chinese=False),
        published=_NOW,
        updated=_NOW,
        body="",
        address=f"https://www.saltmarrow.example/201001/{number}.aspx",
        summary=" ".join(prose.english(chance) for _ in range(3)),
        language="en",
        minutes=3,
    )
    article = Article(number, "cms", str(number), 1, words, arrived=_NOW)
    return Story(article, "new", gained=1000 - number)


def composer(key: bytes, content: Content) -> Composer:
    """Composes as delivery does: with tokens, envelope senders and a signature."""
    tokens = Tokens([_SECRET])
    return Composer(
        Letterhead(
            sender=_SENDER,
            date=_NOW,
            list_id="weekly.news.saltmarrow.example",
            list_name="The Week in Saltmarrow",
            archive=_SITE.editions("weekly"),
            feedback=("2026-W04", "weekly", "digest", "saltmarrow"),
        ),
        lambda named: content,
        links=lambda person: personal(tokens, person),
        verp=Verp("bounces@news.saltmarrow.example", [_SECRET]),
        signers=[signer(key)],
    )


def personal(tokens: Tokens, person: str) -> PersonalLinks:
    return PersonalLinks(
        _SITE.unsubscribe(tokens.make("unsubscribe", person, "weekly", now=_NOW)),
        _SITE.preferences(tokens.make("manage", person, now=_NOW)),
    )


def signer(key: bytes) -> Signer:
    return Signer(domain=_DOMAIN, selector=_SELECTOR, key=parse_key(key, "the benchmark's key"))


def reader(number: int) -> Recipient:
    return Recipient(
        delivery_id=number,
        key=f"{number * 2654435761:032x}",
        address=f"reader.{number}@harbour{number % 50}.example",
        domain=f"harbour{number % 50}.example",
        message_id=f"<2026-W04.{number:032x}@news.saltmarrow.example>",
        name="Mira Okafor" if number % 2 else "",
    )


def rate(key: bytes, content: Content) -> float:
    """Seconds a mail in this process."""
    made = composer(key, content)
    return _for_a_while(lambda number: made.compose(reader(number)))


def together(key: bytes, content: Content) -> float:
    """Seconds a mail of several processes at once: each one's, shared."""
    with get_context("spawn").Pool(_PROCESSES) as pool:
        taken = pool.starmap(rate, [(key, content)] * _PROCESSES, chunksize=1)
    return 1 / sum(1 / seconds for seconds in taken)


def _for_a_while(compose: Callable[[int], object]) -> float:
    compose(1)
    compose(2)
    number, started = 0, time.process_time()
    while time.process_time() - started < _SECONDS:
        for _ in range(100):
            number += 1
            compose(number)
    return (time.process_time() - started) / number


def openssl() -> float:
    """Seconds a signature, of as many processes at once: each one's, shared."""
    words = ["openssl", "speed", "-seconds", f"{_SECONDS:.0f}", "rsa2048"]
    try:
        running = [
            subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
            for _ in range(_PROCESSES)
        ]
    except FileNotFoundError:
        raise SystemExit("openssl is not there: install Debian's package openssl") from None
    return 1 / sum(_signatures(each.communicate()[0]) for each in running)


def _signatures(report: str) -> float:
    """Signatures a second, as openssl's table says."""
    head, line = (
        next(line for line in report.splitlines() if each in line) for each in ("sign/s", " bits ")
    )
    values = dict(zip(head.split(), line.partition("bits")[2].split(), strict=True))
    return float(values["sign/s"])


def plain_way(key: bytes, content: Content) -> float:
    """Seconds a mail that is built with the standard library and signed with dkimpy."""
    import dkim  # type: ignore[import-untyped]

    tokens = Tokens([_SECRET])
    started = time.process_time()
    for number in range(1, _PLAIN_MAILS + 1):
        person = reader(number)
        links = personal(tokens, person.key).unsubscribe
        message = EmailMessage(policy=SMTP)
        message["From"], message["To"] = str(_SENDER), person.address
        message["Subject"], message["Date"] = content.subject, _NOW
        message["Message-ID"] = person.message_id
        message["List-Unsubscribe"] = f"<{links}>"
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
        message.set_content(content.text.replace(_MARKS["unsubscribe"], links))
        message.add_alternative(content.html.replace(_MARKS["unsubscribe"], links), subtype="html")
        data = message.as_bytes()
        dkim.sign(
            data,
            _SELECTOR.encode(),
            _DOMAIN.encode(),
            key,
            canonicalize=(b"relaxed", b"relaxed"),
        )
    return (time.process_time() - started) / _PLAIN_MAILS


if __name__ == "__main__":
    main()
