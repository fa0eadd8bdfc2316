"""Every failure the program can name, one class per cause.

May touch: nothing. Must never carry what the person wrote: facts are numbers and short names, because an error may
be read out to a helper or end up in a traceback. The sentence for each class stands in ui/error_words.py.
"""

from __future__ import annotations

from typing import ClassVar


class SafePlanError(Exception):
    """Base of all named failures. `facts` are numbers and enums, never user content."""

    id: ClassVar[str] = "bug"

    def __init__(self, **facts: int | str) -> None:
        super().__init__(self.id)
        self.facts = facts


class UserError(SafePlanError):
    """The person can do something about it now."""


class ComputerError(SafePlanError):
    """Disk, permission, memory, another copy of the program."""


class VaultError(SafePlanError):
    """The store itself."""


class Cancelled(SafePlanError):
    """The person changed her mind: silence is the right answer."""

    id = "cancelled"


class Locked(SafePlanError):
    """Asked after the store was closed: silence, and the unlock page."""

    id = "locked"


class Bug(SafePlanError):
    """Something this program did wrong; carries a short code that names functions, never data."""

    id = "bug"


# ── What the person can change ──────────────────────────────────────────────────────────────────────────────────
class WrongPassphrase(UserError):
    id = "wrong_passphrase"


class WrongRecoveryCode(UserError):
    """The code is well formed but opens nothing here."""

    id = "wrong_recovery_code"


class RecoveryCodeMistyped(UserError):
    """The checksum does not fit: a typing error, found without a key derivation."""

    id = "recovery_code_mistyped"


class PassphraseTooWeak(UserError):
    id = "passphrase_too_weak"


class PassphrasesDiffer(UserError):
    id = "passphrases_differ"


class PassphraseInUse(UserError):
    """Two slots with the same passphrase would make one of them unreachable."""

    id = "passphrase_in_use"


class DoorSumRefused(UserError):
    """`reason`: short | everyday | date | phone | not_a_sum."""

    id = "door_sum_refused"


class FileUnreadable(UserError):
    id = "file_unreadable"


class FileVanished(UserError):
    """The file changed or disappeared while it was being read."""

    id = "file_vanished"


class FileAlreadyKept(UserError):
    """The same bytes are already kept; `number` names the entry."""

    id = "file_already_kept"


class DateImpossible(UserError):
    id = "date_impossible"


class NothingWritten(UserError):
    """An entry needs one line, or a file."""

    id = "nothing_written"


class NothingChosen(UserError):
    id = "nothing_chosen"


class EntryAlreadyFixed(UserError):
    """The entry belongs to an earlier opening: it can be amended or removed, no longer taken back."""

    id = "entry_already_fixed"


class NotThere(UserError):
    """The entry, person or file asked for does not exist (any more)."""

    id = "not_there"


class FolderNotEmpty(UserError):
    id = "folder_not_empty"


class PackRefused(UserError):
    """A file of an organisation. `reason`: large | text | kind | changed | signer | older | words; `where` in it."""

    id = "pack_refused"


# ── Pictures and documents shown by the viewer process ──────────────────────────────────────────────────────────
class PictureTooLarge(UserError):
    """Larger than the viewer's memory allows once decoded; the file itself is kept unchanged."""

    id = "picture_too_large"


class PictureBroken(UserError):
    """Cannot be shown; the file itself is kept unchanged."""

    id = "picture_broken"


class PictureNotShown(UserError):
    """A kind of file that is kept but not shown inside the program."""

    id = "picture_not_shown"


class ViewerTimedOut(UserError):
    id = "viewer_timed_out"


# ── The computer ────────────────────────────────────────────────────────────────────────────────────────────────
class DiskFull(ComputerError):
    id = "disk_full"


class NoPermission(ComputerError):
    id = "no_permission"


class ReadOnlyPlace(ComputerError):
    id = "read_only_place"


class VaultInUse(ComputerError):
    """Another process holds the store."""

    id = "vault_in_use"


class DiskFailing(ComputerError):
    """The operating system reported an input/output error."""

    id = "disk_failing"


class MemoryShort(ComputerError):
    id = "memory_short"


# ── The store ───────────────────────────────────────────────────────────────────────────────────────────────────
class VaultMissing(VaultError):
    id = "vault_missing"


class VaultExists(VaultError):
    """Refused: creating over an existing store would destroy it."""

    id = "vault_exists"


class HeaderDamaged(VaultError):
    """Neither copy of the key file has the right size."""

    id = "header_damaged"


class VaultDamaged(VaultError):
    """The key fits, the database does not read."""

    id = "vault_damaged"


class VaultTooNew(VaultError):
    id = "vault_too_new"


class RecordDamaged(VaultError):
    """A kept file or the chain does not match its hash; `number` names the first entry at fault."""

    id = "record_damaged"


# ── Content and policy ──────────────────────────────────────────────────────────────────────────────────────────
class ContentBroken(SafePlanError):
    """A resource file does not load; `file` and `where` name the place."""

    id = "content_broken"


class PolicyFault(SafePlanError):
    """The computer's rules are not in order: `file`, `line`, `key`; `reason`, `mend` are ids of resources/policy."""

    id = "policy_fault"
