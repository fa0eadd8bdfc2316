"""One hand-over in the list: a line that unfolds what exactly left, how, until when, and what is new since.

May touch: its own widgets and the worker through the page's context. Must never hand over anything by itself: "again"
opens the page where that is chosen.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from safeplan.content.handing_form import HandingForm
from safeplan.handover.releases import Release
from safeplan.handover.selection import Selection
from ui import handed_work
from ui.handed_work import Details
from ui.page import PageContext
from ui.translation import LANGUAGES
from ui.widgets.buttons import SecondaryButton
from ui.widgets.card import Card
from ui.widgets.column import Column
from ui.widgets.file_words import breakable
from ui.widgets.flow import columns, flow
from ui.widgets.hand_over_choose import happened_in_words
from ui.widgets.inset import Inset
from ui.widgets.labels import Body, Heading
from ui.widgets.late_unfold import LateUnfold
from ui.widgets.said_dates import day_in_words, her_now, moment_in_words
from ui.widgets.stack import stack

# Longer lists end with the number of what is left out.
MOST_LINES = 30
SHORT_HASH = 16
_SIZE_FORM = QLocale.DataSizeFormat.DataSizeTraditionalFormat


class HandedCard(Card):
    """Closed it says when, to whom, what for and until when; what unfolds is read then."""

    def __init__(self, context: PageContext, words: HandingForm, release: Release, place: int) -> None:
        super().__init__(name=f"handed-{place}")
        self._context, self._words, self._release, self._place = context, words, release, place
        say = words.handed
        day = moment_in_words(release.made_at, context.clock, context.language).rpartition(",")[0]
        title = say.head.format(day=day, recipient=release.recipient or say.no_name)
        self.setAccessibleName(title)
        self._inside = Column()
        self._content: QWidget | None = None
        self.fold = LateUnfold(title, lambda: self._inside, name=f"handed-{place}-fold", inset=True)
        self.fold.unfolded.connect(self._load)
        self.add(self.fold)
        short = " · ".join(part for part in (release.purpose, self._until(), self._how_much()) if part)
        self.add(Body(short, "muted", name=f"handed-{place}-short"))
        if has_come(release.until, her_now(context.clock).date()):
            self.add(Inset(Body(say.came, "inset", name=f"handed-{place}-came"), name=f"handed-{place}-day"))

    def _until(self) -> str:
        say, until = self._words.one, self._release.until
        if not until:
            return ""
        day = _day(until, self._context.language)
        return say.until.format(day=day) if day else say.until_words.format(words=until)

    def _how_much(self) -> str:
        say, one = self._words.one, self._release
        parts = [say.entries.format(count=len(one.incidents))]
        if one.files:
            files = say.photos if one.form == "pdf" else say.files
            parts.append(files.format(count=len(one.files)))
        return ", ".join(parts)

    def _load(self, on: bool) -> None:  # noqa: FBT001
        if on:
            work = functools.partial(handed_work.load_details, release_id=self._release.id)
            self._context.background.run(self, work, self.show_details, self._context.questions.tell_error)

    def show_details(self, found: Details) -> None:
        """Everything about it, as it is now."""
        place, say = self._place, self._words.one
        one, choice = found.release, found.release.choice
        again = say.again_new if found.new else say.again_same
        if self._content is not None:
            self._content.hide()
            self._content.deleteLater()
        self._content = stack(
            _lines(self._about(one, choice), name=f"handed-{place}-about"),
            columns(
                stack(
                    Heading(say.entries.format(count=len(one.incidents)), 3),
                    _lines(self._entries(found), name=f"handed-{place}-entries"),
                    spacing=4,
                ),
                stack(
                    Heading(self._files_title(one), 3),
                    _lines(self._files(found), name=f"handed-{place}-files"),
                    spacing=4,
                ),
            ),
            stack(
                Heading(say.how_title, 3),
                _lines(self._how(one, choice), name=f"handed-{place}-how"),
                spacing=4,
            ),
            stack(
                Heading(say.check_title, 3),
                Body(say.check_why, "small"),
                _lines(
                    [say.bundle.format(bundle=one.bundle), say.hash.format(hash=one.bag_sha256[:SHORT_HASH])],
                    name=f"handed-{place}-numbers",
                ),
                spacing=4,
            ),
            stack(
                Heading(say.new_title, 3),
                _lines(self._new(found), name=f"handed-{place}-new"),
                flow(
                    SecondaryButton(
                        again,
                        name=f"handed-{place}-again",
                        icon="export",
                        clicked=lambda: self._context.go("hand_over", again=one.id),
                    )
                ),
                spacing=8,
            ),
            spacing=14,
        )
        self._inside.add(self._content)

    def _about(self, one: Release, choice: Selection | None) -> list[str]:
        say = self._words.one
        found = [say.made_at.format(moment=moment_in_words(one.made_at, self._context.clock, self._context.language))]
        if one.purpose:
            found.append(say.purpose.format(words=one.purpose))
        if one.until:
            found.append(self._until())
        if choice is not None and choice.case_number:
            found.append(say.case_number.format(words=choice.case_number))
        both = (one.language, choice.second_language if choice is not None else "")
        found.append(say.languages.format(languages=", ".join(LANGUAGES.get(code, code) for code in both if code)))
        found.append(str(getattr(say, one.form)).format(name=breakable(one.folder_name)))
        # The default locale is that of the interface's language.
        found.append(say.size.format(size=QLocale().formattedDataSize(one.size, 1, _SIZE_FORM)))
        return found

    def _entries(self, found: Details) -> list[str]:
        say, language = self._words.one, self._context.language
        rows = [
            say.entry.format(number=number, when=happened_in_words(happened, language))
            for number, happened in found.entries
        ]
        return _most(rows) + ([say.gone.format(count=found.entries_gone)] if found.entries_gone else [])

    def _files_title(self, one: Release) -> str:
        say = self._words.one
        if not one.with_files:
            return say.no_files
        return (say.photos if one.form == "pdf" else say.files).format(count=len(one.files))

    def _files(self, found: Details) -> list[str]:
        say = self._words.one
        rows = _most([breakable(name) for name in found.files])
        return rows + ([say.gone.format(count=found.files_gone)] if found.files_gone else [])

    def _how(self, one: Release, choice: Selection | None) -> list[str]:
        say = self._words.one
        if choice is None:
            return []
        counted = (
            (say.fields, len(choice.fields_left_out)),
            (say.marks, len(choice.marks)),
            (say.clean, len(set(choice.clean_copies) & set(one.files))),
            (say.private, len(set(choice.private_files) & set(one.files))),
        )
        return [
            say.names if choice.with_names else say.initials,
            *([say.notes] if choice.with_notes else []),
            *([say.contacts] if choice.contacts_sheet else []),
            *(words.format(count=count) for words, count in counted if count),
        ]

    def _new(self, found: Details) -> list[str]:
        say, new = self._words.one, found.new
        if not new:
            return [say.new_none]
        counted = (
            (say.new_added, new.added),
            (say.new_changed, new.changed),
            (say.new_orders, new.orders),
            (say.new_items, new.items),
        )
        return [words.format(count=len(ids)) for words, ids in counted if ids]


def has_come(until: str, today: date) -> bool:
    """Whether a day kept as ISO is today or past; words of hers are no day."""
    try:
        return date.fromisoformat(until) <= today
    except ValueError:
        return False


def _day(until: str, language: str) -> str:
    """The day in words, "" where she wrote words of her own."""
    try:
        return day_in_words(date.fromisoformat(until), language)
    except ValueError:
        return ""


def _most(rows: list[str]) -> list[str]:
    return rows if len(rows) <= MOST_LINES else [*rows[:MOST_LINES], f"… + {len(rows) - MOST_LINES}"]


def _lines(rows: Iterable[str], *, name: str) -> QWidget:
    words = "\n".join(rows)
    body = Body(words, name=name, selectable=True)
    body.setVisible(bool(words))
    return body
