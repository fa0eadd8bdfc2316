"""Which licences may stand beside GPL-3.0: the short names of SPDX, and what an expression of them allows.

May touch: nothing. Must never call a licence compatible because it is not known here.
"""

from __future__ import annotations

import re

# Works under these may be part of a work under GPL-3.0-or-later (as the FSF's list of licences says).
COMPATIBLE = frozenset(
    {
        *("0BSD", "Apache-2.0", "BSD-1-Clause", "BSD-2-Clause", "BSD-3-Clause"),
        *("BSL-1.0", "CC0-1.0", "FTL", "GPL-2.0-or-later", "GPL-3.0-only", "GPL-3.0-or-later", "HPND", "IJG", "ISC"),
        *("LGPL-2.1-only", "LGPL-2.1-or-later", "LGPL-3.0-only", "LGPL-3.0-or-later", "MIT", "MIT-0", "MIT-CMU"),
        *("MIT-open-group", "MPL-2.0", "NICTA-1.0", "PSF-2.0", "Unicode-3.0", "Unlicense", "X11", "Zlib"),
        *("bzip2-1.0.6", "libtiff", "blessing", "LicenseRef-public-domain"),
        # The exceptions allow more than the licence without them.
        *("GPL-3.0-or-later WITH GCC-exception-3.1", "Apache-2.0 WITH LLVM-exception"),
        "GPL-2.0-or-later WITH Bootloader-exception",
    }
)


def compatible(expression: str) -> bool:
    """Whether an SPDX expression leaves a way to pass its work on under GPL-3.0: any side of OR, each of AND."""
    words = re.sub(r"([()])", r" \1 ", expression).split()
    allowed, rest = _any(words)
    return allowed and not rest


def _any(words: list[str]) -> tuple[bool, list[str]]:
    allowed, words = _each(words)
    while words[:1] == ["OR"]:
        other, words = _each(words[1:])
        allowed = allowed or other
    return allowed, words


def _each(words: list[str]) -> tuple[bool, list[str]]:
    allowed, words = _one(words)
    while words[:1] == ["AND"]:
        other, words = _one(words[1:])
        allowed = allowed and other
    return allowed, words


def _one(words: list[str]) -> tuple[bool, list[str]]:
    if not words:
        return False, []
    if words[0] == "(":
        allowed, words = _any(words[1:])
        return allowed and words[:1] == [")"], words[1:]
    if words[1:2] == ["WITH"]:
        return " ".join(words[:3]) in COMPATIBLE, words[3:]
    return words[0] in COMPATIBLE, words[1:]
