"""How right candidates are: on lists dealt of ESCO's names that were held out, and on the draft of the example.

Of the dealt lists it is known which statements say the same skill. The references are compared with by one threshold
over all pairs, chosen where it gives the best F1 on these very pairs, which favors them. Of the example's statements
people have said which competency of the draft each is put to rightly.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Hashable, Iterator, Sequence
from random import Random
from typing import Final

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from api.example import import_example
from benchmarks.measurement import Measurement
from ontology.identifiers import Identifiers
from ontology.records import Competency, Iri
from ontology.store import KnowledgeBase
from pathways.amounts import count
from standards.harmonizing import FirmList, Proposing, Saying, Standing
from standards.matching import embed
from standards.sources.publication import new_release
from training.dealt import HELD_OUT, RELEASE, Dealt, deal
from training.harmonizing import GROUPS
from training.outside import outside_data
from training.siblings import deal_siblings

GOAL: Final = 0.8
STEP: Final = 0.02
"""Between thresholds that are tried."""

FEW: Final = 5
"""Competencies of a short draft."""

DRAWS: Final = 20
"""Short drafts that are drawn of the competencies of the example."""

Counts = NDArray[np.float64]
"""Pairs that are put together rightly; that are put together; that belong together."""

Alike = Callable[[Sequence[str]], NDArray[np.float32]]


def measure(full: bool) -> Iterator[Measurement]:
    """Measure a third of the fields, or all of them in full."""
    data = outside_data()
    if not (data / RELEASE).is_dir():
        yield Measurement(name="candidates-f1", value=None, unit="F1", note=f"{data / RELEASE} is missing")
    else:
        dealt = list(deal(data, HELD_OUT))
        yield from of_dealt("candidates", dealt if full else dealt[::3])
        yield from of_dealt("candidates-siblings", list(deal_siblings(data, HELD_OUT)))
    yield from of_dealt("candidates-example", [the_example()])
    yield from of_drafts()


def of_dealt(of: str, dealt: Sequence[Dealt]) -> Iterator[Measurement]:
    """Yield the pairwise F1, beside letters alone and the embedding alone, under names that begin alike."""
    own = sum((counted(*put_together(one)) for one in dealt), np.zeros(3))
    precision, recall = own[0] / own[1], own[0] / own[2]
    for name, alike in (("rapidfuzz", by_letters), ("embedding", by_meaning)):
        reference = max(f1(counts) for counts in _by_threshold(dealt, alike))
        yield Measurement(
            name=f"{of}-f1-beside-{name}",
            value=round(f1(own), 3),
            unit="F1",
            reference=round(reference, 3),
            compared_with=f"{name} alone, at its best threshold",
            goal=GOAL,
            more_is_better=True,
            note=f"{len(dealt)} sets, {own[2]:,.0f} pairs the same; precision {precision:.3f}, recall {recall:.3f}",
        )


def the_example() -> Dealt:
    """Return the lists of the example, of which people have said what is the same, as if there were no draft."""
    own: dict[str, list[Saying]] = {}
    group_of: dict[Iri, str] = {}
    for at, row in enumerate(_rows()):
        firm = Iri(f"http://localhost:8000/id/organization/{row['firm']}")
        group_of[statement := Iri(f"{firm}/{at}")] = row["group"]
        own.setdefault(row["firm"], []).append(Saying(firm, statement, row["statement"]))
    release = new_release(Identifiers(), "example", "1", "The example's lists")
    lists = (FirmList(slug, said[0].firm, slug, release, tuple(said)) for slug, said in own.items())
    return Dealt("example", tuple(lists), group_of)


def of_drafts() -> Iterator[Measurement]:
    """Yield how many of the example's statements are put rightly: to its draft, and to drafts of a few of that."""
    with KnowledgeBase.in_memory(Identifiers()) as base:
        release = import_example(base).release
        competencies = sorted(base.records(release, Competency), key=lambda one: one.iri)
    yield _of_drafts("candidates-draft", [competencies])
    few = (Random(draw).sample(competencies, FEW) for draw in range(DRAWS))
    yield _of_drafts("candidates-short-drafts", list(few))


def _of_drafts(name: str, drafts: Sequence[Sequence[Competency]]) -> Measurement:
    told = [each for draft in drafts for each in _told(draft)]
    right = sum(found == wanted for found, wanted in told)
    of = f"{count(len(drafts), 'draft')} of {len(drafts[0])} competencies"
    return Measurement(
        name=name,
        value=round(right / len(told), 3),
        unit="share right",
        more_is_better=True,
        note=f"{right} of {len(told)} that are put to one; {of}",
    )


def _told(draft: Sequence[Competency]) -> Iterator[tuple[str | None, str]]:
    """Yield the competency that each statement is put to, and that which people put it to, both by their codes."""
    code = {one.iri: one.notation for one in draft}
    rows = _rows()
    firm = Iri("http://localhost:8000/id/organization/any")
    asked = [Saying(firm, Iri(f"{firm}/{at}"), row["statement"]) for at, row in enumerate(rows)]
    covered = Standing(Identifiers(), "example", draft).covering(asked)
    for saying, row in zip(asked, rows, strict=True):
        if saying in covered:
            yield code[covered[saying][0]], row["competency"]


def _rows() -> list[dict[str, str]]:
    with GROUPS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def f1(counts: Counts) -> float:
    """Return the harmonic mean of precision and recall.

    Example
    -------
    >>> f1(np.array([3, 4, 8]))
    0.5
    """
    return float(2 * counts[0] / max(counts[1] + counts[2], 1))


def counted(put: Sequence[Hashable], belongs: Sequence[Hashable]) -> Counts:
    """Return the counts of all pairs, given what each statement is put to and what it belongs to.

    Example
    -------
    >>> counted("aab", "xxx").tolist()
    [1.0, 1.0, 3.0]
    """
    together, same = _pairs(put), _pairs(belongs)
    return np.array([(together & same).sum(), together.sum(), same.sum()], dtype=np.float64)


def by_letters(words: Sequence[str]) -> NDArray[np.float32]:
    """Return the share of letters in common of all pairs, the words in alphabetical order."""
    return np.asarray(process.cdist(words, words, scorer=fuzz.token_sort_ratio, workers=1) / 100, dtype=np.float32)


def by_meaning(words: Sequence[str]) -> NDArray[np.float32]:
    """Return the cosines of the embeddings of all pairs."""
    own = embed(words)
    return np.asarray(own @ own.T, dtype=np.float32)


def put_together(dealt: Dealt) -> tuple[list[Iri], list[str]]:
    """Return what each statement is put to, and what it belongs to: its candidate, and its skill."""
    lists: Sequence[FirmList] = dealt.lists
    voices = Proposing(Identifiers(), Standing(Identifiers(), "dealt"), lists).propose().voices
    return [voice.candidate for voice in voices], [dealt.skill_of[voice.own_statement] for voice in voices]


def _by_threshold(dealt: Sequence[Dealt], alike: Alike) -> Iterator[Counts]:
    """Yield the counts over all fields at each threshold."""
    seen, same = [], []
    for one in dealt:
        sayings = [saying for own in one.lists for saying in own.sayings]
        seen.append(alike([saying.words.casefold() for saying in sayings])[np.triu_indices(len(sayings), 1)])
        same.append(_pairs([one.skill_of[saying.statement] for saying in sayings]))
    likeness, right = np.concatenate(seen), np.concatenate(same)
    for least in np.arange(0, 1, STEP):
        put = likeness >= least
        yield np.array([(put & right).sum(), put.sum(), right.sum()], dtype=np.float64)


def _pairs(of: Sequence[Hashable]) -> NDArray[np.bool_]:
    """Return of all pairs whether both are of one."""
    known = {one: number for number, one in enumerate(dict.fromkeys(of))}
    own = np.array([known[one] for one in of])
    one, other = np.triu_indices(len(own), 1)
    return np.asarray(own[one] == own[other])
