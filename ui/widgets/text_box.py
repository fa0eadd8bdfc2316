"""A place to write in her own words: stays quick with a million characters on one line, and gives back every one.

May touch: the text it holds. Must never lay out a line longer than SOFT_LINE: measured, one line of a million
characters froze the interface for 31 s, and a frozen process cannot hide itself.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QMouseEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from ui.clipboard import copied_here, mark_private
from ui.theme import current
from ui.widgets.long_lines import Pieces, is_piece, piece, remove_selected

# Keyboards on the screen and input methods keep what they are taught, outside the store and past every exit.
_HINT = Qt.InputMethodHint
LEARN_NOTHING = _HINT.ImhSensitiveData | _HINT.ImhNoPredictiveText

# Longer lines are shown in pieces of this length. The breaks are marks of the display and never part of the text.
SOFT_LINE = 4000
# About 500 printed pages. More than that is a document, and is kept as a file.
MOST_CHARACTERS = 1_000_000
# Measured: half a million empty lines took 1.2 s to insert, fifty thousand 0.1 s.
MOST_LINES = 50_000
_LINE_ENDS = re.compile("\r\n|\r|\u2029")


def as_written(untrusted_text: str) -> str:
    """The form in which a text box holds text: line ends are "\\n", half characters and Qt's two internal marks
    become "\\ufffd". Everything else stays, also NUL and U+2028. Doing it twice changes nothing."""
    text = _LINE_ENDS.sub("\n", untrusted_text)
    return re.sub("[\ufdd0\ufdd1\ud800-\udfff]", "\ufffd", text)


class TextBox(QPlainTextEdit):
    """Several lines of text. `changed` comes after each change; `too_much` when a paste was refused."""

    changed = Signal()
    too_much = Signal(int)

    def __init__(self, *, name: str, accessible: str = "", placeholder: str = "", lines: int = 4) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setPlaceholderText(placeholder)
        # Tab goes to the next field; nobody indents here.
        self.setTabChangesFocus(True)
        self.setInputMethodHints(LEARN_NOTHING)
        self._lines = lines
        self._splitting = False
        self._pieces = Pieces(self.document())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._after_change)

    def set_text(self, text: str) -> None:
        """Replace everything; forgets what could be undone."""
        self.document().setUndoRedoEnabled(False)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        remove_selected(cursor)
        self._pieces.end()
        self._insert(cursor, as_written(text)[:MOST_CHARACTERS])
        self.document().setUndoRedoEnabled(True)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def text(self) -> str:
        """Exactly what was written or set, without the display's own breaks."""
        if not self._pieces.any:
            return self.document().toRawText().replace("\u2029", "\n")
        pieces: list[str] = []
        block = self.document().firstBlock()
        while block.isValid():
            if pieces and not is_piece(block):
                pieces.append("\n")
            elif not pieces:
                pieces.append("")
            pieces.append(block.text())
            block = block.next()
        return "".join(pieces)

    def is_blank(self) -> bool:
        """True when nothing but spaces was written."""
        return not self.text().strip()

    def sizeHint(self) -> QSize:
        """As many lines as asked for."""
        return QSize(current().px(300), self._high(self._lines))

    def minimumSizeHint(self) -> QSize:
        """Two lines less, so that a small window keeps its buttons."""
        return QSize(current().px(120), self._high(max(1, self._lines - 1)))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text of other programs, and what was copied in this window and stays in it."""
        return source.hasText() or bool(copied_here(source))

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste and drop: plain text only, refused as a whole when there is no room, so nothing is cut silently."""
        if not self.canInsertFromMimeData(source):
            return
        untrusted_text = copied_here(source) or source.text()
        # Measured: putting ten megabytes into shape first, to refuse them then, took 130 ms.
        if len(untrusted_text) > 2 * MOST_CHARACTERS:
            self.too_much.emit(MOST_CHARACTERS)
            return
        text = as_written(untrusted_text)
        selected = len(self.textCursor().selectedText())
        room = MOST_CHARACTERS - self.document().characterCount() + 1 + selected
        if len(text) > room or text.count("\n") + self.document().blockCount() > MOST_LINES:
            self.too_much.emit(MOST_CHARACTERS)
            return
        self._insert(self.textCursor(), text)
        self.ensureCursorVisible()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copies ask clipboard histories to look away."""
        # Qt's own object fills itself late, from the document, with the display's breaks in it.
        data = QMimeData()
        data.setText(self._selected_text())
        mark_private(data)
        return data

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Marked words are not dragged: what is dropped in another program is there for good."""
        cursor = self.textCursor()
        if cursor.hasSelection() and event.button() == Qt.MouseButton.LeftButton:
            at = self.cursorForPosition(event.position().toPoint())
            extends = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if not extends and cursor.selectionStart() <= at.position() <= cursor.selectionEnd():
                self.setTextCursor(at)
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter makes a real line end, also inside a line that is shown in pieces."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            cursor = self.textCursor()
            cursor.beginEditBlock()
            remove_selected(cursor)
            cursor.insertBlock(QTextBlockFormat())
            cursor.endEditBlock()
            self.ensureCursorVisible()
            return
        if event.text() and self._full():
            return
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Input methods may commit whole paragraphs."""
        if event.commitString() and self._full():
            return
        super().inputMethodEvent(event)

    def _full(self) -> bool:
        full = self.document().characterCount() > MOST_CHARACTERS and not self.textCursor().hasSelection()
        if full:
            self.too_much.emit(MOST_CHARACTERS)
        return full

    def _high(self, lines: int) -> int:
        return lines * self.fontMetrics().lineSpacing() + current().px(24) + 6

    def _insert(self, cursor: QTextCursor, text: str) -> None:
        self._splitting = True
        cursor.beginEditBlock()
        remove_selected(cursor)
        soft = piece()
        waiting: list[str] = []
        for number, line in enumerate(text.split("\n")):
            if number:
                waiting.append("\n")
            if len(line) <= SOFT_LINE:
                waiting.append(line)
                continue
            self._pieces.begin()
            waiting.append(line[:SOFT_LINE])
            _put(cursor, "".join(waiting))
            waiting.clear()
            for start in range(SOFT_LINE, len(line), SOFT_LINE):
                cursor.insertBlock(soft)
                cursor.insertText(line[start : start + SOFT_LINE])
        _put(cursor, "".join(waiting))
        cursor.endEditBlock()
        self._splitting = False
        self._after_change()

    def _after_change(self) -> None:
        if self._splitting:
            return
        self._splitting = True
        # Undo and redo bring their own breaks along: one more in between would end them both.
        if not self.document().isRedoAvailable():
            self._pieces.mend()
            self._break_long_lines()
        self._splitting = False
        self.changed.emit()

    def _break_long_lines(self) -> None:
        # Only the line that is written in can have grown; pastes were broken on their way in.
        block = self.textCursor().block()
        if block.length() <= SOFT_LINE * 2:
            return
        self._pieces.begin()
        soft = piece()
        cursor = QTextCursor(self.document())
        cursor.joinPreviousEditBlock()
        start, length = block.position(), block.length() - 1
        for at in range(length - length % SOFT_LINE, 0, -SOFT_LINE):
            # Qt counts in UTF-16 units: one letter back, where the break would fall into the middle of one.
            inside = "\udc00" <= self.document().characterAt(start + at) <= "\udfff"
            cursor.setPosition(start + at - inside)
            cursor.insertBlock(soft)
        cursor.endEditBlock()

    def _selected_text(self) -> str:
        cursor = self.textCursor()
        first, last = cursor.selectionStart(), cursor.selectionEnd()
        pieces: list[str] = []
        block = self.document().findBlock(first)
        while block.isValid() and block.position() <= last:
            if pieces and not is_piece(block):
                pieces.append("\n")
            pieces.append(_between(block.text(), first - block.position(), last - block.position()))
            block = block.next()
        return "".join(pieces)


def _put(cursor: QTextCursor, text: str) -> None:
    """Insert with real line ends: a new block would otherwise inherit the mark of a piece."""
    head, *rest = text.split("\n")
    cursor.insertText(head)
    if rest:
        cursor.insertBlock(QTextBlockFormat())
        cursor.insertText("\n".join(rest))


def _between(text: str, start: int, end: int) -> str:
    """Qt counts in UTF-16 units, Python in characters."""
    units = text.encode("utf-16-le", "surrogatepass")
    return units[max(0, start) * 2 : max(0, end) * 2].decode("utf-16-le", "surrogatepass")
