"""A real Postfix of this test's own: no service of the system, nothing outside a temporary folder.

It listens on a free port of this machine, takes mail for the domains it is
told, and delivers all of it into one maildir.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tests.support.authority import Certified

_PROGRAMS = f"{os.environ.get('PATH', '')}:/usr/sbin"

_MAIN = """\
compatibility_level = 3.6
queue_directory = {folder}/queue
data_directory = {folder}/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
mail_owner = postfix
setgid_group = postdrop
maillog_file = {folder}/mail.log
maillog_file_prefixes = {folder}
myhostname = mx.tide.example
mydestination =
mynetworks = 127.0.0.0/8
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
alias_maps =
alias_database =
local_recipient_maps =
biff = no
virtual_mailbox_domains = {domains}
virtual_mailbox_base = {folder}/mail
virtual_mailbox_maps = static:inbox/
virtual_uid_maps = static:65534
virtual_gid_maps = static:65534
virtual_minimum_uid = 1
smtpd_relay_restrictions = reject_unauth_destination
smtpd_recipient_restrictions = check_recipient_access inline:{{
 {{unknown@tide.example = 550 5.1.1 User unknown}}
 {{later@tide.example = 450 4.2.0 Greylisted, come again}} }}
smtpd_client_connection_count_limit = 0
message_size_limit = 10240000
in_flow_delay = 0
{tls}
"""
_TLS = """\
smtpd_tls_security_level = {level}
smtpd_tls_cert_file = {certificate}
smtpd_tls_key_file = {key}
"""
_MASTER = """\
127.0.0.1:{port} inet n - n - 20 smtpd
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
"""


@dataclass(frozen=True)
class Postfix:
    """``maildir`` is where mail arrives, ``log`` what Postfix says of each."""

    port: int
    folder: Path

    @property
    def maildir(self) -> Path:
        return self.folder / "mail" / "inbox"

    @property
    def log(self) -> Path:
        return self.folder / "mail.log"

    def stop(self) -> None:
        """End it at once, in the middle of whatever it does."""
        subprocess.run([*_command(self.folder), "abort"], capture_output=True, check=False)

    def arrived(self, count: int, *, seconds: float = 30) -> list[bytes]:
        """So many mails, once they are there; fewer where time is up."""
        until = time.monotonic() + seconds
        new = self.maildir / "new"
        while True:
            found = sorted(new.iterdir()) if new.exists() else []
            if len(found) >= count or time.monotonic() > until:
                return [path.read_bytes() for path in found]
            time.sleep(0.02)

    def logged(self, words: str, *, seconds: float = 30) -> str:
        """What Postfix has said, once these words are among it, or time is up."""
        until = time.monotonic() + seconds
        while words not in (said := self.log.read_text()) and time.monotonic() < until:
            time.sleep(0.02)
        return said


def _command(folder: Path) -> list[str]:
    return [shutil.which("postfix", path=_PROGRAMS) or "postfix", "-c", f"{folder}/etc"]


def why_not() -> str:
    """Why Postfix can't run here; empty if it can."""
    if shutil.which("postfix", path=_PROGRAMS) is None:
        return "install Debian's package postfix"
    if os.geteuid() != 0:
        return "it starts as root only"
    return ""


@contextmanager
def running(
    *domains: str, tls: Certified | None = None, must_encrypt: bool = False, more: str = ""
) -> Iterator[Postfix]:
    """Postfix for these domains (tide.example if none); ``more`` is for its main.cf."""
    # Its processes give up root's rights, and have to reach what is theirs.
    folder = Path(tempfile.mkdtemp(prefix="postfix-"))
    try:
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        _write(folder, port, domains or ("tide.example",), tls, must_encrypt, more)
        with (folder / "out").open("wb") as out:
            process = subprocess.Popen(
                [*_command(folder), "start-fg"], stdout=out, stderr=out, start_new_session=True
            )
        try:
            _wait_for(port, process, folder)
            yield Postfix(port, folder)
        finally:
            Postfix(port, folder).stop()
            with suppress(subprocess.TimeoutExpired):
                process.wait(20)
            if process.poll() is None:
                process.kill()
                process.wait()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _write(
    folder: Path,
    port: int,
    domains: tuple[str, ...],
    tls: Certified | None,
    must_encrypt: bool,
    more: str,
) -> None:
    folder.chmod(0o755)
    for name in ("etc", "queue", "data", "mail"):
        (folder / name).mkdir()
    shutil.chown(folder / "data", "postfix")
    shutil.chown(folder / "mail", 65534, 65534)
    secured = ""
    if tls is not None:
        certificate = shutil.copy(tls.certificate, folder / "etc")
        key = shutil.copy(tls.key, folder / "etc")
        level = "encrypt" if must_encrypt else "may"
        secured = _TLS.format(level=level, certificate=certificate, key=key)
    main = _MAIN.format(folder=folder, domains=" ".join(domains), tls=secured)
    (folder / "etc" / "main.cf").write_text(main + more)
    (folder / "etc" / "master.cf").write_text(_MASTER.format(port=port))


def _wait_for(port: int, process: subprocess.Popen[bytes], folder: Path) -> None:
    until = time.monotonic() + 30
    while process.poll() is None and time.monotonic() < until:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=5) as wire:
            wire.settimeout(5)
            if wire.recv(100).startswith(b"220"):
                wire.sendall(b"QUIT\r\n")
                wire.recv(100)
                return
        time.sleep(0.05)
    log = folder / "mail.log"
    said = (folder / "out").read_text() + (log.read_text() if log.exists() else "")
    raise RuntimeError(f"Postfix did not start: {said}")
