"""The picture: a small panel for each measure, before beside after, with the standard and without; sources beneath.

Lines differ in dashes and in marks, not in color alone. What rests on few people is not in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from math import ceil
from typing import Final

from pathways.diagrams.canvas import kept_length
from pathways.diagrams.fonts import STACK
from pathways.diagrams.metrics import Style, width
from pathways.diagrams.palette import DARK, LIGHT, Palette
from pathways.diagrams.wrapping import wrap
from pathways.outcomes import wording
from pathways.outcomes.scales import Scale, apart, scale_of
from standards.outcomes import BY_SLUG, Effect, Measure, Outcomes, Pooled, Side

TITLE: Final = Style("title", 22, 28, 700)
NAME: Final = Style("name", 16, 20, 600)
PLAIN: Final = Style("plain", 13, 17)
FIGURE: Final = Style("figure", 13, 17, 600)
QUIET: Final = Style("quiet", 12, 16)

MARGIN: Final = 28
PANEL: Final = 356
GAP: Final = 22
COLUMNS: Final = 3
ACROSS: Final = COLUMNS * PANEL + (COLUMNS - 1) * GAP
"""Pixels of the panels beside each other."""

INNER: Final = 16
PLOT: Final = 150
"""Pixels from the lowest value that a panel can show to the highest."""

BEFORE, AFTER = 118, PANEL - 118
"""Where the two values stand, from the left edge of a panel."""

TICK: Final = 5
MARK: Final = 5.5


@dataclass(frozen=True)
class Line:
    """What changed on one side, as it is drawn.

    Parameters
    ----------
    side
        ``with`` or ``without``: its class.
    shift
        Pixels to the right, so that whiskers do not cover each other.
    """

    side: str
    of: Side
    shift: float


def to_svg(outcomes: Outcomes, *, bare: bool = False) -> str:
    """Return the picture as SVG, light and dark.

    Parameters
    ----------
    bare
        Without the title and what is looked at, which stand above it on a page already.
    """
    head, top = _words(iter(()) if bare else _heading(outcomes), MARGIN)
    body, bottom = _panels(outcomes, top + 10)
    foot, end = _words(_closing(outcomes), bottom + 26)
    across, height = ACROSS + 2 * MARGIN, end + 6
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="outcomes" role="img" viewBox="0 0 {across} {height:g}" '
        f'width="{across}" height="{height:g}" aria-labelledby="outcomes-title" aria-describedby="outcomes-desc">'
    )
    title = f'<title id="outcomes-title">{escape(f"Outcomes under {outcomes.title}, before and after")}</title>'
    heard = f'<desc id="outcomes-desc">{escape(" ".join(_described(outcomes)))}</desc>'
    page = f'<rect class="page" width="{across}" height="{height:g}"/>'
    drawn = [opening, title, heard, f"<style>{_style()}</style>", page, *head, *body, *foot, "</svg>"]
    return "\n".join(drawn) + "\n"


def _described(outcomes: Outcomes) -> Iterator[str]:
    """Yield what whoever does not see the picture hears of it: all that its panels say, one after the other."""
    yield wording.since(outcomes)
    for effect in outcomes.effects:
        yield f"{BY_SLUG[effect.measure].label}: {' '.join(wording.brief(effect))}"
    yield wording.ASSOCIATION


def _heading(outcomes: Outcomes) -> Iterator[tuple[Style, str]]:
    yield TITLE, f"Outcomes under {outcomes.title}"
    yield PLAIN, wording.since(outcomes)


def _closing(outcomes: Outcomes) -> Iterator[tuple[Style, str]]:
    yield FIGURE, wording.ASSOCIATION
    yield QUIET, wording.rule(outcomes)
    yield QUIET, wording.INDEPENDENT
    yield QUIET, "Sources: " + ("; ".join(outcomes.sources) or "none is shown")


def _words(said: Iterator[tuple[Style, str]], top: float) -> tuple[list[str], float]:
    """Return texts below each other over the whole width, and where they end."""
    drawn, at = [], top
    for style, text in said:
        for line in wrap(text, style, ACROSS):
            at += style.leading
            drawn.append(_text(style, MARGIN, at, line))
        at += 6
    return drawn, at


def _panels(outcomes: Outcomes, top: float) -> tuple[list[str], float]:
    """Return a panel for each measure, three beside each other, and where the last ones end."""
    drawn: list[str] = []
    for at in range(0, len(outcomes.effects), COLUMNS):
        row = outcomes.effects[at : at + COLUMNS]
        notes = [_notes(effect) for effect in row]
        above = 78 + PLOT + 52 if any(effect.with_standard for effect in row) else 72
        height = above + max(map(len, notes)) * PLAIN.leading + INNER
        for place, (effect, note) in enumerate(zip(row, notes, strict=True)):
            left = MARGIN + place * (PANEL + GAP)
            drawn += [f'<g transform="translate({left} {top:g})">', *_panel(effect, note, height), "</g>"]
        top += height + GAP
    return drawn, top - GAP


def _notes(effect: Effect) -> tuple[str, ...]:
    """Return what stands below a panel: how far apart, or why nothing is said."""
    measure, room = BY_SLUG[effect.measure], PANEL - 2 * INNER
    if effect.with_standard is None:
        return wrap(f"Nothing can be said: {effect.refused}.", PLAIN, room)
    said = [f"With it: {wording.change(measure, effect.with_standard.change)}"]
    said += [f"Without: {wording.change(measure, effect.without.change)}"] if effect.without else []
    said += [f"Apart: {wording.change(measure, effect.apart)}"] if effect.apart else []
    said += [wording.AVERAGED] if wording.is_averaged(effect) else []
    return tuple(line for one in said for line in wrap(one, PLAIN, room))


def _panel(effect: Effect, notes: Sequence[str], height: float) -> Iterator[str]:
    measure = BY_SLUG[effect.measure]
    yield f'<rect class="card" width="{PANEL}" height="{height:g}" rx="8"/>'
    yield _text(NAME, INNER, 30, measure.label)
    yield _text(QUIET, INNER, 48, f"{measure.unit}, {wording.wanted(measure)}")
    base = 78 + PLOT
    if effect.with_standard:
        yield from _plot(measure, effect, base)
    first = base + 60 if effect.with_standard else 84
    for at, line in enumerate(notes):
        yield _text(PLAIN, INNER, first + at * PLAIN.leading, line)


def _plot(measure: Measure, effect: Effect, base: float) -> Iterator[str]:
    sides = [("with", effect.with_standard, 4.0), ("without", effect.without, -4.0)]
    lines = [Line(name, side, shift if effect.without else 0.0) for name, side, shift in sides if side]
    scale = scale_of([at for line in lines for at in (line.of.before, line.of.after)], PLOT)
    zero = base - scale.at(0.0)
    yield f'<path class="rule" d="M{BEFORE - 26} {zero:.1f}H{AFTER + 26}"/>'
    yield _text(QUIET, BEFORE - 32, zero + 4, wording.amount(measure, 0.0), "end")
    for x, word in ((BEFORE, "before"), (AFTER, "after")):
        yield f'<path class="rule" d="M{x} {base - PLOT:g}V{base:g}"/>'
        yield _text(QUIET, x, base + 18, word, "middle")
    for line in reversed(lines):
        yield from _line(line, scale, base)
    yield from _labels(measure, lines, scale, base)
    yield from _key(lines, base)


def _line(line: Line, scale: Scale, base: float) -> Iterator[str]:
    """Yield the two values of a side, each with its interval, and the line between them."""
    places = [(BEFORE + line.shift, line.of.before), (AFTER + line.shift, line.of.after)]
    (left, before), (right, after) = [(x, base - scale.at(pooled.value)) for x, pooled in places]
    yield f'<g class="{line.side}">'
    yield f'<path class="slope" d="M{left:g} {before:.1f}L{right:g} {after:.1f}"/>'
    for x, pooled in places:
        yield from _whisker(x, pooled, scale, base)
        yield _mark(line.side, x, base - scale.at(pooled.value))
    yield "</g>"


def _whisker(x: float, pooled: Pooled, scale: Scale, base: float) -> Iterator[str]:
    if pooled.low is not None and pooled.high is not None:
        low, high = base - scale.at(pooled.low), base - scale.at(pooled.high)
        ends = "".join(f"M{x - TICK:g} {y:.1f}h{2 * TICK}" for y in (low, high))
        yield f'<path class="whisker" d="M{x:g} {low:.1f}V{high:.1f}{ends}"/>'


def _mark(side: str, x: float, y: float) -> str:
    if side == "with":
        return f'<circle class="mark" cx="{x:g}" cy="{y:.1f}" r="{MARK}"/>'
    corner = f"{x - MARK:g}", f"{y - MARK:.1f}"
    return f'<rect class="mark" x="{corner[0]}" y="{corner[1]}" width="{2 * MARK}" height="{2 * MARK}"/>'


def _labels(measure: Measure, lines: Sequence[Line], scale: Scale, base: float) -> Iterator[str]:
    """Yield the values beside their marks, moved apart where they would cover each other."""
    for x, anchor, of in ((BEFORE - 16, "end", "before"), (AFTER + 16, "start", "after")):
        told = [getattr(line.of, of) for line in lines]
        heights = apart([base - scale.at(pooled.value) + 4 for pooled in told], 32)
        for line, pooled, y in zip(lines, told, heights, strict=True):
            yield f'<g class="{line.side}">'
            yield _text(FIGURE, x, y, wording.amount(measure, pooled.value), anchor)
            yield _text(QUIET, x, y + 14, _counts(pooled), anchor) if _counts(pooled) else ""
            yield "</g>"


def _counts(pooled: Pooled) -> str:
    if pooled.numerator is not None:
        return f"{pooled.numerator:,} of {pooled.denominator:,}"
    return f"{pooled.people:,} people" if pooled.people else ""


def _key(lines: Sequence[Line], base: float) -> Iterator[str]:
    """Yield what the marks mean, between the two values."""
    x = (BEFORE + AFTER) / 2
    words = {"with": "with the standard", "without": "without it"}
    total = sum(width(words[line.side], QUIET) + 24 for line in lines)
    at = x - total / 2
    for line in lines:
        yield f'<g class="{line.side}">{_mark(line.side, at + MARK, base + 31)}</g>'
        yield _text(QUIET, at + 16, base + 35, words[line.side])
        at += width(words[line.side], QUIET) + 30


def _text(style: Style, x: float, y: float, words: str, anchor: str = "start") -> str:
    set_at = "" if anchor == "start" else f' text-anchor="{anchor}"'
    kept = "".join(f' {key}="{value}"' for key, value in kept_length(words, style).items())
    return f'<text class="{style.name}" x="{x:g}" y="{ceil(y * 10) / 10:g}"{set_at}{kept}>{escape(words)}</text>'


def _style() -> str:
    styles = (TITLE, NAME, PLAIN, FIGURE, QUIET)
    set_in = "".join(f".outcomes .{one.name}{{font-size:{one.size:g}px;font-weight:{one.weight}}}" for one in styles)
    return (
        f".outcomes{{font-family:{STACK}}}{set_in}.outcomes .slope{{fill:none;stroke-width:3}}"
        ".outcomes .without .slope{stroke-dasharray:6 5;stroke-width:2.2}.outcomes .whisker{fill:none;stroke-width:1.4}"
        f"{_colors(LIGHT)}@media screen and (prefers-color-scheme:dark){{{_colors(DARK)}}}"
    )


def _colors(colors: Palette) -> str:
    rules = {
        ".page": f"fill:{colors.page}",
        "text": f"fill:{colors.ink}",
        ".quiet": f"fill:{colors.quiet}",
        ".card": f"fill:{colors.card};stroke:{colors.border}",
        ".rule": f"stroke:{colors.border};fill:none",
        ".with path": f"stroke:{colors.main}",
        ".with .mark": f"fill:{colors.main}",
        ".with .figure": f"fill:{colors.main}",
        ".without path": f"stroke:{colors.bridge}",
        ".without .mark": f"fill:{colors.card};stroke:{colors.bridge};stroke-width:2",
        ".without .figure": f"fill:{colors.bridge}",
    }
    return "".join(f".outcomes {selector}{{{rule}}}" for selector, rule in rules.items())
