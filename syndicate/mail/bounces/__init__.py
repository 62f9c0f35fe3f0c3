"""What comes back: reports of bounces and complaints, read and judged. Pure: no store, no network.

* ``finding.py``: what a report says, as data.
* ``message.py``: the mail that a report is, opened with care; whose token it carries.
* ``dsn.py`` (RFC 3464), ``arf.py`` (RFC 5965), ``autoreply.py`` (RFC 3834), ``flufl.py``:
  one kind of report each.
* ``rules.py``: what a status means for the address.
* ``reading.py``: all of them in their order.
* ``providers/``: the webhooks of sending services, one file each.

Anybody can write a report. Nothing here believes one: a finding only says
whom it would be about, and ``jobs/bounces`` counts it where a token of ours or
the ledger bears it out.
"""
