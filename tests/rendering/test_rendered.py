"""What a reader sees of an item, and what of it only its page can show."""

import pytest

from conftest import STUDY
from handbook.configuration import settings
from handbook.pages.page import Item
from handbook.pages.reader import Reader

READER = Reader(settings.load(STUDY))


def item(text: str) -> Item:
    """Return the item of a text."""
    (found,) = READER.read("habits/case.md", f"- [ ] {text}\n\n[r]: a.md\n".encode()).items
    return found


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("See *the* **[page](a.md)**. {#k7m2}", "See the page."),
        ("Write \\*a\\* and &lt;b&gt;. {#k7m2}", "Write *a* and <b>."),
        ("Look at ![the plot](a.svg) twice. {#k7m2}", "Look at the plot twice."),
        ("Break a  \n      line. {#k7m2}", "Break a line."),
        ("Mail <a@b.org>. {#k7m2}", "Mail a@b.org."),
        ("Press <kbd>K</kbd>. {#k7m2}", "Press K."),
        ("Read [@cepeda2006] twice. [@cepeda2006] {#k7m2}", "Read (Cepeda et al. 2006) twice."),
        ("Wait {=break.minutes} minutes. {#k7m2}", "Wait 20 minutes."),
        ("Do it.\n      Done when: it is done.", "Do it."),
    ],
)
def test_plain(text: str, plain: str) -> None:
    """Plain text is what a reader sees of an item's own text, in one line."""
    assert item(text).plain == plain


def test_prose() -> None:
    """For rules on language, code stays code."""
    said = item("*Run* `make {it} so` twice. {#k7m2}")
    assert said.prose == "Run `make {it} so` twice."
    assert said.plain == "Run make {it} so twice."


@pytest.mark.parametrize(
    ("text", "outside"),
    [
        ("See [page](a.md) or <https://a.org>. {#k7m2}\n      Why: [so](b.md).", ""),
        ("See [page][r]. {#k7m2}", "a link whose address stands elsewhere"),
        ("See it. {#k7m2}\n      Why: [so][r].", "a link whose address stands elsewhere"),
        ("See it.[^1] {#k7m2}\n\n[^1]: A note.", "a footnote"),
        ("Run\n      ```\n      it\n      ```\n      now. {#k7m2}", "a block of code or HTML"),
        ("See it. {#k7m2}\n      And that.", "text behind its id"),
        ("See it. {#k7m2}\n\n      Done when: so.", "text behind an empty line"),
        ("See it. {#k7m2}\n\n    > So.", "text behind an empty line"),
    ],
)
def test_outside(text: str, outside: str) -> None:
    """What an item has, and a checklist could not show, has a name."""
    assert item(text).outside == outside


def test_no_control_characters() -> None:
    """What the parser puts in the place of a block is on no checklist."""
    assert item("Run\n      ```\n      it\n      ```\n      now. {#k7m2}").task.text.split() == [
        "Run",
        "now.",
    ]
