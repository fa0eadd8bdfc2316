"""The sentences and hints for named failures, as tables; ui.error_texts picks one and fills in its facts.

May touch: nothing. Must never blame, and never hold a word that is not marked for the translators.
"""

from __future__ import annotations


def QT_TRANSLATE_NOOP(_context: str, english: str) -> str:
    """Marks words for the catalogue; its name is what the collecting tool looks for. Translated when shown."""
    return english


# id of the class in safeplan/errors.py -> sentence, hint. The marker call makes the words known to translators.
TEXTS: dict[str, tuple[str, str]] = {
    "wrong_passphrase": (
        QT_TRANSLATE_NOOP("Errors", "This passphrase does not open it."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "You can look at it with “Show what I type”. You can try as often as you need.",
        ),
    ),
    "wrong_recovery_code": (
        QT_TRANSLATE_NOOP("Errors", "This spare key does not open it."),
        QT_TRANSLATE_NOOP("Errors", "It may be an older one. Only the spare key made last works."),
    ),
    "recovery_code_mistyped": (
        QT_TRANSLATE_NOOP("Errors", "The spare key has a typing mistake in it."),
        QT_TRANSLATE_NOOP("Errors", "Compare it with the printed one, group by group."),
    ),
    "passphrase_too_weak": (
        QT_TRANSLATE_NOOP("Errors", "This passphrase could be guessed."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Four ordinary words that have nothing to do with each other are stronger, and easier to remember.",
        ),
    ),
    "passphrases_differ": (
        QT_TRANSLATE_NOOP("Errors", "The two are not the same."),
        QT_TRANSLATE_NOOP("Errors", "Type both once more. You can tick the box to see what you type."),
    ),
    "passphrase_in_use": (
        QT_TRANSLATE_NOOP("Errors", "This passphrase is already used here."),
        QT_TRANSLATE_NOOP("Errors", "Please choose another one."),
    ),
    "door_sum_refused": (
        QT_TRANSLATE_NOOP("Errors", "This sum cannot be used."),
        QT_TRANSLATE_NOOP("Errors", "Choose a longer one that nobody would type by chance."),
    ),
    "file_unreadable": (
        QT_TRANSLATE_NOOP("Errors", "This file cannot be read."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Another program may be using it. Copy it to this computer first, then add it again.",
        ),
    ),
    "file_vanished": (
        QT_TRANSLATE_NOOP("Errors", "The file changed or went away while it was being read."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Nothing was added. Check that the stick or phone is still connected and add the file again.",
        ),
    ),
    "file_already_kept": (
        QT_TRANSLATE_NOOP("Errors", "This file is already kept, with entry {number}."),
        QT_TRANSLATE_NOOP("Errors", "One copy is enough: it can be named in several places."),
    ),
    "date_impossible": (
        QT_TRANSLATE_NOOP("Errors", "This date does not exist, or the end comes before the beginning."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "If you are not sure of the day, your own words are fine: “before Nauryz”, “last winter”.",
        ),
    ),
    "nothing_written": (
        QT_TRANSLATE_NOOP("Errors", "There is nothing to keep yet."),
        QT_TRANSLATE_NOOP("Errors", "One line, or one file, is enough."),
    ),
    "nothing_chosen": (
        QT_TRANSLATE_NOOP("Errors", "Nothing is chosen yet."),
        QT_TRANSLATE_NOOP("Errors", "Tick at least one line."),
    ),
    "entry_already_fixed": (
        QT_TRANSLATE_NOOP(
            "Errors",
            "This entry is from an earlier day and can no longer be taken back without a trace.",
        ),
        QT_TRANSLATE_NOOP(
            "Errors",
            "You can add a correction, or remove it: then a note stays that an entry was removed.",
        ),
    ),
    "not_there": (
        QT_TRANSLATE_NOOP("Errors", "This is no longer here."),
        QT_TRANSLATE_NOOP("Errors", "It may have been removed a moment ago."),
    ),
    "folder_not_empty": (
        QT_TRANSLATE_NOOP("Errors", "This folder is not empty."),
        QT_TRANSLATE_NOOP("Errors", "Choose an empty folder or make a new one, so that nothing gets mixed up."),
    ),
    "pack_refused": (
        QT_TRANSLATE_NOOP("Errors", "This file cannot be used."),
        QT_TRANSLATE_NOOP("Errors", "Ask the organisation for a new one. Nothing here was changed."),
    ),
    "picture_too_large": (
        QT_TRANSLATE_NOOP("Errors", "This picture is too large to show here."),
        QT_TRANSLATE_NOOP("Errors", "The file itself is kept unchanged and can be handed over."),
    ),
    "picture_broken": (
        QT_TRANSLATE_NOOP("Errors", "This file cannot be shown; it may be damaged."),
        QT_TRANSLATE_NOOP("Errors", "The file itself is kept unchanged."),
    ),
    "picture_not_shown": (
        QT_TRANSLATE_NOOP("Errors", "This kind of file is kept, but not shown here."),
        QT_TRANSLATE_NOOP("Errors", "It can be handed over unchanged."),
    ),
    "viewer_timed_out": (
        QT_TRANSLATE_NOOP("Errors", "Showing this file took too long and was stopped."),
        QT_TRANSLATE_NOOP("Errors", "The file itself is kept unchanged."),
    ),
    "disk_full": (
        QT_TRANSLATE_NOOP("Errors", "The disk is full. The last change was not kept."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Make some room on this computer, or remove a large file here, then keep it again.",
        ),
    ),
    "no_permission": (
        QT_TRANSLATE_NOOP("Errors", "This computer does not allow it here."),
        QT_TRANSLATE_NOOP("Errors", "Choose another folder, for example on a stick of your own."),
    ),
    "read_only_place": (
        QT_TRANSLATE_NOOP("Errors", "Nothing can be written in this place."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "A stick may have a small switch against writing. You can read, but not keep anything new.",
        ),
    ),
    "vault_in_use": (
        QT_TRANSLATE_NOOP("Errors", "It is already open on this computer."),
        QT_TRANSLATE_NOOP("Errors", "Close the other one first, or wait a few seconds."),
    ),
    "disk_failing": (
        QT_TRANSLATE_NOOP("Errors", "The disk reports a fault."),
        QT_TRANSLATE_NOOP("Errors", "Make a copy on another disk soon, while it can still be read."),
    ),
    "memory_short": (
        QT_TRANSLATE_NOOP("Errors", "This computer has too little memory free for it right now."),
        QT_TRANSLATE_NOOP("Errors", "Close other programs and try again."),
    ),
    "vault_missing": (
        QT_TRANSLATE_NOOP("Errors", "There is nothing to open here."),
        QT_TRANSLATE_NOOP("Errors", "If it is on a stick, connect the stick and start again."),
    ),
    "vault_exists": (
        QT_TRANSLATE_NOOP("Errors", "There is already something kept in this place."),
        QT_TRANSLATE_NOOP("Errors", "It was left as it is. Open it, or choose another place."),
    ),
    "header_damaged": (
        QT_TRANSLATE_NOOP("Errors", "The file with the keys is damaged, so your notes cannot be opened from it."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Your passphrase is not the problem. If you have a copy on a stick, open that one.",
        ),
    ),
    "vault_damaged": (
        QT_TRANSLATE_NOOP("Errors", "The passphrase is right, but the file with your notes is damaged."),
        QT_TRANSLATE_NOOP("Errors", "Change nothing here. If you have a copy on a stick, open that one."),
    ),
    "vault_too_new": (
        QT_TRANSLATE_NOOP("Errors", "Your notes were kept by a newer version of this program."),
        QT_TRANSLATE_NOOP("Errors", "Open them with that version; nothing was changed."),
    ),
    "record_damaged": (
        QT_TRANSLATE_NOOP("Errors", "Entry {number} does not match what was kept before."),
        QT_TRANSLATE_NOOP("Errors", "The disk may be failing. Keep a copy and show it to the person who helps you."),
    ),
    "content_broken": (
        QT_TRANSLATE_NOOP("Errors", "A part of this program is missing or damaged."),
        QT_TRANSLATE_NOOP("Errors", "Your notes are not affected. A fresh copy of the program mends this."),
    ),
    "policy_fault": (
        QT_TRANSLATE_NOOP("Errors", "The rules of this computer have a mistake in them: {file}, line {line}."),
        QT_TRANSLATE_NOOP("Errors", "Whoever looks after this computer can mend them. Nothing was opened or lost."),
    ),
    "bug": (
        QT_TRANSLATE_NOOP("Errors", "Something in this program went wrong. What you kept before is still there."),
        QT_TRANSLATE_NOOP("Errors", "If you ask somebody for help, this code tells where: {code}"),
    ),
}

# Where one failure has several causes: (id, `reason` or `code`) -> sentence, hint.
REASONS: dict[tuple[str, str], tuple[str, str]] = {
    ("disk_full", "one_file"): (
        QT_TRANSLATE_NOOP("Errors", "This place takes no single file larger than {largest}."),
        QT_TRANSLATE_NOOP("Errors", "Many sticks are sold that way. Use a disk or a stick that takes larger files."),
    ),
    ("disk_full", "room"): (
        QT_TRANSLATE_NOOP("Errors", "There is not enough room there: {wanted} is needed, {free} is free."),
        QT_TRANSLATE_NOOP("Errors", "Make some room there first, or choose another place. Nothing was left behind."),
    ),
    ("disk_full", "check"): (
        QT_TRANSLATE_NOOP("Errors", "The disk is full. The check itself is done, but its day could not be noted."),
        QT_TRANSLATE_NOOP("Errors", "Make some room on this computer, then check again."),
    ),
    ("disk_full", "original_removed"): (
        QT_TRANSLATE_NOOP(
            "Errors", "The disk is full. The original is removed, but this could not be noted with the kept file."
        ),
        QT_TRANSLATE_NOOP("Errors", "The kept file itself is unchanged. Other originals are still there."),
    ),
    ("disk_failing", "gone"): (
        QT_TRANSLATE_NOOP("Errors", "This place is not there any more; perhaps the stick was pulled out."),
        QT_TRANSLATE_NOOP("Errors", "What was begun there is no finished copy. Plug it in again and make it anew."),
    ),
    ("disk_failing", "moved"): (
        QT_TRANSLATE_NOOP(
            "Errors", "The place where your notes lie is not there any more; perhaps the stick was pulled out."
        ),
        QT_TRANSLATE_NOOP(
            "Errors", "Hide, plug it in again and open your notes anew. What was kept before is still on it."
        ),
    ),
    ("picture_broken", "clean_copy"): (
        QT_TRANSLATE_NOOP("Errors", "No clean copy can be made of a photo with entry {number}."),
        QT_TRANSLATE_NOOP("Errors", "So nothing was handed over. Leave this photo out, or let it go as it is."),
    ),
    ("file_unreadable", "no_backup"): (
        QT_TRANSLATE_NOOP("Errors", "This file is not a copy that this program made."),
        QT_TRANSLATE_NOOP(
            "Errors", "Perhaps another file was chosen. Such a copy is one file, and only this program opens it."
        ),
    ),
    ("file_unreadable", "no_bag"): (
        QT_TRANSLATE_NOOP("Errors", "This is not a folder that this program handed over."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Choose the folder itself, the one with 1-START.pdf in it. What is packed must be unpacked first.",
        ),
    ),
    ("file_unreadable", "changed"): (
        QT_TRANSLATE_NOOP("Errors", "Something in this folder was changed after it was made."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was taken from it. Ask for the folder once more."),
    ),
    ("file_unreadable", "no_record"): (
        QT_TRANSLATE_NOOP("Errors", "This folder holds no entries that could be taken in."),
        QT_TRANSLATE_NOOP("Errors", "Its files can be added to an entry of yours, one by one."),
    ),
    ("no_permission", "own_folder"): (
        QT_TRANSLATE_NOOP("Errors", "A copy cannot lie in the same folder as the notes themselves."),
        QT_TRANSLATE_NOOP("Errors", "Choose another place, best a stick: then one does not go with the other."),
    ),
    ("no_permission", "path"): (
        QT_TRANSLATE_NOOP("Errors", "The names of the files would become too long for this place."),
        QT_TRANSLATE_NOOP("Errors", "Choose a folder that lies less deep inside others."),
    ),
    ("vault_damaged", "backup"): (
        QT_TRANSLATE_NOOP("Errors", "The passphrase is right, but this copy is damaged."),
        QT_TRANSLATE_NOOP("Errors", "Nothing here was changed. If you have another copy, try that one."),
    ),
    ("vault_damaged", "store"): (
        QT_TRANSLATE_NOOP("Errors", "No copy was made: your notes do not read to their end."),
        QT_TRANSLATE_NOOP(
            "Errors", "The disk may be failing. Change nothing here; if you have an earlier copy, keep it safe."
        ),
    ),
    **dict.fromkeys(
        (("disk_failing", reason) for reason in ("copy", "backup", "read_back")),
        (
            QT_TRANSLATE_NOOP("Errors", "The copy read back differently from what was written."),
            QT_TRANSLATE_NOOP("Errors", "It was removed again. Use another stick or another place."),
        ),
    ),
    ("record_damaged", "file"): (
        QT_TRANSLATE_NOOP("Errors", "A file in it is not the one that its record names."),
        QT_TRANSLATE_NOOP(
            "Errors", "Nothing of it was taken in, and nothing here was changed. Ask for it once more."
        ),
    ),
    **dict.fromkeys(
        (("record_damaged", reason) for reason in ("entry", "claim", "large", "json", "id", "line")),
        (
            QT_TRANSLATE_NOOP("Errors", "Something in it is not as this program writes it."),
            QT_TRANSLATE_NOOP(
                "Errors", "Nothing of it was taken in, and nothing here was changed. Ask for it once more."
            ),
        ),
    ),
}

# Why a sum is refused; `reason` of DoorSumRefused.
SUM_REASONS: dict[str, str] = {
    "short": QT_TRANSLATE_NOOP("Errors", "It is too short: somebody could type it by chance."),
    "everyday": QT_TRANSLATE_NOOP(
        "Errors",
        "People type sums like this every day. Choose one that nobody would type.",
    ),
    "date": QT_TRANSLATE_NOOP(
        "Errors",
        "It looks like a date. Birthdays and wedding days are the first that others try.",
    ),
    "phone": QT_TRANSLATE_NOOP("Errors", "It looks like a telephone number. Choose one that belongs to nobody."),
    "not_a_sum": QT_TRANSLATE_NOOP("Errors", "It needs numbers and at least one sign such as + or ×."),
}

# Why an organisation's file is refused; `reason` of PackRefused.
PACK_REASONS: dict[str, str] = {
    "large": QT_TRANSLATE_NOOP(
        "Errors", "It is too large. Files with numbers and laws are smaller than one megabyte."
    ),
    "text": QT_TRANSLATE_NOOP("Errors", "It holds no readable text. Perhaps another file was chosen."),
    "kind": QT_TRANSLATE_NOOP("Errors", "It is a file of another kind, or its signature is missing."),
    "changed": QT_TRANSLATE_NOOP(
        "Errors",
        "It was changed after the organisation signed it. Ask the organisation for it once more.",
    ),
    "signer": QT_TRANSLATE_NOOP("Errors", "It was signed by somebody else than this computer expects."),
    "older": QT_TRANSLATE_NOOP("Errors", "A newer edition of it is kept here already."),
    "words": QT_TRANSLATE_NOOP(
        "Errors",
        "Something in it is missing or out of place, here: {where}. Tell the organisation about it.",
    ),
}
