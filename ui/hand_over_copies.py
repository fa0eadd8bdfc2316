"""Makes the pictures and copies of a hand-over from kept files: for the report, for viewing, without hidden details.

May touch: kept files, to read, and one viewer or player process per file. Must never decode anything here, and never
give an original in place of a copy that cannot be made.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QTransform

from safeplan import errors
from safeplan.handover.bag_files import Makers
from safeplan.handover.plain_jpeg import without_metadata
from safeplan.handover.viewing_copy import LONGEST_WAV, MOST_STILLS, SAMPLE, Sound, Still, ViewingCopy
from safeplan.records import attachments, incidents
from safeplan.records.attachments import AttachmentInfo
from safeplan.vault.database import Database
from ui import player_wire, viewer
from ui.player_blocking import BlockingPlayer
from ui.player_wire import RATE, Frame

Cancel = Callable[[], bool]

# As large as a viewer gives: whoever looks at a copy wants to read the small print on it.
_FULL = 4096
_COPY_QUALITY = 90
_STILL_WIDTH, _STILL_HEIGHT = 1280, 720
_ATTEMPTS = 3
# Stills of a short film stand at least so far apart.
_BETWEEN_MS = 2000


def makers_for(db: Database, cancelled: Cancel, told: Callable[[], None] = lambda: None) -> Makers:
    """What bag and sealed forms ask for; `told` is called after each picture for the report."""

    def picture_of(info: AttachmentInfo) -> bytes | None:
        try:
            return _drawn(db, info, viewer.report_photo(), cancelled).data
        except errors.Cancelled:
            raise
        except errors.SafePlanError:
            # The file itself leaves unchanged; the report names it without a picture.
            return None
        finally:
            told()

    return Makers(
        picture_of,
        functools.partial(viewing_copy, db, cancelled=cancelled),
        functools.partial(clean_copy, db, cancelled=cancelled),
    )


def clean_copy(db: Database, info: AttachmentInfo, *, cancelled: Cancel) -> bytes:
    """The picture drawn anew as JPEG, nothing but pixels. Whenever it cannot be made the hand-over stops: raises
    PictureBroken (`reason` "clean_copy", `number` of the entry)."""
    try:
        drawn = _drawn(db, info, viewer.picture(_FULL, _FULL), cancelled, _COPY_QUALITY)
        return without_metadata(drawn.data)[0]
    except errors.Cancelled:
        raise
    except errors.SafePlanError:
        number = incidents.incident(db, info.incident_id).number
        raise errors.PictureBroken(reason="clean_copy", number=number) from None


def viewing_copy(db: Database, info: AttachmentInfo, *, cancelled: Cancel) -> ViewingCopy | None:
    """What an ordinary computer can show of it; None where nothing here can. Raises as the viewer and the player."""
    if info.kind in viewer.KINDS:
        drawn = _drawn(db, info, viewer.picture(_FULL, _FULL), cancelled, _COPY_QUALITY)
        return ViewingCopy((Still(drawn.data),))
    if info.kind not in player_wire.KINDS:
        return None
    with _player(db, info, cancelled) as player:
        held = player.info()
        stills = tuple(_stills(player, held.length_ms)) if held.picture else ()
    return ViewingCopy(stills, _sound(db, info, cancelled) if held.sound else None)


def _drawn(
    db: Database, info: AttachmentInfo, request: viewer.Request, cancelled: Cancel, quality: int = 82
) -> viewer.Encoded:
    pixels = viewer.decode_blocking(info.kind, attachments.read_chunks(db, info.id), request, cancelled=cancelled)
    return viewer.small_copy(pixels, quality)


def _player(db: Database, info: AttachmentInfo, cancelled: Cancel) -> BlockingPlayer:
    read = functools.partial(attachments.read_range, db, info.id)
    return BlockingPlayer(info.kind, info.size, read, cancelled=cancelled)


def _stills(player: BlockingPlayer, length_ms: int) -> Iterator[Still]:
    """Evenly over the film, the first at its beginning."""
    count = min(MOST_STILLS, 1 + length_ms // _BETWEEN_MS)
    for place in range(count):
        frame = player.still(length_ms * place // count, _STILL_WIDTH, _STILL_HEIGHT)
        if frame is None:
            return
        yield Still(_jpeg(frame), frame.at_ms)


def _jpeg(frame: Frame) -> bytes:
    picture = QImage(frame.pixels, frame.width, frame.height, frame.width * 4, QImage.Format.Format_RGB32)
    if frame.turned:
        picture = picture.transformed(QTransform().rotate(-frame.turned))
    content = QByteArray()
    target = QBuffer(content)
    target.open(QIODevice.OpenModeFlag.WriteOnly)
    if not picture.save(target, "JPEG", _COPY_QUALITY):  # type: ignore[call-overload]
        raise errors.Bug(code="still")
    target.close()
    return bytes(content.data())


def _sound(db: Database, info: AttachmentInfo, cancelled: Cancel) -> Sound | None:
    """Decoded twice: its length stands before the samples, and an hour of it is no matter for memory."""
    pairs, twin = 0, True
    with _player(db, info, cancelled) as player:
        player.info()
        for samples in player.sound():
            pairs += len(samples) // (2 * SAMPLE)
            twin = twin and _left(samples) == _right(samples)
            if pairs * 2 * SAMPLE > LONGEST_WAV:
                break
    if not pairs:
        return None
    # A telephone records one voice and the player gives it twice: half the size is enough for it.
    return Sound(RATE, 1 if twin else 2, pairs, _samples(db, info, cancelled, twin=twin))


def _samples(db: Database, info: AttachmentInfo, cancelled: Cancel, *, twin: bool) -> Iterator[bytes]:
    given = 0
    for attempt in range(_ATTEMPTS):
        passed_over = given
        try:
            with _player(db, info, cancelled) as player:
                player.info()
                for samples in player.sound():
                    new = samples[passed_over:]
                    passed_over -= min(passed_over, len(samples))
                    given += len(new)
                    if new:
                        yield _left(new) if twin else new
            return
        except errors.Cancelled:
            raise
        except errors.SafePlanError:
            # It was played to its end once already: a busy computer is likelier than a broken recording.
            if attempt == _ATTEMPTS - 1:
                raise


def _left(samples: bytes) -> bytes:
    return memoryview(samples).cast("h")[::2].tobytes()


def _right(samples: bytes) -> bytes:
    return memoryview(samples).cast("h")[1::2].tobytes()
