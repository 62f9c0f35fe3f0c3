"""A rehearsal of a delivery says what the delivery then does, and leaves no trace."""

from __future__ import annotations

from sqlalchemy import func, select

from syndicate.jobs import digest
from syndicate.jobs.delivery.deliver import deliver_due
from syndicate.jobs.delivery.rehearsal import prospect, send_test
from syndicate.jobs.variants import plan_variants
from syndicate.model.article import Image
from syndicate.resources import eject
from syndicate.store import mailings
from syndicate.store.schema import media, variants
from tests.support.articles import page
from tests.support.filling import fill
from tests.support.mailing import EDITION, Newsroom, edition, mailing, make, readers
from tests.support.smtpd import Smtpd


def test_the_gates_are_asked_and_nothing_is_written(room: Newsroom, server: Smtpd) -> None:
    picture = "images/ferry.png"
    (room.site.articles / "images").mkdir(parents=True)
    (room.site.articles / picture).write_bytes(b"\x89PNG made up")
    shown = Image("https://www.gazette.example/images/ferry.png", width=8, height=6, path=picture)
    with room.press() as press:
        readers(press, 3)
        fill(press, page("1", images=(shown,)), page("2", address="../201001/2.aspx"))
        make(press)
        (found,) = prospect(press)
        assert (found.edition, found.state, found.before, found.due) == (
            EDITION,
            "held",
            "ready",
            0,
        )
        assert found.reason.startswith("links: '../201001/2.aspx' is relative")
        assert found.is_stuck
        with press.store.read() as connection:
            for table in (variants, media):
                assert connection.execute(select(func.count()).select_from(table)).scalar_one() == 0
        assert list(room.site.feeds.rglob("*.png")) == []
        deliver_due(press)
        assert (mailing(press).state, mailing(press).reason) == ("held", found.reason)
        (again,) = prospect(press)
        assert (again.state, again.before, again.reason) == ("held", "held", found.reason)
    assert server.accepted == []


def test_what_an_operator_has_let_pass_holds_nothing_in_a_rehearsal(
    room: Newsroom, server: Smtpd
) -> None:
    from syndicate.jobs.delivery import control

    with room.press() as press:
        readers(press, 3)
        fill(press, page("2", address="../201001/2.aspx"))
        make(press)
        deliver_due(press)
        control.release(press, EDITION, ["links"])
        (found,) = prospect(press)
        assert (found.state, found.reason, found.due) == ("ready", "", 3)
        deliver_due(press)
    assert len(server.accepted) == 3


def test_whose_sections_have_nothing_new_is_left_out(room: Newsroom, server: Smtpd) -> None:
    with room.press() as press:
        readers(press, 2)
        readers(press, ["books@harbour.example"], sections=("cms/203001",))
        edition(press)
        (found,) = prospect(press)
        assert (found.candidates, found.left_out, found.due) == (3, 1, 2)
        deliver_due(press)
    assert len(server.accepted) == 2


def test_an_edition_for_nobody_would_be_closed(room: Newsroom) -> None:
    with room.press() as press:
        edition(press)
        (found,) = prospect(press)
        assert (found.state, found.reason) == ("empty", "no recipients")
        deliver_due(press)
        assert (mailing(press).state, mailing(press).reason) == ("empty", "no recipients")


def test_what_a_delivery_would_fail_with_is_told(room: Newsroom) -> None:
    with room.press() as press:
        readers(press, 2)
        edition(press)
        (room.site.root / "dkim.pem").unlink()
        (found,) = prospect(press)
        assert found.due == 0
        assert found.is_stuck
        assert found.error == deliver_due(press).editions[0].error


def test_what_a_test_showed_and_was_left_out_then_holds_nothing(
    room: Newsroom, server: Smtpd
) -> None:
    with room.press() as press:
        readers(press, 2)
        fill(press, page("1"), page("2", address="../201001/2.aspx"))
        make(press)
        assert send_test(press, "weekly", "editor@gazette.example").kind == "accepted"
        with press.store.read() as connection:
            assert connection.execute(select(func.count()).select_from(variants)).scalar_one() == 0
        digest.edit(press, "weekly", digest.Edits(leave_out=["cms/2"]))
        assert [each.state for each in prospect(press)] == ["ready"]
        deliver_due(press)
        assert (mailing(press).state, mailing(press).reason) == ("done", "")
    assert len(server.accepted) == 3


def test_a_list_from_before_an_edit_is_no_variant_any_more(room: Newsroom, server: Smtpd) -> None:
    with room.press() as press:
        readers(press, 2)
        fill(press, page("1"), page("2", address="../201001/2.aspx"))
        make(press)
        # A process that died when it had planned, and had written nobody down.
        with press.store.write() as connection:
            (found,) = [each for each, _ in mailings.open_editions(connection)]
            plan_variants(press, connection, found, [(None, "en")])
        digest.edit(press, "weekly", digest.Edits(leave_out=["cms/2"]))
        assert [each.state for each in prospect(press)] == ["ready"]
        deliver_due(press)
        assert mailing(press).state == "done"
    assert len(server.accepted) == 2


def test_the_gates_look_at_what_people_with_names_get_too(room: Newsroom) -> None:
    eject(("mail/digest.txt",), room.site.root)
    file = room.site.root / "templates" / "mail" / "digest.txt"
    file.write_text("{% if reader.name %}Dear *|FNAME|*,{% endif %}\n" + file.read_text())
    with room.press() as press:
        readers(press, 2)
        edition(press)
        (found,) = prospect(press)
        assert found.reason.startswith("placeholders: '*|FNAME|*' stands in it")
        deliver_due(press)
        assert mailing(press).state == "held"
