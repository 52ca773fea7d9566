"""Verbs: whether a word in -s says what somebody does, or is things, learned from the texts of two classifications.

Tasks of O*NET and skills of ESCO begin with what is done, and in the middle of them a word in -s is mostly things:
*inspect* begins hundreds and *inspects* stands in none, with *system* and *systems* it is the other way around.
``python -m training.verbs`` makes ``verbs.json`` anew; the file says from which data, by their SHA-256.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from pydantic import BaseModel, ConfigDict, Field


class Verbs(BaseModel):
    """What was counted, and in what.

    Parameters
    ----------
    data
        Files that were read, with the SHA-256 of each.
    begun
        How many texts begin with a word.
    inside
        How often a word in -s stands elsewhere than at the beginning.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    data: dict[str, str] = Field(min_length=1)
    begun: dict[str, int]
    inside: dict[str, int]


class Third(NamedTuple):
    """A word in -s.

    Parameters
    ----------
    bare
        Without its ending, as it is where the word is a verb.
    share
        How likely it is a verb, 0 to 1, by how often texts begin with it and how often it stands elsewhere; ``None``
        where it was never seen.
    things
        How often it was seen elsewhere.
    """

    bare: str
    share: float | None
    things: int


PATH: Final = Path(__file__).with_name("verbs.json")

MOSTLY: Final = 0.5
"""Share from which a word in -s is more likely a verb than things."""

_IRREGULAR: Final = {"has": "have", "does": "do", "is": "be", "goes": "go"}
_OTHER_LIST: Final = "across always as besides less others perhaps plus sometimes this towards us was yes"
_OTHERS: Final = frozenset(_OTHER_LIST.split())
_NEVER: Final = ("ss", "us", "is", "'s", "ics")


@lru_cache(maxsize=1 << 16)
def third(word: str) -> Third | None:
    """Return what a word in -s is as a verb; ``None`` where it cannot be one.

    Example
    -------
    >>> third("Inspects"), third("carries").bare, third("Systems").share < 0.01, third("analysis")
    (Third(bare='inspect', share=1.0, things=0), 'carry', True, None)
    """
    own = word.casefold()
    if own in _IRREGULAR:
        return Third(_IRREGULAR[own], 1.0, 0)
    if not own.endswith("s") or len(own) < 4 or own in _OTHERS or own.endswith(_NEVER) or word[1:] != own[1:]:
        return None
    begun, (bare, *_) = _verbs().begun, [*sorted(_bare(own), key=lambda one: -_verbs().begun.get(one, 0))]
    times, things = begun.get(bare, 0), _verbs().inside.get(own, 0)
    return Third(bare, times / (times + things) if times + things else None, things)


def begins(word: str) -> int:
    """Return how many texts begin with a word: with a verb many, with most other words none."""
    return _verbs().begun.get(word.casefold(), 0)


def _bare(own: str) -> Iterator[str]:
    """Yield what a word may be without its ending, the likeliest first."""
    if own.endswith("ies") and len(own) > 4:
        yield f"{own[:-3]}y"
    if own.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        yield own[:-2]
    yield own[:-1]
    if own.endswith("ses"):
        yield own[:-2]


@cache
def _verbs() -> Verbs:
    return Verbs.model_validate_json(PATH.read_bytes())
