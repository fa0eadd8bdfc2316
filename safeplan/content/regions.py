"""Numbers, orders and law cards of one country, each with its source and the day it was checked.

May touch: resources/regions/. Must never show a fact without source and date, never drop an expired one, and never
fill a gap: what nobody found out is written "unknown" and shown as such.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import lru_cache
from typing import Any

import msgspec

from safeplan.content.facts import Card, Fact, Line, Order, Phrase, Region
from safeplan.content.guide import Point
from safeplan.content.region_shape import (
    ALWAYS,
    FACT_KEYS,
    LISTS,
    LONGEST_FRESH_DAYS,
    MOST_ENTRIES,
    WORD_KEYS,
    Day,
    FactShape,
    Kind,
    LineShape,
    PhraseShape,
)
from safeplan.content.tables import (
    LANGUAGES,
    Id,
    Strict,
    Words,
    each,
    known_language,
    no_twins,
    only,
    part,
    read_table,
    same_ids,
    stated_language,
)
from safeplan.errors import ContentBroken

__all__ = ["REGIONS", "Card", "Fact", "Line", "Order", "Region", "build_region", "line", "load_region"]

# What ships. "intl" has no numbers at all: for wherever no pack exists.
REGIONS = ("kz", "ew", "intl")

UNKNOWN = "unknown"
_BADGES = ("check", "not_confirmed", "expired")


@lru_cache(maxsize=8)
def load_region(region_id: str, language: str) -> Region:
    """The pack of a country, e.g. ("kz", "ru"); ContentBroken(file, where) when a fact or its words do not fit."""
    if region_id not in REGIONS:
        raise ContentBroken(file=f"regions/{region_id[:20]}", where="region")
    known_language(language)
    facts_file, words_file = f"regions/{region_id}/facts.toml", f"regions/{region_id}/{language}.toml"
    facts, words = read_table(facts_file), read_table(words_file)
    return build_region(facts, words, language, files=(facts_file, words_file))


def build_region(facts: dict[str, Any], words: dict[str, Any], language: str, *, files: tuple[str, str]) -> Region:
    """A pack from its facts and its words in one language; `files` are named in ContentBroken."""
    facts_file, words_file = files
    only(facts, FACT_KEYS, facts_file)
    only(words, (*WORD_KEYS, *LISTS), words_file)
    languages = part(facts, "languages", tuple[Id, ...], facts_file)
    if language not in languages:
        raise ContentBroken(file=facts_file, where="languages")
    shapes = {key: _facts(facts, key, kind, facts_file) for key, kind in LISTS.items()}
    every = [shape for entries in shapes.values() for shape in entries.values()]
    # Records, deadlines and the sections of the plan refer to a fact by its id alone.
    no_twins([one.id for one in every], facts_file, "facts")
    dying = part(facts, "dying_lines", tuple[Id, ...], facts_file)
    same_ids((), [one for one in dying if one not in shapes["lines"]], facts_file, "dying_lines")
    always = part(facts, "always", tuple[Id, ...], facts_file)
    same_ids(ALWAYS, always, facts_file, "always")
    sources = _sources(facts, words, every, files)
    shared = _Shared(language)
    made = {key: _made(shapes[key], words, key, kind, sources, shared, words_file) for key, kind in LISTS.items()}
    made["plain_cards"] = made.pop("cards")
    return Region(
        id=part(facts, "id", Id, facts_file),
        language=stated_language(words, language, words_file),
        languages=languages,
        name=part(words, "name", Words, words_file),
        edition=part(facts, "edition", Day, facts_file),
        reviewed_by=part(words, "reviewed_by", str, words_file),
        reviewed_on=part(words, "reviewed_on", str, words_file),
        about=part(words, "about", tuple[Words, ...], words_file),
        always=_points(always, words, "always", words_file),
        phrases=_phrases(facts, words, files),
        must_check=_points(part(facts, "must_check", tuple[Id, ...], facts_file), words, "must_check", words_file),
        dying_lines=dying,
        badges=shared.badges,
        unknown=shared.unknown,
        **made,
    )


def line(region: Region, line_id: str) -> Line:
    """One line of the pack, for pages that name it by id."""
    for one in region.lines:
        if one.id == line_id:
            return one
    raise ContentBroken(file=f"regions/{region.id}/facts.toml", where=f"lines.{line_id[:40]}")


class _Shared:
    """The few words that all packs have in common, so that a foreign pack cannot reword a warning."""

    def __init__(self, language: str) -> None:
        file = f"regions/shared/{known_language(language)}.toml"
        words = read_table(file)
        only(words, ("language", "reviewed_by", "reviewed_on", "article", UNKNOWN, "badges"), file)
        stated_language(words, language, file)
        self.article = part(words, "article", Words, file)
        self.unknown = part(words, UNKNOWN, Words, file)
        self.badges = _points(_BADGES, words, "badges", file)


def _facts(table: dict[str, Any], key: str, kind: Kind, file: str) -> dict[str, FactShape]:
    rows = part(table, key, list[dict[str, Any]], file)
    if len(rows) > MOST_ENTRIES:
        raise ContentBroken(file=file, where=key)
    found: dict[str, FactShape] = {}
    for place, row in enumerate(rows):
        # Named by id where there is one, so that whoever mends the file finds it.
        label = str(row.get("id", place))[:40]
        fact = part({label: row}, label, kind.shape, file, key)
        no_twins((*found, fact.id), file, key)
        _check_age(fact, file, f"{key}.{label}.expires_on")
        found[fact.id] = fact
    return found


def _check_age(fact: FactShape, file: str, where: str) -> None:
    if fact.expires_on is None:
        # The police's number does not age; anything else does.
        if not (isinstance(fact, LineShape) and fact.emergency):
            raise ContentBroken(file=file, where=where)
    elif not 0 < (fact.expires_on - fact.checked_on).days <= LONGEST_FRESH_DAYS:
        raise ContentBroken(file=file, where=where)


def _sources(
    facts: dict[str, Any], words: dict[str, Any], every: Collection[FactShape], files: tuple[str, str]
) -> Mapping[str, str]:
    """The titles by id: all that are named, and none that nobody names."""
    ids = part(facts, "sources", tuple[Id, ...], files[0])
    no_twins(ids, files[0], "sources")
    named = {source.split(" ")[0] for fact in every for source in fact.sources}
    same_ids(sorted(named), ids, files[0], "sources")
    titles = part(words, "sources", dict[str, Words], files[1])
    same_ids(ids, titles, files[1], "sources")
    return titles


def _made(
    shapes: dict[str, FactShape],
    words: dict[str, Any],
    key: str,
    kind: Kind,
    sources: Mapping[str, str],
    shared: _Shared,
    file: str,
) -> Any:
    # A list with nothing in it needs no words.
    table = part(words, key, dict[str, Any], file) if shapes or key in words else {}
    sentences: dict[str, Strict] = each(table, kind.words, file, key)
    same_ids(shapes, sentences, file, key)
    return tuple(kind.made(**_joined(shapes[one], sentences[one], kind, sources, shared)) for one in shapes)


def _joined(
    fact: FactShape, words: Strict, kind: Kind, sources: Mapping[str, str], shared: _Shared
) -> dict[str, Any]:
    values = msgspec.structs.asdict(fact)
    said = {name: shared.unknown if text == UNKNOWN else text for name, text in msgspec.structs.asdict(words).items()}
    named = [source.partition(" ") for source in values.pop("sources")]
    places = [shared.article.replace("{article}", article) for _id, _blank, article in named if article]
    titles = [
        f"{sources[source]}, {shared.article.replace('{article}', article)}" if article else sources[source]
        for source, _blank, article in named
    ]
    values |= {"source_title": "; ".join(titles), "articles": ", ".join(places)}
    if kind.topic:
        values["topic"] = kind.topic
    return values | said


def _phrases(facts: dict[str, Any], words: dict[str, Any], files: tuple[str, str]) -> tuple[Phrase, ...]:
    shapes = part(facts, "phrases", tuple[PhraseShape, ...], files[0])
    no_twins([one.id for one in shapes], files[0], "phrases")
    meanings = part(words, "phrases", dict[str, Words], files[1]) if shapes else {}
    same_ids([one.id for one in shapes], meanings, files[1], "phrases")
    for one in shapes:
        same_ids((), [language for language in one.spoken if language not in LANGUAGES], files[0], "phrases")
    return tuple(Phrase(id=one.id, meaning=meanings[one.id], spoken=tuple(one.spoken.items())) for one in shapes)


def _points(ids: tuple[str, ...], words: dict[str, Any], key: str, file: str) -> tuple[Point, ...]:
    texts = part(words, key, dict[str, Words], file) if ids or key in words else {}
    same_ids(ids, texts, file, key)
    return tuple(Point(one, texts[one]) for one in ids)
