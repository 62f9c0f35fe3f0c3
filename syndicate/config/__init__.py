"""The site's configuration: typed, checked as a whole, and able to say where each value came from.

The environment is a parameter here, as ``now`` is elsewhere: only the command
line reads ``os.environ``.
"""
