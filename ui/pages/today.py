"""The first page: whom to call, three steps for today, one line about what happened.

May touch: the plan and a new entry, through the background. Must never show a name, an address or a code word
before it is asked for.
"""

from __future__ import annotations

import functools
from datetime import timedelta
from typing import Any

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from safeplan.records import incidents
from safeplan.records.incidents import Happened, Incident, IncidentForm
from safeplan.records.plan import Step
from ui.background import Job, Session
from ui.keep_once import KeepOnce, back_to, clear_sent
from ui.opening import Opened
from ui.page import Page, PageContext
from ui.plan_keeping import LookAgain as LookAgainOn
from ui.plan_keeping import Mark, PlanKeeping, PlanView, TakeUp
from ui.widgets.beside import beside
from ui.widgets.buttons import PrimaryButton, QuietButton, SecondaryButton
from ui.widgets.card import Card
from ui.widgets.choices import Choice
from ui.widgets.danger_card import DangerCard
from ui.widgets.fields import TooMuchNote
from ui.widgets.flow import flow
from ui.widgets.labels import Body, Heading
from ui.widgets.look_again import LookAgain
from ui.widgets.next_dates import NextDates
from ui.widgets.order_offer import OrderOffer
from ui.widgets.said_dates import her_now, moment_in_words
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.stack import stack, tighten
from ui.widgets.text_box import TextBox
from ui.widgets.today_steps import TodaySteps


class TodayPage(Page):
    """Everything that matters stands above the fold at 1024x600."""

    name = "today"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._plan = PlanKeeping(context)
        self._keeping = KeepOnce(context, self.name)
        self.sheet = ScrollPage(name="today-scroll")
        self.sheet.body.setSpacing(10)
        self.layout_.addWidget(self.sheet)
        self.danger = DangerCard(
            context.region, context.guide.acute, lambda: context.go("acute"), name="today-danger"
        )
        self.steps = TodaySteps(
            context.guide,
            self._change,
            lambda: self._plan.keep_all("today"),
            lambda: context.go("plan"),
            names_shown=bool(context.settings and context.settings.names_shown),
            name="today-steps",
        )
        self.opened = Body("", "small", name="today-opened")
        self.offer: QWidget | None = None
        self.again = LookAgain(
            context.guide,
            lambda step: context.go("section", section_id=step.section, at=step.id),
            self._look_in_a_week,
            lambda step: self._plan.change(self, LookAgainOn(step.id, ""), self.show_view),
            name="today-again",
        )
        self.came = OrderOffer(context, name="today-came")
        self.dates = NextDates(context, name="today-dates")
        # One row for both, and above the line to write in: on a small screen a second one would lie below the fold.
        self.dates.found.connect(self.steps.leave_room)
        coming = flow(self.came, self.dates)
        self.sheet.add(self.danger, self.steps, coming, self.dates.rows, self._make_write_card())
        self.sheet.add(self.again, self.opened)

    def title(self) -> str:
        """The heading over the page."""
        return self.tr("Today")

    def arrive(self, focus: str = "", kept: str = "", sent: dict[str, str] | None = None, **_: Any) -> None:
        """Load the plan. `focus`: "steps" to choose steps at once; `kept`: the id of the entry kept just now, `sent`
        what stood in the line then."""
        # A page built anew gets its arguments again; a message must not be said twice.
        self.arguments = {}
        if kept:
            clear_sent(self, sent or {})
            self._say_kept(kept)
        self._show_opening()
        self._plan.load(self, functools.partial(self._first_view, focus=focus))
        self.context.load_draft(self.name, self._restore_if_blank)
        # An entry begun on its own page.
        self.context.load_draft("happened", lambda fields: self.begun.setVisible(bool(fields)))
        self.came.look()
        self.dates.look()

    def _first_view(self, view: PlanView, *, focus: str) -> None:
        self.show_view(view)
        if focus == "steps":
            self.steps.choose()

    def show_view(self, view: PlanView) -> None:
        """Put the plan on the page."""
        self.danger.show_answers(view.answers)
        self.steps.show_plan(view)
        self.again.show_plan(view)

    def _look_in_a_week(self, step: Step) -> None:
        day = (her_now(self.context.clock).date() + timedelta(days=7)).isoformat()
        self._plan.change(self, LookAgainOn(step.id, day), self.show_view)

    # ── steps ───────────────────────────────────────────────────────────────────────────────────────────────────
    def _change(self, change: TakeUp | Mark, say: str) -> None:
        def changed(view: PlanView) -> None:
            self.show_view(view)
            if say and isinstance(change, Mark):
                back = functools.partial(self._change, Mark(change.step_id, "will_do"), "")
                self.context.tell(say, action=self.tr("Take back"), clicked=back)

        self._plan.change(self, change, changed)

    # ── what happened ───────────────────────────────────────────────────────────────────────────────────────────
    def _make_write_card(self) -> Card:
        title = self.tr("Write down what happened")
        card = Card(name="today-write")
        card.setAccessibleName(title)
        card.body.setSpacing(8)
        # That something waits is said, what it says is not: this page is the first that anyone sees.
        self.begun = QuietButton(
            self.tr("Something begun is waiting: go on"),
            name="today-begun",
            clicked=lambda: self.context.go("happened"),
        )
        self.begun.hide()
        card.add(beside(Heading(title, 2), self.begun, words_need=240))
        self.box = TextBox(
            name="today-text",
            accessible=self.tr("What happened, in your own words"),
            placeholder=self.tr("One line is enough."),
            lines=1,
        )
        self.box.changed.connect(self._typed)
        keep = PrimaryButton(self.tr("Keep it"), name="today-keep", clicked=self.keep, icon="check")
        card.add(beside(self.box, keep), TooMuchNote(self.box))
        self.day = Choice(
            [("today", self.tr("Today")), ("yesterday", self.tr("Yesterday"))],
            name="today-day",
            accessible=self.tr("When it happened"),
            several=False,
        )
        self.day.changed.connect(self.touch_draft)
        more = QuietButton(
            self.tr("Another day, place, photo"), name="today-more", clicked=self._more, icon="calendar-blank"
        )
        # At rest the card is one line; what else can be said appears with the first letter.
        self._when_row = flow(self.day, more)
        self._when_row.hide()
        card.add(self._when_row)
        self._note = Body(self.tr("Not kept yet: hiding erases this"), "small", name="today-not-kept")
        self._note.hide()
        card.add(self._note)
        return card

    def _typed(self) -> None:
        self.touch_draft()
        blank = self.box.is_blank()
        self._when_row.setVisible(not blank)
        self._note.setVisible(not blank and not self.context.has_store())

    def _more(self) -> None:
        text = self.box.text()
        self.clear()
        self.context.clear_draft(self.name)
        self.context.go("happened", text=text)

    def keep(self) -> None:
        """Keep the line as an entry; with no store yet, after her first passphrase."""
        if self.box.is_blank():
            self.box.setFocus()
            self.context.tell(self.tr("One word is enough. Write it in the box first."))
            return
        context, sent = self.context, self.collect_draft()
        work = functools.partial(_keep, form=IncidentForm(text=self.box.text(), happened=self._when()))

        def kept(incident: Incident) -> None:
            context.clear_draft("today")
            back_to(context, "today", kept=incident.id, sent=sent)

        # The worker may be busy for long: an exit must find all of it, the last half second too.
        self.save_draft_now()
        self._keeping.keep(work, kept, changes=("incidents",))

    def _when(self) -> Happened:
        chosen = self.day.one()
        if not chosen:
            return Happened("unknown")
        here = her_now(self.context.clock).date()
        return Happened("day", start=(here if chosen == "today" else here - timedelta(days=1)).isoformat())

    def _say_kept(self, incident_id: str) -> None:
        self.context.tell(
            self.tr("Kept."),
            hint=self.tr("The day and hour of writing stand with it."),
            action=self.tr("Add more to it"),
            clicked=lambda: self.context.go("entry", incident_id=incident_id),
        )

    def collect_draft(self) -> dict[str, str]:
        """The line and its day, while not kept."""
        return {} if self.box.is_blank() else {"text": self.box.text(), "day": self.day.one()}

    def restore_draft(self, fields: dict[str, str]) -> None:
        """Put back what was typed."""
        self.box.set_text(fields.get("text", ""))
        # Where the writing broke off, not before its first word.
        self.box.moveCursor(QTextCursor.MoveOperation.End)
        self.day.set_chosen([fields.get("day", "")])

    def _restore_if_blank(self, fields: dict[str, str]) -> None:
        if fields and self.box.is_blank():
            self.restore_draft(fields)
            self.forget_pending_draft()

    def clear(self) -> None:
        """Empty the line."""
        self.box.set_text("")
        self.day.set_chosen([])
        self.forget_pending_draft()

    # ── the last opening, and at most one offer ─────────────────────────────────────────────────────────────────
    def _show_opening(self) -> None:
        opened: Opened | None = self.context.extra.get("opened", lambda: None)()
        before = opened.sitting.last_opened if opened is not None else ""
        self.opened.setVisible(bool(before))
        if before:
            said = moment_in_words(before, self.context.clock, self.context.language)
            self.opened.setText(self.tr("Last opened {moment}").format(moment=said))
        if self.offer is not None:
            self.offer.hide()
            self.offer.deleteLater()
            self.offer = None
        # The first evening is for getting something kept; offers wait for the second.
        if opened is not None and before and not opened.is_new and not opened.read_only:
            self.offer = self._make_offer()
        if self.offer is not None:
            self.sheet.add(self.offer)

    def _make_offer(self) -> QWidget | None:
        settings = self.context.settings
        if not settings.sum_offered and not self.context.room.is_client:
            return self._offer(
                "sum",
                self.tr("A sum of your own"),
                self.tr("So far this opens with a sum that others may know. You can choose one that only you know."),
                self.tr("Choose my sum"),
                "settings-sum-fold",
            )
        if not settings.spare_key_offered:
            return self._offer(
                "spare_key",
                self.tr("A spare key"),
                self.tr("If the passphrase is forgotten, nobody can open your notes. A spare key on paper can."),
                self.tr("Make a spare key"),
                "settings-spare-fold",
            )
        return None

    def _offer(self, which: str, title: str, text: str, action: str, place: str) -> Card:
        card = Card(name=f"offer-{which}")
        tighten(card, 8)
        words = stack(Heading(title, 3), Body(text, "small"), spacing=2)
        go = SecondaryButton(action, name=f"offer-{which}-go", clicked=lambda: self.context.go("settings", at=place))
        away = QuietButton(
            self.tr("Not now"),
            name=f"offer-{which}-away",
            clicked=lambda: self._put_away(which),
            accessible=self.tr("Not now: {offer}").format(offer=title),
        )
        card.add(beside(words, flow(go, away, spacing=4)))
        return card

    def _put_away(self, which: str) -> None:
        self.context.change_setting(f"{which}_offered", True)
        if self.offer is not None:
            self.offer.hide()


def _keep(session: Session, _job: Job, *, form: IncidentForm) -> Incident:
    return incidents.add_incident(session.database, session.clock, form)
