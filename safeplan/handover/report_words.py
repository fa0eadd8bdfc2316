"""The words of a report, in one language or in two side by side: "Место / Орны".

May touch: resources/reports/labels and resources/record, through their readers. Must never translate her words, and
never let two languages name two different days: beside each other, days stand in figures.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

import msgspec

from safeplan.content.record_guide import RecordGuide, load_record_guide
from safeplan.handover.labels import Labels, load_labels, wall_clock
from safeplan.handover.letters import breakable, one_line, printable

# A longer text would make hundreds of pages; the whole of it lies in the bundle as a text file.
LONGEST_TEXT = 200_000
# A place or a reason longer than this would fill pages of a table.
LONGEST_VALUE = 4_000
# Two sentences longer than this stand under each other.
_LONG = 48
_TABLES = ("figures", "views", "mark_kinds", "sizes", "colours", "pains", "known", "noticed", "answers", "care_kinds")


class _TwoGuides(RecordGuide, frozen=True):
    """A guide whose labels name everything twice."""

    both: tuple[RecordGuide, RecordGuide]

    def place_name(self, part: str, side: str) -> str:
        """A place of the body with its side, in both languages."""
        return beside(*(one.place_name(part, side) for one in self.both))

    def anchored(self, side: str, event: str) -> str:
        """ "before: the move" in both languages. `event` is hers."""
        return beside(*(one.anchored(side, event) for one in self.both))


@dataclass(frozen=True)
class ReportWords:
    """Labels, dates and the guide's words for one report. `labels` has one language or two."""

    labels: tuple[Labels, ...]
    guide: RecordGuide

    def __call__(self, table: str, key: str, **values: object) -> str:
        """The words under `table.key`, in both languages where there are two."""
        return beside(*(one(table, key, **values) for one in self.labels))

    @property
    def language(self) -> str:
        """The first language: that of the document."""
        return self.labels[0].language

    def sentences(self, table: str, key: str, **values: object) -> list[str]:
        """A sentence in each language, one under the other."""
        return [one(table, key, **values) for one in self.labels]

    def patterns(self, table: str) -> dict[str, str]:
        """A whole table with its {names} still open."""
        first, *others = (one.tables[table] for one in self.labels)
        return {key: beside(words, *(other[key] for other in others)) for key, words in first.items()}

    def of_both(self, words_of: Callable[[str], str]) -> str:
        """What `words_of(language)` says in each language."""
        return beside(*(words_of(one.language) for one in self.labels))

    def local(self, iso_text: str) -> str:
        """A local "2026-03-01T14:20" or "2026-03-01" in words; beside each other in figures."""
        if len(self.labels) == 1:
            return self.labels[0].local(iso_text)
        try:
            if len(iso_text) <= 10:
                return self._figures(date.fromisoformat(iso_text))
            moment = datetime.fromisoformat(iso_text)
        except ValueError:
            return iso_text
        return f"{self._figures(moment.date())}, {moment:%H:%M}"

    def moment(self, utc_text: str, zone: str) -> str:
        """A stored moment as the clock on the wall showed it, with its offset."""
        if len(self.labels) == 1:
            return self.labels[0].moment(utc_text, zone)
        there = wall_clock(utc_text, zone)
        return f"{self._figures(there.date())}, {there:%H:%M} ({self.labels[0]('dates', 'zone', zone=zone)})"

    def later(self, minutes: int) -> str:
        """How long after the time stated."""
        return beside(*(one("dates", "later", delay=one.delay(minutes)) for one in self.labels))

    # ── Her words ───────────────────────────────────────────────────────────────────────────────────────────────
    def said(self, untrusted_text: str, rest: str = "") -> list[str]:
        """Paragraphs; behind a text that is too long `rest`, which says where the rest is: rest_stays() or a file."""
        lines, cut = long_text(untrusted_text)
        return [*lines, rest or self.rest_stays()] if cut else lines

    def value(self, untrusted_text: str, rest: str = "") -> str:
        """One line beside a label. `rest` as in said()."""
        if len(untrusted_text) <= LONGEST_VALUE:
            return one_line(untrusted_text)
        return f"{one_line(untrusted_text[:LONGEST_VALUE])} … {rest or self.rest_stays()}"

    def rows(self, labelled: Sequence[tuple[str, str]], rest: str = "") -> list[list[str]]:
        """[label, value] of those that have a value. `rest` as in said()."""
        return [[label, self.value(value, rest)] for label, value in labelled if value.strip()]

    def rest_stays(self) -> str:
        """That the rest of a text is nowhere in what leaves."""
        return self("report", "rest_stays")

    def rest_in(self, file: str) -> str:
        """In which file of the bundle the rest of a text is."""
        return self("report", "continued", file=file)

    def _figures(self, day: date) -> str:
        # 03.04.2026 is April in Almaty and March in Boston.
        english = any(one.language == "en" for one in self.labels)
        return day.isoformat() if english else f"{day:%d.%m.%Y}"


def load_report_words(languages: Sequence[str], *, alone: bool = False) -> ReportWords:
    """The words for ("ru",) or ("ru", "kk"); `alone`: for a report that leaves by itself. Raises ContentBroken."""
    labels = tuple(load_labels(one) for one in languages)
    if alone:
        labels = tuple(_alone(one) for one in labels)
    guides = [load_record_guide(one) for one in languages]
    return ReportWords(labels, guides[0] if len(guides) == 1 else _merged(guides[0], guides[1]))


def beside(*words: str) -> str:
    """The same in several languages: "Место / Орны"; long sentences under each other, equal ones once."""
    different = list(dict.fromkeys(one for one in words if one))
    return ("\n" if any(len(one) > _LONG for one in different) else " / ").join(different)


def long_text(untrusted_text: str) -> tuple[list[str], bool]:
    """(printable paragraphs, whether the text was longer than the report takes)."""
    text = untrusted_text[:LONGEST_TEXT]
    shown = printable(text)
    # Names in brackets can be thirty times longer than what they stand for.
    while len(shown) > 2 * LONGEST_TEXT:
        text = text[: len(text) // 2]
        shown = printable(text)
    return breakable(shown).strip("\n").split("\n"), len(text) < len(untrusted_text)


def _alone(labels: Labels) -> Labels:
    """The same, with other words wherever the usual ones speak of what lies beside a report."""
    report = {**labels.tables["report"], **labels.tables["alone"]}
    return replace(labels, tables={**labels.tables, "report": report})


def _merged(one: RecordGuide, two: RecordGuide) -> RecordGuide:
    fields = {name: getattr(one, name) for name in one.__struct_fields__}
    fields |= {name: _each(getattr(one, name), getattr(two, name)) for name in (*_TABLES, "paper")}
    fields["body"] = msgspec.structs.replace(
        one.body,
        mark="{number}) {place} · {view}",
        sides=beside(one.body.sides, two.body.sides),
        picture=beside(one.body.picture, two.body.picture).replace("\n", " / "),
        letter_left=beside(one.body.letter_left, two.body.letter_left).replace(" ", ""),
        letter_right=beside(one.body.letter_right, two.body.letter_right).replace(" ", ""),
    )
    return _TwoGuides(**fields, both=(one, two))


def _each(one: Mapping[str, str], two: Mapping[str, str]) -> dict[str, str]:
    return {key: beside(words, two[key]) for key, words in one.items()}
