"""The whole way of an edition: ``serve`` makes it, mails it by a real Postfix, lets one leave.

The sample newsroom, in English and in Chinese, into a maildir; judged there by
dkimpy, OpenDKIM and SpamAssassin, and left with curl, as a mailbox does it.
"""

from __future__ import annotations

import email
import email.policy
import re
import shutil
import subprocess
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import dkim
import pytest

from syndicate.mail.dkim import load_key
from syndicate.mail.dkimkey import record
from tests.conftest import missing
from tests.e2e.serving import Serving, serving, until
from tests.support import postfix
from tests.support.mailing import signing_key
from tests.support.sites import Site

ROOT = Path(__file__).parents[2]
DOMAIN = "news.saltmarrow.example"
Arrived = tuple[Serving, Site, list[bytes]]
READERS = {"nell@tide.example": "weekly", "lin@tide.example": "weekly-zh"}
MAIL = """
[mail.smtp]
host = "127.0.0.1"
port = {port}
security = "none"

[mail.dkim]
domain = "{domain}"
selector = "digest"
key = "dkim.pem"
"""


@pytest.fixture(scope="module")
def arrived(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[Serving, Site, list[bytes]]]:
    """A running ``serve`` and what its first editions have brought into the maildir."""
    if postfix.why_not():
        missing("postfix", postfix.why_not())
    root = tmp_path_factory.mktemp("sample")
    shutil.copytree(ROOT / "examples", root / "examples")
    signing_key(root)
    with postfix.running("tide.example") as server:
        told = (
            (ROOT / "config.toml").read_text().replace('transport = "file"', 'transport = "smtp"')
        )
        mail = MAIL.format(port=server.port, domain=DOMAIN)
        (root / "config.toml").write_text(told.replace("[web]\n", f"{mail}\n[web]\n", 1))
        site = Site(root)
        for address, newsletter in READERS.items():
            site.run("subscribers", "add", address, "--newsletter", newsletter, "--confirmed")
        with serving(site) as serve:
            yield serve, site, server.arrived(len(READERS), seconds=120)
            assert serve.stop() == 0
        assert "Traceback" not in serve.said


def read(data: bytes) -> EmailMessage:
    found = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(found, EmailMessage)
    return found


def test_each_reader_gets_one_mail_in_their_language(arrived) -> None:
    subjects = {read(data)["To"]: str(read(data)["Subject"]) for data in arrived[2]}
    assert subjects.keys() == READERS.keys()
    assert subjects["nell@tide.example"] == "The sea stopped a hand’s width below the quay"
    assert subjects["lin@tide.example"] == "海水停在石阶下一掌宽处"


def test_dkimpy_verifies_what_arrived(arrived, tmp_path: Path) -> None:
    published = record("digest", DOMAIN, load_key(arrived[1].root / "dkim.pem"))

    def dns(name: bytes, timeout: int = 5) -> bytes | None:
        return published.text.encode() if name.decode().rstrip(".") == published.name else None

    assert [dkim.verify(data, dnsfunc=dns) for data in arrived[2]] == [True, True]


def test_opendkim_verifies_what_arrived(arrived, tmp_path: Path) -> None:
    if shutil.which("opendkim") is None:
        missing("opendkim", "install Debian's package opendkim")
    published = record("digest", DOMAIN, load_key(arrived[1].root / "dkim.pem"))
    (tmp_path / "keys").write_text(f"{published.name} {published.text}\n")
    (tmp_path / "conf").write_text(
        f"Mode v\nTestPublicKeys {tmp_path}/keys\nTemporaryDirectory {tmp_path}\n"
    )
    for data in arrived[2]:
        (tmp_path / "mail.eml").write_bytes(data)
        done = subprocess.run(
            ["opendkim", "-x", tmp_path / "conf", "-v", "-v", "-t", tmp_path / "mail.eml"],
            capture_output=True,
            text=True,
            check=True,
        )
        assert "dkim=pass" in done.stdout


def test_spamassassin_finds_little_to_complain_about_in_what_arrived(arrived, tmp_path) -> None:
    if shutil.which("spamassassin") is None:
        missing("spamassassin", "install Debian's package spamassassin")
    for data in arrived[2]:
        done = subprocess.run(
            ["spamassassin", "--local", "--nocreate-prefs", "--test-mode"],
            input=data,
            capture_output=True,
            check=True,
            env={"HOME": str(tmp_path), "PATH": "/usr/bin:/bin:/usr/sbin:/sbin"},
        )
        said = done.stdout.decode(errors="replace")
        report = said[said.rindex("Content analysis details:") :]
        points = re.search(r"\((-?[\d.]+) points", report)
        assert points is not None, report
        assert float(points[1]) < 2.0, report


def test_one_click_works_with_curl(arrived) -> None:
    """The last of all: it changes what the others look at."""
    if shutil.which("curl") is None:
        missing("curl", "install Debian's package curl")
    serve, site, mails = arrived
    message = read(next(data for data in mails if b"nell@tide.example" in data))
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    address = re.fullmatch(r"<(\S+?)>", message["List-Unsubscribe"])
    assert address is not None
    here = address[1].replace(f"https://{DOMAIN}/", serve.url)
    words = ["curl", "--silent", "--show-error", "--output", "/dev/null"]
    words += ["--write-out", "%{http_code} %{num_redirects}"]
    words += ["--data", "List-Unsubscribe=One-Click", here]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    assert done.stdout == "200 0"
    shown = site.run("subscribers", "show", "nell@tide.example").stdout
    assert re.search(r"^weekly +ended", shown, re.MULTILINE), shown
    until(lambda: site.run("mail", "status", "weekly").stdout.count("done"))
