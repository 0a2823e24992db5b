"""The rule on preprints: those on arXiv have one form, which `handbook cite` writes."""

import re
from collections.abc import Iterator

from handbook.files.yamltext import Mapping
from handbook.problem import Found
from handbook.references.identifier import alone
from handbook.rules.identifiers import ARXIV_ADDRESS, ARXIV_DOI

RULES = {
    "R231": """A preprint on arXiv is of type article, and arXiv is its publisher.
Why: all are listed alike, 'Preprint, arXiv', and other programs know them as preprints.
Fix: write 'type: article', 'publisher: arXiv' and 'arxiv' with the id, and say neither again.
If the work has come out elsewhere since, cite it as it stands there.""",
}
# CSL 1.0.2 has the type for preprints (Appendix III of its specification), and Zotero gives it the
# archive as publisher: https://github.com/zotero/zotero-bits/issues/88
FORM = {"type": "article", "publisher": "arXiv", "container-title": ""}
ADDRESS = "https://arxiv.org/abs/"
# "arXiv preprint arXiv:1706.03762" too, and DBLP's name for it.
ARXIV = re.compile(r"(?:arxiv|corr)\b.*", re.IGNORECASE)
# "arXiv:1706.03762 [cs]", as Zotero has it.
SUBJECT = re.compile(r"\s*\[[^\[\]]*\]$")


def check(entry: Mapping) -> Iterator[Found]:
    """Yield what a preprint has in another form, all at once: one part of it replaces another."""
    changes = differences({name: entry.text(name) for name in entry})
    if changes:
        write = [f"'{name}: {text}'" for name, text in changes.items() if text]
        out = [f"'{name}: {entry.text(name)}'" for name, text in changes.items() if not text]
        message = f"'{entry.text('id')}' is a preprint on arXiv in a form of its own."
        message += f" Write {', '.join(write)}." if write else ""
        message += f" Take out {', '.join(out)}." if out else ""
        yield entry.line, entry.col, "R231", message


def differences(texts: dict[str, str]) -> dict[str, str]:
    """Return the fields of a preprint that have another text in the form, and that text.

    A field that is not there has an empty one. Any other work has no differences.
    """
    doi, url = texts.get("DOI", ""), texts.get("URL", "")
    own, address = ARXIV_DOI.fullmatch(doi), ARXIV_ADDRESS.fullmatch(url)
    found = address or own
    ident = texts.get("arxiv") or (found["arxiv"] if found else "")
    where = texts.get("container-title") or texts.get("publisher", "")
    is_alone = texts.get("type") == "article" and ident and not where and (own or not doi)
    if not (ARXIV.fullmatch(where) or is_alone):
        return {}
    wanted = {**FORM, "DOI": "" if own else doi, **repeated(texts)}
    if address:
        wanted["URL"] = ADDRESS + address["arxiv"]
    elif ident and not (url or wanted["DOI"]):
        wanted["URL"] = ADDRESS + ident
    return {name: text for name, text in wanted.items() if texts.get(name, "") != text}


def repeated(texts: dict[str, str]) -> dict[str, str]:
    """Return the fields that say the arXiv id again, as empty."""
    said = {name: alone(SUBJECT.sub("", texts.get(name, ""))) for name in ("number", "note")}
    return {name: "" for name, text in said.items() if text and text == texts.get("arxiv")}
