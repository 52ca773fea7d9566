"""Frameworks that come as one document: one address belongs to one of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from ontology.errors import InputError, RefusedError
from ontology.report import Severity
from ontology.store import KnowledgeBase
from standards.imports import import_release
from standards.sources import own
from standards.wire.exporting import export
from standards.wire.uuids import derived_uuid, uuid_of

TURTLE = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<http://x/s> a skos:ConceptScheme ; skos:prefLabel "TITLE"@en .
<http://x/1> a skos:Concept ; skos:prefLabel "Weld"@en .
"""


def case(title: str, server: str, identifier: str = "") -> str:
    item = {"identifier": uuid_of(f"http://{server}/1"), "uri": f"http://{server}/1", "fullStatement": "Weld"}
    document = {"identifier": identifier or uuid_of(f"http://{server}/d"), "uri": f"http://{server}/d", "title": title}
    when = {"lastChangeDateTime": "2026-01-31T09:00:00Z"}
    return json.dumps({"CFDocument": {**document, "creator": "Mill College", **when}, "CFItems": [{**item, **when}]})


def rsd(title: str, server: str) -> str:
    skill = {"id": f"http://{server}/1", "skillName": "Weld", "skillStatement": "Weld it."}
    return json.dumps({"id": f"http://{server}/c", "name": title, "skills": [skill]})


def ctdl(title: str, server: str) -> str:
    framework = {"@id": f"http://{server}/f", "@type": "ceasn:CompetencyFramework", "ceasn:name": {"en": title}}
    return json.dumps({"@context": "https://credreg.net/ctdlasn/schema/context/json", "@graph": [framework]})


def badges(title: str, server: str) -> str:
    said = {"id": f"http://{server}/a", "type": ["Achievement"], "criteria": {"narrative": "Weld it."}}
    return json.dumps({**said, "name": title, "description": "Welding"})


def sssom(title: str, server: str) -> str:
    head = f"#curie_map:\n#  x: http://x/\n#mapping_set_id: http://{server}/m\n#mapping_set_title: {title}\n"
    row = "x:1\tskos:exactMatch\tx:2\tsemapv:ManualMappingCuration\n"
    return f"{head}#license: http://x/l\nsubject_id\tpredicate_id\tobject_id\tmapping_justification\n{row}"


DOCUMENTS = {"case": case, "rsd": rsd, "ctdl": ctdl, "badges": badges, "sssom": sssom}
"""What writes a document of each kind, of a title, at a server."""


@pytest.fixture
def base() -> Iterator[KnowledgeBase]:
    with KnowledgeBase.in_memory() as made:
        yield made


def scheme(folder: Path, title: str, name: str = "scheme.ttl") -> Path:
    path = folder / name
    path.write_text(TURTLE.replace("TITLE", title), encoding="utf-8")
    return path


def names(base: KnowledgeBase) -> list[tuple[str, str]]:
    return [(release.source, str(release.title)) for release in base.releases()]


def test_a_document_with_another_title_is_the_same_one(base: KnowledgeBase, tmp_path: Path) -> None:
    for title in ("Welding", "Joining"):
        import_release(base, "skos", [scheme(tmp_path, title)])
    assert names(base) == [("skos-welding", "Joining")]


def test_two_documents_of_one_title_are_two_whatever_comes_again(base: KnowledgeBase, tmp_path: Path) -> None:
    one, other = scheme(tmp_path, "Welding", "one.ttl"), scheme(tmp_path, "Welding", "other.ttl")
    other.write_text(other.read_text(encoding="utf-8").replace("http://x/", "http://y/"), encoding="utf-8")
    for path in (one, other):
        import_release(base, "skos", [path])
    other.write_text(other.read_text(encoding="utf-8").replace('"Weld"', '"Weld it"'), encoding="utf-8")
    import_release(base, "skos", [other])

    assert names(base) == [("skos-welding", "Welding"), (f"skos-welding-{derived_uuid('http://y/s')[:8]}", "Welding")]


@pytest.mark.parametrize("kind", ["case", "rsd", "ctdl", "badges", "sssom"])
def test_in_every_format_the_address_says_which_document_it_is(kind: str, base: KnowledgeBase, tmp_path: Path) -> None:
    """The same under another title, then another one, which takes the title that is free."""
    path = tmp_path / "document.json"
    for title, server in (("One", "x"), ("Two", "x"), ("Two", "y"), ("One", "y")):
        path.write_text(DOCUMENTS[kind](title, server), encoding="utf-8")
        import_release(base, kind, [path])
    assert names(base) == [(f"{kind}-one", "Two"), (f"{kind}-two", "One")]


def test_it_is_told_where_a_document_does_not_go_by_its_title(base: KnowledgeBase, tmp_path: Path) -> None:
    path = tmp_path / "package.json"
    told = []
    for title, server in (("One", "x"), ("Two", "x"), ("One", "y")):
        path.write_text(case(title, server), encoding="utf-8")
        told.append([one.message for one in import_release(base, "case", [path]).report if one.code == "other-title"])
    assert told == [
        [],
        ["it is stored as case-one, in place of 'One': that is the name that it got first"],
        [f"it is stored as case-one-{derived_uuid('http://y/d')[:8]}: case-one is another document"],
    ]


def test_a_later_version_under_another_title_stands_beside_the_first(base: KnowledgeBase, tmp_path: Path) -> None:
    for version, title in (("1.0", "Welding"), ("1.1", "Joining")):
        import_release(base, "skos", [scheme(tmp_path, title)], version)
    assert [release.name for release in base.releases()] == ["skos-welding@1.0", "skos-welding@1.1"]


def test_a_framework_with_the_identifier_of_another_one_is_refused(base: KnowledgeBase, tmp_path: Path) -> None:
    path = tmp_path / "package.json"
    path.write_text(case("One", "x", uuid_of("http://x/")), encoding="utf-8")
    import_release(base, "case", [path])
    path.write_text(case("Two", "y", uuid_of("http://x/")), encoding="utf-8")
    with pytest.raises(RefusedError) as refused:
        import_release(base, "case", [path])

    (finding,) = refused.value.report.of(Severity.ERROR)
    assert (finding.code, finding.node, finding.value) == ("claimed-elsewhere", "http://y/d", uuid_of("http://x/"))
    assert finding.message == "case-one 1 (One) has this identifier already"
    assert names(base) == [("case-one", "One")]


def skills(*names: str) -> str:
    return "RSD Name,Skill Statement\n" + "".join(f"{name},Do it.\n" for name in names)


def test_a_list_without_an_address_is_known_by_what_is_in_it(base: KnowledgeBase, tmp_path: Path) -> None:
    path = tmp_path / "skills.csv"
    for listed in (("Weld", "Grind"), ("Weld", "Braze")):
        path.write_text(skills(*listed), encoding="utf-8")
        import_release(base, "rsd", [path])
    path.write_text(skills("Saw", "Solder"), encoding="utf-8")
    with pytest.raises(InputError, match=r"skills\.csv would take the place of 'skills' \(rsd-skills 1\)"):
        import_release(base, "rsd", [path])


@pytest.mark.parametrize("kind", own.DOCUMENTS)
def test_rows_of_a_document_cannot_be_skipped(kind: str, base: KnowledgeBase, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=f"--skip-bad-rows is for rows of tables; what comes as {kind} is read whole"):
        import_release(base, kind, [scheme(tmp_path, "Welding")], skip_bad_rows=True)


def test_a_standard_that_is_here_already_is_not_taken_again_from_its_export(
    base: KnowledgeBase, tmp_path: Path, project: Path
) -> None:
    import_release(base, "partnership", [project / "examples/power-generation"])
    (tmp_path / "again.json").write_bytes(export(base, "power-generation", "case"))
    with pytest.raises(RefusedError) as refused:
        import_release(base, "case", [tmp_path / "again.json"])
    assert [finding.code for finding in refused.value.report] == ["claimed-elsewhere"]


@pytest.mark.parametrize("framework", ["power-generation", "stillwater-bend-hydro"])
def test_a_partnership_is_not_taken_beside_an_export_of_its_frameworks(
    base: KnowledgeBase, tmp_path: Path, project: Path, framework: str
) -> None:
    with KnowledgeBase.in_memory() as other:
        import_release(other, "partnership", [project / "examples/power-generation"])
        (tmp_path / "own.ttl").write_bytes(export(other, framework, "skos"))
    import_release(base, "skos", [tmp_path / "own.ttl"])
    with pytest.raises(RefusedError) as refused:
        import_release(base, "partnership", [project / "examples/power-generation"])

    assert [finding.code for finding in refused.value.report.of(Severity.ERROR)] == ["claimed-elsewhere"]
    assert len(base.releases()) == 1


def test_a_later_version_of_the_same_stands_beside_the_first(base: KnowledgeBase, tmp_path: Path) -> None:
    for version in ("1.0", "1.1"):
        import_release(base, "skos", [scheme(tmp_path, "Welding", f"{version}.ttl")], version)
    assert [release.version for release in base.releases()] == ["1.0", "1.1"]


def test_one_document_is_imported_at_a_time(base: KnowledgeBase, tmp_path: Path) -> None:
    paths = [scheme(tmp_path, "Welding", name) for name in ("a.ttl", "b.ttl")]
    with pytest.raises(InputError, match="2 paths, where one document is imported at a time"):
        import_release(base, "skos", paths)
