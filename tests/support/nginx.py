"""nginx with the documented configuration, on a folder and a port of one's own."""

from __future__ import annotations

import getpass
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

DOCUMENTED = Path(__file__).parents[2] / "docs/nginx/syndicate.conf"
_MODULES = (Path("/usr/lib/nginx/modules"), Path("/usr/share/nginx/modules"))

_MAIN = """\
{modules}
{user}
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 512; }}
http {{
    access_log {log};
    sendfile on;
    tcp_nopush on;
    keepalive_requests 1000000;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/syndicate.conf;
}}
"""


def program() -> str | None:
    """Where nginx is; Debian has it where only root looks."""
    return shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")


def brotli_module() -> Path | None:
    """The module that hands out brotli copies."""
    places = (folder / "ngx_http_brotli_static_module.so" for folder in _MODULES)
    return next((place for place in places if place.exists()), None)


def configuration(root: Path, port: int, upstream: int) -> str:
    """The documented file with the changes that it asks for, and no others."""
    changes = {
        "listen 80;": f"listen 127.0.0.1:{port};",
        "root /var/lib/syndicate/site;": f"root {root};",
        "http://127.0.0.1:8000;": f"http://127.0.0.1:{upstream};",
    }
    if brotli_module():
        changes["# brotli_static on;"] = "brotli_static on;"
    text = DOCUMENTED.read_text()
    for documented, changed in changes.items():
        if documented not in text:
            raise ValueError(f"{DOCUMENTED.name} has no line {documented!r} any more")
        text = text.replace(documented, changed)
    return text


@contextmanager
def running(
    folder: Path, root: Path, *, upstream: int = 9, wrap: Sequence[str] = (), logs: bool = False
) -> Iterator[int]:
    """Run nginx on ``root``, which holds ``feeds/``; the port it listens on.

    ``folder`` is for its own files, ``access.log`` among them with ``logs``;
    ``wrap`` stands before the command.
    """
    with socket.create_server(("127.0.0.1", 0)) as found:
        port: int = found.getsockname()[1]
    (folder / "syndicate.conf").write_text(configuration(root, port, upstream))
    (folder / "nginx.conf").write_text(
        _MAIN.format(
            folder=folder,
            log=folder / "access.log" if logs else "off",
            modules=_loaded(),
            user=_user(),
        )
    )
    command = [*wrap, program() or "nginx", "-p", str(folder), "-c", str(folder / "nginx.conf")]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        _wait_for(port, process)
        yield port
    finally:
        process.terminate()
        process.communicate(timeout=30)


def complaints(folder: Path, root: Path) -> str:
    """What nginx has to say of the documented configuration before it runs: nothing."""
    (folder / "syndicate.conf").write_text(configuration(root, 8080, 9))
    (folder / "nginx.conf").write_text(
        _MAIN.format(folder=folder, log="off", modules=_loaded(), user=_user())
    )
    command = [program() or "nginx", "-q", "-t", "-p", str(folder)]
    done = subprocess.run(
        [*command, "-c", str(folder / "nginx.conf")], capture_output=True, text=True, check=False
    )
    return done.stderr


def _loaded() -> str:
    module = brotli_module()
    return f"load_module {module};" if module else ""


def _user() -> str:
    """As root nginx would give up its rights, and with them the folder."""
    return f"user {getpass.getuser()};" if os.geteuid() == 0 else ""


def _wait_for(port: int, process: subprocess.Popen[str]) -> None:
    while process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=5).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError(f"nginx ended: {process.communicate()[1]}")
