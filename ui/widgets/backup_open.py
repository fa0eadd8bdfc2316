"""Opening a copy made earlier: what is in it, what would be lost by it, and the three things that can be done.

May touch: the worker through the page's context. Must never put a copy in the place of what is here without two
questions, and never keep what was typed.
"""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from safeplan.content.backup_words import load_backup_words
from safeplan.errors import SafePlanError, VaultExists, WrongPassphrase, WrongRecoveryCode
from safeplan.records.merge import TakenIn
from safeplan.vault.leftovers import WouldBeLost
from ui import backup_work
from ui.backup_work import Held, Look
from ui.error_texts import error_text
from ui.opening import Opened
from ui.page import PageContext, StandsOnlyHere
from ui.widgets.backup_compare import CompareView, taken_in
from ui.widgets.backup_make import place_in_words
from ui.widgets.buttons import SecondaryButton
from ui.widgets.card import Card
from ui.widgets.fields import LabelledField
from ui.widgets.file_words import moment_there, shown_name
from ui.widgets.flow import flow
from ui.widgets.inset import Inset
from ui.widgets.labels import Body, Heading
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.stack import stack
from ui.widgets.work_bar import WorkBar


class OpenCard(Card, StandsOnlyHere):
    """The file, its passphrase, and what is in it."""

    def __init__(self, context: PageContext) -> None:
        self._words = load_backup_words(context.language)
        self._say = say = self._words.page
        super().__init__(say.open_title, say.open_about, name="backup-open-card")
        self._context, self.held = context, Held()
        self._path = Path()
        self._day = ""
        self._job: Any = None
        self._busy = False
        self.button = SecondaryButton(say.choose, name="backup-choose", icon="file", clicked=self.choose)
        self.chosen = Body("", "muted", name="backup-chosen")
        self.phrase = PassphraseField(name="backup-phrase")
        self.field = LabelledField(say.phrase, self.phrase, why=say.phrase_why)
        self.phrase.entered.connect(self.look)
        self.phrase.changed.connect(self.field.clear_error)
        self.look_button = SecondaryButton(say.look, name="backup-look", icon="lock-open", clicked=self.look)
        self.ask = stack(self.chosen, self.field, flow(self.look_button), name="backup-ask")
        self.ask.hide()
        self.bar = WorkBar(name="backup-open-work")
        self.bar.cancelled.connect(self._cancel)
        self.found: QWidget | None = None
        self.compare: CompareView | None = None
        # What came of it: the place beside it, or what was taken in.
        self._done: Path | TakenIn | None = None
        self.add(flow(self.button), self.ask, self.bar)

    @property
    def busy(self) -> bool:
        """Whether something is being looked into, brought back or taken in."""
        return self._busy or (self.compare is not None and self.compare.busy)

    # ── look ────────────────────────────────────────────────────────────────────────────────────────────────────
    def choose(self) -> None:
        """Ask for the file."""
        self._context.picker.pick_files(lambda paths: self.take_file(paths[0]), several=False)

    def take_file(self, path: Path) -> None:
        """Ask for its passphrase."""
        self.forget()
        self._path = path
        self.chosen.setText(self._say.chosen.format(name=shown_name(path.name)))
        self.ask.show()
        self.phrase.setFocus()

    def look(self) -> None:
        """Open and read it, in the worker."""
        if self.busy:
            return
        if self.phrase.is_empty():
            self.phrase.setFocus()
            return
        self._drop_found()
        work = functools.partial(backup_work.look, held=self.held, path=self._path, typed=self.phrase.take())
        self._begin(self._say.looking, work, self._show, self._not_opened)

    def forget(self) -> None:
        """Nothing of a copy stays open, nothing typed stays."""
        self.phrase.clear()
        self.field.clear_error()
        self.ask.hide()
        if self._drop_found():
            work = functools.partial(backup_work.forget, held=self.held)
            self._context.background.run(self._context.background, work, lambda _nothing: None)

    def _not_opened(self, error: SafePlanError) -> None:
        self._end()
        if isinstance(error, WrongPassphrase | WrongRecoveryCode):
            self.field.show_error(f"{self._say.wrong} {self._say.wrong_hint}")
            self.phrase.setFocus()
        elif error_text(error) is None:
            self.phrase.setFocus()
        else:
            self._context.questions.tell_error(error)

    # ── what is in it ───────────────────────────────────────────────────────────────────────────────────────────
    def _show(self, look: Look) -> None:
        self._end()
        say, facts = self._say, look.facts
        if facts is None:
            return
        self.button.setFocus()
        self.ask.hide()
        self._day = moment_there(facts.made_at, facts.zone, self._context.clock, self._context.language)
        holds = say.found_holds.format(entries=facts.entries, files=facts.files, steps=facts.steps)
        parts: list[QWidget] = [
            Inset(
                Body(say.found.format(day=self._day), name="backup-found-day"),
                Body(holds, name="backup-found-holds"),
                name="backup-found-facts",
            )
        ]
        if look.compared is not None:
            self.compare = CompareView(
                self._context, self.held, look.compared, name="backup-compare", title=say.compare_of_copy
            )
            parts.append(self.compare)
        if look.lost is not None:
            parts += self._lost(look.lost)
        parts.append(Heading(say.ways_title, 3))
        if look.lost is None:
            parts.append(self._way("here", say.here, say.here_why, self.put_here))
        else:
            parts.append(self._way("beside", say.beside, say.beside_why, self._choose_place))
            ask = functools.partial(self._ask_first, look.lost)
            parts.append(self._way("instead", say.instead, say.instead_why, ask))
        self.found = stack(*parts, spacing=12, name="backup-found")
        self.add(self.found)

    def _lost(self, lost: WouldBeLost) -> list[QWidget]:
        lines = self._lost_lines(lost)
        return [
            Heading(self._say.lost_title, 3),
            *(Body(line, name=f"backup-lost-{place}") for place, line in enumerate(lines)),
        ]

    def _lost_lines(self, lost: WouldBeLost) -> list[str]:
        say = self._say
        if lost.nothing:
            return [say.lost_none]
        lines = [] if lost.same_record else [say.lost_other]
        for name, text in self._words.lost.items():
            if count := getattr(lost, name):
                lines.append("•  " + text.format(count=count))
        return [*lines, say.lost_days.format(days=lost.days)] if lost.days else lines

    def _way(self, name: str, words: str, why: str, clicked: Any) -> QWidget:
        button = SecondaryButton(words, name=f"backup-{name}", clicked=clicked)
        return stack(flow(button), Body(why, "muted"), spacing=4)

    # ── beside ──────────────────────────────────────────────────────────────────────────────────────────────────
    def _choose_place(self) -> None:
        if not self.busy:
            self._context.picker.pick_folder(self.put_beside)

    def put_beside(self, folder: Path) -> None:
        """Lay it into a new folder there."""
        work = functools.partial(backup_work.put_beside, held=self.held, folder=folder)
        self._begin(self._say.restoring, work, self._lies_beside, self._not_put)

    def _lies_beside(self, place: Path) -> None:
        self._end()
        self._drop_found()
        self.take_on(place)

    def hand_on(self) -> Any:
        """Where it lies beside, or what was taken in; a copy that is merely open is closed."""
        return self._done or (self.compare.taken if self.compare is not None else None)

    def take_on(self, shown: Path | TakenIn) -> None:
        """What came of it."""
        self._done = shown
        self.found = self._beside(shown) if isinstance(shown, Path) else self._taken(shown)
        self.add(self.found)

    def _taken(self, taken: TakenIn) -> QWidget:
        return taken_in(self._context, taken, name="backup-compare")

    def _beside(self, place: Path) -> QWidget:
        say = self._say
        return Inset(
            Body(say.beside_done, name="backup-beside-done"),
            Body(say.made_where.format(place=place_in_words(place)), selectable=True),
            Body(say.beside_how, "muted"),
            name="backup-beside-result",
        )

    def _not_put(self, error: SafePlanError) -> None:
        if not isValid(self):
            return
        self._end()
        if isinstance(error, VaultExists):
            self._context.questions.tell(self._say.beside, self._say.beside_taken)
        elif error_text(error) is None:
            self._context.tell(self._say.stopped)
        else:
            self._context.questions.tell_error(error)

    # ── here, or instead ────────────────────────────────────────────────────────────────────────────────────────
    def put_here(self) -> None:
        """Nothing is kept here yet: bring it back and open it."""
        if not self.busy:
            self._bring_back(self._not_put)

    def _ask_first(self, lost: WouldBeLost) -> None:
        if self.busy:
            return
        say = self._say

        def answered(answer: str) -> None:
            if answer == "on":
                self._ask_second()

        self._context.questions.ask(
            say.ask_first,
            "\n".join(self._lost_lines(lost)),
            [("on", say.ask_go_on), ("back", say.ask_back)],
            answered,
            safe="back",
        )

    def _ask_second(self) -> None:
        say = self._say

        def answered(answer: str) -> None:
            if answer == "replace":
                self._bring_back(self._not_instead)

        self._context.questions.ask(
            say.ask_second,
            say.ask_second_text,
            [("replace", say.ask_replace), ("back", say.ask_back)],
            answered,
            safe="back",
        )

    def _bring_back(self, failed: Any) -> None:
        """Whatever becomes of the page meanwhile, an open store must not go unnoticed."""
        work = functools.partial(backup_work.bring_back, held=self.held)
        done = functools.partial(_opened, self._context, self, self._say.restored.format(day=self._day))
        self._begin(self._say.restoring, work, done, failed, owner=self._context.background)

    def end(self) -> None:
        """The work is over."""
        self._end()

    def _not_instead(self, error: SafePlanError) -> None:
        say, context = self._say, self._context
        if not self.held.closed_here:
            self._not_put(error)
            return
        if isValid(self):
            self._end()
            self.forget()
        # Before anything is told: beside it would stand the way to pages with nothing behind them.
        context.closed()
        context.go("gate")
        words = error_text(error)
        text = say.as_before if words is None else f"{words.sentence} {words.hint}\n\n{say.as_before}"
        context.questions.tell(say.stopped if words is None else say.instead, text)

    # ── inside ──────────────────────────────────────────────────────────────────────────────────────────────────
    def _begin(self, said: str, work: Any, done: Any, failed: Any, *, owner: Any = None) -> None:
        self._busy = True
        self.bar.begin(said)
        for button in (self.button, self.look_button):
            button.setEnabled(False)
        progress = functools.partial(_show_progress, self.bar)
        self._job = self._context.background.run(owner or self, work, done, failed, progress=progress)

    def _end(self) -> None:
        self._job, self._busy = None, False
        self.bar.end()
        for button in (self.button, self.look_button):
            button.setEnabled(True)

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _drop_found(self) -> bool:
        found, self.found, self.compare, self._done = self.found, None, None, None
        if found is not None:
            found.hide()
            found.deleteLater()
        return found is not None


def _opened(context: PageContext, card: OpenCard, said: str, opened: Opened) -> None:
    """The window goes on with what is open now; the page is built anew."""
    if isValid(card):
        card.end()
    context.opened(opened)
    context.tell(said)


def _show_progress(bar: WorkBar, done: int, total: int) -> None:
    if isValid(bar):
        bar.set_progress(done, total)
