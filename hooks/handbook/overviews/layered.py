"""The drawing of a way in layers: each page in the column after those that it builds on.

Long edges pass through places of their own, and pages stand near what they are connected with, as
Sugiyama, Tagawa and Toda describe it (IEEE Transactions on Systems, Man, and Cybernetics 11(2),
1981).
"""

from dataclasses import dataclass

from handbook.pages.way import Before, ordered

SWEEPS = 8
# A page, or where an edge passes a column: its two ends, and the column.
Node = str | tuple[str, str, int]
Cell = tuple[int, float]


@dataclass(frozen=True)
class Drawing:
    """Column and row of each page, and the cells of each edge; a row may be a half."""

    cells: dict[str, Cell]
    edges: tuple[tuple[Cell, ...], ...]
    rows: int


def draw(way: Before) -> Drawing:
    """Return the drawing of pages that have edges; of a circle, what leads back is left out."""
    layer: dict[str, int] = {}
    for name in ordered(way):
        layer[name] = 1 + max((layer[need] for need in way[name] if need in layer), default=-1)
    pairs = [(need, name) for name in way for need in way[name] if layer[need] < layer[name]]
    columns: list[list[Node]] = [[] for _ in range(1 + max(layer.values(), default=-1))]
    for name in way:
        columns[layer[name]].append(name)
    chains = [_chain(pair, layer, columns) for pair in pairs]
    _arrange(columns, chains)
    rows = max(map(len, columns), default=0)
    cells = {
        node: (number, row + (rows - len(column)) / 2)
        for number, column in enumerate(columns)
        for row, node in enumerate(column)
    }
    edges = tuple(tuple(cells[node] for _, node in chain) for chain in chains)
    return Drawing({name: cells[name] for name in way}, edges, rows)


Chain = list[tuple[int, Node]]


def _chain(pair: tuple[str, str], layer: dict[str, int], columns: list[list[Node]]) -> Chain:
    """Return the columns and nodes of an edge, and make its places in the columns between."""
    first, last = layer[pair[0]], layer[pair[1]]
    between: Chain = [(number, (*pair, number)) for number in range(first + 1, last)]
    for number, node in between:
        columns[number].append(node)
    return [(first, pair[0]), *between, (last, pair[1])]


def _arrange(columns: list[list[Node]], chains: list[Chain]) -> None:
    """Sort each column by the mean place of what its nodes are connected with, to and fro."""
    for sweep in range(SWEEPS):
        numbers = range(1, len(columns)) if sweep % 2 == 0 else range(len(columns) - 2, -1, -1)
        for number in numbers:
            beside = number + (-1 if sweep % 2 == 0 else 1)
            _sort(columns[number], columns[beside], _neighbours(chains, number, beside))


def _neighbours(chains: list[Chain], number: int, beside: int) -> dict[Node, list[Node]]:
    found: dict[Node, list[Node]] = {}
    for chain in chains:
        nodes = dict(chain)
        if number in nodes and beside in nodes:
            found.setdefault(nodes[number], []).append(nodes[beside])
    return found


def _sort(column: list[Node], beside: list[Node], neighbours: dict[Node, list[Node]]) -> None:
    place = {node: row / len(beside) for row, node in enumerate(beside)}
    here = {node: row / len(column) for row, node in enumerate(column)}

    def mean(node: Node) -> float:
        near = neighbours.get(node)
        return sum(place[other] for other in near) / len(near) if near else here[node]

    column.sort(key=mean)
