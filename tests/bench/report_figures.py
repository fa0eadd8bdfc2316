"""A report of 1,000 entries with 500 pictures: seconds, and the memory of a process that does nothing else."""

from __future__ import annotations

import io
import itertools
import random
import resource
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

from PIL import Image

from safeplan.handover.report import compile_report
from safeplan.handover.report_data import ReportContent, report_data
from safeplan.handover.selection import Selection
from safeplan.records.attachments import AttachmentInfo
from safeplan.records.incident_form import BodyMark, Damage, Statement
from safeplan.records.incidents import Happened, Incident, IncidentForm, Revision
from tests.bench.figure import Figure

ENTRIES, PICTURES = 1_000, 500
MEBIBYTE = 1024 * 1024
_WORDS = "Пришёл поздно, кричал, бил кулаком в дверь. Ұлым бәрін естіді, қатты қорықты. "


def report_figures(_work: Path, quick: bool) -> list[Figure]:
    """Seconds from the gathered entries to the finished bytes, and the most memory on the way, in MiB."""
    # In a process of its own: what other figures have used would be counted too.
    share = 10 if quick else 1
    run = subprocess.run(
        [sys.executable, "-m", __name__, str(ENTRIES // share), str(PICTURES // share)],
        capture_output=True,
        check=True,
        text=True,
        cwd=Path(__file__).resolve().parents[2],
    )
    seconds, most, pause, pages = (float(word) for word in run.stdout.split())
    note = f"{ENTRIES // share} entries, {PICTURES // share} pictures, {pages:.0f} pages"
    return [
        Figure("report_s", seconds, "s", 60, note=note),
        Figure("report_mib", most, "MiB", 1536),
        # Between two looks at Cancel.
        Figure("report_cancel_s", pause, "s", note="longest wait for Cancel"),
    ]


def _content(entries: int, pictures: int) -> ReportContent:
    made, files, names = [], {}, {}
    for number in range(entries):
        info = AttachmentInfo(
            f"{number:032x}", "", f"IMG_{number}.jpg", 2_345_678, "ab" * 32, "image/jpeg",
            "2026-03-01T18:50:00Z", "+05:00", "", None, has_thumbnail=True,
        )  # fmt: skip
        if number < pictures:
            files[info.id], names[info.id] = f"{number + 1:04d}.jpg", f"p{number + 1}"
        form = IncidentForm(
            text=_WORDS * 8,
            happened=Happened("day", f"20{20 + number % 6}-0{1 + number % 9}-{1 + number % 28:02d}"),
            place="Подъезд, третий этаж",
            said=(Statement("Ты никуда не пойдёшь", "сосед", "saw"),),
            damage=(Damage("замок", "9 000 тенге"),),
            marks=(
                BodyMark("adult", "front", "wrist_left", 0.83, 0.47, "redness", "finger", "4 cm", ("red",), "touch"),
            )
            if number % 5 == 0
            else (),
        )
        revision = Revision(1, form, "2026-03-01T04:10:00Z", "+05:00", "", 1)
        made.append(Incident(info.id, number + 1, (revision,), (info,) if number < pictures else (), fixed=True))
    chosen = Selection(tuple(one.id for one in made), "ru", with_attachments=True, recipient="Суд")
    content = ReportContent(chosen, "2026-03-09T18:40:00Z", "+05:00", "7F3A-91C2", tuple(made), files, root="ab" * 32)
    return replace(content, pictures=names)


def _picture() -> bytes:
    """A JPEG as the report gets them: 1200 x 900, some 180 KiB."""
    noise = Image.frombytes("L", (160, 120), random.Random(7).randbytes(160 * 120))
    out = io.BytesIO()
    noise.resize((1200, 900)).convert("RGB").save(out, "JPEG", quality=80)
    return out.getvalue()


def _measure(entries: int, pictures: int) -> str:
    content, jpeg = _content(entries, pictures), _picture()
    # Each its own bytes: equal ones would be kept once.
    different = {
        name: jpeg[:-30] + place.to_bytes(2, "big").replace(b"\xff", b"\xfe") + jpeg[-28:]
        for place, name in enumerate(content.pictures.values())
    }
    looks = [time.perf_counter()]

    def look() -> bool:
        looks.append(time.perf_counter())
        return False

    started = time.perf_counter()
    paper = compile_report(report_data(content), different, cancelled=look)
    seconds = time.perf_counter() - started
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / MEBIBYTE
    pause = max(after - before for before, after in itertools.pairwise(looks[1:]))
    pages = paper.count(b"/StructParents ")
    return f"{seconds:.2f} {most:.0f} {pause:.2f} {pages}"


if __name__ == "__main__":
    print(_measure(int(sys.argv[1]), int(sys.argv[2])))
