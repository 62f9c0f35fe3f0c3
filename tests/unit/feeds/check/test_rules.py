"""Every rule is broken by a document that breaks no other, and held by a good one."""

from __future__ import annotations

import pytest

from syndicate.feeds.check.document import check, check_document
from syndicate.feeds.check.registry import GROUPS, RULES
from tests.unit.feeds.check.cases import CASES, Case
from tests.unit.feeds.check.documents import ADDRESS, DOCUMENTS, TYPE

BY_NUMBER = {rule.number: rule for rule in RULES}
OF_REPLIES = {rule.number for rule in RULES if rule.number.startswith("19.")} | {"15.3", "15.4"}


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_a_good_document_has_no_findings(kind: str):
    data = DOCUMENTS[kind].encode()
    assert check_document(data, address=ADDRESS[kind], content_type=TYPE[kind]) == ()


def test_a_feed_without_entries_needs_no_author():
    """RFC 4287, 4.1.1: unless all of the entries have one, and it has none."""
    feed = DOCUMENTS["atom"].replace("<author><name>Harbour Gazette Trust</name></author>\n", "", 1)
    empty = feed[: feed.index("<entry")] + "</feed>\n"
    assert check_document(empty.encode(), address=ADDRESS["atom"], content_type=TYPE["atom"]) == ()


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_break_is_found_and_nothing_else(case: Case):
    found = check_document(case.data, **case.arguments)
    assert {finding.rule for finding in found} == {case.rule, *case.also}


@pytest.mark.parametrize("number", BY_NUMBER)
def test_every_rule_has_a_case(number: str):
    assert number in {case.rule for case in CASES} | OF_REPLIES


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_finding_says_all_that_its_rule_knows(case: Case):
    found = check_document(case.data, **case.arguments)
    (finding, *_) = [each for each in found if each.rule == case.rule]
    rule = BY_NUMBER[case.rule]
    assert (finding.severity, finding.standard, finding.remedy) == (
        *(rule.severity, rule.standard, rule.remedy),
    )
    assert finding.problem
    assert "\n" not in finding.problem


def test_numbers_are_given_once_and_belong_to_a_group():
    assert len(BY_NUMBER) == len(RULES)
    assert {int(rule.number.partition(".")[0]) for rule in RULES} | {18} == set(GROUPS)


@pytest.mark.parametrize(
    ("kind", "items"), [("rss", 2), ("atom", 2), ("archive", 1), ("json", 1), ("opml", 2)]
)
def test_what_a_document_was_read_as_is_known(kind: str, items: int):
    checked = check(DOCUMENTS[kind].encode())
    assert checked.kind == ("atom" if kind == "archive" else kind)
    assert checked.items == items


@pytest.mark.parametrize("kind", ["rss", "atom"])
def test_feedparser_takes_what_is_called_good(kind: str):
    import feedparser

    read = feedparser.parse(DOCUMENTS[kind].encode())
    assert not read.bozo
    assert len(read.entries) == 2
