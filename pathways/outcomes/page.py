"""Outcomes as one page of HTML: the picture, what it says in words, and the figures that it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from pathways.outcomes import wording
from pathways.outcomes.picture import to_svg
from pathways.webpage import skip_link, webpage
from standards.outcomes import Effect, Measure, Outcomes, Shown, measured

STYLE: Final = """
body { max-width: 74rem; }
.scroll { overflow-x: auto; }
.scroll > svg { max-width: 100%; height: auto; min-width: 60rem; }
table { border-collapse: collapse; }
caption { text-align: left; color: var(--quiet); padding-bottom: 0.25rem; }
th, td { padding: 0.25rem 0.75rem 0.25rem 0; text-align: left; vertical-align: top;
  border-bottom: 1px solid var(--edge); }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.kept { color: var(--quiet); font-style: italic; }
h2 { margin-top: 2rem; }
"""

HEADERS: Final = ("Of", "Period", "Value", "Rests on", "95% interval", "Source")


def to_html(outcomes: Outcomes) -> str:
    """Return a page that stands alone."""
    title = f"Outcomes under {outcomes.title}"
    return webpage(title, STYLE, "\n".join(_body(outcomes, title)), skip_link("words", "Skip the picture"))


def _body(outcomes: Outcomes, title: str) -> Iterator[str]:
    effects = {effect.measure: effect for effect in outcomes.effects}
    yield f"<main>\n<h1>{escape(title)}</h1>\n<p>{escape(wording.since(outcomes))}</p>"
    yield f'<div class="scroll" tabindex="0" role="region" aria-label="The picture">{to_svg(outcomes, bare=True)}</div>'
    yield '<div id="words">'
    for measure, rows in measured(outcomes.rows):
        yield from _measure(measure, rows, effects[measure.slug])
    yield "</div>\n<h2>How to read this</h2>"
    told = (wording.ASSOCIATION, wording.INDEPENDENT, wording.rule(outcomes))
    yield "\n".join(f"<p>{escape(sentence)}</p>" for sentence in told) + "\n</main>"


def _measure(measure: Measure, rows: Sequence[Shown], effect: Effect) -> Iterator[str]:
    yield f'<h2 id="{measure.slug}">{escape(measure.label)}</h2>'
    told = f"{measure.definition} {wording.wanted(measure).capitalize()}. {measure.after}."
    yield f"<p>{escape(told)}</p>"
    yield "<ul>" + "".join(f"<li>{escape(sentence)}</li>" for sentence in wording.sentences(effect)) + "</ul>"
    yield '<div class="scroll"><table>'
    yield f"<caption>{escape(measure.label)}: {escape(measure.unit)}</caption>"
    yield "<tr>" + "".join(f'<th scope="col">{header}</th>' for header in HEADERS) + "</tr>"
    yield from (_row(measure, one) for one in rows)
    yield "</table></div>"


def _row(measure: Measure, one: Shown) -> str:
    said = f"{one.name} (to compare with)" if one.comparison else one.name
    if one.hidden:
        empty = f'<td class="kept" colspan="{len(HEADERS) - 2}">{wording.HIDDEN}</td>'
        return f'<tr><th scope="row">{escape(said)}</th><td>{one.period}</td>{empty}</tr>'
    interval = ""
    if one.low is not None and one.high is not None:
        interval = f"{wording.amount(measure, one.low)} to {wording.amount(measure, one.high)}"
    numbers = (wording.value(one), wording.rests_on(one), interval)
    told = "".join(f'<td class="number">{escape(number)}</td>' for number in numbers)
    return f'<tr><th scope="row">{escape(said)}</th><td>{one.period}</td>{told}<td>{_source(one)}</td></tr>'


def _source(one: Shown) -> str:
    named = escape(f"{one.source} ({one.reported})")
    return f'<a href="{escape(one.page)}">{named}</a>' if one.page else named
