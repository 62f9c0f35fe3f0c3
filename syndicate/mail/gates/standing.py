"""Gates for who a mail is from and how one gets rid of it: signature, one click, footer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from syndicate.mail.gates.finding import Finding
from syndicate.mail.gates.mail import Mail

_ONE_CLICK: Final = "List-Unsubscribe=One-Click"


def one_click(mail: Mail) -> Iterator[Finding]:
    found, wanted = mail.unsubscribe_addresses, mail.context.unsubscribe
    if len(found) != 1 or not found[0].startswith(wanted) or len(found[0]) == len(wanted):
        yield Finding(
            "one-click", f"List-Unsubscribe does not hold one address {wanted}…", "report this"
        )
    elif mail.context.leaves and not found[0].startswith("https:"):
        yield Finding(
            "one-click",
            "List-Unsubscribe holds no https address, and nobody can unsubscribe by one click",
            "give [site] url with https",
        )
    if mail.values("list-unsubscribe-post") != [_ONE_CLICK]:
        yield Finding("one-click", f"List-Unsubscribe-Post is not {_ONE_CLICK}", "report this")


def signature(mail: Mail) -> Iterator[Finding]:
    if not mail.context.leaves:
        return
    signed = [_tags(value) for value in mail.values("dkim-signature")]
    if not signed:
        yield Finding(
            "signature",
            "the mail is not signed, and large mailboxes refuse it",
            "make a key with `syndicate mail dkim-key` and name it in [mail.dkim]; "
            "let it pass if the mail server signs",
        )
        return
    for tags in signed:
        listed = tags.get("h", "").lower().split(":")
        for name in ("list-unsubscribe", "list-unsubscribe-post"):
            if listed.count(name) < 2:
                yield Finding(
                    "signature", f"{name} is not signed once more than it is there", "report this"
                )
    sender = " ".join(mail.values("from")).rpartition("@")[2].strip(" >").lower()
    if not any(_aligned(sender, tags.get("d", "").lower()) for tags in signed):
        yield Finding(
            "alignment",
            f"the sender's domain {sender} does not belong to the signature's",
            "give [mail.dkim] domain the sender's domain, or one above it (DMARC, RFC 9989)",
        )


def _tags(value: str) -> dict[str, str]:
    pairs = (tag.partition("=") for tag in re.sub(r"\s", "", value).split(";"))
    return {name: said for name, _, said in pairs}


def _aligned(sender: str, signing: str) -> bool:
    return "." in signing and (sender == signing or sender.endswith(f".{signing}"))


def footer(mail: Mail) -> Iterator[Finding]:
    context = mail.context
    shown = "" if mail.tree is None else " ".join(" ".join(mail.tree.itertext()).split())
    linked = mail.tree is not None and any(
        link.get("href") == mail.unsubscribe != "" and "".join(link.itertext()).strip()
        for link in mail.tree.iter("a")
    )
    for part, there in (
        ("HTML", linked),
        ("text", bool(mail.unsubscribe) and f"{mail.unsubscribe}\n" in f"{mail.text}\n"),
    ):
        if not there:
            yield Finding(
                "unsubscribe",
                f"the {part} part shows no link to unsubscribe",
                "put links.unsubscribe into the template",
            )
    if not context.postal_address:
        if context.leaves:
            yield Finding(
                "postal-address",
                "no postal address is configured, and most countries' law wants one",
                "give [mail] postal_address",
            )
        return
    wanted = " ".join(context.postal_address.split())
    for part, said in (("HTML", shown), ("text", " ".join(mail.text.split()))):
        if wanted not in said:
            yield Finding(
                "postal-address",
                f"the {part} part does not show the postal address",
                "put postal_address into the template",
            )
