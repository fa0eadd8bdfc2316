"""Her working notes as they are stored: JSON of what is not empty, read back into frozen forms.

May touch: nothing. Must never be used for evidence: entries and files have documents of their own that a hash covers
(incidents.py); what stands here is changed and removed freely, without a trace.
"""

from __future__ import annotations

import json
from dataclasses import MISSING, Field, fields, is_dataclass
from typing import Any, TypeVar

from safeplan.records.wording import canonical, keep_as_typed
from safeplan.shaped import shaped

Form = TypeVar("Form")


def plain(form: Any) -> Any:
    """A form as JSON values, without the fields that stand at their default: a blank form is {}.

    Texts stay as typed; one of spaces only counts as nothing.
    """
    if is_dataclass(form):
        return {
            one.name: plain(value)
            for one in fields(form)
            if (value := as_kept(getattr(form, one.name))) != _default(one)
        }
    if isinstance(form, tuple):
        return [plain(as_kept(one)) for one in form]
    return form


def as_kept(value: Any) -> Any:
    """A typed text in the form in which it is stored; anything else as it is."""
    if isinstance(value, str):
        return keep_as_typed(value) if value.strip() else ""
    return value


def as_text(form: Any) -> str:
    """A form as a document, "{}" for a blank one."""
    return canonical(plain(form))


def is_blank(form: Any) -> bool:
    """Whether nothing is filled in."""
    return bool(plain(form) == {})


def from_plain(value: Any, kind: type[Form]) -> Form:
    """JSON values as a form; fields of a later program are left out, missing ones stand at their default."""
    return shaped(value, kind)


def from_text(document: str, kind: type[Form]) -> Form:
    """A document as a form."""
    return from_plain(json.loads(document), kind)


def cleaned(form: Form) -> Form:
    """The form as it will be read back."""
    return from_plain(plain(form), type(form))


def _default(field: Field[Any]) -> Any:
    return field.default if field.default is not MISSING else None
