"""What leaves and what is kept elsewhere: folders, reports, sealed files, backups."""

from __future__ import annotations

from pathlib import Path

from tests.bench.backup_figures import backup_figures
from tests.bench.export_figures import export_figures
from tests.bench.figure import Figure
from tests.bench.report_figures import report_figures


def measure(work: Path, quick: bool) -> list[Figure]:
    """All figures of this group; each room measures its own in a file of its own."""
    return [*export_figures(work, quick), *backup_figures(work, quick), *report_figures(work, quick)]
