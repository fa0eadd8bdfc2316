"""Counts tell how many, never who: no small number leaves, nor one that the others give away, and no cell runs.

Lost without it: "one session about leaving in March" in a village with one desk, or a spreadsheet that calls home.
"""

from __future__ import annotations

import csv
import io
import itertools

import pytest
from builders import fresh_database, open_data
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from safeplan import errors
from safeplan.handover.counts_csv import counts_csv, safe_cell, write_counts
from safeplan.records.counts import (
    ALL,
    LEAST,
    NAMES,
    REFERRAL,
    SESSION,
    TOPIC,
    CountLine,
    CountTable,
    count_session,
    count_table,
    forget_counts,
    held_back,
    month_now,
    months_counted,
)
from safeplan.records.sessions_held import FULL, PATHS, SHORT
from safeplan.vault.migrations import migrate

FREE = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def db(tmp_path):
    yield from fresh_database(tmp_path)


def line(table: CountTable, kind: str, name: str) -> CountLine:
    (found,) = [one for one in table.lines if (one.kind, one.name) == (kind, name)]
    return found


# ── Counting ────────────────────────────────────────────────────────────────────────────────────────────────────
def test_sessions_topics_and_referrals_are_counted_by_month_and_nothing_else_is_kept(db, clock):
    for _ in range(6):
        count_session(db, clock, SHORT, ["plan", "plan"], ["lawyer"])
    # 18:40 UTC on 31 March, 23:40 where the desk is; the next hour is April there.
    clock.move(days=29)
    for _ in range(7):
        count_session(db, clock, FULL, ["plan", "court"], [])
    clock.move(hours=1)
    for _ in range(8):
        count_session(db, clock, FULL, [], ["police"])
    table = count_table(db, "2026-02", "2026-04")
    assert table.months == ("2026-02", "2026-03", "2026-04")
    assert line(table, SESSION, ALL) == CountLine(SESSION, ALL, (0, 13, 8), 21)
    assert line(table, SESSION, SHORT) == CountLine(SESSION, SHORT, (), 6)
    assert line(table, TOPIC, "plan") == CountLine(TOPIC, "plan", (0, 13, 0), 13)
    assert line(table, REFERRAL, "police") == CountLine(REFERRAL, "police", (0, 0, 8), 8)
    assert [one.name for one in table.lines if one.kind == TOPIC] == ["plan", "court"]
    assert months_counted(db) == ("2026-03", "2026-04")
    assert {len(row) for row in db.rows("SELECT * FROM tally")} == {4}
    assert forget_counts(db, "2026-04") == 5
    assert months_counted(db) == ("2026-04",)


def test_one_that_is_read_later_counts_in_its_own_month(db, clock):
    then = month_now(clock)
    clock.move(days=31)
    for month in (then, 0, month_now(clock) + 1):
        count_session(db, clock, SHORT, [], [], month)
    found = dict(db.rows("SELECT month, amount FROM tally WHERE kind = 'session'"))
    assert found == {"2026-03": 1, "2026-04": 2}
    for month in (-1, 11):
        with pytest.raises(errors.Bug):
            count_session(db, clock, SHORT, [], [], month)


def test_what_is_no_id_is_never_counted(db, clock):
    for path, topics, referrals in (("Aigul", (), ()), (SHORT, ["Aigul"], ()), (SHORT, (), ["8 701 000"])):
        with pytest.raises(errors.Bug):
            count_session(db, clock, path, topics, referrals)
    assert months_counted(db) == ()
    assert count_table(db, "2026-01", "2026-03").lines == ()
    for since, until in (("2026-03", "2026-01"), ("x", "2026-01"), ("2026-1", "2026-02"), ("", "")):
        with pytest.raises(errors.DateImpossible):
            count_table(db, since, until)


# ── What is held back ───────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("numbers", "held", "told"),
    [
        ([6, 7, 8], set(), True),
        ([0, 7, 8], set(), True),
        ([0, 0], set(), True),
        # Alone, it would be the total without the rest: the next smallest goes with it.
        ([3, 9, 7], {0, 2}, True),
        ([1, 1, 9], {0, 1, 2}, True),
        ([4, 4, 9], {0, 1}, True),
        ([1, 2, 0], {0, 1}, False),
        ([3, 0, 0], {0}, False),
        ([1, 5], {0, 1}, True),
        ([2, 1, 1, 1], {0, 1, 2, 3}, True),
        ([1, 1, 1, 1, 1], {0, 1, 2, 3, 4}, False),
    ],
)
def test_small_numbers_and_those_that_give_them_away_are_held_back(numbers, held, told):
    assert held_back(numbers) == (frozenset(held), told)


@FREE
@given(st.lists(st.one_of(st.integers(0, 6), st.integers(0, 60)), max_size=6))
@example([4, 1])
@example([1, 1, 1, 1, 1])
def test_nobody_who_knows_how_it_is_done_can_work_out_a_number_that_is_held_back(numbers):
    held, told = held_back(numbers)
    assert {place for place, number in enumerate(numbers) if 0 < number < LEAST} <= held
    assert all(numbers[place] for place in held)
    if not told:
        assert any(0 < one < LEAST for one in numbers)
        return
    if not held:
        return
    missing = sum(numbers[place] for place in held)
    assert missing >= LEAST
    # Every way to fill the gaps with what is told around them, at least one of each: none is the same in all.
    ways = [way for way in itertools.product(range(1, missing + 1), repeat=len(held)) if sum(way) == missing] if (
        missing ** len(held) <= 200_000
    ) else []  # fmt: skip
    for place in range(len(held)):
        assert not ways or len({way[place] for way in ways}) > 1


SOME = st.tuples(st.sampled_from(PATHS), st.sets(st.sampled_from(["plan", "court"])), st.integers(0, 2))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sessions=st.lists(SOME, max_size=40))
def test_in_no_table_a_line_with_a_total_gives_one_number_away(clock, tmp_path_factory, sessions):
    db = open_data(tmp_path_factory.mktemp("counts") / "d0.bin")
    migrate(db)
    start = clock.moment
    with db.transaction():
        for path, topics, month in sessions:
            clock.moment = start
            clock.move(days=30 * month)
            count_session(db, clock, path, topics, [])
    clock.moment = start
    table = count_table(db, "2026-03", "2026-05")
    for one in table.lines:
        assert not [number for number in (*one.months, one.total) if number is not None and 0 < number < LEAST]
        if one.total is not None and one.months:
            assert sum(number is None for number in one.months) != 1
    ways = [one for one in table.lines if one.kind == SESSION]
    if ways and ways[0].total is not None:
        assert sum(one.total is None for one in ways[1:]) != 1
    db.close()


# ── The file ────────────────────────────────────────────────────────────────────────────────────────────────────
def read(content: bytes) -> list[list[str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(content[3:].decode(), newline="")))


TABLE = CountTable(
    ("2026-03", "2026-04"),
    (
        CountLine(SESSION, ALL, (9, None), None),
        CountLine(SESSION, SHORT, (), 12),
        CountLine(TOPIC, "plan", (0, 7), 7),
    ),
)


def test_the_file_has_a_line_for_each_and_says_what_is_held_back(tmp_path):
    assert read(counts_csv(TABLE, lambda one: one)) == [
        ["what", "which", "2026-03", "2026-04", "total"],
        ["session", "session.all", "9", "held_back", "held_back"],
        ["session", "session.short", "", "", "12"],
        ["topic", "topic.plan", "0", "7", "7"],
    ]
    write_counts(tmp_path / "counts.csv", TABLE, lambda one: one)
    assert (tmp_path / "counts.csv").read_bytes() == counts_csv(TABLE, lambda one: one)
    with pytest.raises(errors.FolderNotEmpty):
        write_counts(tmp_path / "counts.csv", TABLE, lambda one: one)


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        " =1",
        "\u00a0=1",
        "＝1",
        "\u200b=1",
        "\ufeff+1",
        "|calc",
        "%0A",
    ],
)
def test_nothing_begins_like_a_formula(text):
    assert safe_cell(text).startswith("'")


@pytest.mark.row("H-07")
@FREE
@given(text=st.text(st.characters(exclude_categories=()), max_size=30), front=st.sampled_from(["", "=", "\t", " -"]))
def test_any_words_come_back_as_one_cell_of_text(text, front):
    words = front + text
    rows = read(counts_csv(TABLE, lambda _id: words))
    assert len(rows) == 4
    assert {len(row) for row in rows} == {5}
    for row in rows:
        for cell in row:
            assert not cell.lstrip().startswith(("=", "+", "-", "@"))
            assert not set("\t\r\n\0") & set(cell[:1])


def test_every_name_that_is_counted_can_be_asked_for(db, clock):
    asked = set()
    for _ in range(5):
        count_session(db, clock, FULL, NAMES[TOPIC], NAMES[REFERRAL])
    counts_csv(count_table(db, "2026-03", "2026-03"), lambda one: asked.add(one) or one)
    assert {f"topic.{one}" for one in NAMES[TOPIC]} | {f"referral.{one}" for one in NAMES[REFERRAL]} <= asked
    assert {"what", "which", "total", "held_back", "session", "session.all", "session.full", "topic"} <= asked
