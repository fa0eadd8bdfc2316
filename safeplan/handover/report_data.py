"""Turns chosen entries into the plain data the report's template prints.

May touch: nothing but the records it is given. Must never add a word of ours to hers, shorten without saying so, or
use the numbers of her own list: a gap in them would tell that other entries exist.
"""

from __future__ import annotations

from typing import Any

from safeplan.handover.labels import wall_clock
from safeplan.handover.letters import one_line
from safeplan.handover.report_annexes import annex_details, annex_list, custody
from safeplan.handover.report_case import orders, pressure
from safeplan.handover.report_chronology import chronology, cover
from safeplan.handover.report_content import AnnexFacts, CustodyLine, ReportContent
from safeplan.handover.report_costs import costs
from safeplan.handover.report_gather import languages_of
from safeplan.handover.report_limits import check_limits, own_limits
from safeplan.handover.report_numbers import numbers
from safeplan.handover.report_sheets import sheet
from safeplan.handover.report_times import in_order_of_time
from safeplan.handover.report_words import LONGEST_TEXT, LONGEST_VALUE, load_report_words

__all__ = [
    "LONGEST_TEXT",
    "LONGEST_VALUE",
    "AnnexFacts",
    "CustodyLine",
    "ReportContent",
    "in_order_of_time",
    "report_data",
]


def report_data(content: ReportContent) -> dict[str, Any]:
    """The JSON document of resources/reports/report.typ."""
    say = load_report_words(languages_of(content.selection), alone=content.alone)
    made = wall_clock(content.made_at, content.zone)
    return {
        "language": say.language,
        "labels": say.patterns("report"),
        "title": say("report", "title"),
        "bundle": content.bundle,
        "made_date": [made.year, made.month, made.day],
        "cover": cover(content, say),
        "chosen": "\n".join(say.sentences("report", "limit_chosen")),
        "chronology": chronology(content, say),
        "numbers": numbers(content, say),
        "sheets": [sheet(content, say, number, one) for number, one in enumerate(content.incidents, 1)],
        "orders": orders(content, say),
        "pressure": pressure(content, say),
        "costs": costs(content, say),
        "annexes": annex_list(content, say),
        "own_limits": own_limits(content, say),
        "limits": check_limits(content, say),
        "check": [*say.sentences("report", "check_intro"), *say.sentences("report", "check_all")],
        "root": content.root,
        "root_words": one_line(content.root_words),
        "details": annex_details(content, say),
        "custody": custody(content, say),
        "contacts": say.rows([(one.whose or say("report", "contact_own"), one.contact) for one in content.contacts]),
    }
