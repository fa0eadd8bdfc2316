"""Widgets below each other as one widget whose height follows its width.

May touch: the geometry of what it holds. Must never add margins: the card around it has them.
"""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget


def stack(*widgets: QWidget, spacing: int = 10, name: str = "") -> QWidget:
    """The widgets top to bottom, `spacing` px apart."""
    holder = QWidget()
    holder.setObjectName(name)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    for widget in widgets:
        column.addWidget(widget)
    # Beside something higher the words stay at the top instead of drifting apart.
    column.addStretch(1)
    return holder


def tighten(card: QWidget, above_and_below: int) -> None:
    """Give a card of one row less air above and below than a card with a heading has."""
    layout = card.layout()
    if layout is not None:
        margins = layout.contentsMargins()
        layout.setContentsMargins(margins.left(), above_and_below, margins.right(), above_and_below)
