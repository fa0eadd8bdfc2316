"""The gaps of the sentences: typed, or taken from her notes.

May touch: its own widgets. Must never fill a gap she did not choose to fill, and must never keep what stands in it.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from safeplan.content.say import SayThis, Talk
from ui.say_work import Filled, HerNotes, name_of, person_id, said_when, with_entry
from ui.widgets.fields import LabelledField, TextLine
from ui.widgets.flow import columns
from ui.widgets.pick import Pick
from ui.widgets.stack import stack

_FROM_ENTRY = ("what", "when", "place")
# A list shows the beginning of an entry only.
_LABEL = 60


class SayFill(QWidget):
    """Fields for the gaps of one talk. `filled` is what stands in them; changed() after each change."""

    changed = Signal()

    def __init__(self, say: SayThis, talk: Talk, notes: HerNotes, filled: Filled, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.filled = filled
        self._say = say
        self._notes = notes
        self._lines: dict[str, TextLine] = {}
        cells: list[QWidget] = []
        if notes.entries and set(talk.slots()) & set(_FROM_ENTRY):
            cells.append(self._entry_pick())
        cells += [self._cell(slot) for slot in talk.slots()]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(columns(*cells, narrowest=300))

    @property
    def first_field(self) -> TextLine | None:
        """Where typing begins."""
        return next(iter(self._lines.values()), None)

    def _cell(self, slot_id: str) -> QWidget:
        slot = self._say.slot(slot_id)
        name = f"say-slot-{slot_id}"
        line = TextLine(name=name, placeholder=slot.hint, text=self._text(slot_id))
        line.textChanged.connect(lambda text, which=slot_id: self._typed(which, text))
        self._lines[slot_id] = line
        parts: list[QWidget] = [LabelledField(slot.label, line)]
        if slot_id == "who":
            parts.append(self._who_pick(slot.label))
        elif slot_id == "address" and self._notes.places:
            parts.append(self._copy_pick("address", self.tr("From my places"), self._notes.places))
        elif slot_id == "child" and self._notes.children:
            names = [name_of(one) for one in self._notes.children]
            parts.append(self._copy_pick("child", self.tr("From my people"), names))
        elif slot_id == "collects" and (known := [one.collects for one in self._notes.children if one.collects]):
            parts.append(self._copy_pick("collects", self.tr("From my people"), known))
        return stack(*parts, spacing=6)

    def _who_pick(self, label: str) -> QWidget:
        options = [("", self.tr("Not named"))]
        options += [(person_id(one), name_of(one)) for one in self._notes.who]
        options += [(one.id, one.text) for one in self._say.roles]
        accessible = self.tr("{label}: choose from a list").format(label=label)
        pick = Pick(options, name="say-who", accessible=accessible, one=self.filled.who)
        pick.currentIndexChanged.connect(lambda _at: self._change(replace(self.filled, who=pick.one())))
        return pick

    def _copy_pick(self, slot: str, words: str, texts: tuple[str, ...] | list[str]) -> QWidget:
        options = [("", words), *((str(at), _short(text)) for at, text in enumerate(texts))]
        pick = Pick(options, name=f"say-from-{slot}", accessible=words)

        def take(at: int) -> None:
            if at > 0:
                self._lines[slot].setText(texts[at - 1])

        pick.currentIndexChanged.connect(take)
        return pick

    def _entry_pick(self) -> QWidget:
        options = [("", self.tr("None"))]
        for one in self._notes.entries:
            parts = (f"№ {one.number}", said_when(one.happened, self._say.language), _short(one.text))
            options.append((one.id, " · ".join(part for part in parts if part)))
        label = self.tr("From one entry about what happened")
        pick = Pick(options, name="say-entry", accessible=label)
        pick.currentIndexChanged.connect(lambda _at: self._take_entry(pick.one()))
        return LabelledField(label, pick)

    def _take_entry(self, entry_id: str) -> None:
        entry = next((one for one in self._notes.entries if one.id == entry_id), None)
        self.filled = with_entry(self.filled, entry)
        for slot in _FROM_ENTRY:
            if slot in self._lines:
                line = self._lines[slot]
                blocked = line.blockSignals(True)
                line.setText(self._text(slot))
                line.blockSignals(blocked)
        self.changed.emit()

    def _text(self, slot: str) -> str:
        if slot == "when" and self.filled.happened is not None:
            return said_when(self.filled.happened, self._say.language)
        return self.filled.texts.get(slot, "")

    def _typed(self, slot: str, text: str) -> None:
        if text == self._text(slot):
            return
        happened = None if slot == "when" else self.filled.happened
        self._change(replace(self.filled, texts={**self.filled.texts, slot: text}, happened=happened))

    def _change(self, filled: Filled) -> None:
        self.filled = filled
        self.changed.emit()


def _short(text: str) -> str:
    return text if len(text) <= _LABEL else f"{text[:_LABEL].rpartition(' ')[0] or text[:_LABEL]} …"
