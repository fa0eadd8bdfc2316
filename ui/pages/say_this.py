"""Say this: short sentences in large type to be read aloud, filled with what she chooses, in any of three languages.

May touch: her people, entries and places for reading, through the background. Must never keep or copy what is said,
must never show what she filled in before "Show" is pressed, and must never tell her what to feel.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from safeplan.content.say import Answer, Sentence, Talk, load_say
from safeplan.content.spoken import safe_words, spoken, talks_for
from safeplan.records.incidents import Happened
from ui.page import Page, PageContext
from ui.say_work import Filled, HerNotes, load_notes, pack_in, values
from ui.translation import LANGUAGES
from ui.widgets.beside import beside
from ui.widgets.buttons import SecondaryButton
from ui.widgets.card import Card
from ui.widgets.choices import Choice
from ui.widgets.flow import columns, flow
from ui.widgets.labels import Body, Heading
from ui.widgets.said_dates import her_now
from ui.widgets.say_answers import SayAnswers
from ui.widgets.say_fill import SayFill
from ui.widgets.say_lines import Row, SayLines
from ui.widgets.say_sources import SaySources, fact_title
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.stack import stack, tighten


class SayThisPage(Page):
    """First: to whom. Then the sentences, what the other may answer, the gaps, and where it comes from."""

    name = "say_this"
    # Nothing of this page is ever kept: what she typed is carried over into another language or look, no further.
    keeps_drafts = False

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._say = load_say(context.language)
        self._talks = {one.id: one for one in talks_for(self._say, context.region)}
        self._talk: Talk | None = None
        self._notes = HerNotes()
        self._filled = Filled()
        self._languages: tuple[str, ...] = (context.language,)
        self._shown = False
        self.lines: SayLines | None = None
        self.answers: SayAnswers | None = None
        self._uncover: SecondaryButton | None = None
        self._fill: SecondaryButton | None = None
        self._first_field: QWidget | None = None
        self.sheet = ScrollPage(name="say-sheet")
        self.sheet.body.setSpacing(10)
        self.layout_.addWidget(self.sheet)
        self._build()

    def title(self) -> str:
        """The heading over the page."""
        return self.tr("Say this")

    def arrive(self, *, talk: str = "", **_: Any) -> None:
        """Covered each time; `talk`: begin with this one. Reads what the gaps can be filled from."""
        self._shown = False
        self._talk = self._talks.get(talk, self._talk)
        # Before the notes are read: what stood uncovered here must not be seen for that moment.
        self._build()
        if self.context.has_store():
            self.context.background.run(self, load_notes, self.show_view, self.context.questions.tell_error)
        else:
            self.show_view(HerNotes())

    def show_view(self, view: HerNotes) -> None:
        """Take what her notes hold now; the page stands already, and she may be on it."""
        self._notes = view
        if self._shown:
            self._build()
        else:
            self._say_again()

    def escape(self) -> None:
        """Back to the choice of whom she talks to."""
        if self._talk is not None:
            self._choose("")

    # ── to whom ─────────────────────────────────────────────────────────────────────────────────────────────────
    def _build(self) -> None:
        self.sheet.empty()
        self.lines = self.answers = self._uncover = self._fill = self._first_field = None
        if self._talk is None:
            self._build_choice()
        else:
            self._build_talk(self._talk)

    def _build_choice(self) -> None:
        card = Card(
            self.tr("Who will hear it?"),
            self.tr(
                "Short sentences in large type, to read aloud or to show. Nothing of it is kept."
                " You can fill in an address or a name, or leave the gaps."
            ),
            name="say-choice",
        )
        cells = [
            stack(
                SecondaryButton(one.title, name=f"say-talk-{one.id}", clicked=partial(self._choose, one.id)),
                Body(one.about, "small"),
                spacing=2,
            )
            for one in self._talks.values()
        ]
        card.add(columns(*cells, narrowest=300))
        self.sheet.add(card)

    def _choose(self, talk_id: str) -> None:
        self._talk = self._talks.get(talk_id)
        self.arguments = {"talk": talk_id} if talk_id else {}
        self._filled.also = ()
        self._build()
        self.sheet.verticalScrollBar().setValue(0)
        if self.lines is not None:
            # What is new can take the focus in Qt's next round only.
            QTimer.singleShot(0, self.lines, self.lines.read_on)

    # ── one talk ────────────────────────────────────────────────────────────────────────────────────────────────
    def _build_talk(self, talk: Talk) -> None:
        head = Card(name="say-head")
        tighten(head, 8)
        head.body.setSpacing(6)
        other = SecondaryButton(
            self.tr("To someone else"), name="say-other", icon="arrow-left", clicked=partial(self._choose, "")
        )
        self._uncover = SecondaryButton("", name="say-show", clicked=partial(self._toggle, "say-show"))
        self._fill = SecondaryButton(
            self.tr("Fill in the gaps"), name="say-fill", icon="pencil-simple", clicked=self._toggle
        )
        head.add(beside(Heading(talk.title, 2), flow(self._fill, self._uncover, other), words_need=220))
        keys = Body(self.tr("Arrow keys: next, previous."), "small")
        head.add(beside(self._language_choice(), keys, words_need=200))
        self.lines = SayLines(name="say-lines")
        head.add(self.lines)
        self.sheet.add(head)
        if self._shown and talk.slots():
            self.sheet.add(self._fill_card(talk))
        if talk.also():
            self.sheet.add(self._also_card(talk))
        if talk.answers:
            self.answers = SayAnswers(talk, self._rows_after, name="say-answers")
            self.sheet.add(self.answers)
        self.sheet.add(SaySources(self._say, talk, self.context.region, self._today(), name="say-sources"))
        self._say_again()

    def _language_choice(self) -> QWidget:
        options = list(LANGUAGES.items())
        words = self.tr("Languages of the sentences: one, or several side by side")
        self.languages = Choice(options, name="say-language", accessible=words, chosen=self._languages)
        self.languages.changed.connect(self._languages_changed)
        return self.languages

    def _languages_changed(self) -> None:
        chosen = self.languages.chosen()
        if chosen:
            self._languages = chosen
            self._say_again()
        else:
            # Without any language there would be nothing to read.
            self.languages.set_chosen(self._languages)

    def _also_card(self, talk: Talk) -> Card:
        card = Card(name="say-also-card")
        tighten(card, 10)
        wanted = talk.also()
        options = [(one.id, one.text) for one in self._say.also if one.id in wanted]
        title = self.tr("Is any of this true now? It is said only when it is switched on.")
        self.also = Choice(options, name="say-also", accessible=title, chosen=self._filled.also)
        self.also.changed.connect(self._also_changed)
        card.add(Body(title, "muted"), self.also)
        return card

    def _also_changed(self) -> None:
        self._filled.also = self.also.chosen()
        self._say_again()

    def _fill_card(self, talk: Talk) -> Card:
        card = Card(
            self.tr("Fill in the gaps"),
            self.tr("Only if you like: typed now, or taken from your notes. It is gone when you hide."),
            name="say-fill-card",
        )
        fill = SayFill(self._say, talk, self._notes, self._filled, name="say-fields")

        def changed() -> None:
            self._filled = fill.filled
            self._say_again()

        fill.changed.connect(changed)
        card.add(fill)
        self._first_field = fill.first_field
        return card

    def _toggle(self, pressed: str = "") -> None:
        """Show what she filled in, or cover it; by keyboard one stays where one was."""
        place = self.sheet.verticalScrollBar().value()
        self._shown = not self._shown
        self._build()
        QTimer.singleShot(0, self.sheet, partial(self._stay, place, self._uncover if pressed else self._first_field))

    def _stay(self, place: int, focused: QWidget | None) -> None:
        self.sheet.verticalScrollBar().setValue(place)
        if focused is not None and focused.isVisible():
            focused.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Elsewhere, what she filled in does not stay uncovered behind."""
        super().hideEvent(event)
        self._shown = False

    # ── what is said ────────────────────────────────────────────────────────────────────────────────────────────
    def _say_again(self) -> None:
        if self._talk is None or self.lines is None:
            return
        self.lines.show_rows(self._rows(self._talk.sentences))
        if self.answers is not None:
            self.answers.show_again()
        if self._uncover is not None and self._fill is not None:
            filled = self._something_filled(self._talk)
            self._fill.setVisible(bool(self._talk.slots()) and not self._shown and not filled)
            self._uncover.setVisible(self._shown or filled)
            self._uncover.set_words(self.tr("Cover again") if self._shown else self.tr("Show"))
            self._uncover.set_icon("eye-slash" if self._shown else "eye")

    def _rows_after(self, answer: Answer) -> list[Row]:
        return self._rows(answer.then)

    def _rows(self, sentences: Iterable[Sentence]) -> list[Row]:
        """Each sentence in every language shown; the languages have the same sentences in the same order."""
        ids = [one.id for one in sentences]
        in_languages = [self._spoken(ids, language) for language in self._languages]
        region, today = self.context.region, self._today()
        facts = {fact.id: fact for fact in region.facts}
        rows = []
        for said in zip(*in_languages, strict=True):
            one = said[0][0]
            below = ""
            if one.card:
                fact = facts[one.card]
                below = " · ".join(part for part in (fact_title(fact), region.badge(fact, today)) if part)
            rows.append(Row(one.id, tuple(words for _, words in said), below))
        return rows

    def _spoken(self, sentence_ids: list[str], language: str) -> tuple[tuple[Sentence, str], ...]:
        say = load_say(language)
        every = {one.id: one for talk in say.talks for one in talk.every}
        region, named = pack_in(self.context.region, language)
        return spoken(
            [every[one] for one in sentence_ids],
            values(self._filled, self._notes, say, self._today()),
            region,
            also=self._filled.also,
            covered=not self._shown,
            name_law=named,
        )

    def _something_filled(self, talk: Talk) -> bool:
        known = values(self._filled, self._notes, self._say, self._today())
        return any(safe_words(known.get(slot, "")) for slot in talk.slots())

    def _today(self) -> Any:
        return her_now(self.context.clock).date()

    # ── into another language or look, never into the store ─────────────────────────────────────────────────────
    def save_draft_now(self) -> None:
        """There is no draft of what is said."""
        super().forget_pending_draft()

    def collect_draft(self) -> dict[str, str]:
        """What stands on the page, for the page that replaces it."""
        happened = asdict(self._filled.happened) if self._filled.happened else None
        fields = {
            "talk": self._talk.id if self._talk else "",
            "languages": ",".join(self._languages),
            "filled": json.dumps(asdict(self._filled) | {"happened": happened}),
        }
        begun = self._talk or self._filled != Filled() or self._languages != (self.context.language,)
        return fields if begun else {}

    def restore_draft(self, fields: dict[str, str]) -> None:
        """Put it back, covered."""
        self._talk = self._talks.get(fields.get("talk", ""))
        self._languages = tuple(one for one in fields.get("languages", "").split(",") if one in LANGUAGES) or (
            self.context.language,
        )
        kept = json.loads(fields.get("filled", "{}"))
        if kept:
            happened = Happened(**kept["happened"]) if kept["happened"] else None
            self._filled = Filled(kept["texts"], kept["who"], happened, tuple(kept["also"]))
        self._build()

    def clear(self) -> None:
        """Forget what was filled in."""
        self._filled = Filled()
        self._build()
