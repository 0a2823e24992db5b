"""What a handbook says about itself in mkdocs.yml."""

from pathlib import Path

import pytest

from handbook.configuration import settings
from handbook.configuration.settings import Settings
from handbook.problem import UnusableError


def load(study: Path, **changed: str) -> Settings:
    """Return the study handbook's settings, with some of mkdocs.yml's lines replaced."""
    path = study / "mkdocs.yml"
    lines = [
        line
        for line in path.read_text("utf-8").splitlines(keepends=True)
        if line.partition(":")[0] not in changed
    ]
    added = [f"{name}: {value}\n" for name, value in changed.items() if value]
    path.write_text("".join(lines + added), "utf-8")
    return settings.load(study)


def test_site(study: Path) -> None:
    """Name and URL are the site's, the language is the theme's; a URL ends in a slash."""
    this = load(study, site_url="https://e.org/a", theme="{name: material, language: de}")
    assert (this.site_name, this.site_url) == ("The Study Handbook", "https://e.org/a/")
    assert this.language == "de"


def test_nothing_said(study: Path) -> None:
    """A site need not say its name, its URL or its language."""
    this = load(study, site_name="", site_url="", theme="material")
    assert (this.site_name, this.site_url, this.language) == ("", "", "en")


@pytest.mark.parametrize(
    ("written", "variables", "expected"),
    [
        ("!ENV A", {"A": "https://a.org/"}, "https://a.org/"),
        ("!ENV A", {}, ""),
        ("!ENV A", {"A": ""}, ""),
        ("!ENV [A, B, 'https://d.org/']", {"A": "https://a.org/", "B": "b"}, "https://a.org/"),
        ("!ENV [A, B, 'https://d.org/']", {"B": "https://b.org/"}, "https://b.org/"),
        ("!ENV [A, B, 'https://d.org/']", {}, "https://d.org/"),
        ("!ENV [A, null]", {}, ""),
        ("!ENV [A]", {}, ""),
    ],
)
def test_environment(
    written: str,
    variables: dict[str, str],
    expected: str,
    study: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The first variable that is set counts, even when it is empty; else the default."""
    for name in ("A", "B"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert load(study, site_url=written).site_url == expected


@pytest.mark.parametrize(
    ("written", "value", "expected"),
    [
        ("!ENV [A, false]", None, False),
        ("!ENV [A, true]", None, True),
        ("!ENV [A, true]", "false", False),
        ("!ENV A", "no", False),
    ],
)
def test_environment_that_is_not_text(
    written: str, value: str | None, expected: bool, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A variable and a default are read as YAML reads them, as MkDocs does."""
    monkeypatch.delenv("A", raising=False)
    if value is not None:
        monkeypatch.setenv("A", value)
    assert load(study, use_directory_urls=written).directory_urls is expected


def test_environment_that_is_no_name(study: Path) -> None:
    """A variable's name that is none is a fault of the file, at its place."""
    with pytest.raises(UnusableError) as raised:
        load(study, site_url="!ENV {A: b}")
    lines = (study / "mkdocs.yml").read_text("utf-8").splitlines()
    line = lines.index("site_url: !ENV {A: b}") + 1
    assert str(raised.value) == (
        f"mkdocs.yml:{line}:11: this YAML can't be read: expected a scalar node, but found mapping."
    )


@pytest.mark.parametrize(
    ("src_uri", "directory", "file"),
    [
        ("index.md", "", "index.html"),
        ("README.md", "", "index.html"),
        ("habits/index.md", "habits/", "habits/index.html"),
        ("habits/README.md", "habits/", "habits/index.html"),
        ("habits/MY-README.md", "habits/MY-README/", "habits/MY-README.html"),
        ("habits/space-it.md", "habits/space-it/", "habits/space-it.html"),
        ("größe (1).md", "gr%C3%B6%C3%9Fe%20%281%29/", "gr%C3%B6%C3%9Fe%20%281%29.html"),
        ("api/checklists.json", "api/checklists.json", "api/checklists.json"),
    ],
)  # fmt: skip
def test_address(src_uri: str, directory: str, file: str, study: Path) -> None:
    """A page's address is its folder, or its file when the site has no folders for pages."""
    assert load(study).address(src_uri) == f"http://127.0.0.1:8000/{directory}"
    assert load(study, site_url="").address(src_uri) == directory
    assert load(study, site_url="", use_directory_urls="false").address(src_uri) == file


def test_read_again_when_something_changes(study: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings are read once, and again when a file or a variable that one names has changed."""
    monkeypatch.setenv("HANDBOOK_SITE", "https://a.example/")
    first = load(study, site_url="!ENV [HANDBOOK_SITE, '']")
    assert settings.load(study) is first
    monkeypatch.setenv("HANDBOOK_SITE", "https://b.example/")
    assert settings.load(study).site_url == "https://b.example/"
    monkeypatch.setenv("HANDBOOK_SITE", "https://a.example/")
    assert load(study, site_name="Another").site_name == "Another"


def test_paths(study: Path) -> None:
    """A level's path may have a heading; one of no level is a fault."""
    config = study / "pyproject.toml"
    levels = 'levels = ["pupil", "student"]\n'
    text = config.read_text("utf-8")
    config.write_text(text.replace(levels, f'{levels}paths = {{ pupil = "At school" }}\n'))
    assert load(study).paths == {"pupil": "At school"}
    config.write_text(text.replace(levels, f'{levels}paths = {{ pupl = "At school" }}\n'))
    with pytest.raises(UnusableError) as raised:
        load(study)
    assert str(raised.value) == (
        "pyproject.toml:1:1: [tool.handbook.paths] has an unknown key 'pupl'. Did you mean 'pupil'?"
    )


def test_term_of_a_kind(study: Path) -> None:
    """Whether a kind explains terms is true or false."""
    config = study / "pyproject.toml"
    config.write_text(config.read_text("utf-8").replace("term = true", 'term = "yes"'))
    with pytest.raises(UnusableError) as raised:
        load(study)
    assert str(raised.value) == (
        "pyproject.toml:1:1: [tool.handbook.kinds.term] term must be true or false."
    )
