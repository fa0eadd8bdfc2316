"""The record's four words: on the screen with the long number and its square, on a card, and compared with a card.

May touch: the worker through the page's context and the one folder she chooses. Must never write the card before a
folder was chosen, fix what can be taken back before she said so, or call a record false.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from safeplan.content.record_words import load_record_words
from safeplan.handover.paper_file import LONGEST_NAME, USUAL_NAME, file_name
from safeplan.handover.record_card import number_rows
from ui.page import PageContext, StandsOnlyHere
from ui.widgets import record_store
from ui.widgets.buttons import SecondaryButton
from ui.widgets.card import Card, Covered
from ui.widgets.fields import LabelledField, TextLine
from ui.widgets.flow import flow
from ui.widgets.labels import Body, Heading
from ui.widgets.record_square import RecordSquare
from ui.widgets.record_store import FoundHead, RecordHead
from ui.widgets.said_dates import moment_in_words
from ui.widgets.stack import stack

# What is shown of something typed that is no word of the list.
_LONGEST_WORD = 24


class HeadCard(Card):
    """Four words, the number and the square; below them the card for paper."""

    def __init__(self, context: PageContext) -> None:
        self._say = say = load_record_words(context.language).page
        super().__init__(say.head_title, say.head_text, name="record-head-card")
        self._context = context
        self._made: QWidget | None = None
        self._place = QVBoxLayout()
        self.button = SecondaryButton(say.head_show, name="record-head", clicked=self.read)
        self.add(Body(say.head_use, "muted"), flow(self.button))
        self.body.addLayout(self._place)
        self.file = TextLine(name="record-card-name", text=USUAL_NAME)
        self.file.setMaxLength(LONGEST_NAME + 4)
        self.file.setMaximumWidth(420)
        self.field = LabelledField(say.card_name, self.file, why=say.card_name_why)
        self.file.textChanged.connect(self.field.clear_error)
        write = SecondaryButton(say.card_make, name="record-card-write", icon="folder-open", clicked=self.choose)
        self.add(
            Heading(say.card_title, 3), Body(say.card_text), Body(say.card_risk, "muted"), self.field, flow(write)
        )

    def read(self) -> None:
        """Ask the worker; long records take a moment."""
        self._ask_first(self._read)

    def _read(self, fix: bool) -> None:  # noqa: FBT001
        work = functools.partial(record_store.record_head, language=self._context.language, fix=fix)
        self._run(work, self._show, fix=fix)

    def choose(self) -> None:
        """The name must be a name before a folder is asked for."""
        if file_name(self.file.text()):
            self._ask_first(lambda fix: self._context.picker.pick_folder(functools.partial(self.write, fix=fix)))
        else:
            self.field.show_error(self._say.card_bad_name)

    def write(self, folder: Path, *, fix: bool = False) -> None:
        """Write the card into `folder`, in the worker; `fix`: it stands for what was kept this time, too."""
        name, language = file_name(self.file.text()), self._context.language
        work = functools.partial(record_store.write_card, language=language, folder=folder, name=name, fix=fix)
        self._run(work, self._written, fix=fix)

    def _run(self, work: Callable[..., Any], done: Callable[[Any], None], *, fix: bool) -> None:
        # What is fixed can no longer be taken back: pages that offer it have to know.
        changes = ("incidents",) if fix else ()
        self._context.background.run(self, work, done, self._context.questions.tell_error, changes=changes)

    def _ask_first(self, then: Callable[[bool], object]) -> None:
        """Words that leave out what was just kept would call a copy without it complete: it is hers to say."""

        def counted(waiting: int) -> None:
            if not waiting:
                then(False)
                return
            say = self._say
            self._context.questions.ask(
                say.head_ask_title,
                say.head_ask.format(count=waiting),
                [("all", say.head_ask_all), ("before", say.head_ask_before), ("back", say.head_ask_back)],
                lambda answer: then(answer == "all") if answer != "back" else None,
                safe="back",
                primary="all",
            )

        count = record_store.count_waiting
        self._context.background.run(self, count, counted, self._context.questions.tell_error)

    def _written(self, path: Path) -> None:
        # A path has no spaces to wrap at: a zero-width space after each part gives it some.
        place = str(path).replace(os.sep, os.sep + "\u200b")
        self._context.tell(self._say.card_made, hint=self._say.card_place.format(place=place))

    def _show(self, head: RecordHead) -> None:
        say = self._say
        if self._made is not None:
            self._made.hide()
            self._made.deleteLater()
        words = Body("   ".join(head.words), name="record-head-words", selectable=True)
        words.setProperty("level", "2")
        covers = say.head_waiting.format(count=head.waiting) if head.waiting else say.head_all
        lines = f"{say.head_lines.format(lines=head.lines)} {covers}"

        def longer() -> QWidget:
            number = Body("\n".join(number_rows(head.hex)), name="record-head-hex", selectable=True)
            picture = RecordSquare(head.hex, name="record-head-square", accessible=say.square_spoken)
            return stack(number, Body(say.head_square, "small"), flow(picture), spacing=8)

        self._made = stack(
            words,
            Body(lines, "small", name="record-head-lines"),
            Covered(say.head_number, longer, name="record-head-long"),
        )
        self._place.addWidget(self._made)
        self.button.set_words(say.head_again)


class CompareCard(Card, StandsOnlyHere):
    """Words or a number from paper, looked for among everything this record ever was."""

    def __init__(self, context: PageContext) -> None:
        self._say = say = load_record_words(context.language).page
        super().__init__(say.compare_title, name="record-compare-card")
        self._context = context
        self.typed = TextLine(name="record-compare-typed")
        self.typed.returnPressed.connect(self.compare)
        self.field = LabelledField(say.compare_field, self.typed, why=say.compare_why)
        self.answer = Body("", name="record-compare-answer")
        self.more = Body("", "muted", name="record-compare-more")
        for body in (self.answer, self.more):
            body.hide()
            self.typed.textChanged.connect(body.hide)
        self.typed.textChanged.connect(self.field.clear_error)
        button = SecondaryButton(say.compare, name="record-compare", clicked=self.compare)
        self.add(self.field, flow(button), self.answer, self.more)

    def hand_on(self) -> Any:
        """Words from her card, and what was said about them; it is in no draft."""
        said = ("" if body.isHidden() else body.text() for body in (self.answer, self.more))
        return (self.typed.text(), *said) if self.typed.text() else None

    def take_on(self, shown: Any) -> None:
        """The same."""
        typed, answer, more = shown
        self.typed.setText(typed)
        self._say_found(answer, more)

    def compare(self) -> None:
        """Ask the worker."""
        typed = self.typed.text()
        work = functools.partial(record_store.find_head, untrusted_text=typed)
        done = functools.partial(self._compared, typed)
        self._context.background.run(self, work, done, self._context.questions.tell_error)

    def _compared(self, typed: str, found: FoundHead) -> None:
        if self.typed.text() != typed:
            # Other words stand there by now, and this says nothing about them.
            return
        say = self._say
        if not found.readable:
            strange = ", ".join(word[:_LONGEST_WORD] for word in found.unknown)
            self.field.show_error(say.compare_unknown.format(words=strange) if strange else say.compare_unreadable)
            return
        text, more = say.compare_empty.format(now=found.lines_now), ""
        if found.rolled_back:
            text, more = say.compare_missing, say.compare_or.format(now=found.lines_now)
        elif found.newest:
            same = found.lines == found.lines_now
            moment = moment_in_words(found.newest, self._context.clock, self._context.language)
            text = (say.compare_same if same else say.compare_found).format(
                moment=moment, then=found.lines, now=found.lines_now
            )
            more = say.compare_limit
        self._say_found(text, more)

    def _say_found(self, text: str, more: str) -> None:
        for body, words in ((self.answer, text), (self.more, more)):
            body.setText(words)
            body.setVisible(bool(words))
