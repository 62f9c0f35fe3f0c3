"""Services that mail for us, and report to ``/webhooks/NAME`` what came back.

A new one is a file here with ``is_configured`` and ``hear``, and a line in
``registry.py``. Each checks that a call is genuine exactly as its provider
documents it, before it reads anything else. Nothing here opens a connection:
what must be fetched is asked of the caller.
"""
