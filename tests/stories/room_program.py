"""The program on a computer with a policy: as a person starts it, but its rules stand in the story's own folder.

Started with a policy file and, for a kiosk, the two words of every session and how many seconds one waits (a policy
counts in minutes); perhaps also with the folder in which sticks appear, and then the words that are drawn for what
leaves are those two, twice. Its children are started the same way.
Nothing else is replaced; the one real place of a policy belongs to the system and is not for a test to write.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))


def main() -> int:
    rules, words, seconds, *media = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), *sys.argv[4:]
    from safeplan import policy, policy_reading
    from safeplan.vault import passphrase

    policy.policy_here = lambda: policy_reading.read_policy(rules.read_bytes(), str(rules))
    passphrase.words_to_come_back = lambda _language: words

    from ui import processes, removable, rooms

    if media:
        passphrase.generate = lambda _language, _words=4: f"{words} {words}"
        removable.removable_places = lambda: tuple(sorted(Path(media[0]).iterdir()))

    rooms.Room.stay_seconds = property(lambda _room: seconds)
    processes.command = lambda: [sys.executable, __file__, str(rules), words, str(seconds), *media]
    del sys.argv[1:]
    from ui.__main__ import main as program

    return program()


if __name__ == "__main__":
    sys.exit(main())
