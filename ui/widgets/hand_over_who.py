"""The first step: who gets it, what for, what stands on the first page.

May touch: its own widgets. Must never fill in a name, a number or a purpose, nor ask police or court for a last day.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal

from safeplan.content.handing_words import HandingWords
from safeplan.handover import suggest
from ui.hand_over_choice import Choice
from ui.widgets.card import Unfold
from ui.widgets.choices import Choice as Chips
from ui.widgets.column import Column
from ui.widgets.fields import LabelledField, TextLine
from ui.widgets.pick import Pick
from ui.widgets.stack import stack

_TYPED = ("recipient", "asked_for", "purpose", "until", "author", "case_number")


class WhoPart(Column):
    """`changed` after each change of words; `aimed` when another set would be suggested."""

    changed = Signal()
    aimed = Signal()

    def __init__(self, words: HandingWords) -> None:
        super().__init__(spacing=12)
        self._words = words
        say = words.page
        self.kind = Chips(list(words.kinds.items()), name="hand-over-kind", several=False, accessible=say.who_kind)
        self.kind.changed.connect(self._kind_changed)
        self._aims = Column()
        self._aim_of = ""
        self.aim: Chips | None = None
        self.about = Pick([("", say.who_about_all)], name="hand-over-about")
        self.about.currentIndexChanged.connect(self.aimed)
        self.lines = {name: TextLine(name=f"hand-over-{name}") for name in _TYPED}
        for line in self.lines.values():
            line.textChanged.connect(self.changed)
        self._until = LabelledField(
            say.who_until,
            self.lines["until"],
            why=say.who_until_why,
        )
        self._about_field = LabelledField(say.who_about, self.about)
        self._about_field.hide()
        self.add(
            LabelledField(say.who_kind, self.kind),
            self._aims,
            LabelledField(
                say.who_name,
                self.lines["recipient"],
                why=say.who_first_page,
            ),
            self._until,
            self._about_field,
            Unfold(
                say.who_more,
                stack(
                    LabelledField(say.who_asked_for, self.lines["asked_for"], why=say.who_asked_for_why),
                    LabelledField(say.who_own_words, self.lines["purpose"]),
                    LabelledField(
                        say.who_author,
                        self.lines["author"],
                        why=say.who_author_why,
                    ),
                    LabelledField(say.who_case_number, self.lines["case_number"]),
                ),
                name="hand-over-terms-more",
                why=say.who_more_why,
            ),
        )

    def show_subjects(self, cases: Sequence[tuple[str, str]], orders: Sequence[tuple[str, str]]) -> None:
        """The cases and orders that a hand-over can be narrowed to."""
        say, kept = self._words.page, self.about.one()
        with QSignalBlocker(self.about):
            self.about.clear()
            self.about.addItem(say.who_about_all, "")
            for id_, name in cases:
                self.about.addItem(say.who_about_case.format(name=name or say.who_nameless), f"case:{id_}")
            for id_, name in orders:
                self.about.addItem(say.who_about_order.format(name=name or say.who_nameless), f"order:{id_}")
            self.about.set_one(kept)
        self._about_field.setVisible(bool(cases or orders))

    def show_choice(self, choice: Choice) -> None:
        """Show what is chosen; says nothing."""
        self.kind.set_chosen([choice.kind] if choice.kind else [])
        self._show_aims(choice.kind, choice.aim)
        with QSignalBlocker(self.about):
            self.about.set_one(choice.about)
        for name, line in self.lines.items():
            if line.text().strip() != getattr(choice, name).strip():
                with QSignalBlocker(line):
                    line.setText(getattr(choice, name))

    def read(self, choice: Choice) -> Choice:
        """The choice with what stands here."""
        kind = self.kind.one()
        aim = self.aim.one() if self.aim is not None and kind == self._aim_of else ""
        typed: dict[str, Any] = {name: line.text() for name, line in self.lines.items()}
        if not suggest.asks_until(kind):
            typed["until"] = ""
        return replace(
            choice, kind=kind, aim=(aim or suggest.purposes(kind)[0]) if kind else "", about=self.about.one(), **typed
        )

    def summary(self, choice: Choice) -> str:
        """What was chosen, in one line."""
        words = self._words
        parts = [words.kinds[choice.kind]] if choice.kind else []
        if choice.kind and choice.kind != "herself":
            parts.append(words.purposes[choice.aim or suggest.purposes(choice.kind)[0]])
        if choice.recipient.strip():
            parts.insert(0, choice.recipient.strip())
        return " · ".join(parts) or words.page.who_none

    def _kind_changed(self) -> None:
        self._show_aims(self.kind.one(), "")
        self.aimed.emit()

    def _show_aims(self, kind: str, aim: str) -> None:
        wanted = aim or suggest.purposes(kind)[0]
        self._until.setVisible(suggest.asks_until(kind))
        if self.aim is not None and kind == self._aim_of:
            self.aim.set_chosen([wanted])
            return
        if self.aim is not None:
            # The chips stand in a field with their label.
            field = self.aim.parentWidget()
            if field is not None:
                self._aims.column.removeWidget(field)
                field.hide()
                field.deleteLater()
        self.aim, self._aim_of = None, kind
        options = [(one, self._words.purposes[one]) for one in suggest.purposes(kind)]
        if len(options) < 2:
            self._aims.hide()
            return
        self.aim = Chips(options, name="hand-over-aim", several=False, chosen=[wanted], may_be_none=False)
        self.aim.changed.connect(self.aimed)
        self._aims.add(LabelledField(self._words.page.who_purpose, self.aim))
        self._aims.show()
