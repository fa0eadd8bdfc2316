"""Words of the drafts for the counter, in three languages, and which facts of the country's pack explain the choice.

May touch: resources/forms/. Must never state a fact of law itself: those have a source and a date, in the pack.
"""

from __future__ import annotations

from functools import lru_cache

import msgspec

from safeplan.content.tables import Id, Strict, Words, no_twins, part, read_table, same_ids
from safeplan.content.words_file import open_words
from safeplan.errors import ContentBroken

SHAPE = "forms/shape.toml"
CHOICES = ("yes", "no", "later")
_PATTERNS = {("statement", "event"): "{n}", ("statement", "ask_yes"): "{person}", ("paper", "page"): "{total}"}
PAPER = (
    *("draft", "draft_line", "to", "from", "birth", "contact", "case_number", "counter", "warning", "signature"),
    *("date", "number", "received", "receipt", "annexes", "page", "empty_box"),
)
STATEMENT = (
    *("title", "opening", "event", "when", "where", "who", "what", "said", "injuries", "damage", "witnesses"),
    *("children", "children_yes", "children_no", "children_heard", "medical", "police", "earlier", "request"),
    *("ask_yes", "ask_yes_nobody", "ask_no", "about_times", "unknown_time"),
)
ORDER_COPY = (
    *("title", "opening", "kind", "number", "issued", "issued_by", "against", "handed", "not_known"),
    *("ask_handed", "ask_terms"),
)
_TABLES = {"paper": PAPER, "statement": STATEMENT, "order_copy": ORDER_COPY}


class Screen(Strict, frozen=True):
    """The sentences of the page beside the drafts."""

    title: Words
    about: Words
    draft_note: Words
    vague_note: Words
    along_note: Words
    statement: Words
    order_copy: Words
    choice_title: Words
    choice_about: Words
    facts_title: Words
    facts_about: Words
    requests_title: Words
    requests_about: Words
    nothing_to_fill: Words
    no_order: Words


class Choice(Strict, frozen=True):
    """One answer to "do you ask for prosecution"; `text` says what it puts on the paper."""

    title: Words
    text: Words


class FormShape(Strict, frozen=True):
    """What is the same in every language."""

    regions: tuple[Id, ...]
    handed_in: tuple[Id, ...]
    choices: tuple[Id, ...]
    requests: tuple[Id, ...]
    facts: tuple[Id, ...]
    copy_facts: tuple[Id, ...]


class FormWords(msgspec.Struct, frozen=True):
    """All of it in one language."""

    language: str
    reviewed_by: str
    reviewed_on: str
    shape: FormShape
    screen: Screen
    choices: dict[str, Choice]
    requests: dict[str, str]
    paper: dict[str, str]
    statement: dict[str, str]
    order_copy: dict[str, str]


@lru_cache(maxsize=8)
def load_form_words(language: str) -> FormWords:
    """The words in "en", "ru" or "kk"; ContentBroken(file, where) when they do not fit the shape."""
    shape = part({"shape": read_table(SHAPE)}, "shape", FormShape, SHAPE)
    for name in ("requests", "facts", "copy_facts"):
        no_twins(getattr(shape, name), SHAPE, name)
    same_ids(CHOICES, shape.choices, SHAPE, "choices")
    words = open_words("forms", language, ("screen", "choices", "requests", *_TABLES))
    tables = {name: words.by_id(name, ids) for name, ids in _TABLES.items()}
    for (table, key), wanted in _PATTERNS.items():
        if wanted not in tables[table][key]:
            raise ContentBroken(file=words.file, where=f"{table}.{key}")
    return FormWords(
        **words.head,
        shape=shape,
        screen=words.part("screen", Screen),
        choices=words.each("choices", Choice, shape.choices),
        requests=words.by_id("requests", shape.requests),
        **tables,
    )
