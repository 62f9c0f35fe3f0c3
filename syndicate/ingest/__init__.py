"""From a source's files to pages: the folder scan, the readers, the process pool.

Reading is pure: bytes in, :class:`syndicate.model.article.Page` or
:class:`syndicate.model.errors.PageError` out. Nothing here knows the store.
"""
