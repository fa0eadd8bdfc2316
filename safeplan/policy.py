"""The policy of this computer: an administrator's file that says which room it stands in and what it may do.

May touch: that one file, for reading. Must never go on with half of it, with a key it does not know, or with a file
that its reader could have written; and never look for it anywhere else.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from safeplan.errors import PolicyFault
from safeplan.paths import NEUTRAL_NAME
from safeplan.policy_shape import HOME, FieldRules, HelpLine, Policy, said

__all__ = ["HOME", "FieldRules", "HelpLine", "Policy", "load_policy", "policy_here", "policy_path", "said"]

FILE_NAME = "policy.toml"


def policy_path() -> Path:
    """The one place of the policy. No variable of the environment moves it: those belong to whoever sits here."""
    if sys.platform == "win32":
        from safeplan.policy_owner_windows import program_data

        return program_data() / NEUTRAL_NAME / FILE_NAME
    if sys.platform == "darwin":
        return Path("/Library/Application Support") / NEUTRAL_NAME / FILE_NAME
    return Path("/etc") / NEUTRAL_NAME.lower() / FILE_NAME


def policy_here() -> Policy:
    """The policy of this computer, HOME where it has none. Raises PolicyFault: nothing may then be opened or made."""
    path = policy_path()
    try:
        os.lstat(path)
    except FileNotFoundError:
        return HOME
    except OSError:
        raise PolicyFault(reason="unreadable", mend="readable", file=str(path), line=0, key="") from None
    return load_policy(path)


def load_policy(path: Path) -> Policy:
    """The policy in this file. PolicyFault(reason, mend, file, line, key) for anything that is not wholly in order.

    `line` counts from 1 and is 0 where the file as a whole is at fault; `key` is dotted, "" where none is.
    """
    # Not at the top: a computer without a policy needs neither, and the everyday program starts on every one.
    from safeplan import policy_owner, policy_reading

    return policy_reading.read_policy(policy_owner.trusted_bytes(path), str(path))
