"""The worker's reading as a page and as Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from html import escape
from typing import Final

from ontology.report import sentence
from pathways.agreements import worker_wording as wording
from pathways.agreements.job_records import JobCompetency, JobReading, WorkersReading, WorkFunction
from pathways.formats.markdown import literal
from pathways.webpage import fold, webpage

STYLE: Final = """
body { max-width: 50rem; }
h2 { font-size: 1.15rem; }
h3 { margin: 1.5rem 0 0.25rem; font-size: 1.1rem; }
ul.tasks { padding-left: 1.2rem; }
ul.tasks li { margin-bottom: 0.6rem; }
.more { display: block; color: var(--quiet); font-size: 0.9rem; }
.kind { font-weight: 600; margin: 0.6rem 0 0; color: var(--quiet); }
.kind + ul.tasks { margin-top: 0.25rem; }
"""

DONE: Final = "What is done"
MOVED: Final = "What moved from job to job with this standard"

KINDS: Final = ((True, "Essential"), (False, "Good to have"))

Leads = Callable[[JobReading], str]
"""Says where a job leads, in markup; nothing where that is not known."""


def to_html(reading: WorkersReading) -> str:
    """Return a page that stands alone; a job unfolds under its name."""
    return page(reading, lambda _: "")


def page(reading: WorkersReading, leads: Leads) -> str:
    """Return a page that stands alone, with another way to say where each job leads."""
    body = "\n".join(content(reading, leads))
    lead = "".join(f"<p>{escape(text)}</p>\n" for text in _lead(reading)) if reading.jobs else ""
    return webpage(title(reading), STYLE, f"<main>\n<h1>{escape(title(reading))}</h1>\n{lead}{body}\n</main>")


def link(address: str) -> str:
    """Return a link to where the ladder of a job is shown; nothing without an address.

    Example
    -------
    >>> link("/explore?from=53-5011.00")
    '<a href="/explore?from=53-5011.00">see its ladder</a>'
    """
    return f'<a href="{escape(address)}">see its ladder</a>' if address else ""


def title(reading: WorkersReading) -> str:
    """Return what the page is called."""
    return f"{reading.title}: what each job asks of you"


def _lead(reading: WorkersReading) -> list[str]:
    return [wording.LEAD, *map(sentence, wording.unions(reading))]


def content(reading: WorkersReading, leads: Leads) -> Iterator[str]:
    """Yield what stands under the heading of the page: the jobs, and how to read them."""
    if not reading.jobs:
        yield f"<p>{wording.JOBLESS}</p>"
        return
    for job in reading.jobs:
        heading = f"<h2>{escape(job.title)} ({escape(wording.summary(job))})</h2>"
        yield from fold(heading, _job(job, reading, leads), job.code and f"job-{job.code}")
    yield "<h2>How to read this</h2>"
    yield from (f"<p>{escape(text)}</p>" for text in _notes(reading))


def _job(job: JobReading, reading: WorkersReading, leads: Leads) -> Iterator[str]:
    if job.description:
        yield f"<p>{escape(job.description)}</p>"
    yield from (f"<p>{escape(sentence)}</p>" for sentence in wording.terms(job))
    if onward := leads(job):
        yield f"<p>Where it leads: {onward}</p>"
    for function in job.functions:
        yield f"<h3>{escape(function.name)}</h3>"
        yield from _list(DONE, [wording.done(one) for one in function.tasks])
        for kind, asked in _kinds(function):
            yield f'<p class="kind">{kind}</p>\n<ul class="tasks">'
            yield from (f"<li>{_competency(one, reading)}</li>" for one in asked)
            yield "</ul>"
    yield from _list(MOVED, [wording.moved(one) for one in job.moved])


def _list(heading: str, texts: Sequence[str]) -> Iterator[str]:
    """Yield a list under its heading; nothing where it is empty."""
    if texts:
        items = "".join(f"<li>{escape(text)}</li>" for text in texts)
        yield f'<p class="kind">{heading}</p>\n<ul class="tasks">{items}</ul>'


def _competency(one: JobCompetency, reading: WorkersReading) -> str:
    more = "".join(f'<span class="more">{escape(sentence(text))}</span>' for text in _more(one, reading))
    return f"{escape(one.wording)}{more}"


def to_markdown(reading: WorkersReading) -> str:
    """Return the reading as Markdown."""
    return "\n\n".join(_paragraphs(reading)) + "\n"


def _paragraphs(reading: WorkersReading) -> Iterator[str]:
    yield f"# {literal(title(reading))}"
    yield from map(literal, _lead(reading) if reading.jobs else [wording.JOBLESS])
    for job in reading.jobs:
        yield f"## {literal(job.title)} ({wording.summary(job)})"
        if job.description:
            yield literal(job.description)
        yield from (literal(sentence) for sentence in wording.terms(job))
        for function in job.functions:
            yield f"### {literal(function.name)}"
            yield from _items(DONE, [wording.done(one) for one in function.tasks])
            for kind, asked in _kinds(function):
                yield f"{kind}:"
                yield "\n".join(f"- {literal(_in_a_row([one.wording, *_more(one, reading)]))}" for one in asked)
        yield from _items(MOVED, [wording.moved(one) for one in job.moved])
    if not reading.jobs:
        return
    yield "## How to read this"
    yield from (literal(text) for text in _notes(reading))


def _items(heading: str, texts: Sequence[str]) -> Iterator[str]:
    """Yield a list in Markdown under its heading; nothing where it is empty."""
    if texts:
        yield f"{heading}:"
        yield "\n".join(f"- {literal(text)}" for text in texts)


def _kinds(function: WorkFunction) -> Iterator[tuple[str, list[JobCompetency]]]:
    """Yield what is essential, then the rest, where there is any."""
    for essential, kind in KINDS:
        if asked := [one for one in function.competencies if one.essential is essential]:
            yield kind, asked


def _in_a_row(texts: Sequence[str]) -> str:
    """Return texts one behind the other, each but the last closed."""
    return " ".join([*map(sentence, texts[:-1]), *texts[-1:]])


def _more(one: JobCompetency, reading: WorkersReading) -> list[str]:
    told = (wording.must(one), wording.attested(one), wording.agreed(one, reading), *wording.dissents(one))
    return [text for text in told if text]


def _notes(reading: WorkersReading) -> Iterator[str]:
    yield wording.SCALE
    yield wording.AGREED
    yield from wording.pay_notes(reading)
    if reading.silent:
        yield f"The standard says nothing yet of: {', '.join(reading.silent)}."
    yield from reading.notes
    yield wording.source(reading)
