"""A real mail store of the tests' own: Dovecot with its own configuration, on a free port.

Mail is read by IMAP; where it has accounts of its own, it also takes mail by LMTP.
"""

from __future__ import annotations

import grp
import hmac
import json
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.support.authority import Certified

USER, PASSWORD = "bounces", "tide-tables"
_SIGNING_KEY = b"a secret between who gives tokens and who takes them"

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


_ACCOUNT_PROOFS = """\
protocols =
base_dir = {own}/run
state_dir = {own}/state
log_path = {folder}/dovecot.log
ssl = no
first_valid_uid = 1
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
auth_mechanisms = {mechanisms}
auth_failure_delay = 0
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service stats {{
  chroot =
}}
service auth {{
  unix_listener {own}/sasl {{
    mode = 0666
  }}
}}
passdb {{
  driver = oauth2
  mechanisms = oauthbearer xoauth2
  args = {own}/oauth2
}}
passdb {{
  driver = static
  mechanisms = plain login
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={own}/home
}}
"""
_TOKENS = """\
introspection_mode = local
local_validation_key_dict = fs:posix:prefix={own}/keys/
username_attribute = sub
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


@contextmanager
def accounts(folder: Path, mechanisms: str) -> Iterator[Path]:
    """Run Dovecot as what proves accounts for Postfix: the path of its socket.

    :data:`USER` has :data:`PASSWORD`, and tokens that :func:`token` makes.
    """
    folder.mkdir(exist_ok=True)
    user = pwd.getpwnam("dovecot") if os.geteuid() == 0 else pwd.getpwuid(os.getuid())
    own = Path(tempfile.mkdtemp(prefix="syndicate-sasl-"))
    own.chmod(0o755)
    key = own / "keys" / "default" / "HS256" / "default"
    key.parent.mkdir(parents=True)
    key.write_bytes(b64encode(_SIGNING_KEY))
    (own / "oauth2").write_text(_TOKENS.format(own=own))
    file = folder / "dovecot.conf"
    file.write_text(
        _ACCOUNT_PROOFS.format(
            own=own,
            folder=folder,
            user=user.pw_name,
            group=grp.getgrgid(user.pw_gid).gr_name,
            uid=user.pw_uid,
            gid=user.pw_gid,
            mechanisms=mechanisms,
            password=PASSWORD,
        )
    )
    process = subprocess.Popen(
        [program() or "dovecot", "-F", "-c", str(file)], stderr=subprocess.PIPE, text=True
    )
    try:
        while not (own / "sasl").exists():
            if process.poll() is not None:
                raise RuntimeError(f"dovecot ended: {process.communicate()[1]}")
            time.sleep(0.02)
        yield own / "sasl"
    finally:
        process.terminate()
        process.communicate(timeout=30)
        shutil.rmtree(own, ignore_errors=True)


def token(user: str, *, seconds: int = 3600, padding: int = 0) -> str:
    """An access token of somebody's: a JWT (RFC 7519) that is good for so long."""
    now = int(time.time())
    claims = {"sub": user, "iat": now - 60, "exp": now + seconds, "note": "x" * padding}
    parts = [{"alg": "HS256", "typ": "JWT"}, claims]
    signed = b".".join(_coded(json.dumps(part).encode()) for part in parts)
    return (signed + b"." + _coded(hmac.digest(_SIGNING_KEY, signed, "sha256"))).decode()


def _coded(data: bytes) -> bytes:
    return urlsafe_b64encode(data).rstrip(b"=")


def _wait_for(port: int, process: subprocess.Popen[str]) -> None:
    while process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=5).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError(f"dovecot ended: {process.communicate()[1]}")
