"""What a draft for the counter is filled from: which paper, which entries or order, what is asked for, and of whom.

May touch: its own widgets. Must never tick anything for her, and never name a fact of law without its source.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from safeplan.content.draft_words import load_draft_words
from safeplan.handover import forms
from safeplan.handover.forms_words import load_form_words
from ui.draft_work import Chosen, DraftsView, EntryLine
from ui.page import PageContext
from ui.widgets.buttons import QuietButton, SecondaryButton
from ui.widgets.card import Card
from ui.widgets.choices import Choice
from ui.widgets.fact_cards import law_unfold
from ui.widgets.fields import LabelledField, TextLine, TickBox
from ui.widgets.file_words import breakable
from ui.widgets.flow import columns, flow
from ui.widgets.incident_words import when_words
from ui.widgets.inset import Inset
from ui.widgets.labels import Body, Heading
from ui.widgets.pick import Pick
from ui.widgets.said_dates import her_now
from ui.widgets.stack import stack
from ui.widgets.text_box import TextBox

AT_ONCE = 12


class ChooseDraft(QObject):
    """The cards above "Read it over"; `changed` with every choice and every letter."""

    changed = Signal()

    kind: Choice
    language: Choice

    def __init__(self, context: PageContext, page: QObject) -> None:
        super().__init__(page)
        self._context = context
        self._words = load_draft_words(context.language)
        self._form = load_form_words(context.language)
        self._view = DraftsView()
        self._ticked: set[str] = set()
        self._shown = 0
        self.cards = self._make()

    # ── what is chosen ──────────────────────────────────────────────────────────────────────────────────────────
    def chosen(self) -> Chosen:
        """As plain values; entries in the order they are listed."""
        return Chosen(
            kind=self.kind.one(),
            language=self.language.one(),
            entries=tuple(one.id for one in self._view.entries if one.id in self._ticked),
            order=self.order.one() if self._view.orders else "",
            prosecution=self.prosecution.one() or "later",
            requests=tuple(name for name, box in self._requests.items() if box.is_checked()),
            against=self.against.text(),
            to=self.to.text(),
            author=self.author.text(),
            case_number=self.case_number.text(),
            asked_for=self.asked_for.text(),
        )

    def put_back(self, fields: dict[str, str]) -> None:
        """What collect() of the page kept; unknown values are ignored."""
        for choice, name in ((self.kind, "kind"), (self.language, "language"), (self.prosecution, "prosecution")):
            if fields.get(name) in choice.chips:
                choice.set_chosen([fields[name]])
        self._ticked = set(filter(None, fields.get("entries", "").split(",")))
        for name in filter(None, fields.get("requests", "").split(",")):
            if name in self._requests:
                self._requests[name].set_checked(True)
        for line, name in self._lines():
            line.setText(fields.get(name, ""))
        self.asked_for.set_text(fields.get("asked_for", ""))
        self._wanted_order = fields.get("order", "")
        self.show_view(self._view)

    def _lines(self) -> tuple[tuple[TextLine, str], ...]:
        return (
            (self.against, "against"),
            (self.to, "to"),
            (self.author, "author"),
            (self.case_number, "case_number"),
        )

    # ── cards ───────────────────────────────────────────────────────────────────────────────────────────────────
    def show_view(self, view: DraftsView) -> None:
        """The entries and orders that are there now."""
        self._view = view
        say = self._words.page
        wanted = self.order.one() or self._wanted_order
        names = [(one.id, one.name or self._kind_name(one.kind)) for one in view.orders]
        copy = self.kind.one() == forms.ORDER_COPY
        self.order.blockSignals(True)
        self.order.clear()
        for id_, words in [*([] if copy else [("", say.order_none)]), *names]:
            self.order.addItem(words, id_)
        if any(id_ == wanted for id_, _ in names):
            self.order.set_one(wanted)
        self.order.blockSignals(False)
        self._shown = 0
        self._clear_entries()
        self._more_entries()
        self._arrange()

    def _make(self) -> list[QWidget]:
        say, form = self._words.page, self._form
        self._wanted_order = ""
        names = {forms.STATEMENT: form.screen.statement, forms.ORDER_COPY: form.screen.order_copy}
        offered = forms.forms_for(getattr(self._context.region, "id", "")) or forms.FORMS
        options = [(one, names[one]) for one in offered]
        self.kind = Choice(
            options, name="drafts-kind", accessible=say.which, several=False, chosen=[offered[0]], may_be_none=False
        )
        here = self._context.language
        self.language = Choice(
            list(self._words.languages.items()),
            name="drafts-language",
            accessible=say.language,
            several=False,
            chosen=[here if forms.is_handed_in(here) else "ru"],
            may_be_none=False,
        )
        self.along = Body(form.screen.along_note, "muted", name="drafts-along")
        about = Card(name="drafts-about")
        about.add(Body(form.screen.about), Body(form.screen.draft_note, "muted"), Heading(say.which, 3), self.kind)
        about.add(Heading(say.language, 3), self.language, self.along)
        return [about, self._from_card(), self._ask_card(), self._cover_card()]

    def _from_card(self) -> Card:
        say = self._words.page
        card = Card(name="drafts-from")
        self.entries_head = stack(Heading(say.entries, 2), Body(say.entries_why, "muted"), spacing=2)
        self.entries = stack(spacing=4, name="drafts-entries")
        self.more = QuietButton(say.more, name="drafts-more", clicked=self._more_entries)
        self.order = Pick([("", say.order_none)], name="drafts-order", accessible=say.order_of)
        self.order.currentIndexChanged.connect(lambda _at: self.changed.emit())
        self.order_field = LabelledField(say.order, self.order)
        self.no_order = stack(
            Body(self._form.screen.no_order, name="drafts-no-order"),
            flow(SecondaryButton(say.orders_page, name="drafts-orders", clicked=lambda: self._context.go("orders"))),
        )
        self.against = TextLine(name="drafts-against")
        self.too_many = Body("", "inset", name="drafts-too-many")
        self.too_many_inset = Inset(self.too_many, name="drafts-too-many-inset")
        card.add(self.entries_head, self.entries, flow(self.more), self.too_many_inset)
        card.add(self.order_field, self.no_order)
        card.add(LabelledField(say.about, self.against, why=say.about_why))
        return card

    def _ask_card(self) -> Card:
        screen, choices = self._form.screen, self._form.choices
        self.ask_card = Card(screen.choice_title, screen.choice_about, name="drafts-ask")
        self.prosecution = Choice(
            [(one, choices[one].title) for one in self._form.shape.choices],
            name="drafts-prosecution",
            accessible=screen.choice_title,
            several=False,
            chosen=["later"],
            may_be_none=False,
        )
        self.effect = Body(choices["later"].text, name="drafts-effect")
        self._requests = {
            one: TickBox(self._form.requests[one], name=f"drafts-request-{one}") for one in self._form.shape.requests
        }
        self.ask_card.add(self.prosecution, self.effect)
        self._facts_of(forms.STATEMENT, self.ask_card)
        self.ask_card.add(Heading(screen.requests_title, 3), Body(screen.requests_about, "muted"))
        self.ask_card.add(*self._requests.values())
        for box in self._requests.values():
            box.toggled.connect(lambda _on: self.changed.emit())
        for choice in (self.prosecution, self.kind, self.language):
            choice.changed.connect(self._chose)
        return self.ask_card

    def _cover_card(self) -> Card:
        say = self._words.page
        card = Card(name="drafts-cover")
        self.to = TextLine(name="drafts-to")
        self.author = TextLine(name="drafts-author")
        self.case_number = TextLine(name="drafts-case-number")
        self.asked_for = TextBox(name="drafts-asked-for", accessible=say.in_words, lines=2)
        for line, _name in self._lines():
            line.textChanged.connect(lambda _text: self.changed.emit())
        self.asked_for.changed.connect(self.changed)
        self.copy_facts = stack(spacing=6, name="drafts-copy-facts")
        self._facts_of(forms.ORDER_COPY, self.copy_facts)
        card.add(
            # Above both: beside a field with a reason of its own the other one would stand lower.
            Body(say.from_why, "muted"),
            columns(LabelledField(say.to, self.to), LabelledField(say.from_, self.author), narrowest=300),
            LabelledField(say.case_number, self.case_number),
            LabelledField(say.in_words, self.asked_for),
            self.copy_facts,
        )
        return card

    def _facts_of(self, form: str, host: QWidget) -> None:
        """What the choice changes, each statement with its source and date."""
        region = self._context.region
        facts = forms.facts_about(form, region) if region is not None else ()
        if not facts:
            return
        screen, today = self._form.screen, self._today()
        parts = (Heading(screen.facts_title, 3), Body(screen.facts_about, "muted"))
        for one in (*parts, *(law_unfold(fact, region, today) for fact in facts)):
            host.add(one)  # type: ignore[attr-defined]

    def _today(self) -> date:
        return her_now(self._context.clock).date()

    # ── entries ─────────────────────────────────────────────────────────────────────────────────────────────────
    def _more_entries(self) -> None:
        upto = self._shown + AT_ONCE
        while upto < len(self._view.entries) and self._ticked & {one.id for one in self._view.entries[upto:]}:
            upto += AT_ONCE
        for one in self._view.entries[self._shown : upto]:
            self.entries.add(self._entry(one))
        self._shown = upto
        self.more.setVisible(upto < len(self._view.entries) and self.kind.one() == forms.STATEMENT)

    def _entry(self, one: EntryLine) -> TickBox:
        words = breakable(one.words) or self._words.page.only_files
        box = TickBox(
            words,
            name=f"drafts-entry-{one.number}",
            checked=one.id in self._ticked,
            why=when_words(one.happened, self._context.language),
        )

        def toggled(on: bool) -> None:  # noqa: FBT001
            (self._ticked.add if on else self._ticked.discard)(one.id)
            self._say_too_many()
            self.changed.emit()

        box.toggled.connect(toggled)
        return box

    def _say_too_many(self) -> None:
        count = sum(1 for one in self._view.entries if one.id in self._ticked)
        self.too_many.setText(self._words.page.too_many.format(count=count, room=forms.MOST_EVENTS))
        self.too_many_inset.setVisible(self.kind.one() == forms.STATEMENT and count > forms.MOST_EVENTS)

    def _clear_entries(self) -> None:
        old: Collection[TickBox] = self.entries.findChildren(TickBox)
        for box in old:
            box.hide()
            box.setParent(None)
            box.deleteLater()

    def _chose(self) -> None:
        self.effect.setText(self._form.choices[self.prosecution.one() or "later"].text)
        self.show_view(self._view)
        self.changed.emit()

    def _arrange(self) -> None:
        copy = self.kind.one() == forms.ORDER_COPY
        for widget in (self.entries_head, self.entries, self.ask_card):
            widget.setVisible(not copy)
        self.more.setVisible(not copy and self._shown < len(self._view.entries))
        say = self._words.page
        self._say_too_many()
        self.order_field.label.setText(say.order_of if copy else say.order)
        self.order_field.setVisible(bool(self._view.orders))
        self.no_order.setVisible(copy and not self._view.orders)
        self.copy_facts.setVisible(copy)
        self.along.setVisible(not forms.is_handed_in(self.language.one()))

    def _kind_name(self, kind: str) -> str:
        region = self._context.region
        known = {one.id: one.name for one in getattr(region, "orders", ())}
        return known.get(kind) or self._words.page.order_nameless
