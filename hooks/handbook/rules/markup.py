"""Rules on raw HTML and attribute lists: nothing on a page runs, loads or poses as the site.

The names are those of the HTML standard: https://html.spec.whatwg.org/multipage/indices.html
"""

from collections.abc import Iterator

from handbook.book import Book
from handbook.missed.unread import Missed
from handbook.pages.address import scheme
from handbook.pages.page import Place
from handbook.problem import Found, Problem
from handbook.syntax.computed import is_figure
from handbook.syntax.tag import Tag, of_fragment

_TAGS = """
a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em
figcaption figure h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp small span
strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr
"""
_ATTRIBUTES = """
alt cite class colspan datetime dir headers height href id lang loading markdown open rel reversed
role rowspan scope src start title type value width
"""
# What an example may use besides: code of this repository, which a person has read.
_OF_EXAMPLES = """
button circle clippath defs desc ellipse fieldset form g input label legend line lineargradient
marker option output path polygon polyline rect select section stop svg text title tspan use
"""
TAGS, ATTRIBUTES, OF_EXAMPLES = (
    frozenset(words.split()) for words in (_TAGS, _ATTRIBUTES, _OF_EXAMPLES)
)
ADDRESSES = ("action", "cite", "formaction", "href", "src", "xlink:href")


def _listed(words: str) -> str:
    return f"{', '.join(words.split())}."


RULES = {
    "R611": f"A tag in HTML is one that shows text, a table or an image.\nTags: {_listed(_TAGS)}",
    "R612": "An attribute says what something is, not how it looks or what it does."
    f"\nAttributes: aria-*, {_listed(_ATTRIBUTES)}",
    "R613": "An id does not begin with '_', as the theme's own do.",
    "R614": 'A tag is written plainly, such as <abbr title="words">.',
    "R615": "What an example computes holds no more than HTML, SVG and fields to fill in.",
    "R616": "A tag has an end in the same paragraph or block.",
    "R617": "An end of a tag has a beginning in the same paragraph or block.",
    "R619": """The words of a page are Markdown.
Why: what stands in HTML alone is not read: no citation in it is shown, and no claim has a source.
Fix: write Markdown, or where the extension 'md_in_html' is on, '<div markdown>'.""",
}


def check(book: Book) -> Iterator[Problem]:
    """Yield each tag and attribute that a page must not have."""
    for page in book.pages:
        for tag in page.tags:
            for line, col, rule, message in _tag(tag):
                yield Problem(page.src_uri, line, col, rule, message)
        unsure = {tag.at for tag in page.tags if tag.written}
        for missed, at in page.unsure:
            if at not in unsure and missed.name in TAGS and (message := _stray(missed)):
                yield Problem(page.src_uri, at.line, at.col, missed.rule, message)
    for name, value in book.computed.items():
        if is_figure(value):
            for tag in of_fragment(value, Place(1, 1)):
                for message in _of_example(tag):
                    yield Problem(f"{name}.html", 1, 1, "R615", message)


def _tag(tag: Tag) -> Iterator[Found]:
    at = (tag.at.line, tag.at.col)
    if tag.written:
        message = f"'{tag.written}' is not written plainly. Write <name attribute=\"value\">."
        yield *at, "R614", message
        return
    if tag.name not in TAGS | {"h1"}:
        message = f"<{tag.name}> is not shown on a page. Take it out, or write Markdown."
        yield *at, "R611", message
        return
    if tag.hides:
        yield *at, "R619", f"The words in <{tag.name}> are not read. Write them in Markdown."
    for name, value in tag.attributes:
        if name not in ATTRIBUTES and not name.startswith("aria-"):
            yield *at, "R612", f"The attribute '{name}' is not for pages. Take it out."
        elif name == "id" and value.startswith("_"):
            yield *at, "R613", f"The id '{value}' begins as the theme's own do. Take '_' away."
        elif name in ADDRESSES and (wrong := scheme(value)):
            yield *at, "R612", f"'{name}' is '{value}'. {wrong}"


def _stray(missed: Missed) -> str:
    name = missed.name
    match missed.rule:
        case "R616":
            return f"<{name}> has no end, so that what follows stands in it. Write </{name}>."
        case "R617":
            return f"</{name}> ends nothing. Take it out, or write <{name}> where it begins."
    return ""


def _of_example(tag: Tag) -> Iterator[str]:
    if tag.name not in TAGS | OF_EXAMPLES:
        yield f"<{tag.name}> is not for pages. Draw with SVG, and let a script of the site do more."
    for name, value in tag.attributes:
        if name.startswith("on") or name in {"style", "srcdoc"}:
            yield f"The attribute '{name}' of <{tag.name}> is not for pages. Take it out."
        elif name in ADDRESSES and (wrong := scheme(value)):
            yield f"'{name}' of <{tag.name}> is '{value}'. {wrong}"
