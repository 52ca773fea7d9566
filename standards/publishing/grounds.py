"""Grounds: what the requirements of a coming version rest on, and which rest on little or on nobody's list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ontology.records import DecisionKind, Release
from ontology.report import Finding, Report, Severity, sentence
from ontology.store import KnowledgeBase
from standards.agreement import Agreement, Need, RequirementAccount, Statement, Status
from standards.agreement.fitting import relation_word
from standards.agreement.requirements import FEWEST, Asked
from standards.code_order import code_order
from standards.publishing.agreed import AgreedStandard, agreed_standard
from standards.publishing.footing import footing_release, unfooted
from standards.publishing.needs import Undecided

NUMBERS: Final = ("importance", "level")

TOLD: Final = (Status.AGREED, Status.ACCEPTED, Status.CONTESTED, Status.PROPOSED)
"""Of statements whose requirements are told before a version is made."""

NOT_YET: Final = f"is new, and not needed yet where fewer than {FEWEST} firms ask for it that all joined since"
"""What is said of a statement that no version had, where what firms ask for is left out."""


@dataclass(frozen=True)
class Ground:
    """What it rests on that an occupation needs a statement.

    Parameters
    ----------
    occupation
        As people call it.
    need
        As the version will have it; not needed, where the version will not say that the occupation needs it.
    asked
        What each firm asks for that asks for it in its jobs of the occupation; of what stays as it was published, what
        each asked for then.
    hiring
        How many firms have a job in the occupation.
    decided
        What was decided of it; `None` where nothing was.
    stated
        Whether the working copy says it.
    stands
        Whether it stays as it was published, though firms ask otherwise now.
    otherwise
        In words, how firms ask otherwise; empty where the version follows them, the working copy or a decision.
    asking
        How many firms ask for it now.
    """

    occupation: str
    need: Need
    asked: tuple[Asked, ...]
    hiring: int = 0
    decided: Need | None = None
    stated: bool = False
    stands: bool = False
    otherwise: str = ""
    asking: int = 0

    @property
    def is_refused(self) -> bool:
        """Whether it was decided that the occupation does not need it."""
        return self.decided is not None and not self.decided.needed

    @property
    def is_asked_by_none(self) -> bool:
        """Whether it is needed though no firm asks for it now, nor did when that was published."""
        return self.need.needed and not self.asked and not self.asking

    @property
    def few(self) -> list[str]:
        """Return the numbers that are left out since too few firms give one."""
        if not self.need.needed:
            return []
        return [number for number in NUMBERS if self._rests_on_few(number)]

    def _rests_on_few(self, number: str) -> bool:
        return getattr(self.need, number) is None and 0 < self._giving(number) < FEWEST

    def _giving(self, number: str) -> int:
        return sum(getattr(one, number) is not None for one in self.asked)

    def source(self, name: str) -> str:
        """Return in words where the relation, the importance or the level is from."""
        if not self.need.needed:
            return "decided" if self.is_refused and name == "relation" else ""
        if self.decided and getattr(self.decided, name) is not None:
            return "decided"
        if self.stands and not self.stated and getattr(self.need, name) is not None:
            return "as published"
        if self._rests_on_few(name):
            return f"too few firms: {self._giving(name)}"
        if self.stated or not self.asked:
            return "stated" if getattr(self.need, name) is not None else ""
        return self._of_firms(name)

    def _of_firms(self, name: str) -> str:
        if name == "relation":
            return self._of_askers()
        return f"median of {self._giving(name)} firms" if self._giving(name) else "no firm gives one"

    def _of_askers(self) -> str:
        """Return how many firms ask for it of those that could, and to how many it is essential where any says so."""
        of = max(self.hiring, len(self.asked))
        asked = f"asked by {len(self.asked)} of {of} {'firm' if of == 1 else 'firms'} with such jobs"
        said = [relation_word(one.relation) for one in self.asked if one.relation]
        return f"{asked}; essential to {said.count('essential')}" if said else asked


def thin_requirements(base: KnowledgeBase, working: Release, agreed: AgreedStandard | None = None) -> Report:
    """Return which requirements of a coming version rest on little: nobody is kept from publishing them.

    For each statement, a warning where one or two firms give a number, so that the version has none; a word where no
    firm asks for what the partnership itself states or decided, and where firms ask otherwise than what stays as it
    was published, or for what is new and left out. Before them, a warning where nobody can tell any more what that
    rests on. Nothing, where nothing was ever agreed on.

    Parameters
    ----------
    agreed
        What follows from the agreement, where that was read already.
    """
    standard = agreed or agreed_standard(base, working)
    if standard is None:
        return Report()
    thin = (
        finding for one in _by_code(standard) for finding in _findings(one, list(_grounds(standard, one)), standard)
    )
    return Report([*(_no_footing(base, version) for version in unfooted(base, working)), *thin])


def requirements(base: KnowledgeBase, agreement: Agreement) -> tuple[RequirementAccount, ...]:
    """Return what occupations would need of what is agreed and of what is open still, by code, wording and occupation.

    Nothing where the standard has no working copy, or where that describes no occupation.
    """
    working = next((one for one in base.current() if one.source == agreement.slug and not one.fixed), None)
    if working is None:
        return ()
    standard = AgreedStandard.from_agreement(base, working, agreement, TOLD)
    return tuple(_account(agreement, one, ground) for one in _by_code(standard) for ground in _grounds(standard, one))


def _by_code(standard: AgreedStandard) -> list[Statement]:
    """Return the statements of a standard, by code, those without one last."""
    return sorted(standard.statements, key=lambda one: (code_order(one.code), one.wording.value, one.iri))


def _account(agreement: Agreement, one: Statement, ground: Ground) -> RequirementAccount:
    return RequirementAccount(
        statement=one.iri,
        status=agreement.tallies[one.iri].status,
        code=one.code or "",
        wording=one.wording.value,
        occupation=ground.occupation,
        occupation_address=ground.need.occupation,
        relation=DecisionKind.NOT_NEEDED.word if ground.is_refused else relation_word(ground.need.relation),
        importance=ground.need.importance,
        level=ground.need.level,
        relation_from=ground.source("relation"),
        importance_from=ground.source("importance"),
        level_from=ground.source("level"),
        few=tuple(ground.few),
        otherwise=ground.otherwise,
    )


def _findings(one: Statement, grounds: Sequence[Ground], standard: AgreedStandard) -> Iterator[Finding]:
    """Yield what a statement lacks for its occupations: numbers, or firms that ask for it.

    What each says of itself stands in its value: those with one cause read the same, and are counted together. The
    table of requirements is named where the partnership has one: the working copy states nothing otherwise.
    """
    slug, has_table, said = standard.agreement.slug, bool(standard.stated), one.code or one.wording.value
    if few := [f"{ground.occupation}: no {' and no '.join(ground.few)}" for ground in grounds if ground.few]:
        message = f"goes without numbers that fewer than {FEWEST} firms give"
        written = ", write them into requirements.csv," if has_table else ""
        remedy = f"Decide them ({_rows_in(slug, '`level`')}){written} or win another firm's number"
        yield _thin("few-numbers", Severity.WARNING, said, few, message, remedy)
    if none := [ground.occupation for ground in grounds if ground.is_asked_by_none]:
        message = f"is needed by {'requirements.csv or by ' if has_table else ''}a decision, and no firm asks for it"
        taken = "take it out of requirements.csv, or decide" if has_table else "decide"
        remedy = (
            f"Ask firms with such jobs whether they need it, or {taken} otherwise: {_rows_in(slug, '`not needed`')}"
        )
        yield _thin("asked-by-none", Severity.INFO, said, none, message, remedy)
    if otherwise := [f"{ground.occupation}: {ground.otherwise}" for ground in grounds if ground.otherwise]:
        message = NOT_YET if _is_new(standard, one) else "stays as it was published, though firms ask otherwise now"
        remedy = f"Where it is to change, decide it: {_rows_in(slug, '`level` or `not needed`')}"
        yield _thin("asked-otherwise", Severity.INFO, said, otherwise, message, remedy)


def _is_new(standard: AgreedStandard, one: Statement) -> bool:
    """Return whether no version had a statement, nor what it takes the place of."""
    known = standard.lineage.known[one.iri]
    return not any(iri in standard.published or standard.footings.knows(iri) for iri in known)


def _thin(code: str, severity: Severity, said: str, value: Sequence[str], message: str, remedy: str) -> Finding:
    return Finding(
        code=code, severity=severity, node=said, value="; ".join(value), message=message, remedy=sentence(remedy)
    )


def _rows_in(slug: str, decision: str) -> str:
    """Return where decisions of a kind are written."""
    return f"rows with {decision} in the file of `ladderworks standard agreement {slug} -o {slug}.xlsx`"


def _no_footing(base: KnowledgeBase, version: Release) -> Finding:
    """Return that what a version rests on in firms' lists is not there any more."""
    name = footing_release(base.identifiers, version.source).source
    return Finding(
        code="no-footing",
        severity=Severity.WARNING,
        value=version.name,
        message=(
            f"rests on firms' lists, and {name}, which kept what each asked for, is not in the knowledge base: the "
            "next version follows today's lists, and beside this one may tell what a firm asks that came or left since"
        ),
        remedy=(
            "Go on in a copy of the knowledge base that still has it, or decide what is to stay: "
            f"{_rows_in(version.source, '`level` or `not needed`')}"
        ),
    )


def _grounds(standard: AgreedStandard, one: Statement) -> Iterator[Ground]:
    """Yield the grounds of what the occupations of the standard need of a statement, by their addresses."""
    named, before, needs = standard.agreement.occupations, standard.needs.undecided(one), standard.needs.of(one)
    for place in sorted(before.keys() | one.needed.keys()):
        if place in named:
            need = needs.get(place) or Need(place, needed=False)
            hiring = len(standard.work.hiring.get(place, ()))
            yield _ground(named[place], need, before.get(place, Undecided(None)), one.needed.get(place), hiring)


def _ground(occupation: str, need: Need, before: Undecided, decided: Need | None, hiring: int) -> Ground:
    """Return what it rests on that an occupation needs a statement, or that it does not.

    Any decision settles it where the firms' asking would leave it out, one on the relation where that would keep it.
    """
    demand = before.demand
    decisive = decided is not None and (before.need is None or decided.relation is not None or not decided.needed)
    settled = before.stated or decisive
    return Ground(
        occupation,
        need,
        tuple(demand.asked.values()) if demand else (),
        hiring,
        decided,
        stated=before.stated,
        stands=demand is not None and demand.stands,
        otherwise=demand.otherwise if demand and not settled else "",
        asking=len(demand.now) if demand else 0,
    )
