"""The command `handbook`: exit code 0 is fine, 1 is problems found, 2 is could not run."""

import argparse
import os
import sys
from pathlib import Path
from typing import Any

from handbook import book, generated, history, report
from handbook.authoring import schema
from handbook.authoring.fix import fix
from handbook.authoring.new import new
from handbook.book import Book
from handbook.checklists import download, export
from handbook.checklists.selection import select
from handbook.configuration import settings
from handbook.files.save import save
from handbook.pages.due import dues
from handbook.pages.pause import paused
from handbook.paper import printer
from handbook.problem import UnusableError, did_you_mean
from handbook.references.layout import alone
from handbook.report import diff
from handbook.rules import RULES, WARNINGS, asked, check, explained, listed


def main(argv: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    options = _parser().parse_args(argv)
    try:
        result: int = options.run(options)
        sys.stdout.flush()
    except UnusableError as error:
        print(error, file=sys.stderr)
        return 2
    except BrokenPipeError:
        # Python flushes once more at its end: https://docs.python.org/3/library/signal.html
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 2
    return result


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="handbook", description=__doc__)
    parser.add_argument(
        "--root", type=Path, default=Path(), help="the handbook's folder (default: this one)"
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    checking = commands.add_parser("check", help="report every problem of the pages")
    checking.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help="report only these files, named as in a problem or from here",
    )
    checking.add_argument("--since", metavar="REV", help="compare ids with a git revision too")
    checking.add_argument(
        "--fix",
        action="store_true",
        help="first repair what a program can, and print each change: missing ids, the order of "
        "front matter, the layout of the bibliography and the terms, dashes in ranges, blanks at "
        "the ends of lines, the end of a file",
    )
    _add_format(checking)
    checking.set_defaults(run=_check)
    starting = commands.add_parser(
        "new",
        help="write a new page",
        description="Write a new page with all that its kind needs, and put it into 'nav' of "
        "mkdocs.yml, beside the pages of its folder. A TODO stands wherever you have to write, "
        "and 'handbook check' lists each.",
    )
    starting.add_argument("kind", metavar="KIND", help="a kind of page from pyproject.toml")
    starting.add_argument("title", metavar="TITLE", help="the title, in quotation marks")
    starting.add_argument("--name", default="", help="the file's name (default: from the title)")
    starting.set_defaults(run=_new)
    citing = commands.add_parser(
        "cite",
        help="add a work to the bibliography",
        description="Add works to the bibliography, print their keys and what is left to write. "
        "Of a file with several, all are added or none. An identifier is looked up at doi.org or "
        "Open Library, over the network. The exit code is 1 when a rule asks for more, and 2 when "
        "nothing was added.",
    )
    citing.add_argument(
        "source",
        metavar="FILE|IDENTIFIER",
        help="BibTeX or CSL-JSON, '-' for the standard input; or a DOI, an arXiv id, an ISBN",
    )
    citing.add_argument("--key", default="", help="the key (default: author and year)")
    citing.add_argument("--dry-run", action="store_true", help="print the entries, write nothing")
    citing.set_defaults(run=_cite)
    _add_verify(commands)
    linking = commands.add_parser(
        "links",
        help="ask for the external links, and report those that are dead",
        description="Ask for the external addresses that are due, over the network, and keep what "
        "was seen. The exit code is 1 when one is dead, and 2 when none could be asked for.",
    )
    which = linking.add_mutually_exclusive_group()
    which.add_argument(
        "--new-since", metavar="REV", help="ask only for those that a git revision has not"
    )
    which.add_argument(
        "--shard", default="", metavar="3/8", help="ask only for a part of the hosts"
    )
    which.add_argument("--merge", nargs="+", metavar="FILE", help="merge records, ask for none")
    which.add_argument("--site", type=Path, metavar="DIR", help="crawl a built site, ask for none")
    linking.add_argument("--fix", action="store_true", help="write addresses that moved for good")
    _add_format(linking)
    linking.set_defaults(run=_links)
    stale = commands.add_parser("stale", help="list what has to be checked again, soonest first")
    stale.set_defaults(run=_stale)
    pages = commands.add_parser("pages", help="write the generated pages into the docs folder")
    pages.set_defaults(run=_pages)
    schemas = commands.add_parser("schemas", help="write the schemas that editors read")
    schemas.set_defaults(run=_schemas)
    exporting = commands.add_parser("export", help="write checklists for use elsewhere")
    chosen = exporting.add_mutually_exclusive_group()
    chosen.add_argument("--list", default="", metavar="PAGE", help="only the list of this page")
    chosen.add_argument("--level", default="", help="only the lists for this level")
    exporting.add_argument("--format", choices=download.SUFFIXES, default="markdown")
    _add_output(exporting)
    exporting.set_defaults(run=_export)
    comparing = commands.add_parser("diff", help="show what changed in checklists and citations")
    comparing.add_argument("revision", metavar="REV", help="the git revision to compare with")
    comparing.add_argument("--format", choices=diff.FORMATS, default="text")
    comparing.add_argument(
        "--site-url", default="", metavar="URL", help="link pages of this site, in Markdown"
    )
    comparing.set_defaults(run=_diff)
    _add_rules(commands.add_parser("rules", help="list the rules, or explain some of them"))
    return parser


def _add_verify(commands: Any) -> None:
    verifying = commands.add_parser(
        "verify",
        help="ask the registrars what the entries' identifiers lead to",
        description="Ask Crossref, DataCite, arXiv and Open Library for the entries that have no "
        "record in the snapshot or an old one, and write what they answer. What they have nothing "
        "about is not verified. The exit code is 1 when an entry is of another work or the work "
        "was taken back, and 2 when nobody answered.",
    )
    verifying.add_argument("keys", nargs="*", metavar="KEY", help="only these entries")
    verifying.add_argument("--all", action="store_true", help="ask again for what is recorded")
    verifying.add_argument(
        "--days", type=int, default=90, help="how old a record may be (default: 90)"
    )
    verifying.add_argument(
        "--fix", action="store_true", help="write small differences into the bibliography"
    )
    verifying.set_defaults(run=_verify)


def _add_format(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--format",
        choices=report.FORMATS,
        default="text",
        help="text, a line a problem (default); json; sarif 2.1.0, for code scanning; "
        "junit, for test viewers; github, for annotations of a pull request",
    )
    _add_output(command)


def _add_rules(command: argparse.ArgumentParser) -> None:
    command.add_argument("--markdown", action="store_true", help="list them as Markdown")
    command.add_argument("rules", nargs="*", metavar="RULE", help="explain this rule")
    command.set_defaults(run=_rules)


def _add_output(command: argparse.ArgumentParser) -> None:
    command.add_argument("--output", metavar="FILE", help="write here (default: print)")
    command.add_argument("--force", action="store_true", help="replace FILE when it exists")


def _put(text: str, options: argparse.Namespace) -> None:
    if options.output:
        save(options.output, text.encode(), force=options.force)
    else:
        # Bytes, so that neither the locale nor the system's line ends change them.
        sys.stdout.buffer.write(text.encode())
        sys.stdout.flush()


def _note() -> None:
    """Say what can't be done on this machine."""
    if printer.missing():
        print(printer.missing(), file=sys.stderr)


@paused()
def _check(options: argparse.Namespace) -> int:
    _note()
    this = book.load(options.root)
    if options.fix:
        for src_uri, data, said in fix(this):
            (this.settings.docs / src_uri).write_bytes(data)
            # A program reads the standard output in any other format.
            print("\n".join(said), file=None if options.format == "text" else sys.stderr)
        this = book.load(options.root)
    wanted = [_src_uri(this, path) for path in options.paths]
    found = set(check(this))
    if options.since:
        found |= set(history.check(history.load(options.root, options.since), this, options.since))
    problems = [problem for problem in found if not wanted or problem.src_uri in wanted]
    sys.stdout.flush()
    _put(report.FORMATS[options.format](report.of(this.settings.docs, problems)), options)
    warnings = sum(problem.rule in WARNINGS for problem in problems)
    print(_summary(len(problems) - warnings, warnings, len(this.pages)), file=sys.stderr)
    return 1 if len(problems) > warnings else 0


def _src_uri(this: Book, path: str) -> str:
    """Return a path as the problems name it; it may be given from here or from docs."""
    if found := _in_docs(this, path):
        return found
    raise UnusableError(f"{path}:1:1: there is no such file in {this.settings.docs.name}/.")


def _in_docs(this: Book, path: str) -> str:
    for start in (Path.cwd(), this.settings.docs):
        file = (start / path).resolve()
        if file.is_file() and file.is_relative_to(this.settings.docs):
            return file.relative_to(this.settings.docs).as_posix()
    return ""


def _summary(problems: int, warnings: int, pages: int) -> str:
    found = [_count(problems, "problem")] + [_count(warnings, "warning")] * bool(warnings)
    return f"{', '.join(found)} in {_count(pages, 'page')}"


def _count(number: int, what: str) -> str:
    return f"{number or 'no'} {what}{'' if number < 2 else 's'}"


def _new(options: argparse.Namespace) -> int:
    this = book.load(options.root)
    config = this.settings.root / "mkdocs.yml"
    before = config.read_bytes().decode()
    page = new(this, options.kind, options.title, options.name, before)
    path = this.settings.docs / page.src_uri
    path.parent.mkdir(parents=True, exist_ok=True)
    save(str(path), page.text.encode(), force=False)
    listed = path.relative_to(this.settings.root).as_posix()
    print(f"wrote {listed}")
    if page.mkdocs != before:
        save(str(config), page.mkdocs.encode(), force=True)
        print("added it to 'nav' in mkdocs.yml")
    print(f"Write what each TODO asks for, then run: handbook check {listed}")
    return 0


def _cite(options: argparse.Namespace) -> int:
    # Reading BibTeX takes longer to import than all else here.
    from handbook.cite import cite, left_to_do  # noqa: PLC0415

    this = book.load(options.root)
    addition = cite(this, options.source, options.key)
    file = this.settings.bibliography
    for line in addition.left_out:
        print(line, file=sys.stderr)
    if options.dry_run:
        print("\n".join(map(alone, addition.entries)), end="")
    else:
        file.write_text(addition.text, "utf-8", newline="\n")
        listed = file.relative_to(this.settings.root).as_posix()
        for entry in addition.entries:
            print(f"{listed}:{entry.line}: cite it as [@{entry.text('id')}]")
            for at, said in left_to_do(entry):
                print(f"{listed}:{at}: {said}")
    for problem in addition.problems:
        print(problem)
    return 1 if addition.problems else 0


def _verify(options: argparse.Namespace) -> int:
    # The registrars' answers are read by what reads citations, which takes long to import.
    from handbook.identity import verification  # noqa: PLC0415

    this = book.load(options.root)
    wanted = verification.wanted(this, options.keys, options.days, every=options.all)
    steps = []
    for step in verification.verify(this, verification.registry(this), wanted):
        steps.append(step)
        # A report holds what was found, and not what was asked.
        print(step, file=sys.stderr, flush=True)
    this = book.load(options.root)
    if options.fix:
        print("\n".join(verification.fix(this)) or "nothing to fix")
        this = book.load(options.root)
    problems = verification.problems(this, options.keys)
    for problem in problems:
        print(problem)
    answered = sum(step.answered for step in steps)
    print(f"{_count(answered, 'answer')} to {_count(len(steps), 'question')}", file=sys.stderr)
    if steps and not answered:
        return 2
    return 1 if any(problem.rule not in WARNINGS for problem in problems) else 0


def _links(options: argparse.Namespace) -> int:
    # The client takes longer to import than all else, and a site is built without it.
    try:
        from handbook.links import audit, witness  # noqa: PLC0415
    except ModuleNotFoundError as error:
        message = f"'{error.name}' is not installed. Run: make links"
        raise UnusableError(message) from None

    this = book.load(options.root)
    if options.fix and (options.new_since or options.site):
        raise UnusableError("--fix writes what the record knows. Run it without the other option.")
    if options.new_since:
        found = audit.of_new(this, options.new_since)
    elif options.merge:
        found = audit.of_shards(this, options.merge, fix=options.fix)
    elif options.site:
        found = witness.of_site(this, options.site)
    else:
        found = audit.of_all(this, options.shard, fix=options.fix)
    _put(report.FORMATS[options.format](report.of(this.settings.docs, found.problems)), options)
    # A program reads the standard output.
    print("\n".join((*found.fixed, *found.said)), file=sys.stderr)
    return 0 if all(problem.rule in WARNINGS for problem in found.problems) else 1


def _stale(options: argparse.Namespace) -> int:
    for due in sorted(due for page in book.load(options.root).pages for due in dues(page)):
        print(f"{due.src_uri}:{due.line}:{due.col}: due {due.day} {due.what}")
    return 0


def _pages(options: argparse.Namespace) -> int:
    _note()
    changed = generated.write(book.load(options.root))
    print("\n".join(changed) or "all generated pages are up to date")
    return 0


def _schemas(options: argparse.Namespace) -> int:
    changed = schema.write(settings.load(options.root))
    print("\n".join(f"wrote {name}" for name in changed) or "all schemas are up to date")
    return 0


def _export(options: argparse.Namespace) -> int:
    this = book.load(options.root)
    page = _in_docs(this, options.list) or options.list
    _put(export.formats(this)[options.format](select(this, page, options.level)), options)
    return 0


def _diff(options: argparse.Namespace) -> int:
    _note()
    was, now = history.load(options.root, options.revision), book.load(options.root)
    address = now.settings.at(options.site_url).anchor if options.site_url else None
    print(diff.FORMATS[options.format](history.compare(was, now), address), end="")
    return 0


def _rules(options: argparse.Namespace) -> int:
    for rule in options.rules:
        if rule not in RULES:
            raise UnusableError(f"'{rule}' is no rule.{did_you_mean(rule, RULES)}")
    if options.markdown:
        print(listed(), end="")
        return 0
    wanted = [explained(rule) for rule in options.rules]
    print("\n\n".join(wanted) or "\n".join(f"{rule} {asked(rule)}" for rule in sorted(RULES)))
    return 0
