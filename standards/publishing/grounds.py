"""Grounds: what the requirements of a coming version rest on, and which rest on little or on nobody's list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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
    said
        The statement and the occupation, as people call them.
    need
        As the version will have it.
    asked
        What each firm asks for that asks for it in its jobs of the occupation.
    """

    said: str
    need: Need
    asked: tuple[Asked, ...]

    def findings(self, slug: str) -> Iterator[Finding]:
        """Yield what a standard, given its slug, lacks here: a number, or a firm that asks for it."""
        if few := [number for number in NUMBERS if self._rests_on_few(number)]:
            message = f"no {' and no '.join(few)} is published: one or two firms give a number, and {FEWEST} must"
            remedy = (
                "Write it into requirements.csv, win the number of another firm, or decide it: a row with `level` in "
                f"the file of `ladderworks standard agreement {slug} -o FILE`"
            )
            yield self._finding("few-numbers", Severity.WARNING, message, remedy)
        if not self.asked:
            message = "no firm's list asks for it; it is there since requirements.csv or a decision says so"
            remedy = "Ask firms with such jobs whether they need it, or take it out of requirements.csv"
            yield self._finding("asked-by-none", Severity.INFO, message, remedy)

    def _rests_on_few(self, number: str) -> bool:
        """Return whether a number is left out since too few firms give one."""
        given = sum(getattr(one, number) is not None for one in self.asked)
        return getattr(self.need, number) is None and 0 < given < FEWEST

    def _finding(self, code: str, severity: Severity, message: str, remedy: str) -> Finding:
        return Finding(code=code, severity=severity, value=self.said, message=message, remedy=remedy)


def thin_requirements(base: KnowledgeBase, working: Release) -> Report:
    """Return which requirements of a coming version rest on little: nobody is kept from publishing them.

    A warning where one or two firms give a number, so that the version has none; a word where no firm asks for what the
    partnership itself states or decided. Nothing, where nothing was ever agreed on.
    """
    if not has_agreement(base, working.source):
        return Report()
    standard = AgreedStandard.of(base, working)
    named = {one.iri: f"{one.label} ({one.notation})" for one in base.records(working, Occupation)}
    grounds = (each for one in standard.agreement.agreed for each in _grounds(standard, one, named))
    return Report(finding for each in grounds for finding in each.findings(working.source))


def _grounds(standard: AgreedStandard, one: Statement, named: Mapping[Iri, str]) -> Iterator[Ground]:
    """Yield the grounds of what the occupations of the standard need of a statement, by their addresses."""
    moves = {move.moved_from: move.moved_to for move in one.moves}
    asked = standard.work.asked([standard.agreement.voice[iri].own_statement for iri in one.voices], moves)
    for moved_from, moved_to in moves.items():
        if gone := asked.pop(moved_from, None):
            asked.setdefault(moved_to, gone)
    for occupation, need in sorted(standard.needs(one).items()):
        if occupation in named:
            said = f"{one.code or one.wording} for {named[occupation]}"
            yield Ground(said, need, tuple(asked.get(occupation, {}).values()))
