"""``python -m training weights|curve``: fit anew what the matching engine carries, and write it into the package.

The curve says how often suggestions of the engine are right as its weights are: fit them first. ``adaptation`` is an
experiment: it says what an adapted embedding would find, and keeps it in the working folder only if all gain by it.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Final

from ontology.errors import UnsupportedError
from standards.matching.fitted import PATH, Fitted
from training.adaptation import report
from training.calibrating import fit_curve
from training.examples import Examples, read_examples
from training.paraphrases import read_paraphrases
from training.weighing import fit_weights

SEED: Final = 0
PROJECT: Final = Path(__file__).parents[1]
KEPT: Final = Path("adapted-embedding.npy")


def main() -> int:
    """Fit one part and say what it was before."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("part", choices=("weights", "curve", "adaptation"))
    parser.add_argument("--data", type=Path, default=PROJECT / "../shared/data", help="the folder of outside data")
    chosen = parser.parse_args()
    before = Fitted.model_validate_json(PATH.read_bytes())
    examples = read_examples(chosen.data)
    if chosen.part == "adaptation":
        return _adaptation(examples, chosen.data)
    after = before.model_copy(update={"seed": SEED, "data": examples.data, **_fit(chosen.part, examples, before)})
    PATH.write_text(after.model_dump_json(indent=2) + "\n", encoding="utf-8")
    print(f"before: {getattr(before, chosen.part)}\nafter:  {getattr(after, chosen.part)}")
    return 0


def _adaptation(examples: Examples, data: Path) -> int:
    try:
        for line in report(examples, read_paraphrases(data), SEED, KEPT):
            print(line, flush=True)
    except UnsupportedError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def _fit(part: str, examples: Examples, before: Fitted) -> dict[str, object]:
    if part == "curve":
        return {"curve": fit_curve(examples.domains, SEED)}
    return {"weights": fit_weights(examples.domains, before.weights)}


if __name__ == "__main__":
    sys.exit(main())
