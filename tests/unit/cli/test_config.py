import json

import pytest

from tests.unit.cli.running import syndicate
from tests.unit.config.site import RELAY, SMALL


@pytest.fixture
def site(tmp_path):
    (tmp_path / "config.toml").write_text(SMALL)
    return tmp_path


def test_check_says_that_all_is_well(site):
    done = syndicate("config", "check", cwd=site)
    assert (done.returncode, done.stdout) == (0, "config.toml: all well (1 source, 1 newsletter)\n")


def test_check_reports_to_programs(site):
    (site / "config.toml").write_text(SMALL + "[mail.smtp]\nport = 0\n")
    done = syndicate("config", "check", "--json", cwd=site)
    assert done.returncode == 3
    assert json.loads(done.stdout) == {
        "ok": False,
        "file": "config.toml",
        "problems": [
            {
                "thing": "config.toml: [mail.smtp] port",
                "value": "0",
                "cause": "out of range",
                "way_out": "write a number from 1 to 65535",
            }
        ],
    }


ADDRESS = 'postal_address = "1 Example Street"\n'
CLEAR = ADDRESS + 'transport = "smtp"\n[mail.smtp]\nsecurity = "none"\n'


def test_check_warns_of_an_account_in_the_clear_elsewhere(site):
    account = CLEAR + 'host = "mail.saltmarrow.example"\nuser = "press"\npassword = "tide"\n'
    (site / "config.toml").write_text(SMALL + account)
    done = syndicate("config", "check", cwd=site)
    assert done.returncode == 0
    assert done.stderr.startswith('warning: [mail.smtp] security: "none", and mail.saltmarrow')
    assert done.stderr.endswith('set security = "starttls"\n')
    told = json.loads(syndicate("config", "check", "--json", cwd=site).stdout)
    assert [f"warning: {each}\n" for each in told["warnings"]] == [done.stderr]


@pytest.mark.parametrize(
    "settings",
    [
        'host = "127.0.0.1"\nuser = "press"\n',
        'host = "::1"\nuser = "press"\n',
        'host = "localhost"\nuser = "press"\n',
        'host = "/run/lmtp"\nuser = "press"\n',
        'host = "mail.saltmarrow.example"\n',
    ],
)
def test_check_has_no_doubt_of_what_goes_in_the_clear_to_this_machine_or_is_no_secret(
    site, settings
):
    (site / "config.toml").write_text(SMALL + CLEAR + settings)
    assert syndicate("config", "check", cwd=site).stderr == ""


def test_check_names_the_relay_that_it_doubts(site):
    relay = RELAY + 'security = "none"\nuser = "press"\n'
    server = 'transport = "smtp"\n[mail.smtp]\nhost = "localhost"\n'
    (site / "config.toml").write_text(SMALL + server + relay)
    said = syndicate("config", "check", cwd=site).stderr
    assert said.startswith('warning: [[mail.relays]] "harbour-two" security: "none"')


def test_check_warns_where_editions_would_be_held_for_want_of_an_address(site):
    server = 'transport = "smtp"\n[mail.smtp]\nhost = "localhost"\n'
    (site / "config.toml").write_text(SMALL + server)
    said = syndicate("config", "check", cwd=site).stderr
    assert said.startswith("warning: [mail] postal_address: missing")
    (site / "config.toml").write_text(SMALL + ADDRESS + server)
    assert syndicate("config", "check", cwd=site).stderr == ""
    (site / "config.toml").write_text(SMALL + 'transport = "file"\n')
    assert syndicate("config", "check", cwd=site).stderr == ""


def test_a_warning_is_a_log_line_where_those_are_json(site):
    server = 'transport = "smtp"\n[mail.smtp]\nhost = "localhost"\n'
    (site / "config.toml").write_text(SMALL + server)
    done = syndicate("--log-format", "json", "config", "check", cwd=site)
    assert done.stdout.startswith("config.toml: all well")
    said = json.loads(done.stderr)
    assert said["level"] == "warning"
    assert said["event"].startswith("[mail] postal_address: missing")


DKIM = '[mail.dkim]\ndomain = "saltmarrow.example"\nselector = "s1"\nkey = "dkim.pem"\n'


def test_check_names_a_key_that_no_mail_could_be_signed_with(site):
    (site / "config.toml").write_text(SMALL + DKIM)
    key = site / "dkim.pem"
    done = syndicate("config", "check", cwd=site)
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr == (
        f"syndicate: DKIM key {key}: no such file or directory; "
        "make one with: syndicate mail dkim-key\n"
    )
    syndicate("mail", "dkim-key", cwd=site)
    assert syndicate("config", "check", cwd=site).returncode == 0
    key.chmod(0o644)
    done = syndicate("config", "check", "--json", cwd=site)
    assert done.returncode == 3
    assert json.loads(done.stdout)["problems"] == [
        {
            "thing": f"DKIM key {key}",
            "value": None,
            "cause": "open to others on this machine",
            "way_out": f"chmod 600 {key}",
        }
    ]


@pytest.mark.parametrize(
    ("settings", "file", "said"),
    [
        (
            CLEAR.replace("none", "tls")
            + 'host = "mail.saltmarrow.example"\nauthority = "ca.pem"\n',
            "ca.pem",
            "[mail.smtp] authority {path}: no certificate in PEM; name a PEM file",
        ),
        (
            '[mail.bounces]\nhost = "mail.saltmarrow.example"\nauthority = "ca.pem"\n',
            "ca.pem",
            "[mail.bounces] authority {path}: no certificate in PEM; name a PEM file",
        ),
        (
            "",
            "data/secrets/tokens.key",
            "{path}: has a secret of less than 32 characters; make one",
        ),
        (
            "",
            "data/secrets/suppression.key",
            "{path}: holds 2 keys, and there is one, for ever; bring back",
        ),
        (
            '[subscribers]\nrefuse_disposable = true\ndisposable = "throwaway"\n',
            "throwaway",
            "[subscribers] disposable: {path}: can't be read; name a file",
        ),
        ("", "templates/mail/story.html", "template mail/story.html, line 1: "),
        ("", "templates/page/own.txt", "template page/own.txt, line 1: "),
    ],
)
def test_check_looks_into_the_files_that_are_named(site, settings, file, said):
    (site / "config.toml").write_text(SMALL + settings)
    path = site / file
    path.parent.mkdir(exist_ok=True, parents=True)
    path.write_bytes(b"{% if \xff" if "disposable" in settings else b"{% if ")
    path.chmod(0o600)
    done = syndicate("config", "check", cwd=site)
    assert done.returncode == 3
    assert done.stderr.startswith("syndicate: " + said.format(path=path))


def test_check_makes_no_secrets_and_no_store(site):
    assert syndicate("config", "check", cwd=site).returncode == 0
    assert [each.name for each in site.iterdir()] == ["config.toml"]


def test_check_tells_a_newcomer_how_to_start(tmp_path):
    done = syndicate("config", "check", cwd=tmp_path)
    assert done.returncode == 3
    assert done.stderr == (
        "syndicate: config.toml: no such file; "
        "make a site with `syndicate init DIR`, or name one with --config FILE\n"
    )


def test_explain_says_which_value_won(site):
    done = syndicate(
        "--set", "web.port=9001", "config", "explain", "web.port", cwd=site, SYNDICATE_WEB__PORT="9"
    )
    assert done.stdout.splitlines() == [
        "setting   value  from                 instead of",
        "web.port  9001   flag --set web.port  9 (environment SYNDICATE_WEB__PORT)",
    ]


def test_explain_reports_to_programs(site):
    done = syndicate("config", "explain", "site.title", "--json", cwd=site)
    assert json.loads(done.stdout) == [
        {
            "key": "site.title",
            "value": '"The Saltmarrow Gazette"',
            "origin": "file config.toml:2",
            "overrode": [],
        }
    ]


def test_explain_of_an_unknown_key_is_usage(site):
    assert syndicate("config", "explain", "web.prot", cwd=site).returncode == 2
