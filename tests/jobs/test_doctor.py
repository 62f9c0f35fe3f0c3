"""The doctor: what it finds on a real wire, and what it says to do."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from dataclasses import dataclass, field
from mailbox import Maildir
from pathlib import Path
from socket import gaierror

import pytest

from syndicate.config.load import load_config
from syndicate.jobs.doctor.case import Check, worst
from syndicate.jobs.doctor.examine import examine
from syndicate.jobs.doctor.ways import visit
from syndicate.jobs.nameserver import Dns
from syndicate.mail.dkim import load_key
from syndicate.mail.dkimkey import make_key, record
from syndicate.mail.records.names import UnansweredError
from syndicate.model.errors import UsageError
from tests.support import nameserver
from tests.support.authority import certified
from tests.support.filehost import file, moved
from tests.support.filehost import running as hosting
from tests.support.hub import closed_port
from tests.support.mailing import signing_key
from tests.support.nameserver import Zone
from tests.support.sites import Site, make_site
from tests.support.smtpd import Say, at
from tests.support.smtpd import running as mailing

ADDRESS = "192.0.2.25"
DOMAIN = "gazette.example"


@dataclass
class Web:
    """Stands for our own site as it is seen from outside."""

    health: tuple[int, str] = (200, "ok")
    unsubscribe: tuple[int, str] = (400, "an old link")
    fault: Exception | None = None
    asked: list[str] = field(default_factory=list)

    def __call__(self, method: str, url: str) -> tuple[int, str]:
        self.asked.append(f"{method} {url}")
        if self.fault is not None:
            raise self.fault
        return self.health if url.endswith("/healthz") else self.unsubscribe


@pytest.fixture
def zone() -> Iterator[Zone]:
    with nameserver.running() as running:
        yield running


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return make_site(tmp_path / "site")


@pytest.fixture
def key(site: Site) -> Path:
    signing_key(site.root)
    return site.root / "dkim.pem"


def settings(key: Path, *more: str) -> list[str]:
    return [
        f"mail.dkim.domain={DOMAIN}",
        "mail.dkim.selector=harbour",
        f"mail.dkim.key={key}",
        *more,
    ]


def well(zone: Zone, key: Path) -> None:
    """Everything as it should be."""
    zone.put(DOMAIN, "MX", f"10 mx.{DOMAIN}.")
    zone.text(DOMAIN, f"v=spf1 ip4:{ADDRESS} -all")
    zone.text(f"_dmarc.{DOMAIN}", "v=DMARC1; p=none")
    published = record("harbour", DOMAIN, load_key(key))
    zone.text(published.name, published.text)
    zone.put("25.2.0.192.in-addr.arpa", "PTR", f"out.{DOMAIN}.")
    zone.put(f"out.{DOMAIN}", "A", ADDRESS)


def examined(
    site: Site, zone: Zone, *overrides: str, web: Web | None = None, addresses=(ADDRESS,)
) -> dict[str, Check]:
    config = load_config(site.file, environment={}, overrides=overrides)
    found = examine(
        config, Dns(zone.server), addresses=addresses, visit=web if web is not None else Web()
    )
    return {check.name: check for check in found}


def levels(found: dict[str, Check]) -> dict[str, str]:
    return {name: check.level for name, check in found.items()}


def test_where_all_is_well_nothing_is_to_be_done(site: Site, zone: Zone, key: Path) -> None:
    well(zone, key)
    Maildir(site.root / "box")
    with mailing() as server:
        found = examined(
            site,
            zone,
            *settings(key, "mail.transport=smtp", "mail.smtp.host=127.0.0.1"),
            f"mail.smtp.port={server.port}",
            "mail.smtp.security=none",
            f"mail.bounces.maildir={site.root}/box",
        )
    assert set(levels(found).values()) == {"ok"}
    assert list(found) == [
        "sender",
        "SPF",
        "DKIM",
        "DMARC",
        "reverse name",
        "relay",
        "one-click",
        "postal address",
        "bounces",
    ]
    assert worst(found.values()) == "ok"


def test_a_domain_that_has_nothing_fails_everywhere(site: Site, zone: Zone, key: Path) -> None:
    found = examined(site, zone, *settings(key))
    failed = [name for name, check in found.items() if check.level == "fail"]
    assert failed == ["sender", "SPF", "DKIM", "DMARC", "reverse name"]
    assert all(found[name].way_out for name in failed)
    assert found["DKIM"].said == f"harbour._domainkey.{DOMAIN}: there is no record"


def test_a_silent_name_server_is_no_verdict(site: Site, zone: Zone, key: Path) -> None:
    zone.broken |= {DOMAIN, f"_dmarc.{DOMAIN}", f"harbour._domainkey.{DOMAIN}"}
    found = examined(site, zone, *settings(key))
    silent = [found[name] for name in ("sender", "SPF", "DKIM", "DMARC")]
    assert {(check.level, check.way_out) for check in silent} == {("warn", "try again")}


def test_an_address_that_may_not_send_fails(site: Site, zone: Zone, key: Path) -> None:
    well(zone, key)
    found = examined(site, zone, *settings(key), addresses=("192.0.2.99",))["SPF"]
    assert found.level == "fail"
    assert found.said == f"192.0.2.99 for {DOMAIN}: fail (-all)"


def test_a_relay_that_may_send_from_elsewhere_is_only_a_warning(
    site: Site, zone: Zone, key: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    well(zone, key)
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.215.14", 587))]
    monkeypatch.setattr("syndicate.jobs.doctor.domain.getaddrinfo", lambda *_: found)
    words = settings(key, "mail.transport=smtp", "mail.smtp.host=127.0.0.1")
    words.append(f"mail.smtp.port={closed_port()}")
    checked = examined(site, zone, *words, addresses=())
    assert (checked["SPF"].level, checked["relay"].level) == ("warn", "fail")
    assert "--address" in checked["SPF"].way_out
    assert "reverse name" not in checked


def test_without_an_address_spf_can_only_be_weighed(site: Site, zone: Zone, key: Path) -> None:
    well(zone, key)
    found = examined(site, zone, *settings(key), addresses=())["SPF"]
    assert (found.level, found.way_out) == ("warn", "say it with --address")


def test_a_record_that_takes_too_many_lookups_fails(site: Site, zone: Zone, key: Path) -> None:
    well(zone, key)
    zone.text(DOMAIN, "v=spf1 " + " ".join(f"include:i{n}.example" for n in range(11)) + " -all")
    for number in range(11):
        zone.text(f"i{number}.example", "v=spf1 -all")
    found = examined(site, zone, *settings(key))["SPF"]
    assert (found.level, found.said) == ("fail", "it takes more than 10 DNS lookups")


def test_the_envelope_sender_s_domain_is_what_spf_is_asked_for(
    site: Site, zone: Zone, key: Path
) -> None:
    well(zone, key)
    zone.text("returns.example", f"v=spf1 ip4:{ADDRESS} -all")
    found = examined(site, zone, *settings(key, "mail.bounces.address=back@returns.example"))
    assert "for returns.example" in found["SPF"].said


def test_another_key_in_the_dns_fails(site: Site, zone: Zone, key: Path) -> None:
    well(zone, key)
    other = site.root / "other.pem"
    other.write_bytes(make_key())
    other.chmod(0o600)
    zone.text(f"harbour._domainkey.{DOMAIN}", record("harbour", DOMAIN, load_key(other)).text)
    found = examined(site, zone, *settings(key))["DKIM"]
    assert found.level == "fail"
    assert "another key than the one we sign with" in found.said


def test_a_key_that_is_not_there_fails_with_the_way_out(site: Site, zone: Zone, key: Path) -> None:
    well(zone, key)
    key.unlink()
    found = examined(site, zone, *settings(key))["DKIM"]
    assert (found.level, found.way_out) == ("fail", "make one with: syndicate mail dkim-key")


def test_a_signature_of_another_domain_stands_for_nobody(site: Site, zone: Zone, key: Path) -> None:
    well(zone, key)
    zone.text(f"_dmarc.{DOMAIN}", "v=DMARC1; p=reject; adkim=s; aspf=s")
    site.file.write_text(site.file.read_text().replace("digest@gazette", "digest@news.gazette"))
    zone.put(f"news.{DOMAIN}", "MX", f"10 mx.{DOMAIN}.")
    zone.text(f"news.{DOMAIN}", f"v=spf1 ip4:{ADDRESS} -all")
    found = examined(site, zone, *settings(key))["DMARC"]
    assert (found.level, found.said) == (
        "warn",
        f"no signature stands for news.{DOMAIN}, the envelope sender alone does",
    )


@pytest.mark.parametrize(
    ("record", "level", "said"),
    [
        ("v=DMARC1; p=banana", "fail", "p=banana is none of none, quarantine, reject"),
        ("v=DMARC1", "fail", "it says no p, and names nobody in rua"),
        ("v=DMARC1; rua=mailto:a@gazette.example", "warn", "says no p, and is taken for p=none"),
    ],
)
def test_a_dmarc_record_that_says_nothing_of_use_is_not_well(
    site: Site, zone: Zone, key: Path, record: str, level: str, said: str
) -> None:
    well(zone, key)
    zone.text(f"_dmarc.{DOMAIN}", record)
    config = load_config(site.file, environment={}, overrides=settings(key))
    first, *more = [
        check
        for check in examine(config, Dns(zone.server), addresses=(ADDRESS,), visit=Web())
        if check.name == "DMARC"
    ]
    assert (first.level, said in first.said) == (level, True)
    assert first.way_out
    # Whether names align is only worth saying of a record that counts.
    assert [check.level for check in more] == ([] if level == "fail" else ["ok"])


def test_of_several_dmarc_records_one_is_to_be_left(site: Site, zone: Zone, key: Path) -> None:
    well(zone, key)
    zone.put(f"_dmarc.{DOMAIN}", "TXT", '"v=DMARC1; p=none"', '"v=DMARC1; p=reject"')
    found = examined(site, zone, *settings(key))["DMARC"]
    assert (found.level, found.said) == ("fail", f"there are 2 records at _dmarc.{DOMAIN}")
    assert found.way_out.startswith("leave one")


@pytest.mark.parametrize("addresses", [(), (ADDRESS,)])
def test_an_spf_record_that_can_t_be_read_to_its_end_is_to_be_read_again(
    site: Site, zone: Zone, key: Path, addresses: tuple[str, ...]
) -> None:
    well(zone, key)
    zone.text(DOMAIN, "v=spf1 include:relay.example -all")
    zone.broken.add("relay.example")
    found = examined(site, zone, *settings(key), addresses=addresses)["SPF"]
    assert (found.level, found.way_out) == ("warn", "try again")
    assert found.said.startswith("not known: relay.example: ")


def test_a_relay_that_takes_small_mails_only_is_warned_of(
    site: Site, zone: Zone, key: Path
) -> None:
    well(zone, key)
    with mailing(offers=("PIPELINING", "SIZE 60000")) as server:
        words = settings(key, "mail.transport=smtp", "mail.smtp.host=127.0.0.1")
        words += [f"mail.smtp.port={server.port}", "mail.smtp.security=none"]
        found = examined(site, zone, *words)["relay"]
    assert (found.level, "at most 60,000 octets" in found.said) == ("warn", True)


@pytest.mark.parametrize(
    ("answer", "level"),
    [("530 5.7.0 Authentication required", "fail"), ("451 4.3.0 Come again", "warn")],
)
def test_a_relay_that_takes_no_mail_from_the_sender_is_no_good(
    site: Site, zone: Zone, key: Path, answer: str, level: str
) -> None:
    well(zone, key)
    with mailing(at("mail", Say(answer))) as server:
        words = settings(key, "mail.transport=smtp", "mail.smtp.host=127.0.0.1")
        words += [f"mail.smtp.port={server.port}", "mail.smtp.security=none"]
        found = examined(site, zone, *words)["relay"]
    said = f"127.0.0.1:{server.port} takes no mail from digest@{DOMAIN}: {answer}"
    assert (found.level, found.said) == (level, said)
    # Nothing is sent, and it takes its leave.
    assert [each.partition(" ")[0] for each in server.commands] == ["EHLO", "MAIL", "QUIT"]


def test_a_name_that_leads_elsewhere_fails(site: Site, zone: Zone, key: Path) -> None:
    well(zone, key)
    zone.put(f"out.{DOMAIN}", "A", "192.0.2.77")
    found = examined(site, zone, *settings(key))["reverse name"]
    assert (found.level, found.said) == (
        "fail",
        f"{ADDRESS} is out.{DOMAIN}, which is another address",
    )


def test_a_null_mx_takes_no_mail(site: Site, zone: Zone, key: Path) -> None:
    well(zone, key)
    zone.put(DOMAIN, "MX", "0 .")
    zone.put(DOMAIN, "A", ADDRESS)
    assert examined(site, zone, *settings(key))["sender"].level == "fail"


def test_a_relay_with_a_certificate_that_does_not_fit_fails(
    site: Site, zone: Zone, key: Path, tmp_path: Path
) -> None:
    well(zone, key)
    served = certified(tmp_path / "tls", "mail.elsewhere.example")
    with mailing(tls=served.context) as server:
        found = examined(
            site,
            zone,
            *settings(key, "mail.transport=smtp", "mail.smtp.host=127.0.0.1"),
            f"mail.smtp.port={server.port}",
            f"mail.smtp.authority={served.authority}",
        )["relay"]
    assert found.level == "fail"
    assert "tls: IP address mismatch" in found.said


def test_an_outbox_is_no_relay(site: Site, zone: Zone, key: Path) -> None:
    found = examined(site, zone, *settings(key))["relay"]
    assert (found.level, found.way_out) == ("warn", 'to send it: [mail] transport = "smtp"')


@pytest.mark.parametrize(
    ("web", "said"),
    [
        (Web(unsubscribe=(301, "")), "follow no redirect"),
        (Web(unsubscribe=(502, "")), "answers 502"),
        (Web(health=(200, "<html>")), "not this program"),
        (Web(health=(404, "")), "not this program"),
        (Web(fault=ConnectionRefusedError(111, "Connection refused")), "connection refused"),
    ],
)
def test_a_one_click_address_that_can_t_be_posted_to_fails(
    site: Site, zone: Zone, key: Path, web: Web, said: str
) -> None:
    found = examined(site, zone, *settings(key), web=web)["one-click"]
    assert found.level == "fail"
    assert said in found.said


def test_a_site_without_an_address_is_told_to_publish_one(
    site: Site, zone: Zone, key: Path
) -> None:
    unnamed = Web(fault=gaierror(-2, "Name or service not known"))
    found = examined(site, zone, *settings(key), web=unnamed)["one-click"]
    assert (found.level, found.said) == (
        "fail",
        f"https://news.{DOMAIN}/: news.{DOMAIN} has no address",
    )
    assert found.way_out.startswith("publish an address record (A, AAAA)")
    # It has one, and this machine asks somebody who does not know.
    zone.put(f"news.{DOMAIN}", "A", "192.0.2.80")
    found = examined(site, zone, *settings(key), web=unnamed)["one-click"]
    assert (found.level, "192.0.2.80" in found.said) == ("warn", True)


def test_a_certificate_that_does_not_fit_is_told_of(site: Site, zone: Zone, key: Path) -> None:
    with pytest.raises(ssl.SSLError) as unfit:
        ssl.create_default_context(cadata="no certificate")
    found = examined(site, zone, *settings(key), web=Web(fault=unfit.value))["one-click"]
    assert found.level == "fail"
    assert "certificate" in found.way_out


def test_where_nobody_answers_the_address_is_not_known_either(
    site: Site, zone: Zone, key: Path
) -> None:
    zone.broken.add(f"news.{DOMAIN}")
    web = Web(fault=gaierror(-3, "Temporary failure in name resolution"))
    found = examined(site, zone, *settings(key), web=web)["one-click"]
    assert (found.level, found.way_out) == ("warn", "try again")
    assert found.said.startswith(f"not known: news.{DOMAIN}: ")


def test_the_one_click_address_is_only_looked_at(site: Site, zone: Zone, key: Path) -> None:
    web = Web()
    examined(site, zone, *settings(key), web=web)
    assert web.asked == [
        "GET https://news.gazette.example/healthz",
        "GET https://news.gazette.example/unsubscribe/doctor",
    ]


def test_one_click_needs_https(site: Site, zone: Zone, key: Path) -> None:
    found = examined(site, zone, *settings(key), "site.url=http://news.gazette.example/")
    assert found["one-click"].level == "fail"


def test_without_a_postal_address_it_fails(site: Site, zone: Zone, key: Path) -> None:
    found = examined(site, zone, *settings(key), "mail.postal_address=")["postal address"]
    assert (found.level, found.way_out) == ("fail", "give [mail] postal_address")


def test_where_nobody_reads_bounces_it_says_so(site: Site, zone: Zone, key: Path) -> None:
    assert examined(site, zone, *settings(key))["bounces"].level == "warn"
    hooked = examined(site, zone, *settings(key), "mail.webhooks.mailgun=x")
    assert hooked["bounces"].level == "ok"


def test_a_webhook_that_is_not_there_for_want_of_a_pair_is_named(
    site: Site, zone: Zone, key: Path
) -> None:
    found = examined(site, zone, *settings(key, "mail.webhooks.postmark=secret"))["bounces"]
    assert (found.level, "user:password" in found.said) == ("fail", True)


def test_a_maildir_for_bounces_that_is_not_there_fails(site: Site, zone: Zone, key: Path) -> None:
    box = site.root / "box"
    configured = (*settings(key), f"mail.bounces.maildir={box}")
    found = examined(site, zone, *configured)["bounces"]
    assert (found.level, str(box) in found.said) == ("fail", True)
    Maildir(box)
    assert examined(site, zone, *configured)["bounces"].level == "ok"


def test_a_visit_follows_no_redirect() -> None:
    with hosting() as host:
        host.paths["/healthz"] = file(b"ok", "text/plain")
        host.paths["/old"] = moved(host.url("/healthz"))
        assert visit("GET", host.url("/healthz")) == (200, "ok")
        assert visit("GET", host.url("/old"))[0] == 302


def test_the_dns_joins_strings_and_orders_mail_servers(zone: Zone) -> None:
    zone.text("long.example", "x" * 600)
    zone.put("long.example", "MX", "20 second.example.", "10 first.example.")
    zone.put("long.example", "AAAA", "2001:db8::1")
    dns = Dns(zone.server)
    assert dns.texts("long.example") == ("x" * 600,)
    assert dns.exchanges("long.example") == ("first.example", "second.example")
    assert dns.addresses("long.example") == ("2001:db8::1",)
    assert dns.texts("nothing.example") == ()


@pytest.mark.parametrize("name", ["broken.example", "a..b", f"{'a' * 70}.example"])
def test_what_can_t_be_asked_is_unanswered(zone: Zone, name: str) -> None:
    zone.broken.add("broken.example")
    with pytest.raises(UnansweredError):
        Dns(zone.server).texts(name)


def test_a_name_server_is_an_address() -> None:
    with pytest.raises(UsageError, match=r"name server ns\.example: not an address"):
        Dns("ns.example")
