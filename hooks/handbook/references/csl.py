"""The Citation Style Language's variables by kind, and an entry as CSL-JSON.

CSL 1.0.2: https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables
Left out are those that a processor sets itself (`citation-number`), and those on whose names the
published schemas disagree (`part`, `part-number`).
"""

from handbook.files.yamltext import Mapping, Sequence, Text
from handbook.references import dates

# Within a kind, the order is that of the fields of an entry.
NAMES = (
    *("author", "editor", "translator", "chair", "collection-editor", "compiler", "composer"),
    *("container-author", "contributor", "curator", "director", "editorial-director"),
    *("executive-producer", "guest", "host", "illustrator", "interviewer", "narrator"),
    *("organizer", "original-author", "performer", "producer", "recipient", "reviewed-author"),
    *("script-writer", "series-creator"),
)
TEXTS = (
    *("title", "title-short", "part-title", "original-title", "reviewed-title", "volume-title"),
    *("genre", "reviewed-genre", "medium", "version", "container-title", "container-title-short"),
    *("collection-title", "collection-number", "event-title", "event-place", "publisher"),
    *("publisher-place", "original-publisher", "original-publisher-place", "authority"),
    *("jurisdiction", "division", "edition", "volume", "number-of-volumes", "chapter-number"),
    *("section", "issue", "number", "page", "page-first", "number-of-pages", "dimensions"),
    *("scale", "references", "status", "language", "abstract", "annote", "keyword", "note"),
    *("archive", "archive_collection", "archive_location", "archive-place", "call-number"),
    "source",
)
DATES = ("issued", "accessed", "available-date", "event-date", "original-date", "submitted")
IDENTIFIERS = ("DOI", "ISBN", "ISSN", "PMID", "PMCID", "URL")
NAME_PARTS = (
    *("family", "given", "literal", "non-dropping-particle", "dropping-particle", "suffix"),
)


def data(entry: Mapping) -> dict[str, object]:
    """Return an entry as CSL-JSON, without the fields that CSL does not know."""
    kinds = {"id": str, "type": str} | dict.fromkeys((*TEXTS, *IDENTIFIERS), str)
    found: dict[str, object] = {}
    for name, value in entry.items():
        if isinstance(value, Sequence) and name in NAMES:
            found[name] = [_name(person) for person in value if isinstance(person, Mapping)]
        elif isinstance(value, Text) and name in DATES:
            found[name] = dates.csl(value)
        elif isinstance(value, Text) and name in kinds:
            found[name] = value
    return found


def _name(person: Mapping) -> dict[str, str]:
    return {part: person.text(part) for part in NAME_PARTS if part in person}
