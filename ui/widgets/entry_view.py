"""One writing of an entry, read from top to bottom; what was left empty is left out.

May touch: its own widgets. Must never show a name while names are covered.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from safeplan.records.incidents import Happened, IncidentForm
from safeplan.records.people import Person, shown_name
from ui.widgets.body_marks import NO_FILES, MarksView
from ui.widgets.file_words import breakable
from ui.widgets.flow import columns, flow
from ui.widgets.incident_said import said_parts
from ui.widgets.incident_shapes import guide_here
from ui.widgets.incident_words import children_words, kind_words
from ui.widgets.labels import Badge, Body
from ui.widgets.stack import stack
from ui.widgets.text_box import TextBox

# A label lays out all of its text at once; a text box only what is seen.
LONGEST_LABEL = 4000


class EntryView(QWidget):
    """`form` in plain order: the words, where, who, what, children, witnesses, harm, police, doctor, and
    after them every part that says something. `files`: numbers of the entry's files by id."""

    def __init__(
        self,
        form: IncidentForm,
        people: Sequence[Person],
        *,
        name: str,
        names_shown: bool,
        language: str,
        files: Mapping[str, int] = NO_FILES,
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        text = form.text or self.tr("No words, only files.")
        if not form.text and replace(form, happened=Happened()) != IncidentForm():
            # What she chose or marked stands below.
            pass
        elif len(text) > LONGEST_LABEL:
            column.addWidget(_long(text, name=f"{name}-text", accessible=self.tr("What happened")))
        else:
            column.addWidget(Body(breakable(text), "body" if form.text else "muted", name=f"{name}-text"))
        if form.kinds:
            words = kind_words()
            column.addWidget(
                stack(Body(kinds_label(), "small"), flow(*(Badge(words[kind], "plain") for kind in form.kinds)))
            )
        for part, label, value in said_fields(form, people, names_shown=names_shown, language=language):
            column.addWidget(said_line(label, value, name=f"{name}-{part}"))
        if form.marks:
            column.addWidget(MarksView(form.marks, guide_here(language), name=f"{name}-marks", files=files))


def said_fields(
    form: IncidentForm, people: Sequence[Person], *, names_shown: bool, language: str
) -> Iterator[tuple[str, str, str]]:
    """(part, label, words) for everything that says something, besides the first words, the kinds and the marks."""
    known = {person.id: shown_name(person, names_shown) for person in people}
    # Somebody taken off the list since then still counts, without a name.
    gone = QCoreApplication.translate("EntryView", "somebody no longer on your list")
    there = [known.get(id_, gone) for id_ in form.people]
    said = [
        ("place", QCoreApplication.translate("EntryView", "Where"), form.place),
        ("who", QCoreApplication.translate("EntryView", "Who was there"), ", ".join(there)),
        (
            "children",
            QCoreApplication.translate("EntryView", "Children"),
            children_words().get(form.children_present, ""),
        ),
        ("witnesses", QCoreApplication.translate("EntryView", "Who saw or heard it"), form.witnesses),
        ("injuries", QCoreApplication.translate("EntryView", "What it did to you"), form.injuries),
        ("police", QCoreApplication.translate("EntryView", "Police"), form.police),
        ("medical", QCoreApplication.translate("EntryView", "Doctor, ambulance"), form.medical),
    ]
    yield from (one for one in said if one[2])
    for part, label, value in said_parts(form, known, gone, language):
        yield f"part-{part}", label, value


def kinds_label() -> str:
    """What stands above the kinds of harm."""
    return QCoreApplication.translate("EntryView", "What it was")


class Clocks(QFrame):
    """When it happened, when it was written, when it was changed: three times that must not be mixed up."""

    def __init__(self, happened: str, written: str, changed: str, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("part", "inset")
        inside = QVBoxLayout(self)
        inside.setContentsMargins(14, 10, 14, 10)
        inside.addWidget(
            columns(
                said_line(self.tr("Happened"), happened, name=f"{name}-happened"),
                said_line(self.tr("Written"), written, name=f"{name}-written"),
                said_line(self.tr("Changed"), changed or self.tr("Not changed"), name=f"{name}-changed"),
                narrowest=200,
            )
        )


def said_line(label: str, value: str, *, name: str) -> QWidget:
    """A small label with what it stands for below it; the value is found under `name`."""
    said = (
        _long(value, name=name, accessible=label) if len(value) > LONGEST_LABEL else Body(breakable(value), name=name)
    )
    return stack(Body(label, "small", name=f"{name}-label"), said, spacing=2)


def _long(text: str, *, name: str, accessible: str) -> TextBox:
    box = TextBox(name=name, accessible=accessible, lines=12)
    box.set_text(text)
    box.setReadOnly(True)
    return box
