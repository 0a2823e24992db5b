"""Runs: the pieces of a reference, each text under one tag, so that text and HTML can't differ."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from handbook.files.escape import attribute, escaped

ENDED = re.compile(r"[.?!][’”]*$")


@dataclass(frozen=True)
class Run:
    """A text under a tag: "" for none, "em" for a title, "a" for a link to `href`."""

    text: str
    tag: str = ""
    href: str = ""

    @property
    def html(self) -> str:
        """The run as inline HTML that Markdown, too, shows as it is."""
        href = f' href="{attribute(self.href)}"' if self.href else ""
        text = escaped(self.text)
        return f"<{self.tag}{href}>{text}</{self.tag}>" if self.tag else text


Runs = list[Run]


def joined(parts: Iterable[Runs], between: str) -> Runs:
    """Return the parts that have text with a text between them."""
    found: Runs = []
    for part in parts:
        if any(run.text for run in part):
            found += [Run(between), *part] if found else part
    return found


def sentences(parts: Iterable[Runs]) -> Runs:
    """Return the parts that have text as sentences."""
    return joined((_stopped(part) for part in parts), " ")


def _stopped(part: Runs) -> Runs:
    """Return a part with its full stop, which stands before a quotation mark that closes."""
    if not part or not part[-1].text or ENDED.search(part[-1].text):
        return part
    *before, last = part
    if last.text.endswith("”"):
        return [*before, replace(last, text=f"{last.text[:-1]}.”")]
    return [*part, Run(".")]
