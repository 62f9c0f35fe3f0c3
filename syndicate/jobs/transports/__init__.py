"""Ways for mail to leave: through a mail server, or into a folder of this machine.

``transport_of`` makes the configured one. Adding one is a module and a line in
``registry.py``.
"""

from syndicate.jobs.transports.interface import Session, Transport
from syndicate.jobs.transports.registry import transport_of
from syndicate.jobs.transports.single import send_one

__all__ = ["Session", "Transport", "send_one", "transport_of"]
