"""Checking the record: what it shows and what it does not, progress, and the first thing that does not fit.

May touch: the worker through the page's context. Must never claim more than a check shows, and never repair.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from safeplan.content.record_words import RecordWords, load_record_words
from safeplan.errors import SafePlanError
from safeplan.records.checking import Fault
from safeplan.records.custody import Custody
from ui.page import PageContext
from ui.widgets import record_store
from ui.widgets.buttons import PrimaryButton
from ui.widgets.card import Card
from ui.widgets.file_words import moment_there
from ui.widgets.flow import columns, flow
from ui.widgets.job_bar import JobBar
from ui.widgets.labels import Body, Heading
from ui.widgets.record_store import Checked
from ui.widgets.stack import stack


class CheckCard(Card):
    """The button, the bar, what was found. The page reads what happened anew when a check ends."""

    def __init__(self, context: PageContext) -> None:
        self._words = load_record_words(context.language)
        say = self._words.page
        super().__init__(say.check_title, say.check_text, name="record-check-card")
        self._context = context
        self.last = Body("", "small", name="record-check-last")
        self.last.hide()
        self.button = PrimaryButton(say.check, name="record-check", clicked=self.check)
        self.bar = JobBar(context.background, name="record-check-work")
        self.result = Body("", name="record-check-result")
        self.advice = Body("", "muted", name="record-check-advice")
        for body in (self.result, self.advice):
            body.hide()
        self.add(
            self.last,
            flow(self.button),
            self.bar,
            self.result,
            self.advice,
            columns(
                _listed(say.shows_title, say.shows, name="record-shows"),
                _listed(say.not_title, say.not_shows, name="record-not-shows"),
                narrowest=300,
            ),
        )

    def show_last(self, check: Custody | None) -> None:
        """When everything was checked before, and what came of it."""
        self.last.setVisible(check is not None)
        if check is not None:
            say, context = self._words.page, self._context
            moment = moment_there(check.at, check.zone, context.clock, context.language)
            self.last.setText((say.last if check.ok else say.last_bad).format(moment=moment))

    def check(self) -> None:
        """Begin."""
        self.result.hide()
        self.advice.hide()
        self.button.setEnabled(False)
        words = self._words.page.checking
        self.bar.take(words, record_store.check_record, self._show, self._failed, changes=("custody",))

    def _show(self, checked: Checked) -> None:
        self._end()
        fault = checked.result.first_fault
        if fault is None:
            self.result.setText(self._words.page.well.format(lines=checked.lines))
        else:
            self.result.setText(said_fault(fault, self._words))
            say = self._words.page
            self.advice.setText(say.advice if fault.seq else say.advice_loose)
        self.advice.setVisible(fault is not None)
        self.result.show()
        if checked.unnoted is not None:
            self._context.questions.tell_error(checked.unnoted)

    def _failed(self, error: SafePlanError) -> None:
        self._end()
        self._context.questions.tell_error(error)

    def _end(self) -> None:
        self.button.setEnabled(True)


def said_fault(fault: Fault, words: RecordWords) -> str:
    """The first thing that does not fit, in one sentence; the entry is named where one is known."""
    name = fault.what
    if fault.number and name in ("missing", "extra"):
        name = f"{name}_entry"
    elif name in ("words", "file") and not fault.number:
        name = "missing" if fault.seq else "extra"
    return words.faults[name].format(line=fault.seq or "–", number=fault.number)


def _listed(title: str, lines: Sequence[str], *, name: str) -> QWidget:
    return stack(Heading(title, 3), *(Body(f"•  {line}") for line in lines), spacing=6, name=name)
