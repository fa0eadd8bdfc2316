"""The short ways to write a column, and to make a card of one row as low as a row.

May touch: the geometry of what they are given. Must never add margins to a column: the card around it has them.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.widgets.column import Column


def stack(*widgets: QWidget, spacing: int = 10, name: str = "") -> Column:
    """The widgets top to bottom, `spacing` px apart."""
    return Column(*widgets, spacing=spacing, name=name)


def tighten(card: QWidget, above_and_below: int) -> None:
    """Give a card of one row less air above and below than a card with a heading has."""
    layout = card.layout()
    if layout is not None:
        margins = layout.contentsMargins()
        layout.setContentsMargins(margins.left(), above_and_below, margins.right(), above_and_below)
