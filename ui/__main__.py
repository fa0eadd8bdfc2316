"""The one entry: decides which process this is, before anything heavy is imported.

May touch: file descriptor 0 once, the arguments. Must never import Qt for `verify`, nor the store for the everyday
program.
"""

from __future__ import annotations

import gc
import sys


def main() -> int:
    """Run as the role in the input, as the command named, or as the everyday program."""
    from ui.roles import read_role

    role = read_role()
    if role:
        return _run_role(role)
    arguments = sys.argv[1:]
    command = arguments[0] if arguments else ""
    if command == "verify":
        from safeplan.handover.verify import main as verify

        return verify(arguments[1:])
    if command == "policy":
        from safeplan.content.policy_tool import main as policy

        return policy(arguments[1:])
    if command == "tour":
        _before_qt()
        from ui.tour import main as tour

        return tour(arguments[1:])
    if command in {"-h", "--help"}:
        from safeplan.paths import NEUTRAL_NAME

        # The built program answers too, and speaks of nothing.
        sys.stdout.write(f"{NEUTRAL_NAME}\n  verify PATH\n  policy check FILE\n  tour --out DIR [--lang en|ru|kk]\n")
        return 0
    # While it is loaded nothing becomes garbage; ui/collection.py says when to look for it afterwards.
    gc.disable()
    _before_qt()
    from ui.disguise_process import run

    return run()


def _before_qt() -> None:
    """What must hold before the first class that inherits from Qt is made."""
    from ui.overrides import keep_errors_whole

    keep_errors_whole()


def _run_role(role: bytes) -> int:
    from ui import messages

    if role[:1] == messages.VAULT_ROLE:
        # As above.
        gc.disable()
    _before_qt()
    if role[:1] == messages.VAULT_ROLE:
        from ui.vault_process import run

        return run(role)
    if role == messages.PLAYER_ROLE:
        from ui.player_process import run as run_player

        return run_player(role)
    from ui.viewer_process import run as run_viewer

    return run_viewer(role)


if __name__ == "__main__":
    sys.exit(main())
