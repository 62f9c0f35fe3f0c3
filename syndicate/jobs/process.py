"""Which process this is, and whether another one still lives."""

from __future__ import annotations

import os
import secrets
import socket
from functools import cache
from pathlib import Path

from syndicate.store.leases import Holder


@cache
def _token(pid: int) -> str:
    return secrets.token_hex(8)


def this_process() -> Holder:
    pid = os.getpid()
    return Holder(token=_token(pid), host=socket.gethostname(), pid=pid, born=_born(pid) or "")


def is_alive(holder: Holder) -> bool:
    """Whether a process of this host still runs; another process with its pid is not it."""
    born = _born(holder.pid)
    if born is None:
        return False
    return not holder.born or not born or born == holder.born


def _born(pid: int) -> str | None:
    """When the process started, in the kernel's own count; None if there is no such process.

    Empty where the system does not tell (no /proc).
    """
    try:
        text = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return _signalled(pid)
    # The name in the second field may hold spaces and parentheses.
    fields = text.rpartition(")")[2].split()
    state, started = fields[0], fields[19]
    if state in ("Z", "X"):
        return None
    return f"{_boot()}/{started}"


def _signalled(pid: int) -> str | None:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return None
    except PermissionError:
        return ""
    return ""


@cache
def _boot() -> str:
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text().strip()
    except OSError:
        return ""
