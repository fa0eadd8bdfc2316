"""One folder from the first entry to the court, and what came of it: an officer opens it, a lawyer checks it, a byte
changes, news follow, and the record itself goes along to another computer.

Every step is looked at with the tools that a stranger would use.
"""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import bagit
import pytest
from browser import BROWSER, Page, browser
from handing_case import photo_with_place
from reading import needs, paper_words, run, said
from screen import ROOT
from test_verifier_page import faults, verdict

from safeplan import errors
from safeplan.handover import releases
from safeplan.handover.selection import Selection
from safeplan.handover.suggest import Scope
from safeplan.handover.verify import CHANGED, UNCHANGED
from safeplan.paths import vault_files
from safeplan.records import attachments, breaches, incidents, ledger, merge, orders
from safeplan.records.incidents import Happened, IncidentForm
from safeplan.records.sittings import begin_sitting
from safeplan.vault.container import create_vault, unlock_vault
from tests.builders import a_file, a_source
from tests.suggested import suggest
from ui import backup_work, draft_work
from ui.background import Job, Session
from ui.hand_over_work import hand_over
from ui.keeping import keep_files

# Letters that Kazakh has and Russian has not, small and large.
LETTERS = "ә ғ қ ң ө ұ ү һ і Ә Ғ Қ Ң Ө Ұ Ү Һ І"
PHRASE = b"lamp river bread seven"
TOOLS = ("qpdf", "pdftotext", "pdfinfo", "pdffonts", "pdfimages", "sha256sum")
# As each paper counts its pages.
COUNTED = {
    "kk": r"(\d+)-бет, барлығы (\d+)",
    "ru": r"Страница (\d+) из (\d+)",
    "en": r"Page (\d+) of (\d+)",
    "form kk": r"(\d+) беттің (\d+)-беті",
}


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page | None]:
    """The lawyer's browser; None where there is none: the other checks go on."""
    if BROWSER is None:
        yield None
        return
    with browser(tmp_path_factory.mktemp("profile")) as page:
        yield page


class Her:
    """She, her record of three entries with a photo each, the order, and a stick."""

    def __init__(self, vault: Any, clock: Any, folder: Path) -> None:
        self.vault, self.clock, self.folder = vault, clock, folder
        self.db, self.job = vault.database, Job(0, lambda *_: None)
        self.session = Session(vault.files, clock, vault)
        self.stick = folder / "stick"
        self.phone = folder / "DCIM"
        self.stick.mkdir()
        self.phone.mkdir()
        self.entries = [self.writes(number) for number in (1, 2, 3)]
        self.order = orders.add_order(
            self.db,
            clock,
            orders.OrderForm(name="Қорғау нұсқамасы", number="12-7", issued="2026-02-01", terms="Жақындамау."),
        )
        breaches.add_breach(self.db, clock, self.order.id, self.entries[2], breaches.BreachForm("yes", "2026-03-02"))
        begin_sitting(self.db, clock)

    def writes(self, number: int) -> str:
        """One entry and its photo, on one evening."""
        form = IncidentForm(
            text=f"Ол {number}-рет есік алдына келді. {LETTERS}",
            happened=Happened("day", f"2026-02-{10 + number}"),
            kinds=("threat",),
        )
        entry = incidents.add_incident(self.db, self.clock, form).id
        photo = photo_with_place(self.phone / f"IMG_{number:04d}.jpg", f"lamp {number}")
        assert not keep_files(self.session, self.job, incident_id=entry, paths=[photo]).failed
        self.clock.move(hours=1)
        return entry

    def gives(self, selection: Selection, form: str = "folder") -> Any:
        done = hand_over(self.session, self.job, selection=selection, folder=self.stick, form=form)
        assert done.unchanged
        self.clock.move(days=1)
        return done


@pytest.fixture
def her(vault: Any, clock: Any, tmp_path: Path) -> Her:
    needs(*TOOLS)
    return Her(vault, clock, tmp_path)


def sound(pdf: Path, pages: str) -> str:
    """What a paper says, after four tools found it sound, neutral and counted through."""
    checked = run("qpdf", "--check", pdf)
    assert checked.returncode == 0, checked.stderr
    assert b"WARNING" not in checked.stderr
    about = said("pdfinfo", pdf).decode()
    facts = dict(re.findall(r"^(\w[\w ]+):\s+(.*)$", about, re.MULTILINE))
    assert not {"Author", "Producer", "Subject", "Keywords"} & facts.keys()
    assert facts["Creator"] == "PDF document"
    assert facts["CreationDate"] == facts["ModDate"]
    assert " 00:00:00 " in facts["CreationDate"]
    assert facts["JavaScript"] == "no"
    assert (facts["Encrypted"], facts["Tagged"]) == ("no", "yes")
    assert "(A4)" in facts["Page size"]
    described = said("pdfinfo", "-meta", pdf).decode()
    assert "<pdfaid:part>2</pdfaid:part>" in described
    assert "<pdfuaid:part>1</pdfuaid:part>" in described
    # Every font lies in the file and says which letter each shape is.
    fonts = said("pdffonts", pdf).decode().splitlines()[2:]
    assert fonts
    assert all(re.search(r"\byes yes yes\b", line) for line in fonts), fonts
    text = paper_words(pdf)
    sheets = text.rstrip("\f\n ").split("\f")
    assert len(sheets) == int(facts["Pages"])
    if pages:
        counted = [tuple(map(int, found)) for sheet in sheets for found in re.findall(COUNTED[pages], sheet)]
        numbers = [tuple(sorted(one)) for one in counted]
        assert numbers == [(number, len(sheets)) for number in range(1, len(sheets) + 1)]
    return text


def command(folder: Path, *more: str) -> tuple[int, str]:
    """The program's own check, as a lawyer starts it."""
    done = subprocess.run(
        [sys.executable, "-m", "ui", "verify", str(folder), *more],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    return done.returncode, done.stdout


def sums(folder: Path) -> tuple[int, str]:
    """sha256sum over both lists."""
    done = run("sha256sum", "--strict", "-c", "manifest-sha256.txt", "tagmanifest-sha256.txt", cwd=folder)
    return done.returncode, done.stdout.decode()


def test_from_her_first_entry_to_the_court_and_what_a_changed_byte_is_called(her: Her, window: Page | None) -> None:
    chosen = suggest(her.db, "court", "hearing", "kk", Scope(order_id=her.order.id)).selection
    assert chosen.incident_ids == (her.entries[2],)
    everything = replace(
        chosen, incident_ids=tuple(her.entries), recipient="№ 2 аудандық сот", asked_for="Нұсқаманы ұзарту"
    )
    everything = replace(everything, attachments=None)
    photos = [info.id for entry in her.entries for info in attachments.list_attachments(her.db, entry)]
    done = her.gives(replace(everything, clean_copies=tuple(photos)))
    folder = done.folder

    # The officer opens it: the first name is the page to begin with, and no part is too large to be sent.
    names = sorted(path.name for path in folder.iterdir())
    assert names[0] == "1-START.pdf"
    assert all(path.stat().st_size < 20_000_000 for path in folder.rglob("*") if path.is_file())
    start = sound(folder / "1-START.pdf", "")
    assert done.release.bundle in start
    assert "report.pdf" in start
    report = sound(folder / "data" / "report.pdf", "kk")
    for letter in LETTERS.split():
        assert letter in report
    for words in ("№ 2 аудандық сот", "Нұсқаманы ұзарту", "12-7", "Ол 1-рет", "Ол 3-рет", done.release.bundle):
        assert words in report, words
    # A table of where each piece of paper stands: three photos, all of them in the report, reduced.
    images = said("pdfimages", "-list", folder / "data" / "report.pdf").decode().splitlines()[2:]
    assert sum("jpeg" in line for line in images) == 3

    # A lawyer checks it, in five ways that know nothing of each other.
    assert sums(folder)[0] == 0
    assert bagit.Bag(str(folder)).is_valid()
    code, told = command(folder, "--lang", "ru")
    assert (code, told.splitlines()[0]) == (UNCHANGED, "Файлы не изменены.")
    assert done.release.root in told
    if window is not None:
        assert verdict(window, folder) == "unchanged"
        assert "рас-өтірігі туралы ештеңе айтпайды" in window.ask("document.getElementById('verdict').textContent")
    for line in (folder / "manifest-sha256.txt").read_text().splitlines():
        digest, name = line.split("  ")
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest

    # One bit of one photo.
    photo = folder / "data" / "0002-COPY.jpg"
    before = photo.read_bytes()
    photo.write_bytes(before[:4000] + bytes([before[4000] ^ 1]) + before[4001:])
    code, told = sums(folder)
    assert code == 1
    assert "data/0002-COPY.jpg: FAILED" in told
    assert not bagit.Bag(str(folder)).is_valid()
    code, told = command(folder, "--lang", "en")
    assert code == CHANGED
    assert "data/0002-COPY.jpg: changed." in told
    if window is not None:
        assert verdict(window, folder) == "changed"
        assert any("data/0002-COPY.jpg" in fault for fault in faults(window))
    photo.write_bytes(before)
    assert command(folder)[0] == UNCHANGED


def test_what_is_new_since_holds_the_new_and_nothing_of_what_was_given(her: Her) -> None:
    given = Selection(tuple(her.entries[:2]), "kk", True, "Адвокат", "кеңес", recipient_kind="lawyer")
    first = her.gives(given).release
    new = releases.what_is_new_since(her.db, first)
    assert (new.added, new.changed) == ((her.entries[2],), ())
    fourth = her.writes(4)
    form = incidents.incident(her.db, her.entries[0]).latest.form  # type: ignore[union-attr]
    incidents.amend_incident(
        her.db, her.clock, her.entries[0], replace(form, text=form.text + " Тағы."), "есіме түсті"
    )
    new = releases.what_is_new_since(her.db, first)
    assert (set(new.added), new.changed) == ({her.entries[2], fourth}, (her.entries[0],))

    again = replace(releases.repeat(first), incident_ids=(*new.changed, fourth))
    second = her.gives(again)
    report = sound(second.folder / "data" / "report.pdf", "kk")
    assert "Ол 4-рет" in report
    assert "Тағы." in report
    assert "Ол 2-рет" not in report
    assert command(second.folder)[0] == UNCHANGED
    listed = releases.list_releases(her.db, "адвокат")
    assert [one.bundle for one in listed] == [second.release.bundle, first.bundle]
    assert releases.what_is_new_since(her.db, second.release).changed == ()
    assert ledger.check(her.db).ok


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_papers_for_the_counter_are_sound_and_count_their_pages(her: Her, language: str) -> None:
    for kind in ("statement", "order_copy"):
        chosen = draft_work.Chosen(kind, language, tuple(her.entries), her.order.id, to="№ 3 полиция бөлімі")
        draft = draft_work.fill(her.session, her.job, chosen=chosen).draft
        path = draft_work.write(her.session, her.job, draft=draft, folder=her.stick, name="list.pdf")
        text = sound(path, "form kk" if language == "kk" else language)
        assert "№ 3 полиция бөлімі" in text
        assert ("Ол 1-рет" in text) is (kind == "statement")
        if kind == "statement":
            assert all(letter in text for letter in LETTERS.split())


def test_the_report_in_two_languages_counts_its_pages_and_keeps_her_letters(her: Her) -> None:
    done = her.gives(Selection(tuple(her.entries), "ru", True, "Суд", second_language="kk"))
    text = sound(done.folder / "data" / "report.pdf", "ru")
    assert all(letter in text for letter in LETTERS.split())
    assert "Хронология" in text
    assert bagit.Bag(str(done.folder)).is_valid()


def test_the_record_goes_along_to_another_computer_beside_what_is_there_and_two_halves_meet(
    her: Her, tmp_path: Path
) -> None:
    made = backup_work.make_copy(her.session, her.job, folder=her.stick, name="list.dat")
    heads = ledger.head(her.db).hex

    # Another computer, where somebody already keeps something.
    there = create_vault(vault_files(tmp_path / "there"), bytearray(b"another phrase of words"), profile=0)
    incidents.add_incident(there.database, her.clock, IncidentForm(text="Осы жерде жазылған"))
    kept_there = _rows(there.database)
    session, held = Session(there.files, her.clock, there), backup_work.Held()
    look = backup_work.look(session, her.job, held=held, path=made.path, typed=bytearray(PHRASE))
    assert look.compared is not None
    assert look.compared.counts[merge.NEW] == 3
    place = backup_work.put_beside(session, her.job, held=held, folder=tmp_path / "beside")
    assert _rows(there.database) == kept_there
    there.close()

    copy = unlock_vault(vault_files(place), bytearray(PHRASE))
    assert ledger.head(copy.database).hex == heads
    assert ledger.check(copy.database).ok

    # The folder of a telephone: the same photos once, the new one is kept with where it came from.
    away = Session(copy.files, her.clock, copy)
    photo_with_place(her.phone / "IMG_0009.jpg", "lamp 9")
    entry = incidents.add_incident(copy.database, her.clock, IncidentForm(text="Телефоннан"), with_file=True)
    taken = keep_files(away, her.job, incident_id=entry.id, paths=sorted(her.phone.iterdir()))
    assert [info.name for info in taken.kept] == ["IMG_0009.jpg"]
    assert [type(error) for _, error in taken.failed] == [errors.FileAlreadyKept] * 3
    begin_sitting(copy.database, her.clock)

    # What an adviser wrote on her own computer comes as a folder.
    adviser = create_vault(vault_files(tmp_path / "adviser"), bytearray(b"another phrase of words"), profile=0)
    told = incidents.add_incident(adviser.database, her.clock, IncidentForm(text="Кеңесші жазды"))
    a_file(adviser.database, her.clock, her.phone / "IMG_0009.jpg", told.id)
    a_file(adviser.database, her.clock, a_source(tmp_path, b"her letter", "letter.txt"), told.id)
    other = Session(adviser.files, her.clock, adviser)
    (tmp_path / "post").mkdir()
    sent = hand_over(other, her.job, selection=Selection((told.id,), "kk", True), folder=tmp_path / "post")
    held = backup_work.Held()
    look = backup_work.look_at_folder(away, her.job, held=held, folder=sent.folder)
    assert look.compared is not None
    came = backup_work.take_in(away, her.job, held=held, also_removed=False)
    assert (len(came.added), came.files, came.same_files) == (1, 1, 1)
    adviser.close()

    # Home again: one half has a correction, the other what was added on the way; both stand side by side.
    form = incidents.incident(her.db, her.entries[0]).latest.form  # type: ignore[union-attr]
    incidents.amend_incident(her.db, her.clock, her.entries[0], replace(form, text="Түзетілген"), "")
    begin_sitting(copy.database, her.clock)
    back = backup_work.make_copy(away, her.job, folder=her.stick, name="list-2.dat")
    copy.close()
    held = backup_work.Held()
    look = backup_work.look(her.session, her.job, held=held, path=back.path, typed=bytearray(PHRASE))
    assert look.compared is not None
    assert (look.compared.counts[merge.NEW], look.compared.counts[merge.KNOWN]) == (2, 3)
    came = backup_work.take_in(her.session, her.job, held=held, also_removed=False)
    held.close()
    assert (len(came.added), came.files) == (2, 2)
    texts = {one.latest.form.text.splitlines()[0] for one in incidents.list_incidents(her.db) if one.latest}
    assert {"Түзетілген", "Телефоннан", "Кеңесші жазды"} <= texts
    begin_sitting(her.db, her.clock)
    assert ledger.check(her.db).ok
    # Where each came from stays readable.
    acts = merge.taken_over(her.db)
    assert [act["kind"] for act in acts] == ["backup"]
    claims = [json.loads(incidents.revision_documents(her.db, added)[0])["claimed"] for added in came.added]
    assert all(claim["record"] and claim["at"] for claim in claims)


def _rows(db: Any) -> list[Any]:
    names = [name for (name,) in db.rows("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
    return [(name, sorted(db.rows(f"SELECT * FROM {name}"), key=repr)) for name in names]
