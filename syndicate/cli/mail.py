"""``syndicate mail``: look after the delivery of editions, and what comes back."""

from __future__ import annotations

import click

from syndicate.cli.lazy import VerbGroup

#: The verbs of this group; each is imported when called.
_VERBS = {
    "bounces": ("syndicate.cli.mail_bounces:bounces", "Take in bounces and complaints."),
    "cancel": ("syndicate.cli.mail_control:cancel", "Send nothing more of an edition, ever."),
    "dkim-key": ("syndicate.cli.mail_dkim:dkim_key", "Make a signing key and its DNS record."),
    "doctor": ("syndicate.cli.mail_doctor:doctor", "Check sender, DNS, relay and links."),
    "pause": ("syndicate.cli.mail_control:pause", "Send nothing more of an edition for now."),
    "reconcile": (
        "syndicate.cli.mail_reconcile:reconcile",
        "Settle what is in doubt by a mail server's log.",
    ),
    "release": (
        "syndicate.cli.mail_control:release",
        "Let a held edition go, or mail to a held domain.",
    ),
    "resume": ("syndicate.cli.mail_control:resume", "Go on with a paused edition."),
    "retry": ("syndicate.cli.mail_control:retry", "Try once more what failed."),
    "status": ("syndicate.cli.mail_status:status", "Show how an edition's delivery stands."),
}


@click.group(
    cls=VerbGroup,
    lazy=_VERBS,
    short_help="Look after the delivery of editions, and what comes back.",
)
def mail() -> None:
    """Look after the delivery of editions, and what comes back.

    EDITION is a newsletter's name and a period, weekly/2026-W04, or a
    newsletter's name alone for its latest.

    \b
    Example:
      syndicate mail status weekly
      syndicate mail pause weekly/2026-W04
      syndicate mail reconcile weekly/2026-W04 --log /var/log/mail.log
    """
