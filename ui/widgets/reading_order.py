"""The order of Tab is the order of reading, also on pages whose parts arrive one after the other.

May touch: the focus chain of what it is given. Must never go by places on the screen: in two columns the keyboard
would jump from card to card in the middle of each.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from operator import itemgetter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

_OWN = Qt.FindChildOption.FindDirectChildrenOnly


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
    for part in in_order(layout):
        if isinstance(part, QLayout):
            yield from _in_layout(part)
        else:
            yield from _stops(part)


def in_order(layout: QLayout) -> list[QWidget | QLayout]:
    """What a layout holds, in its order, without asking it for its items.

    What `itemAt` hands out PySide6 6.11.3 remembers by its place in memory for as long as the layout lives, also when
    the item is long gone: the next widget made at that place ends the process when it is deleted.
    """
    holder = layout.parentWidget()
    widgets = holder.findChildren(QWidget, options=_OWN) if holder is not None else []
    placed: list[tuple[int, QWidget | QLayout]] = [(layout.indexOf(one), one) for one in widgets]
    placed += [(layout.indexOf(one), one) for one in layout.children() if isinstance(one, QLayout)]
    return [one for place, one in sorted(placed, key=itemgetter(0)) if place >= 0]
