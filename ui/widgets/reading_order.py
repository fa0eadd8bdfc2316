"""The order of Tab is the order of reading, also on pages whose parts arrive one after the other.

May touch: the focus chain of what it is given. Must never go by places on the screen: in two columns the keyboard
would jump from card to card in the middle of each.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def tab_as_read(top: QWidget) -> None:
    """Chain everything inside `top` that Tab can reach, in the order in which the layouts hold it.

    Qt chains widgets in the order of their making, so what is filled in later came last.
    """
    for before, after in itertools.pairwise(_stops(top)):
        if before.nextInFocusChain() is not after:
            QWidget.setTabOrder(before, after)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    layout = widget.layout()
    if layout is not None:
        yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield from _stops(widget)
        elif inner is not None:
            yield from _in_layout(inner)
