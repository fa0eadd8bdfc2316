"""One invented record, full of words that must stay, on a computer whose every name is known; and all that leaves.

Each word stands in one place only, so that a word that is found says which wall has a hole.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import platform
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PIL import Image

from safeplan.handover.selection import Selection
from safeplan.handover.suggest import Scope
from safeplan.paths import vault_files
from safeplan.records import (
    breaches,
    cases,
    certified,
    custody,
    drafts,
    file_notes,
    incidents,
    ledger,
    life_events,
    looked,
    orders,
    own_numbers,
    people,
    plan,
    pressure,
    signals,
    signs,
    weights,
)
from safeplan.records.incidents import Happened, IncidentForm
from safeplan.records.sittings import begin_sitting
from safeplan.vault.container import create_vault
from safeplan.vault.opened import OpenVault
from tests.builders import a_file, a_signal, a_source
from tests.suggested import suggest
from ui.background import Job, Session
from ui.keeping import keep_files

CARD = "lamp river bread seven"
_NEW_NAMES = 0x04000000

# Of this computer: in no paper, list, picture or copy, whatever she chose.
COMPUTER = {
    "computer": "maralkomputer",
    "user": "aruzhanlogin",
    "home": "gulsimuyi",
    "store": "terekqoima",
    "stick": "sarystick",
}
# What she wrote elsewhere in the program: never in anything that was made of the smallest set.
ELSEWHERE = {
    "plan answer": "Жетісайкөшесі",
    "plan step": "сөмкедегікілт",
    "fear": "қорқынышжазбасы",
    "sign note": "белгіжазбасы",
    "weight": "таразысөзім",
    "signal": "күнбағысқапы",
    "signal action": "көршігебар",
    "own number": "тынысорталық",
    "looked": "телефонтексеріс",
    "draft": "жазылмағансөз",
    "certified": "анықтамалармен",
    "helper": "Кенжетайева",
    "helper contact": "сенімдіхабар",
    "helper notes": "құпияескерту",
    "life event": "жаңапәтерге",
    "other entry": "басқажазбасөзі",
    "other place": "басқаорында",
    "other reason": "басқасебеп",
    "other file": "басқасурет",
    "other file words": "басқафайлмәтіні",
    "removed entry": "өшірілгенжазба",
    "removed file": "өшірілгенсурет",
    "taken back": "қайтаалынған",
    "other reader": "Бөтенқабылдаушы",
    "other purpose": "бөтенмақсатпен",
    "private file": "жекесурет",
    "private words": "жекефайлсөзі",
    "file note": "файлғаескерту",
    "order note": "ұйғарымескерту",
    "case note": "іскеескерту",
    "case of other": "бөгденіңісі",
    "pressure of other": "татулассөзі",
    "afterwards": "кейінгісезім",
    "witness contact": "куәбайланысы",
    "photo place": "bazarqasynda",
    "photo name": "үйішісурет",
}
SECOND_STORE = "екіншіқойма"
GIVEN = "Ол есікті ұрып, айқайлады"
GPS = "43.2389"
OTHER_DAY = "2019-07-23"


@dataclass
class Case:
    """The open record, what leaves of it, and what may be looked for."""

    vault: OpenVault
    session: Session
    job: Job
    clock: Any
    given: str
    other: str
    photo: str
    hidden: str
    order: str
    second: OpenVault
    # Numbers of what stays: ids and hashes of other entries, files, people, releases.
    numbers: dict[str, str] = field(default_factory=dict)

    def smallest(self, reader: str, purpose: str, language: str, second: str = "") -> Selection:
        """What the program suggests for the one entry, with the photo and the order."""
        from dataclasses import replace

        scope = Scope(incident_ids=(self.given,), order_id=self.order if reader != "helper" else "")
        made = suggest(self.vault.database, reader, purpose, language, scope).selection
        return replace(made, second_language=second, incident_ids=(self.given,))


@contextlib.contextmanager
def named_computer(folder: Path) -> Iterator[dict[str, str]]:
    """This process and its children live on a computer with names that can be looked for. Where the system does not
    let a process name its computer anew, the real name is looked for; yields the names in force."""
    names = dict(COMPUTER)
    here = os.environ.copy()
    home = folder / names["home"] / names["user"]
    home.mkdir(parents=True)
    os.environ |= {"HOME": str(home), "USERPROFILE": str(home), "TMPDIR": str(home)}
    os.environ |= dict.fromkeys(("USER", "LOGNAME", "USERNAME"), names["user"])
    os.environ |= {"HOSTNAME": names["computer"], "COMPUTERNAME": names["computer"]}
    back = _name_computer(names["computer"])
    if back is None:
        names["computer"] = platform.node()
    try:
        yield names
    finally:
        os.environ.clear()
        os.environ.update(here)
        if back is not None:
            ctypes.CDLL(None, use_errno=True).setns(back, 0)
            os.close(back)


def _name_computer(name: str) -> int | None:
    """In a name space of our own; what leads back, or None where that is not allowed."""
    try:
        library = ctypes.CDLL(None, use_errno=True)
        back = os.open("/proc/self/ns/uts", os.O_RDONLY)
        if library.unshare(_NEW_NAMES) or library.sethostname(name.encode(), len(name)):
            os.close(back)
            return None
        return back
    except (OSError, AttributeError):
        return None


def photo_with_place(path: Path, words: str) -> Path:
    """A photo as a telephone makes it: the place as numbers, and in words."""
    exif = Image.Exif()
    exif[0x010E] = words
    exif[0x0110] = "A52"
    degrees = ((43.0, 14.0, 20.04), (76.0, 53.0, 22.92))
    exif.get_ifd(0x8825).update({1: "N", 2: degrees[0], 3: "E", 4: degrees[1], 28: words})
    Image.effect_noise((640, 480), 50).convert("RGB").save(path, "JPEG", exif=exif, quality=70)
    return path


def fill(folder: Path, clock: Any) -> Case:
    """The record, and a second one of the same person, both open."""
    word = ELSEWHERE
    place = folder / COMPUTER["store"]
    vault = create_vault(vault_files(place / "data"), bytearray(CARD.encode()), profile=0)
    second = create_vault(vault_files(place / "second"), bytearray(b"another phrase of words"), profile=0)
    incidents.add_incident(second.database, clock, IncidentForm(text=SECOND_STORE))
    plan.set_answer(second.database, clock, "leaving_first", SECOND_STORE)
    db, session, job = vault.database, Session(vault.files, clock, vault), Job(0, lambda *_: None)
    sources = folder / "phone"
    sources.mkdir()

    _elsewhere(db, clock)
    helper = people.add_person(
        db,
        clock,
        people.PersonForm(
            name=word["helper"], role="trusted", contact=word["helper contact"], notes=word["helper notes"]
        ),
    )
    a_signal(db, helper.id, signals.SignalForm("word", word["signal"], word["signal action"]))

    removed = incidents.add_incident(db, clock, IncidentForm(text=word["removed entry"]))
    gone = a_file(db, clock, a_source(sources, b"gone", f"{word['removed file']}.jpg"), removed.id)
    clock.move(days=-40)
    other = incidents.add_incident(
        db,
        clock,
        IncidentForm(
            text=word["other entry"],
            happened=Happened("day", OTHER_DAY),
            place=word["other place"],
            people=(helper.id,),
        ),
    )
    incidents.amend_incident(db, clock, other.id, IncidentForm(text=word["other entry"] + "."), word["other reason"])
    clock.move(days=40)
    of_other = a_file(
        db, clock, a_source(sources, word["other file words"].encode(), f"{word['other file']}.txt"), other.id
    )
    _around_the_other(db, clock, other.id)

    given = incidents.add_incident(
        db,
        clock,
        IncidentForm(
            text=f"{GIVEN}. Қазір {word['plan answer']} 12 үйде тұрамын.",
            happened=Happened("exact", "2026-03-01T21:40"),
            kinds=("threat",),
            afterwards=word["afterwards"],
            seen_by=(incidents_witness(word["witness contact"]),),
        ),
    )
    photo_path = photo_with_place(sources / f"{word['photo name']}.jpg", word["photo place"])
    hidden_path = a_source(
        sources, b"\xff\xd8\xff\xe0 " + word["private words"].encode(), word["private file"] + ".jpg"
    )
    letter_path = a_source(sources, "Қысқа хат\n".encode(), "letter.txt")
    kept = keep_files(session, job, incident_id=given.id, paths=[photo_path, letter_path, hidden_path])
    assert not kept.failed
    photo, letter, hidden = (info.id for info in kept.kept)
    file_notes.mark_file_private(db, clock, hidden, private=True)
    file_notes.write_file_note(db, clock, letter, words=word["file note"])
    order = orders.add_order(
        db,
        clock,
        orders.OrderForm(name="Защитное предписание", number="12-7", issued="2026-03-01", notes=word["order note"]),
    )
    breaches.add_breach(db, clock, order.id, given.id, breaches.BreachForm("yes", "2026-03-02"))
    cases.add_case(
        db, clock, cases.CaseForm("Іс", "26-0001", incidents=(given.id, other.id), notes=word["case note"])
    )
    begin_sitting(db, clock)
    hashes = [entry.content_sha256 for entry in ledger.entries(db) if entry.object_id == removed.id]
    incidents.remove_incident(db, clock, removed.id, keep_hash=True)
    back = incidents.add_incident(db, clock, IncidentForm(text=word["taken back"]))
    incidents.take_back_incident(db, back.id)
    custody.note_check(db, clock, ledger.check(db))

    case = Case(vault, session, job, clock, given.id, other.id, photo, hidden, order.id, second)
    earlier = Selection(
        (other.id,), "ru", True, recipient=word["other reader"], purpose=word["other purpose"], until="2027-01-01"
    )
    stick = folder / "earlier"
    stick.mkdir()
    from ui.hand_over_work import hand_over

    made = hand_over(session, job, selection=earlier, folder=stick)
    case.numbers = {
        "id of the other entry": other.id,
        "id of its file": of_other.id,
        "hash of its file": of_other.sha256,
        "id of the removed entry": removed.id,
        "id of its removed file": gone.id,
        "hash of its removed file": gone.sha256,
        "id of the private file": hidden,
        "hash of the private file": kept.kept[2].sha256,
        "id of the helper": helper.id,
        "id of the earlier hand-over": made.release.id,
        "number of the earlier hand-over": made.release.bundle,
        "hash of the earlier hand-over": made.release.bag_sha256,
        "day of the other entry": OTHER_DAY,
        **{f"hash {place} of the removed entry": one for place, one in enumerate(hashes)},
    }
    clock.move(days=1)
    return case


def incidents_witness(contact: str) -> Any:
    """Someone who heard it, with a contact that stands on its own sheet only."""
    from safeplan.records.incident_form import Witness

    return Witness("Данияр Ким", contact, "heard")


def _elsewhere(db: Any, clock: Any) -> None:
    """Everything beside the record: plan, signs, weights, numbers, checks, drafts, her days."""
    word = ELSEWHERE
    plan.set_answer(db, clock, "leaving_first", f"{word['plan answer']} 12")
    plan.add_own_step(db, clock, "home", word["plan step"])
    signs.keep_review(db, clock, signs.SignForm({"neck": "yes"}, word["fear"], word["sign note"]))
    weights.change_weights(db, clock, weights.AddOwn(word["weight"]))
    own_numbers.add_number(db, clock, own_numbers.NumberForm(word["own number"], "8 727 111 22 33"))
    looked.set_note(db, clock, "patterns_place", word["looked"])
    drafts.save_draft(db, clock, "happened", {"text": word["draft"]})
    certified.note_result(db, clock, word["certified"], "2", "2026-02-20")
    life_events.add_life_event(db, word["life event"], "2026-02-20")


def _around_the_other(db: Any, clock: Any, other: str) -> None:
    """A case and pressure that belong to the entry that stays."""
    word = ELSEWHERE
    pressure.keep_note(db, clock, other, pressure.PressureNote(promised=word["pressure of other"]))
    case = cases.add_case(db, clock, cases.CaseForm(word["case of other"], incidents=(other,)))
    cases.add_item(db, clock, case.id, cases.ItemForm("decision", "2026-02-02", incident_id=other))
