"""The sentences at the top: what is lacking, on what that rests, and what a large framework holds."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from ontology.namespaces import SKOS
from ontology.records import Iri, Release
from ontology.store import KnowledgeBase
from pathways.coverage import CurriculumMap, Demand, Target, Want, align, compare, comparison_format, coverage_format
from pathways.coverage.alignment import LISTED
from pathways.coverage.answers import answer, common, comparison_answer
from pathways.coverage.demand import MOST
from pathways.coverage.doubts import comparison_doubt, doubt
from pathways.coverage.headings import read_headings
from pathways.coverage.heads import heads
from pathways.coverage.nearest import NEAR
from pathways.coverage.pages import comparison_page
from pathways.coverage.proposal import Proposal, Standing
from pathways.coverage.unmatched import may_teach, without_match
from standards.curricula import Curriculum
from standards.matching import Entry, Index
from standards.reviewing import Judgment, Status

TOOLS = "working with machinery"


def changed(found: CurriculumMap, **facts: object) -> CurriculumMap:
    return CurriculumMap.model_validate(
        {**{name: getattr(found, name) for name in CurriculumMap.model_fields}, **facts}
    )


@pytest.fixture(scope="module")
def large(curriculum: Curriculum, target: Target) -> CurriculumMap:
    """Return the program held against a framework that is too large to list, without categories but with headings."""
    bare = [entry.model_copy(update={"group": ""}) for entry in target.index.entries]
    more = [Entry(iri=Iri(f"http://x/id/l/{n}"), label=f"zoology of species {n}") for n in range(LISTED)]
    framework = Target(
        "l", Iri("http://x/l"), "Large", Index.of([*bare, *more]), headings=lambda iris: dict.fromkeys(iris, TOOLS)
    )
    return align(curriculum, framework)


def with_unmatched(found: CurriculumMap, number: int) -> CurriculumMap:
    """Return a map of four outcomes of which some match nothing."""
    matched = next(outcome for outcome in found.outcomes if outcome.suggestions)
    nothing = matched.model_copy(update={"suggestions": ()})
    outcomes = (*[nothing] * number, *[matched] * (4 - number))
    first, *others = found.courses
    bare = (course.model_copy(update={"outcomes": ()}) for course in others)
    return changed(found, courses=(first.model_copy(update={"outcomes": outcomes}), *bare))


def test_of_a_large_framework_it_is_said_what_is_reached_and_not_what_is_not(large: CurriculumMap) -> None:
    page = coverage_format("html").write(large).decode()

    assert answer(large) == "3 of 4 outcomes reach 2 competencies of Large, in 1 group."
    assert {group: [c.label for c in found] for group, found in large.groups.items()} == {
        TOOLS: ["Lockout/Tagout", "Shaft Alignment"]
    }
    assert "What do the outcomes of this program reach?" in page
    assert "Working with machinery <small>2</small>" in page
    assert "in no outcome are not listed" in page
    assert "“Found in no outcome” means" not in page
    assert '<th scope="rowgroup" role="rowheader" colspan="5">Working with machinery</th>' in page
    assert "not teach?" not in page
    assert "zoology" not in page[: page.index("Outcomes that match nothing")]


def test_programs_against_a_large_framework_are_asked_what_they_reach(large: CurriculumMap) -> None:
    found = compare([large, changed(large, program="http://x/q")])

    assert comparison_answer(found) == "2 of the 504 competencies of Large are in some outcome of 2 programs."
    assert "What do the outcomes of these programs reach?" in comparison_format("html").write(found).decode()


@pytest.mark.parametrize(("unmatched", "warned"), [(0, False), (2, False), (3, True), (4, True)])
def test_it_warns_where_more_than_half_of_the_outcomes_match_nothing(
    mapped: CurriculumMap, unmatched: int, warned: bool
) -> None:
    found = with_unmatched(mapped, unmatched)
    page = coverage_format("html").write(found).decode()

    assert doubt(found).startswith(f"Most outcomes ({unmatched} of 4) match nothing in Standard <S>.") is warned
    assert ("Read with care." in page) is warned
    assert page.find("Read with care.") < page.index("What do the firms ask for")
    assert bool(comparison_doubt(compare([found]))) is warned


def test_a_short_list_that_is_found_is_not_of_another_field(mapped: CurriculumMap) -> None:
    found = with_unmatched(mapped, 4)
    short = changed(found, competencies=found.taught, size=len(found.taught))

    assert doubt(found)
    assert not short.of_other_field
    assert not compare([short]).doubtful
    assert all("says little" not in said for said in (doubt(short), comparison_doubt(compare([short]))))


def test_where_more_is_asked_for_than_any_program_teaches_it_is_said_what_is_found(
    mapped: CurriculumMap, demand: Demand
) -> None:
    more = [Want(competency=Iri(f"http://x/{n}"), label=f"skill {n}", asks=demand.wants[0].asks) for n in range(MOST)]
    wide = changed(mapped, demand=demand.model_copy(update={"wants": (*demand.wants, *more)}))
    beside = compare([wide])

    assert not demand.of_many_fields
    assert not doubt(mapped)
    assert answer(wide) == "2 of the 504 competencies that the 2 jobs of Panel ask for are in some outcome."
    assert doubt(wide).startswith("The 2 jobs of Panel together ask for 504 competencies, of many fields and far more")
    assert comparison_answer(beside).endswith("that the 2 jobs of Panel ask for are in some outcome of 1 program.")
    assert comparison_doubt(beside) == doubt(wide)
    assert "<strong>Read with care.</strong> The 2 jobs" in coverage_format("html").write(wide).decode()


def accepted(found: CurriculumMap, number: int) -> CurriculumMap:
    """Return the same where a reviewer found by hand what some of the outcomes that match nothing mean."""
    first, *others = found.courses
    said = Judgment(
        review=Iri("http://x/r"), verdict=Status.ACCEPTED, reviewer="Ann", at=datetime(2026, 1, 1, tzinfo=UTC)
    )
    means = Proposal(iri=found.competencies[0].iri, label="M", status=Status.ACCEPTED, judgments=(said,))
    judged = [one.model_copy(update={"suggestions": (means,)}) for one in first.outcomes[:number]]
    outcomes = (*judged, *first.outcomes[number:])
    return changed(found, courses=(first.model_copy(update={"outcomes": outcomes}), *others))


def test_a_warning_stays_until_people_have_looked_at_half_of_the_outcomes(mapped: CurriculumMap) -> None:
    found = with_unmatched(mapped, 3)

    assert doubt(accepted(found, 1)).startswith(
        "Most outcomes (3 of 4) match nothing in Standard <S>, as a machine sees it; people have looked at 1 so far. "
    )
    assert not doubt(accepted(found, 2))


def test_outcomes_that_match_nothing_may_teach_what_is_missing(mapped: CurriculumMap) -> None:
    found = with_unmatched(mapped, 3)
    page = coverage_format("html").write(found).decode()

    assert may_teach(found) == "Some of the 2 missing may be taught in other words: check these outcomes first"
    assert '3 of 4 outcomes match nothing. <a href="#unasked">Some of the 2 missing may be taught in other' in page
    assert not may_teach(with_unmatched(mapped, 0))
    assert not may_teach(accepted(found, 3))


def test_outcomes_that_match_nothing_are_told_apart_by_why(mapped: CurriculumMap) -> None:
    found = with_unmatched(mapped, 3)
    first, *others = found.courses
    said = Judgment(
        review=Iri("http://x/r"), verdict=Status.UNMATCHED, reviewer="Ann", at=datetime(2026, 1, 1, tzinfo=UTC)
    )
    near = Proposal(iri=found.competencies[0].iri, label="M", confidence=NEAR)
    facts: tuple[dict[str, object], ...] = (
        {"unmatched": (said,)},
        {"considered": (near,)},
        {"considered": (near.model_copy(update={"confidence": NEAR - 0.01}),)},
    )
    outcomes = [one.model_copy(update=more) for one, more in zip(first.outcomes, (*facts, {}), strict=True)]
    told = changed(found, courses=(first.model_copy(update={"outcomes": tuple(outcomes)}), *others))
    words = (
        "3 of 4 outcomes match nothing: 1 as reviewers found, 1 nearly matched (a nearest match from 20% to under "
        "40%), 1 far from all."
    )

    assert without_match(told) == without_match(compare([told])) == words
    for form in (coverage_format("html").write(told), comparison_format("html").write(compare([told]))):
        assert words in form.decode()
        assert "Some of the 2 missing may be taught in other words: check these outcomes first" in form.decode()
    assert "nothing in the framework: 1 as reviewers found, 1 nearly" in coverage_format("html").write(told).decode()


def test_a_comparison_leads_to_pages_beside_it_else_names_what_writes_them(mapped: CurriculumMap) -> None:
    found = compare([with_unmatched(mapped, 3)])
    command = "ladderworks align program --to s -o program.html"

    assert f"<code>{command}</code> lists them" in comparison_page(found)
    assert "see the page of each" not in comparison_page(found)
    beside = comparison_page(found, lambda _: "p.html")
    assert '<a href="p.html#unasked">Maintenance</a>' in beside
    assert command not in beside


def test_who_has_most_of_a_framework_is_warned_too_and_told_otherwise(mapped: CurriculumMap) -> None:
    found = with_unmatched(mapped, 3)
    half, more = changed(found, size=4), changed(found, size=3)
    (warned,) = (doubt(more),)

    assert (half.of_other_field, more.of_other_field, more.mostly_unmatched) == (True, False, True)
    assert "says little of this program" in doubt(half)
    assert warned.startswith("Most outcomes (3 of 4) match nothing in Standard <S>. Still, 2 of its 3 competencies")
    assert "says little" not in warned
    assert "still, they have more than half" in comparison_doubt(compare([more]))


def test_what_only_a_program_of_another_field_may_teach_is_still_lacking(mapped: CurriculumMap) -> None:
    other = changed(with_unmatched(mapped, 3), program="http://x/q", label="Nursing")
    bare = tuple(one.model_copy(update={"taught_by": ()}) for one in mapped.competencies)
    own = changed(mapped, competencies=bare)
    found = compare([own, other])
    page = comparison_format("html").write(found).decode()

    assert [program.label for program in found.doubtful] == ["Nursing"]
    assert comparison_answer(found) == (
        "4 of the 4 competencies that the 2 jobs of Panel ask for were found in no outcome of the program of the "
        "field. Of these, 2 are possibly taught by a program of another field: Nursing."
    )
    assert {found.standing_of(one.iri) for one in other.taught} == {Standing.ELSEWHERE}
    assert "Possibly, by a program of another field: Nursing, M 1" in page
    assert "2</b> possibly, by a program of another field" in page
    assert "possibly, by a program of another field" in comparison_format("csv").write(found).decode()


def test_what_programs_teach_that_are_all_in_doubt_stands_as_they_say(mapped: CurriculumMap) -> None:
    found = compare([changed(with_unmatched(mapped, 3), program="http://x/q")])

    assert not found.doubtful
    assert Standing.ELSEWHERE not in found.standings.values()


def test_jobs_carry_the_caution_beside_their_figures(mapped: CurriculumMap) -> None:
    found = with_unmatched(mapped, 3)
    page = coverage_format("html").write(found).decode()
    section = page[page.index('<section id="rungs"') : page.index('id="table"')]

    assert "take no figure below for what a graduate brings" in section
    assert all(f"{word}, doubtful" in section for word in {rung.distance.value for rung in found.rungs})
    assert "doubtful" not in coverage_format("html").write(mapped).decode()


def test_who_holds_a_program_against_a_list_is_not_told_to_take_a_list(
    mapped: CurriculumMap, large: CurriculumMap
) -> None:
    short, long = (with_unmatched(found, 4) for found in (mapped, large))

    for said in (doubt(short), comparison_doubt(compare([short]))):
        assert "Perhaps the machine missed them, perhaps the list names only a part of the program's field" in said
        assert "Review the outcomes that match nothing first" in said
        assert "`ladderworks review program --to s --reviewer NAME --decisions suggestions.xlsx`" in said
        assert "skill list" not in said
    for said in (doubt(long), comparison_doubt(compare([long]))):
        assert "Hold a program against a standard of its own field instead, or against a firm's skill list" in said


@pytest.mark.parametrize(
    ("unmatched", "words"),
    [
        (0, "All 4 outcomes match something."),
        (1, "1 of 4 outcomes matches nothing."),
        (2, "2 of 4 outcomes match nothing."),
    ],
)
def test_one_outcome_matches_and_two_match(mapped: CurriculumMap, unmatched: int, words: str) -> None:
    assert without_match(with_unmatched(mapped, unmatched)) == words


def test_one_competency_is_and_two_are(mapped: CurriculumMap, target: Target, curriculum: Curriculum) -> None:
    plain = align(curriculum, target)
    one = changed(plain, competencies=plain.gaps[:1], size=1)

    assert answer(plain) == "2 of the 4 competencies of Standard <S> were found in no outcome."
    assert answer(one) == "1 of the 1 competency of Standard <S> was found in no outcome."
    assert common(compare([mapped, changed(mapped, program="http://x/q")])) == "2 competencies are in both of them."
    assert not common(compare([mapped]))


def test_every_share_says_on_how_many_suggestions_it_rests(mapped: CurriculumMap) -> None:
    helper = next(rung for rung in mapped.rungs if rung.job.label == "Helper")
    page = coverage_format("html").write(mapped).decode()

    assert (helper.asked, helper.covered, helper.confirmed, helper.unconfirmed) == (2, 1, 0, 1)
    assert "50%: partly covered <small>unconfirmed</small>" in page
    assert "likely taught, all 2 unconfirmed" in page
    assert "count as taught" not in page
    assert "count as taught" not in comparison_format("html").write(compare([mapped])).decode()


def test_what_nobody_offers_by_name_is_told_apart_by_its_address() -> None:
    found = heads(
        [("http://x/p/a", "Welding", ""), ("http://x/p/b", "Welding", ""), ("http://x/p/c", "Welding", "Fir")]
    )

    assert list(found.values()) == ["Welding (p/a)", "Welding (p/b)", "Welding, Fir"]


def test_programs_of_one_title_stand_under_their_colleges(mapped: CurriculumMap) -> None:
    other = changed(mapped, program="http://x/q")
    found = compare([mapped, other], {mapped.program: "Pine", other.program: "Fir"})
    page = comparison_format("html").write(found).decode()

    for program, college in ((mapped.program, "Pine"), (other.program, "Fir")):
        assert f'<th scope="col" role="columnheader"><a href="{program}">Maintenance, {college}</a></th>' in page
        assert f'<strong><a href="{program}">Maintenance, {college}</a></strong><br>' in page


def test_a_heading_is_the_widest_group_below_the_top() -> None:
    groups = {
        "skills": ("S", ""),
        "machinery": ("S8", "skills"),
        "pumps": ("S8.1", "machinery"),
        "core": ("T1", "transversal"),
        "transversal": ("T", ""),
    }
    lines = [f"<http://x/a> <{SKOS.broader}> <http://x/{group}> ." for group in ("pumps", "core")]
    for name, (code, above) in groups.items():
        lines.append(f'<http://x/{name}> <{SKOS.prefLabel}> "{name}"@en .')
        lines.append(f'<http://x/{name}> <{SKOS.notation}> "{code}" .')
        lines += [f"<http://x/{name}> <{SKOS.broader}> <http://x/{above}> ."] if above else []
    facts = {"iri": "http://x/r", "source": "e", "version": "1", "title": {"value": "E"}, "tool": "t"}
    release = Release.model_validate({**facts, "imported": datetime(2026, 11, 20, tzinfo=UTC)})
    with KnowledgeBase.in_memory() as base:
        release = base.replace(release, [], ["\n".join(lines).encode()])
        found = read_headings(base, release, [Iri("http://x/a"), Iri("http://x/none")])
        assert read_headings(base, release, []) == {}

    assert found == {"http://x/a": "machinery"}
