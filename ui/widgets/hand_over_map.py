"""A picture of what leaves and what stays: a folder filled with the chosen entries, the computer with the rest.

May touch: its own widgets. Must never show less leaving than leaves.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from safeplan.content.handing_words import HandingWords
from ui.hand_over_choice import Choice, FileLine, Line, chosen_lines, files_along
from ui.hand_over_look import Looked
from ui.theme import current
from ui.translation import LANGUAGES
from ui.widgets.column import Column
from ui.widgets.flow import columns
from ui.widgets.hand_over_along import going
from ui.widgets.inset import Inset
from ui.widgets.labels import Body, Heading
from ui.widgets.stack import stack

# More sheets than this are drawn as a full stack.
MOST_SHEETS = 24
_SIZE_FORM = QLocale.DataSizeFormat.DataSizeTraditionalFormat


class Sheets(QWidget):
    """`filled` sheets of `all_` in a frame: a folder (`leaving`) or this computer."""

    def __init__(self, *, name: str, leaving: bool) -> None:
        super().__init__()
        self.setObjectName(name)
        self._leaving = leaving
        self._count = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_count(self, count: int, words: str) -> None:
        """Draw so many sheets; `words` are for a screen reader."""
        self._count = count
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        """Two rows of sheets."""
        return QSize(current().px(260), current().px(92))

    def minimumSizeHint(self) -> QSize:
        """Narrow windows draw fewer sheets."""
        return QSize(current().px(140), current().px(92))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The frame first, then the sheets in it."""
        look = current()
        tokens, unit = look.tokens, look.px(4)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = QColor(tokens.accent if self._leaving else tokens.control)
        painter.setPen(QPen(line, max(2, unit / 3)))
        painter.setBrush(QColor(tokens.accent_soft if self._leaving else tokens.bg))
        area = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        if self._leaving:
            tab = unit * 3
            painter.drawPolygon(
                QPolygonF(
                    [
                        QPointF(area.left(), area.top()),
                        QPointF(area.left() + unit * 12, area.top()),
                        QPointF(area.left() + unit * 15, area.top() + tab),
                        QPointF(area.right(), area.top() + tab),
                        area.bottomRight(),
                        area.bottomLeft(),
                    ]
                )
            )
        else:
            screen = area.adjusted(0, 0, 0, -unit * 3)
            painter.drawRoundedRect(screen, unit * 2, unit * 2)
            foot = QRectF(area.center().x() - unit * 10, screen.bottom(), unit * 20, unit * 3)
            painter.drawLine(foot.bottomLeft(), foot.bottomRight())
        self._draw_sheets(painter, area.adjusted(unit * 3, unit * 5, -unit * 3, -unit * 5), line)

    def _draw_sheets(self, painter: QPainter, area: QRectF, line: QColor) -> None:
        look = current()
        wide, high, gap = look.px(16), look.px(21), look.px(6)
        columns_ = max(1, int((area.width() + gap) // (wide + gap)))
        rows = max(1, int((area.height() + gap) // (high + gap)))
        painter.setPen(QPen(line, 1.5))
        painter.setBrush(QColor(look.tokens.accent if self._leaving else look.tokens.surface))
        for index in range(min(self._count, columns_ * rows, MOST_SHEETS)):
            row, place = divmod(index, columns_)
            sheet = QRectF(area.left() + place * (wide + gap), area.top() + row * (high + gap), wide, high)
            painter.drawRoundedRect(sheet, 2, 2)
            if not self._leaving:
                continue
            painter.save()
            painter.setPen(QPen(QColor(look.tokens.on_accent), max(1.0, high / 14)))
            for part in (0.3, 0.5, 0.7):
                y = sheet.top() + high * part
                painter.drawLine(QPointF(sheet.left() + wide * 0.2, y), QPointF(sheet.right() - wide * 0.2, y))
            painter.restore()


class LeavesCard(Column):
    """Two pictures with their lists, and the sentence that the folder is not locked."""

    def __init__(self, words: HandingWords) -> None:
        super().__init__(spacing=12, name="hand-over-map")
        self._words = words
        self._paper_only = False
        self.leaving = Sheets(name="hand-over-leaving-picture", leaving=True)
        self.staying = Sheets(name="hand-over-staying-picture", leaving=False)
        self.leaves = Body("", name="hand-over-leaves")
        self.stays = Body("", name="hand-over-stays")
        self._open_words = self.tr("Leaves, in a folder")
        self.title = Heading(self._open_words, 3, name="hand-over-leaves-title")
        self.warning = Inset(
            Body(
                self.tr(
                    "The folder is not locked: whoever has it can read everything in it. A stick that is handed"
                    " from hand to hand is safer than e-mail or a messenger."
                ),
                "inset",
            ),
            name="hand-over-warning",
        )
        self.add(
            columns(
                stack(self.title, self.leaving, self.leaves),
                stack(Heading(self.tr("Stays here"), 3), self.staying, self.stays),
                narrowest=300,
            ),
            self.warning,
        )

    def show_form(self, *, locked: bool, paper_only: bool) -> None:
        """Whether what leaves is locked, and whether it is the report alone. Takes effect with show_choice()."""
        self._paper_only = paper_only
        self.title.setText(self._words.page.map_locked if locked else self._open_words)
        self.warning.setVisible(not locked)

    def summary(self, choice: Choice, lines: Sequence[Line]) -> str:
        """How much leaves and stays, in one line."""
        count = len(chosen_lines(choice, lines))
        return self._words.page.map_sum.format(leaves=count, stays=len(lines) - count)

    def show_choice(self, choice: Choice, all_: Sequence[Line], looked: Looked | None) -> None:
        """Say what leaves with this choice; `looked` is None while it is being looked through."""
        chosen = chosen_lines(choice, all_)
        count, others = len(chosen), len(all_) - len(chosen)
        self.leaving.show_count(count, self.tr("A folder with {count} entries").format(count=count))
        self.staying.show_count(others, self.tr("This computer with {count} other entries").format(count=others))
        lines = (
            self._leaving(choice, chosen, looked)
            if count
            else [self.tr("Nothing yet. Tick at least one line above.")]
        )
        self.leaves.setText("\n".join(f"• {line}" for line in lines))
        self.stays.setText("\n".join(f"• {line}" for line in self._staying(choice, chosen, others, looked)))

    def _leaving(self, choice: Choice, chosen: Sequence[Line], looked: Looked | None) -> list[str]:
        say, words = self._words.page, self._words
        lines = [self.tr("Entries: {count}, each with all its earlier wordings").format(count=len(chosen))]
        fields = going(words, choice)
        if len(fields) <= len(words.fields) // 2:
            lines.append(say.map_fields.format(fields=", ".join(words.fields[one] for one in fields)))
        files = self._leaving_files(choice, chosen, looked)
        if files:
            # The default locale is that of the interface's language.
            size = QLocale().formattedDataSize(sum(file.size for file in files), 1, _SIZE_FORM)
            lines.append(self.tr("Files, exactly as they are: {count} ({size})").format(count=len(files), size=size))
        if files and looked is not None and looked.selection is not None and looked.selection.clean_copies:
            lines.append(say.map_copies.format(count=len(looked.selection.clean_copies)))
        language = " / ".join(LANGUAGES.get(one, "") for one in (choice.language, choice.second_language) if one)
        lines.append(self.tr("A report to print, in this language: {language}").format(language=language))
        lines.append(
            self.tr("Full names of the people in these entries")
            if choice.with_names
            else self.tr("People in these entries, by nickname or first letters")
        )
        if choice.author.strip():
            lines.append(self.tr("Your name, as you typed it"))
        if choice.with_notes:
            lines.append(say.map_with_notes)
        if choice.contacts_sheet:
            lines.append(say.map_with_contacts)
        if not self._paper_only:
            lines.append(self.tr("Lists by which anybody can check that nothing was changed"))
        return lines

    def _staying(self, choice: Choice, chosen: Sequence[Line], others: int, looked: Looked | None) -> list[str]:
        say = self._words.page
        stays = [self.tr("Other entries: {count}").format(count=others)]
        going_ = going(self._words, choice)
        if chosen and len(self._words.fields) // 2 < len(going_) < len(self._words.fields):
            out = ", ".join(said for one, said in self._words.fields.items() if one not in going_)
            stays.append(say.map_fields.format(fields=out))
        if left := sum(len(line.files) for line in chosen) - len(self._leaving_files(choice, chosen, looked)):
            stays.append(self.tr("The files of the chosen entries: {count}").format(count=left))
        if looked is not None and looked.selection is not None and looked.selection.marks:
            stays.append(say.map_left_out.format(count=len(looked.selection.marks)))
        if not choice.with_notes:
            stays.append(say.map_notes)
        if not choice.contacts_sheet:
            stays.append(say.map_contacts)
        return [
            *stays,
            self.tr("Your plan, and everything else about people"),
            self.tr("To whom you gave something before"),
            self.tr("Passphrase, sum and spare key"),
            self.tr("The name of this computer and of its user"),
        ]

    def _leaving_files(self, choice: Choice, chosen: Sequence[Line], looked: Looked | None) -> list[FileLine]:
        if self._paper_only:
            return []
        stays = {one.id for one in looked.files if one.goes == "stays"} if looked is not None else set()
        return [file for line in chosen for file in files_along(choice, line) if file.id not in stays]
