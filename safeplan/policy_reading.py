"""Turns the text of a policy into a Policy, or into every fault in it with its line and how to mend it.

May touch: nothing but the bytes it is given. Must never guess: what it does not know is a fault, and a policy with
one fault is none.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Callable, Collection, Mapping
from typing import Any

from safeplan.errors import PolicyFault
from safeplan.policy_fields import ENTRY_PARTS, FIELDS, NEEDED
from safeplan.policy_lines import Place, deepest, lines_of, statement_at
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

# More than any sentence that fits. A key of thousands of dotted parts would keep the TOML reader busy for minutes.
LONGEST_LINE = 4000
MOST_DOTS = 100
DEEPEST = 40
MEMORY_STEPS = (64, 128, 256, 512, 1024)
_LONGEST = {"organisation": 80, "help": 120, "report": 1200, "name": 80}

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
_CAREFUL = {"only_removable": True, "decoy": False, "least_words": 4, "least_kdf_mib": 256}
_BY_MODE: dict[str, dict[str, Any]] = {
    DESK_MODE: _CAREFUL,
    KIOSK_MODE: {**_CAREFUL, "full_screen": True, "printing": False, "clipboard": False, "start_page": True},
}

_AT_LINE = re.compile(r"\(at line (\d+), column \d+\)")
_TWICE = re.compile(r"Cannot (?:overwrite|declare|redefine|mutate)|Duplicate")
_KEY_OF_LINE = re.compile(r"[\s\[]*([A-Za-z0-9_.-]{1,60})")
_PLAIN_KEY = re.compile(r"[A-Za-z0-9_-]{1,40}")
_NUMBER_TO_CALL = re.compile(r"[+*#0-9](?=.*[0-9])[0-9 ()*#-]{1,23}")
_SUM = re.compile(r"[0-9]+(?:\.[0-9]+)?(?:[-+*/][0-9]+(?:\.[0-9]+)?)+")
_SHORTEST_SUM, _LONGEST_SUM = 7, 40
_PACK_KEY = re.compile(r"[0-9a-f]{64}")
# Characters that show nothing, or turn the order of letters.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_LONGEST_NUMBER = 40
_MOST_IN_A_LIST = 50
# More choices than this are looked up.
_MOST_TO_NAME = 6
_MOST_GUESSES = 20
_LONGEST_RETENTION = 3650
_LONGEST_HOURS = 12 * 60


def read_policy(untrusted: bytes, file: str) -> Policy:
    """The policy in these bytes; the first fault in it otherwise. `file` is what the fault calls it."""
    reading = _Reading(untrusted, file)
    if reading.faults:
        raise reading.faults[0]
    return reading.policy


def faults_in(untrusted: bytes, file: str) -> tuple[PolicyFault, ...]:
    """Every fault, in the order of the lines; one alone where the text is not even TOML."""
    return tuple(_Reading(untrusted, file).faults)


class _NotToml(Exception):
    """There is a fault already, and nothing more to be read."""


class _Reading:
    """One text, read once. Whatever is out of place becomes a fault, and reading goes on with a harmless value."""

    def __init__(self, untrusted: bytes, file: str) -> None:
        self._file = file
        self.faults: list[PolicyFault] = []
        self._lines: dict[Place, int] = {}
        # Settings that a mistyped name probably means: they are not missing as well.
        self._meant: set[str] = set()
        self.policy = HOME
        try:
            table = self._table(untrusted)
        except _NotToml:
            return
        self._build(table)
        self.faults.sort(key=lambda fault: int(fault.facts["line"]))

    # ── the text ────────────────────────────────────────────────────────────────────────────────────────────────
    def _table(self, untrusted: bytes) -> dict[str, Any]:
        try:
            # Some editors of Windows put a mark before the first letter.
            text = untrusted.decode("utf-8-sig").replace("\r\n", "\n")
        except UnicodeDecodeError as fault:
            raise self._broken("letters", "utf8", untrusted.count(b"\n", 0, fault.start) + 1) from None
        for number, line in enumerate(text.split("\n"), start=1):
            if len(line) > LONGEST_LINE or line.count(".") > MOST_DOTS or re.search(r"[0-9_]{100}", line):
                raise self._broken("long_line", "shorter", number)
        try:
            table = tomllib.loads(text)
            self._lines = lines_of(text)
        except RecursionError:
            raise self._broken("nesting", "flat", deepest(text, DEEPEST)) from None
        except ValueError as fault:
            raise self._not_toml(text, str(fault)) from None
        return table

    def _not_toml(self, text: str, said: str) -> Exception:
        found = _AT_LINE.search(said)
        line = int(found[1]) if found else statement_at(text, text.count("\n") + 1)
        if not _TWICE.search(said):
            return self._broken("toml", "like_sample", line)
        # The reader stops behind the value; its key may stand lines above.
        line = statement_at(text, line)
        named = _KEY_OF_LINE.match(text.split("\n")[line - 1])
        return self._broken("twice", "keep_one", line, named[1] if named else "")

    def _broken(self, reason: str, mend: str, line: int, key: str = "") -> Exception:
        self.faults.append(PolicyFault(reason=reason, mend=mend, file=self._file, line=line, key=key))
        return _NotToml()

    # ── faults ──────────────────────────────────────────────────────────────────────────────────────────────────
    def _fault(self, reason: str, mend: str, place: Place, **more: int | str) -> None:
        """`place` names the key; its line is that of the nearest thing in the file."""
        known = place
        while known and known not in self._lines:
            known = known[:-1]
        line = self._lines.get(known, 1)
        self.faults.append(
            PolicyFault(reason=reason, mend=mend, file=self._file, line=line, key=_dotted(place), **more)
        )

    def _wrong_kind(self, mend: str, place: Place) -> None:
        self._fault("kind", mend, place)

    # ── the whole ───────────────────────────────────────────────────────────────────────────────────────────────
    def _build(self, table: dict[str, Any]) -> None:
        mode = self._one_of(("mode",), table["mode"], MODES) if "mode" in table else ""
        languages = HOME.languages
        if "languages" in table:
            languages = self._some_of(("languages",), table["languages"], LANGUAGES, fewest=1) or languages
        values: dict[str, Any] = {"mode": mode, "languages": languages, **_BY_MODE.get(mode, {})}
        readers = self._readers(languages)
        for key, value in table.items():
            if key in ("mode", "languages"):
                continue
            if key not in readers:
                self._unknown((key,), (*readers, "mode", "languages"))
            elif mode and mode not in _ONLY_IN.get(key, MODES):
                self._fault("not_in_mode", "remove", (key,), mode=mode, modes=", ".join(_ONLY_IN[key]))
            else:
                values[key] = readers[key]((key,), value)
        if "mode" not in table:
            self._missing("mode", "add_mode", ("mode",))
        if mode == DESK_MODE and "must_report" not in table:
            self._missing("must_report", "add_report", ("mode",))
        # At a kiosk the end is counted from the covering on, and may come as soon as anybody wants.
        if mode == DESK_MODE and _minutes(values, "end_minutes") <= _minutes(values, "cover_minutes"):
            self._fault("too_early", "end_later", ("end_minutes",) if "end_minutes" in table else ("cover_minutes",))
        if not self.faults:
            self.policy = Policy(**values)

    def _missing(self, wanted: str, mend: str, place: Place) -> None:
        if wanted not in self._meant:
            self._fault("missing", mend, place, wanted=wanted)

    def _readers(self, languages: tuple[str, ...]) -> Mapping[str, Callable[[Place, Any], Any]]:
        def words(length: str) -> Callable[[Place, Any], Any]:
            return lambda place, value: self._words(place, value, languages, _LONGEST[length])

        def some_of(choices: tuple[str, ...], fewest: int = 0) -> Callable[[Place, Any], Any]:
            return lambda place, value: self._some_of(place, value, choices, fewest)

        def number(low: int, high: int) -> Callable[[Place, Any], Any]:
            return lambda place, value: self._number(place, value, low, high)

        return {
            "organisation": lambda place, value: self._text(place, value, _LONGEST["organisation"]),
            "programs": some_of(PROGRAMS, fewest=1),
            "sum": self._sum,
            "cover_minutes": number(1, _LONGEST_HOURS),
            "end_minutes": number(1, _LONGEST_HOURS),
            "full_screen": self._yes_no,
            "printing": self._yes_no,
            "clipboard": self._yes_no,
            "start_page": self._yes_no,
            "exports": some_of(EXPORTS),
            "only_removable": self._yes_no,
            "help_lines": lambda place, value: self._help_lines(place, value, languages),
            "must_report": words("report"),
            "least_words": number(4, 10),
            "least_kdf_mib": self._memory,
            "pack_key": self._pack_key,
            "decoy": self._yes_no,
            "retention_days": number(0, _LONGEST_RETENTION),
            "retention_fields": self._retention,
            "fields": lambda place, value: self._field_rules(place, value, languages),
        }

    def _unknown(self, place: Place, known: Collection[str]) -> None:
        near = self._nearest(str(place[-1]), known)
        if near:
            self._meant.add(near)
            self._fault("unknown", "rename", place, guess=near)
        else:
            self._fault("unknown", "remove", place)

    def _nearest(self, word: str, known: Collection[str]) -> str:
        """The known name that `word` looks like, "" for none. A file full of unknown names gets no guesses."""
        if len(self.faults) >= _MOST_GUESSES:
            return ""
        import difflib

        return next(iter(difflib.get_close_matches(word[: _LONGEST["name"]], known, 1)), "")

    # ── plain values ────────────────────────────────────────────────────────────────────────────────────────────
    def _text(self, place: Place, value: Any, longest: int, allowed: str = "") -> str:
        if not isinstance(value, str):
            self._wrong_kind("write_text", place)
        elif not value.strip():
            self._fault("empty", "fill_in", place)
        elif len(value) > longest:
            self._fault("too_long", "shorten", place, most=longest)
        elif any(unicodedata.category(one) in _UNSEEN and one not in allowed for one in value):
            self._fault("unseen", "type_anew", place)
        else:
            return value.strip()
        return ""

    def _yes_no(self, place: Place, value: Any) -> bool:
        if not isinstance(value, bool):
            self._wrong_kind("write_yes_no", place)
            return False
        return value

    def _number(self, place: Place, value: Any, low: int, high: int) -> int:
        if not isinstance(value, int) or isinstance(value, bool):
            self._wrong_kind("write_number", place)
        elif not low <= value <= high:
            self._fault("out_of_range", "between", place, least=low, most=high)
        else:
            return value
        return high

    def _memory(self, place: Place, value: Any) -> int:
        if not isinstance(value, int) or isinstance(value, bool):
            self._wrong_kind("write_number", place)
        elif value not in MEMORY_STEPS:
            self._fault("not_a_choice", "choose", place, choices=", ".join(map(str, MEMORY_STEPS)))
        else:
            return value
        return MEMORY_STEPS[-1]

    def _one_of(self, place: Place, value: Any, choices: tuple[str, ...]) -> str:
        if not isinstance(value, str):
            self._wrong_kind("write_text", place)
        elif value in choices:
            return value
        elif near := self._nearest(value, choices):
            self._fault("not_a_choice", "rename", place, guess=near)
        elif len(choices) > _MOST_TO_NAME:
            self._fault("not_a_choice", "see_list", place)
        else:
            self._fault("not_a_choice", "choose", place, choices=", ".join(choices))
        return ""

    def _some_of(self, place: Place, value: Any, choices: tuple[str, ...], fewest: int = 0) -> tuple[str, ...]:
        if not isinstance(value, list):
            self._wrong_kind("write_list", place)
            return ()
        if len(value) < fewest:
            self._fault("empty", "fill_in", place)
        found: list[str] = []
        for number, one in enumerate(value[:_MOST_IN_A_LIST]):
            word = self._one_of((*place, number), one, choices)
            if word and word in found:
                self._fault("twin", "keep_one", (*place, number))
            found.append(word)
        if len(value) > _MOST_IN_A_LIST:
            self._fault("too_many", "fewer", (*place, _MOST_IN_A_LIST), most=_MOST_IN_A_LIST)
        return tuple(filter(None, found))

    def _sum(self, place: Place, value: Any) -> str:
        text = self._text(place, value, _LONGEST_SUM)
        if text and not (_SUM.fullmatch(text) and len(text) >= _SHORTEST_SUM):
            self._fault("not_a_sum", "write_sum", place)
        return text

    def _pack_key(self, place: Place, value: Any) -> str:
        text = self._text(place, value, 2 * _LONGEST["organisation"]).lower()
        if text and not _PACK_KEY.fullmatch(text):
            self._fault("not_a_key", "write_key", place)
        return text

    # ── tables ──────────────────────────────────────────────────────────────────────────────────────────────────
    def _is_table(self, place: Place, value: Any) -> bool:
        if not isinstance(value, dict):
            self._wrong_kind("write_table", place)
            return False
        return True

    def _words(
        self, place: Place, value: Any, languages: tuple[str, ...], longest: int, beside: tuple[str, ...] = ()
    ) -> dict[str, str]:
        """One text for each language of the policy; further ones of ours may stand there too."""
        if not self._is_table(place, value):
            return {}
        found = {}
        for language in languages:
            # Where one is misspelt, that is told, and on its own line.
            if language not in value and value.keys() <= set(LANGUAGES):
                self._fault("no_words", "add_language", place, language=language)
        for language in (
            *(one for one in languages if one in value),
            *(one for one in value if one not in languages),
        ):
            if language not in LANGUAGES:
                self._unknown((*place, language), (*beside, *LANGUAGES))
            else:
                found[language] = self._text((*place, language), value[language], longest, allowed="\n")
        return found

    def _help_lines(self, place: Place, value: Any, languages: tuple[str, ...]) -> tuple[HelpLine, ...]:
        if not isinstance(value, list):
            self._wrong_kind("write_help_lines", place)
            return ()
        lines = []
        for number, one in enumerate(value[:_MOST_IN_A_LIST]):
            here = (*place, number)
            if not isinstance(one, dict):
                self._wrong_kind("write_help_lines", here)
                continue
            self._meant.discard("number")
            called = self._number_to_call((*here, "number"), one["number"]) if "number" in one else ""
            words = {name: text for name, text in one.items() if name != "number"}
            lines.append(HelpLine(called, self._words(here, words, languages, _LONGEST["help"], ("number",))))
            if "number" not in one:
                self._missing("number", "add_number", here)
        if len(value) > _MOST_IN_A_LIST:
            self._fault("too_many", "fewer", (*place, _MOST_IN_A_LIST), most=_MOST_IN_A_LIST)
        return tuple(lines)

    def _number_to_call(self, place: Place, value: Any) -> str:
        text = self._text(place, value, _LONGEST_NUMBER)
        if text and not _NUMBER_TO_CALL.fullmatch(text):
            self._fault("not_a_number", "write_call", place)
        return text

    def _retention(self, place: Place, value: Any) -> dict[str, int]:
        if not self._is_table(place, value):
            return {}
        allowed = tuple(one for one in ENTRY_PARTS if one not in NEEDED)
        days = {}
        for name, one in value.items():
            if name in allowed:
                days[name] = self._number((*place, name), one, 1, _LONGEST_RETENTION)
            elif name in NEEDED:
                self._fault("needed", "remove", (*place, name))
            else:
                self._unknown((*place, name), allowed)
        return days

    def _field_rules(self, place: Place, value: Any, languages: tuple[str, ...]) -> FieldRules:
        if not self._is_table(place, value):
            return FieldRules()
        known = FieldRules._fields
        lists: dict[str, tuple[str, ...]] = {}
        names: dict[str, dict[str, str]] = {}
        for key, one in value.items():
            here = (*place, key)
            if key not in known:
                self._unknown(here, known)
            elif key == "names":
                names = self._names(here, one, languages)
            else:
                lists[key] = self._some_of(here, one, FIELDS)
        for number, one in enumerate(lists.get("hidden", ())):
            if one in NEEDED:
                self._fault("needed", "remove_word", (*place, "hidden", number), word=one)
        return FieldRules(names=names, **lists)

    def _names(self, place: Place, value: Any, languages: tuple[str, ...]) -> dict[str, dict[str, str]]:
        if not self._is_table(place, value):
            return {}
        names = {}
        for name, one in value.items():
            if name in FIELDS:
                names[name] = self._words((*place, name), one, languages, _LONGEST["name"])
            else:
                self._unknown((*place, name), FIELDS)
        return names


def _minutes(values: Mapping[str, Any], key: str) -> int:
    return int(values.get(key, getattr(HOME, key)))


def _dotted(place: Place) -> str:
    """ "help_lines[2].number", counted from 1 as people do. A name that is no plain word shows as "?"."""
    said = ""
    for one in place:
        if isinstance(one, int):
            said += f"[{one + 1}]"
        else:
            said += ("." if said else "") + (one if _PLAIN_KEY.fullmatch(one) else "?")
    return said[:120]
