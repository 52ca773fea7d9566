"""What two documents describe: as a whole it is refused, as an item it is said, and the first one is answered with."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from api.ims.provider import Provider
from ontology.errors import RefusedError
from ontology.records import Release
from ontology.report import Finding, Severity
from ontology.store import KnowledgeBase
from standards.imports import import_release
from standards.sources.own import CASE, CTDL
from standards.wire.uuids import derived_uuid, uuid_of
from tests.standards.sources.test_document import badges, case, ctdl, rsd, scheme, skills, sssom

WHEN = {"lastChangeDateTime": "2026-01-31T09:00:00Z"}

Bring = Callable[..., list[Finding]]
"""Imports a document of a kind and returns what was found."""


@pytest.fixture
def base() -> Iterator[KnowledgeBase]:
    with KnowledgeBase.in_memory() as made:
        yield made


@pytest.fixture
def bring(base: KnowledgeBase, tmp_path: Path) -> Bring:
    def imported(kind: str, said: str, name: str = "d.json") -> list[Finding]:
        (tmp_path / name).write_text(said, encoding="utf-8")
        return list(import_release(base, kind, [tmp_path / name]).report)

    return imported


def refused(bring: Bring, kind: str, said: str) -> list[str]:
    """The addresses for which a document is refused."""
    with pytest.raises(RefusedError) as caught:
        bring(kind, said)
    errors = list(caught.value.report.of(Severity.ERROR))
    assert {finding.code for finding in errors} == {"claimed-elsewhere"}
    return [finding.node for finding in errors]


def framework(iri: str, name: str, *competencies: str, kind: str = "ceasn:CompetencyFramework") -> list[object]:
    """A framework in CTDL with some competencies."""
    said = {"@id": iri, "@type": kind, "ceasn:name": {"en": name}}
    text = {"@type": "ceasn:Competency", "ceasn:competencyText": {"en": "Weld"}, "ceasn:isPartOf": {"@id": iri}}
    return [said, *({"@id": one, **text} for one in competencies)]


def graph(*parts: object) -> str:
    return json.dumps({"@context": "https://credreg.net/ctdl/schema/context/json", "@graph": parts})


def pathway(iri: str, ctid: str = "") -> dict[str, object]:
    identified = {"ceterms:ctid": ctid} if ctid else {}
    return {"@id": iri, "@type": "ceterms:Pathway", "ceterms:name": {"en": "Path"}, **identified}


def package(server: str, *items: str) -> str:
    """A package of CASE with statements of some addresses."""
    said = json.loads(case("Package", server))
    said["CFItems"] = [{"identifier": uuid_of(one), "uri": one, "fullStatement": "Cut", **WHEN} for one in items]
    return json.dumps(said)


def test_every_framework_of_a_document_is_its_own_whatever_the_document_is_about(bring: Bring) -> None:
    bring(CTDL, graph(*framework("http://x/f1", "Welding", "http://x/1")))
    several = [
        *framework("http://x/f1", "Taken", "http://x/1"),
        *framework("http://y/f2", "Second"),
        pathway("http://y/p"),
    ]
    assert refused(bring, CTDL, graph(*several)) == ["http://x/f1"]


@pytest.mark.parametrize("kind", ["ceasn:CompetencyFramework", "ceterms:Collection", "ceterms:PathwaySet"])
def test_a_whole_of_any_kind_belongs_to_one_document(bring: Bring, kind: str) -> None:
    """Two of each, so that the document is not about one of them."""
    bring(CTDL, graph(*framework("http://x/a", "A", kind=kind), *framework("http://x/b", "B", kind=kind)), "first.json")
    assert refused(bring, CTDL, graph(*framework("http://x/b", "B", kind=kind), pathway("http://y/p"))) == [
        "http://x/b"
    ]


def test_what_another_graph_says_of_a_framework_is_refused_without_its_class_too(bring: Bring) -> None:
    bring(CTDL, graph(*framework("http://x/f1", "Welding")))
    said = {"@id": "http://x/f1", "ceasn:name": {"en": "Taken"}}
    assert refused(bring, CTDL, graph(said, *framework("http://y/f2", "Second"))) == ["http://x/f1"]


def test_the_identifier_of_each_framework_is_its_own(bring: Bring) -> None:
    ctid = "ce-036d082d-d80e-41a7-99a0-2d63a4ad3a4a"
    bring(CTDL, graph(pathway("http://x/p", ctid)))
    assert refused(bring, CTDL, graph(*framework("http://y/f", "Other"), pathway("http://y/p", ctid))) == ["http://y/p"]


def test_the_same_document_brings_its_frameworks_again(bring: Bring, base: KnowledgeBase) -> None:
    said = [
        *framework("http://x/f1", "Welding", "http://x/1"),
        *framework("http://x/f2", "Second"),
        pathway("http://x/p"),
    ]
    bring(CTDL, graph(*framework("http://x/f1", "Joining"), *said[2:]), "path.json")
    assert bring(CTDL, graph(*said), "path.json") == []
    assert [release.name for release in base.releases()] == ["ctdl-path@1"]


def test_a_statement_cannot_have_the_address_of_a_framework_nor_the_other_way_around(bring: Bring) -> None:
    bring(CASE, package("x", "http://x/1"))
    assert refused(bring, CASE, package("y", "http://x/d")) == ["http://x/d"]
    framed = graph(*framework("http://x/1", "A statement there"))
    assert refused(bring, CTDL, framed) == ["http://x/1"]


def test_an_item_that_another_document_describes_is_told_and_imported(bring: Bring, base: KnowledgeBase) -> None:
    bring(CASE, package("x", "http://x/1", "http://x/2"))
    (finding,) = bring(CTDL, graph(*framework("http://y/f", "Third", "http://x/2", "http://y/3")))

    assert (finding.code, finding.severity, finding.value) == ("claimed-elsewhere", Severity.WARNING, "http://x/2")
    assert finding.message == "case-package 1 (Package) describes this too, and had it first"
    assert finding.remedy.endswith('or take the other out: ladderworks remove "case-package"')
    assert len(base.releases()) == 2


def test_an_item_is_told_in_whatever_format_it_comes(bring: Bring, tmp_path: Path) -> None:
    bring(CASE, package("x", "http://y/1", "http://x/1"))
    link = "<http://y/1> skos:exactMatch <http://x/1> ."  # a link is no description
    concepts = scheme(tmp_path, "S").read_text(encoding="utf-8") + link
    told = [bring("rsd", rsd("R", "y")), bring("badges", badges("B", "z")), bring("skos", concepts, "s.ttl")]
    assert [[finding.node for finding in found] for found in told] == [["http://y/1"], [], ["http://x/1"]]


def test_a_badge_that_another_list_has_is_told(bring: Bring) -> None:
    two = [json.loads(badges("A", "x")), json.loads(badges("B", "y"))]
    bring("badges", json.dumps(two), "two.json")
    three = [json.loads(badges("A", "x")), json.loads(badges("C", "z"))]
    assert [finding.node for finding in bring("badges", json.dumps(three), "three.json")] == ["http://x/a"]


def test_what_came_first_is_answered_for_an_identifier_whatever_is_imported_again(
    bring: Bring, base: KnowledgeBase
) -> None:
    first, second = package("x", "http://x/1"), package("y", "http://x/1").replace('"Package"', '"A Package"')
    bring(CASE, first)
    bring(CASE, second)
    bring(CASE, first.replace('"Cut"', '"Cut it"'))

    answer = json.loads(Provider(base).resource("CFItems", uuid_of("http://x/1")))
    assert (answer["fullStatement"], answer["CFDocumentURI"]["title"]) == ("Cut it", "Package")


def test_two_documents_of_one_address_are_told_apart_by_titles_and_items(bring: Bring, base: KnowledgeBase) -> None:
    bring(CASE, package("x", "http://x/1"))
    another = package("x", "http://x/2").replace('"Package"', '"Sewing"')
    assert refused(bring, CASE, another) == ["http://x/d"]
    bring(CASE, package("x", "http://x/2"))  # the same title
    bring(CASE, package("x", "http://x/2", "http://x/3").replace('"Package"', '"Sewing"'))  # an item of before
    bring(CASE, package("x").replace('"Package"', '"Empty"'))  # nothing to tell by
    assert [(release.name, str(release.title)) for release in base.releases()] == [("case-package@1", "Empty")]


def test_two_tables_of_one_name_are_told_apart_by_their_items(bring: Bring, base: KnowledgeBase) -> None:
    """Their file's name is all that their address can be made of."""
    table, when = "lastChangeDateTime,humanCodingScheme,fullStatement\n", WHEN["lastChangeDateTime"]
    bring(CASE, f"{table}{when},A1,Weld\n{when},A2,Cut\n", "items.csv")
    bring(CASE, f"{table}{when},A2,Cut it\n{when},A3,Bend\n", "items.csv")
    with pytest.raises(RefusedError, match="Rename the file, name its version") as caught:
        bring(CASE, f"{table}{when},B1,Sew\n", "items.csv")
    assert [finding.code for finding in caught.value.report.of(Severity.ERROR)] == ["claimed-elsewhere"]
    assert [release.name for release in base.releases()] == ["case-items@1"]


def test_a_later_version_of_the_same_address_may_have_nothing_in_common(
    bring: Bring, base: KnowledgeBase, tmp_path: Path
) -> None:
    bring(CASE, package("x", "http://x/1"))
    later = tmp_path / "later.json"
    later.write_text(package("x", "http://x/2").replace('"Package"', '"Sewing"'), encoding="utf-8")
    import_release(base, CASE, [later], "2")
    assert [release.name for release in base.releases()] == ["case-package@1", "case-package@2"]


def without_topics(base: KnowledgeBase) -> list[Release]:
    """Store again what there is as it was stored before a release said what it is about."""
    found = []
    for stored in base.releases():
        triples = [base.graph(stored).serialize(format="nt", encoding="utf-8")]
        files = base.files(stored)
        found.append(base.replace(stored.model_copy(update={"about": None, "since": None}), files, triples))
    return found


DOCUMENT = {"case": case, "rsd": rsd, "ctdl": ctdl, "badges": badges, "sssom": sssom}


@pytest.mark.parametrize("kind", DOCUMENT)
def test_a_document_that_was_stored_before_its_address_was_noted_is_known(
    kind: str, bring: Bring, base: KnowledgeBase
) -> None:
    bring(kind, DOCUMENT[kind]("One", "x"))
    assert [release.about for release in without_topics(base)] == [None]
    bring(kind, DOCUMENT[kind]("Two", "x"))

    assert [(r.source, str(r.title), r.about is None) for r in base.releases()] == [(f"{kind}-one", "Two", False)]


def test_a_scheme_that_was_stored_before_its_address_was_noted_is_known(base: KnowledgeBase, tmp_path: Path) -> None:
    import_release(base, "skos", [scheme(tmp_path, "One")])
    without_topics(base)
    import_release(base, "skos", [scheme(tmp_path, "Two")])
    assert [(r.source, r.about) for r in base.releases()] == [("skos-one", "http://x/s")]


def test_a_list_of_skills_has_no_address_whenever_it_was_stored(bring: Bring, base: KnowledgeBase) -> None:
    bring("rsd", skills("Weld"), "skills.csv")
    without_topics(base)
    bring("rsd", skills("Weld", "Grind"), "skills.csv")
    assert [(r.source, r.about) for r in base.releases()] == [("rsd-skills", None)]


def test_a_name_that_only_begins_like_another_title_is_no_other_document(bring: Bring) -> None:
    """Under its first title it had a longer name than under its second; nothing is stored under the shorter one."""
    bring(CASE, case("Welding II", "x"))
    (finding,) = bring(CASE, case("Welding", "x"))
    assert (
        finding.message
        == "it is stored as case-welding-ii, in place of 'Welding II': that is the name that it got first"
    )


def test_another_document_is_named_while_it_is_there(bring: Bring, base: KnowledgeBase) -> None:
    bring(CASE, case("Welding", "x"))
    name = f"case-welding-{derived_uuid('http://y/d')[:8]}"
    (found,) = bring(CASE, case("Welding", "y"))
    assert found.message == f"it is stored as {name}: case-welding is another document"
    base.remove([base.release("case-welding")])
    (found,) = bring(CASE, case("Welding", "y").replace('"Weld"', '"Weld it"'))
    assert found.message == f"it is stored as {name}: that is the name that it got first"


def test_when_a_source_first_came_is_kept_over_its_releases(base: KnowledgeBase, tmp_path: Path) -> None:
    import_release(base, "skos", [scheme(tmp_path, "One")])
    (first,) = base.releases()
    import_release(base, "skos", [scheme(tmp_path, "Two")], "2")
    import_release(base, "skos", [scheme(tmp_path, "Three")])

    assert [release.since for release in base.releases()] == [first.imported, first.imported]
    assert first.since is None
