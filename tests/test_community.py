"""What GitHub shows to people: forms that follow its schemas and ask what the generator needs."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import ROOT
from handbook.configuration import settings

FORMS = ROOT / ".github" / "ISSUE_TEMPLATE"
SCHEMAS = {
    "page.yml": "vendor.github-issue-forms",
    "reference.yml": "vendor.github-issue-forms",
    "config.yml": "vendor.github-issue-config",
    "../../CITATION.cff": "vendor.citation-file-format",
}
# A link in Markdown, and where a picture is.
LINK = re.compile(r"\]\((?!https?:|#|mailto:)(?P<path>[^)#\s]+)[^)]*\)|src=\"(?P<src>[^\"]+)\"")
# A module, a script or a style sheet that a document names, and where it may stand.
NAMED = re.compile(r"`(?P<path>[\w/]+\.(?:py|js|css))`")
FOLDERS = [ROOT / name for name in (".", "hooks", "hooks/handbook")]
ADDRESSED = ("DOI", "arXiv id", "ISBN", "address")
DOCUMENTS = sorted(
    path for folder in (".", ".github", "benchmarks") for path in (ROOT / folder).glob("*.md")
)


def fields(form: str) -> dict[str, dict[str, Any]]:
    """Return id -> field of an issue form."""
    body = yaml.safe_load((FORMS / form).read_text("utf-8"))["body"]
    return {field["id"]: field for field in body if "id" in field}


@pytest.mark.parametrize("name", SCHEMAS)
def test_schema(name: str) -> None:
    """Each form, and the citation file, follows its schema."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", SCHEMAS[name]]
    done = subprocess.run([*command, FORMS / name], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_every_form_is_tested() -> None:
    """No form is without a schema here."""
    assert {path.name for path in FORMS.iterdir()} == {Path(name).name for name in SCHEMAS} - {
        "CITATION.cff"
    }


def test_propose_a_page_asks_what_a_page_needs() -> None:
    """Kind and level are those of the settings, and all but the level must be given."""
    this, asked = settings.load(ROOT), fields("page.yml")
    kinds = [name for name, kind in this.kinds.items() if kind.sections]
    assert asked["kind"]["attributes"]["options"] == kinds
    levels = [one["label"] for one in asked["level"]["attributes"]["options"]]
    assert levels == list(this.levels)
    assert list(asked) == ["title", "kind", "level", "why", "sources"]
    needed = [name for name, field in asked.items() if field.get("validations")]
    assert needed == ["title", "kind", "why", "sources"]
    said = asked["sources"]["attributes"]["description"]
    assert [word for word in ADDRESSED if word not in said] == []


def test_a_broken_reference_is_told_with_evidence() -> None:
    """Page, key, what is wrong, and what was seen must be given."""
    asked = fields("reference.yml")
    assert list(asked) == ["page", "key", "wrong", "evidence"]
    assert all(field["validations"] == {"required": True} for field in asked.values())


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    """Each link of a document, and each picture, leads to a file of the repository."""
    found = [match["path"] or match["src"] for match in LINK.finditer(path.read_text("utf-8"))]
    assert [target for target in found if not (path.parent / target).exists()] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_modules_named_are_there(path: Path) -> None:
    """Each module, script and style sheet that a document names is in the repository."""
    named = [match["path"] for match in NAMED.finditer(path.read_text("utf-8"))]
    assert [name for name in named if not any((at / name).is_file() for at in FOLDERS)] == []


def test_pictures_are_small_and_described() -> None:
    """Each picture of the README has at most 150 kB, and says in words what it shows."""
    readme = (ROOT / "README.md").read_text("utf-8")
    shown = re.findall(r'<img src="([^"]+)" width="\d+" alt="[^"]{40,}">', readme)
    assert {ROOT / path for path in shown} == set((ROOT / ".github/pictures").iterdir())
    assert [path for path in shown if (ROOT / path).stat().st_size > 150_000] == []


def test_licences() -> None:
    """The package names the licences whose texts it brings."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert project["license"] == "MIT AND OFL-1.1"
    begins = [(ROOT / name).read_text("utf-8")[:12] for name in project["license-files"]]
    assert begins[0] == "MIT License\n"
    assert "SIL Open Font License" in (ROOT / project["license-files"][1]).read_text("utf-8")
    content = (ROOT / "LICENSE-CONTENT").read_text("utf-8")
    assert content.startswith("Creative Commons Attribution 4.0 International Public License\n")
    assert yaml.safe_load((ROOT / "CITATION.cff").read_text())["license"] == ["MIT", "CC-BY-4.0"]
