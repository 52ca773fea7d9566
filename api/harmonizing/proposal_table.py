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
from standards.harmonizing.proposal import Proposal
from standards.harmonizing.rounds import Round
from standards.workbook import literal

COLUMNS: Final = ("candidate", "support", "category", "statement", "stands_for", "firm", "own_words", "confidence")


def summary(standard: str, done: Round) -> str:
    """Return what a round proposes, in a few lines."""
    proposal = done.proposal
    rows = [(support.word, len(proposal.supported(support)), MEANING[support]) for support in Support]
    lines = [("support", "candidates", "which means"), *(row for row in rows if row[1])]
    firms = ", ".join(one.slug for one in done.lists)
    said = count(len(proposal.voices), "statement")
    head = f"{done.release.name}: {said} of {count(len(done.lists), 'firm')} ({firms})"
    return f"{head}\n{table(lines)}"


MEANING: Final[Mapping[Support, str]] = {
    Support.CORE: "all firms say it",
    Support.SHARED: "more than half of them say it",
    Support.EMERGING: "two or more say it",
    Support.FIRM_SPECIFIC: "one says it",
    Support.UNSAID: "the draft has it, and no firm says it",
}


def to_csv(proposal: Proposal) -> bytes:
    """Return a row for each voice, and one for each candidate without any."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([literal(cell) for cell in row] for row in _rows(proposal))
    return text.getvalue().encode()


def _rows(proposal: Proposal) -> Iterator[tuple[str | float, ...]]:
    for candidate in proposal.candidates:
        head = _head(candidate)
        voices = proposal.voices_of[candidate.iri]
        yield from (head + _voice(voice) for voice in voices)
        if not voices:
            yield (*head, "", "", "")


def _head(candidate: Candidate) -> tuple[str, ...]:
    category = candidate.category.value if candidate.category else ""
    support, statement = candidate.supported.word, candidate.statement.value
    return candidate.iri, support, category, statement, candidate.stands_for or ""


def _voice(voice: Voice) -> tuple[str | float, ...]:
    return voice.firm.rpartition("/")[2], voice.words.value, voice.confidence


def to_json(proposal: Proposal) -> bytes:
    """Return the candidates, each with its voices and what it may mean elsewhere."""
    elsewhere = {one.iri: [m for m in proposal.mappings if m.subject == one.iri] for one in proposal.candidates}
    found = [
        {
            **one.model_dump(mode="json"),
            "voices": [voice.model_dump(mode="json") for voice in proposal.voices_of[one.iri]],
            "mappings": [mapping.model_dump(mode="json") for mapping in elsewhere[one.iri]],
        }
        for one in proposal.candidates
    ]
    return f"{json.dumps(found, indent=2, ensure_ascii=False)}\n".encode()


FORMS: Final[Mapping[str, Callable[[Proposal], bytes]]] = {"csv": to_csv, "json": to_json}
"""What writes each form, by its extension."""
