"""The matrix as a page: a table that scrolls under its heads, or on a phone a list, with every cell in words."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Final

from pathways.agreements import wording
from pathways.agreements.marks import MARKS
from pathways.agreements.matrix import Cell, Line, Matrix, Seat
from pathways.webpage import webpage

STYLE: Final = """
body { max-width: none; }
.matrix { overflow: auto; max-height: 85vh; border: 1px solid var(--edge); }
table { border-collapse: separate; border-spacing: 0; font-size: 0.85rem; width: 100%; }
th, td { padding: 0.35rem 0.4rem; hyphens: auto; overflow-wrap: break-word;
  text-align: left; vertical-align: top; border-bottom: 1px solid var(--edge); }
thead th { position: sticky; top: 0; z-index: 2; background: var(--page); min-width: 5rem; vertical-align: bottom; }
thead th:first-child { left: 0; z-index: 3; }
tbody th[scope="row"] { position: sticky; left: 0; z-index: 1; background: var(--page); min-width: 12rem;
  max-width: 26rem; font-weight: 400; }
th[scope="rowgroup"] { font-weight: 700; padding-top: 1rem; }
.role, .quiet { color: var(--quiet); font-weight: 400; }
.letter { display: inline-block; min-width: 1.3em; text-align: center; font-weight: 700; border: 1.5px solid;
  border-radius: 0.25em; }
.said, .own { display: block; max-width: 18rem; }
.own { color: var(--quiet); }
.who { display: none; font-weight: 600; }
@media screen and (max-width: 48rem) {
  .matrix { max-height: none; overflow: visible; border: 0; }
  table, tbody, tr, th, td { display: block; }
  thead, td.silent { display: none; }
  tr { padding-bottom: 0.5rem; border-bottom: 1px solid var(--edge); }
  th, td { padding: 0.15rem 0; border-bottom: 0; }
  tbody th[scope="row"] { position: static; min-width: 0; max-width: none; padding-top: 0.5rem; }
  .who { display: block; }
  .said, .own { max-width: none; }
}
@media print { .matrix { max-height: none; overflow: visible; } thead th, tbody th[scope="row"] { position: static; } }
"""


def to_html(matrix: Matrix) -> str:
    """Return a page that stands alone."""
    title = f"{matrix.title}: who agrees to what"
    return webpage(title, STYLE, "\n".join(_body(matrix, title)))


def _body(matrix: Matrix, title: str) -> Iterator[str]:
    seen = wording.PRIVATE if matrix.private else wording.PUBLIC
    yield f"<main>\n<h1>{escape(title)}</h1>"
    rule = (matrix.rule, matrix.kept)
    said = (matrix.stage, f"{wording.stands(matrix)}.", _supports(matrix), *rule, seen, *matrix.notes)
    for sentence in filter(None, said):
        yield f"<p>{escape(sentence)}</p>"
    yield '<div class="matrix" role="region" aria-label="Statements and organizations" tabindex="0">'
    yield f"<table>\n<thead><tr>{''.join(_heads(matrix))}</tr></thead>"
    yield f"<tbody>\n{_whole(matrix)}\n</tbody>"
    for category, lines in matrix.groups:
        width = len(matrix.seats) + 2
        yield f'<tbody>\n<tr><th scope="rowgroup" colspan="{width}">{escape(category)}</th></tr>'
        yield from (_row(matrix, line) for line in lines)
        yield "</tbody>"
    yield f"</table>\n</div>\n<p>{escape(wording.sources(matrix))}</p>\n</main>"


def _supports(matrix: Matrix) -> str:
    """Return how much of it all firms share, and how much one adds, in a sentence; empty where it is not known."""
    of, found = wording.shared(matrix)
    told = "; ".join(f"{number} {word} ({wording.SUPPORTS[word]})" for word, number in found)
    return f"What the firms share and what each adds, by their own lists, of {of}: {told}." if told else ""


def _heads(matrix: Matrix) -> Iterator[str]:
    yield '<th scope="col">Statement</th><th scope="col">How it stands</th>'
    for seat in matrix.seats:
        yield f'<th scope="col">{escape(seat.name)} <span class="role">({seat.role})</span></th>'


def _whole(matrix: Matrix) -> str:
    cells = "".join(_cell(seat, cell) for seat, cell in zip(matrix.seats, matrix.whole, strict=True))
    told = escape(wording.ratified(matrix))
    return f'<tr><th scope="row"><strong>The whole standard</strong></th><td>{told}</td>{cells}</tr>'


def _row(matrix: Matrix, line: Line) -> str:
    cells = "".join(_cell(seat, cell) for seat, cell in zip(matrix.seats, line.cells, strict=True))
    code = f"<strong>{escape(line.code)}</strong> " if line.code else ""
    told = [wording.support(matrix, line), f"lacks {line.missing}" if line.missing else ""]
    more = "".join(f'<span class="own">{escape(one)}</span>' for one in told if one)
    stands = f"<td>{escape(wording.standing(matrix, line))}{more}</td>"
    return f'<tr class="{line.status}"><th scope="row">{code}{escape(line.wording)}</th>{stands}{cells}</tr>'


def _cell(seat: Seat, cell: Cell) -> str:
    """Return what an organization says; its own words stand under its position."""
    if not (cell.said or cell.listed):
        return f'<td class="quiet silent"><span class="unseen">{escape(seat.name)} has not spoken</span></td>'
    return f'<td><span class="who">{escape(seat.name)}</span>{"".join(_said(cell))}</td>'


def _said(cell: Cell) -> Iterator[str]:
    if cell.said:
        mark, said = MARKS[cell.said.position], cell.said
        again = "" if said.counts else " (of what it read before; asked again)"
        more = said.change or said.reason
        told = f"{said.position}{again}{f': {more}' if more else ''}"
        letter = f'<span class="letter" aria-hidden="true">{mark.letter}</span>'
        yield f'<span class="said">{letter} {escape(told)}</span>'
    for words in cell.words:
        yield f'<span class="own">its list: “{escape(words)}”</span>'
