"""Makes the folder that leaves: originals, report, record lines and the lists to check them by (BagIt, RFC 8493).

May touch: the record, and one new folder. Must never name this computer, its user, this program's folder, another
entry or another recipient; and a file whose bytes no longer match stops the whole hand-over.
"""

from __future__ import annotations

import secrets
from dataclasses import replace
from functools import partial
from pathlib import Path

from safeplan.clock import Clock, as_text, from_text
from safeplan.handover import bag_lists, verify
from safeplan.handover.bag_files import (
    Cancel,
    CleanOf,
    Makers,
    PictureOf,
    Progress,
    Written,
    report_pictures,
    stop_if,
    write_files,
)
from safeplan.handover.chosen import WITH_DOCUMENT, Chosen, choose, report_content
from safeplan.handover.folder import NewFolder, Sink, remove_unfinished
from safeplan.handover.labels import wall_clock
from safeplan.handover.record_lines import record_lines
from safeplan.handover.releases import Release, keep_release
from safeplan.handover.report import compile_report_parts
from safeplan.handover.report_content import ReportContent
from safeplan.handover.report_data import report_data
from safeplan.handover.report_gather import languages_of
from safeplan.handover.selection import Selection, validate
from safeplan.handover.start_page import NAME, StartPage, compile_start_page, what_is_there
from safeplan.handover.stick import expected_sizes, must_fit
from safeplan.handover.verify_howto import how_to_verify
from safeplan.handover.verify_page import VERIFY_PAGE, verify_page
from safeplan.handover.viewing_copy import CopyOf
from safeplan.records import ledger
from safeplan.records.wording import new_id
from safeplan.vault.database import Database
from safeplan.vault.whole_file import room_told

HOW_TO_CHECK = "VERIFY.txt"
# Offices take 20 MB by mail, counted in thousands.
LARGEST_REPORT = 19_900_000


def write_bag(
    db: Database,
    clock: Clock,
    selection: Selection,
    folder: Path,
    picture_of: PictureOf,
    progress: Progress,
    cancelled: Cancel,
    *,
    copy_of: CopyOf | None = None,
    clean_of: CleanOf | None = None,
    read_back: bool = False,
) -> Release:
    """Make a new folder inside `folder`, hand the selection over into it and write that down.

    `picture_of` gives a reduced upright JPEG of a kept picture, or None; `copy_of` copies for viewing; `clean_of` the
    JPEG without hidden details of a file of which only that leaves. `progress(done, total)` counts bytes of
    originals; with `read_back` the whole folder is read from the disk again and compared, and that is the second
    half of `total`. `cancelled` is asked before each piece.

    Until the last step everything is taken back when something fails: no folder, nothing changed in the record.
    Raises NothingChosen, NotThere, Cancelled, DiskFull (`reason`, see stick.must_fit), NoPermission, ReadOnlyPlace,
    FolderNotEmpty, DiskFailing (`reason` "gone" | "read_back"), RecordDamaged (`number` is that of the entry).
    """
    selection = validate(selection)
    makers = Makers(picture_of, copy_of, clean_of)
    # A hand-over fixes what was written in this opening; one that fails must not have done so.
    with room_told(folder) as wanted, NewFolder(folder) as made:
        # What is fixed can be fixed again: what she types meanwhile is kept in between.
        with db.transaction(partial(ledger.fix_pending, db, clock)):
            chosen = choose(db, selection)
            stop_if(cancelled)
            total = sum(info.size for info in chosen.infos)
            whole = 2 * total if read_back else total
            remove_unfinished(folder)
            wanted += expected_sizes([info.size for info in chosen.infos])
            must_fit(folder, wanted)
            release = fill_bag(
                db, clock, selection, chosen, made, makers, lambda done, _: progress(done, whole), cancelled
            )
            made.seal(from_text(release.made_at))
            if read_back:
                made.read_back(lambda done, all_: progress(total + done * total // all_, whole), cancelled)
            stop_if(cancelled)
            # Written down before the folder has its name: otherwise it would be a hand-over she cannot find again.
            keep_release(db, clock, release)
            made.finish(release.folder_name)
        made.keep()
    return release


def fill_bag(
    db: Database,
    clock: Clock,
    selection: Selection,
    chosen: Chosen,
    made: Sink,
    makers: Makers,
    progress: Progress,
    cancelled: Cancel,
) -> Release:
    """Write everything into `made`, the lists last; the release, to be kept once the sink is safe where it is.

    `chosen` is choose(db, selection), after ledger.fix_pending and in one transaction with it. Raises as write_bag.
    """
    made_at, zone, bundle = as_text(clock.now()), clock.zone(), _bundle_number()
    written = write_files(db, made, chosen, makers, progress, cancelled)
    content = _with_what_lies_there(report_content(db, selection, chosen, made_at, zone, bundle), chosen, written)
    _write_report(made, content, chosen, makers, cancelled)
    made.write("data/names.tsv", [bag_lists.names_list(chosen, written.copies)])
    made.write("data/custody.tsv", [bag_lists.custody_list(content.custody, chosen.files.values())])
    told = [entry for entry in chosen.entries if entry.op in WITH_DOCUMENT]
    lines = record_lines(db, told, chosen.documents, chosen.withheld, chosen.root, lambda: stop_if(cancelled))
    made.write(verify.CHAIN, lines)
    bag_sha256 = _write_tags(made, selection, bundle, made_at, zone)
    stop_if(cancelled)
    return Release(
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
        folder_name=f"copy-{wall_clock(made_at, zone):%Y-%m-%d}-{bundle}",
        size=sum(made.sizes.values()),
        choice=selection,
    )


def _with_what_lies_there(content: ReportContent, chosen: Chosen, written: Written) -> ReportContent:
    """The report tells of the files in the folder, not of those that stay."""
    there = tuple(
        replace(one, attachments=tuple(written.as_it_lies(info) for info in one.attachments))
        for one in content.incidents
    )
    carried = frozenset(one.id for one in there) - chosen.withheld
    return replace(content, incidents=there, copies=written.beside(), text_files=written.texts, carried=carried)


def _write_report(made: Sink, content: ReportContent, chosen: Chosen, makers: Makers, cancelled: Cancel) -> None:
    pictures = report_pictures(chosen, makers, cancelled)
    content = replace(content, pictures={info_id: f"p{place}" for place, info_id in enumerate(pictures, 1)})
    parts = compile_report_parts(
        report_data(content),
        {content.pictures[key]: jpeg for key, jpeg in pictures.items()},
        largest=LARGEST_REPORT,
        cancelled=cancelled,
    )
    stop_if(cancelled)
    for place, part in enumerate(parts, 1):
        made.write("data/report.pdf" if len(parts) == 1 else f"data/report-{place}.pdf", [part])


def _write_tags(made: Sink, selection: Selection, bundle: str, made_at: str, zone: str) -> str:
    """Everything beside the payload; the SHA-256 of the last list, which stands for all of it."""
    made.write(VERIFY_PAGE, [verify_page()])
    page = StartPage(languages_of(selection), selection.recipient, bundle, made_at, zone, what_is_there(made.sums))
    made.write(NAME, [compile_start_page(page)])
    made.write(HOW_TO_CHECK, [how_to_verify(selection.language)])
    made.write("bag-info.txt", [bag_lists.bag_info(selection, bundle, made_at, zone, made)])
    # A folder without these three is nothing that can be checked: it never looks finished before it is.
    made.write("bagit.txt", [verify.BAGIT_TXT])
    made.write(verify.MANIFEST, [bag_lists.manifest(made, of_payload=True)])
    return made.write(verify.TAG_MANIFEST, [bag_lists.manifest(made, of_payload=False)])


def _bundle_number() -> str:
    """Random, not counted: a count would tell how many others there were."""
    digits = secrets.token_hex(4).upper()
    return f"{digits[:4]}-{digits[4:]}"
