"""The digest: a ladder in few words behind a printed picture, with nothing left out that a step takes."""

from __future__ import annotations

from pathlib import Path

import pytest

from ontology.records import Text
from pathways.diagrams.digest import SKILLS, digest
from pathways.formats.markdown import blocks_to_markdown
from pathways.ladders import wording
from pathways.ladders.account import occupation_address
from pathways.ladders.blocks import Heading
from pathways.records.ladder import Ladder

GOLDEN = Path(__file__).parents[2] / "golden" / "ladders"


@pytest.fixture(scope="module", params=["nursing", "power-generation"])
def ladder(request: pytest.FixtureRequest) -> Ladder:
    """A ladder that is kept."""
    return Ladder.model_validate_json((GOLDEN / f"{request.param}.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def words(ladder: Ladder) -> str:
    """Its digest as plain words."""
    return " ".join(blocks_to_markdown(digest(ladder, occupation_address)).replace("\\", "").split())


def test_every_rung_has_a_heading_and_its_pay(ladder: Ladder, words: str) -> None:
    headings = [
        block for block in digest(ladder, occupation_address) if isinstance(block, Heading) and block.level == 3
    ]

    assert {block.runs[0].href for block in headings} == {rung.occupation for rung in ladder.rungs}
    assert all(wording.pay(rung.wage) in words for rung in ladder.rungs)


def test_every_step_says_what_it_needs_and_how_long_it_takes(ladder: Ladder, words: str) -> None:
    assert all(need in words for step in ladder.steps for need in wording.needs(step))
    assert all(wording.takes(step) in words for step in ladder.steps)
    assert all(str(gain.label) in words for step in ladder.steps for gain in step.gains[:SKILLS])


def test_notes_and_sources_close_it(ladder: Ladder, words: str) -> None:
    assert all(" ".join(note.split()) in words for note in ladder.notes)
    assert all(source.title in words for source in ladder.sources)


def test_marks_stand_beside_the_pay() -> None:
    found = Ladder.model_validate_json((GOLDEN / "nursing.json").read_text(encoding="utf-8"))
    first = found.rungs[0].model_copy(update={"marks": ("high-skill",), "some_license": "state card"})
    told = blocks_to_markdown(digest(found.model_copy(update={"rungs": (first, *found.rungs[1:])}), occupation_address))

    assert "High skill" in told
    assert "License in some states: state card" in told


@pytest.mark.parametrize(("number", "left"), [(SKILLS, ""), (SKILLS + 1, " and 1 more"), (12, " and 8 more")])
def test_of_many_skills_some_are_named_and_the_rest_counted(number: int, left: str) -> None:
    found = Ladder.model_validate_json((GOLDEN / "power-generation.json").read_text(encoding="utf-8"))
    step = next(step for step in found.steps if step.gains)
    gain = step.gains[0].model_copy(update={"level_from": None})
    gains = tuple(gain.model_copy(update={"label": Text(value=f"Skill {at}")}) for at in range(1, number + 1))
    one = found.model_copy(update={"steps": (step.model_copy(update={"gains": gains}),)})
    told = blocks_to_markdown(digest(one, occupation_address))

    assert f"to learn: Skill 1, Skill 2, Skill 3, Skill 4{left}." in told
    assert "Skill 5" not in told
