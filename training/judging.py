"""``python -m training.judging``: draw what a person judges of the engine's suggestions, and put it into their page.

What was read before keeps its verdict; what is new waits for one, marked with a question mark. The numbers of the page
are counted from its rows.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from statistics import mean
from typing import Final

from training.lots import CATALOG, SHEETS, UNREAD, Drawn, Row, draw_sheets
from training.outside import PROJECT, add_data_option

PAGE: Final = PROJECT / "docs/reference/judged-suggestions.md"

VERDICTS: Final = ("right", "near", "wrong")
SURE: Final = 0.8

SUGGESTED: Final = "| outcome | suggestion | confidence | verdict |"
UNMATCHED: Final = "| unmatched | best below the threshold | confidence | verdict |"
SUMMARY: Final = "| program and framework | confidence | mean | judged | right | near | wrong |"

BANDS: Final[Mapping[str, Callable[[Row], bool]]] = {
    "0.8 and more": lambda row: row.matched and row.confidence >= SURE,
    "0.4 to 0.8": lambda row: row.matched and row.confidence < SURE,
    "unmatched": lambda row: not row.matched,
}
"""What is counted by itself, of each kind of sheet."""


def read_sections(page: str) -> Mapping[str, tuple[Row, ...]]:
    """Return the rows of the page's tables of suggestions and of what is unmatched, by the heading above them."""
    parts = (part.partition("\n") for part in f"\n{page}".split("\n## ")[1:])
    return {heading: tuple(_read_rows(text.splitlines())) for heading, _, text in parts}


def _read_rows(lines: Iterable[str]) -> Iterator[Row]:
    head = ""
    for line in lines:
        if not line.startswith("|"):
            head = ""
        elif line in (SUGGESTED, UNMATCHED):
            head = line
        elif head and not line.startswith("|-"):
            outcome, concept, confidence, verdict = line.strip("| ").split(" | ")
            yield Row(outcome, concept, float(confidence), head == SUGGESTED, verdict)


def section(found: Drawn, read: Iterable[Row] = ()) -> str:
    """Return the part of the page that holds a sheet, surest first, with the verdicts of those who read it before."""
    verdicts = {row.subject: row.verdict for row in read}
    suggested, nothing = (_judged(rows, verdicts) for rows in (found.suggested, found.nothing))
    return "\n".join(
        (
            f"## {found.sheet.heading}",
            "",
            f"{found.courses} courses, {found.outcomes} outcomes; {found.different} different suggestions, of which "
            f"{counted(suggested)}.",
            "",
            *_table(SUGGESTED, suggested),
            "",
            f"{found.unmatched} outcomes unmatched, of which {counted(nothing)}.",
            "",
            *_table(UNMATCHED, nothing),
        )
    )


def counted(rows: Sequence[Row]) -> str:
    """Say how many rows are judged, and how.

    Examples
    --------
    >>> counted([Row("Weld", "Welding", 0.9, verdict="right"), Row("Act", "Acting", 0.5, verdict="wrong: a play")])
    '2 are judged: 1 right, 0 near, 1 wrong'
    """
    said = [row.verdict.split(":")[0] for row in rows]
    return f"{len(rows)} are judged: " + ", ".join(f"{said.count(verdict)} {verdict}" for verdict in VERDICTS)


def _judged(rows: Iterable[Row], verdicts: Mapping[tuple[str, str], str]) -> list[Row]:
    judged = (replace(row, verdict=verdicts.get(row.subject, UNREAD)) for row in rows)
    return sorted(judged, key=lambda row: (-round(row.confidence, 2), row.subject))


def _table(head: str, rows: Iterable[Row]) -> tuple[str, ...]:
    return (head, "|---|---|---|---|", *(row.line for row in rows))


def summary(sections: Mapping[str, Sequence[Row]]) -> str:
    """Return the page's first table: how much is right, near and wrong, by kind of sheet and by confidence."""
    lines = (
        _summary_line(kind, said, [row for row in rows if of(row)])
        for kind, rows in _kinds(sections).items()
        for said, of in BANDS.items()
    )
    return "\n".join((SUMMARY, "|---|---|---|---|---|---|---|", *filter(None, lines)))


def _kinds(sections: Mapping[str, Sequence[Row]]) -> Mapping[str, Sequence[Row]]:
    kinds: dict[str, list[Row]] = {}
    for sheet in SHEETS:
        kinds.setdefault(sheet.kind, []).extend(sections.get(sheet.heading, ()))
    return kinds


def _summary_line(kind: str, said: str, rows: Sequence[Row]) -> str:
    if not rows:
        return ""
    verdicts = [row.verdict.split(":")[0] for row in rows]
    counts = " | ".join(str(verdicts.count(verdict)) for verdict in VERDICTS)
    return f"| {kind} | {said} | {mean(row.confidence for row in rows):.2f} | {len(rows)} | {counts} |"


def main() -> int:
    """Put what is drawn now into the page, and say how much of it has no verdict yet."""
    parser = argparse.ArgumentParser(prog="python -m training.judging", description=__doc__)
    add_data_option(parser)
    data = parser.parse_args().data
    if not (data / CATALOG).exists():
        parser.error(f"{data / CATALOG} is missing: name the folder of outside data with --data")
    written = rewritten(PAGE.read_text(encoding="utf-8"), draw_sheets(data))
    PAGE.write_text(written, encoding="utf-8")
    unread = written.count(f"| {UNREAD} |")
    print(f"{unread} rows of {PAGE.name} wait for a verdict: {', '.join(VERDICTS)}, each but right with its reason")
    return 1 if unread else 0


def rewritten(page: str, found: Iterable[Drawn]) -> str:
    """Return the page with what is drawn now and with its numbers; what people wrote above the tables stays."""
    read = read_sections(page)
    parts = "\n\n".join(section(drawn, read.get(drawn.sheet.heading, ())) for drawn in found)
    head = page[: page.index(f"## {SHEETS[0].heading}")]
    before, _, after = head.partition(SUMMARY)
    return before + summary(read_sections(parts)) + "\n\n" + after.partition("\n\n")[2] + parts + "\n"


if __name__ == "__main__":
    sys.exit(main())
