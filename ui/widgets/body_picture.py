"""One view of the drawn figure with its numbered marks, for looking at and for marking with mouse or keyboard.

May touch: the painter, the figure's outlines. Must never mark a place that has no name, and never hold a meaning
that the words beside it do not say.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QLabel, QSizePolicy

from safeplan.content import body_map
from safeplan.content.body_map import Region
from safeplan.content.record_guide import RecordGuide
from safeplan.records.incident_form import BodyMark
from ui.theme import current

# Higher would not fit between the buttons of a small window, however large the text is.
_MOST_HIGH = 440
_ARROWS = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
}


class BodyPicture(QLabel):
    """`show_view` chooses the figure and the view, `show_marks` gives all marks of the entry in their order.

    A label without text: screen readers stop at labels. Its spoken name is the place the keyboard is at and
    the marks there.
    """

    # A place of the view was chosen: region, x, y.
    marked = Signal(str, float, float)
    # A mark was chosen, or is to go: its number in the entry, from 0.
    chosen = Signal(int)
    removed = Signal(int)
    # By a key.
    moved = Signal()
    # The place under the keyboard or the mouse, "" for none.
    at = Signal(str)

    def __init__(self, guide: RecordGuide, *, name: str, for_marking: bool = True) -> None:
        super().__init__()
        self.setObjectName(name)
        self._guide, self._for_marking = guide, for_marking
        self._marks: tuple[BodyMark, ...] = ()
        self._place = self._under_mouse = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if for_marking:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setMouseTracking(True)
            self.setAccessibleDescription(guide.body.about)
        self.show_view(body_map.FIGURES[0], body_map.VIEWS[0])

    def show_view(self, figure: str, view: str) -> None:
        """Paint this one."""
        self.view = body_map.view(figure, view)
        self._places = {one.id: one for one in self.view.regions}
        self._place, self._under_mouse = self.view.regions[0].id, ""
        self.updateGeometry()
        self._say()

    def show_marks(self, marks: Sequence[BodyMark]) -> None:
        """All marks of the entry; those of other views keep their number and are not painted."""
        self._marks = tuple(marks)
        self._say()

    def place(self) -> str:
        """The place the keyboard is at."""
        return self._place

    def place_words(self, place: str) -> str:
        """ "left thigh", with the marks that are there: "left thigh: mark 2"."""
        region = self._places[place]
        words = self._guide.place_name(region.part, region.side)
        here = [str(number + 1) for number, mark in self._here() if mark.region == place]
        if not here:
            return words
        if len(here) == 1:
            said = QCoreApplication.translate("IncidentFields", "{place}: mark {number}")
            return said.replace("{number}", here[0]).replace("{place}", words)
        said = QCoreApplication.translate("IncidentFields", "{place}: marks {numbers}")
        return said.replace("{numbers}", ", ".join(here)).replace("{place}", words)

    def point(self, x: float, y: float) -> QPointF:
        """Where a point of the view (0 to 1) lies on the widget."""
        area = self._area()
        return QPointF(area.x() + x * area.width(), area.y() + y * area.height())

    def sizeHint(self) -> QSize:
        """Grows with the text as far as a window has room."""
        height = min(_MOST_HIGH, current().px(360 if self.view.height > 300 else 250))
        return QSize(round(height * self.view.width / self.view.height) + current().px(36), height)

    def minimumSizeHint(self) -> QSize:
        """Narrow windows make it smaller and keep its height."""
        return QSize(min(current().px(120), self.sizeHint().width()), self.sizeHint().height())

    # ── mouse and keys ──────────────────────────────────────────────────────────────────────────────────────────
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Name what lies under the mouse."""
        self._hover(self._hit(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """The place under the mouse is one no longer."""
        super().leaveEvent(event)
        self._hover("")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A mark that is there already is chosen, a place without one gets one."""
        if not self._for_marking or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        near = current().px(10)
        for number, mark in reversed(self._here()):
            away = self.point(mark.x, mark.y) - event.position()
            if abs(away.x()) <= near and abs(away.y()) <= near:
                self._place = mark.region
                self.chosen.emit(number)
                return
        place = self._hit(event.position())
        if place:
            self._place = place
            area = self._area()
            x = (event.position().x() - area.x()) / area.width()
            y = (event.position().y() - area.y()) / area.height()
            self.marked.emit(place, min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second press marks nothing: after the first, another place may lie under the mouse."""
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, Enter marks, Delete takes the newest mark of the place away."""
        arrow = _ARROWS.get(Qt.Key(event.key()))
        if arrow is not None and self._for_marking:
            self._place = self._places[self._place].neighbours[arrow] or self._place
            self._say()
            self.moved.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._for_marking:
            x, y = self._places[self._place].middle
            self.marked.emit(self._place, x, y)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._for_marking:
            here = [number for number, mark in self._here() if mark.region == self._place]
            if here:
                self.removed.emit(here[-1])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring of focus, and the place it is at."""
        super().focusInEvent(event)
        self._say()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Without it again."""
        super().focusOutEvent(event)
        self.update()

    def _hover(self, place: str) -> None:
        if place != self._under_mouse:
            self._under_mouse = place
            self.update()
            self.at.emit(place)

    def _hit(self, at: QPointF) -> str:
        area = self._area()
        x, y = (at.x() - area.x()) / area.width(), (at.y() - area.y()) / area.height()
        return body_map.hit(self.view.figure, self.view.id, x, y)

    def _say(self) -> None:
        """What a screen reader says, and the same in a line below for everybody."""
        said = self._guide.body.picture.replace("{figure}", self._guide.figures[self.view.figure]).replace(
            "{view}", self._guide.views[self.view.id]
        )
        if self._for_marking:
            said = f"{self.place_words(self._place)}. {said}"
            self.at.emit(self._place)
        self.setAccessibleName(said)
        if self.hasFocus():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))
        self.update()

    def _here(self) -> list[tuple[int, BodyMark]]:
        shown = (self.view.figure, self.view.id)
        return [(number, one) for number, one in enumerate(self._marks) if (one.figure, one.view) == shown]

    # ── painting ────────────────────────────────────────────────────────────────────────────────────────────────
    def _area(self) -> QRectF:
        """Where the view lies, with its proportions."""
        edge = current().px(8)
        room = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        scale = max(0.01, min(room.width() / self.view.width, room.height() / self.view.height))
        width, height = self.view.width * scale, self.view.height * scale
        return QRectF(room.center().x() - width / 2, room.center().y() - height / 2, width, height)

    def _path(self, points: Sequence[tuple[float, float]], *, closed: bool) -> QPainterPath:
        path = QPainterPath(self.point(*points[0]))
        for point in points[1:]:
            path.lineTo(self.point(*point))
        if closed:
            path.closeSubpath()
        return path

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The figure, the place chosen, the marks with their numbers."""
        tokens = current().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(tokens.ink), 1.5, j=Qt.PenJoinStyle.RoundJoin)
        places = [self._places[one] for one in {self._under_mouse, self._place if self.hasFocus() else ""} if one]
        outlines = [self._path(one, closed=True) for one in self.view.outlines]
        for number, outline in enumerate(outlines):
            painter.fillPath(outline, QColor(tokens.field))
            self._paint_places(painter, [one for one in places if one.shape == number], outline)
            painter.strokePath(outline, pen)
        fine = QPen(QColor(tokens.control), 0.7)
        for line in self.view.lines:
            painter.strokePath(self._path(line, closed=False), fine)
        self._paint_letters(painter)
        for count, mark in self._here():
            self._paint_mark(painter, count + 1, self.point(mark.x, mark.y))
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)

    def _paint_places(self, painter: QPainter, places: Sequence[Region], outline: QPainterPath) -> None:
        for place in places:
            inside = self._path(place.border, closed=True).intersected(outline)
            painter.fillPath(inside, QColor(current().tokens.accent_soft))
            painter.strokePath(inside, QPen(QColor(current().tokens.accent), 2))

    def _paint_letters(self, painter: QPainter) -> None:
        letters = {"left": self._guide.body.letter_left, "right": self._guide.body.letter_right}
        painter.setPen(QColor(current().tokens.muted))
        side = current().px(24)
        for letter, x, y in self.view.letters:
            area = QRectF(0, 0, side, side)
            area.moveCenter(self.point(x, y))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, letters[letter])

    def _paint_mark(self, painter: QPainter, number: int, middle: QPointF) -> None:
        tokens, half = current().tokens, current().px(9)
        painter.setPen(QPen(QColor(tokens.surface), 1.5))
        painter.setBrush(QColor(tokens.accent))
        painter.drawEllipse(middle, half, half)
        font = painter.font()
        font.setPixelSize(max(8, round(half * 1.3)))
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(tokens.on_accent))
        area = QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(number))
