"""PNG, PDF and DOT: whole, the same on a machine without fonts, and open to readers."""

import hashlib
import io
import os
import re
import struct
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pygraphviz
import pytest
from pypdf import PdfReader

from ontology.errors import InputError
from pathways.diagrams import to_dot, to_pdf, to_png, to_svg
from pathways.diagrams.picture import picture
from pathways.records.ladder import Ladder, TradeOff

GOLDEN = Path(__file__).parents[2] / "golden" / "ladders"


@pytest.fixture(scope="module")
def nursing() -> Ladder:
    return Ladder.model_validate_json((GOLDEN / "nursing.json").read_text())


@pytest.fixture(scope="module")
def pdf(nursing: Ladder) -> PdfReader:
    return PdfReader(io.BytesIO(to_pdf(nursing)))


def size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    return struct.unpack(">II", png[16:24])


@pytest.mark.parametrize("scale", [0.5, 1, 2])
def test_png_has_the_size_of_the_picture(nursing: Ladder, scale: float) -> None:
    found = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', to_svg(nursing))
    assert found

    assert size(to_png(nursing, scale=scale)) == pytest.approx([float(part) * scale for part in found.groups()], abs=1)


def test_a_large_picture_stays_small_enough_to_send(nursing: Ladder) -> None:
    power = Ladder.model_validate_json((GOLDEN / "power-generation.json").read_text())
    wide, high = size(to_png(nursing))
    drawn = picture(nursing)

    assert wide * high <= 5_000_000 + wide + high
    assert wide <= 2 * drawn.width + 1
    assert len(to_png(power)) < 500_000


@pytest.mark.parametrize("scale", [0, -1, 9, float("nan"), float("inf")])
def test_png_scale_is_bounded(nursing: Ladder, scale: float) -> None:
    with pytest.raises(InputError, match="at most 8"):
        to_png(nursing, scale=scale)


def test_text_is_drawn_without_any_font_of_the_machine(nursing: Ladder, tmp_path: Path) -> None:
    """The bytes are those of any other machine, and without words the picture is another one."""
    program = (
        "import hashlib, sys; from pathlib import Path; from pathways.diagrams import to_png, to_pdf;"
        "from pathways.records.ladder import Ladder;"
        "ladder = Ladder.model_validate_json(Path(sys.argv[1]).read_text());"
        "print(*(hashlib.sha256(write(ladder)).hexdigest() for write in (to_png, to_pdf)))"
    )
    (tmp_path / "fonts.conf").write_text("<fontconfig/>")
    bare = subprocess.run(
        [sys.executable, "-c", program, GOLDEN / "nursing.json"],
        env={"FONTCONFIG_FILE": str(tmp_path / "fonts.conf"), "HOME": str(tmp_path), "PATH": os.defpath},
        check=True,
        capture_output=True,
        text=True,
    )
    silent = nursing.model_copy(update={"title": " ", "description": " "})

    assert bare.stdout.split() == [hashlib.sha256(made).hexdigest() for made in (to_png(nursing), to_pdf(nursing))]
    assert to_png(silent) != to_png(nursing)


def test_threads_draw_the_same(nursing: Ladder) -> None:
    with ThreadPoolExecutor(4) as pool:
        made = set(pool.map(lambda _: (to_png(nursing, scale=0.5), to_pdf(nursing), to_svg(nursing)), range(8)))

    assert len(made) == 1


def test_pdf_begins_with_the_picture_on_one_letter_page(nursing: Ladder, pdf: PdfReader) -> None:
    page = pdf.pages[0]

    assert to_pdf(nursing).startswith(b"%PDF-")
    assert (float(page.mediabox.width), float(page.mediabox.height)) == (612, 792)
    assert len(pdf.pages) > 1


def test_pdf_text_can_be_searched_and_copied(pdf: PdfReader) -> None:
    words = " ".join(pdf.pages[0].extract_text().split())

    assert "Licensed Practical and Licensed Vocational Nurses" in words
    assert "$111,030 a year" in words


def test_pdf_tells_the_ladder_in_words(pdf: PdfReader) -> None:
    words = " ".join(" ".join(page.extract_text() for page in pdf.pages[1:]).split())

    assert "31% of what the job asks is new" in words
    assert "BLS Occupational Employment and Wage Statistics" in words


def test_pdf_is_tagged_titled_and_has_links(nursing: Ladder, pdf: PdfReader) -> None:
    root: Any = pdf.trailer["/Root"]
    notes: Any = pdf.pages[0]["/Annots"]

    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert pdf.metadata is not None
    assert pdf.metadata.title == nursing.title
    assert [note.get_object()["/A"]["/URI"] for note in notes] == [rung.occupation for rung in nursing.rungs]


def test_dot_is_what_graphviz_reads(nursing: Ladder) -> None:
    graph = pygraphviz.AGraph(string=to_dot(nursing))
    graph.layout("dot")

    assert {*graph.nodes()} == {*(f"rung{at}" for at in range(5)), "about"}
    assert len(graph.edges()) == 5
    assert graph.get_node("rung2").attr["URL"] == nursing.rungs[2].occupation
    label = graph.get_node("rung2").attr["label"].replace("\\n", " ")
    assert "Licensed Practical and Licensed Vocational Nurses" in label
    assert [part.graph_attr["label"] for part in graph.subgraphs() if part.name] == [
        "Some preparation",
        "Medium preparation",
        "Extensive preparation",
    ]


def test_dot_marks_trade_offs_and_rungs_that_stand_apart(nursing: Ladder) -> None:
    lost = nursing.steps[0].model_copy(update={"tradeoff": TradeOff(amount=5000, share=0.12)})
    graph = pygraphviz.AGraph(string=to_dot(nursing.model_copy(update={"steps": (lost,)})))
    met = {end for edge in graph.edges() for end in edge}

    assert [edge.attr["style"] for edge in graph.edges()] == ["dotted"]
    assert len(met) == 2
    apart = {node for node in graph.nodes() if "No step found" in node.attr["label"]}
    assert apart == set(graph.nodes()) - met - {"about"}


def test_dot_says_why_there_are_no_steps_and_whom_to_name(nursing: Ladder) -> None:
    why, source = "No step up was found.", nursing.sources[0]
    graph = pygraphviz.AGraph(string=to_dot(nursing.model_copy(update={"steps": (), "routes": (), "notes": (why,)})))
    said = " ".join(graph.get_node("about").attr["label"].replace("\\l", " ").split())

    assert said.startswith(f"{why} Source: {source.title}.")
    assert " ".join(nursing.sources[-1].attribution.split()) in said


@pytest.mark.parametrize("words", ['a"];b [label="', "<b>x</b>", '"q"', "C:\\N", "ends in \\", "graph"])
def test_dot_takes_hostile_words_as_they_are(nursing: Ladder, words: str) -> None:
    graph = pygraphviz.AGraph(string=to_dot(nursing.model_copy(update={"title": words})))

    assert graph.graph_attr["label"] == words.replace("\\", "\\\\")
    assert {*graph.nodes()} == {*(f"rung{at}" for at in range(5)), "about"}
