"""Who may sign up, and how often: the tables [subscribers] and [limits]."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from pydantic import Field, SecretStr

from syndicate.config.tables import Table
from syndicate.config.values import Duration, FolderPath, OptionalPath, Switch, Whole


class Subscribers(Table):
    """People who get digests."""

    signup: Switch = Field(True, description="Whether people can sign up on the site's pages.")
    secrets: FolderPath = Field(
        Path("data/secrets"),
        validate_default=True,
        description="The folder of the site's secrets. They are made there where they are missing.",
    )
    tokens: SecretStr = Field(
        SecretStr(""),
        description="The secrets that links in mails are signed with, the newest first, separated "
        "by spaces; in place of the file tokens.key in secrets.",
    )
    suppression: SecretStr = Field(
        SecretStr(""),
        description="The key that suppressed addresses are hashed with: it never changes; in place "
        "of the file suppression.key in secrets.",
    )
    confirm_within: Duration = Field(
        timedelta(days=7), description="How long a sign-up waits for its confirmation."
    )
    minimum_fill: Duration = Field(
        timedelta(seconds=3), description="A form sent sooner than this was filled in by a machine."
    )
    refuse_disposable: Switch = Field(
        False, description="Refuse addresses at domains that give them to anybody for minutes."
    )
    disposable: OptionalPath = Field(
        None, description="A list of such domains, one a line, in place of the one that we bring."
    )


class Limits(Table):
    """How often things may be asked for, over all processes and restarts."""

    per_client: Whole = Field(
        20, ge=1, description="Requests that send mail or look people up, per client and hour."
    )
    per_address: Whole = Field(3, ge=1, description="Mails to one address on request, per day.")
    per_domain: Whole = Field(
        100,
        ge=1,
        description="Sign-ups at one domain, per hour; beside them as many lost links.",
    )
    total: Whole = Field(
        1000, ge=1, description="Sign-ups altogether, per hour; beside them as many lost links."
    )
