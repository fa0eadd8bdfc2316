"""The breaks with which a text box shows a very long line: marks on the display's pieces, and line ends kept apart.

May touch: the formats of the document it is given. Must never let a line end of hers become a break of the display,
which text() leaves out, or a break a line end.
"""

from __future__ import annotations

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCursor, QTextDocument, QTextFormat

_GOES_ON = int(QTextFormat.Property.UserProperty) + 1


def piece() -> QTextBlockFormat:
    """The format of a block that goes on with the line of the block before."""
    made = QTextBlockFormat()
    made.setProperty(_GOES_ON, 1)
    return made


def is_piece(block: QTextBlock) -> bool:
    """Whether a block goes on with the line of the block before."""
    return bool(block.blockFormat().hasProperty(_GOES_ON))


def remove_selected(cursor: QTextCursor) -> None:
    """Remove what is selected; see Pieces for what Qt does to the mark."""
    first = QTextCursor(cursor)
    first.setPosition(cursor.selectionStart())
    went_on = is_piece(first.block())
    cursor.removeSelectedText()
    _mark(cursor, goes_on=went_on)


class Pieces:
    """Watches over the marks of one document while `any` is true.

    What Qt itself removes from the very beginning of a block to somewhere in a later one leaves the later one's mark
    on what is left: there mend() puts back the mark that stood there before.
    """

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._marks = bytearray()  # one for each block: whether it goes on with the line before; while `any`
        self._wrong = -1
        self._any = False
        document.contentsChange.connect(self._changed)

    @property
    def any(self) -> bool:
        """Whether a long line is, or was, shown in pieces."""
        return self._any

    def begin(self) -> None:
        """From here on there are pieces."""
        if not self._any:
            self._any = True
            self._marks = self._read(0, self._document.blockCount())

    def end(self) -> None:
        """The text is another one, without pieces so far."""
        self._any, self._wrong = False, -1

    def mend(self) -> None:
        """Put a mark right that the last change has moved, as a part of that change when it is undone."""
        number, self._wrong = self._wrong, -1
        if self._any and number >= 0:
            cursor = QTextCursor(self._document.findBlockByNumber(number))
            cursor.joinPreviousEditBlock()
            _mark(cursor, goes_on=bool(self._marks[number]))
            cursor.endEditBlock()

    def _changed(self, position: int, _removed: int, added: int) -> None:
        if not self._any:
            return
        document, count = self._document, self._document.blockCount()
        first = document.findBlock(position).blockNumber()
        last = document.findBlock(min(position + added, document.characterCount() - 1)).blockNumber()
        came = last - first
        went = came + len(self._marks) - count
        stood_there = self._marks[first]
        fresh = self._read(first, came + 1)
        if went > 0 and not came and fresh[0] != stood_there:
            self._wrong = first
            fresh[0] = stood_there
        self._marks[first : first + went + 1] = fresh

    def _read(self, first: int, count: int) -> bytearray:
        found, block = bytearray(), self._document.findBlockByNumber(first)
        for _ in range(count):
            found.append(is_piece(block))
            block = block.next()
        return found


def _mark(cursor: QTextCursor, *, goes_on: bool) -> None:
    if is_piece(cursor.block()) != goes_on:
        cursor.setBlockFormat(piece() if goes_on else QTextBlockFormat())
