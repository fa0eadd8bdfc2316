"""Where a film says it was made: the boxes and elements of a film that somebody may have built for us."""

from __future__ import annotations

from safeplan.handover.film_place import tells_a_place
from safeplan.records.sniff import kind_of


def target(data: bytes) -> None:
    def read(at: int, length: int) -> bytes:
        assert at >= 0
        assert length > 0
        return data[at : at + length]

    for kind in (kind_of(data), "video/mp4", "video/webm"):
        tells_a_place(kind, len(data), read, lambda: False)
