"""Words for the rows and headings of the list, and for what she narrowed it down by.

May touch: nothing. Must never put a full name into a row unless she set that names are shown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QObject

from safeplan.records.entry_lines import EntryLine
from safeplan.records.search import Result
from safeplan.records.timeline import Month
from ui.widgets.incident_words import first_words, kind_words, when_words
from ui.widgets.look_back_rows import Group, Row
from ui.widgets.said_dates import source_day


class RowWords(QObject):
    """Made once for a language and the people known; `names` are as they may be shown."""

    # An object of Qt because only tr() carries counted words into the catalogues.

    def __init__(self, language: str, names: Mapping[str, str]) -> None:
        super().__init__()
        self._language = language
        self._names = names
        self._kinds = kind_words()
        self._fields = _field_words()

    def entry(self, line: EntryLine) -> Row:
        """A row of the list in time."""
        if line.removed:
            return self._removed(line)
        words = first_words(line.beginning) or _no_words(line)
        return self._row(line, words, (), self._people(line.people))

    def result(self, result: Result) -> Row:
        """A row that was found: the piece in which the words stand, and who was meant."""
        line = result.line
        if line.removed:
            return self._removed(line)
        meant = self._people(result.people or line.people)
        if not result.places:
            return self._row(line, first_words(line.beginning) or _no_words(line), (), meant)
        place = result.places[0]
        before = "" if place.field == "text" else self._fields.get(place.field, self._fields[""]) + " "
        before += "… " if place.cut_before else ""
        # Letter for letter, so that the marks stay where they are.
        piece = "".join(" " if letter.isspace() else letter for letter in place.text)
        shift = len(before)
        words = before + piece + (" …" if place.cut_after else "")
        return self._row(line, words, tuple((start + shift, end + shift) for start, end in place.marks), meant)

    def _row(self, line: EntryLine, words: str, marks: tuple[tuple[int, int], ...], people: str) -> Row:
        when = when_words(line.happened, self._language)
        numbered = QCoreApplication.translate("LookBack", "{number}. {when}")
        parts = [numbered.format(number=line.number, when=when)]
        if line.files:
            parts.append(self.tr("%n file(s)", "", line.files))
        if people:
            parts.append(people)
        parts += [self._kinds[kind] for kind in line.kinds if kind in self._kinds]
        if line.amended:
            parts.append(QCoreApplication.translate("LookBack", "changed later"))
        small = "  ·  ".join(parts)
        return Row(line.id, line.number, small, words, marks, ", ".join([parts[0], words, *parts[1:]]))

    def _removed(self, line: EntryLine) -> Row:
        words = QCoreApplication.translate("LookBack", "Removed. Its number stays.")
        small = f"{line.number}."
        return Row(line.id, line.number, small, words, (), f"{small} {words}", removed=True)

    def months(self, months: Sequence[Month]) -> tuple[Group, ...]:
        """One heading a month; entries whose day nobody knows come last."""
        return tuple(
            Group(
                one.month,
                month_words(one.month, self._language),
                self.tr("%n entries", "", one.entries),
                one.entries,
            )
            for one in months
        )

    def _people(self, ids: Sequence[str]) -> str:
        return ", ".join(self._names[one] for one in ids if one in self._names)


def month_words(month: str, language: str) -> str:
    """ "March 2026", or that there is no day."""
    if not month:
        return QCoreApplication.translate("LookBack", "Day not given")
    words = source_day(month, language)
    # Russian writes months small, but a heading begins with a capital.
    return words[:1].upper() + words[1:]


def _no_words(line: EntryLine) -> str:
    if line.files:
        return QCoreApplication.translate("LookBack", "No words, only files.")
    return QCoreApplication.translate("LookBack", "The words stand further on in this entry.")


def _field_words() -> dict[str, str]:
    """Where in the entry the found words stand; "" for all other places."""
    return {
        "place": QCoreApplication.translate("LookBack", "Where:"),
        "happened": QCoreApplication.translate("LookBack", "When:"),
        "said": QCoreApplication.translate("LookBack", "What was said:"),
        "witnesses": QCoreApplication.translate("LookBack", "Who saw or heard it:"),
        "seen_by": QCoreApplication.translate("LookBack", "Who saw or heard it:"),
        "police": QCoreApplication.translate("LookBack", "Police:"),
        "police_calls": QCoreApplication.translate("LookBack", "Police:"),
        "medical": QCoreApplication.translate("LookBack", "Doctor:"),
        "care": QCoreApplication.translate("LookBack", "Doctor:"),
        "injuries": QCoreApplication.translate("LookBack", "Injuries:"),
        "file_name": QCoreApplication.translate("LookBack", "Name of a file:"),
        "file_note": QCoreApplication.translate("LookBack", "Note to a file:"),
        "transcript": QCoreApplication.translate("LookBack", "What is said in a recording:"),
        "later": QCoreApplication.translate("LookBack", "Written later:"),
        "": QCoreApplication.translate("LookBack", "Further on in this entry:"),
    }
