"""What happened to a file or to the record, as rows: when, what, and for a hand-over to whom, what for, until when.

May touch: its own widgets and the worker through the page's context. Must never show more rows at once than can be
read, and never a viewing on the list of the record.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from safeplan.content.record_words import RecordWords, load_record_words
from safeplan.records import custody
from safeplan.records.custody import Custody
from ui.page import PageContext
from ui.widgets import record_store
from ui.widgets.buttons import QuietButton
from ui.widgets.card import Card
from ui.widgets.file_words import breakable, moment_there
from ui.widgets.flow import columns, flow
from ui.widgets.labels import Body
from ui.widgets.late_unfold import LateUnfold
from ui.widgets.said_dates import day_in_words
from ui.widgets.stack import stack

AT_ONCE = 12


class CustodyCard(Card):
    """For the page of one file: a line that unfolds what happened to it; read when it is unfolded."""

    def __init__(self, context: PageContext, attachment_id: str) -> None:
        super().__init__(name="file-custody-card")
        self._context, self._id = context, attachment_id
        self._words = load_record_words(context.language)
        title = self._words.page.file_title
        self.setAccessibleName(title)
        self.list = CustodyList(context, name="file-custody")
        self.fold = LateUnfold(title, lambda: self.list, name="file-custody-fold")
        self.fold.unfolded.connect(self._load)
        self.add(self.fold)

    def _load(self, on: bool) -> None:  # noqa: FBT001
        if on:
            work = functools.partial(record_store.of_file, attachment_id=self._id)
            self._context.background.run(self, work, self.list.show_rows, self._context.questions.tell_error)


class CustodyList(QWidget):
    """`of_record`: rows name the entry they are about, and checks are those of everything."""

    def __init__(self, context: PageContext, *, name: str, of_record: bool = False) -> None:
        super().__init__()
        self.setObjectName(name)
        self._context, self._of_record = context, of_record
        self._words = load_record_words(context.language)
        self._rows: Sequence[Custody] = ()
        self._shown = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)
        self.more = QuietButton(
            self._words.page.more, name=f"{name}-more", icon="caret-down", clicked=self._show_more
        )
        self._column.addWidget(flow(self.more))
        self.more.hide()

    def show_rows(self, rows: Sequence[Custody]) -> None:
        """These rows and no others."""
        while self._column.count() > 1:
            item = self._column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._rows, self._shown = rows, 0
        self._show_more()

    def _show_more(self) -> None:
        for place, row in enumerate(self._rows[self._shown : self._shown + AT_ONCE], self._shown):
            self._column.insertWidget(self._column.count() - 1, self._row(place, row))
        self._shown = min(len(self._rows), self._shown + AT_ONCE)
        self.more.setVisible(self._shown < len(self._rows))

    def _row(self, place: int, one: Custody) -> QWidget:
        moment = moment_there(one.at, one.zone, self._context.clock, self._context.language)
        name = f"{self.objectName()}-{place}"
        said = [Body(breakable(words), name=f"{name}-{line}") for line, words in enumerate(self._lines(one))]
        when = Body(moment, "muted", name=f"{name}-when")
        when.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        return columns(when, stack(*said, spacing=2), narrowest=200)

    def _lines(self, one: Custody) -> list[str]:
        lines = [said_act(one, self._words, of_record=self._of_record)]
        if one.what == custody.HANDED_OVER:
            lines += _given(one, self._words, self._context.language, of_record=self._of_record)
        elif self._of_record and one.number and one.what in (custody.CHECKED, custody.ORIGINAL_REMOVED):
            lines.append(self._words.given.of_entry.format(number=one.number))
        return lines


def said_act(one: Custody, words: RecordWords, *, of_record: bool) -> str:
    """What happened, in one sentence."""
    act = one.what
    if act == custody.CHECKED:
        act = f"{'record_' if of_record else ''}checked{'' if one.ok else '_bad'}"
    elif act == custody.REMOVED:
        act = "removed_entry" if one.whole else "removed_file"
    return words.acts[act].format(number=one.number, lines=one.lines)


def _given(one: Custody, words: RecordWords, language: str, *, of_record: bool) -> list[str]:
    say = words.given
    lines = [say.to.format(who=one.recipient) if one.recipient.strip() else say.nobody]
    if one.purpose.strip():
        lines.append(say.purpose.format(what=one.purpose))
    if one.until.strip():
        lines.append(say.until.format(when=_day(one.until, language)))
    if of_record:
        lines.append(say.held.format(entries=one.entries, files=one.files))
    return lines


def _day(text: str, language: str) -> str:
    try:
        return day_in_words(date.fromisoformat(text), language)
    except ValueError:
        return text
