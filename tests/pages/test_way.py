"""The way through a handbook: what comes before what."""

from hypothesis import given
from hypothesis import strategies as st

from handbook.files.yamltext import Mapping, Sequence, Text
from handbook.pages import way
from handbook.pages.page import Page
from handbook.pages.way import Before

NAMES = "abcdefg"
# Pages that name only earlier ones, so that no circle can be.
WAYS = st.fixed_dictionaries(
    {
        name: st.lists(st.sampled_from(NAMES[:place] or "-"), unique=True, max_size=place)
        for place, name in enumerate(NAMES)
    }
)


def page(src_uri: str, *needs: str) -> Page:
    """Return a page with prerequisites."""
    return Page(src_uri, Mapping(prerequisites=Sequence(map(Text, needs))))


def test_before_and_after() -> None:
    """A prerequisite counts once, and one that is no page does not."""
    before = way.before([page("a.md"), page("b.md", "a.md", "x.md", "a.md"), page("c.md", "a.md")])
    assert before == {"a.md": [], "b.md": ["a.md"], "c.md": ["a.md"]}
    assert way.after(before) == {"a.md": ["b.md", "c.md"], "b.md": [], "c.md": []}


def test_order_of_the_site_breaks_ties() -> None:
    """A page waits for its prerequisites and for nothing else."""
    assert way.ordered({"a": ["c"], "b": [], "c": [], "d": []}) == ["b", "c", "a", "d"]


def test_leading_to() -> None:
    """Each page has all that comes before it in front of it, and what leads to none is left out."""
    before = {"a": [], "b": ["c"], "c": ["a"], "d": [], "e": ["d"], "f": []}
    assert way.leading_to(before, ["e", "b"]) == ["d", "e", "a", "c", "b"]
    assert way.leading_to(before, []) == []


def test_what_is_implied_goes() -> None:
    """A prerequisite that another one has before it, however far, is left out."""
    before = {"a": [], "b": ["a"], "c": ["b"], "d": ["a", "c"], "e": ["a", "b"]}
    assert way.reduced(before) == {"a": [], "b": ["a"], "c": ["b"], "d": ["c"], "e": ["b"]}


def test_circles() -> None:
    """Each circle is found once, the shortest from its first page on, and a way into it is none."""
    before = {"a": ["b"], "b": ["c", "d"], "c": ["b"], "d": ["d"], "e": []}
    assert list(way.circles(before)) == [["b", "c", "b"], ["d", "d"]]
    assert sorted(way.ordered(before)) == ["a", "b", "c", "d", "e"]


@given(WAYS)
def test_any_way(before: Before) -> None:
    """Prerequisites come first, and what is left out is still before its page."""
    before = {name: [need for need in needs if need != "-"] for name, needs in before.items()}
    order = way.ordered(before)
    assert sorted(order) == sorted(before)
    assert all(order.index(need) < order.index(name) for name in before for need in before[name])
    assert list(way.circles(before)) == []
    small = way.reduced(before)
    assert {name: reach(small, name) for name in small} == {
        name: reach(before, name) for name in before
    }


def reach(before: Before, name: str) -> set[str]:
    """Return all pages before a page."""
    return {name for need in before[name] for name in {need, *reach(before, need)}}
