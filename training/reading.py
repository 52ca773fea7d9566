"""``python -m training.reading --kb KB --seed N``: draw a hundred ladders by chance, and list their steps to be read.

Each step is told with what the picture says of it, as CSV on standard output, or as the verdict of an earlier reading
where the step was judged before. Whoever reads them fills in the columns ``judgment`` (wrong, doubtful or nothing) and
``cause``; what is judged is kept in ``tests/pathways/ladders/judged_steps.csv``.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from ontology.store import KnowledgeBase
from pathways.cache import snapshot_of
from pathways.evaluation.sampled import SampledStep, sampled
from pathways.ladders.transitions import transition
from pathways.ladders.wording import needs
from pathways.occupations.wages import Region, find_region
from pathways.snapshot import Snapshot

JUDGED: Final = Path(__file__).parents[1] / "tests/pathways/ladders/judged_steps.csv"
COLUMNS: Final = ("ladder", "main", "start", "end", "from", "to", "related", "needs", "judgment", "cause")

Verdict = tuple[str, str]


def main() -> None:
    """Write the steps of the ladders that a seed draws."""
    parser = argparse.ArgumentParser(prog="python -m training.reading", description=__doc__)
    parser.add_argument("--kb", type=Path, required=True, help="the folder of a knowledge base")
    parser.add_argument("--seed", type=int, required=True, help="another one draws other ladders")
    chosen = parser.parse_args()
    with KnowledgeBase.open(chosen.kb) as base:
        snapshot = snapshot_of(base, chosen.kb / "snapshots")
    region = find_region(snapshot.regions, "")
    lines = csv.writer(sys.stdout, lineterminator="\n")
    lines.writerow(COLUMNS)
    lines.writerows(listed(snapshot, region, chosen.seed, read_verdicts()))


def read_verdicts(path: Path = JUDGED) -> dict[tuple[str, str], Verdict]:
    """Return the judgment and the cause of each step that was judged, by the codes of its ends."""
    with path.open(encoding="utf-8", newline="") as file:
        return {(row["start"], row["end"]): (row["judgment"], row["cause"]) for row in csv.DictReader(file)}


def listed(
    snapshot: Snapshot, region: Region | None, seed: int, verdicts: dict[tuple[str, str], Verdict]
) -> Iterator[tuple[str, ...]]:
    """Yield a row for each step, as of `COLUMNS`."""
    for step in sampled(snapshot, seed, region):
        yield _row(snapshot, region, step, verdicts)


def _row(
    snapshot: Snapshot, region: Region | None, step: SampledStep, verdicts: dict[tuple[str, str], Verdict]
) -> tuple[str, ...]:
    start, end = (snapshot.occupations[place] for place in (step.start, step.end))
    asked = "; ".join(needs(transition(snapshot, step.start, step.end, region)))
    near = f"{snapshot.relatedness[step.start, step.end]:.2f}"
    names = (start.code, end.code, start.label.value, end.label.value)
    return (
        step.ladder,
        "yes" if step.main else "",
        *names,
        near,
        asked,
        *verdicts.get((start.code, end.code), ("", "")),
    )


if __name__ == "__main__":
    main()
