"""Which value wins, and that everything in the way of one is reported."""

import pickle
from datetime import timedelta
from pathlib import Path

import pytest

from syndicate.config.load import load
from syndicate.config.problems import InvalidConfigurationError
from syndicate.model.errors import ConfigurationError
from tests.unit.config.site import RELAY, SMALL, SMTP, read


def test_the_default_counts_where_nobody_said_anything(tmp_path):
    assert read(tmp_path).config.web.port == 8000


def test_the_file_beats_the_default(tmp_path):
    assert read(tmp_path, SMALL + "[web]\nport = 8001\n").config.web.port == 8001


def test_a_secret_file_beats_the_file(tmp_path):
    (tmp_path / "secret").write_text("from the secret\n")
    loaded = read(
        tmp_path,
        SMALL + SMTP + 'password = "from the file"\n',
        {"SYNDICATE_MAIL__SMTP__PASSWORD_FILE": str(tmp_path / "secret")},
    )
    assert loaded.config.mail.smtp.password.get_secret_value() == "from the secret"


def test_the_environment_beats_a_secret_file(tmp_path):
    (tmp_path / "secret").write_text("from the secret\n")
    environment = {
        "SYNDICATE_MAIL__SMTP__PASSWORD": "from the environment",
        "SYNDICATE_MAIL__SMTP__PASSWORD_FILE": str(tmp_path / "secret"),
    }
    loaded = read(tmp_path, SMALL, environment)
    assert loaded.config.mail.smtp.password.get_secret_value() == "from the environment"


def test_a_flag_beats_the_environment(tmp_path):
    environment = {"SYNDICATE_MAIL__SMTP__HOST": "a.example"}
    loaded = read(tmp_path, SMALL, environment, ["mail.smtp.host=b.example"])
    assert loaded.config.mail.smtp.host == "b.example"


def test_the_last_flag_wins(tmp_path):
    loaded = read(tmp_path, SMALL, {}, ["web.port=1", "web.port=2"])
    assert loaded.config.web.port == 2


def test_a_secret_may_lie_in_a_file_beside_the_configuration(tmp_path):
    (tmp_path / "mail.secret").write_text("tidewater\r\n")
    loaded = read(tmp_path, SMALL + SMTP + 'password_file = "mail.secret"\n')
    assert loaded.config.mail.smtp.password.get_secret_value() == "tidewater"


def test_an_entry_of_a_repeated_table_may_have_its_secret_in_a_file(tmp_path):
    (tmp_path / "relay.secret").write_text("tidewater\n")
    loaded = read(tmp_path, SMALL + RELAY + 'password_file = "relay.secret"\n')
    assert loaded.config.mail.relays[0].password.get_secret_value() == "tidewater"


def test_a_variable_may_name_the_file_of_an_entrys_secret(tmp_path):
    (tmp_path / "secret").write_text("tidewater\n")
    variable = "SYNDICATE_MAIL__RELAYS__HARBOUR_TWO__PASSWORD_FILE"
    loaded = read(tmp_path, SMALL + RELAY, {variable: str(tmp_path / "secret")})
    assert loaded.config.mail.relays[0].password.get_secret_value() == "tidewater"


def test_a_nested_table_may_come_from_outside_alone(tmp_path):
    loaded = read(tmp_path, SMALL, {}, ["mail.bounces.every=1m"])
    assert loaded.config.mail.bounces.every == timedelta(minutes=1)


def test_a_flag_names_an_entry_of_a_nested_table(tmp_path):
    loaded = read(tmp_path, SMALL + RELAY, {}, ["mail.relays.harbour-two.port=26"])
    assert loaded.config.mail.relays[0].port == 26


def test_a_store_address_with_its_password_may_lie_in_a_file(tmp_path):
    (tmp_path / "url").write_text("postgresql://ann:tidewater@db/press\n")
    loaded = read(tmp_path, SMALL, {"SYNDICATE_STORE__URL_FILE": str(tmp_path / "url")})
    assert loaded.config.store.url == "postgresql://ann:tidewater@db/press"


@pytest.mark.parametrize(
    ("variable", "text", "value"),
    [
        ("SYNDICATE_WEB__PORT", "9000", 9000),
        ("SYNDICATE_NEWSLETTERS__WEEKLY_ZH__APPROVAL", "yes", True),
        ("SYNDICATE_NEWSLETTERS__WEEKLY_ZH__SECTIONS", "science, culture", ("science", "culture")),
        ("SYNDICATE_FEEDS__FORMATS", "atom", ("atom",)),
    ],
)
def test_a_variable_is_read_as_the_type_of_its_setting(tmp_path, variable, text, value):
    config = read(tmp_path, SMALL, {variable: text}).config
    table, key = variable.lower().split("__")[0].removeprefix("syndicate_"), variable.lower()
    owner = getattr(config, table)
    owner = owner[0] if isinstance(owner, tuple) else owner
    assert getattr(owner, key.split("__")[-1]) == value


def test_a_flag_names_an_entry_of_a_repeated_table(tmp_path):
    loaded = read(tmp_path, SMALL, {}, ["newsletters.weekly-zh.title=Another"])
    assert loaded.config.newsletters[0].title == "Another"


def test_a_variable_can_stand_for_a_table_that_the_file_lacks(tmp_path):
    text = SMALL.replace('[site]\ntitle = "The Saltmarrow Gazette"\n', "[site]\n")
    loaded = read(tmp_path, text, {"SYNDICATE_SITE__TITLE": "Told from outside"})
    assert loaded.config.site.title == "Told from outside"


def test_variables_of_other_programs_and_of_the_tests_are_left_alone(tmp_path):
    environment = {"HOME": "/root", "SYNDICATE_CONFIG": "x", "SYNDICATE_TEST_REQUIRE": "all"}
    assert read(tmp_path, SMALL, environment).config.site.title == "The Saltmarrow Gazette"


def test_paths_start_at_the_files_folder_wherever_one_stands(tmp_path, monkeypatch):
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "config.toml").write_text(SMALL)
    monkeypatch.chdir(tmp_path)
    config = load(Path("site/config.toml")).config
    assert config.root == tmp_path / "site"
    assert config.sources[0].path == tmp_path / "site" / "articles"


def test_a_configuration_survives_the_way_to_another_process(tmp_path):
    config = read(tmp_path).config
    again = pickle.loads(pickle.dumps(config))
    assert again == config
    assert again.root == config.root


def test_its_error_survives_the_way_to_another_process(tmp_path):
    with pytest.raises(ConfigurationError) as caught:
        read(tmp_path, "[site]\n")
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


def test_a_missing_file_names_the_way_out(tmp_path):
    with pytest.raises(
        InvalidConfigurationError, match="no such file; make a site with `syndicate"
    ):
        load(tmp_path / "config.toml")


def test_a_folder_is_answered_with_the_file_in_it(tmp_path):
    with pytest.raises(InvalidConfigurationError, match=r"a folder; name the file: .*toml"):
        load(tmp_path)


def test_a_file_that_is_not_utf8_says_so(tmp_path):
    (tmp_path / "config.toml").write_bytes(b'[site]\ntitle = "\xff"\n')
    with pytest.raises(InvalidConfigurationError, match=r"not UTF-8 \(byte 16\); save it"):
        load(tmp_path / "config.toml")


def test_a_file_that_can_not_be_read_says_why(tmp_path):
    (tmp_path / "site").write_text("a file where a folder should be")
    with pytest.raises(InvalidConfigurationError, match="not a directory; name a file this user"):
        load(tmp_path / "site" / "config.toml")


def test_broken_toml_names_the_line(tmp_path):
    with pytest.raises(InvalidConfigurationError, match=r"config.toml: not TOML: .*line 2"):
        read(tmp_path, '[site]\ntitle = "open\n')
