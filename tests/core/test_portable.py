"""A store on a stick: slow, small, read-only, pulled out while something is written, or of a kind with a limit.

Lost without it: half a record on the stick that she carries, or hours of copying that end in "no room".
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import a_source, an_incident, ignore, never

from safeplan import errors
from safeplan.paths import NEUTRAL_NAME, PORTABLE_MARK, VaultFiles, data_folder
from safeplan.records import attachments, incidents, ledger
from safeplan.records.sittings import begin_sitting, last_sitting
from safeplan.vault import growth, whole_file
from safeplan.vault.backup import make_backup
from safeplan.vault.container import create_vault, unlock_vault
from safeplan.vault.whole_file import FAT_LIMIT

PHRASE = b"lamp river bread seven"


class Stick:
    """A file system of its own in a file: it can be pulled out and put into another computer."""

    def __init__(self, image: Path, place: Path) -> None:
        self.image, self.place = image, place
        place.mkdir()
        with image.open("wb") as made:
            made.truncate(64 << 20)

    def make(self) -> None:
        if subprocess.run(["mkfs.ext2", "-q", "-F", self.image], capture_output=True, check=False).returncode:
            pytest.skip("no file system can be made here")

    def put_in(self, *options: str) -> None:
        with_options = ",".join(("loop", *options))
        done = subprocess.run(
            ["mount", "-t", "ext2", "-o", with_options, self.image, self.place], capture_output=True, check=False
        )
        if done.returncode:
            pytest.skip("nothing can be mounted here")

    def pull_out(self) -> None:
        subprocess.run(["umount", "-l", self.place], capture_output=True, check=False)

    @property
    def files(self) -> VaultFiles:
        return VaultFiles(self.place / "data")


@pytest.fixture
def stick(tmp_path: Path) -> Iterator[Stick]:
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        pytest.skip("a stick made of a file needs root on Linux")
    found = Stick(tmp_path / "stick.img", tmp_path / "stick")
    found.make()
    found.put_in()
    yield found
    found.pull_out()


# ── Where it lies ───────────────────────────────────────────────────────────────────────────────────────────────
def test_beside_the_mark_a_built_program_keeps_everything_beside_itself(
    tmp_path: Path, own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the mark, or from the source tree, the place is the user's own."""
    program = tmp_path / "stick" / NEUTRAL_NAME
    program.parent.mkdir()
    program.touch()
    monkeypatch.setattr(sys, "argv", [str(program)])
    (program.parent / PORTABLE_MARK).touch()
    assert data_folder().is_relative_to(own_home), "a source tree is never portable"
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert data_folder() == program.parent / "data"
    assert not list(own_home.iterdir())
    (program.parent / PORTABLE_MARK).unlink()
    assert data_folder().is_relative_to(own_home)
    monkeypatch.chdir(program.parent)
    (program.parent / PORTABLE_MARK).touch()
    monkeypatch.setattr(sys, "argv", [f"./{NEUTRAL_NAME}"])
    assert data_folder() == program.parent / "data", "however it was called"


# ── Read-only ───────────────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.row("C-07")
def test_a_stick_with_its_switch_closed_shows_everything_and_changes_no_byte(stick: Stick, clock, tmp_path) -> None:
    vault = create_vault(stick.files, bytearray(PHRASE), profile=0)
    begin_sitting(vault.database, clock)
    kept = an_incident(vault.database, clock, "by the lift")
    file = attachments.import_file(
        vault.database, clock, a_source(tmp_path, b"picture" * 50_000), kept.id, ignore, never
    )
    vault.close()
    stick.pull_out()
    before = stick.image.read_bytes()
    stick.put_in("ro")
    again = unlock_vault(stick.files, bytearray(PHRASE))
    assert again.read_only
    assert last_sitting(again.database).entries == 1
    assert incidents.incident(again.database, kept.id).latest.form.text == "by the lift"
    assert b"".join(attachments.read_chunks(again.database, file.id)) == b"picture" * 50_000
    assert ledger.check(again.database).ok
    with pytest.raises(errors.ReadOnlyPlace):
        an_incident(again.database, clock, "more")
    again.close()
    stick.pull_out()
    assert stick.image.read_bytes() == before


# ── Pulled out ──────────────────────────────────────────────────────────────────────────────────────────────────
def elsewhere(stick: Stick) -> list[str]:
    """What lies on the computer's own disk where the stick stood."""
    assert not os.path.ismount(stick.place)
    return sorted(str(path.relative_to(stick.place)) for path in stick.place.rglob("*"))


@pytest.mark.row("C-07")
def test_pulled_out_while_a_file_is_kept_nothing_is_half(stick: Stick, clock, tmp_path, remembered, tries) -> None:
    """A named failure, which has its sentence; put in again it is as if the file had never been begun."""
    vault = create_vault(stick.files, bytearray(PHRASE), profile=0)
    begin_sitting(vault.database, clock)
    kept = an_incident(vault.database, clock, "by the lift")
    begin_sitting(vault.database, clock)
    large = a_source(tmp_path, os.urandom(8 << 20), "film.mp4")
    chance = random.Random(20261123)
    for _ in range(tries.of(60, daily=3)):
        part = chance.random()

        def pulled_at_that_part(done: int, total: int, part: float = part) -> None:
            if done >= total * part and os.path.ismount(stick.place):
                stick.pull_out()

        with pytest.raises(errors.DiskFailing):
            attachments.import_file(vault.database, clock, large, kept.id, pulled_at_that_part, never)
        assert elsewhere(stick) == []
        with pytest.raises(errors.DiskFailing) as gone:
            an_incident(vault.database, clock, "on the way out")
        assert gone.value.facts == {"code": "moved"}, "has a sentence of its own: perhaps the stick was pulled out"
        vault.close()
        assert elsewhere(stick) == []
        stick.put_in()
        vault = unlock_vault(stick.files, bytearray(PHRASE))
        begin_sitting(vault.database, clock)
        (found,) = incidents.list_incidents(vault.database)
        assert found.latest.form.text == "by the lift"
        assert found.attachments == ()
        assert vault.database.first_fault() is None
        assert ledger.check(vault.database).ok
    vault.close()


@pytest.mark.row("C-07")
def test_a_backup_whose_stick_is_pulled_out_is_named_and_the_store_goes_on(vault, stick: Stick, clock, tries) -> None:
    attachments.import_file(
        vault.database, clock, a_source(vault.files.folder.parent, os.urandom(4 << 20), "film.mp4"),
        an_incident(vault.database, clock).id, ignore, never,
    )  # fmt: skip
    chance = random.Random(20261123)
    for number in range(tries.of(30, daily=3)):
        part = chance.random() * 0.9

        def pulled_at_that_part(done: int, total: int, part: float = part) -> None:
            if done >= total * part and os.path.ismount(stick.place):
                stick.pull_out()

        with pytest.raises(errors.SafePlanError) as named:
            make_backup(vault, clock, stick.place / f"list-{number}.dat", pulled_at_that_part, never)
        assert named.type is not errors.Bug
        assert elsewhere(stick) == []
        an_incident(vault.database, clock, "goes on")
        stick.put_in()
        assert not list(stick.place.glob("list*.dat")), "no half copy under the name of a whole one"
    assert vault.database.first_fault() is None


@pytest.mark.row("C-07", control=True)
def test_a_program_that_writes_by_name_is_noticed_by_the_same_eyes(stick: Stick) -> None:
    """It opens its file anew for each save, and makes the folder where it is missing: the save lands elsewhere."""

    def save(words: str) -> None:
        stick.files.folder.mkdir(exist_ok=True)
        with stick.files.data.open("a") as file:
            file.write(words)

    save("kept on the stick")
    stick.pull_out()
    assert elsewhere(stick) == []
    save("written too late")
    assert elsewhere(stick) == ["data", "data/d0.bin"]


@pytest.mark.row("C-07")
@pytest.mark.parametrize("lost", range(4))
def test_what_the_stick_had_at_any_moment_opens(stick: Stick, clock, tmp_path, lost: int) -> None:
    """Pulled out for good: what stands on it is a copy of its bytes at that moment, in the middle of an entry."""
    vault = create_vault(stick.files, bytearray(PHRASE), profile=0)
    db = vault.database
    begin_sitting(db, clock)
    kept = [an_incident(db, clock, f"entry {number}").id for number in range(3)]
    in_the_middle = VaultFiles(tmp_path / f"taken-{lost}")
    with db.transaction():
        for number in range(lost * 40):
            an_incident(db, clock, f"unfinished {number} " + "x" * 20_000)
        in_the_middle.folder.mkdir()
        for path in stick.files.folder.iterdir():
            (in_the_middle.folder / path.name).write_bytes(path.read_bytes())
    vault.close()
    again = unlock_vault(in_the_middle, bytearray(PHRASE))
    begin_sitting(again.database, clock)
    assert [one.id for one in reversed(incidents.list_incidents(again.database))] == kept
    assert again.database.first_fault() is None
    again.close()


# ── The limit of many sticks ────────────────────────────────────────────────────────────────────────────────────
@pytest.fixture
def as_shops_sell_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The system names the place FAT32. (Its own driver is missing on many computers that run tests.)"""
    monkeypatch.setattr(whole_file, "_file_system", lambda _folder: "vfat")


def grown_to(vault, monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    """As if so many bytes lay in the data file: a real one would take minutes and 4 GiB."""
    really = type(vault.database).value

    def value(self, sql, parameters=()):
        return size // growth.PAGE_SIZE if sql == "PRAGMA page_count" else really(self, sql, parameters)

    monkeypatch.setattr(type(vault.database), "value", value)


def test_a_place_without_a_limit_says_nothing(vault) -> None:
    assert growth.growth(vault.database) is None
    growth.must_have_room(vault.database, 1 << 40)


@pytest.mark.usefixtures("as_shops_sell_it")
def test_the_limit_is_near_from_three_and_a_half_gibibytes_on(vault, monkeypatch) -> None:
    small = growth.growth(vault.database)
    assert small is not None
    assert small.largest == FAT_LIMIT
    assert small.size == vault.files.data.stat().st_size
    assert not small.near
    for size, near in ((3 << 30, False), ((7 << 29) - (1 << 20), False), (7 << 29, True), (FAT_LIMIT, True)):
        with monkeypatch.context() as patch:
            grown_to(vault, patch, size)
            assert growth.growth(vault.database).near is near, size


@pytest.mark.usefixtures("as_shops_sell_it")
def test_a_file_that_cannot_fit_is_refused_before_a_byte_is_copied(vault, clock, tmp_path, monkeypatch) -> None:
    entry = an_incident(vault.database, clock)
    film = tmp_path / "film.mp4"
    with film.open("wb") as made:
        made.truncate(600 << 20)
    grown_to(vault, monkeypatch, 7 << 29)
    copied: list[int] = []
    with pytest.raises(errors.DiskFull) as refused:
        attachments.import_file(
            vault.database, clock, film, entry.id, lambda done, _total: copied.append(done), never
        )
    assert refused.value.facts == {"reason": "one_file", "largest": FAT_LIMIT}
    assert copied == []
    picture = attachments.import_file(
        vault.database, clock, a_source(tmp_path, b"x" * 300_000), entry.id, ignore, never
    )
    assert picture.size == 300_000, "what fits is kept"


def test_a_kept_file_takes_no_more_than_was_reckoned(vault, clock, tmp_path) -> None:
    """Otherwise the check before would promise what the stick then refuses."""
    entry = an_incident(vault.database, clock)
    before = vault.database.value("PRAGMA page_count")
    size = 20 << 20
    attachments.import_file(vault.database, clock, a_source(tmp_path, os.urandom(size)), entry.id, ignore, never)
    took = (vault.database.value("PRAGMA page_count") - before) * growth.PAGE_SIZE
    reckoned = -(-size // growth._PIECE) * growth._PAGES_OF_A_PIECE * growth.PAGE_SIZE + growth._AROUND
    assert size < took <= reckoned
