"""Postfix's ``smtp-sink``: a fast server of somebody else's, for SMTP and LMTP."""

from __future__ import annotations

import getpass
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


def program() -> str | None:
    """Where it is; Debian has it where only root looks."""
    return shutil.which("smtp-sink", path=f"{os.environ.get('PATH', '')}:/usr/sbin")


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


@contextmanager
def running(*options: str, port: int = 0, path: Path | None = None) -> Iterator[int]:
    """It throws mail away, or dumps it as ``options`` say; the port it listens on, 0 for a path."""
    port = 0 if path else port or free_port()
    place = f"unix:{path}" if path else f"127.0.0.1:{port}"
    # As root it wants to be told whose rights to take.
    user = ["-u", getpass.getuser()] if os.geteuid() == 0 else []
    process = subprocess.Popen(
        [program() or "smtp-sink", *user, *options, place, "128"], stderr=subprocess.PIPE, text=True
    )
    try:
        _wait_for(path or port, process)
        yield port
    finally:
        process.terminate()
        process.communicate(timeout=30)


def _wait_for(place: Path | int, process: subprocess.Popen[str]) -> None:
    while process.poll() is None:
        family = socket.AF_UNIX if isinstance(place, Path) else socket.AF_INET
        target = str(place) if isinstance(place, Path) else ("127.0.0.1", place)
        with socket.socket(family) as wire, suppress(OSError):
            wire.connect(target)
            return
        time.sleep(0.02)
    raise RuntimeError(f"smtp-sink ended: {process.communicate()[1]}")
