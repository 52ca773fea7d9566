"""How long it takes to propose a standard of lists that say one thing ten thousand times, and with how much memory.

Where all statements come near each other, every one has thousands of neighbors and belongs to one group: the worst that
lists can do. The sentence is the same each time, or differs in a word, in two, or by a typo, the same ones each time.
Each is measured in a process of its own; the reference is that of the benchmark of harmonizing.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from string import ascii_lowercase
from typing import Final

from api.example import import_example
from benchmarks.harmonizing import SAMPLE, STATEMENTS, address, proposed
from benchmarks.measurement import PROJECT, Measurement
from ontology.identifiers import Identifiers
from ontology.records import Competency, Iri
from ontology.store import KnowledgeBase
from standards.harmonizing import FirmList, Saying
from standards.sources.publication import new_release

SENTENCE: Final = "Inspect turbine blades and record all damage in the maintenance system before each shift"
FIRMS: Final = 20
SIZE: Final = FIRMS * STATEMENTS


def measure(full: bool) -> Iterator[Measurement]:
    """Measure ten thousand statements that are identical, and as many that nearly are; it is the same in full."""
    for name in PARTS:
        yield from measurements(name, _in_its_own_process(name))


def measurements(name: str, found: Mapping[str, float]) -> Iterator[Measurement]:
    """Yield time and memory from what a process says of itself."""
    yield Measurement(
        name=f"harmonizing-{name}-{SIZE}",
        value=round(found["seconds"], 2),
        unit="s",
        reference=round(found["every_pair"], 1),
        compared_with=f"rapidfuzz on every pair, by the time for {SAMPLE} statements",
        ratio=round(found["seconds"] / found["every_pair"], 2),
        goal=60.0,
        note=f"goal for the value; {found['clock']:.1f} s by the clock",
    )
    yield Measurement(
        name=f"harmonizing-{name}-{SIZE}-memory",
        value=round(found["memory"]),
        unit="MB",
        goal=1000.0,
        note=f"peak of the process; {found['candidates']:,.0f} candidates",
    )


def _in_its_own_process(name: str) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.alike", name]
    told = subprocess.run(command, cwd=PROJECT, check=True, capture_output=True, text=True).stdout
    found: dict[str, float] = json.loads(told)
    return found


def identical() -> list[str]:
    """Return the sentence as often as it is said."""
    return [SENTENCE] * SIZE


def nearly() -> list[str]:
    """Return as many sentences, no two the same, each the sentence but for a word, two, or a typo."""
    lots, words, found = random.Random(7), _words(), dict[str, None]()
    while len(found) < SIZE:
        parts = SENTENCE.split()
        for _ in range(lots.choice((1, 1, 1, 2))):
            at = lots.randrange(len(parts))
            parts[at] = lots.choice(words) if lots.random() < 0.5 else _mistyped(parts[at], lots)
        found.setdefault(" ".join(parts))
    return list(found)


def _words() -> list[str]:
    """Return the words of the example's competencies, in small letters."""
    with KnowledgeBase.in_memory() as base:
        said = [str(one.statement) for one in base.records(import_example(base).release, Competency)]
    return sorted({word.casefold() for words in said for word in words.split() if word.isalpha()})


def _mistyped(word: str, lots: random.Random) -> str:
    """Return a word with a letter too many, or with one in the place of another."""
    at = lots.randrange(len(word))
    return word[:at] + lots.choice(ascii_lowercase) + word[at + lots.randrange(2) :]


def lists(statements: Sequence[str]) -> list[FirmList]:
    """Return statements as the lists of firms, one after the other."""
    release = new_release(Identifiers(), "made", "1", "Made for a benchmark")
    return [
        FirmList(f"firm-{firm}", address(firm), f"Firm {firm}", release, tuple(_said(firm, own)))
        for firm, own in enumerate(statements[at : at + STATEMENTS] for at in range(0, len(statements), STATEMENTS))
    ]


def _said(firm: int, statements: Sequence[str]) -> Iterator[Saying]:
    for number, words in enumerate(statements):
        yield Saying(address(firm), Iri(f"http://localhost:8000/id/firm-{firm}/skill/{number}"), words)


PARTS: Final[Mapping[str, Callable[[], list[str]]]] = {"identical": identical, "nearly-identical": nearly}
"""What makes the statements that a process measures, by its name."""

if __name__ == "__main__":
    print(json.dumps(proposed(lists(PARTS[sys.argv[1]]()))[1]))
