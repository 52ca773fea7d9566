"""Layout: where Graphviz puts boxes in rows, the arrows between them and the arrows' labels."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from threading import Lock
from typing import Any, Final

import graphviz

Point = tuple[float, float]
Size = tuple[float, float]

GRAPHVIZ: Final = Lock()
"""Graphviz is not thread-safe."""

AIRY: Final = {"nodesep": "0.4", "ranksep": "0.8"}
DENSE: Final = {"nodesep": "0.25", "ranksep": "0.5"}
"""Room between boxes side by side and between rows, in inches of 72 pixels."""

_INCH: Final = 72.0
_BESIDE: Final = 9
"""Room on either side of a label, so that it stands beside its arrow and not on it, in pixels."""


@dataclass(frozen=True)
class Box:
    """A rectangle: its corner at the top left, its size, in pixels."""

    x: float
    y: float
    width: float
    height: float

    def moved(self, right: float, down: float) -> Box:
        """Return the same rectangle elsewhere."""
        return Box(self.x + right, self.y + down, self.width, self.height)

    def overlaps(self, other: Box) -> bool:
        """Tell whether two rectangles share more than an edge."""
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )

    def holds(self, other: Box) -> bool:
        """Tell whether another rectangle is wholly inside this one."""
        across = self.x <= other.x and other.x + other.width <= self.x + self.width
        return across and self.y <= other.y and other.y + other.height <= self.y + self.height


@dataclass(frozen=True)
class Arrow:
    """A line of Bezier curves (a start, then three points for each), and the tip it points with."""

    points: tuple[Point, ...]
    tip: Point

    def moved(self, right: float, down: float) -> Arrow:
        """Return the same arrow elsewhere."""
        points = tuple((x + right, y + down) for x, y in self.points)
        return Arrow(points, (self.tip[0] + right, self.tip[1] + down))


@dataclass(frozen=True)
class Link:
    """An arrow that is wanted between two boxes.

    Parameters
    ----------
    label
        Size of its label, if it has one.
    weight
        How much it matters that it is short and straight.
    """

    start: str
    end: str
    label: Size | None = None
    weight: int = 1


@dataclass(frozen=True)
class Layout:
    """Boxes by name; arrows and labels in the order of the links."""

    boxes: dict[str, Box]
    arrows: tuple[Arrow, ...]
    labels: tuple[Box | None, ...]
    width: float
    height: float

    @property
    def span(self) -> tuple[float, float]:
        """Where the highest thing begins and the lowest ends; (0, 0) where there is nothing."""
        boxes = [*self.boxes.values(), *filter(None, self.labels)]
        bends = [y for arrow in self.arrows for _, y in arrow.points]
        tops = [box.y for box in boxes] + bends
        bottoms = [box.y + box.height for box in boxes] + bends
        return min(tops, default=0), max(bottoms, default=0)

    def moved(self, right: float, down: float) -> Layout:
        """Return the same layout elsewhere."""
        return replace(
            self,
            boxes={name: box.moved(right, down) for name, box in self.boxes.items()},
            arrows=tuple(arrow.moved(right, down) for arrow in self.arrows),
            labels=tuple(box and box.moved(right, down) for box in self.labels),
        )


def layout(
    rows: Sequence[Sequence[str]], sizes: dict[str, Size], links: Sequence[Link], *, dense: bool = False
) -> Layout:
    """Return the places of everything, the first row at the bottom.

    Parameters
    ----------
    rows
        Names of boxes, side by side in an order that Graphviz chooses.
    sizes
        Width and height of each box, in pixels.
    dense
        Whether boxes stand closer than arrows with labels need.
    """
    if not sizes:
        return Layout({}, (), (), 0, 0)
    source = _source(rows, sizes, links, DENSE if dense else AIRY)
    with GRAPHVIZ:
        import pygraphviz  # noqa: PLC0415 - loads Graphviz, which a service needs with its first picture only

        answer = pygraphviz.AGraph(string=source).draw(format="json0", prog="dot")
    return _read(json.loads(answer), list(sizes), sizes, links)


def _source(
    rows: Sequence[Sequence[str]], sizes: dict[str, Size], links: Sequence[Link], room: Mapping[str, str]
) -> str:
    """Return what Graphviz is asked, in DOT."""
    names = {name: str(at) for at, name in enumerate(sizes)}
    level = {name: at for at, row in enumerate(rows) for name in row}
    graph = graphviz.Digraph(
        graph_attr={"rankdir": "BT", **room},
        node_attr={"shape": "box", "fixedsize": "true", "label": ""},
        edge_attr={"arrowsize": "1.1"},
    )
    for at, row in enumerate(rows):
        with graph.subgraph(graph_attr={"rank": "same"}) as same:
            # An unseen thread through the rows keeps them in order.
            same.node(f"row{at}", style="invis", width="0.01", height="0.01")
            for name in row:
                wide, high = sizes[name]
                same.node(names[name], width=str(wide / _INCH), height=str(high / _INCH))
        if at:
            graph.edge(f"row{at - 1}", f"row{at}", style="invis")
    for at, link in enumerate(links):
        downward = level[link.start] > level[link.end]
        tail, head = (link.end, link.start) if downward else (link.start, link.end)
        look = {"dir": "back" if downward else "forward", "weight": str(link.weight)}
        graph.edge(names[tail], names[head], id=str(at), **look, **_label(link.label))
    return str(graph.source)


def _label(size: Size | None) -> dict[str, str]:
    """Return an empty label of a size."""
    if size is None:
        return {}
    wide, high = int(size[0]) + 1 + 2 * _BESIDE, int(size[1]) + 1
    table = f'<TABLE FIXEDSIZE="TRUE" BORDER="0" WIDTH="{wide}" HEIGHT="{high}">'
    return {"label": f"<{table}<TR><TD></TD></TR></TABLE>>"}


def _read(answer: dict[str, Any], names: list[str], sizes: dict[str, Size], links: Sequence[Link]) -> Layout:
    """Return Graphviz's answer with y counted downward from the top."""
    _, _, width, height = (float(number) for number in answer["bb"].split(","))
    middles = {
        names[int(node["name"])]: _point(node["pos"], height) for node in answer["objects"] if node["name"].isdigit()
    }
    edges = {int(edge["id"]): edge for edge in answer.get("edges", ()) if "id" in edge}
    return Layout(
        {name: _around(middles[name], sizes[name]) for name in names},
        tuple(_arrow(edges[at]["pos"], height) for at in range(len(links))),
        tuple(
            _around(_point(edges[at]["lp"], height), link.label) if link.label else None
            for at, link in enumerate(links)
        ),
        width,
        height,
    )


def _around(middle: Point, size: Size) -> Box:
    return Box(middle[0] - size[0] / 2, middle[1] - size[1] / 2, *size)


def _arrow(written: str, height: float) -> Arrow:
    """Return a spline, which Graphviz writes as ``e,tip points`` or, for an arrow drawn backward, ``s,tip points``."""
    first, *rest = written.split()
    points = tuple(_point(pair, height) for pair in rest)
    tip = _point(first[2:], height)
    return Arrow(points if first.startswith("e") else points[::-1], tip)


def _point(written: str, height: float) -> Point:
    x, y = written.split(",")
    return float(x), height - float(y)
