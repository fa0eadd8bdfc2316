"""Opens the sentences of one room: a words file in each language, beside a shape that is the same for all.

May touch: what tables reads. Must never hand out words whose file names another language, has a key nobody reads or
a review without a day.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypedDict, TypeVar

from safeplan.content.tables import (
    Id,
    Words,
    each,
    known_language,
    no_twins,
    only,
    part,
    read_table,
    review_of,
    same_ids,
    stated_language,
)

Kind = TypeVar("Kind")


class Head(TypedDict):
    """What every words file says about itself; the review is empty until someone has read it."""

    language: str
    reviewed_by: str
    reviewed_on: str


@dataclass(frozen=True)
class WordsFile:
    """One words file, its head already checked. Whatever does not fit raises ContentBroken(file, where)."""

    file: str
    head: Head
    _table: dict[str, Any]

    def part(self, key: str, kind: type[Kind]) -> Kind:
        """What stands under `key`."""
        return part(self._table, key, kind, self.file)

    def each(self, key: str, kind: type[Kind], ids: Iterable[str]) -> dict[str, Kind]:
        """A table of tables, exactly one for each of `ids`, in their order."""
        return self._in_order(key, each(self.part(key, dict[str, Any]), kind, self.file, key), ids)

    def by_id(self, key: str, ids: Iterable[str]) -> dict[str, str]:
        """One sentence for each of `ids`, in their order."""
        return self._in_order(key, self.part(key, dict[str, Words]), ids)

    def _in_order(self, key: str, found: dict[str, Kind], ids: Iterable[str]) -> dict[str, Kind]:
        wanted = tuple(ids)
        same_ids(wanted, found, self.file, key)
        return {one: found[one] for one in wanted}


def open_words(room: str, language: str, keys: Iterable[str]) -> WordsFile:
    """resources/<room>/<language>.toml; beside its head it may hold `keys` and nothing else."""
    file = f"{room}/{known_language(language)}.toml"
    table = read_table(file)
    only(table, (*Head.__annotations__, *keys), file)
    stated = stated_language(table, language, file)
    reviewed_by, reviewed_on = review_of(table, file)
    return WordsFile(file, Head(language=stated, reviewed_by=reviewed_by, reviewed_on=reviewed_on), table)


def list_of_ids(shape: dict[str, Any], name: str, file: str) -> tuple[str, ...]:
    """The ids that a shape lists under `name`, none of them twice."""
    ids = part(shape, name, tuple[Id, ...], file)
    no_twins(ids, file, name)
    return ids


def lists_of_ids(file: str, names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """A shape that holds nothing but lists of ids, by their names."""
    wanted = tuple(names)
    shape = read_table(file)
    only(shape, wanted, file)
    return {name: list_of_ids(shape, name, file) for name in wanted}
