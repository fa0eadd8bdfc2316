"""What can be written about a person, by role: the words of each field, and why it helps.

May touch: its own widgets. Must never ask for more than a name at first: the rest is folded and may stay empty.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.widgets.card import Unfold
from ui.widgets.fields import LabelledField, TextLine
from ui.widgets.stack import stack
from ui.widgets.text_box import TextBox

Typed = Callable[[str, str], None]


@dataclass(frozen=True)
class Asked:
    """One field of safeplan.records.people.PersonForm, in the words of the role."""

    field: str
    label: str
    why: str = ""
    lines: int = 1


@dataclass(frozen=True)
class Group:
    """Fields that unfold together. `why` says what they are good for."""

    id: str
    title: str
    why: str
    asked: tuple[Asked, ...]


def nickname() -> Asked:
    """What the lists show."""
    return Asked(
        "nickname",
        QCoreApplication.translate("PersonFields", "What to show instead of the name"),
        QCoreApplication.translate("PersonFields", "Left empty, only the first letters of the name are shown."),
    )


def reach(role: str) -> tuple[Asked, ...]:
    """Name and contact; they stay covered until Show is pressed."""
    contact = {
        "harms": QCoreApplication.translate("PersonFields", "Numbers, addresses and accounts this person uses"),
        "child": QCoreApplication.translate("PersonFields", "The child's phone or account"),
    }.get(role, QCoreApplication.translate("PersonFields", "Phone, address or account"))
    return Asked("name", QCoreApplication.translate("PersonFields", "Name")), Asked("contact", contact)


def reach_title(role: str) -> str:
    """What stands over the covered fields."""
    if role == "harms":
        return QCoreApplication.translate("PersonFields", "Name, numbers and addresses")
    return QCoreApplication.translate("PersonFields", "Name and how to reach this person")


def safe_contact(role: str) -> Asked | None:
    """How and when it is safe; nothing is asked about someone who harms."""
    if role == "harms":
        return None
    if role in ("official", "service"):
        return Asked(
            "safe_contact",
            QCoreApplication.translate("PersonFields", "When and how may they reach you safely"),
            QCoreApplication.translate(
                "PersonFields", "For example: only this number, only before noon, no letters to the home address."
            ),
            2,
        )
    return Asked(
        "safe_contact",
        QCoreApplication.translate("PersonFields", "When and how is it safe to be in touch"),
        QCoreApplication.translate(
            "PersonFields", "For example: only by message, weekdays before noon, never to the home number."
        ),
        2,
    )


def groups(role: str) -> tuple[Group, ...]:
    """What unfolds for this role, what belongs to the role first."""
    own = {"child": _child, "harms": _harms, "official": _official, "service": _service}.get(role)
    return (*((own(),) if own else ()), _known(role), _notes(role))


def _child() -> Group:
    return Group(
        "child",
        QCoreApplication.translate("PersonFields", "Age, school, who may collect the child"),
        QCoreApplication.translate(
            "PersonFields", "Whoever helps then knows where the child is and with whom the child may go."
        ),
        (
            Asked("age", QCoreApplication.translate("PersonFields", "Age")),
            Asked("school", QCoreApplication.translate("PersonFields", "School or kindergarten")),
            Asked(
                "collects",
                QCoreApplication.translate("PersonFields", "Who may collect the child, and who must not"),
                QCoreApplication.translate(
                    "PersonFields",
                    "For example: grandmother and Dana; not the uncle. The school can only keep to it if it knows.",
                ),
                3,
            ),
        ),
    )


def _harms() -> Group:
    return Group(
        "harms",
        QCoreApplication.translate("PersonFields", "What this person uses, places, who helps them"),
        QCoreApplication.translate(
            "PersonFields", "Helps to plan ways and times, and to tell others whom to look out for."
        ),
        (
            Asked(
                "uses",
                QCoreApplication.translate("PersonFields", "What this person uses"),
                QCoreApplication.translate(
                    "PersonFields", "For example a car and its number, your old phone, keys, a shared account."
                ),
            ),
            Asked(
                "places",
                QCoreApplication.translate("PersonFields", "Places"),
                QCoreApplication.translate(
                    "PersonFields", "For example where this person lives and works, and where they wait."
                ),
            ),
            Asked(
                "helped_by",
                QCoreApplication.translate("PersonFields", "Who helps this person"),
                QCoreApplication.translate(
                    "PersonFields", "For example a relative who asks where you are, a neighbour who passes things on."
                ),
                3,
            ),
        ),
    )


def _official() -> Group:
    return Group(
        "official",
        QCoreApplication.translate("PersonFields", "Office, number of the statement"),
        QCoreApplication.translate("PersonFields", "With the number others can find your papers again."),
        (
            Asked("office", QCoreApplication.translate("PersonFields", "Office, address, room")),
            Asked("statement_number", QCoreApplication.translate("PersonFields", "Number of the statement or case")),
        ),
    )


def _service() -> Group:
    return Group(
        "service",
        QCoreApplication.translate("PersonFields", "Place and hours"),
        QCoreApplication.translate("PersonFields", "Then nothing has to be looked up in a hurry."),
        (
            Asked(
                "office", QCoreApplication.translate("PersonFields", "Where it is and when someone is there"), "", 2
            ),
        ),
    )


def _known(role: str) -> Group:
    about_me = QCoreApplication.translate(
        "PersonFields", "For example your workplace, the school, which bus you take."
    )
    return Group(
        "known",
        QCoreApplication.translate("PersonFields", "What this person may know"),
        QCoreApplication.translate(
            "PersonFields", "And what must not be told: nothing is then passed on by mistake."
        ),
        (
            Asked(
                "knows",
                QCoreApplication.translate("PersonFields", "What this person knows"),
                about_me if role == "harms" else "",
                2,
            ),
            Asked(
                "not_told",
                QCoreApplication.translate("PersonFields", "What this person must not be told"),
                QCoreApplication.translate(
                    "PersonFields",
                    "For example a new address, or where the bag is. It stands first when you open this person.",
                ),
                2,
            ),
        ),
    )


def _notes(role: str) -> Group:
    if role == "witness":
        return Group(
            "notes",
            QCoreApplication.translate("PersonFields", "What this person saw or heard"),
            QCoreApplication.translate("PersonFields", "Written down early, it is easier to ask about later."),
            (
                Asked(
                    "notes",
                    QCoreApplication.translate("PersonFields", "Notes"),
                    QCoreApplication.translate(
                        "PersonFields", "For example what, when, from where, and whether they would tell it."
                    ),
                    4,
                ),
            ),
        )
    return Group(
        "notes",
        QCoreApplication.translate("PersonFields", "Notes"),
        "",
        (Asked("notes", QCoreApplication.translate("PersonFields", "Anything else to remember"), "", 3),),
    )


def make_field(asked: Asked, values: Mapping[str, str], typed: Typed) -> LabelledField:
    """One field with its words; `typed(field, text)` after each change."""
    name = f"person-{asked.field}"
    if asked.lines == 1:
        line = TextLine(name=name, text=values[asked.field])
        line.textEdited.connect(partial(typed, asked.field))
        return LabelledField(asked.label, line, why=asked.why)
    box = TextBox(name=name, lines=asked.lines)
    box.set_text(values[asked.field])
    box.changed.connect(lambda: typed(asked.field, box.text()))
    return LabelledField(asked.label, box, why=asked.why)


def make_column(asked: tuple[Asked, ...], values: Mapping[str, str], typed: Typed) -> QWidget:
    """Several fields below each other."""
    return stack(*(make_field(one, values, typed) for one in asked))


def make_fold(group: Group, values: Mapping[str, str], typed: Typed, *, open_: bool = False) -> Unfold:
    """A group as a line that unfolds."""
    content = make_column(group.asked, values, typed)
    return Unfold(group.title, content, name=f"person-fold-{group.id}", why=group.why, open_=open_)
