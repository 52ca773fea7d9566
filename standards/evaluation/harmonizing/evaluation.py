"""How well firms' lists are harmonized, measured on labeled pairs beside what others would use."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

import numpy as np

from ontology.errors import NotFoundError
from ontology.frozen import Frozen
from standards.evaluation.bootstrap import Bootstrap, interval, ratio
from standards.evaluation.harmonizing.measures import Scores, b_cubed, pairwise
from standards.evaluation.harmonizing.methods import METHODS, Engine
from standards.evaluation.harmonizing.pairs import DEVELOPMENT, LabeledPair
from standards.harmonizing import FirmList

SAMPLES: Final = 1000


class MethodResult(Frozen):
    """What a method does on one part of the labeled pairs.

    Parameters
    ----------
    low, high
        95% interval of the pairwise F1, from draws of the pairs.
    """

    method: str
    part: str
    pairwise: Scores
    b_cubed: Scores
    low: float | None
    high: float | None


class Missed(Frozen):
    """What the engine does not put together although it is the same.

    Parameters
    ----------
    near
        How many of the missed pairs it tells to come near one another, for people to decide.
    """

    part: str
    pairs: int
    near: int


class FirmErrors(Frozen):
    """What is merged or kept apart wrongly of a firm's statements, in pairs with any firm.

    Parameters
    ----------
    same, over, under
        Pairs that are the same; that were merged and are not; that are and were not merged.
    """

    firm: str
    part: str
    pairs: int
    same: int
    over: int
    under: int


class HarmonizingEvaluation(Frozen):
    """How well firms' lists are harmonized.

    Parameters
    ----------
    statements
        In all lists, one thing at a time.
    learned_from
        The part on which thresholds were chosen; empty where there is none of that name, so that it was all pairs.
    agreement
        Share of the pairs that both passes call alike, and Cohen's kappa; ``None`` where passes are not told.
    """

    firms: tuple[str, ...]
    statements: int
    pairs: tuple[tuple[str, int, int], ...]
    learned_from: str
    agreement: tuple[float, float] | None
    results: tuple[MethodResult, ...]
    missed: tuple[Missed, ...]
    errors: tuple[FirmErrors, ...]


def evaluate_harmonizing(
    lists: Sequence[FirmList],
    pairs: Sequence[LabeledPair],
    samples: int = SAMPLES,
    seed: int = 0,
    tell: Callable[[str], None] = lambda _: None,
    *,
    part: str = "",
) -> HarmonizingEvaluation:
    """Measure all methods on every part of some labeled pairs, or on one.

    Where no pair is for development, thresholds are chosen on the very pairs that are measured, which favors them.

    Raises
    ------
    NotFoundError
        Where there is no such part.
    """
    development = [pair for pair in pairs if pair.part == DEVELOPMENT]
    parts = _parts(pairs, part)
    results, missed, errors = list[MethodResult](), list[Missed](), list[FirmErrors]()
    for name, made in METHODS.items():
        tell(name)
        method = made(lists, development or pairs)
        for of in parts:
            own = [pair for pair in pairs if pair.part == of]
            found = method(own)
            results.append(_result(name, of, own, found, samples, seed))
            if isinstance(method, Engine):
                missed.append(_missed(of, own, method))
                errors += _errors(of, own, found, lists)
    return HarmonizingEvaluation(
        firms=tuple(one.name for one in lists),
        statements=sum(len(one.sayings) for one in lists),
        pairs=tuple((of, *_counted([pair for pair in pairs if pair.part == of])) for of in parts),
        learned_from=DEVELOPMENT if development else "",
        agreement=agreement([pair for pair in pairs if len(pair.passes) == 2]),
        results=tuple(results),
        missed=tuple(missed),
        errors=tuple(errors),
    )


def _parts(pairs: Sequence[LabeledPair], part: str) -> list[str]:
    there = sorted({pair.part for pair in pairs})
    if part and part not in there:
        message = f"no pair is of the part {part!r}; there are {', '.join(there)}"
        raise NotFoundError(message)
    return [part] if part else there


def agreement(pairs: Sequence[LabeledPair]) -> tuple[float, float] | None:
    """Return the share of pairs that two passes call alike, and Cohen's kappa of the five relations.

    References
    ----------
    .. [1] Cohen, J. (1960). A coefficient of agreement for nominal scales. Educational and Psychological Measurement
       20(1), 37-46.
    """
    if not pairs:
        return None
    first, second = zip(*(pair.passes for pair in pairs), strict=True)
    alike = sum(one is other for one, other in zip(first, second, strict=True)) / len(pairs)
    chance = sum(first.count(one) * second.count(one) for one in set(first)) / len(pairs) ** 2
    return alike, (alike - chance) / (1 - chance) if chance < 1 else 1.0


def _counted(pairs: Sequence[LabeledPair]) -> tuple[int, int]:
    return len(pairs), sum(pair.same for pair in pairs)


def _result(
    name: str, part: str, pairs: Sequence[LabeledPair], found: Sequence[bool], samples: int, seed: int
) -> MethodResult:
    right = [pair.same for pair in pairs]
    things = [((p.one.firm, p.one.words), (p.other.firm, p.other.words)) for p in pairs]
    low, high = _interval(found, right, samples, seed)
    scores, cubed = pairwise(found, right), b_cubed(things, found, right)
    return MethodResult(method=name, part=part, pairwise=scores, b_cubed=cubed, low=low, high=high)


def _interval(
    found: Sequence[bool], right: Sequence[bool], samples: int, seed: int
) -> tuple[float, float] | tuple[None, None]:
    """Return the 95% interval of F1: 2 both / (found + right), of draws of the pairs."""
    put, belongs = np.array(found, dtype=float), np.array(right, dtype=float)
    sums = Bootstrap(range(len(put)), samples, seed).sums(np.stack([2 * put * belongs, put + belongs], axis=1))
    return interval(ratio(sums[:, 0], sums[:, 1])) or (None, None)


def _missed(part: str, pairs: Sequence[LabeledPair], engine: Engine) -> Missed:
    same = [pair for pair in pairs if pair.same]
    return Missed(part=part, pairs=engine(same).count(False), near=engine.near(same).count(True))


def _errors(
    part: str, pairs: Sequence[LabeledPair], found: Sequence[bool], lists: Sequence[FirmList]
) -> Iterator[FirmErrors]:
    for one in lists:
        own = [(p, put) for p, put in zip(pairs, found, strict=True) if one.firm in (p.one.firm, p.other.firm)]
        yield FirmErrors(
            firm=one.slug,
            part=part,
            pairs=len(own),
            same=sum(pair.same for pair, _ in own),
            over=sum(put and not pair.same for pair, put in own),
            under=sum(pair.same and not put for pair, put in own),
        )
