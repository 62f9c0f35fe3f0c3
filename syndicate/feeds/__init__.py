"""From articles to feeds: RSS 2.0, Atom 1.0 and JSON Feed 1.1.

One neutral document (``document``) is built from the store's articles, and
each format renders it (``formats``). Nothing here reads a clock or the
network: the same articles give the same bytes.
"""
