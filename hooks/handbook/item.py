"""A checklist item: a task of a task list, its evidence, its id, and how one knows it is done.

- [ ] Derive the gradient by hand. [@goodfellow2016] {#k7m2}
      Done when: both agree to six digits.
"""

import re
from dataclasses import dataclass

from handbook.marks import MARK

# The id stands last on its line, in braces; an escaped brace is text.
ID = re.compile(
    rf"(?<!\\)\{{\#(?P<mark>{MARK})?(?P<id>[^{{}}\n]*)\}}[ \t]*(?:\n(?P<rest>.*))?$", re.DOTALL
)
# The box of a task, as GitHub and pymdownx.tasklist read it.
BOX = re.compile(rf"^\s*\[(?P<state>[ xX])\][ \t]+(?P<mark>{MARK})?(?P<text>.*)$", re.DOTALL)
EVIDENCE = re.compile(r"(?:\s*(?<!\\)\[[^\[\]]*@[^\[\]]*\])+\s*$")
DONE_WHEN = re.compile(r"^\s*Done when:[ \t]*(?P<text>\S.*)$", re.DOTALL)
# Opaque and safe as an anchor, a storage key and a printed code.
WELL_FORMED_ID = re.compile(r"[a-z][a-z0-9]{3,7}")


@dataclass(frozen=True)
class Task:
    """A task as written; `id` is empty when it has none, `mark` and `id_mark` are its places."""

    text: str
    evidence: str = ""
    id: str = ""
    done_when: str = ""
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
    done_when = DONE_WHEN.match(ident["rest"] or "")
    return Task(
        text=said[: evidence.start()].strip() if evidence else said.strip(),
        evidence=evidence[0].strip() if evidence else "",
        id=ident["id"],
        done_when=done_when["text"].strip() if done_when else "",
        rest="" if done_when else (ident["rest"] or "").strip(),
        ticked=ticked,
        mark=mark,
        id_mark=ident["mark"] or "",
    )
