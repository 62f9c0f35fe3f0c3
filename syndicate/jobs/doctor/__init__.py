"""What stands between a digest and the inbox: sender, DNS, relay, links. Asks, and changes nothing.

Each check says what it found and, unless all is well, what to do. The big
mailboxes' rules are what is measured by: SPF and DKIM that pass, DMARC that
aligns, a one-click address over https (RFC 8058).

* ``case.py``: what is examined, and what is found
* ``domain.py``: what the DNS has to say; ``ways.py``: the relay, and our own addresses
* ``examine.py``: all of it
"""
