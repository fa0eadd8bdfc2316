"""What an entry line is worth as a number, whichever keyboard layout it was typed on.

May touch: the line it is given. Must never keep what it read.
"""

from __future__ import annotations

from fractions import Fraction

from ui.disguises.arithmetic import SumError, read_sum
from ui.disguises.keyed_line import KeyedLine
from ui.disguises.keys import meaning_of_sign


def value_of(line: KeyedLine) -> Fraction | None:
    """The number or sum in `line` ("1 250,50", "1200+350", "қү" for 08 on the Kazakh row); None for anything else."""
    text = line.text().strip().rstrip("=")
    by_sign = "".join(meaning_of_sign(sign) or "?" for sign in text if not sign.isspace())
    # As typed first: only there does a comma between thousands say what it is. The last one is for Kazakh letters
    # in a line that was edited in the middle.
    for reading in (text, line.by_position().rstrip("="), by_sign):
        if reading:
            try:
                return read_sum(reading, line.locale().groupSeparator())
            except SumError:
                continue
    return None
