"""Mermaid: the ladder as text that wikis, Markdown pages and slides draw themselves.

Mermaid reads a quoted text as Markdown and then as HTML. Every sign that means something to either is written as an
entity, ``#`` and its number, which Mermaid puts back after both [1]_.

References
----------
.. [1] Mermaid, Flowcharts: entity codes to escape characters. https://mermaid.js.org/syntax/flowchart.html
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Final

from pathways.diagrams.apart import MEANING, TITLE_TEXT, lone
from pathways.diagrams.cards import TITLE, WIDTH
from pathways.diagrams.closing import closing
from pathways.diagrams.rows import rows
from pathways.diagrams.texts import rung_texts, step_texts, title
from pathways.diagrams.wrapping import wrap
from pathways.ladders import wording
from pathways.ladders.account import Address, occupation_address
from pathways.records.ladder import Direction, Ladder, Rung, Step

_MAIN: Final = "==>"
_ARROWS: Final = {Direction.ADVANCE: "-->", Direction.LATERAL: "-.->", Direction.BRIDGE: "-->"}

_SPECIAL: Final = re.compile(r"""["#&*;<>\\_`{|}~\[\]]|%(?=%)|^[-+](?=\s)|(?<=\d)[.)](?=\s)""")
"""What is written as an entity: also what begins a list of Markdown, and a comment."""

_FORMULA: Final = re.compile(r"\$(?=\$)")
"""What begins a formula, whatever entity it is written as: an invisible joiner keeps the two signs apart."""

_ADDRESS: Final = re.compile(r'["\s<>\\`]')


def to_mermaid(ladder: Ladder, link: Address = occupation_address) -> str:
    """Return a ladder as a Mermaid flowchart: a subgraph for each lane, a node for each rung, an arrow for each step.

    What a reader must know, and the sources, stand in a node of their own and in what is read aloud.

    Parameters
    ----------
    link
        Says where a rung leads.
    """
    return "\n".join(_lines(ladder, link)) + "\n"


def _lines(ladder: Ladder, link: Address) -> Iterator[str]:
    names: dict[str, str] = {rung.occupation: f"rung{at}" for at, rung in enumerate(ladder.rungs)}
    yield "flowchart BT"
    yield f"  accTitle: {_line(' '.join(title(ladder)))}"
    yield f"  accDescr: {_line(' '.join((wording.summary(ladder), *closing(ladder))))}"
    yield from _lanes(ladder, names)
    yield from _steps(ladder.steps, names)
    if told := closing(ladder):
        yield f'  about["{_quoted(line for said in told for line in wrap(said, TITLE, 2 * WIDTH))}"]'
    for rung in ladder.rungs:
        if address := link(rung):
            yield f'  click {names[rung.occupation]} href "{_ADDRESS.sub(_percent, address)}"'
    yield from _styles(ladder, names)


def _lanes(ladder: Ladder, names: Mapping[str, str]) -> Iterator[str]:
    """Yield the lanes from the bottom, then what stands apart; without rungs, why there are none."""
    alone = lone(ladder)
    if not ladder.rungs:
        yield f'  empty["{_quoted(title(ladder))}"]'
    joined = [row for row in rows(ladder) if not set(row.rungs) <= set(alone)]
    for zone, levels in groupby(joined, key=lambda row: row.zone):
        lane = wording.LANES[zone]
        own = (rung for row in levels for rung in row.rungs if rung not in alone)
        yield from _subgraph(f"zone{zone}", lane.title, (_node(rung, names) for rung in own))
    if alone:
        yield from _subgraph("apart", f"{TITLE_TEXT} {MEANING}", (_node(rung, names) for rung in alone))


def _subgraph(name: str, heading: str, nodes: Iterable[str]) -> Iterator[str]:
    yield f'  subgraph {name}["{_quoted([heading])}"]'
    yield from (f"    {node}" for node in nodes)
    yield "  end"


def _node(rung: Rung, names: Mapping[str, str]) -> str:
    return f'{names[rung.occupation]}["{_quoted(rung_texts(rung))}"]'


def _steps(steps: Iterable[Step], names: Mapping[str, str]) -> Iterator[str]:
    for step in steps:
        texts = step_texts(step)
        said = f'|"{_quoted(texts)}"|' if texts else ""
        arrow = _MAIN if step.main else _ARROWS[step.direction]
        yield f"  {names[step.start]} {arrow}{said} {names[step.end]}"


def _styles(ladder: Ladder, names: Mapping[str, str]) -> Iterator[str]:
    """Yield the broad border of the rungs of the main route; colors are those of the page around, light or dark."""
    if main := [names[rung.occupation] for rung in ladder.rungs if rung.main]:
        yield "  classDef main stroke-width:4px"
        yield f"  class {','.join(main)} main"


def _quoted(lines: Iterable[str]) -> str:
    """Return lines of text as a quoted text holds them.

    Example
    -------
    >>> _quoted(['Fitters "A" & B', "1. <i>$2</i>"])
    'Fitters #34;A#34; #38; B<br/>1#46; #60;i#62;$2#60;/i#62;'
    """
    plain = (_FORMULA.sub("$\N{WORD JOINER}", " ".join(line.split())) for line in lines)
    return "<br/>".join(_SPECIAL.sub(_entity, line) for line in plain)


def _line(text: str) -> str:
    """Return a text as it stands at the end of a line, unquoted, where nothing is an entity or a comment."""
    return re.sub(r"%(?=%)|#(?=\w+;)", "", " ".join(text.split()))


def _entity(found: re.Match[str]) -> str:
    return f"#{ord(found[0])};"


def _percent(found: re.Match[str]) -> str:
    return f"%{ord(found[0]):02X}"
