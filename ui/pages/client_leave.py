"""The end of a session at a desk: what stays by consent, the capsule on her stick, and the folder that goes.

May touch: the worker, and a folder on the stick she chose. Must never destroy before it was asked and answered, nor
leave her believing that something is gone which is still here.
"""

from __future__ import annotations

import functools
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtGui import QHideEvent

from safeplan.content.desk_words import load_desk_words
from safeplan.errors import Cancelled, NoPermission, NothingChosen, SafePlanError, WrongPassphrase
from safeplan.handover.capsule import Capsule
from safeplan.handover.sealing_phrase import PDF, draw_sealing_phrase
from ui import leave_work
from ui.error_texts import error_text
from ui.leave_work import LeaveView, WantedPlan
from ui.page import Page, PageContext, StandsOnlyHere
from ui.widgets.backup_make import place_in_words
from ui.widgets.buttons import PrimaryButton, QuietButton, SecondaryButton
from ui.widgets.card import Card
from ui.widgets.fields import LabelledField, TickBox
from ui.widgets.flow import flow
from ui.widgets.inset import Inset
from ui.widgets.labels import Body, Heading
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.said_dates import day_in_words
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.work_bar import WorkBar


class ClientLeavePage(Page, StandsOnlyHere):
    """Three cards: what stays, what is taken along, the end."""

    name = "client_leave"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.words = say = load_desk_words(context.language).leave
        self._until = ""
        self._taken: Capsule | None = None
        self._busy = False
        self._job: Any = None
        self.stays = Body("", name="leave-stays")
        stays = Card(say.stays_title, name="leave-stays-card")
        stays.add(self.stays, flow(QuietButton(say.change, name="leave-change", clicked=self._change)))
        self.phrase = PassphraseField(name="leave-phrase")
        self.asked = LabelledField(say.phrase, self.phrase)
        self.take = SecondaryButton(say.take, name="leave-take", icon="usb", clicked=self.choose)
        self.phrase.entered.connect(self.choose)
        self.bar = WorkBar(name="leave-work")
        self.bar.cancelled.connect(lambda: self._job and self._job.cancel())
        self.where = Body("", name="leave-where", selectable=True)
        self.plan_there = Body(say.plan_there, name="leave-plan-there")
        self.result = Inset(Body(say.taken, name="leave-taken"), self.where, self.plan_there, name="leave-result")
        self.result.hide()
        self.plan = TickBox(say.plan, name="leave-plan", why=say.plan_why)
        self.plan.toggled.connect(self._want_plan)
        if "pdf-aes256" not in context.room.policy.exports:
            self.plan.hide()
        self.plan_words = Heading("", 2, name="leave-plan-words")
        self.plan_inset = Inset(
            Body(say.plan_words), self.plan_words, Body(say.plan_words_why, "small"), name="leave-plan-inset"
        )
        self.plan_inset.hide()
        take = Card(say.take_title, say.take_about, name="leave-take-card")
        take.add(self.asked, self.plan, self.plan_inset, flow(self.take), self.bar, self.result)
        self.end = PrimaryButton("", name="leave-end", clicked=self.ask)
        self.fault = Body(say.still_here, "error", name="leave-fault")
        self.fault.hide()
        end = Card(say.end_title, name="leave-end-card")
        end.add(flow(self.end), self.fault)
        self.kept = (stays, take, end)
        self.nothing = Card(say.title, say.nothing, name="leave-nothing")
        self.nothing.add(flow(SecondaryButton(say.to_list, name="leave-list", clicked=lambda: context.switch(0))))
        self.sheet = ScrollPage(name="leave-sheet")
        self.sheet.add(*self.kept, self.nothing)
        self.layout_.addWidget(self.sheet)

    def title(self) -> str:
        """The heading."""
        return self.words.title

    def arrive(self, **arguments: Any) -> None:
        """What stays, by what was agreed to until now."""
        del arguments
        something = self.context.has_store()
        for card in self.kept:
            card.setVisible(something)
        self.kept[1].setVisible(something and "zip-aes256" in self.context.room.policy.exports)
        self.nothing.setVisible(not something)
        if something:
            self.context.background.run(self, leave_work.look, self.show_view, self.context.questions.tell_error)

    def show_view(self, view: LeaveView) -> None:
        """The sentence, and the words of the button that fit it."""
        self._until = view.until
        say = self.words
        if view.until:
            day = day_in_words(date.fromisoformat(view.until), self.context.language)
            self.stays.setText(say.stays_day.format(day=day))
        else:
            self.stays.setText(say.stays_none)
        self.end.set_words(say.end_kept if view.until else say.end_gone)

    # ── to take along ───────────────────────────────────────────────────────────────────────────────────────────
    def choose(self) -> None:
        """Ask for the stick, once her passphrase stands there."""
        if self._busy or self.phrase.is_empty():
            return
        self.asked.clear_error()
        self.context.picker.pick_folder(self.write)

    def write(self, place: Path) -> None:
        """Write it there, read it back, open it once."""
        self._busy = True
        self.result.hide()
        self._let_press(on=False)
        self.bar.begin(self.words.taking)
        work = functools.partial(
            leave_work.take_along,
            phrase=self.phrase.take(),
            place=place,
            only_removable=self.context.room.policy.only_removable,
            plan=WantedPlan(self.context.language, self.plan_words.text()) if self.plan.is_checked() else None,
        )
        self._job = self.context.background.run(
            self, work, self._written, self._failed, progress=self.bar.set_progress
        )

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing typed here waits on a page that nobody sees."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.phrase.clear()
            self.plan.set_checked(False)
            self._want_plan(on=False)

    def _want_plan(self, on: bool) -> None:  # noqa: FBT001
        """Other words each time: those of an earlier stick open no later one."""
        self.plan_words.setText(draw_sealing_phrase(PDF, self.context.language) if on else "")
        self.plan_inset.setVisible(on)

    def _written(self, made: Capsule) -> None:
        self._work_over()
        self._show_taken(made)

    def hand_on(self) -> Any:
        """Where it lies, the words that lock the plan beside it, and that the folder could not be destroyed."""
        words, still_here = self.plan_words.text(), not self.fault.isHidden()
        return (self._taken, words, still_here) if self._taken is not None or words or still_here else None

    def take_on(self, shown: Any) -> None:
        """The same words: they may stand on her paper already."""
        taken, words, still_here = shown
        self.fault.setVisible(still_here)
        if words:
            self.plan.set_checked(True)
            self.plan_words.setText(words)
        if taken is not None:
            self._show_taken(taken)

    def _show_taken(self, made: Capsule) -> None:
        self._taken = made
        self.plan_there.setVisible(made.plan is not None)
        self.where.setText(self.words.where.format(place=place_in_words(made.folder)))
        self.result.show()

    def _failed(self, error: SafePlanError) -> None:
        self._work_over()
        words = error_text(error)
        if isinstance(error, Cancelled):
            self.context.tell(self.words.stopped)
        elif isinstance(error, NoPermission) and error.facts.get("reason") == "only_stick":
            self.asked.show_error(self.words.only_stick)
        elif isinstance(error, NothingChosen):
            self.asked.show_error(self.words.plan_empty)
        elif isinstance(error, WrongPassphrase) and words is not None:
            self.asked.show_error(words.sentence)
        else:
            self.context.questions.tell_error(error)

    def _work_over(self) -> None:
        self._job, self._busy = None, False
        self.bar.end()
        self._let_press(on=True)

    # ── the end ─────────────────────────────────────────────────────────────────────────────────────────────────
    def ask(self) -> None:
        """Where the folder stays there is nothing to ask; else once, with what can be lost by it."""
        if self._until:
            self.context.switch(0)
            return
        say = self.words
        self.context.questions.ask(
            say.ask,
            say.ask_taken if self._taken is not None else say.ask_not_taken,
            [("go", say.ask_go), ("back", say.ask_back)],
            self._answered,
            safe="back",
            primary="back",
        )

    def _answered(self, answer: str) -> None:
        if answer != "go" or self._busy:
            return
        self._busy = True
        self._let_press(on=False)
        self.fault.hide()
        self.context.tell(self.words.ending)
        self.context.background.run(self, leave_work.end, self._ended, self._end_failed)

    def _ended(self, unreadable: bool) -> None:  # noqa: FBT001
        self._busy = False
        if unreadable:
            self.context.switch(0)
            return
        self._let_press(on=True)
        self.fault.show()

    def _end_failed(self, error: SafePlanError) -> None:
        self._busy = False
        self._let_press(on=True)
        self.context.questions.tell_error(error)

    def _let_press(self, *, on: bool) -> None:
        if not on:
            # A disabled button gives the focus away, at last to the exit control.
            self.hold_focus()
        self.take.setEnabled(on)
        # The words that lock what is being written stay in sight.
        self.plan.setEnabled(on)
        self.end.setEnabled(on)

    def _change(self) -> None:
        self.context.go("consent")
