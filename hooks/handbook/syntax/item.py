"""A checklist item: a task of a task list, its evidence, its id, when it is done, and why.

- [ ] Derive the gradient by hand. [@goodfellow2016] {#k7m2}
      Done when: both agree to six digits.
      Why: a wrong sign still trains, slowly.
"""

import re
from dataclasses import dataclass

from handbook.syntax.marks import MARK

# The id stands last on its line, in braces; an escaped brace is text.
ID = re.compile(
    rf"(?<!\\)\{{\#(?P<mark>{MARK})?(?P<id>[^{{}}\n]*)\}}[ \t]*(?:\n(?P<rest>.*))?$", re.DOTALL
)
# The box of a task, as GitHub and pymdownx.tasklist read it.
BOX = re.compile(rf"^\s*\[(?P<state>[ xX])\][ \t]+(?P<mark>{MARK})?(?P<text>.*)$", re.DOTALL)
EVIDENCE = re.compile(r"(?:\s*(?<!\\)\[[^\[\]]*@[^\[\]]*\])+\s*$")
# The lines that may follow the id, each beginning with its label.
LABEL = re.compile(r"(?:^|\n)[ \t]*(Done when|Why):[ \t]*(?=\S)")
# As many characters name an item in a message.
SHORT = 40
# Opaque and safe as an anchor, a storage key and a printed code.
WELL_FORMED_ID = re.compile(r"[a-z][a-z0-9]{3,7}")


@dataclass(frozen=True)
class Task:
    """A task as written; `id` is empty when it has none, `mark` and `id_mark` are its places."""

    text: str
    evidence: str = ""
    id: str = ""
    done_when: str = ""
    why: str = ""
    rest: str = ""
    ticked: bool = False
    mark: str = ""
    id_mark: str = ""


def task(text: str) -> Task | None:
    """Return the task that a list item's text holds, or None when it begins with no box."""
    box = BOX.match(text)
    if not box:
        return None
    ticked, mark = box["state"] != " ", box["mark"] or ""
    ident = ID.search(box["text"])
    if not ident:
        return Task(text=box["text"].strip(), ticked=ticked, mark=mark)
    said = box["text"][: ident.start()].rstrip()
    evidence = EVIDENCE.search(said)
    rest, *labelled = LABEL.split(ident["rest"] or "")
    lines = dict(zip(labelled[::2], labelled[1::2], strict=True))
    return Task(
        text=said[: evidence.start()].strip() if evidence else said.strip(),
        evidence=evidence[0].strip() if evidence else "",
        id=ident["id"],
        done_when=lines.get("Done when", "").strip(),
        why=lines.get("Why", "").strip(),
        rest=rest.strip(),
        ticked=ticked,
        mark=mark,
        id_mark=ident["mark"] or "",
    )


def short(text: str) -> str:
    """Return the beginning of a text in one line, to name it in a message."""
    line = " ".join(text.split())
    return line if len(line) <= SHORT else f"{line[: SHORT - 1]}…"
