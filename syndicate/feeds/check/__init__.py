"""Whether a feed holds the rules: RSS 2.0, Atom 1.0, JSON Feed 1.1 and OPML 2.0.

``check_document`` is the whole of it for bytes; ``exchange`` judges how a
server answers. One module a concern holds its rules beside the checks that
find them broken; ``registry`` lists them all. Nothing here reads a file, a
clock or the network, and no address found in a document is followed.
"""

from syndicate.feeds.check.document import check_document
from syndicate.feeds.check.finding import Finding, Severity

__all__ = ["Finding", "Severity", "check_document"]
