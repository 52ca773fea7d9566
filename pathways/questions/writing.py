"""Answers in Markdown and CSV: a sentence first, then a table, then what must be known."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from ontology.records import printed
from pathways.amounts import money, months
from pathways.ladders.wording.pay import in_place, place_name
from pathways.questions.reasons import Why
from pathways.questions.records import Answer, Break, Breaks, EntryWay, LeadsTo, Named, PayingRung, Pays
from pathways.questions.teaching_records import Door, Doors, Taught, TaughtStep
from standards.workbook import Cell, literal

Line = tuple[Cell, ...]

UNKNOWN = "unknown"

WAYS = (
    "entry job",
    "code",
    "ways",
    "cost",
    "more preparation",
    "median pay",
    "of a wider region",
    "asks for",
    "best way",
)
DOORS = ("competency", "kind", "gaps removed", "steps eased", "steps opened", "taught in")
BREAKS = ("rung", "begins here", "next rung", "barrier", "asks for", "bridges", "to learn", "pay", "way around")
PAYS = ("rung", "code", "job zone", "begins here", "10th percentile", "median", "of a wider region", "pays it")
WHY = ("what", "figure", "source")
TAUGHT = ("from", "to", "to learn before", "after", "opens")


FORMS = ("md", "json", "csv")


def write_answer(answer: Answer, form: str) -> bytes:
    """Return an answer in one of `FORMS`."""
    if form == "csv":
        return write_csv(answer)
    return f"{answer.model_dump_json(indent=2)}\n".encode() if form == "json" else write_markdown(answer).encode()


def write_markdown(answer: Answer) -> str:
    """Return an answer in Markdown; where nothing was found, its sentence stands without a table."""
    return "\n".join(_lines(answer)) + "\n"


def _lines(answer: Answer) -> Iterator[str]:
    yield from (f"# {answer.title}", "", answer.summary)
    header, *rows = table(answer)
    if rows:
        yield from ("", _row(header), _row(["---"] * len(header)), *(_row(row) for row in rows))
    if isinstance(answer, Breaks) and answer.beyond:
        yield from ("", f"Not reached without meeting a barrier: {_titles(answer.beyond)}.")
    if isinstance(answer, Taught) and answer.newly_reached:
        yield from ("", f"Reached now: {_titles(answer.newly_reached)}.")
    yield from (line for note in answer.notes for line in ("", note))
    if said := "; ".join(source.attribution or source.title for source in answer.sources):
        yield from ("", f"Sources: {said}")


def _row(cells: Sequence[Cell]) -> str:
    return f"| {' | '.join(printed(str(cell)).replace('|', '/') for cell in cells)} |"


def write_csv(answer: Answer) -> bytes:
    """Return the table of an answer as CSV, in UTF-8; where nothing was found, its sentence is the only row."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    header, *rows = table(answer)
    writer.writerows(
        [header, *([literal(cell) for cell in row] for row in rows)] if rows else [[literal(answer.summary)]]
    )
    return file.getvalue().encode("utf-8-sig")


def table(answer: Answer) -> list[Line]:
    """Return the header and the rows of an answer."""
    match answer:
        case LeadsTo():
            return [WAYS, *(_way(found) for found in answer.found)]
        case Doors():
            return [DOORS, *(_door(one) for one in answer.found)]
        case Breaks():
            return [BREAKS, *(_break(found) for found in answer.found)]
        case Pays():
            return [PAYS, *(_paying(found) for found in answer.found)]
        case Taught():
            return [TAUGHT, *(_step(found) for found in answer.found)]
        case Why():
            return [WHY, *((found.what, found.figure, found.source) for found in answer.found)]
    message = f"{type(answer).__name__} has no table"
    raise TypeError(message)


def _way(found: EntryWay) -> Line:
    way = " > ".join(rung.label.value for rung in found.rungs)
    return (
        found.entry.label.value,
        found.entry.code,
        found.ways,
        found.cost,
        months(round(found.months)),
        _pay(found.pay),
        _of(found.wage_region),
        "; ".join(found.asks),
        way,
    )


def _door(found: Door) -> Line:
    opens = "; ".join(f"{step.start.label} > {step.end.label}" for step in found.opened)
    courses = "; ".join(course.label.value for course in found.taught_by)
    kind = found.kind.rsplit("/", 1)[-1].rsplit("#", 1)[-1].lower()
    return found.label.value, kind, found.removed, found.eased, opens, courses


def _break(found: Break) -> Line:
    through = f" by way of {', '.join(one.label.value for one in found.by_way_of)}" if found.by_way_of else ""
    around = f"{found.way_around.label.value}{through}" if found.way_around else ""
    outside = f"outside the sector: {found.outside.label}" if found.outside else ""
    return (
        found.rung.label.value,
        "yes" if found.entry else "",
        found.next.label.value if found.next else "none in the sector",
        ", ".join(found.barriers) or "no sound step leads up",
        found.asks,
        "; ".join(found.bridges),
        _share(found.gap),
        UNKNOWN if found.wage_change is None else f"{found.wage_change:+.0%}{in_place(found.wage_region)}",
        around or outside or "none",
    )


def _paying(found: PayingRung) -> Line:
    return (
        found.rung.label.value,
        found.rung.code,
        found.zone,
        "yes" if found.entry else "",
        _pay(found.low),
        _pay(found.median),
        _of(found.wage_region),
        found.verdict.value,
    )


def _step(found: TaughtStep) -> Line:
    step = found.passage
    gaps = _share(step.gap), _share(found.gap_after)
    return step.start.label.value, step.end.label.value, *gaps, "yes" if found.opens else ""


def _share(gap: float | None) -> str:
    return UNKNOWN if gap is None else f"{gap:.1%}"


def _pay(amount: float | None) -> str:
    return UNKNOWN if amount is None else money(amount)


def _of(wider: str) -> str:
    """Return whose pay it is, where the region publishes none.

    Example
    -------
    >>> _of("Washington"), _of("National"), _of("")
    ('of Washington', 'of the United States', '')
    """
    return wider and f"of {place_name(wider)}"


def _titles(named: Sequence[Named]) -> str:
    return ", ".join(str(one.label) for one in named)
