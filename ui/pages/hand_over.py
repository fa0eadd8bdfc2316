"""Handing over: what leaves is chosen line by line, shown before it leaves, and checked after it was written.

May touch: the worker and the one folder she chooses. Must never hand over anything that was not ticked.
"""

from __future__ import annotations

import functools
import os
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer

from safeplan.errors import SafePlanError
from safeplan.handover.releases import Release
from safeplan.handover.selection import Selection
from ui import hand_over_work
from ui.error_texts import error_text
from ui.hand_over_work import HandedOver, HandOverView
from ui.page import Page, PageContext
from ui.widgets.beside import beside
from ui.widgets.buttons import PrimaryButton, SecondaryButton
from ui.widgets.card import Card, EmptyState
from ui.widgets.flow import flow
from ui.widgets.hand_over_choose import ChooseCard
from ui.widgets.hand_over_map import LeavesCard
from ui.widgets.hand_over_terms import TermsCard
from ui.widgets.labels import Body, Heading
from ui.widgets.said_dates import moment_in_words
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.stack import stack
from ui.widgets.work_bar import WorkBar


class HandOverPage(Page):
    """Choose, for whom, see what leaves, make it; below it her plan on paper and earlier hand-overs."""

    name = "hand_over"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.sheet = ScrollPage(name="hand-over-scroll")
        self.layout_.addWidget(self.sheet)
        self._view = HandOverView()
        self._job: Any = None
        language = getattr(context.settings, "export_language", "") or context.language
        self.none = Card(name="hand-over-nothing")
        self.none.add(
            EmptyState(
                self.tr("There is nothing to hand over yet"),
                self.tr(
                    "When something is written down under “What happened”, you can give a copy of it to someone:"
                    " only the lines you choose, with a report to print and the files unchanged."
                ),
                self.tr("Three entries from March with two photos, in Russian, for a lawyer."),
                name="hand-over-empty",
                icon="export",
                action=self.tr("Write something down"),
                clicked=lambda: context.go("happened"),
            )
        )
        self.choose = ChooseCard(context.language)
        self.terms = TermsCard(language)
        self.map = LeavesCard()
        self.make_card = self._make_card()
        self.result = Card(name="hand-over-result")
        self.plan = self._paper_card()
        self.earlier = Card(name="hand-over-earlier")
        self.sheet.add(
            self.none, self.choose, self.terms, self.map, self.make_card, self.result, self.plan, self.earlier
        )
        self.result.hide()
        self.choose.changed.connect(self._choice_changed)
        self.terms.changed.connect(self._choice_changed)
        self.terms.changed.connect(self.touch_draft)
        context.background.changed.connect(self._changed_elsewhere)
        self.show_view(self._view)

    def title(self) -> str:
        """The heading."""
        return self.tr("Hand over")

    def arrive(self, **_arguments: Any) -> None:
        """Ask what there is."""
        if not self.context.has_store():
            self.show_view(HandOverView())
            return
        self._load()
        if not self.terms.collect():
            self.context.load_draft(self.name, self.restore_draft)

    def show_view(self, view: HandOverView) -> None:
        """Show the lines and the earlier hand-overs."""
        self._view = view
        something = bool(view.lines)
        self.none.setVisible(not something)
        for card in (self.choose, self.terms, self.map, self.make_card):
            card.setVisible(something)
        self.plan.setVisible(self.context.has_store())
        self.choose.show_lines(view.lines, view.new_ids, earlier=bool(view.releases))
        self._choice_changed()
        self._show_earlier(view.releases)

    def collect_draft(self) -> dict[str, str]:
        """Who gets it and what for, not the ticks: nothing may leave because it was once ticked."""
        return self.terms.collect()

    def restore_draft(self, fields: dict[str, str]) -> None:
        """Put typed words back."""
        self.terms.restore(fields)

    def choose_folder(self) -> None:
        """Something must be ticked before a folder is asked for."""
        self.nothing.hide()
        if not self.choose.chosen():
            self.nothing.show()
            return
        self.context.picker.pick_folder(self.hand_over)

    def hand_over(self, folder: Path) -> None:
        """Make the copy in `folder`, in the worker."""
        selection = self._selection()
        self.make.setEnabled(False)
        self.result.hide()
        self.bar.begin(self.tr("Copying the files, making the report, checking both"))
        work = functools.partial(hand_over_work.hand_over, selection=selection, folder=folder)
        self._job = self.context.background.run(
            self, work, self._handed_over, self._failed, progress=self.bar.set_progress, changes=("releases",)
        )

    # ── parts ───────────────────────────────────────────────────────────────────────────────────────────────────
    def _make_card(self) -> Card:
        card = Card(name="hand-over-make-card")
        self.make = PrimaryButton(
            self.tr("Choose a folder and make the copy"),
            name="hand-over-make",
            icon="folder-open",
            clicked=self.choose_folder,
        )
        self.nothing = Body(
            self.tr("Nothing is chosen yet. Tick at least one line."), "error", name="hand-over-none-yet"
        )
        self.nothing.hide()
        self.bar = WorkBar(name="hand-over-work")
        self.bar.cancelled.connect(self._cancel)
        card.add(flow(self.make), self.nothing, self.bar)
        return card

    def _paper_card(self) -> Card:
        card = Card(self.tr("My plan on paper"), name="hand-over-plan")
        button = SecondaryButton(
            self.tr("On paper"), name="hand-over-plan-open", icon="printer", clicked=lambda: self.context.go("paper")
        )
        words = Body(self.tr("Your plan, the page for a bad moment or a folded card, to print elsewhere."), "muted")
        card.add(beside(words, button))
        return card

    def _show_earlier(self, earlier: tuple[Release, ...]) -> None:
        self.earlier.setVisible(bool(earlier))
        _clear(self.earlier)
        if not earlier:
            return
        self.earlier.add(Heading(self.tr("Handed over before"), 2))
        for place, one in enumerate(earlier, 1):
            head = self.tr("{moment} · {recipient}").format(
                moment=moment_in_words(one.made_at, self.context.clock, self.context.language),
                recipient=one.recipient or self.tr("no name written"),
            )
            parts = [
                self.tr("Entries: {count}").format(count=len(one.incidents)),
                self.tr("files: {count}").format(count=len(one.files)),
                self.tr("folder {name}").format(name=one.folder_name),
            ]
            if one.purpose:
                parts.insert(0, one.purpose)
            if one.until:
                parts.append(self.tr("until {day}").format(day=one.until))
            self.earlier.add(
                stack(
                    Heading(head, 3),
                    Body(" · ".join(parts), "muted"),
                    spacing=2,
                    name=f"hand-over-earlier-{place}",
                )
            )

    def _show_result(self, done: HandedOver) -> None:
        _clear(self.result)
        head = self.tr("The copy is made") if done.unchanged else self.tr("The copy reads differently now")
        check = (
            self.tr("Files unchanged. Files in the folder: {count}.").format(count=done.files)
            if done.unchanged
            else self.tr("The disk or stick may be failing. Make another copy in another place.")
        )
        self.result.add(
            Heading(head, 2),
            Body(check, name="hand-over-check"),
            Body(
                self.tr("It lies here: {place}").format(place=_may_wrap(done.folder)),
                name="hand-over-where",
                selectable=True,
            ),
            Body(
                self.tr(
                    "The file VERIFY.txt in it tells anybody how to see that nothing was changed, with no more than"
                    " an ordinary computer. Take the stick out only after the computer says it may be taken out."
                ),
                "muted",
            ),
        )
        self.result.show()
        # Its place is known once it was laid out.
        QTimer.singleShot(0, self, lambda: self.sheet.ensureWidgetVisible(self.result, 0, 40))

    # ── what happens ────────────────────────────────────────────────────────────────────────────────────────────
    def _load(self) -> None:
        self.context.background.run(self, hand_over_work.load_view, self.show_view, self.context.questions.tell_error)

    def _changed_elsewhere(self, kinds: frozenset[str]) -> None:
        if kinds & {"incidents", "attachments", "releases"} and self.isVisible():
            self._load()

    def _selection(self) -> Selection:
        private = tuple(id_ for line in self.choose.chosen_lines() for id_, _size in line.private)
        return self.terms.selection(self.choose.chosen(), private)

    def _choice_changed(self) -> None:
        selection: Selection = self._selection()
        self.map.show_choice(self.choose.chosen_lines(), len(self._view.lines), selection)
        if selection.incident_ids:
            self.nothing.hide()

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _handed_over(self, done: HandedOver) -> None:
        self._end()
        self.forget_pending_draft()
        self.context.clear_draft(self.name)
        # The next reader may be another one.
        self.terms.private.set_checked(False)
        # The next reader is likely to read the same language.
        self.context.change_setting("export_language", done.release.language)
        self._show_result(done)

    def _failed(self, error: SafePlanError) -> None:
        self._end()
        words = error_text(error)
        if words is None:
            self.context.tell(self.tr("Stopped. Nothing was left in the folder."))
        else:
            self._say_error(error)

    def _say_error(self, error: SafePlanError) -> None:
        self.context.questions.tell_error(error)

    def _end(self) -> None:
        self._job = None
        self.bar.end()
        self.make.setEnabled(True)


def _may_wrap(path: Path) -> str:
    """A path has no spaces to wrap at: a zero-width space after each part gives it some."""
    return str(path).replace(os.sep, os.sep + "\u200b")


def _clear(card: Card) -> None:
    while card.body.count():
        item = card.body.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
