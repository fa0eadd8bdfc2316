"""An entry's form as the plain values its document holds, and back.

May touch: nothing. Must never read a document into anything but what was kept, and never write a field of a later
version that says nothing: an entry without new fields has the bytes it had in the first version.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import MISSING, Field, fields, is_dataclass, replace
from typing import Any, TypeVar, cast

import msgspec

from safeplan import errors
from safeplan.content import body_map
from safeplan.records import incident_form as parts
from safeplan.records.dates import check_happened
from safeplan.records.incident_form import BodyMark, Happened, IncidentForm
from safeplan.records.wording import keep_as_typed
from safeplan.shaped import shaped

_ALWAYS: dict[type, tuple[str, ...]] = {
    IncidentForm: parts.FIRST_VERSION,
    Happened: parts.FIRST_VERSION_HAPPENED,
}
# What may stand in a field that is no free text.
_CHOICES: dict[tuple[type, str], tuple[str, ...]] = {
    (IncidentForm, "children_present"): parts.CHILDREN_PRESENT,
    (IncidentForm, "known"): parts.KNOWN,
    (Happened, "side"): parts.SIDES,
    (parts.Statement, "known"): parts.KNOWN,
    (parts.Damage, "known"): parts.KNOWN,
    (parts.Device, "known"): parts.KNOWN,
    (parts.Substances, "alcohol"): parts.YES_NO_UNKNOWN,
    (parts.Substances, "drugs"): parts.YES_NO_UNKNOWN,
    (parts.Witness, "noticed"): parts.NOTICED,
    (parts.Witness, "willing"): parts.YES_NO_UNKNOWN,
    (parts.Witness, "left"): parts.YES_NO,
    (parts.PoliceCall, "refused"): parts.YES_NO,
    (parts.Care, "kind"): parts.CARE,
    (BodyMark, "figure"): body_map.FIGURES,
    (BodyMark, "view"): body_map.VIEWS,
    (BodyMark, "kind"): ("", *body_map.MARK_KINDS),
    (BodyMark, "size"): ("", *body_map.SIZES),
    (BodyMark, "pain"): ("", *body_map.PAINS),
}
# Ids and choices are no words: they are not searched for.
_NO_WORDS = {*_CHOICES, (Happened, "kind"), (Happened, "start"), (Happened, "end"), (Happened, "anchor")} | {
    (BodyMark, "region"),
    (BodyMark, "attachment"),
}

Part = TypeVar("Part")


def checked(form: IncidentForm) -> IncidentForm:
    """The form as it is kept: only-blank texts and parts that say nothing are empty.

    Raises DateImpossible, and Bug for a choice or a place on the body that does not exist.
    """
    happened = form.happened
    check_happened(happened.kind, happened.start, happened.end)
    if set(form.kinds) - set(parts.KINDS):
        raise errors.Bug(code="incident-form")
    if bool(happened.anchor) != bool(happened.side) or (happened.anchor and happened.kind != "vague"):
        raise errors.Bug(code="incident-anchor")
    tidy = _tidy(form)
    return replace(tidy, marks=tuple(_mark(one) for one in tidy.marks))


def as_plain(form: IncidentForm) -> dict[str, Any]:
    """The form as plain values for canonical JSON."""
    return cast(dict[str, Any], _plain(form))


def from_plain(value: object) -> IncidentForm:
    """The reverse of as_plain, for documents of every version. Raises RecordDamaged."""
    try:
        return shaped(value, IncidentForm)
    except (msgspec.ValidationError, UnicodeError):
        # Half of a pair of surrogates, as JSON can name it, is no text.
        raise errors.RecordDamaged from None


def people_in(form: IncidentForm) -> frozenset[str]:
    """The ids of people the form may name: who was there, who spoke, which child; typed names are among them."""
    return frozenset((*form.people, *(one.by for one in form.said), *(one.child for one in form.child_words)))


def words_of(form: IncidentForm) -> Iterator[str]:
    """Every text in the form that someone may look for, in the order of the form; person ids among them."""
    for text in _words(form):
        if text:
            yield text


def _tidy(part: Part) -> Part:
    """The same with keep_as_typed on every text, blank texts and empty parts dropped."""
    kept: dict[str, Any] = {}
    for one in _fields(part):
        value = getattr(part, one.name)
        if isinstance(value, str):
            value = keep_as_typed(value) if value.strip() else ""
            choices = _CHOICES.get((type(part), one.name))
            if choices is not None and value not in choices:
                raise errors.Bug(code="incident-form")
        elif is_dataclass(value):
            value = _tidy(value)
        elif isinstance(value, tuple):
            value = tuple(tidy for tidy in (_tidy_item(item) for item in value) if tidy is not None)
        kept[one.name] = value
    return type(part)(**kept)


def _tidy_item(item: object) -> object | None:
    if isinstance(item, str):
        return keep_as_typed(item) or None
    tidy = _tidy(item)
    # A mark is never empty: its place says something.
    return None if not isinstance(tidy, BodyMark) and tidy == type(tidy)() else tidy


def _mark(mark: BodyMark) -> BodyMark:
    """The mark with its place rounded to what an eye can tell apart."""
    inside = all(math.isfinite(number) and 0 <= number <= 1 for number in (mark.x, mark.y))
    if not inside or mark.region not in body_map.place_ids(mark.figure, mark.view):
        raise errors.Bug(code="incident-mark")
    if set(mark.colours) - set(body_map.COLOURS):
        raise errors.Bug(code="incident-mark")
    return replace(mark, x=round(float(mark.x), 4), y=round(float(mark.y), 4))


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if not is_dataclass(value):
        return value
    always, plain = _ALWAYS.get(type(value), ()), {}
    for one in _fields(value):
        held = getattr(value, one.name)
        if one.name in always or one.default is MISSING or held != one.default:
            plain[one.name] = _plain(held)
    return plain


def _words(part: object) -> Iterator[str]:
    for one in _fields(part):
        value = getattr(part, one.name)
        if (type(part), one.name) in _NO_WORDS or one.name in ("kinds", "colours"):
            continue
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, str):
                yield item
            elif is_dataclass(item):
                yield from _words(item)


def _fields(part: object) -> tuple[Field[Any], ...]:
    read: Callable[[Any], tuple[Field[Any], ...]] = fields
    return read(part)
