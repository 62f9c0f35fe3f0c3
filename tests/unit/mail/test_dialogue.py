"""Whatever a server says, in whatever pieces: each mail's fate is told once, and told rightly."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndicate.mail.dialogue.commands import envelope, stuffed
from syndicate.mail.dialogue.offers import Offers, offers_of
from syndicate.mail.dialogue.reader import TEXT, NotSmtpError, Reader, Said
from syndicate.mail.dialogue.turns import Dialogue
from syndicate.model.delivery import Reply
from tests.support.outgoing import Log, outgoing, several


def read(data: bytes, *cuts: int) -> list[Said]:
    reader, found, start = Reader(), [], 0
    for cut in (*sorted(cuts), len(data)):
        found += reader.feed(data[start:cut])
        start = cut
    return found


def test_a_reply_has_a_code_a_status_and_a_text() -> None:
    (said,) = read(b"550 5.1.1 User unknown\r\n")
    assert said.reply == Reply(550, "User unknown", "5.1.1")


def test_a_reply_may_have_neither_status_nor_text() -> None:
    assert [said.reply for said in read(b"250\r\n250 \r\n")] == [Reply(250), Reply(250)]


def test_many_lines_are_one_text_with_one_status() -> None:
    (said,) = read(b"550-5.7.1 Not from\r\n550-5.7.1 here,\r\n550 5.7.1 not today\r\n")
    assert said.reply == Reply(550, "Not from here, not today", "5.7.1")


def test_a_status_as_some_appliances_write_it_is_understood() -> None:
    assert read(b"550 #5.1.0 Address rejected\r\n")[0].reply.enhanced == "5.1.0"


def test_a_text_that_would_steer_a_terminal_is_cleaned() -> None:
    (said,) = read(b"550 5.7.1 \x1b[31mred\x07 \xff\xe2\x80\xae" + b"x" * 2000 + b"\r\n")
    assert said.reply.text.isprintable()
    assert len(said.reply.text) <= TEXT


def test_a_line_feed_alone_ends_a_line() -> None:
    assert len(read(b"250-a\n250 b\n")) == 1


@given(
    replies=st.lists(
        st.tuples(
            st.integers(200, 599),
            st.lists(st.from_regex(r"[ -~]{0,40}", fullmatch=True), min_size=1, max_size=4),
        ),
        max_size=5,
    ),
    cuts=st.lists(st.integers(0, 400), max_size=6),
)
def test_replies_do_not_depend_on_how_they_are_cut(replies, cuts: list[int]) -> None:
    data = b"".join(
        b"".join(f"{code}-{line}\r\n".encode() for line in lines[:-1])
        + f"{code} {lines[-1]}\r\n".encode()
        for code, lines in replies
    )
    found = read(data, *(min(cut, len(data)) for cut in cuts))
    assert [(said.code, list(said.lines)) for said in found] == [(c, lines) for c, lines in replies]


@given(data=st.binary(max_size=200))
def test_nonsense_is_refused_and_nothing_else_happens(data: bytes) -> None:
    found: list[Said] = []
    with suppress(NotSmtpError):
        found = read(data)
    assert all(0 <= said.code <= 999 for said in found)


@pytest.mark.parametrize("line", [b"250-" + b"x" * 100 + b"\r\n", b"x" * 4097])
def test_a_reply_can_not_grow_without_bound(line: bytes) -> None:
    with pytest.raises(NotSmtpError, match="of more than"):
        read(line * 1000 if line.startswith(b"250") else line)


def test_offers_are_read_in_any_case_and_in_old_forms() -> None:
    lines = ("hello", "pipelining", "Size 1000", "AUTH=LOGIN", "auth PLAIN", "XUNKNOWN", "")
    assert offers_of(lines) == Offers(
        pipelining=True, says_size=True, size=1000, auth=frozenset({"LOGIN", "PLAIN"})
    )


def test_a_size_that_is_no_number_is_no_limit() -> None:
    assert offers_of(("hello", "SIZE")).size == 0
    assert offers_of(("hello", "SIZE many")).size == 0


@given(lines=st.lists(st.sampled_from(["", ".", "..", ".a", "a.", "a"]), max_size=10))
def test_stuffing_doubles_the_dot_at_the_beginning_of_a_line(lines: list[str]) -> None:
    data = "".join(f"{line}\r\n" for line in lines).encode()
    found = stuffed(data).split(b"\r\n")[:-1]
    assert b"." not in found
    assert [re.sub(rb"^\.", b"", line).decode() for line in found] == lines


@given(address=st.text(max_size=300), sender=st.text(max_size=300))
def test_no_address_can_add_a_command(address: str, sender: str) -> None:
    said = envelope(outgoing(1, to=address or "x", sender=sender), Offers(utf8=True))
    if isinstance(said, Reply):
        assert said.code == 553
        return
    for command in said[:2]:
        assert command.endswith(b"\r\n")
        assert command.count(b"\r") == command.count(b"\n") == 1
        assert len(command) < 1200


def test_a_mail_that_is_vouched_for_is_not_looked_at() -> None:
    odd = outgoing(1, body="x" * 2000 + "\r\n")._replace(vouched=True)
    assert not isinstance(envelope(odd, Offers()), Reply)


@dataclass
class Server:
    """A server in memory that holds the client to the protocol. ``plan`` says what it answers."""

    plan: list[str]
    pipelining: bool
    chunking: bool
    held: bytes = b""
    said: list[Reply] = field(default_factory=list)
    taken: list[str] = field(default_factory=list)
    dots: list[str] = field(default_factory=list)
    sender: bool = False
    recipient: bool = False
    body: bool = False
    silent: str = ""
    pieces: bytes = b""

    def wrote(self, parts: Sequence[bytes]) -> None:
        data = b"".join(parts)
        if not self.pipelining and not self.body and not data.startswith(b"BDAT"):
            assert data.count(b"\r\n") == 1, "pipelined without an offer"
        self.held += data
        while not self.silent and self._step():
            pass

    def _step(self) -> bool:
        if self.body:
            held = b"\r\n" + self.held
            end = held.find(b"\r\n.\r\n")
            if end < 0:
                return False
            self.held, self.body = held[end + 5 :], False
            self._whole(held[2 : end + 2])
            return True
        line, found, rest = self.held.partition(b"\r\n")
        if not found:
            return False
        verb = line.split()[0].decode()
        if verb == "BDAT":
            assert self.chunking, "BDAT without an offer"
            size, last = int(line.split()[1]), line.endswith(b" LAST")
            if len(rest) < size:
                return False
            self.held = rest[size:]
            if self.plan and self.plan[0] == "unknown":
                self.plan.pop(0)
                self._say(Reply(502))
                self.silent = "reading the piece as commands"
            elif last:
                self._whole(self.pieces + rest[:size])
            elif not (self.sender and self.recipient):
                self._say(Reply(503))
            elif self._answer(Reply(250)):
                self.pieces = rest[:size]
            return True
        self.held = rest
        if verb == "RSET":
            self.sender = self.recipient = False
            self.pieces = b""
            self._say(Reply(250))
        elif verb == "MAIL":
            assert not self.sender, "MAIL within a mail"
            self.sender = self._answer(Reply(250))
        elif verb == "RCPT":
            self.recipient = self.sender and self._answer(Reply(250))
            if not self.sender:
                self._say(Reply(503))
        else:
            assert verb == "DATA"
            if self.sender and self.recipient:
                self.body = self._answer(Reply(354))
            elif self.plan and self.plan[0] == "odd":
                self.plan.pop(0)
                self.body = True
                self._say(Reply(354))
            else:
                self._say(Reply(503 if not self.sender else 554))
        return True

    def _whole(self, data: bytes) -> None:
        was = self.sender and self.recipient
        self.sender = self.recipient = False
        self.pieces = b""
        found = re.search(rb"<\d+@[^>]+>", data)
        if not was or found is None:
            self._say(Reply(554))
            return
        message_id = found[0].decode()
        self.dots.append(message_id)
        if self._answer(Reply(250)) or self.silent == "after":
            self.taken.append(message_id)

    def _answer(self, good: Reply) -> bool:
        """As planned; whether it is the good answer."""
        act = self.plan.pop(0) if self.plan else "good"
        if act == "twice":
            self._say(good)
        if act in ("later", "never", "unknown"):
            self._say(Reply({"later": 450, "never": 550, "unknown": 502}[act]))
            return False
        if act == "closing":
            self._say(Reply(421))
            self.silent = "closed"
            return False
        if act == "nonsense":
            self._say(Reply(399))
            self.silent = "closed"
            return False
        if act in ("gone", "after"):
            self.silent = act
            return False
        self._say(good)
        return True

    def _say(self, reply: Reply) -> None:
        self.said.append(reply)


ACTS = st.sampled_from(
    ["good"] * 12
    + ["later", "never", "odd"] * 2
    + ["closing", "nonsense", "gone", "after", "unknown"]
)
#: Where the replies that are there are heard together, one too many is always found out.
MORE_ACTS = st.one_of(ACTS, st.just("twice"))


@given(
    plan_together=st.one_of(
        st.tuples(st.lists(MORE_ACTS, max_size=60), st.just(True)),
        st.tuples(st.lists(ACTS, max_size=60), st.just(False)),
    ),
    pipelining=st.booleans(),
    chunking=st.booleans(),
    dotted=st.booleans(),
    ahead=st.lists(st.booleans(), max_size=40),
)
def test_every_mail_has_one_fate_and_the_server_agrees(
    plan_together: tuple[list[str], bool],
    pipelining: bool,
    chunking: bool,
    dotted: bool,
    ahead: list[bool],
) -> None:
    plan, together = plan_together
    server, log = Server(plan, pipelining, chunking), Log()
    offers = Offers(pipelining=pipelining, chunking=chunking)
    dialogue = Dialogue(offers, log, server.wrote, lambda: True, "mx.example")
    waiting = several(12, body=".dot\r\n" if dotted else "text\r\n")
    taken = []
    while dialogue.ended is None and (waiting or not dialogue.is_idle):
        eager = ahead.pop() if ahead else True
        if waiting and dialogue.wants and (eager or not server.said):
            taken.append(waiting[0])
            dialogue.take(waiting.pop(0))
        elif server.said:
            # All that has come, or one reply at a time.
            for reply in [server.said.pop(0) for _ in range(len(server.said) if together else 1)]:
                dialogue.heard(reply)
            dialogue.go_on()
        else:
            dialogue.lost(Reply(0, "gone"))
    fates = {mail.message_id: log.outcomes[mail.delivery_id].kind for mail in taken}
    assert len(log.outcomes) == len(taken)
    assert not log.on_the_wire
    kinds = list(fates.values())
    assert kinds.count("in doubt") <= 1
    accepted = [name for name, kind in fates.items() if kind == "accepted"]
    doubtful = [name for name, kind in fates.items() if kind == "in doubt"]
    # What was accepted, the server has; and it has nothing else but what is in doubt.
    assert set(accepted) <= set(server.taken) <= set(accepted) | set(doubtful)
    assert len(server.taken) == len(set(server.taken))
    assert set(doubtful) <= set(server.dots)
    if not dialogue.ended:
        assert not waiting


def talking(*acts: str, **offers: bool) -> tuple[Server, Log, Dialogue]:
    server, log = Server(list(acts), offers.get("pipelining", False), chunking=True), Log()
    said = Offers(chunking=True, **offers)
    return server, log, Dialogue(said, log, server.wrote, lambda: True, "mx.example")


def hear(server: Server, dialogue: Dialogue) -> None:
    """All that has been said by now."""
    for reply in server.said:
        dialogue.heard(reply)
    server.said.clear()
    dialogue.go_on()


@pytest.mark.parametrize("pipelining", [True, False])
def test_a_piece_that_is_answered_twice_is_the_last(pipelining: bool) -> None:
    server, log, dialogue = talking("good", "good", "twice", pipelining=pipelining)
    dialogue.take(outgoing(1))
    dialogue.take(outgoing(2))
    while dialogue.ended is None:
        hear(server, dialogue)
    assert log.kinds == {1: "unsent", 2: "unsent"}
    assert log.begun == server.dots == []
    assert dialogue.chunkless


@pytest.mark.parametrize(("second", "kind"), [(250, "accepted"), (554, "in doubt")])
def test_of_two_answers_to_the_end_of_a_mail_the_worse_is_not_unheard(
    second: int, kind: str
) -> None:
    server, log, dialogue = talking(pipelining=True)
    dialogue.take(outgoing(1))
    hear(server, dialogue)
    server.said.append(Reply(second, "Once more"))
    hear(server, dialogue)
    assert log.kinds == {1: kind}
    assert dialogue.chunkless


def test_a_farewell_is_no_answer_too_many() -> None:
    _, _, dialogue = talking()
    dialogue.heard(Reply(421, "Idle for too long"))
    assert not dialogue.chunkless
    assert dialogue.ended == Reply(421, "Idle for too long")


def test_the_first_piece_of_a_connection_can_not_be_a_command() -> None:
    server, _, dialogue = talking(pipelining=True)
    wrote: list[bytes] = []
    dialogue.write = lambda parts: (wrote.append(b"".join(parts)), server.wrote(parts))  # type: ignore
    for mail in several(2):
        dialogue.take(mail)
    while not dialogue.is_idle:
        hear(server, dialogue)
    first, second, third = wrote
    assert first.endswith(b"\r\nBDAT 1\r\nM")
    size = len(outgoing(1).data)
    assert second.startswith(b"BDAT %d LAST\r\nessage-ID: <1@" % (size - 1))
    # The next goes in one: the server is known by then.
    assert third == b"BDAT %d LAST\r\n%b" % (size, outgoing(2).data)
    assert server.taken == ["<1@gazette.example>", "<2@gazette.example>"]


@pytest.mark.parametrize("code", [500, 501, 502, 503, 504])
def test_a_server_that_refuses_the_first_piece_as_unknown_has_had_no_mail(code: int) -> None:
    server, log, dialogue = talking("good", "good", pipelining=True)
    dialogue.take(outgoing(1))
    server.said[-1] = Reply(code, "What?")
    hear(server, dialogue)
    assert log.ended == [("unsent", "data")]
    assert (dialogue.chunkless, dialogue.ended) == (True, Reply(code, "What?"))


def test_a_piece_for_a_refused_recipient_is_out_of_turn_and_no_more() -> None:
    """RFC 3030, 2."""
    server, log, dialogue = talking("good", "never", pipelining=True)
    for mail in several(2):
        dialogue.take(mail)
    while not dialogue.is_idle:
        hear(server, dialogue)
    assert log.kinds == {1: "refused", 2: "accepted"}
    assert dialogue.ended is None
