"""Off-ramps, rungs that nothing leads to, and what is said of both."""

from __future__ import annotations

from ontology.records import Iri, Text
from ontology.records.pathways import JobComponent
from pathways.diagrams import to_dot, to_svg
from pathways.formats import to_json, to_markdown
from pathways.formats.linked_data import records
from pathways.ladders.building import onward, sector
from pathways.ladders.notes import dead_ends, no_way_in, off_ramps
from pathways.ladders.off_ramps import reasons
from pathways.records.ladder import Ladder, Rung, Stay, Step, Wage
from pathways.snapshot import Snapshot

WAGE = Wage(region="Ohio", period="May 2025", source="oews", median=60_000)


def rung(name: str, **said: object) -> Rung:
    return Rung.model_validate(
        {"occupation": Iri(f"http://x/{name}"), "code": name, "label": Text(value=name), "zone": 2, **said}
    )


def ramped() -> Ladder:
    """Return a ladder of two rungs, the upper one an off-ramp."""
    upper = rung("Riggers", dead_end=True, off_ramp=(Stay.PAY,), wage=WAGE)
    step = Step.model_validate(
        {"start": "http://x/Helpers", "end": "http://x/Riggers", "direction": "advance", "relatedness": 1}
    )
    return Ladder(
        iri=Iri("http://x/ladder"), title="Trial", description="", rungs=(rung("Helpers"), upper), steps=(step,)
    )


def test_a_sector_marks_the_ends_that_pay_enough_and_no_others(plants: Snapshot) -> None:
    all_ = {rung.label.value for rung in sector(plants, "plants").rungs if rung.dead_end}
    assert all_ == {"Supervisors of Plant Operators"}
    ladder = sector(plants, "plants", enough=70_000)
    assert [rung.off_ramp for rung in ladder.rungs if rung.dead_end] == [(Stay.PAY,)]
    assert any("Off-ramps" in note and "$70,000 a year counts as enough" in note for note in ladder.notes)
    assert not any("Dead ends" in note for note in ladder.notes)
    poor = sector(plants, "plants", enough=90_000)
    assert not any(rung.off_ramp for rung in poor.rungs)
    assert any("Dead ends" in note for note in poor.notes)


def test_a_rung_that_the_engine_leads_on_from_is_no_off_ramp(plants: Snapshot) -> None:
    ladder = onward(plants, plants.find("Plant Helpers"), enough=1)
    for found in ladder.rungs:
        if found.off_ramp:
            assert len(onward(plants, plants.find(found.code)).rungs) == 1


def test_a_credential_is_a_reason_to_stay() -> None:
    licensed = rung("Nurses", license="state license", wage=WAGE)
    assert reasons(licensed, (), 70_000) == (Stay.CREDENTIAL,)
    assert reasons(rung("Cooks", wage=WAGE), (), 60_000) == (Stay.PAY,)
    assert reasons(rung("Cooks"), (), None) == ()


def test_every_form_says_that_a_rung_is_an_off_ramp() -> None:
    ladder = ramped()
    assert "Off-ramp" in to_svg(ladder)
    assert "Off-ramp" in to_dot(ladder)
    assert "**Off-ramp**: one can stay here, it pays enough" in to_markdown(ladder)
    assert '"off_ramp": [\n        "pay"' in to_json(ladder)
    (upper,) = [one for one in records(ladder) if isinstance(one, JobComponent) and one.label.value == "Riggers"]
    assert upper.destination_of == ladder.iri
    assert "Off-ramp" in str(upper.description)
    assert off_ramps(ladder.rungs, 50_000)
    assert not dead_ends(ladder.rungs)


def test_a_rung_that_nothing_leads_to_says_what_usually_does(plants: Snapshot) -> None:
    ladder = sector(plants, "plants")
    closed = [found.label.value for found in ladder.rungs if found.no_way_in]
    reached = {step.end for step in ladder.steps}
    assert closed == [f.label.value for f in ladder.rungs if f.occupation not in reached and not f.entry]
    made_up = [found.model_copy(update={"no_way_in": True}) for found in ladder.rungs[-1:]]
    (note,) = no_way_in(plants, made_up)
    assert made_up[0].label.value in note
    assert "a certificate after high school" in note
    assert "months of training" in note
