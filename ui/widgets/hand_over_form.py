"""The last step of a hand-over: in which form it leaves, the making of it, and what came of it.

May touch: the worker and the one place she chooses. Must never make anything that was not chosen, keep a passphrase,
or leave her without a word when something fails.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from safeplan.content.handing_form import load_handing_form
from safeplan.errors import SafePlanError
from safeplan.handover.selection import Selection
from ui.error_texts import error_text
from ui.hand_over_made import FORMS, LOCKED, HandedOver, make_copy, stage_at
from ui.page import PageContext
from ui.removable import removable_places
from ui.widgets.buttons import PrimaryButton, SecondaryButton
from ui.widgets.card import Card
from ui.widgets.choices import Choice
from ui.widgets.column import Column
from ui.widgets.file_words import shown_name
from ui.widgets.flow import flow
from ui.widgets.hand_over_phrase import PhraseCard
from ui.widgets.hand_over_result import ResultCard
from ui.widgets.inset import Inset
from ui.widgets.labels import Body, Heading
from ui.widgets.work_bar import WorkBar

# Gives the validated selection of this moment to the first, or a failure to the second; the work that does so.
Ready = Callable[[Callable[[Selection], None], Callable[[SafePlanError], None]], Any]

OPEN = FORMS[0]
# More names of files are not read beside a choice.
MOST_NAMES = 4
_ICONS = {"folder": "folder-open", "stick": "usb", "pdf": "lock", "zip": "lock"}


class HandOverForm(Column):
    """`chosen()` says at once whether anything is chosen, and shows where if not; `ready` as above.

    `handed(Release)` once a copy is made; `changed` when another form is chosen.
    """

    handed = Signal(object)
    changed = Signal()

    def __init__(self, context: PageContext, chosen: Callable[[], bool], ready: Ready) -> None:
        super().__init__(spacing=16)
        self.context, self._chosen, self._ready = context, chosen, ready
        self.words = load_handing_form(context.language)
        self._reader = getattr(context.settings, "export_language", "") or context.language
        self._job: Any = None
        self._busy = self._stopped = False
        self.choice = Choice(
            [(id_, one.title) for id_, one in self.words.forms.items()],
            name="hand-over-form",
            accessible=self.words.form.accessible,
            several=False,
            chosen=[OPEN],
            may_be_none=False,
        )
        self.choice.changed.connect(self._form_changed)
        self.why = Body("", "muted", name="hand-over-form-why")
        self.phrase = PhraseCard(self.words)
        self.make = PrimaryButton("", name="hand-over-make", clicked=self.choose_place)
        self.bar = WorkBar(name="hand-over-work")
        self.bar.cancelled.connect(self._cancel)
        self.card = Card(name="hand-over-form-card")
        self.card.setAccessibleName(self.words.form.title)
        self._files: tuple[str, ...] = ()
        self.left_out = Body("", "inset", name="hand-over-pdf-stays")
        to_zip = SecondaryButton(
            self.words.form.pdf_zip, name="hand-over-pdf-zip", icon="lock", clicked=lambda: self._choose("zip")
        )
        self.without_files = Inset(self.left_out, flow(to_zip), name="hand-over-pdf-files")
        self.card.add(Heading(self.words.form.title, 2), self.choice, self.why, self.without_files)
        self.last = Card(name="hand-over-make-card")
        self.last.add(flow(self.make), self.bar)
        self.result = ResultCard(context, self.words)
        self.add(self.card, self.phrase, self.last, self.result)
        self._show_form()

    # ── what the page asks ──────────────────────────────────────────────────────────────────────────────────────
    def form(self) -> str:
        """One of hand_over_made.FORMS."""
        return self.choice.one() or OPEN

    @property
    def busy(self) -> bool:
        """Whether a copy is being made."""
        return self._busy

    def show_for(self, language: str, files: Sequence[str]) -> None:
        """Who reads it, and the names of the files chosen: a passphrase is drawn in letters that this reader can
        type, and a PDF says which files it leaves out."""
        self._files = tuple(files)
        self._show_left_out()
        if language and language != self._reader:
            self._reader = language
            self._draw()

    def collect(self) -> dict[str, str]:
        """The form, for a draft; nothing while it is the first one. Never the passphrase."""
        return {"form": self.form()} if self.form() != OPEN else {}

    def restore(self, fields: dict[str, str]) -> None:
        """Choose the form of a draft."""
        if fields.get("form") in FORMS:
            self.choice.set_chosen([fields["form"]])
            self._show_form()

    def choose_place(self) -> None:
        """Something must be chosen, and a passphrase seen, before a place is asked for."""
        if not self._chosen():
            return
        if self.form() in LOCKED and not self.phrase.ready():
            self._into_sight(self.phrase)
            return
        # The first stick that is plugged in, where she wants one.
        sticks = removable_places() if self.form() == "stick" else ()
        self.context.picker.pick_folder(self.hand_over, start=next(iter(sticks), None))

    def hand_over(self, folder: Path) -> None:
        """Make the copy in `folder`, in the worker."""
        form = self.form()
        self._busy, self._stopped = True, False
        self._allow(on=False)
        self.result.empty()
        self.bar.begin(self.words.work.ready)
        looking = self._ready(lambda selection: self._write(selection, folder, form), self._failed)
        # What was looked through already is being made by now: that is then what Cancel has to reach.
        if self._job is None and self._busy:
            self._job = looking

    # ── making ──────────────────────────────────────────────────────────────────────────────────────────────────
    def _write(self, selection: Selection, folder: Path, form: str) -> None:
        if self._stopped or not self._busy:
            self._told_stopped()
            return
        phrase = self.phrase.use() if form in LOCKED else ""
        work = functools.partial(make_copy, selection=selection, folder=folder, form=form, phrase=phrase)
        self._say_stage(0, form)
        self._job = self.context.background.run(
            self,
            work,
            functools.partial(self._made, form),
            self._failed,
            progress=lambda done, total: self._far(done, total, form),
            changes=("releases",),
        )

    def _far(self, done: int, total: int, form: str) -> None:
        self.bar.set_progress(done, total)
        self._say_stage(done, form)

    def _say_stage(self, thousandths: int, form: str) -> None:
        words = str(getattr(self.words.work, stage_at(thousandths, form)))
        # "Stopping" is not written over.
        if not self._stopped and self.bar.text.text() != words:
            self.bar.text.setText(words)
            self.bar.bar.setAccessibleName(words)

    def _cancel(self) -> None:
        self._stopped = True
        if self._job is not None:
            self._job.cancel()

    def _made(self, form: str, done: HandedOver) -> None:
        self._end()
        if form in LOCKED:
            self.phrase.used()
        self.result.show_done(done, form)
        self.handed.emit(done.release)
        self._into_sight(self.result)

    def _failed(self, error: SafePlanError) -> None:
        self._end()
        if error_text(error) is None:
            self.context.tell(self.words.work.stopped)
        else:
            self.context.questions.tell_error(error)

    def _told_stopped(self) -> None:
        self._end()
        self.context.tell(self.words.work.stopped)

    def _end(self) -> None:
        self._job = None
        self._busy = False
        self.bar.end()
        self._allow(on=True)

    def _allow(self, *, on: bool) -> None:
        for part in (self.make, self.choice, self.phrase.another):
            part.setEnabled(on)

    # ── the form ────────────────────────────────────────────────────────────────────────────────────────────────
    def _choose(self, form: str) -> None:
        self.choice.set_chosen([form])
        self._form_changed()

    def _show_left_out(self) -> None:
        names = [shown_name(name) for name in self._files]
        shown = ", ".join(names[:MOST_NAMES]) + (" …" if len(names) > MOST_NAMES else "")
        self.left_out.setText(self.words.form.pdf_stays.format(count=len(names), names=shown))
        self.without_files.setVisible(self.form() == "pdf" and bool(names))

    def _form_changed(self) -> None:
        self._show_form()
        self.changed.emit()

    def _show_form(self) -> None:
        form = self.form()
        words = self.words.forms[form]
        self.why.setText(words.why)
        self.make.set_words(words.make)
        self.make.set_icon(_ICONS[form])
        self.phrase.setVisible(form in LOCKED)
        self._show_left_out()
        self._draw()

    def _draw(self) -> None:
        if self.form() in LOCKED and not self._busy:
            self.phrase.draw_for(self.form(), self._reader)

    def showEvent(self, event: QShowEvent) -> None:
        """Back on the page: a passphrase of its own for the next copy."""
        super().showEvent(event)
        self._draw()

    def hideEvent(self, event: QHideEvent) -> None:
        """The page is left: the passphrase goes, and what was said about it."""
        super().hideEvent(event)
        if not event.spontaneous() and not self._busy:
            self.phrase.forget()
            if self.form() in LOCKED:
                self.result.empty()

    def _into_sight(self, part: QWidget) -> None:
        area: QWidget | None = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if isinstance(area, QScrollArea):
            # Its place is known once it was laid out.
            QTimer.singleShot(0, part, functools.partial(area.ensureWidgetVisible, part, 0, 40))
