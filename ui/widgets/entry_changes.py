"""What a change to an entry changed, part by part: old and new in one flow, and in words for a screen reader.

May touch: its own widgets. Must never leave a change out, show an id in place of a name, or a name that is covered.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from safeplan.content.record_words import ChangeWords, load_record_words
from safeplan.handover.entry_parts import mark_lines
from safeplan.records.incident_changes import changes, differences
from safeplan.records.incident_form import IncidentForm
from safeplan.records.people import Person
from ui.widgets.entry_view import kinds_label, said_fields
from ui.widgets.entry_words import ChangedWords
from ui.widgets.incident_shapes import guide_here
from ui.widgets.incident_words import kind_words, when_words
from ui.widgets.labels import Body
from ui.widgets.late_unfold import LateUnfold
from ui.widgets.stack import stack


@dataclass(frozen=True)
class Reading:
    """How an entry is read: her people, whether their names may be seen, her language."""

    people: Sequence[Person]
    names_shown: bool
    language: str


@dataclass(frozen=True)
class ChangedPart:
    """One part as it was and as it is, in words; both empty for something that words do not show."""

    part: str
    label: str
    before: str
    after: str


def changed_parts(before: IncidentForm, after: IncidentForm, reading: Reading) -> tuple[ChangedPart, ...]:
    """Every part that differs, in the order an entry is read."""
    say = load_record_words(reading.language).changes
    old, new = dict(_read(before, reading, say)), dict(_read(after, reading, say))
    # A part that is only in one of them keeps its place among the others.
    order = list(new) + [part for part in old if part not in new]
    found = []
    for part in order:
        label, text = new.get(part, ("", ""))
        was = old.get(part, (label, ""))
        if was[1] != text:
            found.append(ChangedPart(part, label or was[0], was[1], text))
    for field in dict.fromkeys(one.field for one in changes(before, after)):
        half = replace(before, **{field: getattr(after, field)})
        if dict(_read(half, reading, say)) == old:
            label = say.marks if field == "marks" else say.other
            found.append(ChangedPart(f"unseen-{field}", label, "", ""))
    return tuple(found)


def changes_fold(before: IncidentForm, after: IncidentForm, reading: Reading, *, name: str) -> LateUnfold:
    """A line that unfolds what was changed between two versions."""
    say = load_record_words(reading.language).changes

    def build() -> QWidget:
        rows = [_row(one, say, name=f"{name}-{one.part}") for one in changed_parts(before, after, reading)]
        return stack(Body(say.key, "small", name=f"{name}-key"), *rows, spacing=12, name=f"{name}-rows")

    return LateUnfold(say.title, build, name=name)


def _row(one: ChangedPart, say: ChangeWords, *, name: str) -> QWidget:
    label = Body(one.label, "small", name=f"{name}-label")
    if not (one.before or one.after):
        return label
    words = ChangedWords(differences(one.before, one.after), say, name=name)
    words.setAccessibleName(f"{one.label}: {words.text()}")
    return stack(label, words, spacing=2)


def _read(form: IncidentForm, reading: Reading, say: ChangeWords) -> Iterator[tuple[str, tuple[str, str]]]:
    happened = QCoreApplication.translate("Clocks", "Happened")
    yield "happened", (happened, when_words(form.happened, reading.language))
    if form.text:
        yield "text", (QCoreApplication.translate("EntryView", "What happened"), form.text)
    if form.kinds:
        words = kind_words()
        yield "kinds", (kinds_label(), ", ".join(words[kind] for kind in form.kinds))
    said = said_fields(form, reading.people, names_shown=reading.names_shown, language=reading.language)
    yield from ((part, (label, text)) for part, label, text in said)
    if form.marks:
        lines = mark_lines(form.marks, guide_here(reading.language), {}, str)
        yield "marks", (say.marks, "\n".join(lines))
