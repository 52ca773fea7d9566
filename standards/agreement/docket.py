"""The docket: motions taken one after the other, each on what those before it leave."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from uuid import uuid4

from ontology.identifiers import Identifiers
from ontology.records import Decision, DecisionKind, Iri, Text
from ontology.report import Finding, Report
from standards.agreement.categories import spelling, usual
from standards.agreement.codes import Codes
from standards.agreement.fitting import RELATIONS, number_of, unfitting
from standards.agreement.motion import KINDS, Motion, kind_of, parts
from standards.agreement.naming import find, meant, named_voices
from standards.agreement.places import named_place, unplaced
from standards.agreement.replay import UnfitError, changes
from standards.agreement.seen import unseen
from standards.agreement.signature import Signature
from standards.agreement.state import Agreement
from standards.agreement.statement import Statement
from standards.agreement.told import called

_REMEDY = "Take the address from the state that was written last"


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
        self._owners = {code: set(owners) for code, owners in agreement.owners.items()}
        self._usual = usual(agreement.statements.values(), agreement.voice)
        self._codes = Codes(agreement.codes, agreement.slug)
        self._keep(self._now.values())

    def take(self, motion: Motion) -> Iterator[Finding]:
        """Take a motion, or yield why it cannot be taken."""
        one, kind = find(self.agreement, motion.statement or motion.seen), kind_of(motion.decision)
        if one is None:
            message = "there is no such statement in the proposal"
            remedy = meant(self.agreement, motion.statement or motion.seen) or _REMEDY
            yield motion.finding("unknown-statement", "address", message, remedy)
        if kind is None:
            remedy = f"One of: {', '.join(names[0] for names in KINDS.values())}"
            yield motion.finding("unknown-decision", "decision", "no such decision", remedy, motion.decision)
        if one and kind:
            wrong = [*self._unfit(motion, one, kind)]
            yield from wrong or self._applied(motion, one, kind)

    def _unfit(self, motion: Motion, one: Statement, kind: DecisionKind) -> Iterator[Finding]:
        """Yield all that is wrong with a motion, whatever else is."""
        if wrong := unseen(self.agreement, one, motion):
            yield wrong
        yield from unfitting(motion, kind)
        yield from self._nowhere(motion)
        yield from unplaced(self.agreement, self._identifiers, motion)
        yield from self._unheard(motion, self._now[one.iri], kind)
        yield from self._taken(motion, one)

    def _nowhere(self, motion: Motion) -> Iterator[Finding]:
        """Yield that a statement is to go into another that is not there."""
        if motion.into and find(self.agreement, motion.into) is None:
            remedy = meant(self.agreement, motion.into) or _REMEDY
            yield motion.finding("unknown-statement", "into", "there is no such statement", remedy, motion.into)

    def _unheard(self, motion: Motion, now: Statement, kind: DecisionKind) -> Iterator[Finding]:
        """Yield whose words are to go and are not in the statement, and that nobody's are named where some must."""
        firms = sorted({self.agreement.parties.name(self.agreement.voice[iri].firm) for iri in now.voices})
        remedy = f"Write one or more of: {', '.join(firms) or 'nobody'}, with | between them"
        for part in parts(motion.voices):
            if not [*named_voices(self.agreement, part, now)]:
                message = "no firm's words that are in it are named so"
                yield motion.finding("unknown-voice", "voices", message, remedy, part)
        if not motion.voices and (kind is DecisionKind.SPLIT or (kind is DecisionKind.MOVE and motion.into)):
            yield motion.finding("no-voice", "voices", f"it is not said whose words {kind.word}", remedy)

    def _strange(self, code: str, one: Statement) -> set[Iri]:
        """Return what else a code is, or was, of than a statement and what that was published as."""
        own = {one.iri, one.stands_for, *self.agreement.published_as.get(one.iri, ())}
        return self._owners.get(code, set()) - own

    def _taken(self, motion: Motion, one: Statement) -> Iterator[Finding]:
        """Yield that a code is another statement's, or was."""
        if motion.code and (strange := self._strange(motion.code, one)):
            message = f"it is, or was, the code of {self._owner(min(strange))}, and no code is used for two things"
            yield motion.finding("code-taken", "code", message, "Leave it out to get the next one", motion.code)

    def _owner(self, iri: Iri) -> str:
        """Return what a statement or a competency is called."""
        one, item = self._now.get(iri), self.agreement.items.get(iri)
        if one:
            return called(one)
        return f"“{item.statement or item.label}”" if item else "something that is there no more"

    def _applied(self, motion: Motion, one: Statement, kind: DecisionKind) -> Iterator[Finding]:
        """Decide, or yield why that is not possible as things are now."""
        try:
            decision = self._decision(motion, one, kind)
            changed = changes(self._now, decision)
        except UnfitError as unfit:
            yield motion.finding("unfitting-decision", "decision", str(unfit), unfit.remedy, motion.decision)
        else:
            self._now.update(changed)
            self._keep(changed.values())
            self.decisions.append(decision)

    def _keep(self, statements: Iterable[Statement]) -> None:
        """Keep the codes that statements have, so that nothing else gets one of them."""
        for one in statements:
            if one.code:
                self._codes.use(one.code, one.category.value if one.category else "")
                self._owners.setdefault(one.code, set()).add(one.iri)

    def _decision(self, motion: Motion, one: Statement, kind: DecisionKind) -> Decision:
        """Return a motion as the decision that it comes to."""
        now, language = self._now[one.iri], one.wording.language
        into, voices = self._goal(motion, kind), tuple(sorted(named_voices(self.agreement, motion.voices, now)))
        category = _text(motion.category, language) or (self._respelled(now) if kind is DecisionKind.ACCEPT else None)
        self._at += timedelta(microseconds=1)
        return Decision(
            iri=Iri(self._mint("decision")),
            standard=self.agreement.standard,
            candidate=one.iri,
            kind=Iri(kind),
            into=into,
            voices=voices,
            wording=_text(motion.wording, language) or self._first_words(motion, kind, voices),
            label=_text(motion.label, language),
            category=category,
            code=motion.code or (self._code(now, category) if kind is DecisionKind.ACCEPT else None),
            occupation=self._work(motion.occupation),
            level=number_of(motion.level),
            importance=number_of(motion.importance),
            relation=RELATIONS.get(motion.relation.casefold()),
            moved_from=self._work(motion.moved_from),
            moved_to=self._work(motion.moved_to),
            by=self._signature.name,
            decider=self._signature.decider(self._identifiers, self.agreement, self._on_behalf_of),
            on_behalf_of=self._on_behalf_of,
            at=self._at,
            reason=motion.reason or None,
            basis=one.revision,
        )

    def _first_words(self, motion: Motion, kind: DecisionKind, voices: Sequence[Iri]) -> Text | None:
        """Return what a part that is split off is called where nobody words it: as the first of its voices does."""
        if kind is DecisionKind.SPLIT and voices and find(self.agreement, motion.into) is None:
            return self.agreement.voice[voices[0]].words
        return None

    def _goal(self, motion: Motion, kind: DecisionKind) -> Iri | None:
        """Return the statement that words go into; of a split, where none is named, a new one."""
        if into := find(self.agreement, motion.into):
            return into.iri
        return Iri(self._mint("candidate")) if kind is DecisionKind.SPLIT else None

    def _mint(self, kind: str) -> str:
        return self._identifiers.mint(self.agreement.slug, kind, uuid4().hex)

    def _work(self, text: str) -> Iri | None:
        return named_place(self.agreement, self._identifiers, text)

    def _respelled(self, now: Statement) -> Text | None:
        """Return the category as most firms spell it, where it was proposed otherwise and nobody decided on it."""
        before = self.agreement.proposed.get(now.iri)
        if now.category is None or before is None or before.category != now.category:
            return None
        usual = self._usual.get(spelling(now.category.value), now.category.value)
        return _text(usual, now.category.language) if usual != now.category.value else None

    def _code(self, now: Statement, category: Text | None) -> str | None:
        """Return the code of a statement that is accepted: its own, that of what it stands for, or the next one."""
        if now.code:
            return now.code
        known = self.agreement.items.get(now.stands_for) if now.stands_for else None
        if known and known.notation and not self._strange(known.notation, now):
            return known.notation
        under = category or now.category
        return self._codes.next(under.value if under else "")


def _text(words: str, language: str) -> Text | None:
    return Text(value=words, language=language) if words else None
