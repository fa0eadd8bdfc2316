"""Shapes met for the first time by the window and by the worker in the same moment.

Lost without it: the window that ends by itself right after the passphrase, once in fifty openings on a slow computer.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# Three hundred shapes within shapes, none met before, each by two threads that take turns as often as can be.
MEETING = """
import resource, sys, threading, types
import msgspec
from safeplan.shaped import shaped

resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
sys.setswitchinterval(1e-6)
convert = {"door": shaped, "library": msgspec.convert}[sys.argv[1]]
SHAPES = '''
from __future__ import annotations
import msgspec
class Leaf(msgspec.Struct, frozen=True):
    number: int = 0
    words: tuple[str, ...] = ()
class Branch(msgspec.Struct, frozen=True):
    leaf: Leaf
    leaves: tuple[Leaf, ...]
    named: dict[str, Leaf]
class Tree(msgspec.Struct, frozen=True):
    branch: Branch
    branches: tuple[Branch, ...]
    named: dict[str, Branch]
'''
leaf = {"number": 1, "words": ["lamp"]}
branch = {"leaf": leaf, "leaves": [leaf], "named": {"a": leaf}}
tree = {"branch": branch, "branches": [branch, branch], "named": {"b": branch}}
kinds = []
for number in range(300):
    module = types.ModuleType(f"shapes_{number}")
    sys.modules[module.__name__] = module
    exec(SHAPES, module.__dict__)
    kinds.append((module.Tree, threading.Barrier(2)))
right = []

def meet():
    for kind, together in kinds:
        together.wait(30)
        right.append(convert(tree, kind).named["b"].leaves[0].words == ("lamp",))

threads = [threading.Thread(target=meet) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(right.count(True))
"""


def met_by_two(by: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", MEETING, by], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )


def test_two_threads_meet_the_same_new_shapes_and_both_get_what_they_ask_for() -> None:
    met = met_by_two("door")
    assert (met.returncode, met.stdout) == (0, "600\n"), met.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="an end by signal is told otherwise there")
def test_without_the_door_the_same_two_end_the_process() -> None:
    """Where the library has become safe by itself, this fails, and safeplan/shaped.py can go."""
    assert any(met_by_two("library").returncode < 0 for _ in range(5))
