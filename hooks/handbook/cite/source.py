"""What an author gives: a file of BibTeX or CSL-JSON, the standard input, or an identifier."""

import sys
from pathlib import Path

from handbook.cite import biblatex, bibtex, csljson
from handbook.cite.fault import Fault
from handbook.cite.record import Record
from handbook.files.filetext import decode
from handbook.problem import Problem, UnusableError
from handbook.references.identifier import KINDS, alone, wrong

MAX_BYTES = 1_000_000


def identifier(given: str) -> tuple[str, str] | None:
    """Return kind and text of an identifier, or nothing when it is a file."""
    if given == "-" or given.endswith((".bib", ".json")) or _exists(given):
        return None
    text = alone(given)
    for kind in ("DOI", "arxiv", "ISBN"):
        if KINDS[kind].form.fullmatch(text):
            if said := wrong(kind, text):
                raise UnusableError(f"'{text}' is {KINDS[kind].name} {said}")
            return kind, text
    message = f"'{given}' is no file here, and no DOI, arXiv id or ISBN."
    raise UnusableError(f"{message} Give one, such as {KINDS['DOI'].example}.")


def records(given: str) -> list[Record]:
    """Return the works in a file; `UnusableError` with all that can't be read."""
    problems: list[Problem] = []
    text = decode(given, _bytes(given), problems, MAX_BYTES)
    if text is None:
        raise _unusable(
            given, [(problem.line, problem.col, problem.message) for problem in problems]
        )
    is_json = text.lstrip()[:1] in {"{", "["} and not given.endswith(".bib")
    found, faults = csljson.read(text) if is_json or given.endswith(".json") else _bibtex(text)
    if faults:
        raise _unusable(given, faults)
    return found


def _bibtex(text: str) -> tuple[list[Record], list[Fault]]:
    entries, faults = bibtex.read(text)
    read = [biblatex.record(entry) for entry in entries]
    return [record for record, _ in read], faults + [fault for _, more in read for fault in more]


def _exists(given: str) -> bool:
    try:
        return Path(given).exists()
    except OSError:  # a name that is too long for a file
        return False


def _bytes(given: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if given == "-" else Path(given).read_bytes()
    except OSError as error:
        raise UnusableError(f"{given}:1:1: this file can't be read: {error.strerror}.") from None


def _unusable(given: str, faults: list[Fault]) -> UnusableError:
    return UnusableError(
        "\n".join(f"{given}:{line}:{col}: {said}" for line, col, said in sorted(faults))
    )
