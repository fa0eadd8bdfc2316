"""Marks on the drawn figure: setting them and saying what they are, and reading them later as picture and words.

May touch: its own widgets. Must never ask how old a mark is, and never ask for a picture of a private place.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication, QPoint, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from safeplan.content import body_map
from safeplan.content.record_guide import RecordGuide
from safeplan.handover.entry_parts import mark_lines
from safeplan.records.incident_form import BodyMark
from ui.theme import current
from ui.widgets.body_picture import BodyPicture
from ui.widgets.buttons import QuietButton
from ui.widgets.choices import Choice
from ui.widgets.column import HeldColumn
from ui.widgets.file_words import breakable
from ui.widgets.flow import columns, flow
from ui.widgets.incident_fields import GroupField
from ui.widgets.incident_shapes import Ask, Group
from ui.widgets.labels import Body, Heading
from ui.widgets.scroll_page import SETTLED_MS
from ui.widgets.stack import stack

NO_FILES: Mapping[str, int] = MappingProxyType({})


class MarksField(QWidget):
    """`value()` are the marks in their order; the picture shows those of the view chosen."""

    changed = Signal()

    def __init__(self, guide: RecordGuide, name: str, title: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._guide, self._name = guide, name
        self._marks: list[BodyMark] = []
        self._shown = -1
        self._pictures: dict[str, str] = {}
        self.figure = Choice(
            list(guide.figures.items()),
            name=f"{name}-figure",
            accessible=title,
            several=False,
            chosen=[body_map.FIGURES[0]],
            may_be_none=False,
        )
        self.view = Choice(
            list(guide.views.items()),
            name=f"{name}-view",
            accessible=title,
            several=False,
            chosen=[body_map.VIEWS[0]],
            may_be_none=False,
        )
        self.picture = BodyPicture(guide, name=f"{name}-picture")
        self.place = Body("", name=f"{name}-place")
        self._list = QWidget()
        # Words of a mark go on in a second line, and then begin where the first does.
        self._list.setStyleSheet("QPushButton { text-align: left; }")
        self._rows = HeldColumn(self._list, spacing=0)
        self._about = QWidget()
        self._details = HeldColumn(self._about, spacing=10)
        beside = columns(stack(self.picture, self.place), stack(self._list), narrowest=240)
        column = HeldColumn(self, spacing=10)
        for widget in (
            Body(guide.body.about),
            self.figure,
            self.view,
            Body(guide.body.sides, "small"),
            beside,
            self._about,
        ):
            column.addWidget(widget)
        for choice in (self.figure, self.view):
            choice.changed.connect(self._turn)
        self.picture.at.connect(self._say_place)
        self.picture.marked.connect(self._add)
        self.picture.chosen.connect(self._choose)
        self.picture.moved.connect(lambda: self._bring(self.picture))
        self.picture.removed.connect(self._remove)
        self._say_place(self.picture.place())

    def value(self) -> tuple[BodyMark, ...]:
        """The marks in their order."""
        return tuple(self._marks)

    def set_value(self, value: Sequence[BodyMark]) -> None:
        """Show kept marks; the drawing turns to the first."""
        self._marks = list(value)
        if value:
            self._turn_to(value[0])
        self._list_anew()
        self._show(-1)

    def _turn(self) -> None:
        self.picture.show_view(self.figure.one(), self.view.one())

    def _turn_to(self, mark: BodyMark) -> None:
        if (self.figure.one(), self.view.one()) != (mark.figure, mark.view):
            self.figure.set_chosen([mark.figure])
            self.view.set_chosen([mark.view])
            self._turn()

    def _say_place(self, place: str) -> None:
        self.place.setText(self.picture.place_words(place or self.picture.place()))

    def _add(self, region: str, x: float, y: float) -> None:
        there = [mark for mark in self._marks if (mark.region, mark.x, mark.y) == (region, x, y)]
        here = [mark for mark in there if (mark.figure, mark.view) == (self.figure.one(), self.view.one())]
        if here:
            self._choose(self._marks.index(here[-1]))
            return
        self._marks.append(BodyMark(self.figure.one(), self.view.one(), region, x, y))
        self._list_anew()
        self._choose(len(self._marks) - 1)
        self.changed.emit()

    def _remove(self, number: int) -> None:
        del self._marks[number]
        self._list_anew()
        self._show(-1)
        self.picture.setFocus()
        self.changed.emit()

    def _list_anew(self) -> None:
        _empty(self._rows)
        for number, mark in enumerate(self._marks):
            button = QuietButton(
                mark_words(self._guide, number, mark),
                name=f"{self._name}-{number + 1}-open",
                clicked=partial(self._press, number),
            )
            self._rows.addWidget(flow(button))
        self.picture.show_marks(self._marks)

    def offer_pictures(self, pictures: Mapping[str, str]) -> None:
        """The pictures kept with this entry, id to words; one of them can be tied to each mark."""
        self._pictures = dict(pictures)
        self._show(self._shown)

    def _press(self, number: int) -> None:
        self._turn_to(self._marks[number])
        if number == self._shown:
            self._show(-1)
        else:
            self._choose(number)

    def _choose(self, number: int) -> None:
        """A mark was pressed: what is asked about it comes into sight, once it has its place."""
        self._show(number)
        QTimer.singleShot(SETTLED_MS, self._about, lambda: self._bring(self._about))

    def _bring(self, part: QWidget) -> None:
        """Scroll as little as shows the part; where it is higher than the window, its beginning."""
        above = part.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is None or not part.isVisible():
            return
        air, room = current().px(16), above.viewport().height()
        top = part.mapTo(above.viewport(), QPoint()).y() - air
        hidden = top + part.height() + 2 * air - room
        bar = above.verticalScrollBar()
        if top < 0 or hidden > 0:
            bar.setValue(bar.value() + (top if top < 0 else min(top, hidden)))

    def _show(self, number: int) -> None:
        """The details of one mark, -1 for none."""
        self._shown = number
        _empty(self._details)
        if number < 0:
            return
        mark = self._marks[number]
        title = mark_words(self._guide, number, mark)
        name = f"{self._name}-{number + 1}"
        private = body_map.is_private(mark.region)
        # Nothing here asks for a picture of a private place; one that was tied to it stays tied.
        pictures = {} if private and not mark.attachment else self._pictures
        details = GroupField(_details(self._guide, mark, pictures), name, title, {})
        details.set_value(mark)
        details.changed.connect(lambda: self._changed_mark(number, details))
        self._details.addWidget(Heading(title, 3, name=f"{name}-title"))
        if private:
            self._details.addWidget(Body(self._guide.body.private, name=f"{name}-private"))
        self._details.addWidget(details)
        if not self._pictures and not private:
            self._details.addWidget(Body(self._guide.body.photo_later, "small", name=f"{name}-photo-later"))
        colour = next(one.text for one in self._guide.never if one.id == "colour")
        self._details.addWidget(Body(colour, "small"))
        away = QuietButton(
            QCoreApplication.translate("IncidentFields", "Take this one away"),
            name=f"{name}-remove",
            icon="trash",
            clicked=lambda: self._remove(number),
            accessible=QCoreApplication.translate("IncidentFields", "Take this one away: {part}").format(part=title),
        )
        self._details.addWidget(flow(away))

    def _changed_mark(self, number: int, details: GroupField) -> None:
        self._marks[number] = details.value()
        self.changed.emit()


class MarksView(QWidget):
    """Kept marks: each view that has some, and every mark in words. `files`: numbers of the entry's files by id."""

    def __init__(
        self, marks: Sequence[BodyMark], guide: RecordGuide, *, name: str, files: Mapping[str, int] = NO_FILES
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        column = HeldColumn(self, spacing=4)
        column.addWidget(Body(guide.paper["marks"], "small", name=f"{name}-label"))
        pictures: list[QWidget] = []
        for figure, view in dict.fromkeys((mark.figure, mark.view) for mark in marks):
            picture = BodyPicture(guide, name=f"{name}-{figure}-{view}", for_marking=False)
            picture.show_view(figure, view)
            picture.show_marks(marks)
            pictures.append(stack(picture, Body(f"{guide.figures[figure]}, {guide.views[view]}", "small")))
        column.addWidget(flow(*pictures, spacing=16))
        words = "\n".join(mark_lines(marks, guide, files, lambda number: guide.body.photo_file.format(number=number)))
        column.addWidget(Body(breakable(words), name=f"{name}-words"))


def mark_words(guide: RecordGuide, number: int, mark: BodyMark) -> str:
    """ "2) left thigh; view: from the front"."""
    region = next(one for one in body_map.regions(mark.figure, mark.view) if one.id == mark.region)
    return (
        guide.body.mark.replace("{number}", str(number + 1))
        .replace("{place}", guide.place_name(region.part, region.side))
        .replace("{view}", guide.views[mark.view])
    )


def _details(guide: RecordGuide, mark: BodyMark, pictures: Mapping[str, str]) -> Group:
    say = guide.paper
    tied = (Ask("attachment", guide.body.photo, "choice", tuple(pictures.items())),) if pictures else ()
    asks = (
        Ask("kind", "", "choice", tuple(guide.mark_kinds.items())),
        Ask("size", say["size"], "choice", tuple(guide.sizes.items())),
        Ask("size_words", ""),
        Ask("colours", say["colours"], "several", tuple(guide.colours.items())),
        Ask("pain", say["pain"], "choice", tuple(guide.pains.items())),
        *tied,
        Ask("note", say["note"], "box"),
    )
    return Group("marks", lambda: mark, asks)


def _empty(layout: QVBoxLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
