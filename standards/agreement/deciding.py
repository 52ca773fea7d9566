"""Deciding: motions judged against the state as it is now, and kept, all of them or none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final
from uuid import uuid4

from pydantic import ValidationError

from ontology.errors import ConflictError, InputError, NotFoundError, RefusedError
from ontology.identifiers import Identifiers
from ontology.records import Decision, DecisionKind, Iri, RequirementType, Text
from ontology.report import Finding, Report
from ontology.store import KnowledgeBase
from standards.agreement.codes import next_code
from standards.agreement.log import undone
from standards.agreement.motion import KINDS, Motion, kind_of, parts
from standards.agreement.reading import read_agreement
from standards.agreement.replay import Idle, UnfitError, applied
from standards.agreement.seen import CONFLICT, find, unseen
from standards.agreement.signature import Signature
from standards.agreement.state import Agreement
from standards.agreement.statement import Statement
from standards.agreement.storage import append

NEEDS: Final = ("occupation", "level", "importance", "relation")
"""Columns of what only a `DecisionKind.LEVEL` says."""

SCALES: Final = {"level": (0, 7), "importance": (1, 5)}
"""Least and most of what a number may be."""


@dataclass(frozen=True)
class Decided:
    """What was stored, and what it leaves.

    Parameters
    ----------
    idle
        Decisions that count and do nothing any more, because of what was stored.
    """

    decisions: tuple[Decision, ...]
    agreement: Agreement
    idle: tuple[Idle, ...] = ()


def decide(base: KnowledgeBase, slug: str, motions: Sequence[Motion], signature: Signature) -> Decided:
    """Store what is decided of a proposal, all of it or nothing.

    Whoever calls it holds the lock of the writer, so that nobody decides between the look at the state and the entry.

    Raises
    ------
    ConflictError
        Where somebody has changed a statement since it was looked at, with all that is wrong.
    RefusedError
        Where something else is wrong, with all that is.
    NotFoundError
        Where nothing is proposed for the standard.
    """
    before = read_agreement(base, slug)
    decisions, report = judge(before, motions, signature, base.identifiers)
    refuse(report)
    return _stored(base, before, decisions)


def refuse(report: Report) -> None:
    """Refuse what has errors; somebody else's change is told as such.

    Raises
    ------
    ConflictError
        Where one of them is such a change.
    RefusedError
        Where none is.
    """
    if any(finding.code == CONFLICT for finding in report):
        raise ConflictError(report)
    if report.refused:
        raise RefusedError(report)


def _stored(base: KnowledgeBase, before: Agreement, decisions: Sequence[Decision]) -> Decided:
    append(base, before.slug, decisions)
    after = replace(before, log=replace(before.log, decisions=(*before.log.decisions, *decisions)))
    known = {idle.decision.iri for idle in before.replayed.idle}
    return Decided(tuple(decisions), after, tuple(one for one in after.replayed.idle if one.decision.iri not in known))


def judge(
    agreement: Agreement, motions: Iterable[Motion], signature: Signature, identifiers: Identifiers
) -> tuple[list[Decision], Report]:
    """Return the decisions that motions come to, one after the other, and all that is wrong with any of them."""
    docket = Docket(agreement, identifiers, signature)
    report = Report()
    for motion in motions:
        report.extend(docket.take(motion))
    return docket.decisions, report


class Docket:
    """Takes motions one after the other, each on what those before it leave."""

    def __init__(self, agreement: Agreement, identifiers: Identifiers, signature: Signature) -> None:
        self.agreement = agreement
        self.decisions: list[Decision] = []
        self._identifiers = identifiers
        self._signature = signature
        self._on_behalf_of = signature.organization(agreement)
        self._at = agreement.log.after(signature.at)
        self._now = dict(agreement.statements)

    def take(self, motion: Motion) -> Iterator[Finding]:
        """Take a motion, or yield why it cannot be taken."""
        one, kind = find(self.agreement, motion.statement or motion.seen), kind_of(motion.decision)
        if one is None:
            remedy = "Take the address from the state that was written last"
            yield motion.finding("unknown-statement", "address", "there is no such statement in the proposal", remedy)
        elif kind is None:
            words = ", ".join(names[0] for names in KINDS.values())
            yield motion.finding(
                "unknown-decision", "decision", "no such decision", f"One of: {words}", motion.decision
            )
        elif wrong := unseen(self.agreement, one, motion):
            yield wrong
        else:
            yield from self._judged(motion, one, kind)

    def _judged(self, motion: Motion, one: Statement, kind: DecisionKind) -> Iterator[Finding]:
        wrong = [*self._unfitting(motion, kind), *self._taken(motion, one)]
        yield from wrong
        if wrong:
            return
        try:
            decision = self._decision(motion, one, kind)
            self._now = dict(applied(self._now, decision))
        except ValidationError as error:
            problem = error.errors()[0]
            column, value = str(problem["loc"][0]), str(problem["input"])
            yield motion.finding("malformed-value", column, "it is no address", "Write a code or an address", value)
        except UnfitError as unfit:
            yield motion.finding("unfitting-decision", "decision", str(unfit), unfit.remedy, motion.decision)
        else:
            self.decisions.append(decision)

    def _unfitting(self, motion: Motion, kind: DecisionKind) -> Iterator[Finding]:
        """Yield what a motion says that is not of its kind, or does not say that is."""
        if kind is DecisionKind.REJECT and not motion.reason:
            message = "it is not said why it is rejected, and those who said it will ask"
            yield motion.finding("no-reason", "reason", message, "Write why")
        given = [name for name in NEEDS if getattr(motion, name)]
        if given and kind is not DecisionKind.LEVEL:
            remedy = "Add a row with the decision level for it"
            message = f"it is given, and the decision is {kind.word}"
            yield motion.finding("unfitting-value", given[0], message, remedy, getattr(motion, given[0]))
        if motion.into and find(self.agreement, motion.into) is None:
            remedy = "Take the address from the state that was written last"
            yield motion.finding("unknown-statement", "into", "there is no such statement", remedy, motion.into)
        for column, (least, most) in SCALES.items():
            value = getattr(motion, column)
            if value and not _is_within(value, least, most):
                remedy = f"Write a number from {least} to {most}"
                yield motion.finding("malformed-value", column, "it is no number of its scale", remedy, value)
        if motion.relation and motion.relation.casefold() not in RELATIONS:
            remedy = f"One of: {', '.join(RELATIONS)}"
            yield motion.finding("unknown-value", "relation", "no such relation", remedy, motion.relation)

    def _taken(self, motion: Motion, one: Statement) -> Iterator[Finding]:
        """Yield that a code is another statement's, or was."""
        owners = self.agreement.owners(motion.code) if motion.code else set()
        owners |= {each.iri for each in self._now.values() if motion.code and each.code == motion.code}
        own = {one.iri, one.stands_for, *self.agreement.published_as.get(one.iri, ())}
        if strange := owners - own:
            message = f"it is, or was, the code of {min(map(str, strange))}, and no code is used for two things"
            yield motion.finding("code-taken", "code", message, "Leave it out to get the next one", motion.code)

    def _decision(self, motion: Motion, one: Statement, kind: DecisionKind) -> Decision:
        now = self._now[one.iri]
        language = one.wording.language
        into = find(self.agreement, motion.into)
        new = kind is DecisionKind.SPLIT and into is None
        split = Iri(self._mint("candidate")) if new else None
        voices = tuple(sorted(self._voices(motion, now)))
        words = motion.wording or (self.agreement.voice[voices[0]].words.value if new and voices else "")
        self._at += timedelta(microseconds=1)
        return Decision(
            iri=Iri(self._mint("decision")),
            standard=self.agreement.standard,
            candidate=one.iri,
            kind=Iri(kind),
            into=into.iri if into else split,
            voices=voices,
            wording=_text(words, language),
            label=_text(motion.label, language),
            category=_text(motion.category, language),
            code=motion.code or (self._code(now, motion) if kind is DecisionKind.ACCEPT else None),
            occupation=self._work(motion.occupation),
            level=_number(motion.level),
            importance=_number(motion.importance),
            relation=RELATIONS.get(motion.relation.casefold()),
            moved_from=self._work(motion.moved_from),
            moved_to=self._work(motion.moved_to),
            by=self._signature.name,
            on_behalf_of=self._on_behalf_of,
            at=self._at,
            reason=motion.reason or None,
            basis=one.revision,
        )

    def _mint(self, kind: str) -> str:
        return self._identifiers.mint(self.agreement.slug, kind, uuid4().hex)

    def _voices(self, motion: Motion, one: Statement) -> Iterator[Iri]:
        """Yield the voices of a statement that a motion names by address, firm or words."""
        for part in parts(motion.voices):
            firm = self.agreement.parties.find(part)
            for iri in one.voices:
                voice = self.agreement.voice[iri]
                if part in (iri, voice.firm, voice.words.value) or (firm and voice.firm == firm.iri):
                    yield iri

    def _code(self, now: Statement, motion: Motion) -> str | None:
        """Return the code of a statement that is accepted: its own, that of what it stands for, or the next one."""
        if now.code:
            return now.code
        known = self.agreement.items.get(now.stands_for) if now.stands_for else None
        if known and known.notation:
            return known.notation
        category = motion.category or (now.category.value if now.category else "")
        used = {one.code: one.category.value if one.category else "" for one in self._now.values() if one.code}
        return next_code(category, {**self.agreement.codes, **used}, self.agreement.slug)

    def _work(self, text: str) -> Iri | None:
        """Return the address of an occupation or a job by its code or address."""
        if not text:
            return None
        return Iri(text if re.match(r"https?://", text) else self._identifiers.mint("onet", text))


RELATIONS: Final = {relation.name.casefold(): Iri(relation) for relation in RequirementType}


def _text(words: str, language: str) -> Text | None:
    return Text(value=words, language=language) if words else None


def _number(text: str) -> float | None:
    """Return a number as people write it, with a point or a comma."""
    return float(text.replace(",", ".")) if text else None


def _is_within(text: str, least: float, most: float) -> bool:
    """Whether a text is a number on a scale, its bounds among it.

    Example
    -------
    >>> [_is_within(text, 0, 7) for text in ("3.5", "3,5", "7.1", "high")]
    [True, True, False, False]
    """
    number = re.fullmatch(r"\d+([.,]\d+)?", text)
    return number is not None and least <= float(text.replace(",", ".")) <= most


def undo(base: KnowledgeBase, slug: str, decision: str, signature: Signature, reason: str) -> Decided:
    """Undo a decision: it stays in the log and counts no more. An undoing can be undone, too.

    Parameters
    ----------
    decision
        Its address, or the beginning of the last part of it.

    Raises
    ------
    NotFoundError
        Where there is no such decision, or nothing is proposed for the standard.
    InputError
        Where it is undone already, or nobody says why.
    """
    before = read_agreement(base, slug)
    target = _decision_named(before, decision)
    if not reason.strip():
        message = f"say with --reason why {decision!r} is undone: whoever relied on it will ask"
        raise InputError(message)
    if target.iri in undone(before.log.decisions):
        message = f"{decision!r} counts no more already: it was undone before; there is nothing left to do"
        raise InputError(message)
    one = before.statements.get(target.candidate)
    entry = Decision(
        iri=Iri(base.identifiers.mint(slug, "decision", uuid4().hex)),
        standard=before.standard,
        candidate=target.candidate,
        kind=Iri(DecisionKind.UNDO),
        by=signature.name,
        on_behalf_of=signature.organization(before),
        at=before.log.after(signature.at),
        reason=reason.strip(),
        basis=one.revision if one else target.basis,
        undoes=target.iri,
    )
    return _stored(base, before, [entry])


def _decision_named(agreement: Agreement, name: str) -> Decision:
    found = [
        one
        for one in agreement.log.decisions
        if name and (one.iri == name or one.iri.rsplit("/", 1)[-1].startswith(name))
    ]
    if len(found) == 1:
        return found[0]
    how = "names several decisions; write more of it" if found else "is no decision here"
    message = f"{name!r} {how}; `ladderworks standard agreement {agreement.slug}` lists them"
    raise NotFoundError(message)
