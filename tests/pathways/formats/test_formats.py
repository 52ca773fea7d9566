"""The formats of a ladder: each is readable by its own kind of reader and says the same."""

import csv
import io
import json
import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pydantic import ValidationError
from rdflib import Graph, Literal, URIRef
from rdflib.compare import isomorphic

from ontology.errors import UnsupportedError
from ontology.forms import Form
from ontology.namespaces import CETERMS, LW, RDF, XSD
from ontology.records import Iri, Text
from ontology.records.pathways import ctid
from pathways.diagrams import to_dot, to_svg
from pathways.formats import FORMATS, ladder_format, to_csv, to_html, to_json, to_json_ld, to_markdown
from pathways.formats.linked_data import records, to_turtle
from pathways.formats.spreadsheet import COLUMNS
from pathways.ladders import wording
from pathways.ladders.reading import climbed
from pathways.records.ladder import Direction, Ladder, Reference, TradeOff

GOLDEN = Path(__file__).parents[2] / "golden" / "ladders"
NURSING = Ladder.model_validate_json((GOLDEN / "nursing.json").read_text())
POWER = Ladder.model_validate_json((GOLDEN / "power-generation.json").read_text())
EMPTY = Ladder(iri=Iri("http://localhost:8000/id/ladder/none"), title="None", description="", rungs=(), steps=())


def relabeled(words: str) -> Ladder:
    """The nursing ladder, its first rung renamed."""
    first = NURSING.rungs[0].model_copy(update={"label": Text(value=words)})
    return NURSING.model_copy(update={"rungs": (first, *NURSING.rungs[1:])})


def test_the_table_names_what_the_command_line_promises() -> None:
    assert sorted(FORMATS.extensions) == sorted(
        ["svg", "png", "pdf", "dot", "mmd", "json", "ttl", "jsonld", "md", "html", "csv"]
    )
    assert len({form.media_type for form in FORMATS}) == len(FORMATS.all)


@pytest.mark.parametrize("form", FORMATS.all, ids=lambda form: form.extension)
@pytest.mark.parametrize("ladder", [NURSING, EMPTY], ids=["nursing", "empty"])
def test_every_format_writes_every_ladder(form: Form[...], ladder: Ladder) -> None:
    written = form.write(ladder)

    assert written
    assert written == form.write(ladder)


def test_formats_are_found_by_extension_and_media_type() -> None:
    assert ladder_format("ttl") is ladder_format(".ttl") is ladder_format("text/turtle")
    with pytest.raises(UnsupportedError, match="'docx' is not a format of ladders; take one of: json, svg"):
        ladder_format("docx")


# --- JSON -------------------------------------------------------------------


@pytest.mark.parametrize("ladder", [NURSING, POWER, EMPTY])
def test_json_is_the_ladder_again(ladder: Ladder) -> None:
    assert Ladder.model_validate_json(to_json(ladder)) == ladder


def test_a_step_to_nowhere_is_refused() -> None:
    broken = json.loads(to_json(NURSING))
    broken["steps"][0]["end"] = "http://localhost:8000/id/onet/99-9999.00"

    with pytest.raises(ValidationError, match=r"not among the rungs: .*99-9999"):
        Ladder.model_validate(broken)


def test_a_rung_given_twice_is_refused() -> None:
    broken = json.loads(to_json(NURSING))
    broken["rungs"].append(broken["rungs"][0])

    with pytest.raises(ValidationError, match=r"given twice: .*31-1131"):
        Ladder.model_validate(broken)


# --- CSV --------------------------------------------------------------------


def test_csv_has_a_row_for_each_step() -> None:
    rows = list(csv.DictReader(io.StringIO(to_csv(POWER))))

    assert len(rows) == len(POWER.steps)
    assert [row["to"] for row in rows] == [str(POWER.rung(step.end).label) for step in climbed(POWER).steps]
    assert float(rows[0]["gap"]) == climbed(POWER).steps[0].gap
    assert {row["main_route"] for row in rows} == {"yes", "no"}


def test_csv_of_a_ladder_without_steps_says_why() -> None:
    alone = POWER.model_copy(update={"rungs": POWER.rungs[:1], "steps": (), "routes": (), "notes": ("No step up.",)})
    (row,) = csv.DictReader(io.StringIO(to_csv(alone)))
    assert (row["from_code"], row["to_code"]) == (POWER.rungs[0].code, "")
    assert row["notes"] == f"{POWER.description} No step up."

    (row,) = csv.DictReader(io.StringIO(to_csv(alone.model_copy(update={"rungs": ()}))))
    assert (row["from_code"], row["notes"]) == ("", f"{POWER.description} No step up.")


def test_csv_has_the_evidence_of_each_step() -> None:
    rows = list(csv.DictReader(io.StringIO(to_csv(POWER))))

    for row, step in zip(rows, climbed(POWER).steps, strict=True):
        assert row["notes"] == " ".join(step.notes)
        assert row["views"].split("; ") == [f"{e.view}: {e.similarity:g}, rank {e.rank}" for e in step.evidence]
        assert len(row["levels"].split("; ")) == len(row["skills_to_learn"].split("; ")) == len(step.gains)
        for end, occupation in (("from", step.start), ("to", step.end)):
            wage = POWER.rung(occupation).wage
            known = (wage.low, wage.median, wage.high) if wage else (None, None, None)
            said = [row[f"{end}_{name}_pay"] for name in ("low", "median", "high")]
            assert [float(cell) if cell else None for cell in said] == list(known)
    assert {row["pay_source"] for row in rows} == {rung.wage.source for rung in POWER.rungs if rung.wage}
    assert {row["ratings_source"] for row in rows} == {gain.source for step in POWER.steps for gain in step.gains}


def test_csv_has_the_columns_that_the_reference_explains(project: Path) -> None:
    page = (project / "docs/reference/ladder-forms.md").read_text(encoding="utf-8")
    table = page.partition("## CSV")[2].partition("\n## ")[0]
    named = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    explained = [name for cell in named for name in re.findall(r"`(\w+)`", cell)]

    assert sorted(explained) == sorted(COLUMNS)


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_csv_has_no_formulas(formula: str) -> None:
    row = next(csv.DictReader(io.StringIO(to_csv(relabeled(formula)), newline="")))

    assert row["from"] == f"'{formula}"


# --- Markdown and HTML ------------------------------------------------------


def test_markdown_goes_rung_by_rung() -> None:
    lines = to_markdown(POWER).splitlines()
    headings = Counter(line.split(" ")[0] for line in lines if line.startswith("#"))

    assert headings == {"#": 1, "##": 2 + 3, "###": len(POWER.rungs), "####": len(POWER.steps)}
    assert "- **To learn**: 29% of what the job asks is new" in lines
    assert "- **Pay**: pay rises by 28%" in lines
    assert any("from level" in line for line in lines)
    assert any("taught in [ELEC 101" in line for line in lines)
    assert "- U.S. Bureau" not in to_markdown(POWER)


def test_markdown_names_at_most_eight_skills_and_counts_the_rest() -> None:
    gains = POWER.steps[0].gains
    many = POWER.model_copy(update={"steps": (POWER.steps[0].model_copy(update={"gains": gains * 3}),)})

    assert f"- and {len(gains) * 3 - 8} more" in to_markdown(many)


def changed(**values: object) -> Ladder:
    """The power ladder with only its first step, changed."""
    return POWER.model_copy(update={"steps": (POWER.steps[0].model_copy(update=values),)})


def test_what_needs_and_pay_say_is_not_said_again() -> None:
    notes = ("Trade-off: the median pay is 8% lower.", "Needs a license: state license.", "No release rates both.")
    prepared = POWER.steps[0].preparation.model_copy(update={"license": "state license"})
    step: dict[str, object] = {"credentials": (), "preparation": prepared, "wage_change": -0.08, "notes": notes}

    for written in (to_markdown(changed(**step)), to_html(changed(**step))):
        assert "No release rates both." in written
        assert "Trade-off" not in written
        assert "Needs a license" not in written
    assert to_markdown(changed(**step)).count("state license") == 1
    rated = Reference(iri=Iri("http://x/c"), label=Text(value="Certificate"))
    assert "Needs a license: state license." in to_markdown(changed(**step | {"credentials": (rated,)}))
    named = Reference(iri=Iri("http://x/c"), label=Text(value="State License"))
    assert "Needs a license" not in to_markdown(changed(**step | {"credentials": (named,)}))


def test_a_trade_off_and_a_long_step_are_told_in_every_form() -> None:
    notes = ("Trade-off: the median pay is 15% lower, by $9,000 a year.", "Long step: most of what it asks is new.")
    lost = TradeOff(amount=9_000, share=0.15)
    found = changed(wage_change=-0.15, tradeoff=lost, long=True, notes=notes)

    assert "- **Trade-off**: pay falls by 15%, gives up $9,000 a year" in to_markdown(found)
    assert "Long step: most of what it asks is new." in to_markdown(found)
    (row,) = csv.DictReader(io.StringIO(to_csv(found)))
    assert (row["pay_given_up"], row["long_step"]) == ("9000.0", "yes")
    assert "gives up $9,000 a year" in wording.sentence(found.steps[0], found)


@pytest.mark.parametrize("description", ["5 occupations and 5 steps, from A to B.", "Care of patients."])
def test_rungs_and_steps_are_counted_once(description: str) -> None:
    summary = wording.summary(NURSING.model_copy(update={"description": description}))

    assert summary.count("5 steps") == 1


@pytest.mark.parametrize(
    ("education", "needed"),
    [
        ("Associate degree", ("Associate degree",)),
        ("Associate degree or equivalent experience", ()),
        ("Bachelor's degree, or long experience in the trade", ()),
        ("", ()),
    ],
)
def test_an_education_that_experience_replaces_is_no_barrier(education: str, needed: tuple[str, ...]) -> None:
    prepared = POWER.steps[0].preparation.model_copy(update={"education": education, "license": ""})
    step = POWER.steps[0].model_copy(
        update={"direction": Direction.BRIDGE, "credentials": (), "preparation": prepared},
    )

    assert wording.needs(step) == needed


def test_markdown_takes_hostile_words_as_they_are() -> None:
    written = to_markdown(relabeled("# *a* [b](c)\n<script>"))

    assert r"### [\# \*a\* \[b\](c) \<script\>](<http" in written


class Outline(HTMLParser):
    """Which elements a page has, and in which order its headings come."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: Counter[str] = Counter()
        self.levels: list[int] = []
        self.loaded: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements[tag] += 1
        if tag in {"h1", "h2", "h3", "h4"}:
            self.levels.append(int(tag[1]))
        self.loaded += [value for name, value in attrs if name == "src" and value]


def test_page_stands_alone() -> None:
    page = Outline(to_html(POWER))

    assert page.elements["main"] == page.elements["h1"] == 1
    assert page.elements["svg"] == 2, "the mark in the head, and the picture"
    assert page.elements["script"] == page.elements["link"] == 0
    assert page.loaded == []
    assert all(after - before <= 1 for before, after in zip(page.levels, page.levels[1:], strict=False))


def test_page_takes_hostile_words_as_they_are() -> None:
    assert Outline(to_html(relabeled("<script>alert(1)</script> $title ${x}"))).elements["script"] == 0


def test_page_links_where_it_is_told() -> None:
    page = to_html(NURSING, lambda rung: f"/explore/{rung.code}")

    assert page.count('href="/explore/29-1141.00"') == 3  # the card, its rung in words, the step that leads there


# --- Linked data ------------------------------------------------------------


@pytest.fixture(scope="module")
def graph() -> Graph:
    return Graph().parse(data=to_turtle(NURSING), format="turtle")


def plain(graph: Graph) -> Graph:
    """The same without ``xsd:string``, which RDF 1.1 takes for granted and rdflib tells apart."""
    copy = Graph()
    for subject, predicate, value in graph:
        string = isinstance(value, Literal) and value.datatype == XSD.string
        copy.add((subject, predicate, Literal(str(value)) if string else value))
    return copy


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph")  # rdflib's own reader
def test_json_ld_says_what_turtle_says(graph: Graph) -> None:
    assert isomorphic(plain(Graph().parse(data=to_json_ld(NURSING), format="json-ld")), plain(graph))


def test_pathway_has_its_rungs_and_its_goal(graph: Graph) -> None:
    pathway = URIRef(NURSING.iri)
    goals = [graph.value(goal, CETERMS.proxyFor) for goal in graph.objects(pathway, CETERMS.hasDestinationComponent)]
    jobs = set(graph.subjects(RDF.type, CETERMS.JobComponent))

    assert (pathway, RDF.type, CETERMS.Pathway) in graph
    assert [str(goal) for goal in goals] == [NURSING.rungs[-1].occupation]
    assert len(jobs) == 5
    assert jobs <= set(graph.objects(pathway, CETERMS.hasPart))
    assert all((job, CETERMS.isPartOf, pathway) in graph for job in jobs)


def test_a_sector_may_have_several_goals() -> None:
    sector = Graph().parse(data=to_turtle(POWER.model_copy(update={"routes": ()})), format="turtle")
    goals = sector.objects(URIRef(POWER.iri), CETERMS.hasDestinationComponent)

    assert {str(sector.value(goal, CETERMS.name)) for goal in goals} == {
        "Electrical Engineers",
        "Hydroelectric Production Managers",
        "Industrial Production Managers",
        "Power Distributors and Dispatchers",
    }


def test_precedes_and_preceded_by_mirror_each_other(graph: Graph) -> None:
    jobs = set(graph.subjects(RDF.type, CETERMS.JobComponent))
    before = {(a, b) for a, b in graph.subject_objects(CETERMS.precedes) if a in jobs}

    assert len(before) == len(NURSING.steps)
    assert {(b, a) for a, b in graph.subject_objects(CETERMS.precededBy)} == before


def test_every_way_to_a_rung_is_a_condition(graph: Graph) -> None:
    practical = URIRef(NURSING.rungs[2].occupation)
    (job,) = graph.subjects(CETERMS.proxyFor, practical)
    choice = graph.value(job, CETERMS.hasCondition)
    ways = list(graph.objects(choice, CETERMS.hasCondition))
    targets = [set(graph.objects(way, CETERMS.targetComponent)) for way in ways]
    licenses = set(graph.subjects(RDF.type, CETERMS.CredentialComponent))

    assert graph.value(choice, CETERMS.requiredNumber) == Literal(1)
    assert len(ways) == 2
    assert all(len(found) == 2 and len(found & licenses) == 1 for found in targets)
    assert sorted(float(str(graph.value(way, LW.skillGap))) for way in ways) == [0.31, 0.35]
    assert {str(graph.value(way, CETERMS.requiredNumber)) for way in ways} == {"2"}


def test_ctids_are_well_formed_and_follow_from_addresses(graph: Graph) -> None:
    found = {str(subject): str(value) for subject, value in graph.subject_objects(CETERMS.ctid)}

    assert found[NURSING.iri] == ctid(NURSING.iri)
    assert len(set(found.values())) == len(found) == 1 + 5 + 3
    assert all(subject in found for subject in map(str, graph.subjects(RDF.type, CETERMS.PathwayComponent)))


def test_descriptions_are_as_long_as_the_registry_asks() -> None:
    (pathway, *_) = records(EMPTY)

    assert len(str(dict(pathway)["description"])) >= 15


# --- Links ------------------------------------------------------------------


def test_nothing_is_called_a_link_that_leads_nowhere() -> None:
    root = ElementTree.fromstring(to_svg(NURSING, lambda rung: ""))
    cards = [part for part in root.iter("{http://www.w3.org/2000/svg}g") if part.get("class") == "rung"]

    assert not list(root.iter("{http://www.w3.org/2000/svg}a"))
    assert [card.get("role") for card in cards] == ["img"] * len(NURSING.rungs)
    assert {card.get("tabindex") for card in cards} == {"0"}
    assert [card.findtext("{http://www.w3.org/2000/svg}title") for card in cards] == [
        card.get("aria-label") for card in cards
    ]
    assert "URL" not in to_dot(NURSING, lambda rung: "")
    assert to_dot(NURSING).count("URL=") == len(NURSING.rungs)


def test_csv_and_json_tell_the_months_of_a_step() -> None:
    takes = NURSING.steps[0].preparation.model_copy(
        update={"school_months": 24.0, "experience_months": 3.5, "training_months": 6.0}
    )
    first = NURSING.steps[0].model_copy(update={"preparation": takes})
    ladder = NURSING.model_copy(update={"steps": (first,)})
    (row,) = csv.DictReader(io.StringIO(to_csv(ladder)))

    assert (row["school_months"], row["experience_months"], row["training_months"]) == ("24.0", "3.5", "6.0")
    assert json.loads(to_json(ladder))["steps"][0]["preparation"]["experience_months"] == 3.5
    assert "about 2 years of school, 4 months of related work and 6 months of training on the job" in to_markdown(
        ladder
    )
