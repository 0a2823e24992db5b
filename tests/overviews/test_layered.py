"""The drawing in layers."""

from handbook.overviews import layered


def test_a_long_edge_has_places_of_its_own() -> None:
    """A page stands right of what it builds on, and an edge passes a column in its own cell."""
    drawing = layered.draw({"a": [], "b": ["a"], "c": ["b"], "d": ["a", "c"]})
    assert {name: column for name, (column, _) in drawing.cells.items()} == {
        "a": 0, "b": 1, "c": 2, "d": 3,
    }  # fmt: skip
    long = next(edge for edge in drawing.edges if len(edge) == 4)
    assert set(long[1:3]).isdisjoint(drawing.cells.values())
    assert [column for column, _ in long] == [0, 1, 2, 3]
    assert (drawing.rows, len(drawing.edges)) == (2, 4)


def test_edges_do_not_cross_without_need() -> None:
    """Pages stand beside what they are connected with, whatever order they come in."""
    drawing = layered.draw({"a": [], "b": [], "c": ["b"], "d": ["a"]})
    row = {name: row for name, (_, row) in drawing.cells.items()}
    assert (row["a"] < row["b"]) == (row["d"] < row["c"])


def test_circle() -> None:
    """A circle is drawn without what leads back."""
    drawing = layered.draw({"a": ["b"], "b": ["a"]})
    assert drawing.cells == {"a": (0, 0), "b": (1, 0)}
    assert drawing.edges == (((0, 0), (1, 0)),)


def test_nothing() -> None:
    """No pages are no drawing."""
    assert layered.draw({}) == layered.Drawing({}, (), 0)
