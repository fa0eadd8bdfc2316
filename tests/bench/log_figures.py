"""A long log: opening its list, searching it as one types, beside plain SQLite FTS5 over the same text."""

from __future__ import annotations

import json
import random
import re
import resource
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

import sqlcipher3.dbapi2 as driver

from safeplan.records import checking, search_index, timeline
from safeplan.records.search import PAGE, Asked, search
from safeplan.vault.database import Database, open_database
from safeplan.vault.migrations import migrate
from tests.bench.figure import Figure, p99
from tests.bench.long_log import ENTRIES, FILES, texts, write_log

KEY = b"x'" + b"7a" * 48 + b"'"
PLAIN = "SELECT rowid, snippet(plain, 0, '', '', '…', 24) FROM plain WHERE plain MATCH ? ORDER BY rowid DESC LIMIT ?"
MISSES = ("жираф", "zzzz", "ыыы", "qq xx")


def measure(work: Path, quick: bool) -> list[Figure]:
    folder = work / "long-log"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    entries, files = (ENTRIES // 10, FILES // 10) if quick else (ENTRIES, FILES)
    path = folder / "d0.bin"
    path.touch()
    database = open_database(path, bytearray(KEY))
    migrate(database)
    write_log(database, entries, files)
    started = time.perf_counter()
    search_index.rebuild(database)
    rebuilt = time.perf_counter() - started
    started = time.perf_counter()
    checked = checking.check(database)
    took = time.perf_counter() - started
    assert checked.entries == entries, checked
    database.close()
    figures = [_list_open(path), *_on_the_page(path, entries), *_searches(path, folder / "plain.db", entries)]
    note = f"{path.stat().st_size >> 20} MiB with the index"
    figures += [
        Figure("index_rebuild_s", rebuilt, "s", note=note),
        Figure("check_lines_s", took, "s", note=f"{entries} lines and documents"),
    ]
    shutil.rmtree(folder)
    return figures


def _list_open(path: Path) -> Figure:
    """What a page reads before it stands, each time with nothing read before."""
    by_time, by_writing = [], []
    for _ in range(5):
        for measured, view in ((by_writing, _as_written), (by_time, _as_happened)):
            database = open_database(path, bytearray(KEY))
            started = time.perf_counter()
            view(database)
            measured.append((time.perf_counter() - started) * 1000)
            database.close()
    middle = [statistics.median(one) for one in (by_writing, by_time)]
    note = f"as written {middle[0]:.0f}, as it happened with months {middle[1]:.0f}"
    return Figure("list_open_ms", max(middle), "ms", 100, note=note)


def _as_written(database: Database) -> None:
    assert len(timeline.last_written(database).lines) == timeline.PAGE
    assert timeline.count_entries(database)


def _as_happened(database: Database) -> None:
    assert len(timeline.in_time(database).lines) == timeline.PAGE
    assert timeline.months(database)


def _on_the_page(path: Path, entries: int) -> list[Figure]:
    """The real window in a process of its own: its memory is nobody else's."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.scrolling", str(path)],
        cwd=Path(__file__).resolve().parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    assert found["entries"] == entries, found
    opened = f"from the click to the drawn rows; the very first time {found['first_open_ms']:.0f}"
    scrolled = (
        f"page steps {found['page_steps_gap_ms']:.0f}, dragging {found['drag_gap_ms']:.0f};"
        f" own work at most {found['own_gap_ms']:.0f}, p99.9 of {found['turns']:.0f} turns {found['p999_ms']:.0f};"
        f" typing {found['typing_gap_ms']:.0f}"
    )
    grown = f"peak of the process {found['peak_mib']:.0f} MiB"
    return [
        Figure("list_open_page_ms", found["open_ms"], "ms", 100, note=opened),
        Figure("scroll_gap_ms", found["gap_ms"], "ms", 50, note=scrolled),
        Figure("scroll_landed_ms", found["landed_ms"], "ms", note="after a leap into the middle until it is read"),
        Figure("scroll_grown_mib", found["grown_mib"], "MiB", 30, note=grown),
    ]


def _searches(path: Path, beside: Path, entries: int) -> list[Figure]:
    asked = _questions(entries)
    database = open_database(path, bytearray(KEY))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    plain = driver.connect(str(beside), isolation_level=None)
    plain.execute("CREATE VIRTUAL TABLE plain USING fts5 (text, prefix = '1 2 3')")
    plain.execute("BEGIN")
    for number, text in enumerate(texts(entries), start=1):
        plain.execute("INSERT INTO plain (rowid, text) VALUES (?, ?)", (number, text))
    plain.execute("COMMIT")
    ours, theirs = [], []
    for text in asked:
        query = " AND ".join(f'"{word}"*' for word in text.split())
        # In turn, so that neither finds the processor in another mood.
        ours.append(_seconds(lambda text=text: search(database, Asked(text))))
        theirs.append(_seconds(lambda query=query: plain.execute(PLAIN, (query, PAGE)).fetchall()))
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) >> 10
    narrowed = [_seconds(lambda one=one: search(database, one)) for one in _narrowed(entries)]
    plain.close()
    database.close()
    mine, other = (p99(sorted(one), 0.95) * 1000 for one in (ours, theirs))
    middle, plain_middle = (statistics.median(one) * 1000 for one in (ours, theirs))
    in_all = sum(ours) / sum(theirs)
    narrow = p99(sorted(narrowed), 0.95) * 1000
    note = f"{len(asked)} questions; p50 {middle:.1f}, worst {max(ours) * 1000:.0f}; memory grew {grown} MiB"
    beside_note = f"p95 {mine:.1f} to {other:.1f}, p50 {middle:.1f} to {plain_middle:.1f}, all together {in_all:.2f}"
    return [
        Figure("search_p95_ms", mine, "ms", 50, note=note),
        Figure("search_narrowed_p95_ms", narrow, "ms", 50, note=f"{len(narrowed)} questions"),
        Figure("search_vs_plain_sqlite", mine / other, "x", 2, note=beside_note),
    ]


def _seconds(act: object) -> float:
    started = time.perf_counter()
    act()  # type: ignore[operator]
    return time.perf_counter() - started


def _questions(entries: int) -> list[str]:
    """What the field holds after each key while words are typed: whole ones, two together, rare, and not there."""
    rng = random.Random(9)
    words = [word for text in texts(200) for word in re.findall(r"\w+", text)]
    asked = []
    for word in rng.sample(words, 60):
        asked += [word[:length] for length in range(1, min(len(word), 9) + 1)]
    for _ in range(40):
        one, two = rng.sample(words, 2)
        asked += [f"{one} {two[:2]}", f"{one} {two}"]
    asked += [str(rng.randrange(entries)) for _ in range(10)] + list(MISSES)
    rng.shuffle(asked)
    return asked


def _narrowed(entries: int) -> list[Asked]:
    rng = random.Random(10)
    words = [word for text in texts(50) for word in re.findall(r"\w+", text)]
    asked = []
    for _ in range(60):
        year = 2026 - rng.randrange(max(entries // 12 // 365, 1) + 1)
        asked.append(
            Asked(
                rng.choice(["", rng.choice(words), rng.choice(words)[:2]]),
                since=f"{year}-0{rng.randint(1, 6)}-1{rng.randrange(9)}",
                until=f"{year}-{rng.randint(10, 12)}-0{rng.randint(1, 9)}",
                kinds=rng.choice([(), ("threat",), ("threat", "money")]),
                place=rng.choice(["", "дом", "школа"]),
            )
        )
    return asked
