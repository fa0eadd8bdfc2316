"""Everything that leaves or decodes something, done once by the real functions and their real processes.

Not a test; run by test_sockets.py under strace: `python whole_day.py DATA STICK`. Prints each thing as it is done.
"""

from __future__ import annotations

import io
import sys
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
FILES = ROOT / "tests" / "data" / "files"
PHRASE = "lamp river bread seven"
DONE = ("kept", "looked", "played", "handed over", "checked", "locked paper", "locked folder", "card", "copied")


def main() -> int:
    from PySide6.QtCore import QCoreApplication, QObject, QTimer

    from safeplan.clock import SystemClock
    from safeplan.handover.record_card import compile_record_card
    from safeplan.handover.selection import Selection
    from safeplan.handover.verify import verify_bag
    from safeplan.paths import VaultFiles
    from safeplan.records import attachments, incidents
    from safeplan.records.incidents import IncidentForm
    from safeplan.vault.container import create_vault
    from ui import backup_work, viewer
    from ui.background import Job, Session
    from ui.hand_over_work import hand_over
    from ui.player import Playing
    from ui.viewer_exchange import decode_blocking

    data, stick = Path(sys.argv[1]), Path(sys.argv[2])
    clock, job = SystemClock(), Job(0, lambda *_: None)
    vault = create_vault(VaultFiles(data), bytearray(PHRASE.encode()), profile=0)
    session = Session(vault.files, clock, vault)
    entry = incidents.add_incident(vault.database, clock, IncidentForm(text="The lamp fell"))
    recording = (stick / "film.mp4").read_bytes()
    kinds = {"turned.jpg": "image/jpeg", "plain.heic": "image/heic", "three_pages.pdf": "application/pdf"}
    for path in (*(FILES / name for name in kinds), stick / "film.mp4"):
        attachments.import_file(vault.database, clock, path, entry.id, lambda *_: None, lambda: False)
    print("kept", flush=True)
    for name, kind in kinds.items():
        request = viewer.pdf_page(1, 300, 300) if name.endswith(".pdf") else viewer.picture(300, 300)
        assert decode_blocking(kind, (FILES / name).read_bytes(), request).width > 50
    print("looked", flush=True)
    application, owner, ended = QCoreApplication([]), QObject(), []
    playing = Playing(
        owner, "video/mp4", len(recording), lambda at, length, done, _failed: done(recording[at : at + length])
    )
    playing.ready.connect(lambda _info: (playing.set_speed(150), playing.play()))
    playing.failed.connect(lambda _error: application.quit())
    playing.paused.connect(lambda: (ended.append("end"), application.quit()))
    QTimer.singleShot(20_000, application.quit)
    application.exec()
    playing.stop()
    assert ended, "the film was not played to its end"
    print("played", flush=True)
    selection = Selection((entry.id,), "en", True)
    made = hand_over(session, job, selection=selection, folder=stick)
    print("handed over", flush=True)
    assert verify_bag(made.folder).result == "valid"
    print("checked", flush=True)
    hand_over(session, job, selection=selection, folder=stick, form="pdf", phrase=PHRASE)
    print("locked paper", flush=True)
    hand_over(session, job, selection=selection, folder=stick, form="zip", phrase=PHRASE)
    print("locked folder", flush=True)
    card = compile_record_card(("lamp", "river", "bread", "seven"), "0" * 64, date(2026, 3, 2), "kk")
    assert io.BytesIO(card).read(4) == b"%PDF"
    print("card", flush=True)
    backup_work.make_copy(session, job, folder=stick, name="copy.bin")
    print("copied", flush=True)
    vault.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
