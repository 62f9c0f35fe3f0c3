"""An access token, as a command of the operator's prints it.

How tokens are had differs from provider to provider, and needs a secret that
outlives them: so that is left to a program that knows. It is run for each new
connection; whether the token is a new one or kept from the last time is its own
affair.
"""

from __future__ import annotations

import asyncio
import re
from asyncio.subprocess import DEVNULL, PIPE
from collections.abc import Sequence
from contextlib import suppress
from typing import Final

from syndicate.jobs import outside

#: RFC 6750, 2.1.
_TOKEN: Final = re.compile(r"[A-Za-z0-9._~+/-]+=*")


class TokenlessError(Exception):
    """There is no token; the text says why."""


async def token_from(command: Sequence[str], *, seconds: float) -> str:
    """The first line that the command prints. Raises :class:`TokenlessError`."""
    try:
        process = await asyncio.create_subprocess_exec(
            *command, stdin=DEVNULL, stdout=PIPE, stderr=PIPE
        )
    except OSError as error:
        raise TokenlessError(f"{command[0]}: {outside.said(error)}") from error
    try:
        async with asyncio.timeout(seconds):
            out, err = await process.communicate()
    except TimeoutError as error:
        raise TokenlessError(f"{command[0]} took more than {seconds:g} seconds") from error
    finally:
        if process.returncode is None:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()
    if process.returncode:
        said = err.decode(errors="replace").strip().splitlines()
        why = "".join(each for each in said[-1][:200] if each.isprintable()) if said else ""
        ended = f"{command[0]} ended with {process.returncode}"
        raise TokenlessError(f"{ended}: {why}" if why else ended)
    token, _, _ = out.decode(errors="replace").partition("\n")
    if not _TOKEN.fullmatch(token.strip()):
        raise TokenlessError(f"{command[0]} printed none")
    return token.strip()
