"""Settling what is in doubt: by a mail server's log, or by an operator's word.

A mail that the log knows was accepted; one that it does not know was not, if
the log reaches over the whole of the delivery: that is the operator's to see
to. Of a restored store every row that has not been settled is looked up, and
the edition goes on with those that the log does not know.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from sqlalchemy import Connection

from syndicate.config.model import Newsletter
from syndicate.jobs.delivery import recovery
from syndicate.jobs.delivery.desk import close
from syndicate.jobs.delivery.editions import RESTORED, called, prepare
from syndicate.jobs.delivery.epoch import Epochs, named
from syndicate.jobs.delivery.parts import Parts, usual
from syndicate.jobs.press import Press
from syndicate.mail import maillog
from syndicate.mail.maillog import Logged
from syndicate.model.delivery import MailingState
from syndicate.model.edition import Edition
from syndicate.model.errors import DeliveryError
from syndicate.store import claims, ledger, ledger_amends, mailings
from syndicate.store.mailings import Mailing

#: So many mails that were accepted tell whether a log is of their delivery.
_ENOUGH: Final = 2_000

#: An operator's word on all rows in doubt.
Word = Literal["accepted", "unsent"]

#: The verbs that let a mailing go on.
_LETTING_GO: Final[Mapping[MailingState, str]] = {
    "awaiting": "digest approve",
    "held": "mail release",
    "paused": "mail resume",
}

BY_LOG = "by a mail server's log"
BY_WORD = "by an operator's word"


@dataclass(frozen=True, slots=True)
class Reconciled:
    """How many rows were found accepted or failed, how many go on, how many stay in doubt.

    Of a restored store those go on too that it never knew to be mailed. Of an
    edition that is not sent any more none goes on: those are ``left_out``. Without
    ``begun`` nothing of it was ever sent, and there is nothing to settle.
    """

    edition: str
    accepted: int = 0
    failed: int = 0
    requeued: int = 0
    doubtful: int = 0
    left_out: int = 0
    dry_run: bool = False
    begun: bool = True


def reconcile(
    press: Press,
    name: str,
    *,
    log: Iterable[str] | None = None,
    word: Word | None = None,
    dry_run: bool = False,
    parts: Parts | None = None,
) -> Reconciled:
    """Settle an edition's rows in doubt; of one held for a restored store, all that are open.

    One whose delivery has not begun is left as it is, its recipients not frozen.
    Raises :class:`DeliveryError` where neither a log nor a word is given, where
    the log is plainly another one, where a restored store does not know the
    recipients yet, or where processes are delivering the edition right now.
    """
    if (log is None) == (word is None):
        raise DeliveryError(
            f"edition {name}",
            "nothing to settle it by" if log is None else "two things to settle it by",
            "give --log FILE, or --accepted or --unsent for all in doubt",
        )
    newsletter, edition = called(press, name)
    recovery.recover(press)
    epochs = Epochs(press.config)
    with press.store.read() as connection:
        mailing = mailings.find(connection, edition.id)
    if _is_behind(edition, mailing, epochs):
        if not dry_run:
            # A restored store may not even have frozen it yet.
            mailing = prepare(press, newsletter, edition, parts or usual(), epochs).mailing
            _refuse_unfrozen(edition, mailing)
    elif mailing is None or mailing.started is None:
        return Reconciled(named(edition), dry_run=dry_run, begun=False)
    settling = _Settling(press, newsletter, edition, epochs, dry_run=dry_run)
    return settling.by_log(log) if log is not None else settling.by_word(word or "accepted")


def _is_behind(edition: Edition, mailing: Mailing | None, epochs: Epochs) -> bool:
    """Whether this is a restored store, which knows less of an edition than has been sent.

    Held for that, it is so though the file that told of it is gone meanwhile.
    """
    if mailing is not None and mailing.state == "held" and mailing.reason.startswith(RESTORED):
        return True
    return (mailing.epoch if mailing else 0) < epochs.of(edition)


def _refuse_unfrozen(edition: Edition, mailing: Mailing) -> None:
    """Refuse to settle nobody: once all were known they would get it, again."""
    verb = _LETTING_GO.get(mailing.state)
    if mailing.frozen is None and verb is not None:
        raise DeliveryError(
            f"edition {named(edition)}",
            f"it is {mailing.state}, and this restored store does not know its recipients",
            f"let it go on first, which sends nothing: syndicate {verb} {named(edition)}",
        )


class _Settling:
    def __init__(
        self,
        press: Press,
        newsletter: Newsletter,
        edition: Edition,
        epochs: Epochs,
        *,
        dry_run: bool,
    ) -> None:
        self.press, self.newsletter, self.edition = press, newsletter, edition
        self.epochs, self.dry_run = epochs, dry_run

    def by_log(self, lines: Iterable[str]) -> Reconciled:
        last: dict[str, Logged] = {}
        for said in maillog.read(lines, label=self.edition.period.label):
            last[said.message_id] = said
        return self._settle(last, None)

    def by_word(self, word: Word) -> Reconciled:
        return self._settle({}, word)

    def _settle(self, last: dict[str, Logged], word: Word | None) -> Reconciled:
        with self.press.store.write(durable=True) as connection:
            mailing = mailings.find(connection, self.edition.id, lock=True)
            # Else rows that are on their way now would count as settled.
            if claims.claimants(connection, self.edition.id):
                raise DeliveryError(
                    f"edition {named(self.edition)}",
                    "it is being delivered right now",
                    f"pause it first: syndicate mail pause {named(self.edition)}",
                )
            restored = mailing is not None and _is_behind(self.edition, mailing, self.epochs)
            accepted: list[int] = []
            failed: dict[str, list[int]] = {}
            unknown: list[int] = []
            waiting = 0
            for row, message_id, state in ledger.unsettled(
                connection, self.edition.id, excluded=restored
            ):
                doubtful = state == "in doubt" or restored
                said = last.get(message_id)
                if state == "excluded":
                    # Left out since it was restored: they had got it before.
                    if said is not None and said.fate == "accepted":
                        accepted.append(row)
                elif said is not None and said.fate == "failed":
                    failed.setdefault(said.reason, []).append(row)
                elif said is not None or (doubtful and word == "accepted"):
                    accepted.append(row)
                elif state == "in doubt":
                    unknown.append(row)
                elif restored:
                    waiting += 1
            if word is None and not accepted and not failed and (unknown or waiting):
                self._refuse_another(connection, last, restored=restored)
            if not self.dry_run:
                self._write(connection, accepted, failed, unknown, BY_WORD if word else BY_LOG)
                # Where nothing was settled nothing has ended anew.
                if restored or accepted or failed or unknown:
                    self._reopen(connection, mailing, restored=restored)
                recovery.close_over(connection, self.edition.id, now=self.press.clock())
        going = len(unknown) + waiting
        over = mailing is not None and mailing.is_over
        return Reconciled(
            named(self.edition),
            accepted=len(accepted),
            failed=sum(map(len, failed.values())),
            requeued=0 if over else going,
            left_out=going if over else 0,
            dry_run=self.dry_run,
        )

    def _refuse_another(
        self, connection: Connection, last: Mapping[str, Logged], *, restored: bool
    ) -> None:
        """Refuse a log that can't be the one: that of another day, or an empty one.

        By it everybody in it would be mailed twice.
        """
        sent = ledger.accepted(connection, self.edition.id, limit=_ENOUGH)
        if (sent or restored) and not any(each in last for each in sent):
            raise DeliveryError(
                f"edition {named(self.edition)}",
                "the log names none of its mails, though some have been sent",
                "give the mail server's log of that time; "
                "if none was accepted that is in doubt: --unsent",
            )

    def _write(
        self,
        connection: Connection,
        accepted: Sequence[int],
        failed: dict[str, list[int]],
        unknown: Sequence[int],
        how: str,
    ) -> None:
        now = self.press.clock()
        ledger_amends.confirm(connection, accepted, "accepted", reason=how, now=now)
        for reason, rows in failed.items():
            ledger_amends.confirm(connection, rows, "failed", reason=f"{reason} ({how})", now=now)
        ledger_amends.requeue(
            connection,
            self.edition.id,
            ["in doubt"],
            now=now,
            expires=now + self.newsletter.expires,
            rows=unknown,
        )

    def _reopen(self, connection: Connection, mailing: Mailing | None, *, restored: bool) -> None:
        """Let the mailing go on, or be done, with what is left."""
        if mailing is None:
            return
        if restored:
            known = self.epochs.of(self.edition)
            mailings.note(connection, mailing.edition_id, epoch=max(known, mailing.epoch))
        now = self.press.clock()
        resend = self.press.config.mail.in_doubt == "resend"
        pending = ledger.has_pending(connection, mailing.edition_id, resend=resend)
        # What was never sent as this store has it still stands before its gates.
        fresh = pending and mailing.started is None
        seen: list[MailingState] = ["done"]
        if restored and (not pending or mailing.reason.startswith(RESTORED)):
            seen.append("held")
        values: dict[str, Any] = {} if fresh else {"started": mailing.started or now}
        state: MailingState = "ready" if fresh else "sending"
        mailings.move(connection, mailing.edition_id, state, seen=seen, finished=None, **values)
        if not pending:
            close(connection, mailing.edition_id, now=now)
