"""The question before an entry of this opening is taken back, and what ends that possibility.

May touch: the questions. Must never take anything back itself.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from ui.page import PageContext


def ask_take_back(context: PageContext, number: int, then: Callable[[], object]) -> None:
    """`then` is called when she says yes."""
    context.questions.ask(
        QCoreApplication.translate("EntryPage", "Take back entry {number}?").format(number=number),
        QCoreApplication.translate(
            "EntryPage",
            "Nothing of it stays, no trace and no gap. This can be done until the next opening. It ends earlier when"
            " something is handed over, or when the four words of the record are to stand for it too.",
        ),
        [
            ("yes", QCoreApplication.translate("EntryPage", "Take back")),
            ("no", QCoreApplication.translate("EntryPage", "Leave it")),
        ],
        lambda answer: then() if answer == "yes" else None,
        safe="no",
    )
