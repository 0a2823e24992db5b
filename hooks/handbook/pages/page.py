"""A page: its front matter, sections, claims, items, citations and addresses, with places.

The page is read by Python-Markdown itself, with the site's own extensions, so that the checker
sees exactly the citations and items that a reader sees.
Places are kept through the parser by marks (see `handbook.syntax.marks`).
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate
from typing import Any, cast
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.preprocessors import Preprocessor

from handbook.claims import sentence
from handbook.claims.claim import BEGINNING, Claim, claims, may_claim
from handbook.claims.sentence import Sentence
from handbook.configuration.settings import Settings
from handbook.extension import ItemProcessor
from handbook.files.filetext import decode
from handbook.files.yamltext import Mapping, Sequence, Text
from handbook.files.yamltext import load as load_yaml
from handbook.missed import lost
from handbook.missed.unread import Looker, Missed
from handbook.pages import reading
from handbook.problem import Problem
from handbook.rendering import blocks
from handbook.rendering.rendered import done_when, outside, plain, prose, without_html
from handbook.syntax import basis, marks, tag
from handbook.syntax.basis import Basis
from handbook.syntax.citation import KEY
from handbook.syntax.item import Task, short
from handbook.syntax.tag import Tag

MAX_BYTES = 1_000_000
# MkDocs' own rule for where front matter ends (mkdocs.utils.meta.YAML_RE).
FRONT_MATTER = re.compile(r"^-{3}[ \t]*\n(?P<yaml>.*?\n)(?:-{3}|\.{3})[ \t]*(?:\n|\Z)", re.DOTALL)
# What was meant as front matter and is not closed: up to the first empty line, without headings.
UNCLOSED = re.compile(r"^-{3}[ \t]*\n(?P<yaml>(?:[ \t]*\S.*\n)*(?!\#)[ \t]*\S.*\n)")
# A key, which front matter that is closed may have after an empty line.
KEY_BEGINS = re.compile(r"\s*(?:\#.*\n\s*)*[a-z][\w-]*:")
# Every place that may turn out to be something; the parser decides whether it is. Each pattern
# begins with a set of signs, for one of which the engine looks faster than it tries what follows.
SIGNS = re.compile(
    r"""
    [@\[\]{<\n] (?:
      (?<=@)  (?:
        (?P<citation> (?<![^\W_]@)(?=[\w{]) )
      | (?P<variable> (?=@\w+@@) )
      )
    | (?<=\[) (?P<item> [ xX]\][ \t]+ )
    | (?<=\n) (?:
        (?P<heading>  [ \t>]*\#{1,6}[ \t]* )
      | (?P<setext>   (?=[ \t>]*(?:=+|-+)[ \t]*$) )
      | (?P<number>   [ \t>*+-]*\d+[.)](?=[ \t]) )
      | (?P<defined>  [ \t]{0,3}\[[^\[\]^@][^\[\]@]*\]:[ \t]*(?:<(?=[^<>/!?][^<>\n]*>))? )
      )
    | (?<=\]) (?P<link> \([ \t]*(?:<(?=[^<>/!?][^<>\n]*>[ \t]*[)"']))? )
    | (?<=<)  (?:
        (?P<autolink> [a-z][a-z0-9+.-]*:(?://)? )
      | (?P<tag>      [a-z](?:[^\s/<>:@]*(?=[\s/>])|[^\s/<>]*(?=[\s/])) )
      )
    | (?<=\{) (?:
        (?P<id>       \#(?=[^{}\n]*\}[ \t]*$) )
      | (?P<computed> =(?=[\w.]) )
      | (?P<template> (?=\{) )
      | (?P<basis>    (?:(?<!\\\{)|(?<=(?<!\\)\\\\\{))~(?!~) )
      | (?P<attributes> (?<!@\{):?[ ]*(?![=~{%\s}])(?=[^{}\n]*\}) )
      )
    )
    """,
    re.VERBOSE | re.MULTILINE | re.IGNORECASE,
)
# What may begin a quantity or an appeal, in a text of small letters.
TOKENS = re.compile(
    rf"""
    [^a-zA-Z0-9_\-/.\#=@&?%:,^\\`] (?<!\w)(?<!=["'])
    (?P<token> {BEGINNING} )
    (?! [^\[\]\n]{{0,99}}\](?!\(|\[[^\]]) )
    """,
    re.VERBOSE,
)
PLANNED = re.compile(r"\b(?P<planned>(?=(?:todo|fixme)\b))")
FENCE = re.compile(r"[ \t>]*(?:`{3,}[^`]*|~{3,}.*)")
IN_LIST = re.compile(r"[ \t>]*(?:(?:[-*+]|\d+\.)[ \t]+)+\[")
# A list's number is no quantity; nor has one in a label a mark, which would make it another label.
UNMARKED = "number"
# Pattern -> what it finds, where that has no name of its own.
KINDS = {
    **dict.fromkeys(("defined", "autolink"), "link"),
    **dict.fromkeys(("variable", "template", "planned"), "placeholder"),
}
# Before what it finds stands the mark of these.
BEFORE = frozenset({"setext", "placeholder"})
# What an author says to a browser; the mark is part of it.
IN_HTML = {"tag": marks.in_tag, "attributes": marks.in_attributes}
# A line that may have a list of attributes with a value or an id of the theme's, whatever else its
# braces may be.
ATTRIBUTE_LIST = re.compile(r"\{(?!=[\w.]+\})[^\n]*(?:=|#_)")
# What says that an image only decorates: https://www.w3.org/TR/wai-aria-1.2/#presentation
DECORATES = re.compile(r"\{[^{}\n]*\brole=[\"']?(?:presentation|none)\b[^{}\n]*\}")
# A bracket that opens, is not escaped, and leads to an `@` as a citation's does.
BRACKET_BEFORE = re.compile(r"(?<!\\)\[(?:[^\[\]\n]*[\s;])?-?$")
# What makes an `@` text.
ESCAPED_BEFORE = re.compile(r"\\(?:\[[^\[\]\n]*)?$")
# What follows up to the closing bracket, within the paragraph; one more pair may stand inside.
BRACKET_AFTER = re.compile(r"(?:[^\[\]\n]|\[[^\[\]\n]*\]|\n(?!\s*\n))*\]")
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# With what it asks for, up to what ends a text in Markdown.
PLACEHOLDER = re.compile(
    r"@@\w+@@|\b(?:TODO|FIXME)\b(?::[^\n\[\]{}|<]*)?|\{\{[^{}\n]*\}*", re.IGNORECASE
)


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


class Reader:
    """Reads pages with one Markdown parser; not for use by two threads at once."""

    def __init__(self, settings: Settings) -> None:
        configs: dict[str, dict[str, Any]] = dict(settings.extension_configs)
        if "handbook.extension" in settings.extensions:
            configs["handbook.extension"] = {"root": str(settings.root)}
        self.markdown = Markdown(
            extensions=[name for name in settings.extensions if name != "toc"],
            extension_configs={
                name: configs[name] for name in configs if name in settings.extensions
            },
        )
        self.preprocessor = _Marker(self.markdown)
        self.lists = tag.AttributeLists(self.markdown)
        self.looker = Looker(self.markdown, self._tree)
        # Before everything: snippets (32) bring in text that is not the page's own.
        self.markdown.preprocessors.register(self.preprocessor, "handbook-marks", 1000)
        # A page is read, not printed.
        self.markdown.treeprocessors.deregister("handbook-references", strict=False)
        # Colouring code costs most of the time and places nothing.
        self.markdown.treeprocessors.deregister("indent-highlight", strict=False)
        # It would hide `&lt;` until the page is printed.
        self.markdown.inlinePatterns.deregister("entity", strict=False)
        self.read = lru_cache(maxsize=20_000)(self._read)

    def _read(self, src_uri: str, data: bytes) -> Page:
        """Return the page of a file's bytes; what can't be read is among its problems."""
        problems: list[Problem] = []
        text = decode(src_uri, data, problems, MAX_BYTES, "page")
        if text is None:
            return Page(src_uri, Mapping(), problems=tuple(problems))
        front_matter, body, first = split(src_uri, text, problems)
        problems += _unwritten(src_uri, front_matter)
        tree = self._tree(body)
        found = _Walk(src_uri, body, first, self.preprocessor.places)
        if isinstance(done := self.markdown.treeprocessors["handbook-item"], ItemProcessor):
            found.tasks = {task.mark: (task, element) for task, element in done.tasks}
        found.walk(tree)
        items = tuple(map(found.item, found.begun))
        if len(self.preprocessor.places) == marks.LIMIT:
            message = f"The page has more than {marks.LIMIT:,} links, tags and the like. Split it."
            problems.append(Problem(src_uri, 1, 1, "R013", message))
        sentences = tuple(sentence.sentences(tree, found.place, may_claim))
        raw = self.markdown.htmlStash.rawHtmlBlocks
        tags = [*tag.tags(tree, raw, found.place)]
        # Last, as it changes the elements.
        if "attr_list" in self.markdown.treeprocessors and ATTRIBUTE_LIST.search(body):
            tags += self.lists.tags(tree, found.place, found.written)
        shown = reading.text(tree)
        for missed in self.looker.missed(body, tree, shown, found.offset):
            found.missed(missed)
        return Page(
            src_uri,
            front_matter,
            sections=tuple(found.sections),
            sentences=sentences,
            claims=tuple(claims(sentences)),
            items=items,
            citations=tuple(found.citations),
            addresses=tuple(found.addresses.values()),
            computed=tuple(found.computed),
            bases=tuple(found.bases),
            tags=tuple(tags),
            unsure=tuple(found.unsure),
            problems=(*problems, *found.problems),
            text=text,
            lines=text.rstrip("\n").count("\n") + 1,
            shown=shown,
        )

    def _tree(self, body: str) -> Element:
        """Return the page's elements after inline parsing; as `Markdown.convert` up to there."""
        md = self.markdown
        md.reset()
        if not body.strip():
            return Element("div")
        lines = body.split("\n")
        for preprocessor in md.preprocessors:
            lines = preprocessor.run(lines)
        # What is put aside in HTML comes back as blocks, and what another file has, as lines.
        with blocks.needed(md.parser, "\n".join([body, *lines])):
            root = cast("Element", md.parser.parseDocument(lines).getroot())
        for treeprocessor in md.treeprocessors:
            # A tree processor returns a new root, or None when it changed the old one.
            changed = treeprocessor.run(root)
            if changed is not None:
                root = changed
            if treeprocessor is md.treeprocessors["inline"]:
                break
        return root


def split(src_uri: str, text: str, problems: list[Problem]) -> tuple[Mapping, str, int]:
    """Return the front matter, the body, and the body's first line number."""
    match = FRONT_MATTER.match(text)
    value, found = load_yaml(match["yaml"], src_uri, 2) if match else (None, [])
    if (found or not match) and (unclosed := _unclosed(src_uri, text, problems)):
        return unclosed
    problems += found
    if value is None and not found:
        message = "The page has no front matter. Begin with '---', 'title: ...', '---'."
        problems.append(Problem(src_uri, 1, 1, "R305", message))
    if not match:
        return Mapping(), text, 1
    if value is not None and not isinstance(value, Mapping):
        message = "Front matter must be keys and values, such as 'title: ...'."
        problems.append(Problem(src_uri, value.line, value.col, "R303", message))
    front_matter = value if isinstance(value, Mapping) else Mapping()
    return front_matter, text[match.end() :], match[0].count("\n") + 1


def _unclosed(src_uri: str, text: str, problems: list[Problem]) -> tuple[Mapping, str, int] | None:
    """Return the same of a page whose front matter can be read up to where it should be closed."""
    begun = UNCLOSED.match(text)
    value, faults = load_yaml(begun["yaml"], src_uri, 2) if begun else (None, [])
    if not begun or not isinstance(value, Mapping) or faults or KEY_BEGINS.match(text, begun.end()):
        return None
    line = begun[0].count("\n") + 1
    message = "The front matter is not closed. Put '---' on a line of its own here."
    problems.append(Problem(src_uri, line, 1, "R305", message))
    return value, text[begun.end() :], line


def _unwritten(src_uri: str, matter: Mapping) -> Iterator[Problem]:
    """Yield the placeholders in the texts of front matter."""
    for value in matter.values():
        if isinstance(value, Mapping):
            yield from _unwritten(src_uri, value)
        elif isinstance(value, Text) and (match := PLACEHOLDER.search(value)):
            col = value.col + match.start()
            yield Problem(src_uri, value.line, col, "R602", _is_placeholder(match[0]))


def _is_placeholder(written: str) -> str:
    return f"'{written.rstrip()}' is a placeholder. Write what it stands for, or take it out."


class _Marker(Preprocessor):
    """Puts a mark at every place that may matter, and remembers where it is."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.places: list[tuple[str, int]] = []

    def run(self, lines: list[str]) -> list[str]:
        self.places = []
        # A mark that the author typed is not ours; a line end before each line makes them alike.
        text = marks.without("\n".join(["", *lines]))
        pieces, taken, end = [], 1, 0
        for match in _found(text):
            kind = KINDS.get(str(match.lastgroup), str(match.lastgroup))
            start = match.start("token") if kind == "token" else match.start()
            if start < end:
                continue
            end = match.end()
            marked = start if kind in BEFORE else end
            if at := self._at(kind, start, end, text):
                self.places.append((kind, at - 1))
                mark = IN_HTML.get(kind, marks.mark)(len(self.places) - 1)
                pieces += [text[taken:marked], mark]
                taken = marked
        return "".join([*pieces, text[taken:]]).split("\n")

    def _at(self, kind: str, start: int, end: int, text: str) -> int:
        """Return the place of what was found from start to end, or 0 when it gets no mark."""
        # A page full of numbers must not keep its citations from being read.
        limit = marks.LIMIT // 2 if kind == "token" else marks.LIMIT
        if kind == UNMARKED or len(self.places) >= limit:
            return 0
        if kind in {"link", "computed"}:
            return end
        if kind not in {"item", "heading", "setext"}:
            return start
        # Of these, the place is that of their line.
        end = start if kind == "setext" else end
        line_start = text.rfind("\n", 0, end) + 1
        line = text[line_start:end]
        # A mark behind a fence would become the name of the code's language, one in a line of
        # blanks or behind another heading's line a text, and one in the middle of a line would tell
        # an asterisk before text from one before a space.
        if (kind == "setext" and (FENCE.fullmatch(line) or not line.strip(" \t>=-"))) or (
            kind == "item" and not IN_LIST.match(line)
        ):
            return 0
        return line_start + len(line) - len(line.lstrip(" \t>"))


def _found(text: str) -> list[re.Match[str]]:
    """Return all that may turn out to be something, sorted by where it begins."""
    # Its one small form has two characters.
    small = text.replace("İ", "i").lower()
    found = [*SIGNS.finditer(text), *TOKENS.finditer(small)]
    if "todo" in small or "fixme" in small:
        found += PLANNED.finditer(small)
    return sorted(found, key=re.Match.start)


@dataclass
class _Begun:
    """An item whose text was met; what follows the text is still to come."""

    mark: str
    inside: Element
    section: str
    nested: bool
    done_when: str = ""


class _Walk:
    """Collects what a page holds from its elements, in document order."""

    def __init__(self, src_uri: str, body: str, first: int, places: list[tuple[str, int]]) -> None:
        self.src_uri, self.body, self.first, self.places = src_uri, body, first, places
        self.starts = [0, *accumulate(len(line) + 1 for line in body.split("\n"))]
        self.tasks: dict[str, tuple[Task, Element]] = {}
        self.sections: list[Section] = []
        self.lost: Element | None = None
        self.begun: list[_Begun] = []
        self.citations: list[Cited] = []
        self.addresses: dict[str, Address] = {}
        self.computed: list[tuple[str, Place]] = []
        self.bases: list[Basis] = []
        self.unsure: list[tuple[Missed, Place]] = []
        self.problems: dict[Problem, None] = {}
        self.section = ""
        self.depth = 0

    def walk(self, element: Element) -> None:
        """Visit an element, its text, its children and what follows each of them."""
        if element.attrib:
            self.attributes(element)
        if element.tag in {"code", "pre"}:
            return
        if element.tag in HEADINGS:
            self.heading(element)
        self.depth += element.tag == "li"
        self.text(element.text, element)
        for child in element:
            self.walk(child)
            self.text(child.tail, element)
        self.depth -= element.tag == "li"

    def attributes(self, element: Element) -> None:
        """Note a citation, a computed value, a mark, an address, or when an item is done."""
        mark = element.get("data-mark", "")
        if mark and (key := element.get("data-cite")):
            self.citations.append(Cited(key, self.section, self.place(mark)))
        elif mark and (name := element.get("data-computed")):
            self.computed.append((name, self.place(mark)))
        elif mark and (written := element.get("data-basis")) is not None:
            self.bases.append(basis.parse(written, self.place(mark)))
        for name in ("href", "src"):
            for char in marks.among(url := element.get(name, "")):
                # One address may be that of several images.
                known = self.addresses.get(char)
                if self.kind(char) == "link" and not (known and known.is_bare):
                    self.addresses[char] = self.address(char, name, url, element)
        if element.get("class") == "hb-done-when":  # follows its item's text
            self.begun[-1].done_when = done_when(element)

    def address(self, mark: str, name: str, url: str, element: Element) -> Address:
        """Return the address of an element that has it in an attribute of some name."""
        is_image = name == "src"
        return Address(
            marks.without(url), self.place(mark), is_image, is_image and _is_bare(element)
        )

    def heading(self, element: Element) -> None:
        """Note a section; the sections that a page's kind asks for are those of level 2."""
        title = "".join(element.itertext())
        own = [mark for mark in marks.among(title) if self.kind(mark) in {"heading", "setext"}]
        if not own:  # a heading in raw HTML has no place of its own
            return
        section = Section(marks.without(title).strip(), int(element.tag[1]), self.place(own[0]))
        self.sections.append(section)
        if section.level <= 2:
            self.section = section.title

    def text(self, text: str | None, inside: Element) -> None:
        """Note the items of a text, and what in it should have been something else."""
        if not text:
            return
        for mark in marks.among(text):
            match self.kind(mark):
                case "item" if mark in self.tasks:
                    self.begun.append(_Begun(mark, inside, self.section, self.depth > 1))
                case "item" if inside.tag == "p":
                    self.lost = inside
                    self.not_a_list(mark, inside)
                # What one cause makes text of is told once.
                case "id" if inside is self.lost:
                    pass
                case "citation" if inside.tag != "a":
                    self.not_cited(mark)
                case "placeholder":
                    self.placeholder(mark)
                case "basis":
                    self.not_a_mark(mark)
                case "id" if lost.shows_id(text, mark, inside.tag):
                    self.problem(self.place(mark), "R521", lost.without_id(self.line(mark)))

    def item(self, begun: _Begun) -> Item:
        """Return an item of which all has been seen."""
        task, element = self.tasks[begun.mark]
        return Item(
            _unmarked(task),
            begun.section,
            at=self.place(begun.mark),
            id_at=self.place(task.id_mark) if task.id_mark else None,
            plain=plain(begun.inside),
            prose=prose(begun.inside),
            nested=begun.nested,
            outside=outside(task, element),
            done_when=begun.done_when,
            links=tuple(self.links(task)),
        )

    def kind(self, mark: str) -> str:
        """Return what a mark was put at."""
        return self.places[marks.index(mark)][0]

    def offset(self, mark: str) -> int:
        """Return where a mark stands in the body."""
        return self.places[marks.index(mark)][1]

    def place(self, mark: str, back: int = 0) -> Place:
        """Return the place of a mark, or of the character that many before it."""
        return self.at(self.offset(mark) - back if mark else 0)

    def line(self, mark: str) -> str:
        """Return the line of the body in which a mark stands."""
        number = bisect_right(self.starts, self.offset(mark))
        return self.body[self.starts[number - 1] :].partition("\n")[0]

    def written(self, text: str) -> Place:
        """Return the first place of a text as its author wrote it."""
        return self.at(max(0, self.body.find(text)))

    def at(self, offset: int) -> Place:
        """Return the place of an offset in the body."""
        line = bisect_right(self.starts, offset)
        return Place(self.first + line - 1, offset - self.starts[line - 1] + 1)

    def problem(self, at: Place, rule: str, message: str) -> None:
        """Add a problem."""
        self.problems[Problem(self.src_uri, at.line, at.col, rule, message)] = None

    def not_cited(self, mark: str) -> None:
        """Report an `@` in a bracket that looks like a citation and was not read as one."""
        offset = self.offset(mark)
        before = BRACKET_BEFORE.search(self.body, max(0, offset - 200), offset)
        if not before:
            if key := _bare(self.body, offset):
                self.missed(Missed(offset, "R105", name=key, written=f"@{key}"))
            return
        after = BRACKET_AFTER.match(self.body, offset)
        written = self.body[before.start() : after.end() if after else offset + 20].split("\n")[0]
        at = self.place(mark, back=offset - before.start())
        if not after:
            self.problem(at, "R101", f"'{written}' has no closing bracket. Write '[@key]'.")
        elif not self.body[after.end() :].startswith(("(", "[")):
            self.problem(
                at,
                "R103",
                f"'{written}' can't be read as a citation. "
                "Write '[@key, p. 12]', and ';' between several.",
            )

    def missed(self, missed: Missed) -> None:
        """Report what was not read as it was meant, or keep it for who knows more."""
        if missed.message:
            self.problem(self.at(missed.offset), missed.rule, missed.message)
        else:
            self.unsure.append((missed, self.at(missed.offset)))

    def not_a_mark(self, mark: str) -> None:
        """Report a mark that was not read as one."""
        offset = self.offset(mark)
        written = re.split(r"(?<=\})|\n", self.body[offset : offset + 40])[0]
        message = f"'{written}' can't be read as a mark. Write '{{~unsupported: plain words}}'."
        self.problem(self.place(mark), "R702", message)

    def not_a_list(self, mark: str, inside: Element) -> None:
        """Report the first line of a list that goes on a paragraph."""
        boxes = (box for box in marks.among("".join(inside.itertext())) if self.kind(box) == "item")
        if mark == next(boxes):
            message = "The list that begins here is read as text. Put an empty line before it."
            self.problem(self.place(mark), "R522", message)

    def placeholder(self, mark: str) -> None:
        """Report text that was meant to be replaced."""
        match = PLACEHOLDER.match(self.body, self.offset(mark))
        self.problem(self.place(mark), "R602", _is_placeholder(match[0] if match else ""))

    def links(self, task: Task) -> Iterator[tuple[str, int, int]]:
        """Yield the spans of addresses in a task's texts once marks and HTML are taken out."""
        for name in ("text", "done_when", "why"):
            text = without_html(getattr(task, name))
            for taken, mark in enumerate(marks.among(text)):
                address, offset = self.addresses.get(mark), text.index(mark)
                if address and text.startswith(address.url, offset + 1):
                    yield name, offset - taken, offset - taken + len(address.url)


def _bare(body: str, offset: int) -> str:
    """Return the key behind an `@` that stands alone, or nothing where that is meant as text."""
    match = KEY.match(body, offset)
    if not match or ESCAPED_BEFORE.search(body, max(0, offset - 200), offset):
        return ""
    return match["key"].strip("{}")


def _is_bare(image: Element) -> bool:
    """Tell whether an image has neither a text nor, in an attribute list, a role without one."""
    said = marks.without(image.get("alt", "")).strip()
    return not said and not DECORATES.match(marks.without(image.tail or ""))


def _unmarked(task: Task) -> Task:
    """Return a task without marks and without what stands for HTML."""
    texts: dict[str, Any] = {
        name: marks.without(without_html(text))
        for name, text in vars(task).items()
        if isinstance(text, str)
    }
    return replace(task, **texts)
