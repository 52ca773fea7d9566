"""Reading a record: each part of it held against the competencies, occupations and offers that are known.

What no name explains goes through the matching engine; what that is not sure of is said to be unmatched, with what
comes nearest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from ontology.errors import UnreadableError
from pathways.plans.badges import UNVERIFIED, Badge, read_badge
from pathways.plans.claims import Basis, Claim, HeldJob, Holdings
from pathways.plans.common_words import by_chance
from pathways.plans.known import Known, plain
from pathways.plans.lines import in_plain_words
from pathways.plans.person import MOST, Job, Person
from pathways.plans.text_reading import TextReading
from pathways.plans.wording import sure as sure_of
from pathways.plans.work import Work, deed
from standards.matching import UNMATCHED, Glance, Lines

NOTHING: Final = "nothing that this goal is rated by means this"

NEAR: Final = 0.25
"""Confidence from which it is said what a line comes nearest to, 0 to 1; what is farther off helps nobody."""

UNRATED: Final = "a machine reads it as the work “{}”, but nothing that this goal is rated by asks for it"


@dataclass
class _Reading(TextReading):
    """Reads all parts of a record."""

    def named_in(self, person: Person) -> None:
        """Read what names explain, and keep the rest for the matching engine."""
        for job in person.jobs:
            self.job(job)
        for held in person.credentials:
            self.credential(held)
        for given in person.badges:
            self._badge(given)
        for skill in person.skills:
            if not self.named(skill.name, skill.level, skill.row):
                self.ask(skill.name, skill.row)
        self.text(person.text)

    def works_as(self, place: int) -> bool:
        """Return whether a job of the record was read as an occupation."""
        return self.known.occupations[place].iri in self.jobs

    def read(self) -> Holdings:
        """Return what the record comes to."""
        self._match()
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

    def _badge(self, given: Mapping[str, object] | str) -> None:
        try:
            badge = read_badge(given)
        except UnreadableError as error:
            self.lost("a badge", None, str(error))
            return
        name = badge.name or badge.address or "a badge without a name"
        self.notes.append(f"Open Badge {badge.version} “{name}”: {UNVERIFIED}.")
        if badge.revoked:
            self.lost(name, None, "the badge was revoked")
        elif badge.expires and badge.expires < self.today:
            self.lost(name, None, f"the badge lapsed on {badge.expires.isoformat()}")
        else:
            self._achieved(badge, name)

    def _achieved(self, badge: Badge, name: str) -> None:
        offer = next(
            (o for n in (badge.address, badge.code, badge.name) if (o := self.known.offered.get(plain(n)))), ""
        )
        if offer:
            self.hold(self.known.offers[offer], name, None)
        found = bool(offer)
        for alignment in badge.alignments:
            keys = map(plain, (alignment.address, alignment.code, alignment.name))
            if iri := next((self.known.names[key] for key in keys if key in self.known.names), ""):
                self.claim(iri, Basis.ATTESTED, name, None)
            elif alignment.name:
                self.ask(alignment.name, None)
            else:
                self.lost(
                    alignment.address or alignment.code,
                    None,
                    f"the badge “{name}” is aligned to what is not known here",
                )
            found = True
        if not found:
            self.ask(name, None)

    def _match(self) -> None:
        """Ask the matching engine what the rest means."""
        asked = list(self.words.values())
        if len(asked) > MOST:
            self.notes.append(
                f"The record says {len(asked):,} different things; the first {MOST:,} of those that no name explains "
                "were looked at. Shorten it to what matters."
            )
        asked = asked[:MOST]
        lines, index = Lines([in_plain_words(said) for said, _ in asked]), self.known.index
        found = index.glance(lines, top=2) if index and asked else [() for _ in asked]
        done = self._done(asked, lines)
        for (said, row), suggestions, why in zip(asked, found, done, strict=True):
            self._suggested(said, row, suggestions, why)

    def _done(self, asked: Sequence[tuple[str, int | None]], lines: Lines) -> list[str | None]:
        """Count what the lines say was done; return of each why it says nothing, ``None`` where it counts or fits."""
        work = self.work() if asked else None
        if work is None:
            return [NOTHING for _ in asked]
        near = work.near(lines)
        why = list[str | None]()
        for (said, row), own, fits in zip(asked, near, work.fitting(asked, lines, near), strict=True):
            self.fitting += fits
            done = deed(own, work.above)
            if done and done.rated in self.known.labels:
                self.claim(done.rated, Basis.DONE, said, row, confidence=done.confidence, through=done.through)
                why.append(None)
            else:
                why.append(None if fits else UNRATED.format(done.through) if done else NOTHING)
        return why

    def _suggested(self, said: str, row: int | None, suggestions: Sequence[Glance], why: str | None) -> None:
        """Count what words are taken to mean, or say that they mean nothing here.

        Parameters
        ----------
        why
            Why they say nothing of work that was done; ``None`` where they count already.
        """
        sure = [s for s in suggestions if s.confidence >= UNMATCHED and not self._by_chance(said, s)]
        for suggestion in sure:
            self.claim(suggestion.iri, Basis.MATCHED, said, row, confidence=suggestion.confidence)
        if not sure and why:
            near = [s for s in suggestions[:1] if s.confidence >= NEAR and not by_chance(said, s.label, s.confidence)]
            self.lost(said, row, why, next((f"{s.label} ({sure_of(s.confidence)})" for s in near), ""))

    def _by_chance(self, said: str, suggestion: Glance) -> bool:
        """Return whether a line has but a word of the name of an element of O*NET, which are short and general."""
        return self.known.of_onet and by_chance(said, suggestion.label, suggestion.confidence)


def holdings(
    person: Person,
    known: Known,
    today: date | None = None,
    start: int | None = None,
    work: Callable[[], Work | None] = lambda: None,
    *,
    stands_there: bool = False,
) -> Holdings:
    """Return what a record comes to.

    Parameters
    ----------
    today
        Day by which credentials lapse; the present one where ``None``.
    start
        Place of the occupation that the person says to stand in: where no job of the record is it already, a title
        that several share means this one.
    work
        Returns what lines that no name explains are held against besides; called where there are any.
    stands_there
        Whether the start is a job of the person also where the record does not name it.
    """
    day = today or date.today()
    reading = _named_in(person, known, day, None, work)
    if start is not None and not reading.works_as(start):
        reading = _named_in(person, known, day, start, work)
        if stands_there and not reading.works_as(start):
            reading = _named_in(_standing_at(person, known, start), known, day, start, work)
    return reading.read()


def _named_in(
    person: Person, known: Known, today: date, start: int | None, work: Callable[[], Work | None]
) -> _Reading:
    reading = _Reading(known, today, start, work)
    reading.named_in(person)
    return reading


def _standing_at(person: Person, known: Known, start: int) -> Person:
    """Return a record with the job that the question starts from before all others."""
    label = str(known.occupations[start].label)
    name = label if known.occupations.meant(label) == (start,) else known.occupations[start].code
    return person.model_copy(update={"jobs": (Job(name=name), *person.jobs)})


def jobs_of(person: Person, known: Known, today: date | None = None) -> tuple[HeldJob, ...]:
    """Return the jobs that a record names; a fraction of the work of `holdings`, which asks the matching engine."""
    return tuple(_named_in(person, known, today or date.today(), None, lambda: None).worked)


def worked_in(known: Known, places: Iterable[int]) -> Iterator[Claim]:
    """Yield what some occupations typically ask for, as claims of who works there."""
    for place in places:
        yield from known.asked(place)
