"""The way through a handbook: which page is read before which."""

from collections.abc import Iterable, Iterator

from handbook.pages.page import Page

# Page -> the pages to read before it; pages are named by their paths, and stand in site order.
Before = dict[str, list[str]]


def before(pages: Iterable[Page]) -> Before:
    """Return the prerequisites of each page that are among the pages, in their author's order."""
    listed = {page.src_uri: page.texts("prerequisites") for page in pages}
    return {
        src_uri: [name for name in dict.fromkeys(names) if name in listed]
        for src_uri, names in listed.items()
    }


def after(way: Before) -> Before:
    """Return the pages that name each page as a prerequisite."""
    found: Before = {src_uri: [] for src_uri in way}
    for src_uri, names in way.items():
        for name in names:
            found[name].append(src_uri)
    return found


def ordered(way: Before) -> list[str]:
    """Return the pages, each after its prerequisites, else in site order.

    In a circle the first page of the site order goes first.
    """
    found: list[str] = []
    waiting = dict(way)
    while waiting:
        ready = (name for name, needs in waiting.items() if waiting.keys().isdisjoint(needs))
        found.append(next(ready, next(iter(waiting))))
        del waiting[found[-1]]
    return found


def leading_to(way: Before, names: Iterable[str]) -> list[str]:
    """Return some pages in their order, each with all that comes before it in front of it."""
    found: list[str] = []
    for name in names:
        near = {*_above(way, name), name}
        steps = ordered({page: needs for page, needs in way.items() if page in near})
        found += [page for page in steps if page not in found]
    return found


def reduced(way: Before) -> Before:
    """Return the prerequisites without those that another prerequisite has before it already."""
    above = {name: _above(way, name) for name in way}
    return {
        name: [need for need in needs if not any(need in above[other] for other in needs)]
        for name, needs in way.items()
    }


def circles(way: Before) -> Iterator[list[str]]:
    """Yield each circle once: the pages from one to itself again, the first of the site first."""
    seen: set[str] = set()
    for name in way:
        if name not in seen and (circle := _shortest(way, name)):
            seen.update(circle)
            yield circle


def _above(way: Before, name: str) -> set[str]:
    found: set[str] = set()
    waiting = list(way[name])
    while waiting:
        need = waiting.pop()
        if need not in found:
            found.add(need)
            waiting += way[need]
    return found


def _shortest(way: Before, name: str) -> list[str]:
    """Return the shortest way of prerequisites from a page to itself, or nothing."""
    ways, seen = [[name]], {name}
    for steps in ways:
        for need in way[steps[-1]]:
            if need == name:
                return [*steps, name]
            if need not in seen:
                seen.add(need)
                ways.append([*steps, need])
    return []
