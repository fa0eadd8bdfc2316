"""The words of the pages about kept files, in three languages, and what removing an original can do and cannot.

May touch: resources/files/. Must never promise that something removed is erased, or ask for a picture.
"""

from __future__ import annotations

from functools import lru_cache

import msgspec

from safeplan.content.tables import Strict, Words
from safeplan.content.words_file import lists_of_ids, open_words

SHAPE = "files/shape.toml"


class GalleryWords(Strict, frozen=True):
    """The page with all files. Filled in by it: {entry}, {number}, {count}, {name}, {left}, {most} and {reason}."""

    title: Words
    about: Words
    about_entry: Words
    all_entries: Words
    which: Words
    all: Words
    picture: Words
    paper: Words
    recording: Words
    film: Words
    text: Words
    other: Words
    order: Words
    order_kept: Words
    order_entry: Words
    show_all: Words
    cover_all: Words
    add: Words
    show: Words
    cover: Words
    open: Words
    tile: Words
    tile_private: Words
    is_covered: Words
    is_shown: Words
    keys: Words
    near_limit: Words
    choose: Words
    private_count: Words
    none_title: Words
    none_text: Words
    none_example: Words
    none_of_kind: Words
    where_title: Words
    where_text: Words
    where_new: Words
    where_entry: Words
    where_label: Words
    where_add: Words
    where_back: Words
    keeping: Words
    results_title: Words
    kept: Words
    already: Words
    failed: Words
    kept_all: Words
    stopped: Words


class OriginalsWords(Strict, frozen=True):
    """The question about the files she chose, after they were kept; `offer` is the button that leads to it."""

    offer: Words
    title: Words
    about: Words
    and_more: Words
    can_title: Words
    cannot_title: Words
    phone: Words
    leave: Words
    remove: Words
    working: Words
    results_title: Words
    stopped: Words


class OneFileWords(Strict, frozen=True):
    """The page of one file."""

    beside: Words
    beside_why: Words
    note: Words
    note_why: Words
    transcript: Words
    transcript_why: Words
    private: Words
    private_why: Words
    private_on: Words
    private_off: Words
    doctor: Words
    text_words: Words
    text_source: Words
    text_part: Words
    text_next: Words
    text_before: Words
    text_cut: Words
    text_guessed: Words
    text_markup: Words
    text_hidden: Words
    text_view: Words


class FileWords(msgspec.Struct, frozen=True):
    """All of it in one language. `can`, `cannot`: sentences in order; `outcomes`: one for each Outcome."""

    language: str
    reviewed_by: str
    reviewed_on: str
    page: GalleryWords
    originals: OriginalsWords
    file: OneFileWords
    can: tuple[str, ...]
    cannot: tuple[str, ...]
    outcomes: dict[str, str]


@lru_cache(maxsize=8)
def load_file_words(language: str) -> FileWords:
    """The words in "en", "ru" or "kk"; ContentBroken(file, where) when they do not fit the shape."""
    lists = lists_of_ids(SHAPE, ("can", "cannot", "outcomes"))
    words = open_words("files", language, ("page", "originals", "file", *lists))
    said = {name: words.by_id(name, ids) for name, ids in lists.items()}
    return FileWords(
        **words.head,
        page=words.part("page", GalleryWords),
        originals=words.part("originals", OriginalsWords),
        file=words.part("file", OneFileWords),
        can=tuple(said["can"].values()),
        cannot=tuple(said["cannot"].values()),
        outcomes=said["outcomes"],
    )
