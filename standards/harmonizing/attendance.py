"""Attendance: whose lists a round compares, whose it does not, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from ontology.records import Iri, Organization, Partnership
from ontology.report import Finding, Severity
from ontology.store import KnowledgeBase
from standards.frameworks import frameworks
from standards.harmonizing.lists import held_lists, named_list
from standards.harmonizing.storing import compared, parted, proposal_rounds
from standards.membership import former, last_days


@dataclass(frozen=True)
class Attendance:
    """The lists of a round, by the slugs of their firms, each group in the order of the alphabet.

    Parameters
    ----------
    compared
        Those that are compared.
    before
        Those of them that were compared in the round before, and were not named.
    came
        Those of them that have come since the round before, and were never compared.
    returned
        Those of them that went when their firms left the partnership, which are members again.
    gone
        Those that are not compared any more, as their firms have left since the round before.
    parted
        All that are not compared because their firms have left.
    out
        Those that are there and were left out before, until they are named.
    """

    compared: tuple[str, ...]
    before: tuple[str, ...] = ()
    came: tuple[str, ...] = ()
    returned: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    parted: tuple[str, ...] = ()
    out: tuple[str, ...] = ()


def attendance(base: KnowledgeBase, standard: str, firms: Iterable[str], without: Iterable[str] = ()) -> Attendance:
    """Return whose lists the next round for a standard compares.

    Parameters
    ----------
    firms
        Those that are named.
    without
        Those that are not compared any more.
    """
    named, rounds, held = {*firms}, proposal_rounds(base, standard), held_lists(base, standard).keys()
    asked, last, ever = {*named, *without}, rounds[-1:], {*chain(*(compared(base, one) for one in rounds))}
    away = {*chain(*map(parted, last))} - asked
    before = {*chain(*(compared(base, one) for one in last))} - asked
    came, back = held - asked - ever, held & away
    departed = _departed(base, standard, ever | came | back)
    left = (before | came | back) & departed
    there = (named | before | came | back) - {*without, *left}
    others = (slug for slug in ever - there - {*without} if slug in held or named_list(base, slug))
    return Attendance(
        compared=tuple(sorted(there)),
        before=tuple(sorted(before - left)),
        came=tuple(sorted(came - left)) if rounds else (),
        returned=tuple(sorted(back - left)),
        gone=tuple(sorted(before & left)),
        parted=tuple(sorted((away | before & left) - there)),
        out=tuple(sorted({*others} - departed)),
    )


def said_of_attendance(base: KnowledgeBase, standard: str, found: Attendance) -> Iterator[Finding]:
    """Yield which lists are compared without being named, and which are not that were compared before."""
    yield from _taken(found)
    yield from _gone(base, standard, found.gone)
    if found.out:
        message = "left out before, and not compared until it is named"
        remedy = f"Nothing needs to be done; to compare it: `ladderworks harmonize {' '.join(found.out)}"
        yield _told("left-out", ", ".join(found.out), message, f"{remedy} --standard {standard}`")


def _departed(base: KnowledgeBase, standard: str, slugs: Iterable[str]) -> set[str]:
    """Return the firms that have left the partnership of a standard, or are no members of it and have no list."""
    working = [one for one in base.current() if one.source == standard]
    members = {iri for release in working for one in base.records(release, Partnership) for iri in one.members}
    named = {one.iri for release in working for one in base.records(release, Organization)}
    outside = [(slug, Iri(base.identifiers.mint("organization", slug))) for slug in slugs] if members else []
    known = frameworks(base)
    return {slug for slug, iri in outside if iri not in members and (iri in named or slug not in known)}


def _taken(found: Attendance) -> Iterator[Finding]:
    """Yield which lists are compared from now on without being named."""
    told = [(slug, f"the list of {slug} has come since the round before, and is compared") for slug in found.came]
    told += [(slug, "is a member again, and its list is compared again") for slug in found.returned]
    for slug, message in told:
        remedy = f"Nothing needs to be done; to leave it out: --without {slug}"
        yield _told("new-list", slug, f"{message} from now on", remedy)


def _gone(base: KnowledgeBase, standard: str, firms: Iterable[str]) -> Iterator[Finding]:
    """Yield which firms are members no more, so that their lists are not compared."""
    days = last_days(base, standard)
    for slug in firms:
        left = days.get(Iri(base.identifiers.mint("organization", slug)))
        message = f"{former(left)}: its list is not compared from now on"
        remedy = f"Nothing needs to be done; to compare it all the same: {slug}=LIST"
        yield _told("left", slug, message, remedy)


def _told(code: str, slug: str, message: str, remedy: str) -> Finding:
    return Finding(code=code, severity=Severity.INFO, value=slug, message=message, remedy=remedy)
