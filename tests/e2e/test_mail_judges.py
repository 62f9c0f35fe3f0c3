"""What others say of our mail: OpenDKIM of its signature, SpamAssassin of how it looks."""

import re
import shutil
import subprocess

import pytest

from tests.conftest import missing
from tests.unit.mail.keys import published, signer
from tests.unit.mail.mailing import composer, reader

LANGUAGES = ["english", "chinese"]


def mail(language):
    return composer(language, [signer()]).compose(reader()).data


@pytest.fixture
def opendkim(tmp_path):
    """Its verdict on a mail, with our key in place of the DNS's."""
    if shutil.which("opendkim") is None:
        missing("opendkim", "install Debian's package opendkim")
    (tmp_path / "keys").write_text(f"{published().name} {published().text}\n")
    (tmp_path / "conf").write_text(
        f"Mode v\nTestPublicKeys {tmp_path}/keys\nTemporaryDirectory {tmp_path}\n"
    )

    def judge(data):
        (tmp_path / "mail.eml").write_bytes(data)
        done = subprocess.run(
            ["opendkim", "-x", tmp_path / "conf", "-v", "-v", "-t", tmp_path / "mail.eml"],
            capture_output=True,
            text=True,
            check=True,
        )
        return re.search(r"dkim=(\w+)", done.stdout)[1]

    return judge


@pytest.mark.parametrize("language", LANGUAGES)
def test_opendkim_believes_our_signature(opendkim, language):
    assert opendkim(mail(language)) == "pass"


def test_opendkim_does_not_believe_a_one_click_address_put_in_front(opendkim):
    assert opendkim(b"List-Unsubscribe: <https://x.example/>\r\n" + mail("english")) == "fail"


@pytest.mark.parametrize("language", LANGUAGES)
def test_spamassassin_finds_little_to_complain_about(tmp_path, language):
    """Two is what the project allows itself; SpamAssassin's own bound is five."""
    if shutil.which("spamassassin") is None:
        missing("spamassassin", "install Debian's package spamassassin")
    done = subprocess.run(
        ["spamassassin", "--local", "--nocreate-prefs", "--test-mode"],
        input=mail(language),
        capture_output=True,
        check=True,
        env={"HOME": str(tmp_path), "PATH": "/usr/bin:/bin:/usr/sbin:/sbin"},
    )
    said = done.stdout.decode(errors="replace")
    report = said[said.rindex("Content analysis details:") :]
    assert float(re.search(r"\((-?[\d.]+) points", report)[1]) < 2.0, report
