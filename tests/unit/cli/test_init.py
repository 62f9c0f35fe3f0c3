import json

from tests.unit.cli.running import syndicate


def test_a_new_site_passes_its_own_check(tmp_path):
    assert syndicate("init", "my site", cwd=tmp_path).returncode == 0
    assert syndicate("-c", "my site/config.toml", "config", "check", cwd=tmp_path).returncode == 0


def test_it_says_what_was_made_and_what_to_do_next(tmp_path):
    assert syndicate("init", "my site", cwd=tmp_path).stdout.splitlines() == [
        "made my site/config.toml",
        "made my site/articles",
        "made my site/feeds",
        "made my site/data/secrets",
        "",
        "The secrets sign links, and tell who must not be mailed: keep a copy of them.",
        "Put article pages into my site/articles, then:",
        "  cd 'my site'",
        "  syndicate run",
    ]


def test_a_new_site_has_secrets_of_its_own_that_nobody_else_may_read(tmp_path):
    for name in ("one", "other"):
        syndicate("init", name, cwd=tmp_path)
    files = sorted(tmp_path.glob("*/data/secrets/*.key"))
    assert [file.name for file in files] == ["suppression.key", "tokens.key"] * 2
    assert len({file.read_text() for file in files}) == 4
    assert {file.stat().st_mode & 0o777 for file in files} == {0o600}


def test_options_become_settings(tmp_path):
    words = ["--title", "盐沼报", "--url", "https://a.example", "--language", "zh"]
    syndicate("init", "site", *words, "--timezone", "Asia/Shanghai", cwd=tmp_path)
    done = syndicate("-c", "site/config.toml", "config", "explain", "site", "--json", cwd=tmp_path)
    values = {one["key"]: one["value"] for one in json.loads(done.stdout)}
    assert values["site.title"] == '"盐沼报"'
    assert values["site.url"] == '"https://a.example/"'
    assert values["site.language"] == '"zh"'
    assert values["site.timezone"] == '"Asia/Shanghai"'


def test_an_option_that_can_not_be_used_is_named_as_it_was_typed(tmp_path):
    done = syndicate("init", "site", "--url", "news.example.org", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr == (
        'syndicate: --url "news.example.org": not an absolute web address; '
        'write one such as "https://news.example.org/"\n'
    )
    assert list(tmp_path.iterdir()) == []


def test_a_site_is_not_overwritten(tmp_path):
    syndicate("init", "site", cwd=tmp_path)
    done = syndicate("init", "site", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr == (
        "syndicate: site/config.toml: there is a site here already; choose another folder\n"
    )


def test_a_dry_run_makes_nothing(tmp_path):
    done = syndicate("init", "site", "--dry-run", cwd=tmp_path)
    assert done.stdout.startswith("would make site/config.toml\n")
    assert list(tmp_path.iterdir()) == []
