"""The last step while there is one form only: a folder, made where she says, checked, and shown.

May touch: the worker and the one folder she chooses. Must never make anything before something is ticked.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal

from safeplan.errors import SafePlanError
from safeplan.handover.selection import Selection
from ui import hand_over_work
from ui.error_texts import error_text
from ui.hand_over_work import HandedOver
from ui.page import PageContext
from ui.widgets.buttons import PrimaryButton
from ui.widgets.card import Card
from ui.widgets.column import Column
from ui.widgets.flow import flow
from ui.widgets.labels import Body, Heading
from ui.widgets.work_bar import WorkBar

Ready = Callable[[Callable[[Selection], None], Callable[[SafePlanError], None]], Any]


class MakeCard(Column):
    """`handed(release)` once the copy is made. `chosen()` says whether anything is ticked; `ready(then, failed)`
    hands over the validated selection of this moment."""

    handed = Signal(object)

    def __init__(self, context: PageContext, chosen: Callable[[], bool], ready: Ready) -> None:
        super().__init__(spacing=16)
        self.context, self._chosen, self._ready = context, chosen, ready
        self._job: Any = None
        self.make = PrimaryButton(
            QCoreApplication.translate("HandOverPage", "Choose a folder and make the copy"),
            name="hand-over-make",
            icon="folder-open",
            clicked=self.choose_folder,
        )
        self.bar = WorkBar(name="hand-over-work")
        self.bar.cancelled.connect(self._cancel)
        self.card = Card(name="hand-over-make-card")
        self.card.add(flow(self.make), self.bar)
        self.result = Card(name="hand-over-result")
        self.result.hide()
        self.add(self.card, self.result)

    def choose_folder(self) -> None:
        """Something must be ticked before a folder is asked for."""
        if self._chosen():
            self.context.picker.pick_folder(self.hand_over)

    def hand_over(self, folder: Path) -> None:
        """Make the copy in `folder`, in the worker."""
        self.make.setEnabled(False)
        self.result.hide()
        self.bar.begin(
            QCoreApplication.translate("HandOverPage", "Copying the files, making the report, checking both")
        )
        self._job = self._ready(lambda selection: self._write(selection, folder), self._failed)

    def _write(self, selection: Selection, folder: Path) -> None:
        work = functools.partial(hand_over_work.hand_over, selection=selection, folder=folder)
        self._job = self.context.background.run(
            self, work, self._handed_over, self._failed, progress=self.bar.set_progress, changes=("releases",)
        )

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _handed_over(self, done: HandedOver) -> None:
        self._end()
        self._show_result(done)
        self.handed.emit(done.release)

    def _failed(self, error: SafePlanError) -> None:
        self._end()
        if error_text(error) is None:
            self.context.tell(QCoreApplication.translate("HandOverPage", "Stopped. Nothing was left in the folder."))
        else:
            self.context.questions.tell_error(error)

    def _end(self) -> None:
        self._job = None
        self.bar.end()
        self.make.setEnabled(True)

    def _show_result(self, done: HandedOver) -> None:
        while self.result.body.count():
            item = self.result.body.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        head = (
            QCoreApplication.translate("HandOverPage", "The copy is made")
            if done.unchanged
            else QCoreApplication.translate("HandOverPage", "The copy reads differently now")
        )
        check = (
            QCoreApplication.translate("HandOverPage", "Files unchanged. Files in the folder: {count}.").format(
                count=done.files
            )
            if done.unchanged
            else QCoreApplication.translate(
                "HandOverPage", "The disk or stick may be failing. Make another copy in another place."
            )
        )
        self.result.add(
            Heading(head, 2),
            Body(check, name="hand-over-check"),
            Body(
                QCoreApplication.translate("HandOverPage", "It lies here: {place}").format(
                    place=_may_wrap(done.folder)
                ),
                name="hand-over-where",
                selectable=True,
            ),
            Body(
                QCoreApplication.translate(
                    "HandOverPage",
                    "The file VERIFY.txt in it tells anybody how to see that nothing was changed, with no more than"
                    " an ordinary computer. Take the stick out only after the computer says it may be taken out.",
                ),
                "muted",
            ),
        )
        self.result.show()


def _may_wrap(path: Path) -> str:
    """A path has no spaces to wrap at: a zero-width space after each part gives it some."""
    return str(path).replace(os.sep, os.sep + "\u200b")
