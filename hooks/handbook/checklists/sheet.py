"""A sheet: a checklist as it stands on paper, in Markdown."""

import html
import posixpath
from collections.abc import Callable
from functools import lru_cache
from urllib.parse import unquote

import segno

from handbook.book import Book
from handbook.checklists.checklist import Checklist
from handbook.files.escape import escaped
from handbook.pages.page import Item, Page

# From a path below docs to what a sheet's links say.
Link = Callable[[str], str]


def body(book: Book, one: Checklist, link: Link) -> str:
    """Return what stands on paper, and, for the screen alone, which page says why."""
    page = f"[{escaped(one.page.title)}]({link(one.page.src_uri)})"
    why = f"Why each item is on the list: see {page}.\n"
    return f"{about(one)}\n{items(one, link)}\n{why}\n{_imprint(book, one)}"


def about(one: Checklist) -> str:
    """Return when and how a list is used, and for scripts which list it is."""
    lines = "".join(
        f"<p><b>{name}:</b> {html.escape(text)}</p>\n" for name, text in one.about.items()
    )
    facts = {
        "list": one.page.src_uri,
        "title": one.page.title,
        "level": " ".join(one.levels),
        "version": one.version,
    }
    data = "".join(f' data-{name}="{html.escape(text)}"' for name, text in facts.items())
    return f'<div class="hb-about"{data}>\n{lines}</div>\n'


def items(one: Checklist, link: Link) -> str:
    """Return the items, numbered when they are done in their order."""
    box = "1. [ ]" if one.is_ordered else "- [ ]"
    return "".join(f"{box} {_item(item, one.page, link)}" for item in one.items)


def _item(item: Item, page: Page, link: Link) -> str:
    """Return an item as written, with its addresses seen from elsewhere."""
    task = item.task
    said = {name: _seen(item, name, page.src_uri, link) for name in ("text", "done_when", "why")}
    text = " ".join(f"{said['text']} {task.evidence}".split())
    done_when = f"      Done when: {said['done_when']}\n" if task.done_when else ""
    why = f"      Why: {said['why']}\n" if task.why else ""
    return f"{text} {{#{task.id}}}\n{done_when}{why}"


def _seen(item: Item, name: str, page: str, link: Link) -> str:
    text: str = getattr(item.task, name)
    for of, start, end in reversed(item.links):
        if of == name:
            text = text[:start] + _moved(text[start:end], page, link) + text[end:]
    return " ".join(text.split())


def _moved(url: str, page: str, link: Link) -> str:
    path, sign, fragment = url.partition("#")
    if ":" in path.partition("/")[0] or path.startswith("/"):
        return url
    path = posixpath.join(posixpath.dirname(page), unquote(path)) if path else page
    return link(posixpath.normpath(path)) + sign + fragment


def _imprint(book: Book, one: Checklist) -> str:
    """Say which list this is, as of when, and where it stands, to people and to cameras."""
    settings = book.settings
    facts = [settings.site_name, f"Revised {one.page.get('reviewed')}", f"Version {one.version}"]
    said, code = html.escape(" · ".join(filter(None, facts))), ""
    if settings.site_url:
        address = settings.address(one.src_uri)
        # Its page lists the works that its items cite.
        what = "References: " if any(item.task.evidence for item in one.items) else ""
        said += f"<br>{what}{html.escape(address)}"
        code = f"{_qr_code(address)}\n"
    fields = name_and_date(one.page.src_uri)
    return f'<div class="hb-imprint" data-search-exclude>\n{fields}<p>{said}</p>\n{code}</div>\n'


def name_and_date(what: str) -> str:
    """Return the fields for who used a list and when."""
    what = html.escape(what)
    return (
        f'<p><label>Name <input type="text" name="{what}-name" autocomplete="off"></label>\n'
        f'<label>Date <input type="text" name="{what}-date" autocomplete="off"></label></p>\n'
    )


# A list's code stands on its page, on the page of all and in its documents.
@lru_cache(maxsize=20_000)
def _qr_code(address: str) -> str:
    """Return an address as a QR code in SVG that scales with its style."""
    # Any of the eight masks can be read. Trying all for the one of least penalty (ISO/IEC 18004)
    # takes five times as long as this one, whose penalty is on average 1 % above that.
    code = segno.make(address, error="m", micro=False, mask=2)
    svg = code.svg_inline(
        border=0, omitsize=True, svgclass="hb-qr", lineclass=None, title=f"QR code: {address}"
    )
    # The address stands beside it as text.
    return svg.replace("<svg", '<svg aria-hidden="true"', 1)
