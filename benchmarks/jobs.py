"""How long the nearest of very many firms' jobs take, with how much memory, and how many of them are the nearest.

The jobs are made of ESCO, the same ones each time: a title and skills of an occupation, in any of their wordings, and
two skills of others. Each number of jobs is measured in a process of its own. The reference is the comparison of every
pair: done for a sample, it says what should be found, and its time counts for all. All runs in one thread, and what is
counted is the time of its processor, which depends little on what else runs.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Final

import numpy as np
from scipy.sparse import csr_matrix
from sparse_dot_topn import sp_matmul_topn

from benchmarks.measurement import PROJECT, Measurement, peak
from ontology.namespaces import SKOS
from ontology.store import KnowledgeBase
from pathways.profiles import Near, PostedJob, Profiles, job_terms, near, read_profiles
from standards.imports import import_release
from training.outside import outside_data

RELEASE: Final = "esco/1.1.1"
SIZES: Final = (12_500, 25_000, 50_000, 100_000)
TOP: Final = 20
SAMPLE: Final = 400
"""Jobs whose neighbors are held against those of all pairs."""

ASKED: Final = {1.0: 0.6, 0.5: 0.25}
"""How often a firm asks for a skill that ESCO calls essential, or optional, by its weight."""

MOST_ASKED, STRANGE = 12, 2
"""Skills of its occupation that a job asks for at most, and of others besides."""


def measure(full: bool) -> Iterator[Measurement]:
    """Measure the two smallest numbers of jobs, and with ``full`` those of four and eight times as many as well."""
    release = outside_data() / RELEASE
    if not release.is_dir():
        yield Measurement(name="jobs", value=None, unit="s", note=f"{release} is missing")
        return
    sizes = SIZES if full else SIZES[:2]
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "jobs.jsonl"
        with KnowledgeBase.open(Path(scratch) / "kb", write=True) as base:
            import_release(base, "esco", [release])
            path.write_text("".join(f"{json.dumps(job)}\n" for job in jobs(base, max(sizes))))
        for size in sizes:
            command = [sys.executable, "-m", "benchmarks.jobs", str(path), str(size)]
            found = subprocess.run(command, cwd=PROJECT, check=True, capture_output=True, text=True)
            yield from measurements(size, json.loads(found.stdout))


def measurements(size: int, found: Mapping[str, float]) -> Iterator[Measurement]:
    """Yield time, memory and recall from what a process says of itself."""
    yield Measurement(
        name=f"jobs-{size}",
        value=round(found["seconds"], 1),
        unit="s",
        reference=round(found["every_pair"], 1),
        compared_with=f"every pair, the best {TOP} of each kept, by the time for {SAMPLE} jobs",
        ratio=round(found["seconds"] / found["every_pair"], 2),
        note=f"{1e6 * found['seconds'] / size:.0f} us of a processor a job; {found['reading']:.1f} s more for words",
    )
    yield Measurement(name=f"jobs-{size}-memory", value=round(found["memory"]), unit="MB", note="peak of the process")
    yield Measurement(
        name=f"jobs-{size}-recall", value=round(found["recall"], 3), unit="recall@20", more_is_better=True
    )


def jobs(base: KnowledgeBase, count: int) -> Iterator[tuple[str, list[str]]]:
    """Yield the titles and the statements of jobs, in the words of ESCO."""
    release, names = base.release("esco"), defaultdict(list)
    for predicate in (SKOS.prefLabel, SKOS.altLabel):
        for iri, name in sorted(base.pairs(release, predicate)):
            names[iri].append(name)
    return made(read_profiles(base), names, count)


def made(profiles: Profiles, names: Mapping[str, Sequence[str]], count: int) -> Iterator[tuple[str, list[str]]]:
    """Yield the titles and the statements of jobs, the same ones each time.

    Parameters
    ----------
    names
        Of occupations and skills, by address.
    """
    chance = random.Random(0)
    for _ in range(count):
        place = chance.randrange(len(profiles.occupations))
        asked = [*_asked(profiles, place, chance), *chance.sample(profiles.skills, STRANGE)]
        yield chance.choice(names[profiles.occupations[place].iri]), [chance.choice(names[skill]) for skill in asked]


def _asked(profiles: Profiles, place: int, chance: random.Random) -> list[str]:
    own = profiles.weights[place]
    listed = zip(own.indices, own.data, strict=True)
    asked = [profiles.skills[skill] for skill, weight in listed if chance.random() < ASKED[float(weight)]]
    return chance.sample(asked, min(len(asked), MOST_ASKED))


def nearest(path: Path, size: int) -> dict[str, float]:
    """Return what finding the nearest of some jobs takes, in seconds of one processor and MB, and its recall."""
    with path.open() as lines:
        posted = [PostedJob(title, tuple(said)) for title, said in map(json.loads, islice(lines, size))]
    start = time.process_time()
    terms, clues = job_terms(posted)
    read = time.process_time()
    found = near(terms, clues, TOP)
    done = time.process_time()
    memory = peak()
    recall, every_pair = _held_against_all(terms, found)
    return {
        "reading": read - start,
        "seconds": done - read,
        "memory": memory,
        "recall": recall,
        "every_pair": every_pair,
    }


def _held_against_all(terms: csr_matrix, found: Near) -> tuple[float, float]:
    """Return recall over a sample, and the seconds that comparing every pair would take."""
    size = terms.shape[0]
    sample = np.sort(np.random.default_rng(0).choice(size, min(SAMPLE, size), replace=False))
    start = time.process_time()
    every = sp_matmul_topn(terms[sample], terms.T.tocsr(), top_n=TOP + 1, sort=True)
    seconds = (time.process_time() - start) * size / len(sample)
    shares = [_share(every[row].indices, place, found.places[place]) for row, place in enumerate(sample)]
    return float(np.mean(shares)), seconds


def _share(every: Sequence[int], place: int, found: Sequence[int]) -> float:
    """Return the share of the nearest of a job, itself left out, that was found.

    Example
    -------
    >>> _share([7, 3, 5], 7, [5, 9])
    0.5
    """
    wanted = [other for other in every if other != place][:TOP]
    return len({*wanted} & {*found}) / len(wanted) if wanted else 1.0


if __name__ == "__main__":
    print(json.dumps(nearest(Path(sys.argv[1]), int(sys.argv[2]))))
