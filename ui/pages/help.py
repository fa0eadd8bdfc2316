"""Numbers, orders and law of the country, her own numbers, and what this program cannot do. Works without a store.

May touch: the region pack, her own numbers, the welcome's limits. Must never show a link that opens or a fact without
its source, and never hide a fact because it is old.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from safeplan.content.facts import Phrase
from safeplan.content.friend_words import load_friend_words
from safeplan.content.welcome import load_welcome
from ui.keep_once import clear_sent
from ui.page import Page, PageContext
from ui.translation import LANGUAGES
from ui.widgets.beside import beside
from ui.widgets.buttons import QuietButton, SecondaryButton
from ui.widgets.card import Card
from ui.widgets.fact_cards import aged_words, law_unfold, line_card, order_unfold
from ui.widgets.flow import flow
from ui.widgets.labels import Body, Heading
from ui.widgets.late_unfold import LateUnfold
from ui.widgets.own_numbers_card import OwnNumbersCard
from ui.widgets.said_dates import her_now, source_day
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.stack import stack, tighten

Maker = Callable[[], QWidget]


class HelpPage(Page):
    """What the country's pack holds, in portions; her own numbers are the only thing here that is kept."""

    name = "help"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        region = context.region
        self._today = her_now(context.clock).date()
        self.sheet = ScrollPage(name="help-sheet")
        self.layout_.addWidget(self.sheet)
        self.own: OwnNumbersCard | None = None
        self._late_draft: dict[str, str] = {}
        # All at once is felt; in portions no turn is, and nothing that can be seen moves.
        self._waiting: list[Callable[[], QWidget | None]] = [
            self._make_top,
            *(functools.partial(line_card, one, region, self._today) for one in region.lines),
            self._make_own,
            self._make_law,
            self._make_around,
            self._make_more,
            self._make_edition,
        ]
        self._filling = QTimer(self, singleShot=True, interval=0)
        self._filling.timeout.connect(self._add_next)
        self._add_next()

    def title(self) -> str:
        """The heading over the page."""
        return self.tr("Help")

    def arrive(self, *, kept: bool = False, sent: dict[str, str] | None = None, **_: Any) -> None:
        """The country's facts stand there already; her own numbers are asked for. `kept`: the number that stood in
        the form, `sent`, is in the store now."""
        # A page built anew gets its arguments again; what she writes then is not kept yet.
        self.arguments = {}
        if kept:
            clear_sent(self, sent or {}, box="")
        if self.own is not None:
            self.own.load()
            if not self.own.collect():
                self.context.load_draft(self.name, self.restore_draft)

    def collect_draft(self) -> dict[str, str]:
        """A number that is typed and not kept yet."""
        return self.own.collect() if self.own is not None else self._late_draft

    def restore_draft(self, fields: dict[str, str]) -> None:
        """Put a typed number back, as soon as its card stands."""
        if self.own is not None:
            self.own.restore(fields)
        else:
            self._late_draft = fields

    def clear(self) -> None:
        """An empty form."""
        self.forget_pending_draft()
        self._late_draft = {}
        if self.own is not None:
            self.own.clear()

    def _nothing_typed(self) -> None:
        self.forget_pending_draft()
        self.context.clear_draft(self.name)

    # ── in portions ─────────────────────────────────────────────────────────────────────────────────────────────
    def _add_next(self) -> None:
        made = self._waiting.pop(0)()
        if made is not None:
            self.sheet.add(made)
        if self._waiting:
            self._filling.start()

    # ── what unfolds ────────────────────────────────────────────────────────────────────────────────────────────
    def _make_law(self) -> QWidget | None:
        orders = [
            functools.partial(order_unfold, one, self.context.region, self._today)
            for one in self.context.region.orders
        ]
        return self._group(
            "law",
            self.tr("Police and law"),
            [
                ("ask_for", self.tr("What you can ask the police for"), self._law("ask_for", "police")),
                ("order", self.tr("Orders that forbid contact"), [*orders, *self._law("order")]),
                ("offence", self.tr("What the law calls it"), self._law("offence")),
                ("stop", self.tr("Who can stop a case"), self._law("stop")),
                ("limit", self.tr("Deadlines"), self._law("limit")),
                ("law", self.tr("About the law"), self._law("law")),
            ],
        )

    def _make_around(self) -> QWidget | None:
        return self._group(
            "around",
            self.tr("Help around you"),
            [
                ("health", self.tr("Doctors and examinations"), self._law("health")),
                ("children", self.tr("Children"), self._law("children")),
                ("shelter", self.tr("A place to stay"), self._law("shelter")),
                ("lawyer", self.tr("A lawyer"), self._law("lawyer")),
                ("calls", self.tr("Calls and messages"), self._law("calls")),
            ],
        )

    def _group(self, name: str, title: str, topics: Sequence[tuple[str, str, Sequence[Maker]]]) -> QWidget | None:
        """A card with a line per topic; topics of which the pack says nothing are left out."""
        told = [topic for topic in topics if topic[2]]
        if not told:
            return None
        card = Card(title, self._not_advice(), name=f"help-{name}")
        card.body.setSpacing(2)
        for topic, words, makers in told:
            build = functools.partial(_all_of, makers)
            card.add(LateUnfold(words, build, name=f"help-topic-{topic}", inset=True))
        return card

    def _law(self, *topics: str) -> list[Maker]:
        region = self.context.region
        return [
            functools.partial(law_unfold, one, region, self._today) for one in region.cards if one.topic in topics
        ]

    def _not_advice(self) -> str:
        return str(self.context.region.always_text("not_advice"))

    # ── single cards ────────────────────────────────────────────────────────────────────────────────────────────
    def _make_top(self) -> QWidget:
        region, context = self.context.region, self.context
        acute = SecondaryButton(
            context.guide.acute.title, name="help-acute", icon="lifebuoy", clicked=lambda: context.go("acute")
        )
        top = Card(name="help-now")
        tighten(top, 10)
        top.add(beside(Heading(region.always_text("danger_now"), 2), acute))
        below: list[QWidget] = []
        aged = aged_words(region, self._today)
        if aged:
            note = Body(aged, "badge", name="help-aged")
            note.setProperty("tone", "plain")
            below.append(note)
        if region.language != context.language:
            below.append(Body(self.tr("This country's page has no words in your language."), "muted"))
        below += [Body(text) for text in region.about]
        return stack(top, *below, spacing=12)

    def _make_own(self) -> QWidget:
        # Where nothing is filled in, writing one's own is what the page is for.
        self.own = OwnNumbersCard(self.context, open_=not self.context.region.lines)
        self.own.restore(self._late_draft)
        self.own.typed.connect(self.touch_draft)
        self.own.done.connect(self._nothing_typed)
        self.arrive()
        return self.own

    def _make_more(self) -> Card:
        region = self.context.region
        card = Card(name="help-more")
        tighten(card, 8)
        card.body.setSpacing(2)
        others = [functools.partial(law_unfold, one, region, self._today) for one in region.not_for_this]
        if region.phrases:
            build = functools.partial(_phrase_list, region.phrases)
            card.add(LateUnfold(self.tr("Sentences you can say"), build, name="help-phrases", inset=True))
        if region.must_check:
            words = self.tr("What to check before you rely on it")
            card.add(LateUnfold(words, self._check_list, name="help-check", inset=True))
        if others:
            words = self.tr("Numbers that are for something else")
            card.add(LateUnfold(words, functools.partial(_all_of, others), name="help-topic-other", inset=True))
        card.add(LateUnfold(load_welcome(self.context.language).limits_title, self._limits, name="help-limits"))
        friend = QuietButton(
            load_friend_words(self.context.language).page.title,
            name="help-friend",
            icon="users",
            clicked=lambda: self.context.go("friend", back="help"),
        )
        card.add(flow(friend))
        return card

    def _check_list(self) -> QWidget:
        points = (Body(f"–  {one.text}") for one in self.context.region.must_check)
        return stack(*points, *self._silent_about(), spacing=6)

    def _limits(self) -> QWidget:
        welcome = load_welcome(self.context.language)
        return stack(*(Body(one.text) for one in welcome.limits), Body(welcome.after_exit), spacing=10)

    def _silent_about(self) -> list[QWidget]:
        region = self.context.region
        lists = (
            (region.lines, self.tr("numbers")),
            (region.orders, self.tr("orders")),
            (region.duties, self.tr("what the police have to do")),
            (region.offences, self.tr("what the law calls it")),
            (region.withdrawal_rules, self.tr("who can stop a case")),
            (region.limits, self.tr("deadlines")),
            (region.exam, self.tr("examinations by a doctor")),
            (region.shelter, self.tr("places to stay")),
            (region.legal_aid, self.tr("lawyers")),
            (region.children, self.tr("children")),
        )
        missing = ", ".join(words for entries, words in lists if not entries)
        if not missing:
            return []
        words = self.tr("Nothing is written here about: {topics}. That does not mean that there is nothing.")
        return [Body(words.format(topics=missing), name="help-silent")]

    def _make_edition(self) -> QWidget:
        region = self.context.region
        day = source_day(region.edition, region.language)
        said = [self.tr("{country}, edition {edition}.").format(country=region.name, edition=day)]
        if region.reviewed_by:
            words = self.tr("Read by {who}, {day}.")
            said.append(words.format(who=region.reviewed_by, day=source_day(region.reviewed_on, region.language)))
        else:
            said.append(self.tr("No specialist who speaks this language has read it yet."))
        if region.signer:
            said.append(self.tr("Signed by {signer}.").format(signer=region.signer))
        other = QuietButton(
            self.tr("Choose another country"),
            name="help-country",
            clicked=lambda: self.context.go("settings", at="settings-region-card"),
        )
        return beside(Body("  ".join(said), "small", name="help-edition"), flow(other))


def _all_of(makers: Sequence[Maker]) -> QWidget:
    return stack(*(make() for make in makers), spacing=2)


def _phrase_list(phrases: Sequence[Phrase]) -> QWidget:
    rows = []
    for one in phrases:
        spoken = [
            stack(Body(LANGUAGES[language], "small"), Body(words, selectable=True), spacing=0)
            for language, words in one.spoken
        ]
        rows.append(stack(Heading(one.meaning, 3), *spoken, spacing=2))
    return stack(*rows, spacing=14)
