"""The report as JUnit XML, which many servers of continuous integration show.

There is no standard; this is the part that most viewers read: https://github.com/testmoapp/junitxml
"""

import re
from itertools import groupby
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from handbook.problem import Problem
from handbook.report.contents import Report, level

# What XML 1.0 can't hold: https://www.w3.org/TR/xml/#charsets
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit(report: Report) -> str:
    """Return a suite for each file and a test for each problem; a warning passes, and is printed.

    Without a problem there is one test that passes, because viewers take an empty report for a
    failure to run.
    """
    root = Element("testsuites", name="handbook")
    for path, problems in groupby(report.problems, key=report.path):
        _suite(root, path, list(problems))
    if not report.problems:
        suite = SubElement(root, "testsuite", name=report.docs, tests="1", failures="0")
        SubElement(suite, "testcase", classname=report.docs, name="no problem")
    for count in ("tests", "failures"):
        root.set(count, str(sum(int(suite.get(count, "0")) for suite in root)))
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, "unicode") + "\n"


def _suite(root: Element, path: str, problems: list[Problem]) -> None:
    failures = sum(level(problem.rule) == "error" for problem in problems)
    counts = {"tests": str(len(problems)), "failures": str(failures)}
    suite = SubElement(root, "testsuite", {"name": path, **counts})
    for problem in problems:
        _case(suite, path, problem)


def _case(suite: Element, path: str, problem: Problem) -> None:
    """Add a test; its name is unlike any other's, since viewers keep one of a name."""
    said = NOT_XML.sub("\ufffd", problem.message)
    name = f"{problem.line}:{problem.col}: {problem.rule} {said}"
    about = {"classname": path, "name": name, "file": path, "line": str(problem.line)}
    case = SubElement(suite, "testcase", about)
    if level(problem.rule) == "error":
        failure = SubElement(case, "failure", message=said, type=problem.rule)
        failure.text = f"{path}:{name}"
    else:
        SubElement(case, "system-out").text = f"{path}:{name} (a warning)"
