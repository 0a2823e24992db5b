"""The matrix: which pages of related kinds name each other, as a table and as data."""

import json
from collections.abc import Iterator
from html import escape

from markdown.extensions.toc import slugify

from handbook.book import LAST, Book, generated_page
from handbook.configuration.kind import Kind, Matrix
from handbook.files import asset
from handbook.files.yamltext import Sequence, Text
from handbook.overviews.link import link
from handbook.pages.page import Page

SRC_URI, DATA, SCHEMA = "matrix.md", "api/matrix.json", "api/matrix.schema.json"
INTRO = """\
Rows are {rows}, columns are {columns}.
A ● leads to what the column's page says of it.
The last column names the {answers} that answer it.
"""
# HTML, because a table in Markdown has neither scopes nor names for its rows.
TABLE = """\
<div class="hb-matrix"><table>
<thead><tr><td></td>{columns}<th scope="col">{answers}</th></tr></thead>
<tbody>
{rows}</tbody>
</table></div>
"""


def named(page: Page, kind: Kind) -> list[Text]:
    """Return the paths that a page lists under a related kind's folder in its front matter."""
    listed = page.front_matter.get(kind.folder)
    paths = listed if isinstance(listed, Sequence) else ()
    return [path for path in paths if isinstance(path, Text)]


def src_uris(book: Book) -> list[str]:
    """Return the paths of what `files` makes."""
    return [SRC_URI, DATA, SCHEMA] if book.settings.matrix else []


def files(book: Book) -> dict[str, str]:
    """Return path -> text of the page, its data and their schema; none without a matrix."""
    matrix = book.settings.matrix
    if not matrix:
        return {}
    schema = asset.text("matrix.schema.json")
    return {SRC_URI: _page(book, matrix), DATA: _data(book, matrix), SCHEMA: schema}


def _page(book: Book, matrix: Matrix) -> str:
    columns = book.of(matrix.columns)
    words = {
        "rows": matrix.rows.plural,
        "columns": matrix.columns.plural,
        "answers": matrix.answers.plural,
    }
    rows = "".join(_row(book, matrix, row, columns) for row in book.of(matrix.rows))
    heads = "".join(f'<th scope="col">{_link(book, column)}</th>' for column in columns)
    table = TABLE.format(columns=heads, answers=escape(words["answers"].capitalize()), rows=rows)
    filled = f"{INTRO.format(**words)}\n{table}"
    body = filled if rows and heads else f"No page names {words['rows']} yet.\n"
    return generated_page(body, title=matrix.title, description=matrix.description, search=LAST)


def _row(book: Book, matrix: Matrix, row: Page, columns: list[Page]) -> str:
    at, anchor = named(row, matrix.columns), f"#{slugify(matrix.section, '-')}"
    marks = (
        f'<a href="{address}{anchor}" aria-label="{escape(label)}">●</a>'
        if column.src_uri in at
        else ""
        for column in columns
        for address in [book.settings.relative(column.src_uri, SRC_URI)]
        for label in [f"{row.title}: {column.title}"]
    )
    cells = "".join(f"<td>{mark}</td>" for mark in marks)
    answers = ", ".join(_link(book, page) for page in _answers(book, matrix, row))
    return f'<tr><th scope="row">{_link(book, row)}</th>{cells}<td>{answers}</td></tr>\n'


def _answers(book: Book, matrix: Matrix, row: Page) -> Iterator[Page]:
    return (page for page in book.of(matrix.answers) if page.src_uri in named(row, matrix.answers))


def _link(book: Book, page: Page) -> str:
    return link(book, SRC_URI, page.src_uri, page.title)


def _data(book: Book, matrix: Matrix) -> str:
    said = {
        "$schema": book.settings.address(SCHEMA),
        "rows": [
            _titled(row)
            | {
                "columns": list(map(str, named(row, matrix.columns))),
                "answers": list(map(str, named(row, matrix.answers))),
            }
            for row in book.of(matrix.rows)
        ],
        "columns": list(map(_titled, book.of(matrix.columns))),
        "answers": list(map(_titled, book.of(matrix.answers))),
    }
    return json.dumps(said, ensure_ascii=False, indent=2) + "\n"


def _titled(page: Page) -> dict[str, object]:
    return {"page": page.src_uri, "title": page.title}
