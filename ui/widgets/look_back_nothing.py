"""What stands in place of the list when there is nothing in it: what will be here, or what may help to find it.

May touch: its own widgets. Must never sound as if something were lost or missing.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.widgets.buttons import SecondaryButton
from ui.widgets.card import Card, EmptyState
from ui.widgets.labels import Body


def nothing_written_card(write: Callable[[], object]) -> Card:
    """Before the first entry."""
    card = Card(name="look-back-instead")
    card.add(
        EmptyState(
            QCoreApplication.translate("LookBack", "Nothing is written yet"),
            QCoreApplication.translate(
                "LookBack", "Later everything you wrote can be found here: by a word, by a day, by who was there."
            ),
            QCoreApplication.translate(
                "LookBack",
                "Type “stairs”, and every entry comes in which stairs are spoken of, in any form of the word.",
            ),
            name="look-back-empty",
            icon="magnifying-glass",
            action=QCoreApplication.translate("LookBack", "Write what happened"),
            clicked=write,
        )
    )
    return card


def nothing_found_card(everything: Callable[[], object], *, narrowed: bool) -> Card:
    """Nothing fits; `narrowed`: it may be because of what is chosen besides the words."""
    parts: list[QWidget] = [
        Body(QCoreApplication.translate("LookBack", "Nothing found."), name="look-back-nothing"),
        Body(
            QCoreApplication.translate(
                "LookBack", "The first letters of a word are enough, and endings do not matter. Try fewer words."
            ),
            "muted",
        ),
    ]
    if narrowed:
        parts.append(
            Body(
                QCoreApplication.translate(
                    "LookBack", "It is narrowed down as well. What is chosen can be taken off."
                ),
                "muted",
            )
        )
    parts.append(
        SecondaryButton(
            QCoreApplication.translate("LookBack", "Show everything again"),
            name="look-back-everything",
            clicked=everything,
        )
    )
    card = Card(name="look-back-instead")
    card.add(*parts)
    return card
