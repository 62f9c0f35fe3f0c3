"""Taking back what came back: reports from mailboxes, servers and providers, into the store.

* ``taking.py``: one report into the store, and what follows from it.
* ``collect.py``: all that waits in the maildir and the IMAP folder of [mail.bounces].
* ``maildir.py``, ``imap.py``: those two; ``lmtp.py``: a server that reports are handed to.
* ``calls.py``: a provider's webhook; ``visits.py``: the few addresses asked for it.

A report counts only where it can't be a stranger's invention: it carries the
token of a mail of ours, or names a mail and an address that the ledger knows
to belong together, both of the last thirty days; or it comes, signed, from a
provider that mails for us and is about an address that was mailed.
"""
