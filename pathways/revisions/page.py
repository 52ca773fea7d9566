"""A revision as a page that a firm reads, on paper, on a desk or on a phone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from typing import Final

from pathways.agreements.wording import day, listed
from pathways.amounts import count
from pathways.revisions.items import FIRST
from pathways.revisions.revision import Change, Demand, Item, Named, Own, Part, Revision, Said, Section, Version
from pathways.webpage import webpage
from standards.differences.wording import Fate, Piece, pieces

SHOWN: Final = 300
"""Items of a part that are shown; the other forms have all."""

STATEMENT: Final = "statement"
IN_FULL: Final = (STATEMENT, "label", "description", "definition", "scope note")
"""Fields whose change is told in the text itself, where there is one text before and after."""

TAGS: Final[Mapping[Fate, str]] = {Fate.GONE: "del", Fate.CAME: "ins"}

POSITIONS: Final[Mapping[str, tuple[str, str]]] = {
    "endorse": ("endorses it", "endorsed it"),
    "adopt with change": ("adopts it with a change", "adopted it with a change"),
    "abstain": ("abstains", "abstained"),
    "dissent": ("dissents", "dissented"),
}
"""What an organization does, and what the one that reads did."""

ALONE: Final = """
body { max-width: 52rem; }
@page { margin: 14mm; }
@media print {
  :root { font-size: 8.6pt; }
  body { max-width: none; padding: 0; line-height: 1.32; }
}
"""
"""What a page that stands alone looks like besides."""

STYLE: Final = """
.changes { --gone: #8c1d18; --came: #0b5d2a; --mine: #e9f1fb; --rule: var(--edge, var(--line)); max-width: 52rem; }
@media screen and (prefers-color-scheme: dark) {
  .changes { --gone: #ffb4ab; --came: #8fe3a8; --mine: #17273a; }
}
.changes h1 { margin: 0 0 0.25rem; }
.changes h2 { font-size: 1.15rem; margin: 1.6rem 0 0.5rem; padding-bottom: 0.2rem;
  border-bottom: 2px solid var(--rule); }
.changes h3 { font-size: 1rem; margin: 0; overflow-wrap: anywhere; }
.changes p { max-width: none; margin: 0.25rem 0; }
.changes .lead { font-size: 1.05rem; }
.changes :is(.quiet, .count) { color: var(--quiet); }
.changes :is(.count, .code) { font-weight: 400; }
.changes .code { margin-right: 0.35rem; white-space: nowrap; }
.changes .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(7rem, 1fr)); gap: 0.5rem;
  margin: 0.9rem 0; padding: 0; }
.changes .figures li { list-style: none; border: 1px solid var(--rule); border-radius: 0.4rem; padding: 0.3rem 0.6rem; }
.changes .figures strong { display: block; font-size: 1.5rem; line-height: 1.2; }
.changes article { padding: 0.55rem 0; border-bottom: 1px solid var(--rule); break-inside: avoid; }
.changes article:last-child { border-bottom: 0; }
.changes del { color: var(--gone); text-decoration-thickness: 1.5px; }
.changes ins { color: var(--came); text-decoration-thickness: 1.5px; text-underline-offset: 0.15em; font-weight: 600; }
.changes .more { font-size: 0.92em; }
.changes .more b { font-weight: 600; }
.changes .mine { background: var(--mine); border-left: 3px solid var(--link); border-radius: 0.2rem;
  padding: 0.3rem 0.6rem; }
.changes .ends { display: grid; grid-template-columns: 4rem 1fr; gap: 0.1rem 0.5rem; margin: 0.25rem 0; }
.changes .ends dt { color: var(--quiet); font-weight: 400; }
.changes .ends dd { grid-column: 2; margin: 0; }
@media (max-width: 30rem) {
  .changes .ends { grid-template-columns: 1fr; }
  .changes .ends dd { grid-column: 1; }
}
@media print {
  .changes { max-width: none; }
  .changes h2 { margin: 0.8rem 0 0.2rem; break-after: avoid; }
  .changes p { margin: 0.1rem 0; }
  .changes .figures { margin: 0.5rem 0; }
  .changes article { padding: 0.3rem 0; }
  .changes .mine { background: none; border: 1px solid var(--rule); border-left-width: 3px; }
}
"""


def to_html(revision: Revision) -> str:
    """Return a page that stands alone."""
    body = f'<main class="changes">\n{content(revision)}\n<p class="quiet">{escape(sources(revision))}</p>\n</main>'
    return webpage(f"{heading(revision)}: {revision.title}", f"{ALONE}{STYLE}", body)


def heading(revision: Revision) -> str:
    """Return what a page about a revision is called.

    Example
    -------
    >>> sides = (Version(name=f"esco@{version}", version=version) for version in ("1.1.0", "1.1.1"))
    >>> heading(Revision(title="ESCO", older=next(sides), newer=next(sides)))
    'What 1.1.1 changes'
    """
    return f"What {revision.newer.version} changes"


def content(revision: Revision) -> str:
    """Return what stands on the page, in markup."""
    return "\n".join(_body(revision))


def _body(revision: Revision) -> Iterator[str]:
    yield f"<h1>{escape(heading(revision))}</h1>"
    yield f'<p class="lead">{escape(revision.title)}</p>'
    yield f'<p class="quiet">{escape(_versions(revision))}</p>'
    if revision.firm:
        yield f'<p class="mine">{escape(_for_whom(revision))}</p>'
    yield _figures(revision)
    if not revision.sections:
        yield "<p>No statement, and nothing that jobs need, differs.</p>"
    for section in revision.sections:
        yield from _section(revision, section)
    yield from _members(revision)
    yield from (f'<p class="quiet">{escape(text)}</p>' for text in revision.notes)


def _versions(revision: Revision) -> str:
    newer, older = (_dated(version) for version in (revision.newer, revision.older))
    return f"{newer} beside {older}."


def _dated(version: Version) -> str:
    return f"{version.name} of {day(version.day)}" if version.day else version.name


def _for_whom(revision: Revision) -> str:
    number = sum(item.concerns for item in revision.items)
    touched = f"{number} of {count(len(revision.items), 'entry', 'entries')}"
    verb = "touches" if number == 1 else "touch"
    return (
        f"For {revision.firm}: {touched} {verb} what your own list says, how you stand, or your jobs. They are marked "
        "like this. The page has your own words and is for nobody else."
    )


def _figures(revision: Revision) -> str:
    told = [(len(section.items), FIGURES[section.part]) for section in revision.sections]
    return (
        f'<ul class="figures">{"".join(f"<li><strong>{number:,}</strong> {word}</li>" for number, word in told)}</ul>'
    )


FIGURES: Final[Mapping[Part, str]] = {
    Part.NEW: "new",
    Part.REWORDED: "in other words",
    Part.FOLLOWED: "split, merged or replaced",
    Part.DROPPED: "dropped",
    Part.ASKED: "asked for otherwise",
    Part.OTHER: "moved, recoded or tidied up",
}


def _section(revision: Revision, section: Section) -> Iterator[str]:
    number = len(section.items)
    yield f'<section>\n<h2>{section.part} <span class="count">({number:,})</span></h2>'
    for item in section.items[:SHOWN]:
        yield f"<article>\n{chr(10).join(_item(revision, section.part, item))}\n</article>"
    if number > SHOWN:
        more = count(number - SHOWN, "more entry", "more entries")
        yield f"<p>{more}; <code>standard diff -o FILE.json</code> has them all.</p>"
    yield "</section>"


# --- Items --------------------------------------------------------------------------------


def _item(revision: Revision, part: Part, item: Item) -> Iterator[str]:
    yield f"<h3>{_called(item.named)}{_kind(item)}</h3>"
    if part is Part.FOLLOWED:
        yield from _followed(item)
    elif part in (Part.NEW, Part.DROPPED) and item.named.text:
        tag = "del" if part is Part.DROPPED else "span"
        yield f"<p><{tag}>{escape(item.named.text)}</{tag}></p>"
    yield from (_change(one) for one in item.changes)
    yield from _asked(part, item)
    if told := _stands(revision, item):
        yield f'<p class="more">{escape(told)}</p>'
    if item.own and item.concerns:
        yield f'<p class="mine more">{escape(" ".join(_own(part, item)))}</p>'


def _called(named: Named) -> str:
    code = f'<span class="code">{escape(named.code)}</span> ' if named.code else ""
    return f"{code}{escape(named.name)}"


def _kind(item: Item) -> str:
    told = ", ".join(filter(None, ("" if item.kind in FIRST else item.kind, item.how)))
    return f' <span class="count">({escape(told)})</span>' if told else ""


def _followed(item: Item) -> Iterator[str]:
    """Yield what there was and what there is; what reads as it did is told once."""
    told = {(one.address, one.text) for one in item.older}
    before = [f"{_called(one)}{_full(one)}" for one in item.older]
    now = [f"{_called(one)}{': as before' if (one.address, one.text) in told else _full(one)}" for one in item.newer]
    yield '<dl class="ends">'
    for word, ends in (("Before", before), ("Now", now)):
        yield f"<dt>{word}</dt>{''.join(f'<dd>{end}</dd>' for end in ends)}"
    yield "</dl>"


def _full(one: Named) -> str:
    return f": {escape(one.text)}" if one.text else ""


def _change(one: Change) -> str:
    """Return what was changed of a field: of a text its words, struck out and added."""
    name = one.field.partition(" (")[0]
    alone = len(one.before) == len(one.after) == 1
    words = _marked(one.before[0], one.after[0]) if alone and name in IN_FULL else _replaced(one.before, one.after)
    if name == STATEMENT:
        return f"<p>{words}</p>"
    return f'<p class="more"><b>{escape(one.field.capitalize())}:</b> {words}</p>'


def _replaced(before: Iterable[str], after: Iterable[str]) -> str:
    gone, come = (
        [f"<{tag}>{escape(words)}</{tag}>" for words in side] for tag, side in (("del", before), ("ins", after))
    )
    return "; ".join([*gone, *come])


def _marked(before: str, after: str) -> str:
    """Return a text with the words that are gone and those that came; where most are, the whole of both."""
    found = pieces(before, after)
    stayed = sum(len(piece.text) for piece in found if piece.fate is Fate.STAYED)
    if 2 * stayed < len(after):
        return _replaced([before], [after])
    return "".join(_piece(piece) for piece in found).strip()


def _piece(piece: Piece) -> str:
    """Return a piece in markup, its first space outside."""
    tag, text = TAGS.get(piece.fate), piece.text.lstrip()
    space = " " if piece.text[:1].isspace() else ""
    return f"{space}<{tag}>{escape(text)}</{tag}>" if tag else escape(piece.text)


# --- Occupations --------------------------------------------------------------------------


def _asked(part: Part, item: Item) -> Iterator[str]:
    """Yield which occupations ask for it now, otherwise, and no more; of several things, for which."""
    for of in sorted({one.of for one in item.demands}):
        demands = [one for one in item.demands if one.of == of]
        name = f"{of}: " if part is Part.FOLLOWED else ""
        yield from _asked_for(name, demands)


def _asked_for(name: str, demands: Sequence[Demand]) -> Iterator[str]:
    told = (
        ("needed now by", [(one, one.after) for one in demands if not one.before]),
        ("needed otherwise by", [(one, _both(one)) for one in demands if one.before and one.after]),
        ("needed no more by", [(one, one.before) for one in demands if not one.after]),
    )
    for words, asked in told:
        if asked:
            head = f"{name}{words}" if name else words.capitalize()
            listing = "; ".join(_occupation(one, how) for one, how in asked)
            yield f'<p class="more"><b>{escape(head)}</b> {listing}</p>'


def _both(one: Demand) -> str:
    return f"{one.before} → {one.after}"


def _occupation(one: Demand, how: str) -> str:
    jobs = f", <b>your {escape(listed(one.jobs))}</b>" if one.jobs else ""
    return f"{escape(one.occupation)} ({escape(how)}){jobs}"


# --- Organizations ------------------------------------------------------------------------


def _stands(revision: Revision, item: Item) -> str:
    """Return how many firms adopt it, who adopts it with a change, and who dissents."""
    firms = revision.newer.firms
    told = [f"{item.adopters} of {count(firms, 'firm')} adopt it."] if item.adopters is not None and firms else []
    return " ".join([*told, *(_said(one) for one in item.said)])


def _said(one: Said) -> str:
    """Return how an organization stands, with its reason or its change."""
    does = POSITIONS.get(one.position, (one.position, one.position))[0]
    more = f": “{one.change}”" if one.change else f": {one.reason}" if one.reason else ""
    return _sentence(f"{one.organization} {does}{more}")


def _own(part: Part, item: Item) -> Iterator[str]:
    """Yield what the firm that reads said of it."""
    own = item.own or Own()
    if own.before and own.before == own.now:
        yield _did(own.now, " before, and now as well")
    elif own.now:
        yield from (_did(one, " before") for one in [own.before] if one)
        yield _did(own.now, "" if part is Part.NEW else " as it reads now")
    elif own.before:
        yield _did(own.before, "" if part is Part.DROPPED else " before, and took no position since")
    if own.words:
        yield f"Your own list says: {'; '.join(f'“{words}”' for words in own.words)}."
    if not (own.words or own.before or own.now):
        yield "You have jobs that it touches."


def _did(said: Said, when: str) -> str:
    """Return what the firm that reads did, when, and with which change or reason."""
    more = f": “{said.change}”" if said.change else f": {said.reason}" if said.reason else ""
    return _sentence(f"You {POSITIONS.get(said.position, ('', said.position))[1]}{when}{more}")


def _sentence(words: str) -> str:
    return words if words.endswith((".", "!", "?")) else f"{words}."


def _members(revision: Revision) -> Iterator[str]:
    told = [(f"{listed(revision.came)} joined.", revision.came), (f"{listed(revision.gone)} left.", revision.gone)]
    told.append((f"{listed(revision.ratified)} ratified {revision.newer.version}.", revision.ratified))
    sentences = [sentence for sentence, names in told if names]
    if sentences:
        yield f"<section>\n<h2>Who takes part</h2>\n<p>{escape(' '.join(sentences))}</p>\n</section>"


def sources(revision: Revision) -> str:
    """Return what a revision is made of, and what is not in it."""
    told = f"From {revision.older.name} and {revision.newer.name}"
    return f"{told}." if revision.firm else f"{told}; it has no firm's own words."
