"""Delivery: editions to their subscribers, each once, whatever dies meanwhile.

The order of things for one edition:

* ``editions.py``: is it young enough, approved, past its gates; is the store up to date
* ``freeze.py``: its recipients, fixed and counted before the first mail
* ``run.py``: this process's part in sending; several share one edition
* ``feed.py``, ``pacing.py``: which mail goes on which connection, and when
* ``witness.py``: what happens on the connections, recorded in
  ``journal.py`` (SQLite) or ``commits.py`` (PostgreSQL) before anything else
* ``desk.py``, ``aftermath.py``: rows out of the ledger, endings into it and what they mean
* ``recovery.py``: going on with what a dead process had in hand
* ``epoch.py``: what is known of deliveries outside the store
* ``standing.py``: how it stands; ``control.py``, ``reconcile.py``: what operators decide
* ``deliver.py``: all that is due, or one edition: what the verbs and ``serve`` call;
  ``targets.py``, ``report.py``: which editions that are, and what was done for each
* ``rehearsal.py``: what it would do, and one mail for a look

``docs/explanation/delivery.md`` says what is promised.
"""
