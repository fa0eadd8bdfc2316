"""What matters to me: how much, in words; then ways side by side, with what of hers each may serve and cost.

May touch: the record of the weights, through the background. Must never add up, rank or recommend, and never lead to
leaving or to staying: deciding nothing is as good an end of this page as any.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from safeplan.content.weigh import Value, Way, load_weighing
from safeplan.records.weights import (
    AddOwn,
    Again,
    ClearAll,
    OwnPath,
    RemoveOwn,
    Weigh,
    WeightChange,
    Weights,
    Write,
)
from ui.keeps_written import KeepsWritten
from ui.page import PageContext
from ui.widgets.beside import beside
from ui.widgets.buttons import QuietButton, SecondaryButton
from ui.widgets.card import Card, Unfold
from ui.widgets.column import Column
from ui.widgets.fields import LabelledField, TextLine
from ui.widgets.flow import flow
from ui.widgets.in_turns import InTurns
from ui.widgets.labels import Body
from ui.widgets.said_dates import her_now, moment_in_words
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.stack import stack
from ui.widgets.warm_note import WarmNote
from ui.widgets.weigh_again import LookAgainDay, LookedAgain
from ui.widgets.weigh_keeping import WeighKeeping
from ui.widgets.weigh_own import OwnWay
from ui.widgets.weigh_value import ValueRow
from ui.widgets.weigh_way import WayView


class WeighPage(KeepsWritten):
    """Everything is kept at the press, what she types within a second; before a store it lies in memory."""

    name = "weigh"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._content = load_weighing(context.language)
        self._keeping = WeighKeeping(context)
        self._weights = Weights()
        self._written: dict[str, Callable[[], WeightChange]] = {}
        self.rows: dict[str, ValueRow] = {}
        self._ways: dict[str, Unfold] = {}
        self._views: dict[str, WayView] = {}
        self._own_way: OwnWay | None = None
        say = self._content.words
        self.sheet = ScrollPage(name="weigh-sheet")
        self.layout_.addWidget(self.sheet)
        column = stack(spacing=16, name="weigh-column")
        self.due = LookedAgain(say.again_due, name="weigh-due")
        self.due.later.connect(lambda: self._look_again_in(30))
        self.due.enough.connect(lambda: self._change(Again("")))
        head = Card(name="weigh-about")
        head.body.setSpacing(6)
        head.add(*(Body(line) for line in say.about))
        column.add(self.due, head, self._make_values(), self._make_ways(), *self._make_end())
        self.sheet.add(column)
        self.filling = InTurns(self)
        self._stale: list[str] = []
        self._renewing = QTimer(self, singleShot=True, interval=0)
        self._renewing.timeout.connect(self._renew_next)
        rows = [functools.partial(self._add_row, one, self._values) for one in self._content.values]
        ways = [functools.partial(self._add_way, one) for one in self._content.ways]
        self.filling.begin((*rows, *ways, self._add_own_way))

    def title(self) -> str:
        """The heading."""
        return self.tr("What matters to me")

    def arrive(self, **_: Any) -> None:
        """Load what she said before."""
        self._keeping.load(self, self.show_view)
        self.context.load_draft(self.name, self._restore_if_blank)

    # ── building ────────────────────────────────────────────────────────────────────────────────────────────────
    def _make_values(self) -> Card:
        say = self._content.words
        card = Card(say.values_title, say.values_why, name="weigh-values")
        card.body.setSpacing(14)
        self._values, self._own_values = stack(spacing=14), stack(spacing=14)
        self.own = TextLine(name="weigh-own-name")
        self.own.textChanged.connect(self.touch_draft)
        self.own.returnPressed.connect(self._add_own)
        add = SecondaryButton(self.tr("Add"), name="weigh-own-add", icon="plus", clicked=self._add_own)
        field = LabelledField(say.own_value_title, self.own, why=say.own_value_hint)
        card.add(self._values, self._own_values, field, add)
        return card

    def _add_row(self, value: Value, place: Column, *, own: bool = False) -> None:
        row = ValueRow(value, self._content.levels, own=own)
        row.weighed.connect(lambda which, level: self._change(Weigh(which, level)))
        row.written.connect(self._value_written)
        row.removed.connect(self._ask_remove_own)
        self.rows[value.id] = row
        self._show_row(row)
        place.add(row)

    def _make_ways(self) -> Card:
        say = self._content.words
        card = Card(say.paths_title, say.paths_why, name="weigh-ways")
        card.body.setSpacing(4)
        card.add(Body(say.order_note, "muted", name="weigh-order-note"))
        self._ways_card = card
        return card

    def _add_way(self, way: Way) -> None:
        place = stack()
        fold = Unfold(way.title, place, name=f"weigh-way-{way.id}")
        fold.unfolded.connect(functools.partial(self._way_unfolded, way, place))
        self._ways[way.id] = fold
        self._ways_card.add(stack(fold))

    def _add_own_way(self) -> None:
        self._own_place = stack()
        self._own_fold = Unfold(self._content.words.own_path_title, self._own_place, name="weigh-own-way")
        self._own_fold.unfolded.connect(self._own_unfolded)
        self._ways_card.add(stack(self._own_fold))

    def _make_end(self) -> tuple[QWidget, ...]:
        say, today = self._content.words, her_now(self.context.clock).date()
        self.again = LookAgainDay(say.again_title, say.again_why, today, name="weigh-again")
        self.again.chosen.connect(lambda day: self._change(Again(day)))
        note = WarmNote(self.tr("Not kept yet: hiding erases this"), name="weigh-not-kept-words")
        keep = SecondaryButton(self.tr("Keep it"), name="weigh-keep", icon="check", clicked=self._keep_all)
        self.not_kept = beside(note, keep)
        self.not_kept.setObjectName("weigh-not-kept")
        self.not_kept.hide()
        self._clear = QuietButton(
            self.tr("Clear this page"), name="weigh-clear", icon="trash", clicked=self._ask_clear
        )
        nothing = Card(name="weigh-nothing-now")
        nothing.add(Body(say.nothing_now))
        return nothing, self.again, self.not_kept, flow(self._clear)

    # ── what she said ───────────────────────────────────────────────────────────────────────────────────────────
    def show_view(self, weights: Weights) -> None:
        """Show it; only what has changed is made anew."""
        before, self._weights = self._weights, weights
        own = weights.own()
        for one in [one for one in self.rows if one.startswith("own/") and one not in own]:
            row = self.rows.pop(one)
            row.hide()
            row.deleteLater()
        for one, words in own.items():
            if one not in self.rows:
                self._add_row(Value(one, words, ""), self._own_values, own=True)
        self._own_values.setVisible(bool(own))
        for row in self.rows.values():
            self._show_row(row)
        self.due.setVisible(weights.due(her_now(self.context.clock).date()))
        self.again.show_day(weights.again)
        self.not_kept.setVisible(not weights.is_empty() and not self.context.has_store())
        self._clear.setVisible(not weights.is_empty())
        if self._own_way is not None:
            self._own_way.show_mine(self._named())
        if _levels(before) != _levels(weights):
            self._stale = list(self._views)
            if self._stale:
                self._renewing.start()

    def _show_row(self, row: ValueRow) -> None:
        weights, value = self._weights, row.value.id
        moment = weights.said_on(value)
        day = ""
        if moment:
            words = moment_in_words(moment, self.context.clock, self.context.language).rpartition(", ")[0]
            day = self.tr("Said on {day}").format(day=words)
        row.show_said(weights.level(value), weights.words(value), day)

    def _named(self) -> str:
        named = {one.id: one.text for one in self._content.values} | self._weights.own()
        return ", ".join(words for one, words in named.items() if self._weights.matters(one))

    def _change(self, change: WeightChange) -> None:
        self._keeping.change(self, change, self.show_view)

    def _look_again_in(self, days: int) -> None:
        self._change(Again((her_now(self.context.clock).date() + timedelta(days=days)).isoformat()))

    def _add_own(self) -> None:
        name = self.own.text()
        if not name.strip():
            self.own.setFocus()
            return
        self.clear()
        self.context.clear_draft(self.name)
        self._change(AddOwn(name))

    def _ask_remove_own(self, value: str) -> None:
        """Without words of hers to it, one press more or less is all that is lost."""
        row = self.rows[value]
        if not row.written_words().strip():
            self._remove_own(value, "yes")
            return
        self.context.questions.ask(
            self.tr("Remove this?"),
            self.tr("“{value}” and your words to it are gone then.").format(value=row.value.text),
            [("no", self.tr("Leave it")), ("yes", self.tr("Remove it"))],
            functools.partial(self._remove_own, value),
            safe="no",
        )

    def _remove_own(self, value: str, answer: str) -> None:
        if answer == "yes":
            self._written.pop(value, None)
            self._change(RemoveOwn(value))

    def _ask_clear(self) -> None:
        self.context.questions.ask(
            self.tr("Clear this page?"),
            self.tr("What matters to you, your words to it, a way of your own and the day are gone then."),
            [("no", self.tr("Leave it")), ("yes", self.tr("Clear it"))],
            self._cleared,
            safe="no",
        )

    def _cleared(self, answer: str) -> None:
        if answer != "yes":
            return
        self._written = {}
        self.forget_pending_draft()
        for row in self.rows.values():
            if row.box is not None:
                row.box.set_text("")
        self._written = {}
        if self._own_way is not None:
            self._own_fold.button.setChecked(False)
        self._drop_own_way()
        self._change(ClearAll())

    # ── ways ────────────────────────────────────────────────────────────────────────────────────────────────────
    def _way_unfolded(self, way: Way, place: Column, on: bool) -> None:  # noqa: FBT001
        old = self._views.pop(way.id, None)
        if old is not None:
            old.hide()
            old.deleteLater()
        if on:
            self._views[way.id] = WayView(self.context, self._content, way, self._weights)
            place.add(self._views[way.id])

    def _renew_next(self) -> None:
        id_ = self._stale.pop(0)
        if id_ in self._views:
            self._views[id_].show_weights(self._weights)
        if self._stale:
            self._renewing.start()

    def _own_unfolded(self, on: bool) -> None:  # noqa: FBT001
        if on and self._own_way is None:
            self._own_way = OwnWay(self._content.words, self._weights)
            self._own_way.written.connect(self._way_written)
            self._own_way.show_mine(self._named())
            self._own_place.add(self._own_way)

    def _drop_own_way(self) -> None:
        if self._own_way is not None:
            self._own_way.hide()
            self._own_way.deleteLater()
            self._own_way = None

    # ── writing ─────────────────────────────────────────────────────────────────────────────────────────────────
    def _value_written(self, value: str) -> None:
        row = self.rows[value]
        self._written[value] = lambda: Write(value, row.written_words())
        self.touch_draft()

    def _way_written(self, part: str) -> None:
        way = self._own_way
        if way is not None:
            self._written[f"path/{part}"] = lambda: OwnPath(part, way.words(part))
            self.touch_draft()

    def keep_written(self) -> None:
        """Her words go straight into the record; a name typed and not added is the only draft."""
        written, self._written = self._written, {}
        for change in written.values():
            self._change(change())

    def _keep_all(self) -> None:
        self.keep_written()
        self._keeping.keep_all()

    def collect_draft(self) -> dict[str, str]:
        """A name typed and not added."""
        return {"own": self.own.text()} if self.own.text() else {}

    def restore_draft(self, fields: dict[str, str]) -> None:
        """Put it back."""
        self.own.setText(fields.get("own", ""))

    def _restore_if_blank(self, fields: dict[str, str]) -> None:
        if fields and not self.own.text():
            self.restore_draft(fields)
            self.forget_pending_draft()

    def clear(self) -> None:
        """Empty the field."""
        self.own.clear()
        self.forget_pending_draft()


def _levels(weights: Weights) -> dict[str, str]:
    """What the ways show of it; her words and the dates change nothing there."""
    return {one: weights.level(one) for one in weights.rows if "/" not in one or one.startswith("own/")}
