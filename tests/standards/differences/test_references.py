"""What points to things that are touched: every kind of link, wherever it stands and whichever version says it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from ontology.namespaces import CETERMS, RDF, SEMAPV, SKOS
from ontology.records import Competency, Concept, Iri, Mapping, Partnership, PublicationStatus, Release, Text
from ontology.store import KnowledgeBase
from standards.differences import compare
from standards.differences.reference import Reference
from standards.differences.references import References
from standards.differences.touched import touched
from standards.imports import import_release
from tests.standards.wire.case.conftest import association, item, link, package

Put = Callable[..., Release]
Found = Callable[[], tuple[Reference, ...]]
Said = tuple[str, str, str, tuple[str, ...]]

HERE = "http://localhost:8000/id/std"
GONE, KEPT = Iri(f"{HERE}/gone"), Iri(f"{HERE}/kept")
ITEM = Iri("http://localhost:8000/id/panel/1")


def skill(iri: str, label: str, **said: object) -> Competency:
    return Competency.model_validate({"iri": iri, "label": Text(value=label), **said})


@pytest.fixture
def found(base: KnowledgeBase, put: Put) -> Found:
    """Return what tells all that points to what the second version of a standard has no more."""
    put("std@1", [skill(KEPT, "sew sails"), skill(GONE, "mend nets")])
    put("std@2", [skill(KEPT, "sew sails")])

    def of() -> tuple[Reference, ...]:
        difference = compare(base, "std@1", "std@2")
        return References(base, difference, {one.thing.iri: one for one in touched(difference)}).all

    return of


def told(references: tuple[Reference, ...]) -> list[Said]:
    return [(one.kind.value, one.subject.label, one.relation, one.releases) for one in references]


@pytest.fixture
def imported(base: KnowledgeBase, tmp_path: Path) -> Callable[..., None]:
    """Import a document as somebody hands it in."""

    def of(source: str, name: str, document: object) -> None:
        path = tmp_path / name
        path.write_text(document if isinstance(document, str) else json.dumps(document), encoding="utf-8")
        import_release(base, source, [path], version="1")

    return of


@pytest.mark.parametrize(
    ("field", "relation"),
    [
        ("related", "skos:related"),
        ("broader", "skos:broader"),
        ("exact_matches", "skos:exactMatch"),
        ("related_matches", "skos:relatedMatch"),
        ("revises", "dcterms:replaces"),
    ],
)
def test_items_of_another_standard(put: Put, found: Found, field: str, relation: str) -> None:
    put("panel@1", [skill(ITEM, "Mend", **{field: (GONE,)})])
    assert told(found()) == [("link", "Mend", relation, ("panel@1",))]


def test_several_relations_to_one_thing_are_one_link(put: Put, found: Found) -> None:
    put("panel@1", [skill(ITEM, "Mend", related=(GONE,), close_matches=(GONE,))])
    assert told(found()) == [("link", "Mend", "skos:closeMatch, skos:related", ("panel@1",))]


def test_a_property_that_nobody_thought_of(put: Put, found: Found, base: KnowledgeBase) -> None:
    put("panel@1", [skill(ITEM, "Mend")], raw=f"<{ITEM}> <http://example.org/near> <{GONE}> .\n")
    assert told(found()) == [("link", "Mend", "http://example.org/near", ("panel@1",))]


def test_what_the_standard_itself_orders_is_told_by_the_difference(put: Put, found: Found) -> None:
    group = Concept(iri=Iri(f"{HERE}/g"), label=Text(value="Gear"))
    put("std@1", [group, skill(KEPT, "sew sails", broader=(GONE,), related=(GONE,)), skill(GONE, "mend nets")])
    put("std@2", [group, skill(KEPT, "sew sails", related=(GONE,))])
    assert told(found()) == [("link", "sew sails", "skos:related", ("std@2", "std@1"))]


def test_what_only_a_version_said_that_is_superseded_is_seen_to(base: KnowledgeBase, put: Put) -> None:
    rope = skill(KEPT, "sew sails", related=(GONE,))
    put("std@1.0", [rope, skill(GONE, "mend nets")], status=PublicationStatus.PUBLISHED)
    put("std@1.1", [skill(KEPT, "sew sails")], status=PublicationStatus.PUBLISHED)
    difference = compare(base, "std@1.0", "std@1.1")
    gone = {one.thing.iri: one for one in touched(difference)}

    assert gone
    assert References(base, difference, gone).all == ()


def test_the_version_in_force_and_the_working_copy_are_told_apart(put: Put, found: Found) -> None:
    both, old, new = (f"http://localhost:8000/id/panel/{name}" for name in ("both", "old", "new"))
    close = {"close_matches": (GONE,)}
    earlier = [skill(both, "Both", **close), skill(old, "Old", **close), skill(new, "New")]
    put("panel@1.0", [skill(ITEM, "Long ago", **close)], status=PublicationStatus.PUBLISHED)
    put("panel@1.1", earlier, status=PublicationStatus.PUBLISHED)
    put("panel@draft", [skill(both, "Both", **close), skill(new, "New", **close)], status=PublicationStatus.DRAFT)

    assert told(found()) == [
        ("link", "Both", "skos:closeMatch", ("panel@draft", "panel@1.1")),
        ("link", "New", "skos:closeMatch", ("panel@draft",)),
        ("link", "Old", "skos:closeMatch", ("panel@1.1",)),
    ]


def test_a_version_that_was_taken_back_counts_no_more(put: Put, found: Found) -> None:
    linking = [skill(ITEM, "Mend", close_matches=(GONE,))]
    put("panel@1.0", [skill(ITEM, "Mend")], status=PublicationStatus.PUBLISHED)
    put("panel@1.1", linking, status=PublicationStatus.WITHDRAWN)
    put("panel@draft", [skill(ITEM, "Mend")], status=PublicationStatus.DRAFT)
    assert found() == ()


def mapping(subject: str, predicate: str, thing: str) -> Mapping:
    return Mapping(
        iri=Iri(f"{HERE}/mapping"),
        subject=Iri(subject),
        predicate=Iri(predicate),
        object=Iri(thing),
        justification=Iri(SEMAPV.ManualMappingCuration),
        subject_label="Theirs" if thing == GONE else None,
        object_label=None if thing == GONE else "Theirs",
    )


def test_a_mapping_says_from_which_end(put: Put, found: Found) -> None:
    put("crosswalk@1", [mapping(GONE, SKOS.broadMatch, ITEM)])
    (its,) = found()
    put("crosswalk@1", [mapping(ITEM, SKOS.broadMatch, GONE)])
    (theirs,) = found()

    assert (its.relation, its.outgoing, its.subject.label) == ("skos:broadMatch", True, "Theirs")
    assert (theirs.relation, theirs.outgoing, theirs.subject.label) == ("skos:broadMatch", False, "Theirs")


def test_a_mapping_and_the_match_that_it_is_of_are_one(put: Put, found: Found) -> None:
    """Beside mappings an item may link as well, and a credential name what nobody mapped."""
    own = skill(ITEM, "Mend", close_matches=(GONE,), related=(GONE,))
    put("panel@1", [own, mapping(ITEM, SKOS.closeMatch, GONE)])
    assert told(found()) == [
        ("link", "Mend", "skos:related", ("panel@1",)),
        ("mapping", "Theirs", "skos:closeMatch", ("panel@1",)),
    ]


SSSOM = """#mapping_set_id: https://example.org/set
#license: https://creativecommons.org/publicdomain/zero/1.0/
#curie_map:
#  ex: https://example.org/
#  std: http://localhost:8000/id/std/
subject_id\tsubject_label\tsubject_type\tpredicate_id\tpredicate_modifier\tobject_id\tmapping_justification
"""
DENIED = "ex:a\tKnots\t\tskos:exactMatch\tNot\tstd:gone\tsemapv:ManualMappingCuration\n"
OF_A_TEXT = "\tTie knots\trdfs literal\tskos:exactMatch\t\tstd:gone\tsemapv:ManualMappingCuration\n"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        pytest.param(DENIED, ("mapping", "Knots", "not skos:exactMatch"), id="denied"),
        pytest.param(OF_A_TEXT, ("mapping", "Tie knots", "skos:exactMatch"), id="of a text"),
    ],
)
def test_mappings_of_sssom(found: Found, imported: Callable[..., None], row: str, said: tuple[str, ...]) -> None:
    imported("sssom", "set.sssom.tsv", SSSOM + row)
    assert [one[:3] for one in told(found())] == [said]


def ctdl(name: str, **said: object) -> dict[str, object]:
    ctid = "ce-11111111-1111-4111-8111-111111111111"
    node = {
        "@type": "ceterms:Course",
        "@id": f"https://credentialengineregistry.org/resources/{ctid}",
        "ceterms:ctid": ctid,
        "ceterms:name": {"en": name},
        **{f"ceterms:{word}": value for word, value in said.items()},
    }
    return {"@context": "https://credreg.net/ctdl/schema/context/json", "@graph": [node]}


ALIGNED = {"@type": "ceterms:CredentialAlignmentObject", "ceterms:targetNode": str(GONE)}
ASKED = {"@type": "ceterms:ConditionProfile", "ceterms:targetCompetency": [ALIGNED]}


@pytest.mark.parametrize(
    ("said", "relation"),
    [
        ({"teaches": [ALIGNED]}, "ceterms:teaches/ceterms:targetNode"),
        ({"requires": [ASKED]}, "ceterms:requires/ceterms:targetCompetency/ceterms:targetNode"),
        (
            {"requires": [{"@type": "ceterms:ConditionProfile", "ceterms:alternativeCondition": [ASKED]}]},
            "ceterms:requires/ceterms:alternativeCondition/ceterms:targetCompetency/ceterms:targetNode",
        ),
    ],
)
def test_alignments_of_ctdl_stand_within_courses(
    found: Found, imported: Callable[..., None], said: dict[str, object], relation: str
) -> None:
    imported("ctdl", "courses.json", ctdl("Gear", **said))
    (one,) = found()
    assert (one.subject.label, one.subject.kind, one.relation) == ("Gear", "course", relation)


def test_what_a_list_names_is_named_by_whoever_has_the_list(put: Put, found: Found) -> None:
    cells = (
        f"<{ITEM}> <{CETERMS.requires}> _:a .\n_:a <{RDF.first}> <{KEPT}> .\n_:a <{RDF.rest}> _:b .\n"
        f"_:b <{RDF.first}> <{GONE}> .\n_:b <{RDF.rest}> <{RDF.nil}> .\n"
    )
    put("panel@1", [skill(ITEM, "Mend")], raw=cells)
    assert told(found()) == [("link", "Mend", "ceterms:requires", ("panel@1",))]


def test_blank_nodes_in_a_circle_end(put: Put, found: Found) -> None:
    circle = f"_:a <{SKOS.related}> _:b .\n_:b <{SKOS.related}> _:a .\n_:b <{SKOS.related}> <{GONE}> .\n"
    put("panel@1", [skill(ITEM, "Mend")], raw=circle)
    assert found() == ()


def test_kinds_of_partnerships(put: Put, found: Found) -> None:
    put("panel@1", [Partnership(iri=ITEM, label=Text(value="Harbor Panel"), occupations=(GONE,))])
    (one,) = found()
    assert (one.subject.label, one.subject.kind) == ("Harbor Panel", "partnership")


GONE_THERE = {"title": "mend nets", "identifier": "00000000-0000-4000-8000-0000000000ff", "uri": str(GONE)}
OURS, PARENT = item(2, "Mend"), item(3, "Gear")


def associated(kind: str, *, outgoing: bool = False) -> dict[str, object]:
    """Return an association of an item with what is gone, or of that with the item."""
    ends = {"originNodeURI": GONE_THERE, "destinationNodeURI": link(OURS)}
    one = association(4, kind, OURS, OURS) | (ends if outgoing else {"destinationNodeURI": GONE_THERE})
    return package(OURS, PARENT, associations=(one, association(5, "isRelatedTo", OURS, PARENT)))


@pytest.mark.parametrize("kind", ["isRelatedTo", "exactMatchOf", "isPeerOf", "isPartOf", "precedes", "ext:adapts"])
def test_associations_of_case_are_each_told_once(found: Found, imported: Callable[..., None], kind: str) -> None:
    imported("case", "welding.json", associated(kind))
    (one,) = found()
    assert (one.kind.value, one.subject.label, one.relation, one.outgoing) == ("link", "Mend", kind, False)


@pytest.mark.parametrize(("kind", "matters"), [("precedes", True), ("isPeerOf", False)])
def test_associations_that_begin_at_what_is_touched(
    found: Found, imported: Callable[..., None], kind: str, matters: bool
) -> None:
    imported("case", "welding.json", associated(kind, outgoing=True))
    (one,) = found()
    assert (one.subject.label, one.relation, one.outgoing) == ("Mend", kind, matters)


def test_the_other_end_is_named_by_whichever_release_has_it(
    base: KnowledgeBase, put: Put, found: Found, imported: Callable[..., None]
) -> None:
    """A package that only crosswalks lists items of neither framework."""
    put("panel@1", [skill(ITEM, "Mend at the quay")])
    theirs = {"title": "theirs", "identifier": "00000000-0000-4000-8000-0000000000fe", "uri": str(ITEM)}
    one = association(4, "isPartOf", OURS, OURS) | {"originNodeURI": theirs, "destinationNodeURI": GONE_THERE}
    imported("case", "crosswalk.json", package(PARENT, associations=(one,)))
    assert [said[:3] for said in told(found())] == [("link", "Mend at the quay", "isPartOf")]


def test_alignments_of_rich_skills(found: Found, imported: Callable[..., None]) -> None:
    rich = {
        "type": "RichSkillDescriptor",
        "id": "https://skills.example.org/api/skills/1",
        "skillName": "Mend",
        "skillStatement": "Mend nets.",
        "alignments": [{"id": str(GONE), "skillName": "mend nets"}],
    }
    imported("rsd", "skills.json", [rich])
    assert [said[:3] for said in told(found())] == [("link", "Mend", "skos:relatedMatch")]
