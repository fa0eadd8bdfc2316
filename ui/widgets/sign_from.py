"""Where the warning signs come from: every source with its year, the signs it stands behind, and the day of review.

May touch: its own widgets. Must never show a figure of a study: no weight may be carried over to her life.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from safeplan.content.signs import WarningSigns
from ui.widgets.labels import Body, Heading
from ui.widgets.said_dates import day_in_words, source_day
from ui.widgets.stack import stack


def sources_of(signs: WarningSigns) -> QWidget:
    """The whole part, as one widget."""
    parts: list[QWidget] = [Body(line) for line in signs.words.from_lines]
    for source in signs.sources:
        words = QCoreApplication.translate("SignSources", "{name}, {year}").format(name=source.name, year=source.year)
        named = Heading(words, 3, name=f"signs-source-{source.id}")
        parts.append(stack(named, Body(source.kind, "small"), spacing=2))
    short = {source.id: source.short for source in signs.sources}
    title = QCoreApplication.translate("SignSources", "Which sign comes from where")
    from_where = QCoreApplication.translate("SignSources", "From: {names}")
    lines = [
        stack(
            Body(one.text),
            Body(
                from_where.format(names="; ".join(short[known] for known in one.sources)),
                "small",
                name=f"signs-from-{one.id}",
            ),
            spacing=0,
        )
        for one in signs.signs
    ]
    parts.append(stack(Heading(title, 2), *lines, spacing=8))
    day = day_in_words(signs.checked_on, signs.language)
    read = QCoreApplication.translate("SignSources", "The sources were last read on {day}.").format(day=day)
    if signs.reviewed_by:
        words = QCoreApplication.translate("SignSources", "These words were read by {who} on {day}.")
        review = words.format(who=signs.reviewed_by, day=source_day(signs.reviewed_on, signs.language))
    else:
        review = signs.words.from_review
    parts.append(Body(f"{read} {review}", "muted", name="signs-review"))
    return stack(*parts, spacing=12)
