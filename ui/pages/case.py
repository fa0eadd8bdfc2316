"""One case: what waits for a day first, then everything in the order of time; adding takes one box and a date.

May touch: this case and its papers, through the background. Must never call a day missed, and never show a name
unless she wants names shown.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from safeplan.content.case_words import load_case_words
from safeplan.errors import DateImpossible, SafePlanError
from safeplan.records.cases import ITEM_KINDS, REFUSAL, Case, Item, draft_name
from safeplan.records.deadlines import local_day
from ui.page import Page, PageContext
from ui.widgets import case_store
from ui.widgets.buttons import PrimaryButton, QuietButton, SecondaryButton
from ui.widgets.case_days import Present
from ui.widgets.case_form import CaseFields
from ui.widgets.case_head import CaseHead
from ui.widgets.case_item_card import ItemActions
from ui.widgets.case_item_form import Helpers, ItemFields, KindList
from ui.widgets.case_keeping import ItemKeeping
from ui.widgets.case_sheet import CaseSheet
from ui.widgets.case_store import CaseView, EntryName
from ui.widgets.flow import flow
from ui.widgets.log_ways import LogWays

_CHANGES = ("cases",)


class CasePage(Page):
    """The case, or one form in its place."""

    name = "case"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._words = load_case_words(context.language)
        self._wanted = ""
        self._view: CaseView | None = None
        self.form: ItemFields | CaseFields | None = None
        self.kinds: KindList | None = None
        # The item that the open form belongs to, "" for a new one.
        self._changing = ""
        # A draft waits here until its case is read.
        self._draft: dict[str, str] = {}
        # The fields of an item at the press on "Keep".
        self._sent: dict[str, str] = {}
        # An item to show, once the cards stand.
        self._at = ""
        # Nothing else is begun already: the form for a refusal opens as soon as the case is read.
        self._refused = False
        self.bar = ItemKeeping(context, self._words, self._item_kept, name="case-work")
        self.sheet = CaseSheet(context, name="case-scroll", focus_on=self.focus_on)
        self.layout_.addWidget(self.bar)
        self.layout_.addWidget(self.sheet)
        context.background.changed.connect(self._changed_elsewhere)

    def title(self) -> str:
        """The heading."""
        return self._words.page.case_title

    def arrive(self, case_id: str = "", *, item_id: str = "", refused: bool = False, **_: Any) -> None:
        """Load the case. `item_id`: one of its items to show; `refused`: a statement was not taken, ask about it."""
        if case_id != self._wanted:
            waiting = self._draft if self._draft.get("case") == case_id else {}
            self._put_away()
            # A page built anew got it before its first visit, and no store may have it yet.
            self._draft = waiting
        self.arguments = {"case_id": case_id}
        self._wanted, self._at, self._refused = case_id, item_id, refused
        if not case_id or not self.context.has_store():
            self.context.go("cases")
            return
        if self.form is None:
            self.kinds = None
            self.context.load_draft(draft_name(case_id), functools.partial(self._take_draft, case_id))
        self._load()

    def show_view(self, view: CaseView) -> None:
        """Show the case, unless she is writing."""
        if view.case.id != self._wanted:
            return
        self._view = view
        if self._draft and self.form is None:
            draft, self._draft = self._draft, {}
            self.restore_draft(draft)
        refused, self._refused = self._refused, False
        if refused and self.form is None:
            self.add_item(REFUSAL)
        if self.form is None and self.kinds is None:
            self._show_case(view)

    def escape(self) -> None:
        """Back to the case; what was typed stays as a draft until it is kept or left."""
        if self.form is not None or self.kinds is not None:
            self._leave()

    def _show_case(self, view: CaseView) -> None:
        say, now, go = self._words.page, self._now(), self.context.go
        head = CaseHead(view, now, go, change=self.change_case, remove=self._remove_case, name="case-head")
        add = PrimaryButton(say.add, name="case-add", icon="plus", clicked=self.choose_kind)
        refused = SecondaryButton(
            say.refused, name="case-refused", icon="hand-palm", clicked=functools.partial(self.add_item, REFUSAL)
        )
        actions = ItemActions(
            change=self.change_item,
            remove=self._remove_item,
            settle=self._settle,
            open_entry=lambda id_: go("entry", incident_id=id_),
            open_file=lambda id_: go("file", attachment_id=id_),
        )
        at, self._at = self._at, ""
        self.hold_focus()
        self.sheet.show_case([LogWays(self.context, self.name), head, flow(add, refused)], view, now, actions, at=at)

    def _now(self) -> Present:
        context = self.context
        shown = bool(getattr(context.settings, "names_shown", False))
        return Present(self._words, context.region, local_day(context.clock), shown)

    # ── writing ─────────────────────────────────────────────────────────────────────────────────────────────────
    def choose_kind(self) -> None:
        """Eight kinds in place of the case; what was typed for another kind comes along."""
        draft = self.form.draft() if isinstance(self.form, ItemFields) else {}
        # Until a kind is chosen it waits as it was: looking elsewhere meanwhile loses nothing.
        self._draft = self.collect_draft() if draft else {}
        self.hold_focus()
        self.sheet.start_over()
        self.form = None
        self.kinds = KindList(self._words, lambda kind: self.add_item(kind, draft), name="case-kinds")
        back = QuietButton(self._words.page.back, name="case-back", clicked=self._leave)
        self.sheet.add(self.kinds, flow(back))
        self.kinds.show()
        self.kinds.buttons[ITEM_KINDS[0]].setFocus()

    def add_item(self, kind: str, fields: dict[str, str] | None = None) -> None:
        """An empty form of one kind."""
        form = self._open_item(kind, "")
        if form is not None and fields:
            form.restore(fields)
        if form is not None:
            form.text.setFocus()

    def change_item(self, item: Item) -> None:
        """The form with what is kept."""
        form = self._open_item(item.form.kind, item.id)
        if form is not None:
            form.show_form(item.form)
            self.forget_pending_draft()

    def change_case(self) -> None:
        """The form about the whole case."""
        if self._view is None:
            return
        self._open(CaseFields(self._view, self._now(), self._helpers(), name="case-form"), "", self.keep_case)
        self.forget_pending_draft()

    def _open_item(self, kind: str, changing: str) -> ItemFields | None:
        if self._view is None:
            return None
        form = ItemFields(kind, self._view, self._now(), self._helpers(), changing=changing, name="case-item")
        self._open(form, changing, self.keep_item)
        return form

    def _open(self, form: ItemFields | CaseFields, changing: str, keep: Callable[[], None]) -> None:
        say = self._words.page
        self.hold_focus()
        self.sheet.start_over()
        self.form, self.kinds, self._changing, self._draft = form, None, changing, {}
        form.changed.connect(self.touch_draft)
        ways: list[QWidget] = [PrimaryButton(say.keep, name="case-keep", icon="check", clicked=keep)]
        if isinstance(form, ItemFields) and not changing:
            ways.append(QuietButton(say.kind_other, name="case-other-kind", clicked=self.choose_kind))
        ways.append(QuietButton(say.back, name="case-back", clicked=self._leave))
        self.sheet.add(form, flow(*ways))
        form.show()

    def keep_item(self) -> None:
        """Keep what is typed; its papers are kept with it."""
        view = self._view
        if not isinstance(self.form, ItemFields) or view is None:
            return
        try:
            form = self.form.read()
        except DateImpossible:
            return
        if form is not None:
            self._sent = self.form.draft()
            self.bar.keep(view.case, self._changing, form, self.form.files.paths())

    def _item_kept(self, item: Item) -> None:
        """Back to the case; what she typed since the press stays open as a change of what is kept now."""
        self._at = item.id
        later = self.form.draft() if isinstance(self.form, ItemFields) else self._sent
        self._left()
        if later != self._sent:
            sent = self._sent.get("paths", "").split("\n")
            new = [path for path in later.get("paths", "").split("\n") if path not in sent]
            later |= {"kept": ",".join(item.form.files), "paths": "\n".join(new)}
            self._draft = later | {"form": item.form.kind, "case": self._wanted, "changing": item.id}
            self.context.save_draft(draft_name(self._wanted), self._draft)
        self._load()

    def keep_case(self) -> None:
        """Keep what is said about the whole case."""
        form = self.form.read() if isinstance(self.form, CaseFields) else None
        if form is None:
            return
        work = functools.partial(case_store.change_case, id_=self._wanted, form=form)
        self._run(work, lambda _case: self._back(self._words.page.kept))

    def _back(self, message: str) -> None:
        self._at = "head"
        self._left()
        self._load()
        self.context.tell(message)

    def _leave(self) -> None:
        self._left()
        self._load()

    def _left(self) -> None:
        self.clear()
        self.context.clear_draft(draft_name(self._wanted))

    def _helpers(self) -> Helpers:
        return Helpers(self._look, lambda chosen: self.context.picker.pick_files(chosen))

    def _look(self, text: str, then: Callable[[tuple[EntryName, ...]], None]) -> None:
        owner = self.form or self
        work = functools.partial(case_store.find_entries, text=text)
        self.context.background.run(owner, work, then, self.context.questions.tell_error)

    # ── settling and removing ───────────────────────────────────────────────────────────────────────────────────
    def _settle(self, item: Item) -> None:
        self._at = item.id
        self._run(
            functools.partial(case_store.mark_item, id_=item.id, done=not item.done_at), lambda _item: self._load()
        )

    def _remove_item(self, item: Item) -> None:
        self._run(functools.partial(case_store.remove_item, id_=item.id), self._item_removed)

    def _item_removed(self, removed: Item) -> None:
        say = self._words.page
        self._load()
        again = functools.partial(case_store.put_back_item, removed=removed)
        self.context.tell(
            say.removed, action=say.take_back, clicked=lambda: self._run(again, lambda _item: self._load())
        )

    def _remove_case(self) -> None:
        self._run(functools.partial(case_store.remove_case, id_=self._wanted), self._case_removed)

    def _case_removed(self, removed: Case) -> None:
        say, context = self._words.page, self.context
        self._put_away()
        context.go("cases")
        again = functools.partial(case_store.put_back_case, removed=removed)

        def back() -> None:
            context.background.run(
                context.background,
                again,
                lambda case: context.go("case", case_id=case.id),
                context.questions.tell_error,
                changes=_CHANGES,
            )

        context.tell(say.case_removed, action=say.take_back, clicked=back)

    # ── drafts ──────────────────────────────────────────────────────────────────────────────────────────────────
    def collect_draft(self) -> dict[str, str]:
        """What is typed and not yet kept, with the case and the item it belongs to."""
        if self.form is None:
            return dict(self._draft)
        fields = self.form.draft()
        kind = self.form.kind if isinstance(self.form, ItemFields) else "case"
        return {**fields, "form": kind, "case": self._wanted, "changing": self._changing} if fields else {}

    def restore_draft(self, fields: dict[str, str]) -> None:
        """The form with what was typed, once its case is there."""
        if fields.get("case") != self._wanted or self._view is None:
            self._draft = dict(fields)
            return
        kind, changing = fields.get("form", ""), fields.get("changing", "")
        if kind == "case":
            self.change_case()
        elif kind in ITEM_KINDS and (not changing or self._view.item(changing) is not None):
            self._open_item(kind, changing)
        if self.form is not None:
            self.form.restore(fields)
            self.show_again()

    def clear(self) -> None:
        """No form is open."""
        self.form, self.kinds, self._changing, self._draft = None, None, "", {}
        self.forget_pending_draft()

    def save_draft_now(self) -> None:
        """Each case has a draft of its own: looking into another one must not write over it."""
        self.forget_pending_draft()
        if self._wanted and self.form is not None:
            self.context.save_draft(draft_name(self._wanted), self.collect_draft())

    def _take_draft(self, case_id: str, fields: dict[str, str]) -> None:
        if fields and case_id == self._wanted and self.form is None and not self._draft:
            self.restore_draft(fields)
            self.forget_pending_draft()

    def _put_away(self) -> None:
        if self.form is not None:
            self.save_draft_now()
        self.clear()
        self._view, self._wanted = None, ""
        self.sheet.start_over()

    # ── the record ──────────────────────────────────────────────────────────────────────────────────────────────
    def _load(self) -> None:
        if self._wanted:
            work = functools.partial(case_store.load, id_=self._wanted, region=self.context.region)
            self.context.background.run(self, work, self.show_view, self._gone)

    def _gone(self, error: SafePlanError) -> None:
        self.context.go("cases")
        self.context.questions.tell_error(error)

    def _run(self, work: Any, then: Callable[[Any], None]) -> None:
        self.context.background.run(self, work, then, self.context.questions.tell_error, changes=_CHANGES)

    def _changed_elsewhere(self, kinds: frozenset[str]) -> None:
        if kinds & {"people", "incidents", "orders"} and self.isVisible():
            self._load()
