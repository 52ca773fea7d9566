"""Mermaid: every line of a shape that its grammar has, every text as it stands, nothing of the ladder left out."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.records import Text
from pathways.diagrams import to_dot, to_mermaid
from pathways.records.bridge import Bridge, BridgeKind
from pathways.records.ladder import Ladder, TradeOff

GOLDEN = Path(__file__).parents[2] / "golden" / "ladders"
NURSING = Ladder.model_validate_json((GOLDEN / "nursing.json").read_text())
POWER = Ladder.model_validate_json((GOLDEN / "power-generation.json").read_text())
EMPTY = NURSING.model_copy(update={"rungs": (), "steps": (), "routes": ()})

QUOTED = r'"(?:[^"\n;#&<>\\`*_{}|~\[\]]|#\d+;|<br/>)*"'
NODE = re.compile(rf" +(?P<name>\w+)\[(?P<text>{QUOTED})\]")
EDGE = re.compile(rf" +(?P<start>rung\d+) (?P<arrow>-->|-\.->|==>)(?:\|(?P<text>{QUOTED})\|)? (?P<end>rung\d+)")
SHAPES = (
    re.compile(r"flowchart BT"),
    re.compile(r"  acc(Title|Descr): .+"),
    re.compile(rf"  subgraph \w+\[{QUOTED}\]"),
    re.compile(r"  end"),
    NODE,
    EDGE,
    re.compile(r'  click rung\d+ href "[^"\s<>]+"'),
    re.compile(r"  classDef main stroke-width:4px"),
    re.compile(r"  class rung\d+(,rung\d+)* main"),
)
"""What a line may be: a part of the grammar of flowcharts, https://mermaid.js.org/syntax/flowchart.html."""


def read(quoted: str) -> list[str]:
    """Return the lines of a quoted text as Mermaid shows them."""
    lines = quoted[1:-1].replace("$\N{WORD JOINER}", "$").split("<br/>")
    return [html.unescape(re.sub(r"#(\d+);", r"&#\1;", line)) for line in lines]


def renamed(words: str) -> Ladder:
    first = NURSING.rungs[0].model_copy(update={"label": Text(value=words)})
    return NURSING.model_copy(update={"rungs": (first, *NURSING.rungs[1:])})


@pytest.mark.parametrize("ladder", [NURSING, POWER, EMPTY], ids=["nursing", "power", "empty"])
def test_every_line_has_a_shape_of_the_grammar(ladder: Ladder) -> None:
    lines = to_mermaid(ladder).splitlines()

    assert [line for line in lines if not any(shape.fullmatch(line) for shape in SHAPES)] == []
    assert sum(line.startswith("  subgraph") for line in lines) == sum(line == "  end" for line in lines)


def test_rungs_steps_and_lanes_are_all_there() -> None:
    text = to_mermaid(POWER)
    nodes = {found["name"]: read(found["text"]) for found in NODE.finditer(text)}
    edges = [(found["start"], found["end"]) for found in EDGE.finditer(text)]

    assert [nodes[f"rung{at}"] for at in range(len(POWER.rungs))] == [
        lines for rung in POWER.rungs for lines in nodes.values() if str(rung.label) in lines
    ]
    place = {rung.occupation: f"rung{at}" for at, rung in enumerate(POWER.rungs)}
    assert edges == [(place[step.start], place[step.end]) for step in POWER.steps]
    assert re.findall(r"subgraph (zone\d)", text) == ["zone2", "zone3", "zone4"]


def test_a_step_says_gap_needs_and_months() -> None:
    takes = NURSING.steps[0].preparation.model_copy(update={"training_months": 8})
    first = NURSING.steps[0].model_copy(update={"preparation": takes})
    text = to_mermaid(NURSING.model_copy(update={"steps": (first, *NURSING.steps[1:])}))
    said = [" ".join(read(found["text"])) for found in EDGE.finditer(text)]

    assert said[0].endswith("about 8 months of training on the job")
    assert any("needs: Practical nurse license 31% to learn" in words for words in said)


def test_the_main_route_is_broad_and_a_trade_off_is_told_in_words() -> None:
    lost = NURSING.steps[0].model_copy(update={"tradeoff": TradeOff(amount=5000, share=0.12), "main": True})
    text = to_mermaid(NURSING.model_copy(update={"steps": (lost, *NURSING.steps[1:])}))

    assert "rung0 ==>|" in text
    assert "trade-off: gives up<br/>$5,000 a year" in text or "trade-off: gives up $5,000" in text


def test_both_graphs_tell_where_one_earns_while_one_learns() -> None:
    apprenticeship = Bridge(kind=BridgeKind.APPRENTICESHIP, label=Text(value="Nurse aide"), job_hours=8000)
    last = NURSING.rungs[-1].model_copy(update={"apprenticeships": (apprenticeship,)})
    ladder = NURSING.model_copy(update={"rungs": (*NURSING.rungs[:-1], last)})

    assert "Earn while you learn: 8,000 hours" in to_mermaid(ladder)
    assert "Earn while you learn: 8,000 hours" in to_dot(ladder).replace("\\n", " ")


def test_why_there_are_no_steps_and_whom_to_name_is_seen_and_read_aloud() -> None:
    told = NURSING.model_copy(update={"steps": (), "routes": (), "notes": ("No step up was found.",)})
    text = to_mermaid(told)
    (about,) = (" ".join(read(found["text"])) for found in NODE.finditer(text) if found["name"] == "about")
    (aloud,) = re.findall(r"  accDescr: (.+)", text)

    for said in (about, aloud):
        assert f"No step up was found. Source: {NURSING.sources[0].title}." in said
        assert " ".join(NURSING.sources[-1].attribution.split()) in said


def test_a_dead_end_is_marked() -> None:
    ends = [rung for rung in POWER.rungs if rung.dead_end]
    marked = NURSING.model_copy(
        update={"rungs": tuple(rung.model_copy(update={"dead_end": True}) for rung in NURSING.rungs)}
    )

    assert to_mermaid(POWER).count("No way up") == to_dot(POWER).count("No way up") == len(ends)
    assert to_mermaid(marked).count("No way up") == len(NURSING.rungs)


def test_a_rung_that_leads_nowhere_has_no_link() -> None:
    assert "click" in to_mermaid(NURSING)
    assert "click" not in to_mermaid(NURSING, lambda _: "")


@pytest.mark.parametrize(
    "words",
    [
        'a"]; rung0 --> rung1; x["',
        "<script>alert(1)</script>",
        "%%{init: {}}%% %% not a comment",
        "#quot; &amp; #35;",
        "1. no list",
        "- no list",
        "`no code` **no weight** _none_",
        "end",
        "$$no formula$$",
        "C:\\N|pipe|[x]{y}(z)",
        "Enfermería: ñ “ü” 看護師",
    ],
)
def test_hostile_words_stand_as_they_are(words: str) -> None:
    text = to_mermaid(renamed(words))

    assert [line for line in text.splitlines() if not any(shape.fullmatch(line) for shape in SHAPES)] == []
    (node,) = (found for found in NODE.finditer(text) if found["name"] == "rung0")
    assert words in read(node["text"])


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1))
def test_any_words_stand_as_they_are(words: str) -> None:
    (node,) = (found for found in NODE.finditer(to_mermaid(renamed(words))) if found["name"] == "rung0")

    assert words in read(node["text"])
