"""What every report is made of: the problems, and where their files are in the repository."""

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from handbook.problem import Problem
from handbook.rules import RULES, WARNINGS


@dataclass(frozen=True)
class Report:
    """Problems in the order of their places; `docs` is the docs folder's path in the repository."""

    problems: tuple[Problem, ...]
    docs: str

    def path(self, problem: Problem) -> str:
        """Return the path of a problem's file from the root of the repository."""
        return posixpath.normpath(posixpath.join(self.docs, problem.src_uri))

    def rules(self) -> list[str]:
        """Return the ids of the rules that the problems break, sorted."""
        return sorted({problem.rule for problem in self.problems})


def of(docs: Path, problems: Iterable[Problem]) -> Report:
    """Return the report of a docs folder's problems.

    A folder with no repository around it counts as being at the root of one.
    """
    root = next((folder for folder in docs.parents if (folder / ".git").exists()), docs.parent)
    return Report(tuple(sorted(problems)), docs.relative_to(root).as_posix())


def level(rule: str) -> str:
    """Return "warning" or "error", as GitHub and SARIF call them."""
    return "warning" if rule in WARNINGS else "error"


def title(rule: str) -> str:
    """Return what a rule asks for, in one sentence."""
    return RULES[rule].partition("\n")[0]
