"""A small panel of three firms, a union and a college, with a proposal for its standard."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from typing import Any

import pytest

from ontology.identifiers import Identifiers
from ontology.namespaces import SEMAPV, SKOS
from ontology.records import (
    Candidate,
    Competency,
    Credential,
    Decision,
    DecisionKind,
    Framework,
    Iri,
    Job,
    JobRequirement,
    Mapping,
    Occupation,
    Organization,
    Partnership,
    PublicationStatus,
    Record,
    RequirementType,
    Role,
    SkillRequirement,
    Support,
    Text,
    Voice,
)
from ontology.store import KnowledgeBase
from standards.agreement import Motion, Quorum, Signature, Stance, read_agreement
from standards.agreement.moves import moves_seen
from standards.encoding import encoded
from standards.sources.publication import new_release

MINT = Identifiers().mint
SLUG = "harbor"
FRAMEWORK = Iri(MINT("framework", SLUG))
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
DANA = Signature("Dana Whitefeather", at=NOON)
SAILOR, ENGINEER = Iri(MINT("onet", "53-5011.00")), Iri(MINT("onet", "53-5031.00"))
FIRMS = {"tug-co": 300, "ferry-co": 100, "dredge-co": 100}
QUORUM = Quorum(firms=2, employment=0.6)

ROPES, CHARTS, TIDES, ENGINES = (Iri(MINT(SLUG, "candidate", name)) for name in ("ropes", "charts", "tides", "engines"))
SAID = {
    ROPES: ("Splice rope and wire", {"tug-co": "Splice ropes", "ferry-co": "Rope and wire splicing"}),
    CHARTS: ("Read charts", {"tug-co": "Read charts", "dredge-co": "Chart reading"}),
    TIDES: ("Read tide tables", {"ferry-co": "Read tide tables"}),
    ENGINES: ("Watch the engine", {"tug-co": "Watch the engine", "dredge-co": "Engine room watch"}),
}


def en(words: str) -> Text:
    return Text(value=words)


def firm(name: str) -> Iri:
    return Iri(MINT("organization", name))


def voice_of(candidate: Iri, name: str) -> Iri:
    return Iri(MINT(SLUG, "voice", f"{candidate.rsplit('/', 1)[-1]}-{name}"))


def own(candidate: Iri, name: str) -> Iri:
    return Iri(MINT(name, "skill", candidate.rsplit("/", 1)[-1]))


def candidates() -> list[Candidate]:
    return [
        Candidate(
            iri=iri,
            statement=en(words),
            proposed_for=FRAMEWORK,
            support=Iri(Support.SHARED if len(said) > 1 else Support.FIRM_SPECIFIC),
            category=en("Engine" if iri == ENGINES else "Deck"),
            stands_for=Iri(MINT(SLUG, "HT-1")) if iri == ROPES else None,
        )
        for iri, (words, said) in SAID.items()
    ]


def voices() -> list[Voice]:
    return [
        Voice(
            iri=voice_of(iri, name),
            candidate=iri,
            firm=firm(name),
            own_statement=own(iri, name),
            words=en(words),
            confidence=0.9,
        )
        for iri, (_, said) in SAID.items()
        for name, words in said.items()
    ]


ONET_KNOTS, ESCO_CHARTS, ESCO_ENGINES = (
    Iri(MINT("onet", "2.B.4.e")),
    Iri("http://data.europa.eu/esco/concept/charts"),
    Iri("http://data.europa.eu/esco/concept/engines"),
)


def links() -> list[Mapping]:
    """What the matching engine takes candidates for elsewhere, and two candidates that come near each other."""
    found = [
        (ROPES, SKOS.closeMatch, ONET_KNOTS, 0.61),
        (CHARTS, SKOS.closeMatch, ESCO_CHARTS, 0.82),
        (ENGINES, SKOS.closeMatch, ESCO_ENGINES, 0.47),
        (CHARTS, SKOS.related, TIDES, 0.4),
    ]
    return [
        Mapping(
            iri=Iri(MINT(SLUG, "link", str(number))),
            subject=subject,
            predicate=Iri(predicate),
            object=target,
            justification=Iri(SEMAPV.SemanticSimilarityThresholdMatching),
            confidence=confidence,
            subject_label=SAID[subject][0],
            object_label=target.rsplit("/", 1)[-1],
        )
        for number, (subject, predicate, target, confidence) in enumerate(found)
    ]


def organization(name: str, role: Role) -> Organization:
    return Organization(
        iri=firm(name), label=en(name.replace("-", " ").title()), roles=(Iri(role),), employees=FIRMS.get(name)
    )


def members() -> list[Organization]:
    return [
        *(organization(name, Role.FIRM) for name in FIRMS),
        organization("seafarers", Role.UNION),
        organization("harbor-college", Role.COLLEGE),
        organization("port-agency", Role.AGENCY),
    ]


def _inside(organizations: list[Organization] | None) -> list[Organization]:
    return members() if organizations is None else organizations


def panel(organizations: list[Organization] | None = None) -> list[Record]:
    """What the working copy of the standard says."""
    inside = [one.model_copy(update={"employees": None}) for one in _inside(organizations)]
    old = Competency(
        iri=Iri(MINT(SLUG, "HT-1")),
        label=en("Rope Splicing"),
        notation="HT-1",
        statement=en("Splice rope and wire"),
        category=en("Deck"),
        in_scheme=(FRAMEWORK,),
    )
    unsaid = old.model_copy(update={"iri": Iri(MINT(SLUG, "HT-0")), "label": en("Semaphore"), "notation": "HT-0"})
    return [
        Partnership(
            iri=Iri(MINT("partnership", SLUG)),
            label=en("Harbor Trades Panel"),
            members=tuple(one.iri for one in inside),
            occupations=(SAILOR, ENGINEER),
            quorum_firms=QUORUM.firms,
            quorum_employment=QUORUM.employment,
        ),
        *inside,
        Framework(
            iri=FRAMEWORK,
            label=en("Harbor Trades Panel"),
            publisher=Iri(MINT("partnership", SLUG)),
            license=Iri("https://creativecommons.org/licenses/by/4.0/"),
        ),
        Occupation(iri=SAILOR, label=en("Sailors"), notation="53-5011.00"),
        Occupation(iri=ENGINEER, label=en("Ship Engineers"), notation="53-5031.00"),
        old,
        unsaid,
        Credential(
            iri=Iri(MINT("credential", "able-seaman")),
            label=en("Able Seaman"),
            attests=(old.iri, unsaid.iri),
            useful_for=(SAILOR,),
        ),
        SkillRequirement(
            iri=Iri(MINT(SLUG, "requirement", "1")),
            occupation=SAILOR,
            competency=old.iri,
            importance=4,
            level=3,
            relation=Iri(RequirementType.ESSENTIAL),
        ),
    ]


def asked(name: str, job: str, occupation: Iri, skills: dict[Iri, tuple[float | None, float | None]]) -> list[Record]:
    """A job of a firm, with level and importance of each candidate that it says."""
    iri = Iri(MINT(name, "job", job))
    needs = [
        JobRequirement(
            iri=Iri(f"{iri}/asks/{number}"),
            job=iri,
            skill=own(candidate, name),
            level=level,
            importance=importance,
        )
        for number, (candidate, (level, importance)) in enumerate(skills.items())
    ]
    skill = tuple(own(candidate, name) for candidate in skills)
    return [
        Job(iri=iri, label=en(job), offered_by=firm(name), occupations=(occupation,), skills=skill),
        *needs,
    ]


def lists() -> dict[str, list[Record]]:
    """What the firms ask for in their jobs."""
    return {
        "tug-co": [
            *asked("tug-co", "Deckhand", SAILOR, {ROPES: (3, 4), CHARTS: (2, 3)}),
            *asked("tug-co", "Mate", SAILOR, {CHARTS: (4, 5)}),
            *asked("tug-co", "Oiler", ENGINEER, {ENGINES: (5, 4)}),
        ],
        "ferry-co": asked("ferry-co", "Deckhand", SAILOR, {ROPES: (2, None), TIDES: (2, 2)}),
        "dredge-co": [
            *asked("dredge-co", "Hand", SAILOR, {CHARTS: (5, 4)}),
            *asked("dredge-co", "Engineer", ENGINEER, {ENGINES: (6, None)}),
        ],
    }


def store(base: KnowledgeBase, source: str, version: str, reader: str, records: list[Record], **more: object) -> None:
    release = new_release(base.identifiers, source, version, f"{source} {version}", language="en")
    release = release.model_copy(update={"reader": reader, **more})
    base.replace(release, [], [encoded(records)])


def store_panel(base: KnowledgeBase, organizations: list[Organization] | None = None) -> None:
    license_ = Iri("https://creativecommons.org/licenses/by/4.0/")
    status = Iri(PublicationStatus.DRAFT)
    store(base, SLUG, "draft", "partnership", panel(organizations), status=status, license=license_)
    employing: list[Record] = [one for one in _inside(organizations) if one.employees]
    store(base, f"employment-{SLUG}", "1", "employment", employing)


def decision(kind: DecisionKind, candidate: Iri, number: int, **more: object) -> Decision:
    return Decision.model_validate(
        {
            "iri": MINT(SLUG, "decision", f"{number:04d}"),
            "standard": FRAMEWORK,
            "candidate": candidate,
            "kind": kind,
            "by": "Dana",
            "at": NOON,
            "basis": "0" * 64,
            **more,
        }
    )


def fill(base: KnowledgeBase) -> None:
    """Store the working copy, the lists of the firms and the proposal."""
    store_panel(base)
    for name, records in lists().items():
        store(base, f"sheet-{name}", "1", "sheet", records)
    store(base, f"proposal-{SLUG}", "1", "proposal", [*candidates(), *voices(), *links()])


def motion(base: KnowledgeBase, statement: Iri, word: str, **more: Any) -> Motion:  # noqa: ANN401 - cells and a row
    """Return a motion on a statement as it is now."""
    return Motion(statement, word, read_agreement(base, SLUG).statements[statement].revision, **more)


def stance(base: KnowledgeBase, organization: str, statement: str, word: str, **more: Any) -> Stance:  # noqa: ANN401
    """Return how an organization stands to a statement as it is now, or to the whole."""
    agreement = read_agreement(base, SLUG)
    if statement == "standard":
        return Stance(organization, statement, word, agreement.seen, **more)
    one = agreement.statements[Iri(statement)]
    return Stance(organization, statement, word, one.seen, **{"moves_seen": moves_seen(one), **more})


@pytest.fixture
def base() -> Iterator[KnowledgeBase]:
    """The working copy, the lists of the firms and the proposal; nothing is decided yet."""
    with KnowledgeBase.in_memory() as base:
        fill(base)
        yield base


@pytest.fixture
def move(base: KnowledgeBase) -> Callable[..., Motion]:
    """Write a motion on a statement as it is now."""
    return partial(motion, base)


@pytest.fixture
def say(base: KnowledgeBase) -> Callable[..., Stance]:
    """Write how an organization stands to a statement as it is now, or to the whole."""
    return partial(stance, base)
