"""A draft read over line by line: every text of the paper in a field of its own.

May touch: its own widgets. Must never look like a paper that was handed in.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal

from safeplan.content.draft_words import load_draft_words
from safeplan.handover.forms import FormDraft, FormLine, with_text
from safeplan.handover.forms_words import load_form_words
from ui.page import PageContext
from ui.widgets.card import Card
from ui.widgets.fields import LabelledField
from ui.widgets.flow import flow
from ui.widgets.inset import Inset
from ui.widgets.labels import Badge, Body, Heading
from ui.widgets.text_box import TextBox

_LONG = frozenset({"what", "said", "injuries", "police", "medical"})


class ReadCard(Card):
    """`changed` with every letter; `draft` is the paper as it stands in the fields."""

    changed = Signal()

    def __init__(self, context: PageContext, draft: FormDraft) -> None:
        say = load_draft_words(context.language).page
        super().__init__(say.read_title, say.read_about, name="drafts-read")
        self.draft = draft
        form, screen = load_form_words(draft.language), load_form_words(context.language).screen
        head = form.statement if draft.kind == "statement" else form.order_copy
        self.add(
            flow(Badge(form.paper["draft"], "warm")),
            Heading(head["title"], 3),
            Body(form.paper["draft_line"], "muted", name="drafts-line"),
        )
        if draft.uncertain:
            self.add(Body(screen.vague_note, "muted", name="drafts-vague"))
        self._fields(-1, draft.lines)
        for place, event in enumerate(draft.events):
            if event.title:
                self.add(Heading(event.title, 3))
            self._fields(place, event.lines)
        self.asks = TextBox(name="drafts-asks", accessible=say.asks, lines=3)
        self.asks.set_text("\n".join(draft.requests))
        self.asks.changed.connect(self._asked)
        self.add(LabelledField(say.asks, self.asks))
        if draft.boxes:
            boxes = [Body(f"☐  {one}") for one in draft.boxes]
            self.add(Inset(Body(say.boxes, "small"), *boxes, name="drafts-boxes"))

    def _fields(self, event: int, lines: tuple[FormLine, ...]) -> None:
        for line in lines:
            many = line.field in _LONG or "\n" in line.text
            name = f"drafts-{line.field}" if event < 0 else f"drafts-{event}-{line.field}"
            box = TextBox(name=name, accessible=line.label, lines=4 if many else 1)
            box.set_text(line.text)
            box.changed.connect(partial(self._typed, event, line.field, box))
            self.add(LabelledField(line.label, box))

    def _typed(self, event: int, field: str, box: TextBox) -> None:
        self.draft = with_text(self.draft, event, field, box.text())
        self.changed.emit()

    def _asked(self) -> None:
        lines = tuple(line.strip() for line in self.asks.text().splitlines() if line.strip())
        self.draft = replace(self.draft, requests=lines)
        self.changed.emit()
