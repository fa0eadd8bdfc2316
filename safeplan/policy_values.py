"""The kinds of values a policy may hold: each is checked, and a fault names its line and how to mend it.

May touch: nothing. Must never stop at the first fault: a volunteer mends a file once, not ten times.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from typing import Any

from safeplan.errors import PolicyFault
from safeplan.policy_lines import Place
from safeplan.policy_shape import LANGUAGES

# Letters.
LONGEST = {"organisation": 80, "help": 120, "report": 1200, "name": 80}
MOST_IN_A_LIST = 50
# More choices than this are looked up.
_MOST_TO_NAME = 6
_MOST_GUESSES = 20

_PLAIN_KEY = re.compile(r"[A-Za-z0-9_-]{1,40}")
# Characters that show nothing, or turn the order of letters.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


class Values:
    """What stands out of place becomes a fault; a harmless value is handed back, and reading goes on."""

    def __init__(self, file: str, lines: dict[Place, int]) -> None:
        self._file = file
        self._lines = lines
        self.faults: list[PolicyFault] = []
        # Settings that a mistyped name probably means: they are not missing as well.
        self.meant: set[str] = set()

    # ── faults ──────────────────────────────────────────────────────────────────────────────────────────────────
    def fault(self, reason: str, mend: str, place: Place, **more: int | str) -> None:
        """`place` names the key; its line is that of the nearest thing in the file."""
        known = place
        while known and known not in self._lines:
            known = known[:-1]
        line = self._lines.get(known, 1)
        self.faults.append(
            PolicyFault(reason=reason, mend=mend, file=self._file, line=line, key=_dotted(place), **more)
        )

    def wrong_kind(self, mend: str, place: Place) -> None:
        """A text where a number belongs, or the like; `mend` says what to write."""
        self.fault("kind", mend, place)

    def missing(self, wanted: str, mend: str, place: Place) -> None:
        """`wanted` is not there, and nothing that was perhaps meant to be it."""
        if wanted not in self.meant:
            self.fault("missing", mend, place, wanted=wanted)

    def unknown(self, place: Place, known: Collection[str]) -> None:
        """The last name of `place` is none of the known ones."""
        near = self._nearest(str(place[-1]), known)
        if near:
            self.meant.add(near)
            self.fault("unknown", "rename", place, guess=near)
        else:
            self.fault("unknown", "remove", place)

    def _nearest(self, word: str, known: Collection[str]) -> str:
        """The known name that `word` looks like, "" for none. A file full of unknown names gets no guesses."""
        if len(self.faults) >= _MOST_GUESSES:
            return ""
        import difflib

        return next(iter(difflib.get_close_matches(word[: LONGEST["name"]], known, 1)), "")

    # ── plain values ────────────────────────────────────────────────────────────────────────────────────────────
    def text(self, place: Place, value: Any, longest: int, allowed: str = "") -> str:
        """A text of visible letters, and those `allowed` besides; "" after a fault."""
        if not isinstance(value, str):
            self.wrong_kind("write_text", place)
        elif not value.strip():
            self.fault("empty", "fill_in", place)
        elif len(value) > longest:
            self.fault("too_long", "shorten", place, most=longest)
        elif any(unicodedata.category(one) in _UNSEEN and one not in allowed for one in value):
            self.fault("unseen", "type_anew", place)
        else:
            return value.strip()
        return ""

    def yes_no(self, place: Place, value: Any) -> bool:
        """True or false; False after a fault."""
        if not isinstance(value, bool):
            self.wrong_kind("write_yes_no", place)
            return False
        return value

    def number(self, place: Place, value: Any, low: int, high: int) -> int:
        """A whole number from `low` to `high`; `high` after a fault."""
        if not isinstance(value, int) or isinstance(value, bool):
            self.wrong_kind("write_number", place)
        elif not low <= value <= high:
            self.fault("out_of_range", "between", place, least=low, most=high)
        else:
            return value
        return high

    def one_of(self, place: Place, value: Any, choices: tuple[str, ...]) -> str:
        """One of these words; "" after a fault."""
        if not isinstance(value, str):
            self.wrong_kind("write_text", place)
        elif value in choices:
            return value
        elif near := self._nearest(value, choices):
            self.fault("not_a_choice", "rename", place, guess=near)
        elif len(choices) > _MOST_TO_NAME:
            self.fault("not_a_choice", "see_list", place)
        else:
            self.fault("not_a_choice", "choose", place, choices=", ".join(choices))
        return ""

    def some_of(self, place: Place, value: Any, choices: tuple[str, ...], fewest: int = 0) -> tuple[str, ...]:
        """A list of these words, none twice; without what was at fault."""
        if not isinstance(value, list):
            self.wrong_kind("write_list", place)
            return ()
        if len(value) < fewest:
            self.fault("empty", "fill_in", place)
        found: list[str] = []
        for number, one in enumerate(value[:MOST_IN_A_LIST]):
            word = self.one_of((*place, number), one, choices)
            if word and word in found:
                self.fault("twin", "keep_one", (*place, number))
            found.append(word)
        if len(value) > MOST_IN_A_LIST:
            self.fault("too_many", "fewer", (*place, MOST_IN_A_LIST), most=MOST_IN_A_LIST)
        return tuple(filter(None, found))

    # ── tables ──────────────────────────────────────────────────────────────────────────────────────────────────
    def is_table(self, place: Place, value: Any) -> bool:
        """Whether it is a block of keys."""
        if not isinstance(value, dict):
            self.wrong_kind("write_table", place)
            return False
        return True

    def words(
        self, place: Place, value: Any, languages: tuple[str, ...], longest: int, beside: tuple[str, ...] = ()
    ) -> dict[str, str]:
        """One text for each language of the policy; further ones of ours may stand there too."""
        if not self.is_table(place, value):
            return {}
        found = {}
        for language in languages:
            # Where one is misspelt, that is told, and on its own line.
            if language not in value and value.keys() <= set(LANGUAGES):
                self.fault("no_words", "add_language", place, language=language)
        for language in (
            *(one for one in languages if one in value),
            *(one for one in value if one not in languages),
        ):
            if language not in LANGUAGES:
                self.unknown((*place, language), (*beside, *LANGUAGES))
            else:
                found[language] = self.text((*place, language), value[language], longest, allowed="\n")
        return found


def _dotted(place: Place) -> str:
    """ "help_lines[2].number", counted from 1 as people do. A name that is no plain word shows as "?"."""
    said = ""
    for one in place:
        if isinstance(one, int):
            said += f"[{one + 1}]"
        else:
            said += ("." if said else "") + (one if _PLAIN_KEY.fullmatch(one) else "?")
    return said[:120]
