"""The card with the record's four words: a day, the words, the long number, and that number as a square.

May touch: resources/reports and resources/proof. Must never put anything of the record itself on it, not even how
many lines it has: whoever finds the card learns nothing but that there is a record.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from qrcodegen import QrCode

from safeplan import errors
from safeplan.content.record_words import load_record_words
from safeplan.handover.labels import LANGUAGES, load_labels
from safeplan.handover.letters import one_line
from safeplan.handover.report import compile_template

TEMPLATE = "reports/record_card.typ"
WORDS = 4
# White fields around the square: a camera finds it by them.
QUIET = 4
_NUMBER = re.compile(r"[0-9a-f]{64}")


def number_rows(root_hex: str) -> tuple[str, ...]:
    """The long number in four rows of four groups of four: so it can be read aloud and compared."""
    return tuple(" ".join(root_hex[at : at + 4] for at in range(row, row + 16, 4)) for row in range(0, 64, 16))


def square(root_hex: str) -> tuple[tuple[bool, ...], ...]:
    """The long number as a QR square: rows of fields, True for a black one, with the white edge around."""
    # Capitals need two thirds of the fields; read back, they are the same number.
    code = QrCode.encode_text(root_hex.upper(), QrCode.Ecc.MEDIUM)
    fields = range(-QUIET, code.get_size() + QUIET)
    return tuple(tuple(code.get_module(x, y) for x in fields) for y in fields)


def compile_record_card(
    words: Sequence[str], root_hex: str, day: date, language: str, *, at_opening: bool = False
) -> bytes:
    """The card as PDF/A bytes. `words` are the four of `language`, `day` the one on which they hold.

    `at_opening`: they leave out what was kept after the opening on that day, and the card says so.
    """
    if language not in LANGUAGES:
        raise errors.Bug(code="card-language")
    if len(words) != WORDS or not _NUMBER.fullmatch(root_hex):
        raise errors.Bug(code="card-head")
    say = load_record_words(language).card
    data = {
        "language": language,
        "title": say.title,
        "made_date": [day.year, day.month, day.day],
        "day": (say.day_opened if at_opening else say.day).format(day=load_labels(language).day(day)),
        "words": [one_line(word) for word in words],
        "number": say.number,
        "number_rows": list(number_rows(root_hex)),
        "square": say.square,
        "note": say.note,
        "use": say.use,
        "cut": say.cut,
    }
    return compile_template(TEMPLATE, data, {"square.svg": _as_svg(square(root_hex))})


def _as_svg(fields: tuple[tuple[bool, ...], ...]) -> bytes:
    size = len(fields)
    path = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(fields) for x, black in enumerate(row) if black)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" shape-rendering="crispEdges">'
        f'<rect width="{size}" height="{size}" fill="#fff"/><path d="{path}" fill="#000"/></svg>'
    ).encode("ascii")
