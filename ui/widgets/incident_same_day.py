"""What helps on the same day, and how to take pictures of marks: two folded lines beside a fresh entry.

May touch: its own widgets. Must never stand between her and "Keep it", and never say that any of it has to be done.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from safeplan.content.facts import Region
from safeplan.content.record_guide import CheckStep, RecordGuide
from ui.widgets.card import Card
from ui.widgets.fact_cards import law_unfold
from ui.widgets.incident_form import IncidentFields
from ui.widgets.incident_parts import WhyUnfold
from ui.widgets.incident_shapes import guide_here
from ui.widgets.labels import Body
from ui.widgets.stack import stack

FRESH = frozenset(("today", "yesterday"))


class SameDay(Card):
    """Hidden until the entry is of today or yesterday and says that a body was hurt; built then."""

    def __init__(
        self, fields: IncidentFields, region: Region | None, police: Any, today: date, language: str
    ) -> None:
        super().__init__(name="happened-same-day")
        self._fields, self._region, self._police, self._today = fields, region, police, today
        self._language, self._built = language, False
        self.hide()
        fields.changed.connect(self._look)

    def _look(self) -> None:
        wanted = self._fields.when.kind.one() in FRESH and self._fields.says_hurt()
        if wanted and not self._built:
            self._built = True
            guide = guide_here(self._language)
            self.add(
                WhyUnfold(
                    guide.page.checklist_title,
                    lambda: self._checklist(guide),
                    name="happened-checklist",
                    why=guide.page.checklist_about,
                ),
                WhyUnfold(
                    guide.page.photos_title,
                    lambda: _photos(guide),
                    name="happened-photos",
                    why=guide.page.photos_about,
                ),
            )
        self.setVisible(wanted)

    def _checklist(self, guide: RecordGuide) -> QWidget:
        told: set[str] = set()
        return stack(*(self._step(step, told) for step in guide.checklist), spacing=14)

    def _step(self, step: CheckStep, told: set[str]) -> QWidget:
        """The line, what could go wrong, what the police learn; a law card stands where it is first needed."""
        name = f"happened-checklist-{step.id.replace('_', '-')}"
        lines: list[QWidget] = [Body(step.text, name=name)]
        if step.numbers and self._region is not None:
            danger = next((one.text for one in self._region.always if one.id == "danger_now"), "")
            lines.append(Body(danger, name=f"{name}-numbers"))
        if step.risk:
            lines.append(Body(step.risk, "muted"))
        if step.police_told != "no" and self._police is not None:
            lines.append(Body(getattr(self._police, step.police_told), "small"))
        for card in self._region.cards if self._region is not None else ():
            if card.id in step.cards and card.id not in told and self._region is not None:
                told.add(card.id)
                lines.append(law_unfold(card, self._region, self._today))
        return stack(*lines, spacing=4)


def _photos(guide: RecordGuide) -> QWidget:
    """How, and what is never asked for."""
    return stack(
        *(Body(f"{number}. {one.text}") for number, one in enumerate(guide.photos, 1)),
        *(Body(one.text, "muted", name=f"happened-photos-never-{one.id}") for one in guide.never),
        spacing=8,
    )
