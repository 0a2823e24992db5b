"""Notes at the foot of a page: each has a sign in the text, and each sign a note."""

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.footnotes import FootnoteExtension

from handbook.syntax import marks


class Written(OrderedDict[str, str]):
    """Notes by name, as Python-Markdown keeps them; `names` has those written twice as well."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def __setitem__(self, name: str, text: str) -> None:
        self.names.append(name)
        super().__setitem__(name, text)


class Notes(Extension):
    """The notes of the text that a parser read last; none without the extension for them."""

    def __init__(self, md: Markdown) -> None:
        known = (one for one in md.registeredExtensions if isinstance(one, FootnoteExtension))
        self.extension: Any = next(known, None)
        self.names: list[str] = []
        # After the other extension, which begins each text with notes of its own.
        md.registerExtension(self)

    def reset(self) -> None:
        """Begin a text."""
        if self.extension:
            self.extension.footnotes = written = Written()
            self.names = written.names

    @property
    def used(self) -> set[str]:
        """The names of those that a sign in the text leads to."""
        return set(self.extension.footnote_order) if self.extension else set()

    def are_odd(self, body: str) -> bool:
        """Tell whether something in a body may be a note or a sign that has no counterpart."""
        if not self.extension or "[^" not in body:
            return False
        signs, known = sum(self.extension.found_refs.values()), set(self.names)
        is_all = body.count("[^") == len(known) + signs
        return not is_all or len(known) < len(self.names) or known != self.used


def odd(names: Iterable[str], used: set[str]) -> Iterator[tuple[str, str]]:
    """Yield each note that is written twice or that nothing leads to, and what is wrong with it.

    In a name is the mark of its place.
    """
    before: set[str] = set()
    for marked in names:
        name = marks.without(marked)
        if name in before:
            yield (
                marked,
                f"The note '[^{name}]' stands twice, and only the last is shown. Keep one.",
            )
        elif name not in used:
            yield (
                marked,
                f"Nothing leads to the note '[^{name}]'. Write '[^{name}]' where it belongs.",
            )
        before.add(name)
