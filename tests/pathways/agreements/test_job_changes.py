"""A worker reads what is done in a job, and what moved between it and others: as the version says, in plain words."""

from dataclasses import replace

from ontology.records import Iri, JobRedefinition, Text, WorkFunction, WorkTask
from ontology.store import KnowledgeBase
from pathways.agreements import READINGS, published_standard, workers_reading
from pathways.agreements import worker_wording as wording
from pathways.agreements.job_records import JobReading, JobTask, Moved, WorkersReading
from tests.standards.agreement.conftest import ENGINEER, MINT, SAILOR, SLUG, firm

DECK, LINES = Iri(MINT(SLUG, "function", "deck")), Iri(MINT(SLUG, "function", "lines"))
ROPES = Iri(MINT(SLUG, "HT-1"))


def task(code: str, words: str, function: Iri, *, critical: bool | None) -> WorkTask:
    return WorkTask(
        iri=Iri(MINT(SLUG, "task", code)),
        label=Text(value=words),
        occupations=(SAILOR,),
        functions=(function,),
        critical=critical,
    )


def redefinition(code: str, moved_to: Iri, **more: object) -> JobRedefinition:
    iri = Iri(MINT(SLUG, "redefinition", code))
    made = JobRedefinition(iri=iri, competency=ROPES, moved_from=SAILOR, moved_to=moved_to)
    return made.model_copy(update=more)


def reading_of(base: KnowledgeBase) -> WorkersReading:
    """Return a reading with three tasks, of a function with competencies and of one without, and two moves."""
    named = {"firm": firm("tug-co"), "former_job": Text(value="Deckhand"), "new_job": Text(value="Mate <2>")}
    standard = published_standard(base, SLUG)
    lines = WorkFunction(iri=LINES, label=Text(value="Lines"))
    return workers_reading(
        replace(
            standard,
            functions={**standard.functions, LINES: lines},
            tasks=(
                task("1", "Coil <lines>", DECK, critical=False),
                task("2", "Make the tug fast", DECK, critical=True),
                task("3", "Throw the heaving line", LINES, critical=None),
            ),
            redefinitions=(redefinition("1", SAILOR, **named), redefinition("2", ENGINEER)),
        )
    )


def job(reading: WorkersReading, title: str) -> JobReading:
    return next(one for one in reading.jobs if one.title == title)


def test_what_is_done_stands_with_its_function_what_is_critical_first(released: KnowledgeBase) -> None:
    sailors = job(reading_of(released), "Sailors")

    assert {one.name: one.tasks for one in sailors.functions} == {
        "Deck": (JobTask(statement="Make the tug fast", critical=True), JobTask(statement="Coil <lines>")),
        "Lines": (JobTask(statement="Throw the heaving line"),),
    }
    assert sailors.functions[-1].competencies == ()


def test_what_moved_is_told_of_both_jobs(released: KnowledgeBase) -> None:
    reading, ropes = reading_of(released), "Splice rope and wire"

    assert job(reading, "Ship Engineers").moved == (Moved(wording=ropes, came_from="Sailors"),)
    assert job(reading, "Sailors").moved == (
        Moved(wording=ropes, firm="Tug Co", former_job="Deckhand", new_job="Mate <2>"),
        Moved(wording=ropes, went_to="Ship Engineers"),
    )


def test_what_moved_at_one_firm_and_is_asked_for_in_both_jobs_stays_and_comes(released: KnowledgeBase) -> None:
    standard = published_standard(released, SLUG)
    need = next(one for one in standard.requirements if one.competency == ROPES)
    there = need.model_copy(update={"iri": Iri(f"{need.iri}-there"), "occupation": ENGINEER})
    moves = (redefinition("1", ENGINEER),)
    reading = workers_reading(replace(standard, requirements=(*standard.requirements, there), redefinitions=moves))
    told = [wording.moved(one) for title in ("Sailors", "Ship Engineers") for one in job(reading, title).moved]

    assert told == [
        "Splice rope and wire: goes on here, and also to Ship Engineers",
        "Splice rope and wire: comes here from Sailors, where it stays too",
    ]


def test_both_pages_say_it_and_no_text_is_markup(released: KnowledgeBase) -> None:
    reading = reading_of(released)
    html, markdown = (READINGS.find(form).write(reading).decode() for form in ("html", "md"))

    assert "<li>Make the tug fast (critical)</li><li>Coil &lt;lines&gt;</li>" in html
    assert "Splice rope and wire: at Tug Co, from Deckhand to Mate &lt;2&gt;" in html
    assert "Splice rope and wire: comes here from Sailors" in html
    assert "- Make the tug fast (critical)" in markdown
    assert "- Splice rope and wire: goes from here to Ship Engineers" in markdown


def test_nothing_is_headed_where_nothing_is_said(released: KnowledgeBase) -> None:
    html = READINGS.find("html").write(workers_reading(published_standard(released, SLUG))).decode()

    assert "What is done" not in html
    assert "What moved" not in html
