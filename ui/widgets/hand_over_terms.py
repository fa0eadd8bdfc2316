"""For whom a copy is made: language of the paper, files and names, and what stands on the first page.

May touch: its own widgets. Must never fill in a name, a number or a purpose.
"""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal

from safeplan.handover.selection import Selection
from ui.translation import LANGUAGES
from ui.widgets.card import Card, Unfold
from ui.widgets.choices import Choice
from ui.widgets.fields import LabelledField, TextLine, TickBox
from ui.widgets.labels import Heading
from ui.widgets.stack import stack

_TYPED = ("recipient", "purpose", "until", "author", "case_number")


class TermsCard(Card):
    """`changed` after each change."""

    changed = Signal()

    def __init__(self, language: str) -> None:
        super().__init__(name="hand-over-terms")
        title = self.tr("For whom")
        self.setAccessibleName(title)
        self.language = Choice(
            list(LANGUAGES.items()),
            name="hand-over-language",
            several=False,
            chosen=[language],
            may_be_none=False,
        )
        self.language.changed.connect(self.changed)
        self.files = TickBox(
            self.tr("With the files, unchanged"),
            name="hand-over-files",
            checked=True,
            why=self.tr("Photos and recordings carry their own date and sometimes their place."),
        )
        self.names = TickBox(
            self.tr("With full names of people"),
            name="hand-over-names",
            why=self.tr(
                "Otherwise nicknames or first letters. Names you wrote inside the text stay as you wrote them."
            ),
        )
        self.lines = {name: TextLine(name=f"hand-over-{name}") for name in _TYPED}
        for line in self.lines.values():
            line.textChanged.connect(self.changed)
        self.private = TickBox(
            self.tr("Also the files marked private"),
            name="hand-over-private",
            why=self.tr("They leave as they are. The report lists them by number only."),
        )
        self.private.hide()
        self._asked_about: tuple[str, ...] = ()
        for box in (self.files, self.private, self.names):
            box.toggled.connect(self.changed)
        self.add(
            Heading(title, 2),
            LabelledField(self.tr("Who gets it"), self.lines["recipient"], why=self.tr("Shown on the first page.")),
            LabelledField(
                self.tr("Language of the report"),
                self.language,
                why=self.tr("Your own words stay in the language you wrote them in."),
            ),
            self.files,
            self.private,
            self.names,
            Unfold(
                self.tr("Purpose, your name, case number"),
                stack(
                    LabelledField(
                        self.tr("What it is for"),
                        self.lines["purpose"],
                        why=self.tr("For example: a complaint, a court hearing, a talk with a lawyer."),
                    ),
                    LabelledField(self.tr("Until when it may be kept"), self.lines["until"]),
                    LabelledField(
                        self.tr("Your name"),
                        self.lines["author"],
                        why=self.tr("Left empty, there is a line to write it by hand, or not at all."),
                    ),
                    LabelledField(self.tr("Case number"), self.lines["case_number"]),
                ),
                name="hand-over-terms-more",
                why=self.tr("All of it can stay empty."),
            ),
        )

    def selection(self, ids: tuple[str, ...], private: tuple[str, ...] = ()) -> Selection:
        """What was chosen and typed, with these entries. `private` are their private files: asked about, if any."""
        if private != self._asked_about:
            # A tick for one private file is none for another.
            self._asked_about = private
            with QSignalBlocker(self.private):
                self.private.set_checked(False)
        self.private.setVisible(bool(private) and self.files.is_checked())
        return Selection(
            incident_ids=ids,
            language=self.language.one(),
            with_attachments=self.files.is_checked(),
            with_names=self.names.is_checked(),
            private_files=private if self.files.is_checked() and self.private.is_checked() else (),
            **{name: line.text().strip() for name, line in self.lines.items()},
        )

    def collect(self) -> dict[str, str]:
        """Everything typed, for a draft."""
        return {name: line.text() for name, line in self.lines.items() if line.text()}

    def restore(self, fields: dict[str, str]) -> None:
        """Put typed words back."""
        for name, line in self.lines.items():
            if fields.get(name) and not line.text():
                line.setText(fields[name])
