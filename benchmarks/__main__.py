"""``python -m benchmarks [NAME...] [--full]``: one JSON object a line for each number measured."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from importlib import import_module

from benchmarks.measurement import Measurement

BENCHMARKS = {
    "imports": "benchmarks.imports:measure",
    "wire": "benchmarks.wire:measure",
    "provider": "benchmarks.provider:measure",
    "gate": "benchmarks.gate:measure",
    "differences": "benchmarks.differences:measure",
    "linking": "benchmarks.linking:measure",
    "harmonizing": "benchmarks.harmonizing:measure",
    "alike": "benchmarks.alike:measure",
    "candidates": "benchmarks.candidates:measure",
    "speed": "benchmarks.speed:measure",
    "batch": "benchmarks.batch:measure",
    "service": "benchmarks.service:measure",
    "turning": "benchmarks.turning:measure",
    "relatedness": "benchmarks.relatedness:measure",
    "transitions": "benchmarks.transitions:measure",
    "jobs": "benchmarks.jobs:measure",
    "routes": "benchmarks.routes:measure",
    "plans": "benchmarks.plans:measure",
    "documents": "benchmarks.documents:measure",
}
"""What measures what, as ``module:function``; it takes whether to run the slow references as well."""


def main() -> int:
    """Run the benchmarks that are named, or all."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"any of: {', '.join(BENCHMARKS)}; all without any")
    parser.add_argument("--full", action="store_true", help="run the slow references as well")
    chosen = parser.parse_args()
    if strangers := set(chosen.names) - set(BENCHMARKS):
        parser.error(f"there is no benchmark {', '.join(sorted(strangers))}; there are {', '.join(BENCHMARKS)}")
    for name in chosen.names or BENCHMARKS:
        for measurement in _function(name)(chosen.full):
            print(measurement.model_dump_json(exclude_none=True), flush=True)
    return 0


def _function(name: str) -> Callable[[bool], Iterator[Measurement]]:
    module, _, function = BENCHMARKS[name].partition(":")
    found: Callable[[bool], Iterator[Measurement]] = getattr(import_module(module), function)
    return found


if __name__ == "__main__":
    sys.exit(main())
