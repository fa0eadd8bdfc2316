"""The parts of an entry as the report prints them: a label of ours, and her words under it.

May touch: nothing but the entry it is given. Must never join her words into a sentence of ours, leave a part out,
or print an id in place of a name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from safeplan.content.body_map import FIGURES, VIEWS, figure_svg
from safeplan.content.record_guide import RecordGuide
from safeplan.records import incident_form as form_parts
from safeplan.records.incident_form import BodyMark, IncidentForm

_ID = re.compile(r"[0-9a-f]{32}")
# Long texts of a part stand below its first line, without a label where the heading says it already.
Item = tuple[list[str], list[tuple[str, str]]]
Named = Callable[[str], str]


def entry_parts(
    form: IncidentForm, words: RecordGuide, people: Mapping[str, str], annex_numbers: Mapping[str, int], annex: Named
) -> list[tuple[str, str]]:
    """(label, text) for every part added since the first version; "" for an empty one.

    `people` are names to print by id, `annex_numbers` the numbers of files that are in the bundle, `annex` makes
    "Annex 3" of "3".
    """
    say = words.paper

    def name(untrusted_by: str) -> str:
        return people.get(untrusted_by, "") if _ID.fullmatch(untrusted_by) else untrusted_by

    known = words.known
    answers = words.answers
    care = [_care(one, words) for one in form.care]
    substances = form.substances
    return [
        (
            say["said"],
            _items(
                ([f"“{one.words}”" if one.words else "", name(one.by), known.get(one.known, "")], [])
                for one in form.said
            ),
        ),
        (say["used"], form.used),
        (say["marks"], "\n".join(mark_lines(form.marks, words, annex_numbers, annex))),
        (
            say["damage"],
            _items(([one.what, _pair(say["cost"], one.cost), known.get(one.known, "")], []) for one in form.damage),
        ),
        (
            say["devices"],
            _items(([one.what, _pair(say["how"], one.how), known.get(one.known, "")], []) for one in form.devices),
        ),
        (
            say["substances"],
            _lines(
                [
                    _pair(say["alcohol"], answers.get(substances.alcohol, "")),
                    _pair(say["drugs"], answers.get(substances.drugs, "")),
                    substances.words,
                ]
            ),
        ),
        (say["known"], _lines([known.get(form.known, ""), form.known_words])),
        (say["seen_by"], _items(_witness(one, words) for one in form.seen_by)),
        (say["police_calls"], _items(_police_call(one, words) for one in form.police_calls)),
        (say["care"], _items(care)),
        (
            say["exam"],
            _lines([_pair(say[key], getattr(form.exam, key)) for key in ("ordered_by", "ruling", "on_day", "body")]),
        ),
        (say["kept"], _items(([one.what, _pair(say["kept_where"], one.where)], []) for one in form.kept)),
        (
            say["child_words"],
            _items(
                ([f"“{one.words}”" if one.words else "", name(one.child), one.at], []) for one in form.child_words
            ),
        ),
        (say["afterwards"], form.afterwards),
        (say["later"], form.later),
    ]


def mark_lines(
    marks: Iterable[BodyMark], words: RecordGuide, annex_numbers: Mapping[str, int], annex: Named
) -> Iterator[str]:
    """One line for each mark, with the number it has in the picture; a child's says so."""
    say = words.paper
    for number, mark in enumerate(marks, 1):
        part, _, side = mark.region.rpartition("_")
        if side not in ("left", "right"):
            part, side = mark.region, ""
        place = words.place_name(part, side)
        at = (
            words.body.mark.replace("{number}", str(number))
            .replace("{place}", place)
            .replace("{view}", words.views[mark.view])
        )
        picture = annex_numbers.get(mark.attachment)
        facts = [
            at if mark.figure == FIGURES[0] else f"{at}; {words.figures[mark.figure]}",
            words.mark_kinds.get(mark.kind, ""),
            _pair(say["size"], ", ".join(filter(None, (words.sizes.get(mark.size, ""), mark.size_words)))),
            _pair(say["colours"], ", ".join(words.colours[one] for one in mark.colours)),
            _pair(say["pain"], words.pains.get(mark.pain, "")),
            annex(str(picture)) if picture else "",
            _pair(say["note"], mark.note),
        ]
        yield " · ".join(one for one in facts if one)


def drawings(marks: Iterable[BodyMark], words: RecordGuide) -> list[dict[str, Any]]:
    """Each view that has marks, as {svg, alt, caption, tall}; numbers are those of mark_lines."""
    numbered = list(enumerate(marks, 1))
    letters = {"left": words.body.letter_left, "right": words.body.letter_right}
    found = []
    for figure in FIGURES:
        for view in VIEWS:
            if any((mark.figure, mark.view) == (figure, view) for _, mark in numbered):
                alt = words.body.picture.replace("{figure}", words.figures[figure]).replace(
                    "{view}", words.views[view]
                )
                found.append(
                    {
                        "svg": figure_svg(figure, view, numbered, letters),
                        "alt": alt,
                        "caption": f"{words.figures[figure]}, {words.views[view]}",
                        "tall": view in VIEWS[:4],
                    }
                )
    return found


def _witness(one: form_parts.Witness, words: RecordGuide) -> Item:
    say = words.paper
    facts = [
        one.name,
        _pair(say["contact"], one.contact),
        words.noticed.get(one.noticed, ""),
        _pair(say["willing"], words.answers.get(one.willing, "")),
        _pair(say["left"], words.answers.get(one.left, "")),
    ]
    return facts, [("", one.words)]


def _police_call(one: form_parts.PoliceCall, words: RecordGuide) -> Item:
    say = words.paper
    facts = [_pair(say[key], getattr(one, key)) for key in ("number_called", "at", "officer", "statement_number")]
    facts.append(_pair(say["refused"], words.answers.get(one.refused, "")))
    return facts, [(say["refused_words"], one.refused_words), ("", one.words)]


def _care(one: form_parts.Care, words: RecordGuide) -> Item:
    say = words.paper
    facts = [words.care_kinds.get(one.kind, "")]
    facts += [_pair(say[key], getattr(one, key)) for key in ("where", "who", "at", "record_number")]
    return facts, [("", one.words)]


def _items(items: Iterable[Item]) -> str:
    """Numbered paragraphs, one item under another."""
    made = []
    for number, (facts, long) in enumerate(items, 1):
        first = " · ".join(one for one in facts if one)
        rest = [_pair(label, text) if label else text for label, text in long if text]
        made.append("\n".join((f"{number}) {first}" if first else f"{number})", *rest)))
    return "\n".join(made)


def _lines(lines: Iterable[str]) -> str:
    return "\n".join(one for one in lines if one)


def _pair(label: str, untrusted_text: str) -> str:
    return f"{label}: {untrusted_text}" if untrusted_text else ""
