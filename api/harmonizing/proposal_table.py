"""A proposal as people read it: in a few lines, and as a table with a row for each firm's words."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from api.terminal.console import table
from ontology.records import Candidate, Support, Voice
from pathways.amounts import count
from standards.agreement.own_needs import own_needs
from standards.agreement.requirements import Work
from standards.harmonizing.proposal import Proposal
from standards.harmonizing.rounds import Round
from standards.workbook import literal

COLUMNS: Final = (
    "candidate",
    "support",
    "category",
    "statement",
    "stands_for",
    "firm",
    "own_words",
    "asked_for",
    "confidence",
    "near",
)


NEAREST: Final = 5
"""Pairs that come near one another which are printed, at most."""

PRINTED: Final = 0.1
"""Likeness from which they are: what is below is told in the table and the files, beside what it may be the same as."""


def summary(standard: str, done: Round) -> str:
    """Return what a round proposes, in a few lines."""
    proposal = done.proposal
    rows = [(support.word, len(proposal.supported(support)), MEANING[support]) for support in Support]
    lines = [("support", "candidates", "which means"), *(row for row in rows if row[1])]
    firms = ", ".join(one.slug for one in done.lists)
    said = count(len(proposal.voices), "statement")
    head = f"{done.release.name}: {said} of {count(len(done.lists), 'firm')} ({firms})"
    return f"{head}\n{table(lines)}{_nearest(proposal)}"


def _nearest(proposal: Proposal) -> str:
    """Return the pairs that come nearest without being joined, for people to look at; empty where none does."""
    near = [pair for pair in proposal.near if pair[2] >= PRINTED][:NEAREST]
    rows = [(f"{likeness:.2f}", str(one.statement), str(other.statement)) for one, other, likeness in near]
    return f"\n{table([('likeness', 'comes near', 'and is not joined'), *rows])}" if rows else ""


MEANING: Final[Mapping[Support, str]] = {
    Support.CORE: "all firms say it",
    Support.SHARED: "more than half of them say it",
    Support.EMERGING: "two or more say it",
    Support.FIRM_SPECIFIC: "one says it",
    Support.UNSAID: "the standard has it, and no firm says it",
}


def to_csv(proposal: Proposal, work: Work) -> bytes:
    """Return a row for each voice, with how well its firm asks for it, and one for each candidate without any."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([literal(cell) for cell in row] for row in _rows(proposal, work))
    return text.getvalue().encode()


def _rows(proposal: Proposal, work: Work) -> Iterator[tuple[str | float, ...]]:
    for candidate in proposal.candidates:
        head = _head(candidate)
        near = _near_words(proposal, candidate)
        voices = proposal.voices_of[candidate.iri]
        yield from ((*head, *_voice(voice, work), near) for voice in voices)
        if not voices:
            yield (*head, "", "", "", "", near)


def _near_words(proposal: Proposal, candidate: Candidate) -> str:
    """Return what comes near a candidate, each in its words with the likeness, the nearest first."""
    near = proposal.near_of.get(candidate.iri, ())
    return " | ".join(f"{other.statement} ({likeness:.2f})" for other, likeness in near)


def _head(candidate: Candidate) -> tuple[str, ...]:
    category = candidate.category.value if candidate.category else ""
    support, statement = candidate.supported.word, candidate.statement.value
    return candidate.iri, support, category, statement, candidate.stands_for or ""


def _voice(voice: Voice, work: Work) -> tuple[str | float, ...]:
    asked = own_needs(work, voice.own_statement)
    return voice.firm.rpartition("/")[2], voice.words.value, asked, voice.confidence


def to_json(proposal: Proposal, work: Work) -> bytes:
    """Return the candidates, each with its voices, how well their firms ask for it, and what it may mean elsewhere."""
    elsewhere = {one.iri: [m for m in proposal.mappings if m.subject == one.iri] for one in proposal.candidates}
    found = [
        {
            **one.model_dump(mode="json"),
            "voices": [_shown(voice, work) for voice in proposal.voices_of[one.iri]],
            "mappings": [mapping.model_dump(mode="json") for mapping in elsewhere[one.iri]],
        }
        for one in proposal.candidates
    ]
    return f"{json.dumps(found, indent=2, ensure_ascii=False)}\n".encode()


def _shown(voice: Voice, work: Work) -> dict[str, object]:
    return {**voice.model_dump(mode="json"), "asked_for": own_needs(work, voice.own_statement)}


FORMS: Final[Mapping[str, Callable[[Proposal, Work], bytes]]] = {"csv": to_csv, "json": to_json}
"""What writes each form, by its extension."""
