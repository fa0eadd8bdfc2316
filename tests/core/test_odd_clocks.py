"""Ten clocks that are not as they should be: order by the ledger, the odd moment flagged, and everything goes on.

Each of five changes happens in the middle of an opening and between two. A stick that travels stands in
test_portable_clocks.py, what days of keeping believe in test_believed_day.py.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from safeplan.handover.bag import write_bag
from safeplan.handover.selection import Selection
from safeplan.handover.verify import UNCHANGED, verify_bag
from safeplan.records import (
    chain,
    consents,
    custody,
    incidents,
    ledger,
    next_dates,
    patterns,
    plan,
    reminders,
    retention,
    still_there,
    timeline,
    versions,
)
from safeplan.records.consents import ConsentForm
from safeplan.records.deadlines import local_day
from safeplan.records.incident_form import IncidentForm
from safeplan.records.sittings import begin_sitting, last_sitting
from safeplan.vault.container import OpenVault
from safeplan.vault.database import Database
from tests.builders import a_file, a_source, an_incident, ignore, never
from tests.campaign.selecting import Tries
from tests.conftest import MovableClock

TEN_YEARS = 3652


@dataclass(frozen=True)
class Change:
    """What happens to the clock, and what the next line has to say about it: in one opening, and between two."""

    days: int = 0
    hours: int = 0
    zone: str = "+05:00"
    flag_within: str = ""
    flag_between: str = ""

    def happen(self, clock: MovableClock) -> None:
        # The ticks since the computer was started know nothing of it.
        clock.moment += timedelta(days=self.days, hours=self.hours)
        clock.offset = self.zone


CHANGES = {
    "ten years back": Change(days=-TEN_YEARS, flag_within="back", flag_between="back"),
    # Between two openings ten years may have passed, or five hours instead of six.
    "ten years ahead": Change(days=TEN_YEARS, flag_within="jump"),
    "an hour back": Change(hours=-1, flag_within="back"),
    "summer time": Change(zone="+06:00"),
    "another zone": Change(zone="-08:00"),
}


@dataclass
class Written:
    """What was written, in this order."""

    entries: list[str]
    lines: list[tuple[str, str]]
    odd_line: int = 0


def opening(db: Database, clock: MovableClock) -> None:
    """As a client's store is opened."""
    begin_sitting(db, clock)
    retention.purge(db, clock)


def write_on_both_sides(db: Database, clock: MovableClock, place: Path, change: Change, *, within: bool) -> Written:
    """Entries, a correction and a file before the clock changes and after it, in one opening or in two."""
    told = Written([], [])

    def write(name: str) -> None:
        clock.moment += timedelta(minutes=3)
        clock.ticks += 180
        entry = an_incident(db, clock, name)
        incidents.amend_incident(db, clock, entry.id, IncidentForm(text=name + ", more"), "remembered")
        file = a_file(db, clock, a_source(place, name.encode() * 900, f"{name}.jpg"), entry.id)
        told.entries.append(entry.id)
        told.lines += [("add", entry.id), ("amend", entry.id), ("attach", file.id)]

    opening(db, clock)
    write("first")
    write("second")
    told.odd_line = len(told.lines) + 1
    if within:
        change.happen(clock)
    else:
        clock.move(hours=6)
        change.happen(clock)
        # The computer was started anew.
        clock.ticks = 5.0
        opening(db, clock)
    write("third")
    write("fourth")
    clock.move(hours=3)
    begin_sitting(db, clock)
    return told


def faults(
    db: Database, told: Written, flag: str, shown: Callable[[Sequence[Any]], Sequence[Any]] = lambda lines: lines
) -> list[str]:
    """What is wrong in a record that was written by an odd clock. `shown`: how a list is put in order."""
    found = []
    if [one.id for one in shown(incidents.list_incidents(db))] != told.entries[::-1]:
        found.append("entries are listed in another order than they were written in")
    if [one.id for one in timeline.last_written(db).lines] != told.entries[::-1]:
        found.append("the page lists them in another order")
    lines = list(chain.entries(db))
    if [(one.op, one.object_id) for one in lines] != told.lines:
        found.append("lines stand in another order than they were written in")
    if lines[told.odd_line - 1].clock_flags != flag:
        found.append(f"the odd moment is flagged {lines[told.odd_line - 1].clock_flags!r}")
    if any(line.clock_flags for line in lines[: told.odd_line - 1]):
        found.append("a moment before is flagged")
    if not ledger.check(db).ok:
        found.append("the record does not fit")
    root = ledger.head(db).merkle_root_hex
    if not all(ledger.verify_proof(ledger.membership_proof(db, line.seq), root) for line in lines):
        found.append("a line cannot be shown to belong to it")
    return found


def go_through_everything(db: Database, clock: MovableClock, told: Written) -> None:
    """All that asks the clock, once by the odd one: nothing of it may fail, and nothing go."""
    retention.keep_until(db, retention.ENTRY, told.entries[0], "2027-03-02")
    opening(db, clock)
    retention.purge(db, clock, {"place": 30})
    reminders.put_off_backup(db, clock)
    assert reminders.backup_is_due(reminders.last_backup(db), "2026-03-02T18:40:00Z") in (True, False)
    next_dates.next_dates(db, local_day(clock), 90, zone=clock.zone())
    for entry in told.entries:
        still_there.still_there(db, clock, entry)
    timeline.in_time(db)
    timeline.months(db)
    patterns.patterns(db)
    plan.add_own_step(db, clock, "home", "Keep the keys in the coat")
    until = (local_day(clock) + timedelta(days=30)).isoformat()
    consents.give_consent(db, clock, ConsentForm("D", ("folder",), "", until, "en", "Yes."))
    consents.end_what_is_over(db, clock)
    custody.note_check(db, clock, ledger.check(db))
    opening(db, clock)
    versions.versions(db)
    assert last_sitting(db).entries == 4
    assert ledger.check(db).ok


@pytest.mark.row("C-09")
@pytest.mark.parametrize("where", ["within one opening", "between two"])
@pytest.mark.parametrize("name", CHANGES)
def test_whatever_the_clock_does_the_order_stands_and_the_moment_is_flagged(
    vault: OpenVault, clock: MovableClock, tmp_path: Path, name: str, where: str
) -> None:
    within, change = where == "within one opening", CHANGES[name]
    told = write_on_both_sides(vault.database, clock, tmp_path, change, within=within)
    flag = change.flag_within if within else change.flag_between
    assert faults(vault.database, told, flag) == []
    listed = incidents.list_incidents(vault.database)
    assert {one.latest.zone for one in listed[:2]} == {change.zone}
    assert {one.latest.zone for one in listed[2:]} == {"+05:00"}
    go_through_everything(vault.database, clock, told)


@pytest.mark.row("C-09")
@pytest.mark.parametrize("name", ["ten years back", "ten years ahead"])
def test_what_is_handed_over_by_an_odd_clock_checks_elsewhere(
    vault: OpenVault, clock: MovableClock, tmp_path: Path, name: str, tries: Tries
) -> None:
    told = write_on_both_sides(vault.database, clock, tmp_path, CHANGES[name], within=True)
    stick = tmp_path / "stick"
    stick.mkdir()
    chosen = Selection(tuple(told.entries), "en", with_attachments=True)
    release = write_bag(vault.database, clock, chosen, stick, lambda _info: None, ignore, never)
    assert verify_bag(stick / release.folder_name).status == UNCHANGED
    tries.made(len(told.entries))


@pytest.mark.row("C-09", control=True)
def test_a_record_in_the_order_of_its_dates_or_without_flags_is_noticed(
    vault: OpenVault, clock: MovableClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chain, "clock_flags", lambda _db, _clock: "")
    told = write_on_both_sides(vault.database, clock, tmp_path, CHANGES["ten years back"], within=True)
    said = faults(
        vault.database,
        told,
        "back",
        shown=lambda listed: sorted(listed, key=lambda one: one.latest.written_at, reverse=True),
    )
    assert said == ["entries are listed in another order than they were written in", "the odd moment is flagged ''"]
