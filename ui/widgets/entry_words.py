"""Words that were changed, in one flow: what was taken away struck through, what was added underlined.

May touch: its own pixels. Must never show a change by colour alone, and never read her words as markup.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from safeplan.content.record_words import ChangeWords
from ui.theme import current
from ui.widgets.file_words import breakable
from ui.widgets.labels import Body

Pieces = Sequence[tuple[str, str]]
# Of what stayed as it was, so much is shown before and after a change.
AROUND = 160


class ChangedWords(Body):
    """`pieces` are those of incident_changes.differences. Its text, which a screen reader reads, says each change in
    words: "was: … now: …"."""

    def __init__(self, pieces: Pieces, words: ChangeWords, *, name: str) -> None:
        super().__init__("\n".join(spoken(pieces, words)), name=name)
        self.pieces = shortened(pieces)
        self._document = QTextDocument(self)
        self._document.setDocumentMargin(0)

    def hasHeightForWidth(self) -> bool:
        """As high as the words at this width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all pieces in `width` px."""
        return round(self._laid_out(width).size().height()) + 1

    def sizeHint(self) -> QSize:
        """Wide enough for the words where there is room."""
        document = self._laid_out(-1)
        wide = min(round(document.idealWidth()) + 2, current().px(480))
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """Narrow windows break the words."""
        return QSize(1, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The pieces, in the ink of the theme."""
        painter = QPainter(self)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, QColor(current().tokens.ink))
        context.clip = QRectF(self.rect())
        self._laid_out(self.width()).documentLayout().draw(painter, context)
        painter.end()

    def _laid_out(self, width: int) -> QTextDocument:
        document = self._document
        if document.isEmpty() or document.defaultFont() != self.font():
            document.setDefaultFont(self.font())
            document.clear()
            cursor = QTextCursor(document)
            before = ""
            for kind, text in self.pieces:
                if (before, kind) == ("gone", "new"):
                    # Otherwise the last word that went and the first that came read as one.
                    cursor.insertText("\N{FOUR-PER-EM SPACE}", _form("same"))
                cursor.insertText(breakable(text), _form(kind))
                before = kind
        if document.textWidth() != width:
            document.setTextWidth(width)
        return document


def spoken(pieces: Pieces, words: ChangeWords) -> Iterator[str]:
    """Every change as "was: …; now: …", one a line; nothing of what stayed."""
    place = 0
    while place < len(pieces):
        kind, text = pieces[place]
        place += 1
        if kind == "same":
            continue
        after = ""
        if kind == "gone" and place < len(pieces) and pieces[place][0] == "new":
            after = pieces[place][1]
            place += 1
        elif kind == "new":
            text, after = "", text
        yield f"{words.was}: {text.strip() or words.nothing}; {words.now}: {after.strip() or words.nothing}"


def shortened(pieces: Pieces) -> list[tuple[str, str]]:
    """The same, with only so much of what stayed as shows where a change stands. No change is ever shortened."""
    found = []
    for place, (kind, text) in enumerate(pieces):
        if kind != "same" or len(text) <= 2 * AROUND:
            found.append((kind, text))
            continue
        before = "" if place == 0 else text[:AROUND].rsplit(" ", 1)[0] + " "
        after = "" if place == len(pieces) - 1 else " " + text[-AROUND:].split(" ", 1)[-1]
        found.append((kind, f"{before}…{after}"))
    return found


def _form(kind: str) -> QTextCharFormat:
    form = QTextCharFormat()
    if kind == "gone":
        form.setFontStrikeOut(True)
    elif kind == "new":
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    return form
