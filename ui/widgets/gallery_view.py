"""The kept files as tiles: a covered place or a small picture, and which file it is.

May touch: its own painting. Must never uncover more than what was pressed, and never draw a tile that is not in
sight.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.icons import pixmap
from ui.theme import current
from ui.widgets.gallery_model import GalleryModel

Index = QModelIndex | QPersistentModelIndex

# At 100 %. The side of the place for the picture, and the narrowest tile.
PICTURE = 132
NARROWEST = 168
_GAP = 8
_LINES = 4


class GalleryView(QListView):
    """A press chooses a tile and uncovers it; Space shows or covers; `opened(row)` on Enter and a double press."""

    opened = Signal(int)
    chosen = Signal(int)

    def __init__(self, model: GalleryModel, *, name: str, accessible: str, description: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setAccessibleDescription(description)
        self._files = model
        self.setModel(model)
        self.setItemDelegate(_Tile(self))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setSelectionRectVisible(False)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.clicked.connect(lambda index: model.show_one(index.row()))
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))
        self.setMinimumWidth(current().px(NARROWEST) // 2)

    def tile_height(self) -> int:
        """One tile, with the gap to the next."""
        return current().px(PICTURE) + _LINES * QFontMetrics(self.font()).lineSpacing() + current().px(3 * _GAP)

    def currentChanged(self, now: Index, before: Index) -> None:
        """Tell which one is chosen."""
        super().currentChanged(now, before)
        self.chosen.emit(now.row())

    def keyboardSearch(self, _search: str) -> None:
        """Letters do nothing: a press on Space would otherwise begin a search."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space shows or covers, Enter opens; arrows are the list's own."""
        row = self.currentIndex().row()
        if event.key() == Qt.Key.Key_Space and row >= 0:
            if self._files.is_shown(row):
                self._files.cover_one(row)
            else:
                self._files.show_one(row)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row >= 0:
            self.opened.emit(row)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many tiles a row as fit; they share the width."""
        wide = max(1, self.viewport().width() - 2)
        columns = max(1, wide // current().px(NARROWEST))
        size = QSize(wide // columns, self.tile_height())
        if size != self.gridSize():
            self.setGridSize(size)
        super().resizeEvent(event)


class _Tile(QStyledItemDelegate):
    def __init__(self, view: GalleryView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """The same for all."""
        grid = self._view.gridSize()
        return QSize(grid.width() - _GAP, grid.height() - _GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The frame, the picture or its cover, the words."""
        look, files, row = current(), self._view._files, index.row()
        tokens = look.tokens
        state: QStyle.StateFlag = option.state
        place: QRect = option.rect.adjusted(_GAP // 2, _GAP // 2, -_GAP // 2, -_GAP // 2)
        picked = bool(state & QStyle.StateFlag.State_Selected)
        focused = bool(state & QStyle.StateFlag.State_HasFocus) and self._view.hasFocus()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = tokens.focus if focused else tokens.accent if picked else tokens.line
        painter.setPen(QPen(QColor(edge), 2 if picked or focused else 1))
        painter.setBrush(QColor(tokens.accent_soft if picked else tokens.surface))
        painter.drawRoundedRect(place, 8, 8)
        inner = place.adjusted(look.px(_GAP), look.px(_GAP), -look.px(_GAP), -look.px(_GAP))
        window = QRect(inner.left(), inner.top(), inner.width(), look.px(PICTURE) - look.px(_GAP))
        shown = files.picture(row)
        if shown is not None and not shown.isNull():
            fit = shown.size().scaled(window.size(), Qt.AspectRatioMode.KeepAspectRatio)
            at = window.center() - QRect(0, 0, fit.width(), fit.height()).center()
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(QRect(at, fit), shown)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.nav))
            painter.drawRoundedRect(window, 6, 6)
            drawing = pixmap(files.icon_of(row), "muted", 36)
            size = drawing.deviceIndependentSize().toSize()
            at = window.center() - QRect(0, 0, size.width(), size.height()).center()
            painter.drawPixmap(QRect(at, size), drawing)
        ink = QColor(tokens.on_accent_soft if picked else tokens.ink)
        self._words(painter, inner, window.bottom() + look.px(_GAP), row, ink)
        painter.restore()

    def _words(self, painter: QPainter, inner: QRect, top: int, row: int, ink: QColor) -> None:
        files, font = self._view._files, QFont(self._view.font())
        font.setWeight(QFont.Weight.DemiBold)
        lines = [(files.title_of(row), 2 if files.kind_of(row) else _LINES), (files.kind_of(row), 1)]
        for text, most in [*lines, (files.day_of(row), 1)]:
            metrics = QFontMetrics(font)
            if most == 2 and metrics.horizontalAdvance(text) <= inner.width():
                most = 1
            room = QRect(inner.left(), top, inner.width(), most * metrics.lineSpacing())
            painter.setFont(font)
            painter.setPen(ink)
            if most == 1:
                text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
            painter.drawText(room, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft, text)
            top = room.bottom() + 1
            font.setWeight(QFont.Weight.Normal)
