"""Labeled data: texts with the concepts that someone says they mean, read from tables as people keep them.

A row names a text and one or more right concepts (parted by ``|``); a text may have several rows. A row without a
concept marks a text that has none, so that "unmatched" is the right answer to it. Texts come whole (sentences,
statements, outcomes) and, where a column marks them, as the spans of a sentence that name a skill.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import takewhile
from pathlib import Path
from typing import Final

from ontology.errors import RefusedError
from ontology.report import Finding, Report, Severity
from standards.archives import Archive, ArchivedFile
from standards.cells import SPREADSHEETS, TABBED
from standards.evaluation.concept_names import ConceptNames
from standards.evaluation.labeled_rows import Label, read_labels


class Unit(StrEnum):
    """What of the data is linked."""

    SENTENCE = "sentence"
    """A whole text: a sentence, a statement, an outcome."""
    SPAN = "span"
    """The words in it that someone marked."""


ALL_TEXTS: Final = "all texts"
"""The name of several sets taken together."""

TABLES: Final = (".csv", *(ending for ending in TABBED if ending != ".txt"), *SPREADSHEETS)
"""What labeled data ends in, in a folder; the rest is not looked at."""


@dataclass(frozen=True)
class AnnotatedText:
    """A text with its right answers.

    Parameters
    ----------
    sentence
        In which it stands; the text itself where it is a whole one.
    answers
        Each a set of concepts (addresses) any of which is right. Empty where the text has none and ought to stay
        unmatched.
    """

    text: str
    sentence: str
    answers: frozenset[frozenset[str]]


@dataclass(frozen=True)
class AnnotatedSet:
    """The texts of one file and unit.

    Parameters
    ----------
    name
        Of the file, without what the names of all files share.
    unit
        ``None`` where texts of several files and units are taken together.
    lost
        Texts that are left out because the framework lacks all of their concepts.
    """

    name: str
    unit: Unit | None
    texts: tuple[AnnotatedText, ...]
    lost: int = 0

    @property
    def answered(self) -> int:
        """How many texts have an answer."""
        return sum(bool(text.answers) for text in self.texts)


@dataclass(frozen=True)
class Annotations:
    """Labeled data, and what was found wrong with it."""

    sets: tuple[AnnotatedSet, ...]
    report: Report


@dataclass
class Labels:
    """What the rows of a file say of each text, in their order."""

    answers: dict[tuple[str, str], set[frozenset[str]]] = field(default_factory=dict)
    unknown: set[tuple[str, str]] = field(default_factory=set)

    def add(self, text: tuple[str, str], label: Label) -> None:
        """Take note of what a row says of a text."""
        self.answers.setdefault(text, set()).update(label.answers)
        if label.unknown:
            self.unknown.add(text)

    def to_set(self, name: str, unit: Unit) -> AnnotatedSet:
        """Return the texts without those that only have answers which the framework lacks."""
        lost = {text for text in self.unknown if not self.answers[text]}
        kept = (
            AnnotatedText(text, sentence, frozenset(answers))
            for (sentence, text), answers in self.answers.items()
            if (sentence, text) not in lost
        )
        return AnnotatedSet(name, unit, tuple(kept), len(lost))


def read_annotated(
    paths: Iterable[Path], names: ConceptNames, units: Collection[Unit] = frozenset(Unit)
) -> Annotations:
    """Read labeled data from files and folders: CSV, TSV and spreadsheets.

    Parameters
    ----------
    names
        Of the framework that the texts are linked to.
    units
        Those that are wanted; data without marked spans has sentences only.

    Raises
    ------
    MissingFileError
        Where a path leads nowhere.
    RefusedError
        Where no file holds labeled texts of these units, or none of them has an answer that the framework holds.
    """
    paths = tuple(paths)
    files = [file for file in Archive(paths) if file.plain_name.lower().endswith(TABLES) or _is_named(file, paths)]
    report = Report()
    found = {file.name: list(read_labels(file, names, report)) for file in files}
    labeled = {name: labels for name, labels in found.items() if labels}
    short = dict(zip(labeled, _short(list(labeled)), strict=True))
    sets = [of for name, labels in labeled.items() for of in _sets(short[name], labels, units)]
    if not sets:
        report.add(_nothing(paths, spans=bool(labeled)))
        raise RefusedError(report)
    if not any(each.answered for each in sets):
        report.add(_unmeasured(sets))
        raise RefusedError(report)
    report.extend(_without_answer(sets))
    return Annotations(tuple(sets), report)


def pooled(sets: Sequence[AnnotatedSet]) -> AnnotatedSet:
    """Return the texts of several sets as one: each text counts once for each set that it is in.

    Example
    -------
    >>> weld = AnnotatedText("weld", "weld pipes", frozenset())
    >>> one, other = (AnnotatedSet(name, Unit.SPAN, (weld,), lost=1) for name in ("tech", "house"))
    >>> together = pooled([one, other])
    >>> together.name, len(together.texts), together.lost
    ('all texts', 2, 2)
    """
    texts = tuple(text for each in sets for text in each.texts)
    return AnnotatedSet(ALL_TEXTS, None, texts, sum(each.lost for each in sets))


def _is_named(file: ArchivedFile, paths: Sequence[Path]) -> bool:
    return any(path.name == file.name for path in paths)


def _sets(name: str, labels: Sequence[Label], units: Collection[Unit]) -> Iterator[AnnotatedSet]:
    if Unit.SENTENCE in units:
        whole = Labels()
        for label in labels:
            whole.add((label.sentence, label.sentence), label)
        yield whole.to_set(name, Unit.SENTENCE)
    if Unit.SPAN in units and any(label.span for label in labels):
        marked = Labels()
        for label in (label for label in labels if label.span):
            marked.add((label.sentence, label.span), label)
        yield marked.to_set(name, Unit.SPAN)


def _nothing(paths: Sequence[Path], *, spans: bool) -> Finding:
    """Return the finding that there is nothing to link, be it only that no spans are marked."""
    labeled = "marked spans" if spans else "labeled texts"
    table = "Name a table with a column 'Statement' and a column 'Competency', a row for each right answer"
    return Finding(
        code="no-labeled-data",
        severity=Severity.ERROR,
        message=f"no {labeled} are in {', '.join(map(str, paths))}",
        remedy="Leave --unit out, or mark spans in a column 'Span'" if spans else table,
    )


def _unmeasured(sets: Sequence[AnnotatedSet]) -> Finding:
    """Return the finding that no text at all has an answer by which anything could be measured."""
    lost = sum(each.lost for each in sets)
    texts = lost + sum(len(each.texts) for each in sets)
    of = "1 text" if texts == 1 else f"{texts:,} texts"
    named = f"; {lost:,} of them name only concepts that it does not hold" if lost else ""
    return Finding(
        code="no-answers",
        severity=Severity.ERROR,
        message=f"there is nothing to measure: of {of} none has an answer that the framework holds{named}",
        remedy="Name with --to the framework that the data was labeled with; answers are addresses, codes or labels",
    )


def _without_answer(sets: Sequence[AnnotatedSet]) -> Iterator[Finding]:
    for each in sets:
        if not each.answered:
            yield Finding(
                code="no-answers",
                severity=Severity.WARNING,
                file=each.name,
                message=f"no {each.unit} has an answer that the framework holds",
                remedy="Check that the framework is the one that the data was labeled with",
            )


def _short(names: Sequence[str]) -> list[str]:
    """Return names of files without their ending and without the words that all of them begin or end with.

    Example
    -------
    >>> _short(["tech_validation.csv", "house_validation.csv"]), _short(["firm-lists.csv"])
    (['tech', 'house'], ['firm-lists'])
    """
    stems = [Path(name.removesuffix(".gz")).stem for name in names]
    if len(set(stems)) < len(stems):
        return list(names)
    ahead = _shared(stems) if stems[1:] else 0
    behind = _shared([stem[::-1] for stem in stems]) if stems[1:] else 0
    short = [stem[ahead : len(stem) - behind] for stem in stems]
    return short if all(short) else stems


def _shared(stems: Sequence[str]) -> int:
    """Return how many letters all begin with, whole words with what parts them."""
    same = list(takewhile(lambda letters: len(set(letters)) == 1, zip(*stems, strict=False)))
    return max((at for at, (letter, *_) in enumerate(same, start=1) if letter in "-_"), default=0)
