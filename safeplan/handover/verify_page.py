"""The page that checks a handed-over folder in any browser, without network and without this program.

May touch: resources. Must never be changed on its way out: the page names the hash of its own script and style, and
a browser runs nothing else in it.
"""

from __future__ import annotations

from safeplan.content.resources import read_resource

# The name it has in the folder.
VERIFY_PAGE = "verify.html"


def verify_page() -> bytes:
    """The whole page as UTF-8; the same bytes in every folder, so that two copies can be compared."""
    return read_resource("reports/verify.html")
