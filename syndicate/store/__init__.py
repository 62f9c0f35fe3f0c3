"""The article store: what has been read, and what has been made of it.

One module per aggregate; each function takes an open connection and does one
thing. Transactions belong to the caller (``Store.read``, ``Store.write``).
"""
