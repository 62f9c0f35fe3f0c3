"""The digests of tests/support as mails: a composer for each, and somebody who gets them."""

from datetime import UTC, datetime

from syndicate.digests.render import Links, Reader, render_mail
from syndicate.mail.address import Mailbox
from syndicate.mail.composer import Composer, Content, Letterhead, PersonalLinks, Recipient
from syndicate.mail.gates import Context
from syndicate.mail.verp import Verp
from tests.support import editions

NOW = datetime(2026, 1, 26, tzinfo=UTC)
SITE = "https://news.example.org/"
MARKS = {
    slot: f"@@{slot}-0123456789abcdef@@"
    for slot in ("unsubscribe", "preferences", "name", "address")
}
CONTEXT = Context(f"{SITE}unsubscribe/", editions.POSTAL_ADDRESS, leaves=True)
LETTERHEAD = Letterhead(
    sender=Mailbox("The Harbour Courier", "digest@news.example.org"),
    date=NOW,
    list_id="weekly.news.example.org",
    list_name="The Harbour Week",
    archive=f"{SITE}editions/weekly/",
    reply_to=Mailbox("", "editor@example.org"),
    feedback=("2026-W04", "weekly", "digest", "harbour"),
)
CHINESE = Letterhead(
    sender=Mailbox("港湾信使报", "digest@news.example.org"),
    date=NOW,
    list_id="weekly.news.example.org",
    list_name="港湾一周",
    archive=f"{SITE}editions/weekly/",
)


def links(key):
    return PersonalLinks(f"{SITE}unsubscribe/{key}.u", f"{SITE}preferences/{key}.p")


def content(variant):
    """What renders a variant for people with a name and without."""

    def rendered(named):
        mail = render_mail(
            variant,
            environment=editions.templates(),
            links=Links(
                MARKS["preferences"], MARKS["unsubscribe"], f"{SITE}editions/weekly/2026-W04"
            ),
            postal_address=editions.POSTAL_ADDRESS,
            picture=lambda image: f"{SITE}feeds/media/{image.path}",
            reader=Reader(MARKS["name"] if named else "", MARKS["address"]),
        )
        return Content(mail.subject, mail.html, mail.text, MARKS)

    return rendered


def composer(language="english", signers=(), letterhead=None, made=None):
    return Composer(
        letterhead or (CHINESE if language == "chinese" else LETTERHEAD),
        made or content(getattr(editions, language)()),
        links=links,
        verp=Verp("bounces@news.example.org", [b"a secret of the tests, of no use"]),
        signers=signers,
    )


def reader(**changes):
    values = {
        "delivery_id": 7,
        "key": "Vb3kQ-example-key_0123456789abcd",
        "address": "mira@harbour.example",
        "domain": "harbour.example",
        "message_id": "<2026-W04.5d41402abc4b2a76@news.example.org>",
        "name": "Mira Okafor",
    }
    return Recipient(**(values | changes))
