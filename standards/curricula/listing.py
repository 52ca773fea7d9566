"""Listings: what a cell or a text says on several lines, as the outcomes that it states."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from standards.curricula.administration import is_administrative
from standards.curricula.openings import by_number, without_opening
from standards.markup import lines_of
from standards.matching.items import items, led
from standards.matching.openings import says_something
from standards.matching.statements import LONGEST

_MARKED: Final = re.compile(r"\s*(?:[•·‣▪●*\-\u2013\u2014]|\"\s|\(?(?:\d{1,2}|[a-z])[.)])", re.IGNORECASE)
"""How a line begins that is an item of a list."""

_ENDS: Final = re.compile(
    r"(?:--|\b(?:(?:able|equipped|expected|prepared)\s+to|will(?:\s+(?:include|have\s+demonstrated|learn))?"
    r"|(?:objectives|outcomes|topics)\s+(?:are|include)))$",
    re.IGNORECASE,
)
"""How a line ends, besides with a colon, that leads a list in."""

_HEADING: Final = re.compile(
    r"(?:(?:course|expected|learning|program|student|upon|specific)\s+)*(?:goals?|objectives?|outcomes?|slos?)[:.]?",
    re.IGNORECASE,
)
"""A line that only says what the following lines are."""

_NOTHING: Final = re.compile(r"(?:none|n/?a|tbd|tba|to\s+be\s+(?:determined|announced))[.]?", re.IGNORECASE)
"""What people write where there is nothing to be said."""

_SENTENCE_END: Final = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")

_STUDENTS: Final = re.compile(
    r"\b(?:students?|learners?|participants?|graduates?|you)\s+(?:will|should|can|must)\s", re.IGNORECASE
)

_FOLLOWING: Final = re.compile(r"\bfollowing\b", re.IGNORECASE)


@dataclass(frozen=True)
class Listing:
    """What a listing states.

    Parameters
    ----------
    statements
        In their order; a text that is no list is one.
    left_out
        Lines that state nothing by themselves: lead-ins, headings, words for nothing, and how a course is run.
    """

    statements: tuple[str, ...]
    left_out: tuple[str, ...] = ()


def listing(text: str) -> Listing:
    r"""Return what a text states: one outcome a line, a list with a lead-in, or one outcome alone.

    Within a line, `by_number` and `items` part a list. A line that ends in a colon leads in what stands below it, up to
    the next such line; what is to be done with the items (``Explain the causes of:``) then stands before each of them.
    In a list with bullets or numbers, a line that begins with a small letter goes on with the line above. What any
    outcome opens with goes, see `without_opening`.

    Example
    -------
    >>> listing("Students will be able to:\n1. Weld pipes.\n2. Read prints.").statements
    ('Weld pipes.', 'Read prints.')
    >>> listing("Explain the causes of:\n- rust\n- stains and\ncracks").statements
    ('Explain the causes of rust', 'Explain the causes of stains and cracks')
    >>> listing("SLO 1: Weld pipes; SLO 2: Read prints").statements
    ('Weld pipes', 'Read prints')
    >>> listing("None")
    Listing(statements=(), left_out=('None',))
    """
    return listed(_unwrapped(lines_of(text)))


def listed(lines: Sequence[str]) -> Listing:
    """Return what lines state, of which each is whole."""
    stated: list[str] = []
    left_out: list[str] = []
    lead = ""
    last = len(lines) - 1
    for at, line in enumerate(lines):
        if is_empty(line):
            left_out.append(line)
        elif at < last and leads(line):
            said, unsaid, lead = lead_of(line)
            stated += said
            left_out.append(unsaid)
        else:
            stated += [led(lead, item) for item in _items(line)]
    if not stated and any(not is_empty(line) for line in lines):
        stated, left_out = [item for line in lines if not is_empty(line) for item in _items(line)], []
    left_out += filter(is_administrative, stated)
    return Listing(tuple(without_opening(one) for one in stated if not is_administrative(one)), tuple(left_out))


def _items(line: str) -> Iterator[str]:
    for part in by_number(line):
        yield from items(part)


def leads(line: str) -> bool:
    """Whether a line leads in the lines below it.

    Example
    -------
    >>> leads("Upon completion, students will be able to"), leads("LEARNING OUTCOMES"), leads("Weld pipes")
    (True, True, False)
    """
    end = line[-LONGEST:].rstrip()
    return end.endswith(":") or bool(_ENDS.search(end)) or bool(_HEADING.fullmatch(end))


def lead_of(line: str) -> tuple[list[str], str, str]:
    """Return what a line says of students before it leads in a list, the rest of it, and its lead-in.

    Example
    -------
    >>> lead_of("Welding is an art. Students will weld. Topics include")
    (['Students will weld.'], 'Welding is an art. Topics include', 'Topics include')
    """
    if len(line) > LONGEST:
        return [], line, ""
    *before, last = _SENTENCE_END.split(line)
    kept = [sentence for sentence in before if _STUDENTS.search(sentence) and not _FOLLOWING.search(sentence)]
    rest = " ".join(sentence for sentence in (*before, last) if sentence not in kept)
    return kept, rest, last.rstrip("-\u2013\u2014 ")


def is_empty(line: str) -> bool:
    """Whether a line says that there is nothing, or has no word at all.

    Example
    -------
    >>> is_empty("None"), is_empty("."), is_empty("None of the above")
    (True, True, False)
    """
    return not says_something(line) or bool(_NOTHING.fullmatch(line.strip()))


def unordered(entries: Sequence[str]) -> Listing:
    """Return what the entries of a list state that came without its order: numbered ones first, by their numbers.

    A single lead-in among them leads in all the others; of several, nobody can say what each leads in.

    Example
    -------
    >>> unordered(["2. Read prints", "Students will:", "1. Weld"]).statements
    ('Weld', 'Read prints')
    """
    leading = [entry for entry in entries if leads(entry) and not _number(entry)]
    others = [entry for entry in entries if entry not in leading]
    numbers = [number for number in map(_number, others) if number]
    if len(set(numbers)) == len(numbers):
        others.sort(key=lambda entry: _number(entry) or (2, 0))
    known = leading if len(leading) == 1 else []
    found = listed([line for entry in (*known, *others) for line in _unwrapped(lines_of(entry))])
    return Listing(found.statements, (*found.left_out, *(entry for entry in leading if not known)))


def _number(entry: str) -> tuple[int, int] | None:
    """Return where the number or letter before an entry puts it."""
    found = re.match(r"\s*\(?(?:(\d{1,2})|([A-Za-z]))[.)]", entry)
    if not found:
        return None
    return (0, int(found[1])) if found[1] else (1, ord(found[2].lower()))


def _unwrapped(lines: Sequence[str]) -> list[str]:
    """Return lines without blank ones; in a list with marks, those that go on with the line above are joined to it."""
    filled = [line.strip() for line in lines if line.strip()]
    if not any(map(_MARKED.match, filled[1:])):
        return filled
    return list(_joined(filled))


def _joined(lines: Sequence[str]) -> Iterator[str]:
    held = ""
    for line in lines:
        if held and line[0].islower() and not _MARKED.match(line) and not held.endswith((":", ".", ";")):
            held = f"{held} {line}"
        else:
            if held:
                yield held
            held = line
    yield held
