"""Whatever comes back, it touches whom it is about and nobody else, and nothing is lost.

Editions day after day, mailboxes that are full or gone, servers and strangers
that report in all forms and more than once, readers who leave and come back,
operators, imports, disks that are full, all at random. What must hold after
each step is told from what was mailed and reported, not from what the store
believes.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlalchemy import Connection, func, select, text

from syndicate.digests import edition as craft
from syndicate.jobs.audience import leaving, operator, tidying
from syndicate.jobs.audience.importing import import_subscribers
from syndicate.jobs.audience.signup import Request, sign_up
from syndicate.jobs.audience.wishes import Choice
from syndicate.jobs.bounces.calls import take_call
from syndicate.jobs.bounces.collect import collect_from, gather, take_mail
from syndicate.jobs.bounces.incoming import Incoming
from syndicate.jobs.bounces.taking import reads_of
from syndicate.jobs.delivery import control
from syndicate.jobs.delivery.deliver import deliver
from syndicate.jobs.edition import newsletter_of, period_of
from syndicate.jobs.letters import send_due
from syndicate.jobs.press import Press
from syndicate.model.errors import StoreError
from syndicate.model.subscriber import EVERY
from syndicate.store import domains, history, subscribers, suppressions
from syndicate.store.bounces import REFUSED
from syndicate.store.schema import bounces
from tests.support import reports, smtpd, webhooks
from tests.support.articles import page
from tests.support.audience import confirm, contents, token
from tests.support.filling import fill
from tests.support.mailing import Newsroom, newsroom, readers, rows
from tests.support.reports import FORMS, Form, Kind, Wire
from tests.support.smtpd import Act, Moment, Say

#: How many are lived, a third of them on PostgreSQL as well; more by hand.
LIVES = int(os.environ.get("SYNDICATE_TEST_LIVES", "2"))
LIVED = [
    *(("sqlite", seed) for seed in range(LIVES)),
    *(
        pytest.param("postgres", seed, marks=pytest.mark.postgres)
        for seed in range(max(1, LIVES // 3))
    ),
]
READERS = 12
STEPS = 40
#: What is usual: days of soft bounces until an address is given up, how long after a mail a
#: report on it is believed, and within how long several readers meet a refusal of ours.
SOFT_LIMIT = 5
RECENT = timedelta(days=30)
WITHIN = timedelta(days=1)

MORE = f"""
[[newsletters]]
name = "evening"
title = "The Test Evening"
schedule = "daily 08:00"

[mail.webhooks]
postmark = "{webhooks.PASSWORD}"

[limits]
per_address = 1000
"""
NEWSLETTERS = ("weekly", "evening")

#: What servers say of mailboxes, and whether the address is given up at once.
MAILBOXES = {
    "gone": ("550 5.1.1 No such user here", True),
    "passed on": ("550 5.7.17 The mailbox has another owner", True),
    "full": ("552 5.2.2 Mailbox full", False),
}
#: Reasons, from the weakest to the strongest.
STRENGTH = ("erased", "unsubscribed", "bounced", "complained", "operator")


@dataclass(eq=False)
class Sent:
    """A mail, and what was said of it that counts: by reports, or by its server at once."""

    number: int
    person: int
    wire: Wire
    at: datetime
    refused: str = ""
    letter: bool = False
    kinds: set[Kind] = field(default_factory=set)

    @property
    def is_soft(self) -> bool:
        return "soft" in self.kinds or self.refused == "full"

    @property
    def arrived(self) -> bool:
        return not self.refused and not self.kinds & {"hard", "soft", "ours"}


@dataclass
class Person:
    """Somebody as they ought to be; 0 is the number of nobody."""

    number: int
    address: str
    active: set[str]
    ended: set[str] = field(default_factory=set)
    #: Newsletter to what bars them, and to the number that they had then.
    barred: dict[str, str] = field(default_factory=dict)
    since: dict[str, int] = field(default_factory=dict)

    @property
    def domain(self) -> str:
        return self.address.rpartition("@")[2]

    def bar(self, newsletter: str, reason: str) -> bool:
        held = self.barred.get(newsletter)
        if held is not None and STRENGTH.index(held) >= STRENGTH.index(reason):
            return False
        self.barred[newsletter], self.since[newsletter] = reason, self.number
        return True

    def lift_own(self, *newsletters: str) -> None:
        for name in newsletters:
            if self.barred.get(name) in ("erased", "unsubscribed"):
                del self.barred[name]

    def why_not(self, newsletter: str) -> str:
        return self.barred.get(EVERY) or self.barred.get(newsletter, "")


@dataclass(frozen=True)
class Made:
    """A report that came in, or will."""

    number: int
    kind: Kind
    form: Form
    sent: Sent
    now: datetime

    @property
    def name(self) -> str:
        return f"{self.number:04}"

    @property
    def data(self) -> bytes:
        return reports.mail(self.kind, self.form, self.sent.wire, self.number)


class Life:
    def __init__(self, room: Newsroom, press: Press, server: smtpd.Smtpd, random: Random) -> None:
        self.press, self.room, self.server, self.random = press, room, server, random
        self.box = room.site.root / "box"
        for name in ("new", "cur", "tmp"):
            (self.box / name).mkdir(parents=True)
        addresses = readers(press, READERS, cadence="daily")
        readers(press, addresses[::2], newsletter="evening", cadence="daily")
        self.people = {
            each: Person(self._number(each), each, {"weekly"} | set(NEWSLETTERS[: 2 - place % 2]))
            for place, each in enumerate(addresses)
        }
        self.moods: dict[str, str] = {}
        server.orders.append(self._order)
        #: Mails of editions by their rows' numbers, and letters by theirs.
        self.sent: dict[int, Sent] = {}
        self.letters: dict[str, Sent] = {}
        self.made: list[Made] = []
        #: What tells reports apart that count: those in mere words are alike.
        self.counted: set[object] = set()
        #: When somebody's server told of a fault of ours.
        self.faults: list[tuple[datetime, int]] = []
        self.put_in = 0
        self.told: list[str] = []

    def step(self) -> None:
        often = [self.day] * 7 + [self.report] * 8 + [self.deposit] * 4
        seldom = [
            self.mood, self.leave, self.leave_all, self.come_back, self.come_back, self.bar,
            self.unbar, self.erase, self.erase, self.bring_in, self.rehearse, self.trouble,
            self.storm, self.free, self.wait, self.tidy,
        ]  # fmt: skip
        chosen: Callable[[], None] = self.random.choice(often + seldom)
        self.told.append(chosen.__name__)
        chosen()
        self.check()

    @property
    def tale(self) -> str:
        return " | ".join(self.told)

    # What happens.

    def day(self) -> None:
        """The next morning, with an edition of each newsletter."""
        self.room.later(days=1)
        moment = self.press.clock() - timedelta(hours=12)
        fill(
            self.press,
            page(f"{moment:%m%d}", published=moment, updated=moment),
            moment=moment.isoformat(),
        )
        for name in NEWSLETTERS:
            newsletter = newsletter_of(self.press, name)
            period = period_of(self.press, newsletter, None, "daily")
            with self.press.store.write() as connection:
                craft.make(connection, newsletter, period, None, now=self.press.shown)
        self._deliver({name: self._candidates(name) for name in NEWSLETTERS})

    def mood(self) -> None:
        """A mailbox fills up or is closed, or is well again."""
        address = self.random.choice(list(self.people))
        self.moods[address] = self.random.choice([*MAILBOXES, "full", "full", "well"])
        self._say(address, self.moods[address])

    def wait(self) -> None:
        self.room.later(days=self.random.choice([3, 8, 31]))

    def report(self) -> None:
        """One after the other, from a mail server or a provider."""
        for made in self._some():
            wanted = self._follow(made)
            if made.form == "postmark":
                call = reports.call(made.kind, made.sent.wire, made.number, now=made.now)
                taken = take_call(self.press, "postmark", call)
            else:
                taken = list(take_mail(self.press, self._incoming(made), reads_of(self.press)))
            assert [each.effect for each in taken] == [wanted], f"{made} {self.tale}"

    def deposit(self) -> None:
        """Into the maildir, some of it no report at all; and it is looked into."""
        some = self._some(mail=True)
        self._put(some)
        for place in range(self.random.randrange(3)):
            data = self.random.choice(
                [b"", b"Content-Type: text/plain\n\n" * 100, self.random.randbytes(300), b"Ahoy."]
            )
            (self.box / "new" / f"nonsense.{len(self.told)}.{place}").write_bytes(data)
            self.put_in += 1
        self._look_into_the_box(some)

    def rehearse(self) -> None:
        """Which changes nothing, not even for the deliveries to come."""
        some = self._some(mail=True)
        before = contents(self.press)
        found = gather(self.press, map(self._incoming, some), dry_run=True)
        assert contents(self.press) == before, self.tale
        assert found.reports == len(some), self.tale

    def trouble(self) -> None:
        """The store fails in the middle. What was not recorded waits for the next time."""
        if not self.press.store.is_sqlite:
            return
        some = self._some(mail=True, most=5)
        self._put(some)
        table, after = self.random.choice(["bounces", "events", "suppressions"]), self._at_most(2)
        self._say(table, after)
        self._run(
            f"CREATE TRIGGER trouble BEFORE INSERT ON {table}"
            f" WHEN (SELECT count(*) FROM {table}) >= {self._count(table) + after}"
            " BEGIN SELECT RAISE(ABORT, 'the disk is full'); END"
        )
        try:
            collect_from(self.press, self.box)
        except StoreError as error:
            self._say(error.cause)
        finally:
            self._run("DROP TRIGGER trouble")
        waiting = self._waiting()
        done = [made for made in some if self._file(made) not in waiting]
        for made in done:
            self._follow(made)
        self._look_into_the_box([made for made in some if made not in done])

    def storm(self) -> None:
        """The same reports through several hands at once, in any order."""
        some = self._some(self.random.choice(["hard", "soft", "complaint"]), mail=True, most=6)
        mails = [self._incoming(made) for made in some]
        with ThreadPoolExecutor(3) as pool:
            orders = [mails, mails[::-1], mails[1:] + mails[:1]]
            found = list(pool.map(lambda order: gather(self.press, order), orders))
        for made in some:
            self._follow(made)
        assert [each.reports for each in found] == 3 * [len(some)], self.tale

    def leave(self) -> None:
        person, name = self._somebody(), self.random.choice(NEWSLETTERS)
        link = token(self.press, "unsubscribe", name, address=person.address)
        leaving.unsubscribe(self.press, link)
        self._end(person, [name])
        self._say(name)

    def leave_all(self) -> None:
        person = self._somebody()
        leaving.leave(self.press, token(self.press, address=person.address))
        self._end(person, [*(person.active | person.ended), EVERY])

    def come_back(self) -> None:
        """Somebody signs up and confirms, which lifts nothing but what they did themselves."""
        person, name = (
            self.random.choice(list(self.people.values())),
            self.random.choice(NEWSLETTERS),
        )
        self._say(person.address, name)
        sign_up(self.press, Request(person.address, (Choice(name, cadence="daily"),)))
        if any(person.barred.get(each, "") in STRENGTH[2:] for each in (name, EVERY)):
            return
        person.number = self._number(person.address)
        self._send_letters()
        confirm(self.press, person.address, name)
        if name not in person.active:
            person.active.add(name)
            person.ended.discard(name)
            person.lift_own(name, EVERY)

    def _send_letters(self) -> None:
        had = len(self.server.accepted)
        send_due(self.press)
        for mail in self.server.accepted[had:]:
            person = self.people[mail.recipient]
            assert person.barred.get(EVERY, "") not in STRENGTH[2:], f"{person} {self.tale}"
            wire = Wire(mail.sender, mail.recipient, mail.message_id)
            at = self.press.clock()
            self.letters[mail.message_id] = Sent(0, person.number, wire, at, letter=True)

    def tidy(self) -> None:
        tidying.tidy(self.press)

    def bar(self) -> None:
        person = self.random.choice(list(self.people.values()))
        self._say(person.address)
        assert operator.suppress(self.press, person.address) == person.bar(EVERY, "operator")

    def unbar(self) -> None:
        person = self.random.choice(list(self.people.values()))
        self._say(person.address)
        lifted = operator.unsuppress(self.press, person.address)
        assert {each.newsletter: each.reason for each in lifted} == person.barred, self.tale
        person.barred.clear()

    def erase(self) -> None:
        person = self._somebody()
        if self.random.random() < 0.5:
            return
        operator.erase(self.press, person.address)
        person.bar(EVERY, "erased")
        person.number = 0
        person.active.clear()
        person.ended.clear()

    def bring_in(self) -> None:
        """A file with everybody in it, which brings nobody back."""
        path = self.room.site.root / "everybody.csv"
        path.write_text("\n".join(["email,cadence", *(f"{each},daily" for each in self.people)]))
        found = import_subscribers(self.press, path, "weekly", confirmed=True)
        fresh = [
            person
            for person in self.people.values()
            if not person.why_not("weekly") and "weekly" not in person.active | person.ended
        ]
        for person in fresh:
            person.number = self._number(person.address)
            person.active.add("weekly")
        assert found.added == len(fresh), f"{found} {self.tale}"

    def free(self) -> None:
        control.release_domains(self.press)
        self._deliver({})

    # What follows.

    def _deliver(self, candidates: Mapping[str, Mapping[int, str]]) -> None:
        """Hold what goes out, and who is left out, against who ought to get it."""
        before, had = {row.id for row in rows(self.press)}, len(self.server.accepted)
        done = deliver(self.press)
        assert (done.errors, done.left_again) == ((), 0), f"{done} {self.tale}"
        fresh = {mail.message_id: mail for mail in self.server.accepted[had:]}
        assert len(fresh) == len(self.server.accepted) - had, self.tale
        for mail in fresh.values():
            person = self.people[mail.recipient]
            assert person.active, f"{person} {self.tale}"
            assert EVERY not in person.barred, f"{person} {self.tale}"
        new = [row for row in rows(self.press) if row.id not in before]
        some = [each for each in candidates.values() if each]
        for edition, wanted in zip(sorted({row.edition_id for row in new}), some, strict=True):
            ledger = [row for row in new if row.edition_id == edition]
            assert {row.subscriber_id for row in ledger} == wanted.keys(), self.tale
            for row in ledger:
                if reason := wanted[row.subscriber_id]:
                    assert row.state == "excluded", f"{row} {self.tale}"
                    assert row.reason == f"suppressed: {reason}", f"{row} {self.tale}"
        self._learn(fresh)

    def _learn(self, fresh: Mapping[str, smtpd.Accepted]) -> None:
        """What became of each mail, and what that means for the address."""
        held = self._held()
        for row in rows(self.press):
            person = self._of(row.subscriber_id)
            if row.id in self.sent:
                assert row.state == ("failed" if self.sent[row.id].refused else "accepted")
            elif row.message_id in fresh:
                mail = fresh[row.message_id]
                assert row.state == "accepted", f"{row} {self.tale}"
                wire = Wire(mail.sender, mail.recipient, mail.message_id)
                self.sent[row.id] = Sent(row.id, row.subscriber_id, wire, self.press.clock())
            elif row.code:
                assert person is not None, f"{row} {self.tale}"
                assert row.state == "failed", f"{row} {self.tale}"
                mood = self.moods[person.address]
                wire = Wire("", person.address, row.message_id)
                sent = Sent(row.id, person.number, wire, self.press.clock(), refused=mood)
                self.sent[row.id] = sent
                if MAILBOXES[mood][1]:
                    person.bar(EVERY, "bounced")
                else:
                    self._count_days(person)
            elif row.state == "queued":
                # One of somebody who was erased is closed when it would be due.
                assert row.domain in held | {""}, f"{row} {self.tale}"
            else:
                assert row.state in ("excluded", "failed"), f"{row} {self.tale}"
                assert row.reason, f"{row} {self.tale}"

    def _follow(self, made: Made) -> str:
        """What a report does."""
        if made.kind in ("autoreply", "late"):
            return "ignored"
        person, sent = self._about(made)
        name = self._known_by(made)
        if name in self.counted:
            return "known"
        if sent is None or sent.at < self.press.clock() - RECENT:
            return "unbelieved"
        if sent.person != person.number:
            return "ignored"
        self.counted.add(name)
        sent.kinds.add(made.kind)
        if made.kind == "soft":
            return "suppressed" if self._count_days(person) else "counted"
        if made.kind == "ours":
            return "held" if self._is_enough(person) else "counted"
        reason = "complained" if made.kind == "complaint" else "bounced"
        return "suppressed" if person.bar(EVERY, reason) else "counted"

    def _known_by(self, made: Made) -> object:
        """What tells a report from others: one without an id is its words, and whose they are."""
        return (made.kind, made.sent) if made.form == "words" else made.number

    def _about(self, made: Made) -> tuple[Person, Sent | None]:
        """Whose it is, and which mail; a provider means the last one to whoever has the address."""
        person = self.people[made.sent.wire.recipient]
        if made.form == "postmark":
            theirs = [each for each in self._of_one(person) if not each.refused]
            return person, max(theirs, key=lambda each: each.number, default=None)
        if made.sent.person != person.number and (made.form == "named" or made.sent.letter):
            # Nobody's any more: a letter is gone with whom it was for.
            return person, None
        return person, made.sent

    def _count_days(self, person: Person) -> bool:
        theirs = self._of_one(person)
        soft = [each.at for each in theirs if each.is_soft]
        arrived = [each.at for each in theirs if each.arrived and each.at < max(soft)]
        days = {at.date() for at in soft if not arrived or at > max(arrived)}
        return len(days) >= SOFT_LIMIT and person.bar(EVERY, "bounced")

    def _is_enough(self, person: Person) -> bool:
        """Whether enough readers have met a refusal of ours to hold a domain."""
        self.faults.append((self.press.clock(), person.number))
        there = {each.number for each in self.people.values() if each.domain == person.domain} - {0}
        since = self.press.clock() - WITHIN
        met = {number for when, number in self.faults if when >= since} & there
        return len(met) >= min(2, len(there)) and person.domain not in self._held()

    def _end(self, person: Person, newsletters: Iterable[str]) -> None:
        for name in newsletters:
            person.bar(name, "unsubscribed")
            if name in person.active:
                person.active.remove(name)
                person.ended.add(name)

    # What must hold.

    def check(self) -> None:
        assert self.server.faults == [], self.tale
        with self.press.store.read() as connection:
            for person in self.people.values():
                mark = self.press.secrets.fingerprint(person.address)
                found = {each.newsletter: each.reason for each in suppressions.of(connection, mark)}
                assert found == person.barred, f"{person} {found} {self.tale}"
                self._check_history(connection, person)
            reported = select(func.count()).where(bounces.c.found_by != REFUSED)
            assert connection.execute(reported).scalar_one() == len(self.counted), self.tale
        files = [path for name in ("new", "cur") for path in (self.box / name).iterdir()]
        assert len(files) == self.put_in, self.tale

    def _check_history(self, connection: Connection, person: Person) -> None:
        """Nobody is barred without a line that says why."""
        events = history.of(connection, person.number)
        for newsletter, reason in person.barred.items():
            kind = {"unsubscribed": "left", "erased": "erased"}.get(reason, "suppressed")
            said = [
                each
                for each in events
                if (each.kind, each.newsletter) == (kind, newsletter)
                and (kind != "suppressed" or each.details == {"reason": reason})
            ]
            assert said or person.since[newsletter] != person.number or not person.number, (
                f"{person} {reason} {self.tale}"
            )

    def end(self) -> None:
        """All that counted comes in once more, and changes nothing."""
        self.told.append("end")
        before = contents(self.press)
        again = [made for made in self.made if self._known_by(made) in self.counted]
        again = [made for made in again if made.form != "postmark"]
        found = gather(self.press, map(self._incoming, again))
        assert found.effects.keys() <= {"known"}, self.tale
        assert contents(self.press) == before, self.tale

    # What there is.

    def _some(self, kind: Kind | None = None, *, mail: bool = False, most: int = 3) -> list[Made]:
        """Reports, each once: most of them new ones on late mails."""
        taken = [each for each in self.sent.values() if not each.refused]
        written = list(self.letters.values())
        found: dict[int, Made] = {}
        for _ in range(self._at_most(most) if taken else 0):
            old = [made for made in self.made if kind in (None, made.kind)]
            old = [made for made in old if not mail or made.form != "postmark"]
            if old and self.random.random() < 0.25:
                made = self.random.choice(old)
            else:
                late = self.random.random() < 0.7
                about = self.random.choice(taken[-15:] if late else taken)
                made = self._made(kind or self._kind(), about, mail=mail)
                if written and made.kind in ("hard", "complaint") and late:
                    about = self.random.choice(written)
                    made = self._made(made.kind, about, mail=True)
            found[made.number] = made
        self._say(*(f"{m.kind} {m.form} {m.sent.number}" for m in found.values()))
        return list(found.values())

    def _made(self, kind: Kind, sent: Sent, *, mail: bool) -> Made:
        forms = [form for form in FORMS[kind] if not mail or form != "postmark"]
        form = self.random.choice(forms)
        self.made.append(Made(len(self.made) + 1, kind, form, sent, self.press.clock()))
        return self.made[-1]

    def _kind(self) -> Kind:
        kinds: dict[Kind, int] = {"soft": 6, "ours": 3, "hard": 1, "late": 1}
        kinds |= {"complaint": 1, "autoreply": 1}
        return self.random.choices(list(kinds), list(kinds.values()))[0]

    def _candidates(self, newsletter: str) -> dict[int, str]:
        """Who might get an edition, and what keeps some from it."""
        return {
            person.number: person.why_not(newsletter)
            for person in self.people.values()
            if newsletter in person.active
        }

    def _put(self, some: Iterable[Made]) -> None:
        for made in some:
            (self.box / "new" / self._file(made)).write_bytes(made.data)
            self.put_in += 1

    def _file(self, made: Made) -> str:
        return f"{made.name}.{len(self.told)}"

    def _waiting(self) -> set[str]:
        return {path.name for path in (self.box / "new").iterdir()}

    def _look_into_the_box(self, some: Iterable[Made]) -> None:
        collect_from(self.press, self.box)
        for made in some:
            self._follow(made)
        assert not {name for name in self._waiting() if not name.startswith("nonsense")}, self.tale

    def _incoming(self, made: Made) -> Incoming:
        return Incoming(made.name, made.data)

    def _count(self, table: str) -> int:
        with self.press.store.read() as connection:
            return int(connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one())

    def _run(self, statement: str) -> None:
        with self.press.store.write() as connection:
            connection.exec_driver_sql(statement)

    def _held(self) -> set[str]:
        with self.press.store.read() as connection:
            resting = domains.resting(connection, now=self.press.clock())
        return {each.domain for each in resting if each.held}

    def _somebody(self) -> Person:
        person = self.random.choice([each for each in self.people.values() if each.number])
        self._say(person.address)
        return person

    def _of(self, number: int) -> Person | None:
        return next((each for each in self.people.values() if each.number == number), None)

    def _of_one(self, person: Person) -> list[Sent]:
        return [each for each in self.sent.values() if each.person == person.number]

    def _number(self, address: str) -> int:
        with self.press.store.read() as connection:
            found = subscribers.by_canonical(connection, address)
        assert found is not None, address
        return found.id

    def _at_most(self, most: int) -> int:
        return self.random.randint(1, most)

    def _say(self, *words: Any) -> None:
        self.told[-1] += " " + ", ".join(map(str, words))

    def _order(self, moment: Moment) -> Act | None:
        said = MAILBOXES.get(self.moods.get(moment.recipient, ""))
        return Say(said[0]) if said and moment.stage == "rcpt" else None


@pytest.mark.parametrize(("store_url", "seed"), LIVED, indirect=["store_url"])
def test_what_comes_back_touches_whom_it_is_about_and_is_never_lost(
    tmp_path: Path, store_url: str, seed: int
) -> None:
    with smtpd.running() as server:
        newsletter = 'also = ["daily 08:00"]'
        room = newsroom(tmp_path, store_url, server.port, newsletter=newsletter, more=MORE)
        with room.press() as press:
            life = Life(room, press, server, Random(seed))
            for _ in range(STEPS):
                life.step()
            life.end()
