"""Every rule of publication finds what it is for, and says the same as an engine of SHACL."""

import re
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from pyshacl import validate
from rdflib import SH, Graph, URIRef

from ontology.integrity import CIRCLE, Rule, findings, rules
from ontology.namespaces import SPARQL_PREFIXES
from ontology.records import Iri, Release, Text
from ontology.report import Report, Severity
from ontology.store import KnowledgeBase
from ontology.vocabulary import publication

OWN = "http://localhost:8000/id/trade/"
PREFIXES = f"{SPARQL_PREFIXES} PREFIX : <{OWN}> PREFIX x: <http://x/>\n"

SOUND = """
    :s a ceasn:CompetencyFramework, skos:ConceptScheme ; skos:prefLabel "Trade"@en ;
        dcterms:license x:license ; ceasn:publisher x:panel .
    x:panel a org:OrganizationalCollaboration ; org:hasMember x:firm .
    x:firm a org:Organization .
    :a a ceasn:Competency, skos:Concept ; skos:prefLabel "weld"@en ; skos:altLabel "join"@en ; skos:inScheme :s .
    :b a ceasn:Competency, skos:Concept ; skos:prefLabel "cut"@en ; skos:inScheme :s ;
        skos:broader :a ; skos:related :c ; ceasn:prerequisiteAlignment :c ; skos:exactMatch x:cut ;
        skos:broadMatch x:work .
    :c a ceasn:Competency, skos:Concept ; skos:prefLabel "draw"@en ; skos:inScheme :s .
    :d a ceasn:Competency, skos:Concept ; skos:prefLabel "draw"@en ; skos:inScheme :s ; owl:deprecated true ;
        dcterms:isReplacedBy :c .
    :o a ceterms:Occupation, skos:Concept ; skos:prefLabel "welder"@en .
    :r a lw:SkillRequirement ; lw:occupation :o ; lw:competency :a .
    :q a lw:SkillRequirement ; lw:occupation :o ; lw:competency :b .
    :t a lw:SkillRequirement ; lw:occupation :o ; lw:competency :c .
    :one a ceterms:Course ; ceterms:name "One"@en ; ceterms:codedNotation "1" ; ceterms:teaches :a .
    :two a ceterms:Course ; ceterms:name "Two"@en ; ceterms:codedNotation "2" ; lw:prerequisiteCode "1" ;
        ceterms:teaches :b .
    :scale a lw:Scale, skos:Concept ; skos:prefLabel "scale"@en ; lw:minimum 0.0 ; lw:maximum 7.0 .
    :rating a lw:Rating ; lw:occupation :o ; lw:element :a ; lw:scale :scale ; lw:value 3.5 .
"""
"""A small standard that keeps every rule."""

BROKEN: dict[str, tuple[str, list[str]]] = {
    "concept-and-scheme": (":a a skos:ConceptScheme .", ["a"]),
    "collection-and-more": (":a a skos:Collection .", ["a"]),
    "label-twice": (':a skos:hiddenLabel "weld"@en . :c skos:altLabel "x"@en ; skos:hiddenLabel "x"@en .', ["a", "c"]),
    "same-label": (':z a skos:Concept ; skos:prefLabel "Weld"@en ; skos:inScheme :s ; skos:broader :a .', ["a", "z"]),
    "empty-label": (':a skos:altLabel "  "@en .', ["a"]),
    "no-language": (':a skos:prefLabel "weld"@und .', ["a"]),
    "no-label": (":z a ceasn:Competency ; skos:inScheme :s . :q lw:competency :z .", ["z"]),
    "broader-cycle": (":a skos:broader :b .", ["a", "b"]),
    "related-and-broader": (":a skos:related :b .", ["b"]),
    "related-to-itself": (":a skos:closeMatch :a .", ["a"]),
    "exact-and-other-match": (":b skos:relatedMatch x:cut .", ["b"]),
    "top-with-broader": (":s skos:hasTopConcept :b .", ["b"]),
    "no-license": (
        ":z a ceasn:CompetencyFramework ; ceasn:name 'Z'@en ; ceasn:publisher x:other ; skos:hasTopConcept :a .",
        ["z"],
    ),
    "no-owner": (
        ":z a ceasn:CompetencyFramework ; ceasn:name 'Z'@en ; dcterms:license x:l ; skos:hasTopConcept :a .",
        ["z"],
    ),
    "empty-framework": (
        ":z a ceasn:CompetencyFramework ; ceasn:name 'Z'@en ; dcterms:license x:l ; ceasn:publisher x:firm .",
        ["z"],
    ),
    "orphan": (':z a ceasn:Competency ; ceasn:competencyText "file"@en . :q lw:competency :z .', ["z"]),
    "attached-to-nothing": (':z a skos:Concept ; skos:prefLabel "file"@en .', ["z"]),
    "needed-by-none": (':z a ceasn:Competency ; ceasn:competencyText "file"@en ; skos:inScheme :s .', ["z"]),
    "child-cycle": (":a ceasn:isChildOf :c . :a ceasn:hasChild :c .", ["a", "c"]),
    "prerequisite-cycle": (
        ':c ceasn:prerequisiteAlignment :b . :one lw:prerequisiteCode "2" .',
        ["b", "c", "one", "two"],
    ),
    "dissent-without-reason": (
        ":e a lw:Endorsement ; lw:positionTaken lw:Dissent ; prov:wasAssociatedWith x:firm . :f a lw:Endorsement ; "
        'lw:positionTaken lw:Dissent ; prov:wasAssociatedWith x:firm ; rdfs:comment "Too much" .',
        ["e"],
    ),
    "position-of-nobody": (
        ":e a lw:Endorsement ; lw:positionTaken lw:Endorse ; prov:wasAssociatedWith x:nobody .",
        ["e"],
    ),
    "unknown-occupation": (":q lw:occupation x:nobody .", ["q"]),
    "off-the-scale": (":rating lw:value 8 .", ["rating"]),
    "withdrawn-but-needed": (":q lw:competency :d .", ["d"]),
    "withdrawn-but-broader": (":c skos:broader :d .", ["d"]),
    "replaced-by-itself": (":c dcterms:isReplacedBy :d .", ["c", "d"]),
}
"""By rule: what breaks it and no other, and the nodes that then break it."""

Judge = Callable[[str], Report]


@pytest.fixture
def judged() -> Judge:
    """What judges a standard, written in Turtle."""

    def judge(turtle: str) -> Report:
        told = Graph().parse(data=PREFIXES + turtle, format="turtle").serialize(format="nt", encoding="utf-8")
        release = Release(
            iri=Iri("http://x/"),
            source="trade",
            version="draft",
            title=Text(value="Trade"),
            imported=datetime(2026, 1, 1, tzinfo=UTC),
            tool="test",
        )
        with KnowledgeBase.in_memory() as base:
            return findings(base, base.replace(release, [], [told]))

    return judge


def test_every_rule_is_broken_here() -> None:
    assert sorted(BROKEN) == sorted(rule.code for rule in rules() if rule.query)


def test_what_is_sound_passes(judged: Judge) -> None:
    assert judged(SOUND).summary() == "no findings"


@pytest.mark.parametrize("code", BROKEN)
def test_each_broken_rule_is_found_and_no_other(code: str, judged: Judge) -> None:
    wrong, nodes = BROKEN[code]

    report = judged(SOUND + wrong)

    assert sorted({(finding.code, finding.node.removeprefix(OWN)) for finding in report}) == [(code, n) for n in nodes]


def test_circles_are_gone_through_link_by_link() -> None:
    """A store that follows a path from each node anew takes the square of its length."""
    followed = {rule.code for rule in rules() if CIRCLE.search(rule.query)}
    assert followed == {"broader-cycle", "child-cycle", "prerequisite-cycle", "replaced-by-itself"}
    assert followed == {rule.code for rule in rules() if re.search(r"\+ \$this", rule.query)}


def test_a_circle_of_ten_thousand_is_found(judged: Judge) -> None:
    ring = "".join(f":i{at} a skos:Concept ; skos:narrower :i{(at + 1) % 10_000} .\n" for at in range(10_000))
    assert len([one for one in judged(SOUND + ring) if one.code == "broader-cycle"]) == 10_000


def test_what_says_that_it_replaces_itself_is_found_too(judged: Judge) -> None:
    (found,) = judged(SOUND + ":c dcterms:replaces :c .")

    assert (found.code, found.node) == ("replaced-by-itself", f"{OWN}c")


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
def test_a_rule_says_what_is_wrong_who_asks_for_it_and_what_to_do(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z].*[^.]", rule.message)
    assert re.fullmatch(r"[A-Z].*\.", rule.remedy)
    assert re.fullmatch(r"https://\S+", rule.source)
    assert re.fullmatch(r"[\w'. -]+, \S.*", rule.citation)
    assert not re.search(r"\b(MINUS|VALUES|SERVICE)\b", rule.query)
    assert all("$this" in names for names in re.findall(r"SELECT(.*?)WHERE", rule.query, re.DOTALL))


def test_a_finding_names_the_node_the_rule_its_source_and_the_remedy(judged: Judge) -> None:
    (finding,) = judged(SOUND + ":a skos:related :b .")

    assert str(finding) == (
        f"error: {OWN}b, skos:related: is related to something that is broader than it ('{OWN}a'). "
        "Keep the hierarchy, and take skos:related out. [SKOS Reference, S27]"
    )


def test_what_is_only_worth_a_look_is_a_warning(judged: Judge) -> None:
    assert {finding.severity for finding in judged(SOUND + BROKEN["needed-by-none"][0])} == {Severity.WARNING}


@pytest.mark.parametrize("code", BROKEN)
def test_an_engine_of_shacl_finds_the_same(code: str) -> None:
    wrong, nodes = BROKEN[code]

    _, results, _ = validate(Graph().parse(data=PREFIXES + SOUND + wrong, format="turtle"), shacl_graph=alone(code))

    assert isinstance(results, Graph)
    assert sorted({str(node).removeprefix(OWN) for node in results.objects(None, SH.focusNode)}) == nodes


def alone(code: str) -> Graph:
    """Return one rule as a graph of shapes."""
    shapes = publication()
    for other in {*shapes.subjects(SH.sparql)} - {URIRef(f"https://w3id.org/ladderworks/shapes#{code}")}:
        shapes.remove((other, None, None))
    return shapes
