"""Warning signs: what she sees, why it matters, what can be done first; kept with a date when she wants it.

May touch: the passes and results, through the background. Must never rate, add up or compare in anything but words,
never hide the help behind an answer, and never take help back because something is left open.
"""

from __future__ import annotations

import functools
import json
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from safeplan.content.guide import Point
from safeplan.content.signs import FEAR, Sign, load_signs
from safeplan.records import certified
from safeplan.records import signs as passes
from safeplan.records.certified import CertifiedResult
from safeplan.records.signs import Review, SignForm
from ui.background import Job, Session
from ui.keep_once import KeepOnce, back_to
from ui.page import Page, PageContext
from ui.widgets.beside import beside
from ui.widgets.buttons import PrimaryButton, SecondaryButton
from ui.widgets.card import Card, Unfold
from ui.widgets.fields import LabelledField
from ui.widgets.in_turns import InTurns
from ui.widgets.labels import Body
from ui.widgets.said_dates import her_now
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.sign_certified import CertifiedResults
from ui.widgets.sign_changes import ChangedSince, EarlierPasses, day_of
from ui.widgets.sign_fear import FearCard
from ui.widgets.sign_from import sources_of
from ui.widgets.sign_help import SignHelp
from ui.widgets.sign_row import SignRow
from ui.widgets.stack import stack, tighten
from ui.widgets.text_box import TextBox
from ui.widgets.warm_note import WarmNote

View = tuple[tuple[Review, ...], tuple[CertifiedResult, ...]]


class SignsPage(Page):
    """The signs group by group, her fear in her own words, the help, and what was kept before."""

    name = "signs"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._signs = load_signs(context.language)
        self._marks: dict[str, str] = {}
        self._reviews: tuple[Review, ...] = ()
        # True from her first press or key on: the last pass then no longer fills the page.
        self._touched = False
        self._keeping = KeepOnce(context, self.name)
        self._just_kept = False
        self.rows: dict[str, SignRow] = {}
        self.sheet = ScrollPage(name="signs-sheet")
        self.layout_.addWidget(self.sheet)
        self.groups = stack(spacing=16, name="signs-groups")
        self.help = SignHelp(context, self._signs, name="signs-outcome")
        self.since = ChangedSince(self._signs, name="signs-since")
        self.earlier = EarlierPasses(self._signs, context.clock, context.language, name="signs-earlier")
        self.earlier.remove.connect(self._ask_remove_pass)
        self.fear = self._make_fear()
        self._column = stack(spacing=16, name="signs-column")
        self._column.add(self._make_head(), self.groups, self.fear, self.help, self.since, self._make_keep())
        self._column.add(self.earlier)
        # These come last, with the last signs.
        self._end = (self._make_from(), self._make_counsellor())
        self.sheet.add(self._column)
        self.filling = InTurns(self)
        groups = sorted(self._signs.groups, key=lambda one: one.id == FEAR)
        self.filling.begin((functools.partial(self._add_group, one) for one in groups), at_once=False)
        self._show_all()

    def title(self) -> str:
        """The heading."""
        return self.tr("Warning signs")

    def arrive(self, *, kept: bool = False, noted: bool = False, **_: Any) -> None:
        """Load what was kept; `kept`: this pass was kept just now, `noted`: a counsellor's result was."""
        self.arguments = {}
        if noted:
            self.results.clear()
            self.save_draft_now()
        if kept:
            self.clear()
            self.save_draft_now()
            self.context.tell(self.tr("Kept."), hint=self.tr("It stands below with its day and hour."))
        elif not self._touched:
            self.context.load_draft(self.name, self._restore_kept)
        self._just_kept = kept
        self._load()

    def show_view(self, view: View) -> None:
        """Fill in the last pass where nothing was begun; list the earlier ones."""
        self._reviews, results = view
        if not self._touched:
            self._set_marks(self._reviews[0].form.marks if self._reviews else {})
        self.earlier.show_passes(self._reviews)
        self.results.show_results(results)
        self._show_all()

    # ── building ────────────────────────────────────────────────────────────────────────────────────────────────
    def _make_head(self) -> Card:
        card = Card(name="signs-about")
        card.body.setSpacing(6)
        see = SecondaryButton(
            self.tr("Straight to the help"), name="signs-to-help", icon="arrow-down", clicked=self._go_to_help
        )
        card.add(*(Body(line) for line in self._signs.words.about))
        self.from_last = Body("", name="signs-from-last")
        self.from_last.hide()
        card.add(self.from_last, beside(Body(self._signs.words.how, "muted"), see))
        return card

    def _add_group(self, group: Point) -> None:
        rows = [self._row(sign) for sign in self._signs.of_group(group.id)]
        if group.id == FEAR:
            self.fear.add(*rows)
            self._column.add(*self._end)
        else:
            card = Card(group.text, name=f"signs-group-{group.id}")
            card.body.setSpacing(16)
            card.add(*rows)
            self.groups.add(card)

    def _row(self, sign: Sign) -> SignRow:
        row = SignRow(sign, self._marks.get(sign.id, ""), self._signs.words.first_mark)
        row.answered.connect(self._answered)
        row.look.connect(self._go_to_help)
        self.rows[sign.id] = row
        return row

    def _make_fear(self) -> FearCard:
        card = FearCard(self._signs.words, name="signs-group-fear")
        card.box.changed.connect(self._typed)
        return card

    def _make_keep(self) -> Card:
        card = Card(
            self.tr("Keep this page"),
            self.tr("Today's date stands with it. Later you can see what has changed. It is never handed over."),
            name="signs-keep-card",
        )
        self.note = TextBox(name="signs-note", lines=2)
        self.note.changed.connect(self._typed)
        self.not_kept = WarmNote(self.tr("Not kept yet: hiding erases this"), name="signs-not-kept")
        card.add(LabelledField(self.tr("A note, if you like"), self.note), self.not_kept)
        card.add(PrimaryButton(self.tr("Keep it"), name="signs-keep", icon="check", clicked=self.keep))
        return card

    def _make_from(self) -> Card:
        self._from = stack(name="signs-from-inside")
        unfold = Unfold(self._signs.words.from_title, self._from, name="signs-from")
        unfold.unfolded.connect(self._fill_from)
        card = Card(name="signs-from-card")
        tighten(card, 8)
        card.add(unfold)
        return card

    def _make_counsellor(self) -> Card:
        today = her_now(self.context.clock).date()
        self.results = CertifiedResults(self._signs, today, name="signs-certified")
        self.results.changed.connect(self.touch_draft)
        self.results.keep.connect(self._keep_result)
        self.results.remove.connect(self._ask_remove_result)
        card = Card(name="signs-counsellor-card")
        tighten(card, 8)
        card.add(Unfold(self._signs.words.counsellor_title, self.results, name="signs-counsellor"))
        return card

    def _fill_from(self, on: bool) -> None:  # noqa: FBT001
        if on and self._from.findChild(QWidget, "signs-review") is None:
            self._from.add(sources_of(self._signs))

    # ── answers ─────────────────────────────────────────────────────────────────────────────────────────────────
    def _answered(self, sign: str, answer: str) -> None:
        if answer:
            self._marks[sign] = answer
        else:
            self._marks.pop(sign, None)
        self._typed()

    def _typed(self) -> None:
        self._touched, self._just_kept = True, False
        self.touch_draft()
        self._show_all()

    def _form(self) -> SignForm:
        return SignForm(dict(self._marks), self.fear.box.text(), self.note.text())

    def _set_marks(self, marks: Any) -> None:
        self._marks = {one: answer for one, answer in dict(marks).items() if answer in passes.ANSWERS}
        for one, row in self.rows.items():
            row.set_answer(self._marks.get(one, ""))

    def _show_all(self) -> None:
        form = self._form()
        last = self._reviews[0] if self._reviews else None
        day = day_of(last, self.context.clock, self.context.language) if last is not None else ""
        self.help.show_for(form, passes.reasons(self._signs, form, self._reviews))
        self.since.show_for(last, day, form)
        self.not_kept.setVisible(self._touched and not form.is_blank() and not self.context.has_store())
        words = self.tr("This page begins with the marks of {day}. Change what is different now; both stay readable.")
        self.from_last.setText(words.format(day=day))
        self.from_last.setVisible(last is not None)
        before = next((one for one in self._reviews if one.form.fear.strip()), None)
        if before is not None:
            self.fear.show_before(day_of(before, self.context.clock, self.context.language), before.form.fear)
        else:
            self.fear.show_before("", "")

    def _go_to_help(self) -> None:
        """To the top of what can be done; Tab goes on from there."""
        if self.help.first_button is not None:
            self.help.first_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.sheet.verticalScrollBar().setValue(self.help.mapTo(self.sheet.inner, self.help.rect().topLeft()).y())

    # ── keeping and removing ────────────────────────────────────────────────────────────────────────────────────
    def _load(self) -> None:
        if self.context.has_store():
            self.context.background.run(self, _load, self.show_view, self.context.questions.tell_error)
        else:
            self.show_view(((), ()))

    def keep(self) -> None:
        """Keep this pass with today's date; with no store yet, after her first passphrase."""
        # The second press of a double click would keep the same page twice.
        if self._keeping.busy or self._just_kept:
            return
        form, context = self._form(), self.context
        if form.is_blank() and not self._reviews:
            context.tell(self.tr("One mark or one word is enough."))
            return
        work = functools.partial(_keep, form=form)

        def kept(_review: Review) -> None:
            back_to(context, "signs", kept=True)

        self.forget_pending_draft()
        self._keeping.keep(work, kept, changes=("signs",))

    def _ask_remove_pass(self, review_id: str) -> None:
        self.context.questions.ask(
            self.tr("Remove this page?"),
            self.tr("What was marked and written on that day is gone then. The other pages stay."),
            [("no", self.tr("Leave it")), ("yes", self.tr("Remove it"))],
            functools.partial(self._remove, functools.partial(_remove_pass, review_id=review_id)),
            safe="no",
        )

    def _ask_remove_result(self, result_id: str) -> None:
        self.context.questions.ask(
            self.tr("Remove this result?"),
            self.tr("Name, result and day are gone then."),
            [("no", self.tr("Leave it")), ("yes", self.tr("Remove it"))],
            functools.partial(self._remove, functools.partial(_remove_result, result_id=result_id)),
            safe="no",
        )

    def _remove(self, work: Any, answer: str) -> None:
        if answer == "yes":
            self._run(work)

    def _keep_result(self) -> None:
        if not self.results.is_complete():
            return
        context = self.context
        name, result, day = self.results.method.text(), self.results.result.text(), self.results.day.iso()
        work = functools.partial(_note_result, name=name, result=result, on_day=day)

        self._keeping.keep(work, lambda _view: back_to(context, "signs", noted=True))

    def _run(self, work: Any) -> None:
        self.context.background.run(self, work, self.show_view, self.context.questions.tell_error, changes=("signs",))

    # ── drafts ──────────────────────────────────────────────────────────────────────────────────────────────────
    def collect_draft(self) -> dict[str, str]:
        """All marks as they stand, and everything typed, once she has begun."""
        typed = {"method": self.results.method.text(), "result": self.results.result.text()}
        fields = {key: text for key, text in typed.items() if text}
        if self._touched:
            fields |= {"marks": json.dumps(self._marks), "fear": self.fear.box.text(), "note": self.note.text()}
        return fields

    def restore_draft(self, fields: dict[str, str]) -> None:
        """Put back what was marked and typed."""
        self.results.method.setText(fields.get("method", ""))
        self.results.result.setText(fields.get("result", ""))
        if "marks" in fields:
            self._touched = True
            self.fear.box.set_text(fields.get("fear", ""))
            self.note.set_text(fields.get("note", ""))
            self._set_marks(json.loads(fields["marks"]))
            self._show_all()

    def _restore_kept(self, fields: dict[str, str]) -> None:
        if fields and not self._touched:
            self.restore_draft(fields)
            super().forget_pending_draft()

    def clear(self) -> None:
        """Ready for the next pass."""
        self.fear.box.set_text("")
        self.note.set_text("")
        self._touched = False
        self.forget_pending_draft()


# ── in the worker ───────────────────────────────────────────────────────────────────────────────────────────────
def _load(session: Session, _job: Job) -> View:
    return passes.reviews(session.database), certified.results(session.database)


def _keep(session: Session, _job: Job, *, form: SignForm) -> Review:
    return passes.keep_review(session.database, session.clock, form)


def _remove_pass(session: Session, job: Job, *, review_id: str) -> View:
    passes.remove_review(session.database, review_id)
    return _load(session, job)


def _note_result(session: Session, job: Job, *, name: str, result: str, on_day: str) -> View:
    certified.note_result(session.database, session.clock, name, result, on_day)
    return _load(session, job)


def _remove_result(session: Session, job: Job, *, result_id: str) -> View:
    certified.remove_result(session.database, result_id)
    return _load(session, job)
