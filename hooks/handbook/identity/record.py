"""What a registrar said of an identifier, on the day on which it was asked."""

from collections.abc import Iterator
from dataclasses import dataclass

from handbook.files.yamltext import Mapping
from handbook.references.identifier import same_arxiv, same_isbn

# A kind of identifier -> how two texts of it are compared.
SAME = {"DOI": str.casefold, "arxiv": same_arxiv, "ISBN": same_isbn}
# What readers call them.
NAMES = {"DOI": "DOI", "arxiv": "arXiv id", "ISBN": "ISBN"}
# An identifier's kind and its text in the form in which two are compared.
Key = tuple[str, str]


@dataclass(frozen=True)
class Record:
    """A registrar's answer; without a title it has nothing under that identifier.

    `id` is the entry's; `author` is the first one's name, the family's before a comma; `years` are
    those of issue, on paper and on the web; `asked` is a day, `notice` a retraction or withdrawal.
    """

    id: str
    kind: str
    ident: str
    registrar: str
    asked: str
    title: str = ""
    others: tuple[str, ...] = ()
    author: str = ""
    years: tuple[str, ...] = ()
    notice: str = ""
    line: int = 0

    @property
    def key(self) -> Key:
        """What the record is found by."""
        return self.kind, SAME[self.kind](self.ident)


def identifiers(entry: Mapping) -> Iterator[tuple[str, str]]:
    """Yield kind and text of each identifier of an entry that a registrar can be asked for.

    The ISBN of a part is that of the whole.
    """
    for kind in SAME:
        if (ident := entry.text(kind)) and (kind != "ISBN" or entry.text("type") == "book"):
            yield kind, ident


def keys(entry: Mapping) -> list[Key]:
    """Return what the records of an entry are found by."""
    return [(kind, SAME[kind](ident)) for kind, ident in identifiers(entry)]
