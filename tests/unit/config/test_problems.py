"""Every line that a wrong configuration is answered with, word for word."""

import pytest

from syndicate.config.problems import InvalidConfigurationError
from tests.unit.config.site import RELAY, SMALL, SMTP, read


def said(folder, text=SMALL, environment=None, overrides=()):
    with pytest.raises(InvalidConfigurationError) as caught:
        read(folder, text, environment, overrides)
    return str(caught.value).splitlines()


def within(table, line):
    """The small configuration with one line more (or another) in a table."""
    key = line.partition(" ")[0]
    head, header, rest = SMALL.partition(f"{table}\n")
    if not header:
        return f"{SMALL}\n{table}\n{line}\n"
    body, gap, others = rest.partition("\n\n")
    kept = [old for old in body.split("\n") if not old.startswith(f"{key} ")]
    return "\n".join([head + table, line, *kept]) + gap + others


@pytest.mark.parametrize(
    ("table", "line", "answer"),
    [
        (
            "[mail]",
            'sender = "news@"',
            'config.toml: [mail] sender: "news@": not an address; write name@domain',
        ),
        (
            "[mail]",
            'sender = "The Week <wöche@news.example>"',
            'config.toml: [mail] sender: "The Week <wöche@news.example>": the part before @ is '
            "outside ASCII, which few mail servers take; write another address",
        ),
        (
            "[mail]",
            'sender = "The Week <week@news.example> and more"',
            'config.toml: [mail] sender: "The Week <week@news.example> and more": '
            "not an address; write name@domain",
        ),
        (
            "[mail.dkim]",
            'domain = "news example"',
            'config.toml: [mail.dkim] domain: "news example": '
            "not a domain; write one such as news.example.org",
        ),
        (
            "[mail.dkim]",
            'selector = "märz"',
            'config.toml: [mail.dkim] selector: "märz": '
            "not a name in the DNS; write letters, digits and hyphens",
        ),
        (
            "[site]",
            "title = 5",
            "config.toml: [site] title: 5: not text; put it in quotation marks",
        ),
        (
            "[site]",
            'timezon = "UTC"',
            "config.toml: [site] timezon: no such setting; did you mean timezone?",
        ),
        (
            "[mails]",
            'sender = "a@b.example"',
            "config.toml: mails: no such table; did you mean mail?",
        ),
        (
            "[web]",
            'port = "80"',
            'config.toml: [web] port: "80": not a whole number; '
            "write digits without quotation marks",
        ),
        (
            "[web]",
            "port = true",
            "config.toml: [web] port: true: not a whole number; "
            "write digits without quotation marks",
        ),
        (
            "[feeds]",
            "items = 0",
            "config.toml: [feeds] items: 0: out of range; write a number from 1 to 1000",
        ),
        (
            "[feeds]",
            'formats = ["rss", "opml"]',
            'config.toml: [feeds] formats: "opml": not one of those known; '
            'write "rss" or "atom" or "json"',
        ),
        (
            "[feeds]",
            'formats = ["pdf"]',
            'config.toml: [feeds] formats: "pdf": not one of those known; '
            'write "rss" or "atom" or "json"',
        ),
        (
            "[feeds]",
            "formats = []",
            "config.toml: [feeds] formats: []: empty; name at least one",
        ),
        (
            "[feeds]",
            'formats = ["rss", "rss"]',
            'config.toml: [feeds] formats: ["rss", "rss"]: has one twice; name each once',
        ),
        (
            "[feeds]",
            'ttl = "soon"',
            'config.toml: [feeds] ttl: "soon": not a duration; write "15m", "3d" or "1h30m"',
        ),
        (
            "[feeds]",
            "ttl = 60",
            'config.toml: [feeds] ttl: 60: not text; write "15m" in quotation marks',
        ),
        (
            "[web]",
            'trusted_proxies = "10.0.0.1"',
            'config.toml: [web] trusted_proxies: "10.0.0.1": not a list; '
            'write values in brackets, such as ["a", "b"]',
        ),
        (
            "[[newsletters]]",
            'schedule = "mon 25:00"',
            'config.toml: [[newsletters]] weekly-zh, schedule: "mon 25:00": '
            "not a time of the day; write hours and minutes, 00:00 to 23:59",
        ),
        (
            "[[newsletters]]",
            'approval = "no"',
            'config.toml: [[newsletters]] weekly-zh, approval: "no": neither true nor false; '
            "write one of them without quotation marks",
        ),
        (
            "[[newsletters]]",
            "newest = 0\nmost_viewed = 0",
            "config.toml: [[newsletters]] weekly-zh: holds nothing; "
            "give newest or most_viewed a number above 0",
        ),
        (
            "[[sections]]",
            'key = "101"\nsource = "cma"',
            'config.toml: [[sections]] 101, source: "cma": no source has this name; write "cms"',
        ),
        (
            "[mail.smtp]",
            'port = "25"',
            'config.toml: [mail.smtp] port: "25": not a whole number; '
            "write digits without quotation marks",
        ),
        (
            "[mail.smtp]",
            'hots = "a.example"',
            "config.toml: [mail.smtp] hots: no such setting; did you mean host?",
        ),
        (
            "[mail.smpt]",
            'host = "a.example"',
            "config.toml: mail.smpt: no such table; did you mean mail.smtp?",
        ),
        (
            "[[mail.relay]]",
            'name = "two"',
            "config.toml: mail.relay: no such table; did you mean mail.relays?",
        ),
        (
            "[mail.relays]",
            'name = "two"',
            "config.toml: [[mail.relays]]: not a list of tables; "
            "write [[mail.relays]] with two brackets",
        ),
        (
            "[mail]",
            'smtp = "a.example"',
            "config.toml: [mail.smtp]: not a table; "
            "write [mail.smtp] on a line of its own, and its keys below",
        ),
        (
            "[mail]",
            'host = "a.example"',
            "config.toml: [mail] host: now in [mail.smtp]; move it there",
        ),
        (
            "[mail]",
            'password_file = "secret"',
            "config.toml: [mail] password_file: now in [mail.smtp]; move it there",
        ),
        (
            "[mail]",
            'transport = "smtp"',
            'config.toml: [mail.smtp] host: missing, and transport = "smtp" needs it; '
            "name the mail server",
        ),
        (
            "[mail]",
            'transport = "pigeon"',
            'config.toml: [mail] transport: "pigeon": not one of those known; '
            'write "file" or "maildir" or "smtp" or "lmtp"',
        ),
        (
            "[mail]",
            'feedback_id = "a:b"',
            'config.toml: [mail] feedback_id: "a:b": not 5 to 15 letters, digits, dots or '
            "hyphens; write a short name of the site",
        ),
        (
            "[[mail.relays]]",
            'name = "two"',
            "config.toml: [[mail.relays]] two, host: missing; name the mail server",
        ),
        (
            "[mail.smtp]",
            'token_command = ["/opt/token"]',
            "config.toml: [mail.smtp] user: missing, and a token is somebody's; name the account",
        ),
        (
            "[mail.smtp]",
            'token_command = ["/opt/token"]\nuser = "press"\npassword = "x"',
            'config.toml: [mail.smtp] token_command: ["/opt/token"]: a password stands there too; '
            "leave out one of the two",
        ),
        (
            "[[mail.relays]]",
            'name = "two"\nhost = "a.example"\nport = 0',
            "config.toml: [[mail.relays]] two, port: 0: out of range; "
            "write a number from 1 to 65535",
        ),
        (
            "[mail.dkim]",
            'selector = "s1"\nkey = "dkim.pem"',
            "config.toml: [mail.dkim] domain: missing, and a signature needs domain, selector "
            "and key; write all of them, or none",
        ),
        (
            "[mail.dkim]",
            'domain = "saltmarrow.example"\nselector = "s1"\nkey = "k.pem"\ned25519_key = "e.pem"',
            "config.toml: [mail.dkim] ed25519_selector: missing, and a signature needs domain, "
            "selector and key, and both of ed25519; write all of them, or none",
        ),
        (
            "[mail.dkim]",
            'domain = "marrow.example"\nselector = "s1"\nkey = "dkim.pem"',
            'config.toml: [mail.dkim] domain: "marrow.example": not the sender\'s domain, '
            'nor one above it; write "news.saltmarrow.example"',
        ),
        (
            "[limits]",
            "total = 0",
            "config.toml: [limits] total: 0: out of range; write a number from 1 up",
        ),
        (
            "[[newsletters]]",
            'also = ["tue 08:00"]',
            "config.toml: [[newsletters]] weekly-zh: has two schedules of one cadence; "
            "keep one of each daily, weekly and monthly",
        ),
        (
            "[newsletter]",
            'name = "x"',
            "config.toml: newsletter: no such table; did you mean newsletters?",
        ),
        (
            "[sections]",
            'key = "101"',
            "config.toml: [[sections]]: not a list of tables; write [[sections]] with two brackets",
        ),
    ],
)
def test_a_wrong_value_is_answered_with_file_key_value_and_way_out(tmp_path, table, line, answer):
    assert said(tmp_path, within(table, line)) == [answer]


def test_a_table_that_is_a_value_is_answered(tmp_path):
    assert said(tmp_path, "web = 80\n" + SMALL) == [
        "config.toml: [web]: not a table; write [web] on a line of its own, and its keys below"
    ]


def test_what_is_missing_is_answered_with_what_it_means(tmp_path):
    assert said(tmp_path, SMALL.replace('path = "articles"\n', "")) == [
        "config.toml: [[sources]] cms, path: missing; "
        "write path = …, the folder to read, with everything below it"
    ]


def test_a_missing_table_is_answered_with_its_keys(tmp_path):
    assert said(tmp_path, "") == ["config.toml: [site]: missing; add the table with title and url"]


def test_an_entry_without_a_name_goes_by_its_number(tmp_path):
    text = SMALL + '[[newsletters]]\ntitle = "The Month"\n'
    assert said(tmp_path, text) == [
        "config.toml: [[newsletters]] number 2, name: missing; "
        "write name = …, a short name for commands, addresses and files"
    ]


def test_newsletters_need_a_sender(tmp_path):
    assert said(tmp_path, SMALL.partition("[mail]\n")[0]) == [
        "config.toml: [mail] sender: missing, and newsletters need it; write Name <name@domain>"
    ]


def test_two_newsletters_of_one_name_are_answered(tmp_path):
    text = SMALL + '[[newsletters]]\nname = "weekly-zh"\ntitle = "The Month"\n'
    assert said(tmp_path, text) == [
        'config.toml: [[newsletters]] weekly-zh, name: "weekly-zh": '
        "used twice; give each its own name"
    ]


def test_two_relays_of_one_name_are_answered(tmp_path):
    assert said(tmp_path, SMALL + RELAY + RELAY) == [
        'config.toml: [[mail.relays]] harbour-two, name: "harbour-two": '
        "used twice; give each its own name"
    ]


@pytest.mark.parametrize("domain", ["news.saltmarrow.example", "Saltmarrow.example", "example"])
def test_the_signing_domain_may_be_the_senders_or_one_above_it(tmp_path, domain):
    text = f'[mail.dkim]\ndomain = "{domain}"\nselector = "s1"\nkey = "dkim.pem"\n'
    assert read(tmp_path, SMALL + text).config.mail.dkim.domain == domain.lower()


@pytest.mark.parametrize(
    ("variable", "now"),
    [
        ("SYNDICATE_MAIL__HOST", "SYNDICATE_MAIL__SMTP__HOST"),
        ("SYNDICATE_MAIL__PASSWORD_FILE", "SYNDICATE_MAIL__SMTP__PASSWORD_FILE"),
    ],
)
def test_a_variable_that_has_moved_is_answered_with_its_new_name(tmp_path, variable, now):
    assert said(tmp_path, SMALL, {variable: "x"}) == [
        f"{variable}: no such setting; it is {now} now"
    ]


def test_a_flag_that_has_moved_is_answered_with_its_new_name(tmp_path):
    assert said(tmp_path, SMALL, {}, ["mail.user=ann"]) == [
        "--set mail.user: no such setting; it is mail.smtp.user now"
    ]


def test_an_entrys_secret_file_that_is_not_there_is_named(tmp_path):
    assert said(tmp_path, SMALL + RELAY + 'password_file = "/nowhere/secret"\n') == [
        "config.toml: [[mail.relays]] harbour-two, password_file: /nowhere/secret: "
        "no such file or directory; name a file this user can read"
    ]


def test_all_problems_are_told_at_once(tmp_path):
    text = within("[site]", 'timezon = "UTC"') + "[web]\nport = 70000\n"
    environment = {"SYNDICATE_FEEDS__ITEMS": "many"}
    assert len(said(tmp_path, text, environment, ["web.prot=1"])) == 4


def test_a_wrong_zone_of_the_site_is_told_once_though_all_inherit_it(tmp_path):
    assert said(tmp_path, within("[site]", 'timezone = "Mars"')) == [
        'config.toml: [site] timezone: "Mars": not a time zone; '
        'write an IANA name such as "Asia/Shanghai"'
    ]


def test_a_wrong_variable_is_named_itself(tmp_path):
    assert said(tmp_path, SMALL, {"SYNDICATE_WEB__PORT": "eighty"}) == [
        'SYNDICATE_WEB__PORT: "eighty": not a whole number; write digits without quotation marks'
    ]


def test_a_misspelt_variable_is_refused(tmp_path):
    assert said(tmp_path, SMALL, {"SYNDICATE_MAIL__SMTP__HOSTS": "a.example"}) == [
        "SYNDICATE_MAIL__SMTP__HOSTS: no such setting; did you mean SYNDICATE_MAIL__SMTP__HOST?"
    ]


def test_a_secret_file_that_is_not_there_is_named(tmp_path):
    assert said(tmp_path, SMALL, {"SYNDICATE_MAIL__SMTP__PASSWORD_FILE": "/nowhere/secret"}) == [
        "SYNDICATE_MAIL__SMTP__PASSWORD_FILE: /nowhere/secret: no such file or directory; "
        "name a file this user can read"
    ]


def test_a_wrong_flag_is_named_itself(tmp_path):
    assert said(tmp_path, SMALL, {}, ["feeds.items=0", "site.titel=x", "verbose"]) == [
        "--set site.titel: no such setting; did you mean site.title?",
        "--set verbose: has no value; write --set KEY=VALUE",
        "--set feeds.items: 0: out of range; write a number from 1 to 1000",
    ]


def test_a_secret_is_never_in_an_error(tmp_path):
    answer = said(tmp_path, SMALL + SMTP + "password = 12345\n")
    assert answer == [
        "config.toml: [mail.smtp] password: (hidden): not text; put it in quotation marks"
    ]


def test_a_password_in_a_store_address_is_never_in_an_error(tmp_path):
    text = SMALL + '[store]\nurl = "postgresql://ann:tidewater@db/"\n'
    assert said(tmp_path, text) == [
        'config.toml: [store] url: "postgresql://ann:***@db/": names no database; '
        'write "postgresql://user@host/database"'
    ]
