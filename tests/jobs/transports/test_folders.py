"""Mail that stays here: whole files, each mail once, readable by what reads mail."""

from __future__ import annotations

import email
import mailbox
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from email import policy
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from syndicate.config.model import Config
from syndicate.jobs import loop
from syndicate.jobs.transports import transport_of
from syndicate.jobs.transports.outbox import file_name
from syndicate.model.errors import ConfigurationError, TransportError
from tests.support.outgoing import Log, deliver, outgoing, relay, several


def configured(root: Path, **mail) -> Config:
    return Config.model_validate(
        {
            "site": {"title": "The Test Gazette", "url": "https://news.gazette.example/"},
            "mail": mail,
        },
        context={"root": root},
    )


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("kind", ["file", "maildir"])
def test_the_folder_is_closed_to_others_on_the_machine(kind: str, tmp_path: Path) -> None:
    through = transport_of(configured(tmp_path, transport=kind), folder="weekly-2026-W04")
    deliver(through, several(1))
    assert stat.S_IMODE(through.folder.stat().st_mode) == 0o700


def test_each_mail_is_a_file_named_by_its_message_id(tmp_path: Path) -> None:
    through = transport_of(configured(tmp_path, transport="file"), folder="weekly-2026-W04")
    log = deliver(through, several(2))
    folder = tmp_path / "outbox" / "weekly-2026-W04"
    assert files(folder) == ["1.eml", "2.eml"]
    assert (folder / "1.eml").read_bytes() == outgoing(1).data
    assert set(log.kinds.values()) == {"accepted"}
    assert log.outcomes[1].reply.text == "written to 1.eml"


def test_a_file_sent_again_replaces_itself(tmp_path: Path) -> None:
    through = transport_of(configured(tmp_path, transport="file"), folder="letters")
    deliver(through, several(2))
    deliver(through, several(2))
    assert files(tmp_path / "outbox" / "letters") == ["1.eml", "2.eml"]


def test_a_message_id_never_leads_out_of_the_folder(tmp_path: Path) -> None:
    through = transport_of(configured(tmp_path, transport="file"), folder="letters")
    odd = [
        outgoing(n)._replace(message_id=f"<{left}@x>") for n, left in enumerate(["../a", "", "/b"])
    ]
    deliver(through, odd)
    found = files(tmp_path / "outbox" / "letters")
    assert len(found) == 3
    assert all(len(name) == 36 for name in found)
    assert files(tmp_path / "outbox") == ["letters"]


def test_the_maildir_is_one_that_others_read(tmp_path: Path) -> None:
    through = transport_of(configured(tmp_path, transport="maildir"), folder="letters")
    deliver(through, several(3))
    read = mailbox.Maildir(tmp_path / "outbox", factory=None, create=False)
    assert sorted(message["Message-ID"] for message in read) == [
        f"<{number}@gazette.example>" for number in (1, 2, 3)
    ]
    stored = next((tmp_path / "outbox" / "new").iterdir()).read_bytes()
    message = email.message_from_bytes(stored, policy=policy.default)
    assert message["Return-Path"] == "<digest@gazette.example>"
    assert b"\r" not in stored
    assert files(tmp_path / "outbox" / "tmp") == []


def test_a_mail_is_in_the_maildir_once_even_after_it_was_read(tmp_path: Path) -> None:
    config = configured(tmp_path, transport="maildir")
    deliver(transport_of(config, folder="letters"), several(2))
    new, cur = tmp_path / "outbox" / "new", tmp_path / "outbox" / "cur"
    read = next(new.iterdir())
    read.rename(cur / f"{read.name}:2,S")
    deliver(transport_of(config, folder="letters"), several(2))
    assert (len(files(new)), len(files(cur))) == (1, 1)


@pytest.mark.parametrize("kind", ["file", "maildir"])
def test_a_folder_that_can_not_be_made_is_an_error_with_a_way_out(tmp_path: Path, kind) -> None:
    (tmp_path / "outbox").write_text("in the way")
    through = transport_of(configured(tmp_path, transport=kind), folder="letters")
    with pytest.raises(TransportError, match="a folder that can be written to"):
        loop.run(through.session())


@pytest.mark.parametrize("kind", ["file", "maildir"])
def test_what_can_not_be_written_is_unsent_and_ends_the_session(tmp_path: Path, kind) -> None:
    through = transport_of(configured(tmp_path, transport=kind), folder="letters")

    class Breaking(Log):
        def sending(self, mail) -> None:
            super().sending(mail)
            if mail.delivery_id == 2:
                for folder in (tmp_path / "outbox" / "letters", tmp_path / "outbox" / "tmp"):
                    if folder.exists():
                        folder.rename(tmp_path / f"away-{folder.name}")

    log = Breaking()
    with pytest.raises(TransportError, match="a folder that can be written to"):
        deliver(through, several(3), log=log)
    assert log.kinds == {1: "accepted", 2: "unsent"}
    assert "no such file or directory" in log.outcomes[2].reply.text


@contextmanager
def foreign(*folders: str) -> Iterator[Path]:
    """Folders that are not ours. Root writes everywhere, so it becomes nobody."""
    with TemporaryDirectory() as made:
        for folder in (*folders, "."):
            Path(made, folder).mkdir(exist_ok=True)
            Path(made, folder).chmod(0o555)
        root = os.geteuid() == 0
        if root:
            os.seteuid(65534)
        try:
            yield Path(made)
        finally:
            if root:
                os.seteuid(0)
            Path(made).chmod(0o755)


@pytest.mark.parametrize("kind", ["file", "maildir"])
@pytest.mark.parametrize("folders", [[], ["letters", "tmp", "new", "cur"]], ids=["none", "there"])
def test_a_folder_that_we_may_not_write_to_says_what_to_do(tmp_path: Path, kind, folders) -> None:
    with foreign(*folders) as folder:
        settings = configured(tmp_path, transport=kind, outbox=folder)
        through = transport_of(settings, folder="letters")
        with pytest.raises(TransportError, match=r"permission denied; let the account .*outbox"):
            deliver(through, several(1))


def test_a_full_disk_says_what_to_do(tmp_path: Path) -> None:
    through = transport_of(configured(tmp_path, transport="file"), folder="letters")
    (mail,) = several(1)
    folder = tmp_path / "outbox" / "letters"
    folder.mkdir(parents=True)
    (folder / f".{file_name(mail.message_id)}.tmp").symlink_to("/dev/full")
    log = Log()
    with pytest.raises(TransportError, match="no space left on device; make room there"):
        deliver(through, [mail], log=log)
    assert log.kinds == {1: "unsent"}


def test_smtp_is_not_spoken_over_a_path(tmp_path: Path) -> None:
    config = configured(tmp_path, transport="smtp", smtp={"host": "/run/mail.sock"})
    with pytest.raises(ConfigurationError, match='set transport = "lmtp"'):
        transport_of(config, folder="letters")


def test_the_relays_follow_the_first_server(tmp_path: Path) -> None:
    second = relay("second", 25).model_dump()
    config = configured(
        tmp_path, transport="smtp", smtp={"host": "127.0.0.1", "connections": 7}, relays=(second,)
    )
    through = transport_of(config, folder="letters")
    assert through.connections == 7
    assert [server.port for server in through.servers] == [587, 25]  # type: ignore[attr-defined]


def test_a_folder_has_a_plain_name(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="not the name of a folder"):
        transport_of(configured(tmp_path, transport="file"), folder="../up")
