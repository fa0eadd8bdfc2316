"""On paper: the plan, the page for a bad moment or a folded card, as one PDF file that she prints elsewhere.

May touch: the worker, the viewer for the picture, and the one folder she chooses. Must never print, never write
before a folder was chosen, and never put on paper what was not ticked.
"""

from __future__ import annotations

import functools
import os
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer

from safeplan.errors import NothingChosen, SafePlanError
from safeplan.handover.paper_file import LONGEST_NAME, USUAL_NAME, file_name
from ui import paper_work
from ui.keep_once import back_to
from ui.page import Page, PageContext
from ui.paper_work import MadePaper, PaperChoice, PaperView, Written
from ui.widgets.buttons import PrimaryButton
from ui.widgets.card import Card, EmptyState
from ui.widgets.fields import LabelledField, TextLine
from ui.widgets.flow import flow
from ui.widgets.labels import Body
from ui.widgets.missing_line import MissingLine
from ui.widgets.paper_look import PaperKindCard, PaperLookCard, risks
from ui.widgets.paper_parts import PaperPartsCard
from ui.widgets.paper_preview import PaperPreviewCard
from ui.widgets.scroll_page import ScrollPage

# While she types, the paper is made anew only when she pauses.
PAUSE_MS = 300


class PaperPage(Page):
    """What, how, which lines, its picture, the file; nothing below the first choice before it is made."""

    name = "paper"
    # What is ticked is only carried over into another language or size: nothing about paper is remembered.
    keeps_drafts = False

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._view = PaperView()
        self._asked = 0
        self.sheet = ScrollPage(name="paper-scroll")
        self.layout_.addWidget(self.sheet)
        self.none = Card(name="paper-none")
        self.none.add(
            EmptyState(
                self.tr("Nothing is kept yet that could stand on paper"),
                self.tr("Paper is made from what you keep here: your steps, your people, your code word."),
                self.tr("A card that looks like a shopping list, with three numbers and a friend's name."),
                name="paper-empty",
                icon="printer",
                action=self.tr("Begin to keep something"),
                clicked=lambda: context.keep_first(self._show_again),
            )
        )
        self.kind = PaperKindCard()
        self.look = PaperLookCard(getattr(context.settings, "export_language", "") or context.language)
        self.parts = PaperPartsCard()
        self.preview = PaperPreviewCard(context.viewer)
        self.file = self._make_file()
        self.sheet.add(self.none, self.kind, self.look, self.parts, self.preview, self.file)
        self._soon = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._soon.timeout.connect(self.make)
        self.kind.changed.connect(self._kind_chosen)
        self.look.changed.connect(self._look_changed)
        self.look.language_changed.connect(self._load)
        self.parts.changed.connect(self._soon.start)
        self.parts.names_changed.connect(self._load)
        context.background.changed.connect(self._changed_elsewhere)
        self._show_cards()

    def title(self) -> str:
        """The heading."""
        return self.tr("On paper")

    def arrive(self, **_arguments: Any) -> None:
        """Ask what there is; `kind` chooses at once."""
        wanted = str(_arguments.get("kind", ""))
        if wanted in paper_work.KINDS:
            self.kind.set_kind(wanted)
        self._kind_chosen()

    def _show_again(self) -> None:
        # Built anew while she chose a passphrase, this page is gone: only the context outlives it.
        back_to(self.context, self.name)

    def collect_draft(self) -> dict[str, str]:
        """The choices, only to carry them over when the page is built anew."""
        if not self.kind.kind():
            return {}
        return {
            "kind": self.kind.kind(),
            "language": self.look.language.one(),
            "style": self.look.style_id(),
            "heading": self.look.heading.text(),
            "file": self.name_field.text(),
            **self.parts.collect(),
        }

    def restore_draft(self, fields: dict[str, str]) -> None:
        """Put the choices back."""
        if fields.get("kind") in paper_work.KINDS:
            self.kind.set_kind(fields["kind"])
            self.look.restore(fields.get("language", ""), fields.get("style", ""), fields.get("heading", ""))
            self.name_field.setText(fields.get("file", USUAL_NAME))
            self.parts.restore(fields)
            self._kind_chosen()

    def show_view(self, view: PaperView) -> None:
        """Offer what there is and make the paper."""
        self._view = view
        self.parts.show_view(view)
        self.make()

    # ── making ──────────────────────────────────────────────────────────────────────────────────────────────────
    def make(self) -> None:
        """Make the paper from the present choices and show it."""
        self._soon.stop()
        if not self.kind.kind() or not self.context.has_store():
            return
        self._asked += 1
        choice = self._choice()
        if paper_work.is_empty(choice, self._view):
            self.preview.show_nothing()
            return
        self.nothing.hide()
        lines, asked = self.parts.lines(), self._asked
        titles = {one.line.part: self.parts.part_title(one.line.part) for one in lines}

        def made(paper: MadePaper) -> None:
            # Only the newest choice counts.
            if asked == self._asked:
                self.preview.show_paper(paper, choice.kind, lines, titles)

        def failed(error: SafePlanError) -> None:
            if asked != self._asked:
                return
            self.preview.show_nothing()
            if not isinstance(error, NothingChosen):
                self.context.questions.tell_error(error)

        self.context.background.run(self, functools.partial(paper_work.make_paper, choice=choice), made, failed)

    def choose_folder(self) -> None:
        """Something must be on it, and the name must be a name, before a folder is asked for."""
        self.nothing.hide()
        self.name_label.clear_error()
        if paper_work.is_empty(self._choice(), self._view):
            self.nothing.say()
            return
        if not file_name(self.name_field.text()):
            self.name_label.show_error(
                self.tr("This cannot be the name of a file. Letters, digits, spaces and dashes are fine.")
            )
            return
        self.context.picker.pick_folder(self.write)

    def write(self, folder: Path) -> None:
        """Write the file into `folder`, in the worker."""
        work = functools.partial(
            paper_work.write_paper, choice=self._choice(), folder=folder, name=file_name(self.name_field.text())
        )
        self.context.background.run(self, work, self._written, self.context.questions.tell_error)

    # ── parts ───────────────────────────────────────────────────────────────────────────────────────────────────
    def _make_file(self) -> Card:
        card = Card(self.tr("Make the file"), name="paper-file-card")
        self.name_field = TextLine(name="paper-file-name", text=USUAL_NAME)
        self.name_field.setMaxLength(LONGEST_NAME + 4)
        self.name_field.setMaximumWidth(420)
        self.name_label = LabelledField(
            self.tr("Name of the file"),
            self.name_field,
            why=self.tr("Something ordinary. It can be read by anyone who sees the folder."),
        )
        none_yet = self.tr("Nothing is chosen yet. Tick at least one line.")
        self.nothing = MissingLine(none_yet, name="paper-none-yet")
        self.name_field.textChanged.connect(self.name_label.clear_error)
        button = PrimaryButton(
            self.tr("Choose a folder and write the file"),
            name="paper-write",
            icon="folder-open",
            clicked=self.choose_folder,
        )
        card.add(*(Body(f"–  {line}") for line in risks()))
        card.add(
            Body(
                self.tr(
                    "This program does not print: printing leaves copies on this computer and opens connections. Take"
                    " the file on a stick to a place you trust: a friend, a library, a centre. Delete it there"
                    " afterwards, from the bin too."
                )
            ),
            Body(
                self.tr(
                    "Your paper is yours: it is not noted under “Hand over”, and this program does not remember that"
                    " it was made."
                ),
                "muted",
            ),
            self.name_label,
            flow(button),
            self.nothing,
        )
        return card

    def _kind_chosen(self) -> None:
        self._show_cards()
        if self.context.has_store() and self.kind.kind():
            self._load()

    def _show_cards(self) -> None:
        kept, kind = self.context.has_store(), self.kind.kind()
        self.none.setVisible(not kept)
        self.kind.setVisible(kept)
        for card in (self.look, self.parts, self.preview, self.file):
            card.setVisible(kept and bool(kind))
        self.look.show_for(kind)
        self.parts.show_for(kind, self.look.style_id())

    def _look_changed(self) -> None:
        self.parts.show_for(self.kind.kind(), self.look.style_id())
        self._soon.start()

    def _load(self) -> None:
        if not self.context.has_store() or not self.kind.kind():
            return
        work = functools.partial(
            paper_work.load_view,
            region=getattr(self.context.settings, "region", "kz"),
            language=self.look.language.one(),
            spoken=self.context.language,
            names=self.parts.names.is_checked(),
            keys=self.context.room.pack_keys,
        )
        self.context.background.run(self, work, self.show_view, self.context.questions.tell_error)

    def _choice(self) -> PaperChoice:
        kind = self.kind.kind()
        return PaperChoice(
            kind=kind,
            language=self.look.language.one(),
            style=self.look.style_id(),
            title=self.look.title(),
            lines=tuple(one.line for one in self.parts.lines()),
            states=self.parts.chosen_states() if kind == "plan" else (),
            names=self.parts.names.is_checked(),
        )

    def _changed_elsewhere(self, _kinds: frozenset[str]) -> None:
        if self.isVisible():
            self._load()

    def _written(self, written: Written) -> None:
        # A path has no spaces to wrap at: a zero-width space after each part gives it some.
        place = str(written.path).replace(os.sep, os.sep + "\u200b")
        where = self.tr("It lies here: {place}").format(place=place)
        if written.left_out:
            self.context.tell(
                self.tr("The file is written. Lines that had no room on it: {count}.").format(count=written.left_out),
                tone="warm",
                hint=where,
            )
        else:
            self.context.tell(self.tr("The file is written."), hint=where)
