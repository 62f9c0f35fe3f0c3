"""The content-security policy of pages: what they brought along, and nothing else."""

from base64 import b64encode
from hashlib import sha256

from syndicate.feeds.policy import content_security_policy, with_policy


def hashed(text):
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def test_nothing_is_allowed_by_default():
    policy = content_security_policy("<p>plain</p>")
    assert policy.startswith("default-src 'none'; style-src 'none'; img-src 'self';")
    assert "script-src" not in policy


def test_each_stylesheet_and_script_is_named_by_its_hash():
    page = "<head><style>a{}</style><style>b{}</style><script>go()</script></head>"
    policy = content_security_policy(page, pictures="https:")
    assert f"style-src {hashed('a{}')} {hashed('b{}')};" in policy
    assert f"script-src {hashed('go()')};" in policy
    assert "img-src https:;" in policy
    assert "unsafe" not in policy


def test_a_script_in_the_body_is_not_vouched_for():
    page = "<head><script>ours()</script></head><body><script>theirs()</script></body>"
    policy = content_security_policy(page)
    assert hashed("ours()") in policy
    assert hashed("theirs()") not in policy


def test_a_page_can_say_its_policy_itself():
    page = with_policy('<html><head lang="en"><script>"</script></head></html>', pictures="https:")
    before, after = (
        '<html><head lang="en">\n<meta http-equiv="Content-Security-Policy" ',
        "<script>",
    )
    assert page.startswith(before)
    assert f"script-src {hashed(chr(34))}; img-src https:;" in page.partition(after)[0]


def test_a_page_does_not_say_what_only_a_header_can():
    page = "<head><style>a{}</style></head>"
    assert "frame-ancestors 'none'" in content_security_policy(page)
    assert "frame-ancestors" not in with_policy(page)


def test_saying_the_policy_does_not_change_it():
    page = "<head><style>a{}</style></head>"
    assert content_security_policy(with_policy(page)) == content_security_policy(page)
