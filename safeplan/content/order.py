"""What comes first for her situation: sections, small steps, and what one switch changes on the pages.

May touch: the guide through its loaders. Must never hide a section, and never touch an answer or a step: a switch
changes what is shown first, nothing that she wrote.
"""

from __future__ import annotations

from collections.abc import Collection

import msgspec

from safeplan.content.guide import Guide, SectionHead
from safeplan.content.guide_shape import load_section_shape, load_shape
from safeplan.content.sections import Section, Suggestion, shown, shown_suggestions


class SwitchChange(msgspec.Struct, frozen=True):
    """What one situation changes. Questions and suggestions are (section id, id), in the order of the guide.

    `moves`: ids of the sections that stand further up while it is on.
    """

    moves: tuple[str, ...]
    questions: tuple[tuple[str, str], ...]
    suggestions: tuple[tuple[str, str], ...]


def brought_forward(situations_on: Collection[str]) -> tuple[str, ...]:
    """The sections that stand first for these switches, whatever order they were switched in."""
    called = [
        section
        for move in load_shape().moves
        if any(one in situations_on for one in move.when)
        for section in move.first
    ]
    return tuple(dict.fromkeys(called))


def sections_in_order(guide: Guide, situations_on: Collection[str]) -> tuple[SectionHead, ...]:
    """All sections: first those that her switches bring forward, then the rest as in the guide."""
    first = {section: place for place, section in enumerate(brought_forward(situations_on))}
    return tuple(sorted(guide.heads, key=lambda head: first.get(head.id, len(first))))


def small_steps(guide: Guide, situations_on: Collection[str]) -> tuple[tuple[Section, Suggestion], ...]:
    """Small steps that suit today, for her situation, in the order that fits it.

    Reads the starter sections and those that her switches bring forward, never all of them.
    """
    wanted = {*load_shape().starters, *brought_forward(situations_on)}
    sections = [guide.section(one.id) for one in sections_in_order(guide, situations_on) if one.id in wanted]
    return tuple(
        (section, one) for section in sections for one in shown_suggestions(section, situations_on) if one.today
    )


def what_changes(guide: Guide, situation: str, situations_on: Collection[str] = ()) -> SwitchChange:
    """What the switch `situation` adds and moves, beside the other switches that are on.

    Reads the shape of every section and no sentence: the page takes the words from guide.section(id).
    """
    without = frozenset(situations_on) - {situation}
    switched = without | {situation}
    before, after = ([one.id for one in sections_in_order(guide, on)] for on in (without, switched))
    questions: list[tuple[str, str]] = []
    suggestions: list[tuple[str, str]] = []
    for section in (one.id for one in guide.heads):
        shape = load_section_shape(section)
        questions += [(section, q.id) for q in shape.questions if shown(q, switched) and not shown(q, without)]
        suggestions += [(section, s.id) for s in shape.suggestions if shown(s, switched) and not shown(s, without)]
    return SwitchChange(
        moves=tuple(one for one in after if after.index(one) < before.index(one)),
        questions=tuple(questions),
        suggestions=tuple(suggestions),
    )
