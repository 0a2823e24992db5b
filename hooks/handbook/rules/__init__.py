"""The rules: each has a stable id that is never used again, and says what it asks for."""

from collections.abc import Iterator

from handbook import history
from handbook.book import Book
from handbook.files.escape import for_github
from handbook.links import findings
from handbook.pages.pause import paused
from handbook.problem import Problem
from handbook.rules import (
    addresses,
    blanks,
    checklists,
    citations,
    claims,
    duplicates,
    fields,
    files,
    freshness,
    front_matter,
    identifiers,
    identities,
    images,
    items,
    keys,
    layout,
    links,
    markup,
    names,
    navigation,
    order,
    paper,
    paths,
    places,
    preprints,
    prerequisites,
    ranges,
    references,
    register,
    relations,
    sections,
    silences,
    strengths,
    terms,
    wording,
)

# What looks at a whole handbook.
SUBJECTS = (
    files,
    navigation,
    blanks,
    ranges,
    order,
    citations,
    duplicates,
    layout,
    front_matter,
    relations,
    sections,
    items,
    checklists,
    wording,
    paper,
    register,
    addresses,
    places,
    paths,
    images,
    markup,
    claims,
    strengths,
    freshness,
    terms,
    prerequisites,
    identities,
)
# What a program repairs in a page.
REPAIRED = (order, blanks, ranges)
# What looks at one entry of the bibliography at a time.
OF_ENTRIES = (references, identifiers, preprints, links, names, fields, keys)
# Rule id -> what it asks for, and in further lines perhaps why, and what to do.
RULES: dict[str, str] = history.RULES | silences.RULES | findings.RULES
for _subject in (*SUBJECTS, *OF_ENTRIES):
    RULES |= _subject.RULES

# Worth a look, but no reason to refuse a page.
WARNINGS = claims.WARNINGS | freshness.WARNINGS | identities.WARNINGS | findings.WARNINGS
# What no engine survives: MkDocs ends with a traceback.
FATAL = {"R601"}


def asked(rule: str) -> str:
    """Return what a rule asks for, and whether it only warns."""
    return RULES[rule].partition("\n")[0] + (" (a warning)" if rule in WARNINGS else "")


def listed() -> str:
    """Return all rules with what they ask for, as Markdown for GitHub."""
    rules = (
        f"- **{rule}** {for_github(asked(rule))}\n"
        + "".join(f"  {for_github(line)}\n" for line in RULES[rule].split("\n")[1:])
        for rule in sorted(RULES)
    )
    return (
        "# The rules\n\n"
        "`handbook rules --markdown` writes this list; `handbook check` looks after each rule.\n"
        "A rule's id stays, and is never that of another.\n\n" + "".join(rules)
    )


def explained(rule: str) -> str:
    """Return what a rule asks for, why, what to do, and how to silence it."""
    of_entry = rule.startswith("R2") or rule in identities.OF_ENTRY
    of_entry = of_entry and rule not in silences.NEVER
    how = f"in the entry, 'silence: {{{rule}: the reason}}'." if of_entry else "not possible."
    return f"{rule} {RULES[rule]}\nSilence: {how}"


@paused()
def check(book: Book) -> list[Problem]:
    """Return every problem of a handbook, each once, sorted by place."""
    return sorted(set(silences.kept(book.bibliography, _problems(book), RULES.keys())))


def _problems(book: Book) -> Iterator[Problem]:
    yield from book.bibliography.problems
    for page in book.pages:
        yield from page.problems
    for subject in SUBJECTS:
        yield from subject.check(book)
    for entry in book.bibliography.entries:
        for of_entry in OF_ENTRIES:
            for line, col, rule, message in of_entry.check(entry):
                yield Problem(book.bibliography.src_uri, line, col, rule, message)
