"""Handing over, a way in short steps: for whom, what goes along, what that shows, in which language; then the copy.

May touch: the worker. Must never hand over anything that was not ticked or suggested in sight of her, and never hold
up the last step: whatever was not looked at is left out or stays.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QTimer

from safeplan.content.handing_words import load_handing_words
from safeplan.errors import Cancelled, SafePlanError
from safeplan.handover.releases import Release
from safeplan.handover.selection import Selection
from ui import hand_over_load, hand_over_look
from ui.hand_over_choice import Choice, as_draft, chosen_lines, files_along, from_draft, safe_day, selection_of
from ui.hand_over_load import View
from ui.hand_over_look import Looked
from ui.hand_over_made import LOCKED
from ui.hand_over_suggesting import Suggesting
from ui.page import Page, PageContext
from ui.widgets.hand_over_along import TermsCard
from ui.widgets.hand_over_annexes import AnnexesPart
from ui.widgets.hand_over_before import BeforeCards, nothing_card
from ui.widgets.hand_over_choose import ChooseCard
from ui.widgets.hand_over_form import HandOverForm
from ui.widgets.hand_over_map import LeavesCard
from ui.widgets.hand_over_marks import MarksPart
from ui.widgets.hand_over_reads import ReadsPart
from ui.widgets.hand_over_step import Step
from ui.widgets.hand_over_terms import LanguagesPart
from ui.widgets.hand_over_translate import TranslationsPart
from ui.widgets.hand_over_who import WhoPart
from ui.widgets.labels import Body
from ui.widgets.missing_line import MissingLine
from ui.widgets.said_dates import her_now
from ui.widgets.scroll_page import ScrollPage

# Ticking ten entries one after another is looked through once.
QUIET_MS = 200


class HandOverPage(Page):
    """The steps, each folded to what was chosen in it; below them the copy, her plan on paper, earlier hand-overs."""

    name = "hand_over"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.sheet = ScrollPage(name="hand-over-scroll")
        self.layout_.addWidget(self.sheet)
        self.words = load_handing_words(context.language)
        language = getattr(context.settings, "export_language", "") or context.language
        self.choice = Choice(language=language)
        self._view, self._looked = View(), Looked()
        # What self._looked was made for; None while something has changed since.
        self._looked_for: Choice | None = None
        self._looking: Any = None
        self.suggesting = Suggesting(self, context, lambda: self.choice)
        self.suggesting.found.connect(self._suggested)
        self.suggesting.ended.connect(self._say)
        self._soon = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._soon.timeout.connect(self._look)
        self.none = nothing_card(context)
        self._make_parts(language)
        say = self.words.page
        self.steps = (
            Step("who", say.who_title, self.words, self.who, first=True),
            Step("what", say.what_title, self.words, self.choose, self.terms, self.annexes, self.nothing),
            Step("map", say.map_title, self.words, self.map),
            Step("shows", say.shows_title, self.words, self.marks),
            Step("reads", say.reads_title, self.words, self.reads),
            Step("language", say.language_title, self.words, self.languages, self.translations, last=True),
        )
        for place, step in enumerate(self.steps):
            step.next_.connect(functools.partial(self._go, place, place + 1))
            step.back.connect(functools.partial(self._go, place, place - 1))
            step.opened.connect(self._show_parts)
        self.steps[1].opened.connect(self.choose.set_seen)
        self.about = Body(say.about, "muted")
        self.sheet.add(self.none, self.about, *self.steps, self.form, self.before)
        self.steps[0].set_open(True)
        context.background.changed.connect(self._changed_elsewhere)
        self.show_view(self._view)

    def title(self) -> str:
        """The heading."""
        return self.tr("Hand over")

    def arrive(self, **arguments: Any) -> None:
        """Ask what there is. `again`: an earlier hand-over, chosen once more with what is new since."""
        if not self.context.has_store():
            self.show_view(View())
            return
        again = str(arguments.get("again") or "")
        if not as_draft(self.choice) and not again:
            self.context.load_draft(self.name, self.restore_draft)
        self._load()
        if again:
            work = functools.partial(hand_over_load.choose_again, release_id=again, language=self.choice.language)
            self.context.background.run(self, work, self._again, self.context.questions.tell_error)

    def show_view(self, view: View) -> None:
        """Show the lines and the earlier hand-overs."""
        self._view = view
        something = bool(view.lines)
        self.none.setVisible(not something)
        for part in (self.about, *self.steps, self.form):
            part.setVisible(something)
        there = {line.id for line in view.lines}
        entries = tuple(one for one in self.choice.entries if one in there)
        self.choice = replace(self.choice, entries=entries)
        self.who.show_subjects(view.cases, view.orders)
        self._show_lines()
        self.before.show_releases(view.releases, with_plan=self.context.has_store())
        self._looked_for = None
        self._show_choice()

    def _again(self, choice: Choice) -> None:
        there = {line.id for line in self._view.lines}
        self._take(replace(choice, entries=tuple(one for one in choice.entries if one in there)))
        self._show_lines(anew=True)
        self.context.tell(self.words.page.again)

    def collect_draft(self) -> dict[str, str]:
        """The whole choice: hiding loses nothing. It stays in sight, and nothing leaves without the last button."""
        return as_draft(self.choice) | self.form.collect()

    def restore_draft(self, fields: dict[str, str]) -> None:
        """Put the choice back."""
        self.form.restore(fields)
        self._show_map()
        kept = from_draft(fields)
        if kept is not None and not as_draft(self.choice):
            self.choice = kept
            self._show_lines(anew=True)
            self._show_choice()

    def clear(self) -> None:
        """Nothing is chosen."""
        self.forget_pending_draft()
        self._take(Choice(language=self.choice.language))

    # ── parts ───────────────────────────────────────────────────────────────────────────────────────────────────────
    def _make_parts(self, language: str) -> None:
        self.who = WhoPart(self.words)
        self.choose = ChooseCard(self.words)
        self.terms = TermsCard(self.words)
        self.map = LeavesCard(self.words)
        self.marks = MarksPart(self.words)
        self.reads = ReadsPart(self.words)
        self.languages = LanguagesPart(self.words, language)
        self.translations = TranslationsPart(self.words)
        self.annexes = AnnexesPart(self.words)
        self.form = HandOverForm(self.context, self._anything, self._ready)
        self.before = BeforeCards(self.context, self.words.page.all_handed)
        none_yet = self.tr("Nothing is chosen yet. Tick at least one line.")
        self.nothing = MissingLine(none_yet, name="hand-over-none-yet")
        self.who.changed.connect(lambda: self._take(self.who.read(self.choice)))
        self.who.aimed.connect(self._aimed)
        self.choose.suggested.connect(lambda: self._suggest(replace(self.choice, by_hand=False)))
        self.terms.changed.connect(lambda: self._take(self.terms.read(self.choice)))
        self.languages.changed.connect(lambda: self._take(self.languages.read(self.choice)))
        self.choose.picked.connect(self._take)
        for part in (self.marks, self.reads, self.translations, self.annexes):
            part.turned.connect(lambda change: self._take(change(self.choice)))
        self.form.handed.connect(self._handed)
        self.form.changed.connect(self._form_changed)

    def _form_changed(self) -> None:
        self._show_map()
        self.touch_draft()

    def _show_map(self) -> None:
        """What leaves, as far as it was looked through, in the form that is chosen now."""
        form, fresh = self.form.form(), self._looked_for == self.choice
        self.map.show_form(locked=form in LOCKED, paper_only=form == "pdf")
        self.map.show_choice(self.choice, self._view.lines, self._looked if fresh else None)

    # ── one choice ──────────────────────────────────────────────────────────────────────────────────────────────────
    def _take(self, choice: Choice) -> None:
        """Something was ticked, typed or turned."""
        if choice == self.choice:
            return
        self.choice = choice
        self._looked_for = None
        self._show_choice()
        self.touch_draft()

    def _show_choice(self) -> None:
        choice = self.choice
        for part in (self.who, self.choose, self.terms, self.languages):
            part.show_choice(choice)
        if choice.entries:
            self.nothing.hide()
        for inner in (self.translations, self.annexes):
            inner.show_choice(choice, self._view.lines)
        self._show_map()
        along = [file.name for line in chosen_lines(choice, self._view.lines) for file in files_along(choice, line)]
        self.form.show_for(choice.language, along)
        self._say()
        self._soon.start()

    def _show_lines(self, *, anew: bool = False) -> None:
        view = self._view
        self.choose.show_lines(view.lines, view.new_ids, self.choice, earlier=bool(view.releases), anew=anew)

    def _say(self) -> None:
        """The folded lines."""
        choice, say, view = self.choice, self.words.page, self._view
        who, what, map_, shows, reads, language = self.steps
        chosen = chosen_lines(choice, view.lines)
        files = sum(len(files_along(choice, line)) for line in chosen)
        sum_ = say.what_sum.format(count=len(chosen), all=len(view.lines), files=files)
        who.say(self.who.summary(choice))
        what.say(say.what_suggesting if self.suggesting.busy else sum_ if chosen else say.what_none)
        map_.say(self.map.summary(choice, view.lines))
        language.say(self.languages.summary(choice))
        fresh = self._looked_for == choice
        shows.say(self.marks.summary(self._looked) if fresh else say.shows_wait)
        reads.say(self.reads.summary(self._looked) if fresh else say.shows_wait)

    def _aimed(self) -> None:
        """Another reader, purpose or subject: another set is the smallest."""
        choice = self.who.read(self.choice)
        if choice.kind:
            self._suggest(choice)
        else:
            self._take(choice)

    def _suggest(self, choice: Choice) -> None:
        self._take(choice)
        self.suggesting.ask(choice)
        self._say()

    def _suggested(self, choice: Choice) -> None:
        self._take(choice)
        self._show_lines(anew=True)

    # ── looking through ─────────────────────────────────────────────────────────────────────────────────────────────
    def _look(self, then: Callable[[Selection], None] | None = None, failed: Any = None) -> Any:
        """Look through what is chosen now; then(selection) when that is what was asked for."""
        self._soon.stop()
        if self._looking is not None:
            self._looking.cancel()
        choice, today = self.choice, her_now(self.context.clock).date()
        base = selection_of(choice, self._view.lines, today)

        def done(looked: Looked) -> None:
            self._show_looked(choice, looked)
            if then is not None and looked.selection is not None:
                then(looked.selection)

        work = functools.partial(
            hand_over_look.look_through, base=base, choice=choice, safe_from=safe_day(choice, today)
        )
        self._looking = self.context.background.run(self, work, done, failed or self._not_looked)
        return self._looking

    def _not_looked(self, error: SafePlanError) -> None:
        if not isinstance(error, Cancelled):
            self.context.questions.tell_error(error)

    def _show_looked(self, choice: Choice, looked: Looked) -> None:
        if choice != self.choice:
            return
        self._looked, self._looked_for = looked, choice
        self._show_map()
        self._say()
        self._show_parts()

    def _show_parts(self, _open: object = None) -> None:
        """Long lists are built only where they can be seen."""
        if self._looked_for is None:
            return
        for step, part in ((self.steps[3], self.marks), (self.steps[4], self.reads)):
            if step.is_open():
                part.show_looked(self._looked, self._looked_for)

    def _anything(self) -> bool:
        """Whether something is chosen; otherwise the step is shown where that is done."""
        if self.choice.entries:
            return True
        self.steps[1].set_open(True)
        self.nothing.say()
        self._show_step(1)
        return False

    def _ready(self, then: Callable[[Selection], None], failed: Callable[[SafePlanError], None]) -> Any:
        if self._looked_for == self.choice and self._looked.selection is not None:
            then(self._looked.selection)
            return None
        return self._look(then, failed)

    # ── what happens ────────────────────────────────────────────────────────────────────────────────────────────────
    def _go(self, from_: int, to: int) -> None:
        self.steps[from_].set_open(False)
        self.steps[to].set_open(True)
        self._show_step(to)
        self.steps[to].button.setFocus()

    def _show_step(self, place: int) -> None:
        # Its place is known once it was laid out.
        QTimer.singleShot(0, self, lambda: self.sheet.ensureWidgetVisible(self.steps[place], 0, 40))

    def _load(self) -> None:
        self.context.background.run(self, hand_over_load.load_view, self.show_view, self.context.questions.tell_error)

    def _changed_elsewhere(self, kinds: frozenset[str]) -> None:
        if kinds & {"incidents", "attachments", "releases", "cases", "orders", "people"} and self.isVisible():
            self._load()

    def _handed(self, release: Release) -> None:
        self.forget_pending_draft()
        self.context.clear_draft(self.name)
        self._take(self.choice.without_private_ticks(self._view.lines))
        self.forget_pending_draft()
        # The next reader is likely to read the same language.
        self.context.change_setting("export_language", release.language)
