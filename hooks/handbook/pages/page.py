"""A page: its front matter, sections, claims, items, citations and addresses, with places."""

from dataclasses import dataclass

from handbook.claims.claim import Claim
from handbook.claims.sentence import Sentence
from handbook.files.yamltext import Mapping, Sequence, Text
from handbook.missed.unread import Missed
from handbook.problem import Problem
from handbook.syntax.basis import Basis
from handbook.syntax.item import Task, short
from handbook.syntax.tag import Tag


@dataclass(frozen=True)
class Place:
    """Where something stands: 1-based line and column, in characters."""

    line: int
    col: int


@dataclass(frozen=True)
class Section:
    """A heading; `level` is 1 to 6."""

    title: str
    level: int
    at: Place


@dataclass(frozen=True)
class Item:
    """A task of a task list: as written, and in `plain` and `done_when` as a reader sees it.

    `prose` is `plain` with code in backticks.
    `nested` tells that it stands inside another list item, and `outside` names what it has that
    only its page can show.
    `links` are the spans of link addresses in the task's texts, each with the text's name.
    """

    task: Task
    section: str
    at: Place
    id_at: Place | None
    plain: str
    prose: str
    nested: bool
    outside: str
    done_when: str = ""
    links: tuple[tuple[str, int, int], ...] = ()

    @property
    def short(self) -> str:
        """The beginning of its text as written, in one line, to name it in a message."""
        return short(self.task.text)


@dataclass(frozen=True)
class Cited:
    """A citation's key, the section that it stands in, and its place."""

    key: str
    section: str
    at: Place


@dataclass(frozen=True)
class Address:
    """The address of a link or an image, as written.

    `is_bare` tells of an image that it has no text, and does not say that it only decorates.
    """

    url: str
    at: Place
    is_image: bool = False
    is_bare: bool = False


@dataclass(frozen=True)
class Page:
    """One page as its author wrote it; of its sentences, those that may be worth a look.

    `unsure` is what may have been meant as more than it was read as, if its rule says so.
    `text` is all of it, with LF line ends and no mark; `shown` what a reader sees as text, without
    code and figures.
    """

    src_uri: str
    front_matter: Mapping
    sections: tuple[Section, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    claims: tuple[Claim, ...] = ()
    items: tuple[Item, ...] = ()
    citations: tuple[Cited, ...] = ()
    addresses: tuple[Address, ...] = ()
    computed: tuple[tuple[str, Place], ...] = ()
    bases: tuple[Basis, ...] = ()
    tags: tuple[Tag, ...] = ()
    unsure: tuple[tuple[Missed, Place], ...] = ()
    problems: tuple[Problem, ...] = ()
    text: str = ""
    lines: int = 0
    shown: str = ""

    def get(self, name: str) -> str:
        """Return a text of the front matter, or nothing."""
        return self.front_matter.text(name)

    def texts(self, name: str) -> list[str]:
        """Return the texts of a list of the front matter, or none."""
        value = self.front_matter.get(name)
        return (
            [part for part in value if isinstance(part, Text)]
            if isinstance(value, Sequence)
            else []
        )

    @property
    def words(self) -> int:
        """The number of words that a reader sees."""
        return len(self.shown.split())

    @property
    def title(self) -> str:
        """The page's title."""
        return self.get("title")
