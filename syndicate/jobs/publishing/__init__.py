"""The parts of a publish: which feeds there are, what stands in them, what is written.

``jobs/publish.py`` puts them in order. ``catalog`` names the feeds, ``newest``
knows what stands in each, ``writer`` brings documents to the disk, ``archive``
keeps what has left the feeds, ``site`` makes the pages around them.
"""
