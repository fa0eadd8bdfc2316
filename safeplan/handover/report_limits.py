"""What she knows and does not know, in her voice; and what the check of the files shows and does not show.

May touch: nothing but the content it is given. Must never excuse, weigh or promise anything.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from safeplan.handover.report_content import ReportContent
from safeplan.handover.report_words import ReportWords
from safeplan.records.incidents import IncidentForm

_CHECKED = ("chosen", "clock", "same", "copies", "truth", "time", "court")
# The first sentences are always true; of the others those that have entries.
_ABOUT: tuple[tuple[str, Callable[[IncidentForm], bool]], ...] = (
    ("own_approximate", lambda form: form.happened.kind in ("vague", "range")),
    ("own_no_time", lambda form: form.happened.kind == "unknown" and not form.happened.words),
    ("own_told", lambda form: form.known == "told"),
    ("own_found", lambda form: form.known == "found"),
    ("own_no_place", lambda form: not form.place),
)


def own_limits(content: ReportContent, say: ReportWords) -> list[str]:
    """Sentences in her voice: "I do not know", "approximate", each with the entries it is about."""
    said = [*say.sentences("report", "own_chosen"), *say.sentences("report", "own_unknown")]
    for key, is_so in _ABOUT:
        entries = [n for n, one in enumerate(content.incidents, 1) if is_so(one.revisions[-1].form)]
        if entries:
            said += say.sentences("report", key, entries=_ranges(entries))
    if content.files:
        said += say.sentences("report", "own_files")
    return said


def check_limits(content: ReportContent, say: ReportWords) -> list[str]:
    """What a check of the files shows and does not show."""
    copied = bool(content.copies) or any(content.is_clean_copy(one) for one in content.files)
    told = [name for name in _CHECKED if name != "copies" or (copied and not content.alone)]
    return [sentence for name in told for sentence in say.sentences("report", f"limit_{name}")]


def _ranges(numbers: list[int]) -> str:
    """ "1-3, 7": a thousand entries must not fill a page with their numbers."""
    parts: list[list[int]] = [[numbers[0]]]
    for before, after in pairwise(numbers):
        if after == before + 1:
            parts[-1].append(after)
        else:
            parts.append([after])
    return ", ".join(str(one[0]) if len(one) == 1 else f"{one[0]}–{one[-1]}" for one in parts)
