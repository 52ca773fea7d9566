"""One JSON document from anywhere: bounded, and every fault named by its place, as a JSON pointer (RFC 6901)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from math import isinf
from typing import Final, NamedTuple

from ontology.report import Finding, Severity, excerpt
from standards.archives import ArchivedFile
from standards.json_documents import Json, read_documents
from standards.long_texts import LONGEST, REMEDY


@dataclass(frozen=True)
class Bounds:
    """How much a document may hold.

    Parameters
    ----------
    text
        Characters of one text.
    depth
        Lists and objects within one another.
    """

    text: int = LONGEST
    depth: int = 64


BOUNDS: Final = Bounds()

NULL: Final = "\0"
"""The character that no XML can hold, and most databases cannot."""

HALF: Final = re.compile("[\ud800-\udfff]")
"""One half of a character beyond the first 65,536, alone."""

Repeated = dict[int, tuple[Json, list[str]]]
"""Objects in which names stand twice, by their identity, with those names."""


def read_document(file: ArchivedFile, bounds: Bounds = BOUNDS) -> tuple[Json, list[Finding]]:
    """Return the one document of a file, and what is wrong with it wherever it stands.

    Raises
    ------
    UnreadableError
        Where the file is no JSON, with the line and column of the first fault.
    """
    documents, found = read_all_documents(file, bounds)
    if len(documents) != 1:
        found.insert(0, _several(file, len(documents)))
    return (documents or [None])[0], found


def read_all_documents(file: ArchivedFile, bounds: Bounds = BOUNDS) -> tuple[list[Json], list[Finding]]:
    """Return the documents that stand one after another in a file, and what is wrong with them.

    Raises
    ------
    UnreadableError
        Where the file is no JSON, with the line and column of the first fault.
    """
    repeated: Repeated = {}

    def pairs(said: list[tuple[str, Json]]) -> Json:
        made = dict(said)
        if len(made) < len(said):
            told = Counter(name for name, _ in said)
            repeated[id(made)] = made, sorted(name for name, times in told.items() if times > 1)
        return made

    documents = read_documents(file, pairs)
    return documents, [fault for document in documents for fault in _faults(document, file.name, repeated, bounds)]


def pointer(*steps: str | int) -> str:
    """Return the JSON pointer that leads over names and positions.

    Example
    -------
    >>> pointer("CFItems", 3, "a/b")
    '/CFItems/3/a~1b'
    """
    return "".join(f"/{str(step).replace('~', '~0').replace('/', '~1')}" for step in steps)


class _Place(NamedTuple):
    """Where a list or an object stands: in which other one, and where in that."""

    value: Json
    above: _Place | None = None
    step: str | int = ""
    depth: int = 0

    def pointer(self, *further: str | int) -> str:
        """Return the JSON pointer of it, or of what stands in it."""
        if self.above is None:
            return pointer(*further)
        return self.above.pointer(self.step, *further)


def _faults(document: Json, file: str, repeated: Repeated, bounds: Bounds) -> Iterator[Finding]:
    """Yield what is wrong anywhere in a document; of what is nested too deeply, the place where it begins.

    Every value of a document goes through here, so that pointers are made of those only that are said.
    """
    left = [_Place(document)] if isinstance(document, dict | list) else []
    while left:
        here = left.pop()
        value = here.value
        if here.depth > bounds.depth:
            yield _too_deep(file, here.pointer(), bounds)
            continue
        _, twice = repeated.get(id(value), (None, []))
        yield from (_twice(file, here.pointer(name)) for name in twice)
        named = value.items() if isinstance(value, dict) else enumerate(value)
        for step, inner in named:
            kind = type(inner)
            if kind is dict or kind is list:
                left.append(_Place(inner, here, step, here.depth + 1))
            elif kind is float and isinf(inner):
                yield _too_large(file, here.pointer(step))
            elif kind is str and (len(inner) > bounds.text or NULL in inner or not inner.isascii()):
                yield from _faults_of_text(inner, file, here.pointer(step), bounds)
            if type(step) is str and (NULL in step or not step.isascii()):
                yield from _faults_of_text(step, file, here.pointer(step), bounds)


def _faults_of_text(text: str, file: str, at: str, bounds: Bounds) -> Iterator[Finding]:
    fault = partial(Finding, severity=Severity.ERROR, file=file, path=at)
    if len(text) > bounds.text:
        message = f"a text of {len(text):,} characters, where at most {bounds.text:,} are read"
        yield fault(code="too-long", value=excerpt(text), message=message, remedy=REMEDY)
    if NULL in text:
        message = "a character of nothing (U+0000), which no XML can hold"
        yield fault(
            code="null-character", value=excerpt(text), message=message, remedy="Take it out; a program left it there"
        )
    if HALF.search(text):
        message = "one half of a character stands alone (a lone surrogate), which no file can hold"
        yield fault(code="half-a-character", message=message, remedy="Type the text anew, or export it again")


def _several(file: ArchivedFile, number: int) -> Finding:
    return Finding(
        code="not-one-document",
        severity=Severity.ERROR,
        file=file.name,
        message=f"{number or 'no'} JSON documents, where one is expected",
        remedy="Take it apart, one file each" if number else "Export it again",
    )


def _too_deep(file: str, at: str, bounds: Bounds) -> Finding:
    return Finding(
        code="too-deep",
        severity=Severity.ERROR,
        file=file,
        path=excerpt(at),
        message=f"lists and objects within one another more than {bounds.depth} deep",
        remedy="Export it again without what is nested so deeply",
    )


def _too_large(file: str, at: str) -> Finding:
    return Finding(
        code="too-large",
        severity=Severity.ERROR,
        file=file,
        path=at,
        message="a number so large that it would be read as infinite, which no JSON can say",
        remedy="Write a smaller number, or a text",
    )


def _twice(file: str, at: str) -> Finding:
    return Finding(
        code="name-twice",
        severity=Severity.ERROR,
        file=file,
        path=at,
        message="this name stands twice in one object, so that readers take different values",
        remedy="Keep the one that is meant",
    )
