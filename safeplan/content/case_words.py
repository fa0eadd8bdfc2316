"""The words about cases, in three languages: the kinds of things in one, and what is said about days.

May touch: resources/cases/. Must never call a day missed, and never demand anything.
"""

from __future__ import annotations

from functools import lru_cache

import msgspec

from safeplan.content.tables import Id, Strict, Words, no_twins, only, part, read_table
from safeplan.content.words_file import list_of_ids, open_words

SHAPE = "cases/shape.toml"


class CasePage(Strict, frozen=True):
    """The sentences of the two pages. What stands in braces is filled in by them."""

    title: Words
    about: Words
    empty_title: Words
    empty_text: Words
    empty_example: Words
    new: Words
    new_why: Words
    new_hint: Words
    begin: Words
    name_first: Words
    not_kept: Words
    open: Words
    nothing_in_it: Words
    begun_in_it: Words
    next_day: Words
    case_title: Words
    nameless: Words
    all: Words
    add: Words
    refused: Words
    refused_where: Words
    kept: Words
    keep: Words
    back: Words
    change: Words
    remove: Words
    removed: Words
    case_removed: Words
    take_back: Words
    number_is: Words
    lies_at: Words
    article_is: Words
    about_title: Words
    entry_is: Words
    order_is: Words
    person_is: Words
    law_title: Words
    days_title: Words
    days_why: Words
    items_title: Words
    items_none: Words
    still_open: Words
    settled: Words
    settle: Words
    unsettle: Words
    no_day: Words
    due_by: Words
    due_gone: Words
    hearing_gone: Words
    answered_on: Words
    answered: Words
    answers_to: Words
    who_said: Words
    where_was: Words
    in_words: Words
    open_entry: Words
    open_file: Words
    private_file: Words
    better_this_week: Words
    better_by: Words
    registered_gone: Words
    happened_gone: Words
    stood_still: Words
    limit_from: Words
    for_item: Words
    form_title: Words
    kind: Words
    day_hint: Words
    due_hint: Words
    day_unreadable: Words
    one_is_enough: Words
    kind_other: Words
    more: Words
    more_why: Words
    number: Words
    who: Words
    who_named: Words
    who_other: Words
    where: Words
    words: Words
    words_hint: Words
    due: Words
    due_why: Words
    answer_to: Words
    answer_to_none: Words
    entry: Words
    entries: Words
    entries_search: Words
    entries_none: Words
    files: Words
    files_why: Words
    add_files: Words
    keeping_files: Words
    files_entry: Words
    file_out: Words
    file_failed: Words
    case_form: Words
    name: Words
    case_number: Words
    case_body: Words
    body_hint: Words
    offence: Words
    offence_why: Words
    offence_none: Words
    article: Words
    on_complaint: Words
    on_complaint_why: Words
    yes: Words
    no: Words
    unknown: Words
    orders: Words
    people: Words
    notes: Words
    ask_refused: Words
    ask_refused_why: Words


class TodayWords(Strict, frozen=True):
    """Next dates on Today: neutral before they are shown, named afterwards."""

    title: Words
    one_day: Words
    several: Words
    today: Words
    tomorrow: Words
    gone: Words
    show: Words
    cover: Words
    open: Words
    order_ends: Words
    hearing: Words
    due: Words
    limit: Words
    look_again: Words
    gone_hint: Words


class KindWords(Strict, frozen=True):
    """One kind of item: its name, why to keep it, and how its box, its day and its person are asked for."""

    name: Words
    why: Words
    box: Words
    on: Words
    who: Words


class ItemKind(msgspec.Struct, frozen=True):
    """`front`: the fields that stand open for this kind."""

    id: str
    words: KindWords
    front: tuple[str, ...]


class CaseWords(msgspec.Struct, frozen=True):
    """All of it in one language. `refused`: ids of facts a pack may have; `stands_still`: words for what stops a
    count, by its id in a pack."""

    language: str
    reviewed_by: str
    reviewed_on: str
    page: CasePage
    today: TodayWords
    kinds: tuple[ItemKind, ...]
    refused: tuple[str, ...]
    stands_still: dict[str, str]

    def kind(self, id: str) -> ItemKind:
        """The words of one kind."""
        return next(one for one in self.kinds if one.id == id)


class _Kind(Strict, frozen=True):
    id: Id
    front: tuple[Id, ...]


@lru_cache(maxsize=8)
def load_case_words(language: str) -> CaseWords:
    """The words in "en", "ru" or "kk"; ContentBroken(file, where) when they do not fit the shape."""
    shape = read_table(SHAPE)
    only(shape, ("refused", "stands_still", "kinds"), SHAPE)
    kinds = part(shape, "kinds", tuple[_Kind, ...], SHAPE)
    no_twins((one.id for one in kinds), SHAPE, "kinds")
    words = open_words("cases", language, ("page", "today", "kinds", "stands_still"))
    said = words.each("kinds", KindWords, (one.id for one in kinds))
    return CaseWords(
        **words.head,
        page=words.part("page", CasePage),
        today=words.part("today", TodayWords),
        kinds=tuple(ItemKind(one.id, said[one.id], one.front) for one in kinds),
        refused=list_of_ids(shape, "refused", SHAPE),
        stands_still=words.by_id("stands_still", list_of_ids(shape, "stands_still", SHAPE)),
    )
