"""The page for the boardroom: what the standard is, who takes part, what is agreed, who dissents and why, what is next.

One printed page for those who decide. It does not tell what a firm's own list says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from typing import Final

from pathways.agreements import wording
from pathways.agreements.matrix import Line, Matrix, Said, Seat
from pathways.amounts import count
from pathways.webpage import webpage
from standards.agreement import Status

DISSENTS: Final = 8
"""Dissents that are told, the same reason of one organization counted once; the matrix has all."""

CODES: Final = 6
"""Statements that are named with one dissent."""

MANY: Final = 8
"""Organizations of a kind that have a line each."""

DECIDING: Final = 5
"""Statements that are named of those which are to be decided next."""

STYLE: Final = """
body { max-width: 50rem; }
h1 { margin: 0 0 0.25rem; }
h2 { font-size: 1.05rem; margin: 0.9rem 0 0.25rem; border-bottom: 1px solid var(--edge); }
p, ul { margin: 0.25rem 0; }
ul { padding-left: 1.2rem; }
.columns { display: grid; grid-template-columns: 1fr 1fr; gap: 0 1.5rem; }
.figures { display: grid; grid-template-columns: repeat(4, 1fr); gap: 0.5rem; margin: 0.5rem 0; padding: 0; }
.figures li { list-style: none; border: 1px solid var(--edge); border-radius: 0.4rem; padding: 0.3rem 0.6rem; }
.figures strong { display: block; font-size: 1.5rem; line-height: 1.2; }
.quiet { color: var(--quiet); font-size: 0.85rem; }
@page { margin: 14mm; }
@media print { body { padding: 0; font-size: 8.6pt; line-height: 1.32; } h1 { font-size: 15pt; }
  h2 { font-size: 10.5pt; } }
@media (max-width: 40rem) { .columns { grid-template-columns: 1fr; } .figures { grid-template-columns: 1fr 1fr; } }
"""


def boardroom_page(matrix: Matrix) -> str:
    """Return the page."""
    return webpage(f"{matrix.title}: for the boardroom", STYLE, "\n".join(_body(matrix)))


def _body(matrix: Matrix) -> Iterator[str]:
    yield f"<main>\n<h1>{escape(matrix.title)}</h1>"
    whom = wording.BOARDROOM if matrix.private else ""
    yield from _paragraphs([matrix.stage, whom, matrix.about, matrix.rule, matrix.kept])
    yield _figures(matrix)
    yield '<div class="columns"><section>'
    yield from _part("Who takes part", _members(matrix))
    yield "</section><section>"
    of, _ = wording.shared(matrix)
    yield from _part(f"How widely the firms' lists say the {of}", _supports(matrix))
    yield from _part("What the unions say to the whole", _unions(matrix))
    yield "</section></div>"
    yield from _part("Who dissents, and why", _dissents(matrix))
    yield from _part("What is to be decided next", _next(matrix))
    yield from (f'<p class="quiet">{escape(text)}</p>' for text in (*matrix.notes, wording.sources(matrix)))
    yield "</main>"


def _paragraphs(texts: Sequence[str]) -> Iterator[str]:
    yield from (f"<p>{escape(text)}</p>" for text in texts if text)


def _part(heading: str, items: Sequence[str]) -> Iterator[str]:
    if items:
        yield f"<h2>{escape(heading)}</h2>\n<ul>"
        yield from (f"<li>{escape(item)}</li>" for item in items)
        yield "</ul>"


def _figures(matrix: Matrix) -> str:
    shown = ((Status.AGREED, "agreed"), (Status.CONTESTED, "contested"), (Status.ACCEPTED, "waiting for firms"))
    told = [(len(matrix.of(status)), word) for status, word in shown]
    told.append((len(matrix.of(Status.PROPOSED)), "open: neither accepted nor rejected yet"))
    known = told if matrix.private else told[:1]
    items = "".join(f"<li><strong>{number}</strong> {word}</li>" for number, word in known)
    return f'<ul class="figures">{items}</ul>'


def _members(matrix: Matrix) -> list[str]:
    """Return who takes part, one by one; where there are many of a kind, in one breath."""
    found: list[str] = []
    for role, grouped in groupby(matrix.seats, key=lambda seat: seat.role):
        seats = list(grouped)
        found += [_member(seat) for seat in seats] if len(seats) <= MANY else [_together(role, seats)]
    return found


def _member(seat: Seat) -> str:
    jobs = f", {count(seat.employees, 'job')} in the region" if seat.employees else ""
    return f"{seat.name} ({seat.role}{jobs})"


def _together(role: str, seats: Sequence[Seat]) -> str:
    known = [seat.employees for seat in seats if seat.employees]
    jobs = f" with {count(sum(known), 'job')} in {len(known)} of them" if known else ""
    return f"{count(len(seats), role)}{jobs}: {', '.join(seat.name for seat in seats)}"


def _supports(matrix: Matrix) -> list[str]:
    """Return how many statements are said how widely."""
    _, found = wording.shared(matrix)
    return [f"{number} {word}: {wording.SUPPORTS[word]}" for word, number in found]


def _unions(matrix: Matrix) -> list[str]:
    cells = zip(matrix.seats, matrix.whole, strict=True)
    return [_union(seat, cell.said) for seat, cell in cells if seat.role == "union"]


def _union(seat: Seat, said: Said | None) -> str:
    if said is None:
        return f"{seat.name} has not spoken"
    verb = "ratified it" if said.position == "ratify" else "refused it"
    again = "" if said.counts else "; it has changed since, and the union is asked again"
    return f"{seat.name} {verb} on {wording.day(said.day)}{f': {said.reason}' if said.reason else ''}{again}"


def _dissents(matrix: Matrix) -> list[str]:
    """Return the dissents that count, each reason of an organization once; those on what is agreed first."""
    found: dict[tuple[str, str], list[Line]] = {}
    for line in sorted(matrix.lines, key=lambda line: line.status is not Status.AGREED):
        for seat, cell in zip(matrix.seats, line.cells, strict=True):
            if line.status is not Status.REJECTED and _dissents_now(cell.said):
                found.setdefault((seat.name, cell.said.reason if cell.said else ""), []).append(line)
    told = [f"{name}, on {_all_called(lines)}: {reason}" for (name, reason), lines in found.items()]
    return _first(told, DISSENTS, "dissent", "the matrix has them all")


def _dissents_now(said: Said | None) -> bool:
    return bool(said and said.counts and said.position == "dissent")


def _all_called(lines: Sequence[Line]) -> str:
    """Return what statements are called: one in full, several by their codes, of many the first ones."""
    if len(lines) == 1:
        return _called(lines[0])
    named = [line.code or f"“{line.wording}”" for line in lines[:CODES]]
    more = [count(len(lines) - CODES, "more statement")] if len(lines) > CODES else []
    return wording.listed([*named, *more])


def _next(matrix: Matrix) -> list[str]:
    contested = [f"Contested: {_called(line)}. Reword or reject it" for line in matrix.of(Status.CONTESTED)]
    waiting = [f"Waiting: {_called(line)}. It lacks {line.missing}" for line in matrix.of(Status.ACCEPTED)]
    told = _first([*contested, *waiting], DECIDING, "statement", "each is in the matrix")
    if number := len(matrix.of(Status.PROPOSED)):
        told.append(f"{count(number, 'open statement')}: accept, merge or reject each")
    return [*told, *_to_ratify(matrix)]


def _to_ratify(matrix: Matrix) -> Iterator[str]:
    """Yield which unions are to ratify the whole, where the rule asks for more than have."""
    unions = [(seat, cell) for seat, cell in zip(matrix.seats, matrix.whole, strict=True) if seat.role == "union"]
    missing = [seat.name for seat, cell in unions if not _ratifies(cell.said)]
    lacking = matrix.unions_asked - (len(unions) - len(missing))
    if lacking > 0:
        few = f"{lacking} of " if lacking < len(missing) else ""
        yield f"The ratification of {few}{wording.listed(missing)}"


def _ratifies(said: Said | None) -> bool:
    return bool(said and said.counts and said.position == "ratify")


def _called(line: Line) -> str:
    return f"{line.code} “{line.wording}”" if line.code else f"“{line.wording}”"


def _first(told: list[str], number: int, noun: str, where: str) -> list[str]:
    """Return the first, and how many more there are."""
    more = len(told) - number
    return [*told[:number], f"{count(more, f'more {noun}')}; {where}"] if more > 0 else told
