"""The outgoing press of a newsroom: feeds and digests from an article store.

This module imports nothing, so that ``syndicate --version`` costs nothing.
"""

__version__ = "0.1.0"
