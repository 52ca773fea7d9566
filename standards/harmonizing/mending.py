"""Mending: what a firm says in other words than before, and what is said again that nobody said any more."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import partial
from typing import Final

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from ontology.identifiers import Identifiers
from ontology.records import Candidate, Iri, Text, Voice
from standards.harmonizing.judge import JUDGE
from standards.harmonizing.likeness import Likeness
from standards.harmonizing.lists import FirmList
from standards.harmonizing.minting import minted
from standards.harmonizing.proposal import Proposal
from standards.harmonizing.saying import Saying, plain
from standards.harmonizing.texts import Texts

LETTERS: Final = 90
"""Share of letters in common, in percent, from which other words are the same with a mend."""

ALIKE: Final = 0.5
"""Likeness, 0 to 1, from which words may be those of before with a mend."""


def mended(former: Proposal, lists: Iterable[FirmList]) -> Proposal:
    """Return a proposal in which voices have the words that their firms have for the same by now.

    A voice keeps its address, so that what was decided of it holds. What a firm says no more is matched with what it
    says anew: under the same statement of its list, or in nearly the same words, and never where a number, a denial or
    a height is another.
    """
    voices = {voice.iri: voice for voice in former.voices}
    for one in lists:
        voices |= {voice.iri: voice for voice in _mended(former.voices, one)}
    return Proposal.of(former.candidates, voices.values(), former.mappings)


def resumed(
    former: Proposal, lists: Iterable[FirmList], held: AbstractSet[Iri], identifiers: Identifiers, standard: str
) -> Proposal:
    """Return a proposal in which what nobody said any more has voices where a firm says it in nearly its words.

    The very statement that a candidate was made of says that one, also where others do: it would make it again.

    Parameters
    ----------
    held
        Candidates that stay, also where nobody says them.
    """
    sayings = [saying for one in lists for saying in one.sayings]
    silent = [one for one in _silent(former, sayings) if one.iri in held]
    known = {_key(voice) for voice in former.voices}
    new = [saying for saying in sayings if (saying.statement, saying.words) not in known]
    mint, taken = partial(minted, identifiers, standard), {voice.iri for voice in former.voices}
    own = {saying: mint("candidate", saying.statement, saying.words) for saying in new}
    found = [(saying, iri, 1.0) for saying, iri in own.items() if iri in former.voices_of]
    other = [saying for saying in new if own[saying] not in former.voices_of]
    pairs = _alike([one.statement for one in silent], [_text(saying) for saying in other])
    found += [(saying, silent[one].iri, likeness) for saying, one, likeness in _best(other, pairs)]
    voices = [_raised(mint, taken, *one) for one in found]
    return Proposal.of(former.candidates, [*former.voices, *voices], former.mappings)


def _raised(mint: Callable[..., Iri], taken: Collection[Iri], saying: Saying, candidate: Iri, likeness: float) -> Voice:
    """Return the voice that says a candidate again; one whose words were mended keeps the address of the old words."""
    iri = mint("voice", saying.statement, saying.words)
    return Voice(
        iri=mint("voice", "again", saying.statement, saying.words) if iri in taken else iri,
        candidate=candidate,
        firm=saying.firm,
        own_statement=saying.statement,
        words=_text(saying),
        confidence=round(likeness, 3),
    )


def _silent(former: Proposal, sayings: Iterable[Saying]) -> Iterator[Candidate]:
    """Yield the candidates that no firm says any more."""
    still = {(saying.statement, saying.words) for saying in sayings}
    for one in former.candidates:
        if not any(_key(voice) in still for voice in former.voices_of[one.iri]):
            yield one


def _mended(voices: Iterable[Voice], one: FirmList) -> Iterator[Voice]:
    """Yield the voices of one firm whose words it has mended, in the words of now."""
    said = {(saying.statement, saying.words) for saying in one.sayings}
    own = [voice for voice in voices if voice.firm == one.firm]
    known = {_key(voice) for voice in own}
    gone = [voice for voice in own if _key(voice) not in said]
    new = [saying for saying in one.sayings if (saying.statement, saying.words) not in known]
    same = _same_statement(gone, new)
    taken: set[int] = set()
    placed: set[int] = set()
    for _, at, to in _alike([voice.words for voice in gone], [_text(saying) for saying in new], same):
        if at not in taken and to not in placed:
            taken.add(at)
            placed.add(to)
            yield gone[at].model_copy(update={"own_statement": new[to].statement, "words": _text(new[to])})


def _same_statement(gone: Sequence[Voice], new: Sequence[Saying]) -> list[tuple[int, int]]:
    """Return what is under the same statement of the firm's list."""
    under: dict[Iri, list[int]] = {}
    for at, saying in enumerate(new):
        under.setdefault(saying.statement, []).append(at)
    return [(at, to) for at, voice in enumerate(gone) for to in under.get(voice.own_statement, ())]


def _best(new: Sequence[Saying], pairs: Iterable[tuple[float, int, int]]) -> Iterator[tuple[Saying, int, float]]:
    """Yield each new saying with the one that it is most like."""
    seen: set[int] = set()
    for likeness, one, other in pairs:
        if other not in seen:
            seen.add(other)
            yield new[other], one, likeness


def _alike(
    one: Sequence[Text], other: Sequence[Text], also: Collection[tuple[int, int]] = ()
) -> list[tuple[float, int, int]]:
    """Return which texts are others with a mend, the most alike first, each with their likeness, 0 to 1.

    Parameters
    ----------
    also
        Pairs that are looked at whatever letters they have in common.
    """
    looked = sorted({*_nearly(one, other), *also})
    if not looked:
        return []
    pairs = np.array(looked, dtype=np.int64)
    texts = [*one, *other]
    likeness = Likeness(Texts.of([text.value for text in texts], [text.language for text in texts]), JUDGE)
    here, there = pairs[:, 0], pairs[:, 1] + len(one)
    sure = np.where(likeness.on_one_level(here, there), likeness.of(here, there), 0).tolist()
    found = ((chance, at, to) for chance, (at, to) in zip(sure, looked, strict=True) if chance >= ALIKE)
    return sorted(found, key=lambda pair: (-pair[0], pair[1:]))


def _nearly(one: Sequence[Text], other: Sequence[Text]) -> list[tuple[int, int]]:
    """Return the pairs with nearly the same letters, the words in alphabetical order."""
    if not one or not other:
        return []
    own, others = ([" ".join(sorted(plain(text.value).split())) for text in texts] for texts in (one, other))
    letters: NDArray[np.uint8] = process.cdist(
        own, others, scorer=fuzz.ratio, score_cutoff=LETTERS, dtype=np.uint8, workers=1
    )
    return [(int(at), int(to)) for at, to in np.argwhere(letters >= LETTERS)]


def _key(voice: Voice) -> tuple[Iri, str]:
    return voice.own_statement, voice.words.value


def _text(saying: Saying) -> Text:
    return Text(value=saying.words, language=saying.language)
