"""The rows of the test programme: what each promises, in words that the README can print.

May touch: nothing. Must never name a row that no test carries; tests/rules/test_campaign_rows.py holds both together.
"""

from __future__ import annotations

from typing import NamedTuple


class Row(NamedTuple):
    """`promise` reads on from "in every one of the tries:"."""

    id: str
    promise: str


ROWS = (
    Row("C-01", "killed at any moment: nothing that was acknowledged is lost, nothing is damaged"),
    Row("C-02", "power cut at any write of a change: the store opens, nothing acknowledged is lost"),
    Row("C-03", "disk full at any write: a sentence, everything older is whole, the ballast lets her delete"),
    Row("C-04", "a failing disk or too little memory at any call: no damage, no word of hers in a message"),
    Row("C-05", "bits turned, files cut, pages and files exchanged: found, or the other copy is used"),
    Row("C-06", "two programs on one store: the second is refused, nothing changes"),
    Row("C-07", "a medium that is read-only, pulled out or gone: a sentence, nothing lands elsewhere"),
    Row("C-08", "stores of every version open; one from the future is refused and not touched by a byte"),
    Row("C-09", "clocks ten years off, running backwards, another zone: order kept, flags set"),
    Row("F-01", "words from every field are searched for on a raw disk afterwards: not found"),
    Row("F-02", "the memory of everything that still runs is searched after hiding: not found"),
    Row("F-03", "keys and passphrase are searched for in the open program's memory: not found"),
    Row("F-04", "a whole session under strace writes to no file outside the list"),
    Row("F-05", "a whole session opens no network socket"),
    Row("F-06", "recent files, thumbnails and histories of the system: the same before and after"),
    Row("F-07", "the clipboard is marked, cleared, and empty after hiding"),
    Row("F-08", "titles, classes and spoken names of all windows: those of the everyday program only"),
    Row("F-10", "a forced crash leaves no core, no line, no report"),
    Row("F-12", "dictionaries of input methods and spelling learn no word"),
    Row("F-13", "what lies on the disk has the statistics of noise"),
    Row("F-14", "one try takes equally long with a right, a wrong, a spare or a second passphrase"),
    Row("F-15", "what an installation leaves behind is the documented list"),
    Row("Q-01", "from the key to an innocent screen, in every state: within a frame or two"),
    Row("Q-02", "no frame on the way shows notes, desktop or another title"),
    Row("Q-03", "hidden while importing, re-keying, decoding a bomb, or hanging; the store is whole"),
    Row("Q-04", "the process with the notes is gone in time"),
    Row("Q-05", "sleep, lock, another user, idling or a crash of either process: the notes are closed"),
    Row("Q-06", "the way out is visible, named and reachable on every page at every size"),
    Row("H-01", "pictures that would unfold to gigabytes are refused; the program with the notes goes on"),
    Row("H-02", "damaged files of every kind: none reaches the program with the notes"),
    Row("H-03", "archives that would unfold to gigabytes are refused before a byte is written"),
    Row("H-04", "names and links made to write elsewhere: nothing outside, and the reason is said"),
    Row("H-05", "texts made to freeze or mislead: no standstill, kept letter for letter"),
    Row("H-06", "PDFs and films that point elsewhere: no other file, no socket"),
    Row("H-07", "SQL, searches, formats and formulas in every field stay words"),
    Row("H-08", "the viewer never shows anything of the file before"),
    Row("K-01", "the key file agrees with a second implementation written from its description"),
    Row("K-02", "every change of a slot, torn at any byte: the right secrets open, and only they"),
    Row("K-03", "a ciphertext that two keys could open is refused"),
    Row("K-04", "the derivation of the key is never weaker than its floor"),
    Row("K-05", "no common passphrase of three languages counts as enough"),
    Row("K-06", "the word lists have no doubles, no look-alikes, and enough words"),
    Row("K-07", "no forbidden way to a key, a password field or a network stands in the code"),
    Row("K-08", "after destroying, no secret opens and nothing of the key file is on the raw disk"),
    Row("K-09", "a re-key stopped at any step: exactly one of both keys opens"),
    Row("E-01", "what goes in comes out: every hash equal, by three checkers that are not ours"),
    Row("E-02", "any line of the record altered, removed, moved or added: the first one is named"),
    Row("E-03", "sealed files open elsewhere with the passphrase, and not without"),
    Row("E-04", "nothing that leaves names the computer, its user, other entries or a second store"),
    Row("S-01", "without any network everything installs from a folder of pinned files; a changed file is refused"),
    Row("S-02", "what each package could open is what its page says; at our work it opens nothing"),
    Row("S-03", "built twice, in two folders: byte for byte the same program and the same lists"),
    Row("X-01", "fuzzing of everything that is read from outside: no crash, no second lost, no limit passed"),
    Row("X-02", "exit after exit: nothing grows, no process stays"),
)

# Rows that need a desktop of another system: exact steps stand in docs/release-checklist.md.
ELSEWHERE = {"F-09": "Windows", "F-11": "Windows, macOS"}
