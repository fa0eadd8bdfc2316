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
        behind = [Body(f"–  {one.text}", "small") for one in signs.signs if source.id in one.sources]
        parts.append(
            stack(
                Heading(f"{source.name}, {source.year}", 3, name=f"signs-source-{source.id}"),
                Body(source.kind, "small"),
                *behind,
                spacing=2,
            )
        )
    day = day_in_words(signs.checked_on, signs.language)
    read = QCoreApplication.translate("SignSources", "The sources were last read on {day}.").format(day=day)
    if signs.reviewed_by:
        words = QCoreApplication.translate("SignSources", "These words were read by {who} on {day}.")
        review = words.format(who=signs.reviewed_by, day=source_day(signs.reviewed_on, signs.language))
    else:
        review = signs.words.from_review
    parts.append(Body(f"{read} {review}", "muted", name="signs-review"))
    return stack(*parts, spacing=12)
