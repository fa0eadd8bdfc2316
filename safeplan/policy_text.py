"""From the bytes of a policy to plain tables, with the line of everything in them; or the one fault that stops it.

May touch: nothing but the bytes it is given. Must never take half of a text, or be kept busy by a hostile one.
"""

from __future__ import annotations

import re
import tomllib
from typing import Any

from safeplan.errors import PolicyFault
from safeplan.policy_lines import Place, deepest, lines_of, statement_at

# More than any sentence that fits. A key of thousands of dotted parts would keep the TOML reader busy for minutes.
LONGEST_LINE = 4000
MOST_DOTS = 100
DEEPEST = 40

_AT_LINE = re.compile(r"\(at line (\d+), column \d+\)")
_TWICE = re.compile(r"Cannot (?:overwrite|declare|redefine|mutate)|Duplicate")
_KEY_OF_LINE = re.compile(r"[\s\[]*([A-Za-z0-9_.-]{1,60})")
_LONG_NUMBER = re.compile(r"[0-9_]{100}")


def tables_of(untrusted: bytes, file: str) -> tuple[dict[str, Any], dict[Place, int]]:
    """The tables, and the line of each key and element. PolicyFault when it is not UTF-8 or no TOML."""
    try:
        # Some editors of Windows put a mark before the first letter.
        text = untrusted.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as fault:
        raise _fault("letters", "utf8", file, untrusted.count(b"\n", 0, fault.start) + 1) from None
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > LONGEST_LINE or line.count(".") > MOST_DOTS or _LONG_NUMBER.search(line):
            raise _fault("long_line", "shorter", file, number)
    try:
        return tomllib.loads(text), lines_of(text)
    except RecursionError:
        raise _fault("nesting", "flat", file, deepest(text, DEEPEST)) from None
    except ValueError as fault:
        raise _not_toml(text, file, str(fault)) from None


def _not_toml(text: str, file: str, said: str) -> PolicyFault:
    found = _AT_LINE.search(said)
    line = int(found[1]) if found else statement_at(text, text.count("\n") + 1)
    if not _TWICE.search(said):
        return _fault("toml", "like_sample", file, line)
    # The reader stops behind the value; its key may stand lines above.
    line = statement_at(text, line)
    named = _KEY_OF_LINE.match(text.split("\n")[line - 1])
    return _fault("twice", "keep_one", file, line, named[1] if named else "")


def _fault(reason: str, mend: str, file: str, line: int, key: str = "") -> PolicyFault:
    return PolicyFault(reason=reason, mend=mend, file=file, line=line, key=key)
