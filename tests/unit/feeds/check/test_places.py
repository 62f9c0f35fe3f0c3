"""Where a finding says that something stands, there it stands."""

from __future__ import annotations

import json

import pytest

from syndicate.feeds.check import jsontext
from syndicate.feeds.check.document import check_document
from tests.unit.feeds.check.cases import CASES
from tests.unit.feeds.check.documents import ATOM, JSON, RSS


def place(data: str, rule: str) -> tuple[str, int | None]:
    (finding,) = [each for each in check_document(data.encode()) if each.rule == rule]
    return finding.path, finding.line


def line_of(data: str, piece: str) -> int:
    return data[: data.index(piece)].count("\n") + 1


def test_an_element_is_named_by_its_xpath_and_line():
    data = RSS.replace("Sun, 18 Jan", "Sat, 18 Jan")
    assert place(data, "4.4") == ("/rss/channel/item[2]/pubDate", line_of(data, "Sat, 18 Jan"))


def test_an_attribute_is_named_after_its_element():
    data = ATOM.replace('term="ferries"', 'term="a, b"')
    path = "/atom:feed/atom:entry[1]/atom:category/@term"
    assert place(data, "7.14") == (path, line_of(data, "a, b"))


def test_elements_have_their_customary_prefix_whatever_the_document_calls_them():
    data = RSS.replace("media:", "m:").replace(":media=", ":m=").replace('"640"', '"wide"', 1)
    assert place(data, "11.7")[0] == "/rss/channel/item[1]/media:content/@width"


def test_a_value_in_json_is_named_by_its_pointer_and_line():
    data = JSON.replace('"mime_type": "application/pdf",', "")
    assert place(data, "11.1") == ("/items/0/attachments/0", line_of(data, '[{"url"'))


def test_what_is_missing_in_json_stands_in_the_line_of_what_it_misses():
    data = JSON.replace('"version": "https://jsonfeed.org/version/1.1",\n', "")
    assert place(data, "13.1") == ("/version", 1)


def test_a_broken_document_says_its_line():
    data = RSS.replace("</guid>", "</giud>", 1)
    assert place(data, "0.1") == ("", line_of(data, "</giud>"))


def test_a_character_says_its_line():
    data = RSS.replace("Lanterns", "Lan\x01terns")
    assert place(data, "1.1") == ("", line_of(data, "Lan\x01"))


def test_findings_stand_in_the_order_of_lines():
    data = RSS.replace("Sun, 18 Jan", "Sat, 18 Jan").replace("<ttl>60", "<ttl>soon")
    assert [each.rule for each in check_document(data.encode())] == ["8.8", "4.4"]


@pytest.mark.parametrize("case", [case for case in CASES if case.kind == "json"], ids=str)
def test_pointers_lead_to_what_they_name(case):
    for finding in check_document(case.data):
        if finding.rule in ("0.2", "0.3"):
            continue
        value = json.loads(case.data.decode("utf-8-sig"))
        for key in finding.path.split("/")[1:-1]:
            value = value[int(key) if isinstance(value, list) else key]
        assert isinstance(value, dict | list)


def test_a_pointer_escapes_what_means_something_in_it():
    source = jsontext.parse('{"a/b~c": 1}')
    assert source.at("a/b~c").path == "/a~1b~0c"


def test_many_findings_don_t_cost_their_square():
    item = "<item><title>A</title></item>"
    data = RSS.replace("</channel>", item * 5000 + "</channel>")
    found = check_document(data.encode())
    assert found[-1].path == "/rss/channel/item[5002]"
