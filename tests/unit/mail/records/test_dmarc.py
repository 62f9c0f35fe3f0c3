"""DMARC: which record holds, and whose names align (RFC 9989)."""

from __future__ import annotations

import pytest

from syndicate.mail.records import dmarc
from tests.unit.mail.records.paper import Paper

NONE = "v=DMARC1; p=none"
REJECT = "v=DMARC1; p=reject; sp=quarantine; rua=mailto:a@b.example"


def dns(**records: str | list[str]) -> Paper:
    """``news_gazette_example`` is ``_dmarc.news.gazette.example``."""
    return Paper(
        txt={
            f"_dmarc.{name.replace('_', '.')}": [told] if isinstance(told, str) else told
            for name, told in records.items()
        }
    )


def test_a_domain_s_own_record_holds() -> None:
    found = dmarc.find("gazette.example", dns(gazette_example=REJECT))
    assert (found.organisation, found.policy) == ("gazette.example", "reject")


def test_a_name_below_has_the_policy_for_names_below() -> None:
    found = dmarc.find("news.gazette.example", dns(gazette_example=REJECT))
    assert found.record is not None
    assert (found.record.domain, found.policy) == ("gazette.example", "quarantine")


def test_the_highest_record_is_the_organisation_s() -> None:
    found = dmarc.find("a.b.gazette.example", dns(b_gazette_example=NONE, gazette_example=NONE))
    assert found.organisation == "gazette.example"


def test_a_record_that_says_so_ends_the_walk() -> None:
    resolver = dns(b_gazette_example="v=DMARC1; p=none; psd=n", gazette_example=NONE)
    assert dmarc.find("a.b.gazette.example", resolver).organisation == "b.gazette.example"
    assert "_dmarc.gazette.example" not in resolver.asked


def test_below_a_public_suffix_comes_the_organisation() -> None:
    found = dmarc.find("news.gazette.co.example", dns(co_example="v=DMARC1; p=reject; psd=y"))
    assert found.organisation == "gazette.co.example"
    assert found.record is not None
    assert found.record.domain == "co.example"


def test_without_any_record_the_domain_stands_for_itself() -> None:
    found = dmarc.find("news.gazette.example", Paper())
    assert (found.organisation, found.record, found.policy) == (
        "news.gazette.example",
        None,
        "none",
    )


def test_a_long_name_is_asked_for_once_and_then_cut_to_seven_labels() -> None:
    resolver = Paper()
    dmarc.find("a.b.c.d.e.f.g.h.i.example", resolver)
    assert resolver.asked[:2] == ["_dmarc.a.b.c.d.e.f.g.h.i.example", "_dmarc.d.e.f.g.h.i.example"]
    assert len(resolver.asked) == 8


def test_several_records_are_none() -> None:
    assert dmarc.find("gazette.example", dns(gazette_example=[NONE, REJECT])).record is None


def test_what_is_no_dmarc_record_is_passed_over() -> None:
    found = dmarc.find("gazette.example", dns(gazette_example=["v=spf1 -all", "p=none", NONE]))
    assert found.record is not None


@pytest.mark.parametrize("text", ["v=DMARC1", "v=DMARC1; p=monitor", "v=DMARC1; rua=mailto:a@b"])
def test_a_policy_that_says_nothing_is_none(text: str) -> None:
    assert dmarc.find("gazette.example", dns(gazette_example=text)).policy == "none"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("v=DMARC1; p=banana", "p=banana is none of none, quarantine, reject"),
        ("v=DMARC1; p=banana; rua=mailto:a@b.example", "p=banana is none of"),
        ("v=DMARC1; p=", "p= is none of"),
        ("v=DMARC1; p=reject; sp=quarantin", "sp=quarantin is none of"),
        ("v=DMARC1; p=reject; np=no", "np=no is none of"),
        ("v=DMARC1", "it says no p, and names nobody in rua"),
        ("v=DMARC1; rua=a@b.example", "it says no p, and names nobody in rua"),
        ("v=DMARC1; p=none; p=reject", "it is no list of tags"),
    ],
)
def test_a_record_that_receivers_don_t_apply_says_why(text: str, fault: str) -> None:
    (found,) = dmarc.Record("gazette.example", text).faults
    assert found.startswith(fault)


@pytest.mark.parametrize(
    ("text", "vague"),
    [
        (NONE, False),
        (REJECT, False),
        ("v=DMARC1; p=None; sp=Reject", False),
        ("v=DMARC1; p=none; pct=50; x=y", False),
        ("v=DMARC1; rua=mailto:a@b.example", True),
        ("v=DMARC1; rua=https://b.example, mailto:a@b.example!10m", True),
    ],
)
def test_a_record_that_receivers_apply_has_no_faults(text: str, vague: bool) -> None:
    record = dmarc.Record("gazette.example", text)
    assert (record.faults, record.is_vague) == ((), vague)


@pytest.mark.parametrize(
    ("text", "name", "aligned"),
    [
        (NONE, "news.gazette.example", True),
        (NONE, "Mail.Gazette.example.", True),
        (NONE, "gazette.example", True),
        (NONE, "relay.example", False),
        (NONE, "othergazette.example", False),
        (f"{NONE}; adkim=s", "mail.gazette.example", False),
        (f"{NONE}; adkim=s", "news.gazette.example", True),
    ],
)
def test_names_of_one_organisation_align(text: str, name: str, aligned: bool) -> None:
    resolver = dns(gazette_example=text)
    found = dmarc.find("news.gazette.example", resolver)
    assert dmarc.align(found, name, "adkim", resolver) is aligned
