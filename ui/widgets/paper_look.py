"""What kind of paper, in which language, under which heading.

May touch: its own widgets. Must never choose a kind by itself: nothing is offered before she has chosen one.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal

from ui.translation import LANGUAGES
from ui.widgets.card import Card
from ui.widgets.choices import Choice
from ui.widgets.fields import LabelledField, TextLine
from ui.widgets.labels import Body

LONGEST_TITLE = 60


class PaperKindCard(Card):
    """The plan, the page for a bad moment, or the card; none at first."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(name="paper-kind-card")
        label = self.tr("What do you want on paper?")
        self.setAccessibleName(label)
        self.kinds = Choice(
            [
                ("card", self.tr("A folded card")),
                ("acute", self.tr("The page for a bad moment")),
                ("plan", self.tr("My plan")),
            ],
            name="paper-kind",
            several=False,
        )
        self._about = {
            "": self.tr("Choose one. Nothing is made before you choose, and nothing leaves this window by itself."),
            "card": self.tr("It is as large as a bank card: cut out, folded once, two sides. For a few lines."),
            "acute": self.tr("One page in large letters: numbers, people, places, your code word."),
            "plan": self.tr("Your steps, topic by topic. Help for now stands first, if you want it."),
        }
        self.about = Body(self._about[""], "muted", name="paper-kind-about")
        self.kinds.changed.connect(self._say)
        self.kinds.changed.connect(self.changed)
        self.add(LabelledField(label, self.kinds), self.about)

    def kind(self) -> str:
        """ "plan", "acute", "card", or "" for none yet."""
        return self.kinds.one()

    def set_kind(self, kind: str) -> None:
        """Choose; says nothing."""
        self.kinds.set_chosen([kind])
        self._say()

    def _say(self) -> None:
        self.about.setText(self._about[self.kind()])


class PaperLookCard(Card):
    """Language and heading."""

    changed = Signal()
    language_changed = Signal()

    def __init__(self, language: str) -> None:
        super().__init__(self.tr("How it looks"), name="paper-look-card")
        self.language = Choice(
            list(LANGUAGES.items()), name="paper-language", several=False, chosen=[language], may_be_none=False
        )
        self.style_ = Choice(
            [
                ("usual", self.tr("It says what it is")),
                ("shopping", self.tr("Shopping list")),
                ("timetable", self.tr("Bus timetable")),
                ("phones", self.tr("Phone numbers")),
                ("own", self.tr("My own heading")),
            ],
            name="paper-style",
            several=False,
            chosen=["usual"],
            may_be_none=False,
        )
        self._about = {
            "usual": self.tr("Anyone who finds it understands it at once. So does someone who helps you."),
            "shopping": self.tr(
                "Short numbers stand as prices, people as errands, a place as where an order waits, the code word as"
                " a brand of tea."
            ),
            "timetable": self.tr(
                "Short numbers stand as buses, people as drivers, a place as a stop, the code word as the last stop."
                " The times mean nothing."
            ),
            "phones": self.tr(
                "People stand with their numbers as in any list, short numbers together, the code word as the Wi-Fi."
            ),
            "own": self.tr("Your heading, and below it only your lines, without a word about what they are."),
        }
        self.about = Body("", "muted", name="paper-style-about")
        self.steps_stay = Body(
            self.tr(
                "The steps stay whole sentences under any heading: who reads on understands them. The folded card and"
                " the page can look like something else altogether."
            ),
            name="paper-steps-stay",
        )
        self.heading = TextLine(name="paper-title")
        self.heading.setMaxLength(LONGEST_TITLE)
        self.own = LabelledField(
            self.tr("Heading on the paper"),
            self.heading,
            why=self.tr("Something ordinary, such as “For the garden”. Left empty, it is a dash."),
        )
        self.language.changed.connect(self.language_changed)
        self.style_.changed.connect(self._say)
        self.style_.changed.connect(self.changed)
        self.heading.textChanged.connect(self.changed)
        self.add(
            LabelledField(self.tr("Language of the paper"), self.language),
            LabelledField(self.tr("Heading and form"), self.style_),
            self.about,
            self.steps_stay,
            self.own,
        )
        self._kind = ""
        self._say()

    def show_for(self, kind: str) -> None:
        """Say what the form means for this kind of paper."""
        self._kind = kind
        self._say()

    def style_id(self) -> str:
        """One of paper_lines.STYLES."""
        return self.style_.one()

    def title(self) -> str:
        """Her heading, "" for the usual one of that form."""
        return self.heading.text().strip() if self.style_id() == "own" else ""

    def restore(self, language: str, style: str, heading: str) -> None:
        """Put back what was chosen before the page was built anew."""
        if language in self.language.chips:
            self.language.set_chosen([language])
        if style in self.style_.chips:
            self.style_.set_chosen([style])
        self.heading.setText(heading)
        self._say()

    def _say(self) -> None:
        style = self.style_id()
        self.about.setText(self._about[style])
        self.own.setVisible(style == "own")
        self.steps_stay.setVisible(self._kind == "plan" and style != "usual")


def risks() -> tuple[str, ...]:
    """What paper and a file outside the notes can do to her, in plain sentences."""
    return (
        QCoreApplication.translate(
            "PaperRisks",
            "Paper can be found, photographed or copied. Think of where it will lie, and who looks there.",
        ),
        QCoreApplication.translate(
            "PaperRisks",
            "The file lies outside your notes and has no passphrase. Anyone at this computer, or with the stick,"
            " can open it. A file that was deleted can sometimes be brought back.",
        ),
        QCoreApplication.translate(
            "PaperRisks", "A printer, or the computer in a copy shop, may keep what it printed."
        ),
    )
