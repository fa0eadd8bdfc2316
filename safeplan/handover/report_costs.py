"""Threats, damage and cost: words and sums as they were written, added up only where nothing has to be guessed.

May touch: nothing but the content it is given. Must never guess a currency or a number, change one currency into
another, or decide by itself what is a threat: the entry carries her own tick.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from safeplan.handover.letters import in_a_cell, one_line
from safeplan.handover.report_content import ReportContent
from safeplan.handover.report_gather import COSTS
from safeplan.handover.report_times import happened_words
from safeplan.handover.report_words import ReportWords

_THREAT = "threat"
_LONGEST = 400
_RUN = 18
# Groups only by spaces: 1.500 is one and a half in one country and fifteen hundred in another.
_AMOUNT = r"\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+|\d+"
# Only what is surely a currency: in "5 times" and "about 5" a word stands beside the number too.
_CURRENCY = (
    r"(?:тенге|теңге|тг|tenge|tg|kzt|руб|rub|usd|доллар|dollar|eur|евро|gbp|pound|сом|сум|юан|cny)[^\W\d_]{0,4}\.?"
    r"|[$€£₸₽]"
)
_COST = re.compile(
    rf"(?P<before>{_CURRENCY})?\s*(?P<whole>{_AMOUNT})(?:[.,](?P<part>\d{{1,2}}))?\s*(?P<after>{_CURRENCY})?",
    re.IGNORECASE,
)


def costs(content: ReportContent, say: ReportWords) -> dict[str, Any]:
    """{threats: rows of four, damage: rows of four, sums: rows of two, not_counted: a sentence or ""}."""
    if not content.shows(COSTS):
        return {"threats": [], "damage": [], "sums": [], "not_counted": ""}
    written = [one.cost for form in _forms(content) for one in form.damage if one.cost.strip()]
    sums, left_out = add_up(written)
    return {
        "threats": _threats(content, say),
        "damage": _damage(content, say),
        "sums": [[one_line(currency, _RUN) or say("report", "no_currency"), total] for currency, total in sums],
        "not_counted": say("report", "not_counted", n=left_out) if left_out else "",
    }


def add_up(untrusted_costs: Sequence[str]) -> tuple[list[tuple[str, str]], int]:
    """([(currency as written, sum)], how many were not added); "about 5 000", a range or 1.500 is not added."""
    sums: dict[str, Decimal] = {}
    shown: dict[str, str] = {}
    left_out = 0
    for text in untrusted_costs:
        found = _COST.fullmatch(text.strip())
        if found is None or (found["before"] and found["after"]):
            left_out += 1
            continue
        currency = found["before"] or found["after"] or ""
        key = currency.casefold().rstrip(".")
        shown.setdefault(key, currency)
        amount = Decimal(re.sub(r"\s", "", found["whole"]) + (f".{found['part']}" if found["part"] else ""))
        sums[key] = sums.get(key, Decimal(0)) + amount
    return [(shown[key], _spaced(total)) for key, total in sums.items()], left_out


def _forms(content: ReportContent) -> list[Any]:
    return [incident.revisions[-1].form for incident in content.incidents]


def _threats(content: ReportContent, say: ReportWords) -> list[list[str]]:
    rows = []
    for number, form in enumerate(_forms(content), 1):
        if _THREAT not in form.kinds:
            continue
        when = happened_words(say, form.happened, content.anchors)
        # Where nothing was noted word for word, the entry itself says it.
        for one in form.said or (None,):
            words = say("report", "see_entry") if one is None else f"“{one.words}”" if one.words else ""
            by = "" if one is None else content.people.get(one.by, "" if len(one.by) == 32 else one.by)
            known = "" if one is None else say.guide.known.get(one.known, "")
            rows.append(_cells(str(number), when, words, ", ".join(fact for fact in (by, known) if fact)))
    return rows


def _damage(content: ReportContent, say: ReportWords) -> list[list[str]]:
    return [
        _cells(str(number), happened_words(say, form.happened, content.anchors), one.what, one.cost)
        for number, form in enumerate(_forms(content), 1)
        for one in form.damage
        if one.what or one.cost
    ]


def _cells(*cells: str) -> list[str]:
    return [in_a_cell(cell, _LONGEST, _RUN) for cell in cells]


def _spaced(total: Decimal) -> str:
    return f"{total:,}".replace(",", "\u00a0")
