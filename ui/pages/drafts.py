"""Drafts for the counter: a statement, or a request for a copy of an order, filled from the record and read over.

May touch: the record through the background, only to read, and the one folder she chose. Must never sign or hand in
anything, and never offer a paper in a country where nobody looked into its papers.
"""

from __future__ import annotations

import contextlib
import functools
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer

from safeplan.content.draft_words import load_draft_words
from safeplan.errors import NothingChosen, SafePlanError
from safeplan.handover.forms import ORDER_COPY, STATEMENT, FormDraft, forms_for
from safeplan.handover.forms_words import load_form_words
from safeplan.handover.paper_file import file_name
from ui import draft_work
from ui.draft_work import DraftsView, Filled
from ui.hand_over_look import Found
from ui.page import Page, PageContext, StandsOnlyHere
from ui.widgets.backup_make import place_in_words
from ui.widgets.buttons import PrimaryButton, SecondaryButton
from ui.widgets.card import Card
from ui.widgets.drafts_choose import ChooseDraft
from ui.widgets.drafts_found import FoundCard
from ui.widgets.drafts_read import ReadCard
from ui.widgets.fields import LabelledField, TextLine
from ui.widgets.flow import flow
from ui.widgets.inset import Inset
from ui.widgets.labels import Body
from ui.widgets.missing_line import MissingLine
from ui.widgets.scroll_page import ScrollPage


class DraftsPage(Page, StandsOnlyHere):
    """Choose, read over, make the PDF."""

    name = "drafts"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._say = load_draft_words(context.language).page
        self._screen = load_form_words(context.language).screen
        self.sheet = ScrollPage(name="drafts-scroll")
        self.layout_.addWidget(self.sheet)
        self.choose: ChooseDraft | None = None
        self.read: ReadCard | None = None
        self.result: Inset | None = None
        self._lies_at: Path | None = None
        self._edited = False
        # As it was filled last, before she changed a line; and what she said about what was found.
        self._filled_as: FormDraft | None = None
        self._said: dict[str, bool] = {}

    def title(self) -> str:
        """The heading."""
        return self._screen.title

    def arrive(self, **_arguments: Any) -> None:
        """Ask what there is to fill from."""
        offered = forms_for(getattr(self.context.region, "id", ""))
        if not offered or not self.context.has_store():
            self._show_none(self._say.nothing if offered else self._say.not_here, write=bool(offered))
            return
        self.context.background.run(self, draft_work.load, self.show_view, self.context.questions.tell_error)

    def show_view(self, view: DraftsView) -> None:
        """The choices, once there is something to choose from."""
        if not view.entries and not view.orders:
            self._show_none(self._say.nothing, write=True)
            return
        if self.choose is None:
            self._show_cards()
            assert self.choose is not None
            self.choose.show_view(view)
            self.context.load_draft(self.name, self.restore_draft)
        else:
            self.choose.show_view(view)

    def collect_draft(self) -> dict[str, str]:
        """The choices and, while it is read over, the paper itself."""
        if self.choose is None:
            return {}
        chosen = self.choose.chosen()
        fields = {name: getattr(chosen, name) for name in ("kind", "language", "order", "prosecution", "against")}
        fields |= {name: getattr(chosen, name) for name in ("to", "author", "case_number", "asked_for")}
        fields |= {"entries": ",".join(chosen.entries), "requests": ",".join(chosen.requests)}
        if self._said:
            fields["said"] = json.dumps(self._said)
        if self.read is not None:
            fields["paper"] = json.dumps(draft_work.as_plain(self.read.draft), ensure_ascii=False)
        return fields

    def restore_draft(self, fields: dict[str, str]) -> None:
        """Put it back, the paper with every changed line."""
        if self.choose is None or not fields:
            return
        self.choose.put_back(fields)
        with contextlib.suppress(ValueError):
            said = json.loads(fields.get("said") or "{}")
            self._said = {str(key): bool(out) for key, out in said.items()} if isinstance(said, dict) else {}
        if fields.get("paper") and self.read is None:
            try:
                paper = draft_work.from_plain(json.loads(fields["paper"]))
            except ValueError:
                paper = None
            if paper is not None:
                lies_at = self._lies_at
                self._show_paper(paper)
                self._edited = True
                if lies_at is not None:
                    self.take_on(lies_at)
                self._run_fill(self._found_again)

    # ── cards ───────────────────────────────────────────────────────────────────────────────────────────────────
    def _show_none(self, words: str, *, write: bool) -> None:
        self.sheet.empty()
        self.choose = self.read = self.result = None
        card = Card(name="drafts-none")
        card.add(Body(words, name="drafts-nothing"))
        if write:
            go = functools.partial(self.context.go, "happened")
            card.add(flow(SecondaryButton(self._say.write_down, name="drafts-write-down", clicked=go)))
        self.sheet.add(card)

    def _show_cards(self) -> None:
        say = self._say
        self.sheet.empty()
        self.read = self.result = None
        self.choose = ChooseDraft(self.context, self)
        self.choose.changed.connect(self.touch_draft)
        self.fill = SecondaryButton(say.read_over, name="drafts-fill", icon="eye", clicked=self.fill_in)
        self.missing = MissingLine(name="drafts-missing")
        step = Card(name="drafts-fill-card")
        step.add(flow(self.fill), self.missing)
        self.found = FoundCard(self.context)
        self.found.turned.connect(self._turned)
        self.found.hide()
        self.sheet.add(*self.choose.cards, step, self.found)
        self.last = self._make_card()
        self.last.hide()
        self.sheet.add(self.last)

    def _make_card(self) -> Card:
        say = self._say
        card = Card(name="drafts-make-card")
        self.file = TextLine(name="drafts-name", text="list")
        self.field = LabelledField(say.name, self.file, why=say.name_why)
        self.file.textChanged.connect(lambda _text: self.field.clear_error())
        self.make = PrimaryButton(say.write, name="drafts-write", icon="folder-open", clicked=self.choose_folder)
        card.add(self.field, flow(self.make))
        return card

    # ── what happens ────────────────────────────────────────────────────────────────────────────────────────────
    def fill_in(self) -> None:
        """Fill the paper from what is chosen."""
        if self.choose is None:
            return
        chosen = self.choose.chosen()
        self.missing.hide()
        short = (chosen.kind == STATEMENT and not chosen.entries) or (chosen.kind == ORDER_COPY and not chosen.order)
        if short:
            self._say_missing()
            return
        self._run_fill(self._filled)

    def _run_fill(self, done: Callable[[Filled], None]) -> None:
        assert self.choose is not None
        chosen = replace(self.choose.chosen(), said=tuple(self._said.items()))
        work = functools.partial(draft_work.fill, chosen=chosen)
        self.context.background.run(self, work, done, self._not_filled)

    def choose_folder(self) -> None:
        """The name first, then where."""
        if file_name(self.file.text()):
            self.context.picker.pick_folder(self.write)
        else:
            self.field.show_error(self._say.bad_name)

    def write(self, folder: Path) -> None:
        """Make the PDF there, in the worker."""
        if self.read is None:
            return
        self.make.setEnabled(False)
        work = functools.partial(
            draft_work.write, draft=self.read.draft, folder=folder, name=file_name(self.file.text())
        )
        self.context.background.run(self, work, self._written, self._not_written)

    def _say_missing(self) -> None:
        assert self.choose is not None
        copy = self.choose.kind.one() == ORDER_COPY
        self.missing.say(self._screen.no_order if copy else self._screen.nothing_to_fill)

    def _filled(self, filled: Filled) -> None:
        if self._edited:
            self.context.tell(self._say.filled_anew)
        self._show_paper(filled.draft)
        self._edited = False
        self._found_again(filled)
        self.touch_draft()
        # Its place is known once it was laid out.
        QTimer.singleShot(0, self, self._show_where)

    def _found_again(self, filled: Filled) -> None:
        """What was found belongs to the paper that is read over now."""
        self._filled_as = filled.draft
        self.found.show_filled(filled)
        self.found.show()

    def _turned(self, one: Found) -> None:
        """Something found is left in or out: only lines that she did not change are filled anew."""
        self._said[one.key] = one.out
        self._run_fill(self._filled_but_hers)

    def _filled_but_hers(self, filled: Filled) -> None:
        if self.read is None or self._filled_as is None:
            return
        paper = filled.draft
        try:
            paper = draft_work.keeping_hers(self._filled_as, self.read.draft, filled.draft)
        except ValueError:
            # Other entries were chosen meanwhile: there is no line of hers to keep.
            self.context.tell(self._say.filled_anew)
        self._edited = paper != filled.draft
        if self._edited:
            self.context.tell(self._say.kept_lines)
        self._show_paper(paper)
        self._found_again(filled)
        self.touch_draft()

    def _show_where(self) -> None:
        if self.read is not None:
            self.sheet.verticalScrollBar().setValue(self.found.y())

    def _not_filled(self, error: SafePlanError) -> None:
        if isinstance(error, NothingChosen):
            self._say_missing()
        else:
            self.context.questions.tell_error(error)

    def _show_paper(self, draft: FormDraft) -> None:
        if self.read is not None:
            self.read.hide()
            self.read.deleteLater()
        self._drop_result()
        self.last.setParent(None)
        self.read = ReadCard(self.context, draft)
        self.read.changed.connect(self._paper_changed)
        self.sheet.add(self.read, self.last)
        self.last.show()

    def _paper_changed(self) -> None:
        self._edited = True
        self._drop_result()
        self.touch_draft()

    def _written(self, path: Path) -> None:
        self.make.setEnabled(True)
        self.take_on(path)

    def hand_on(self) -> Any:
        """Where it lies is kept nowhere."""
        return self._lies_at

    def take_on(self, shown: Path) -> None:
        """Where it lies, below the paper; that comes a moment later where the page is new."""
        self._drop_result()
        self._lies_at = shown
        if self.read is None:
            return
        say = self._say
        self.result = Inset(
            Body(say.written, name="drafts-written"),
            Body(say.written_where.format(place=place_in_words(shown)), selectable=True),
            Body(self._screen.draft_note, "muted"),
            name="drafts-result",
        )
        self.last.add(self.result)

    def _not_written(self, error: SafePlanError) -> None:
        self.make.setEnabled(True)
        self.context.questions.tell_error(error)

    def _drop_result(self) -> None:
        self._lies_at = None
        if self.result is not None:
            self.result.hide()
            self.result.deleteLater()
            self.result = None
