"""The folded card: 8.5 x 5.4 cm on one sheet of A4, two sides by folding, letters as large as they fit.

May touch: resources/reports. Must never cut a line: what has no room is named, so that she can shorten it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from safeplan import errors
from safeplan.handover.labels import LANGUAGES, load_labels
from safeplan.handover.letters import one_line
from safeplan.handover.paper_lines import LaidOut
from safeplan.handover.report import ask_template, compile_template, with_rows

TEMPLATE = "reports/card.typ"
# In points, the largest first; below 8.5 a card cannot be read in poor light.
SIZES = (12, 11, 10.5, 10, 9.5, 9, 8.5)


@dataclass(frozen=True)
class WalletCard:
    """`pdf` holds what fits; `left_out` are places in LaidOut.rows that have no room; `size` of the letters in pt."""

    pdf: bytes
    left_out: tuple[int, ...]
    size: float


def compile_card(laid: LaidOut, language: str, day: date) -> WalletCard:
    """The card as PDF/A bytes. Raises NothingChosen for no lines."""
    if language not in LANGUAGES:
        raise errors.Bug(code="paper-language")
    if not laid.rows:
        raise errors.NothingChosen
    data: dict[str, Any] = {
        "language": language,
        "title": one_line(laid.title),
        "made_date": [day.year, day.month, day.day],
        "fold": load_labels(language)("sheet", "fold"),
        "usual": laid.style == "usual",
        "rows": laid.as_data(),
        "sizes": list(SIZES),
    }
    # The template itself measures what fits: only it knows how wide the letters are.
    answer = ask_template(TEMPLATE, data, with_rows(), "<card>")
    return WalletCard(compile_template(TEMPLATE, data, with_rows()), tuple(answer["left_out"]), answer["size"])
