"""Cases: one file for everything about one matter; opening one takes a word.

May touch: the cases she keeps, through the background. Must never count them, and never call a day missed.
"""

from __future__ import annotations

import functools
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from safeplan.content.case_words import load_case_words
from safeplan.records.cases import Case
from safeplan.records.deadlines import day_of
from ui.keep_once import KeepOnce, back_to, clear_sent
from ui.page import Page, PageContext
from ui.widgets import case_store
from ui.widgets.beside import beside
from ui.widgets.buttons import PrimaryButton, SecondaryButton
from ui.widgets.card import Card, EmptyState
from ui.widgets.case_store import Listed
from ui.widgets.fields import LabelledField, TextLine
from ui.widgets.flow import flow
from ui.widgets.in_turns import InTurns
from ui.widgets.labels import Body, Heading
from ui.widgets.log_ways import LogWays
from ui.widgets.said_dates import day_in_words
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.stack import stack, tighten

# A question has room for a few answers only: the cases opened last.
_MOST_ASKED = 4


class CasesPage(Page):
    """The list, and one line for a new case."""

    name = "cases"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._words = load_case_words(context.language)
        self._cases: tuple[Case, ...] = ()
        say = self._words.page
        self.sheet = ScrollPage(name="cases-scroll")
        self.layout_.addWidget(self.sheet)
        self.box = TextLine(name="cases-name", placeholder=say.new_hint)
        self.box.textChanged.connect(self._typed)
        self.box.returnPressed.connect(self.keep)
        keep = PrimaryButton(say.begin, name="cases-keep", clicked=self.keep, icon="plus")
        self.field = LabelledField(say.new, self.box, why=say.new_why)
        self.note = Body(say.not_kept, "small", name="cases-not-kept")
        self.note.hide()
        card = Card(name="cases-new")
        refused = SecondaryButton(say.refused, name="cases-refused", icon="hand-palm", clicked=self.refused)
        card.add(self.field, flow(keep, refused), self.note)
        self.list = stack(spacing=12, name="cases-list")
        self.sheet.add(LogWays(context, self.name), Body(say.about, name="cases-about"), self.list, card)
        self._keeping = KeepOnce(context, self.name)
        self.filling = InTurns(self)
        context.background.changed.connect(self._changed_elsewhere)

    def title(self) -> str:
        """The heading."""
        return self._words.page.title

    def arrive(self, *, kept: bool = False, sent: dict[str, str] | None = None, **_arguments: Any) -> None:
        """Ask for every case kept. `kept`: the name typed here, `sent`, is a case now."""
        self.arguments = {}
        if kept:
            clear_sent(self, sent or {}, box="name")
        self._load()
        self.context.load_draft(self.name, self._restore_if_blank)

    def show_view(self, view: tuple[Listed, ...]) -> None:
        """Show the cases, one a turn."""
        self._cases = tuple(one.case for one in view)
        self.filling.stop()
        for one in self.list.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            one.hide()
            one.deleteLater()
        say = self._words.page
        if view:
            self.filling.begin(functools.partial(self._add_card, one) for one in view)
            return
        none = EmptyState(say.empty_title, say.empty_text, say.empty_example, name="cases-empty", icon="folder")
        self.list.add(_framed(none))

    def _add_card(self, listed: Listed) -> None:
        say, case = self._words.page, listed.case
        title, name = self._name(case), f"cases-{case.id}"
        card = Card(name=name)
        card.setAccessibleName(title)
        tighten(card, 12)
        told: list[QWidget] = [Heading(title, 2)]
        if listed.next_day:
            day = day_in_words(day_of(listed.next_day), self._words.language)
            told.append(Body(say.next_day.format(day=day), name=f"{name}-next"))
        if listed.begun:
            told.append(Body(say.begun_in_it, "small", name=f"{name}-begun"))
        elif not listed.next_day and not case.items:
            told.append(Body(say.nothing_in_it, "small"))
        facts = [
            words.format(**{slot: text})
            for words, slot, text in (
                (say.number_is, "number", case.form.number if case.form.name else ""),
                (say.lies_at, "body", case.form.body),
            )
            if text
        ]
        if facts:
            told.append(Body("  ·  ".join(facts), "small"))
        button = SecondaryButton(
            say.open,
            name=f"{name}-open",
            icon="folder-open",
            clicked=functools.partial(self.context.go, "case", case_id=case.id),
            accessible=f"{say.open}: {title}",
        )
        card.add(beside(stack(*told, spacing=2), button))
        self.list.add(card)

    # ── a new case ──────────────────────────────────────────────────────────────────────────────────────────────
    def keep(self) -> None:
        """Open the case; before the first passphrase it is asked for."""
        name = self.box.text().strip()
        if not name:
            self.field.show_error(self._words.page.name_first)
            self.box.setFocus()
            return
        self._begin(name, refused=False)

    def refused(self) -> None:
        """They did not take her statement: in the case it belongs to, or in a new one of that name."""
        say, known = self._words.page, self._cases[-_MOST_ASKED:]
        if not known:
            self._begin(self.box.text().strip() or say.refused, refused=True)
        elif len(known) == 1:
            self._note_refusal(known[0].id)
        else:
            named = [(one.id, self._name(one)) for one in known]
            self.context.questions.ask(
                say.refused, say.refused_where, [("back", say.back), *named], self._note_refusal, safe="back"
            )

    def _note_refusal(self, case_id: str) -> None:
        if case_id != "back":
            self.context.go("case", case_id=case_id, refused=True)

    def _name(self, case: Case) -> str:
        return case.form.name or case.form.number or self._words.page.nameless

    def _begin(self, name: str, *, refused: bool) -> None:
        context, sent = self.context, self.collect_draft()
        work = functools.partial(case_store.add_case, name=name)

        def kept(case: Case) -> None:
            context.clear_draft("cases")
            if back_to(context, "cases", kept=True, sent=sent):
                context.go("case", case_id=case.id, refused=refused)

        self._keeping.keep(work, kept, changes=("cases",))

    def _typed(self) -> None:
        self.field.clear_error()
        self.touch_draft()
        self.note.setVisible(bool(self.box.text().strip()) and not self.context.has_store())

    def collect_draft(self) -> dict[str, str]:
        """The name, while not kept."""
        return {"name": self.box.text()} if self.box.text().strip() else {}

    def restore_draft(self, fields: dict[str, str]) -> None:
        """Put back what was typed."""
        self.box.setText(fields.get("name", ""))

    def clear(self) -> None:
        """Empty the line."""
        self.box.clear()
        self.forget_pending_draft()

    def _restore_if_blank(self, fields: dict[str, str]) -> None:
        if fields and not self.box.text():
            self.restore_draft(fields)
            self.forget_pending_draft()

    # ── the record ──────────────────────────────────────────────────────────────────────────────────────────────
    def _load(self) -> None:
        if self.context.has_store():
            work = functools.partial(case_store.load_list, region=self.context.region)
            self.context.background.run(self, work, self.show_view, self.context.questions.tell_error)
        else:
            self.show_view(())

    def _changed_elsewhere(self, kinds: frozenset[str]) -> None:
        if kinds & {"cases", "incidents"} and self.isVisible():
            self._load()


def _framed(widget: QWidget) -> Card:
    card = Card(name="cases-none")
    card.add(widget)
    return card
