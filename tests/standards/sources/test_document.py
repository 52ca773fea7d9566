"""Frameworks that come as one document: one address belongs to one of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ontology.errors import InputError, RefusedError
from ontology.report import Severity
from ontology.store import KnowledgeBase
from standards.imports import import_release
from standards.wire.exporting import export

TURTLE = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<http://x/s> a skos:ConceptScheme ; skos:prefLabel "TITLE"@en .
<http://x/1> a skos:Concept ; skos:prefLabel "Weld"@en .
"""


@pytest.fixture
def base() -> Iterator[KnowledgeBase]:
    with KnowledgeBase.in_memory() as made:
        yield made


def scheme(folder: Path, title: str, name: str = "scheme.ttl") -> Path:
    path = folder / name
    path.write_text(TURTLE.replace("TITLE", title), encoding="utf-8")
    return path


def test_another_framework_with_the_same_address_is_refused(base: KnowledgeBase, tmp_path: Path) -> None:
    import_release(base, "skos", [scheme(tmp_path, "Welding")])
    with pytest.raises(RefusedError) as refused:
        import_release(base, "skos", [scheme(tmp_path, "Joining")])

    (finding,) = refused.value.report
    assert (finding.code, finding.node) == ("claimed-elsewhere", "http://x/s")
    assert 'ladderworks remove "skos-welding"' in finding.remedy
    assert [release.source for release in base.releases()] == ["skos-welding"]


def test_a_standard_that_is_here_already_is_not_taken_again_from_its_export(
    base: KnowledgeBase, tmp_path: Path, project: Path
) -> None:
    import_release(base, "partnership", [project / "examples/power-generation"])
    (tmp_path / "again.json").write_bytes(export(base, "power-generation", "case"))
    with pytest.raises(RefusedError) as refused:
        import_release(base, "case", [tmp_path / "again.json"])
    assert [finding.code for finding in refused.value.report] == ["claimed-elsewhere"]


def test_a_partnership_is_not_taken_beside_its_own_export(base: KnowledgeBase, tmp_path: Path, project: Path) -> None:
    with KnowledgeBase.in_memory() as other:
        import_release(other, "partnership", [project / "examples/power-generation"])
        (tmp_path / "own.ttl").write_bytes(export(other, "power-generation", "skos"))
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
