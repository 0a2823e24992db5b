"""What one handbook says about itself: `[tool.handbook]` in pyproject.toml, and mkdocs.yml.

mkdocs.yml is read for facts that must not be said twice: where the pages are and will be, which
Markdown extensions render them, and in which order the navigation has them.
"""

import os
import posixpath
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

import yaml

from handbook.configuration import kind
from handbook.configuration.kind import Kind, Matrix
from handbook.files.filetext import changed
from handbook.problem import UnusableError

# Where MkDocs lets one say that a page is left out, of the site or of its navigation alone -> what
# it begins with.
UNLISTED = {"exclude_docs": ".*\n/templates/\n", "draft_docs": "", "not_in_nav": ""}


@dataclass(frozen=True, eq=False)
class Settings:
    """All paths are absolute; `extensions` is what `markdown.Markdown` takes.

    Equal to itself alone, and the same until something in it changes.
    `paths` is the heading of each level's path through the pages, where it has one.
    `verbs` are in small letters: words that an item may begin with besides the common verbs.
    `not_in_nav` holds texts of patterns as .gitignore has them: of pages that `nav` need not have.
    `mailto` is where a registrar can write to about what this handbook asks for.
    """

    root: Path
    docs: Path
    bibliography: Path
    register: Path
    computed: Path
    glossary: Path
    links: Path
    levels: tuple[str, ...]
    paths: dict[str, str]
    kinds: dict[str, Kind]
    matrix: Matrix | None
    extensions: tuple[str, ...]
    extension_configs: dict[str, dict[str, Any]]
    nav: tuple[str, ...]
    not_in_nav: tuple[str, ...]
    language: str
    site_name: str
    site_url: str
    directory_urls: bool
    mailto: str
    verbs: frozenset[str]

    @property
    def agent(self) -> str:
        """What this handbook calls itself when it asks a registrar."""
        mail = f"mailto:{self.mailto}" if self.mailto else ""
        about = "; ".join(filter(None, [f"+{self.site_url}" if self.site_url else "", mail]))
        return f"handbook ({about})" if about else "handbook"

    def address(self, src_uri: str) -> str:
        """Return where a page or file will be on the site; relative when the site has no URL."""
        folder, slash, name = src_uri.rpartition("/")
        if name.endswith(".md"):
            stem = "index" if name == "README.md" else name.removesuffix(".md")
            name = f"{stem}.html"
            if self.directory_urls:
                name = "" if stem == "index" else f"{stem}/"
        return self.site_url + quote(folder + slash + name)

    def anchor(self, src_uri: str, anchor: str) -> str:
        """Return where an anchor of a page will be; the page itself when it has no name."""
        return self.address(src_uri) + (f"#{anchor}" if anchor else "")

    def relative(self, src_uri: str, here: str) -> str:
        """Return where a page is as seen from another, for HTML, in which no engine finds links."""
        there, seen_from = (
            self.address(name).removeprefix(self.site_url) for name in (src_uri, here)
        )
        path = posixpath.relpath(there or ".", posixpath.dirname(seen_from) or ".")
        return path if there and not there.endswith("/") else f"{path}/"

    def at(self, site_url: str) -> "Settings":
        """Return the settings of the same handbook on another site."""
        return replace(self, site_url=_folder(site_url))


class _Yaml(yaml.SafeLoader):
    """Reads mkdocs.yml past the engines' tags (`!relative`, `!!python/name:`), but for `!ENV`."""


def _env(loader: Any, node: yaml.Node) -> Any:
    """Return what `!ENV NAME` or `!ENV [NAME, ..., default]` stands for, as pyyaml-env-tag does.

    A variable's text is read as YAML reads a plain scalar: `false` is no text.
    """
    parts = node.value if isinstance(node, yaml.SequenceNode) else [node]
    names = parts[:-1] if len(parts) > 1 else parts
    for name in names:
        if (value := os.environ.get(loader.construct_scalar(name))) is not None:
            tag = loader.resolve(yaml.ScalarNode, value, (True, False))
            return loader.construct_object(yaml.ScalarNode(tag, value))
    return loader.construct_object(parts[-1]) if len(parts) > 1 else None


_Yaml.add_constructor("!ENV", _env)
_Yaml.add_multi_constructor("!", lambda *_: None)
_Yaml.add_multi_constructor("tag:yaml.org,2002:python/", lambda *_: None)


def load(root: Path) -> Settings:
    """Read the settings of the handbook in a folder; `UnusableError` when they can't be read.

    They are read again when a file changes, or a variable that `!ENV` names.
    """
    root = root.resolve()
    files = [(path, changed(path)) for path in (root / "mkdocs.yml", root / "pyproject.toml")]
    names = _variables(*files[0])
    return _load(root, *files, tuple((name, os.environ.get(name)) for name in names))


@lru_cache(maxsize=8)
def _variables(path: Path, _changed: int) -> tuple[str, ...]:
    """Return the names that `!ENV` reads, and perhaps what stands beside them."""
    found, depth = [], 0
    try:
        for event in yaml.parse(path.read_text("utf-8"), Loader=yaml.SafeLoader):
            is_read = depth or getattr(event, "tag", None) == "!ENV"
            if is_read and isinstance(event, yaml.ScalarEvent):
                found.append(event.value)
            elif is_read and isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif is_read and isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
    except (OSError, yaml.YAMLError, UnicodeDecodeError):
        return ()  # which `_load` reports
    return tuple(found)


@lru_cache(maxsize=8)
def _load(root: Path, *_read: object) -> Settings:
    site, tool = _mkdocs(root / "mkdocs.yml"), _pyproject(root / "pyproject.toml")
    docs = (root / site.get("docs_dir", "docs")).resolve()
    extensions, configs = _extensions(site.get("markdown_extensions") or [])
    kinds = kind.kinds(tool["kinds"])
    return Settings(
        root=root,
        docs=docs,
        bibliography=docs / tool["bibliography"],
        register=docs / tool["register"],
        computed=(root / tool["computed"]).resolve(),
        glossary=docs / tool["glossary"],
        links=(root / tool["links"]).resolve(),
        levels=tuple(tool["levels"]),
        paths=tool["paths"],
        kinds=kinds,
        matrix=kind.matrix(tool["matrix"], kinds),
        extensions=extensions,
        extension_configs=configs,
        nav=tuple(_paths(site.get("nav"))),
        not_in_nav=tuple(default + str(site.get(name) or "") for name, default in UNLISTED.items()),
        language=_language(site.get("theme")),
        site_name=str(site.get("site_name") or ""),
        site_url=_folder(str(site.get("site_url") or "")),
        directory_urls=bool(site.get("use_directory_urls", True)),
        mailto=tool["mailto"],
        verbs=frozenset(_verbs(tool["verbs"])),
    )


def _mkdocs(path: Path) -> dict[str, Any]:
    try:
        site = yaml.load(path.read_text("utf-8"), Loader=_Yaml)  # noqa: S506 - a SafeLoader
    except FileNotFoundError:
        message = f"{path.name}:1:1: there is no such file here. Run this in the handbook's folder."
        raise UnusableError(message) from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        line, col = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        what = getattr(error, "problem", None) or str(error)
        raise UnusableError(f"{path.name}:{line}:{col}: this YAML can't be read: {what}.") from None
    if not isinstance(site, dict):
        raise UnusableError(f"{path.name}:1:1: this must be a mapping of settings.")
    return site


def _pyproject(path: Path) -> dict[str, Any]:
    try:
        tool = tomllib.loads(path.read_text("utf-8")).get("tool", {}).get("handbook")
    except FileNotFoundError:
        tool = None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UnusableError(f"{path.name}:1:1: this TOML can't be read: {error}.") from None
    if tool is None:
        raise UnusableError(
            f"{path.name}:1:1: [tool.handbook] is missing. It names the kinds of page."
        )
    defaults = {
        "bibliography": "references.yml",
        "register": "checklist-ids.yml",
        "computed": "computed",
        "glossary": "glossary.yml",
        "links": "links.json",
        "levels": [],
        "paths": {},
        "mailto": "",
        "kinds": {},
        "matrix": {},
        "verbs": [],
    }
    kind.closed(
        path.name, "tool.handbook", tool, {key: type(value) for key, value in defaults.items()}
    )
    tool = {**defaults, **tool}
    levels: dict[str, type] = dict.fromkeys(tool["levels"], str)
    kind.closed(path.name, "tool.handbook.paths", tool["paths"], levels)
    return tool


def _verbs(listed: list[str]) -> Iterator[str]:
    for verb in listed:
        if len(verb.split()) != 1:
            message = f"[tool.handbook] verbs has {verb!r}, which is not one word. Write one."
            raise UnusableError(f"pyproject.toml:1:1: {message}")
        yield verb.casefold()


def _language(theme: Any) -> str:
    """Return the language of Material's `theme: {language: ...}`, which is English by default."""
    return str((isinstance(theme, dict) and theme.get("language")) or "en")


def _folder(url: str) -> str:
    return f"{url.rstrip('/')}/" if url else ""


def _paths(nav: Any) -> Iterator[str]:
    """Yield the pages of MkDocs' navigation, in which an item is a path, a list or a mapping."""
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, list | dict):
        for part in nav.values() if isinstance(nav, dict) else nav:
            yield from _paths(part)


def _extensions(listed: list[Any]) -> tuple[tuple[str, ...], dict[str, dict[str, Any]]]:
    """Return names and options from MkDocs' list, in which an item is a name or a mapping."""
    configs: dict[str, dict[str, Any]] = {}
    for entry in listed:
        named = entry if isinstance(entry, dict) else {entry: None}
        configs.update({name: options or {} for name, options in named.items()})
    return tuple(configs), configs
