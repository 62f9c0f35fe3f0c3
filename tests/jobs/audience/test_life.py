"""Whatever happens to subscribers: who said no gets nothing, and nobody else is touched.

Sign-ups of one's own and by strangers, links old and new, preferences, one-click,
files from elsewhere, operators, erasures, backups, weeks that pass, all at random.
What must hold after each step is told from what was done, not from what the
store believes.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any, Final

import pytest
from sqlalchemy import Connection

from syndicate.audience.tokens import Purpose
from syndicate.config.load import load_config
from syndicate.jobs.audience import confirm, leaving, operator, preferences, rights, tidying
from syndicate.jobs.audience.exporting import export_csv
from syndicate.jobs.audience.importing import import_subscribers
from syndicate.jobs.audience.preferences import Changes
from syndicate.jobs.audience.returning import catch_up
from syndicate.jobs.audience.signup import Request, sign_up
from syndicate.jobs.audience.wishes import Choice
from syndicate.jobs.press import Press, open_press
from syndicate.jobs.secrets import tokens_of
from syndicate.model.errors import SubscriberError, TokenError
from syndicate.model.subscriber import EVERY
from syndicate.store import dump, history, letters, recipients, subscribers, subscriptions
from syndicate.store import suppressions as barring
from tests.support.articles import page
from tests.support.audience import NOW, readers_site
from tests.support.filling import fill

#: How many are lived, a third of them on PostgreSQL as well; more by hand.
LIVES = int(os.environ.get("SYNDICATE_TEST_LIVES", "3"))
LIVED = [
    *(("sqlite", seed) for seed in range(LIVES)),
    *(
        pytest.param("postgres", seed, marks=pytest.mark.postgres)
        for seed in range(max(1, LIVES // 3))
    ),
]
PEOPLE = 8
STEPS = 60

WITHIN: Final = timedelta(days=7)
GRACE: Final = timedelta(days=1)
NEWSLETTERS: Final = ("weekly", "monthly")
CADENCES: Final = {"weekly": ("weekly", "daily"), "monthly": ("monthly",)}
LANGUAGES: Final = {"weekly": ("en", "zh"), "monthly": ("en",)}
SECTIONS: Final = (None, ("cms/201001",), ("cms/203",), ("cms/201001", "cms/203"))
#: Reasons, from the weakest to the strongest.
STRENGTH: Final = ("erased", "unsubscribed", "bounced", "complained", "operator")
OWN: Final = STRENGTH[:2]
MORE = "[limits]\nper_address = 1000\nper_domain = 1000\n"

#: Cadence, language, sections, hour.
Wanted = tuple[str, str, tuple[str, ...] | None, int | None]


@dataclass
class Held:
    """What somebody has of a newsletter."""

    wanted: Wanted
    state: str
    created: datetime
    why: str = ""


@dataclass
class Person:
    """Somebody as they ought to be. Without a ``key`` nothing is known of them."""

    address: str
    key: str = ""
    created: datetime = NOW
    confirmed: bool = False
    name: str = ""
    held: dict[str, Held] = field(default_factory=dict)
    barred: dict[str, str] = field(default_factory=dict)

    def bar(self, newsletter: str, reason: str) -> bool:
        before = self.barred.get(newsletter)
        if before is not None and STRENGTH.index(before) >= STRENGTH.index(reason):
            return False
        self.barred[newsletter] = reason
        return True

    def why_not(self, newsletter: str) -> str:
        reasons = [self.barred[name] for name in (EVERY, newsletter) if name in self.barred]
        return max(reasons, key=STRENGTH.index, default="")

    def is_kept_out(self, newsletter: str) -> bool:
        """Even if its owner asks for it."""
        return self.why_not(newsletter) not in ("", *OWN)

    def lift_own(self, *newsletters: str) -> None:
        for name in (*newsletters, EVERY):
            if self.barred.get(name) in OWN:
                del self.barred[name]

    def leave(self, newsletter: str, how: str) -> None:
        self.bar(newsletter, "unsubscribed")
        one = self.held.get(newsletter)
        if one is not None and one.state != "ended":
            one.state, one.why = "ended", how

    def leave_all(self, how: str) -> None:
        for name in (*self.held, EVERY):
            self.leave(name, how)

    def forget(self) -> None:
        self.key, self.name, self.confirmed = "", "", False
        self.held.clear()


@dataclass(frozen=True)
class Link:
    """A link in a mail that somebody has kept."""

    token: str
    purpose: Purpose
    address: str
    key: str
    made: datetime
    names: tuple[str, ...] = ()


class Life:
    def __init__(self, press: Press, clock: list[datetime], folder: Path, random: Random) -> None:
        self.press, self._clock, self.folder, self.random = press, clock, folder, random
        fill(press, page("1"), page("2", breadcrumb=(("203", "Culture"),)))
        self.people = {
            address: Person(address)
            for address in (f"reader{number}@d{number % 3}.example" for number in range(PEOPLE))
        }
        self.links: list[Link] = []
        #: By address and newsletter, the last that was said of what bars somebody.
        self.words: dict[str, dict[str, str]] = {}
        #: Keys of those who were erased on their word or an operator's.
        self.erased: set[str] = set()
        self.backups: list[tuple[Path, dict[str, Person]]] = []
        self.told: list[str] = []

    @property
    def now(self) -> datetime:
        return self._clock[0]

    @property
    def tale(self) -> str:
        return " | ".join(self.told)

    def step(self) -> None:
        self._clock[0] += timedelta(minutes=1)
        often = [self.ask] * 6 + [self.press_button] * 8 + [self.bring_in] * 3
        seldom = [self.change, self.leave, self.leave_all, self.erase, self.add, self.bar] * 2
        seldom += [self.unbar, self.wait, self.tidy] + [self.back_up, self.bring_back] * 2
        chosen: Callable[[], None] = self.random.choice(often + seldom)
        self.told.append(chosen.__name__)
        before = {each.address: dict(each.barred) for each in self.people.values()}
        chosen()
        if chosen != self.bring_back:
            self._note_words(before)
        self._read_letters()
        self.check()

    # What happens.

    def ask(self) -> None:
        """Anybody asks for anything for anybody."""
        person = self._anybody()
        choices = self._choices()
        sign_up(self.press, Request(self._spelled(person), choices))
        wanted = [each for each in choices if not person.is_kept_out(each.newsletter)]
        if wanted:
            self._known(person)
        for each in wanted:
            self._request(person, each)

    def press_button(self) -> None:
        """Of any confirmation that was ever mailed."""
        links = [each for each in self.links if each.purpose == "confirm"]
        if not links:
            return
        link = self.random.choice(links[-4:] if self.random.random() < 0.7 else links)
        person = self.people[link.address]
        self._say(link.address, *link.names)
        if self.now - link.made.replace(microsecond=0) > WITHIN or link.key != person.key:
            with pytest.raises(TokenError):
                confirm.confirm(self.press, link.token)
            return
        confirm.confirm(self.press, link.token)
        begun = [name for name in link.names if self._is(person, name, "pending")]
        for name in begun:
            person.held[name].state = "active"
        if begun:
            person.confirmed = True
            person.lift_own(*begun)

    def change(self) -> None:
        """What comes by the preferences' link has been confirmed by that."""
        link = self._link("manage")
        choices, name = (
            self._choices(),
            self.random.choice(["", "=Nell, 1", "Ines 'Calder'", "方可"]),
        )
        changes = Changes(choices=choices, name=name)
        person = self._bearer(link, lambda: preferences.change(self.press, link.token, changes))
        if person is None:
            return
        person.name = name
        for each in choices:
            if self._is(person, each.newsletter, "active"):
                person.held[each.newsletter].wanted = self._wanted(each)
            else:
                self._begin(person, each.newsletter, self._wanted(each))
                person.confirmed = True
                person.lift_own(each.newsletter)

    def leave(self) -> None:
        """By any mail's button, once or twice, also of somebody who was erased."""
        link, name = self._link("unsubscribe"), self.random.choice(NEWSLETTERS)
        how = self.random.choice(["button", "one-click"])
        token = self._made("unsubscribe", link.key, name)
        for _ in range(self.random.randint(1, 2)):
            leaving.unsubscribe(self.press, token, how=how)
        person = self.people[link.address]
        self._say(link.address, name)
        if link.key and link.key == person.key:
            person.leave(name, how)

    def leave_all(self) -> None:
        link = self._link("manage")
        person = self._bearer(link, lambda: leaving.leave(self.press, link.token))
        if person is not None:
            person.leave_all("preferences")

    def erase(self) -> None:
        link = self._link("manage")
        person = self.people[link.address]
        known = bool(link.key) and link.key == person.key
        self._say(link.address)
        assert rights.erase(self.press, link.token) == known, self.tale
        if known:
            self.erased.add(person.key)
            person.bar(EVERY, "erased")
            person.forget()

    def add(self) -> None:
        """By an operator, on somebody's word or to be asked."""
        person, confirmed = self._anybody(), self.random.random() < 0.6
        choices = self._choices()
        kept_out = any(
            person.why_not(each.newsletter) if confirmed else person.is_kept_out(each.newsletter)
            for each in choices
        )
        if kept_out:
            with pytest.raises(SubscriberError, match="suppressed since"):
                operator.add(self.press, person.address, choices, confirmed=confirmed)
            return
        operator.add(self.press, self._spelled(person), choices, confirmed=confirmed)
        self._known(person)
        for each in choices:
            if self._is(person, each.newsletter, "active"):
                person.held[each.newsletter].wanted = self._wanted(each)
            elif confirmed:
                self._begin(person, each.newsletter, self._wanted(each))
            else:
                self._request(person, each)

    def bring_in(self) -> None:
        """A file with people known and unknown, twice, spelled anyhow, and with bad lines."""
        newsletter, confirmed = self.random.choice(NEWSLETTERS), self.random.random() < 0.6
        path = self.folder / "people.csv"
        lines, first = ["email,name,cadence,language,hour,state,newsletter"], dict[str, Wanted]()
        bad = over = 0
        for person in self.random.choices(list(self.people.values()), k=6):
            cadence, language, _, hour = wanted = self._wish(newsletter, sections=False)
            shown = self._spelled(person)
            kind = self.random.choice(["good", "good", "good", "bad", "ended", "other"])
            state = "ended" if kind == "ended" else self.random.choice(["", "active"])
            name = "nowhere" if kind == "other" else self.random.choice(["", newsletter])
            if kind == "bad":
                shown, bad = self.random.choice([f"{shown} x", "@", f'"{shown}']), bad + 1
            elif kind in ("ended", "other"):
                over += 1
            else:
                first.setdefault(person.address, wanted)
            hour_ = "" if hour is None else hour
            lines.append(f"{shown},,{cadence},{language},{hour_},{state},{name}")
        path.write_text("\n".join(lines) + "\n")
        self._say(newsletter, confirmed, *first)
        rehearsed = import_subscribers(
            self.press, path, newsletter, confirmed=confirmed, dry_run=True
        )
        found = import_subscribers(self.press, path, newsletter, confirmed=confirmed)
        assert rehearsed.summary() == found.summary(), self.tale
        counted = {"added": 0, "activated": 0, "known": 0, "barred": 0}
        for address, wanted in first.items():
            counted[self._bring(self.people[address], newsletter, wanted, confirmed)] += 1
        told = {key: number for key, number in found.summary().items() if key in counted}
        assert told == counted, f"{found} {self.tale}"
        assert (found.bad, found.passed_over) == (bad, over), f"{found} {self.tale}"

    def _bring(self, person: Person, newsletter: str, wanted: Wanted, confirmed: bool) -> str:
        had = person.held.get(newsletter)
        if person.why_not(newsletter):
            return "barred"
        if had is not None and had.state == "ended" and had.why != subscriptions.NOT_CONFIRMED:
            return "barred"
        if had is None:
            self._known(person)
            state = "active" if confirmed else "pending"
            person.held[newsletter] = Held(wanted, state, self.now)
            return "added"
        if had.state != "active" and confirmed:
            person.held[newsletter] = Held(had.wanted, "active", self.now)
            return "activated"
        return "known"

    def bar(self) -> None:
        person, name = self._anybody(), self.random.choice([EVERY, EVERY, *NEWSLETTERS])
        done = operator.suppress(self.press, person.address, newsletter=name)
        assert done == person.bar(name, "operator"), self.tale

    def unbar(self) -> None:
        person, name = self._anybody(), self.random.choice([None, EVERY, *NEWSLETTERS])
        lifted = operator.unsuppress(self.press, self._spelled(person), newsletter=name)
        wanted = {key: why for key, why in person.barred.items() if name in (None, key)}
        assert {each.newsletter: each.reason for each in lifted} == wanted, self.tale
        for key in wanted:
            del person.barred[key]

    def wait(self) -> None:
        self._clock[0] += timedelta(days=self.random.choice([1, 3, 6, 9]))

    def tidy(self) -> None:
        tidying.tidy(self.press)
        overdue = self.now - WITHIN - GRACE
        for person in self.people.values():
            for one in person.held.values():
                if one.state == "pending" and one.created < overdue:
                    one.state, one.why = "ended", subscriptions.NOT_CONFIRMED
            lapsed = all(
                (one.state, one.why) == ("ended", subscriptions.NOT_CONFIRMED)
                for one in person.held.values()
            )
            if person.key and not person.confirmed and person.created < overdue and lapsed:
                person.forget()

    def back_up(self) -> None:
        path = self.folder / f"{len(self.backups)}.gz"
        dump.write(self.press.store, path, now=self.now)
        self.backups.append((path, deepcopy(self.people)))

    def bring_back(self) -> None:
        """An old store: who has left since has left it too, and who was erased is gone."""
        if not self.backups:
            return
        path, people = self.random.choice(self.backups)
        self.people = deepcopy(people)
        dump.restore(self.press.store, path)
        catch_up(self.press)
        for address, person in self.people.items():
            since = {name: why for name, why in self.words.get(address, {}).items() if why}
            for name, reason in since.items():
                if not person.bar(name, reason):
                    continue
                if reason == "unsubscribed" and person.key:
                    for each in (*person.held,) if name == EVERY else (name,):
                        person.leave(each, "restored")
            if person.key and person.key in self.erased:
                person.bar(EVERY, "erased")
                person.forget()
                # Of what they had only as much was left as was told before they were erased.
                barred = self._barred(address)
                assert since.items() <= barred.items() <= person.barred.items(), self.tale
                person.barred = barred
        assert catch_up(self.press) == 0, self.tale

    # What must hold.

    def check(self) -> None:
        with self.press.store.read() as connection:
            for person in self.people.values():
                self._check(connection, person)
            for newsletter in NEWSLETTERS:
                self._check_recipients(connection, newsletter)

    def _check(self, connection: Connection, person: Person) -> None:
        found = subscribers.by_canonical(connection, person.address)
        assert (found.key if found else "") == person.key, f"{person} {self.tale}"
        barred = self._barred(person.address)
        assert barred == person.barred, f"{person} {barred} {self.tale}"
        if found is None:
            return
        assert (found.name, found.confirmed is not None) == (person.name, person.confirmed)
        held = {
            each.newsletter: ((each.cadence, each.language, each.sections, each.hour), each.state)
            for each in subscriptions.of(connection, found.id)
        }
        wanted = {name: (one.wanted, one.state) for name, one in person.held.items()}
        assert held == wanted, f"{person} {held} {self.tale}"
        kinds = {(each.kind, each.newsletter) for each in history.of(connection, found.id)}
        for name, one in person.held.items():
            begun = {(kind, name) for kind in ("asked", "confirmed", "added", "imported")}
            assert kinds & begun, f"{person} {kinds} {self.tale}"
            assert one.state != "active" or kinds & begun - {("asked", name)}, self.tale

    def _check_recipients(self, connection: Connection, newsletter: str) -> None:
        """Whom the next edition of each cadence would go to, and who is left out, and why."""
        offered: dict[str, Any] = {
            "cadences": CADENCES[newsletter],
            "languages": LANGUAGES[newsletter],
        }
        for cadence in CADENCES[newsletter]:
            found = {
                each.key: bool(each.suppressed)
                for each in recipients.recipients(connection, newsletter, cadence, **offered)  # type: ignore[arg-type]
            }
            wanted = {
                person.key: bool(person.why_not(newsletter))
                for person in self.people.values()
                if self._is(person, newsletter, "active")
                and person.held[newsletter].wanted[0] == cadence
            }
            assert found == wanted, self.tale

    def end(self, other: Press) -> None:
        """All that comes goes out into a file, and into a new site from there."""
        self.told.append("end")
        fill(other, page("1"), page("2", breadcrumb=(("203", "Culture"),)))
        for newsletter in NEWSLETTERS:
            path = self.folder / f"{newsletter}.csv"
            with path.open("w", encoding="utf-8", newline="") as out:
                export_csv(self.press, out, newsletter=newsletter)
            report = import_subscribers(other, path, newsletter, confirmed=True)
            assert report.bad == 0, f"{path.read_text()} {self.tale}"
        for person in self.people.values():
            wanted = {
                name: one.wanted for name, one in person.held.items() if one.state == "active"
            }
            with other.store.read() as connection:
                found = subscribers.by_canonical(connection, person.address)
                held = subscriptions.of(connection, found.id) if found else []
            assert {
                each.newsletter: (each.cadence, each.language, each.sections, each.hour)
                for each in held
            } == wanted, f"{person} {self.tale}"
            assert found is None or found.name == person.name, f"{person} {self.tale}"

    def _note_words(self, before: dict[str, dict[str, str]]) -> None:
        for person in self.people.values():
            words = self.words.setdefault(person.address, {})
            for name in before[person.address].keys() | person.barred.keys():
                if before[person.address].get(name) != person.barred.get(name):
                    words[name] = person.barred.get(name, "")

    def _barred(self, address: str) -> dict[str, str]:
        with self.press.store.read() as connection:
            found = barring.of(connection, self.press.secrets.fingerprint(address))
        return {each.newsletter: each.reason for each in found}

    # What people do.

    def _request(self, person: Person, choice: Choice) -> None:
        if not self._is(person, choice.newsletter, "active"):
            wanted = self._wanted(choice)
            person.held[choice.newsletter] = Held(wanted, "pending", self.now)

    def _begin(self, person: Person, newsletter: str, wanted: Wanted) -> None:
        person.held[newsletter] = Held(wanted, "active", self.now)

    def _known(self, person: Person) -> None:
        """Whoever was not known is so now, with a key of their own."""
        if not person.key:
            person.created = self.now
            with self.press.store.read() as connection:
                found = subscribers.by_canonical(connection, person.address)
            assert found is not None, f"{person} {self.tale}"
            person.key = found.key

    def _bearer(self, link: Link, act: Callable[[], object]) -> Person | None:
        """Whose link it is, once it was used; one of somebody who was erased opens nothing."""
        person = self.people[link.address]
        self._say(link.address)
        if not link.key or link.key != person.key:
            with pytest.raises(TokenError):
                act()
            return None
        act()
        return person

    def _link(self, purpose: Purpose) -> Link:
        """One that somebody has from a mail; now and then of one who was erased since."""
        kept = [each for each in self.links if each.key]
        person = self._anybody()
        if kept and self.random.random() < 0.3:
            old = self.random.choice(kept)
            address, key = old.address, old.key
        else:
            address, key = person.address, person.key
        return Link(self._made(purpose, key), purpose, address, key, self.now)

    def _made(self, purpose: Purpose, key: str, *names: str) -> str:
        return tokens_of(self.press).make(purpose, key, *names, now=self.now)

    def _read_letters(self) -> None:
        """Confirmations as they are mailed."""
        with self.press.store.read() as connection:
            for person in self.people.values():
                found = subscribers.by_canonical(connection, person.address)
                for each in letters.of(connection, found.id) if found else []:
                    names = tuple(each.details.get("newsletters", ()))
                    if each.kind == "confirm" and found:
                        token = tokens_of(self.press).make(
                            "confirm", found.key, *names, now=each.created
                        )
                        link = Link(
                            token, "confirm", person.address, found.key, each.created, names
                        )
                        if link not in self.links:
                            self.links.append(link)

    def _choices(self) -> tuple[Choice, ...]:
        names = self.random.sample(NEWSLETTERS, self.random.randint(1, 2))
        found = []
        for name in names:
            cadence, language, sections, hour = self._wish(name)
            keys = tuple(each.partition("/")[2] for each in sections) if sections else None
            found.append(Choice(name, keys, cadence, language, hour))
        return tuple(found)

    def _wish(self, newsletter: str, *, sections: bool = True) -> Wanted:
        return (
            self.random.choice(CADENCES[newsletter]),
            self.random.choice(LANGUAGES[newsletter]),
            self.random.choice(SECTIONS) if sections else None,
            self.random.choice([None, None, 0, 7, 23]),
        )

    def _wanted(self, choice: Choice) -> Wanted:
        sections = tuple(f"cms/{key}" for key in choice.sections) if choice.sections else None
        return choice.cadence, choice.language, sections, choice.hour

    def _is(self, person: Person, newsletter: str, state: str) -> bool:
        one = person.held.get(newsletter)
        return one is not None and one.state == state

    def _anybody(self) -> Person:
        person = self.random.choice(list(self.people.values()))
        self._say(person.address)
        return person

    def _spelled(self, person: Person) -> str:
        return self.random.choice([person.address, person.address.upper(), person.address.title()])

    def _say(self, *words: Any) -> None:
        self.told[-1] += " " + ", ".join(map(str, words))


@pytest.mark.parametrize(("store_url", "seed"), LIVED, indirect=["store_url"])
def test_who_said_no_gets_nothing_and_nobody_else_is_touched(
    tmp_path: Path, store_url: str, seed: int
) -> None:
    clock = [NOW]
    site = readers_site(tmp_path, store_url, more=MORE)
    config = load_config(site.file, environment={})
    with open_press(config, clock=lambda: clock[0]) as press:
        life = Life(press, clock, tmp_path, Random(seed))
        for _ in range(STEPS):
            life.step()
        with readers_site(tmp_path / "other", "sqlite:///data/store.db").press() as other:
            life.end(other)
