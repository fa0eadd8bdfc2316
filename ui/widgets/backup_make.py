"""Making a copy to take along: what it is, its dull name, where it goes, and that it was read back.

May touch: the worker through the page's context. Must never keep or show where earlier copies lie.
"""

from __future__ import annotations

import functools
import re
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from safeplan.content.backup_words import load_backup_words
from safeplan.content.desk_words import load_desk_words
from safeplan.errors import FolderNotEmpty, SafePlanError
from ui import backup_work, desk_copies
from ui.backup_work import LastView, MadeCopy
from ui.error_texts import error_text
from ui.page import PageContext, StandsOnlyHere
from ui.size_words import size_in_words
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.card import Card
from ui.widgets.fields import LabelledField, TextLine
from ui.widgets.flow import flow
from ui.widgets.inset import Inset
from ui.widgets.labels import Body
from ui.widgets.said_dates import moment_in_words
from ui.widgets.stack import stack
from ui.widgets.work_bar import WorkBar

# What no file system of a stick takes, and names that Windows keeps for itself.
_REFUSED = re.compile(r'[<>:"/\\|?*\x00-\x1f]|^\.|[. ]$|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)', re.IGNORECASE)
_LONGEST = 80


def good_name(typed: str) -> str:
    """The name as a file can bear it anywhere, or ""."""
    name = typed.strip()
    return "" if not name or len(name) > _LONGEST or _REFUSED.search(name) or not name.isprintable() else name


def place_in_words(path: Path) -> str:
    """A path has no spaces to wrap at: a zero-width space after each part gives it some."""
    return re.sub(r"([/\\])", "\\1\u200b", str(path))


class MakeCard(Card, StandsOnlyHere):
    """The only large button of the page."""

    def __init__(self, context: PageContext) -> None:
        self._say = say = load_backup_words(context.language).page
        super().__init__(say.make_title, say.make_about, name="backup-make-card")
        self._context = context
        self._job: Any = None
        self._busy = False
        self._at_desk = context.room.is_client
        self.not_agreed = Body(load_desk_words(context.language).consent.copies_first, name="backup-not-agreed")
        self.not_agreed.hide()
        self.last = Body("", "muted", name="backup-last")
        self.due = Body(say.due, name="backup-due")
        self.later = QuietButton(say.not_now, name="backup-not-now", clicked=self._put_off)
        self.offer = stack(self.due, flow(self.later), spacing=4, name="backup-offer")
        self.file = TextLine(name="backup-name", text=say.name_first)
        self.field = LabelledField(say.name, self.file, why=say.name_why)
        self.file.textChanged.connect(lambda _text: self.field.clear_error())
        self.button = PrimaryButton(say.make, name="backup-make", icon="usb", clicked=self.choose)
        self.bar = WorkBar(name="backup-work")
        self.bar.cancelled.connect(self._cancel)
        self.result: QWidget | None = None
        self._copy: MadeCopy | None = None
        self.add(Body(say.make_place, "muted"), self.last, self.offer, self.field, self.not_agreed)
        self.add(flow(self.button), self.bar)
        self.last.hide()
        self.offer.hide()

    @property
    def busy(self) -> bool:
        """Whether a copy is being written."""
        return self._busy

    def show_last(self, view: LastView) -> None:
        """When the last one was made, and the quiet offer."""
        say, last = self._say, view.last
        if last.made_at:
            day = moment_in_words(last.made_at, self._context.clock, self._context.language)
            self.last.setText(say.last.format(day=day, count=last.written_since))
        else:
            self.last.setText(say.last_none.format(count=last.written_since))
        self.last.setVisible(bool(last.made_at or last.written_since))
        self.offer.setVisible(view.due)

    def choose(self) -> None:
        """Ask for the place, once the name is one."""
        if good_name(self.file.text()):
            self._context.picker.pick_folder(self.make)
        else:
            self.field.show_error(self._say.name_bad)

    def make(self, folder: Path) -> None:
        """Write it there, in the worker."""
        self._drop_result()
        self.button.setEnabled(False)
        self._busy = True
        self.bar.begin(self._say.making)
        make = desk_copies.make_copy if self._at_desk else backup_work.make_copy
        work = functools.partial(make, folder=folder, name=good_name(self.file.text()))
        self._job = self._context.background.run(
            self, work, self._made, self._failed, progress=self.bar.set_progress, changes=("backup",)
        )

    def _made(self, made: MadeCopy) -> None:
        self._end()
        self.take_on(made)
        self.load()

    def hand_on(self) -> Any:
        """Where it lies is kept nowhere."""
        return self._copy

    def take_on(self, shown: MadeCopy) -> None:
        """That it was made, read back, and where it lies."""
        self._copy = made = shown
        say, facts = self._say, made.facts
        size = size_in_words(made.size, self._context.language)
        self.result = Inset(
            Body(say.made, name="backup-made"),
            Body(say.made_holds.format(entries=facts.entries, files=facts.files, steps=facts.steps, size=size)),
            Body(say.made_where.format(place=place_in_words(made.path)), name="backup-where", selectable=True),
            Body(say.made_key, "muted"),
            name="backup-result",
        )
        self.add(self.result)

    def load(self) -> None:
        """Ask when the last one was made."""
        self._context.background.run(self, backup_work.load_last, self.show_last)
        if self._at_desk:
            self._context.background.run(self, desk_copies.agreed, self._show_agreed)

    def _show_agreed(self, agreed: bool) -> None:  # noqa: FBT001
        """At a desk a copy lies at an organisation: that is hers to say."""
        self.not_agreed.setVisible(not agreed)
        self.button.setEnabled(agreed and not self._busy)

    def _failed(self, error: SafePlanError) -> None:
        self._end()
        if isinstance(error, FolderNotEmpty):
            self.field.show_error(self._say.name_taken)
        elif error_text(error) is None:
            self._context.tell(self._say.stopped)
        else:
            self._context.questions.tell_error(error)

    def _put_off(self) -> None:
        def done(view: LastView) -> None:
            self.show_last(view)
            self._context.tell(self._say.put_off)

        self._context.background.run(self, backup_work.put_off, done, changes=("backup",))

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _end(self) -> None:
        self._job, self._busy = None, False
        self.bar.end()
        self.button.setEnabled(True)

    def _drop_result(self) -> None:
        self._copy = None
        if self.result is not None:
            self.result.hide()
            self.result.deleteLater()
            self.result = None
