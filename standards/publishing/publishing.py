"""Publishing: from a ratified working copy to a version that never changes, through the gate."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from ontology.errors import InputError, RefusedError
from ontology.loads import Load
from ontology.named_releases import published_releases
from ontology.records import (
    Acceptance,
    Competency,
    Edition,
    Endorsement,
    Framework,
    Iri,
    JobRedefinition,
    Mapping,
    Partnership,
    PublicationStatus,
    Record,
    Region,
    Release,
    SkillRequirement,
    WorkFunction,
)
from ontology.report import Report
from ontology.store import KnowledgeBase
from ontology.versions import version_key
from standards.encoding import encoded
from standards.gate import gate
from standards.publishing.agreed import AgreedStandard, agreed_standard, refuse_unagreed
from standards.publishing.editions import Content, Succession
from standards.publishing.extract import WHOLE, extract
from standards.publishing.footing import footing_release
from standards.publishing.grounds import thin_requirements
from standards.publishing.standing import Standing, standing
from standards.publishing.steps import Mover, commands_ahead, working_copy
from standards.sources.publication import new_release

FIRST: Final = "1.0"
"""Name of the first version, where no other is given."""

AGREED: Final = (Competency, Acceptance, Mapping, SkillRequirement, JobRedefinition, Endorsement)
"""Records of what was agreed."""

VERSION: Final = re.compile(r"[0-9A-Za-z][0-9A-Za-z._-]{0,39}(?<!\.html)(?<!\.ttl)(?<!\.jsonld)(?<!\.rdf)(?<!\.nt)")
"""What a version may be called: it is part of addresses, and does not end as the form of a document does."""


@dataclass(frozen=True)
class Published:
    """A version that was published, and what did not stand in its way: of the gate, and of what it rests on."""

    release: Release
    report: Report


def publish(base: KnowledgeBase, name: str, mover: Mover, version: str | None = None) -> Published:
    """Publish the working copy of a standard as a version of its own, which never changes.

    The working copy is a draft again afterwards, for the next round.

    Parameters
    ----------
    name
        Slug of the standard.
    version
        Name of the version; 1.0 for the first without it, and then the next minor one.

    Raises
    ------
    NotFoundError
        Where there is no such standard, or no working copy of it.
    InputError
        Where it is not ratified, says what the version in force says, or the version cannot be called so.
    RefusedError
        Where something stands in the way, with all that does; nothing is published then.
    WriteError
        Where it cannot be written, with what became of it: all is as it was, or all is done.
    """
    of = standing(base, name)
    working = working_copy(of, name)
    _refuse_unratified(of, working)
    agreed = agreed_standard(base, working)
    refuse_unagreed(agreed.agreement if agreed else None)
    chosen = _version(base, of, version)
    said, candidate = _said(base, of, working, agreed, chosen), _release(base, of, working, chosen)
    report = Report([*_judged(base, of, candidate, said), *thin_requirements(base, working, agreed)])
    change = mover.change(of, base, chosen, PublicationStatus.PUBLISHED)
    told = [change, *_opened_again(base, of, working, mover, chosen)]
    stored, *_ = base.replace_all([Load(candidate, (), [said], told), *_footing(base, working, agreed)])
    return Published(stored, report)


def _footing(base: KnowledgeBase, working: Release, agreed: AgreedStandard | None) -> Iterator[Load]:
    """Yield what the version rests on in firms' lists, to be kept back, where it follows from an agreement."""
    if agreed:
        yield Load(footing_release(base.identifiers, working.source), (), [encoded(agreed.needs.footing())])


def _opened_again(base: KnowledgeBase, of: Standing, working: Release, mover: Mover, version: str) -> Iterator[Record]:
    """Yield the working copy as a draft for the next round, and that it is one."""
    again = Mover(mover.by, f"published as {version}", mover.at + timedelta(microseconds=1))
    yield again.change(of, base, working.version, PublicationStatus.DRAFT)
    yield working.model_copy(update={"status": Iri(PublicationStatus.DRAFT)})


def _refuse_unratified(of: Standing, working: Release) -> None:
    """Refuse what nobody has agreed on yet."""
    if working.stands is not PublicationStatus.RATIFIED:
        steps = ", then ".join(commands_ahead(of.slug, working.stands))
        message = f"{working.name} stands at {of.word(working)}, and only what is ratified is published: {steps}"
        raise InputError(message)


def _version(base: KnowledgeBase, of: Standing, version: str | None) -> str:
    """Return what the new version is called."""
    chosen = version if version is not None else next_version(of.last.version if of.last else None)
    if not VERSION.fullmatch(chosen):
        message = (
            f"{chosen!r} cannot name a version; take up to 40 letters, digits, dots and hyphens that do not end as a "
            "form of documents does (.html, .ttl), for instance 1.0"
        )
        raise InputError(message)
    if of.last:
        _refuse_earlier(chosen, of.last.version)
    if chosen in {release.version for release in base.releases() if release.source == of.slug}:
        message = f"{chosen!r} is what a working copy of {of.slug} is called; take another name, for instance 1.0"
        raise InputError(message)
    return chosen


def _refuse_earlier(chosen: str, last: str) -> None:
    """Refuse a name that does not come after that of the last version, or that no number can come after."""
    takes = f"take one that does, for instance {last}.1"
    if version_key(chosen) <= version_key(last):
        message = f"{chosen} does not come after {last}, which is published; no version's name is reused: {takes}"
        raise InputError(message)
    if last[0].isdigit() and not chosen[0].isdigit():
        message = f"{chosen!r} begins with a word and {last} with a number; no number could come after it: {takes}"
        raise InputError(message)


def next_version(last: str | None) -> str:
    """Return what a version is called that follows on another.

    Raises
    ------
    InputError
        Where the other is not two numbers.

    Example
    -------
    >>> next_version(None), next_version("1.9")
    ('1.0', '1.10')
    """
    if last is None:
        return FIRST
    numbers = re.fullmatch(r"(\d+)\.(\d+)", last)
    if numbers is None:
        message = f"say with --as what comes after {last}: it is not two numbers, so nobody can tell"
        raise InputError(message)
    return f"{numbers[1]}.{int(numbers[2]) + 1}"


def _said(base: KnowledgeBase, of: Standing, working: Release, agreed: AgreedStandard | None, version: str) -> bytes:
    """Return all that the new version says, as N-Triples."""
    now = Content(version, extract(base, working, of.framework, version, agreed))
    if of.in_force and now.said == _content(base, of.in_force).said:
        raise InputError(_nothing_new(base, working, of.in_force.version, agreed))
    before = _content(base, of.last) if of.last else Content("", ())
    last, merged = _last(base, of.versions), _merged(base, now)
    return encoded(Succession(of.slug, before, now, last, merged).records())


def _nothing_new(base: KnowledgeBase, working: Release, before: str, agreed: AgreedStandard | None) -> str:
    """Return that a version would say what the one in force says, and where something new comes from."""
    slug = working.source
    decide = f"decide on what is proposed (`ladderworks standard agreement {slug} -o {slug}.xlsx`, then "
    decide += f"`ladderworks standard decide {slug} {slug}.xlsx --by NAME`)"
    if base.files(working):
        again = "change its folder and import it again: `ladderworks import partnership FOLDER`"
        ways = f"{decide}, or {again}" if agreed else again
    else:
        ways = f"compare the firms' lists anew (`ladderworks harmonize --standard {slug}`), and {decide}"
    return f"{working.name} says nothing that {slug}@{before} does not say already; {ways}"


def _last(base: KnowledgeBase, versions: Iterable[Release]) -> dict[Iri, str]:
    """Return the last version that had each item which was ever published."""
    editions = ((release, edition) for release in versions for edition in base.records(release, Edition))
    return {edition.item: release.version for release, edition in editions if edition.version == release.version}


def _merged(base: KnowledgeBase, now: Content) -> dict[Iri, str]:
    """Return the last version that had each item of the standards that merged into this one."""
    partnerships = (one for one in now.records if isinstance(one, Partnership))
    slugs = sorted({former.rpartition("/")[2] for one in partnerships for former in one.derived_from})
    found: dict[Iri, str] = {}
    for slug in slugs:
        found |= _last(base, published_releases(base.releases(), slug))
    return found


def _content(base: KnowledgeBase, release: Release) -> Content:
    """Return all that a published version says, but for its editions."""
    kinds = (Framework, *AGREED, WorkFunction, *WHOLE, Region)
    return Content(release.version, tuple(record for kind in kinds for record in base.records(release, kind)))


def _judged(base: KnowledgeBase, of: Standing, candidate: Release, said: bytes) -> Report:
    """Return what the gate says of a version that is not stored yet, beside those that were published before."""
    with KnowledgeBase.in_memory(base.identifiers) as beside:
        for earlier in of.versions:
            beside.replace(earlier, [], [base.graph(earlier).serialize(format="ox-nt", encoding="utf-8")])
        report = gate(beside, beside.replace(candidate, [], [said]), base)
    if report.refused:
        raise RefusedError(report)
    return report


def _release(base: KnowledgeBase, of: Standing, working: Release, version: str) -> Release:
    """Return the record of the new version; the files of the working copy are not named, for some are firms' own."""
    released = new_release(
        base.identifiers,
        of.slug,
        version,
        f"{working.title} {version}",
        license=working.license,
        attribution=working.attribution,
        page=working.page,
        language=working.language,
    )
    revised = of.last.iri if of.last else None
    more = {"reader": working.reader, "status": Iri(PublicationStatus.PUBLISHED), "revised": revised}
    return released.model_copy(update=more)
