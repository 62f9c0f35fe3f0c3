"""How a mailing stands in truth: a restored store does not know that it is behind.

The next delivery will hold what this store calls unsent and what is known to
have been sent; whoever only looks before that is told the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from syndicate.jobs.delivery.editions import restored, would_be
from syndicate.jobs.delivery.epoch import Epochs, named
from syndicate.jobs.press import Press
from syndicate.model.edition import Edition
from syndicate.model.errors import DeliveryError
from syndicate.store.mailings import Mailing


def known_outside(press: Press) -> Mapping[str, int]:
    """How far each edition is known to have come, by name.

    Nothing where that can't be read: who may look into the store need not be
    who delivers, and a delivery will say so.
    """
    try:
        return Epochs(press.config).known()
    except DeliveryError:
        return {}


def in_truth(
    press: Press, edition: Edition, mailing: Mailing | None, outside: Mapping[str, int]
) -> Mailing | None:
    """The mailing, held if the next delivery would hold it for a store that is behind."""
    newsletter = press.config.newsletter(edition.newsletter)
    epoch = mailing.epoch if mailing is not None else 0
    if newsletter is None or epoch >= outside.get(named(edition), 0):
        return mailing
    state = would_be(newsletter, edition, mailing, shown=press.shown)
    if state not in ("ready", "sending"):
        return mailing
    return replace(mailing or Mailing(edition.id, state), state="held", reason=restored(edition))
