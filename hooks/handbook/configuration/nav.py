"""The navigation in mkdocs.yml: where a page goes, and the text with it, else as it was."""

from collections.abc import Iterator

import yaml

from handbook.problem import UnusableError


def with_page(text: str, src_uri: str) -> str:
    """Return the text of mkdocs.yml with a page beside the others of its folder.

    It goes to its place in the order where the others are in order, else after the last; after the
    last of all where the folder has no other. Without a navigation the engine makes one, and
    nothing changes. `UnusableError` when the text is none that lines can be put into.
    """
    groups = list(_groups(yaml.compose(text, Loader=yaml.SafeLoader)))
    if not any(groups):
        return text
    folder = src_uri.rpartition("/")[0]
    group = max(groups, key=lambda pages: len(_of_folder(pages, folder)))
    others = _of_folder(group, folder) or groups[0] or group
    later = [page for page in others if _rank(page.value) > _rank(src_uri)]
    in_order = others == sorted(others, key=lambda page: _rank(page.value))
    if not (in_order and later and _of_folder(group, folder)):
        return _checked(text, _after(text, others[-1], src_uri), src_uri)
    place = others.index(later[0])
    changed = (
        _after(text, others[place - 1], src_uri) if place else _before(text, later[0], src_uri)
    )
    return _checked(text, changed, src_uri)


def paths(text: str) -> list[str]:
    """Return the pages of the navigation, a group at a time."""
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    return [page.value for pages in _groups(root) for page in pages]


def place(text: str, src_uri: str) -> tuple[int, int]:
    """Return line and column of a page in the navigation, or those where the text begins."""
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    marks = (page.start_mark for pages in _groups(root) for page in pages if page.value == src_uri)
    mark = next(marks, None)
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _rank(src_uri: str) -> tuple[bool, str]:
    """Return what orders pages: a folder's own page comes first."""
    return not src_uri.endswith("index.md"), src_uri


def _groups(root: yaml.Node | None) -> Iterator[list[yaml.ScalarNode]]:
    """Yield the pages of each list of the navigation, the outermost first."""
    for key, value in root.value if isinstance(root, yaml.MappingNode) else ():
        if key.value == "nav":
            yield from _lists(value)


def _lists(node: yaml.Node) -> Iterator[list[yaml.ScalarNode]]:
    if isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from _lists(value)
    elif isinstance(node, yaml.SequenceNode):
        parts = [value for part in node.value for value in _values(part)]
        yield [part for part in parts if isinstance(part, yaml.ScalarNode)]
        for part in parts:
            yield from _lists(part)


def _values(part: yaml.Node) -> list[yaml.Node]:
    """Return what an item of a list leads to: itself, or what is under its title."""
    return [value for _, value in part.value] if isinstance(part, yaml.MappingNode) else [part]


def _of_folder(pages: list[yaml.ScalarNode], folder: str) -> list[yaml.ScalarNode]:
    return [page for page in pages if page.value.rpartition("/")[0] == folder]


def _after(text: str, page: yaml.ScalarNode, src_uri: str) -> str:
    """Put a line below a page's, or a part behind it in a list of one line."""
    end = text.find("\n", page.end_mark.index) + 1
    dash = _dash(text, page)
    if dash < 0:
        at = page.end_mark.index
        return f"{text[:at]}, {src_uri}{text[at:]}"
    line = f"{' ' * dash}- {src_uri}"
    ending = "\r\n" if "\r\n" in text else "\n"
    return f"{text[:end]}{line}{ending}{text[end:]}" if end else f"{text}{ending}{line}{ending}"


def _before(text: str, page: yaml.ScalarNode, src_uri: str) -> str:
    """Put a line above a page's, or a part before it in a list of one line."""
    start = text.rfind("\n", 0, page.start_mark.index) + 1
    dash = _dash(text, page)
    if dash < 0:
        at = page.start_mark.index
        return f"{text[:at]}{src_uri}, {text[at:]}"
    ending = "\r\n" if "\r\n" in text else "\n"
    return f"{text[:start]}{' ' * dash}- {src_uri}{ending}{text[start:]}"


def _dash(text: str, page: yaml.ScalarNode) -> int:
    """Return the column of the dash before a page, or -1 when it has none in its line."""
    start = text.rfind("\n", 0, page.start_mark.index) + 1
    before = text[start : page.start_mark.index]
    return len(before) - len(before.lstrip()) if before.lstrip().startswith("- ") else -1


def _checked(text: str, changed: str, src_uri: str) -> str:
    """Return the changed text when it has the page more, and nothing else."""
    try:
        now = paths(changed)
    except yaml.YAMLError:
        now = []
    if src_uri in now:
        now.remove(src_uri)
    if now != paths(text) or changed == text:
        message = "mkdocs.yml:1:1: its 'nav' can't be completed by a program."
        raise UnusableError(f"{message} Add '{src_uri}' to it first.")
    return changed
