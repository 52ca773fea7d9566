"""DOT: the ladder for those who draw it with Graphviz themselves."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Final

import graphviz

from pathways.diagrams.apart import lone
from pathways.diagrams.cards import TITLE, WIDTH
from pathways.diagrams.closing import closing
from pathways.diagrams.palette import LIGHT
from pathways.diagrams.rows import rows
from pathways.diagrams.texts import rung_texts, step_texts, title
from pathways.diagrams.wrapping import wrap
from pathways.ladders import wording
from pathways.ladders.account import Address, occupation_address
from pathways.records.ladder import Direction, Ladder, Rung, Step

ABOUT: Final = 2.5 * WIDTH
"""How wide the lines are of what a reader must know, in pixels."""

_FONT: Final = {"fontname": "sans-serif", "fontcolor": LIGHT.ink}
_SPACE: Final = {"fontsize": "22", "nodesep": "0.4", "ranksep": "0.6"}
_CARD: Final = {"fillcolor": LIGHT.card, "color": LIGHT.border}
_BROAD: Final = {"penwidth": "3", "color": LIGHT.main}
_LINES: Final = {Direction.ADVANCE: "solid", Direction.LATERAL: "dashed", Direction.BRIDGE: "bold"}
_COLORS: Final = {Direction.BRIDGE: LIGHT.bridge}


def to_dot(ladder: Ladder, link: Address = occupation_address) -> str:
    """Return a ladder as a DOT graph: a cluster for each lane, a node for each rung, an edge for each step.

    What a reader must know, and the sources, stand in a node of their own.

    Parameters
    ----------
    link
        Says where a rung leads.
    """
    alone = lone(ladder)
    names = {rung.occupation: f"rung{at}" for at, rung in enumerate(ladder.rungs)}
    graph = graphviz.Digraph(
        graph_attr={"rankdir": "BT", "labelloc": "t", "label": _quoted("\n".join(title(ladder))), **_FONT, **_SPACE},
        node_attr={"shape": "box", "style": "rounded,filled", "margin": "0.16,0.1", **_FONT, **_CARD},
        edge_attr={**_FONT, "fontsize": "11", "color": LIGHT.line},
    )
    for zone, levels in groupby(rows(ladder), key=lambda row: row.zone):
        with graph.subgraph(name=f"cluster_zone{zone}", graph_attr=_lane(zone)) as lane:
            for row in levels:
                with lane.subgraph(graph_attr={"rank": "same"}) as same:
                    for rung in row.rungs:
                        same.node(names[rung.occupation], **_node(rung, link, apart=rung in alone))
    if told := closing(ladder):
        graph.node("about", **_about(told))
    for step in ladder.steps:
        graph.edge(names[step.start], names[step.end], **_edge(step))
    return str(graph.source)


def _lane(zone: int) -> dict[str, str]:
    # In a graph that grows from the bottom up, what Graphviz calls the bottom of a cluster is its top.
    said = {"label": wording.LANES[zone].title, "labeljust": "l", "labelloc": "b", "fontsize": "16", "margin": "16"}
    return {**said, "style": "filled", "color": LIGHT.lanes[zone]}


def _node(rung: Rung, link: Address, *, apart: bool) -> dict[str, str]:
    text = "\n".join(line for said in rung_texts(rung, apart=apart) for line in wrap(said, TITLE, WIDTH))
    target = {"URL": graphviz.escape(address)} if (address := link(rung)) else {}
    return {"label": _quoted(text), **target, **(_BROAD if rung.main else {})}


def _about(told: Sequence[str]) -> dict[str, str]:
    """Return the node of what a reader must know, its lines on the left."""
    lines = [line for said in told for line in wrap(said, TITLE, ABOUT)]
    return {"label": _quoted("\n".join(lines)).replace("\\n", "\\l") + "\\l", "shape": "note", "style": "filled"}


def _edge(step: Step) -> dict[str, str]:
    text = "\n".join(step_texts(step))
    style = "dotted" if step.tradeoff else _LINES[step.direction]
    color = LIGHT.tradeoff if step.tradeoff else _COLORS.get(step.direction, LIGHT.line)
    return {"label": _quoted(text), "style": style, "color": color, **(_BROAD if step.main else {})}


def _quoted(text: str) -> str:
    """Return a text as DOT takes it literally, its lines kept apart."""
    literal: str = graphviz.nohtml("\\n".join(graphviz.escape(line) for line in text.split("\n")))
    return literal
