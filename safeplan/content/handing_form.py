"""The words of the last step of a hand-over and of the list of all of them, in three languages.

May touch: resources/handing_form/. Must never promise what happens to a copy once it has left.
"""

from __future__ import annotations

from functools import lru_cache

import msgspec

from safeplan.content.tables import Strict, Words
from safeplan.content.words_file import lists_of_ids, open_words

SHAPE = "handing_form/shape.toml"


class OneForm(Strict, frozen=True):
    """One way for a copy to leave: its name, what it means, and the button that makes it."""

    title: Words
    why: Words
    make: Words


class FormWords(Strict, frozen=True):
    """The heading of the choice, and what a locked PDF leaves out. Words in braces are filled in by the page."""

    title: Words
    accessible: Words
    pdf_stays: Words
    pdf_zip: Words


class PhraseWords(Strict, frozen=True):
    """About the passphrase of a locked form."""

    title: Words
    about: Words
    label: Words
    exactly: Words
    not_kept: Words
    another: Words
    show_first: Words


class WorkWords(Strict, frozen=True):
    """What is being done."""

    ready: Words
    copy: Words
    report: Words
    check: Words
    stopped: Words


class ResultWords(Strict, frozen=True):
    """What came of it. Words in braces are filled in by the page."""

    made: Words
    differs: Words
    unchanged: Words
    unchanged_stick: Words
    unchanged_locked: Words
    failing: Words
    where: Words
    verify: Words
    locked: Words
    take_out: Words
    stays_title: Words
    stays: Words
    all: Words


class HandedWords(Strict, frozen=True):
    """The list of all hand-overs."""

    title: Words
    search: Words
    search_why: Words
    found: Words
    nothing_found: Words
    none_title: Words
    none_text: Words
    none_example: Words
    none_action: Words
    head: Words
    no_name: Words
    more: Words
    came: Words


class OneWords(Strict, frozen=True):
    """What unfolds of one hand-over."""

    purpose: Words
    until: Words
    until_words: Words
    case_number: Words
    made_at: Words
    languages: Words
    folder: Words
    pdf: Words
    zip: Words
    size: Words
    entries: Words
    entry: Words
    gone: Words
    files: Words
    photos: Words
    no_files: Words
    how_title: Words
    names: Words
    initials: Words
    notes: Words
    contacts: Words
    fields: Words
    marks: Words
    clean: Words
    private: Words
    check_title: Words
    check_why: Words
    bundle: Words
    hash: Words
    new_title: Words
    new_none: Words
    new_added: Words
    new_changed: Words
    new_orders: Words
    new_items: Words
    again_new: Words
    again_same: Words


class HandingForm(msgspec.Struct, frozen=True):
    """All of it in one language; `forms` by id, in the order they are shown."""

    language: str
    reviewed_by: str
    reviewed_on: str
    forms: dict[str, OneForm]
    form: FormWords
    phrase: PhraseWords
    work: WorkWords
    result: ResultWords
    handed: HandedWords
    one: OneWords


_PARTS = ("form", "phrase", "work", "result", "handed", "one")


@lru_cache(maxsize=8)
def load_handing_form(language: str) -> HandingForm:
    """The words in "en", "ru" or "kk"; ContentBroken(file, where) when they do not fit the shape."""
    forms = lists_of_ids(SHAPE, ("forms",))["forms"]
    words = open_words("handing_form", language, ("forms", *_PARTS))
    return HandingForm(
        **words.head,
        forms=words.each("forms", OneForm, forms),
        form=words.part("form", FormWords),
        phrase=words.part("phrase", PhraseWords),
        work=words.part("work", WorkWords),
        result=words.part("result", ResultWords),
        handed=words.part("handed", HandedWords),
        one=words.part("one", OneWords),
    )
