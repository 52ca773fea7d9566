"""What a search finds first: occupations that ladders can be asked of, and which they are."""

import shlex
from collections.abc import Callable, Iterable
from datetime import UTC, datetime

import pytest

from api.searching.matches import find
from api.searching.names import ThingKind
from ontology.identifiers import Identifiers
from ontology.namespaces import SEMAPV, SKOS
from ontology.records import Iri, Mapping, Occupation, Record, Release, Text
from ontology.store import KnowledgeBase
from ontology.triples import to_triples

IDS = Identifiers()
RAIL, WIND = (Iri(f"http://data.europa.eu/esco/occupation/{n}") for n in (1, 2))


def store(base: KnowledgeBase, source: str, records: Iterable[Record]) -> None:
    release = Release(
        iri=Iri("http://localhost:8000/none"),
        source=source,
        version="1",
        title=Text(value=source),
        imported=datetime(2026, 1, 1, tzinfo=UTC),
        tool="0",
    )
    lines = (f"{s.n3()} {p.n3()} {o.n3()} .\n" for record in records for s, p, o in to_triples(record))
    base.replace(release, [], ["".join(lines).encode()])


def test_occupations_of_which_no_ladder_is_drawn_come_last_and_are_known() -> None:
    workers = Iri(IDS.mint("onet", "49-9071.00"))
    titled = {RAIL: "maintenance technician", WIND: "maintenance technician of turbines"}
    mapping = Mapping(
        iri=Iri("http://x/1"),
        subject=WIND,
        predicate=Iri(SKOS.closeMatch),
        object=workers,
        justification=Iri(SEMAPV.ManualMappingCuration),
    )
    with KnowledgeBase.in_memory(IDS) as base:
        label = Text(value="Workers, Maintenance Technician")
        store(base, "onet", [Occupation(iri=workers, label=label, notation="49-9071.00")])
        store(base, "esco", [Occupation(iri=iri, label=Text(value=title)) for iri, title in titled.items()])
        store(base, "crosswalk", [mapping])
        found = find(base, [ThingKind.OCCUPATION], "maintenance technician", 20).found

    assert [(match.iri, match.ladder) for match in found] == [(WIND, True), (workers, True), (RAIL, False)]


@pytest.mark.parametrize("title", ["maintenence technician", "Electricans"])
def test_a_title_that_nobody_has_is_pointed_to_the_search(
    run: Callable[..., int], capsys: pytest.CaptureFixture[str], title: str
) -> None:
    assert run("ladder", "--from", title, "-o", "l.json") == 1
    command = f"ladderworks search {shlex.quote(title)} --kind occupation"
    assert capsys.readouterr().err.endswith(f"; `{command}` looks among all names, misspelled ones too\n")


@pytest.mark.parametrize(
    ("code", "found", "said"),
    [
        ("53-1047", ["53-1042.00", "53-1043.00"], "the pay of these is published under it"),
        ("53-1040", ["53-1042.00", "53-1043.00"], "is a group of occupations"),
        ("53-0000", ["53-1042.00", "53-1043.00"], "(Transportation and Material Moving Occupations) is a group"),
        ("53-1042.77", ["53-1042.00"], "has no form of that code"),
    ],
)
def test_a_code_that_no_occupation_has_finds_those_that_it_stands_for(code: str, found: list[str], said: str) -> None:
    with KnowledgeBase.in_memory(IDS) as base:
        store(base, "onet", [_titled(each) for each in ("53-1042.00", "53-1043.00", "29-1141.00")])
        matches = find(base, [ThingKind.OCCUPATION], code, 20)

    assert [match.code for match in matches.found] == found
    assert said in matches.group
    assert all(match.ladder for match in matches.found)


def test_a_code_of_nothing_stands_for_nothing() -> None:
    with KnowledgeBase.in_memory(IDS) as base:
        store(base, "onet", [_titled("29-1141.00")])

        assert not find(base, [ThingKind.OCCUPATION], "99-9999", 20).found
        assert not find(base, [ThingKind.SKILL], "29-1140", 20).found


def _titled(code: str) -> Occupation:
    return Occupation(iri=Iri(IDS.mint("onet", code)), label=Text(value=f"Work {code}"), notation=code)
