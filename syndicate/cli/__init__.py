"""The command line: one module for each group of verbs.

Nothing but click is imported until a verb runs (``--help`` and ``--version``
included): the modules of the verbs stand in ``registry.py`` by name.
"""

from syndicate.cli.program import main

__all__ = ["main"]
