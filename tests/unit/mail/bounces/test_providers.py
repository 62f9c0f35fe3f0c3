"""Providers' webhooks: what they say, and that nobody else can say it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndicate.config.mail import Webhooks
from syndicate.mail.bounces.providers.call import Call, Heard, NotGenuineError, Surroundings
from syndicate.mail.bounces.providers.registry import PROVIDERS
from syndicate.mail.verp import Returned
from syndicate.model.errors import BounceError, ConfigurationError
from tests.support import webhooks
from tests.support.webhooks import NOW, sample

SEVENTH = Returned("delivery", 7)


def reads(address: str) -> Returned | None:
    return SEVENTH if address == "bounce+token7@saltmarrow.example" else None


def fetch(url: str) -> bytes:
    assert url == webhooks.CERTIFICATE_URL
    return webhooks.certificate()


def around(**secrets) -> Surroundings:
    return Surroundings(Webhooks(**{**webhooks.secrets(), **secrets}), reads, NOW, fetch)


def hear(provider: str, call: Call, **secrets) -> Heard:
    return PROVIDERS[provider].hear(call, around(**secrets))


def told(heard: Heard) -> list[tuple]:
    found = [finding for report in heard.reports for finding in report.findings]
    return [
        (each.kind, each.status, each.returned, each.message_id, each.address) for each in found
    ]


def tampered(call: Call, old: bytes, new: bytes) -> Call:
    assert old in call.body
    return replace(call, body=call.body.replace(old, new))


@pytest.mark.parametrize("version", ["1", "2"])
def test_ses_tells_of_a_bounce_in_either_version_of_signatures(version: str) -> None:
    assert told(hear("ses", webhooks.ses(sample("ses-bounce"), version=version))) == [
        ("hard", "5.1.1", SEVENTH, "<e4.7@saltmarrow.example>", "ida@quayside.example")
    ]


def test_ses_tells_of_a_complaint() -> None:
    assert told(hear("ses", webhooks.ses(sample("ses-complaint"), Subject="Complaint"))) == [
        ("complaint", "", None, "<e4.8@saltmarrow.example>", "fang@lanterns.example")
    ]


@pytest.mark.parametrize(
    ("kind", "subtype", "expected"),
    [
        ("Permanent", "NoEmail", "hard"),
        ("Permanent", "General", "soft"),
        ("Permanent", "OnAccountSuppressionList", "hard"),
        ("Transient", "MailboxFull", "soft"),
        ("Transient", "ContentRejected", "ours"),
        # So it calls "out of office", which comes with no report and hence no status.
        ("Transient", "General", "other"),
        ("Undetermined", "Undetermined", "other"),
    ],
)
def test_where_ses_knows_no_status_its_own_types_count(
    kind: str, subtype: str, expected: str
) -> None:
    event = sample("ses-bounce")
    event["bounce"] |= {
        "bounceType": kind,
        "bounceSubType": subtype,
        "bouncedRecipients": [{"emailAddress": "ida@quayside.example"}],
    }
    assert told(hear("ses", webhooks.ses(event)))[0][0] == expected


def test_what_ses_calls_general_counts_where_a_server_said_why() -> None:
    event = sample("ses-bounce")
    event["bounce"] |= {"bounceType": "Transient", "bounceSubType": "General"}
    event["bounce"]["bouncedRecipients"][0] |= {"status": "4.4.7", "diagnosticCode": "expired"}
    assert told(hear("ses", webhooks.ses(event)))[0][:2] == ("soft", "4.4.7")


def test_a_time_before_all_times_is_none() -> None:
    event = sample("postmark-bounce") | {"BouncedAt": "0001-01-01T00:00:00+14:00"}
    (report,) = hear("postmark", webhooks.postmark(event)).reports
    assert report.findings[0].at is None


def test_a_subscription_of_our_topic_is_to_be_confirmed() -> None:
    visit = hear("ses", webhooks.subscription()).visit
    assert visit.startswith("https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription")


def test_somebody_else_s_topic_is_neither_believed_nor_confirmed() -> None:
    other = "arn:aws:sns:eu-west-1:999999999999:anybody"
    for call in (
        webhooks.subscription(other),
        webhooks.ses(sample("ses-bounce"), topic=other),
    ):
        with pytest.raises(NotGenuineError, match="not of a topic"):
            hear("ses", call)


@pytest.mark.parametrize(
    "url",
    [
        "http://sns.eu-west-1.amazonaws.com/a.pem",
        "https://sns.eu-west-1.amazonaws.com.evil.example/a.pem",
        "https://evil.example/sns.eu-west-1.amazonaws.com/a.pem",
        "https://sns.eu-west-1.amazonaws.com@evil.example/a.pem",
        "https://sns.eu-west-1.amazonaws.com:8443/a.pem",
        "https://s3.eu-west-1.amazonaws.com/a.pem",
        "https://sns.evil.example/a.pem",
        "https://[sns/a.pem",
        "",
    ],
)
def test_a_certificate_is_fetched_from_amazon_alone(url: str) -> None:
    with pytest.raises(NotGenuineError, match="not Amazon's"):
        hear("ses", webhooks.ses(sample("ses-bounce"), SigningCertURL=url))


def test_a_subscription_leads_to_amazon_alone() -> None:
    call = webhooks.ses(
        "x", kind="SubscriptionConfirmation", Token="t", SubscribeURL="https://evil.example/"
    )
    with pytest.raises(NotGenuineError, match="not Amazon's"):
        hear("ses", call)


def test_a_changed_sns_message_is_not_genuine() -> None:
    call = webhooks.ses(sample("ses-bounce"))
    with pytest.raises(NotGenuineError, match="signature"):
        hear("ses", tampered(call, b"ida@quayside", b"tom@quayside"))


def test_a_certificate_that_has_ended_is_not_believed() -> None:
    late = replace(around(), fetch=lambda _: webhooks.certificate(NOW - timedelta(days=1)))
    with pytest.raises(NotGenuineError, match="not valid now"):
        PROVIDERS["ses"].hear(webhooks.ses(sample("ses-bounce")), late)


def test_what_is_no_certificate_is_not_believed() -> None:
    with pytest.raises(NotGenuineError, match="can't be read"):
        PROVIDERS["ses"].hear(
            webhooks.ses(sample("ses-bounce")), replace(around(), fetch=lambda _: b"<html>")
        )


def test_amazon_s_greeting_to_a_new_topic_reports_nothing() -> None:
    assert hear("ses", webhooks.ses("Successfully validated SNS topic")) == Heard()


def test_postmark_tells_of_bounces_and_complaints() -> None:
    assert told(hear("postmark", webhooks.postmark(sample("postmark-bounce")))) == [
        ("hard", "5.1.1", None, "", "ida@quayside.example")
    ]
    assert told(hear("postmark", webhooks.postmark(sample("postmark-complaint")))) == [
        ("complaint", "", None, "", "fang@lanterns.example")
    ]


def test_a_hard_bounce_of_postmark_s_for_policy_is_not_the_address_s_fault() -> None:
    event = sample("postmark-bounce") | {"Details": "smtp;550 5.7.1 policy"}
    assert told(hear("postmark", webhooks.postmark(event)))[0][:2] == ("ours", "5.7.1")


@pytest.mark.parametrize("pair", ["harbour:wrong", "harbour", "", "Harbour:a long secret"])
def test_postmark_needs_the_password(pair: str) -> None:
    with pytest.raises(NotGenuineError):
        hear("postmark", webhooks.postmark(sample("postmark-bounce"), pair))


def test_other_records_of_postmark_report_nothing() -> None:
    assert hear("postmark", webhooks.postmark({"RecordType": "Delivery"})) == Heard()


def test_mailgun_tells_of_failures_and_complaints() -> None:
    assert told(hear("mailgun", webhooks.mailgun(sample("mailgun-failed")))) == [
        ("hard", "5.1.1", SEVENTH, "<e4.7@saltmarrow.example>", "ida@quayside.example")
    ]
    assert told(hear("mailgun", webhooks.mailgun(sample("mailgun-complained")))) == [
        ("complaint", "", None, "<e4.8@saltmarrow.example>", "fang@lanterns.example")
    ]


def test_a_failure_that_mailgun_tries_again_reports_nothing() -> None:
    event = sample("mailgun-failed") | {"severity": "temporary"}
    assert hear("mailgun", webhooks.mailgun(event)) == Heard()


def test_mailgun_needs_the_signing_key() -> None:
    with pytest.raises(NotGenuineError, match="does not fit"):
        hear("mailgun", webhooks.mailgun(sample("mailgun-failed"), key="another"))


@pytest.mark.parametrize("age", [timedelta(hours=10), -timedelta(minutes=10)])
def test_an_old_signature_of_mailgun_s_is_good_for_nothing(age: timedelta) -> None:
    with pytest.raises(NotGenuineError, match="too old"):
        hear("mailgun", webhooks.mailgun(sample("mailgun-failed"), signed=NOW - age))


def test_a_signature_of_mailgun_s_is_good_for_one_report() -> None:
    first = hear("mailgun", webhooks.mailgun(sample("mailgun-failed")))
    second = hear("mailgun", webhooks.mailgun(sample("mailgun-complained")))
    assert first.reports[0].fingerprint == second.reports[0].fingerprint


def test_sendgrid_tells_of_every_event_that_came_back() -> None:
    assert told(hear("sendgrid", webhooks.sendgrid(sample("sendgrid-events")))) == [
        ("hard", "5.1.1", None, "<e4.7@saltmarrow.example>", "ida@quayside.example"),
        ("ours", "5.0.0", None, "<e4.9@saltmarrow.example>", "tom@cliffs.example"),
        ("complaint", "", None, "<e4.8@saltmarrow.example>", "fang@lanterns.example"),
    ]


def test_a_changed_body_of_sendgrid_s_is_not_genuine() -> None:
    call = webhooks.sendgrid(sample("sendgrid-events"))
    with pytest.raises(NotGenuineError):
        hear("sendgrid", tampered(call, b"ida@quayside", b"tom@quayside"))


def test_a_changed_time_of_sendgrid_s_is_not_genuine() -> None:
    call = webhooks.sendgrid(sample("sendgrid-events"))
    later = {**call.headers, "x-twilio-email-event-webhook-timestamp": "1769385611"}
    with pytest.raises(NotGenuineError):
        hear("sendgrid", replace(call, headers=later))


def test_a_verification_key_that_is_none_says_where_to_find_it() -> None:
    call = webhooks.sendgrid(sample("sendgrid-events"))
    with pytest.raises(ConfigurationError, match="copy it from SendGrid's settings"):
        hear("sendgrid", call, sendgrid="not a key")


@pytest.mark.parametrize("provider", sorted(PROVIDERS))
def test_without_its_secret_a_provider_is_not_configured(provider: str) -> None:
    assert not PROVIDERS[provider].is_configured(Webhooks())
    assert PROVIDERS[provider].is_configured(Webhooks(**webhooks.secrets()))


@pytest.mark.parametrize("provider", sorted(PROVIDERS))
def test_reports_of_a_provider_are_genuine_and_known_again(provider: str) -> None:
    call = {
        "ses": lambda: webhooks.ses(sample("ses-bounce")),
        "postmark": lambda: webhooks.postmark(sample("postmark-bounce")),
        "mailgun": lambda: webhooks.mailgun(sample("mailgun-failed")),
        "sendgrid": lambda: webhooks.sendgrid(sample("sendgrid-events")),
    }[provider]
    once, again = hear(provider, call()), hear(provider, call())
    assert all(report.genuine for report in once.reports)
    assert [r.fingerprint for r in once.reports] == [r.fingerprint for r in again.reports]


KEYS = (
    "event mail bounce email Type RecordType Email BouncedAt bouncedRecipients "
    "notificationType delivery-status message reason"
)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(KEYS.split()), inner, max_size=5)
    ),
    max_leaves=12,
)


@given(ANYTHING)
def test_any_signed_json_is_heard_or_refused(value) -> None:
    events = value if isinstance(value, dict) else {}
    for provider, call in (
        ("ses", webhooks.ses({"notificationType": "Bounce", "bounce": value, **events})),
        ("postmark", webhooks.postmark({**events, "RecordType": "Bounce", "Type": "HardBounce"})),
        ("mailgun", webhooks.mailgun({**events, "event": "failed", "severity": "permanent"})),
        ("sendgrid", webhooks.sendgrid([value, {**events, "event": "bounce"}])),
    ):
        assert isinstance(hear(provider, call), Heard)


@given(st.binary(max_size=300))
def test_any_body_is_heard_or_refused(body: bytes) -> None:
    for provider in PROVIDERS:
        with suppress(BounceError):
            assert not hear(provider, Call({}, body)).reports
