"""Blocks: the paragraphs that a text is made of before Markdown, HTML or paper writes it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ontology.records import Text
from standards.preferred_language import ENGLISH


@dataclass(frozen=True)
class Run:
    """Words set alike: strong, linked, or neither.

    Parameters
    ----------
    language
        BCP 47 tag of the words where they are not in English; empty where they are.
    """

    text: str
    href: str = ""
    strong: bool = False
    language: str = ""


@dataclass(frozen=True)
class Heading:
    """A title of level 1 (the ladder), 2 (a lane), 3 (a rung) or 4 (a step).

    Parameters
    ----------
    name
        By which a link on the same page finds it; empty where none leads there.
    glance
        What stands beside it on a page, which folds what follows; empty where nothing is folded.
    """

    level: int
    runs: tuple[Run, ...]
    name: str = ""
    glance: tuple[Run, ...] = ()


@dataclass(frozen=True)
class Paragraph:
    """Some sentences."""

    runs: tuple[Run, ...]


@dataclass(frozen=True)
class Items:
    """A list without an order."""

    items: tuple[tuple[Run, ...], ...]


Block = Heading | Paragraph | Items


def label_run(label: Text, href: str = "", *, strong: bool = False) -> Run:
    """Return the name of a thing, with its language where that is not English.

    Example
    -------
    >>> label_run(Text(value="Enfermeros", language="es"), "#nurse")
    Run(text='Enfermeros', href='#nurse', strong=False, language='es')
    """
    return Run(str(label), href, strong, "" if label.language == ENGLISH else label.language)


def joined(runs: Iterable[Run], between: str = ", ") -> tuple[Run, ...]:
    """Return runs with something between them.

    Example
    -------
    >>> [run.text for run in joined([Run("one"), Run("two")])]
    ['one', ', ', 'two']
    """
    return tuple(part for at, run in enumerate(runs) for part in ((Run(between), run) if at else (run,)))
