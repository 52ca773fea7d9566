"""Reading a record: each part of it held against the competencies, occupations and offers that are known.

What somebody calls by its name is taken at that word. The rest goes through the matching engine, and what that is not
sure of is said to be unmatched, with what comes nearest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from ontology.errors import NotFoundError, UnreadableError
from ontology.records import Iri, Text
from ontology.report import excerpt
from pathways.plans.badges import UNVERIFIED, Badge, read_badge
from pathways.plans.claims import Basis, Claim, Holdings, Unmatched
from pathways.plans.known import Known, plain
from pathways.plans.lines import Said, said_in, titles_in
from pathways.plans.offers import Offer
from pathways.plans.person import MOST, HeldCredential, Job, Person
from pathways.records.step import Reference
from standards.matching import UNMATCHED, Suggestion

SHOWN: Final = 200
"""Characters of a part of a record that a plan shows."""

_ASIDE: Final = re.compile(r"\s*[(\[][^)\]]*[)\]]")


@dataclass
class _Reading:
    """Collects what a record comes to."""

    known: Known
    today: date
    claims: list[Claim] = field(default_factory=list)
    jobs: dict[str, Reference] = field(default_factory=dict)
    credentials: dict[str, Reference] = field(default_factory=dict)
    unmatched: list[Unmatched] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    words: dict[str, tuple[str, int | None]] = field(default_factory=dict)
    """What the matching engine is asked, each once, with what is said and where."""

    def read(self, person: Person) -> Holdings:
        """Return what a record comes to."""
        for job in person.jobs:
            self._job(job)
        for held in person.credentials:
            self._credential(held)
        for given in person.badges:
            self._badge(given)
        for skill in person.skills:
            if not self._named(skill.name, skill.level, skill.row):
                self._ask(skill.name, skill.row)
        for part in said_in(person.text):
            self._part(part)
        self._match()
        return Holdings(
            claims=tuple(self.claims),
            jobs=tuple(self.jobs.values()),
            credentials=tuple(self.credentials.values()),
            unmatched=tuple(self.unmatched),
            notes=tuple(dict.fromkeys(self.notes)),
        )

    def _part(self, part: Said) -> None:
        """Read a part of a text: a skill, a job or a credential that it calls so, or whatever it turns out to be."""
        said, kind, row = part
        if kind.startswith("job"):
            self._job(Job(name=said, row=row))
        elif kind.startswith(("cred", "cert", "course")):
            self._credential(HeldCredential(name=said, row=row))
        elif not self._named(said, None, row) and (kind or not self._title(said, row)):
            self._ask(said, row)

    def _title(self, said: str, row: int) -> bool:
        """Take a line for a credential or a job where it begins with its name or its title."""
        if (iri := self.known.offered.get(plain(said))) is not None:
            self._hold(self.known.offers[iri], said, row)
            return True
        for part in titles_in(said):
            if self.known.occupations.knows(part):
                self._worked(self.known.occupations.find(part), said, row)
                return True
        return False

    def _named(self, said: str, level: float | None, row: int | None) -> bool:
        """Take words for a competency where they are a name of it; what stands in parentheses does not matter."""
        iri = next(
            (self.known.names[n] for n in (plain(said), plain(_ASIDE.sub("", said))) if n in self.known.names), ""
        )
        if iri:
            self._claim(iri, Basis.ASSERTED, said, row, level=level)
        return bool(iri)

    def _claim(
        self,
        iri: str,
        basis: Basis,
        said: str,
        row: int | None,
        level: float | None = None,
        confidence: float | None = None,
    ) -> None:
        if iri in self.known.labels:
            self.claims.append(
                Claim(
                    competency=Iri(iri),
                    label=self.known.labels[iri],
                    basis=basis,
                    said=excerpt(said, SHOWN),
                    row=row,
                    level=level,
                    confidence=confidence,
                )
            )

    def _job(self, job: Job) -> None:
        try:
            place = self.known.occupations.find(job.name)
        except NotFoundError as error:
            self._lost(job.name, job.row, f"a job that is not known here: {error}")
            return
        self._worked(place, job.name, job.row)

    def _worked(self, place: int, said: str, row: int | None) -> None:
        """Count what an occupation typically asks for, up to the level that it asks for."""
        occupation, rating = self.known.occupations[place], self.known.rating
        self.jobs.setdefault(occupation.iri, Reference(iri=occupation.iri, label=occupation.label))
        if rating is None or not rating.rated[place]:
            self._lost(said, row, f"the job {occupation.label} is known, but nothing rates what it asks for")
            return
        for column, iri in enumerate(rating.competencies):
            if rating.importance[place, column] > 0 and rating.level[place, column] > 0:
                level = round(float(rating.level[place, column]), 2)
                self._claim(iri, Basis.INFERRED, occupation.label.value, row, level=level)

    def _credential(self, held: HeldCredential) -> None:
        iri = self.known.offered.get(plain(held.name)) or self.known.offered.get(plain(_ASIDE.sub("", held.name)))
        if held.expires and held.expires < self.today:
            self._lost(held.name, held.row, f"lapsed on {held.expires.isoformat()}")
        elif iri is None:
            self._lost(held.name, held.row, "no course or credential of that name is known here")
        else:
            self._hold(self.known.offers[iri], held.name, held.row)

    def _hold(self, offer: Offer, said: str, row: int | None) -> None:
        self.credentials.setdefault(offer.iri, Reference(iri=offer.iri, label=Text(value=offer.name)))
        for competency in dict.fromkeys((*offer.covers, *offer.attests)):
            self._claim(competency, Basis.ATTESTED, said, row)

    def _badge(self, given: Mapping[str, object] | str) -> None:
        try:
            badge = read_badge(given)
        except UnreadableError as error:
            self._lost("a badge", None, str(error))
            return
        name = badge.name or badge.address or "a badge without a name"
        self.notes.append(f"Open Badge {badge.version} “{name}”: {UNVERIFIED}.")
        if badge.revoked:
            self._lost(name, None, "the badge was revoked")
        elif badge.expires and badge.expires < self.today:
            self._lost(name, None, f"the badge lapsed on {badge.expires.isoformat()}")
        else:
            self._achieved(badge, name)

    def _achieved(self, badge: Badge, name: str) -> None:
        offer = next(
            (o for n in (badge.address, badge.code, badge.name) if (o := self.known.offered.get(plain(n)))), ""
        )
        if offer:
            self._hold(self.known.offers[offer], name, None)
        found = bool(offer)
        for alignment in badge.alignments:
            keys = map(plain, (alignment.address, alignment.code, alignment.name))
            if iri := next((self.known.names[key] for key in keys if key in self.known.names), ""):
                self._claim(iri, Basis.ATTESTED, name, None)
            elif alignment.name:
                self._ask(alignment.name, None)
            else:
                self._lost(
                    alignment.address or alignment.code,
                    None,
                    f"the badge “{name}” is aligned to what is not known here",
                )
            found = True
        if not found:
            self._ask(name, None)

    def _ask(self, said: str, row: int | None) -> None:
        self.words.setdefault(plain(said), (said, row))

    def _lost(self, said: str, row: int | None, why: str, nearest: str = "") -> None:
        self.unmatched.append(Unmatched(said=excerpt(said, SHOWN), row=row, why=why, nearest=nearest))

    def _match(self) -> None:
        """Ask the matching engine what the rest means."""
        asked = list(self.words.values())
        if len(asked) > MOST:
            self.notes.append(
                f"The record says {len(asked):,} different things; the first {MOST:,} of those that no name explains "
                "were looked at. Shorten it to what matters."
            )
        asked = asked[:MOST]
        index = self.known.index
        found = index.match([said for said, _ in asked], top=2) if index and asked else [() for _ in asked]
        for (said, row), suggestions in zip(asked, found, strict=True):
            self._suggested(said, row, suggestions)

    def _suggested(self, said: str, row: int | None, suggestions: Sequence[Suggestion]) -> None:
        sure = [s for s in suggestions if s.confidence >= UNMATCHED]
        for suggestion in sure:
            self._claim(suggestion.iri, Basis.MATCHED, said, row, confidence=suggestion.confidence)
        if not sure:
            near = next((f"{s.label} ({s.confidence:.0%} sure)" for s in suggestions[:1] if s.confidence >= 0.1), "")
            self._lost(said, row, "nothing that this goal is rated by means this", near)


def holdings(person: Person, known: Known, today: date | None = None) -> Holdings:
    """Return what a record comes to.

    Parameters
    ----------
    today
        Day by which credentials lapse; the present one where ``None``.
    """
    return _Reading(known, today or date.today()).read(person)


def worked_in(known: Known, places: Iterable[int]) -> Iterator[Claim]:
    """Yield what some occupations typically ask for, as claims of who works there."""
    reading = _Reading(known, date.min)
    for place in places:
        label = known.occupations[place].label.value
        reading._worked(place, label, None)
    yield from reading.claims
