"""What the DNS says of who may mail for a domain: read, and judged. Pure: it asks through others.

* ``names.py``: how the DNS is asked
* ``tags.py``: the form that DKIM's and DMARC's records share
* ``spf.py`` (RFC 7208), ``key.py`` (RFC 6376, 3.6), ``dmarc.py`` (RFC 9989)
"""
