"""Settings about the record: check it, read its four words, and remove everything for good.

May touch: the worker through the page's context. Must never claim more than a check shows, and never remove
anything before the shown number was typed.
"""

from __future__ import annotations

import functools
import secrets
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from safeplan.errors import SafePlanError
from safeplan.vault.container import DestroyReport
from ui.opening import destroy_everything
from ui.page import PageContext
from ui.widgets.buttons import SecondaryButton
from ui.widgets.card import Covered, Unfold
from ui.widgets.fields import LabelledField, TextLine
from ui.widgets.flow import flow
from ui.widgets.labels import Body
from ui.widgets.settings_card import SettingsCard, column
from ui.widgets.settings_facts import Checked, FoundHead, RecordHead, StoreWork
from ui.widgets.work_bar import WorkBar


class CheckCard(SettingsCard):
    """Compares everything kept with the record."""

    def __init__(self, context: PageContext, store: StoreWork) -> None:
        super().__init__(context, name="settings-check-card")
        self.store = store
        self.say(
            self.tr("Check what is kept"),
            self.tr(
                "Every entry and every file is compared with how it was when it was kept. This shows whether"
                " something changed since then. It does not show who wrote it, or that what it says is so."
            ),
        )
        self.button = SecondaryButton(self.tr("Check now"), name="settings-check", clicked=self.check)
        self.bar = WorkBar(name="settings-check-work")
        self.bar.cancelled.connect(self._cancel)
        self.result = Body("", name="settings-check-result")
        self.result.hide()
        self._job: Any = None
        self.add(flow(self.button), self.bar, self.result)

    def check(self) -> None:
        """Begin."""
        self.result.hide()
        self.button.setEnabled(False)
        self.bar.begin(self.tr("Checking entries and files"))
        self._job = self.work(self.store.check_record, self._show, self._failed, progress=self.bar.set_progress)

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _show(self, checked: Checked) -> None:
        self._end()
        fault = checked.result.first_fault
        if fault is None:
            text = self.tr("Files unchanged, entries unchanged. Lines checked: {count}.").format(count=checked.lines)
        elif fault.number:
            text = self.tr(
                "Entry {number} does not match what was kept before. The disk may be failing. Change nothing, keep a"
                " copy, and show it to the person who helps you."
            ).format(number=fault.number)
        else:
            text = self.tr(
                "Something does not match what was kept before (line {line}). The disk may be failing. Change"
                " nothing, keep a copy, and show it to the person who helps you."
            ).format(line=fault.seq or "–")
        self.result.setText(text)
        self.result.show()

    def _failed(self, error: SafePlanError) -> None:
        self._end()
        self.context.questions.tell_error(error)

    def _end(self) -> None:
        self._job = None
        self.bar.end()
        self.button.setEnabled(True)


class HeadCard(SettingsCard):
    """Four words that stand for the whole record as it is now."""

    def __init__(self, context: PageContext, store: StoreWork) -> None:
        super().__init__(context, name="settings-head-card")
        self.store = store
        self.say(
            self.tr("Four words for the record"),
            self.tr(
                "They stand for everything kept before you opened your notes this time, and change as more is kept."
                " Told to a lawyer or written on paper with the day, they show later that the record was like this on"
                " that day. They tell nothing about what it says."
            ),
        )
        self.button = SecondaryButton(self.tr("Show the four words"), name="settings-head", clicked=self.read)
        self._made: QWidget | None = None
        self.typed = TextLine(name="settings-head-older")
        self.typed.returnPressed.connect(self.compare)
        self.older = LabelledField(self.tr("Words, or the long number, from paper"), self.typed)
        compare = SecondaryButton(self.tr("Compare"), name="settings-head-compare", clicked=self.compare)
        self.answer = Body("", name="settings-head-answer")
        self.answer.hide()
        self.typed.textChanged.connect(self.answer.hide)
        self.typed.textChanged.connect(self.older.clear_error)
        self._place = QVBoxLayout()
        self.add(flow(self.button))
        self.body.addLayout(self._place)
        content = column(self.older, flow(compare), self.answer)
        self.add(Unfold(self.tr("Compare with words written down earlier"), content, name="settings-head-fold"))

    def compare(self) -> None:
        """Look for the typed words among everything the record ever was."""
        work = functools.partial(self.store.find_head, untrusted_text=self.typed.text())
        self.work(work, self._compared, self.context.questions.tell_error)

    def _compared(self, found: FoundHead) -> None:
        if not found.readable:
            self.older.show_error(self.tr("Type all four words, or all 64 signs of the long number."))
            return
        if found.lines is None:
            text = self.tr(
                "This record never had these words. They may be copied wrongly, or this is an older copy of the"
                " notes, or another record."
            )
        else:
            text = self.tr(
                "This record had these words when it had {count} lines. Those lines are still here as they were."
            ).format(count=found.lines)
        self.answer.setText(text)
        self.answer.show()

    def read(self) -> None:
        """Ask the worker; long records take a moment."""
        work = functools.partial(self.store.record_head, language=self.context.language)
        self.work(work, self._show, self.context.questions.tell_error)

    def _show(self, head: RecordHead) -> None:
        if self._made is not None:
            self._made.hide()
            self._made.deleteLater()
        # In four rows of sixteen it can be read aloud and compared.
        hex_rows = "\n".join(
            " ".join(head.hex[at : at + 4] for at in range(row, row + 16, 4)) for row in range(0, 64, 16)
        )
        words = Body("   ".join(head.words), name="settings-head-words", selectable=True)
        words.setProperty("level", "2")
        lines = self.tr("Lines in the record: {count}").format(count=head.lines)
        if head.waiting:
            more = self.tr("Of this time: {count}. They join the record when you open your notes the next time.")
            lines = f"{lines}. {more.format(count=head.waiting)}"
        self._made = column(
            words,
            Body(lines, "small", name="settings-head-lines"),
            Covered(
                self.tr("The same as a long number"),
                lambda: Body(hex_rows, name="settings-head-hex", selectable=True),
                name="settings-head-long",
            ),
        )
        self._place.addWidget(self._made)
        self.button.set_words(self.tr("Show them anew"))


class RemoveCard(SettingsCard):
    """Removes everything, after saying what it cannot do."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, name="settings-remove-card")
        self.say(
            self.tr("Remove my notes for good"),
            self.tr(
                "Everything kept here goes away: entries, files, plan, people, keys. It cannot be brought back."
                " The everyday program stays."
            ),
        )
        self._number = ""
        self.asked = Body("", name="settings-remove-number")
        self.typed = TextLine(name="settings-remove-typed")
        self.field = LabelledField(self.tr("Type this number to remove everything"), self.typed)
        self.typed.textChanged.connect(self._compare)
        self.button = SecondaryButton(
            self.tr("Remove everything now"), name="settings-remove", icon="trash", clicked=self.remove
        )
        first = flow(
            SecondaryButton(
                self.tr("Hand it over first"),
                name="settings-remove-hand-over",
                clicked=lambda: context.go("hand_over"),
            )
        )
        before = Body(
            self.tr(
                "Before you do: what is written here may be needed later, by a court or by yourself. And somebody who"
                " knows about it may notice that it is gone. You can give a copy to someone you trust first."
            )
        )
        limits = Body(self._limits(), "muted", name="settings-remove-limits")
        content = column(before, first, limits, self.asked, self.field, flow(self.button))
        self.fold = Unfold(self.tr("What happens, and removing"), content, name="settings-remove-fold")
        self.fold.unfolded.connect(self._draw_number)
        self.add(self.fold)
        self._draw_number()

    def remove(self) -> None:
        """Only with the number typed: a key pressed by chance must not be enough."""
        if self.typed.text().strip() == self._number:
            self.button.setEnabled(False)
            self.work(destroy_everything, self._removed, self.context.questions.tell_error)

    def _limits(self) -> str:
        """One sentence for each of DestroyReport.cannot_promise."""
        sentences = {
            "ssd_old_blocks": self.tr(
                "Newer disks may keep old, locked pieces for a while; nobody can read them without the passphrase."
            ),
            "system_copies": self.tr("This computer may have made its own copies of the locked files."),
            "copies_elsewhere": self.tr("Copies on a stick, in a cloud folder or with other people stay."),
            "spare_key_with_copies": self.tr(
                "The passphrase or the spare key still opens such a copy: destroy the paper too."
            ),
        }
        known = DestroyReport((), (), unreadable=True).cannot_promise
        return "\n".join((self.tr("What this cannot promise:"), *(f"• {sentences[id_]}" for id_ in known)))

    def _draw_number(self, _on: bool = True) -> None:  # noqa: FBT001, FBT002
        self._number = f"{secrets.randbelow(9000) + 1000}"
        self.asked.setText(self._number)
        self.asked.setProperty("part", "number")
        self.typed.clear()
        self._compare()

    def _compare(self) -> None:
        self.button.setEnabled(self.typed.text().strip() == self._number)

    def _removed(self, report: DestroyReport) -> None:
        if not report.left:
            self.context.quick_exit()
            return
        if report.unreadable:
            text = self.tr(
                "Some locked files could not be taken away. Nothing can open them any more. Names: {names}"
            )
        else:
            text = self.tr(
                "The files could not be removed, and the passphrase still opens them. Another program may be holding"
                " them, or the place may not allow it. Names: {names}"
            )
        self.context.questions.tell(
            self.tr("Not everything is gone"),
            text.format(names=", ".join(report.left)),
            then=self.context.quick_exit,
        )
