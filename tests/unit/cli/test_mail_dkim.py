"""``mail dkim-key``: a key that only we can read, and a record that verifies what it signs."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import dkim
import pytest
from click.testing import CliRunner, Result

from syndicate.cli.context import Context
from syndicate.cli.mail_dkim import dkim_key
from tests.support.sites import Site, make_site


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return make_site(tmp_path / "site")


def run(site: Site, *words: str) -> Result:
    context = Context(str(site.file))
    return CliRunner().invoke(dkim_key, words, obj=context, standalone_mode=False)


def test_the_key_is_for_nobody_else_to_read(site: Site) -> None:
    run(site, "--selector", "harbour")
    key = site.root / "data/secrets/dkim-harbour.pem"
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert key.read_text().startswith("-----BEGIN PRIVATE KEY-----")


def test_the_record_is_printed_in_strings_that_the_dns_can_hold(site: Site) -> None:
    lines = run(site, "--selector", "harbour").stdout.splitlines()
    record = lines[2]
    assert record.startswith('harbour._domainkey.gazette.example. IN TXT "v=DKIM1; k=rsa; p=')
    assert [len(string) <= 255 for string in record.split('"')[1::2]] == [True, True]
    assert lines[4:] == [
        "[mail.dkim]",
        'domain = "gazette.example"',
        'selector = "harbour"',
        'key = "data/secrets/dkim-harbour.pem"',
    ]


def test_the_record_verifies_what_the_key_signs(site: Site) -> None:
    told = json.loads(run(site, "--selector", "harbour", "--json").stdout)
    mail = b"From: a@gazette.example\r\nSubject: x\r\n\r\nbody\r\n"
    key = Path(told["file"]).read_bytes()
    signature = dkim.sign(mail, b"harbour", b"gazette.example", key)
    assert dkim.verify(signature + mail, dnsfunc=lambda *_, **__: told["text"].encode())
    assert "".join(told["strings"]) == told["text"]


def test_a_key_is_never_overwritten_and_its_record_printed_once_more(site: Site) -> None:
    first = run(site, "--selector", "harbour").stdout
    key = (site.root / "data/secrets/dkim-harbour.pem").read_bytes()
    second = run(site, "--selector", "harbour").stdout
    assert (site.root / "data/secrets/dkim-harbour.pem").read_bytes() == key
    assert second == first.replace("made ", "kept ", 1)


def test_a_second_key_is_of_the_other_kind(site: Site) -> None:
    done = run(site, "--ed25519", "--selector", "tide", "--out", str(site.root / "keys/ed.pem"))
    assert 'tide._domainkey.gazette.example. IN TXT "v=DKIM1; k=ed25519; p=' in done.stdout
    assert 'ed25519_selector = "tide"' in done.stdout


def test_a_key_of_the_other_kind_stays_as_it_is(site: Site) -> None:
    run(site, "--selector", "harbour")
    done = run(site, "--ed25519", "--out", str(site.root / "data/secrets/dkim-harbour.pem"))
    assert "is an RSA key, and stays as it is" in str(done.exception)


def test_a_file_that_is_no_key_stays_as_it_is(site: Site) -> None:
    (site.root / "note.pem").write_text("a note")
    (site.root / "note.pem").chmod(0o600)
    done = run(site, "--out", str(site.root / "note.pem"))
    assert "not an unencrypted PEM key" in str(done.exception)
    assert (site.root / "note.pem").read_text() == "a note"


@pytest.mark.parametrize("selector", ["a b", "-a", "ä", 'a"; x', "a..b", "a."])
def test_a_selector_is_a_name_in_the_dns(site: Site, selector: str) -> None:
    assert "is no name in the DNS" in str(run(site, "--selector", selector).exception)
    assert list(site.root.glob("*.pem")) == []
