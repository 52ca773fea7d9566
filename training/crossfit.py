"""``python -m training.crossfit``: what the engine finds in a field of work on which nothing of it was fitted.

What is measured on the texts that weights and curve were fitted to promises more than other texts will keep. Here they
are fitted anew without one field, from weights that know nothing, and measured on that field; so for each field in
turn (cross-validation by groups [1]_). Beside it stands the engine as it is shipped, fitted on all fields. The
difference is what fitting promises too much. It is not all: which views there are, and how they are computed, was
chosen with all of these texts in sight.

References
----------
.. [1] Hastie, T., Tibshirani, R., Friedman, J. (2009). The Elements of Statistical Learning. Springer, section 7.10.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final
from unittest.mock import patch

from standards.evaluation import FORMS, AnnotatedSet, ConceptNames, Engine, Evaluation, Ranked, evaluate, read_annotated
from standards.matching import Entry, fitted
from standards.matching.confidence import Curve
from standards.matching.weights import Weights
from training.__main__ import SEED
from training.calibrating import fit_curve
from training.examples import ADVERTISEMENTS, STATEMENTS, Domain, read_examples
from training.outside import add_data_option
from training.weighing import fit_weights

EVEN: Final = Weights(
    meaning=1, words=0.5, covered=0.5, name=0.5, description=0.5, text=0.5, passage=0.5, explained=0, reach=0, length=0
)
"""Where fitting begins: all views count the same, meaning twice."""

HELD_OUT: Final = "fitted without the field"
SHIPPED: Final = "as shipped, fitted on all"

FRAMEWORKS: Final = {ADVERTISEMENTS: "ESCO 1.1.0", STATEMENTS.name: "the example's standard"}
"""What the texts of each folder were annotated with."""

USERS: Final = ("standards.matching", "training")
"""Packages whose modules weigh views or say how sure to be."""


@dataclass(frozen=True)
class Fit:
    """What was learned from some fields."""

    weights: Weights
    curve: Curve


class CrossFitted:
    """Engines that each link the texts of a field that they were not fitted on.

    Parameters
    ----------
    fits
        By the field that each was fitted without.
    field_of
        Which of these fields a text belongs to.
    """

    def __init__(self, fits: Mapping[str, Fit], field_of: Mapping[str, str], entries: Sequence[Entry]) -> None:
        self._fits = fits
        self._field_of = field_of
        self._engines: dict[str, Engine] = {}
        for field, fit in fits.items():
            with engine_of(fit):
                self._engines[field] = Engine(entries)

    def rank(self, texts: Sequence[str], top: int) -> list[Ranked]:
        """Return what the engine that has not seen the field finds for each text."""
        found: dict[str, Ranked] = {}
        for field, fit in self._fits.items():
            own = [text for text in texts if self._field_of[text] == field]
            with engine_of(fit):
                found.update(zip(own, self._engines[field].rank(own, top), strict=True))
        return [found[text] for text in texts]


@contextmanager
def engine_of(fit: Fit) -> Iterator[None]:
    """Let the engine weigh and be sure as it was fitted, for a while; an index made meanwhile is used meanwhile."""
    now = (("WEIGHTS", fitted.WEIGHTS, fit.weights), ("CURVE", fitted.CURVE, fit.curve))
    with ExitStack() as stack:
        for name, module in list(sys.modules.items()):
            for attribute, old, new in now if name.startswith(USERS) else ():
                if getattr(module, attribute, None) is old:
                    stack.enter_context(patch.object(module, attribute, new))
        yield


def fit_without(field: str, domains: Sequence[Domain], seed: int) -> Fit:
    """Return what is learned from all fields but one."""
    others = without(field, domains)
    even = Fit(EVEN, fitted.CURVE)
    with engine_of(even):
        weights = fit_weights(others, EVEN)
    with engine_of(replace(even, weights=weights)):
        return Fit(weights, fit_curve(others, seed))


def without(field: str, domains: Sequence[Domain]) -> list[Domain]:
    """Return all fields but one, and without the texts that it shares with them."""
    held = {text.text for domain in domains if domain.name == field for text in domain.texts}
    others = (domain for domain in domains if domain.name != field)
    return [
        replace(other, sets=tuple(tuple(text for text in own if text.text not in held) for own in other.sets))
        for other in others
    ]


def cross_fit(
    framework: str, domains: Sequence[Domain], sets: Sequence[AnnotatedSet], seed: int, tell: Callable[[str], None]
) -> Evaluation:
    """Return what is found in each field by an engine that was fitted without it, beside the one that is shipped.

    Parameters
    ----------
    framework
        Its title.
    domains
        All that is learned from.
    sets
        Texts of fields among them, all of one framework, each named as its field.
    """
    fields = list(dict.fromkeys(of.name for of in sets))
    (entries,) = {domain.entries for domain in domains if domain.name in fields}
    fits = {}
    for field in fields:
        tell(f"fitting without {field}")
        fits[field] = fit_without(field, domains, seed)
        tell(f"weights without {field}: {fits[field].weights}\ncurve without {field}: {fits[field].curve}")
    # A text of two fields is linked by the engine that has seen it in neither.
    field_of = {text.text: of.name for of in reversed(sets) for text in of.texts}
    own = HELD_OUT, lambda concepts: CrossFitted(fits, field_of, concepts)
    found = evaluate(framework, entries, sets, [(SHIPPED, Engine)], engine=own)
    return found.model_copy(update={"speeds": ()})


def main() -> int:
    """Fit without each field and print what is found there."""
    parser = argparse.ArgumentParser(prog="python -m training.crossfit", description=__doc__)
    parser.add_argument("fields", nargs="*", metavar="FIELD", help="those to be held out; each in turn otherwise")
    add_data_option(parser)
    chosen = parser.parse_args()
    domains = read_examples(chosen.data).domains
    fields = chosen.fields or [domain.name for domain in domains]
    if strangers := set(fields) - {domain.name for domain in domains}:
        parser.error(
            f"there is no field {', '.join(sorted(strangers))}; there are {', '.join(d.name for d in domains)}"
        )
    for folder, framework in zip((chosen.data / ADVERTISEMENTS, STATEMENTS), FRAMEWORKS.values(), strict=True):
        if sets := [of for of in _annotated(folder, domains) if of.name in fields]:
            print(FORMS["md"](cross_fit(framework, domains, sets, SEED, _tell)).decode(), flush=True)
    return 0


def _annotated(folder: Path, domains: Sequence[Domain]) -> tuple[AnnotatedSet, ...]:
    """Return the texts of a folder, which belong to one framework; a field has its name from that of a file."""
    names = {path.stem for path in folder.glob("*.csv")}
    entries = next(d.entries for d in domains if any(d.name in name for name in names))
    return read_annotated([folder], ConceptNames.of(entries)).sets


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
