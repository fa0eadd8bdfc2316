"""What this computer still knows: traces of this program, what can be removed, what cannot, and a word to look for.

May touch: the worker through ui/computer_knows_work. Must never remove without a question that shows what goes, and
never say that a computer is clean.
"""

from __future__ import annotations

import functools
from typing import Any

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from safeplan.content.reviews import reviewed
from safeplan.content.trace_words import load_trace_words
from safeplan.errors import Cancelled, SafePlanError
from safeplan.traces.looking import UNSEEN, Finding, Report, system_here
from ui import computer_knows_work as work
from ui.background import Work
from ui.page import Page, PageContext
from ui.widgets.buttons import SecondaryButton
from ui.widgets.card import Card
from ui.widgets.fields import LabelledField, TextLine
from ui.widgets.labels import Body, Heading
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.stack import stack
from ui.widgets.trace_cards import FoundCard, LookedFold, lines_of, place_shown, unseen_card
from ui.widgets.work_bar import WorkBar


class ComputerKnowsPage(Page):
    """Looks each time it is shown; stops when it is left, so that what she writes elsewhere is kept at once."""

    name = "computer_knows"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._words = words = load_trace_words(context.language)
        self._say = say = words.page
        self._job: Any = None
        self._busy = False
        self.sheet = ScrollPage(name="computer-knows-scroll")
        self.layout_.addWidget(self.sheet)
        self.bar = WorkBar(name="traces-work")
        self.bar.cancelled.connect(self._stop)
        self.result = Body("", name="traces-result")
        self.again = SecondaryButton(
            say.look, name="traces-look", icon="arrow-counter-clockwise", clicked=self.look_around
        )
        head = Card(name="traces-head")
        head.add(Body(say.about), Body(say.first, "muted"), self.bar, self.result, self.again)
        self.found = QWidget()
        self._found = QVBoxLayout(self.found)
        self._found.setContentsMargins(0, 0, 0, 0)
        self._found.setSpacing(16)
        self.looked = LookedFold(words)
        places = Card(name="traces-places")
        places.add(self.looked)
        self.sheet.add(head, self.found, unseen_card(words, UNSEEN[system_here()]), self._word_card(), places)
        if not reviewed(words):
            self.sheet.add(Body(say.unread, "small"))

    def title(self) -> str:
        """The heading."""
        return self._say.title

    def arrive(self, **_arguments: Any) -> None:
        """Look at once: nothing is changed by it."""
        self.look_around()

    def look_around(self) -> None:
        """Begin to look, unless it is under way."""
        if not self._busy:
            self._run(work.look_around)

    def _run(self, what: Work) -> None:
        self._busy = True
        self.bar.begin(self._say.looking)
        self._job = self.context.background.run(self, what, self.show_view, self._failed)

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever leaves waits for nothing."""
        self._stop()
        super().hideEvent(event)

    def show_view(self, view: work.Seen) -> None:
        """Cards of what was found, below each other, the ones that can go here first."""
        self._ended()
        report = view.report
        while self._found.count():
            item = self._found.takeAt(0)
            old = item.widget() if item is not None else None
            if old is not None:
                old.hide()
                old.deleteLater()
        self.result.setText(self._counted(report))
        ways = ("here", "page", "hand", "admin", "never")
        order = sorted(report.found, key=lambda one: (not one.sure, ways.index(one.way)))
        for id_ in dict.fromkeys(one.id for one in order):
            same = [one for one in order if one.id == id_]
            self._found.addWidget(FoundCard(self._words, same, self.ask_remove, self._to_settings))
        self.looked.take(report.looked)
        if view.removal is not None:
            tone = "info" if view.removal in ("removed", "gone") else "warm"
            said = {"removed": self._say.removed, "gone": self._say.gone, "changed": self._say.changed,
                    "refused": self._say.refused, "link": self._say.link}[view.removal]  # fmt: skip
            self.context.tell(said, tone)

    def _counted(self, report: Report) -> str:
        """What is ours for sure, and apart from it what shows our name alone."""
        ours, named = (sum(one.sure is sure for one in report.found) for sure in (True, False))
        said = self._say.found_title.format(count=ours) if ours else self._say.found_none
        return f"{said}\n{self._say.found_named.format(count=named)}" if named else said

    def ask_remove(self, finding: Finding) -> None:
        """Never without being asked, and never without what goes before her eyes."""
        say = self._say
        sentences = [say.ask_files if finding.files else say.ask_lines]
        if finding.noticed:
            sentences.append(say.noticed)
        if finding.returns:
            sentences.append(say.returns)
        sentences.append(say.disk)
        place = Body(place_shown(finding.place), "small")
        self.context.questions.ask(
            say.ask,
            "\n".join(sentences),
            [("leave", say.leave), ("remove", say.go)],
            functools.partial(self._answered, finding),
            safe="leave",
            body=stack(Heading(self._words.places[finding.id].title, 3), place, lines_of(self._words, finding)),
        )

    def _answered(self, finding: Finding, answer: str) -> None:
        if answer == "remove" and not self._busy:
            self.hold_focus()
            self._run(functools.partial(work.remove_one, finding=finding))

    def _word_card(self) -> Card:
        say = self._say
        card = Card(say.word_title, say.word_about, name="traces-word-card")
        self.word = TextLine(name="traces-word", accessible=say.word)
        self.word_result = Body("", name="traces-word-result")
        self.word.returnPressed.connect(self.look_for_word)
        card.add(
            LabelledField(say.word, self.word, why=say.word_why),
            SecondaryButton(
                say.word_look, name="traces-word-look", icon="magnifying-glass", clicked=self.look_for_word
            ),
            self.word_result,
        )
        return card

    def look_for_word(self) -> None:
        """In the lists of learned words; with nothing typed, nothing happens."""
        word = self.word.text().strip()
        if word:
            searching = functools.partial(work.find_word, untrusted_word=word)
            self.context.background.run(self, searching, self._show_word, self._failed)

    def _show_word(self, seen: work.WordSeen) -> None:
        say = self._say
        if not seen.lists:
            self.word_result.setText(say.word_none)
        elif seen.found:
            self.word_result.setText("\n".join([say.word_found, *(f"• {place_shown(one)}" for one in seen.found)]))
        else:
            self.word_result.setText(say.word_not.format(count=seen.lists))

    def _to_settings(self) -> None:
        self.context.go("settings", at="settings-remove-fold")

    def _stop(self) -> None:
        if self._busy and self._job is not None:
            self._job.cancel()

    def _ended(self) -> None:
        self._busy = False
        self.bar.end()

    def _failed(self, error: SafePlanError) -> None:
        self._ended()
        if isinstance(error, Cancelled):
            self.result.setText(self._say.stopped)
        else:
            self.context.questions.tell_error(error)
