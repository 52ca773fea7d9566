"""DOT: the ladder for those who draw it with Graphviz themselves."""

from __future__ import annotations

from itertools import groupby
from typing import Final

import graphviz

from pathways.diagrams.apart import lone
from pathways.diagrams.palette import LIGHT
from pathways.diagrams.rows import rows
from pathways.diagrams.texts import rung_texts, step_texts, title
from pathways.ladders import wording
from pathways.ladders.account import Address, occupation_address
from pathways.records.ladder import Direction, Ladder, Rung, Step

_LINES: Final = {Direction.ADVANCE: "solid", Direction.LATERAL: "dashed", Direction.BRIDGE: "bold"}


def to_dot(ladder: Ladder, link: Address = occupation_address) -> str:
    """Return a ladder as a DOT graph: a cluster for each lane, a node for each rung, an edge for each step.

    Parameters
    ----------
    link
        Says where a rung leads.
    """
    alone = lone(ladder)
    names = {rung.occupation: f"rung{at}" for at, rung in enumerate(ladder.rungs)}
    graph = graphviz.Digraph(
        graph_attr={
            "rankdir": "BT",
            "labelloc": "t",
            "label": _quoted("\n".join(title(ladder))),
            "fontname": "sans-serif",
        },
        node_attr={"shape": "box", "style": "rounded,filled", "fillcolor": "white", "fontname": "sans-serif"},
        edge_attr={"fontname": "sans-serif", "fontsize": "11"},
    )
    for zone, levels in groupby(rows(ladder), key=lambda row: row.zone):
        with graph.subgraph(name=f"cluster_zone{zone}", graph_attr=_lane(zone)) as lane:
            for row in levels:
                with lane.subgraph(graph_attr={"rank": "same"}) as same:
                    for rung in row.rungs:
                        same.node(names[rung.occupation], **_node(rung, link, apart=rung in alone))
    for step in ladder.steps:
        graph.edge(names[step.start], names[step.end], **_edge(step))
    return str(graph.source)


def _lane(zone: int) -> dict[str, str]:
    return {"label": wording.LANES[zone].title, "labeljust": "l", "style": "filled", "color": LIGHT.lanes[zone]}


def _node(rung: Rung, link: Address, *, apart: bool) -> dict[str, str]:
    text = "\n".join(rung_texts(rung, apart=apart))
    return {"label": _quoted(text), "URL": graphviz.escape(link(rung)), "penwidth": "3" if rung.main else "1"}


def _edge(step: Step) -> dict[str, str]:
    text = "\n".join(step_texts(step))
    style = "dotted" if step.tradeoff else _LINES[step.direction]
    return {"label": _quoted(text), "style": style, **({"penwidth": "3"} if step.main else {})}


def _quoted(text: str) -> str:
    """Return a text as DOT takes it literally, its lines kept apart."""
    literal: str = graphviz.nohtml("\\n".join(graphviz.escape(line) for line in text.split("\n")))
    return literal
