"""Rounds: proposals for a standard one after the other, each on top of the one before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Final

from ontology.errors import InputError, NotFoundError
from ontology.records import Competency, Iri, Release
from ontology.report import Finding, Report, Severity
from ontology.store import KnowledgeBase
from standards.agreement.settling import settled
from standards.firm_lists import inherited_lists, list_firm
from standards.frameworks import FRAMEWORK
from standards.harmonizing.attendance import attendance, said_of_attendance
from standards.harmonizing.links import links
from standards.harmonizing.lists import FirmList, held_lists, read_list
from standards.harmonizing.mending import mended, resumed
from standards.harmonizing.proposal import Proposal
from standards.harmonizing.proposing import NOTHING, Proposing
from standards.harmonizing.saying import plain
from standards.harmonizing.standing import Standing
from standards.harmonizing.storing import store_proposal, stored_proposal
from standards.languages import language_name
from standards.matching.statements import LONGEST
from standards.sources.own import SHEET
from standards.standard_names import misnamed

ALIKE: Final = 0.9
"""Share of what two firms say that is the same, word by word, from which their lists are one."""

SHOWN: Final = 60
"""Characters that are shown of what is passed over."""


@dataclass(frozen=True)
class Round:
    """A proposal with where it is stored, the lists that it is made of, and what is to be said of these."""

    proposal: Proposal
    release: Release
    lists: tuple[FirmList, ...]
    report: Report


def propose(
    base: KnowledgeBase,
    standard: str,
    firms: Sequence[str],
    without: Sequence[str] = (),
    folder: Path | None = None,
) -> Round:
    """Propose candidates for a standard and store them as the next round.

    Compared are the lists of the firms that are named, of those that were compared before, and those of the partnership
    that the standard is of which were never compared; a firm that was left out before stays out until it is named. One
    that has left the partnership is out until it is a member again, and its list is there.

    Parameters
    ----------
    without
        Firms that are not compared any more.
    folder
        Where indexes are kept, see `standards.indexes`.

    Raises
    ------
    NotFoundError
        Where a firm has no list, with those that there are.
    InputError
        Where no firm is left, or a list says nothing.
    """
    last, held = stored_proposal(base, standard) or NOTHING, held_lists(base, standard)
    present = attendance(base, standard, firms, without)
    lists = [_list(base, standard, one, held.get(one), compared=one in present.before) for one in present.compared]
    if not lists:
        todo = f"name them: `ladderworks harmonize FIRM=LIST ... --standard {standard}`"
        message = "; ".join(filter(None, [f"no list is to be compared for {standard}", todo, misnamed(base, standard)]))
        raise InputError(message)
    made = _made(base, standard, lists, last)
    linked = links(base, standard, made.candidates, folder)
    proposal = Proposal.of(made.candidates, made.voices, (*made.mappings, *linked))
    release = store_proposal(base, standard, proposal, present.compared, present.parted)
    found = [*said_of_attendance(base, standard, present), *_said_of(lists)]
    found += [
        *_of_several(base, standard, lists),
        *_of_others(base, standard, [one for one in lists if one.slug in firms]),
    ]
    return Round(proposal, release, tuple(lists), Report(found))


def _list(base: KnowledgeBase, standard: str, slug: str, held: Release | None, *, compared: bool) -> FirmList:
    """Return a list that is to be compared, or say what is done about one that was compared before and is gone."""
    try:
        return read_list(base, slug, held)
    except NotFoundError as error:
        if not compared:
            raise
        message = f"{error}. To go on without it: `ladderworks harmonize --standard {standard} --without {slug}`"
        raise NotFoundError(message) from error


def _made(base: KnowledgeBase, standard: str, lists: Sequence[FirmList], last: Proposal) -> Proposal:
    """Return what is proposed of lists on top of a proposal and of what was made of it since."""
    own = settled(base, standard)
    known = resumed(mended(last, lists), lists, own.merged.keys(), base.identifiers, standard)
    begun = resumed(own.begun(known), lists, own.held, base.identifiers, standard)
    standing = _standing(base, standard)
    return own.ended(known, Proposing(base.identifiers, standing, lists, begun, own.held).propose())


def _of_several(base: KnowledgeBase, standard: str, lists: Iterable[FirmList]) -> Iterator[Finding]:
    """Yield the firms that gave several lists to partnerships that merged, of which one is compared."""
    known = {one.release.iri: one.slug for one in lists}
    for held in inherited_lists(base, standard).values():
        if held[-1].iri in known and held[:-1]:
            others = ", ".join(release.name for release in held[:-1])
            message = f"gave several lists to the partnerships that merged; {held[-1].name}, the newest, is compared, "
            message += f"not {others}"
            remedy = "Where another is meant, put it into the folder, under [files.firms], and import that"
            yield _finding("several-lists", known[held[-1].iri], message, remedy)


def _of_others(base: KnowledgeBase, standard: str, lists: Iterable[FirmList]) -> Iterator[Finding]:
    """Yield the firms that gave others several lists, and this standard none, so that it is guessed which is meant."""
    given = held_lists(base, standard)
    for one in lists:
        others = [
            r for r in base.current() if r.reader == SHEET and list_firm(base, r) == one.firm and r != one.release
        ]
        if one.slug not in given and others:
            named = ", ".join(release.name for release in others)
            message = f"gave several lists; {one.release.name} is compared, not {named}"
            remedy = f"Where another is meant, name its file: {one.slug}=LIST"
            yield _finding("several-lists", one.slug, message, remedy)


def _standing(base: KnowledgeBase, standard: str) -> Standing:
    """Return what the working copy of the standard has."""
    framework = Iri(base.identifiers.mint(FRAMEWORK, standard))
    working = (one for one in base.current() if one.source == standard and not one.fixed)
    competencies = [
        competency
        for release in working
        for competency in base.records(release, Competency)
        if framework in competency.in_scheme
    ]
    return Standing(base.identifiers, standard, competencies)


def _said_of(lists: Sequence[FirmList]) -> Iterator[Finding]:
    """Yield what is to be said of lists before anybody relies on what is made of them."""
    if len(lists) == 1:
        message = "one firm alone shares nothing with another; all that it says is firm-specific"
        yield _finding("one-firm", lists[0].slug, message, "Add the list of another firm: FIRM=LIST")
    yield from _passed_over(lists)
    yield from _same(lists)
    yield from _languages(lists)


def _passed_over(lists: Iterable[FirmList]) -> Iterator[Finding]:
    for one in lists:
        if one.passed_over:
            shown = "; ".join(f"“{part[:SHOWN]}”" for part in one.passed_over[:3])
            more = f" and {len(one.passed_over) - 3} more" if len(one.passed_over) > 3 else ""
            message = f"not compared of its statements: {shown}{more}"
            remedy = (
                f"Single words are taken for headings, and {LONGEST:,} characters are read: write each skill by itself"
            )
            yield _finding("passed-over", one.slug, message, remedy)


def _same(lists: Sequence[FirmList]) -> Iterator[Finding]:
    said = {one.slug: {plain(saying.words) for saying in one.sayings} for one in lists}
    for one, other in combinations(said, 2):
        if len(said[one] & said[other]) >= ALIKE * max(len(said[one]), len(said[other])):
            message = f"the lists of {one} and {other} are the same, word by word; they count as two firms"
            yield _finding("same-list", one, message, f"If one was given by mistake, leave it out: --without {other}")


def _languages(lists: Sequence[FirmList]) -> Iterator[Finding]:
    told = {one.slug: one.languages for one in lists}
    tags = sorted({tag for own in told.values() for tag in own})
    if len(tags) > 1:
        names = "; ".join(f"{firm} in {' and '.join(map(language_name, own))}" for firm, own in told.items())
        message = f"the lists are in several languages ({names}); only what is said in one language is compared"
        remedy = "Have the shorter list translated, import it and propose anew"
        yield _finding("several-languages", ", ".join(tags), message, remedy)


def _finding(code: str, value: str, message: str, remedy: str) -> Finding:
    return Finding(code=code, severity=Severity.WARNING, value=value, message=message, remedy=remedy)
