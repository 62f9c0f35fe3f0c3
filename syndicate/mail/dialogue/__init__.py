"""Talking to a mail server, as far as that is pure: what to say next, and what was answered.

Nothing here touches a socket or a clock: bytes come in, bytes go out, and a
witness is told what became of each mail. ``jobs/transports/`` has the wire.
"""
