"""The lists of a hand-over: true names, custody, both manifests, the bag's description.

May touch: nothing but what it is given. Must never name software, this computer or its user; a person only if typed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from safeplan.handover.bag_files import CopyRow
from safeplan.handover.chosen import Chosen
from safeplan.handover.folder import Sink
from safeplan.handover.labels import wall_clock
from safeplan.handover.letters import printable
from safeplan.handover.report_content import CustodyLine
from safeplan.handover.selection import Selection
from safeplan.handover.viewing_copy import film_time

# Words of the table, not of a language: a program may read it, and a person finds them in the report.
_ACTS = {"attach": "kept", "check": "checked_unchanged", "check_fault": "checked_changed", "release": "handed_over"}


def names_list(chosen: Chosen, copies: Mapping[str, Iterable[CopyRow]]) -> bytes:
    """A table of file, true name, kind, SHA-256, and of a copy: of which file, at which time of a film.

    A name with a tab or line end in it stays one cell. A file that leaves by number only has no name here.
    """
    lines = ["file\tname\tkind\tsha256\tcopy_of\tat"]
    for info in chosen.infos:
        if info.id not in chosen.clean:
            name = " ".join(printable(chosen.shown_name(info)).split("\n"))
            lines.append(f"{chosen.files[info.id]}\t{name}\t{info.kind}\t{info.sha256}\t\t")
        for row in copies.get(info.id, ()):
            at = "" if row.at_ms is None else film_time(row.at_ms)
            what = "COPY" if row.until_ms is None else f"COPY until {film_time(row.until_ms)}"
            lines.append(f"{row.name}\t{what}\t{row.kind}\t{row.sha256}\t{row.original}\t{at}")
    return ("\n".join(lines) + "\n").encode("utf-8")


def custody_list(lines: Iterable[CustodyLine], files: Iterable[str]) -> bytes:
    """A table of moment, file and act for the files that leave."""
    known = set(files)
    rows = [f"{one.at}\t{one.about}\t{_ACTS.get(one.op, one.op)}" for one in lines if one.about in known]
    return "".join(f"{row}\n" for row in ("at_utc\tfile\tact", *rows)).encode("ascii")


def manifest(made: Sink, *, of_payload: bool) -> bytes:
    """One line a file, sorted, as sha256sum reads it."""
    names = sorted(name for name in made.sums if name.startswith("data/") is of_payload)
    return "".join(f"{made.sums[name]}  {name}\n" for name in names).encode("ascii")


def bag_info(selection: Selection, bundle: str, made_at: str, zone: str, made: Sink) -> bytes:
    """The bag's description."""
    payload = [size for name, size in made.sizes.items() if name.startswith("data/")]
    values = {
        "External-Identifier": bundle,
        "Bagging-Date": wall_clock(made_at, zone).date().isoformat(),
        "Payload-Oxum": f"{sum(payload)}.{len(payload)}",
        "Language": selection.language,
        "Contact-Name": selection.author,
        "Case-Number": selection.case_number,
    }
    lines = (f"{label}: {' '.join(printable(value).split())}\n" for label, value in values.items() if value.strip())
    return "".join(lines).encode("utf-8")
