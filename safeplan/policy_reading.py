"""Turns the text of a policy into a Policy, or into every fault in it with its line and how to mend it.

May touch: nothing but the bytes it is given. Must never guess: what it does not know is a fault, and a policy with
one fault is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from safeplan.errors import PolicyFault
from safeplan.policy_fields import ENTRY_PARTS, FIELDS, NEEDED
from safeplan.policy_lines import Place
from safeplan.policy_shape import (
    DESK_MODE,
    EXPORTS,
    HOME,
    KIOSK_MODE,
    LANGUAGES,
    MODES,
    PROGRAMS,
    FieldRules,
    HelpLine,
    Policy,
)
from safeplan.policy_text import tables_of
from safeplan.policy_values import LONGEST, MOST_IN_A_LIST, Values

MEMORY_STEPS = (64, 128, 256, 512, 1024)

# A key that means nothing in a mode is refused there: it would only seem to do something.
_ONLY_IN: dict[str, tuple[str, ...]] = {
    "sum": (KIOSK_MODE,),
    "start_page": (KIOSK_MODE,),
    "must_report": (DESK_MODE,),
    "retention_days": (DESK_MODE,),
    "retention_fields": (DESK_MODE,),
    "cover_minutes": (DESK_MODE, KIOSK_MODE),
    "end_minutes": (DESK_MODE, KIOSK_MODE),
}
# What holds in a mode where the file says nothing: the careful choice.
_CAREFUL = {"only_removable": True, "least_words": 4, "least_kdf_mib": 256}
_BY_MODE: dict[str, dict[str, Any]] = {
    DESK_MODE: _CAREFUL,
    KIOSK_MODE: {**_CAREFUL, "full_screen": True, "printing": False, "clipboard": False, "start_page": True},
}

_NUMBER_TO_CALL = re.compile(r"[+*#0-9](?=.*[0-9])[0-9 ()*#-]{1,23}")
_SUM = re.compile(r"[0-9]+(?:\.[0-9]+)?(?:[-+*/][0-9]+(?:\.[0-9]+)?)+")
_SHORTEST_SUM, _LONGEST_SUM = 7, 40
_PACK_KEY = re.compile(r"[0-9a-f]{64}")
_LONGEST_NUMBER = 40
_LONGEST_RETENTION = 3650
_LONGEST_HOURS = 12 * 60


def read_policy(untrusted: bytes, file: str) -> Policy:
    """The policy in these bytes; the first fault in it otherwise. `file` is what the fault calls it."""
    read, faults = _read(untrusted, file)
    if faults:
        raise faults[0]
    return read


def faults_in(untrusted: bytes, file: str) -> tuple[PolicyFault, ...]:
    """Every fault, in the order of the lines; one alone where the text is not even TOML."""
    return _read(untrusted, file)[1]


def _read(untrusted: bytes, file: str) -> tuple[Policy, tuple[PolicyFault, ...]]:
    try:
        table, lines = tables_of(untrusted, file)
    except PolicyFault as fault:
        return HOME, (fault,)
    reading = _Reading(file, lines)
    read = reading.whole(table)
    return read, tuple(sorted(reading.faults, key=lambda fault: int(fault.facts["line"])))


class _Reading(Values):
    """One policy; a fault in it is kept in `faults`."""

    def whole(self, table: dict[str, Any]) -> Policy:
        """HOME where anything is wrong."""
        mode = self.one_of(("mode",), table["mode"], MODES) if "mode" in table else ""
        languages = HOME.languages
        if "languages" in table:
            languages = self.some_of(("languages",), table["languages"], LANGUAGES, fewest=1) or languages
        values: dict[str, Any] = {"mode": mode, "languages": languages, **_BY_MODE.get(mode, {})}
        readers = self._readers(languages)
        for key, value in table.items():
            if key in ("mode", "languages"):
                continue
            if key not in readers:
                self.unknown((key,), (*readers, "mode", "languages"))
            elif mode and mode not in _ONLY_IN.get(key, MODES):
                self.fault("not_in_mode", "remove", (key,), mode=mode, modes=", ".join(_ONLY_IN[key]))
            else:
                values[key] = readers[key]((key,), value)
        if "mode" not in table:
            self.missing("mode", "add_mode", ("mode",))
        if mode == DESK_MODE and "must_report" not in table:
            self.missing("must_report", "add_report", ("mode",))
        # At a kiosk the end is counted from the covering on, and may come as soon as anybody wants.
        if mode == DESK_MODE and _minutes(values, "end_minutes") <= _minutes(values, "cover_minutes"):
            self.fault("too_early", "end_later", ("end_minutes",) if "end_minutes" in table else ("cover_minutes",))
        return HOME if self.faults else Policy(**values)

    def _readers(self, languages: tuple[str, ...]) -> Mapping[str, Callable[[Place, Any], Any]]:
        def words(length: str) -> Callable[[Place, Any], Any]:
            return lambda place, value: self.words(place, value, languages, LONGEST[length])

        def some_of(choices: tuple[str, ...], fewest: int = 0) -> Callable[[Place, Any], Any]:
            return lambda place, value: self.some_of(place, value, choices, fewest)

        def number(low: int, high: int) -> Callable[[Place, Any], Any]:
            return lambda place, value: self.number(place, value, low, high)

        return {
            "organisation": lambda place, value: self.text(place, value, LONGEST["organisation"]),
            "programs": some_of(PROGRAMS, fewest=1),
            "sum": self._sum,
            "cover_minutes": number(1, _LONGEST_HOURS),
            "end_minutes": number(1, _LONGEST_HOURS),
            "full_screen": self.yes_no,
            "printing": self.yes_no,
            "clipboard": self.yes_no,
            "start_page": self.yes_no,
            "exports": some_of(EXPORTS),
            "only_removable": self.yes_no,
            "help_lines": lambda place, value: self._help_lines(place, value, languages),
            "must_report": words("report"),
            "least_words": number(4, 10),
            "least_kdf_mib": self._memory,
            "pack_key": self._pack_key,
            "decoy": self._no_decoy,
            "retention_days": number(0, _LONGEST_RETENTION),
            "retention_fields": self._retention,
            "fields": lambda place, value: self._field_rules(place, value, languages),
        }

    def _memory(self, place: Place, value: Any) -> int:
        if not isinstance(value, int) or isinstance(value, bool):
            self.wrong_kind("write_number", place)
        elif value not in MEMORY_STEPS:
            self.fault("not_a_choice", "choose", place, choices=", ".join(map(str, MEMORY_STEPS)))
        else:
            return value
        return MEMORY_STEPS[-1]

    def _no_decoy(self, place: Place, value: Any) -> bool:
        if self.yes_no(place, value):
            # Whoever writes true believes that there is a second store to hide behind.
            self.fault("not_a_choice", "choose", place, choices="false")
        return False

    def _sum(self, place: Place, value: Any) -> str:
        text = self.text(place, value, _LONGEST_SUM)
        if text and not (_SUM.fullmatch(text) and len(text) >= _SHORTEST_SUM):
            self.fault("not_a_sum", "write_sum", place)
        return text

    def _pack_key(self, place: Place, value: Any) -> str:
        text = self.text(place, value, 2 * LONGEST["organisation"]).lower()
        if text and not _PACK_KEY.fullmatch(text):
            self.fault("not_a_key", "write_key", place)
        return text

    def _help_lines(self, place: Place, value: Any, languages: tuple[str, ...]) -> tuple[HelpLine, ...]:
        if not isinstance(value, list):
            self.wrong_kind("write_help_lines", place)
            return ()
        lines = []
        for number, one in enumerate(value[:MOST_IN_A_LIST]):
            here = (*place, number)
            if not isinstance(one, dict):
                self.wrong_kind("write_help_lines", here)
                continue
            self.meant.discard("number")
            called = self._number_to_call((*here, "number"), one["number"]) if "number" in one else ""
            words = {name: text for name, text in one.items() if name != "number"}
            lines.append(HelpLine(called, self.words(here, words, languages, LONGEST["help"], ("number",))))
            if "number" not in one:
                self.missing("number", "add_number", here)
        if len(value) > MOST_IN_A_LIST:
            self.fault("too_many", "fewer", (*place, MOST_IN_A_LIST), most=MOST_IN_A_LIST)
        return tuple(lines)

    def _number_to_call(self, place: Place, value: Any) -> str:
        text = self.text(place, value, _LONGEST_NUMBER)
        if text and not _NUMBER_TO_CALL.fullmatch(text):
            self.fault("not_a_number", "write_call", place)
        return text

    def _retention(self, place: Place, value: Any) -> dict[str, int]:
        if not self.is_table(place, value):
            return {}
        allowed = tuple(one for one in ENTRY_PARTS if one not in NEEDED)
        days = {}
        for name, one in value.items():
            if name in allowed:
                days[name] = self.number((*place, name), one, 1, _LONGEST_RETENTION)
            elif name in NEEDED:
                self.fault("needed", "remove", (*place, name))
            else:
                self.unknown((*place, name), allowed)
        return days

    def _field_rules(self, place: Place, value: Any, languages: tuple[str, ...]) -> FieldRules:
        if not self.is_table(place, value):
            return FieldRules()
        known = FieldRules._fields
        lists: dict[str, tuple[str, ...]] = {}
        names: dict[str, dict[str, str]] = {}
        for key, one in value.items():
            here = (*place, key)
            if key not in known:
                self.unknown(here, known)
            elif key == "names":
                names = self._names(here, one, languages)
            else:
                lists[key] = self.some_of(here, one, FIELDS)
        hidden = value.get("hidden")
        for number, one in enumerate(hidden if isinstance(hidden, list) else ()):
            if one in NEEDED:
                self.fault("needed", "remove_word", (*place, "hidden", number), word=one)
        return FieldRules(names=names, **lists)

    def _names(self, place: Place, value: Any, languages: tuple[str, ...]) -> dict[str, dict[str, str]]:
        if not self.is_table(place, value):
            return {}
        names = {}
        for name, one in value.items():
            if name in FIELDS:
                names[name] = self.words((*place, name), one, languages, LONGEST["name"])
            else:
                self.unknown((*place, name), FIELDS)
        return names


def _minutes(values: Mapping[str, Any], key: str) -> int:
    return int(values.get(key, getattr(HOME, key)))
