"""The administrator's side of a policy: look through a file before it is put in its place. docs/policy.md.

May touch: the one file named on the command line, for reading. Must never change it, nor start anything else.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from safeplan.content.policy_words import load_policy_words
from safeplan.errors import PolicyFault
from safeplan.policy import load_policy, policy_path
from safeplan.policy_owner import file_bytes
from safeplan.policy_reading import faults_in, read_policy

USAGE = "policy check FILE\n"
GOOD, REFUSED, NOT_UNDERSTOOD = 0, 1, 2


def main(arguments: list[str]) -> int:
    """Print every fault as "file:line: what, how to mend". 0: in order; 1: refused; 2: not understood."""
    match arguments:
        case ["check", file]:
            return _check(Path(file), file)
        case _:
            sys.stderr.write(USAGE)
            return NOT_UNDERSTOOD


def _check(path: Path, named: str) -> int:
    words = load_policy_words(language_here())
    in_place = Path(os.path.abspath(path)) == policy_path()  # noqa: PTH100 - a link to it is not it
    try:
        content = file_bytes(path)
        faults = faults_in(content, named)
        if not faults and in_place:
            load_policy(path)
    except PolicyFault as fault:
        faults = (fault,)
    if faults:
        for one in faults:
            _say(words.line_of(one))
        return REFUSED
    check = words.check
    _say(check.good.format(file=named, mode=read_policy(content, named).mode))
    _say(check.in_effect if in_place else check.not_yet.format(place=policy_path()))
    return GOOD


def language_here() -> str:
    """The language of the terminal when it is one of ours, English otherwise."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if named := os.environ.get(name):
            return named[:2].lower() if named[:2].lower() in {"kk", "ru", "en"} else "en"
    return "en"


def _say(line: str) -> None:
    # A terminal of another alphabet must not end this in a traceback.
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(line.encode(encoding, "replace").decode(encoding) + "\n")
