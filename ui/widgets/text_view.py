"""A kept text file to read, covered until she presses Show: letters only, one part at a time.

May touch: the parts that the worker made of it. Must never draw markup, never let anything be written into it, and
never lay out more than one part at once.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit

from safeplan.content.file_words import FileWords
from safeplan.errors import Cancelled, SafePlanError
from safeplan.records.attachments import AttachmentInfo
from safeplan.records.readable import Readable
from ui.background import Job
from ui.error_texts import error_text
from ui.theme import current
from ui.widgets.beside import beside
from ui.widgets.buttons import QuietButton, SecondaryButton
from ui.widgets.card import Card
from ui.widgets.flow import flow
from ui.widgets.labels import Body
from ui.widgets.text_box import TextBox

MARKUP = "text/html"


class ReadText(Protocol):
    """Brings the file as text from the worker; `markup`: without its tags."""

    def __call__(  # noqa: D102
        self, *, markup: bool, done: Callable[[Readable], None], failed: Callable[[SafePlanError], None]
    ) -> Job: ...


class TextView(TextBox):
    """Text to read and to select; it takes nothing."""

    def __init__(self, *, name: str, accessible: str) -> None:
        super().__init__(name=name, accessible=accessible, lines=12)
        self.setReadOnly(True)
        flags = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(flags)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Moving and selecting; a box to write in would make a new line of Enter."""
        QPlainTextEdit.keyPressEvent(self, event)

    def insertFromMimeData(self, _source: QMimeData) -> None:
        """Nothing is pasted or dropped here."""

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Nothing is written here."""
        event.ignore()


class TextCard(Card):
    """`read` is called at Show; covering it again takes the text out of memory."""

    def __init__(self, info: AttachmentInfo, words: FileWords, read: ReadText) -> None:
        super().__init__(name="file-text")
        self._info, self._read = info, read
        self._say = words.file
        self._parts: tuple[str, ...] = ()
        self._part = 0
        self._markup = info.kind == MARKUP
        self._asked = 0
        self._job: Job | None = None
        self._tall = current().px(360)
        self.view: TextView | None = None
        covered = QCoreApplication.translate("PictureCard", "Covered. It is shown only when you press Show.")
        self.covered = Body(covered, "muted", name="file-covered")
        self.show_button = SecondaryButton(words.page.show, name="file-show", icon="eye", clicked=self.uncover)
        self.about = Body("", "muted", name="file-text-about")
        self.part_words = Body("", "muted", name="file-text-part")
        self.before = SecondaryButton(
            self._say.text_before, name="file-text-before", icon="arrow-left", clicked=partial(self.turn, -1)
        )
        self.next = SecondaryButton(
            self._say.text_next, name="file-text-next", icon="arrow-right", clicked=partial(self.turn, 1)
        )
        self.paging = beside(self.part_words, flow(self.before, self.next), words_need=120)
        self.source = SecondaryButton(self._say.text_source, name="file-text-source", clicked=self._other_way)
        self.cover_button = QuietButton(words.page.cover, name="file-cover", clicked=self.cover)
        self.bar = flow(self.source, self.cover_button)
        self.error = Body("", "error", name="file-text-error")
        self.add(self.covered, flow(self.show_button), self.about, self.paging, self.bar, self.error)
        self.cover()

    def set_height(self, pixels: int) -> None:
        """How tall the text may be."""
        self._tall = max(current().px(160), pixels - current().px(50))
        if self.view is not None:
            self.view.setFixedHeight(self._tall)

    def uncover(self) -> None:
        """Read the file, then show its first part."""
        self.error.hide()
        self.show_button.setEnabled(False)
        self._asked += 1
        came = partial(self._came, self._asked)
        self._job = self._read(markup=self._markup, done=came, failed=self._failed)

    def cover(self) -> None:
        """Nothing of it stays on the screen or in memory."""
        self._asked += 1
        if self._job is not None:
            self._job.cancel()
        self._job = None
        self._parts, self._part = (), 0
        if self.view is not None:
            self.view.hide()
            self.view.deleteLater()
            self.view = None
        for part in (self.about, self.paging, self.bar, self.error):
            part.hide()
        self.covered.show()
        self.show_button.show()
        self.show_button.setEnabled(True)

    def turn(self, by: int) -> None:
        """The next part, or the one before."""
        if 0 <= self._part + by < len(self._parts):
            self._part += by
            self._show_part()

    def _came(self, asked: int, text: Readable) -> None:
        if asked != self._asked:
            return
        self._parts, self._part = text.parts, 0
        if self.view is None:
            self.view = TextView(name="file-text-view", accessible=self._say.text_view)
            self.view.setFixedHeight(self._tall)
            self.body.insertWidget(0, self.view)
        self.covered.hide()
        self.show_button.hide()
        hidden = any("[U+" in part for part in text.parts)
        known = (
            (text.cut, self._say.text_cut),
            (text.guessed, self._say.text_guessed),
            (self._markup, self._say.text_markup),
            (hidden, self._say.text_hidden),
        )
        said = " ".join(sentence for holds, sentence in known if holds)
        self.about.setText(said)
        self.about.setVisible(bool(said))
        self.source.setVisible(self._info.kind == MARKUP)
        self.source.set_words(self._say.text_source if self._markup else self._say.text_words)
        self.bar.show()
        self._show_part()

    def _show_part(self) -> None:
        assert self.view is not None
        self.view.set_text(self._parts[self._part])
        many = len(self._parts) > 1
        self.paging.setVisible(many)
        number = self._say.text_part.format(number=self._part + 1, count=len(self._parts))
        self.part_words.setText(number if many else "")
        for button, usable in ((self.before, self._part > 0), (self.next, self._part + 1 < len(self._parts))):
            # Focus would fall on "Cover again", and the next key press with it.
            if button.hasFocus() and not usable:
                self.view.setFocus()
            button.setEnabled(usable)

    def _other_way(self) -> None:
        self._markup = not self._markup
        self.uncover()

    def _failed(self, error: SafePlanError) -> None:
        if isinstance(error, Cancelled):
            return
        self.cover()
        words = error_text(error)
        self.error.setText(f"{words.sentence} {words.hint}".strip() if words else "")
        self.error.setVisible(words is not None)
