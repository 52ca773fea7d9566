"""Every sample into the knowledge base and out in its own format: what is lost on the way, and what comes to it."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from rdflib import Graph

from ontology.namespaces import PREFIXES, short_name
from ontology.store import KnowledgeBase
from standards.imports import import_release
from standards.wire.case.reading import RENAMED
from standards.wire.ctdl.reading import MOVED
from standards.wire.exporting import export
from tests.standards.wire.badges.test_badges import WELDING
from tests.standards.wire.case.every_field import every_field
from tests.standards.wire.comparing import Fate, Fates, Renamed, beyond, fates, table
from tests.standards.wire.losses import Measured, documented, shown
from tests.standards.wire.skos.every_property import every_property
from tests.standards.wire.statements import Statements, class_of, statements

Json = Any

PAGES = {"case": "case", "rsd": "rsd", "ctdl": "ctdl", "skos": "skos", "badges": "open-badges"}
"""The page of each format."""

CTDL = ("frameworks/DQP.jsonld", "frameworks/bcsp-*.json", "frameworks/*.ttl", "pathways/*.json")
UNREAD = ("HutchinsonWeldingAAS.json", "Illinois-IT.json")
"""One is no JSON, the other names a context of its own; see `test_every_sample`."""

DERIVED = {"CFDocumentURI", "CFPackageURI"}
"""What a package does not say within it: where an item stands says it."""

DEMANDED = {
    "case": {"CFDocument/caseVersion"},
    "badges": {"@context[]"},
    "rsd": {"[]/@context", "[]/type", "skills[]/@context", "skills[]/type"},
}
"""What a format demands of what is written, whether it was there or not."""


@pytest.fixture(scope="module")
def samples(data: Path, project: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Path]]:
    """The samples of each format, with a package that has every field of CASE and an achievement with all of its."""
    wire = data / "wire"
    if not wire.is_dir():
        pytest.skip(f"{wire} is not there")
    folder = tmp_path_factory.mktemp("within")
    schema = json.loads((wire / "case/schemas/case-1.1-cfpackage.schema.json").read_bytes())
    (folder / "every.json").write_text(json.dumps(every_field(schema)), encoding="utf-8")
    (folder / "welding.json").write_text(json.dumps({"@graph": [WELDING]}), encoding="utf-8")
    (folder / "every.ttl").write_text(every_property(), encoding="utf-8")
    ctdl = sorted(path for name in CTDL for path in (wire / "ctdl").glob(name) if path.name not in UNREAD)
    with KnowledgeBase.in_memory() as base:
        import_release(base, "partnership", [project / "examples/power-generation"])
        import_release(base, "ctdl", [wire / "ctdl" / CTDL[0]])
        (folder / "dqp.ttl").write_bytes(export(base, "ctdl-degree-qualification-profile", "skos"))
        (folder / "power.ttl").write_bytes(export(base, "power-generation", "skos"))
        (folder / "power.json").write_bytes(export(base, "power-generation", "badges"))
    return {
        "case": [folder / "every.json", *sorted((wire / "case/packages").glob("*.json"))],
        "rsd": sorted((wire / "rsd").glob("*-v*.json")),
        "ctdl": ctdl,
        "skos": [folder / "every.ttl", folder / "dqp.ttl", folder / "power.ttl"],
        "badges": [folder / "welding.json", folder / "power.json"],
    }


def came_back(kind: str, path: Path) -> bytes:
    """Import a file and return what is written of it in its own format."""
    with KnowledgeBase.in_memory() as base:
        return export(base, import_release(base, kind, [path]).release.source, kind)


def of_documents(kind: str, path: Path) -> Fates:
    """Yield what became of the values of a file in JSON; a single skill stands for a list of one."""
    before, after = json.loads(path.read_bytes()), json.loads(came_back(kind, path))
    if isinstance(after, list) and not isinstance(before, list):
        before = [before]
    for at, fate in fates(before, after, RENAMED if kind == "case" else None):
        yield _place(kind, at, whole=isinstance(before, dict)), fate


def _place(kind: str, at: str, *, whole: bool) -> str:
    place = at.removeprefix("/")
    return f"collection: {place}" if kind == "rsd" and whole and not place.startswith("skill") else place


def of_graphs(kind: str, path: Path) -> Fates:
    """Yield what became of the statements of a file with a graph, by the class of what they are of."""
    before, after = (_statements(kind, content, data=path) for content in (path.read_bytes(), came_back(kind, path)))
    for iri, said in before.items():
        yield from _without_positions(fates(said, after.get(iri), _moved(said), class_of(said)))
    for iri, said in after.items():
        if iri not in before:
            yield from _without_positions(beyond(said, class_of(said)))


def _moved(names: Iterable[str]) -> Renamed:
    """Return the names of properties, as older documents write them, with those of today."""
    old = ((name, start) for name in names for start in MOVED if name.startswith((start, short_name(start))))
    return {
        name: short_name(name.replace(short_name(start), start).replace(start, MOVED[start])) for name, start in old
    }


def _without_positions(found: Fates) -> Fates:
    """Yield fates by the names that classes and properties have today: a graph has no positions."""
    for at, fate in found:
        yield _today(at).replace("[]", ""), fate


def _today(at: str) -> str:
    for old, new in MOVED.items():
        at = at.replace(old, new)
    for prefix in ("ceasn", "ceterms"):
        at = at.replace(str(PREFIXES[prefix]), f"{prefix}:")
    return at


def _statements(kind: str, content: bytes, data: Path) -> Statements:
    if kind == "skos" or content.startswith(b"@prefix"):
        return statements(Graph().parse(data=content, format="turtle"))
    said = json.loads(content)
    if isinstance(said, dict):
        contexts = next(folder for folder in data.parents if folder.name == "ctdl") / "contexts"
        named = [
            json.loads((contexts / f"{name}.context.json").read_bytes())["@context"] for name in ("ctdl", "ctdlasn")
        ]
        said = {**said, "@context": named}
    triples = (quad.triple for quad in ox.parse(json.dumps(said), ox.RdfFormat.JSON_LD))
    plain = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES)
    return statements(Graph().parse(data=plain, format="nt"))


MEASURES: dict[str, Callable[[str, Path], Fates]] = {
    **dict.fromkeys(("case", "rsd", "badges"), of_documents),
    **dict.fromkeys(("ctdl", "skos"), of_graphs),
}


@pytest.fixture(scope="module")
def measured(samples: dict[str, list[Path]]) -> Callable[[str], Measured]:
    """What measures what became of every value of every sample of a format, once."""
    done: dict[str, Measured] = {}

    def run(kind: str) -> Measured:
        if kind not in done:
            found: dict[str, Counter[Fate]] = defaultdict(Counter)
            for path in samples[kind]:
                for at, counted in table(MEASURES[kind](kind, path)).items():
                    found[at].update(counted)
            done[kind] = found
        return done[kind]

    return run


@pytest.mark.parametrize("kind", PAGES)
def test_the_documents_show_what_was_measured(measured: Callable[[str], Measured], project: Path, kind: str) -> None:
    assert documented(project / f"docs/reference/{PAGES[kind]}.md", measured(kind)) == shown(measured(kind))


@pytest.mark.parametrize("kind", PAGES)
def test_nothing_is_lost_but_what_a_package_says_elsewhere(measured: Callable[[str], Measured], kind: str) -> None:
    lost = {at for at, counted in measured(kind).items() if counted[Fate.LOST]}
    assert {at for at in lost if not DERIVED & set(at.split("/"))} == set()
    assert len(measured(kind)) > 10


@pytest.mark.parametrize("kind", PAGES)
def test_nothing_comes_to_it_but_what_the_format_demands(measured: Callable[[str], Measured], kind: str) -> None:
    more = {at for at, counted in measured(kind).items() if counted[Fate.ADDED] or counted[Fate.DOUBLED]}
    assert more == DEMANDED.get(kind, set())
