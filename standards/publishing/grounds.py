"""Grounds: what the requirements of a coming version rest on, and which rest on little or on nobody's list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ontology.records import Iri, Occupation, Release
from ontology.report import Finding, Report, Severity
from ontology.store import KnowledgeBase
from standards.agreement import Need, Statement, has_agreement
from standards.agreement.requirements import FEWEST, Asked
from standards.publishing.agreed import AgreedStandard

NUMBERS: Final = ("importance", "level")


@dataclass(frozen=True)
class Ground:
    """What it rests on that an occupation needs a statement.

    Parameters
    ----------
    occupation
        As people call it.
    need
        As the version will have it.
    asked
        What each firm asks for that asks for it in its jobs of the occupation.
    """

    occupation: str
    need: Need
    asked: tuple[Asked, ...]

    @property
    def few(self) -> list[str]:
        """Return the numbers that are left out since too few firms give one."""
        return [number for number in NUMBERS if self._rests_on_few(number)]

    def _rests_on_few(self, number: str) -> bool:
        given = sum(getattr(one, number) is not None for one in self.asked)
        return getattr(self.need, number) is None and 0 < given < FEWEST


def thin_requirements(base: KnowledgeBase, working: Release) -> Report:
    """Return which requirements of a coming version rest on little: nobody is kept from publishing them.

    For each statement, a warning where one or two firms give a number, so that the version has none; a word where no
    firm asks for what the partnership itself states or decided. Nothing, where nothing was ever agreed on.
    """
    if not has_agreement(base, working.source):
        return Report()
    standard = AgreedStandard.of(base, working)
    named = {one.iri: f"{one.label} ({one.notation})" for one in base.records(working, Occupation)}
    return Report(
        finding
        for one in standard.agreement.agreed
        for finding in _findings(one.code or one.wording, list(_grounds(standard, one, named)), working.source)
    )


def _findings(said: str, grounds: Sequence[Ground], slug: str) -> Iterator[Finding]:
    """Yield what a statement lacks for its occupations: numbers, or firms that ask for it."""
    if few := [f"{ground.occupation} (no {' and no '.join(ground.few)})" for ground in grounds if ground.few]:
        message = f"has numbers of one or two firms, and {FEWEST} must give one to have it published: {'; '.join(few)}"
        remedy = (
            "Write them into requirements.csv, win the numbers of another firm, or decide them: rows with `level` in "
            f"the file of `ladderworks standard agreement {slug} -o FILE`"
        )
        yield Finding(code="few-numbers", severity=Severity.WARNING, value=said, message=message, remedy=remedy)
    if none := [ground.occupation for ground in grounds if not ground.asked]:
        message = (
            f"is in no firm's list for occupations that need it by requirements.csv or a decision: {'; '.join(none)}"
        )
        remedy = "Ask firms with such jobs whether they need it, or take it out of requirements.csv"
        yield Finding(code="asked-by-none", severity=Severity.INFO, value=said, message=message, remedy=remedy)


def _grounds(standard: AgreedStandard, one: Statement, named: Mapping[Iri, str]) -> Iterator[Ground]:
    """Yield the grounds of what the occupations of the standard need of a statement, by their addresses."""
    moves = {move.moved_from: move.moved_to for move in one.moves}
    asked = standard.work.asked([standard.agreement.voice[iri].own_statement for iri in one.voices], moves)
    for moved_from, moved_to in moves.items():
        if gone := asked.pop(moved_from, None):
            asked.setdefault(moved_to, gone)
    for occupation, need in sorted(standard.needs(one).items()):
        if occupation in named:
            yield Ground(named[occupation], need, tuple(asked.get(occupation, {}).values()))
