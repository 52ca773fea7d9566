"""Reading an agreement out of the knowledge base: the proposal, the log, the members and their rule."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from ontology.errors import NotFoundError
from ontology.named_releases import published_releases, release_in_force
from ontology.namespaces import LW
from ontology.records import Competency, Iri, Occupation, Organization, Partnership
from ontology.store import KnowledgeBase
from standards.agreement.log import Log
from standards.agreement.members_work import members_work
from standards.agreement.parties import Parties
from standards.agreement.quorum import Employment, Quorum
from standards.agreement.state import Agreement
from standards.agreement.statement import wording_digest
from standards.agreement.storage import agreement_release, stored_log
from standards.agreement.tally import Ballot
from standards.frameworks import FRAMEWORK
from standards.harmonizing import stored_proposal
from standards.harmonizing.storing import proposal_rounds
from standards.sources.own import EMPLOYMENT, own_source
from standards.standard_names import misnamed


def has_agreement(base: KnowledgeBase, slug: str) -> bool:
    """Return whether anything was decided or said of a proposal for a standard."""
    return agreement_release(base, slug) is not None


def read_agreement(base: KnowledgeBase, slug: str, quorum: Quorum | None = None) -> Agreement:
    """Return how the agreement on a standard stands.

    Parameters
    ----------
    quorum
        The rule, where it is another than that of the partnership.

    Raises
    ------
    NotFoundError
        Where nothing is proposed for the standard.
    """
    proposal = stored_proposal(base, slug)
    if proposal is None:
        todo = misnamed(base, slug) or f"make a proposal first: `ladderworks harmonize --standard {slug}`"
        message = f"nothing is proposed for {slug!r}; {todo}"
        raise NotFoundError(message)
    partnership, parties = _members(base, slug)
    log = stored_log(base, slug)
    firms = frozenset(firm.iri for firm in parties.firms)
    return Agreement(
        slug=slug,
        standard=Iri(base.identifiers.mint(FRAMEWORK, slug)),
        candidates=proposal.candidates,
        voices=proposal.voices,
        log=log,
        ballot=Ballot(parties, quorum or quorum_of(partnership, parties), employment_of(parties)),
        items=known_items(base, slug),
        published=published_wordings(base, slug, log.accepted),
        occupations=described_occupations(base, slug),
        work=members_work(base, slug, firms),
        in_force=release_in_force(base.releases(), slug),
        near=proposal.near_of,
        former_voices=_former_voices(base, slug, log, {one.iri for one in proposal.voices}),
    )


def _former_voices(base: KnowledgeBase, slug: str, log: Log, known: Collection[Iri]) -> dict[Iri, Iri]:
    """Return the firms whose words decisions name that only earlier proposals have, by the address of the voice."""
    missing = {voice for one in log.decisions for voice in one.voices}.difference(known)
    rounds = [release.iri for release in proposal_rounds(base, slug)] if missing else []
    said = base.rows(f"SELECT ?voice ?firm {{ ?voice <{LW.voiceOf}> ?firm }}", rounds) if rounds else ()
    return {Iri(voice): Iri(firm) for voice, firm in said if voice in missing}


def _members(base: KnowledgeBase, slug: str) -> tuple[Partnership | None, Parties]:
    """Return the partnership of a standard with its members, as the newest release of it has them.

    Who was a member when a version was published, and is none any more, is known by the name that it had then.
    """
    release = next((one for one in base.current() if one.source == slug), None)
    if release is None:
        return None, Parties({}, {})
    address = base.identifiers.mint("partnership", slug)
    found = {one.iri: one for one in base.records(release, Partnership)}
    partnership = found.get(Iri(address)) or next(iter(found.values()), None)
    versions = published_releases(base.releases(), slug)
    known = {one.iri: one for said in (*versions, release) for one in base.records(said, Organization)}
    known |= _employing(base, slug, known)
    return partnership, Parties.of(known.values(), partnership.members if partnership else ())


def _employing(base: KnowledgeBase, slug: str, known: Mapping[Iri, Organization]) -> dict[Iri, Organization]:
    """Return organizations with how many people they employ, or when they left: that is kept back from what is open."""
    stored = (one for one in base.current() if one.source == own_source(EMPLOYMENT, slug) and one.reader == EMPLOYMENT)
    told = (one for release in stored for one in base.records(release, Organization) if one.iri in known)
    return {one.iri: known[one.iri].model_copy(update={"employees": one.employees, "left": one.left}) for one in told}


def quorum_of(partnership: Partnership | None, parties: Parties) -> Quorum:
    """Return the rule of a partnership; what it does not say is more than half of the firms, and every union."""
    majority = Quorum(firms=len(parties.firms) // 2 + 1)
    if partnership is None:
        return majority
    return Quorum(
        firms=partnership.quorum_firms or majority.firms,
        employment=partnership.quorum_employment,
        unions=partnership.quorum_unions,
    )


def employment_of(parties: Parties) -> Employment:
    """Return how many people the member firms employ, as far as it is known."""
    return Employment({firm.iri: firm.employees for firm in parties.firms if firm.employees})


def known_items(base: KnowledgeBase, slug: str) -> Mapping[Iri, Competency]:
    """Return the competencies of all versions of a standard and of its working copy, by address; the newest speaks."""
    framework = base.identifiers.mint(FRAMEWORK, slug)
    versions = published_releases(base.releases(), slug)
    working = [one for one in base.current() if one.source == slug and not one.fixed]
    found = (item for release in (*versions, *working) for item in base.records(release, Competency))
    known: dict[Iri, Competency] = {}
    for item in found:
        if framework in item.in_scheme:
            before = known.get(item.iri)
            generated = item.generated_by or (before.generated_by if before else ())
            known[item.iri] = item.model_copy(update={"generated_by": generated})
    return known


def described_occupations(base: KnowledgeBase, slug: str) -> dict[Iri, str]:
    """Return what the occupations are called that the working copy of a standard describes, by address."""
    working = (one for one in base.current() if one.source == slug and not one.fixed)
    return {one.iri: _called(one) for release in working for one in base.records(release, Occupation)}


def _called(one: Occupation) -> str:
    return f"{one.label} ({one.notation})" if one.notation else str(one.label)


def published_wordings(base: KnowledgeBase, slug: str, accepted: Mapping[Iri, Iri]) -> Mapping[Iri, Collection[str]]:
    """Return digests of what the version in force calls each candidate that it has, by address.

    Parameters
    ----------
    accepted
        The candidate that each decision accepts, by the decision's address.
    """
    release = release_in_force(base.releases(), slug)
    found: dict[Iri, set[str]] = {}
    for item in base.records(release, Competency) if release else ():
        for candidate in filter(None, map(accepted.get, () if item.deprecated else item.generated_by)):
            said = (item.statement, item.label)
            found.setdefault(candidate, set()).update(wording_digest(text) for text in said if text)
    return found
