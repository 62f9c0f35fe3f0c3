"""Posts of other sites are told from our own."""

import pytest

from syndicate.web.origin import is_cross_site

SITE = "https://news.saltmarrow.example/"


def crosses(veiled: bool = False, **headers: str) -> bool:
    fields = {"host": "news.saltmarrow.example"} | {
        name.replace("_", "-").lower(): value for name, value in headers.items()
    }
    scope = {"headers": [(name.encode(), value.encode()) for name, value in fields.items()]}
    return is_cross_site(scope, SITE, veiled=veiled)


@pytest.mark.parametrize("said", ["same-origin", "none", "Same-Origin"])
def test_a_browser_that_says_it_is_ours_is_believed(said):
    assert not crosses(Sec_Fetch_Site=said, Origin="null")


@pytest.mark.parametrize("said", ["cross-site", "same-site", "", "same-origin, none"])
def test_a_browser_that_says_it_comes_from_elsewhere_is_refused(said):
    assert crosses(Sec_Fetch_Site=said, Origin="https://news.saltmarrow.example")


@pytest.mark.parametrize(
    "origin",
    [
        "https://elsewhere.example",
        "https://news.saltmarrow.example.elsewhere.example",
        "null",
        "x",
        "http://[",
    ],
)
def test_an_origin_that_is_not_ours_is_refused(origin):
    assert crosses(Origin=origin)


def test_our_own_origin_is_ours():
    assert not crosses(Origin="https://news.saltmarrow.example")


def test_the_host_that_was_asked_for_is_ours_under_whatever_name():
    assert not crosses(Host="127.0.0.1:8000", Origin="http://127.0.0.1:8000")


def test_old_clients_and_one_click_senders_that_say_nothing_pass():
    assert not crosses()


def test_a_veiled_origin_passes_only_where_the_address_holds_a_token():
    assert crosses(Origin="null")
    assert not crosses(Origin="null", veiled=True)
    assert crosses(Origin="https://elsewhere.example", veiled=True)
