"""An organisation's policy for a computer it lends out: taken whole, or every fault named with its line."""

from __future__ import annotations

from safeplan.errors import PolicyFault
from safeplan.policy_reading import faults_in, read_policy


def target(data: bytes) -> None:
    faults = faults_in(data, "policy.toml")
    lines = data.count(b"\n") + data.count(b"\r") + 1
    assert all(0 <= int(fault.facts["line"]) <= lines for fault in faults), faults[0].facts
    try:
        policy = read_policy(data, "policy.toml")
    except PolicyFault:
        assert faults
        return
    assert not faults
    assert policy.mode
