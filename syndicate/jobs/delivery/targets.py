"""Which editions a delivery is about: one that was named, those of a newsletter, or all."""

from __future__ import annotations

from syndicate.config.model import Newsletter
from syndicate.jobs.delivery import editions
from syndicate.jobs.press import Press
from syndicate.model.edition import Edition
from syndicate.model.errors import DeliveryError
from syndicate.store import mailings
from syndicate.store.mailings import Mailing


def chosen(press: Press, target: str) -> list[tuple[Newsletter, Edition]]:
    """Those that it has something to do for. Raises for a target that does not exist."""
    if "/" in target:
        newsletter, edition = editions.called(press, target)
        with press.store.read() as connection:
            mailing = mailings.find(connection, edition.id)
        if mailing is not None and mailing.state in mailings.CLOSED:
            why = mailing.reason.removeprefix(f"{mailing.state} ")
            raise DeliveryError(
                f"edition {target}",
                f"{mailing.state} ({why})" if why else mailing.state,
                f"see how it went: syndicate mail status {target}",
            )
        return [(newsletter, edition)]
    if target:
        editions.called(press, target)
    return editions.waiting(press, target or None)


def waiting(press: Press, target: str) -> list[tuple[Edition, Mailing]]:
    """The editions of a newsletter, or of all, that a person has to let go on."""
    if "/" in target:
        return []
    with press.store.read() as connection:
        found = mailings.waiting(connection, target or None)
    return [each for each in found if press.config.newsletter(each[0].newsletter)]


def unsettled(press: Press, target: str) -> list[tuple[Edition, Mailing, int]]:
    """The editions of a newsletter, or of all, with mails in doubt that a person has to settle."""
    if "/" in target:
        return []
    resend = press.config.mail.in_doubt == "resend"
    with press.store.read() as connection:
        found = mailings.unsettled(connection, target or None, now=press.clock(), resend=resend)
    return [each for each in found if press.config.newsletter(each[0].newsletter)]
