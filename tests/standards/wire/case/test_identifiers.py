"""Identifiers as CASE's OpenAPI wants them, and of what has none elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ontology.records import Competency, Framework, Iri, Moment, Text
from ontology.store import KnowledgeBase
from standards.frameworks import frameworks
from standards.imports import import_release
from standards.wire.case.identified import KINDS, identifiers
from standards.wire.case.meeting import Owner, packaged
from standards.wire.case.stored import stored_package
from standards.wire.case.writing import Writer, write_package
from standards.wire.uuids import derived_uuid, uuid_of
from tests.standards.wire.case.conftest import SERVER, WHEN, Read, association, item, link, package, uuid

Json = Any

SCHEME = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix : <https://scheme.example.org/> .
: a skos:ConceptScheme ; skos:prefLabel "Welding"@en ; dcterms:license <https://creativecommons.org/licenses/by/4.0/> .
:one a skos:Concept ; skos:inScheme : ; skos:prefLabel "Weld"@en ; skos:exactMatch <https://other.example.org/weld> .
:two a skos:Concept ; skos:inScheme : ; skos:prefLabel "Weld pipes"@en ; skos:broader :one ; skos:related :three .
:three a skos:Concept ; skos:inScheme : ; skos:prefLabel "Grind"@en ; skos:closeMatch <https://other.example.org/cut> .
"""

ODD = "d0000000-0000-0000-0000-000000000000"
"""As other servers write them: of version 0, which there is not."""

OWNER = Owner("Mill College", Moment(WHEN), terms="Ask first", provider="https://x.example/ims/case/v1p1")
FRAMEWORK = Framework(iri=Iri("http://x/f"), label=Text(value="Welding"), license=Iri("http://x/license"))


def odd(number: int) -> dict[str, object]:
    return item(number) | {"identifier": ODD, "uri": f"{SERVER}/CFItems/{ODD}"}


def test_an_identifier_that_is_no_uuid_of_versions_1_to_5_is_written_as_one_where_that_is_asked(read: Read) -> None:
    one, two = odd(2), item(3)
    cut = link(one) | {"title": "Weld …"}
    joined = association(4, "isRelatedTo", two, one) | {"destinationNodeURI": cut}
    read_package, _ = read(package(one, two, associations=(joined,)))
    kept, strict = write_package(read_package), Writer(read_package, strict=True).package()

    assert kept["CFItems"][1]["identifier"] == kept["CFAssociations"][0]["destinationNodeURI"]["identifier"] == ODD
    expected = derived_uuid(f"{SERVER}/CFItems/{ODD}")
    assert strict["CFItems"][1]["identifier"] == expected
    assert strict["CFAssociations"][0]["destinationNodeURI"] == cut | {"identifier": expected}
    assert strict["CFItems"][0] == kept["CFItems"][0]


def test_an_end_of_an_association_that_is_elsewhere_keeps_any_identifier(read: Read) -> None:
    outside = {"title": "Welders", "identifier": "51-4121", "uri": "http://soc/51-4121", "targetType": "ext:soc"}
    joined = association(4, "isRelatedTo", item(2), item(3)) | {"destinationNodeURI": outside}
    read_package, _ = read(package(item(2), associations=(joined,)))

    assert Writer(read_package, strict=True).package()["CFAssociations"][0]["destinationNodeURI"] == outside


def test_associations_with_one_destination_have_identifiers_of_their_own() -> None:
    above = Competency(iri=Iri(f"http://x/{uuid(1)}"), label=Text(value="Weld"))
    below = [Competency(iri=Iri(f"http://x/{n}"), label=Text(value="Weld"), broader=(above.iri,)) for n in range(3)]
    written = write_package(packaged(FRAMEWORK, [above, *below], OWNER))

    identifiers = {one["identifier"] for one in written["CFAssociations"]}
    assert len(identifiers) == 4
    assert uuid(1) not in identifiers


def test_an_association_of_our_own_has_the_address_that_the_service_answers_at() -> None:
    (found,) = write_package(packaged(FRAMEWORK, [Competency(iri=Iri("http://x/1"), label=Text(value="Weld"))], OWNER))[
        "CFAssociations"
    ]
    assert found["uri"] == f"https://x.example/ims/case/v1p1/CFAssociations/{found['identifier']}"
    assert found["identifier"] == derived_uuid("http://x/1 isChildOf http://x/f")


def test_what_a_license_asks_to_be_shown_is_its_text() -> None:
    written = write_package(packaged(FRAMEWORK, [], OWNER))

    (found,) = written["CFDefinitions"]["CFLicenses"]
    assert found["licenseText"] == "Ask first"
    assert found["identifier"] == written["CFDocument"]["licenseURI"]["identifier"] == uuid_of("http://x/license")


def listed(package: Json) -> set[tuple[str, str]]:
    """The identifiers of a package's resources, with the names of their lists."""
    lists = {**package, **package.get("CFDefinitions", {})}
    return {(kind, one["identifier"]) for kind, found in lists.items() if kind in KINDS for one in found}


def test_the_identifiers_of_other_servers_packages_are_known_without_writing_them(packages: list[Path]) -> None:
    for path in packages:  # some of them claim the same address, so that each needs a knowledge base of its own
        with KnowledgeBase.in_memory() as base:
            import_release(base, "case", [path])
            (name,) = frameworks(base) or [base.releases()[0].source]
            written = Writer(stored_package(base, name), strict=True).package()
            assert set(identifiers(base, name)) == listed(written), path.name


def test_the_identifiers_of_a_partnerships_frameworks_are_known_without_writing_them(project: Path) -> None:
    with KnowledgeBase.in_memory() as base:
        import_release(base, "partnership", [project / "examples/power-generation"])
        for name in frameworks(base):
            written = Writer(stored_package(base, name), strict=True).package()
            assert set(identifiers(base, name)) == listed(written), name


def test_the_identifiers_of_matches_and_levels_are_known_too(tmp_path: Path) -> None:
    scheme = tmp_path / "scheme.ttl"
    scheme.write_text(SCHEME)
    with KnowledgeBase.in_memory() as base:
        import_release(base, "skos", [scheme])
        (name,) = frameworks(base)
        written = Writer(stored_package(base, name), strict=True).package()
        assert {one["associationType"] for one in written["CFAssociations"]} == {
            "isChildOf",
            "isRelatedTo",
            "exactMatchOf",
            "ext:skos.closeMatch",
        }
        assert set(identifiers(base, name)) == listed(written)


def test_a_moment_without_a_time_zone_is_written_as_utc_where_the_openapi_is_followed(read: Read) -> None:
    found, _ = read(package(item(2, lastChangeDateTime="2017-05-25T18:05:33")))
    moments = [Writer(found, strict=strict).package()["CFItems"][0]["lastChangeDateTime"] for strict in (False, True)]
    assert moments == ["2017-05-25T18:05:33", "2017-05-25T18:05:33Z"]
