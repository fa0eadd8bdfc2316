"""Writes counts as a CSV file that every spreadsheet opens, and none runs.

May touch: one new file. Must never let a word begin like a formula, whoever wrote it, and never add a number that the
table holds back.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

from safeplan.records.counts import CountTable
from safeplan.vault.whole_file import new_file

# What a spreadsheet takes for the beginning of a formula, also after blanks and in its wide forms.
_BEGINNINGS = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "|", "%")
_WIDE = str.maketrans({"\uff1d": "=", "\uff0b": "+", "\uff0d": "-", "\uff20": "@", "\u2212": "-", "\uff5c": "|"})
# Blanks of every width, and marks without any.
_BLANKS = " \u00a0\u2007\u202f\u200b\u200c\u200d\u200e\u200f\u2060\ufeff" + "".join(
    map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
)


def safe_cell(untrusted_text: str) -> str:
    """The text as a cell that is only text: one line, with an apostrophe before what could begin a formula."""
    line = " ".join(untrusted_text.replace("\0", " ").splitlines())
    first = line.lstrip(_BLANKS).translate(_WIDE)
    starts = line.startswith(_BEGINNINGS) or first.startswith(_BEGINNINGS) or untrusted_text.startswith(_BEGINNINGS)
    return f"'{line}" if starts else line


def counts_csv(table: CountTable, say: Callable[[str], str]) -> bytes:
    """The table as UTF-8 with the mark that spreadsheets on Windows ask for, lines ending in CR LF.

    `say(id)` gives the words: "what", "which", "total", "held_back", then "session", "topic", "referral" and
    "session.all", "topic.plan" …
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    held = safe_cell(say("held_back"))
    writer.writerow([safe_cell(say(one)) for one in ("what", "which")] + [*table.months, safe_cell(say("total"))])
    for line in table.lines:
        names = [safe_cell(say(line.kind)), safe_cell(say(f"{line.kind}.{line.name}"))]
        months = line.months or ("",) * len(table.months)
        writer.writerow(names + [held if one is None else str(one) for one in (*months, line.total)])
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", "replace")


def write_counts(target: Path, table: CountTable, say: Callable[[str], str]) -> None:
    """The same as a new file. Raises FolderNotEmpty when `target` exists, DiskFull, NoPermission, ReadOnlyPlace."""
    with new_file(target) as out:
        out.write(counts_csv(table, say))
