"""What a record comes to, as it is collected: names of competencies, jobs, credentials, and what is left to ask.

What somebody calls by its name is taken at that word; the rest is kept for the matching engine.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from ontology.errors import NotFoundError
from ontology.records import Iri, Text
from ontology.report import excerpt
from pathways.plans.claims import (
    NO_CREDENTIAL,
    Basis,
    Claim,
    EarnedCredit,
    Fitting,
    HeldJob,
    HeldLicense,
    HeldName,
    Holdings,
    Unmatched,
)
from pathways.plans.dates import When, dated, when
from pathways.plans.earned import Earned, earned_in
from pathways.plans.held_licenses import license_in
from pathways.plans.known import SHOWN, Known, plain, plain_names
from pathways.plans.lines import titles_in
from pathways.plans.military import MILITARY, is_military, only_military
from pathways.plans.offers import Offer
from pathways.plans.person import HeldCredential, Job
from pathways.plans.titles import likeliest, title_in
from pathways.records.step import Reference


@dataclass
class Collecting:
    """Collects what a record comes to.

    Parameters
    ----------
    known
        What it is held against.
    today
        Day by which credentials lapse.
    start
        Place of the occupation that a title which several share means; ``None`` where nothing says it.
    aside
        Rows of lines that are no more than a name or an address.
    words
        What the matching engine is to be asked, each once, with what is said and where.
    """

    known: Known
    today: date
    start: int | None = None
    claims: list[Claim] = field(default_factory=list)
    jobs: dict[str, Reference] = field(default_factory=dict)
    worked: list[HeldJob] = field(default_factory=list)
    fitting: list[Fitting] = field(default_factory=list)
    offered: list[HeldName] = field(default_factory=list)
    aside: list[int] = field(default_factory=list)
    earned: list[EarnedCredit] = field(default_factory=list)
    licenses: list[HeldLicense] = field(default_factory=list)
    credentials: dict[str, Reference] = field(default_factory=dict)
    unmatched: list[Unmatched] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    words: dict[str, tuple[str, int | None]] = field(default_factory=dict)

    def works_as(self, place: int) -> bool:
        """Return whether a job of the record was read as an occupation."""
        return self.known.occupations[place].iri in self.jobs

    def holdings(self) -> Holdings:
        """Return what has been collected."""
        return Holdings(
            claims=tuple(self.claims),
            jobs=tuple(self.jobs.values()),
            worked=tuple(self.worked),
            fitting=tuple(self.fitting),
            named=tuple(self.offered),
            credentials=tuple(self.credentials.values()),
            earned=tuple(self.earned),
            licenses=tuple(self.licenses),
            unmatched=tuple(self.unmatched),
            notes=tuple(dict.fromkeys(self.notes)),
        )

    def named(self, said: str, level: float | None, row: int | None) -> bool:
        """Take words for a competency where they are a name of it; what stands in parentheses does not matter."""
        iri = next((self.known.names[name] for name in plain_names(said) if name in self.known.names), "")
        if iri:
            self.claim(iri, Basis.ASSERTED, said, row, level=level)
        return bool(iri)

    def claim(
        self,
        iri: str,
        basis: Basis,
        said: str,
        row: int | None,
        level: float | None = None,
        confidence: float | None = None,
        through: str = "",
    ) -> None:
        """Count a competency, where the goal is rated by it."""
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
                    through=through,
                )
            )

    def job(self, job: Job) -> None:
        """Count a job by its title."""
        title, places = title_in(self.known.occupations, job.name, loosely=True)
        if not places or only_military(self.known.occupations[place].code for place in places):
            self.no_job(job.name, job.row, military=bool(places))
            return
        said = when(job.name)
        present = bool(job.start) if job.end is None else job.end >= self.today
        year = job.end.year if job.end else said.year
        self.held(title, places, job.name, job.row, When(present or said.present, year))

    def no_job(self, said: str, row: int | None, *, military: bool = False) -> None:
        """Say that a job is not known here, or that it is a military one, which nothing rates."""
        if military or is_military(said):
            self.lost(said, row, MILITARY)
        else:
            self.lost(said, row, f"a job that is not known here: {self.no_title(said)}")

    def no_title(self, said: str) -> str:
        """Return why no part of a line is a title, with the nearest titles."""
        parts = titles_in(said)
        try:
            self.known.occupations.find(next((part for part in parts if not dated(part)), said))
        except NotFoundError as error:
            return str(error)
        return ""

    def held(self, title: str, places: Sequence[int], said: str, row: int | None, until: When) -> None:
        """Count a job as the likeliest of the occupations that have its title."""
        order = likeliest(self.known.occupations, title, places, self.known.employed, self.start)
        references = [self.reference(place) for place in order]
        self.worked.append(
            HeldJob(
                said=excerpt(said, SHOWN),
                row=row,
                occupation=references[0],
                others=tuple(references[1:]),
                present=until.present,
                year=until.year,
            )
        )
        self.counts(order[0], said, row)

    def reference(self, place: int) -> Reference:
        """Return an occupation by its place, as it is referred to."""
        occupation = self.known.occupations[place]
        return Reference(iri=occupation.iri, label=occupation.label)

    def counts(self, place: int, said: str, row: int | None) -> None:
        """Count what an occupation typically asks for, up to the level that it asks for."""
        occupation, rating = self.reference(place), self.known.rating
        self.jobs.setdefault(occupation.iri, occupation)
        if rating is None or not rating.rated[place]:
            self.lost(said, row, f"the job {occupation.label} is known, but nothing rates what it asks for")
            return
        asked = self.known.asked(place)
        self.claims += asked if row is None else [claim.model_copy(update={"row": row}) for claim in asked]

    def speaks(self, languages: Sequence[str], said: str, row: int | None) -> None:
        """Count languages as knowledge of English and of foreign languages, and as nothing else."""
        wanted = {"english" if language == "english" else "foreign" for language in languages}
        found = [
            iri for iri, label in self.known.labels.items() if label.casefold() in {f"{w} language" for w in wanted}
        ]
        for iri in found:
            self.claim(iri, Basis.ASSERTED, said, row)
        if not found:
            self.lost(said, row, "nothing that this goal is rated by is a language")

    def credential(self, held: HeldCredential) -> None:
        """Count a credential that is held, and has not lapsed."""
        iri = self.known.credential(held.name)
        if held.expires and held.expires < self.today:
            self.lost(held.name, held.row, f"lapsed on {held.expires.isoformat()}")
        elif iri:
            self.hold(self.known.offers[iri], held.name, held.row)
        elif not self.licensed_or_earned(held.name, held.row):
            self.lost(held.name, held.row, NO_CREDENTIAL)

    def licensed_or_earned(self, said: str, row: int | None, *, at_school: bool = False) -> bool:
        """Take a line for courses and credits that were earned, or for a license; return whether it is one."""
        if found := earned_in(said, at_school=at_school):
            for one in found:
                self._earned(one, row)
            return True
        if license_ := license_in(said):
            self.licenses.append(HeldLicense(said=excerpt(said, SHOWN), row=row, license=license_))
        return bool(license_)

    def _earned(self, one: Earned, row: int | None) -> None:
        """Count a course that is known here, and say of any other that its credits are kept."""
        if iri := self.known.credential(one.code) if one.code else "":
            self.hold(self.known.offers[iri], one.words, row)
        else:
            self.earned.append(EarnedCredit(said=excerpt(one.words, SHOWN), row=row, credits=one.credits))

    def credited(self, said: str, row: int) -> bool:
        """Take a short line for a credential where it is the name of one, or short for one alone."""
        iri = self.known.credential(said)
        if iri:
            self.hold(self.known.offers[iri], said, row)
        return bool(iri)

    def hold(self, offer: Offer, said: str, row: int | None) -> None:
        """Count a course or credential, and what it attests."""
        reference = Reference(iri=offer.iri, label=Text(value=offer.name))
        self.credentials.setdefault(offer.iri, reference)
        self.offered.append(HeldName(said=excerpt(said, SHOWN), row=row, credential=reference))
        for competency in dict.fromkeys((*offer.covers, *offer.attests)):
            self.claim(competency, Basis.ATTESTED, said, row)

    def ask(self, said: str, row: int | None) -> None:
        """Keep words for the matching engine, each once."""
        self.words.setdefault(plain(said), (said, row))

    def lost(self, said: str, row: int | None, why: str, nearest: str = "") -> None:
        """Say that a part of the record could not be counted, and why."""
        self.unmatched.append(Unmatched(said=excerpt(said, SHOWN), row=row, why=why, nearest=nearest))
