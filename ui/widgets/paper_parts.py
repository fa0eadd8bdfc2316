"""What stands on the paper: parts to tick, and under each ticked part its lines, to change or to empty.

May touch: its own widgets. Must never tick a part by itself, and never show a line of a part that is not ticked.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from safeplan.handover.paper_lines import PARTS, PaperLine, split_number
from safeplan.records.plan import STATES
from ui.paper_work import Offered, PaperView
from ui.widgets.buttons import SecondaryButton
from ui.widgets.card import Card
from ui.widgets.fields import TextLine, TickBox
from ui.widgets.flow import flow
from ui.widgets.labels import Body, Heading
from ui.widgets.reading_order import in_order
from ui.widgets.stack import stack


@dataclass(frozen=True)
class ChosenLine:
    """A line as she left it, and what it means in the language of the page."""

    line: PaperLine
    meaning: str


class PaperPartsCard(Card):
    """Nothing is ticked at first."""

    changed = Signal()
    names_changed = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("What stands on it"), name="paper-parts-card")
        self._titles = {
            "number": self.tr("Numbers to call"),
            "person": self.tr("People I can call"),
            "place": self.tr("Places I can go"),
            "way": self.tr("Ways out"),
            "word": self.tr("My code word"),
            "thing": self.tr("Keys, bag, papers"),
            "doctor": self.tr("When to see a doctor the same day"),
        }
        self._states = {
            "will_do": self.tr("Steps: will do"),
            "done": self.tr("Steps: done"),
            "not_now": self.tr("Steps: not now"),
            "not_safe": self.tr("Steps: not safe for me"),
        }
        self._view = PaperView()
        # What she changed, by the id of the offered line; new offers must not write over it.
        self._typed: dict[str, str] = {}
        self._numbers: tuple[str, ...] | None = None
        self._sentences = False
        self.numbers: dict[str, TickBox] = {}
        self.names = TickBox(
            self.tr("Names in full"),
            name="paper-names",
            why=self.tr("Otherwise a nickname or first letters. Every line can be changed for the paper."),
        )
        self.names.toggled.connect(self.names_changed)
        self.parts = {part: self._tick(f"paper-part-{part}", words) for part, words in self._titles.items()}
        self.under = {part: _Under() for part in PARTS}
        # A finder learns from these two what was on her mind.
        why = self.tr("It tells a finder what you thought of. Usually better left out.")
        self.states = {
            state: self._tick(f"paper-state-{state}", words, why if state.startswith("not_") else "")
            for state, words in self._states.items()
        }
        self.steps = stack(
            Heading(self.tr("Steps"), 3),
            *self.states.values(),
            spacing=2,
            name="paper-steps",
        )
        for part in PARTS:
            self.add(self.parts[part], self.under[part])
            self.under[part].hide()
        self.body.setSpacing(4)
        self.add(self.names, self.steps)

    def show_view(self, view: PaperView) -> None:
        """Offer these lines; what is ticked stays ticked, what she changed stays changed."""
        self._view = view
        for part, tick in self.parts.items():
            if tick.is_checked():
                self._fill(part)
        counts = dict(view.steps)
        for state, tick in self.states.items():
            words = f"{self._states[state]} ({counts.get(state, 0)})"
            tick.label.setText(words)
            tick.box.setAccessibleName(words)

    def show_for(self, kind: str, style: str) -> None:
        """Steps stand in the plan only; sentences on doctors would burst a card and give away an everyday list."""
        self.steps.setVisible(kind == "plan")
        self._sentences = kind != "card" and style == "usual"
        self.parts["doctor"].setVisible(self._sentences)
        self.under["doctor"].setVisible(self._sentences and self.parts["doctor"].is_checked())

    def lines(self) -> tuple[ChosenLine, ...]:
        """All lines of the ticked parts that are not empty, in the order they are shown."""
        chosen: list[ChosenLine] = []
        for part, tick in self.parts.items():
            if not tick.is_checked():
                continue
            if part == "doctor":
                chosen += self._as_offered(part) if self._sentences else []
                continue
            if part == "number":
                chosen += self._numbers_chosen()
            chosen += self._written(part)
        return tuple(chosen)

    def chosen_states(self) -> tuple[str, ...]:
        """The states whose steps are ticked."""
        return tuple(state for state in STATES if self.states[state].is_checked())

    def collect(self) -> dict[str, str]:
        """Ticks and changed lines, to carry over when the page is built anew."""
        ticked = [part for part, tick in self.parts.items() if tick.is_checked()]
        found = {"parts": ",".join(ticked), "states": ",".join(self.chosen_states())}
        found |= {f"line-{id_}": words for id_, words in self._typed.items()}
        if self._numbers is not None:
            found["numbers"] = ",".join(self._numbers)
        return found | ({"names": "yes"} if self.names.is_checked() else {})

    def restore(self, fields: Mapping[str, str]) -> None:
        """Put back what collect() gave."""
        self._typed = {key.removeprefix("line-"): text for key, text in fields.items() if key.startswith("line-")}
        if "numbers" in fields:
            self._numbers = tuple(fields["numbers"].split(","))
        self.names.set_checked("names" in fields)
        for part in fields.get("parts", "").split(","):
            if part in self.parts:
                self.parts[part].set_checked(True)
        for state in fields.get("states", "").split(","):
            if state in self.states:
                self.states[state].set_checked(True)

    # ── parts ───────────────────────────────────────────────────────────────────────────────────────────────────
    def _tick(self, name: str, words: str, why: str = "") -> TickBox:
        tick = TickBox(words, name=name, why=why)
        tick.toggled.connect(lambda on: self._ticked(name.removeprefix("paper-part-"), on))
        return tick

    def _ticked(self, which: str, on: bool) -> None:  # noqa: FBT001
        if which in self.under:
            self.under[which].setVisible(on)
            if on:
                self._fill(which)
            else:
                self.under[which].empty()
        self.changed.emit()

    def _fill(self, part: str) -> None:
        under = self.under[part]
        under.empty()
        of_part = [one for one in self._view.offered if one.line.part == part]
        if part == "doctor":
            under.add(stack(*(Body(f"–  {one.meaning}", "muted") for one in of_part), spacing=4))
            under.setVisible(self._sentences)
            return
        if part == "number":
            self._fill_numbers(under, of_part)
        else:
            self._fill_lines(part, under, of_part)
        under.add(self._field(part, f"new-{part}", "", None))
        under.show()

    def _fill_lines(self, part: str, under: _Under, offered: list[Offered]) -> None:
        if not offered:
            under.add(
                Body(self.tr("Nothing is written about this yet. A line here goes on this paper only."), "small")
            )
        later: list[QWidget] = []
        for one in offered:
            if one.first or one.id in self._typed:
                under.add(self._field(part, one.id, _as_text(one.line), one))
            else:
                add = functools.partial(self._take, part, one)
                words = self.tr("Add: {line}").format(line=_as_text(one.line))
                later.append(SecondaryButton(words, name=f"paper-add-{one.id}", icon="plus", clicked=add))
        if later:
            under.add(flow(*later))

    def _take(self, part: str, one: Offered) -> None:
        """She wants a line that was only offered."""
        self._typed[one.id] = _as_text(one.line)
        self._fill(part)
        for field in self.under[part].fields():
            if field.objectName() == f"paper-line-{one.id}":
                field.show()
                field.setFocus()
        self.changed.emit()

    def _field(self, part: str, id_: str, text: str, one: Offered | None) -> QWidget:
        title = self._titles[part]
        field = TextLine(
            name=f"paper-line-{id_}",
            accessible=title if one is None else f"{title}: {one.meaning}",
            placeholder=self.tr("One more line, for this paper only")
            if one is None
            else self.tr("Left out: {line}").format(line=_as_text(one.line)),
            text=self._typed.get(id_, text),
        )
        field.textEdited.connect(lambda words, which=id_: self._edited(which, words))
        return field

    def _edited(self, id_: str, words: str) -> None:
        self._typed[id_] = words
        self.changed.emit()

    def _fill_numbers(self, under: _Under, offered: list[Offered]) -> None:
        first = tuple(one.id for one in offered if one.first)
        chosen = first if self._numbers is None else self._numbers
        self.numbers = {
            one.id: TickBox(
                f"{one.line.number}  {one.meaning}".strip(),
                name=f"paper-number-{one.id}",
                checked=one.id in chosen,
                why=one.note,
            )
            for one in offered
        }
        for tick in self.numbers.values():
            tick.toggled.connect(self._numbers_pressed)
            under.add(tick)

    def _numbers_pressed(self) -> None:
        self._numbers = tuple(id_ for id_, tick in self.numbers.items() if tick.is_checked())
        self.changed.emit()

    def _numbers_chosen(self) -> list[ChosenLine]:
        ticked = (one for one in self._view.offered if one.id in self.numbers and self.numbers[one.id].is_checked())
        return [ChosenLine(one.line, one.meaning) for one in ticked]

    def _as_offered(self, part: str) -> list[ChosenLine]:
        return [ChosenLine(one.line, one.meaning) for one in self._view.offered if one.line.part == part]

    def _written(self, part: str) -> list[ChosenLine]:
        meanings = {f"paper-line-{one.id}": one.meaning for one in self._view.offered}
        chosen = []
        for field in self.under[part].fields():
            text = " ".join(field.text().split())
            if text:
                words, number = (text, "") if part == "word" else split_number(text)
                meaning = meanings.get(field.objectName()) or text
                chosen.append(ChosenLine(PaperLine(part, words, number), meaning))
        return chosen

    def part_title(self, part: str) -> str:
        """What a part is called on this page."""
        return self._titles[part]


class _Under(QWidget):
    """What stands under one ticked part."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        # Under the words of the tick, not under its box.
        self._column.setContentsMargins(36, 0, 0, 10)
        self._column.setSpacing(6)

    def add(self, widget: QWidget) -> None:
        """One more line."""
        self._column.addWidget(widget)

    def fields(self) -> list[TextLine]:
        """The lines to write in, from the top."""
        return [line for line in in_order(self._column) if isinstance(line, TextLine)]

    def empty(self) -> None:
        """Take everything away."""
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def _as_text(line: PaperLine) -> str:
    return f"{line.words}, {line.number}" if line.words and line.number else line.words or line.number
