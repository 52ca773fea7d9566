"""``python -m training weights|curve|relatedness|harmonizing``: fit anew what the engine carries, into the package.

The curve says how often suggestions of the matching engine are right as its weights are: fit them first. What is
learned of relatedness comes from a knowledge base, named by ``--kb``. Two are experiments: ``adaptation`` says what an
adapted embedding would find, and keeps it in the working folder only if all gain by it; ``names`` says what weights
fitted to a framework's own names would find, and keeps nothing.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from ontology.errors import LadderworksError
from standards.matching.fitted import PATH, WEIGHTS, Fitted
from training import adaptation, harmonizing, own_names
from training.calibrating import fit_curve
from training.examples import read_examples
from training.outside import PROJECT, add_data_option
from training.paraphrases import read_paraphrases
from training.relatedness import learn
from training.weighing import fit_weights

SEED: Final = 0
KEPT: Final = Path("adapted-embedding.npy")


def main() -> int:
    """Fit one part and say what it was before."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("part", choices=("weights", "curve", "adaptation", "names", "relatedness", "harmonizing"))
    add_data_option(parser)
    parser.add_argument("--kb", type=Path, default=PROJECT / "kb", help="the folder of a knowledge base")
    chosen = parser.parse_args()
    try:
        for line in _lines(chosen.part, chosen.data, chosen.kb):
            print(line, flush=True)
    except LadderworksError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def _lines(part: str, data: Path, kb: Path) -> Iterator[str]:
    """Fit one part and yield what is told of it, line by line."""
    if part == "relatedness":
        yield from learn(kb, SEED)
    elif part == "harmonizing":
        yield from harmonizing.learn(data)
    elif part == "adaptation":
        yield from adaptation.report(read_examples(data), read_paraphrases(data), SEED, KEPT)
    elif part == "names":
        yield from own_names.report(read_examples(data).domains, WEIGHTS, SEED)
    else:
        yield from _refit(part, data)


def _refit(part: str, data: Path) -> Iterator[str]:
    """Fit the weights or the curve of the matching engine anew."""
    before, examples = Fitted.model_validate_json(PATH.read_bytes()), read_examples(data)
    fitted = fit_curve(examples.domains, SEED) if part == "curve" else fit_weights(examples.domains, before.weights)
    after = before.model_copy(update={"seed": SEED, "data": examples.data, part: fitted})
    PATH.write_text(after.model_dump_json(indent=2) + "\n", encoding="utf-8")
    yield f"before: {getattr(before, part)}"
    yield f"after:  {getattr(after, part)}"


if __name__ == "__main__":
    sys.exit(main())
