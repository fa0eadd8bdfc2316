"""A volunteer follows docs/setting-up-a-shelter-computer.md word for word, on a Debian where nothing was set up yet.

The system's folders are copies in a world of their own (a mount namespace), so that nothing of this computer changes.
In the place of the built program stands one line that starts the source: what is tried here is the guide.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).resolve().parents[2]
GUIDE = (ROOT / "docs" / "setting-up-a-shelter-computer.md").read_text("utf-8")
COMMANDS = re.findall(r"^```sh tried\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
NEEDED = ("unshare", "adduser", "runuser", "install", "timeout")


def _may_build_a_world() -> bool:
    if not sys.platform.startswith("linux") or os.geteuid() != 0 or not all(map(shutil.which, NEEDED)):
        return False
    if "VERSION_CODENAME=bookworm" not in Path("/etc/os-release").read_text():
        return False
    return subprocess.run(["unshare", "--mount", "true"], check=False).returncode == 0


pytestmark = pytest.mark.skipif(not _may_build_a_world(), reason="needs root on Debian 12, with mount namespaces")

# Everything that the guide writes to lies on a copy in memory; Python and the source are seen at open places, because
# the guest may not enter the home of whoever runs the tests.
WORLD = """set -eu
mount --make-rprivate /
mount -t tmpfs -o mode=755 none /mnt
for one in python venv/bin venv/{site} house world/opt world/home world/root world/sessions world/bin world/log; do
    mkdir -p /mnt/$one
done
cp -a /etc /mnt/world/etc
mount --bind {python} /mnt/python
mount --bind {packages} /mnt/venv/{site}
ln -s /mnt/python/bin/python3 /mnt/venv/bin/python3
echo 'home = /mnt/python/bin' > /mnt/venv/pyvenv.cfg
mount --bind {house} /mnt/house
mkdir -p /mnt/world/root/dist/Tally
cp -r {house}/docs /mnt/world/root/
printf '%s\\n' '#!/bin/sh' \
  'export PYTHONPATH=/mnt/house PYTHONDONTWRITEBYTECODE=1' \
  'exec /mnt/venv/bin/python3 -m ui "$@"' > /mnt/world/root/dist/Tally/Tally
chmod 755 /mnt/world/root/dist/Tally/Tally
mount --bind /mnt/world/etc /etc
mount --bind /mnt/world/opt /opt
mount --bind /mnt/world/home /home
mount --bind /mnt/world/sessions /usr/share/xsessions
mount --bind /mnt/world/bin /usr/local/bin
mount --bind /mnt/world/log /var/log
mount --bind /mnt/world/root /root
mount -t tmpfs -o mode=1777 none /tmp
cd /root
export LC_ALL=C.UTF-8 HOME=/root
"""


def in_a_new_world(*blocks: str) -> subprocess.CompletedProcess[str]:
    """The blocks one after the other, stopping at the first command that fails. Whatever runs on ends with it."""
    packages = Path(sysconfig.get_path("purelib"))
    site = packages.relative_to(sys.prefix)
    prepare = WORLD.format(python=sys.base_prefix, packages=packages, site=site, house=ROOT)
    return subprocess.run(
        ["unshare", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc", "sh", "-s"],
        input="\n".join((prepare, *blocks)),
        capture_output=True,
        text=True,
        env={"PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"},
        check=False,
    )


def test_every_tried_command_of_the_guide_works_as_it_stands() -> None:
    assert len(COMMANDS) >= 5
    before = {path: path.stat().st_mtime_ns for path in map(Path, ("/etc/passwd", "/etc", "/opt", "/usr/local/bin"))}
    run = in_a_new_world(*COMMANDS, "echo; echo groups: $(id -Gn guest); cat /etc/tally/openbox.xml")
    assert run.returncode == 0, run.stderr
    assert "/root/my-policy.toml: in order. Mode: kiosk." in run.stdout
    assert "/etc/tally/policy.toml: in order. Mode: kiosk." in run.stdout
    assert "It is in effect on this computer." in run.stdout
    assert "The guest cannot change it." in run.stdout
    assert re.search(r"^groups: guest( users)?$", run.stdout, re.MULTILINE), "an account without any rights"
    ElementTree.fromstring(run.stdout[run.stdout.index("<?xml") :].encode())
    assert {path: path.stat().st_mtime_ns for path in before} == before, "this computer was changed"


def test_the_guest_can_reach_neither_the_program_nor_its_rules() -> None:
    tries = "\n".join(
        f"runuser -u guest -- sh -c '{one}' 2>/dev/null && echo reached: '{one}'"
        for one in (
            "echo x >> /etc/tally/policy.toml",
            "mv /etc/tally/policy.toml /etc/tally/old.toml",
            "rm -f /etc/tally/policy.toml",
            "mv /etc/tally /etc/tilly",
            "touch /opt/tally/portable",
            "echo x >> /opt/tally/Tally",
            "echo x >> /usr/local/bin/tally-session",
            "echo x >> /etc/tally/openbox.xml",
        )
    )
    run = in_a_new_world(*COMMANDS, "set +e", tries, "echo tried")
    assert run.stdout.rstrip().endswith("tried"), run.stderr
    assert "reached" not in run.stdout


def test_a_line_broken_on_purpose_is_named_and_so_are_rights_given_away() -> None:
    sample = (ROOT / "docs" / "samples" / "kiosk.toml").read_text("utf-8").split("\n")
    line = next(number for number, one in enumerate(sample, start=1) if one.startswith("full_screen"))
    check = "runuser -u guest -- /opt/tally/Tally policy check /etc/tally/policy.toml || echo code $?"
    run = in_a_new_world(
        *COMMANDS,
        "echo ---- now broken",
        f"sed -i s/^full_screen/ful_screen/ /etc/tally/policy.toml\n{check}",
        "install -o root -g root -m 666 /root/my-policy.toml /etc/tally/policy.toml",
        check,
        "chmod 644 /etc/tally/policy.toml; chown guest /etc/tally",
        check,
    )
    said = run.stdout[run.stdout.index("now broken") :].split("\n")[1:]
    assert said[0].startswith(f"/etc/tally/policy.toml:{line}: ful_screen: There is no setting of this name.")
    assert said[2].startswith("/etc/tally/policy.toml: Others than the administrator may write into the file.")
    assert "chown root /etc/tally/policy.toml && chmod 644 /etc/tally/policy.toml" in said[2]
    assert said[4].startswith("/etc/tally/policy.toml: The folder /etc/tally belongs to the account")
    assert [said[number] for number in (1, 3, 5)] == ["code 1"] * 3


def test_the_program_starts_in_the_guests_account_and_stays() -> None:
    run = in_a_new_world(
        *COMMANDS,
        "export QT_QPA_PLATFORM=offscreen HOME=/home/guest; code=0",
        "runuser -u guest -- timeout 4 /opt/tally/Tally || code=$?",
        "echo code $code",
    )
    # 124: still running when its time was over.
    assert run.stdout.rstrip().endswith("code 124"), run.stderr
    assert "Traceback" not in run.stderr


SCREEN = r"""
Xvfb -displayfd 5 -screen 0 1024x600x24 -nolisten tcp 5>/mnt/display 2>/dev/null &
until [ -s /mnt/display ]; do sleep 0.2; done
export DISPLAY=:$(cat /mnt/display)
seen() { xdotool search --onlyvisible --name . getwindowgeometry --shell %@ | grep -v WINDOW | sort | tr '\n' ' '; }
running() { ps -u guest -o pid=,args= | awk '/ -m ui/ { print $1; exit }'; }
wait_for_window() { for n in $(seq 60); do seen | grep -q "WIDTH=${1:-1024}" && return; sleep 0.25; done; return 1; }
(cd /home/guest; HOME=/home/guest exec runuser -u guest -- /usr/local/bin/tally-session 2>/dev/null) &
"""

KEYS = """
wait_for_window
sleep 2
echo "before: $(running) $(seen)"
for key in alt+F4 alt+Tab super alt+space ctrl+alt+BackSpace ctrl+alt+F2 alt+F2 ctrl+Escape shift shift shift; do
    xdotool key $key
    sleep 0.5
    wait_for_window
    echo "after $key: $(running) $(seen)"
done
kill $(ps -u guest -o pid=,args= | awk '/ -m ui/ { print $1 }')
sleep 1.5
wait_for_window
echo "again: $(running)"
"""


@pytest.mark.screen
@pytest.mark.skipif(not all(map(shutil.which, ("Xvfb", "openbox", "xdotool"))), reason="needs Xvfb, openbox, xdotool")
def test_the_session_fills_the_screen_has_no_way_out_and_comes_back() -> None:
    """Part 5 of the guide as far as a screen without a person can tell: the keys of the desktop lead nowhere."""
    run = in_a_new_world(*COMMANDS, SCREEN, KEYS)
    assert run.returncode == 0, run.stderr
    told = dict(re.findall(r"^(before|after \S+|again): (.*)$", run.stdout, re.MULTILINE))
    assert len(told) == 11
    before, again = told.pop("before"), told.pop("again")
    # The program may hide, and shows its calculator then: one window, of the same process, over the whole screen.
    assert re.fullmatch(r"\d+ HEIGHT=600 SCREEN=0 WIDTH=1024 X=0 Y=0 ", before)
    assert set(told.values()) == {before}
    assert again
    assert again != before.split()[0]


BROKEN = """
wait_for_window 380
sleep 2
xdotool type 7*7*7*7=
wait_for_window 960
echo processes: $(ps -u guest -o args= | grep -c ' -m ui')
xdotool type "written by somebody"
xdotool key Tab Return Tab space Return
sleep 1
echo files: $(cd /home/guest; find .local -type f)
"""


@pytest.mark.screen
@pytest.mark.skipif(not all(map(shutil.which, ("Xvfb", "openbox", "xdotool"))), reason="needs Xvfb, openbox, xdotool")
def test_with_a_broken_policy_the_sum_leads_to_a_page_where_nothing_can_be_made() -> None:
    run = in_a_new_world(*COMMANDS, "sed -i s/^full_screen/ful_screen/ /etc/tally/policy.toml", SCREEN, BROKEN)
    assert run.returncode == 0, run.stderr
    assert "processes: 2" in run.stdout
    assert run.stdout.rstrip().endswith("files: .local/share/Tally/settings.json")


def test_the_first_line_names_where_it_was_really_tried() -> None:
    first = GUIDE.split("\n")[0]
    assert "Debian 12" in first
    assert "Windows" in first
    assert "not tried" in GUIDE.split("## 3.")[1].split("\n")[0]
    assert "not tried" in GUIDE.split("## 4.")[1].split("\n")[0]
