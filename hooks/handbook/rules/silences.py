"""Rules on silences: an entry may be excused from a rule, with the reason.

silence:
  R216: the publisher has no https
"""

from bisect import bisect
from collections.abc import Iterable, Iterator, Set

from handbook.files.yamltext import Mapping, Text
from handbook.problem import Found, Problem, did_you_mean
from handbook.references.bibliography import Bibliography

RULES = {
    "R230": """A silence names a rule that its entry breaks, and the reason.
Why: one without a reason can't be judged, and one that silences nothing hides the next fault.
Fix: write the reason, or take the silence out.""",
}
# What makes an entry impossible to cite, what a program repairs, and this rule itself.
NEVER = {"R202", "R207", "R228", "R230"}


def kept(
    bibliography: Bibliography, problems: Iterable[Problem], rules: Set[str]
) -> Iterator[Problem]:
    """Yield the problems that no entry silences, and those of the silences themselves."""
    entries = bibliography.entries
    places = [(entry.line, entry.col) for entry in entries]
    used: set[tuple[int, str]] = set()
    for problem in problems:
        index = bisect(places, (problem.line, problem.col)) - 1
        inside = problem.src_uri == bibliography.src_uri and index >= 0
        if inside and problem.rule in _silences(entries[index]) and problem.rule not in NEVER:
            used.add((index, problem.rule))
        else:
            yield problem
    for index, entry in enumerate(entries):
        if "silence" in entry:
            mine = {rule for rule in _silences(entry) if (index, rule) in used}
            for line, col, rule, message in _wrong(entry, mine, rules):
                yield Problem(bibliography.src_uri, line, col, rule, message)


def _silences(entry: Mapping) -> Mapping:
    value = entry.get("silence")
    return value if isinstance(value, Mapping) else Mapping()


def _wrong(entry: Mapping, used: Set[str], rules: Set[str]) -> Iterator[Found]:
    if not _silences(entry):
        message = "'silence' must name rules and reasons, such as {R216: the site has no https}."
        yield *entry.place("silence"), "R230", message
    for rule, reason in _silences(entry).items():
        place = _silences(entry).place(rule)
        if rule not in rules:
            yield *place, "R230", f"'{rule}' is no rule.{did_you_mean(rule, rules)}"
        elif rule in NEVER:
            yield *place, "R230", f"'{rule}' can't be silenced. Take it out."
        elif not isinstance(reason, Text) or not reason.strip():
            yield *place, "R230", f"The silence of '{rule}' has no reason. Write one."
        elif rule not in used:
            yield *place, "R230", f"The silence of '{rule}' silences nothing. Take it out."
