"""What an entry of the bibliography must have, and in which form."""

from pathlib import Path

import pytest

from handbook.cite import biblatex, bibtex
from handbook.references.bibliography import MAX_BYTES
from handbook.rules.references import BIBTEX, NEEDED
from rules import found, reported

TYPES = (
    "Types: article, article-journal, article-magazine, article-newspaper, book, chapter, dataset, "
    "entry-encyclopedia, legislation, motion_picture, paper-conference, patent, post-weblog, "
    "report, software, speech, standard, thesis, webpage."
)
TYPE = "  type: webpage\n"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param(("  issued: \"2020\"\n", ""),
            ["17:3: R201 'new2020' is of type webpage and has no issued or accessed."],
            id="missing-field"),
        pytest.param(("  issued", "  accessed"), [], id="date-of-reading-instead-of-issue"),
        pytest.param(("  URL: https://www.rfc-editor.org/\n", ""),
            ["17:3: R201 'new2020' has no DOI, ISBN or URL. Add the one it has.",
             "17:3: R201 'new2020' is of type webpage and has no URL."], id="no-identifier"),
        pytest.param(("  author:\n    - {family: New, given: Ann}\n", ""),
            ["17:3: R201 'new2020' is of type webpage and has no author."], id="no-author"),
        pytest.param(("- id: new2020\n  type", "- type"),
            ["17:3: R201 This entry has no id. Add it."], id="no-id"),
        pytest.param(("webpage", "web-page"),
            [f"18:3: R203 'web-page' is not a type used here. Did you mean 'webpage'? {TYPES}"],
            id="unknown-type"),
        pytest.param(("https://www.rfc-editor.org/", "'@@N8NLINK0@@'"),
            ["23:9: R204 '@@N8NLINK0@@' is a placeholder. Write what it stands for, "
             "or take the entry out."], id="placeholder-link"),
        pytest.param(("Something", "TODO find the title"),
            ["21:10: R204 'TODO' is a placeholder. Write what it stands for, "
             "or take the entry out."], id="placeholder-todo"),
        pytest.param(("given: Ann", "given: '{{given}}'"),
            ["20:29: R204 '{{given}}' is a placeholder. Write what it stands for, "
             "or take the entry out.",
             "20:29: R224 '{' is markup, and shown as it is. Write plain text."],
            id="placeholder-braces"),
        pytest.param(("Something", "404 Not Found"),
            ["21:10: R204 '404 Not Found' is a placeholder. Write what it stands for, "
             "or take the entry out."], id="title-of-an-error"),
        pytest.param(("Something", "Why 404 is not found"), [], id="title-with-a-number"),
        pytest.param(("  URL:", "  supports_seen: yes\n  URL:"),
            ["23:18: R205 'supports_seen' is 'yes', and must be true or false."], id="flag"),
        pytest.param(("Something", "Page not found!"),
            ["21:10: R204 'Page not found!' is a placeholder. Write what it stands for, "
             "or take the entry out."], id="title-of-another-page"),
        pytest.param(("    - {family: New, given: Ann}", "    - Ann New"),
            ["20:7: R205 A name must have 'family' and 'given', or 'literal' for an institution."],
            id="name-as-text"),
        pytest.param(("family: New, ", ""),
            ["20:7: R205 A name must have 'family' and 'given', or 'literal' for an institution."],
            id="given-name-alone"),
        pytest.param(("given: Ann", "given: [Ann]"),
            ["20:21: R205 'given' must be a text."], id="given-name-as-list"),
        pytest.param(("given: Ann", "literal: New"),
            ["20:21: R205 A name has 'family' or 'literal', not both. Keep the one that is right."],
            id="person-and-institution"),
        pytest.param(("given: Ann", "Given: Ann"),
            ["20:21: R206 'Given' is not a part of a name. Did you mean 'given'?"],
            id="unknown-part-of-a-name"),
        pytest.param(("given: Ann", "given: Ann, III"),
            ["20:33: R206 'III' is not a part of a name."], id="suffix-after-a-comma"),
        pytest.param(("author:\n    - {family: New, given: Ann}", "author: Ann New"),
            ["19:3: R205 'author' must be a list."], id="authors-as-text"),
        pytest.param(('"2020"', "2020-02-30"),
            ["22:11: R205 'issued' is '2020-02-30', a date that does not exist."],
            id="no-such-date"),
        pytest.param(('"2020"', "last year"),
            ["22:11: R205 'issued' is 'last year', which is not a date. "
             "Write it as 2015, 2015-06, 2015-06-12 or 2015/2016."], id="not-a-date"),
        pytest.param(('"2020"', "2019/2020"), [], id="range"),
        pytest.param(('"2020"', "2020/.."),
            ["22:11: R205 'issued' is '2020/..', which is not a date. "
             "Write it as 2015, 2015-06, 2015-06-12 or 2015/2016."], id="range-without-end"),
        pytest.param(('"2020"', "2020/2019"),
            ["22:11: R205 'issued' is '2020/2019', a range that ends before it begins."],
            id="range-backwards"),
        pytest.param(('"2020"', "{date-parts: [[2020]]}"),
            ["22:3: R205 'issued' must be a text."], id="date-parts"),
        pytest.param(("  title:", "  titel:"),
            ["21:3: R206 'titel' is not a known field. Did you mean 'title'?"], id="unknown-field"),
        pytest.param(("title:", "Title:"),
            ["21:3: R206 'Title' is not a known field. Did you mean 'title'?"], id="capitals"),
        pytest.param(("issued:", "year:"),
            ["22:3: R206 'year' is not a known field. Did you mean 'issued'?"], id="bibtex"),
        pytest.param(("  title:", "  URL: x\n  title:"),
            ["24:3: R007 'URL' stands twice; first at line 21. Keep one."], id="duplicate-key"),
        pytest.param(("- id: new2020\n", "- just a text\n- id: new2020\n"),
            ["17:3: R207 An entry must be a mapping that begins with 'id:'."], id="entry-as-text"),
        pytest.param(("{family: New, given: Ann}", "{family: 新, given: 明}"), [],
            id="non-Latin-name"),
        pytest.param(("{family: New, given: Ann}",
                      "{family: New, given: Ann, non-dropping-particle: van der}"), [],
            id="particle"),
        pytest.param(("{family: New, given: Ann}", "{literal: The New Society}"), [],
            id="institution"),
    ],
)  # fmt: skip
def test_entry(change: tuple[str, str], expected: list[str], study: Path) -> None:
    """A fault of an entry is reported at its line."""
    assert [line for line in reported(study, change) if " R215 " not in line] == expected


@pytest.mark.parametrize(("kind", "needed"), NEEDED.items())
def test_types(kind: str, needed: tuple[str, ...], study: Path) -> None:
    """An entry with its id, type and title alone lacks what its type needs."""
    fields = '  author:\n    - {family: New, given: Ann}\n  title: Something\n  issued: "2020"\n'
    alone = (f"{TYPE}{fields}", f"  type: {kind}\n  title: Something\n")
    said = [
        f"17:3: R201 'new2020' is of type {kind} and has no {name.replace('|', ' or ')}."
        for name in needed
        if "URL" not in name
    ]
    lines = [line for line in reported(study, alone) if " R201 " in line]
    assert lines == sorted(said)


TABS = "- id: a\n\ttype: book\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="empty"),
        pytest.param("# Nothing yet.\n", [], id="comment-alone"),
        pytest.param("references: none\n",
            ["1:1: R207 The bibliography must be a list of entries, each beginning with '- id:'."],
            id="mapping"),
        pytest.param("[a, b]\n",
            ["1:2: R207 An entry must be a mapping that begins with 'id:'.",
             "1:5: R207 An entry must be a mapping that begins with 'id:'."], id="texts"),
        pytest.param(TABS,
            ["2:1: R006 This YAML can't be read: a tab stands where only spaces may. "
             "Write spaces."], id="tabs"),
        pytest.param("- id: a\n  title:\tSo\n  note:\t\tSo\n\tDOI: 10.1000/1\n",
            ["4:1: R006 This YAML can't be read: a tab stands where only spaces may. "
             "Write spaces."], id="tab-before-a-key"),
        pytest.param("- id: a\n  title: @work\n",
            ["2:10: R006 This YAML can't be read: no value begins with '@'. "
             "Put the value in quotes."], id="sign"),
        pytest.param("- id: a\n  title: Some: thing\n",
            ["2:14: R006 This YAML can't be read: mapping values are not allowed in this context. "
             "Check indentation, colons and quotes here and above."], id="broken"),
        pytest.param("- &a [x, x]\n- &b [*a, *a]\n",
            ["1:3: R008 '&a' is a YAML anchor or alias. Write the value out.",
             "2:3: R008 '&b' is a YAML anchor or alias. Write the value out.",
             "2:7: R008 '*a' is a YAML anchor or alias. Write the value out.",
             "2:11: R008 '*a' is a YAML anchor or alias. Write the value out."], id="aliases"),
        pytest.param("- !!python/object/apply:os.system [ls]\n",
            ["1:3: R008 '!!python/object/apply:os.system' is a YAML tag. Write a plain value."],
            id="python-tag"),
    ],
)  # fmt: skip
def test_file(text: str, expected: list[str], study: Path) -> None:
    """A file that is no list of entries is reported, and never a traceback."""
    (study / "docs/references.yml").write_text(text, "utf-8")
    assert [line for line in found(study) if " R102 " not in line] == [
        f"references.yml:{line}" for line in expected
    ]


def test_bytes(study: Path) -> None:
    """A file that is too large, or no text, is one problem; line ends and marks are told."""
    path = study / "docs/references.yml"
    whole = path.read_bytes()
    path.write_bytes(b"x" * 20_000_000)
    large = f"The file has 20,000,000 bytes; at most {MAX_BYTES:,} are read. Split it."
    assert found(study)[-1] == f"references.yml:1:1: R004 {large}"
    path.write_bytes(whole.replace(b"recall", "Fällt".encode("latin-1")))
    byte = "references.yml:9:43: R001 Byte 0xE4 is not UTF-8. Save the file as UTF-8."
    assert found(study)[-1] == byte
    path.write_bytes(b"\xef\xbb\xbf" + whole.replace(b"\n", b"\r\n"))
    assert found(study) == [
        "references.yml:1:1: R002 The file begins with a byte order mark. "
        "Save it as UTF-8 without one.",
        "references.yml:1:17: R003 Lines end with CR. Save the file with LF line ends.",
    ]


@pytest.mark.parametrize(("name", "field"), BIBTEX.items())
def test_names_of_bibtex(name: str, field: str) -> None:
    """What an author is told that a field of BibTeX is called here is what `cite` makes of it."""
    kind = {"series": "book", "booktitle": "incollection"}.get(name, "article")
    value = "1706.03762" if name == "eprint" else "2020"
    entries, _ = bibtex.read(f"@{kind}{{a, {name} = {{{value}}}}}")
    record, _ = biblatex.record(entries[0])
    assert record.texts[field] == value
