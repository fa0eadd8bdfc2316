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
        self._title_lines = 1
        model.modelReset.connect(self._share_width)

    def tile_height(self) -> int:
        """One tile, with the gap to the next: the picture, the words, and air around each of them."""
        title, other = (QFontMetrics(font).lineSpacing() for font in self._fonts())
        return 2 * _GAP + current().px(PICTURE + 2 * _GAP) + self._title_lines * title + 2 * other

    def frame_of(self, tile: QRect) -> QRect:
        """The frame drawn on a tile."""
        return tile.adjusted(_GAP // 2, _GAP // 2, -_GAP // 2, -_GAP // 2)

    def words_on(self, tile: QRect, row: int) -> list[tuple[str, QFont, QRect]]:
        """Which words stand on a tile, in which font, and where."""
        files, (bold, plain) = self._files, self._fonts()
        inner = self._inside(tile)
        top = inner.top() + current().px(PICTURE)
        found = []
        private = not files.kind_of(row)
        title_lines = self._title_lines + 2 if private else self._title_lines
        for text, font, lines in (
            (files.title_of(row), bold, title_lines),
            (files.kind_of(row), plain, 1),
            (files.day_of(row), plain, 1),
        ):
            if text:
                room = QRect(inner.left(), top, inner.width(), lines * QFontMetrics(font).lineSpacing())
                found.append((text, font, room))
                top = room.bottom() + 1
        return found

    def _inside(self, tile: QRect) -> QRect:
        air = current().px(_GAP)
        return self.frame_of(tile).adjusted(air, air, -air, -air)

    def _fonts(self) -> tuple[QFont, QFont]:
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        return bold, QFont(self.font())

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
        self._share_width()
        super().resizeEvent(event)

    def _share_width(self) -> None:
        """No tile is narrower than its longest words; where the window is, the title goes on in a second line."""
        wide = max(1, self.viewport().width() - 2)
        title, others = self._files.longest_words()
        bold, plain = (QFontMetrics(font) for font in self._fonts())
        longest = max([bold.horizontalAdvance(title), *(plain.horizontalAdvance(one) for one in others)])
        around = 2 * _GAP + 2 * current().px(_GAP) + 2
        columns = max(1, wide // max(current().px(NARROWEST), longest + around))
        self._title_lines = 1 if bold.horizontalAdvance(title) + around <= wide // columns else 2
        size = QSize(wide // columns, self.tile_height())
        if size != self.gridSize():
            self.setGridSize(size)


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
        place = self._view.frame_of(option.rect)
        picked = bool(state & QStyle.StateFlag.State_Selected)
        focused = bool(state & QStyle.StateFlag.State_HasFocus) and self._view.hasFocus()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = tokens.focus if focused else tokens.accent if picked else tokens.line
        painter.setPen(QPen(QColor(edge), 2 if picked or focused else 1))
        painter.setBrush(QColor(tokens.accent_soft if picked else tokens.surface))
        painter.drawRoundedRect(place, 8, 8)
        inner = self._view._inside(option.rect)
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
        painter.setPen(ink)
        for text, font, room in self._view.words_on(option.rect, row):
            painter.setFont(font)
            painter.drawText(room, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft, text)
        painter.restore()
