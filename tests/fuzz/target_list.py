"""What is fuzzed, and how the million is divided: by what one execution costs, none below what is worth it."""

from __future__ import annotations

from tests.fuzz.driver import Target

VIEWER_MEBIBYTES, VIEWER_SECONDS = 1024, 10.0

# The longest first: two run at a time.
TARGETS = (
    Target("recordings", 40_000, 64_000, VIEWER_SECONDS, VIEWER_MEBIBYTES),
    Target("pictures", 60_000, 16_000, VIEWER_SECONDS, VIEWER_MEBIBYTES),
    Target("papers", 40_000, 16_000, VIEWER_SECONDS, VIEWER_MEBIBYTES),
    Target("other_record", 50_000),
    Target("bag", 60_000),
    Target("search_words", 40_000, 200),
    Target("guide_words", 40_000),
    Target("region_pack", 60_000, 8192),
    Target("policy", 80_000),
    Target("readable_text", 50_000),
    Target("key_file", 70_000),
    Target("backups", 60_000, 6000),
    Target("picture_claims", 70_000, 8192),
    Target("record_lines", 80_000),
    Target("settings_file", 60_000),
    Target("recording_tags", 20_000, 8192),
    Target("typed_dates", 60_000, 80),
    Target("wires", 39_400, 8192),
    Target("arithmetic", 20_000, 400),
    # A process for each execution: the same decoders as above, and what stands between them and her notes.
    Target("viewer", 600, 16_000, VIEWER_SECONDS),
)
