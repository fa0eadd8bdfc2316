"""What is wrong with the rules of a computer and how to mend it, in three languages, for whoever looks after it.

May touch: resources/policy/. Must never show a word that stands in the file at fault, beyond names of settings.
"""

from __future__ import annotations

from functools import lru_cache

import msgspec

from safeplan.content.tables import Strict, Words
from safeplan.content.words_file import lists_of_ids, open_words
from safeplan.errors import PolicyFault

SHAPE = "policy/shape.toml"


class FaultPage(Strict, frozen=True):
    """The sentences of the page that stands in the place of everything else."""

    title: Words
    about: Words
    safe: Words
    where_title: Words
    file: Words
    line: Words
    whole: Words
    key: Words
    wrong_title: Words
    mend_title: Words
    again: Words


class CheckLines(Strict, frozen=True):
    """What the command prints."""

    fault: Words
    fault_key: Words
    fault_whole: Words
    good: Words
    not_yet: Words
    in_effect: Words


class PolicyWords(msgspec.Struct, frozen=True):
    """All of it in one language; `reasons` and `mends` by the ids that a PolicyFault carries."""

    language: str
    reviewed_by: str
    reviewed_on: str
    page: FaultPage
    check: CheckLines
    reasons: dict[str, str]
    mends: dict[str, str]

    def wrong(self, fault: PolicyFault) -> str:
        """What is wrong, in a sentence or two."""
        return self.reasons[str(fault.facts["reason"])].format_map(fault.facts)

    def mend(self, fault: PolicyFault) -> str:
        """How to mend it."""
        return self.mends[str(fault.facts["mend"])].format_map(fault.facts)

    def line_of(self, fault: PolicyFault) -> str:
        """One line for a terminal: the place as editors understand it, what is wrong, how to mend it."""
        facts = fault.facts
        pattern = self.check.fault_whole
        if facts["line"]:
            pattern = self.check.fault_key if facts["key"] else self.check.fault
        return pattern.format_map({**facts, "wrong": self.wrong(fault), "mend": self.mend(fault)})


@lru_cache(maxsize=8)
def load_policy_words(language: str) -> PolicyWords:
    """The words in "en", "ru" or "kk"; ContentBroken(file, where) when they do not fit the shape."""
    lists = lists_of_ids(SHAPE, ("reasons", "mends"))
    words = open_words("policy", language, ("page", "check", *lists))
    return PolicyWords(
        **words.head,
        page=words.part("page", FaultPage),
        check=words.part("check", CheckLines),
        **{name: words.by_id(name, ids) for name, ids in lists.items()},
    )
