"""What was found beside the entries: one line with the counts that unfolds to the notes themselves, each a way to its
page.

May touch: the background, to search the notes; its own widgets. Must never put a name on the screen that the settings
do not show, and never stay when it belongs to what was asked for before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from safeplan.content.case_words import load_case_words
from safeplan.errors import SafePlanError
from safeplan.records.search import Asked
from safeplan.records.search_notes import BREACH, CASE, DAY, KINDS, MOST, ORDER, PERSON, PRESSURE, NoteFound
from ui.page import PageContext
from ui.widgets import look_back_store as store
from ui.widgets.buttons import QuietButton
from ui.widgets.card import Unfold
from ui.widgets.incident_words import first_words
from ui.widgets.look_back_paint import RowPainter
from ui.widgets.look_back_rows import Row

# How many stand there at first, and come with each "Show more".
FIRST = 5
_NAME = "look-back-also"


class AlsoFound(QWidget):
    """Hidden while there is nothing. `names()`: people by id as they may be shown; `came` when notes have arrived."""

    came = Signal()

    def __init__(self, context: PageContext, names: Callable[[], Mapping[str, str]]) -> None:
        super().__init__()
        self.setObjectName(f"{_NAME}-part")
        self._context, self._names = context, names
        self._text = ""
        self._waiting = self._due = False
        self._may_unfold = True
        self.notes: tuple[NoteFound, ...] = ()
        self._lines = QWidget()
        self._column = QVBoxLayout(self._lines)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._more = QuietButton(
            QCoreApplication.translate("LookBack", "Show more"), name=f"{_NAME}-more", clicked=self._add_lines
        )
        self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._shown: list[FoundLine] = []
        self.fold = Unfold("", self._lines, name=_NAME)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.fold)
        self.hide()

    @property
    def is_waiting(self) -> bool:
        """Whether it is not known yet if there is anything."""
        return self._waiting

    def ask(self, asked: Asked, *, again: bool = False) -> None:
        """Look for these words from now on; for none when it is narrowed down as well, for notes have no kind and no
        place. read() does it."""
        text = asked.text if asked == Asked(asked.text) and self._context.has_store() else ""
        if text == self._text and not again:
            return
        if text != self._text:
            self._may_unfold = True
            self.fold.button.setChecked(False)
        self._text, self._waiting, self._due = text, text != "", text != ""
        if not text:
            self._show(())

    def read(self) -> None:
        """Ask the store, once the entries have been asked for."""
        if not self._due:
            return
        self._due = False
        region = self._context.region
        orders = {one.id: one.name for one in region.orders} if region is not None else {}
        work = partial(store.notes_found, text=self._text, order_names=orders)
        self._context.background.run(self, work, partial(self._arrived, self._text), self._broke)

    def unfold_once(self) -> None:
        """Where nothing else was found the notes stand open, until she folds them."""
        if self._may_unfold and self.notes:
            self._may_unfold = False
            self.fold.button.setChecked(True)

    def _arrived(self, text: str, notes: tuple[NoteFound, ...] | None) -> None:
        if text != self._text or notes is None:
            return
        self._waiting = False
        self._show(notes)
        self.came.emit()

    def _broke(self, error: SafePlanError) -> None:
        self._waiting = False
        self._show(())
        self.came.emit()
        self._context.questions.tell_error(error)

    def _show(self, notes: tuple[NoteFound, ...]) -> None:
        if notes == self.notes and self._shown:
            return
        self.notes = notes
        for line in self._shown:
            line.hide()
            line.deleteLater()
        self._shown.clear()
        self.setVisible(bool(notes))
        if notes:
            self.fold.button.set_words(_counted(notes))
            self._add_lines()

    def _add_lines(self) -> None:
        """The next few; the keyboard goes on with the first of them."""
        from_more, begin = self._more.hasFocus(), len(self._shown)
        words = _NoteWords(self._context.language, self._names())
        for place, note in enumerate(self.notes[begin : begin + FIRST], begin):
            line = FoundLine(words.row(note), name=f"{_NAME}-{place}", clicked=partial(self._open, note))
            self._column.insertWidget(place, line)
            self.setTabOrder(self._shown[-1] if self._shown else self.fold.button, line)
            self._shown.append(line)
        self.setTabOrder(self._shown[-1], self._more)
        if from_more:
            self._shown[begin].setFocus()
        self._more.setVisible(len(self._shown) < len(self.notes))

    def _open(self, note: NoteFound) -> None:
        go = self._context.go
        if note.kind == CASE:
            go("case", case_id=note.id, item_id=note.item_id)
        elif note.kind == ORDER:
            go("orders", order_id=note.id)
        elif note.kind == PRESSURE:
            go("pressure", incident_id=note.id)
        elif note.kind == DAY:
            go("my_days", day_id=note.id)
        else:
            go("person", person_id=note.id)


class FoundLine(QPushButton):
    """One note, drawn as the entries are, with the found words standing out. Up and Down lead on."""

    def __init__(self, row: Row, *, name: str, clicked: Callable[[], object]) -> None:
        super().__init__()
        self.row = row
        self.setObjectName(name)
        self.setAccessibleName(row.spoken)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda _checked=False: clicked())

    def sizeHint(self) -> QSize:
        """As high as a row of the list."""
        return QSize(200, RowPainter(self.font()).entry_high)

    def minimumSizeHint(self) -> QSize:
        """The words are laid out in whatever width there is."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The row; the one with the keyboard or under the pointer has a ground."""
        focused = self.hasFocus()
        painter = QPainter(self)
        RowPainter(self.font()).entry(
            painter, self.rect(), self.row, chosen=focused or self.underMouse(), focused=focused
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go from line to line, Return opens."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


def _counted(notes: tuple[NoteFound, ...]) -> str:
    """ "Also found: Cases 2 · Orders 1"."""
    words, counts = _kind_words(), Counter(note.kind for note in notes)
    said = " · ".join(f"{words[kind]} {counts[kind]}" for kind in KINDS if counts[kind])
    if len(notes) < MOST:
        return QCoreApplication.translate("LookBack", "Also found: {counts}").format(counts=said)
    return QCoreApplication.translate("LookBack", "Also found, the first {count}: {counts}").format(
        count=MOST, counts=said
    )


def _kind_words() -> dict[str, str]:
    return {
        CASE: QCoreApplication.translate("LookBack", "Cases"),
        ORDER: QCoreApplication.translate("LookBack", "Orders"),
        PRESSURE: QCoreApplication.translate("LookBack", "Pressure"),
        DAY: QCoreApplication.translate("LookBack", "My days"),
        PERSON: QCoreApplication.translate("LookBack", "People"),
    }


class _NoteWords:
    def __init__(self, language: str, names: Mapping[str, str]) -> None:
        self._names = names
        self._kinds = _kind_words()
        self._items = {one.id: one.words.name for one in load_case_words(language).kinds}
        self._fields = {
            "number": QCoreApplication.translate("LookBack", "Number:"),
            "promised": QCoreApplication.translate("LookBack", "Promised:"),
            "outcome": QCoreApplication.translate("LookBack", "What came of it:"),
            "terms": QCoreApplication.translate("LookBack", "What it forbids:"),
        }

    def row(self, note: NoteFound) -> Row:
        """The note in two lines: what it is and its name, and the piece in which the words stand."""
        parts = [self._kinds[note.kind]]
        if note.kind == PERSON:
            parts.append(self._names.get(note.id, ""))
        elif note.number:
            parts.append(QCoreApplication.translate("LookBack", "Entry {number}").format(number=note.number))
        parts.append(first_words(note.name))
        if note.part == BREACH:
            parts.append(QCoreApplication.translate("LookBack", "Breach"))
        parts.append(self._items.get(note.part, ""))
        small = "  ·  ".join(part for part in parts if part)
        if not note.places:
            words = first_words(note.beginning)
            return Row(note.id, note.number, small, words, (), ", ".join(filter(None, (small, words))))
        place = note.places[0]
        before = f"{self._fields[place.field]} " if place.field in self._fields else ""
        before += "… " if place.cut_before else ""
        # Letter for letter, so that the marks stay where they are.
        piece = "".join(" " if letter.isspace() else letter for letter in place.text)
        words = before + piece + (" …" if place.cut_after else "")
        marks = tuple((start + len(before), end + len(before)) for start, end in place.marks)
        return Row(note.id, note.number, small, words, marks, f"{small}, {words}")
