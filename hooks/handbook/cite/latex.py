"""LaTeX as plain text, by bibtexparser's middleware, which leaves it to pylatexenc.

pylatexenc drops a command that it does not know, and takes '%' for a comment and '&' for the end of
a cell: so does LaTeX, but not who writes "R&D" into a reference manager.
"""

import logging
import re
from functools import cache

from bibtexparser.library import Library
from bibtexparser.middlewares import LatexDecodingMiddleware
from bibtexparser.model import String
from pylatexenc.latex2text import (  # type: ignore[import-untyped]
    LatexNodes2Text,
    MacroTextSpec,
    get_default_latex_context_db,
)
from pylatexenc.macrospec import LatexContextDb  # type: ignore[import-untyped]

logging.getLogger("pylatexenc").addHandler(logging.NullHandler())

# Commands that pylatexenc does not know, or not as a title has them: what they leave of themselves.
COMMANDS = {
    **dict.fromkeys(("bf", "bfseries", "em", "it", "itshape", "rm", "sc", "sf", "sl", "tt"), ""),
    **dict.fromkeys(("boldmath", "upshape", "cyrchar", "normalfont", "textnormal", "textup"), ""),
    **dict.fromkeys(("textsubscript", "textsuperscript", "enquote", "mkbibquote", "mkbibemph"), ""),
    **dict.fromkeys(("MakeUppercase", "uppercase", "MakeLowercase", "lowercase", "hbox"), ""),
    **dict.fromkeys(("allowbreak", "nobreak", "nolinkurl", "path", "protect", "relax", "-"), ""),
    **dict.fromkeys(("mbox", "texttt", "url"), "%s"),
    **{name: name for name in ("BibTeX", "LaTeX", "TeX")},
    "P": "¶",
    "S": "§",
    "copyright": "©",
    "cprime": "\u02b9",
    "pounds": "£",
    "slash": "/",
    "textbar": "|",
    "textgreater": ">",
    "textless": "<",
    "textunderscore": "_",
}
# What is not the same in LaTeX as in plain text.
SPECIAL = re.compile(r"[\\{}$~%&]|--|``|''|[!?]`")
COMMAND = re.compile(r"\\(?:(?P<name>[A-Za-z]+)|.)", re.DOTALL)
DOLLAR = re.compile(r"(?<!\\)\$")
# What opens a quotation in single quotes.
OPENING = re.compile(r"(?<![`\w!?])`(?=\w)")


class LatexError(Exception):
    """A text can't be read; the message says what in it, and what to do."""


def plain(latex: str) -> str:
    """Return a text as a reader sees it, in one line; `LatexError` when it can't be read."""
    known = _known()
    for match in COMMAND.finditer(latex):
        if match["name"] and known.get_macro_spec(match["name"]) is known.unknown_macro_spec:
            said = f"'{match[0]}' is no command of LaTeX that is known here."
            raise LatexError(f"{said} Write the sign that it stands for.")
    latex = OPENING.sub("'", latex)
    if not SPECIAL.search(latex):
        return " ".join(latex.split())
    block = _decoding().transform_string(String("", _escaped(latex)), Library())
    if not isinstance(block, String):
        raise LatexError("This LaTeX can't be read. Write plain text.")
    return " ".join(block.value.split())


def _escaped(latex: str) -> str:
    """Return a text in which what can't be meant as a sign of LaTeX is escaped."""
    signs = "%&$" if len(DOLLAR.findall(latex)) % 2 else "%&"
    pattern = rf"(?P<escaped>\\.)|[{signs}]"
    return re.sub(
        pattern, lambda match: match["escaped"] or f"\\{match[0]}", latex, flags=re.DOTALL
    )


@cache
def _decoding() -> LatexDecodingMiddleware:
    return LatexDecodingMiddleware(decoder=LatexNodes2Text(_known(), math_mode="text"))


@cache
def _known() -> LatexContextDb:
    context = get_default_latex_context_db()
    macros = [MacroTextSpec(name, simplify_repl=text) for name, text in COMMANDS.items()]
    context.add_context_category("bibtex", prepend=True, macros=macros)
    return context
