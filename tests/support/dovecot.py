"""A real mail store of the tests' own: Dovecot with its own configuration, on a free port.

Mail is read by IMAP; where it has accounts of its own, it also takes mail by LMTP.
"""

from __future__ import annotations

import grp
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.support.authority import Certified

USER, PASSWORD = "bounces", "tide-tables"

_CONFIGURATION = """\
protocols = {protocols}
base_dir = {own}/run
state_dir = {own}/state
log_path = {folder}/dovecot.log
listen = 127.0.0.1
ssl = required
ssl_cert = <{certificate}
ssl_key = <{key}
mail_location = maildir:{own}/mail{of_each}
first_valid_uid = 1
first_valid_gid = 1
default_internal_user = {internal}
default_internal_group = {group}
default_login_user = {login}
auth_mechanisms = plain
auth_failure_delay = 0
service imap-login {{
  chroot =
  inet_listener imap {{
    port = 0
  }}
  inet_listener imaps {{
    port = {port}
    ssl = yes
  }}
}}
service anvil {{
  chroot =
}}
service stats {{
  chroot =
}}
"""
_ANYBODY = """\
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={own}/home
}}
"""
_ACCOUNTS = """\
service lmtp {{
  unix_listener {own}/lmtp {{
    mode = 0666
  }}
}}
passdb {{
  driver = passwd-file
  args = {own}/accounts
}}
userdb {{
  driver = passwd-file
  args = {own}/accounts
}}
"""


def program() -> str | None:
    return shutil.which("dovecot", path=f"{os.environ.get('PATH', '')}:/usr/sbin")


def why_not() -> str:
    """Why it can't run here with IMAP and LMTP; empty if it can."""
    for part in ("imap", "lmtp"):
        if not Path("/usr/lib/dovecot", part).exists():
            return f"install Debian's package dovecot-{part}d"
    return ""


@dataclass(frozen=True)
class Served:
    """Where it listens for IMAP, the maildir of its one account, and the socket for LMTP."""

    port: int
    maildir: Path
    lmtp: Path


@contextmanager
def running(folder: Path, certified: Certified, *accounts: str) -> Iterator[Served]:
    """Run Dovecot; what it says is in ``folder``.

    With ``accounts`` it knows these addresses and no others; without, anybody
    who knows the password has the same maildir.
    """
    with socket.create_server(("127.0.0.1", 0)) as found:
        port: int = found.getsockname()[1]
    folder.mkdir(exist_ok=True)
    # As root, its parts run as users of its own, who can't look into our folder.
    root = os.geteuid() == 0
    user = pwd.getpwnam("dovecot") if root else pwd.getpwuid(os.getuid())
    own = Path(tempfile.mkdtemp(prefix="syndicate-imap-"))
    own.chmod(0o755)
    for name in ("mail", "mail/new", "mail/cur", "mail/tmp", "home"):
        (own / name).mkdir()
        os.chown(own / name, user.pw_uid, user.pw_gid)
    file = folder / "dovecot.conf"
    text = _CONFIGURATION + (_ACCOUNTS if accounts else _ANYBODY)
    line = f":{{plain}}{PASSWORD}:{user.pw_uid}:{user.pw_gid}::{own}/home::\n"
    (own / "accounts").write_text("".join(f"{name}{line}" for name in accounts))
    file.write_text(
        text.format(
            folder=folder,
            protocols="imap lmtp" if accounts else "imap",
            of_each="/%u" if accounts else "",
            certificate=certified.certificate,
            key=certified.key,
            uid=user.pw_uid,
            gid=user.pw_gid,
            own=own,
            internal=user.pw_name,
            group=grp.getgrgid(user.pw_gid).gr_name,
            login="dovenull" if root else user.pw_name,
            port=port,
            password=PASSWORD,
        )
    )
    process = subprocess.Popen(
        [program() or "dovecot", "-F", "-c", str(file)], stderr=subprocess.PIPE, text=True
    )
    try:
        _wait_for(port, process)
        yield Served(port, own / "mail", own / "lmtp")
    finally:
        process.terminate()
        process.communicate(timeout=30)
        shutil.rmtree(own, ignore_errors=True)


def _wait_for(port: int, process: subprocess.Popen[str]) -> None:
    while process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=5).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError(f"dovecot ended: {process.communicate()[1]}")
