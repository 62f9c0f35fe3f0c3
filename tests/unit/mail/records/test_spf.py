"""SPF, as receivers evaluate it (RFC 7208)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndicate.mail.records import spf
from tests.unit.mail.records.paper import Paper

HERE = "192.0.2.25"
SIX = "2001:db8::25"
DOMAIN = "gazette.example"
SENDER = "strong-bad@gazette.example"


def paper(record: str = "", **more) -> Paper:
    made = Paper(**more)
    if record:
        made.txt[DOMAIN] = ["site-verification=x", record]
    return made


def verdict(record: str, address: str = HERE, **more) -> str:
    return spf.check(address, DOMAIN, SENDER, paper(record, **more)).verdict


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ("v=spf1 ip4:192.0.2.25 -all", "pass"),
        ("v=spf1 +ip4:192.0.2.0/24 -all", "pass"),
        ("v=spf1 ip4:192.0.2.26 -all", "fail"),
        ("v=spf1 ip4:192.0.2.26 ~all", "softfail"),
        ("v=spf1 ?all", "neutral"),
        ("v=spf1", "neutral"),
        ("V=SPF1 IP4:192.0.2.25 -ALL", "pass"),
        ("v=spf1 ip6:2001:db8::/32 -all", "fail"),
        ("v=spf1 -ip4:192.0.2.25 +all", "fail"),
        ("v=spf1 unknown=x ip4:192.0.2.25 -all", "pass"),
        ("v=spf10 ip4:192.0.2.25", "none"),
        ("v=spf1 ip4:192.0.2.256 -all", "permerror"),
        ("v=spf1 ip4:2001:db8::1 -all", "permerror"),
        ("v=spf1 ip4 -all", "permerror"),
        ("v=spf1 sometimes -all", "permerror"),
        ("v=spf1 a/33 -all", "permerror"),
        ("v=spf1 exists:%{x}.example -all", "permerror"),
        ("v=spf1 exists:%z.example -all", "permerror"),
        ("v=spf1 =x", "permerror"),
        ("", "none"),
    ],
)
def test_terms_decide_from_left_to_right(record: str, expected: str) -> None:
    assert verdict(record) == expected


@pytest.mark.parametrize(
    ("record", "address", "expected"),
    [
        ("v=spf1 a -all", HERE, "pass"),
        ("v=spf1 a:other.example -all", HERE, "fail"),
        ("v=spf1 a:other.example/24 -all", HERE, "pass"),
        ("v=spf1 a//32 -all", SIX, "pass"),
        ("v=spf1 mx -all", HERE, "pass"),
        ("v=spf1 mx:none.example -all", HERE, "fail"),
        ("v=spf1 ptr -all", HERE, "pass"),
        ("v=spf1 ptr:elsewhere.example -all", HERE, "fail"),
        ("v=spf1 exists:%{ir}.%{l1r-}.%{d2} -all", HERE, "pass"),
        ("v=spf1 ip6:2001:db8::25 -all", SIX, "pass"),
    ],
)
def test_names_are_looked_up(record: str, address: str, expected: str) -> None:
    found = verdict(
        record,
        address,
        hosts={
            DOMAIN: [HERE, "2001:db8::1"],
            "other.example": ["192.0.2.99"],
            "mx.gazette.example": [HERE],
            "25.2.0.192.strong.gazette.example": ["127.0.0.2"],
        },
        mx={DOMAIN: ["mx.gazette.example"]},
        ptr={HERE: ["mx.gazette.example"]},
    )
    assert found == expected


def test_an_include_that_passes_passes_and_one_that_fails_goes_on() -> None:
    txt = {"relay.example": ["v=spf1 ip4:192.0.2.25 -all"], "not.example": ["v=spf1 -all"]}
    assert verdict("v=spf1 include:not.example include:relay.example -all", txt=txt) == "pass"


def test_an_include_of_nothing_breaks_the_record() -> None:
    assert verdict("v=spf1 include:nothing.example -all") == "permerror"


def test_a_redirect_takes_the_other_s_word() -> None:
    txt = {"relay.example": ["v=spf1 -all"]}
    assert verdict("v=spf1 redirect=relay.example", txt=txt) == "fail"
    assert verdict("v=spf1 redirect=nothing.example") == "permerror"


def test_two_records_are_an_error() -> None:
    found = Paper(txt={DOMAIN: ["v=spf1 -all", "v=spf1 +all"]})
    assert spf.check(HERE, DOMAIN, SENDER, found).verdict == "permerror"


def chain(length: int) -> Paper:
    txt = {f"i{n}.example": [f"v=spf1 include:i{n + 1}.example ?all"] for n in range(1, length)}
    txt[f"i{length}.example"] = ["v=spf1 ?all"]
    return paper("v=spf1 include:i1.example -all", txt=txt)


def test_ten_lookups_are_allowed_and_eleven_are_too_many() -> None:
    assert spf.weigh(DOMAIN, chain(10)) == spf.Result("neutral", "no term matches", 10)
    over = spf.weigh(DOMAIN, chain(11))
    assert (over.verdict, over.why) == ("permerror", "it takes more than 10 DNS lookups")


def test_a_record_that_includes_itself_comes_to_an_end() -> None:
    assert verdict("v=spf1 include:gazette.example -all") == "permerror"


def test_names_that_have_nothing_are_counted() -> None:
    assert verdict("v=spf1 a:a.example a:b.example -all") == "fail"
    assert verdict("v=spf1 a:a.example a:b.example a:c.example -all") == "permerror"


def test_a_name_server_that_is_silent_is_a_passing_error() -> None:
    found = spf.check(HERE, DOMAIN, SENDER, paper(broken={DOMAIN}))
    assert (found.verdict, found.why) == ("temperror", "gazette.example: no answer in time")


def test_weighing_looks_at_every_term() -> None:
    found = spf.weigh(DOMAIN, paper("v=spf1 +all a mx", hosts={DOMAIN: [HERE]}, mx={DOMAIN: ["m"]}))
    assert found.lookups == 2


@given(st.text(alphabet="v=spf1 +-~?:/%{}.adeiloprstx4609", max_size=60))
def test_any_record_comes_to_a_verdict(rest: str) -> None:
    assert verdict(f"v=spf1 {rest}") in {
        "pass", "fail", "softfail", "neutral", "none", "temperror", "permerror",
    }  # fmt: skip
