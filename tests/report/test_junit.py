"""The report as JUnit XML."""

from pathlib import Path
from xml.etree import ElementTree

from handbook.problem import Problem
from handbook.report.junit import junit
from report import ERROR, WARNING, reported

PROBLEM = Problem("index.md", 1, 2, "R602", "'TODO' & <b> is a placeholder.")


def test_junit(tmp_path: Path) -> None:
    """A file is a suite and a problem a test; an error fails, and a warning is only printed."""
    assert junit(reported(tmp_path, PROBLEM, WARNING)) == (
        """\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="handbook" tests="2" failures="1">
  <testsuite name="docs/habits/a b.md" tests="1" failures="0">
    <testcase classname="docs/habits/a b.md" name="9:7: R706 'the best' ranks without a source."\
 file="docs/habits/a b.md" line="9">
      <system-out>docs/habits/a b.md:9:7: R706 'the best' ranks without a source. (a warning)\
</system-out>
    </testcase>
  </testsuite>
  <testsuite name="docs/index.md" tests="1" failures="1">
    <testcase classname="docs/index.md" name="1:2: R602 'TODO' &amp; &lt;b&gt; is a placeholder."\
 file="docs/index.md" line="1">
      <failure message="'TODO' &amp; &lt;b&gt; is a placeholder." type="R602">\
docs/index.md:1:2: R602 'TODO' &amp; &lt;b&gt; is a placeholder.</failure>
    </testcase>
  </testsuite>
</testsuites>
"""
    )


def test_no_problem(tmp_path: Path) -> None:
    """Without a problem, one test passes."""
    assert junit(reported(tmp_path)) == (
        """\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="handbook" tests="1" failures="0">
  <testsuite name="docs" tests="1" failures="0">
    <testcase classname="docs" name="no problem" />
  </testsuite>
</testsuites>
"""
    )


def test_any_character(tmp_path: Path) -> None:
    """What XML can't hold is replaced, and line ends in a message stay."""
    odd = Problem("index.md", 1, 1, "R006", "a\x07b\x00c\ufffed\U0001f600\te")
    root = ElementTree.fromstring(junit(reported(tmp_path, odd, ERROR)))  # noqa: S314 - our own
    assert [failure.get("message") for failure in root.iter("failure")] == [
        "a\ufffdb\ufffdc\ufffdd\U0001f600\te",
        ERROR.message,
    ]
