"""Letters: mails to one person about their own subscription, none lost and none twice."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import dkim
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)
from sqlalchemy import select

from syndicate.jobs import letters as sending
from syndicate.jobs.audience import leaving, rights
from syndicate.jobs.audience.signup import send_link
from syndicate.jobs.delivery.control import release_domain
from syndicate.jobs.letters import send_due
from syndicate.jobs.press import Press
from syndicate.jobs.variants import verp_of
from syndicate.mail.verp import Returned
from syndicate.store import domains, suppressions
from syndicate.store.domains import Domain
from syndicate.store.letters import Letter
from syndicate.store.schema import letters as letters_table
from syndicate.store.schema import runs as runs_table
from tests.support import smtpd
from tests.support.audience import (
    NELL,
    NOW,
    after,
    ask,
    fingerprint,
    queued,
    readers_site,
    request,
    rows,
    subscribe,
    token,
)
from tests.support.reception import part, paths, read_mail
from tests.support.sites import Site


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return readers_site(tmp_path, "sqlite:///data/store.db")


def outbox(press: Press) -> list:
    return [read_mail(each) for each in sorted((press.config.mail.outbox / "letters").glob("*"))]


@contextmanager
def posting(site: Site, *orders: smtpd.Order, **settings) -> Iterator[tuple[smtpd.Smtpd, list]]:
    """A mail server, and the settings by which a press sends to it."""
    with smtpd.running(*orders, **settings) as server:
        yield (
            server,
            [
                "mail.transport=smtp",
                "mail.smtp.host=127.0.0.1",
                f"mail.smtp.port={server.port}",
                "mail.smtp.security=none",
            ],
        )


def test_told_to_stop_a_letter_that_nobody_has_heard_of_waits_for_the_next_start(site):
    stops = []

    def mute(moment):
        stops.append(moment)
        return smtpd.Wait(forever=True)

    with posting(site, mute) as (server, overrides):
        with site.press(*overrides) as press:
            ask(press)
            press = replace(press, stopping=lambda: bool(stops))
            report = send_due(press)
            assert (report.put_off, report.warnings) == (1, [])
            (letter,) = queued(press)
            assert (letter.attempts, letter.due <= press.clock()) == (0, True)
        stops.clear()
        server.orders.clear()
        with site.press(*overrides) as press:
            assert send_due(press).sent == 1


def test_a_letter_goes_where_the_transport_puts_it(site):
    with site.press() as press:
        ask(press)
        report = send_due(press)
        (mail,) = outbox(press)
        assert (report.sent, report.summary()["sent"]) == (1, 1)
        assert [str(each) for each in mail.get_all("To")] == [NELL]
        assert mail["From"] == "The Test Gazette <digest@gazette.example>"
        assert mail["Auto-Submitted"] == "auto-generated"
        assert mail["Message-ID"] == queued(press)[0].message_id
        assert "List-Unsubscribe" not in mail
        assert queued(press)[0].state == "sent"


def test_nothing_is_recorded_where_nothing_is_due(site):
    with site.press() as press:
        before = rows(press, runs_table)
        assert send_due(press).summary() == {"sent": 0, "put off": 0, "failed": 0, "expired": 0}
        assert rows(press, runs_table) == before


def test_a_second_run_sends_nothing(store_url, tmp_path):
    site = readers_site(tmp_path, store_url)
    with posting(site) as (server, overrides), site.press(*overrides) as press:
        ask(press)
        send_due(press)
        assert send_due(press).sent == 0
        assert len(server.accepted) == 1
        assert server.faults == []


def test_its_envelope_says_which_letter_comes_back(site):
    with posting(site) as (server, overrides), site.press(*overrides) as press:
        ask(press)
        send_due(press)
        (letter,) = queued(press)
        assert verp_of(press).read(server.accepted[0].sender) == Returned("letter", letter.id)


def test_a_letter_is_signed_like_every_mail(site, tmp_path):
    key = rsa.generate_private_key(65537, 2048)
    file = tmp_path / "dkim.pem"
    file.touch(0o600)
    file.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    public = b64encode(
        key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    )
    signing = ["mail.dkim.domain=gazette.example", "mail.dkim.selector=k1", f"mail.dkim.key={file}"]
    with posting(site) as (server, overrides), site.press(*overrides, *signing) as press:
        ask(press, language="zh")
        send_due(press)
    record = b"v=DKIM1; k=rsa; p=" + public
    assert dkim.verify(server.accepted[0].data, dnsfunc=lambda name, timeout=5: record)


def test_many_letters_go_over_one_connection(site):
    with posting(site) as (server, overrides), site.press(*overrides) as press:
        for number in range(15):
            ask(press, f"reader{number}@quay{number}.example")
        assert send_due(press).sent == 15
        assert server.connections == 1


def test_the_confirmation_says_what_for_and_leads_to_the_button(site):
    with site.press() as press:
        ask(press, NELL, "weekly", "monthly")
        send_due(press)
        (mail,) = outbox(press)
        for kind in ("plain", "html"):
            text = part(mail, kind)
            assert "The Test Week" in text
            assert "The Test Month" in text
            assert "Every Monday at 08:00" in text
            assert "do nothing, and nothing will come" in text
            assert "1 Trial Street, Testing" in text
        assert paths(mail) == [f"confirm/{token(press, 'confirm', 'weekly', 'monthly')}", ""]


def test_the_link_to_the_preferences_is_sent_to_whoever_asks_for_theirs(site):
    with site.press() as press:
        subscribe(press)
        send_link(press, request())
        send_due(press)
        (mail,) = [each for each in outbox(press) if "preferences" in each["Subject"]]
        assert paths(mail, "preferences") == [f"preferences/{token(press)}"]


def test_a_letter_in_chinese(site):
    with site.press() as press:
        ask(press, language="zh")
        send_due(press)
        (mail,) = outbox(press)
        assert mail["Subject"] == "请确认订阅《The Test Week》"
        assert "还差一步" in part(mail, "plain")
        assert '<html lang="zh"' in part(mail, "html")


def test_an_address_outside_ascii_is_written_as_servers_want_it(site):
    with site.press() as press:
        ask(press, "nell@hafen-straße.example")
        send_due(press)
        (mail,) = outbox(press)
        assert str(mail["To"]).isascii()
        assert str(mail["To"]).startswith("nell@xn--")


def test_a_server_that_is_away_is_asked_again(site):
    with site.press(
        "mail.transport=smtp",
        "mail.smtp.host=127.0.0.1",
        "mail.smtp.port=9",
        "mail.smtp.security=none",
    ) as press:
        ask(press)
        report = send_due(press)
        assert (report.sent, report.put_off) == (0, 1)
        assert report.warnings
        (letter,) = queued(press)
        assert letter.state == "queued"
        assert letter.due >= NOW + timedelta(minutes=5)
    with posting(site) as (server, overrides), after(site, *overrides, minutes=10) as press:
        assert send_due(press).sent == 1
        assert server.message_ids == [letter.message_id]


def everybodys(press: Press) -> list[Letter]:
    with press.store.read() as connection:
        return [Letter(*row) for row in connection.execute(select(letters_table))]


def many(press: Press, number: int = 45) -> None:
    for each in range(number):
        ask(press, f"reader{each}@quay{each}.example")


@pytest.mark.parametrize("stage", ["banner", "mail"])
def test_where_none_can_be_sent_all_wait_and_none_has_failed(store_url, tmp_path, stage):
    site = readers_site(tmp_path, store_url)
    refusing = smtpd.at(stage, smtpd.Say("550 5.7.1 Not this sender"))
    with posting(site, refusing) as (server, overrides):
        with site.press(*overrides) as press:
            many(press)
            report = send_due(press)
            (warning,) = report.warnings
            assert "550 5.7.1 Not this sender" in warning
            assert (report.failed, report.put_off) == (0, 45)
            found = everybodys(press)
            assert {(row.state, row.attempts) for row in found} == {("queued", 0)}
            assert {row.due for row in found} == {NOW + timedelta(minutes=5)}
            assert "5.7.1" in queued(press, "reader0@quay0.example")[0].reply
            tried = len(server.commands)
            # One letter was enough to find out.
            assert sum(each.startswith("MAIL") for each in server.commands) <= 1
            assert send_due(press).put_off == 0
            assert len(server.commands) == tried
        server.orders.clear()
        with after(site, *overrides, minutes=5) as press:
            assert (send_due(press).sent, send_due(press).sent) == (45, 0)
        assert len(set(server.message_ids)) == len(server.message_ids) == 45


def test_a_server_that_refuses_us_is_passed_over_for_one_that_does_not(site):
    refusing = smtpd.at("mail", smtpd.Say("530 5.7.0 No account"))
    with smtpd.running() as second, posting(site, refusing) as (first, overrides):
        with site.file.open("a") as file:
            file.write(
                '\n[[mail.relays]]\nname = "second"\nhost = "127.0.0.1"\n'
                f'port = {second.port}\nsecurity = "none"\n'
            )
        with site.press(*overrides) as press:
            many(press)
            report = send_due(press)
            assert (report.sent, report.put_off, report.warnings) == (45, 0, [])
            assert {row.attempts for row in everybodys(press)} == {1}
    assert (len(first.accepted), len(second.accepted)) == (0, 45)


def test_where_one_server_is_away_and_the_other_refuses_us_all_wait(site):
    refusing = smtpd.at("mail", smtpd.Say("530 5.7.0 No account"))
    with posting(site, refusing) as (_, overrides):
        with site.file.open("a") as file:
            file.write(
                '\n[[mail.relays]]\nname = "second"\nhost = "127.0.0.1"\nport = 9\n'
                'security = "none"\n'
            )
        with site.press(*overrides) as press:
            many(press, 3)
            report = send_due(press)
            assert (report.failed, report.put_off) == (0, 3)
            assert "530 5.7.0 No account; mend sender or account" in report.warnings[0]


def test_a_letter_that_is_refused_for_our_fault_waits_and_stops_no_other(store_url, tmp_path):
    site = readers_site(tmp_path, store_url)
    unwanted = smtpd.Say("550 5.7.1 Your mail is unwanted here")
    refusing = smtpd.at("rcpt", unwanted, recipient="first@quay.example", times=(1,))
    with posting(site, refusing) as (server, overrides):
        with site.press(*overrides) as press:
            ask(press, "first@quay.example")
            report = send_due(press)
            (warning,) = report.warnings
            assert warning.startswith("a letter to quay.example waits: 550 5.7.1")
            ask(press, "second@quay.example")
            report = send_due(press)
            assert (report.sent, report.put_off, report.failed) == (1, 0, 0)
        with after(site, *overrides, hours=1) as press:
            assert send_due(press).sent == 1
    assert len(server.accepted) == 2


def test_a_domain_that_is_held_gets_no_letters(store_url, tmp_path):
    site = readers_site(tmp_path, store_url)
    with posting(site) as (server, overrides):
        with site.press(*overrides) as press:
            held = Domain("quay.example", held=press.clock(), reason="550 5.7.1 unwanted")
            with press.store.write() as connection:
                domains.write(connection, [held], now=press.clock())
            ask(press, "second@quay.example")
            ask(press, "third@cove.example")
            report = send_due(press)
            assert (report.sent, report.put_off, report.failed) == (1, 1, 0)
            assert queued(press, "second@quay.example")[0].attempts == 0
        with after(site, *overrides, hours=1) as press:
            assert send_due(press).sent == 0
            release_domain(press, "quay.example")
        with after(site, *overrides, hours=2) as press:
            assert send_due(press).sent == 1
    assert len(server.accepted) == 2


def test_a_refusal_after_some_have_gone_is_of_the_rest(site):
    """A limit for the day: what was taken is sent, and the others wait."""
    limit = smtpd.at("mail", smtpd.Say("550 5.4.5 Daily limit"), mails=2)
    with posting(site, limit) as (server, overrides):
        with site.press(*overrides) as press:
            many(press, 7)
            report = send_due(press)
            assert (report.sent, report.failed, report.put_off) == (2, 0, 5)
        server.orders.clear()
        with after(site, *overrides, minutes=5) as press:
            assert send_due(press).sent == 5
    assert len(set(server.message_ids)) == len(server.message_ids) == 7


def test_a_server_that_says_later_is_asked_later(site):
    with posting(site, smtpd.greylisting()) as (server, overrides):
        with site.press(*overrides) as press:
            ask(press)
            assert send_due(press).put_off == 1
            assert send_due(press).put_off == 0
        with after(site, *overrides, minutes=10) as press:
            assert send_due(press).sent == 1
    assert len(server.accepted) == 1


def test_an_address_that_a_server_refuses_is_given_up_and_the_next_goes_on(site):
    refusing = smtpd.refusing(NELL, "550 5.1.1 No such user")
    with posting(site, refusing) as (server, overrides), site.press(*overrides) as press:
        ask(press)
        ask(press, "ida@quay.example")
        report = send_due(press)
        assert (report.sent, report.failed) == (1, 1)
        (letter,) = queued(press)
        assert (letter.state, letter.code) == ("failed", 550)
        assert "5.1.1" in letter.reply
        assert server.recipients == ["ida@quay.example"]


@pytest.mark.parametrize("stage", ["mail", "data", "dot", "answered"])
def test_a_connection_that_is_lost_loses_no_letter(site, stage):
    lost = smtpd.at(stage, smtpd.Drop(), recipient="" if stage == "mail" else NELL, times=[1])
    with posting(site, lost) as (server, overrides):
        with site.press(*overrides) as press:
            ask(press)
            ask(press, "ida@quay.example")
            send_due(press)
        with after(site, *overrides, minutes=20) as press:
            send_due(press)
            assert [each.state for each in queued(press)] == ["sent"]
    assert sorted(set(server.recipients)) == sorted([NELL, "ida@quay.example"])


def test_the_same_letter_is_the_same_mail_each_time(site):
    lost = smtpd.at("recorded", smtpd.Drop(), times=[1])
    with posting(site, lost) as (server, overrides):
        with site.press(*overrides) as press:
            ask(press)
            assert send_due(press).put_off == 1
        with after(site, *overrides, minutes=20) as press:
            assert send_due(press).sent == 1
    first, second = server.accepted
    assert first.data == second.data


def test_a_letter_that_would_come_too_late_is_not_sent(site):
    with site.press() as press:
        ask(press)
    with after(site, days=8) as press:
        report = send_due(press)
        assert (report.sent, report.expired) == (0, 1)
        assert outbox(press) == []


def test_who_was_erased_meanwhile_gets_no_letter(site):
    with site.press() as press:
        subscribe(press)
        send_link(press, request())
        rights.erase(press, token(press))
        assert send_due(press).sent == 0
        assert outbox(press) == []


def test_who_has_left_everything_meanwhile_gets_no_letter(site):
    with site.press() as press:
        subscribe(press)
        send_link(press, request())
        leaving.leave(press, token(press))
        assert send_due(press).sent == 0


@pytest.mark.parametrize("reason", ["bounced", "complained", "operator"])
def test_an_address_that_must_not_be_mailed_meanwhile_gets_no_letter(site, reason):
    with site.press() as press:
        ask(press)
        with press.store.write() as connection:
            suppressions.add(connection, fingerprint(press), "", reason, since=NOW)
        report = send_due(press)
        assert (report.sent, report.failed) == (0, 1)
        assert reason in queued(press)[0].reply
        assert outbox(press) == []


def test_a_letter_for_what_is_no_longer_offered_is_given_up(site, tmp_path):
    with site.press() as press:
        ask(press, NELL, "monthly")
    without = site.file.read_text().replace('name = "monthly"', 'name = "yearly"')
    site.file.write_text(without)
    with site.press() as press:
        assert send_due(press).failed == 1
        assert "offered no more" in queued(press)[0].reply


def test_a_letter_to_somebody_erased_on_its_way_stays_nowhere(site, monkeypatch):
    deliver = sending._deliver

    async def erased_meanwhile(*given):
        rights.erase(press, token(press))
        await deliver(*given)

    with site.press() as press:
        ask(press)
        monkeypatch.setattr(sending, "_deliver", erased_meanwhile)
        assert send_due(press).sent == 1
        assert outbox(press) == []
