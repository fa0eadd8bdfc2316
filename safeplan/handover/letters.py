"""Makes any text printable with the letters the report carries, hiding nothing and changing nothing else.

May touch: nothing but the text it is given. Must never drop a character, or let one that cannot be seen turn the
meaning of a line round: what has no shape is named in brackets instead.
"""

from __future__ import annotations

import functools
import re
import unicodedata

# Typst's built-in faces (Libertinus Serif, DejaVu Sans Mono) have these characters; measured by compiling each one
# as PDF/A, which refuses a missing shape. A test compiles them all again. Invisible ones are left out on purpose.
_COVERED = (
    "0020-007E 00A0-00AC 00AE-034E 0350-0377 037A-037F 0384-038A 038C 038E-03A1 03A3-0484 0487-04FF 0510-0513"
    " 051A-051D 0531-0556 0559-058A 058D-058F 0591-05C7 05D0-05EA 05EF-05F4 0606-060C 0615 061B 061F 0621-063A"
    " 0640-0655 065A 0660-066D 0674 0679-067B 067E-0680 0683-0684 0686-0687 0691 0698 06A4 06A9 06AF 06BE 06CC"
    " 06F0-06F9 10D0-10FF 1D00-1DBF 1E00-1F15 1F18-1F1D 1F20-1F45 1F48-1F4D 1F50-1F57 1F59 1F5B 1F5D 1F5F-1F7D"
    " 1F80-1FB4 1FB6-1FC4 1FC6-1FD3 1FD6-1FDB 1FDD-1FEF 1FF2-1FF4 1FF6-1FFE 2000-200A 2010-2027 202F-2040 2042"
    " 2044-2052 2054-205F 2070-2071 2074-208E 2090-209C 20A0-20C0 2100-211E 2120 2122 2124 2126-2151 2153-2184"
    " 2190-23FF 2460-262F 2638-268B 2690-269C 26A0-26A7 26AA-26B2 2701-2704 2706-2709 270C-2727 2729-274B 2758-275E"
    " 2761-277F 2794 2798-27AF 27B1-2B73 2C60-2C7F FB00-FB06 FFFD"
)
# Runs longer than this get places to break: a full line, and a value beside its label, hold so many wide letters.
# Words of people are shorter, so they stay whole.
LONGEST_RUN = 36
LONGEST_VALUE_RUN = 22
BREAK_HERE = "\u200b"


def _unseen() -> re.Pattern[str]:
    """Matches every character without a shape of its own; a compiled class, so that long texts stay in C."""
    ranges = "".join("-".join(f"\\u{point}" for point in part.split("-")) for part in _COVERED.split())
    return re.compile(f"[^\\n{ranges}]")


_UNSEEN = _unseen()
_LINE_ENDS = re.compile("\r\n?|\u2028|\u2029|\x85")


def printable(untrusted_text: str) -> str:
    """The text with every character visible: unknown, invisible and steering ones become "[U+1F600 GRINNING FACE]".

    Line ends become "\\n", tabs four spaces; nothing else is touched.
    """
    text = _LINE_ENDS.sub("\n", untrusted_text).replace("\t", "    ")
    return _UNSEEN.sub(_named, text)


def breakable(text: str, longest_run: int = LONGEST_RUN) -> str:
    """The text with places to break inside runs that no line could hold; they take no space and show nothing."""
    return _long_run(longest_run).sub(lambda run: run[0] + BREAK_HERE, text)


def one_line(untrusted_text: str, longest_run: int = LONGEST_VALUE_RUN) -> str:
    """Printable and breakable on one line: for names, places and table cells."""
    return breakable(" ".join(printable(untrusted_text).split()), longest_run)


def in_a_cell(untrusted_text: str, longest: int, longest_run: int) -> str:
    """One line of a table; one of more than `longest` characters is cut and ends in "…"."""
    line = one_line(untrusted_text[:longest], longest_run)
    return f"{line} …" if len(untrusted_text) > longest else line


@functools.cache
def _long_run(length: int) -> re.Pattern[str]:
    # Letters only from the second on: breaking before a comma or bracket would look like an error.
    return re.compile(rf"[^\s{BREAK_HERE}]{{{length}}}(?=\w)")


def _named(match: re.Match[str]) -> str:
    character = match[0]
    name = unicodedata.name(character, "")
    return f"[U+{ord(character):04X}{' ' + name if name else ''}]"
