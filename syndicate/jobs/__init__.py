"""The use cases: what syndicate does, one module each, over the store and the crafts.

Each takes a :class:`~syndicate.jobs.press.Press` and returns a frozen report;
none prints. The verbs of the command line and the workers of ``serve`` call
the same functions.
"""
