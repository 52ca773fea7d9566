"""How long the gate takes: of the embedded example, and of a standard of a thousand competencies that is made here.

Beside it, in the same run, pyshacl judges the same graphs whole, with the shapes of the records alone.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Final

from pyshacl import validate
from rdflib import Graph

from api.example import import_example
from benchmarks.measurement import Measurement
from ontology.records import (
    Competency,
    Framework,
    Iri,
    Occupation,
    Partnership,
    Record,
    Release,
    RequirementType,
    SkillRequirement,
    Text,
)
from ontology.store import KnowledgeBase
from ontology.triples import to_graph
from ontology.vocabulary import shapes
from standards.gate import gate

COMPETENCIES: Final = 1_000
OCCUPATIONS: Final = 1_000
ASKED: Final = 20
"""Competencies that each occupation asks for."""

LICENSE: Final = Iri("https://creativecommons.org/licenses/by/4.0/")


def measure(full: bool) -> Iterator[Measurement]:
    """Measure the gate; ``full`` has pyshacl judge the large standard as well, which takes a minute."""
    with KnowledgeBase.in_memory() as base:
        import_example(base)
        yield _gated(base, base.release("power-generation"), "the gate, the embedded example", 5, beside=True)
    with KnowledgeBase.in_memory() as base:
        triples = to_graph(made(base)).serialize(format="nt", encoding="utf-8")
        release = base.replace(_release(), [], [triples])
        yield _gated(base, release, "the gate, a standard of 1,000 competencies", 30, beside=full)


def made(base: KnowledgeBase) -> Iterator[Record]:
    """Yield a standard: competencies in a tree of tens, and occupations that each ask for some of them."""
    mint = base.identifiers.mint
    framework = Iri(mint("framework", "large"))
    panel, label = Iri(mint("partnership", "large")), Text(value="A large standard")
    yield Partnership(iri=panel, label=label)
    yield Framework(iri=framework, label=label, publisher=panel, license=LICENSE)
    items = [Iri(mint("large", f"C-{number}")) for number in range(COMPETENCIES)]
    for number, item in enumerate(items):
        yield Competency(
            iri=item,
            label=Text(value=f"Motor {number}"),
            statement=Text(value=f"Install, test and repair motor number {number} as its maker's manual says"),
            notation=f"C-{number}",
            in_scheme=(framework,),
            broader=(items[number // 10],) if number > 9 else (),
        )
    for number in range(OCCUPATIONS):
        yield from _occupation(base, number, items)


def _occupation(base: KnowledgeBase, number: int, items: list[Iri]) -> Iterator[Record]:
    """Yield an occupation and what it asks for."""
    occupation = Iri(base.identifiers.mint("onet", str(number)))
    yield Occupation(iri=occupation, label=Text(value=f"Mechanics of motor {number}"), job_zone=3)
    for place in range(ASKED):
        yield SkillRequirement(
            iri=Iri(base.identifiers.mint("large", "requirement", str(number), str(place))),
            occupation=occupation,
            competency=items[(number * 7 + place * 13) % COMPETENCIES],
            relation=Iri(RequirementType.ESSENTIAL),
            importance=1 + place % 5,
            level=place % 7,
        )


def _release() -> Release:
    return Release(
        iri=Iri("http://localhost/graph"),
        source="large",
        version="draft",
        title=Text(value="A large standard"),
        license=LICENSE,
        imported=datetime.now(UTC),
        tool="benchmark",
    )


def _gated(base: KnowledgeBase, release: Release, name: str, goal: float, *, beside: bool) -> Measurement:
    """Measure the gate of one release."""
    report = gate(base, release)
    triples, before = len(base.graph(release)), _processor()
    seconds = round(_seconds(lambda: gate(base, release)), 2)
    note = (
        f"{triples:,} triples; {_processor() - before:.1f} s of the processors, Java's among them; {report.summary(0)}"
    )
    return Measurement(
        name=name,
        value=seconds,
        unit="s",
        reference=round(_seconds(lambda: _judged_whole(base, release)), 2) if beside else None,
        compared_with="pyshacl over the whole graph, shapes of the records only" if beside else "",
        goal=goal,
        note=note,
    )


def _judged_whole(base: KnowledgeBase, release: Release) -> None:
    data = Graph()
    data += base.graph(release)
    validate(data, shacl_graph=shapes(), inference="none")


def _processor() -> float:
    """Return the seconds of all processors that this process and those that it waited for have taken."""
    taken = os.times()
    return taken.user + taken.system + taken.children_user + taken.children_system


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
