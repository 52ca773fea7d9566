"""Names: what people write for a statement, a voice, a job or a decision, and what they mean by it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from ontology.errors import NotFoundError
from ontology.identifiers import Identifiers
from ontology.records import Decision, Iri, Voice
from standards.agreement.motion import parts
from standards.agreement.state import Agreement
from standards.agreement.statement import Statement, words_of

ALIKE: Final = 0.5
"""Share of their words, 0 to 1, that two wordings have in common, at least, where one may be meant by the other."""


def find(agreement: Agreement, text: str) -> Statement | None:
    """Return the statement that an address, its last part, a code or its wording names; ``None`` where none is meant.

    So does the wording that it was proposed with. A wording that several statements have names none of them.
    """
    return agreement.references.get(text)


def meant(agreement: Agreement, text: str) -> str:
    """Return as a question which statement may be meant: that with most of the same words, at least half of them all.

    Empty where none has.
    """
    words = words_of(text)
    shared = Counter(iri for word in words for iri in agreement.wordy.get(word, ()))
    close = {
        iri: number / len(words | words_of(agreement.statements[iri].wording.value)) for iri, number in shared.items()
    }
    best = max(close, key=lambda iri: (close[iri], iri), default=None)
    if best is None or close[best] < ALIKE:
        return ""
    one = agreement.statements[best]
    return f"Is “{one.wording}” meant? Its {f'code is {one.code}, its ' if one.code else ''}address is {best}"


def named_voices(agreement: Agreement, text: str, one: Statement) -> Iterator[Iri]:
    """Yield the voices of a statement that addresses, firms or words name, with ``|`` between them."""
    for part in parts(text):
        yield from (iri for iri in one.voices if is_named(agreement, part, agreement.voice[iri]))


def is_named(agreement: Agreement, text: str, voice: Voice) -> bool:
    """Return whether an address, a firm or words name a voice."""
    firm = agreement.parties.find(text)
    return text in (voice.iri, voice.firm, voice.words.value) or bool(firm and voice.firm == firm.iri)


def named_work(identifiers: Identifiers, text: str) -> Iri | None:
    """Return the address of an occupation or a job by its code or address, also without the installation's own part.

    Example
    -------
    >>> named_work(Identifiers(), "53-5011.00"), named_work(Identifiers(), "tug-co/job/mate")
    ('http://localhost:8000/id/onet/53-5011.00', 'http://localhost:8000/id/tug-co/job/mate')
    """
    if not text:
        return None
    if re.match(r"https?://", text):
        return Iri(text)
    return Iri(identifiers.mint(*text.split("/")) if "/" in text else identifiers.mint("onet", text))


def named_decision(agreement: Agreement, text: str) -> Decision:
    """Return the decision that an address, or the beginning of its last part, names.

    Raises
    ------
    NotFoundError
        Where none is meant, or several.
    """
    found = [
        one
        for one in agreement.log.decisions
        if text and (one.iri == text or one.iri.rsplit("/", 1)[-1].startswith(text))
    ]
    if len(found) == 1:
        return found[0]
    how = "names several decisions; write more of it" if found else "is no decision here"
    slug = agreement.slug
    message = f"{text!r} {how}; the sheet Log of `ladderworks standard agreement {slug} -o {slug}.xlsx` has them"
    raise NotFoundError(message)
