"""A worker reads what a job asks for: from the published version only, in plain words."""

from dataclasses import replace

import pytest

from ontology import records
from ontology.records import Competency, Credential, Iri, Position, Role, SkillRequirement, Text
from ontology.store import KnowledgeBase
from pathways.agreements import READINGS, WorkersReading, published_standard, workers_reading
from pathways.agreements.job_records import JobCompetency, JobReading, Said, WorkFunction
from pathways.agreements.worker_page import link, page
from pathways.agreements.worker_wording import SCALE, agreed, dissents, importance, level, must, summary, unions
from tests.pathways.agreements.test_matrix import WORDS
from tests.standards.agreement.conftest import MINT, SAILOR, SLUG

FIRMS = ("Dredge Co", "Ferry Co", "Tug Co")


def reading_of(base: KnowledgeBase) -> WorkersReading:
    return workers_reading(published_standard(base, SLUG))


def job(reading: WorkersReading, title: str) -> JobReading:
    return next(one for one in reading.jobs if one.title == title)


def test_each_job_has_its_functions_and_competencies(released: KnowledgeBase) -> None:
    reading = reading_of(released)
    engineers = job(reading, "Ship Engineers")

    assert [one.title for one in reading.jobs] == ["Sailors", "Ship Engineers"]
    assert [function.name for function in engineers.functions] == ["Engine"]
    assert [(task.code, task.level) for task in engineers.competencies] == [("HT-9", 6)]
    assert {task.code for task in job(reading, "Sailors").competencies} == {"HT-1", "HT-2"}


def test_firms_ask_for_what_their_published_position_adopts(released: KnowledgeBase) -> None:
    reading = reading_of(released)
    by_code = {task.code: task for one in reading.jobs for task in one.competencies}

    assert by_code["HT-1"].adopted_by == ("Ferry Co", "Tug Co")
    assert by_code["HT-1"].changed_by == ("Ferry Co",)
    assert agreed(by_code["HT-1"], reading) == "Agreed by Tug Co as it reads, and by Ferry Co with a change"
    assert agreed(by_code["HT-2"], reading) == "Agreed by Ferry Co and Tug Co"
    assert (
        agreed(JobCompetency(code="", wording="x", essential=True, adopted_by=FIRMS), reading)
        == "Agreed by all 3 firms"
    )
    changed = JobCompetency(code="", wording="x", essential=True, adopted_by=FIRMS, changed_by=("Ferry Co",))
    assert agreed(changed, reading) == "Agreed by Dredge Co and Tug Co as it reads, and by Ferry Co with a change"
    alone = changed.model_copy(update={"adopted_by": ("Ferry Co",)})
    assert agreed(alone, reading) == "Agreed by Ferry Co with a change"


def test_dissent_is_told_with_who_and_why_and_what_the_union_says_of_the_whole(released: KnowledgeBase) -> None:
    reading = reading_of(released)
    (engines,) = job(reading, "Ship Engineers").competencies
    told = READINGS.find("html").write(reading).decode()

    assert dissents(engines) == ["Seafarers (union) dissents: Two must stand watch"]
    assert unions(reading) == ["Ratified by Seafarers (union): A good start"]
    assert "<p>Ratified by Seafarers (union): A good start.</p>" in told
    assert "Dredge Co dissents: We use no &lt;paper&gt;" in told


def test_a_union_that_refused_is_told_and_one_that_was_silent_is_not(released: KnowledgeBase) -> None:
    reading = reading_of(released)
    refused = Said(organization="Seafarers", role=Role.UNION, position=Position.REFUSE, reason="Not yet")

    assert unions(reading.model_copy(update={"unions": (refused,)})) == ["Refused by Seafarers (union): Not yet"]
    assert unions(reading.model_copy(update={"unions": ()})) == []


def test_levels_and_importance_are_words_at_their_bounds() -> None:
    assert [level(value) for value in (None, 0, 1.4, 1.5, 3, 4.5, 6, 7)] == [
        "",
        "know what it is about",
        "know what it is about",
        "do it with help",
        "do it on your own",
        "do it on your own, also when it is hard",
        "do the hardest of it, and teach others",
        "do the hardest of it, and teach others",
    ]
    assert [importance(value) for value in (None, 1, 3, 3.9, 4)] == [
        "",
        "useful",
        "important",
        "important",
        "very important",
    ]
    assert must(JobCompetency(code="", wording="x", essential=True, level=2, importance=4.2)) == (
        "You do it with help; very important"
    )
    assert must(JobCompetency(code="", wording="x", essential=True, importance=4.2)) == "Very important"
    assert must(JobCompetency(code="", wording="x", essential=False, level=2, importance=4.2)) == "You do it with help"


@pytest.mark.parametrize(
    ("essential", "told"),
    [
        ([True, False], "2 skills, 1 of them essential"),
        ([True, True], "2 skills, all essential"),
        ([True], "1 skill, essential"),
        ([False], "1 skill, 0 of them essential"),
    ],
)
def test_a_job_says_how_much_of_it_is_essential(essential: list[bool], told: str) -> None:
    asked = tuple(JobCompetency(code="", wording="x", essential=one) for one in essential)
    deck = WorkFunction(name="Deck", importance=None, competencies=asked)

    assert summary(JobReading(address="http://x/1", code="", title="Sailors", functions=(deck,))) == told


def function(name: str, *codes: str) -> records.WorkFunction:
    competencies = tuple(Iri(MINT(SLUG, code)) for code in codes)
    return records.WorkFunction(
        iri=Iri(MINT(SLUG, "function", name)), label=Text(value=name), competencies=competencies
    )


def test_functions_rank_by_the_mean_importance_and_competencies_by_what_is_essential(released: KnowledgeBase) -> None:
    standard = published_standard(released, SLUG)

    def item(code: str, category: str) -> Competency:
        return Competency(
            iri=Iri(MINT(SLUG, code)), label=Text(value=code), notation=code, category=Text(value=category)
        )

    def need(code: str, weight: float) -> SkillRequirement:
        return SkillRequirement(
            iri=Iri(MINT(SLUG, "need", code)),
            occupation=SAILOR,
            competency=Iri(MINT(SLUG, code)),
            importance=weight,
        )

    items = (item("A-1", "Deck"), item("A-2", "Deck"), item("B-1", "Safety"), item("C-1", "Deck"))
    needs = (need("A-1", 2), need("A-2", 5), need("B-1", 4), need("C-1", 1))
    said = (function("Deck", "A-1", "A-2"), function("Safety", "B-1"))
    functions = {one.iri: one for one in said}
    changed = replace(standard, items=items, requirements=needs, functions=functions)
    (sailors,) = workers_reading(changed).jobs

    assert [(one.name, one.importance) for one in sailors.functions] == [
        ("Safety", 4.0),
        ("Deck", 3.5),
        ("No category", 1.0),
    ]
    assert [task.code for task in sailors.functions[1].competencies] == ["A-2", "A-1"]
    assert workers_reading(changed).silent == ("Ship Engineers",)


def test_credentials_are_named_with_what_they_show(released: KnowledgeBase) -> None:
    standard = published_standard(released, SLUG)
    card = Credential(
        iri=Iri(MINT("credential", "rigger")),
        label=Text(value="Rigger Card"),
        attests=(Iri(MINT(SLUG, "HT-1")),),
        required_for=(SAILOR,),
        useful_for=(SAILOR,),
    )
    reading = workers_reading(replace(standard, credentials=(card,)))
    told = READINGS.find("md").write(reading).decode()

    assert "You need: Rigger Card." in told
    assert "Credentials that show it: Rigger Card" in told
    assert "It helps to have" not in told


def test_a_credential_for_other_jobs_is_not_named_in_this_one(released: KnowledgeBase) -> None:
    standard, engineer = published_standard(released, SLUG), Iri(MINT("onet", "53-5031.00"))
    license_ = Credential(
        iri=Iri(MINT("credential", "chief")),
        label=Text(value="Chief Engineer License"),
        attests=tuple(item.iri for item in standard.items),
        useful_for=(engineer,),
    )
    jobs = workers_reading(replace(standard, credentials=(license_,))).jobs
    shown = {job.address: {name for task in job.competencies for name in task.attested_by} for job in jobs}

    assert shown == {SAILOR: set(), engineer: {"Chief Engineer License"}}


def test_a_reading_has_no_firms_own_words(released: KnowledgeBase) -> None:
    reading = reading_of(released)
    for form in READINGS:
        told = form.write(reading).decode()
        assert [words for words in WORDS if words in told] == []
        assert "tide tables" not in told
        assert "Watch the engine" in told
        assert "You do the hardest of it, and teach others" in told


def test_each_job_leads_where_the_page_is_told(released: KnowledgeBase) -> None:
    reading = reading_of(released)
    shown = page(reading, lambda job: link(f"/explore?a&from={job.code}" if job.code.startswith("53-501") else ""))

    assert shown.count("Where it leads: ") == 1
    assert '<a href="/explore?a&amp;from=53-5011.00">see its ladder</a>' in shown
    assert "ladderworks ladder" not in shown


def test_a_name_that_ends_in_a_stop_has_one_and_a_license_its_name() -> None:
    firms, terms = ("Orchard Co.",), "https://creativecommons.org/licenses/by/4.0/"
    asked = JobCompetency(code="1", wording="Climb", essential=True, attested_by=("Card",), adopted_by=firms)
    deck = WorkFunction(name="Deck", importance=None, competencies=(asked,))
    one = JobReading(address="http://x/1", code="53-5011.00", title="Sailors", functions=(deck,))
    reading = WorkersReading(slug="harbor", title="Harbor", version="1.0", license=terms, jobs=(one,), firms=firms)
    html, markdown = (READINGS.find(form).write(reading).decode() for form in ("html", "md"))

    assert "- Climb. Credentials that show it: Card. Agreed by Orchard Co.\n" in markdown
    assert '<span class="more">Agreed by Orchard Co.</span>' in html
    assert "Source: Harbor, version 1.0, CC BY 4.0." in html


def test_what_is_good_to_have_stands_behind_what_is_essential() -> None:
    asked = (
        JobCompetency(code="1", wording="Climb", essential=True),
        JobCompetency(code="2", wording="Sing <loudly>", essential=False),
    )
    deck = WorkFunction(name="Deck", importance=None, competencies=asked)
    one = JobReading(address="http://x/1", code="53-5011.00", title="Sailors", functions=(deck,))
    reading = WorkersReading(slug="harbor", title="Harbor", version="1.0", jobs=(one,))
    told = READINGS.find("html").write(reading).decode()

    assert told.index("Essential") < told.index("Climb") < told.index("Good to have") < told.index("Sing &lt;loudly")
    assert "Where it leads" not in told
    assert "ladderworks" not in READINGS.find("md").write(reading).decode()
    assert SCALE.split(":", maxsplit=1)[0] in told
