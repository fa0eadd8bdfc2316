"""Makes the folder that leaves: originals, report, record lines and the lists to check them by (BagIt, RFC 8493).

May touch: the record, and one new folder. Must never name this computer, its user, this program's folder, another
entry or another recipient; and a file whose bytes no longer match stops the whole hand-over.
"""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from safeplan import errors
from safeplan.clock import Clock, as_text, from_text
from safeplan.content.words import word_list
from safeplan.handover import verify
from safeplan.handover.folder import NewFolder, named
from safeplan.handover.labels import Labels, load_labels, wall_clock
from safeplan.handover.letters import printable
from safeplan.handover.record_lines import record_lines
from safeplan.handover.releases import Release, keep_release
from safeplan.handover.report import compile_report
from safeplan.handover.report_data import LONGEST_TEXT, CustodyLine, ReportContent, in_order_of_time, report_data
from safeplan.handover.selection import Selection, validate
from safeplan.records import attachments, file_notes, ledger, life_events, people
from safeplan.records.attachments import AttachmentInfo
from safeplan.records.incident_document import people_in
from safeplan.records.incidents import Incident, incident, revision_documents
from safeplan.records.wording import new_id
from safeplan.vault.database import Database

Progress = Callable[[int, int], None]
Cancel = Callable[[], bool]
PictureOf = Callable[[AttachmentInfo], bytes | None]

# The first bytes decide the ending, never the name a file came with.
ENDINGS = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/gif": "gif",
    "image/tiff": "tif",
    "image/webp": "webp",
    "image/bmp": "bmp",
    "image/heic": "heic",
    "image/heif": "heif",
    "image/avif": "avif",
    "application/pdf": "pdf",
    "application/zip": "zip",
    "audio/mpeg": "mp3",
    "audio/mp4": "m4a",
    "audio/ogg": "ogg",
    "audio/amr": "amr",
    "audio/wav": "wav",
    "audio/aac": "aac",
    "audio/flac": "flac",
    "audio/x-caf": "caf",
    "video/mp4": "mp4",
    "video/quicktime": "mov",
    "video/3gpp": "3gp",
    "video/webm": "webm",
    "video/x-matroska": "mkv",
    "video/x-msvideo": "avi",
    "text/plain": "txt",
    "text/html": "html",
}
# Acts that are told to a recipient; what she looked at and to whom else she gave it stay with her.
TOLD_ACTS = frozenset({"add", "amend", "attach", "check", "take_over"})
WITH_DOCUMENT = frozenset({"add", "amend", "attach"})
# Room for report, lists and file system besides the originals.
SPARE_ROOM = 8 * 1024 * 1024


@dataclass(frozen=True)
class _Chosen:
    """What is handed over, read from the record after everything in it was fixed."""

    incidents: tuple[Incident, ...]
    files: dict[str, str]
    private: frozenset[str]
    infos: tuple[AttachmentInfo, ...]
    entries: tuple[ledger.Entry, ...]
    root: str
    words: tuple[int, ...]


def write_bag(
    db: Database,
    clock: Clock,
    selection: Selection,
    folder: Path,
    picture_of: PictureOf,
    progress: Progress,
    cancelled: Cancel,
) -> Release:
    """Make a new folder inside `folder`, hand the selection over into it and write that down.

    `picture_of` gives a reduced upright JPEG of a kept picture, or None. `progress(done, total)` counts bytes of
    originals; `cancelled` is asked before each piece. Until the last step everything can be taken back, and is, when
    something fails. Raises NothingChosen, NotThere, Cancelled, DiskFull, NoPermission, ReadOnlyPlace, FolderNotEmpty,
    RecordDamaged (`number` is that of the entry).
    """
    selection = validate(selection)
    if not all(incident(db, chosen_id).revisions for chosen_id in selection.incident_ids):
        raise errors.NotThere
    ledger.fix_pending(db, clock)
    chosen = _choose(db, selection)
    made_at, zone, bundle = as_text(clock.now()), clock.zone(), _bundle_number()
    say = load_labels(selection.language)

    total = sum(info.size for info in chosen.infos)
    if named(lambda: shutil.disk_usage(folder)).free < total + SPARE_ROOM:
        raise errors.DiskFull
    name = f"copy-{wall_clock(made_at, zone):%Y-%m-%d}-{bundle}"
    with NewFolder(folder / name) as made:
        _write_originals(db, made, chosen, progress, cancelled)
        text_files = _write_long_texts(made, chosen)
        content = _content(db, selection, chosen, ReportContent(selection, made_at, zone, bundle, (), {}))
        content = replace(content, text_files=text_files)
        pictures = _pictures(chosen, picture_of, cancelled)
        content = replace(content, pictures={info_id: f"p{place}" for place, info_id in enumerate(pictures, 1)})
        report = compile_report(report_data(content), {content.pictures[key]: jpeg for key, jpeg in pictures.items()})
        _stop_if(cancelled)
        made.write("data/report.pdf", [report])
        made.write("data/names.tsv", [_names(chosen)])
        made.write(verify.CHAIN, _lines(db, chosen, cancelled))
        payload_size, payload_files = sum(made.sizes.values()), len(made.sizes)
        made.write(verify.MANIFEST, [_list(made, True)])
        made.write("bagit.txt", [verify.BAGIT_TXT])
        made.write("bag-info.txt", [_info(selection, bundle, made_at, zone, payload_size, payload_files)])
        made.write("VERIFY.txt", [_how_to_verify(say)])
        bag_sha256 = made.write(verify.TAG_MANIFEST, [_list(made, False)])
        _stop_if(cancelled)
        release = Release(
            id=new_id(),
            made_at=made_at,
            zone=zone,
            recipient=selection.recipient,
            purpose=selection.purpose,
            until=selection.until,
            language=selection.language,
            bundle=bundle,
            incidents=tuple((one.id, one.revisions[-1].number) for one in chosen.incidents),
            files=tuple(info.id for info in chosen.infos),
            with_files=selection.with_attachments,
            bag_sha256=bag_sha256,
            root=chosen.root,
            folder_name=name,
            size=sum(made.sizes.values()),
        )
        made.seal(from_text(made_at))
        # Written down before the folder is let go: otherwise it would be a hand-over she cannot find again.
        keep_release(db, clock, release)
        made.keep()
    return release


def _choose(db: Database, selection: Selection) -> _Chosen:
    found = [incident(db, chosen_id) for chosen_id in selection.incident_ids]
    incidents = in_order_of_time(found, life_events.anchors_of(db))
    private = file_notes.private_files(db)
    stays = private - set(selection.private_files)
    # Not even a name, a number or a hash of a file that does not leave: everything below counts what is left here.
    incidents = tuple(
        replace(
            one,
            attachments=tuple(
                info for info in one.attachments if selection.with_attachments and info.id not in stays
            ),
        )
        for one in incidents
    )
    infos = tuple(info for one in incidents for info in one.attachments)
    files = {info.id: f"{place:04d}.{ENDINGS.get(info.kind, 'bin')}" for place, info in enumerate(infos, 1)}
    about = {one.id for one in incidents} | files.keys()
    entries = tuple(entry for entry in ledger.entries(db) if entry.object_id in about and entry.op in TOLD_ACTS)
    head = ledger.head(db)
    return _Chosen(incidents, files, private, infos, entries, head.merkle_root_hex, head.words)


def _content(db: Database, selection: Selection, chosen: _Chosen, empty: ReportContent) -> ReportContent:
    numbers = {one.id: str(place) for place, one in enumerate(chosen.incidents, 1)} | chosen.files
    words = word_list(selection.language)
    custody = tuple(CustodyLine(entry.recorded_at, entry.op, numbers[entry.object_id]) for entry in chosen.entries)
    return replace(
        empty,
        incidents=chosen.incidents,
        files=chosen.files,
        people=_names_of_people(db, selection, chosen.incidents),
        custody=custody,
        root=chosen.root,
        root_words=" ".join(words[index] for index in chosen.words),
        notes={info.id: file_notes.file_note(db, info.id) for info in chosen.infos},
        anchors=life_events.anchors_of(db),
    )


def _names_of_people(db: Database, selection: Selection, incidents: Sequence[Incident]) -> dict[str, str]:
    known = {person.id: person for person in people.list_people(db)}
    wanted = {who for one in incidents for revision in one.revisions for who in people_in(revision.form)}
    return {who: people.shown_name(known[who], reveal=selection.with_names) for who in wanted if who in known}


def _write_originals(db: Database, made: NewFolder, chosen: _Chosen, progress: Progress, cancelled: Cancel) -> None:
    numbers = {one.id: one.number for one in chosen.incidents}
    total = sum(info.size for info in chosen.infos)
    done = 0
    progress(0, total)

    def pieces(info: AttachmentInfo) -> Iterator[bytes]:
        nonlocal done
        for piece in attachments.read_chunks(db, info.id):
            _stop_if(cancelled)
            yield piece
            done += len(piece)
            progress(done, total)

    for info in chosen.infos:
        _stop_if(cancelled)
        if made.write(f"data/{chosen.files[info.id]}", pieces(info)) != info.sha256:
            raise errors.RecordDamaged(number=numbers[info.incident_id])


def _write_long_texts(made: NewFolder, chosen: _Chosen) -> dict[str, str]:
    """{incident id: file} for texts that the report does not print to the end."""
    found = {}
    for place, one in enumerate(chosen.incidents, 1):
        text = one.revisions[-1].form.text
        # Characters without a shape take more room in print: well below the limit nothing is ever left out.
        if len(text) > LONGEST_TEXT or len(printable(text)) > 2 * LONGEST_TEXT:
            found[one.id] = f"text-{place:04d}.txt"
            made.write(f"data/{found[one.id]}", [text.encode("utf-8")])
    return found


def _pictures(chosen: _Chosen, picture_of: PictureOf, cancelled: Cancel) -> dict[str, bytes]:
    found = {}
    for info in chosen.infos:
        _stop_if(cancelled)
        if info.kind.startswith("image/") and info.id not in chosen.private and (jpeg := picture_of(info)):
            found[info.id] = jpeg
    return found


def _lines(db: Database, chosen: _Chosen, cancelled: Cancel) -> Iterator[bytes]:
    documents: list[str] = []
    for one in chosen.incidents:
        documents += revision_documents(db, one.id)
        documents += [attachments.document(db, info.id) for info in one.attachments]
    told = [entry for entry in chosen.entries if entry.op in WITH_DOCUMENT]
    return record_lines(db, told, documents, chosen.root, lambda: _stop_if(cancelled))


def _names(chosen: _Chosen) -> bytes:
    """A table of file, true name, kind and SHA-256; a name with a tab or line end in it stays one cell.

    A private file has no name here, as in the report.
    """
    lines = ["file\tname\tkind\tsha256"]
    for info in chosen.infos:
        name = "" if info.id in chosen.private else " ".join(printable(info.name).split("\n"))
        lines.append(f"{chosen.files[info.id]}\t{name}\t{info.kind}\t{info.sha256}")
    return ("\n".join(lines) + "\n").encode("utf-8")


def _list(made: NewFolder, of_payload: bool) -> bytes:  # noqa: FBT001
    names = sorted(name for name in made.sums if name.startswith("data/") is of_payload)
    return "".join(f"{made.sums[name]}  {name}\n" for name in names).encode("ascii")


def _info(selection: Selection, bundle: str, made_at: str, zone: str, size: int, files: int) -> bytes:
    """The bag's description. No software, computer or user is named; a person only when typed in."""
    values = {
        "External-Identifier": bundle,
        "Bagging-Date": wall_clock(made_at, zone).date().isoformat(),
        "Payload-Oxum": f"{size}.{files}",
        "Language": selection.language,
        "Contact-Name": selection.author,
        "Case-Number": selection.case_number,
    }
    lines = (f"{label}: {' '.join(printable(value).split())}\n" for label, value in values.items() if value.strip())
    return "".join(lines).encode("utf-8")


def _how_to_verify(say: Labels) -> bytes:
    windows = (
        f"Get-Content {verify.MANIFEST},{verify.TAG_MANIFEST} | ForEach-Object {{ $h,$f = $_ -split '  ',2;"
        ' if ((Get-FileHash -Algorithm SHA256 -LiteralPath $f).Hash -ne $h) { "CHANGED: $f" } }; "checked"'
    )
    lines = (
        say("verify", "heading"),
        "",
        say("verify", "intro"),
        "",
        say("verify", "linux"),
        f"    sha256sum -c {verify.MANIFEST} {verify.TAG_MANIFEST}",
        say("verify", "macos"),
        say("verify", "expect_ok"),
        "",
        say("verify", "windows"),
        f"    {windows}",
        say("verify", "expect_windows"),
        "",
        say("verify", "also"),
        say("verify", "names"),
        "",
        say("verify", "shows"),
        say("verify", "keep"),
        "",
    )
    # Old editors on Windows show one long line otherwise, or take the letters for another alphabet.
    return b"\xef\xbb\xbf" + "\r\n".join(lines).encode("utf-8")


def _bundle_number() -> str:
    """Random, not counted: a count would tell how many others there were."""
    digits = secrets.token_hex(4).upper()
    return f"{digits[:4]}-{digits[4:]}"


def _stop_if(cancelled: Cancel) -> None:
    if cancelled():
        raise errors.Cancelled
