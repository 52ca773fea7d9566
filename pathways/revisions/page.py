"""A revision as a page that a firm reads, on paper, on a desk or on a phone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from typing import Final

from pathways.agreements.wording import day, listed
from pathways.amounts import count
from pathways.revisions.entry import entry
from pathways.revisions.looks import ALONE, STYLE
from pathways.revisions.revision import Part, Revision, Section, Version
from pathways.revisions.turns import on_the_whole, turned
from pathways.webpage import webpage

SHOWN: Final = 300
"""Items of a part that are shown; the other forms have all."""


def to_html(revision: Revision) -> str:
    """Return a page that stands alone."""
    told = f"{opening(revision)}\n{listing(revision)}"
    body = f'<main class="changes">\n{told}\n<p class="quiet">{escape(sources(revision))}</p>\n</main>'
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


def opening(revision: Revision) -> str:
    """Return what the page is about, in markup."""
    return "\n".join(_opening(revision))


def _opening(revision: Revision) -> Iterator[str]:
    yield f"<h1>{escape(heading(revision))}</h1>"
    yield f'<p class="lead">{escape(revision.title)}</p>'
    yield f'<p class="quiet">{escape(_versions(revision))}</p>'
    if revision.firm:
        yield f'<p class="mine">{escape(_for_whom(revision))}</p>'


def listing(revision: Revision) -> str:
    """Return all that differs, in markup, with how much it is."""
    return "\n".join(_listing(revision))


def _listing(revision: Revision) -> Iterator[str]:
    yield _figures(revision)
    if not revision.sections:
        yield "<p>No statement, and nothing that jobs need, differs.</p>"
    for section in revision.sections:
        yield from _section(revision, section)
    yield from _members(revision)
    yield from turned(revision)
    yield from (f'<p class="quiet">{escape(text)}</p>' for text in revision.notes)


def _versions(revision: Revision) -> str:
    newer, older = (_dated(version) for version in (revision.newer, revision.older))
    return " ".join([f"{newer} beside {older}.", *_withdrawn(revision)])


def _withdrawn(revision: Revision) -> Iterator[str]:
    """Yield which of the versions were withdrawn, and which of those between them, in sentences."""
    ends = {revision.older.version, revision.newer.version}
    told = [one for one in revision.withdrawn if one in ends]
    between = [one for one in revision.withdrawn if one not in ends]
    for versions, where in ((told, ""), (between, ", published between them,")):
        if versions:
            yield f"{listed(versions)}{where} {'was' if len(versions) == 1 else 'were'} withdrawn."


def _dated(version: Version) -> str:
    return f"{version.name} of {day(version.day)}" if version.day else version.name


def _for_whom(revision: Revision) -> str:
    told = (f"For {revision.firm}.", _membership(revision), _touched(revision))
    return " ".join([*filter(None, told), "The page may quote your own list and is for nobody else."])


def _membership(revision: Revision) -> str:
    """Return that the firm that reads joined or left, in a sentence."""
    older, newer = revision.older.version, revision.newer.version
    if revision.has_left:
        last = f" Your last day as a member was {day(revision.last_day)}." if revision.last_day else ""
        return (
            f"You are no member any more: {older} names you, {newer} does not.{last} How you stood is in {older} alone."
        )
    return f"You are a member now: {newer} names you, {older} does not." if revision.has_joined else ""


def _touched(revision: Revision) -> str:
    """Return how many entries are marked for the firm that reads."""
    own = "what your own list says, how you stand, or your jobs"
    marked = [item.concerns for item in revision.items] + [
        one.organization == revision.firm for one in revision.positions
    ]
    number, all_entries = sum(marked), len(marked)
    if not number:
        return f"Nothing that differs touches {own}."
    touched = f"{number} of {count(all_entries, 'entry', 'entries')} {'touches' if number == 1 else 'touch'} {own}."
    return f"{touched} {'It is' if number == 1 else 'They are'} marked like this."


def figures(revision: Revision) -> tuple[tuple[int, str], ...]:
    """Return how much of each kind there is, with what it is; only what there is."""
    sections = [(len(section.items), FIGURES[section.part]) for section in revision.sections]
    members = [(len(revision.came), "joined"), (len(revision.gone), "left")]
    turns = len(revision.positions)
    told = (*sections, *members, (turns, "position differs" if turns == 1 else "positions differ"))
    return tuple((number, word) for number, word in told if number)


def _figures(revision: Revision) -> str:
    told = (f"<li><strong>{number:,}</strong> {word}</li>" for number, word in figures(revision))
    return f'<ul class="figures">{"".join(told)}</ul>'


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
        yield f"<article>\n{chr(10).join(entry(revision, section.part, item))}\n</article>"
    if number > SHOWN:
        more = count(number - SHOWN, "more entry", "more entries")
        yield f"<p>{more}; the JSON form has them all.</p>"
    yield "</section>"


def _members(revision: Revision) -> Iterator[str]:
    told = [(f"{listed(revision.came)} joined.", revision.came), (f"{listed(revision.gone)} left.", revision.gone)]
    told.append((f"{listed(revision.ratified)} ratified {revision.newer.version}.", revision.ratified))
    sentences = [words for words, names in told if names]
    sentences += [on_the_whole(one, revision.older.version, revision.newer.version) for one in revision.whole]
    if sentences:
        yield f"<section>\n<h2>Who takes part</h2>\n<p>{escape(' '.join(sentences))}</p>\n</section>"


def sources(revision: Revision) -> str:
    """Return what a revision is made of, and what is not in it."""
    told = f"From {revision.older.name} and {revision.newer.name}"
    return f"{told}." if revision.firm else f"{told}; it has no firm's own words."
