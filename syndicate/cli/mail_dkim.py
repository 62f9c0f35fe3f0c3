"""``syndicate mail dkim-key``: a new signing key, and what the DNS has to say of it."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Final

import click

from syndicate.cli.context import Context, pass_context
from syndicate.cli.options import dry_run_option, json_option
from syndicate.cli.output import write_json, write_line
from syndicate.model.errors import ConfigurationError, KeyFileError

# A label, or several (RFC 6376, 3.1).
_SELECTOR: Final = re.compile(
    r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
    r"(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*"
)


@click.command("dkim-key", short_help="Make a signing key and its DNS record.")
@click.option("--selector", default="", metavar="NAME", help="The key's name in the DNS.")
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    help="The file to write. [default: dkim-SELECTOR.pem among the site's secrets]",
)
@click.option("--ed25519", is_flag=True, help="Make a second key, Ed25519 (RFC 8463).")
@dry_run_option
@json_option
@pass_context
def dkim_key(
    context: Context,
    selector: str,
    out: Path | None,
    ed25519: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Make a DKIM key, for nobody else to read, and print the DNS record that publishes it.

    An existing file is never overwritten: where there is one, its record is
    printed once more. The domain is [mail.dkim] domain, else the sender's.

    \b
    Example:
      syndicate mail dkim-key --selector harbour
      syndicate mail dkim-key --selector harbour-ed --ed25519 --out keys/ed25519.pem
    """
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from syndicate.mail.dkim import load_key
    from syndicate.mail.dkimkey import make_key, record

    mail = context.config.mail
    dkim = mail.dkim
    domain = dkim.domain or mail.sender_address.rpartition("@")[2]
    if not domain:
        raise ConfigurationError(
            "[mail] sender", "missing, and the key is for its domain", "write Name <name@domain>"
        )
    name = selector or (dkim.ed25519_selector if ed25519 else dkim.selector)
    name = name or ("syndicate-ed" if ed25519 else "syndicate")
    if not _SELECTOR.fullmatch(name):
        raise click.BadParameter(
            f"{name!r} is no name in the DNS; write letters, digits and hyphens",
            param_hint="--selector",
        )
    configured = dkim.ed25519_key if ed25519 else dkim.key
    path = out or configured or context.config.subscribers.secrets / f"dkim-{name}.pem"
    if dry_run and not path.exists():
        _rehearse(path, f"{name}._domainkey.{domain}", as_json)
        return
    made = not path.exists() and _write(path, make_key("ed25519" if ed25519 else "rsa"))
    key = load_key(path)
    if isinstance(key, Ed25519PrivateKey) is not ed25519:
        raise KeyFileError(
            f"DKIM key {path}",
            f"is {'an RSA' if ed25519 else 'an Ed25519'} key, and stays as it is",
            "name another file with --out",
        )
    published = record(name, domain, key)
    if as_json:
        write_json(
            {
                "dry_run": dry_run,
                "file": path,
                "made": made,
                "name": published.name,
                "text": published.text,
                "strings": published.strings,
            }
        )
        return
    write_line(f"{'made' if made else 'kept'} {path}")
    write_line("")
    write_line(published.zone)
    write_line("")
    prefix = "ed25519_" if ed25519 else ""
    write_line("[mail.dkim]")
    write_line(f'domain = "{domain}"')
    write_line(f'{prefix}selector = "{name}"')
    write_line(f'{prefix}key = "{_as_configured(path, context.config.root)}"')


def _rehearse(path: Path, name: str, as_json: bool) -> None:
    """What would be made. The record holds the key's public half, and there is none yet."""
    if as_json:
        write_json({"dry_run": True, "file": path, "made": True, "name": name})
    else:
        write_line(f"would make {path}, for a record at {name}")


def _as_configured(path: Path, root: Path) -> Path:
    """A configuration's paths start at its folder."""
    return path.relative_to(root) if path.is_relative_to(root) else path


def _write(path: Path, key: bytes) -> bool:
    """Write a key that only this user can read; False where there is a file already."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return False
    except OSError as error:
        raise KeyFileError(
            f"DKIM key {path}",
            (error.strerror or str(error)).lower(),
            "name a file in a folder that this user may write to, with --out",
        ) from error
    with open(descriptor, "wb") as file:
        file.write(key)
        file.flush()
        os.fsync(file.fileno())
    return True
