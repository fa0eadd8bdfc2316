"""Which room this process stands in: the kitchen table, a counsellor's desk, one client's store, a shelter's corner.

May touch: the policy of this computer, for reading. Must never open a store: it only says what may be opened and
which page stands first.
"""

from __future__ import annotations

from dataclasses import dataclass

from safeplan.errors import PolicyFault
from safeplan.paths import VaultFiles
from safeplan.policy import HOME, Policy, policy_here
from ui.disguises import preferences as everyday

# Nothing lasts in a kiosk: no copy, no earlier version, no card for later; what leaves, leaves by its own page. What
# the computer notes there is the organisation's business.
_NOT_IN_A_KIOSK = frozenset(
    {"backup", "hand_over", "handed", "drafts", "record", "versions", "paper", "computer_knows"}
)
# What of the policy's `exports` each way out of a kiosk's session needs.
_NEEDED = {"stick": "zip-aes256", "plan": "pdf-aes256", "by_hand": "paper", "paper": "paper"}
# Before the first passphrase hiding by itself would take her words with it: she may be writing four words on paper.
UNKEPT_MINUTES = 10


@dataclass(frozen=True)
class Room:
    """`client` is the number of the store opened here, 0 for nobody's; with a `fault` nothing may be opened."""

    policy: Policy = HOME
    client: int = 0
    fault: PolicyFault | None = None

    @property
    def is_kiosk(self) -> bool:
        """Nothing is kept here beyond a session."""
        return self.policy.mode == "kiosk"

    @property
    def is_desk(self) -> bool:
        """The counsellor's own store, which holds no client's words."""
        return self.policy.mode == "desk" and not self.client

    @property
    def is_client(self) -> bool:
        """One client's store at a counsellor's desk."""
        return self.policy.mode == "desk" and bool(self.client)

    @property
    def cover_seconds(self) -> float:
        """How long nobody may move, where the policy decides; 0 where the person does."""
        return 60.0 * self.policy.cover_minutes if self.policy.mode != "home" else 0.0

    def erases_by_hiding(self, *, kept: bool) -> bool:
        """Whether an exit takes with it what was written; `kept`: a store is open."""
        return not kept and not self.is_client

    def idle_seconds(self, chosen_minutes: int, *, kept: bool) -> float:
        """How long nobody may move once she is past the first page."""
        if self.erases_by_hiding(kept=kept):
            return 60.0 * UNKEPT_MINUTES
        return self.cover_seconds or 60.0 * chosen_minutes

    @property
    def stay_seconds(self) -> int:
        """How long what is open waits behind the everyday program; 0 where every exit ends it."""
        if self.is_kiosk:
            return 60 * self.policy.end_minutes
        if self.policy.mode == "desk":
            return 60 * max(0, self.policy.end_minutes - self.policy.cover_minutes)
        return 0

    def offers(self, page: str) -> bool:
        """Whether a page has its place in this room."""
        return not (self.is_kiosk and page in _NOT_IN_A_KIOSK)

    def leaves_by(self, way: str) -> bool:
        """Whether something may leave a kiosk's session by "stick", "plan", "by_hand" or "paper" (a printer)."""
        return _NEEDED[way] in self.policy.exports and (way != "paper" or self.policy.printing)

    @property
    def languages(self) -> tuple[str, ...]:
        """Those that can be chosen, the one shown first at the beginning; at home the desktop's own comes first."""
        allowed, desktop = self.policy.languages, everyday.system_language()
        if self.policy.mode != "home" or desktop not in allowed:
            return allowed
        return (desktop, *(one for one in allowed if one != desktop))

    @property
    def pack_keys(self) -> tuple[str, ...]:
        """Whose packs are taken, chosen and shown; empty: everybody's."""
        return (self.policy.pack_key,) if self.policy.pack_key else ()

    def program(self, chosen: str) -> str:
        """The everyday program that stands in front: the chosen one where the policy allows it, else its first."""
        allowed = self.policy.programs
        return chosen if chosen in allowed else allowed[0]

    def files(self, own: VaultFiles) -> VaultFiles:
        """Where the store of this room lies; `own` are the files of this user."""
        if self.is_kiosk:
            return own.session
        return own.client(self.client) if self.client else own

    def first_page(self, files: VaultFiles) -> str:
        """The page that stands first, before anything is opened."""
        if self.fault is not None:
            return "policy_fault"
        if self.is_kiosk:
            return "kiosk_start"
        # What a killed bringing back left in passing counts: opening puts it in its place.
        if any(one.header.exists() or one.data.exists() for one in (files, files.going)):
            return "gate"
        return "client_begin" if self.is_client else "welcome"

    @property
    def page_inside(self) -> str:
        """The page that stands first once the store is open."""
        if self.is_kiosk:
            return "kiosk_words"
        if self.is_client:
            return "session"
        return "clients" if self.is_desk else "today"


HOME_ROOM = Room()


def this_room(client: int) -> Room:
    """The room by this computer's policy; a faulty policy gives a room in which nothing opens."""
    try:
        return Room(policy_here(), client)
    except PolicyFault as fault:
        return Room(fault=fault)
