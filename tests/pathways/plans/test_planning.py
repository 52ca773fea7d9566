import builtins
import csv
import io
import logging
import re
import socket
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from ontology.errors import InputError, NotFoundError
from ontology.forms import Form
from ontology.records import Iri
from ontology.store import KnowledgeBase
from pathways.plans import FORMS, Condition, Offer, Person, Plan, PlanDesk, plan, plan_form
from pathways.plans.balance import Standing
from pathways.plans.claims import Basis
from pathways.plans.ends import NoRungError, next_rung, start_of
from pathways.plans.obstacles import ObstacleKind
from pathways.plans.offers import OfferKind
from pathways.plans.person import HeldCredential, Job, Skill
from pathways.snapshot import Snapshot
from pathways.steps.programs import Programs

HELPER, ELECTRICIAN, RELAY, CONTROLS = "47-3013.00", "47-2111.00", "49-2095.00", "17-3023.00"
TODAY = date(2026, 3, 1)


def record(**said: object) -> Person:
    return Person.model_validate(said)


def planned(
    desk: PlanDesk,
    person: Person | None = None,
    start: str = HELPER,
    goal: str = RELAY,
    offers: Sequence[Offer] = (),
    region: str = "",
) -> Plan:
    find = desk.snapshot.find
    return plan(desk, person or Person(), find(start), find(goal), region, offers, TODAY)


def parts(found: Plan) -> list[str]:
    return [part.name for term in found.terms for part in term.parts]


def test_a_helper_becomes_an_electrician_by_the_apprenticeship_and_the_examination(desk: PlanDesk) -> None:
    found = planned(desk, goal=ELECTRICIAN)

    assert [part.kind for term in found.terms for part in term.parts][-2:] == [
        OfferKind.APPRENTICESHIP,
        OfferKind.CREDENTIAL,
    ]
    assert parts(found)[-2:] == [
        "Plant Electrician Apprenticeship",
        "Washington (01) General Journey Level Electrician Certificate of Competency",
    ]
    assert found.covered[0] == found.covered[1] > 5
    # 8,000 hours at work are four years; the license's own 8,000 are the same ones and count once.
    assert found.totals.hours < 9000
    assert found.shortest


def test_the_rung_after_the_license_is_reached_by_courses_and_not_by_another_apprenticeship(desk: PlanDesk) -> None:
    found = planned(desk)

    assert found.stages[0].rung.label.value == "Electricians"
    assert found.next.label.value == "Electricians"
    assert sum(part.kind is OfferKind.APPRENTICESHIP for term in found.terms for part in term.parts) == 1
    assert "Protective Relays" in [need.label for need in found.untaught]
    assert "Substation and Relay Technician Apprenticeship" in [share.program.label.value for share in found.programs]


def test_every_chosen_course_comes_after_its_prerequisites(desk: PlanDesk) -> None:
    found = planned(desk, goal=CONTROLS)
    names = parts(found)

    for term in found.terms:
        for part in term.parts:
            assert all(names.index(before) < names.index(part.name) for before in part.before if before in names)
        assert term.credits <= 15


def test_a_degree_that_is_asked_for_is_said_beside_the_courses(desk: PlanDesk) -> None:
    notes = " ".join(planned(desk, goal=CONTROLS).notes)

    assert (
        "employers usually ask for schooling (Associate degree). Courses picked one by one lead to no degree" in notes
    )
    assert "no degree" not in " ".join(planned(desk, goal=ELECTRICIAN).notes)


def test_a_program_of_study_is_planned_by_its_name_before_the_job(desk: PlanDesk) -> None:
    place = desk.snapshot.find(CONTROLS)
    groups = tuple(("15.04",) if at == place else () for at in range(len(desk.snapshot.occupations)))
    named = replace(desk.snapshot, programs=Programs(groups, {"15.04": "Instrumentation Technologies."}))
    found = planned(PlanDesk(desk._base, named), goal=CONTROLS)

    study, *_, job = found.stages[-1].milestones
    assert (study.kind, study.label, study.award) == ("program", "Instrumentation Technologies", "Associate degree")
    assert (job.kind, job.label) == ("job", found.goal.label.value)
    assert (
        "Program of study: **Instrumentation Technologies**; Associate degree" in plan_form("md").write(found).decode()
    )
    apprenticed = planned(desk, goal=ELECTRICIAN).stages[-1]
    assert [one.kind for one in apprenticed.milestones] == ["job"]  # the credential and the apprenticeship are parts


def test_what_a_job_asks_is_inferred_to_its_level_and_said_to_be(desk: PlanDesk) -> None:
    needs = {need.label: need for need in planned(desk, goal=ELECTRICIAN).to_goal.needs}

    drives = needs["Motors and Drives"]
    assert (drives.level_has, drives.level_needs, drives.standing) == (1.4, 4.0, Standing.MISSING)
    assert [(claim.basis, claim.said) for claim in drives.claims] == [(Basis.INFERRED, "Helpers--Electricians")]


def test_the_gap_of_an_empty_record_is_that_of_the_step(desk: PlanDesk) -> None:
    found = planned(desk, goal=ELECTRICIAN)
    find = desk.snapshot.find

    assert found.to_goal.gap == pytest.approx(float(desk.snapshot.gaps[find(HELPER), find(ELECTRICIAN)]), abs=0.001)


def test_each_claim_says_where_it_comes_from(desk: PlanDesk) -> None:
    person = record(
        skills=(Skill(name="lockout/tagout", level=3.5, row=2), Skill(name="PLC Troubleshooting (primary)", row=3)),
        credentials=(HeldCredential(name="OSHA 10-Hour General Industry"), HeldCredential(name="ELEC 110")),
        text="EXPERIENCE\nCalibrated pressure transmitters\nme@example.org\n",
    )
    found = planned(desk, person, goal=CONTROLS)
    needs = {need.label: need for need in found.to_goal.needs}

    lockout, plc, calibration = (needs[n] for n in ("Lockout/Tagout", "PLC Troubleshooting", "Instrument Calibration"))
    assert (lockout.level_has, lockout.level_said, lockout.claims[0].basis) == (3.5, True, Basis.ASSERTED)
    # In parentheses stands nothing that makes another skill of it; without a level it counts as what is needed.
    assert (plc.claims[0].basis, plc.level_has, plc.level_said) == (Basis.ASSERTED, 4.1, False)
    assert (calibration.claims[0].basis, calibration.claims[0].row) == (Basis.MATCHED, 2)
    assert (calibration.claims[0].confidence or 0) > 0.6
    # What a machine read counts no more than what half of those who ask for it need.
    assert 0 < (calibration.level_has or 0) < calibration.level_needs
    assert needs["Electrical Fundamentals"].claims[0].basis is Basis.ATTESTED
    assert "ELEC 110 DC and AC Fundamentals" not in parts(found)
    assert found.holdings.unmatched == ()


def test_what_means_nothing_here_is_said(desk: PlanDesk) -> None:
    person = record(skills=("juggling",), jobs=("Astronaut",), credentials=("Knighthood",))
    lost = {one.said: one.why for one in planned(desk, person).holdings.unmatched}

    assert lost["juggling"] == "nothing that this goal is rated by means this"
    assert lost["Astronaut"].startswith("a job that is not known here")
    assert lost["Knighthood"] == "no course or credential of that name is known here"


def test_a_badge_counts_by_what_it_is_aligned_to(desk: PlanDesk) -> None:
    identifiers = desk.snapshot.identifiers
    badge = {
        "validUntil": "2027-01-01T00:00:00Z",
        "credentialSubject": {
            "achievement": {
                "name": "Plant Controls",
                "alignment": [
                    {"targetUrl": identifiers.mint("power-generation", "PG-INC-02"), "targetName": "Loops"},
                    {"targetCode": "PG-INC-04"},
                    {"targetUrl": "https://elsewhere.example/9"},
                ],
            }
        },
    }
    found = planned(desk, record(badges=(badge,)), goal=CONTROLS)
    attested = {claim.label for claim in found.holdings.claims if claim.basis is Basis.ATTESTED}

    assert attested == {"Control Loop Tuning", "DCS and SCADA Systems"}
    assert [lost.said for lost in found.holdings.unmatched] == ["https://elsewhere.example/9"]
    assert found.holdings.notes == ("Open Badge 3.0 “Plant Controls”: its signature is not verified here.",)


@pytest.mark.parametrize(
    ("badge", "why"),
    [
        ({"badge": {"name": "Loops"}, "revoked": True}, "the badge was revoked"),
        ({"badge": {"name": "Loops"}, "expires": "2026-02-28T00:00:00Z"}, "the badge lapsed on 2026-02-28"),
        ({"x": 1}, "this is no Open Badge"),
    ],
)
def test_a_badge_that_does_not_count_says_why(desk: PlanDesk, badge: dict[str, Any], why: str) -> None:
    found = planned(desk, record(badges=({"badge": {"name": "Loops"}}, badge)), goal=CONTROLS)
    (lost,) = (lost for lost in found.holdings.unmatched if lost.why.startswith(why))

    assert lost.said == ("badge 2" if "x" in badge else "Loops")
    assert not [claim for claim in found.holdings.claims if claim.basis is Basis.ATTESTED]


def test_a_credential_that_lapsed_does_not_count(desk: PlanDesk) -> None:
    held = HeldCredential(name="OSHA 10-Hour General Industry", expires=date(2026, 2, 1))

    assert planned(desk, record(credentials=(held,))).holdings.credentials == ()
    assert planned(desk, record(credentials=(held.model_copy(update={"expires": None}),))).holdings.credentials


def test_whoever_stands_higher_has_the_license_of_the_job(desk: PlanDesk) -> None:
    found = planned(desk, start=ELECTRICIAN)

    assert not any(part.required for term in found.terms for part in term.parts)
    assert not any(part.kind is OfferKind.APPRENTICESHIP for term in found.terms for part in term.parts)


def test_start_equals_goal_holds_the_record_against_the_job(desk: PlanDesk) -> None:
    found = planned(desk, record(skills=("Lockout/Tagout",)), goal=HELPER)

    assert (found.stages, found.terms, found.totals.parts) == ((), (), 0)
    assert "You are there already" in " ".join(found.notes)
    assert "Name another goal" not in " ".join(found.notes), "the record held against one's own job is an answer"
    assert [need.label for need in found.to_goal.of(Standing.CARRIED)] == ["Lockout/Tagout"]


def test_an_unreachable_goal_says_what_stands_between(desk: PlanDesk) -> None:
    found = planned(desk, start="17-2071.00", goal="47-2061.00")

    assert not found.reachable
    assert "ask for less preparation" in " ".join(found.notes)
    assert found.to_goal.needs


def test_an_occupation_without_ratings_says_so(plants: Snapshot) -> None:
    bare = PlanDesk(KnowledgeBase.in_memory(), plants)
    object.__setattr__(bare, "snapshot", _without_ratings(plants))
    found = plan(bare, record(skills=("weld pipe",)), plants.find("51-9198.00"), plants.find("51-8020.00"))

    assert found.to_goal.gap is None
    assert found.to_goal.needs == ()
    assert any(note.startswith("Nothing rates what Senior Plant Operators need") for note in found.notes)
    assert "is rated nowhere here" in plan_form("md").write(found).decode()


def test_where_nothing_rates_the_goal_the_rungs_before_it_are_held_against_the_record(desk: PlanDesk) -> None:
    goal = desk.snapshot.find("17-3023.00")
    kept = np.arange(len(desk.snapshot.occupations)) != goal
    bare = [replace(r, importance=r.importance * kept[:, None]) for r in desk.snapshot.requirements]
    other = PlanDesk(desk._base, replace(desk.snapshot, requirements=tuple(bare)))
    start = desk.snapshot.find("47-3013.00")
    found = plan(other, record(skills=("Lockout/Tagout",)), start, goal)

    assert other.rating(start, goal) is bare[0]
    assert found.to_goal.gap is None
    assert any(note.startswith("Nothing rates what") for note in found.notes)
    assert found.stages[-1].balance.needs == ()
    assert all(stage.balance.needs for stage in found.stages[:-1])


def _without_ratings(snapshot: Snapshot) -> Snapshot:
    return replace(snapshot, requirements=())


def course(name: str, covers: str, desk: PlanDesk, **more: object) -> Offer:
    competency = desk.snapshot.identifiers.mint("power-generation", covers)
    iri = f"http://x/{name.replace(' ', '-')}"
    return Offer.model_validate({"iri": iri, "label": name, "covers": [competency], **more})


def test_offers_of_ones_own_are_planned_with_their_costs(desk: PlanDesk) -> None:
    relays = course("Relay School", "PG-ELE-06", desk, hours=40, cost=1200)
    found = planned(desk, offers=(relays,))

    assert "Relay School" in parts(found)
    assert "Protective Relays" not in [need.label for need in found.untaught]
    assert (found.totals.cost, found.totals.unknown_cost) == (1200, found.totals.parts - 1)


def test_a_circle_among_prerequisites_is_named(desk: PlanDesk) -> None:
    first = course("First", "PG-ELE-06", desk, requires=Condition(members=(Iri("http://x/Second"),)))
    second = course("Second", "PG-ELE-06", desk, requires=Condition(members=(Iri("http://x/First"),)))
    found = planned(desk, offers=(first, second))

    assert [(one.kind, one.members) for one in found.obstacles] == [(ObstacleKind.CIRCLE, ("First", "Second"))]
    assert "Prerequisites in a circle: First needs Second" in plan_form("md").write(found).decode()


def test_contradictory_conditions_are_named(desk: PlanDesk) -> None:
    never = course("Never", "PG-ELE-06", desk, requires=Condition(members=(Iri("http://x/Other"),), required=2))
    other = course("Other", "PG-COM-04", desk)
    found = planned(desk, offers=(never, other))

    assert [one.kind for one in found.obstacles] == [ObstacleKind.CONTRADICTION]
    assert "asks for 2 of 1" in found.obstacles[0].message


@pytest.mark.parametrize("form", FORMS.all, ids=lambda form: form.extension)
def test_a_condition_is_told_in_the_words_of_who_asks(desk: PlanDesk, form: Form[...]) -> None:
    inner = Condition(members=(Iri("http://x/Basics"),), description="Basics with a B or better")
    asks = Condition(conditions=(inner,), description="Ask the dean first")
    offers = (course("Relay School", "PG-ELE-06", desk, requires=asks), course("Basics", "PG-COM-04", desk))
    written = form.write(planned(desk, offers=offers)).decode()

    assert "Ask the dean first" in written
    assert "Basics with a B or better" in written


@pytest.mark.parametrize(("required", "why"), [(3, "asks for 3 of 1"), (None, "which nothing here offers")])
def test_a_condition_that_cannot_be_met_is_told_in_the_same_words(
    desk: PlanDesk, required: int | None, why: str
) -> None:
    asks = Condition(members=(Iri("http://x/Gone"),), required=required, description="Three labs")
    found = planned(desk, offers=(course("Never", "PG-ELE-06", desk, requires=asks),))

    assert [one.message for one in found.obstacles if why in one.message and "(Three labs)" in one.message]


def test_offers_that_exclude_each_other_are_named(desk: PlanDesk) -> None:
    relays = course("Relay School", "PG-ELE-06", desk, hours=40, excludes=["http://x/Crew-School"])
    found = planned(desk, offers=(relays, course("Crew School", "PG-ELE-06", desk, hours=1)))

    assert found.obstacles == ()  # either will do
    dispatch = course("Crew School", "PG-COM-03", desk, hours=1)
    others = [one for one in desk.known(desk.rating(0, 0))[1].offers.values() if dispatch.covers[0] in one.covers]
    barred = [one.model_copy(update={"covers": ()}) for one in others]
    found = planned(desk, offers=(relays, dispatch, *barred))

    [obstacle] = found.obstacles
    assert obstacle.kind is ObstacleKind.CONTRADICTION
    assert "these exclude each other: Crew School and Relay School" in obstacle.message
    assert ("Relay School" in parts(found)) != ("Crew School" in parts(found))


def excluding(desk: PlanDesk) -> tuple[Offer, ...]:
    """Return a course for protective relays that asks for two others, of which one excludes the other."""
    both = Condition(members=(Iri("http://x/Basics"), Iri("http://x/Other")))
    return (
        course("Relay School", "PG-ELE-06", desk, hours=40, requires=both),
        course("Basics", "PG-SAF-03", desk, hours=20, excludes=["http://x/Other"]),
        course("Other", "PG-COM-04", desk, hours=20),
    )


def test_what_counts_as_passed_excludes_what_it_would_exclude_if_it_were_taken(desk: PlanDesk) -> None:
    safe = record(skills=("PG-SAF-03",))
    relays, basics, other = excluding(desk)
    found = planned(desk, safe, offers=(relays, basics, other))

    assert "Relay School" not in parts(found)
    [obstacle] = found.obstacles
    assert (obstacle.kind, obstacle.members) == (ObstacleKind.CONTRADICTION, ("Protective Relays",))
    assert "these exclude each other: Basics and Other" in obstacle.message

    needs_one = relays.model_copy(update={"requires": Condition(members=(basics.iri,))})
    found = planned(desk, safe, offers=(needs_one, basics, other))
    assert "Relay School" in parts(found)
    assert "Basics" not in parts(found)
    assert any("Counted as passed" in note and "Basics" in note for note in found.notes)


def test_what_is_held_excludes_what_it_says(desk: PlanDesk) -> None:
    found = planned(desk, record(credentials=("Basics",)), offers=excluding(desk))

    assert not {"Relay School", "Other"} & {*parts(found)}
    messages = [one.message for one in found.obstacles]
    assert any(said.startswith("Other cannot be had beside Basics, which you have.") for said in messages)


def test_a_thousand_skills_are_answered_and_the_rest_named(desk: PlanDesk) -> None:
    verbs, things = ("Weld", "Test", "Paint", "Align", "Inspect"), ("pump", "valve", "relay", "motor", "pipe")
    many = tuple(Skill(name=f"{v} the {t} of unit {n}") for n in range(60) for v in verbs for t in things)
    found = planned(desk, record(skills=many))

    assert len(many) == 1500
    assert "The record says 1,500 different things; the first 1,000" in " ".join(found.notes)


def test_the_start_is_the_job_of_the_record_that_is_nearest(desk: PlanDesk) -> None:
    find = desk.snapshot.find
    person = record(text="Construction Laborers, 2019\nElectrician Helper at Big Dam, 2021\n")

    assert start_of(desk, person, find(ELECTRICIAN)) == find(HELPER)
    with pytest.raises(InputError, match="not said where you stand"):
        start_of(desk, record(skills=("Rigging",)), find(ELECTRICIAN))


def test_the_next_rung_is_the_one_that_misses_the_least(desk: PlanDesk, plants: Snapshot) -> None:
    find = desk.snapshot.find
    up = next_rung(desk, record(jobs=(Job(name=HELPER),)), find(HELPER))

    assert desk.snapshot.occupations[up].zone > desk.snapshot.occupations[find(HELPER)].zone
    with pytest.raises(NoRungError, match=r"nothing higher is close to .*: choose .*, and name it with to"):
        next_rung(PlanDesk(KnowledgeBase.in_memory(), plants), Person(), plants.find("11-3051.00"))


def test_an_unknown_region_is_refused(desk: PlanDesk) -> None:
    with pytest.raises(NotFoundError):
        planned(desk, region="Atlantis")


SECRET = "Xanthippe Quillfeather"


def test_nothing_of_a_record_is_written_sent_or_logged(
    desk: PlanDesk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    planned(desk)  # what is read once is read before
    monkeypatch.setattr(builtins, "open", _reading_with(builtins.open))
    monkeypatch.setattr(Path, "write_bytes", _refuse)
    monkeypatch.setattr(socket.socket, "connect", _refuse)
    caplog.set_level(logging.DEBUG)

    found = planned(desk, record(text=f"{SECRET}\nRigging\n", skills=(SECRET,), badges=({"badge": {"name": SECRET}},)))

    assert SECRET in found.model_dump_json()
    assert SECRET not in caplog.text
    assert SECRET not in "".join(capfd.readouterr())
    kept = [str(vars(thing)) for thing in (desk, *(known for made in desk._made.values() for known in made))]
    assert SECRET not in "".join(kept)


def _refuse(*_: object, **__: object) -> None:
    raise AssertionError("a plan writes and sends nothing")


def _reading_with(opened: Callable[..., object]) -> Callable[..., object]:
    """Open files to read, and none to write."""

    def reading(file: object, mode: str = "r", *arguments: object, **options: object) -> object:
        assert not set(mode) & set("wax+"), file
        return opened(file, mode, *arguments, **options)

    return reading


@pytest.mark.parametrize("form", FORMS.all, ids=lambda form: form.extension)
def test_every_form_says_the_same(desk: PlanDesk, form: Form[...]) -> None:
    found = planned(desk, record(skills=("<b>=1+1</b>", "Rigging and Lifting")))
    written = form.write(found).decode()

    assert "Plant Electrician Apprenticeship" in written
    assert "Protective Relays" in written
    if form.extension == "json":
        assert Plan.model_validate_json(written) == found
    if form.extension == "html":
        assert "&lt;b&gt;=1+1&lt;/b&gt;" in written
        parts = ("Your plan", "<figure", "What to do, in order", "Medium preparation</h2>")
        assert sorted(parts, key=written.index) == [*parts]
        assert {*re.findall(r'href="#(rung-[^"]+)', written)} <= {*re.findall(r'id="([^"]+)', written)}
        assert "You are here" in written
    if form.extension == "md":
        assert written.index("# From Helpers") < written.index("## Your plan")
    if form.extension == "csv":
        rows = list(csv.DictReader(io.StringIO(written)))
        assert {row["row"] for row in rows} == {"step", "need"}
        assert not [cell for row in rows for cell in row.values() if cell.startswith("=")]


def test_links_are_left_out_that_lead_nowhere_else(desk: PlanDesk) -> None:
    text = plan_form("md").write(planned(desk), keep=lambda address: "localhost" not in address).decode()

    assert "(<http://localhost" not in text[text.index("## Your plan") :]


@pytest.mark.parametrize("said", ["OSHA 10", "OSHA 10-Hour", "OSHA-10 card"])
def test_a_credential_is_known_by_a_short_name(desk: PlanDesk, said: str) -> None:
    held = planned(desk, record(text=f"CERTIFICATES\n{said}\n")).holdings

    assert [str(one.label) for one in held.credentials] == ["OSHA 10-Hour General Industry"]
    assert held.unmatched == ()


def test_a_line_under_certificates_that_is_none_says_so(desk: PlanDesk) -> None:
    held = planned(desk, record(text="CERTIFICATES\nOSHA 99\n")).holdings

    assert [lost.why for lost in held.unmatched] == ["no course or credential of that name is known here"]


def test_where_and_when_a_job_was_may_stand_on_the_next_line(desk: PlanDesk) -> None:
    held = planned(desk, record(text="WORK EXPERIENCE\nElectrician\nBig Dam Company, 2021 - present\n"))

    job = held.holdings.worked[-1]
    assert (job.said, job.present) == ("Electrician, Big Dam Company, 2021 - present", True)
    assert held.holdings.unmatched == ()


def test_what_one_rung_does_not_ask_and_a_higher_one_does_is_still_taught(desk: PlanDesk) -> None:
    """A course is not taken for passed because a lower rung is content with what its competency is at."""
    found = planned(desk, goal=CONTROLS)
    planned_for = {need.competency for stage in found.stages for need in stage.balance.planned}
    taught = {taught.competency for term in found.terms for part in term.parts for taught in part.covers}

    for share in found.programs:
        assert share.teaches[0] <= len(taught & planned_for)
